// SPDX-License-Identifier: EUPL-1.2
// From the builder's memory to the shelf: the dictionary in order, with its lists, in shards; stems; lengths; the root.
#include "search/blob.hpp"
#include "search/index_builder.hpp"
#include "search/stems.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rapporteur::search {

namespace {

struct SortedWord {
    std::string folded;
    std::uint32_t word = 0;
};

std::vector<SortedWord> sorted_words(const WordTable& words) {
    std::vector<SortedWord> sorted;
    sorted.reserve(words.size());
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        sorted.push_back({folded(words.text(words.entry(i))), i});
    }
    std::sort(sorted.begin(), sorted.end(), [&words](const SortedWord& a, const SortedWord& b) {
        const int order = a.folded.compare(b.folded);
        return order != 0 ? order < 0 : words.text(words.entry(a.word)) < words.text(words.entry(b.word));
    });
    return sorted;
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    return static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(most), b.begin()).first - a.begin());
}

void append_front_coded(std::string& bytes, std::string_view before, std::string_view text) {
    const std::size_t common = common_prefix(before, text);
    append_varint(bytes, common);
    append_text(bytes, text.substr(common));
}

// Takes words in order and closes a shard when it is full.
class DictionaryWriter {
public:
    DictionaryWriter(const IndexBuilder::State& state, ShelfWriter& shelf) : m_state(state), m_shelf(shelf) {}

    void add(const SortedWord& word) {
        const WordEntry& entry = m_state.words.entry(word.word);
        if (m_count == 0) {
            m_first = word.folded;
            m_before.clear();
        }
        append_front_coded(m_dictionary, m_before, word.folded);
        m_before = word.folded;
        ++m_count;
        add_lists(entry);
        if (m_dictionary.size() >= k_full_dictionary || m_documents.size() >= k_full_documents ||
            m_positions.size() >= k_full_positions) {
            close();
        }
    }

    // What the root says of the shards: how many, and of each its first word and its count.
    std::string finish() {
        if (m_count > 0) {
            close();
        }
        std::string bytes;
        append_varint(bytes, m_shard);
        return bytes + m_shards;
    }

private:
    void add_lists(const WordEntry& entry) {
        std::vector<const PostingList*> lists;
        for (std::uint32_t list = entry.first_list; list != 0; list = m_state.lists[list - 1].next) {
            lists.push_back(&m_state.lists[list - 1]);
        }
        std::sort(lists.begin(), lists.end(),
                  [](const PostingList* a, const PostingList* b) { return a->stream < b->stream; });
        append_varint(m_dictionary, lists.size());
        for (const PostingList* list : lists) {
            append_varint(m_dictionary, list->stream);
            append_varint(m_dictionary, list->count);
            append_varint(m_dictionary, list->documents.bytes);
            append_varint(m_dictionary, list->positions.bytes);
            place(list->documents, 'D', m_documents);
            place(list->positions, 'P', m_positions);
            ++m_list;
        }
    }

    void place(const Arena::Chain& chain, char own_kind, std::string& common) {
        if (chain.bytes <= k_long_list) {
            m_state.arena.copy(chain, common);
            return;
        }
        std::string bytes;
        bytes.reserve(chain.bytes);
        m_state.arena.copy(chain, bytes);
        put_blob(m_shelf, list_key(own_kind, m_shard, m_list), bytes);
    }

    void close() {
        append_text(m_shards, m_first);
        append_varint(m_shards, m_count);
        put_blob(m_shelf, shard_key('t', m_shard), m_dictionary);
        put_blob(m_shelf, shard_key('d', m_shard), m_documents);
        put_blob(m_shelf, shard_key('p', m_shard), m_positions);
        m_dictionary.clear();
        m_documents.clear();
        m_positions.clear();
        m_count = 0;
        m_list = 0;
        ++m_shard;
    }

    const IndexBuilder::State& m_state;
    ShelfWriter& m_shelf;
    std::string m_dictionary, m_documents, m_positions;
    std::string m_first, m_before;
    std::string m_shards;
    std::size_t m_shard = 0;
    std::size_t m_count = 0;
    std::size_t m_list = 0;
};

struct StemOfWord {
    std::string key;
    std::uint32_t place = 0;
};

std::vector<StemOfWord> stems_of(const IndexBuilder::State& state, const std::vector<SortedWord>& sorted) {
    std::vector<StemOfWord> stems;
    for (std::size_t language = 0; language < state.languages.size(); ++language) {
        const Stemmer stemmer(state.languages[language]);
        if (!stemmer.changes_words()) {
            continue;
        }
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            const WordEntry& entry = state.words.entry(sorted[i].word);
            if ((entry.languages >> language & 1U) != 0) {
                stems.push_back({stem_key(language, stemmer.stem(state.words.text(entry))),
                                 static_cast<std::uint32_t>(i)});
            }
        }
    }
    std::sort(stems.begin(), stems.end(), [](const StemOfWord& a, const StemOfWord& b) {
        const int order = a.key.compare(b.key);
        return order != 0 ? order < 0 : a.place < b.place;
    });
    return stems;
}

// Gives what the root says of the shards of stems: how many, and the first key of each.
std::string write_stems(const std::vector<StemOfWord>& stems, ShelfWriter& shelf) {
    std::string shards;
    std::string bytes;
    std::size_t shard = 0;
    for (std::size_t i = 0; i < stems.size();) {
        const std::size_t first = i;
        while (i < stems.size() && stems[i].key == stems[first].key) {
            ++i;
        }
        if (bytes.empty()) {
            append_text(shards, stems[first].key);
        }
        append_front_coded(bytes, bytes.empty() ? "" : stems[first - 1].key, stems[first].key);
        append_varint(bytes, i - first);
        std::uint32_t before = 0;
        for (std::size_t k = first; k < i; ++k) {
            append_varint(bytes, stems[k].place - before);
            before = stems[k].place;
        }
        if (bytes.size() >= k_full_stems || i == stems.size()) {
            put_blob(shelf, shard_key('s', shard++), bytes);
            bytes.clear();
        }
    }
    std::string count;
    append_varint(count, shard);
    return count + shards;
}

std::uint64_t write_lengths(const std::vector<std::uint16_t>& lengths, ShelfWriter& shelf) {
    std::uint64_t words = 0;
    for (std::size_t first = 0; first < lengths.size(); first += k_documents_a_length_blob) {
        const std::size_t end = std::min<std::size_t>(first + k_documents_a_length_blob, lengths.size());
        bool wide = false;
        for (std::size_t i = first; i < end; ++i) {
            words += lengths[i];
            wide = wide || lengths[i] > 0xFF;
        }
        std::string bytes;
        for (std::size_t i = first; i < end; ++i) {
            bytes.push_back(static_cast<char>(lengths[i] & 0xFFU));
            if (wide) {
                bytes.push_back(static_cast<char>(lengths[i] >> 8U));
            }
        }
        put_blob(shelf, shard_key('l', first / k_documents_a_length_blob), bytes);
    }
    return words;
}

std::string root_of(const IndexBuilder::State& state, std::uint64_t words) {
    std::string root;
    append_varint(root, state.lengths.size());
    append_varint(root, words);
    append_varint(root, state.fields.size());
    for (const Field& field : state.fields) {
        append_text(root, field.name);
        append_varint(root, static_cast<std::uint64_t>(std::llround(field.weight * k_weight_unit)));
    }
    append_varint(root, state.languages.size());
    for (const std::string& language : state.languages) {
        append_text(root, language);
    }
    append_varint(root, state.streams.size());
    for (const Stream& stream : state.streams) {
        append_varint(root, stream.field);
        append_varint(root, stream.language);
    }
    return root;
}

}  // namespace

void IndexBuilder::write(ShelfWriter& shelf) {
    for (PostingList& list : m_state->lists) {
        m_state->close_document(list);
    }
    std::string root = root_of(*m_state, write_lengths(m_state->lengths, shelf));
    const std::vector<SortedWord> sorted = sorted_words(m_state->words);
    DictionaryWriter dictionary(*m_state, shelf);
    for (const SortedWord& word : sorted) {
        dictionary.add(word);
    }
    root += dictionary.finish();
    root += write_stems(stems_of(*m_state, sorted), shelf);
    put_blob(shelf, "words/root", root);
}

}  // namespace rapporteur::search
