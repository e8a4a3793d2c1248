// SPDX-License-Identifier: EUPL-1.2
#include "cli/comparison_text.hpp"

#include "base/text.hpp"
#include "cli/reply_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::cli {

namespace {

using exchange::ComparedQuestion;
using exchange::ComparedSide;
using exchange::Comparison;
using exchange::ReadableAnswer;
using exchange::Verdict;

constexpr std::size_t k_words_round_changes = 8;

Cell count_cell(const Comparison& comparison, Verdict verdict) {
    return static_cast<std::int64_t>(comparison.count(verdict));
}

std::string gap_of(base::Gap gap) {
    switch (gap) {
    case base::Gap::none:
        return "";
    case base::Gap::space:
        return " ";
    case base::Gap::line:
        return "\n";
    case base::Gap::paragraph:
        return "\n\n";
    }
    return " ";
}

std::string marked(const base::WordRun& run) {
    if (run.edit == base::Edit::removed) {
        return "[-" + run.text + "-]";
    }
    if (run.edit == base::Edit::added) {
        return "{+" + run.text + "+}";
    }
    if (!run.cut) {
        return run.text;
    }
    return run.text + (run.text.empty() ? "" : " ") + "[...]" + (run.rest.empty() ? "" : " ") + run.rest;
}

std::string name_of_question(const ReadableAnswer& answer) {
    return answer.number.empty() ? answer.question : answer.number;
}

class ComparisonPrinter {
public:
    ComparisonPrinter(const Comparison& comparison, std::size_t terminal_width)
        : m_comparison(comparison), m_terminal(terminal_width), m_width(text_width(terminal_width)) {}

    std::string run() {
        if (!m_comparison.is_public()) {
            m_out += base::wrap("CONFIDENTIAL: not both replies are public.", m_width) + "\n\n";
        }
        m_out += card_text(comparison_head(m_comparison), m_terminal);
        m_out += "\n" + base::wrap(footing_words(m_comparison), m_width) + "\n";
        overview();
        disagreements();
        std::string section;
        for (const ComparedQuestion& each : m_comparison.questions) {
            if (each.section != section) {
                section = each.section;
                m_out += section_heading(section, m_width);
            }
            question(each);
        }
        kept();
        return std::move(m_out);
    }

private:
    void line(const std::string& text) { m_out += base::wrap(text, m_width, k_answer_indent) + "\n"; }

    void overview() {
        Listing listing{"", {{"", "Answers"}, {"", "", Align::right}, {"", "Questions"}}, {}, ""};
        listing.columns[1].title = "No";
        for (const auto& [verdict, name] : base::Names<Verdict>::k_names) {
            std::vector<std::string> questions;
            for (const ComparedQuestion& each : m_comparison.questions) {
                if (each.verdict == verdict) {
                    questions.push_back(name_of_question(each.later.front().first()));
                }
            }
            if (!questions.empty()) {
                listing.rows.push_back({exchange::verdict_words(verdict), count_cell(m_comparison, verdict),
                                        base::join(questions, ", ")});
            }
        }
        if (!m_comparison.kept.empty()) {
            std::vector<std::string> questions;
            for (const exchange::KeptQuestion& each : m_comparison.kept) {
                questions.push_back(each.side.first().question);
            }
            listing.rows.push_back({std::string("Asked no more"),
                                    static_cast<std::int64_t>(m_comparison.kept.size()),
                                    base::join(questions, ", ")});
        }
        m_out += "\n" + table_text(listing, m_terminal);
        const bool any_text = std::any_of(m_comparison.questions.begin(), m_comparison.questions.end(),
                                          [](const ComparedQuestion& each) { return !each.text.empty(); });
        if (any_text) {
            m_out +=
                "\n" +
                base::wrap("In texts: [-words-] went, {+words+} came, [...] stands for words that stayed.",
                           m_width) +
                "\n";
        }
    }

    void disagreements() {
        if (m_comparison.disagreements.empty()) {
            return;
        }
        m_out += section_heading("Figures of this reply that do not agree with each other", m_width);
        for (const exchange::Disagreement& each : m_comparison.disagreements) {
            line(disagreement_words(each));
        }
    }

    void head(const ReadableAnswer& answer, const std::string& more) {
        m_out += "\n" + numbered_text(answer.number,
                                      answer.question_text.empty() ? "(not in the questionnaire)"
                                                                   : answer.question_text,
                                      m_width);
        line("[" + answer.question + (more.empty() ? "" : "; " + more) + "]");
    }

    void question(const ComparedQuestion& compared) {
        const std::string verdict = base::lower_ascii(exchange::verdict_words(compared.verdict));
        for (const ComparedSide& side : compared.later) {
            head(side.first(), verdict);
            if (compared.later.size() > 1) {
                answers("", side);
            }
        }
        const std::vector<std::string> remarks = remarks_on(compared);
        m_out += remarks.empty() && compared.figures.empty() ? "" : "\n";
        for (const std::string& remark : remarks) {
            line(remark);
        }
        for (const exchange::ComparedFigure& figure : compared.figures) {
            line((figure.change == exchange::FigureChange::contradicted ? "! " : "- ") +
                 figure_words(figure));
        }
        if (!compared.text.empty()) {
            words(compared);
        }
        const bool both = shows_later(compared) && shows_earlier(compared);
        if (shows_earlier(compared)) {
            for (const ComparedSide& side : compared.earlier) {
                const bool named = !compared.pair.asks_the_same();
                answers(named ? fmt::format("Then question {}: {}", name_of_question(side.first()),
                                            side.first().question_text)
                              : "Then:",
                        side);
            }
        }
        if (shows_later(compared) && compared.later.size() == 1) {
            answers(both ? "Now:" : "", compared.later.front());
        }
    }

    void answers(const std::string& label, const ComparedSide& side) {
        if (!label.empty()) {
            m_out += "\n";
            line(label);
        }
        for (const ReadableAnswer& answer : side.answers) {
            m_out += answer_paragraphs(answer, m_width);
        }
    }

    void words(const ComparedQuestion& compared) {
        std::string text;
        for (const base::WordRun& run : base::shortened(compared.text, k_words_round_changes)) {
            text += gap_of(run.gap) + marked(run);
        }
        m_out += "\n";
        line(text);
    }

    void kept() {
        if (m_comparison.kept.empty()) {
            return;
        }
        m_out += section_heading("Asked no more: the earlier answers are kept", m_width);
        for (const exchange::KeptQuestion& each : m_comparison.kept) {
            head(each.side.first(), each.why);
            answers("", each.side);
        }
    }

    const Comparison& m_comparison;
    std::size_t m_terminal;
    std::size_t m_width;
    std::string m_out;
};

}  // namespace

Card comparison_head(const Comparison& comparison) {
    const domain::Reply& later = comparison.later.reply;
    const domain::Reply& earlier = comparison.earlier.reply;
    Card card{{{"reply", "", later.id.text()},
               {"version", "", static_cast<std::int64_t>(later.version)},
               {"questionnaire", "", text_or_nothing(comparison.later_questionnaire)},
               {"", "Reply", standing_words(comparison.later)},
               {"earlier_reply", "", earlier.id.text()},
               {"earlier_version", "", static_cast<std::int64_t>(earlier.version)},
               {"earlier_questionnaire", "", text_or_nothing(comparison.earlier_questionnaire)},
               {"", "Then", standing_words(comparison.earlier)},
               {"subject_name", "State", text_or_nothing(comparison.later.subject_name)},
               {"respondent", "Respondent", later.respondent},
               {"confidential", "", !comparison.is_public()},
               {"paired_by", "", std::string(base::name_of(comparison.footing))}},
              {}};
    for (const auto& [verdict, name] : base::Names<Verdict>::k_names) {
        card.fields.push_back({std::string(name), "", count_cell(comparison, verdict)});
    }
    card.fields.push_back({"kept", "", static_cast<std::int64_t>(comparison.kept.size())});
    return card;
}

std::string comparison_text(const Comparison& comparison, std::size_t terminal_width) {
    return ComparisonPrinter(comparison, terminal_width).run();
}

}  // namespace rapporteur::cli
