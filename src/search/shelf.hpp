// SPDX-License-Identifier: EUPL-1.2
// Where an index lies: named blobs, some ten to some hundred KB each. The caller keeps them, as rows or as files; an
// index asks for those it needs. Several indexes on one shelf need a prefix each, which is the caller's affair.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::search {

class Shelf {
public:
    virtual ~Shelf() = default;
    // The blob as it was put, or nothing. A key is ASCII: letters, digits, _ - and slashes.
    virtual std::optional<std::string> get(std::string_view key) const = 0;

protected:
    Shelf() = default;
    Shelf(const Shelf&) = default;
    Shelf& operator=(const Shelf&) = default;
};

class ShelfWriter {
public:
    virtual ~ShelfWriter() = default;
    virtual void put(std::string_view key, std::string_view bytes) = 0;  // each key once

protected:
    ShelfWriter() = default;
    ShelfWriter(const ShelfWriter&) = default;
    ShelfWriter& operator=(const ShelfWriter&) = default;
};

// For small registers, for what changed since, and for tests.
class MemoryShelf final : public Shelf, public ShelfWriter {
public:
    std::optional<std::string> get(std::string_view key) const override;
    void put(std::string_view key, std::string_view bytes) override;

    const std::map<std::string, std::string, std::less<>>& blobs() const { return m_blobs; }
    std::size_t bytes() const;

private:
    std::map<std::string, std::string, std::less<>> m_blobs;
};

}  // namespace rapporteur::search
