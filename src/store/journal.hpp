// SPDX-License-Identifier: EUPL-1.2
//
// The journal: append-only, hash-chained; each entry commits to the rows that its command touched. Verifying recomputes the chain
// and every row's hash and names what does not fit. What it can not see: that the newest entries were cut off together with their
// changes; the head's hash, kept elsewhere, shows that.
#pragma once

#include "base/date.hpp"
#include "store/register.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace rapporteur::store {

struct JournalEntry {
    std::int64_t seq = 0;
    base::Instant at;
    std::string person;
    std::string command;
    std::string reason;
    std::int64_t records = 0;
    std::string hash;  // hexadecimal
};

// The newest `limit` entries, oldest first; 0 for all.
std::vector<JournalEntry> journal_entries(const Register& where, std::int64_t limit);

struct JournalFault {
    std::string place;  // "journal entry 12" or "answer, row 341"
    std::string text;
};

struct JournalVerdict {
    std::int64_t entries = 0;
    std::int64_t records = 0;
    std::string head;  // hexadecimal, "" for an empty journal
    std::vector<JournalFault> faults;
};

// `progress` is called with the number of rows checked so far.
JournalVerdict verify_journal(const Register& where, const std::function<void(std::int64_t)>& progress = {});

// For Change alone: appends an entry for the rows touched.
std::int64_t append_to_journal(sqlite::Database& database, const std::string& person,
                               const std::string& command, const std::string& reason, TouchedRows touched);

// The tables whose rows the journal covers; the others (schema_migration, the journal itself) are named in the test that compares
// this list with the schema.
std::vector<std::string> record_tables();

}  // namespace rapporteur::store
