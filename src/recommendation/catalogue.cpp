// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/catalogue.hpp"

#include "recommendation/readable.hpp"
#include "recommendation/thread.hpp"
#include "search/blob.hpp"
#include "store/frameworks.hpp"
#include "store/recommendations.hpp"

#include <fmt/format.h>

namespace rapporteur::recommendation {

namespace {

// Their places in facet_names().
enum Facet : std::size_t {
    framework,
    subject,
    round,
    from,
    provision,
    theme,
    verb,
    position,
    fate,
    year,
    language
};

class BlobWriter final : public search::ShelfWriter {
public:
    explicit BlobWriter(store::Change& change) : m_change(change) {}
    void put(std::string_view key, std::string_view bytes) override {
        store::put_search_blob(m_change, key, bytes);
    }

private:
    store::Change& m_change;
};

// The numbers ascend, and most follow the one before: runs, each as the distance from the end of the last and its length.
std::string runs_of(const std::vector<std::uint32_t>& numbers) {
    std::string bytes;
    std::uint32_t behind = 0;
    for (std::size_t first = 0, end = 0; first < numbers.size(); first = end) {
        for (end = first + 1; end < numbers.size() && numbers[end] == numbers[end - 1] + 1;) {
            ++end;
        }
        search::append_varint(bytes, numbers[first] - behind);
        search::append_varint(bytes, end - first);
        behind = numbers[end - 1] + 1;
    }
    return bytes;
}

}  // namespace

const std::vector<std::string>& facet_names() {
    static const std::vector<std::string> k_names{"framework", "subject", "round",   "from",
                                                  "provision", "theme",   "verb",    "position",
                                                  "fate",      "year",    "language"};
    return k_names;
}

const std::vector<std::string>& field_names() {
    static const std::vector<std::string> k_names{"text"};
    return k_names;
}

Catalogue::Catalogue(const store::Register& where)
    : m_where(where), m_words({{field_names().front(), 1}}), m_facets(facet_names()) {
    for (domain::RecommendationId& id : store::recommendations_spoken_of(where)) {
        m_spoken_of.insert(std::move(id));
    }
}

Shown shown(const store::Register& where, const store::IndexRow& row) {
    Shown result{(row.date ? *row.date : row.opened).text(), row.verb, row.provisions, {}};
    if (row.paragraph.empty()) {
        for (const domain::LocalText& text : row.text) {
            result.texts.push_back({text.language, readable(text.text)});
        }
        return result;
    }
    const Placed placed = place(where, store::need_recommendation(where, row.id));
    result.date = placed.date.empty() ? row.opened.text() : placed.date;
    result.verb = placed.verb;
    result.provisions = placed.provisions;
    result.texts.push_back({placed.language, placed.text});
    return result;
}

const domain::Framework& Catalogue::framework_of(const store::IndexRow& row) {
    const auto known = m_frameworks.find(row.framework);
    return known != m_frameworks.end()
               ? known->second
               : m_frameworks.emplace(row.framework, store::need_framework(m_where, row.framework))
                     .first->second;
}

// "adopted/implemented", "claimed/partly", "derived/repeats", "not-examined": never one for another.
std::vector<std::string> Catalogue::fates(const store::IndexRow& row, const Shown& as_shown) {
    std::vector<std::string> values;
    if (m_spoken_of.count(row.id) == 0) {
        return values;
    }
    for (const domain::Fate& fate : read_fates(m_where, row.id, as_shown.verb, framework_of(row))) {
        const std::string source(base::name_of(fate.source));
        values.push_back(fate.value.empty() ? source : source + "/" + fate.value);
    }
    return values;
}

void Catalogue::add_facets(const store::IndexRow& row, const Shown& as_shown) {
    m_facets.begin_document();
    m_facets.add(Facet::framework, row.framework.text());
    m_facets.add(Facet::subject, row.subject.text());
    m_facets.add(Facet::round, row.round.text());
    m_facets.add(Facet::verb, as_shown.verb);
    m_facets.add(Facet::year, as_shown.date.substr(0, 4));
    if (row.position != domain::Position::unset) {
        m_facets.add(Facet::position, base::name_of(row.position));
    }
    for (const std::string& value : row.from) {
        m_facets.add(Facet::from, value);
    }
    for (const std::string& value : as_shown.provisions) {
        m_facets.add(Facet::provision, value);
    }
    for (const std::string& value : row.themes) {
        m_facets.add(Facet::theme, value);
    }
    for (const std::string& value : fates(row, as_shown)) {
        m_facets.add(Facet::fate, value);
    }
}

void Catalogue::add(const store::IndexRow& row) {
    m_records.push_back(static_cast<std::uint32_t>(row.record));
    m_words.begin_document();
    const Shown as_shown = shown(m_where, row);
    add_facets(row, as_shown);
    for (const domain::LocalText& text : as_shown.texts) {
        m_words.add_text(0, text.language, text.text);
        m_facets.add(Facet::language, text.language);
    }
}

void Catalogue::write(search::ShelfWriter& shelf) {
    m_words.write(shelf);
    m_facets.write(shelf);
    search::put_blob(shelf, "records", runs_of(m_records));
}

void refresh_search_base(store::Register& where, const std::string& person,
                         const std::function<void(std::size_t)>& progress) {
    store::Change change(where, person, "search index");
    store::drop_search_base(change);
    if (store::count_recommendations(where) >= k_worth_storing) {
        Catalogue catalogue(where);
        store::each_index_row(where, [&](store::IndexRow& row) {
            catalogue.add(row);
            if (progress) {
                progress(catalogue.records().size());
            }
        });
        BlobWriter shelf(change);
        catalogue.write(shelf);
        store::put_search_base(change, {store::newest_journal_entry(where),
                                        static_cast<std::int64_t>(catalogue.records().size())});
    }
    change.commit();
}

}  // namespace rapporteur::recommendation
