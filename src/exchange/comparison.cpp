// SPDX-License-Identifier: EUPL-1.2
#include "exchange/comparison.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/reply_names.hpp"
#include "store/questionnaires.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace rapporteur::exchange {

using namespace domain;

namespace {

// The answers of a reply by question, in the reply's order of questions.
struct Sides {
    std::vector<std::string> order;
    std::map<std::string, ComparedSide> by_question;

    explicit Sides(const ReadableReply& readable) {
        for (const ReadableAnswer& each : readable.answers) {
            ComparedSide& side = by_question[each.question];
            if (side.answers.empty()) {
                order.push_back(each.question);
            }
            side.answers.push_back(each);
        }
    }
    std::vector<ComparedSide> of(const std::vector<std::string>& questions) const {
        std::vector<ComparedSide> found;
        for (const std::string& each : questions) {
            if (const auto side = by_question.find(each); side != by_question.end()) {
                found.push_back(side->second);
            }
        }
        return found;
    }
};

bool says_something(const ReadableAnswer& answer) {
    return answer.given && answer.answer.state == AnswerState::answered;
}

bool is_answered(const std::vector<ComparedSide>& sides) {
    return std::any_of(sides.begin(), sides.end(), [](const ComparedSide& side) {
        return std::any_of(side.answers.begin(), side.answers.end(), says_something);
    });
}

// A record whose parts take the answers, and which nobody remarked on.
bool is_bare_frame(const ComparedSide& side) {
    const ReadableAnswer& first = side.first();
    return side.answers.size() == 1 && first.given && first.state_words.empty() && first.values.empty() &&
           first.text.empty() && !first.table && first.exhibits.empty();
}

std::string text_of(const std::vector<ComparedSide>& sides) {
    std::vector<std::string> texts;
    for (const ComparedSide& side : sides) {
        for (const ReadableAnswer& answer : side.answers) {
            if (!answer.text.empty()) {
                texts.push_back(base::replace_all(answer.text, "**", ""));  // emphasis is no matter of words
            }
        }
    }
    return base::join(texts, "\n\n");
}

std::string language_of(const ComparedSide& side, const ReadableReply& readable) {
    const std::string& own = side.first().answer.language;
    return own.empty() ? readable.reply.language : own;
}

class Comparer {
public:
    Comparer(Comparison& made, const Questionnaire& asked_later, const Questionnaire& asked_earlier)
        : m_made(made), m_asked_later(asked_later), m_asked_earlier(asked_earlier),
          m_pairing(pair_questions(asked_earlier, asked_later)), m_later(made.later), m_earlier(made.earlier),
          m_same_issue(made.later.reply.issue.has_value() &&
                       made.later.reply.issue == made.earlier.reply.issue) {}

    void run() {
        m_made.footing = m_pairing.footing;
        for (const std::string& question : m_later.order) {
            if (m_done.count(question) == 0) {
                add(pair_of_later(question));
            }
        }
        for (const std::string& question : m_earlier.order) {
            if (m_shown.count(question) == 0) {
                keep(question);
            }
        }
        m_made.disagreements = disagreements_in(m_made.later.reply, m_asked_later);
    }

private:
    // Questions that no questionnaire knows were put to this state alone: the same only in two versions of one reply.
    QuestionPair pair_of_later(const std::string& question) const {
        if (const QuestionPair* const pair = m_pairing.of_later(question)) {
            return *pair;
        }
        const bool outside_both = m_asked_later.id == m_asked_earlier.id &&
                                  m_earlier.by_question.count(question) != 0 &&
                                  m_asked_earlier.find_question(question) == nullptr;
        if (outside_both && (m_same_issue || m_asked_later.id.text().empty())) {
            return {MigrationAct::same, "", {question}, {question}};
        }
        return {MigrationAct::added, "", {}, {question}};
    }

    void add(const QuestionPair& pair) {
        ComparedQuestion compared;
        compared.pair = pair;
        compared.later = m_later.of(pair.later);
        compared.earlier = m_earlier.of(pair.earlier);
        m_done.insert(pair.later.begin(), pair.later.end());
        m_shown.insert(pair.earlier.begin(), pair.earlier.end());
        const bool bare = std::all_of(compared.later.begin(), compared.later.end(), is_bare_frame) &&
                          std::all_of(compared.earlier.begin(), compared.earlier.end(), is_bare_frame);
        if (bare) {
            return;
        }
        compared.section = compared.later.front().first().section;
        compared.verdict = judge(compared);
        m_made.questions.push_back(std::move(compared));
    }

    Verdict judge(ComparedQuestion& compared) {
        const bool now = is_answered(compared.later);
        const bool then = is_answered(compared.earlier);
        if (!then) {
            return now ? Verdict::added : Verdict::unanswered;
        }
        if (!compared.pair.asks_the_same()) {
            return Verdict::previous;
        }
        const ComparedSide& later = compared.later.front();
        const ComparedSide& earlier = compared.earlier.front();
        compared.reworded = base::collapse_spaces(later.first().question_text) !=
                            base::collapse_spaces(earlier.first().question_text);
        compared.other_language = language_of(later, m_made.later) != language_of(earlier, m_made.earlier);
        return now ? judge_both(compared) : Verdict::missing;
    }

    Verdict judge_both(ComparedQuestion& compared) {
        const Question* const later = m_asked_later.find_question(compared.pair.later.front());
        const Question* const earlier = m_asked_earlier.find_question(compared.pair.earlier.front());
        if (later != nullptr && earlier != nullptr && later->kind == QuestionKind::table) {
            compare_figures(*later, m_asked_later, *earlier, m_pairing.recodes, m_made.later.reply.language,
                            compared);
        }
        compared.text_changed = compare_texts(compared);
        const auto has = [&](FigureChange change) {
            return std::any_of(compared.figures.begin(), compared.figures.end(),
                               [&](const ComparedFigure& each) { return each.change == change; });
        };
        if (has(FigureChange::contradicted)) {
            return Verdict::contradicts;
        }
        if (compared.text_changed || !compared.figures.empty() ||
            values_of(compared.earlier, earlier, true) != values_of(compared.later, later, false)) {
            return Verdict::changed;
        }
        return compared.figures_new > 0 ? Verdict::added : Verdict::same;
    }

    // True where the words differ. Of two texts that have nothing in common no words are compared.
    static bool compare_texts(ComparedQuestion& compared) {
        const std::string before = text_of(compared.earlier);
        const std::string now = text_of(compared.later);
        if (base::split_words(before) == base::split_words(now)) {
            return false;
        }
        std::vector<base::WordRun> runs = base::readable_word_diff(before, now);
        const bool any_kept = std::any_of(
            runs.begin(), runs.end(), [](const base::WordRun& run) { return run.edit == base::Edit::kept; });
        if (any_kept && !before.empty() && !now.empty()) {
            compared.text = std::move(runs);
        }
        return true;
    }

    // In the later reply's codes; the order of several does not count.
    std::vector<std::string> values_of(const std::vector<ComparedSide>& sides, const Question* question,
                                       bool recoded) const {
        std::vector<std::string> values;
        for (const ComparedSide& side : sides) {
            for (const ReadableAnswer& answer : side.answers) {
                for (const std::string& value : answer.answer.values) {
                    values.push_back(recoded && question != nullptr ? code_now(question->codelist, value)
                                                                    : value);
                }
            }
        }
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        return values;
    }

    std::string code_now(const std::string& list, const std::string& code) const {
        const auto recodes = m_pairing.recodes.find(list);
        return recodes != m_pairing.recodes.end() && recodes->second.count(code) != 0
                   ? recodes->second.at(code)
                   : code;
    }

    void keep(const std::string& question) {
        const ComparedSide& side = m_earlier.by_question.at(question);
        if (is_bare_frame(side)) {
            return;
        }
        const QuestionPair* const pair = m_pairing.of_earlier(question);
        std::string why = "put to this state alone, then";
        if (pair != nullptr) {
            why = pair->later.empty() ? "asked no more" : "not asked now, after what was answered";
        }
        m_made.kept.push_back({side.first().section, side, why});
    }

    Comparison& m_made;
    const Questionnaire& m_asked_later;
    const Questionnaire& m_asked_earlier;
    Pairing m_pairing;
    Sides m_later;
    Sides m_earlier;
    bool m_same_issue;
    std::set<std::string> m_done;   // questions of the later reply
    std::set<std::string> m_shown;  // of the earlier
};

// With the day on which it was asked for, or what comes nearest.
struct Found {
    Reply reply;
    std::optional<Issue> issue;
    Questionnaire questionnaire;
    std::optional<base::Date> day() const {
        return issue ? std::optional<base::Date>(issue->sent) : reply.submitted;
    }
};

Found found(const store::Register& where, const std::string& name, const std::string& to) {
    Found made;
    made.reply = reply_named(where, name, to);
    made.issue = made.reply.issue ? store::find_issue(where, *made.reply.issue) : std::nullopt;
    if (made.issue) {
        made.questionnaire = store::need_questionnaire(where, made.issue->questionnaire);
    }
    return made;
}

bool is_later(const Found& one, const Found& other) {
    if (one.reply.id == other.reply.id) {
        return one.reply.version > other.reply.version;
    }
    if (migration_between(one.questionnaire, other.questionnaire) != nullptr) {
        return false;
    }
    return migration_between(other.questionnaire, one.questionnaire) != nullptr || !one.day() ||
           !other.day() || *one.day() >= *other.day();
}

}  // namespace

std::size_t Comparison::count(Verdict verdict) const {
    return static_cast<std::size_t>(
        std::count_if(questions.begin(), questions.end(),
                      [&](const ComparedQuestion& each) { return each.verdict == verdict; }));
}

bool Comparison::is_public() const {
    return later.visibility == Visibility::public_ && earlier.visibility == Visibility::public_;
}

Comparison compare(ReadableReply later, const Questionnaire& asked_later, ReadableReply earlier,
                   const Questionnaire& asked_earlier) {
    Comparison made;
    made.later = std::move(later);
    made.earlier = std::move(earlier);
    made.later_questionnaire = asked_later.id.text();
    made.earlier_questionnaire = asked_earlier.id.text();
    Comparer(made, asked_later, asked_earlier).run();
    return made;
}

Comparison compare_replies(const store::Register& where, const ComparisonWish& wish) {
    Found one = found(where, wish.one, wish.to);
    Found other = found(where, wish.other, wish.to);
    if (one.reply.id == other.reply.id && one.reply.version == other.reply.version) {
        throw base::Error(base::ErrorKind::usage,
                          fmt::format("both are version {} of {}", one.reply.version, one.reply.id.text()))
            .help("name another version behind an @, or another reply");
    }
    if (!is_later(one, other)) {
        std::swap(one, other);
    }
    return compare(readable_reply(where, one.reply.id, one.reply.version, wish.today), one.questionnaire,
                   readable_reply(where, other.reply.id, other.reply.version, wish.today),
                   other.questionnaire);
}

}  // namespace rapporteur::exchange
