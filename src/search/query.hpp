// SPDX-License-Identifier: EUPL-1.2
// The query language: a text into a small tree, and the tree back into a text that says how it was read. No text is an
// error. Does not know an index; what a leaf matches is said here and done in search.hpp and marks.hpp.
//
//   victim support          both words, each in any of its forms (by stem); AND may be written
//   "victim support"        these words side by side, as they are written (accents and case aside)
//   "victim"                this form of the word alone
//   discriminat*            every word that begins so, whatever its stem; in a phrase too: "forced lab*"
//   anti-trafficking        a word with a joint is its parts side by side, each in any of its forms
//   a OR b   NOT a   -a     OR binds weaker than AND; operators are capital letters
//   (a OR b) c              parentheses
//   title:word  title:"a phrase"  title:pre*  title:(a OR b)     in that field alone
//
// Read forgivingly: a quote that is not closed ends with the text; a parenthesis without its other half, an operator
// with nothing to join and signs with no word are left out; name: is a field only when there is such a field, else it is
// a word with a joint. Parentheses deeper than 24 are left out, and so are words after the 64th and what comes
// after 4,000 bytes; a note says so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::search {

enum class TermKind {
    stem,    // in any of its forms
    exact,   // the folded word
    prefix,  // every folded word that begins so
};

struct Term {
    TermKind kind = TermKind::stem;
    std::string lowered;  // as words.hpp has them
    std::string folded;
    bool operator==(const Term&) const = default;
};

enum class NodeKind { all_of, any_of, none_of, terms };

struct Node {
    NodeKind kind = NodeKind::terms;
    std::vector<Node> children;  // of all_of and any_of two or more, of none_of one
    std::string field;           // of terms: empty for any field
    std::vector<Term> terms;     // of terms: one, or several that stand side by side
    bool operator==(const Node&) const = default;
};

struct Query {
    std::vector<Node> root;  // one node, or none: such a query matches every document
    std::vector<std::string>
        notes;  // sentences without a full stop, on what was left out: "only the first 64 ..."
    bool empty() const { return root.empty(); }
};

// The fields are the names that may stand before a colon.
Query parse_query(std::string_view text, const std::vector<std::string>& fields);

// "victim AND (traffick* OR \"forced labour\")"; read again it gives the same tree. Empty for an empty query.
std::string to_text(const Query& query);

// The leaves that are not under a NOT, from left to right: what counts for rank and is highlighted.
std::vector<const Node*> wanted_leaves(const Query& query);

}  // namespace rapporteur::search
