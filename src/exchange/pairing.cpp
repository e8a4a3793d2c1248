// SPDX-License-Identifier: EUPL-1.2
#include "exchange/pairing.hpp"

#include "questionnaire/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rapporteur::exchange {

using namespace domain;

namespace {

const QuestionPair* find_pair(const std::vector<QuestionPair>& pairs,
                              std::vector<std::string> QuestionPair::*side, std::string_view question) {
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const QuestionPair& pair) {
        const std::vector<std::string>& ids = pair.*side;
        return std::find(ids.begin(), ids.end(), question) != ids.end();
    });
    return found == pairs.end() ? nullptr : &*found;
}

// Puts pairs together so that each question stands in one, whatever a map says: a map that was never checked may leave questions out
// or name one twice, and no answer may be lost or doubled by that.
class PairCollector {
public:
    PairCollector(const Questionnaire& earlier, const Questionnaire& later)
        : m_earlier(earlier), m_later(later) {}

    void add(QuestionPair pair) {
        take(pair.earlier, m_earlier, m_taken);
        take(pair.later, m_later, m_given);
        if (!pair.earlier.empty() || !pair.later.empty()) {
            if (pair.later.empty()) {
                pair.act = MigrationAct::dropped;
            } else if (pair.earlier.empty()) {
                pair.act = MigrationAct::added;
            }
            m_pairs.push_back(std::move(pair));
        }
    }

    std::vector<QuestionPair> take_in_order() {
        for (const Question* const question : questions_of(m_later)) {
            add({MigrationAct::added, "", {}, {question->id.text()}});
        }
        for (const Question* const question : questions_of(m_earlier)) {
            add({MigrationAct::dropped, "", {question->id.text()}, {}});
        }
        std::vector<QuestionPair> ordered;
        put_in_order(m_later, &QuestionPair::later, ordered);
        put_in_order(m_earlier, &QuestionPair::earlier, ordered);
        return ordered;
    }

private:
    static void take(std::vector<std::string>& ids, const Questionnaire& questionnaire,
                     std::set<std::string>& taken) {
        std::erase_if(ids, [&](const std::string& id) {
            return questionnaire.find_question(id) == nullptr || !taken.insert(id).second;
        });
    }

    void put_in_order(const Questionnaire& questionnaire, std::vector<std::string> QuestionPair::*side,
                      std::vector<QuestionPair>& ordered) {
        for (const Question* const question : questions_of(questionnaire)) {
            const QuestionPair* const found = find_pair(m_pairs, side, question->id.text());
            if (found != nullptr) {
                ordered.push_back(*found);
                m_pairs.erase(m_pairs.begin() + (found - m_pairs.data()));
            }
        }
    }

    const Questionnaire& m_earlier;
    const Questionnaire& m_later;
    std::set<std::string> m_taken;
    std::set<std::string> m_given;
    std::vector<QuestionPair> m_pairs;
};

void pair_by_map(const Migration& map, PairCollector& collector, Recodes& recodes) {
    for (const MigrationStep& step : map.steps) {
        if (step.act != MigrationAct::recode) {
            collector.add({step.act, step.substance, step.from, leads_to(step)});
        } else if (!step.from.empty() && !step.to.empty()) {
            recodes[step.codelist].emplace(step.from.front(), step.to.front());
        }
    }
}

void pair_by_identifiers(const Questionnaire& earlier, const Questionnaire& later, PairCollector& collector) {
    for (const Question* const question : questions_of(later)) {
        const Question* const before = earlier.find_question(question->id.text());
        if (before != nullptr && before->kind == question->kind) {
            collector.add({MigrationAct::same, "", {question->id.text()}, {question->id.text()}});
        }
    }
}

}  // namespace

bool QuestionPair::asks_the_same() const {
    return act == MigrationAct::same || act == MigrationAct::moved ||
           (act == MigrationAct::reworded && substance == "same");
}

const QuestionPair* Pairing::of_earlier(std::string_view question) const {
    return find_pair(pairs, &QuestionPair::earlier, question);
}

const QuestionPair* Pairing::of_later(std::string_view question) const {
    return find_pair(pairs, &QuestionPair::later, question);
}

Pairing pair_questions(const Questionnaire& earlier, const Questionnaire& later) {
    Pairing pairing;
    PairCollector collector(earlier, later);
    const Migration* const map = migration_between(earlier, later);
    if (map != nullptr) {
        pairing.footing = Footing::migration_map;
        pair_by_map(*map, collector, pairing.recodes);
    } else {
        pairing.footing = earlier.id == later.id ? Footing::same_questionnaire : Footing::same_identifiers;
        pair_by_identifiers(earlier, later, collector);
    }
    pairing.pairs = collector.take_in_order();
    return pairing;
}

const Migration* migration_between(const Questionnaire& earlier, const Questionnaire& later) {
    const auto from = questionnaire::parse_questionnaire_id(earlier.id.text());
    const auto to = questionnaire::parse_questionnaire_id(later.id.text());
    if (!from || !to || from->framework != to->framework || from->name != to->name) {
        return nullptr;
    }
    const auto found = std::find_if(later.migrations.begin(), later.migrations.end(),
                                    [&](const Migration& each) { return each.from == from->version; });
    return found == later.migrations.end() ? nullptr : &*found;
}

const std::vector<std::string>& leads_to(const MigrationStep& step) {
    const bool keeps = step.act == MigrationAct::same || step.act == MigrationAct::reworded;
    return keeps && step.to.empty() ? step.from : step.to;
}

std::string act_in_words(const QuestionPair& pair) {
    switch (pair.act) {
    case MigrationAct::reworded:
        return pair.substance == "same" ? "reworded, asks for the same" : "reworded, " + pair.substance;
    case MigrationAct::split:
        return fmt::format("split into {}", pair.later.size());
    case MigrationAct::merged:
        return fmt::format("merged from {}", pair.earlier.size());
    case MigrationAct::dropped:
        return "asked no more";
    case MigrationAct::added:
        return "not asked before";
    default:
        return std::string(base::name_of(pair.act));
    }
}

}  // namespace rapporteur::exchange
