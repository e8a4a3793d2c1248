// SPDX-License-Identifier: EUPL-1.2
// What a questionnaire goes out with: the issue to a respondent, found in the register or made for it, with what a form
// says on its cover. Writing the form is form_document.hpp's; sending it is nobody's here.
#pragma once

#include "exchange/form_document.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::exchange {

struct IssueWish {
    domain::EvaluationId evaluation;
    std::string
        to;  // "government", or a kind of respondent and a body: "ngo:XAA/body/harbour-line", "ngo:harbour-line"
    std::string language;           // of the form; "": the issue's, or the questionnaire's first
    std::optional<base::Date> due;  // of an issue that is made
    base::Date today;
    bool quotes_recommendations = true;  // an issue that is made asks after the state's open recommendations
};

struct Issuing {
    domain::EvaluationId evaluation;
    domain::Issue issue;
    domain::Questionnaire questionnaire;
    FormNames names;
    std::string language;            // of the form
    bool is_new = false;             // not in the register yet
    std::optional<FormPart> part{};  // of a form that goes to one body of the respondent
};

// Reads only. base::Error(not_found) where the evaluation, the body, the round's questionnaire or the language is not there;
// (usage) where `to` is no respondent of the questionnaire; (refused) for an issue with another due date.
Issuing prepare_issue(const store::Register& where, const IssueWish& wish);

// Writes a new issue and new steps of its delegation into the register, in one change with its line in the journal; nothing where all is there.
void keep_issue(store::Register& where, const Issuing& issuing,
                const std::vector<domain::DelegationStep>& steps, const std::string& person);

// An issue that is there, as a form in that language ("": the issue's own). base::Error(not_found) with the nearest name.
Issuing find_issuing(const store::Register& where, const domain::IssueId& id,
                     const std::string& language = "");

// The language that a form is wanted in, or where none is wanted the questionnaire's first. base::Error(not_found) where it has no such texts.
std::string form_language(const domain::Questionnaire& questionnaire, const std::string& wanted);

// "peer-XAA-2-government-ru", of a part "peer-XAA-2-government-police-ru": without the ending.
std::string file_stem_of(const Issuing& issuing);

}  // namespace rapporteur::exchange
