// SPDX-License-Identifier: EUPL-1.2
#include "publication/entitlement.hpp"

#include "base/error.hpp"
#include "store/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace rapporteur::publication {

using namespace domain;

namespace {

constexpr std::string_view k_secretariat = "secretariat";

std::string_view word_for(Act act) {
    switch (act) {
    case Act::prepare:
        return "prepare";
    case Act::approve:
        return "approve";
    case Act::release:
        return "release";
    case Act::withdraw:
        break;
    }
    return "withdraw";
}

// Why the person takes no part in this evaluation; empty: nothing of the kind. Dates play no part: who once acted for
// the state, or was recused once, does not decide later what leaves.
std::string conflict_of(const store::Register& where, const Evaluation& evaluation, Act act,
                        const PersonId& person) {
    for (const Assignment& assignment : evaluation.assignments) {
        const bool barred =
            assignment.role == EvaluationRole::recused || assignment.role == EvaluationRole::contact_person;
        if (assignment.person == person && barred) {
            return "as " + std::string(base::name_of(assignment.role)) +
                   " the person takes no part in decisions on this evaluation";
        }
    }
    const auto known = store::find_person(where, person);
    if (act == Act::approve && known && known->nationality == evaluation.subject.text()) {
        return "a national of the state under review takes no part in decisions on it";
    }
    return "";
}

bool holds_office(const store::Register& where, const Evaluation& evaluation, const PersonId& person,
                  base::Instant at) {
    const auto known = store::find_person(where, person);
    const auto parts = parse_evaluation_id(evaluation.id.text());
    bool was_secretary = false;
    for (const Mandate& mandate : known ? known->mandates : std::vector<Mandate>{}) {
        const bool body = mandate.body == "group" || mandate.body == k_secretariat;
        if (!parts || mandate.framework != parts->framework || !body) {
            continue;
        }
        if (mandate.from <= at.date() && (!mandate.until || at.date() <= *mandate.until)) {
            return true;
        }
        was_secretary = was_secretary || mandate.body == k_secretariat;
    }
    // A secretary's key outlives the mandate; the office does not.
    const auto key = store::find_key(where, person);
    return key && key->role == k_secretariat && !was_secretary;
}

}  // namespace

void check_may_act(const store::Register& where, const Evaluation& evaluation, Act act,
                   const Acting& acting) {
    const std::string message = fmt::format("{} can not {} it", acting.person.text(), word_for(act));
    if (const std::string conflict = conflict_of(where, evaluation, act, acting.person); !conflict.empty()) {
        throw base::Error(base::ErrorKind::refused, message).at(evaluation.id.text()).because(conflict);
    }
    const auto key = store::find_key(where, acting.person);
    if (!key || acting.key == nullptr || !(acting.key->public_key == key->key.public_key)) {
        throw base::Error(base::ErrorKind::forbidden, message)
            .at(evaluation.id.text())
            .because("it takes an unlocked key of one's own: a name alone gives no rights")
            .help(key ? "unlock it: --passphrase-file FILE"
                      : "the secretariat gives a key: rapporteur account add " + acting.person.text() +
                            " --new-passphrase-file FILE --as PERSON --passphrase-file FILE");
    }
    if (!holds_office(where, evaluation, acting.person, acting.at)) {
        throw base::Error(base::ErrorKind::forbidden, message)
            .at(evaluation.id.text())
            .because(
                "it takes a secretariat's key, or a mandate in the framework's group or secretariat that "
                "has not ended");
    }
}

bool still_may_approve(const store::Register& where, const Evaluation& evaluation, const PersonId& person,
                       base::Instant at) {
    return store::find_key(where, person).has_value() &&
           conflict_of(where, evaluation, Act::approve, person).empty() &&
           holds_office(where, evaluation, person, at);
}

}  // namespace rapporteur::publication
