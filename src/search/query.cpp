// SPDX-License-Identifier: EUPL-1.2
#include "search/query.hpp"

#include "base/text.hpp"
#include "search/words.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace rapporteur::search {

namespace {

constexpr std::size_t k_longest_text = 4'000;
constexpr std::size_t k_most_words = 64;
constexpr std::size_t k_deepest = 24;

using MaybeNode = std::optional<Node>;

// One node of several, with what is of the same kind taken in; none and one are themselves.
MaybeNode joined(NodeKind kind, std::vector<Node> parts) {
    if (parts.empty()) {
        return std::nullopt;
    }
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    Node node;
    node.kind = kind;
    for (Node& part : parts) {
        if (part.kind == kind) {
            std::move(part.children.begin(), part.children.end(), std::back_inserter(node.children));
        } else {
            node.children.push_back(std::move(part));
        }
    }
    return node;
}

Node negated(Node node) {
    if (node.kind == NodeKind::none_of) {
        return Node(std::move(node.children.front()));
    }
    Node none;
    none.kind = NodeKind::none_of;
    none.children.push_back(std::move(node));
    return none;
}

class QueryReader {
public:
    QueryReader(std::string_view text, const std::vector<std::string>& fields)
        : m_text(text), m_fields(fields) {}

    Query read() {
        Query query;
        if (m_text.size() > k_longest_text) {
            m_text = m_text.substr(0, k_longest_text);
            query.notes.push_back("only the first " + std::to_string(k_longest_text) + " bytes are read");
        }
        if (MaybeNode root = any_of("")) {
            query.root.push_back(std::move(*root));
        }
        if (m_words_left_out) {
            query.notes.push_back("only the first " + std::to_string(k_most_words) +
                                  " words are searched for");
        }
        if (m_groups_left_out) {
            query.notes.push_back("parentheses deeper than " + std::to_string(k_deepest) + " are left out");
        }
        return query;
    }

private:
    enum class Operator { none, all, any, no };

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    // Behind white space and behind closing parentheses that close nothing.
    bool at_end() {
        while (m_at < m_text.size()) {
            if (base::is_space(peek())) {
                ++m_at;
            } else if (peek() == ')' && (m_depth == 0 || m_unopened > 0)) {
                m_unopened -= m_unopened > 0 ? 1 : 0;
                ++m_at;
            } else {
                return false;
            }
        }
        return true;
    }

    static bool ends_chunk(char c) { return base::is_space(c) || c == '(' || c == ')' || c == '"'; }

    // What stands up to white space, a parenthesis or a quote.
    std::string_view chunk() const {
        std::size_t end = m_at;
        while (end < m_text.size() && !ends_chunk(m_text[end])) {
            ++end;
        }
        return m_text.substr(m_at, end - m_at);
    }

    bool stands_here(std::string_view word) const {
        const std::string_view rest = m_text.substr(m_at, word.size() + 1);
        return rest.substr(0, word.size()) == word && (rest.size() == word.size() || ends_chunk(rest.back()));
    }

    Operator operator_here() const {
        if (stands_here("AND")) {
            return Operator::all;
        }
        if (stands_here("OR")) {
            return Operator::any;
        }
        return stands_here("NOT") ? Operator::no : Operator::none;
    }

    MaybeNode any_of(const std::string& field) {
        std::vector<Node> parts;
        for (;;) {
            if (MaybeNode part = all_of(field)) {
                parts.push_back(std::move(*part));
            }
            if (at_end() || peek() == ')') {
                return joined(NodeKind::any_of, std::move(parts));
            }
            m_at += 2;  // all_of stops at an OR
        }
    }

    MaybeNode all_of(const std::string& field) {
        std::vector<Node> parts;
        while (!at_end() && peek() != ')') {
            const Operator here = operator_here();
            if (here == Operator::any) {
                break;
            }
            if (here == Operator::all) {
                m_at += 3;
                continue;
            }
            if (MaybeNode part = one(field)) {
                parts.push_back(std::move(*part));
            }
        }
        return joined(NodeKind::all_of, std::move(parts));
    }

    // A word, phrase or group with the NOTs before it; nothing when there is nothing to read at the place passed.
    MaybeNode one(const std::string& field) {
        bool negative = false;
        while (!at_end()) {
            if (operator_here() == Operator::no) {
                m_at += 3;
            } else if (peek() == '-') {
                ++m_at;
                if (m_at == m_text.size() || base::is_space(peek()) || peek() == '-') {
                    continue;  // a dash by itself
                }
            } else {
                break;
            }
            negative = !negative;
        }
        if (at_end() || peek() == ')' || operator_here() != Operator::none) {
            return std::nullopt;
        }
        MaybeNode node = primary(field);
        return node && negative ? negated(std::move(*node)) : std::move(node);
    }

    MaybeNode primary(const std::string& field) {
        if (peek() == '(') {
            return group(field);
        }
        if (peek() == '"') {
            return quoted(field);
        }
        const std::string_view word = chunk();
        const std::size_t colon = word.find(':');
        if (colon != std::string_view::npos && colon > 0) {
            std::string name = base::lower_ascii(word.substr(0, colon));
            if (base::contains(m_fields, name)) {
                return of_field(name, word.substr(0, colon), field);
            }
        }
        return plain(word, field);
    }

    MaybeNode of_field(const std::string& name, std::string_view written, const std::string& outer) {
        m_at += written.size() + 1;
        if (at_end() || peek() == ')' || peek() == '-' || operator_here() != Operator::none) {
            return leaf(written, TermKind::stem, outer);  // "title:" with nothing behind it
        }
        // One field behind another: the last counts. By turns and not by recursion, which a long text would exhaust.
        std::string field = name;
        for (;;) {
            const std::string_view word = chunk();
            const std::size_t colon = word.find(':');
            std::string next =
                colon == std::string_view::npos ? "" : base::lower_ascii(word.substr(0, colon));
            const bool more = colon != std::string_view::npos && colon + 1 < word.size();
            if (!more || !base::contains(m_fields, next)) {
                break;
            }
            field = std::move(next);
            m_at += colon + 1;
        }
        if (peek() == '(') {
            return group(field);
        }
        return peek() == '"' ? quoted(field) : plain(chunk(), field);
    }

    MaybeNode group(const std::string& field) {
        ++m_at;
        if (m_depth == k_deepest) {
            m_groups_left_out = true;
            ++m_unopened;
            return std::nullopt;
        }
        ++m_depth;
        const std::size_t unopened = std::exchange(m_unopened, 0);
        MaybeNode node = any_of(field);
        --m_depth;
        m_unopened = unopened;
        if (peek() == ')') {
            ++m_at;
        }
        return node;
    }

    MaybeNode quoted(const std::string& field) {
        const std::size_t begin = m_at + 1;
        const std::size_t end = std::min(m_text.find('"', begin), m_text.size());
        m_at = std::min(end + 1, m_text.size());
        return leaf(m_text.substr(begin, end - begin), TermKind::exact, field);
    }

    // Up to a star, which ends a word.
    MaybeNode plain(std::string_view word, const std::string& field) {
        const std::size_t star = word.find('*');
        word = word.substr(0, star == std::string_view::npos ? star : star + 1);
        m_at += word.size();
        return leaf(word, TermKind::stem, field);
    }

    MaybeNode leaf(std::string_view text, TermKind kind, const std::string& field) {
        Node node;
        node.field = field;
        WordReader reader(text);
        while (const Word* word = reader.next()) {
            if (m_words == k_most_words) {
                m_words_left_out = true;
                break;
            }
            ++m_words;
            const std::size_t behind = word->offset + word->length;
            const bool begins = behind < text.size() && text[behind] == '*';
            node.terms.push_back({begins ? TermKind::prefix : kind, word->lowered, word->folded});
        }
        return node.terms.empty() ? MaybeNode() : MaybeNode(std::move(node));
    }

    std::string_view m_text;
    const std::vector<std::string>& m_fields;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;
    std::size_t m_unopened = 0;  // parentheses that were left out and may yet be closed
    std::size_t m_words = 0;
    bool m_words_left_out = false;
    bool m_groups_left_out = false;
};

std::string text_of_terms(const Node& node) {
    std::string text = node.field.empty() ? "" : node.field + ":";
    const bool whole = node.terms.size() == 1 && node.terms.front().kind == TermKind::prefix;
    const bool joints = std::any_of(node.terms.begin(), node.terms.end(),
                                    [](const Term& term) { return term.kind == TermKind::stem; });
    const bool quotes = !whole && !joints;
    text += quotes ? "\"" : "";
    for (const Term& term : node.terms) {
        if (&term != &node.terms.front()) {
            text += quotes ? ' ' : '-';
        }
        text += term.lowered;
        text += term.kind == TermKind::prefix ? "*" : "";
    }
    text += quotes ? "\"" : "";
    return text;
}

std::string text_of(const Node& node);

// In parentheses when it would be read otherwise.
std::string text_within(const Node& node, NodeKind outer) {
    const bool composite = node.kind == NodeKind::any_of || node.kind == NodeKind::all_of;
    const bool tight = outer == NodeKind::any_of && node.kind == NodeKind::all_of;
    return composite && !tight ? "(" + text_of(node) + ")" : text_of(node);
}

std::string text_of(const Node& node) {
    if (node.kind == NodeKind::terms) {
        return text_of_terms(node);
    }
    if (node.kind == NodeKind::none_of) {
        return "NOT " + text_within(node.children.front(), node.kind);
    }
    std::string text;
    for (const Node& child : node.children) {
        text += text.empty() ? "" : node.kind == NodeKind::all_of ? " AND " : " OR ";
        text += text_within(child, node.kind);
    }
    return text;
}

void collect_wanted(const Node& node, std::vector<const Node*>& leaves) {
    if (node.kind == NodeKind::terms) {
        leaves.push_back(&node);
    } else if (node.kind != NodeKind::none_of) {
        for (const Node& child : node.children) {
            collect_wanted(child, leaves);
        }
    }
}

}  // namespace

Query parse_query(std::string_view text, const std::vector<std::string>& fields) {
    return QueryReader(text, fields).read();
}

std::string to_text(const Query& query) {
    return query.empty() ? "" : text_of(query.root.front());
}

std::vector<const Node*> wanted_leaves(const Query& query) {
    std::vector<const Node*> leaves;
    for (const Node& node : query.root) {
        collect_wanted(node, leaves);
    }
    return leaves;
}

}  // namespace rapporteur::search
