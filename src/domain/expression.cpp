// SPDX-License-Identifier: EUPL-1.2
#include "domain/expression.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rapporteur::domain {

namespace {

// Sums of decimals are exact to far more places than anybody prints.
bool are_equal(double left, double right) {
    return std::abs(left - right) <= 1e-9 * std::max({1.0, std::abs(left), std::abs(right)});
}

std::optional<bool> negated(std::optional<bool> truth) {
    return truth ? std::optional<bool>(!*truth) : std::nullopt;
}

}  // namespace

std::optional<double> parse_decimal(std::string_view text) {
    const std::string_view digits = !text.empty() && text.front() == '-' ? text.substr(1) : text;
    const std::size_t point = digits.find('.');
    const std::string_view whole = digits.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? "0" : digits.substr(point + 1);
    if (whole.empty() || fraction.empty() ||
        whole.find_first_not_of("0123456789") != std::string_view::npos ||
        fraction.find_first_not_of("0123456789") != std::string_view::npos || digits.size() > 30) {
        return std::nullopt;
    }
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string decimal_text(double number) {
    std::string text = fmt::format("{:.6f}", number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

bool Expression::is_condition(std::size_t node) const {
    const Kind kind = m_nodes[node].kind;
    return kind == Kind::compare || kind == Kind::both || kind == Kind::either || kind == Kind::negation;
}

std::optional<bool> Expression::holds(const Lookup& lookup) const {
    return truth(m_root, lookup);
}

std::optional<bool> Expression::truth(std::size_t index, const Lookup& lookup) const {
    const Node& node = m_nodes[index];
    if (node.kind == Kind::compare) {
        return compare(node, lookup);
    }
    const std::optional<bool> first = truth(node.operands.front(), lookup);
    if (node.kind == Kind::negation) {
        return negated(first);
    }
    const std::optional<bool> second = truth(node.operands.back(), lookup);
    const bool decides = node.kind == Kind::either;  // one true decides "or", one false decides "and"
    if (first == decides || second == decides) {
        return decides;
    }
    return first && second ? std::optional<bool>(!decides) : std::nullopt;
}

Expression::Value Expression::value(std::size_t index, const Lookup& lookup) const {
    const Node& node = m_nodes[index];
    Value value;
    value.known = true;
    if (node.kind == Kind::number) {
        value.number = node.number;
        value.texts = {node.text};
    } else if (node.kind == Kind::text) {
        value.texts = {node.text};
        value.number = parse_decimal(node.text);
    } else if (node.kind == Kind::reference) {
        value.texts = lookup(node.reference);
        value.known = !value.texts.empty();
        value.number = value.texts.size() == 1 ? parse_decimal(value.texts.front()) : std::nullopt;
    } else {
        std::size_t count = 0;
        std::size_t numbers = 0;
        double sum = 0;
        for (const std::size_t operand : node.operands) {
            for (const std::string& text : this->value(operand, lookup).texts) {
                ++count;
                const std::optional<double> number = parse_decimal(text);
                numbers += number ? 1U : 0U;
                sum += number.value_or(0);
            }
        }
        value.known = node.kind == Kind::count || numbers > 0;
        value.number = node.kind == Kind::count ? static_cast<double>(count) : sum;
        value.texts = {decimal_text(*value.number)};
    }
    return value;
}

std::optional<bool> Expression::compare(const Node& node, const Lookup& lookup) const {
    const Value left = value(node.operands.front(), lookup);
    const Value right = value(node.operands.back(), lookup);
    if (!left.known || !right.known) {
        return std::nullopt;
    }
    const bool numbers = left.number && right.number;
    if (node.comparison == Comparison::equal || node.comparison == Comparison::unequal) {
        const bool equal = numbers
                               ? are_equal(*left.number, *right.number)
                               : std::find_first_of(left.texts.begin(), left.texts.end(), right.texts.begin(),
                                                    right.texts.end()) != left.texts.end();
        return equal == (node.comparison == Comparison::equal);
    }
    // Texts are ordered by their bytes, which is right for dates; several values have no order.
    if (!numbers && (left.texts.size() != 1 || right.texts.size() != 1)) {
        return std::nullopt;
    }
    const bool equal = numbers ? are_equal(*left.number, *right.number) : left.texts == right.texts;
    const bool less = !equal && (numbers ? *left.number < *right.number : left.texts < right.texts);
    switch (node.comparison) {
    case Comparison::less:
        return less;
    case Comparison::at_most:
        return less || equal;
    case Comparison::more:
        return !less && !equal;
    default:
        return !less;
    }
}

std::vector<ExpressionReference> Expression::references() const {
    std::vector<ExpressionReference> references;
    for (const Node& node : m_nodes) {
        if (node.kind == Kind::reference &&
            std::find(references.begin(), references.end(), node.reference) == references.end()) {
            references.push_back(node.reference);
        }
    }
    return references;
}

std::vector<std::pair<ExpressionReference, std::string>> Expression::compared_texts() const {
    std::vector<std::pair<ExpressionReference, std::string>> compared;
    for (const Node& node : m_nodes) {
        if (node.kind != Kind::compare ||
            (node.comparison != Comparison::equal && node.comparison != Comparison::unequal)) {
            continue;
        }
        const Node& left = m_nodes[node.operands.front()];
        const Node& right = m_nodes[node.operands.back()];
        if (left.kind == Kind::reference && right.kind == Kind::text) {
            compared.emplace_back(left.reference, right.text);
        } else if (left.kind == Kind::text && right.kind == Kind::reference) {
            compared.emplace_back(right.reference, left.text);
        }
    }
    return compared;
}

}  // namespace rapporteur::domain
