// SPDX-License-Identifier: EUPL-1.2
#include "domain/visibility.hpp"

#include <algorithm>

namespace rapporteur::domain {

namespace {

bool has_come(const std::vector<StageStanding>& standings, std::string_view stage, StageTest test) {
    return stage.empty() || std::ranges::any_of(standings, [&](const StageStanding& each) {
               return each.stage.id == stage &&
                      (each.state == StageState::completed ||
                       (test == StageTest::entered && each.state == StageState::current));
           });
}

}  // namespace

Access access_of(const Framework& framework, std::string_view document_type,
                 const std::vector<StageStanding>& standings, StageTest test, Consent consent) {
    Access access;
    if (const DocumentType* const type = framework.find_document(document_type)) {
        for (const VisibilityRule& rule : type->visibility) {
            if (has_come(standings, rule.from_stage, test) &&
                (!rule.needs_consent || consent == Consent::given)) {
                access = {rule.visibility, rule.needs_consent};
            }
        }
    }
    return access;
}

Access access_of(const Framework& framework, const Evaluation& evaluation, std::string_view document_type,
                 StageTest test) {
    return access_of(framework, document_type,
                     stage_standings(framework, evaluation, base::Date::of(9999, 12, 31)), test,
                     Consent::given);
}

bool is_public(const Framework& framework, const Evaluation& evaluation, std::string_view document_type,
               StageTest test) {
    return access_of(framework, evaluation, document_type, test).visibility == Visibility::public_;
}

Visibility visibility_now(const Framework& framework, std::string_view document_type,
                          const std::vector<StageStanding>& standings, Consent consent) {
    return access_of(framework, document_type, standings, StageTest::completed, consent).visibility;
}

}  // namespace rapporteur::domain
