// SPDX-License-Identifier: EUPL-1.2
// What lies where on the shelf, shared by the builder and the reader of an index. All numbers are varints, all blobs
// have version and checksum (blob.hpp). Changing anything here is a new version there.
//
//   words/root       documents, words, fields (name, weight in thousandths), languages, streams (field, language),
//                    shards of the dictionary (first word, count), shards of stems (first key)
//   words/t/N        shard N of the dictionary: words sorted by their folded and then their lowered form, which is not
//                    stored. An entry is bytes in common with the folded word before, the other bytes, and its lists:
//                    stream, documents, bytes of documents, bytes of positions
//   words/d/N        documents of the lists of shard N one behind another: a document as twice its distance from the
//                    one before, one more when the word occurs more than once, and then how often, less two
//   words/p/N        positions of the same lists: for each occurrence the distance from the one before in the document
//   words/D/N-K, words/P/N-K   those of list K of the shard, when they are too long to lie with others
//   words/s/N        shard N of stems: language and stem, and the places in the dictionary of the words that have it
//   words/l/N        lengths of documents in words, 4,096 documents a blob: one byte each, or two where one is longer
//   facets/NAME      a facet's column (facets.cpp)
//
// A stream is the text of one field in one language; positions are counted through a document's texts in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur::search {

constexpr std::uint32_t k_documents_a_length_blob = 4'096;
constexpr std::uint32_t k_longest_document = 65'535;  // longer ones rank as if they were so long
constexpr std::uint32_t k_most_documents =
    10'000'000;  // forged bytes may not ask for more memory than these take
constexpr std::size_t k_most_languages = 32;
constexpr std::size_t k_most_streams = 255;
constexpr double k_weight_unit = 1'000;

// A list with more bytes than this has a blob of its own; a shard is full when one of its parts has as many as its own.
constexpr std::uint32_t k_long_list = 16'384;
constexpr std::size_t k_full_dictionary = 6'000;
constexpr std::size_t k_full_documents = 24'000;
constexpr std::size_t k_full_positions = 48'000;
constexpr std::size_t k_full_stems = 6'000;

inline std::string shard_key(char kind, std::size_t shard) {
    return std::string("words/") + kind + '/' + std::to_string(shard);
}
inline std::string list_key(char kind, std::size_t shard, std::size_t list) {
    return shard_key(kind, shard) + '-' + std::to_string(list);
}
// By language first: its place in the list of languages as one byte.
inline std::string stem_key(std::size_t language, std::string_view stem) {
    return static_cast<char>(language + 1) + std::string(stem);
}

}  // namespace rapporteur::search
