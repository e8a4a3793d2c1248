// SPDX-License-Identifier: EUPL-1.2
#include "store/search_base.hpp"

#include "sqlite/values.hpp"
#include "store/texts.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace rapporteur::store {

using sqlite::each;
using sqlite::Row;
using sqlite::run;
using sqlite::with;

std::optional<SearchBase> search_base(const Register& where) {
    SearchBase base;
    const bool found = sqlite::first(where.database(), "SELECT journal_seq, documents FROM search_base",
                                     with(), base.journal_seq, base.documents);
    return found ? std::optional(base) : std::nullopt;
}

std::optional<std::string> search_blob(const Register& where, std::string_view name) {
    sqlite::Blob blob;
    const bool found =
        sqlite::first(where.database(), "SELECT bytes FROM search_blob WHERE name = ?1", with(name), blob);
    return found ? std::optional(std::move(blob.bytes)) : std::nullopt;
}

void drop_search_base(Change& change) {
    run(change.database(), "DELETE FROM search_base");
    run(change.database(), "DELETE FROM search_blob");
}

void put_search_blob(Change& change, std::string_view name, std::string_view bytes) {
    run(change.database(), "INSERT INTO search_blob (name, bytes) VALUES (?1, ?2)", name,
        sqlite::Blob{std::string(bytes)});
}

void put_search_base(Change& change, const SearchBase& base) {
    run(change.database(), "INSERT INTO search_base (journal_seq, documents) VALUES (?1, ?2)",
        base.journal_seq, base.documents);
}

std::int64_t newest_journal_entry(const Register& where) {
    std::int64_t seq = 0;
    sqlite::first(where.database(), "SELECT coalesce(max(seq), 0) FROM journal", with(), seq);
    return seq;
}

std::int64_t count_recommendations(const Register& where) {
    std::int64_t count = 0;
    sqlite::first(where.database(), "SELECT count(*) FROM recommendation", with(), count);
    return count;
}

namespace {

void read_row(Row row, IndexRow& r) {
    row.read(r.record, r.id, r.evaluation, r.framework, r.subject, r.round, r.opened, r.date, r.paragraph,
             r.verb, r.position, r.provisions, r.themes, r.from);
}

void read_text(sqlite::Database& db, IndexRow& r) {
    r.text = texts_of(db, r.id.text(), "text");
}

std::optional<IndexRow> with_text(sqlite::Database& db, std::optional<IndexRow> row) {
    if (row) {
        read_text(db, *row);
    }
    return row;
}

}  // namespace

// The macro keeps each statement a constant.
#define RAPPORTEUR_INDEX_ROWS                                                                                      \
    "SELECT r.rowid, r.id, r.evaluation, e.framework, e.subject, e.round, e.opened, r.date, r.paragraph, r.verb, " \
    "r.stance, r.provisions, r.themes, r.given_by FROM recommendation AS r JOIN evaluation AS e ON e.id = r.evaluation "

namespace {

// Many rows: one statement for a recommendation and its texts, and each evaluation asked for once. An export takes half the time that it took
// with a statement more for each row's texts.
class IndexRows {
public:
    IndexRows(sqlite::Database& db, const std::function<void(IndexRow&)>& visit) : m_db(db), m_visit(visit) {}

    // A row of RAPPORTEUR_ROWS_WITH_TEXTS.
    void take(Row row) {
        const auto record = row.value<std::int64_t>(0);
        if (!m_any || record != m_row.record) {
            finish();
            std::optional<int> position;
            row.read(m_row.record, m_row.id, m_row.evaluation, m_row.date, m_row.paragraph, m_row.verb,
                     m_row.position, m_row.provisions, m_row.themes, m_row.from, position);
            m_any = true;
            if (!position) {
                return;
            }
        }
        m_texts.emplace_back(row.value<int>(k_text_column), domain::LocalText{});
        domain::LocalText& text = m_texts.back().second;
        text.language = row.value<std::string>(k_text_column + 1);
        text.text = row.value<std::string>(k_text_column + 2);
    }
    // What is put together goes out.
    void finish() {
        if (!m_any) {
            return;
        }
        m_any = false;
        std::sort(m_texts.begin(), m_texts.end(),
                  [](const auto& one, const auto& other) { return one.first < other.first; });
        m_row.text.clear();
        for (auto& text : m_texts) {
            m_row.text.push_back(std::move(text.second));
        }
        m_texts.clear();
        place();
        m_visit(m_row);
    }

private:
    static constexpr int k_text_column = 10;
    struct Evaluation {
        domain::FrameworkId framework;
        domain::SubjectId subject;
        domain::RoundId round;
        base::Date opened;
    };

    void place() {
        const auto [known, is_new] = m_evaluations.try_emplace(m_row.evaluation);
        Evaluation& e = known->second;
        if (is_new) {
            sqlite::first(m_db, "SELECT framework, subject, round, opened FROM evaluation WHERE id = ?1",
                          with(m_row.evaluation), e.framework, e.subject, e.round, e.opened);
        }
        m_row.framework = e.framework;
        m_row.subject = e.subject;
        m_row.round = e.round;
        m_row.opened = e.opened;
    }

    sqlite::Database& m_db;
    const std::function<void(IndexRow&)>& m_visit;
    std::unordered_map<domain::EvaluationId, Evaluation> m_evaluations;
    IndexRow m_row;
    std::vector<std::pair<int, domain::LocalText>> m_texts;  // with their positions
    bool m_any = false;
};

}  // namespace

#define RAPPORTEUR_ROWS_WITH_TEXTS                                                                           \
    "SELECT r.rowid, r.id, r.evaluation, r.date, r.paragraph, r.verb, r.stance, r.provisions, r.themes, "    \
    "r.given_by, t.position, t.language, t.text FROM recommendation AS r LEFT JOIN local_text AS t "         \
    "ON t.owner = r.id AND t.field = 'text' "

void each_index_row(const Register& where, const std::function<void(IndexRow&)>& visit) {
    IndexRows rows(where.database(), visit);
    each(where.database(), RAPPORTEUR_ROWS_WITH_TEXTS "ORDER BY r.rowid", with(),
         [&rows](Row row) { rows.take(row); });
    rows.finish();
}

void each_index_row(const Register& where, const std::vector<std::int64_t>& records,
                    const std::function<void(IndexRow&)>& visit) {
    IndexRows rows(where.database(), visit);
    for (std::size_t first = 0, end = 0; first < records.size(); first = end) {
        for (end = first + 1; end < records.size() && records[end] == records[end - 1] + 1;) {
            ++end;
        }
        each(where.database(), RAPPORTEUR_ROWS_WITH_TEXTS "WHERE r.rowid BETWEEN ?1 AND ?2 ORDER BY r.rowid",
             with(records[first], records[end - 1]), [&rows](Row row) { rows.take(row); });
        rows.finish();
    }
}

#undef RAPPORTEUR_ROWS_WITH_TEXTS

std::optional<IndexRow> find_index_row(const Register& where, std::int64_t record) {
    std::optional<IndexRow> found;
    each(where.database(), RAPPORTEUR_INDEX_ROWS "WHERE r.rowid = ?1", with(record),
         [&](Row row) { read_row(row, found.emplace()); });
    return with_text(where.database(), std::move(found));
}

std::optional<IndexRow> find_index_row(const Register& where, const domain::RecommendationId& id) {
    std::optional<IndexRow> found;
    each(where.database(), RAPPORTEUR_INDEX_ROWS "WHERE r.id = ?1", with(id),
         [&](Row row) { read_row(row, found.emplace()); });
    return with_text(where.database(), std::move(found));
}

#undef RAPPORTEUR_INDEX_ROWS

std::optional<domain::RecommendationId> recommendation_at(const Register& where, std::int64_t record) {
    domain::RecommendationId id;
    const bool found =
        sqlite::first(where.database(), "SELECT id FROM recommendation WHERE rowid = ?1", with(record), id);
    return found ? std::optional(id) : std::nullopt;
}

std::vector<domain::RecommendationId> recommendations_spoken_of(const Register& where) {
    std::vector<domain::RecommendationId> ids;
    each(
        where.database(),
        "SELECT earlier FROM link UNION SELECT recommendation FROM assessment UNION SELECT recommendation FROM claim",
        with(), [&](Row row) { row.read(ids.emplace_back()); });
    return ids;
}

namespace {

class Touched {
public:
    Touched(sqlite::Database& db, std::int64_t seq) : m_db(db), m_seq(seq) {}

    TouchedRecommendations find() {
        each(m_db,
             "SELECT DISTINCT record FROM journal_record WHERE seq > ?1 AND record_table = 'recommendation'",
             with(m_seq), [&](Row row) { m_records.insert(row.value<std::int64_t>(0)); });
        texts();
        evaluations();
        voices();
        return {m_too_much, {m_records.begin(), m_records.end()}};
    }

private:
    void add(Row row) { m_records.insert(row.value<std::int64_t>(0)); }

    // A text that is gone went with its recommendation.
    void texts() {
        each(
            m_db,
            "SELECT DISTINCT r.rowid FROM journal_record AS j JOIN local_text AS t ON t.rowid = j.record JOIN recommendation AS r "
            "ON r.id = t.owner WHERE j.seq > ?1 AND j.record_table = 'local_text'",
            with(m_seq), [&](Row row) { add(row); });
    }
    // The words of a recommendation may stand in a paragraph, its date hangs on its report: all of the evaluation.
    void evaluations() {
        each(
            m_db,
            "SELECT r.rowid FROM recommendation AS r WHERE r.evaluation IN ("
            "SELECT e.id FROM journal_record AS j JOIN evaluation AS e ON e.rowid = j.record WHERE j.seq > ?1 AND j.record_table = 'evaluation' "
            "UNION SELECT p.evaluation FROM journal_record AS j JOIN report AS p ON p.rowid = j.record WHERE j.seq > ?1 AND "
            "j.record_table = 'report' UNION SELECT p.evaluation FROM journal_record AS j JOIN report_item AS i ON i.rowid = j.record "
            "JOIN report AS p ON p.id = i.report WHERE j.seq > ?1 AND j.record_table = 'report_item')",
            with(m_seq), [&](Row row) { add(row); });
        each(
            m_db,
            "SELECT r.rowid FROM recommendation AS r JOIN evaluation AS e ON e.id = r.evaluation WHERE e.framework IN ("
            "SELECT f.id FROM journal_record AS j JOIN framework AS f ON f.rowid = j.record WHERE j.seq > ?1 AND j.record_table = 'framework')",
            with(m_seq), [&](Row row) { add(row); });
    }
    // Whom a link, an assessment or a claim speaks of; where one was taken out, nobody can say of whom it spoke.
    void voices() {
        each(
            m_db,
            "SELECT r.rowid FROM recommendation AS r WHERE r.id IN ("
            "SELECT l.earlier FROM journal_record AS j JOIN link AS l ON l.rowid = j.record WHERE j.seq > ?1 AND j.record_table = 'link' "
            "UNION SELECT a.recommendation FROM journal_record AS j JOIN assessment AS a ON a.rowid = j.record WHERE j.seq > ?1 AND "
            "j.record_table = 'assessment' UNION SELECT c.recommendation FROM journal_record AS j JOIN claim AS c ON c.rowid = j.record "
            "WHERE j.seq > ?1 AND j.record_table = 'claim')",
            with(m_seq), [&](Row row) { add(row); });
        std::int64_t gone = 0;
        sqlite::first(
            m_db,
            "SELECT count(*) FROM journal_record WHERE seq > ?1 AND hash IS NULL AND record_table IN "
            "('link', 'assessment', 'claim', 'report_item', 'report', 'evaluation')",
            with(m_seq), gone);
        m_too_much = gone > 0;
    }

    sqlite::Database& m_db;
    std::int64_t m_seq;
    std::set<std::int64_t> m_records;
    bool m_too_much = false;
};

}  // namespace

TouchedRecommendations touched_since(const Register& where, std::int64_t journal_seq) {
    if (newest_journal_entry(where) <= journal_seq) {
        return {};
    }
    return Touched(where.database(), journal_seq).find();
}

}  // namespace rapporteur::store
