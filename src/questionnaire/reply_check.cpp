// SPDX-License-Identifier: EUPL-1.2
#include "questionnaire/reply_check.hpp"

#include "base/text.hpp"
#include "domain/expression.hpp"
#include "questionnaire/answer_rules.hpp"
#include "questionnaire/values.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rapporteur::questionnaire {

namespace {

using namespace domain;

// A question as it stands in its sections: of whom it is asked, and under which conditions.
struct Asked {
    const Question* question = nullptr;
    bool of_respondent = true;
    bool repeated = false;  // a part of a record that may be given several times
    std::vector<std::string> conditions;
};

class ReplyCheck {
public:
    ReplyCheck(const Reply& reply, const Questionnaire& questionnaire, const Issue* issue,
               base::Problems& problems, const base::XmlPlaces& places, ReplyScope scope)
        : m_reply(reply), m_questionnaire(questionnaire), m_issue(issue), m_problems(problems),
          m_places(places), m_scope(scope) {}

    void run();

private:
    void collect(const Section& section, const Asked& around);
    void collect(const Question& question, const Asked& around);
    void frame();
    void exhibits();
    void answer(const Answer& answer, std::size_t appearance);
    void missing();
    void missing(const std::string& id, Required required);
    void checks();
    // All conditions of a question: false where one fails, open where one is open.
    std::optional<bool> is_asked(const Asked& asked) const;
    std::optional<bool> holds(const std::string& condition) const;
    const SpecificQuestion* specific(std::string_view id) const;
    // The respondent who must answer; the others may in part.
    bool is_principal() const {
        return !m_questionnaire.respondents.empty() &&
               m_reply.respondent == m_questionnaire.respondents.front();
    }
    void error(std::string_view element, std::string_view key, std::string text, std::string hint = "") {
        base::add_error(m_problems, m_places.at(element, key), std::move(text), std::move(hint));
    }

    const Reply& m_reply;
    const Questionnaire& m_questionnaire;
    const Issue* m_issue;
    base::Problems& m_problems;
    const base::XmlPlaces& m_places;
    ReplyScope m_scope;
    std::map<std::string, Asked> m_asked;
    std::vector<std::string> m_order;
};

void ReplyCheck::collect(const Section& section, const Asked& around) {
    Asked inner = around;
    inner.of_respondent = inner.of_respondent && (section.respondents.empty() ||
                                                  base::contains(section.respondents, m_reply.respondent));
    if (!section.when.empty()) {
        inner.conditions.push_back(section.when);
    }
    for (const Question& question : section.questions) {
        collect(question, inner);
    }
    for (const Section& below : section.sections) {
        collect(below, inner);
    }
}

void ReplyCheck::collect(const Question& question, const Asked& around) {
    Asked asked = around;
    asked.question = &question;
    asked.of_respondent = asked.of_respondent && (question.respondents.empty() ||
                                                  base::contains(question.respondents, m_reply.respondent));
    if (!question.when.empty()) {
        asked.conditions.push_back(question.when);
    }
    m_order.push_back(question.id.text());
    m_asked[question.id.text()] = asked;
    asked.repeated = asked.repeated || question.repeat;
    for (const Question& part : question.parts) {
        collect(part, asked);
    }
}

const SpecificQuestion* ReplyCheck::specific(std::string_view id) const {
    if (m_issue == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(m_issue->specific.begin(), m_issue->specific.end(),
                                    [&](const SpecificQuestion& each) { return each.id.text() == id; });
    return found == m_issue->specific.end() ? nullptr : &*found;
}

std::optional<bool> ReplyCheck::holds(const std::string& condition) const {
    ExpressionFault fault;
    const std::optional<Expression> expression = Expression::parse(condition, fault);
    if (!expression) {
        return std::nullopt;  // told by check_questionnaire
    }
    return expression->holds([this](const ExpressionReference& reference) {
        const Answer* const answer = m_reply.find_answer(reference.id);
        return answer == nullptr ? std::vector<std::string>() : expression_values(*answer, reference.where);
    });
}

std::optional<bool> ReplyCheck::is_asked(const Asked& asked) const {
    bool open = false;
    for (const std::string& condition : asked.conditions) {
        const std::optional<bool> one = holds(condition);
        if (!one) {
            open = true;
        } else if (!*one) {
            return false;
        }
    }
    return open ? std::nullopt : std::optional<bool>(true);
}

// The reply as a whole: to which questionnaire and issue, from whom.
void ReplyCheck::frame() {
    const std::string& id = m_reply.id.text();
    if (!base::contains(m_questionnaire.respondents, m_reply.respondent)) {
        error("reply", id, "\"" + m_reply.respondent + "\" is no respondent of " + m_questionnaire.id.text(),
              "one of " + base::join(m_questionnaire.respondents, ", "));
    }
    if (m_issue == nullptr) {
        return;
    }
    if (m_issue->questionnaire != m_questionnaire.id) {
        error("reply", id,
              "the issue is of " + m_issue->questionnaire.text() + ", not of " + m_questionnaire.id.text(),
              "check it against that version");
    }
    if (m_reply.issue && *m_reply.issue != m_issue->id) {
        error("reply", id, "the reply is to " + m_reply.issue->text() + ", not to " + m_issue->id.text());
    }
    if (m_issue->respondent != m_reply.respondent) {
        error("reply", id,
              "the issue was sent to \"" + m_issue->respondent + "\", the reply is from \"" +
                  m_reply.respondent + "\"",
              "correct respondent=\"...\"");
    }
}

void ReplyCheck::exhibits() {
    std::set<int> numbers;
    std::set<std::string> files;
    for (const Exhibit& exhibit : m_reply.exhibits) {
        const std::string number = std::to_string(exhibit.number);
        if (!numbers.insert(exhibit.number).second) {
            base::add_error(m_problems, m_places.at("exhibit", number, 1),
                            "the exhibit " + number + " stands twice", "number them anew");
        }
        if (!files.insert(exhibit.file).second) {
            error("exhibit", number, "the file " + exhibit.file + " belongs to two exhibits", "keep one");
        }
    }
    for (const Answer& each : m_reply.answers) {
        for (const int number : each.exhibits) {
            if (numbers.count(number) == 0) {
                error("answer", each.question.text(), "there is no exhibit " + std::to_string(number),
                      "add it to <exhibits>");
            }
        }
    }
}

void ReplyCheck::answer(const Answer& each, std::size_t appearance) {
    const std::string& id = each.question.text();
    AnswerFaults faults(m_problems, m_places.at("answer", id, appearance));
    const auto found = m_asked.find(id);
    if (found == m_asked.end()) {
        if (specific(id) == nullptr) {
            std::vector<std::string_view> known(m_order.begin(), m_order.end());
            faults.error("there is no question \"" + id + "\"",
                         base::did_you_mean(id, known, "remove the answer, or correct its question"));
        } else if (!each.values.empty() || !each.cells.empty()) {
            faults.error("a country-specific question is answered by a text", "write it as <text>");
        }
    } else if (!found->second.of_respondent) {
        const std::string text = "this is not asked of \"" + m_reply.respondent + "\"";
        if (each.state == AnswerState::answered) {
            faults.error(text, "remove the answer");
        } else {
            faults.warning(text, "it needs no answer");
        }
    } else {
        if (is_asked(found->second) == false && each.state == AnswerState::answered) {
            faults.warning("an answer to what is not asked after the other answers", "it is kept");
        }
        check_answer_values(m_questionnaire, *found->second.question, each, faults);
        check_answer_cells(m_questionnaire, *found->second.question, each,
                           is_principal() && m_scope == ReplyScope::whole ? Filling::whole : Filling::in_part,
                           faults);
    }
    if (appearance > 0 && (found == m_asked.end() || !found->second.repeated)) {
        faults.error("a second answer to the same question", "keep one");
    }
}

void ReplyCheck::missing(const std::string& id, Required required) {
    const Answer* const given = m_reply.find_answer(id);
    if (required == Required::no || (given != nullptr && given->state != AnswerState::blank)) {
        return;
    }
    const base::Place place = given != nullptr ? m_places.at("answer", id) : m_places.at("reply", id);
    const std::string hint = "answer it, or give the reason for none";
    if (required == Required::block && m_reply.status != ReplyStatus::draft) {
        base::add_error(m_problems, place, "no answer to a question that must be answered", hint);
    } else {
        base::add_warning(m_problems, place, std::string(k_no_answer), hint);
    }
}

void ReplyCheck::missing() {
    if (!is_principal() || m_reply.status == ReplyStatus::withdrawn) {
        return;
    }
    for (const std::string& id : m_order) {
        const Asked& asked = m_asked[id];
        // A record is answered by its parts.
        if (asked.of_respondent && asked.question->kind != QuestionKind::record && is_asked(asked) == true) {
            missing(id, asked.question->required);
        }
    }
    if (m_issue != nullptr) {
        for (const SpecificQuestion& each : m_issue->specific) {
            missing(each.id.text(), Required::warn);
        }
    }
}

// The questionnaire's own checks, in the reply's language.
void ReplyCheck::checks() {
    for (const std::string& id : m_order) {
        const Asked& asked = m_asked[id];
        const Answer* const given = m_reply.find_answer(id);
        if (given == nullptr || given->state != AnswerState::answered || !asked.of_respondent) {
            continue;
        }
        for (const Check& check : asked.question->checks) {
            if (holds(check.test) != false) {
                continue;
            }
            AnswerFaults faults(m_problems, m_places.at("answer", id));
            const std::string message(text_in(check.message, m_reply.language));
            if (check.level == CheckLevel::error) {
                faults.error(message);
            } else {
                faults.warning(message);
            }
        }
    }
}

void ReplyCheck::run() {
    frame();
    for (const Section& section : m_questionnaire.sections) {
        collect(section, {});
    }
    std::map<std::string, std::size_t> seen;
    for (const Answer& each : m_reply.answers) {
        answer(each, seen[each.question.text()]++);
    }
    exhibits();
    missing();
    checks();
}

}  // namespace

std::vector<std::string> expression_values(const Answer& answer, const std::vector<std::string>& where) {
    if (answer.state != AnswerState::answered) {
        return {};
    }
    std::vector<std::string> values = answer.values;
    if (values.empty() && answer.cells.empty() && !answer.text.empty()) {
        values.push_back(answer.text);
    }
    for (const Cell& cell : answer.cells) {
        const std::optional<double> figure = cell.reason ? std::nullopt : parse_figure(cell.raw);
        const bool stands_there = std::all_of(where.begin(), where.end(), [&](const std::string& pair) {
            return base::contains(cell.dims, pair);
        });
        const bool is_total = std::any_of(cell.dims.begin(), cell.dims.end(), [&](const std::string& pair) {
            return pair.substr(pair.find('=') + 1) == "total" && !base::contains(where, pair);
        });
        if (figure && stands_there && !is_total) {
            values.push_back(decimal_text(*figure));
        }
    }
    return values;
}

void check_reply(const Reply& reply, const Questionnaire& questionnaire, const Issue* issue,
                 base::Problems& problems, const base::XmlPlaces& places, ReplyScope scope) {
    ReplyCheck(reply, questionnaire, issue, problems, places, scope).run();
}

}  // namespace rapporteur::questionnaire
