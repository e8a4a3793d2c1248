// SPDX-License-Identifier: EUPL-1.2
// The index of words: IndexBuilder makes one and puts it on a shelf, Index opens it there. Documents are numbered
// from 0 in the order they are given; what a number stands for the caller knows. Nothing is updated in place: what
// changed goes into a second, small index, and search.hpp searches both at once. Building keeps some 4 bytes a word of
// text in memory; opening reads one blob of a few KB. Bytes that are missing, damaged or of another version are a
// base::Error (store_failed).
#pragma once

#include "search/shelf.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::search {

struct Field {
    std::string name;   // ASCII small letters, digits, _ and -: what stands before the colon in a query
    double weight = 1;  // how much more an occurrence here counts in rank
    bool operator==(const Field&) const = default;
};

class IndexBuilder {
public:
    explicit IndexBuilder(std::vector<Field> fields);
    ~IndexBuilder();
    IndexBuilder(IndexBuilder&&) noexcept;
    IndexBuilder& operator=(IndexBuilder&&) noexcept;

    // Begins the next document and gives its number. A document may have no text.
    std::uint32_t begin_document();
    // A text of that document; the field by its place in the list. A document may have several texts in a field and
    // language; phrases do not run from one into the next. At most 32 languages and 255 pairs of field and language.
    void add_text(std::size_t field, std::string_view language, std::string_view text);
    // Once, at the end.
    void write(ShelfWriter& shelf);

    struct State;  // index_builder.hpp, for this room

private:
    std::unique_ptr<State> m_state;
};

// Reads the shelf, which outlives it, as it is asked. May be used by one thread at a time.
class Index {
public:
    explicit Index(const Shelf& shelf);
    ~Index();
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;

    std::uint32_t documents() const;
    std::uint64_t words() const;  // in all texts
    const std::vector<Field>& fields() const;
    const std::vector<std::string>& languages() const;  // those that texts were given in, sorted

    struct State;  // index_state.hpp, for this room
    const State& state() const { return *m_state; }

private:
    std::unique_ptr<State> m_state;
};

}  // namespace rapporteur::search
