// SPDX-License-Identifier: EUPL-1.2
#include "exchange/form_origin.hpp"

#include "store/delegations.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

namespace rapporteur::exchange {

bool is_of_evaluation(const domain::EvaluationId& evaluation_here, const document::FormReference& reference,
                      const std::string& file, base::Problems& problems) {
    const auto evaluation = domain::evaluation_of(reference.issue);
    if (evaluation && *evaluation == evaluation_here) {
        return true;
    }
    base::add_error(
        problems, {file, 0, ""},
        fmt::format("this is the form {}, and not one of {}", reference.issue, evaluation_here.text()),
        evaluation ? fmt::format("receive it with --evaluation {}", evaluation->text()) : "");
    return false;
}

bool is_of_questionnaire(const domain::Issue& issue, const document::FormReference& reference,
                         const std::string& file, base::Problems& problems) {
    if (issue.questionnaire.text() == reference.questionnaire) {
        return true;
    }
    base::add_error(
        problems, {file, 0, ""},
        fmt::format("this is a form of {}; {} was sent", reference.questionnaire, issue.questionnaire.text()),
        "answer on the form that was sent");
    return false;
}

std::optional<domain::Issue> issue_of_form(const store::Register& where,
                                           const domain::EvaluationId& evaluation_here,
                                           const document::FormReference& reference, const std::string& file,
                                           base::Problems& problems) {
    if (!is_of_evaluation(evaluation_here, reference, file, problems)) {
        return std::nullopt;
    }
    std::optional<domain::Issue> issue = store::find_issue(where, domain::IssueId(reference.issue));
    if (!issue) {
        base::add_error(problems, {file, 0, ""}, fmt::format("{} was not sent", reference.issue),
                        "see what was sent with: rapporteur issue show");
        return std::nullopt;
    }
    return is_of_questionnaire(*issue, reference, file, problems) ? std::move(issue) : std::nullopt;
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
