// SPDX-License-Identifier: EUPL-1.2
// Enumerators and their names in files, options and columns, from one table an enumeration:
//   template <> struct rapporteur::base::Names<Stage> {
//       static constexpr std::array<Name<Stage>, 2> k_names{{{Stage::open, "open"}, {Stage::closed,
//       "closed"}}};
//   };
// The names are the stored form: renaming one changes the files. Knows nothing of translations.
#pragma once

#include "base/error.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::base {

template <class E>
struct Name {
    E value;
    std::string_view text;
};

template <class E>
struct Names;

// Error(internal) when the table lacks the enumerator.
template <class E>
std::string_view name_of(E value) {
    for (const auto& row : Names<E>::k_names) {
        if (row.value == value) {
            return row.text;
        }
    }
    throw Error(ErrorKind::internal, "an enumerator has no name");
}

template <class E>
std::optional<E> from_name(std::string_view text) {
    for (const auto& row : Names<E>::k_names) {
        if (row.text == text) {
            return row.value;
        }
    }
    return std::nullopt;
}

// All names in the order of the table: for nearest() and for iterating.
template <class E>
std::vector<std::string_view> all_names() {
    std::vector<std::string_view> names;
    for (const auto& row : Names<E>::k_names) {
        names.push_back(row.text);
    }
    return names;
}

// "open, closed": for messages that say what would have been right.
template <class E>
std::string names_list() {
    std::string list;
    for (const auto& row : Names<E>::k_names) {
        list += list.empty() ? "" : ", ";
        list += row.text;
    }
    return list;
}

}  // namespace rapporteur::base
