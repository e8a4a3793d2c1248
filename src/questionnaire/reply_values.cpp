// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "domain/expression.hpp"
#include "questionnaire/answer_rules.hpp"
#include "questionnaire/values.hpp"

#include <algorithm>
#include <set>

namespace rapporteur::questionnaire {

namespace {

using namespace domain;

void check_single(const Answer& answer, AnswerFaults& faults, std::string_view what) {
    if (answer.values.size() > 1) {
        faults.error("several values where one is asked", std::string(what));
    }
}

void check_yesno(const Question& question, const Answer& answer, AnswerFaults& faults) {
    const std::string allowed = question.partly ? "yes, partly or no" : "yes or no";
    if (answer.values.empty()) {
        faults.warning("explained, but neither yes nor no", "add values=\"yes\" or values=\"no\"");
    }
    check_single(answer, faults, allowed);
    for (const std::string& value : answer.values) {
        if (value != "yes" && value != "no" && (value != "partly" || !question.partly)) {
            faults.error("\"" + value + "\" is no answer to a question of yes or no", allowed);
        }
    }
}

void check_choice(const Questionnaire& questionnaire, const Question& question, const Answer& answer,
                  AnswerFaults& faults) {
    const Codelist* const list = questionnaire.find_codelist(question.codelist);
    if (list == nullptr) {
        return;  // told by check_questionnaire
    }
    if (!question.many) {
        check_single(answer, faults, "one code of " + question.codelist);
    }
    std::vector<std::string> known;
    std::transform(list->codes.begin(), list->codes.end(), std::back_inserter(known),
                   [](const Code& code) { return code.value; });
    std::set<std::string> seen;
    for (const std::string& value : answer.values) {
        if (!base::contains(known, value) && !question.other && !list->open) {
            faults.error(
                "\"" + value + "\" is no code of " + question.codelist,
                base::did_you_mean(value, {known.begin(), known.end()}, "one of " + base::join(known, ", ")));
        }
        if (!seen.insert(value).second) {
            faults.error("\"" + value + "\" is chosen twice", "keep one");
        }
    }
}

void check_number(const Question& question, const Answer& answer, AnswerFaults& faults) {
    check_single(answer, faults, "one number");
    for (const std::string& value : answer.values) {
        const std::optional<double> number = parse_decimal(value);
        if (!number) {
            faults.error("\"" + value + "\" is no number", "digits, with a point before decimals");
            continue;
        }
        const std::optional<double> minimum = parse_decimal(question.minimum);
        const std::optional<double> maximum = parse_decimal(question.maximum);
        if ((minimum && *number < *minimum) || (maximum && *number > *maximum)) {
            faults.error(value + " is out of range",
                         (minimum ? "from " + question.minimum : std::string("any number")) +
                             (maximum ? " up to " + question.maximum : ""));
        }
        const std::size_t point = value.find('.');
        const std::size_t decimals = point == std::string::npos ? 0 : value.size() - point - 1;
        if (decimals > static_cast<std::size_t>(std::max(question.decimals, 0))) {
            faults.error(value + " has too many decimals", std::to_string(question.decimals) + " are asked");
        }
    }
}

void check_date(const Question& question, const Answer& answer, AnswerFaults& faults) {
    check_single(answer, faults, "one date");
    for (const std::string& value : answer.values) {
        if (!is_date_of_precision(value, question.precision)) {
            faults.error("\"" + value + "\" is no date by " + question.precision,
                         question.precision == "year"    ? "such as 2016"
                         : question.precision == "month" ? "such as 2016-03"
                                                         : "such as 2016-03-14");
        }
    }
}

// Explanation, length, annexes: what comes beside the value.
void check_beside(const Question& question, const Answer& answer, AnswerFaults& faults) {
    const bool always = base::contains(question.explain, "always");
    const bool asked = std::any_of(answer.values.begin(), answer.values.end(), [&](const std::string& value) {
        return always || base::contains(question.explain, value);
    });
    if (asked && answer.text.empty()) {
        faults.warning("the explanation is missing", "add <text>");
    }
    if (question.max_words > 0 && count_words(answer.text) > question.max_words) {
        faults.warning("about " + std::to_string(count_words(answer.text)) + " words, where " +
                           std::to_string(question.max_words) + " are asked at most",
                       "shorten it, or move details to an exhibit");
    }
    if (question.attachments == "no" && !answer.exhibits.empty()) {
        faults.warning("an exhibit where none is asked", "mention it at another question");
    }
    if (question.attachments == "expected" && answer.exhibits.empty()) {
        faults.warning("no exhibit, though one is expected",
                       "add exhibits=\"...\", or say why there is none");
    }
}

}  // namespace

void check_reason(const Question& question, NoAnswer reason, AnswerFaults& faults) {
    if (question.no_answers.empty() || std::find(question.no_answers.begin(), question.no_answers.end(),
                                                 reason) != question.no_answers.end()) {
        return;
    }
    std::string allowed;
    for (const NoAnswer each : question.no_answers) {
        allowed += (allowed.empty() ? "" : ", ") + std::string(base::name_of(each));
    }
    faults.error("\"" + std::string(base::name_of(reason)) + "\" is no reason for no answer here",
                 "one of " + allowed);
}

void check_answer_values(const Questionnaire& questionnaire, const Question& question, const Answer& answer,
                         AnswerFaults& faults) {
    if (answer.state == AnswerState::no_answer && answer.reason) {
        check_reason(question, *answer.reason, faults);
    }
    if (answer.state != AnswerState::answered) {
        if (!answer.values.empty() || !answer.cells.empty()) {
            faults.error("values in an answer that is none", "write state=\"answered\", or remove them");
        }
        return;
    }
    switch (question.kind) {
    case QuestionKind::yesno:
        check_yesno(question, answer, faults);
        break;
    case QuestionKind::choice:
        check_choice(questionnaire, question, answer, faults);
        break;
    case QuestionKind::number:
        check_number(question, answer, faults);
        break;
    case QuestionKind::date:
        check_date(question, answer, faults);
        break;
    case QuestionKind::note:
        faults.error("this is a note, nothing is asked", "move the text to a question");
        break;
    default:
        if (!answer.values.empty()) {
            faults.error("values where a text or a table is asked", "write it as <text> or as <cell>");
        }
    }
    if (question.kind != QuestionKind::table && !answer.cells.empty()) {
        faults.error("cells where no table is asked", "write it as <text>");
    }
    check_beside(question, answer, faults);
}

}  // namespace rapporteur::questionnaire
