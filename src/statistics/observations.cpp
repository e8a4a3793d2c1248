// SPDX-License-Identifier: EUPL-1.2
#include "statistics/observations.hpp"

#include "store/evaluations.hpp"
#include "store/questionnaires.hpp"
#include "store/replies.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace rapporteur::statistics {
namespace {

constexpr std::string_view k_total = "total";

struct Dim {
    std::string_view name;
    std::string_view code;
};

Dim split_dim(std::string_view text) {
    const std::size_t equals = text.find('=');
    return equals == std::string_view::npos ? Dim{text, {}}
                                            : Dim{text.substr(0, equals), text.substr(equals + 1)};
}

int year_in(std::string_view code) {
    int year = 0;
    const auto [end, fault] = std::from_chars(code.data(), code.data() + code.size(), year);
    return fault == std::errc() && end == code.data() + code.size() ? year : 0;
}

Numbers numbers_of(const domain::Question* question) {
    return question != nullptr && question->decimals > 0 ? Numbers::with_decimals : Numbers::whole;
}

Observed observed_cell(const domain::Cell& cell, const domain::Question* question) {
    Observed result;
    for (const std::string& text : cell.dims) {
        const Dim dim = split_dim(text);
        if (dim.name == "year") {
            result.year = year_in(dim.code);
        } else if (dim.code != k_total) {
            result.dims.push_back(text);
        }
    }
    std::sort(result.dims.begin(), result.dims.end());
    result.figure = read_figure(cell.raw, numbers_of(question));
    result.reason = cell.reason;
    result.note = cell.note;
    result.revised = cell.revised;
    if (question != nullptr) {
        result.indicator = question->indicator;
        result.unit = question->unit;
    }
    return result;
}

}  // namespace

std::optional<std::string> Observed::code_of(std::string_view dimension) const {
    for (const std::string& text : dims) {
        const Dim dim = split_dim(text);
        if (dim.name == dimension) {
            return std::string(dim.code);
        }
    }
    return std::nullopt;
}

std::vector<Observed> observations_in(const domain::Reply& reply,
                                      const domain::Questionnaire* questionnaire) {
    std::vector<Observed> result;
    const std::string& id = reply.id.text();
    const std::string name = domain::local_name(id);
    for (const domain::Answer& answer : reply.answers) {
        const domain::Question* question =
            questionnaire == nullptr ? nullptr : questionnaire->find_question(answer.question.text());
        for (const domain::Cell& cell : answer.cells) {
            Observed one = observed_cell(cell, question);
            one.reply = name;
            one.question = answer.question.text();
            one.source = id + "#" + one.question;
            const domain::Consent consent =
                answer.consent == domain::Consent::unset ? reply.publication : answer.consent;
            one.confidential = consent == domain::Consent::refused;
            result.push_back(std::move(one));
        }
    }
    return result;
}

std::vector<Observed> observations_in(const std::vector<domain::Observation>& rows) {
    std::vector<Observed> result;
    for (const domain::Observation& row : rows) {
        Observed one;
        one.indicator = row.indicator;
        one.year = row.year;
        one.dims = row.dims;
        // A published value is decimal text with a point: it has no groups that could be mistaken.
        one.figure = read_figure(row.value, Numbers::with_decimals);
        if (const auto value = Decimal::parse(row.value)) {
            one.figure.reading = Reading::number;
            one.figure.value = value;
        }
        one.reason = row.reason;
        one.note = row.note;
        one.unit = row.unit;
        one.source = row.source;
        result.push_back(std::move(one));
    }
    return result;
}

bool AnsweredForm::must_be_whole() const {
    return questionnaire && !questionnaire->respondents.empty() &&
           questionnaire->respondents.front() == respondent;
}

const domain::Question* EvaluationFigures::question_of(const Observed& one) const {
    const auto form = forms.find(one.reply);
    return form == forms.end() || !form->second.questionnaire
               ? nullptr
               : form->second.questionnaire->find_question(one.question);
}

std::string EvaluationFigures::origin_of(const Observed& one) const {
    return evaluation.text() + (one.reply.empty() ? "/statistics.csv" : "/reply/" + one.reply);
}

EvaluationFigures figures_of(const store::Register& where, const domain::EvaluationId& evaluation) {
    std::map<std::string, std::shared_ptr<const domain::Questionnaire>> questionnaires;
    EvaluationFigures result;
    result.evaluation = evaluation;
    for (const domain::Reply& reply : store::list_replies(where, evaluation)) {
        AnsweredForm form{reply.respondent, nullptr};
        if (const auto issue = reply.issue ? store::find_issue(where, *reply.issue) : std::nullopt) {
            const auto [known, fresh] = questionnaires.emplace(issue->questionnaire.text(), nullptr);
            if (auto found = fresh ? store::find_questionnaire(where, issue->questionnaire) : std::nullopt) {
                known->second = std::make_shared<const domain::Questionnaire>(std::move(*found));
            }
            form.questionnaire = known->second;
        }
        std::vector<Observed> cells = observations_in(reply, form.questionnaire.get());
        std::move(cells.begin(), cells.end(), std::back_inserter(result.observations));
        result.forms.emplace(domain::local_name(reply.id.text()), std::move(form));
    }
    std::vector<Observed> rows = observations_in(store::list_observations(where, evaluation));
    std::move(rows.begin(), rows.end(), std::back_inserter(result.observations));
    return result;
}

std::vector<EvaluationFigures> figures_of_rounds(const store::Register& where,
                                                 const domain::FrameworkId& framework,
                                                 const domain::SubjectId& subject,
                                                 const std::optional<domain::EvaluationId>& last) {
    std::vector<EvaluationFigures> rounds;
    for (const domain::EvaluationId& id : store::list_evaluations(where, framework.text(), subject.text())) {
        rounds.push_back(figures_of(where, id));
        if (last && id == *last) {
            break;
        }
    }
    return rounds;
}

std::vector<Observed> observations_of(const store::Register& where, const domain::EvaluationId& evaluation) {
    return figures_of(where, evaluation).observations;
}

}  // namespace rapporteur::statistics
