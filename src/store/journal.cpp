// SPDX-License-Identifier: EUPL-1.2
#include "store/journal.hpp"

#include "base/clock.hpp"
#include "base/digest.hpp"
#include "sqlite/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace rapporteur::store {

namespace {

using base::Digest;

struct RecordTable {
    std::string_view name;
    sqlite::Sql some;
    sqlite::Sql all;
};

// The macro keeps each statement a constant: a table's name can not be a bound value.
#define RAPPORTEUR_TABLE(name)                                                                               \
    RecordTable {                                                                                            \
#name, "SELECT rowid, * FROM " #name " WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid",                \
            "SELECT rowid, * FROM " #name " ORDER BY rowid"                                                  \
    }

constexpr std::array k_tables{
    RAPPORTEUR_TABLE(alias),
    RAPPORTEUR_TABLE(answer),
    RAPPORTEUR_TABLE(ask),
    RAPPORTEUR_TABLE(assessment),
    RAPPORTEUR_TABLE(assignment),
    RAPPORTEUR_TABLE(body),
    RAPPORTEUR_TABLE(body_name),
    RAPPORTEUR_TABLE(cell),
    RAPPORTEUR_TABLE(chapter),
    RAPPORTEUR_TABLE(claim),
    RAPPORTEUR_TABLE(codelist),
    RAPPORTEUR_TABLE(codelist_code),
    RAPPORTEUR_TABLE(comment),
    RAPPORTEUR_TABLE(committee_recommendation),
    RAPPORTEUR_TABLE(committee_takes_up),
    RAPPORTEUR_TABLE(delegation_step),
    RAPPORTEUR_TABLE(dimension),
    RAPPORTEUR_TABLE(document_type),
    RAPPORTEUR_TABLE(evaluation),
    RAPPORTEUR_TABLE(evaluation_body),
    RAPPORTEUR_TABLE(evaluation_person),
    RAPPORTEUR_TABLE(evaluation_source),
    RAPPORTEUR_TABLE(evidence),
    RAPPORTEUR_TABLE(exhibit),
    RAPPORTEUR_TABLE(file_bytes),
    RAPPORTEUR_TABLE(finding),
    RAPPORTEUR_TABLE(framework),
    RAPPORTEUR_TABLE(framework_language),
    RAPPORTEUR_TABLE(import_column),
    RAPPORTEUR_TABLE(import_mapping),
    RAPPORTEUR_TABLE(import_row),
    RAPPORTEUR_TABLE(import_value),
    RAPPORTEUR_TABLE(indicator),
    RAPPORTEUR_TABLE(issue),
    RAPPORTEUR_TABLE(limb),
    RAPPORTEUR_TABLE(link),
    RAPPORTEUR_TABLE(listed_section),
    RAPPORTEUR_TABLE(local_text),
    RAPPORTEUR_TABLE(mandate),
    RAPPORTEUR_TABLE(measure),
    RAPPORTEUR_TABLE(measure_body),
    RAPPORTEUR_TABLE(measure_recommendation),
    RAPPORTEUR_TABLE(measure_value),
    RAPPORTEUR_TABLE(meeting),
    RAPPORTEUR_TABLE(migration),
    RAPPORTEUR_TABLE(migration_step),
    RAPPORTEUR_TABLE(monitoring_body),
    RAPPORTEUR_TABLE(note),
    RAPPORTEUR_TABLE(observation),
    RAPPORTEUR_TABLE(outline_section),
    RAPPORTEUR_TABLE(paragraph_text),
    RAPPORTEUR_TABLE(person),
    RAPPORTEUR_TABLE(person_key),
    RAPPORTEUR_TABLE(provision),
    RAPPORTEUR_TABLE(publication),
    RAPPORTEUR_TABLE(publication_approval),
    RAPPORTEUR_TABLE(publication_item),
    RAPPORTEUR_TABLE(publication_withdrawal),
    RAPPORTEUR_TABLE(question),
    RAPPORTEUR_TABLE(question_check),
    RAPPORTEUR_TABLE(questionnaire),
    RAPPORTEUR_TABLE(questionnaire_language),
    RAPPORTEUR_TABLE(receipt),
    RAPPORTEUR_TABLE(rating),
    RAPPORTEUR_TABLE(recommendation),
    RAPPORTEUR_TABLE(recommendation_kind),
    RAPPORTEUR_TABLE(reply),
    RAPPORTEUR_TABLE(reply_choice),
    RAPPORTEUR_TABLE(reply_part),
    RAPPORTEUR_TABLE(report),
    RAPPORTEUR_TABLE(report_item),
    RAPPORTEUR_TABLE(request),
    RAPPORTEUR_TABLE(request_item),
    RAPPORTEUR_TABLE(respondent_kind),
    RAPPORTEUR_TABLE(round),
    RAPPORTEUR_TABLE(rule),
    RAPPORTEUR_TABLE(scale),
    RAPPORTEUR_TABLE(scale_value),
    RAPPORTEUR_TABLE(sealed),
    RAPPORTEUR_TABLE(sealed_key),
    RAPPORTEUR_TABLE(section),
    RAPPORTEUR_TABLE(site),
    RAPPORTEUR_TABLE(slot),
    RAPPORTEUR_TABLE(source),
    RAPPORTEUR_TABLE(specific_question),
    RAPPORTEUR_TABLE(spelling),
    RAPPORTEUR_TABLE(stage),
    RAPPORTEUR_TABLE(stage_event),
    RAPPORTEUR_TABLE(subject),
    RAPPORTEUR_TABLE(subject_name),
    RAPPORTEUR_TABLE(table_total),
    RAPPORTEUR_TABLE(theme),
    RAPPORTEUR_TABLE(verb),
    RAPPORTEUR_TABLE(verb_pattern),
    RAPPORTEUR_TABLE(visibility_rule),
    RAPPORTEUR_TABLE(visit),
};

#undef RAPPORTEUR_TABLE

const RecordTable& table_named(std::string_view name) {
    const auto found = std::find_if(k_tables.begin(), k_tables.end(),
                                    [&](const RecordTable& table) { return table.name == name; });
    if (found == k_tables.end()) {
        throw base::Error(base::ErrorKind::internal,
                          fmt::format("the journal does not know the table {}", name));
    }
    return *found;
}

// Hashes rows of a statement that has the rowid and then the table's columns: names and values of the columns that are not NULL, so that a
// column added later does not change the hash of older rows. Bytes are gathered and hashed at once: to hash them piece by piece
// took twice the time.
class RowHash {
public:
    RowHash(std::string_view table, const sqlite::Statement& rows) : m_table(table), m_rows(rows) {
        for (int column = 0; column < rows.column_count(); ++column) {
            m_names.push_back(fmt::format("\n{}=", rows.column_name(column)));
        }
    }
    std::int64_t row() const { return m_rows.integer(0); }
    Digest hash() {
        m_bytes = m_table;
        for (int column = 1; column < m_rows.column_count(); ++column) {
            if (!m_rows.is_null(column)) {
                m_bytes += m_names[static_cast<std::size_t>(column)];
                m_rows.append_tagged(column, m_bytes);
            }
        }
        return base::sha256(m_bytes);
    }

private:
    std::string_view m_table;
    const sqlite::Statement& m_rows;
    std::vector<std::string> m_names;
    std::string m_bytes;
};

// Length before each text: no two entries give the same bytes.
void append_field(std::string& bytes, std::string_view text) {
    bytes += std::to_string(text.size());
    bytes += ':';
    bytes += text;
}

// The entry's hash over what it says, the previous hash, and its records in the order in which they were written.
class EntryHash {
public:
    EntryHash(std::int64_t seq, std::string_view at, std::string_view person, std::string_view command,
              std::string_view reason, std::string_view previous) {
        append_field(m_bytes, std::to_string(seq));
        for (const std::string_view field : {at, person, command, reason, previous}) {
            append_field(m_bytes, field);
        }
    }
    void record(std::string_view table, std::int64_t row, std::string_view hash) {
        append_field(m_bytes, table);
        append_field(m_bytes, std::to_string(row));
        append_field(m_bytes, hash);
        if (m_bytes.size() > k_full) {
            m_hash.update(m_bytes);
            m_bytes.clear();
        }
    }
    Digest finish() { return m_hash.update(m_bytes).finish(); }

private:
    static constexpr std::size_t k_full = 4'096;
    base::Sha256 m_hash;
    std::string m_bytes;
};

// Each of these rows, which are sorted, with its hash as it is now; nothing for one that is gone. Rows whose numbers follow each other, which
// is what a bulk import leaves, are read in one go.
template <class Visit>
void each_current_hash(sqlite::Database& database, std::string_view table,
                       const std::vector<std::int64_t>& rows, Visit visit) {
    for (std::size_t first = 0, end = 0; first < rows.size(); first = end) {
        for (end = first + 1; end < rows.size() && rows[end] == rows[end - 1] + 1;) {
            ++end;
        }
        sqlite::Database::Cached statement = database.prepare(table_named(table).some);
        statement->bind_integer(1, rows[first]);
        statement->bind_integer(2, rows[end - 1]);
        RowHash hash(table, *statement);
        bool there = statement->step();
        for (std::size_t i = first; i < end; ++i) {
            if (there && hash.row() == rows[i]) {
                visit(rows[i], std::optional(hash.hash()));
                there = statement->step();
            } else {
                visit(rows[i], std::optional<Digest>());
            }
        }
    }
}

struct LastEntry {
    std::int64_t seq = 0;
    sqlite::Blob hash;
};

LastEntry last_entry(sqlite::Database& database) {
    LastEntry last;
    sqlite::first(database, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1", sqlite::with(),
                  last.seq, last.hash);
    return last;
}

std::string row_place(std::string_view table, std::int64_t row) {
    return fmt::format("{}, row {}", table, row);
}

}  // namespace

std::vector<std::string> record_tables() {
    std::vector<std::string> names;
    for (const RecordTable& table : k_tables) {
        names.emplace_back(table.name);
    }
    return names;
}

std::int64_t append_to_journal(sqlite::Database& database, const std::string& person,
                               const std::string& command, const std::string& reason, TouchedRows touched) {
    const LastEntry last = last_entry(database);
    const std::int64_t seq = last.seq + 1;
    const std::string at = base::now().text();
    EntryHash entry(seq, at, person, command, reason, last.hash.bytes);
    // The records before their entry, which the end of the transaction allows: what is hashed needs not be kept.
    for (auto& [table, rows] : touched) {
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        const auto write = [&, &name = table](std::int64_t row, const std::optional<Digest>& hash) {
            entry.record(name, row, hash ? hash->view() : std::string_view());
            sqlite::run(
                database,
                "INSERT INTO journal_record (seq, record_table, record, hash) VALUES (?1, ?2, ?3, ?4)", seq,
                name, row, hash ? std::optional(sqlite::Blob{std::string(hash->view())}) : std::nullopt);
        };
        each_current_hash(database, table, rows, write);
    }
    sqlite::run(
        database,
        "INSERT INTO journal (seq, at, person, command, reason, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        seq, at, person, command, reason, last.hash, sqlite::Blob{std::string(entry.finish().view())});
    return seq;
}

std::vector<JournalEntry> journal_entries(const Register& where, std::int64_t limit) {
    std::vector<JournalEntry> entries;
    sqlite::each(
        where.database(),
        "SELECT seq, at, person, command, reason, (SELECT count(*) FROM journal_record AS r WHERE r.seq = j.seq), hash "
        "FROM journal AS j ORDER BY seq DESC LIMIT CASE WHEN ?1 = 0 THEN -1 ELSE ?1 END",
        sqlite::with(limit), [&](sqlite::Row row) {
            JournalEntry entry;
            sqlite::Blob hash;
            row.read(entry.seq, entry.at, entry.person, entry.command, entry.reason, entry.records, hash);
            entry.hash = base::to_hex(hash.bytes);
            entries.push_back(std::move(entry));
        });
    std::reverse(entries.begin(), entries.end());
    return entries;
}

namespace {

// The entries that fit; what the others say of a row proves nothing.
std::set<std::int64_t> verify_chain(sqlite::Database& database, JournalVerdict& verdict) {
    std::set<std::int64_t> sound;
    std::string previous;
    sqlite::each(
        database, "SELECT seq, at, person, command, reason, previous, hash FROM journal ORDER BY seq",
        sqlite::with(), [&](sqlite::Row row) {
            std::int64_t seq = 0;
            std::string at;
            std::string person;
            std::string command;
            std::string reason;
            sqlite::Blob claimed_previous;
            sqlite::Blob hash;
            row.read(seq, at, person, command, reason, claimed_previous, hash);
            const std::string place = fmt::format("journal entry {}", seq);
            ++verdict.entries;
            if (seq != verdict.entries) {
                verdict.faults.push_back(
                    {place, fmt::format("entry {} is missing before it", verdict.entries)});
                verdict.entries = seq;
            }
            if (claimed_previous.bytes != previous) {
                verdict.faults.push_back({place, "does not continue the entry before it"});
            }
            EntryHash entry(seq, at, person, command, reason, claimed_previous.bytes);
            sqlite::each(
                database,
                "SELECT record_table, record, hash FROM journal_record WHERE seq = ?1 ORDER BY rowid",
                sqlite::with(seq), [&](sqlite::Row record) {
                    std::string table;
                    std::int64_t number = 0;
                    std::optional<sqlite::Blob> record_hash;
                    record.read(table, number, record_hash);
                    entry.record(table, number, record_hash ? record_hash->bytes : std::string());
                });
            if (entry.finish().view() != hash.bytes) {
                verdict.faults.push_back({place, "was changed after it was written"});
            } else {
                sound.insert(seq);
            }
            previous = hash.bytes;
        });
    verdict.head = base::to_hex(previous);
    return sound;
}

// Commitments that belong to no entry: no entry's hash covers them.
void verify_commitments(sqlite::Database& database, JournalVerdict& verdict) {
    sqlite::each(
        database,
        "SELECT seq, record_table, record FROM journal_record WHERE seq NOT IN (SELECT seq FROM journal) ORDER BY rowid",
        sqlite::with(), [&](sqlite::Row row) {
            std::int64_t seq = 0;
            std::string table;
            std::int64_t record = 0;
            row.read(seq, table, record);
            verdict.faults.push_back(
                {fmt::format("journal record of entry {}", seq),
                 fmt::format("speaks of {} and belongs to no entry", row_place(table, record))});
        });
}

std::map<std::string, std::string> triggers_of(sqlite::Database& database) {
    std::map<std::string, std::string> triggers;
    sqlite::each(database, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", sqlite::with(),
                 [&](sqlite::Row row) { triggers[row.value<std::string>(0)] = row.value<std::string>(1); });
    return triggers;
}

// What holds the records must be what a fresh register has: no trigger gone, changed or added.
void verify_triggers(sqlite::Database& database, JournalVerdict& verdict) {
    std::map<std::string, std::string> here = triggers_of(database);
    for (const auto& [name, sql] : triggers_of(Register::in_memory().database())) {
        const auto found = here.find(name);
        if (found == here.end()) {
            verdict.faults.push_back({"trigger " + name, "is not there: what it holds could be changed"});
        } else if (found->second != sql) {
            verdict.faults.push_back({"trigger " + name, "is not the program's"});
        }
        here.erase(name);
    }
    for (const auto& other : here) {
        verdict.faults.push_back({"trigger " + other.first, "is not the program's"});
    }
}

// What the newest entry that speaks of a row says of it, and whether that entry fits.
struct Commitment {
    std::optional<std::string> hash;  // nothing: the row was removed
    bool sound = false;
};

std::map<std::int64_t, Commitment> newest_hashes(sqlite::Database& database, std::string_view table,
                                                 const std::set<std::int64_t>& sound) {
    std::map<std::int64_t, Commitment> newest;
    sqlite::each(
        database,
        "SELECT r.seq, r.record, r.hash FROM journal_record AS r JOIN journal AS j ON j.seq = r.seq WHERE r.record_table = ?1 ORDER BY "
        "r.record, r.seq",
        sqlite::with(table), [&](sqlite::Row row) {
            std::int64_t seq = 0;
            std::int64_t record = 0;
            std::optional<sqlite::Blob> hash;
            row.read(seq, record, hash);
            newest[record] = {hash ? std::optional(hash->bytes) : std::nullopt, sound.count(seq) != 0};
        });
    return newest;
}

// The rows of one table; gives the number of those of which only an entry speaks that does not fit.
std::int64_t verify_table(sqlite::Database& database, const RecordTable& table,
                          const std::set<std::int64_t>& sound, JournalVerdict& verdict,
                          const std::function<void(std::int64_t)>& progress) {
    std::map<std::int64_t, Commitment> newest = newest_hashes(database, table.name, sound);
    std::int64_t unproved = 0;
    sqlite::Database::Cached statement = database.prepare(table.all);
    RowHash hash(table.name, *statement);
    while (statement->step()) {
        const std::int64_t row = hash.row();
        ++verdict.records;
        if (progress && verdict.records % 1000 == 0) {
            progress(verdict.records);
        }
        const auto found = newest.find(row);
        if (found == newest.end() || !found->second.hash) {
            verdict.faults.push_back({row_place(table.name, row), "is in no journal entry"});
        } else if (!found->second.sound) {
            ++unproved;
        } else if (*found->second.hash != hash.hash().view()) {
            verdict.faults.push_back({row_place(table.name, row), "was changed outside the program"});
        }
        if (found != newest.end()) {
            newest.erase(found);
        }
    }
    for (const auto& [row, commitment] : newest) {
        if (commitment.hash && commitment.sound) {
            verdict.faults.push_back({row_place(table.name, row), "was removed outside the program"});
        }
    }
    return unproved;
}

}  // namespace

JournalVerdict verify_journal(const Register& where, const std::function<void(std::int64_t)>& progress) {
    JournalVerdict verdict;
    const sqlite::Reading reading(where.database());
    const std::set<std::int64_t> sound = verify_chain(where.database(), verdict);
    verify_commitments(where.database(), verdict);
    verify_triggers(where.database(), verdict);
    std::int64_t unproved = 0;
    for (const RecordTable& table : k_tables) {
        unproved += verify_table(where.database(), table, sound, verdict, progress);
    }
    if (unproved != 0) {
        verdict.faults.push_back(
            {"journal", fmt::format("{} rows stand in no other entry than those that do not fit", unproved)});
    }
    return verdict;
}

}  // namespace rapporteur::store
