// SPDX-License-Identifier: EUPL-1.2
// From which form a file came back, and whether that form was sent here: for a Word file, whose first page says it, and for an
// XML reply, in which the browser form says it in a comment. Reads only. Called by the readers of replies.
#pragma once

#include "base/problem.hpp"
#include "document/form_tokens.hpp"
#include "domain/reply.hpp"
#include "exchange/form_share.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::exchange {

// Whether it is a form of that evaluation, and one of the version of the questionnaire that was sent; else one error.
bool is_of_evaluation(const domain::EvaluationId& evaluation, const document::FormReference& reference,
                      const std::string& file, base::Problems& problems);
bool is_of_questionnaire(const domain::Issue& issue, const document::FormReference& reference,
                         const std::string& file, base::Problems& problems);

// The issue that the form is of. Nothing, and one error, for a form of another evaluation, of another version of the
// questionnaire, or of an issue that was not sent.
std::optional<domain::Issue> issue_of_form(const store::Register& where,
                                           const domain::EvaluationId& evaluation,
                                           const document::FormReference& reference, const std::string& file,
                                           base::Problems& problems);

// Of a form that was made for one body: the body, and what was its to answer when it was made. `told` is the body that the file is said to
// be of. Nothing for a form as a whole; one error, and nothing, where no such form was made or it is another body's.
std::optional<FormPart> part_of_form(const store::Register& where, const domain::Issue& issue,
                                     const document::FormReference& reference,
                                     const std::optional<domain::BodyId>& told, const std::string& file,
                                     base::Problems& problems);

// What the comment before a reply's first element says; nothing where there is none: other programs write none.
std::optional<document::FormReference> reference_in_xml(std::string_view bytes);

}  // namespace rapporteur::exchange
