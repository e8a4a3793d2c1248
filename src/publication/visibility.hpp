// SPDX-License-Identifier: EUPL-1.2
//
// What the framework's visibility rules allow for a type of document at this point of an evaluation's stage log, and
// which replies and answers their senders agreed to publish. Pure. A type for which the framework has no rule is
// confidential.
#pragma once

#include "domain/dossier.hpp"
#include "domain/framework.hpp"
#include "domain/questionnaire.hpp"

#include <set>
#include <string>
#include <string_view>

namespace rapporteur::publication {

// A publication is prepared while its stage is under way; it is released when the stage is completed.
enum class StageTest { entered, completed };

struct Access {
    domain::Visibility visibility = domain::Visibility::confidential;
    bool needs_consent = false;
};

// The last of the type's rules whose stage has come.
Access access_of(const domain::Framework& framework, const domain::Evaluation& evaluation,
                 std::string_view document_type, StageTest test);
bool is_public(const domain::Framework& framework, const domain::Evaluation& evaluation,
               std::string_view document_type, StageTest test);

// The questions of a reply whose answers may be published: the reply's type is public, the reply is submitted, its
// sender has not refused, and, where consent is needed, it was given for the reply or for the answer; never an answer
// whose consent was refused or whose question is restricted. Empty: nothing of the reply may be known.
std::set<std::string> public_answers(const domain::Framework& framework, const domain::Evaluation& evaluation,
                                     const domain::Reply& reply, const domain::Questionnaire* questionnaire,
                                     StageTest test);

}  // namespace rapporteur::publication
