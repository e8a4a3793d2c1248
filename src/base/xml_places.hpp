// SPDX-License-Identifier: EUPL-1.2
// Where the elements of an XML file stand, by name and key, for rules that can only be checked on values after all
// has been read (an identifier that is there twice, a reference that leads nowhere): they name the line too. Knows
// nothing of any vocabulary. Called by the readers of frameworks, questionnaires and replies.
#pragma once

#include "base/problem.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::base {

class XmlPlaces {
public:
    // Knows no line: places then name the item alone.
    XmlPlaces() = default;
    // An element's key is the value of the first of these attributes that it has. Bytes that the gate refuses give
    // no lines; the reader has said why.
    XmlPlaces(std::string_view bytes, std::string file, const std::vector<std::string_view>& keys);

    // The place of the element; of its second appearance for 1, and so on. The item is the key.
    Place at(std::string_view element, std::string_view key, std::size_t appearance = 0) const;

private:
    std::string m_file;
    std::map<std::pair<std::string, std::string>, std::vector<int>> m_lines;
};

}  // namespace rapporteur::base
