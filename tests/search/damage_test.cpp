// SPDX-License-Identifier: EUPL-1.2
// Bytes of an index that are missing, cut, changed or forged: an error, or an answer, but never a crash.
#include "base/error.hpp"
#include "generated.hpp"
#include "search/blob.hpp"
#include "search/facets.hpp"
#include "search/search.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace rapporteur;
using namespace rapporteur::search;

namespace {

MemoryShelf whole_index(generated::Random& random) {
    IndexBuilder builder({{"title", 2}, {"text", 1}});
    FacetBuilder facets(generated::facet_names());
    for (int i = 0; i < 60; ++i) {
        const generated::Document document = generated::random_document(random);
        builder.begin_document();
        facets.begin_document();
        for (const generated::Text& text : document.texts) {
            builder.add_text(text.field, text.language, text.text);
        }
        for (std::size_t facet = 0; facet < document.facets.size(); ++facet) {
            for (const std::string& value : document.facets[facet]) {
                facets.add(facet, value);
            }
        }
    }
    MemoryShelf shelf;
    builder.write(shelf);
    facets.write(shelf);
    return shelf;
}

// Touches every kind of blob. True when there was an error.
bool use(const Shelf& shelf) {
    try {
        const Index index(shelf);
        const Search search({{&index}},
                            parse_query("d* OR \"the victim\" OR trafficking OR -жертв* OR person", {}));
        search.best(10);
        count_facets({&shelf}, search.matches(), {{"state", {"S1"}}}, generated::facet_names());
        return false;
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::store_failed);
        return true;
    }
}

MemoryShelf with(const MemoryShelf& shelf, const std::string& key, const std::string& bytes) {
    MemoryShelf other = shelf;
    other.put(key, bytes);
    return other;
}

}  // namespace

TEST_SUITE("search.damage") {
    TEST_CASE("whole bytes are no error") {
        generated::Random random(1);
        CHECK_FALSE(use(whole_index(random)));
    }

    TEST_CASE("every change of a byte is noticed") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        generated::Random random(seed);
        const MemoryShelf shelf = whole_index(random);
        for (const auto& blob : shelf.blobs()) {
            const std::string& key = blob.first;
            const std::string& bytes = blob.second;
            CAPTURE(key);
            for (int i = 0; i < 30; ++i) {
                std::string changed = bytes;
                changed[generated::below(random, changed.size())] ^=
                    static_cast<char>(1U << generated::below(random, 8));
                CHECK(use(with(shelf, key, changed)));
                CHECK(use(with(shelf, key, bytes.substr(0, generated::below(random, bytes.size())))));
                CHECK(use(with(shelf, key, bytes + "x")));
            }
        }
    }

    TEST_CASE("a blob that is missing or of another version is named") {
        generated::Random random(2);
        const MemoryShelf shelf = whole_index(random);
        for (const auto& [key, bytes] : shelf.blobs()) {
            MemoryShelf lacking;
            for (const auto& [other, its_bytes] : shelf.blobs()) {
                if (other != key) {
                    lacking.put(other, its_bytes);
                }
            }
            CHECK(use(lacking));
            std::string newer = bytes;
            newer[0] = 9;
            try {
                get_blob(with(shelf, key, newer), key);
                FAIL("read");
            } catch (const base::Error& error) {
                CHECK(error.where() == key);
                CHECK(error.message() == "the search index is of another version of the program");
            }
        }
    }

    TEST_CASE("forged bytes with a right checksum do no harm") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        generated::Random random(seed);
        const MemoryShelf shelf = whole_index(random);
        std::size_t refused = 0;
        for (const auto& [key, bytes] : shelf.blobs()) {
            const std::string payload = bytes.substr(5);
            for (int i = 0; i < 100; ++i) {
                std::string forged = payload;
                for (std::size_t changes = 1 + generated::below(random, 3); changes > 0 && !forged.empty();
                     --changes) {
                    const std::size_t at = generated::below(
                        random, std::min<std::size_t>(forged.size(), i % 2 == 0 ? 40 : forged.size()));
                    switch (generated::below(random, 3)) {
                    case 0:
                        forged[at] = static_cast<char>(random() % 256);
                        break;
                    case 1:
                        forged.erase(at, 1 + generated::below(random, 4));
                        break;
                    default:
                        forged.insert(at, 1 + generated::below(random, 5), '\xFF');
                        break;
                    }
                }
                MemoryShelf other = shelf;
                put_blob(other, key, forged);
                refused += use(other) ? 1U : 0U;
            }
        }
        CHECK(refused > 100);
    }
}
