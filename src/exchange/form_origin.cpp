// SPDX-License-Identifier: EUPL-1.2
#include "exchange/form_origin.hpp"

#include "store/delegations.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

namespace rapporteur::exchange {

std::optional<domain::Issue> issue_of_form(const store::Register& where,
                                           const domain::EvaluationId& evaluation_here,
                                           const document::FormReference& reference, const std::string& file,
                                           base::Problems& problems) {
    const auto fault = [&](std::string text, std::string hint) {
        base::add_error(problems, {file, 0, ""}, std::move(text), std::move(hint));
        return std::nullopt;
    };
    const auto evaluation = domain::evaluation_of(reference.issue);
    if (!evaluation || *evaluation != evaluation_here) {
        return fault(
            fmt::format("this is the form {}, and not one of {}", reference.issue, evaluation_here.text()),
            evaluation ? fmt::format("receive it with --evaluation {}", evaluation->text()) : "");
    }
    std::optional<domain::Issue> issue = store::find_issue(where, domain::IssueId(reference.issue));
    if (!issue) {
        return fault(fmt::format("{} was not sent", reference.issue),
                     "see what was sent with: rapporteur issue show");
    }
    if (issue->questionnaire.text() != reference.questionnaire) {
        return fault(fmt::format("this is a form of {}; {} was sent", reference.questionnaire,
                                 issue->questionnaire.text()),
                     "answer on the form that was sent");
    }
    return issue;
}

std::optional<FormPart> part_of_form(const store::Register& where, const domain::Issue& issue,
                                     const document::FormReference& reference,
                                     const std::optional<domain::BodyId>& told, const std::string& file,
                                     base::Problems& problems) {
    const auto fault = [&](std::string text, std::string hint) {
        base::add_error(problems, {file, 0, ""}, std::move(text), std::move(hint));
        return std::nullopt;
    };
    if (reference.part.empty()) {
        return std::nullopt;
    }
    const domain::BodyId body(reference.part);
    if (told && *told != body) {
        return fault(fmt::format("this is the form of {}, not of {}", body.text(), told->text()),
                     "leave --part out: the form says whose it is");
    }
    const std::vector<domain::DelegationStep> steps = store::list_delegation(where, issue.id);
    domain::Delegation then(domain::steps_until(steps, reference.step));
    if (then.last_step() != reference.step || !domain::is_among(then.bodies(), body)) {
        return fault(fmt::format("no form was made for {} at step {}", body.text(), reference.step),
                     "copy the line [@ ...] back from the form that was sent");
    }
    return FormPart{body, std::move(then)};
}

std::optional<document::FormReference> reference_in_xml(std::string_view bytes) {
    const std::size_t begin = bytes.find("<!--");
    const std::size_t end = bytes.find("-->", begin);
    // Before the first element, which is no comment and no declaration.
    const std::size_t element = bytes.find("<reply");
    if (begin == std::string_view::npos || end == std::string_view::npos || element < begin) {
        return std::nullopt;
    }
    for (document::Token& token : document::tokens_in(bytes.substr(begin, end - begin))) {
        if (token.form) {
            return std::move(token.form);
        }
    }
    return std::nullopt;
}

}  // namespace rapporteur::exchange
