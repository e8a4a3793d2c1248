// SPDX-License-Identifier: EUPL-1.2
#include "report/assemble.hpp"

#include "base/text.hpp"
#include "document/references.hpp"
#include "framework/verb_matcher.hpp"
#include "report/appendices.hpp"
#include "report/emphasis.hpp"
#include "report/figures.hpp"
#include "report/prose_tables.hpp"
#include "report/words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

namespace rapporteur::report {
namespace {

using document::Block;
using document::Blocks;
using document::Inlines;

constexpr std::size_t k_longest_identifier = 40;  // a bookmark of Word

// A heading's words: it is parsed as a paragraph and must be one.
Inlines inlines_of(const Blocks& blocks) {
    if (blocks.size() == 1) {
        if (const auto* paragraph = blocks.front().as<document::Paragraph>()) {
            return paragraph->content;
        }
    }
    return document::text_inlines(document::plain_text(blocks));
}

class Assembler {
public:
    explicit Assembler(const Material& material)
        : m_material(material), m_words(words_in(material.language)), m_verbs(material.framework),
          m_figures(material, m_words, Drawing::draw) {}

    AssembledReport run() {
        m_result.problems = m_material.problems;
        cover();
        print_items();
        parts();
        appendices();
        m_result.document.pictures = m_figures.take_pictures();
        m_result.problems.insert(m_result.problems.end(), m_figures.problems().begin(),
                                 m_figures.problems().end());
        return std::move(m_result);
    }

private:
    document::ReportDocument& out() { return m_result.document; }

    // ---- cover

    void cover() {
        const domain::Report& report = m_material.report;
        out().language = m_material.language;
        out().words = document::report_words(m_material.language);
        out().body = reporting_body();
        out().title = domain::text_in(report.title, m_material.language);
        if (out().title.empty()) {
            out().title = domain::text_in(m_material.evaluation.title, m_material.language);
        }
        out().state = m_material.subject_name;
        if (const domain::Round* round = m_material.round()) {
            // A title often ends in the round; it is not said twice.
            const std::string name(domain::text_in(round->name, m_material.language));
            const bool said =
                base::lower_ascii(out().title).find(base::lower_ascii(name)) != std::string::npos;
            out().round = said ? "" : name;
        }
        out().symbol = report.symbol;
        out().note = cover_note();
        const bool final_report = report.kind == domain::ReportKind::final_;
        if (report.date) {
            out().date_line = fill(final_report ? m_words.adopted_on : m_words.approved_on,
                                   {printed_date(*report.date, m_words)});
        }
        if (!final_report || report.status != domain::ReportStatus::adopted) {
            out().draft = document::DraftMark{
                m_words.draft_mark, fill(m_words.draft_addressee, {m_material.subject_name}),
                report.sent ? fill(m_words.sent_on, {printed_date(*report.sent, m_words)}) : ""};
        }
    }

    // The body whose conclusions the report's recommendations are.
    std::string reporting_body() const {
        std::string id;
        for (const domain::RecommendationKind& kind : m_material.framework.kinds) {
            const auto& all = m_material.recommendations;
            if (std::any_of(all.begin(), all.end(), [&kind](const auto& each) {
                    return each.kind == kind.id && !each.paragraph.empty();
                })) {
                id = kind.by;
                break;
            }
        }
        for (const domain::MonitoringBody& body : m_material.framework.bodies) {
            if (id.empty() || body.id == id) {
                return std::string(domain::text_in(body.name, m_material.language));
            }
        }
        return std::string(domain::text_in(m_material.framework.name, m_material.language));
    }

    std::string cover_note() const {
        std::string note(domain::text_in(m_material.report.note, m_material.language));
        if (m_material.invented && note.find(m_words.invented_stem) == std::string::npos) {
            note += (note.empty() ? "" : " ") + fill(m_words.invented, {m_material.subject_name});
        }
        return note;
    }

    // ---- text

    void print_items() {
        const document::PrintedNumber number = [this](std::string_view key) -> std::optional<std::string> {
            const auto found = m_material.numbers.find(key);
            return found == m_material.numbers.end()
                       ? std::nullopt
                       : std::optional<std::string>(std::to_string(found->second));
        };
        for (const MaterialItem& each : m_material.items) {
            Blocks blocks = document::strip_evidence(each.blocks);
            blocks = document::resolve_references(std::move(blocks), number, each.place, m_result.problems);
            if (each.item.kind != domain::ItemKind::heading) {
                blocks = with_captions(std::move(blocks));
                blocks = m_figures.replace(std::move(blocks), each.place, each.item.key);
            }
            if (each.item.kind == domain::ItemKind::recommendation && !has_strong(blocks)) {
                const auto verb = m_verbs.match(document::plain_text(blocks), m_material.language);
                blocks = verb ? with_strong_words(std::move(blocks), verb->text) : std::move(blocks);
            }
            m_printed.push_back(PrintedItem{&each, std::move(blocks)});
        }
    }

    // ---- parts

    void parts() {
        std::map<std::string, int> used;
        for (const PrintedItem& each : m_printed) {
            const domain::ReportItem& item = each.source->item;
            if (item.kind == domain::ItemKind::heading && item.level == 1) {
                out().parts.push_back(document::Part{kind_of(item), {}});
            } else if (out().parts.empty()) {
                // Text before the first heading: the writers want a heading first.
                out().parts.push_back(document::Part{document::PartKind::front, {}});
                out().parts.back().blocks.push_back(
                    document::report_heading(1, "beginning", "", document::text_inlines(out().title)));
            }
            out().parts.back().blocks.push_back(block_of(each, used));
        }
    }

    document::PartKind kind_of(const domain::ReportItem& heading) const {
        if (const domain::Round* round = m_material.round()) {
            for (const domain::OutlineSection& section : round->outline) {
                if (section.id == heading.section && section.kind == domain::OutlineKind::front) {
                    return document::PartKind::front;
                }
                if (section.id == heading.section && section.kind == domain::OutlineKind::appendix) {
                    return document::PartKind::appendix;
                }
            }
        }
        return document::PartKind::chapter;
    }

    static std::string heading_id(const domain::ReportItem& item, std::map<std::string, int>& used) {
        std::string id = "section-" + (item.section.empty() ? std::string("x") : item.section);
        id.resize(std::min(id.size(), k_longest_identifier - 4));
        const int count = ++used[id];
        return count == 1 && !item.section.empty() ? id : fmt::format("{}-{}", id, count);
    }

    Block block_of(const PrintedItem& each, std::map<std::string, int>& used) const {
        const domain::ReportItem& item = each.source->item;
        const std::string number = std::to_string(each.source->number);
        switch (item.kind) {
        case domain::ItemKind::heading:
            return document::report_heading(item.level, heading_id(item, used), item.label,
                                            inlines_of(each.blocks));
        case domain::ItemKind::paragraph:
            return document::numbered_paragraph(item.key, number, each.blocks);
        case domain::ItemKind::recommendation:
            return document::recommendation_paragraph(item.key, number, {item.recommendation, item.verb},
                                                      each.blocks);
        case domain::ItemKind::text:
            break;
        }
        return Block{document::Div{document::Attr{item.key, {"text"}, {}}, each.blocks}};
    }

    void appendices() {
        constexpr std::array<std::string_view, 2> k_numbers{"I", "II"};
        std::size_t next = 0;
        const auto take = [&](std::optional<document::Part> part) {
            if (part) {
                out().parts.push_back(std::move(*part));
                ++next;
            }
        };
        take(recommendations_part(m_material, m_printed, m_words, k_numbers.at(next)));
        take(bodies_part(m_material, m_words, k_numbers.at(next)));
        if (auto part = comments_part(m_material, m_words)) {
            out().parts.push_back(std::move(*part));
        }
    }

    const Material& m_material;
    const Words& m_words;
    framework::VerbMatcher m_verbs;
    FigureMaker m_figures;
    std::vector<PrintedItem> m_printed;
    AssembledReport m_result;
};

}  // namespace

AssembledReport assemble(const Material& material) {
    return Assembler(material).run();
}

AssembledReport assemble(const store::Register& where, const domain::ReportId& id,
                         std::string_view language) {
    return assemble(read_material(where, id, language));
}

}  // namespace rapporteur::report
