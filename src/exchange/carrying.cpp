// SPDX-License-Identifier: EUPL-1.2
#include "exchange/carrying.hpp"

#include "base/text.hpp"
#include "exchange/asked.hpp"
#include "questionnaire/reply_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace rapporteur::exchange {

using namespace domain;

namespace {

constexpr std::string_view k_total = "total";

struct Pieces {
    std::string dimension;
    std::string code;
};

Pieces pieces_of(const std::string& place) {
    const std::size_t equals = place.find('=');
    return {place.substr(0, equals), equals == std::string::npos ? "" : place.substr(equals + 1)};
}

std::vector<std::string> dimension_names(const Question& question) {
    std::vector<std::string> names;
    for (const Dimension& dimension : question.dimensions) {
        names.push_back(dimension.id);
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool is_outside(const Dimension& dimension, const std::string& code) {
    return !dimension.from.empty() && code != k_total && (code < dimension.from || code > dimension.to);
}

// One answer and the question that asks for the same now.
class Transfer {
public:
    Transfer(const Questionnaire& earlier, const Questionnaire& later, const Pairing& pairing,
             const Question& before, const Question& now)
        : m_earlier(earlier), m_later(later), m_pairing(pairing), m_before(before), m_now(now) {}

    std::optional<CarriedAnswer> run(const Answer& answer) {
        if (m_before.kind != m_now.kind) {
            return refuse("another kind of answer is asked for");
        }
        if (m_before.unit != m_now.unit) {
            return refuse("it is asked for in another unit");
        }
        if (answer.state == AnswerState::blank || answer.state == AnswerState::not_asked) {
            return refuse("it was left without an answer");
        }
        m_made.earlier = answer;
        m_made.answer = answer;
        m_made.answer.question = m_now.id;
        // That a text may be published was said of the earlier reply alone; that it may not, stands.
        if (answer.consent == Consent::given) {
            m_made.answer.consent = Consent::unset;
        }
        const bool whole = values(answer) && cells(answer);
        return whole ? std::optional<CarriedAnswer>(std::move(m_made)) : std::nullopt;
    }
    const std::string& why() const { return m_why; }

private:
    std::nullopt_t refuse(std::string why) {
        m_why = std::move(why);
        return std::nullopt;
    }

    // What the code is called now; nothing where it has no successor.
    std::optional<std::string> code_now(const std::string& code, const std::string& list_before,
                                        const std::string& list_now) {
        const Codelist* const now = m_later.find_codelist(list_now);
        const auto recodes = m_pairing.recodes.find(list_before);
        std::string wanted = code;
        if (recodes != m_pairing.recodes.end() && recodes->second.count(code) != 0) {
            wanted = recodes->second.at(code);
            const std::pair<std::string, std::string> recoded{code, wanted};
            if (std::find(m_made.recoded.begin(), m_made.recoded.end(), recoded) == m_made.recoded.end()) {
                m_made.recoded.push_back(recoded);
            }
        }
        const auto known = now == nullptr
                               ? std::vector<Code>::const_iterator()
                               : std::find_if(now->codes.begin(), now->codes.end(),
                                              [&](const Code& each) { return each.value == wanted; });
        if (now == nullptr || (known == now->codes.end() && !now->open)) {
            return std::nullopt;
        }
        const bool in_use = known == now->codes.end() || known->retired.empty();
        return in_use ? std::optional<std::string>(wanted) : std::nullopt;
    }

    std::string label_before(const std::string& list, const std::string& code) const {
        const Codelist* const known = m_earlier.find_codelist(list);
        const bool there =
            known != nullptr && std::any_of(known->codes.begin(), known->codes.end(),
                                            [&](const Code& each) { return each.value == code; });
        return there ? fmt::format("the option {}", code) : fmt::format("\"{}\"", code);
    }

    bool values(const Answer& answer) {
        if (m_now.kind != QuestionKind::choice) {
            return true;
        }
        m_made.answer.values.clear();
        for (const std::string& value : answer.values) {
            const bool free_word = value == "other" && m_now.other;
            const std::optional<std::string> now =
                free_word ? value : code_now(value, m_before.codelist, m_now.codelist);
            if (!now) {
                m_why = label_before(m_before.codelist, value) + " is no longer in use";
                return false;
            }
            if (!base::contains(m_made.answer.values, *now)) {
                m_made.answer.values.push_back(*now);
            }
        }
        return true;
    }

    bool cells(const Answer& answer) {
        if (answer.cells.empty()) {
            return true;
        }
        if (dimension_names(m_before) != dimension_names(m_now)) {
            m_why = "the table is divided in another way";
            return false;
        }
        m_made.answer.cells.clear();
        std::set<std::vector<std::string>> places;
        for (const Cell& cell : answer.cells) {
            bool outside = false;
            std::optional<Cell> now = cell_now(cell, outside);
            if (outside) {
                m_made.cells_left.push_back(cell);
            } else if (!now) {
                return false;
            } else if (!places.insert(now->dims).second) {
                m_why = "rows became one, and no sum is made of what was reported";
                return false;
            } else {
                m_made.answer.cells.push_back(std::move(*now));
            }
        }
        if (m_made.answer.cells.empty()) {
            m_why = "it is asked for other years";
            return false;
        }
        return true;
    }

    std::optional<Cell> cell_now(const Cell& cell, bool& outside) {
        Cell made = cell;
        made.dims.clear();
        for (const Dimension& dimension : m_now.dimensions) {
            for (const std::string& place : cell.dims) {
                const Pieces pieces = pieces_of(place);
                if (pieces.dimension != dimension.id) {
                    continue;
                }
                if (is_outside(dimension, pieces.code)) {
                    outside = true;
                    return std::nullopt;
                }
                const bool as_it_is = pieces.code == k_total || dimension.codelist.empty();
                const std::optional<std::string> code =
                    as_it_is ? pieces.code
                             : code_now(pieces.code, list_before(dimension.id), dimension.codelist);
                if (!code) {
                    m_why = label_before(list_before(dimension.id), pieces.code) + " is no longer in use";
                    return std::nullopt;
                }
                made.dims.push_back(dimension.id + "=" + *code);
            }
        }
        return made;
    }

    std::string list_before(const std::string& dimension) const {
        for (const Dimension& each : m_before.dimensions) {
            if (each.id == dimension) {
                return each.codelist;
            }
        }
        return "";
    }

    const Questionnaire& m_earlier;
    const Questionnaire& m_later;
    const Pairing& m_pairing;
    const Question& m_before;
    const Question& m_now;
    CarriedAnswer m_made;
    std::string m_why;
};

std::string why_not(const QuestionPair& pair) {
    switch (pair.act) {
    case MigrationAct::split:
        return "the question was split; what belongs to which part is not known";
    case MigrationAct::merged:
        return "several questions became one";
    case MigrationAct::dropped:
        return "asked no more";
    default:
        return pair.substance == "wider"      ? "the question asks for more now"
               : pair.substance == "narrower" ? "the question asks for less now"
                                              : "the question asks for something else now";
    }
}

class Carrier {
public:
    Carrier(const Reply& reply, const Questionnaire& earlier, const Questionnaire& later,
            const Pairing& pairing)
        : m_reply(reply), m_earlier(earlier), m_later(later), m_pairing(pairing) {}

    Carrying run() {
        for (const Answer& answer : m_reply.answers) {
            carry(answer);
        }
        while (demote_what_does_not_fit()) {
        }
        const std::vector<const Question*> order = questions_of(m_later);
        const auto place_of = [&](const CarriedAnswer& each) {
            return std::find_if(
                       order.begin(), order.end(),
                       [&](const Question* question) { return question->id == each.answer.question; }) -
                   order.begin();
        };
        std::stable_sort(
            m_made.carried.begin(), m_made.carried.end(),
            [&](const CarriedAnswer& a, const CarriedAnswer& b) { return place_of(a) < place_of(b); });
        return std::move(m_made);
    }

private:
    void carry(const Answer& answer) {
        const QuestionPair* const pair = m_pairing.of_earlier(answer.question.text());
        if (pair == nullptr) {
            m_made.kept.push_back({answer, {}, "a question to this state alone"});
            return;
        }
        if (pair->later.empty()) {
            m_made.kept.push_back({answer, {}, why_not(*pair)});
            return;
        }
        if (!pair->asks_the_same()) {
            m_made.previous.push_back({answer, pair->later, why_not(*pair)});
            return;
        }
        const Question* const before = m_earlier.find_question(answer.question.text());
        const Question* const now = m_later.find_question(pair->later.front());
        Transfer transfer(m_earlier, m_later, m_pairing, *before, *now);
        std::optional<CarriedAnswer> made = transfer.run(answer);
        if (!made) {
            m_made.previous.push_back({answer, pair->later, transfer.why()});
            return;
        }
        made->act = pair->act;
        m_made.carried.push_back(std::move(*made));
    }

    // What the later questionnaire would not take as an answer is none. True where something was taken back.
    bool demote_what_does_not_fit() {
        Reply draft = m_reply;
        draft.status = ReplyStatus::draft;
        draft.issue.reset();
        draft.answers.clear();
        for (const CarriedAnswer& each : m_made.carried) {
            draft.answers.push_back(each.answer);
        }
        base::Problems problems;
        questionnaire::check_reply(draft, m_later, nullptr, problems);
        const std::size_t before = m_made.carried.size();
        for (const base::Problem& problem : problems) {
            if (problem.severity == base::Severity::error) {
                demote(problem.place.item.substr(0, problem.place.item.find('[')), problem.text);
            }
        }
        return m_made.carried.size() != before;
    }

    void demote(const std::string& question, const std::string& why) {
        for (const CarriedAnswer& each : m_made.carried) {
            if (each.answer.question.text() == question) {
                m_made.previous.push_back({each.earlier, {question}, "it does not fit any more: " + why});
            }
        }
        std::erase_if(m_made.carried,
                      [&](const CarriedAnswer& each) { return each.answer.question.text() == question; });
    }

    const Reply& m_reply;
    const Questionnaire& m_earlier;
    const Questionnaire& m_later;
    const Pairing& m_pairing;
    Carrying m_made;
};

}  // namespace

Carrying carry_answers(const Reply& reply, const Questionnaire& earlier, const Questionnaire& later,
                       const Pairing& pairing) {
    return Carrier(reply, earlier, later, pairing).run();
}

}  // namespace rapporteur::exchange
