// SPDX-License-Identifier: EUPL-1.2
//
// What recommendation/finder keeps in the register and asks of it: the blobs of a stored index, the rows that it indexes, and what was
// touched since it was made. Derived data: may be dropped at any time, and the journal does not cover it.
#pragma once

#include "domain/recommendation.hpp"
#include "store/register.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::store {

struct SearchBase {
    std::int64_t journal_seq = 0;  // the newest entry that it knows of
    std::int64_t documents = 0;
};

std::optional<SearchBase> search_base(const Register& where);
std::optional<std::string> search_blob(const Register& where, std::string_view name);
// Takes the stored index away.
void drop_search_base(Change& change);
void put_search_blob(Change& change, std::string_view name, std::string_view bytes);
void put_search_base(Change& change, const SearchBase& base);

std::int64_t newest_journal_entry(const Register& where);
std::int64_t count_recommendations(const Register& where);

// A recommendation as it is indexed, read in bulk.
struct IndexRow {
    std::int64_t record = 0;  // the row's number in the register
    domain::RecommendationId id;
    domain::EvaluationId evaluation;
    domain::FrameworkId framework;
    domain::SubjectId subject;
    domain::RoundId round;
    base::Date opened;
    std::optional<base::Date> date;
    std::string paragraph;
    std::string verb;
    domain::Position position = domain::Position::unset;
    std::vector<std::string> provisions;
    std::vector<std::string> themes;
    std::vector<std::string> from;
    domain::Texts text;
};
// All, by record.
void each_index_row(const Register& where, const std::function<void(IndexRow&)>& visit);
// Those of them that are there, in the order given.
void each_index_row(const Register& where, const std::vector<std::int64_t>& records,
                    const std::function<void(IndexRow&)>& visit);
std::optional<IndexRow> find_index_row(const Register& where, std::int64_t record);
std::optional<IndexRow> find_index_row(const Register& where, const domain::RecommendationId& id);
// The identifier of a record that is there.
std::optional<domain::RecommendationId> recommendation_at(const Register& where, std::int64_t record);

// Recommendations of which a link, an assessment or a claim speaks: the others have no fate to be worked out.
std::vector<domain::RecommendationId> recommendations_spoken_of(const Register& where);

// What the journal names since an entry, as far as an index of recommendations hangs on it.
struct TouchedRecommendations {
    bool too_much = false;  // it can not be told from the rows that are left: take all for changed
    std::vector<std::int64_t> records;  // sorted, each once; those that are gone too
};
TouchedRecommendations touched_since(const Register& where, std::int64_t journal_seq);

}  // namespace rapporteur::store
