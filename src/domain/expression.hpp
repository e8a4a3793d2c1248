// SPDX-License-Identifier: EUPL-1.2
//
// The one language for conditions of questions, checks of replies and trigger rules. It compares answers; it computes nothing but sums and
// counts, has no loops and no names of its own, and what it costs is bounded by its length.
//
//   ${legalaid.how} = 'no' and count(${exhibits}) > 0        sum(${stat.form}) <= sum(${stat.identified[year=2016]})
//
// An operand is ${id}, a number, a 'text', sum(...) or count(...); comparisons are = != < <= > >=; they are joined by and, or, not(...) and
// parentheses. ${id[dim=code]} takes the cells of a table that stand at that code. An answer of several values is equal to a text
// if one of its values is. What is not answered makes a comparison neither true nor false, and so on up (Kleene's three values).
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::domain {

struct ExpressionReference {
    std::string id;
    std::vector<std::string> where;  // "year=2016", "series=claimed"
    bool operator==(const ExpressionReference&) const = default;
};

struct ExpressionFault {
    std::size_t position = 0;  // byte offset in the text
    std::string text;
};

class Expression {
public:
    // The values of an answer as they were given: codes, a number, a date, the figures of cells without totals; none where there is no answer.
    using Lookup = std::function<std::vector<std::string>(const ExpressionReference&)>;

    // Nothing, and the first fault, where the text is no condition. At most 4000 bytes, 40 levels of parentheses.
    static std::optional<Expression> parse(std::string_view text, ExpressionFault& fault);

    // Whether the condition holds; nothing where what is not answered leaves it open.
    std::optional<bool> holds(const Lookup& lookup) const;

    // Every answer that it looks at, each once, in their order.
    std::vector<ExpressionReference> references() const;
    // The texts that an answer is compared with for equality: whoever knows the question can say whether it has such a code.
    std::vector<std::pair<ExpressionReference, std::string>> compared_texts() const;

private:
    friend class ExpressionParser;
    enum class Kind { number, text, reference, sum, count, compare, both, either, negation };
    enum class Comparison { equal, unequal, less, at_most, more, at_least };
    struct Node {
        Kind kind = Kind::number;
        Comparison comparison = Comparison::equal;
        double number = 0;
        std::string text;
        ExpressionReference reference;
        std::vector<std::size_t> operands;  // indexes of nodes
    };
    struct Value {
        bool known = false;
        std::vector<std::string> texts;
        std::optional<double> number;
    };

    std::optional<bool> truth(std::size_t node, const Lookup& lookup) const;
    std::optional<bool> compare(const Node& node, const Lookup& lookup) const;
    Value value(std::size_t node, const Lookup& lookup) const;
    bool is_condition(std::size_t node) const;

    std::vector<Node> m_nodes;
    std::size_t m_root = 0;
};

// A decimal number: digits with an optional sign and fraction, nothing else.
std::optional<double> parse_decimal(std::string_view text);
// Shortest text that is the number to six places: "92", "76.2".
std::string decimal_text(double number);

}  // namespace rapporteur::domain
