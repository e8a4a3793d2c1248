// SPDX-License-Identifier: EUPL-1.2
//
// Whether every word of a Word file stands somewhere in what was read of it. Counted on the package by itself, not on what the reader took, so
// that a fault of the reader is found too. Words are runs of letters and digits; punctuation does not count. Inside the room.
#pragma once

#include "base/xml.hpp"
#include "document/tree.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapporteur::document {

class WordCount {
public:
    void add(std::string_view text);
    void add(const Blocks& blocks);  // with its notes
    // Every w:t below, but for what was deleted or stands twice (mc:Fallback).
    void add_part(const base::XmlElement& part);
    std::size_t size() const { return m_size; }
    // The words that are here and not there, in no order, each as often as it is missing.
    std::vector<std::string> missing_from(const WordCount& other) const;

private:
    std::unordered_map<std::string, int> m_words;
    std::size_t m_size = 0;
};

}  // namespace rapporteur::document
