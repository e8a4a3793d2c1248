// SPDX-License-Identifier: EUPL-1.2
// Gathers the words of all texts in memory and puts them on the shelf in order. index_writer.cpp has the second half.
#include "search/index_builder.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace rapporteur::search {

std::uint32_t WordTable::find_or_add(std::string_view lowered) {
    if (m_entries.size() * 2 >= m_slots.size()) {
        spread();
    }
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(lowered));
    std::size_t place = hash & (m_slots.size() - 1);
    for (; m_slots[place] != 0; place = (place + 1) & (m_slots.size() - 1)) {
        const auto word = static_cast<std::uint32_t>(m_slots[place]) - 1;
        if (m_slots[place] >> 32U == hash && text(m_entries[word]) == lowered) {
            return word;
        }
    }
    WordEntry& entry = m_entries.emplace_back();
    entry.text_at = m_texts.size();
    entry.text_length = static_cast<std::uint8_t>(lowered.size());
    m_texts.append(lowered);
    m_slots[place] = std::uint64_t{hash} << 32U | m_entries.size();
    return static_cast<std::uint32_t>(m_entries.size() - 1);
}

void WordTable::spread() {
    const std::vector<std::uint64_t> before = std::move(m_slots);
    m_slots.assign(std::max<std::size_t>(1'024, before.size() * 2), 0);
    for (const std::uint64_t slot : before) {
        if (slot != 0) {
            std::size_t place = slot >> 32U & (m_slots.size() - 1);
            while (m_slots[place] != 0) {
                place = (place + 1) & (m_slots.size() - 1);
            }
            m_slots[place] = slot;
        }
    }
}

IndexBuilder::State::State(std::vector<Field> its_fields) : fields(std::move(its_fields)) {}

std::size_t IndexBuilder::State::stream_of(std::size_t field, std::string_view language) {
    if (field >= fields.size()) {
        throw base::Error(base::ErrorKind::internal, "a text for a field that the search index has not");
    }
    for (std::size_t i = 0; i < streams.size(); ++i) {
        if (streams[i].field == field && languages[streams[i].language] == language) {
            return i;
        }
    }
    auto place = std::find(languages.begin(), languages.end(), language);
    if (place == languages.end()) {
        place = languages.insert(languages.end(), std::string(language));
    }
    if (languages.size() > k_most_languages || streams.size() == k_most_streams) {
        throw base::Error(base::ErrorKind::refused, "more languages than a search index can hold")
            .because("it holds " + std::to_string(k_most_languages) + " languages and " +
                     std::to_string(k_most_streams) + " pairs of field and language");
    }
    streams.push_back({field, static_cast<std::size_t>(place - languages.begin())});
    next_position.push_back({});
    return streams.size() - 1;
}

PostingList& IndexBuilder::State::list_of(std::uint32_t word, std::size_t stream) {
    WordEntry& entry = words.entry(word);
    for (std::uint32_t list = entry.first_list; list != 0; list = lists[list - 1].next) {
        if (lists[list - 1].stream == stream) {
            return lists[list - 1];
        }
    }
    PostingList& list = lists.emplace_back();
    list.stream = static_cast<std::uint8_t>(stream);
    list.next = entry.first_list;
    entry.first_list = static_cast<std::uint32_t>(lists.size());
    entry.languages |= std::uint32_t{1} << streams[stream].language;
    return list;
}

void IndexBuilder::State::close_document(PostingList& list) {
    if (list.times == 0) {
        return;
    }
    const std::uint32_t distance = list.document - list.previous;
    arena.append_number(list.documents, distance * 2 + (list.times > 1 ? 1 : 0));
    if (list.times > 1) {
        arena.append_number(list.documents, list.times - 2);
    }
    list.previous = list.document;
    list.times = 0;
}

void IndexBuilder::State::add_word(const Word& word, std::size_t stream, std::uint32_t position) {
    PostingList& list = list_of(words.find_or_add(word.lowered), stream);
    const auto document = static_cast<std::uint32_t>(lengths.size() - 1);
    if (list.times > 0 && list.document != document) {
        close_document(list);
    }
    if (list.times == 0) {
        list.document = document;
        list.position = 0;
        ++list.count;
    }
    ++list.times;
    arena.append_number(list.positions, position - list.position);
    list.position = position;
}

IndexBuilder::IndexBuilder(std::vector<Field> fields) : m_state(std::make_unique<State>(std::move(fields))) {}
IndexBuilder::~IndexBuilder() = default;
IndexBuilder::IndexBuilder(IndexBuilder&&) noexcept = default;
IndexBuilder& IndexBuilder::operator=(IndexBuilder&&) noexcept = default;

std::uint32_t IndexBuilder::begin_document() {
    if (m_state->lengths.size() == k_most_documents) {
        throw base::Error(base::ErrorKind::refused, "more documents than a search index can hold")
            .because("it holds " + std::to_string(k_most_documents));
    }
    m_state->lengths.push_back(0);
    return static_cast<std::uint32_t>(m_state->lengths.size() - 1);
}

void IndexBuilder::add_text(std::size_t field, std::string_view language, std::string_view text) {
    State& state = *m_state;
    if (state.lengths.empty()) {
        throw base::Error(base::ErrorKind::internal, "a text for the search index before any document");
    }
    const std::size_t stream = state.stream_of(field, language);
    State::NextPosition& next = state.next_position[stream];
    if (next.documents != state.lengths.size()) {
        next = {state.lengths.size(), 0};
    }
    WordReader reader(text);
    std::uint32_t count = 0;
    while (const Word* word = reader.next()) {
        state.add_word(*word, stream, next.position + word->position);
        ++count;
    }
    next.position += count + 1;  // a gap, which no phrase bridges
    std::uint16_t& length = state.lengths.back();
    length = static_cast<std::uint16_t>(
        std::min<std::uint64_t>(k_longest_document, std::uint64_t{length} + count));
}

}  // namespace rapporteur::search
