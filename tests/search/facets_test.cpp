// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "generated.hpp"
#include "search/facets.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace rapporteur;
using namespace rapporteur::search;
using generated::Document;

namespace {

MemoryShelf faceted(const std::vector<Document>& documents) {
    FacetBuilder builder(generated::facet_names());
    for (const Document& document : documents) {
        builder.begin_document();
        for (std::size_t facet = 0; facet < document.facets.size(); ++facet) {
            for (const std::string& value : document.facets[facet]) {
                builder.add(facet, value);
            }
        }
    }
    MemoryShelf shelf;
    builder.write(shelf);
    return shelf;
}

std::size_t place_of(const std::string& facet) {
    const auto& names = generated::facet_names();
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), facet) - names.begin());
}

bool passes(const Document& document, const Choice& choice) {
    const auto& values = document.facets[place_of(choice.facet)];
    return choice.values.empty() ||
           std::any_of(choice.values.begin(), choice.values.end(), [&](const auto& value) {
               return value.empty() ? values.empty()
                                    : std::find(values.begin(), values.end(), value) != values.end();
           });
}

// Passes all choices but those of one facet.
bool passes_all(const Document& document, const std::vector<Choice>& choices, const std::string& but) {
    return std::all_of(choices.begin(), choices.end(),
                       [&](const Choice& choice) { return choice.facet == but || passes(document, choice); });
}

struct Counted {
    std::uint64_t count = 0;
    std::uint64_t without_own = 0;
    bool operator==(const Counted&) const = default;
};

// The counts of a facet by looking at every document; "" for those without a value.
std::map<std::string, Counted> scanned(const std::vector<std::vector<Document>>& parts,
                                       const std::vector<DocumentSet>& found,
                                       const std::vector<Choice>& choices, const std::string& facet) {
    std::map<std::string, Counted> counts;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (std::uint32_t i = 0; i < parts[part].size(); ++i) {
            const Document& document = parts[part][i];
            if (!found[part].contains(i) || !passes_all(document, choices, facet)) {
                continue;
            }
            const auto& listed = document.facets[place_of(facet)];
            std::set<std::string> values(listed.begin(), listed.end());
            if (values.empty()) {
                values = {""};
            }
            for (const std::string& value : values) {
                ++counts[value].without_own;
                counts[value].count += passes_all(document, choices, "") ? 1U : 0U;
            }
        }
    }
    return counts;
}

std::map<std::string, Counted> as_map(const FacetCounts& facet) {
    std::map<std::string, Counted> counts;
    for (const ValueCount& value : facet.values) {
        if (value.without_own != 0) {
            counts[value.value] = {value.count, value.without_own};
        }
    }
    if (facet.none.without_own != 0) {
        counts[""] = {facet.none.count, facet.none.without_own};
    }
    return counts;
}

std::vector<Choice> random_choices(generated::Random& random, const std::vector<Document>& documents) {
    std::vector<Choice> choices;
    for (const std::string& facet : generated::facet_names()) {
        Choice choice{facet, {}};
        for (std::size_t i = generated::below(random, 4); i > 1; --i) {
            const auto& document = documents[generated::below(random, documents.size())];
            const auto& values = document.facets[place_of(facet)];
            choice.values.push_back(values.empty() ? "" : values.front());
        }
        if (generated::below(random, 2) == 0) {
            choices.push_back(choice);
        }
    }
    return choices;
}

}  // namespace

TEST_SUITE("search.facets") {
    TEST_CASE("a filter is AND over facets and OR within one and counts say both") {
        std::vector<Document> documents(4);
        documents[0].facets = {{"KAZ"}, {"children", "aid"}, {"kept"}};
        documents[1].facets = {{"KAZ"}, {"aid"}, {"open"}};
        documents[2].facets = {{"ALB"}, {"children"}, {"kept"}};
        documents[3].facets = {{}, {}, {"kept"}};
        const MemoryShelf shelf = faceted(documents);
        const std::vector<Choice> choices = {
            {"state", {"KAZ", ""}}, {"fate", {"kept", "unheard of"}}, {"theme", {}}};
        const FacetResult result = count_facets({&shelf}, {DocumentSet::all(4)}, choices, {"theme", "state"});
        CHECK(result.documents.front().documents() == std::vector<std::uint32_t>{0, 3});
        CHECK(result.count == 2);
        REQUIRE(result.facets.size() == 2);
        const FacetCounts& theme = result.facets[0];
        REQUIRE(theme.values.size() == 2);
        CHECK(theme.values[0].value == "aid");
        CHECK(theme.values[0].count == 1);
        CHECK(theme.none.count == 1);
        const FacetCounts& state = result.facets[1];
        REQUIRE(state.values.size() == 2);
        CHECK(state.values[0].value == "ALB");
        CHECK(state.values[0].count == 0);
        CHECK(state.values[0].without_own == 1);
        CHECK(state.values[1].count == 1);
        CHECK(state.values[1].chosen);
        CHECK(state.none.count == 1);
        CHECK(state.none.chosen);
        const FacetResult fate = count_facets({&shelf}, {DocumentSet(4)}, choices, {"fate"});
        REQUIRE(fate.facets[0].values.size() == 2);  // chosen values are named even where they count nothing
        CHECK(fate.facets[0].values[1].value == "unheard of");
    }

    TEST_CASE("counts and filters are those of a plain scan") {
        const unsigned seed = std::random_device{}();
        CAPTURE(seed);
        generated::Random random(seed);
        for (int round = 0; round < 40; ++round) {
            std::vector<std::vector<Document>> parts(1 + generated::below(random, 2));
            std::vector<MemoryShelf> shelves;
            std::vector<DocumentSet> found;
            for (std::vector<Document>& documents : parts) {
                documents.resize(1 + generated::below(random, round == 0 ? 3'000 : 300));
                for (Document& document : documents) {
                    document = generated::random_document(random);
                }
                shelves.push_back(faceted(documents));
                found.emplace_back(static_cast<std::uint32_t>(documents.size()));
                for (std::uint32_t i = 0; i < documents.size(); ++i) {
                    if (round % 4 == 0 || generated::below(random, 3) != 0) {
                        found.back().add(i);
                    }
                }
            }
            std::vector<const Shelf*> pointers;
            for (const MemoryShelf& shelf : shelves) {
                pointers.push_back(&shelf);
            }
            const std::vector<Choice> choices = random_choices(random, parts.front());
            const FacetResult result = count_facets(pointers, found, choices, generated::facet_names());
            std::uint64_t count = 0;
            for (std::size_t part = 0; part < parts.size(); ++part) {
                for (std::uint32_t i = 0; i < parts[part].size(); ++i) {
                    const bool expected = found[part].contains(i) && passes_all(parts[part][i], choices, "");
                    CHECK(result.documents[part].contains(i) == expected);
                    count += expected ? 1 : 0;
                }
            }
            CHECK(result.count == count);
            for (const FacetCounts& facet : result.facets) {
                CHECK(as_map(facet) == scanned(parts, found, choices, facet.facet));
            }
        }
    }

    TEST_CASE("more sets of values than fit two bytes") {
        std::vector<Document> documents(70'000);
        for (std::size_t i = 0; i < documents.size(); ++i) {
            documents[i].facets = {{std::to_string(i)}, {}, {"kept"}};
        }
        const MemoryShelf shelf = faceted(documents);
        const DocumentSet all = DocumentSet::all(70'000);
        const FacetResult result =
            count_facets({&shelf, nullptr}, {all, DocumentSet()}, {{"state", {"69999"}}}, {"state"});
        CHECK(result.documents.front().documents() == std::vector<std::uint32_t>{69'999});
        CHECK(result.facets.front().values.size() == 70'000);
    }

    TEST_CASE("facets of other documents or of another name are an error") {
        const MemoryShelf shelf = faceted({Document{{}, {{}, {}, {}}}});
        CHECK_THROWS_AS(count_facets({&shelf}, {DocumentSet(2)}, {}, {"state"}), base::Error);
        CHECK_THROWS_AS(count_facets({&shelf}, {DocumentSet(1)}, {}, {"colour"}), base::Error);
        FacetBuilder builder({"state"});
        CHECK_THROWS_AS(builder.add(0, "KAZ"), base::Error);
        builder.begin_document();
        CHECK_THROWS_AS(builder.add(1, "KAZ"), base::Error);
    }
}
