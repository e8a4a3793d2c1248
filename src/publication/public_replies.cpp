// SPDX-License-Identifier: EUPL-1.2
#include "base/names.hpp"
#include "base/text.hpp"
#include "publication/copying.hpp"
#include "publication/small_cells.hpp"
#include "store/people.hpp"

#include <algorithm>

namespace rapporteur::publication {

using namespace domain;

namespace {

// Counts of persons are what a small cell could betray. A unit that does not say what is counted ("number": a table of
// persons prosecuted, cases and sentences) may count persons, and so may what the framework's rule names besides.
bool counts_persons(const Framework& framework, const std::string& unit, const std::string& indicator) {
    const auto is_persons = [&](const std::string& one) {
        const auto rule =
            std::ranges::find_if(framework.rules, [](const Rule& r) { return r.id == "small-cell-units"; });
        const bool named = rule != framework.rules.end() &&
                           std::ranges::count(base::split_words(rule->value), std::string_view(one)) > 0;
        return one == "persons" || named;
    };
    const auto found = std::ranges::find_if(
        framework.indicators, [&](const Indicator& i) { return !indicator.empty() && i.id == indicator; });
    const bool indicated = found != framework.indicators.end() && is_persons(found->unit);
    return unit.empty() || unit == "number" || is_persons(unit) || indicated;
}

std::map<std::string, std::string> dims_of(const std::vector<std::string>& dims) {
    std::map<std::string, std::string> result;
    for (const std::string& pair : dims) {
        const std::size_t sign = pair.find('=');
        if (sign != std::string::npos) {
            result[pair.substr(0, sign)] = pair.substr(sign + 1);
        }
    }
    return result;
}

// What is written as a figure but can not be read as a count is treated as a small one.
std::optional<std::int64_t> count_of(const std::string& raw) {
    const bool has_digit = std::ranges::any_of(raw, base::is_digit);
    const auto count = read_count(raw);
    return count || !has_digit ? count : std::optional<std::int64_t>(1);
}

std::string hidden_name(Hiding hiding) {
    switch (hiding) {
    case Hiding::small:
        return "small";
    case Hiding::complementary:
        return "complementary";
    case Hiding::shown:
        break;
    }
    return "";
}

struct RawCell {
    std::vector<std::string> dims;
    std::string value;
    std::optional<NoAnswer> reason;
    std::string note;
    Standing standing = Standing::own;
};

std::vector<release::PublicCell> protected_cells(const std::vector<RawCell>& raw, bool persons, int floor) {
    std::vector<CountCell> counts;
    for (const RawCell& cell : raw) {
        counts.push_back({dims_of(cell.dims), cell.reason ? std::nullopt : count_of(cell.value),
                          Hiding::shown, cell.standing});
    }
    if (persons) {
        hide_small_cells(counts, floor);
    }
    std::vector<release::PublicCell> cells;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        release::PublicCell& cell = cells.emplace_back();
        cell.dims = raw[i].dims;
        cell.hidden = hidden_name(counts[i].hiding);
        cell.reason = raw[i].reason ? std::string(base::name_of(*raw[i].reason)) : "";
        if (cell.hidden.empty()) {
            cell.value = raw[i].reason ? "" : raw[i].value;
            cell.note = raw[i].note;
        }
    }
    return cells;
}

void copy_question(const Questionnaire* questionnaire, const Question& question, release::PublicAnswer& copy,
                   const Answer& answer) {
    copy.number = question.number;
    copy.question_text = question.text;
    copy.unit = question.unit;
    copy.indicator = question.indicator;
    const auto labels = [&](const std::string& codelist) {
        std::vector<release::Term> terms;
        if (const Codelist* const list = questionnaire->find_codelist(codelist)) {
            for (const Code& code : list->codes) {
                terms.push_back({code.value, code.label});
            }
        }
        return terms;
    };
    for (const Dimension& dimension : question.dimensions) {
        copy.dimensions.push_back({dimension.id, labels(dimension.codelist)});
    }
    for (const release::Term& term : labels(question.codelist)) {
        if (std::ranges::count(answer.values, term.id) > 0) {
            copy.value_names.push_back(term);
        }
    }
}

const SpecificQuestion* specific_question(const Dossier& dossier, const Reply& reply, const QuestionId& id) {
    for (const Issue& issue : dossier.issues) {
        if (reply.issue && issue.id == *reply.issue) {
            const auto found =
                std::ranges::find_if(issue.specific, [&](const SpecificQuestion& q) { return q.id == id; });
            return found == issue.specific.end() ? nullptr : &*found;
        }
    }
    return nullptr;
}

// A number of persons is a table of one cell.
void copy_values(const Framework& framework, const Answer& answer, const Question* question, int floor,
                 release::PublicAnswer& copy) {
    const bool persons = question && question->kind == QuestionKind::number &&
                         counts_persons(framework, question->unit, question->indicator);
    if (persons && !answer.values.empty()) {
        copy.cells = protected_cells({{{}, answer.values.front(), std::nullopt, ""}}, true, floor);
        copy.values = copy.cells.front().hidden.empty() ? answer.values : release::Names{};
        return;
    }
    copy.values = answer.values;
}

bool is_printed(const Selection& selection, const statistics::Observed& one) {
    return std::ranges::any_of(selection.printed, [&](const statistics::TableRequest& request) {
        return statistics::prints(request, one);
    });
}

// Of the answer's cells: what the adopted report prints is public by the group's decision.
std::vector<Standing> standings_of(const Copying& copying, const Reply& reply, const Answer& answer) {
    Reply alone;  // this answer's cells in their order
    alone.id = reply.id;
    alone.answers = {answer};
    std::vector<Standing> standings;
    for (const statistics::Observed& one :
         statistics::observations_in(alone, copying.material.questionnaire_of(reply))) {
        standings.push_back(is_printed(copying.selection, one) ? Standing::published : Standing::own);
    }
    return standings;
}

release::PublicAnswer copy_of(Copying& copying, const Reply& reply, const Answer& answer, int floor) {
    const Questionnaire* const questionnaire = copying.material.questionnaire_of(reply);
    const Question* const question =
        questionnaire ? questionnaire->find_question(answer.question.text()) : nullptr;
    release::PublicAnswer copy;
    copy.question = answer.question.text();
    copy.state = base::name_of(answer.state);
    copy.reason = answer.reason ? std::string(base::name_of(*answer.reason)) : "";
    copy_values(copying.material.framework, answer, question, floor, copy);
    if (question) {
        copy_question(questionnaire, *question, copy, answer);
    } else if (const auto* const specific =
                   specific_question(copying.material.dossier, reply, answer.question)) {
        copy.question_text = specific->text;
    }
    copy.author = copying.body(answer.author);
    copy.prose = {answer.language.empty() ? reply.language : answer.language, answer.text, ""};
    if (!answer.cells.empty()) {
        std::vector<RawCell> cells;
        const std::vector<Standing> standings = standings_of(copying, reply, answer);
        for (std::size_t i = 0; i < answer.cells.size(); ++i) {
            const Cell& cell = answer.cells[i];
            cells.push_back({cell.dims, cell.raw, cell.reason, cell.note, standings[i]});
        }
        copy.cells = protected_cells(
            cells, counts_persons(copying.material.framework, copy.unit, copy.indicator), floor);
    }
    return copy;
}

}  // namespace

void copy_replies(Copying& copying) {
    const int floor = floor_of(copying.material.framework);
    for (const SelectedReply& selected : copying.selection.replies) {
        const Reply& reply = *selected.reply;
        release::PublicReply& copy = copying.out.replies.emplace_back();
        copy.id = reply.id.text();
        copy.evaluation = copying.evaluation();
        copy.version = reply.version;
        copy.respondent = reply.respondent;
        copy.from = copying.body_list(reply.from);
        copy.language = reply.language;
        copy.submitted = text_of(reply.submitted);
        copy.letter = reply.letter;
        if (const Questionnaire* const questionnaire = copying.material.questionnaire_of(reply)) {
            copy.questionnaire = questionnaire->id.text();
        }
        copy.floor = floor;
        for (const Answer& answer : reply.answers) {
            if (selected.questions.contains(answer.question.text())) {
                copy.answers.push_back(copy_of(copying, reply, answer, floor));
                for (const int number : answer.exhibits) {
                    if (selected.exhibits.contains(number)) {
                        copy.answers.back().exhibits.push_back(number);
                    }
                }
            }
        }
        for (const Exhibit& exhibit : reply.exhibits) {
            if (selected.exhibits.contains(exhibit.number)) {
                copy.exhibits.push_back({copying.evaluation() + "/exhibit/" + std::to_string(exhibit.number),
                                         exhibit.number, exhibit.title, exhibit.file, exhibit.media_type,
                                         exhibit.language});
            }
        }
    }
}

void copy_comments(Copying& copying) {
    for (const Comment& comment : copying.material.dossier.comments) {
        if (comment.kind != CommentKind::final_) {
            continue;
        }
        release::PublicComment& copy = copying.out.comments.emplace_back();
        copy.id = comment.id.text();
        copy.evaluation = copying.evaluation();
        copy.report = comment.report;
        copy.paragraph = comment.paragraph;
        copy.by = comment.by;
        copy.body = copying.body(comment.body);
        copy.date = comment.date.text();
        copy.prose = {comment.language, comment.text, ""};
    }
}

void copy_statistics(Copying& copying) {
    const Dossier& dossier = copying.material.dossier;
    if (dossier.statistics.empty()) {
        return;
    }
    release::PublicStatistics& copy = copying.out.statistics.emplace();
    copy.id = copying.evaluation() + "/statistics";
    copy.evaluation = copying.evaluation();
    copy.floor = floor_of(copying.material.framework);
    std::map<std::string, std::vector<const Observation*>> tables;  // by indicator: totals bind within one
    for (const Observation& observation : dossier.statistics) {
        tables[observation.indicator].push_back(&observation);
    }
    for (const auto& [indicator, rows] : tables) {
        std::vector<RawCell> raw;
        for (const Observation* const row : rows) {
            std::vector<std::string> dims = row->dims;
            dims.push_back("year=" + std::to_string(row->year));
            // What a published source prints is known whatever stands here.
            const bool published =
                store::find_source(copying.material.where, SourceId(without_part(row->source))).has_value() ||
                is_printed(copying.selection, statistics::observations_in({*row}).front());
            raw.push_back({std::move(dims), row->value, row->reason, row->note,
                           published ? Standing::published : Standing::own});
        }
        const auto cells = protected_cells(
            raw, counts_persons(copying.material.framework, rows.front()->unit, indicator), copy.floor);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            release::PublicObservation& observation = copy.observations.emplace_back();
            observation.indicator = indicator;
            observation.year = rows[i]->year;
            observation.cell = cells[i];
            observation.cell.dims = rows[i]->dims;
            observation.unit = rows[i]->unit;
            const std::string source(without_part(rows[i]->source));
            if (store::find_source(copying.material.where, SourceId(source))) {
                copying.sources.insert(source);
                observation.source = rows[i]->source;
            }
        }
    }
}

}  // namespace rapporteur::publication
