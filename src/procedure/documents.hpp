// SPDX-License-Identifier: EUPL-1.2
//
// The documents of an evaluation and who may see each now, by the framework's rules for its type, the stages completed, and the sender's
// consent. What was released is publication's to say; this says what may be seen in the procedure. Called by evaluation show.
#pragma once

#include "base/date.hpp"
#include "domain/stages.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::procedure {

struct DocumentStanding {
    domain::Reference document;  // peer/XAA-2/reply/government; of what is kept together: peer/XAA-2/comments
    std::string type;            // of the framework's document types: reply-government
    domain::Texts type_name;  // empty where the framework does not declare the type: then it is confidential
    std::string state;        // "version 2, amended", "adopted", "12"
    std::optional<base::Date> date;
    domain::Visibility visibility = domain::Visibility::confidential;
};

// In the order of the work: what was sent, replies, requests, notes, reports, comments, recommendations, measures, statistics.
std::vector<DocumentStanding> document_standings(const store::Register& where,
                                                 const domain::Evaluation& evaluation,
                                                 const domain::Framework& framework,
                                                 const std::vector<domain::StageStanding>& standings);

}  // namespace rapporteur::procedure
