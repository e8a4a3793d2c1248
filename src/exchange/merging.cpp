// SPDX-License-Identifier: EUPL-1.2
#include "exchange/merging.hpp"

#include "base/error.hpp"
#include "base/phrase.hpp"
#include "base/text.hpp"
#include "exchange/answer_order.hpp"
#include "questionnaire/reply_check.hpp"
#include "questionnaire/reply_file.hpp"
#include "store/delegations.hpp"
#include "store/people.hpp"
#include "store/questionnaires.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::exchange {

using domain::Answer;
using domain::BodyId;
using domain::Cell;

namespace {

constexpr std::size_t k_shown = 100;

// A body's answer to a question.
struct Voice {
    const MergingPart* part;
    const Answer* answer;
};

std::string shown(const Answer& answer) {
    std::string text = base::join(answer.values, ", ");
    if (answer.reason) {
        text += (text.empty() ? "" : "; ") + std::string(base::name_of(*answer.reason));
    }
    const std::string prose = base::collapse_spaces(answer.text);
    text += (text.empty() || prose.empty() ? "" : "; ") + prose;
    return base::cut_short(text, k_shown);
}

std::string shown(const Cell& cell) {
    return cell.raw.empty() && cell.reason ? std::string(base::name_of(*cell.reason)) : cell.raw;
}

// What an answer says besides its cells and its author.
bool says_the_same(const Answer& one, const Answer& other) {
    return one.state == other.state && one.reason == other.reason && one.values == other.values &&
           base::collapse_spaces(one.text) == base::collapse_spaces(other.text);
}

bool is_only_figures(const Answer& answer) {
    return !answer.cells.empty() && answer.text.empty() && answer.values.empty() && !answer.reason;
}

class QuestionMerge {
public:
    QuestionMerge(std::string question, const std::vector<store::ReplyChoice>& choices, Merge& merge)
        : m_question(std::move(question)), m_choices(choices), m_merge(merge) {}

    void run(const std::vector<Voice>& voices) {
        std::vector<Voice> leads;
        for (const Voice& voice : voices) {
            m_merge.bodies[m_question].push_back(voice.part->body);
            if (!voice.part->adds_at(m_question)) {
                leads.push_back(voice);
            }
        }
        const bool joins = leads.empty() && voices.size() > 1 && only_add(voices);
        const std::optional<Answer> main =
            joins ? blank_for(voices) : main_answer(leads.empty() ? voices : leads);
        if (!main) {
            return;
        }
        Answer answer = *main;
        answer.cells = cells(voices);
        if (!m_open) {
            add_texts(answer, leads.empty() && !joins ? std::vector<Voice>() : voices);
            m_merge.answers.push_back(std::move(answer));
        }
    }

private:
    // Bodies that lead rows of a table each: their figures join, and what they write stands under their names.
    static bool only_add(const std::vector<Voice>& voices) {
        return std::all_of(voices.begin(), voices.end(), [](const Voice& voice) {
            return voice.answer->values.empty() && !voice.answer->reason;
        });
    }
    static Answer blank_for(const std::vector<Voice>& voices) {
        Answer answer;
        answer.question = voices.front().answer->question;
        answer.state = voices.front().answer->state;
        return answer;
    }

    // Values and prose: of the only one, of all where they say the same, or of the one that was chosen.
    std::optional<Answer> main_answer(const std::vector<Voice>& voices) {
        std::vector<Voice> distinct;
        for (const Voice& voice : voices) {
            const bool known = std::any_of(distinct.begin(), distinct.end(), [&](const Voice& other) {
                return says_the_same(*other.answer, *voice.answer);
            });
            if (!known && !is_only_figures(*voice.answer)) {
                distinct.push_back(voice);
            }
        }
        if (distinct.size() > 1) {
            if (const Voice* const chosen = choose("", distinct)) {
                distinct = {*chosen};
            } else {
                MergeConflict conflict{m_question, "", {}};
                for (const Voice& voice : distinct) {
                    conflict.sides.push_back({voice.part->body, shown(*voice.answer)});
                }
                m_merge.open.push_back(std::move(conflict));
                m_open = true;
                cells(voices);  // to name their conflicts too
                return std::nullopt;
            }
        }
        const Voice& voice = distinct.empty() ? voices.front() : distinct.front();
        Answer answer = *voice.answer;
        answer.author = voice.part->body;
        return answer;
    }

    const Voice* choose(const std::string& place, const std::vector<Voice>& voices) {
        for (const store::ReplyChoice& choice : m_choices) {
            if (choice.question == m_question && choice.place == place) {
                const auto found = std::find_if(voices.begin(), voices.end(), [&](const Voice& voice) {
                    return voice.part->body == choice.body;
                });
                if (found != voices.end()) {
                    m_merge.used.push_back(choice);
                    return &*found;
                }
            }
        }
        return nullptr;
    }

    // Every body's cells; of one place the figure that all give, or that was chosen.
    std::vector<Cell> cells(const std::vector<Voice>& voices) {
        std::vector<std::string> order;
        std::map<std::string, std::vector<std::pair<Voice, const Cell*>>> places;
        for (const Voice& voice : voices) {
            for (const Cell& cell : voice.answer->cells) {
                const std::string place = base::join(cell.dims, " ");
                auto& there = places[place];
                if (there.empty()) {
                    order.push_back(place);
                }
                const bool known = std::any_of(there.begin(), there.end(), [&](const auto& other) {
                    return other.second->raw == cell.raw && other.second->reason == cell.reason;
                });
                if (!known) {
                    there.emplace_back(voice, &cell);
                }
            }
        }
        std::vector<Cell> merged;
        for (const std::string& place : order) {
            if (const Cell* const cell = cell_at(place, places.at(place))) {
                merged.push_back(*cell);
            }
        }
        return merged;
    }

    const Cell* cell_at(const std::string& place, const std::vector<std::pair<Voice, const Cell*>>& there) {
        if (there.size() == 1) {
            return there.front().second;
        }
        std::vector<Voice> voices;
        MergeConflict conflict{m_question, place, {}};
        for (const auto& [voice, cell] : there) {
            voices.push_back(voice);
            conflict.sides.push_back({voice.part->body, shown(*cell)});
        }
        if (const Voice* const chosen = choose(place, voices)) {
            return there[static_cast<std::size_t>(chosen - voices.data())].second;
        }
        m_merge.open.push_back(std::move(conflict));
        m_open = true;
        return nullptr;
    }

    // What a body adds stands below, under its name; once where two say the same.
    void add_texts(Answer& answer, const std::vector<Voice>& voices) const {
        for (const Voice& voice : voices) {
            const std::string text(base::trim(voice.answer->text));
            if (voice.part->adds_at(m_question) && !text.empty() &&
                answer.text.find(text) == std::string::npos) {
                answer.text +=
                    fmt::format("{}**{}:**\n\n{}", answer.text.empty() ? "" : "\n\n", voice.part->name, text);
            }
        }
    }

    std::string m_question;
    const std::vector<store::ReplyChoice>& m_choices;
    Merge& m_merge;
    bool m_open = false;
};

// The questionnaire's order, then what it does not know (country-specific questions) as the parts have it.
std::vector<std::string> questions_in(const std::vector<MergingPart>& parts,
                                      const domain::Questionnaire& questionnaire) {
    std::vector<std::string> questions;
    for (const domain::Question* const question : domain::questions_of(questionnaire)) {
        questions.push_back(question->id.text());
    }
    for (const MergingPart& part : parts) {
        for (const Answer& answer : part.reply.answers) {
            if (!base::contains(questions, answer.question.text())) {
                questions.push_back(answer.question.text());
            }
        }
    }
    return questions;
}

std::string name_of_body(const store::Register& where, const BodyId& id, std::string_view language) {
    const std::optional<domain::Body> body = store::find_body(where, id);
    return body && !body->names.empty() ? std::string(domain::text_in(body->names.back().name, language))
                                        : id.text();
}

}  // namespace

bool MergeConflict::operator==(const MergeConflict& other) const {
    const auto same = [](const Side& one, const Side& two) {
        return one.body == two.body && one.says == two.says;
    };
    return question == other.question && place == other.place &&
           std::equal(sides.begin(), sides.end(), other.sides.begin(), other.sides.end(), same);
}

Merge merge_parts(const std::vector<MergingPart>& parts, const std::vector<store::ReplyChoice>& choices,
                  const domain::Questionnaire& questionnaire) {
    Merge merge;
    for (const std::string& question : questions_in(parts, questionnaire)) {
        std::vector<Voice> voices;
        for (const MergingPart& part : parts) {
            for (const Answer& answer : part.reply.answers) {
                if (answer.question.text() == question && answer.state != domain::AnswerState::blank) {
                    voices.push_back({&part, &answer});
                }
            }
        }
        if (!voices.empty()) {
            QuestionMerge(question, choices, merge).run(voices);
        }
        const domain::Question* const asked = questionnaire.find_question(question);
        if (asked != nullptr && !merge.answers.empty() && merge.answers.back().question.text() == question) {
            sort_cells(merge.answers.back().cells, *asked, questionnaire);
        }
    }
    return merge;
}

std::vector<MergingPart> parts_of(const store::Register& where, const domain::ReplyId& id) {
    std::vector<MergingPart> parts;
    for (const store::ReplyPart& part : store::counting_parts(where, id)) {
        base::Problems problems;
        const std::optional<domain::EvaluationId> evaluation = domain::evaluation_of(id.text());
        MergingPart& read = parts.emplace_back();
        read.body = part.body;
        read.adds = part.adds;
        read.reply =
            questionnaire::read_reply(part.answers, "part", evaluation ? evaluation->text() : "", problems);
        base::throw_if_errors(problems, "a part in the register can not be read");
        read.name = name_of_body(where, part.body, read.reply.language);
        if (read.reply.issue) {
            const domain::Delegation delegation(store::list_delegation(where, *read.reply.issue));
            // What a body wrote where it passed the question on says that it is not its to answer.
            std::erase_if(read.reply.answers, [&](const Answer& answer) {
                return delegation.passed(part.body, answer.question.text());
            });
            for (const Answer& answer : read.reply.answers) {
                const std::string& question = answer.question.text();
                if (delegation.has(part.body, question) && !delegation.leads(part.body, question)) {
                    read.adds_to.insert(question);
                }
            }
        }
    }
    return parts;
}

void check_as_whole(const store::Register& where, const domain::Reply& reply, base::Problems& problems) {
    const std::optional<domain::Issue> issue =
        reply.issue ? store::find_issue(where, *reply.issue) : std::nullopt;
    if (issue) {
        questionnaire::check_reply(reply, store::need_questionnaire(where, issue->questionnaire), &*issue,
                                   problems);
    }
}

MergedReply merged_reply(const store::Register& where, const domain::ReplyId& id,
                         const std::vector<store::ReplyChoice>& choices) {
    const std::vector<MergingPart> parts = parts_of(where, id);
    const std::optional<domain::EvaluationId> evaluation = domain::evaluation_of(id.text());
    if (parts.empty() || !evaluation) {
        throw base::Error(base::ErrorKind::not_found, "no part of " + id.text() + " was received")
            .help("receive one with: rapporteur reply receive FILE --evaluation EVALUATION --part BODY");
    }
    MergedReply merged{parts.front().reply, *evaluation, {}};
    const std::optional<domain::Issue> issue = store::find_issue(where, merged.reply.issue.value());
    if (!issue) {
        throw base::Error(base::ErrorKind::not_found, "the issue of " + id.text() + " is gone");
    }
    merged.merge = merge_parts(parts, choices, store::need_questionnaire(where, issue->questionnaire));
    domain::Reply& reply = merged.reply;
    reply.id = id;
    reply.status = domain::ReplyStatus::draft;
    reply.submitted.reset();
    reply.version = 1;
    reply.from.clear();
    for (const MergingPart& part : parts) {
        reply.from.push_back(part.body);
    }
    if (const auto there = store::find_reply(where, id)) {
        reply.version = there->status == domain::ReplyStatus::draft ? there->version : there->version + 1;
    }
    reply.answers = merged.merge.answers;
    return merged;
}

}  // namespace rapporteur::exchange
