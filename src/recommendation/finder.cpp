// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/finder.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <optional>

namespace rapporteur::recommendation {

namespace {

class RegisterShelf final : public search::Shelf {
public:
    explicit RegisterShelf(const store::Register& where) : m_where(where) {}
    std::optional<std::string> get(std::string_view key) const override {
        return store::search_blob(m_where, key);
    }

private:
    const store::Register& m_where;
};

std::vector<std::uint32_t> numbers_of(const std::string& bytes) {
    std::vector<std::uint32_t> numbers(bytes.size() / 4);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        for (std::size_t k = 0; k < 4; ++k) {
            numbers[i] |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[4 * i + k])) << (8 * k);
        }
    }
    return numbers;
}

}  // namespace

// One part is the stored index, the other what it does not know. Either may be missing.
struct Finder::State {
    explicit State(const store::Register& register_) : where(register_), stored(register_) {}

    void open_base(const store::SearchBase& known) {
        base.emplace(stored);
        base_records = numbers_of(stored.get("records").value_or(""));
        if (base_records.size() != static_cast<std::size_t>(known.documents) ||
            base->documents() != base_records.size()) {
            throw base::Error(base::ErrorKind::store_failed, "the stored index of recommendations is damaged")
                .help("import anything, or load again, and it is made anew");
        }
    }
    void open_all() {
        base.reset();
        Catalogue catalogue(where);
        store::each_index_row(where, [&](store::IndexRow& row) { catalogue.add(row); });
        keep(catalogue);
    }
    void open_since(const std::vector<std::int64_t>& records) {
        removed = search::DocumentSet(base->documents());
        Catalogue catalogue(where);
        for (const std::int64_t record : records) {
            const auto at = std::lower_bound(base_records.begin(), base_records.end(),
                                             static_cast<std::uint32_t>(record));
            if (at != base_records.end() && *at == record) {
                removed.add(static_cast<std::uint32_t>(at - base_records.begin()));
            }
            if (const std::optional<store::IndexRow> row = store::find_index_row(where, record)) {
                catalogue.add(*row);
            }
        }
        keep(catalogue);
    }
    void keep(Catalogue& catalogue) {
        catalogue.write(memory);
        since.emplace(memory);
        since_records = catalogue.records();
    }

    const store::Register& where;
    RegisterShelf stored;
    std::optional<search::Index> base;
    std::vector<std::uint32_t> base_records;  // sorted
    search::DocumentSet removed;
    search::MemoryShelf memory;
    std::optional<search::Index> since;
    std::vector<std::uint32_t> since_records;
};

Finder::Finder(const store::Register& where) : m_state(std::make_unique<State>(where)) {
    const sqlite::Reading reading(where.database());
    const std::optional<store::SearchBase> known = store::search_base(where);
    if (!known) {
        m_state->open_all();
        return;
    }
    m_state->open_base(*known);
    const store::TouchedRecommendations touched = store::touched_since(where, known->journal_seq);
    if (touched.too_much) {
        m_state->open_all();
    } else if (!touched.records.empty()) {
        m_state->open_since(touched.records);
    } else {
        m_state->removed = search::DocumentSet(m_state->base->documents());
    }
}

Finder::~Finder() = default;
Finder::Finder(Finder&&) noexcept = default;
Finder& Finder::operator=(Finder&&) noexcept = default;

Found Finder::find(const Wanted& wanted) const {
    const State& s = *m_state;
    Found found;
    found.query = search::parse_query(wanted.words, field_names());
    found.understood = search::to_text(found.query);
    std::vector<search::Part> parts;
    std::vector<const search::Shelf*> shelves;
    std::vector<const std::vector<std::uint32_t>*> records;
    if (s.base) {
        parts.push_back({&*s.base, &s.removed, &s.base_records});
        shelves.push_back(&s.stored);
        records.push_back(&s.base_records);
        found.of += s.base->documents() - s.removed.count();
    }
    if (s.since) {
        parts.push_back({&*s.since, nullptr, &s.since_records});
        shelves.push_back(&s.memory);
        records.push_back(&s.since_records);
        found.of += s.since->documents();
    }
    const search::Search search(parts, found.query, wanted.languages);
    search::FacetResult result =
        search::count_facets(shelves, search.matches(), wanted.choices, wanted.facets);
    found.count = result.count;
    found.facets = std::move(result.facets);
    for (const search::Hit& hit : search.best_within(result.documents, wanted.limit, wanted.skip)) {
        const std::int64_t record = (*records[hit.part])[hit.document];
        found.hits.push_back(store::recommendation_at(s.where, record).value());
    }
    return found;
}

}  // namespace rapporteur::recommendation
