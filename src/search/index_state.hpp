// SPDX-License-Identifier: EUPL-1.2
// An index as it is read: its root, and from there the places of words in the dictionary and their lists. A place is a
// word's number in the sorted dictionary. For index.cpp and leaf.cpp; layout.hpp says what lies where.
#pragma once

#include "search/blob.hpp"
#include "search/index.hpp"
#include "search/layout.hpp"

#include <bitset>
#include <functional>
#include <optional>

namespace rapporteur::search {

using Streams = std::bitset<k_most_streams + 1>;

// Words from first on and before end, of which only lists of these streams are meant.
struct Places {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    Streams streams;
};

// The list of one word in one stream.
struct List {
    std::size_t stream = 0;
    std::uint32_t count = 0;  // documents
    std::size_t shard = 0;
    std::size_t number = 0;  // in the shard
    std::uint32_t documents_at = 0;
    std::uint32_t documents_bytes = 0;
    std::uint32_t positions_at = 0;
    std::uint32_t positions_bytes = 0;
};

struct Index::State {
    struct Shard {
        std::string first;
        std::uint32_t place = 0;
        std::uint32_t count = 0;
    };
    struct Stream {
        std::size_t field = 0;
        std::size_t language = 0;
    };
    // Bytes of a list with the blob that holds them.
    struct Bytes {
        std::shared_ptr<const Blob> blob;
        std::string_view part;
        BlobReader reader() const { return {*blob, part}; }
    };

    const Shelf* shelf;
    std::uint32_t documents = 0;
    std::uint64_t words = 0;
    std::vector<Field> fields;
    std::vector<std::uint32_t> weights;  // of fields, in thousandths
    std::vector<std::string> languages;  // by number
    std::vector<std::string> sorted_languages;
    std::vector<Stream> streams;
    std::vector<Shard> dictionary;
    std::vector<std::string> stems;  // first key of each shard

    explicit State(const Shelf& its_shelf);

    // Words that are this one, or that begin so; without streams.
    Places places_of(std::string_view folded) const;
    Places places_beginning(std::string_view prefix) const;
    std::vector<std::uint32_t> places_of_stem(std::size_t language, std::string_view stem) const;

    // The lists of these words; places in ascending order, without overlaps.
    std::vector<List> lists_of(const std::vector<Places>& places) const;

    Bytes documents_of(const List& list) const;
    Bytes positions_of(const List& list) const;
    std::uint32_t length_of(std::uint32_t document) const;

    // Calls act(document, times) through a list.
    template <typename Act>
    void each_document(const List& list, Act act) const {
        const Bytes bytes = documents_of(list);
        BlobReader reader = bytes.reader();
        std::uint32_t document = 0;
        for (std::uint32_t i = 0; i < list.count; ++i) {
            const std::uint32_t head = reader.number();
            document += head / 2;
            if (document >= documents || (i > 0 && head < 2)) {
                reader.damaged();
            }
            act(document, head % 2 == 0 ? 1 : reader.number_to(list.positions_bytes) + 2);
        }
    }

private:
    using LastBlob = std::pair<std::size_t, std::shared_ptr<const Blob>>;

    std::shared_ptr<const Blob> shard_blob(char kind, std::size_t shard, LastBlob& last) const;
    Bytes bytes_of(const List& list, char kind, char own_kind, std::uint32_t at, std::uint32_t count,
                   LastBlob& last) const;
    void read_streams(BlobReader& reader);
    void read_shards(BlobReader& reader);
    template <typename Matches>
    Places places_where(std::string_view least, Matches matches) const;

    // What was read last of each kind, and all lengths that were read: one query asks for its neighbours.
    mutable LastBlob m_words{}, m_documents{}, m_positions{};
    mutable std::vector<std::shared_ptr<const Blob>> m_lengths;
};

}  // namespace rapporteur::search
