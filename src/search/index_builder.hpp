// SPDX-License-Identifier: EUPL-1.2
// What IndexBuilder has in memory: every word once, and for each word and stream a list of documents and one of
// positions, as bytes already in the form in which they are stored. For index_builder.cpp and index_writer.cpp alone.
#pragma once

#include "search/arena.hpp"
#include "search/index.hpp"
#include "search/layout.hpp"
#include "search/words.hpp"

#include <vector>

namespace rapporteur::search {

struct WordEntry {
    std::uint32_t first_list = 0;  // its place among the lists, and one; 0 for none
    std::uint32_t languages = 0;   // a bit for each in whose texts it occurs
    std::size_t text_at = 0;
    std::uint8_t text_length = 0;
};

// Lowered words to numbers from 0.
class WordTable {
public:
    std::uint32_t find_or_add(std::string_view lowered);
    std::size_t size() const { return m_entries.size(); }
    WordEntry& entry(std::uint32_t word) { return m_entries[word]; }
    const WordEntry& entry(std::uint32_t word) const { return m_entries[word]; }
    std::string_view text(const WordEntry& entry) const {
        return std::string_view(m_texts).substr(entry.text_at, entry.text_length);
    }

private:
    void spread();

    std::vector<std::uint64_t> m_slots;  // hash, then number of the word and one; 0 is free
    std::vector<WordEntry> m_entries;
    std::string m_texts;
};

struct PostingList {
    std::uint32_t next = 0;      // as WordEntry::first_list
    std::uint32_t count = 0;     // documents
    std::uint32_t document = 0;  // the last one, not yet among the bytes while times > 0
    std::uint32_t previous = 0;  // the last one among the bytes
    std::uint32_t times = 0;
    std::uint32_t position = 0;
    Arena::Chain documents;
    Arena::Chain positions;
    std::uint8_t stream = 0;
};

struct Stream {
    std::size_t field = 0;
    std::size_t language = 0;
};

struct IndexBuilder::State {
    struct NextPosition {
        std::size_t documents = 0;  // how many there were when it was set
        std::uint32_t position = 0;
    };

    std::vector<Field> fields;
    std::vector<std::string> languages;
    std::vector<Stream> streams;
    std::vector<NextPosition> next_position;  // by stream
    std::vector<std::uint16_t> lengths;
    WordTable words;
    std::vector<PostingList> lists;
    Arena arena;

    explicit State(std::vector<Field> its_fields);

    std::size_t stream_of(std::size_t field, std::string_view language);
    void add_word(const Word& word, std::size_t stream, std::uint32_t position);
    void close_document(PostingList& list);

private:
    PostingList& list_of(std::uint32_t word, std::size_t stream);
};

}  // namespace rapporteur::search
