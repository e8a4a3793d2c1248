// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/finder.hpp"

#include "base/error.hpp"
#include "search/blob.hpp"

#include <algorithm>
#include <iterator>
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

// The record of each document of the stored index, in runs as the catalogue wrote them. Not a list of all, which would be a megabyte to be
// read and two to be filled for 268,000: a search asks for those of its page.
class Records {
public:
    explicit Records(const search::Shelf& shelf) {
        const search::Blob blob = search::get_blob(shelf, "records");
        search::BlobReader reader(blob);
        std::uint32_t behind = 0;
        while (!reader.done()) {
            const std::uint32_t record = behind + reader.number();
            const std::uint32_t length = reader.number();
            m_runs.push_back({m_size, record});
            m_size += length;
            behind = record + length;
        }
    }

    std::uint32_t size() const { return m_size; }
    // The document is below size().
    std::uint32_t operator[](std::uint32_t document) const {
        const auto behind =
            std::upper_bound(m_runs.begin(), m_runs.end(), document,
                             [](std::uint32_t d, const Run& run) { return d < run.document; });
        const Run& run = *std::prev(behind);
        return run.record + (document - run.document);
    }
    std::optional<std::uint32_t> document_of(std::int64_t record) const {
        const auto behind = std::upper_bound(m_runs.begin(), m_runs.end(), record,
                                             [](std::int64_t r, const Run& run) { return r < run.record; });
        if (behind == m_runs.begin()) {
            return std::nullopt;
        }
        const Run& run = *std::prev(behind);
        const std::uint32_t end = behind == m_runs.end() ? m_size : behind->document;
        const std::int64_t document = run.document + (record - run.record);
        return document < end ? std::optional(static_cast<std::uint32_t>(document)) : std::nullopt;
    }
    std::vector<std::uint32_t> all() const {
        std::vector<std::uint32_t> records;
        records.reserve(m_size);
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            const std::uint32_t end = i + 1 < m_runs.size() ? m_runs[i + 1].document : m_size;
            for (std::uint32_t document = m_runs[i].document; document < end; ++document) {
                records.push_back(m_runs[i].record + (document - m_runs[i].document));
            }
        }
        return records;
    }

private:
    struct Run {
        std::uint32_t document;
        std::uint32_t record;
    };
    std::vector<Run> m_runs;
    std::uint32_t m_size = 0;
};

}  // namespace

// One part is the stored index, the other what it does not know. Either may be missing.
struct Finder::State {
    explicit State(const store::Register& register_) : where(register_), stored(register_) {}

    void open_base(const store::SearchBase& known) {
        base.emplace(stored);
        base_records.emplace(stored);
        if (base_records->size() != known.documents || base->documents() != base_records->size()) {
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
            if (const std::optional<std::uint32_t> document = base_records->document_of(record)) {
                removed.add(*document);
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
        if (base) {
            base_numbers = base_records->all();
        }
    }

    const store::Register& where;
    RegisterShelf stored;
    std::optional<search::Index> base;
    std::optional<Records> base_records;
    search::DocumentSet removed;
    std::vector<std::uint32_t>
        base_numbers;  // their records, where documents of another part stand between them
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
    std::vector<std::int64_t> records;
    Found found = look_up(wanted, records);
    for (const std::int64_t record : records) {
        found.hits.push_back(store::recommendation_at(m_state->where, record).value());
    }
    return found;
}

std::vector<std::int64_t> Finder::records(const Wanted& wanted) const {
    std::vector<std::int64_t> records;
    look_up(wanted, records);
    return records;
}

Found Finder::look_up(const Wanted& wanted, std::vector<std::int64_t>& hits) const {
    const State& s = *m_state;
    Found found;
    found.query = search::parse_query(wanted.words, field_names());
    found.understood = search::to_text(found.query);
    std::vector<search::Part> parts;
    std::vector<const search::Shelf*> shelves;
    if (s.base) {
        parts.push_back({&*s.base, &s.removed, s.since ? &s.base_numbers : nullptr});
        shelves.push_back(&s.stored);
        found.of += s.base->documents() - s.removed.count();
    }
    if (s.since) {
        parts.push_back({&*s.since, nullptr, &s.since_records});
        shelves.push_back(&s.memory);
        found.of += s.since->documents();
    }
    const search::Search search(parts, found.query, wanted.languages);
    search::FacetResult result =
        search::count_facets(shelves, search.matches(), wanted.choices, wanted.facets);
    found.count = result.count;
    found.facets = std::move(result.facets);
    for (const search::Hit& hit : search.best_within(result.documents, wanted.limit, wanted.skip)) {
        const bool from_base = s.base && hit.part == 0;
        hits.push_back(from_base ? (*s.base_records)[hit.document] : s.since_records[hit.document]);
    }
    return found;
}

}  // namespace rapporteur::recommendation
