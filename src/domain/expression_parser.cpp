// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "domain/expression.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace rapporteur::domain {

namespace {

constexpr std::size_t k_longest = 4000;
constexpr int k_deepest = 40;

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

// Recursive descent; the first fault ends the work by an exception of its own, which parse() catches.
class ExpressionParser {
public:
    explicit ExpressionParser(std::string_view text) : m_text(text) {}

    Expression parse() {
        if (m_text.size() > k_longest) {
            stop(k_longest, "longer than 4000 bytes");
        }
        m_expression.m_root = condition(0);
        skip_spaces();
        if (m_position < m_text.size()) {
            stop(m_position, "nothing can follow here");
        }
        return std::move(m_expression);
    }

private:
    using Kind = Expression::Kind;
    using Comparison = Expression::Comparison;
    using Node = Expression::Node;

    [[noreturn]] static void stop(std::size_t position, std::string text) {
        throw ExpressionFault{position, std::move(text)};
    }
    void skip_spaces() {
        while (m_position < m_text.size() && base::is_space(m_text[m_position])) {
            ++m_position;
        }
    }
    std::string_view peek_word() {
        skip_spaces();
        std::size_t end = m_position;
        while (end < m_text.size() && is_word(m_text[end])) {
            ++end;
        }
        return m_text.substr(m_position, end - m_position);
    }
    bool take_word(std::string_view word) {
        if (peek_word() != word) {
            return false;
        }
        m_position += word.size();
        return true;
    }
    bool take(std::string_view sign) {
        skip_spaces();
        if (m_text.substr(m_position, sign.size()) != sign) {
            return false;
        }
        m_position += sign.size();
        return true;
    }
    void expect(std::string_view sign) {
        if (!take(sign)) {
            stop(m_position, "\"" + std::string(sign) + "\" is missing");
        }
    }
    std::size_t add(Node node) {
        m_expression.m_nodes.push_back(std::move(node));
        return m_expression.m_nodes.size() - 1;
    }
    std::size_t add(Kind kind, std::vector<std::size_t> operands) {
        Node node;
        node.kind = kind;
        node.operands = std::move(operands);
        return add(std::move(node));
    }

    std::size_t condition(int depth);
    std::size_t must_be_condition(std::size_t node, std::size_t position) const;
    std::size_t disjunction(int depth);
    std::size_t conjunction(int depth);
    std::size_t comparison(int depth);
    std::size_t primary(int depth);
    std::size_t function(Kind kind, int depth);
    std::size_t reference();
    std::size_t text(char quote);
    std::size_t number();
    std::optional<Comparison> take_comparison();

    std::string_view m_text;
    std::size_t m_position = 0;
    Expression m_expression;
};

std::size_t ExpressionParser::must_be_condition(std::size_t node, std::size_t position) const {
    if (!m_expression.is_condition(node)) {
        stop(position, "no condition: compare it with something");
    }
    return node;
}

std::size_t ExpressionParser::condition(int depth) {
    skip_spaces();
    const std::size_t begin = m_position;
    return must_be_condition(disjunction(depth), begin);
}

std::size_t ExpressionParser::disjunction(int depth) {
    skip_spaces();
    const std::size_t begin = m_position;
    std::size_t left = conjunction(depth);
    while (take_word("or")) {
        must_be_condition(left, begin);
        skip_spaces();
        const std::size_t next = m_position;
        left = add(Kind::either, {left, must_be_condition(conjunction(depth), next)});
    }
    return left;
}

std::size_t ExpressionParser::conjunction(int depth) {
    skip_spaces();
    const std::size_t begin = m_position;
    std::size_t left = comparison(depth);
    while (take_word("and")) {
        must_be_condition(left, begin);
        skip_spaces();
        const std::size_t next = m_position;
        left = add(Kind::both, {left, must_be_condition(comparison(depth), next)});
    }
    return left;
}

std::optional<Expression::Comparison> ExpressionParser::take_comparison() {
    struct Sign {
        std::string_view text;
        Comparison comparison;
    };
    static constexpr std::array<Sign, 6> k_signs{{{"!=", Comparison::unequal},
                                                  {"<=", Comparison::at_most},
                                                  {">=", Comparison::at_least},
                                                  {"=", Comparison::equal},
                                                  {"<", Comparison::less},
                                                  {">", Comparison::more}}};
    for (const Sign& sign : k_signs) {
        if (take(sign.text)) {
            return sign.comparison;
        }
    }
    return std::nullopt;
}

std::size_t ExpressionParser::comparison(int depth) {
    skip_spaces();
    const std::size_t begin = m_position;
    const std::size_t left = primary(depth);
    const std::optional<Comparison> comparison = take_comparison();
    if (!comparison) {
        return left;
    }
    skip_spaces();
    const std::size_t next = m_position;
    const std::size_t right = primary(depth);
    if (m_expression.is_condition(left) || m_expression.is_condition(right)) {
        stop(m_expression.is_condition(left) ? begin : next,
             "a condition can not be compared; join conditions by and, or");
    }
    Node node;
    node.kind = Kind::compare;
    node.comparison = *comparison;
    node.operands = {left, right};
    return add(std::move(node));
}

std::size_t ExpressionParser::primary(int depth) {
    if (depth > k_deepest) {
        stop(m_position, "too many levels of parentheses");
    }
    skip_spaces();
    if (m_position == m_text.size()) {
        stop(m_position, "it breaks off here");
    }
    const char next = m_text[m_position];
    if (next == '(') {
        ++m_position;
        const std::size_t inner = disjunction(depth + 1);
        expect(")");
        return inner;
    }
    if (next == '$') {
        return reference();
    }
    if (next == '\'' || next == '"') {
        return text(next);
    }
    if (base::is_digit(next) || next == '-') {
        return number();
    }
    const std::size_t begin = m_position;
    if (take_word("not")) {
        expect("(");
        const std::size_t inner = condition(depth + 1);
        expect(")");
        return add(Kind::negation, {inner});
    }
    if (take_word("sum")) {
        return function(Kind::sum, depth);
    }
    if (take_word("count")) {
        return function(Kind::count, depth);
    }
    const std::string_view word = peek_word();
    stop(begin, word.empty() ? "\"" + std::string(1, next) + "\" has no meaning here"
                             : "the language has no \"" + std::string(word) +
                                   "\"; a text stands in quotes, an answer is ${id}");
}

std::size_t ExpressionParser::function(Kind kind, int depth) {
    expect("(");
    std::vector<std::size_t> operands;
    do {
        skip_spaces();
        const std::size_t begin = m_position;
        const std::size_t operand = primary(depth + 1);
        const Kind inner = m_expression.m_nodes[operand].kind;
        if (inner != Kind::reference && (kind == Kind::count || inner != Kind::number)) {
            stop(begin, "sum and count take answers, ${id}");
        }
        operands.push_back(operand);
    } while (take(","));
    expect(")");
    return add(kind, std::move(operands));
}

std::size_t ExpressionParser::reference() {
    const std::size_t begin = m_position;
    if (!take("${")) {
        stop(begin, "an answer is written ${id}");
    }
    const std::size_t end = m_text.find('}', m_position);
    if (end == std::string_view::npos) {
        stop(begin, "\"}\" is missing");
    }
    std::string_view inside = m_text.substr(m_position, end - m_position);
    Node node;
    node.kind = Kind::reference;
    const std::size_t bracket = inside.find('[');
    if (bracket != std::string_view::npos) {
        if (inside.back() != ']') {
            stop(begin, "\"]\" is missing");
        }
        for (const std::string_view part :
             base::split_words(inside.substr(bracket + 1, inside.size() - bracket - 2))) {
            const std::size_t equals = part.find('=');
            if (equals == 0 || equals == std::string_view::npos || equals + 1 == part.size()) {
                stop(begin, "\"" + std::string(part) + "\" is not dimension=code");
            }
            node.reference.where.emplace_back(part);
        }
        inside = inside.substr(0, bracket);
    }
    if (!base::is_ascii_token(inside)) {
        stop(begin, "\"" + std::string(inside) + "\" can not be a question's identifier");
    }
    node.reference.id = inside;
    m_position = end + 1;
    return add(std::move(node));
}

std::size_t ExpressionParser::text(char quote) {
    const std::size_t begin = m_position;
    const std::size_t end = m_text.find(quote, begin + 1);
    if (end == std::string_view::npos) {
        stop(begin, "the text has no closing quote");
    }
    Node node;
    node.kind = Kind::text;
    node.text = m_text.substr(begin + 1, end - begin - 1);
    m_position = end + 1;
    return add(std::move(node));
}

std::size_t ExpressionParser::number() {
    const std::size_t begin = m_position;
    m_position += m_text[m_position] == '-' ? 1U : 0U;
    while (m_position < m_text.size() && (base::is_digit(m_text[m_position]) || m_text[m_position] == '.')) {
        ++m_position;
    }
    Node node;
    node.kind = Kind::number;
    node.text = m_text.substr(begin, m_position - begin);
    const std::optional<double> number = parse_decimal(node.text);
    if (!number) {
        stop(begin, "\"" + node.text + "\" is no number");
    }
    node.number = *number;
    return add(std::move(node));
}

std::optional<Expression> Expression::parse(std::string_view text, ExpressionFault& fault) {
    try {
        return ExpressionParser(text).parse();
    } catch (const ExpressionFault& found) {
        fault = found;
        return std::nullopt;
    }
}

}  // namespace rapporteur::domain
