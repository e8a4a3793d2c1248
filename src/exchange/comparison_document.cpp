// SPDX-License-Identifier: EUPL-1.2
#include "exchange/comparison_document.hpp"

#include "base/phrase.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "document/form_tokens.hpp"
#include "document/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace rapporteur::exchange {

using document::Attr;
using document::Block;
using document::Blocks;
using document::Inline;
using document::Inlines;

namespace {

constexpr std::size_t k_words_round_changes = 12;
constexpr std::size_t k_longest_title = 160;

// Each text once, in one run of Pandoc.
class AnswerTexts {
public:
    explicit AnswerTexts(const Comparison& comparison) {
        for (const ComparedQuestion& each : comparison.questions) {
            gather(each.later);
            gather(each.earlier);
        }
        for (const KeptQuestion& each : comparison.kept) {
            gather({each.side});
        }
        base::Problems notes;  // what was dropped is named where the reply is received
        std::vector<Blocks> read = document::read_markdown(m_sources, notes);
        for (std::size_t i = 0; i < read.size(); ++i) {
            m_read.emplace(m_sources[i].markdown,
                           read[i].empty() ? Blocks{document::text_paragraph(m_sources[i].markdown)}
                                           : std::move(read[i]));
        }
    }
    Blocks of(const std::string& markdown) const { return m_read.at(markdown); }

private:
    void gather(const std::vector<ComparedSide>& sides) {
        for (const ComparedSide& side : sides) {
            for (const ReadableAnswer& answer : side.answers) {
                const bool known =
                    std::any_of(m_sources.begin(), m_sources.end(), [&](const document::SourceText& each) {
                        return each.markdown == answer.text;
                    });
                if (!answer.text.empty() && !known) {
                    m_sources.push_back({answer.question, answer.text, base::Origin::foreign_file});
                }
            }
        }
    }

    std::vector<document::SourceText> m_sources;
    std::map<std::string, Blocks> m_read;
};

Inline span(const char* name, Inlines content) {
    return Inline{document::Span{Attr{"", {name}, {}}, std::move(content)}};
}

Block div(const char* name, Blocks content) {
    return Block{document::Div{Attr{"", {name}, {}}, std::move(content)}};
}

Block paragraph(Inlines content) {
    return Block{document::Paragraph{std::move(content)}};
}

Block label(const std::string& text) {
    return div(
        "lead",
        {paragraph({Inline{document::Styled{document::Style::strong, document::text_inlines(text)}}})});
}

Inlines marked(base::Edit edit, std::string_view text) {
    Inlines words = document::text_inlines(text);
    if (edit == base::Edit::removed) {
        return {span("removed", {Inline{document::Styled{document::Style::strikeout, std::move(words)}}})};
    }
    if (edit == base::Edit::added) {
        return {span("added", {Inline{document::Styled{document::Style::underline, std::move(words)}}})};
    }
    return words;
}

// Runs of words as paragraphs: a change may reach over several.
class WordBlocks {
public:
    Blocks run(const std::vector<base::WordRun>& runs) {
        for (const base::WordRun& run : runs) {
            gap(run.gap);
            if (!run.cut) {
                add(run.edit, run.text);
                continue;
            }
            add(run.edit, run.text);
            space(!run.text.empty());
            m_line.push_back(
                span("left-out", document::text_inlines(fmt::format("[… {} words …]", run.left_out))));
            space(!run.rest.empty());
            add(run.edit, run.rest);
        }
        end();
        return std::move(m_made);
    }

private:
    void gap(base::Gap gap) {
        if (gap == base::Gap::paragraph || gap == base::Gap::line) {
            end();
        } else {
            space(!m_line.empty());
        }
    }
    void space(bool wanted) {
        if (wanted) {
            m_line.push_back(Inline{document::Space{}});
        }
    }
    void add(base::Edit edit, std::string_view text) {
        bool first = true;
        for (const std::string_view line : base::split_lines(text)) {
            if (!std::exchange(first, false)) {
                end();
            }
            if (!line.empty()) {
                document::append(m_line, marked(edit, line));
            }
        }
    }
    void end() {
        if (!m_line.empty()) {
            m_made.push_back(paragraph(std::exchange(m_line, {})));
        }
    }

    Inlines m_line;
    Blocks m_made;
};

document::TableContent table_of(const ReplyTable& table) {
    document::TableContent made;
    made.columns.push_back({table.unit, document::ColumnKind::words});
    for (const std::string& column : table.columns) {
        made.columns.push_back({column, document::ColumnKind::figures});
    }
    for (const ReplyTable::Row& row : table.rows) {
        made.rows.push_back({row.label});
        made.rows.back().insert(made.rows.back().end(), row.cells.begin(), row.cells.end());
    }
    made.note = base::join(table.notes, " ");
    return made;
}

class ComparisonBuilder {
public:
    explicit ComparisonBuilder(const Comparison& comparison)
        : m_comparison(comparison), m_texts(comparison) {}

    document::ReportDocument run() {
        cover();
        overview();
        std::string section;
        int number = 0;
        for (const ComparedQuestion& each : m_comparison.questions) {
            if (each.section != section || number == 0) {
                section = each.section;
                begin(fmt::format("part{}", ++number), section.empty() ? "Further answers" : section);
            }
            question(each);
        }
        kept();
        return std::move(m_made);
    }

private:
    Blocks& out() { return m_made.parts.back().blocks; }

    void begin(std::string id, const std::string& title) {
        m_made.parts.push_back({document::PartKind::chapter, {}});
        out().push_back(document::report_heading(1, std::move(id), "", document::text_inlines(title)));
    }

    void cover() {
        m_made.use = document::DocumentUse::to_fill_in;  // its contents are the overview
        m_made.title = "Replies compared";
        m_made.state = m_comparison.later.subject_name;
        m_made.subtitle = base::join(m_comparison.later.from, "; ");
        m_made.symbol = standing_words(m_comparison.later);
        m_made.date_line = "Then: " + standing_words(m_comparison.earlier);
        m_made.note = footing_words(m_comparison);
        if (m_comparison.later.invented) {
            m_made.note +=
                " Invented example: the state, its institutions, figures and persons do not exist.";
        }
        if (!m_comparison.is_public()) {
            m_made.draft = document::DraftMark{"CONFIDENTIAL", "Not both replies are public", ""};
        }
    }

    void overview() {
        begin("in-short", "In short");
        Blocks rows;
        for (const auto& entry : base::Names<Verdict>::k_names) {
            Inlines questions;
            for (const ComparedQuestion& each : m_comparison.questions) {
                if (each.verdict == entry.value) {
                    add_link(questions, each.later.front().first(), "");
                }
            }
            row(rows, verdict_words(entry.value), m_comparison.count(entry.value), std::move(questions));
        }
        Inlines questions;
        for (const KeptQuestion& each : m_comparison.kept) {
            add_link(questions, each.side.first(), "kept_");
        }
        row(rows, "Asked no more", m_comparison.kept.size(), std::move(questions));
        document::append(out(), std::move(rows));
        if (!m_comparison.disagreements.empty()) {
            document::BulletList list;
            for (const Disagreement& each : m_comparison.disagreements) {
                list.items.push_back(
                    {Block{document::Plain{document::text_inlines(disagreement_words(each))}}});
            }
            out().push_back(label("Figures of this reply that do not agree with each other"));
            out().push_back(Block{std::move(list)});
        }
    }

    static void add_link(Inlines& to, const ReadableAnswer& answer, const std::string& prefix) {
        if (!to.empty()) {
            document::append(to, {Inline{document::Str{","}}, Inline{document::Space{}}});
        }
        to.push_back(Inline{
            document::Link{{},
                           document::text_inlines(answer.number.empty() || !prefix.empty() ? answer.question
                                                                                           : answer.number),
                           "#" + prefix + document::bookmark_of(answer.question),
                           ""}});
    }

    static void row(Blocks& rows, const std::string& words, std::size_t count, Inlines questions) {
        if (count != 0) {
            Inlines line{Inline{document::Styled{document::Style::strong, document::text_inlines(fmt::format(
                                                                              "{} ({})", words, count))}},
                         Inline{document::Str{":"}}, Inline{document::Space{}}};
            document::append(line, std::move(questions));
            rows.push_back(paragraph(std::move(line)));
        }
    }

    void heading(const ReadableAnswer& answer, const std::string& prefix) {
        const std::string text = base::collapse_spaces(answer.question_text);
        const std::string title = text.empty() ? answer.question : base::cut_short(text, k_longest_title);
        const bool bare = !answer.number.empty() && answer.number.back() != '.';
        out().push_back(document::report_heading(2, prefix + document::bookmark_of(answer.question),
                                                 bare ? answer.number + "." : answer.number,
                                                 document::text_inlines(title)));
    }

    void question(const ComparedQuestion& compared) {
        for (const ComparedSide& side : compared.later) {
            heading(side.first(), "");
            out().push_back(div("guidance", {paragraph(tag(compared, side.first()))}));
            if (compared.later.size() > 1) {
                document::append(out(), answers(side));
            }
        }
        for (const std::string& remark : remarks_on(compared)) {
            out().push_back(div("guidance", {document::text_paragraph(remark)}));
        }
        figures(compared);
        if (!compared.text.empty()) {
            document::append(out(), WordBlocks().run(base::shortened(compared.text, k_words_round_changes)));
        }
        sides(compared);
    }

    static Inlines tag(const ComparedQuestion& compared, const ReadableAnswer& answer) {
        const char* const kind =
            compared.verdict == Verdict::contradicts || compared.verdict == Verdict::missing ? "verdict-alert"
                                                                                             : "verdict";
        Inlines words{span(kind, document::text_inlines(verdict_words(compared.verdict))),
                      Inline{document::Space{}}};
        document::append(words, document::text_inlines(answer.question));
        return words;
    }

    void figures(const ComparedQuestion& compared) {
        document::BulletList list;
        for (const ComparedFigure& figure : compared.figures) {
            const bool alert = figure.change == FigureChange::contradicted;
            Inlines words = document::text_inlines(figure_words(figure));
            list.items.push_back({Block{document::Plain{
                alert ? Inlines{Inline{document::Styled{document::Style::strong, std::move(words)}}}
                      : std::move(words)}}});
        }
        if (!list.items.empty()) {
            out().push_back(Block{std::move(list)});
        }
    }

    // Then and now; beside each other where the page is wide enough.
    void sides(const ComparedQuestion& compared) {
        const bool later = shows_later(compared) && compared.later.size() == 1;
        const bool earlier = shows_earlier(compared);
        Blocks both;
        if (earlier) {
            Blocks then{label("Then")};
            for (const ComparedSide& side : compared.earlier) {
                if (!compared.pair.asks_the_same()) {
                    then.push_back(div("guidance", {document::text_paragraph(asked_as(side.first()))}));
                }
                document::append(then, answers(side));
            }
            both.push_back(div("side", std::move(then)));
        }
        if (later) {
            Blocks now = earlier ? Blocks{label("Now")} : Blocks{};
            document::append(now, answers(compared.later.front()));
            both.push_back(div("side", std::move(now)));
        }
        if (!both.empty()) {
            const bool beside =
                both.size() == 2 && !has_table(compared.later) && !has_table(compared.earlier);
            out().push_back(div(beside ? "sides" : "one-side", std::move(both)));
        }
    }

    static bool has_table(const std::vector<ComparedSide>& sides) {
        return std::any_of(sides.begin(), sides.end(), [](const ComparedSide& side) {
            return std::any_of(side.answers.begin(), side.answers.end(),
                               [](const ReadableAnswer& answer) { return answer.table.has_value(); });
        });
    }

    static std::string asked_as(const ReadableAnswer& answer) {
        return (answer.number.empty() ? answer.question : answer.number) + " " +
               base::collapse_spaces(answer.question_text);
    }

    Blocks answers(const ComparedSide& side) const {
        Blocks made;
        for (const ReadableAnswer& answer : side.answers) {
            if (!answer.state_words.empty()) {
                made.push_back(paragraph({Inline{document::Styled{
                    document::Style::emphasis, document::text_inlines(answer.state_words)}}}));
            }
            if (!answer.values.empty()) {
                made.push_back(paragraph({Inline{document::Styled{
                    document::Style::strong, document::text_inlines(base::join(answer.values, "; "))}}}));
            }
            if (answer.table) {
                made.push_back(document::data_table(table_of(*answer.table), m_made.words));
            }
            if (!answer.text.empty()) {
                document::append(made, m_texts.of(answer.text));
            }
        }
        return made;
    }

    void kept() {
        if (m_comparison.kept.empty()) {
            return;
        }
        begin("kept", "Asked no more: the earlier answers are kept");
        for (const KeptQuestion& each : m_comparison.kept) {
            heading(each.side.first(), "kept_");
            out().push_back(
                div("guidance", {document::text_paragraph(each.side.first().question + ": " + each.why)}));
            document::append(out(), answers(each.side));
        }
    }

    const Comparison& m_comparison;
    AnswerTexts m_texts;
    document::ReportDocument m_made;
};

}  // namespace

document::ReportDocument comparison_document(const Comparison& comparison) {
    return ComparisonBuilder(comparison).run();
}

}  // namespace rapporteur::exchange
