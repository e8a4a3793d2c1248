// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "exchange/comparison.hpp"

#include <fmt/format.h>

namespace rapporteur::exchange {

using domain::MigrationAct;

namespace {

std::string number_or_id(const ReadableAnswer& answer) {
    return answer.number.empty() ? answer.question : answer.number;
}

// "Then question 4 (trends.old)."
std::string then_question(const ComparedQuestion& compared) {
    const ReadableAnswer& now = compared.later.front().first();
    const ReadableAnswer& then = compared.earlier.front().first();
    if (now.question == then.question && now.number == then.number) {
        return "";
    }
    return "Then question " + number_or_id(then) +
           (now.question == then.question || then.number.empty() ? "." : " (" + then.question + ").");
}

std::string why_not_compared(const QuestionPair& pair) {
    switch (pair.act) {
    case MigrationAct::split:
        return fmt::format(
            "The question was split into {}: the earlier answer is shown to each, and carried to none.",
            pair.later.size());
    case MigrationAct::merged:
        return fmt::format("{} questions became this one: the earlier answers are shown, and not carried.",
                           pair.earlier.size());
    default:
        return fmt::format(
            "The question asks for {} than then: the earlier answer is shown, and not carried.",
            pair.substance == "narrower" ? "less" : "more");
    }
}

std::string labels_of(const std::vector<ComparedSide>& sides) {
    std::vector<std::string> labels;
    for (const ComparedSide& side : sides) {
        for (const ReadableAnswer& answer : side.answers) {
            labels.insert(labels.end(), answer.values.begin(), answer.values.end());
        }
    }
    return labels.empty() ? "none" : base::join(labels, "; ");
}

std::string before_words(const ComparedQuestion& compared) {
    if (compared.pair.earlier.empty()) {
        return "Not asked then.";
    }
    if (compared.earlier.empty()) {
        return "Not asked of this respondent then.";
    }
    const std::string& state = compared.earlier.front().first().state_words;
    return "Then: " + (state.empty() ? std::string("No answer.") : state);
}

// "Figures: 6 equal, 2 other than then, 3 new, 3 of then not asked for now."
std::string figure_counts(const ComparedQuestion& compared) {
    std::vector<std::string> counts;
    const auto add = [&](std::size_t count, const char* words) {
        if (count != 0) {
            counts.push_back(fmt::format("{} {}", count, words));
        }
    };
    add(compared.figures_equal, "equal");
    add(compared.figures.size(), "other than then");
    add(compared.figures_new, "new");
    add(compared.figures_left, "of then not asked for now");
    return counts.empty() ? "" : "Figures: " + base::join(counts, ", ") + ".";
}

// Both answers, where neither words nor figures tell the difference in short.
bool is_shown_whole(const ComparedQuestion& compared) {
    return compared.text.empty() && (compared.text_changed || compared.figures.empty());
}

void add_both(const ComparedQuestion& compared, std::vector<std::string>& remarks) {
    const std::string then = labels_of(compared.earlier);
    const std::string now = labels_of(compared.later);
    const bool same = compared.verdict == Verdict::same;
    if (then != now && (same || !is_shown_whole(compared))) {
        remarks.push_back(same ? "Recoded; then: " + then + "." : "Then: " + then + ". Now: " + now + ".");
    }
    if (const std::string figures = figure_counts(compared); !figures.empty()) {
        remarks.push_back(figures);
    }
    if (compared.other_language && compared.verdict != Verdict::same) {
        remarks.emplace_back("The two answers are written in different languages.");
    }
}

}  // namespace

std::vector<std::string> remarks_on(const ComparedQuestion& compared) {
    std::vector<std::string> remarks;
    const bool both = !compared.earlier.empty() && !compared.later.empty();
    if (both && compared.pair.asks_the_same()) {
        if (const std::string then = then_question(compared); !then.empty()) {
            remarks.push_back(then);
        }
        if (compared.reworded) {
            remarks.push_back("Worded then: " +
                              base::collapse_spaces(compared.earlier.front().first().question_text));
        }
    }
    switch (compared.verdict) {
    case Verdict::previous:
        remarks.push_back(why_not_compared(compared.pair));
        break;
    case Verdict::added:
        if (compared.figures_new == 0) {
            remarks.push_back(before_words(compared));
        }
        break;
    case Verdict::unanswered:
        remarks.push_back(before_words(compared));
        break;
    case Verdict::missing:
        remarks.push_back("Answered then, and not now. " + compared.later.front().first().state_words);
        break;
    case Verdict::same: {
        const std::string values = labels_of(compared.later);
        remarks.push_back(values == "none" ? "Same answer as then." : "Same answer as then: " + values + ".");
        break;
    }
    default:
        break;
    }
    if (both && compared.verdict != Verdict::previous && compared.verdict != Verdict::missing &&
        compared.verdict != Verdict::unanswered) {
        add_both(compared, remarks);
    }
    return remarks;
}

bool shows_later(const ComparedQuestion& compared) {
    switch (compared.verdict) {
    case Verdict::same:
    case Verdict::missing:  // a remark says why
        return false;
    case Verdict::changed:
    case Verdict::contradicts:
        return is_shown_whole(compared);
    default:
        return true;
    }
}

bool shows_earlier(const ComparedQuestion& compared) {
    switch (compared.verdict) {
    case Verdict::missing:
    case Verdict::previous:
        return true;
    case Verdict::changed:
    case Verdict::contradicts:
        return is_shown_whole(compared);
    default:
        return false;
    }
}

std::string verdict_words(Verdict verdict) {
    switch (verdict) {
    case Verdict::contradicts:
        return "Contradicts";
    case Verdict::changed:
        return "Changed";
    case Verdict::missing:
        return "Missing";
    case Verdict::added:
        return "New";
    case Verdict::previous:
        return "Question changed";
    case Verdict::same:
        return "Same";
    case Verdict::unanswered:
        return "Unanswered";
    }
    return "";
}

std::string standing_words(const ReadableReply& readable) {
    const domain::Reply& reply = readable.reply;
    return fmt::format("{}, version {}, {}{}", reply.id.text(), reply.version, base::name_of(reply.status),
                       reply.submitted ? " on " + reply.submitted->text() : "");
}

std::string footing_words(const Comparison& comparison) {
    switch (comparison.footing) {
    case Footing::same_questionnaire:
        return "Both answer the same questionnaire.";
    case Footing::migration_map:
        return fmt::format("Questions are paired by the migration map of {}.",
                           comparison.later_questionnaire);
    case Footing::same_identifiers:
        return fmt::format(
            "No migration map leads from {} to {}: questions are paired where identifier and kind "
            "of answer are equal, whether or not they were reworded.",
            comparison.earlier_questionnaire, comparison.later_questionnaire);
    }
    return "";
}

std::string disagreement_words(const Disagreement& disagreement) {
    return fmt::format("{}, {}: {} in {}, {} in {}", disagreement.indicator, disagreement.place,
                       disagreement.figure, disagreement.question, disagreement.other_figure,
                       disagreement.other_question);
}

std::string figure_words(const ComparedFigure& figure) {
    std::string words = fmt::format("{}: was {}, now {}", figure.place, figure.earlier, figure.later);
    if (figure.change == FigureChange::contradicted) {
        words += "; not marked as revised";
    } else if (figure.change == FigureChange::revised) {
        words += "; revised";
    }
    return figure.note.empty() ? words : words + " (note: " + figure.note + ")";
}

}  // namespace rapporteur::exchange
