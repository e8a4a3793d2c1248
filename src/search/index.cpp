// SPDX-License-Identifier: EUPL-1.2
#include "search/index_state.hpp"

#include <algorithm>

namespace rapporteur::search {

namespace {

// Goes through a shard of the dictionary.
class ShardReader {
public:
    ShardReader(const Index::State& index, const Blob& blob, std::size_t shard)
        : m_index(index), m_reader(blob), m_shard(shard), m_left(index.dictionary[shard].count),
          m_place(index.dictionary[shard].place - 1) {}

    bool next() {
        if (m_left == 0) {
            return false;
        }
        --m_left;
        ++m_place;
        const std::uint32_t common = m_reader.number_to(m_word.size());
        m_word.resize(common);
        m_word.append(m_reader.text());
        m_lists.clear();
        for (std::uint32_t count = m_reader.number_to(m_index.streams.size()); count > 0; --count) {
            read_list();
        }
        return true;
    }

    std::uint32_t place() const { return m_place; }
    const std::string& word() const { return m_word; }
    const std::vector<List>& lists() const { return m_lists; }

private:
    void read_list() {
        List& list = m_lists.emplace_back();
        list.stream = m_reader.number_to(m_index.streams.size() - 1);
        list.count = m_reader.number_to(m_index.documents);
        list.documents_bytes = m_reader.number();
        list.positions_bytes = m_reader.number();
        list.shard = m_shard;
        list.number = m_number++;
        list.documents_at = m_documents_at;
        list.positions_at = m_positions_at;
        m_documents_at += list.documents_bytes <= k_long_list ? list.documents_bytes : 0;
        m_positions_at += list.positions_bytes <= k_long_list ? list.positions_bytes : 0;
    }

    const Index::State& m_index;
    BlobReader m_reader;
    std::size_t m_shard;
    std::uint32_t m_left;
    std::uint32_t m_place;
    std::string m_word;
    std::vector<List> m_lists;
    std::size_t m_number = 0;
    std::uint32_t m_documents_at = 0;
    std::uint32_t m_positions_at = 0;
};

}  // namespace

Index::State::State(const Shelf& its_shelf) : shelf(&its_shelf) {
    const Blob blob = get_blob(its_shelf, "words/root");
    BlobReader reader(blob);
    documents = reader.number_to(k_most_documents);
    words = reader.long_number();
    for (std::uint32_t count = reader.number(); count > 0; --count) {
        Field& field = fields.emplace_back();
        field.name = reader.text();
        weights.push_back(reader.number());
        field.weight = weights.back() / k_weight_unit;
    }
    for (std::uint32_t count = reader.number_to(k_most_languages); count > 0; --count) {
        languages.emplace_back(reader.text());
    }
    sorted_languages = languages;
    std::sort(sorted_languages.begin(), sorted_languages.end());
    read_streams(reader);
    read_shards(reader);
    if (!reader.done()) {
        reader.damaged();
    }
    m_lengths.resize((std::size_t{documents} + k_documents_a_length_blob - 1) / k_documents_a_length_blob);
}

void Index::State::read_streams(BlobReader& reader) {
    for (std::uint32_t count = reader.number_to(k_most_streams); count > 0; --count) {
        if (fields.empty() || languages.empty()) {
            reader.damaged();
        }
        Stream& stream = streams.emplace_back();
        stream.field = reader.number_to(fields.size() - 1);
        stream.language = reader.number_to(languages.size() - 1);
    }
}

void Index::State::read_shards(BlobReader& reader) {
    std::uint64_t place = 0;
    for (std::uint32_t count = reader.number(); count > 0; --count) {
        Shard& shard = dictionary.emplace_back();
        shard.first = reader.text();
        shard.place = static_cast<std::uint32_t>(place);
        shard.count = reader.number();
        place += shard.count;
        if (place > UINT32_MAX) {
            reader.damaged();
        }
    }
    for (std::uint32_t count = reader.number(); count > 0; --count) {
        stems.emplace_back(reader.text());
    }
}

std::shared_ptr<const Blob> Index::State::shard_blob(char kind, std::size_t shard, LastBlob& last) const {
    if (!last.second || last.first != shard) {
        last = {shard, std::make_shared<const Blob>(get_blob(*shelf, shard_key(kind, shard)))};
    }
    return last.second;
}

// From the last shard that begins before the least word on: words that match stand together.
template <typename Matches>
Places Index::State::places_where(std::string_view least, Matches matches) const {
    const auto behind = std::lower_bound(
        dictionary.begin(), dictionary.end(), least,
        [](const Shard& shard, std::string_view word) { return shard.first.compare(word) < 0; });
    auto shard = static_cast<std::size_t>(behind - dictionary.begin());
    shard -= shard > 0 ? 1 : 0;
    Places places;
    for (; shard < dictionary.size(); ++shard) {
        const std::shared_ptr<const Blob> blob = shard_blob('t', shard, m_words);
        ShardReader reader(*this, *blob, shard);
        while (reader.next()) {
            if (matches(reader.word())) {
                places.first = places.end == 0 ? reader.place() : places.first;
                places.end = reader.place() + 1;
            } else if (least.compare(reader.word()) < 0) {
                return places;
            }
        }
    }
    return places;
}

Places Index::State::places_of(std::string_view folded) const {
    return places_where(folded, [folded](std::string_view word) { return word == folded; });
}

Places Index::State::places_beginning(std::string_view prefix) const {
    return places_where(prefix,
                        [prefix](std::string_view word) { return word.substr(0, prefix.size()) == prefix; });
}

std::vector<std::uint32_t> Index::State::places_of_stem(std::size_t language, std::string_view stem) const {
    const std::string wanted = stem_key(language, stem);
    const auto behind = std::upper_bound(stems.begin(), stems.end(), wanted);
    std::vector<std::uint32_t> places;
    if (behind == stems.begin()) {
        return places;
    }
    const Blob blob = get_blob(*shelf, shard_key('s', static_cast<std::size_t>(behind - stems.begin()) - 1));
    BlobReader reader(blob);
    std::string key;
    while (!reader.done() && key <= wanted) {
        key.resize(reader.number_to(key.size()));
        key.append(reader.text());
        const std::uint32_t count = reader.number();
        if (key != wanted) {
            reader.skip_numbers(count);
            continue;
        }
        std::uint32_t place = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t distance = reader.number();
            place += distance;
            if ((i > 0 && distance == 0) || place < distance) {
                reader.damaged();
            }
            places.push_back(place);
        }
    }
    return places;
}

std::vector<List> Index::State::lists_of(const std::vector<Places>& places) const {
    std::vector<List> lists;
    std::size_t shard = 0;
    for (std::size_t i = 0; i < places.size();) {
        while (shard < dictionary.size() &&
               dictionary[shard].place + dictionary[shard].count <= places[i].first) {
            ++shard;
        }
        if (shard == dictionary.size()) {
            break;
        }
        const std::shared_ptr<const Blob> blob = shard_blob('t', shard, m_words);
        ShardReader reader(*this, *blob, shard);
        while (i < places.size() && reader.next()) {
            while (i < places.size() && places[i].end <= reader.place()) {
                ++i;
            }
            if (i < places.size() && places[i].first <= reader.place()) {
                std::copy_if(reader.lists().begin(), reader.lists().end(), std::back_inserter(lists),
                             [&](const List& list) { return places[i].streams[list.stream]; });
            }
        }
        ++shard;
        while (i < places.size() && shard < dictionary.size() && places[i].end <= dictionary[shard].place) {
            ++i;
        }
    }
    return lists;
}

Index::State::Bytes Index::State::bytes_of(const List& list, char kind, char own_kind, std::uint32_t at,
                                           std::uint32_t count, LastBlob& last) const {
    Bytes bytes;
    if (count <= k_long_list) {
        bytes.blob = shard_blob(kind, list.shard, last);
        if (at > bytes.blob->payload().size() || count > bytes.blob->payload().size() - at) {
            blob_is_damaged(bytes.blob->key());
        }
        bytes.part = bytes.blob->payload().substr(at, count);
    } else {
        bytes.blob =
            std::make_shared<const Blob>(get_blob(*shelf, list_key(own_kind, list.shard, list.number)));
        if (bytes.blob->payload().size() != count) {
            blob_is_damaged(bytes.blob->key());
        }
        bytes.part = bytes.blob->payload();
    }
    return bytes;
}

Index::State::Bytes Index::State::documents_of(const List& list) const {
    return bytes_of(list, 'd', 'D', list.documents_at, list.documents_bytes, m_documents);
}

Index::State::Bytes Index::State::positions_of(const List& list) const {
    return bytes_of(list, 'p', 'P', list.positions_at, list.positions_bytes, m_positions);
}

std::uint32_t Index::State::length_of(std::uint32_t document) const {
    const std::size_t number = document / k_documents_a_length_blob;
    const std::size_t count =
        std::min<std::size_t>(k_documents_a_length_blob, documents - number * k_documents_a_length_blob);
    std::shared_ptr<const Blob>& blob = m_lengths[number];
    if (!blob) {
        auto read = std::make_shared<const Blob>(get_blob(*shelf, shard_key('l', number)));
        if (read->payload().size() != count && read->payload().size() != 2 * count) {
            blob_is_damaged(read->key());
        }
        blob = std::move(read);
    }
    const std::string_view bytes = blob->payload();
    const std::size_t place = document % k_documents_a_length_blob;
    const auto byte = [bytes](std::size_t at) {
        return std::uint32_t{static_cast<unsigned char>(bytes[at])};
    };
    return bytes.size() == count ? byte(place) : byte(2 * place) | byte(2 * place + 1) << 8U;
}

Index::Index(const Shelf& shelf) : m_state(std::make_unique<State>(shelf)) {}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

std::uint32_t Index::documents() const {
    return m_state->documents;
}
std::uint64_t Index::words() const {
    return m_state->words;
}
const std::vector<Field>& Index::fields() const {
    return m_state->fields;
}
const std::vector<std::string>& Index::languages() const {
    return m_state->sorted_languages;
}

}  // namespace rapporteur::search
