// SPDX-License-Identifier: EUPL-1.2
//
// Two replies beside each other, answer by answer: what is new, changed, the same, missing, and which figures contradict what was reported
// before. Questions are paired by pairing.hpp; an earlier answer to a question that asks for something else is shown and not judged, and one
// that is asked no more stands in a list of its own, so that each earlier answer stands in one place. Values only; printing is the caller's.
#pragma once

#include "base/word_diff.hpp"
#include "domain/questionnaire.hpp"
#include "exchange/pairing.hpp"
#include "exchange/readable_reply.hpp"
#include "store/register.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace rapporteur::exchange {

enum class Verdict {
    contradicts,  // a figure is another than before, and not marked as revised
    changed,
    missing,   // answered before, not now
    added,     // answered now, not before
    previous,  // the question changed: the earlier answer is shown, and nothing is said of the two
    same,
    unanswered  // then and now, or asked for the first time
};

enum class FigureChange {
    contradicted,  // not marked as revised
    revised,       // marked so
    appeared,      // there was none
    vanished       // there is none any more
};

struct ComparedFigure {
    std::string at;       // "year=2015 sex=f", in the later reply's codes
    std::string place;    // "2015, Women"
    std::string earlier;  // as it was written, or the reason for none
    std::string later;
    std::string note;  // of the later one
    FigureChange change = FigureChange::contradicted;
};

// A question on one side with its answers: one, or several to a part of a record that may be repeated.
struct ComparedSide {
    std::vector<ReadableAnswer> answers;
    const ReadableAnswer& first() const { return answers.front(); }
};

struct ComparedQuestion {
    Verdict verdict = Verdict::unanswered;
    QuestionPair pair;
    std::string section;
    std::vector<ComparedSide> later;  // several where a question was split
    std::vector<ComparedSide>
        earlier;                  // several where questions were merged; none where it was not asked then
    bool reworded = false;        // the text of the question is another
    bool text_changed = false;    // the words of the answer are others
    bool other_language = false;  // the two answers are written in different languages
    std::vector<base::WordRun>
        text;  // word by word; empty where nothing of the earlier text stayed, or nothing changed
    std::vector<ComparedFigure> figures;  // those that are not equal
    std::size_t figures_equal = 0;
    std::size_t figures_new = 0;   // of years or rows that the earlier table has not
    std::size_t figures_left = 0;  // of the earlier table, for what is not asked for now
};

struct KeptQuestion {
    std::string section;
    ComparedSide side;
    std::string why;  // "asked no more"
};

// Two figures of one reply for the same indicator, year and group that are not the same.
struct Disagreement {
    std::string indicator;
    std::string at;     // "year=2015"
    std::string place;  // "2015"
    std::string question;
    std::string figure;
    std::string other_question;
    std::string other_figure;
};

struct Comparison {
    ReadableReply later;
    ReadableReply earlier;
    std::string later_questionnaire;  // with its version; "" for a reply outside a round
    std::string earlier_questionnaire;
    Footing footing = Footing::same_identifiers;
    std::vector<ComparedQuestion> questions;  // in the later questionnaire's order
    std::vector<KeptQuestion> kept;           // earlier answers to what is not asked now
    std::vector<Disagreement> disagreements;  // within the later reply

    std::size_t count(Verdict verdict) const;
    bool is_public() const;  // both replies are, on the day of the comparison
};

// Pure. `later` and `earlier` of the comparison are those given.
Comparison compare(ReadableReply later, const domain::Questionnaire& asked_later, ReadableReply earlier,
                   const domain::Questionnaire& asked_earlier);

// Replies as reply_named() takes them, in any order: the later one is the higher version of one reply, or was asked for later.
// Error(not_found), Error(usage) for the same reply twice.
struct ComparisonWish {
    std::string one;
    std::string other;
    std::string to = "government";  // of whom, where an evaluation is named
    base::Date today;
};
Comparison compare_replies(const store::Register& where, const ComparisonWish& wish);

// Inside the room: the figures of two tables that ask for the same, and of one reply among each other.
void compare_figures(const domain::Question& later, const domain::Questionnaire& asked_later,
                     const domain::Question& earlier, const Recodes& recodes, std::string_view language,
                     ComparedQuestion& compared);
std::vector<Disagreement> disagreements_in(const domain::Reply& reply,
                                           const domain::Questionnaire& questionnaire);

// ---- in words, for whatever prints a comparison: English, whole sentences --------------------------------------------

// What is to be said of a question beside its answers: "Then question 4.", "Not asked then.", "Figures: 4 equal, ..."
std::vector<std::string> remarks_on(const ComparedQuestion& compared);
// Whether the answers of that side are to be shown whole: not where they are the same, or shown word by word.
bool shows_later(const ComparedQuestion& compared);
bool shows_earlier(const ComparedQuestion& compared);
// "Contradicts", "Missing", "Question changed".
std::string verdict_words(Verdict verdict);
// "2015, Women: was 71, now 68; not marked as revised"; "victims, 2015: 83 in q1, 82 in q2"
std::string disagreement_words(const Disagreement& disagreement);
std::string figure_words(const ComparedFigure& figure);
// "peer/XAA-2/reply/government, version 2, amended on 2017-04-28"
std::string standing_words(const ReadableReply& readable);
// "paired by the migration map of peer/round-2@2"; whole sentence.
std::string footing_words(const Comparison& comparison);

}  // namespace rapporteur::exchange

template <>
struct rapporteur::base::Names<rapporteur::exchange::Verdict> {
    using V = rapporteur::exchange::Verdict;
    static constexpr std::array<Name<V>, 7> k_names{{{V::contradicts, "contradicts"},
                                                     {V::changed, "changed"},
                                                     {V::missing, "missing"},
                                                     {V::added, "new"},
                                                     {V::previous, "previous"},
                                                     {V::same, "same"},
                                                     {V::unanswered, "unanswered"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::exchange::FigureChange> {
    using F = rapporteur::exchange::FigureChange;
    static constexpr std::array<Name<F>, 4> k_names{{{F::contradicted, "contradicted"},
                                                     {F::revised, "revised"},
                                                     {F::appeared, "appeared"},
                                                     {F::vanished, "vanished"}}};
};
