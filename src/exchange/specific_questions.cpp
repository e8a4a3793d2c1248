// SPDX-License-Identifier: EUPL-1.2
#include "exchange/specific_questions.hpp"

#include "base/text.hpp"
#include "exchange/asked.hpp"
#include "exchange/form_words.hpp"
#include "recommendation/open.hpp"
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::exchange {

using namespace domain;

namespace {

const Slot* slot_of(const std::vector<Section>& sections, std::string_view respondent) {
    for (const Section& section : sections) {
        if (!is_for(section.respondents, respondent)) {
            continue;
        }
        for (const Slot& slot : section.slots) {
            if (slot.kind == SlotKind::country_specific) {
                return &slot;
            }
        }
        if (const Slot* const inner = slot_of(section.sections, respondent)) {
            return inner;
        }
    }
    return nullptr;
}

// Plain text as Markdown that says the same.
std::string as_quote(std::string_view text) {
    constexpr std::string_view k_signs = "\\`*_{}[]<>#|~^$\"'!";
    std::string out;
    for (const std::string_view line : base::split_lines(text)) {
        out += out.empty() ? "> " : "\n> ";
        for (const char sign : line) {
            out += k_signs.find(sign) == std::string_view::npos ? "" : "\\";
            out += sign;
        }
    }
    return out;
}

std::string round_name(const store::Register& where, const Framework& framework,
                       const EvaluationId& evaluation, std::string_view language) {
    const Round* const round =
        framework.find_round(local_name(store::need_evaluation(where, evaluation).round.text()));
    return round == nullptr ? evaluation.text() : std::string(text_in(round->name, language));
}

// "fu.1.r07": the round's number tells recommendations of several rounds apart.
QuestionId id_of(const recommendation::Placed& placed) {
    const std::optional<EvaluationParts> parts = parse_evaluation_id(placed.evaluation.text());
    return QuestionId(fmt::format("fu.{}.{}", parts ? parts->round_number : "0",
                                  local_name(placed.recommendation.id.text())));
}

}  // namespace

std::vector<SpecificQuestion> specific_questions(const store::Register& where, const EvaluationId& evaluation,
                                                 const Questionnaire& questionnaire,
                                                 std::string_view respondent) {
    const Slot* const slot = slot_of(questionnaire.sections, respondent);
    if (slot == nullptr) {
        return {};
    }
    const std::optional<EvaluationParts> parts = parse_evaluation_id(evaluation.text());
    const Framework framework = store::need_framework(where, parts ? parts->framework : FrameworkId());
    std::vector<SpecificQuestion> questions;
    for (const recommendation::Placed& placed : recommendation::open_recommendations(where, evaluation)) {
        SpecificQuestion question{id_of(placed), slot->id, placed.recommendation.id, {}};
        for (const QuestionnaireLanguage& language : questionnaire.languages) {
            const FormWords& words = form_words(language.code);
            const std::string round = round_name(where, framework, placed.evaluation, language.code);
            const std::string& id = placed.recommendation.id.text();
            const std::string lead = placed.number > 0 ? fill(words.quoted_paragraph,
                                                              {round, fmt::format("{}", placed.number), id})
                                                       : fill(words.quoted_recommendation, {round, id});
            question.text.push_back(
                {language.code, lead + "\n\n" + as_quote(placed.text) + "\n\n" + words.done_since});
        }
        questions.push_back(std::move(question));
    }
    return questions;
}

}  // namespace rapporteur::exchange
