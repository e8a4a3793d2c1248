// SPDX-License-Identifier: EUPL-1.2
//
// Which questions of an earlier questionnaire belong to which of a later one: the same questionnaire by itself, two versions by the migration
// map of the later one, others by equal identifiers of equal kind. Says nothing of answers. Pure; called by the comparison of replies, by the
// carrying of answers, and by whoever shows what became of a question.
#pragma once

#include "domain/questionnaire.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::exchange {

enum class Footing { same_questionnaire, migration_map, same_identifiers };

struct QuestionPair {
    domain::MigrationAct act = domain::MigrationAct::same;  // never recode
    std::string substance;                                  // of a reworded one: same, narrower, wider
    std::vector<std::string> earlier;                       // questions' identifiers; none: added
    std::vector<std::string> later;                         // none: dropped
    // It asks for the same, so that an answer to it may stand: same, moved, or reworded with the same substance.
    bool asks_the_same() const;
};

// By codelist, the earlier code and what stands for it now.
using Recodes = std::map<std::string, std::map<std::string, std::string>>;

struct Pairing {
    Footing footing = Footing::same_identifiers;
    std::vector<QuestionPair>
        pairs;  // in the later questionnaire's order, then what was dropped in the earlier's; each question in one
    Recodes recodes;

    const QuestionPair* of_earlier(std::string_view question) const;
    const QuestionPair* of_later(std::string_view question) const;
};

Pairing pair_questions(const domain::Questionnaire& earlier, const domain::Questionnaire& later);

// The map in `later` that leads from `earlier`; nullptr where there is none.
const domain::Migration* migration_between(const domain::Questionnaire& earlier,
                                           const domain::Questionnaire& later);

// Where a step leads: its own `to`, or for one that keeps the identifier its `from`.
const std::vector<std::string>& leads_to(const domain::MigrationStep& step);

// "moved", "reworded, narrower", "split into 2", "merged from 2", "not asked before", "asked no more"
std::string act_in_words(const QuestionPair& pair);

}  // namespace rapporteur::exchange

template <>
struct rapporteur::base::Names<rapporteur::exchange::Footing> {
    using F = rapporteur::exchange::Footing;
    static constexpr std::array<Name<F>, 3> k_names{{{F::same_questionnaire, "same-questionnaire"},
                                                     {F::migration_map, "migration-map"},
                                                     {F::same_identifiers, "same-identifiers"}}};
};
