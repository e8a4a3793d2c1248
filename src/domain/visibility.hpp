// SPDX-License-Identifier: EUPL-1.2
//
// Who may see a kind of document now, by the framework's visibility rules: the one place where they are read. What is shown
// (status, reply show) and what is published follow the same rule, so that neither says of a document what the other denies. Pure;
// which replies and answers their senders agreed to publish is for publication/ to say.
#pragma once

#include "domain/evaluation.hpp"
#include "domain/framework.hpp"
#include "domain/stages.hpp"

#include <string_view>
#include <vector>

namespace rapporteur::domain {

// From when a stage counts. A publication is prepared while its stage is under way; it is released, and a document is said to
// be visible, when the stage is completed. A stage that was entered again is under way again; one that was skipped never came.
enum class StageTest { entered, completed };

struct Access {
    Visibility visibility = Visibility::confidential;
    bool needs_consent = false;
};

// The last of the type's rules whose stage has come and which counts with that consent: one that needs the sender's counts only where
// it is given, so that `given` asks what is possible at most. Without a rule: confidential.
Access access_of(const Framework& framework, std::string_view document_type,
                 const std::vector<StageStanding>& standings, StageTest test, Consent consent);

// What is possible at most after the whole log of the evaluation.
Access access_of(const Framework& framework, const Evaluation& evaluation, std::string_view document_type,
                 StageTest test);
bool is_public(const Framework& framework, const Evaluation& evaluation, std::string_view document_type,
               StageTest test);

// The visibility now: of completed stages, with the sender's consent as it is.
Visibility visibility_now(const Framework& framework, std::string_view document_type,
                          const std::vector<StageStanding>& standings, Consent consent);

}  // namespace rapporteur::domain
