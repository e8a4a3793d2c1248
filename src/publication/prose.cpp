// SPDX-License-Identifier: EUPL-1.2
#include "publication/prose.hpp"

#include "base/jail.hpp"
#include "document/markdown.hpp"
#include "document/pandoc.hpp"
#include "document/references.hpp"
#include "document/tree_json.hpp"
#include "report/figures.hpp"
#include "report/material.hpp"

#include <type_traits>

namespace rapporteur::publication {

using document::Blocks;

namespace {

struct Found {
    release::Prose* prose;
    std::string key;
    base::Origin origin;
};

// Walks a record by its fields() and gathers every Prose that holds text.
class ProseFinder {
public:
    ProseFinder(std::vector<Found>& found, std::string key, base::Origin origin)
        : m_found(found), m_key(std::move(key)), m_origin(origin) {}

    template <class T>
    ProseFinder& operator()(std::string_view name, T& value) {
        static_cast<void>(name);
        visit(value);
        return *this;
    }
    void visit(release::Prose& prose) {
        if (!prose.text.empty()) {
            m_found.push_back({&prose, m_key, m_origin});
        }
    }
    void visit(std::string&) {}
    void visit(int&) {}
    void visit(bool&) {}
    void visit(release::Texts&) {}
    template <class T>
    void visit(std::vector<T>& list) {
        for (T& one : list) {
            visit(one);
        }
    }
    template <class T>
    requires std::is_class_v<T>
    void visit(T& record) { T::fields(record, *this); }

private:
    std::vector<Found>& m_found;
    std::string m_key;
    base::Origin m_origin;
};

// Texts that others sent are read in the jail. Where there is none, they are read as what they are by now, texts that
// the register took in: receiving them is what a missing jail forbids.
base::Origin foreign() {
    static const base::JailStrength k_strength = base::available_jail();
    return k_strength == base::JailStrength::none ? base::Origin::own_text : base::Origin::foreign_file;
}

std::vector<Found> find_prose(PublicRecords& records) {
    std::vector<Found> found;
    const auto look = [&](auto& record, const std::string& key, base::Origin origin) {
        ProseFinder(found, key, origin).visit(record);
    };
    if (records.report) {
        for (release::PublicItem& item : records.report->items) {
            look(item, records.report->id + (item.key.empty() ? "" : "#" + item.key), base::Origin::own_text);
        }
    }
    for (release::PublicRecommendation& recommendation : records.recommendations) {
        look(recommendation, recommendation.id, base::Origin::own_text);
    }
    for (release::PublicCommitteeRecommendation& one : records.committee) {
        look(one, one.id, base::Origin::own_text);
    }
    for (release::PublicReply& reply : records.replies) {
        for (release::PublicAnswer& answer : reply.answers) {
            look(answer, reply.id + "#" + answer.question, foreign());
        }
    }
    for (release::PublicComment& comment : records.comments) {
        look(comment, comment.id, foreign());
    }
    return found;
}

std::string tree_of(const Blocks& blocks) {
    document::TreeDocument tree;
    tree.api_version = document::pandoc_api_version();
    tree.blocks = blocks;
    return document::tree_to_json(tree);
}

void set_limbs(release::PublicRecommendation& recommendation, const Blocks& blocks) {
    for (const document::Limb& limb : document::limbs_in(blocks)) {
        for (release::PublicLimb& to : recommendation.limbs) {
            if (to.id == limb.id && to.text.empty()) {
                to.text = limb.text;
            }
        }
    }
}

bool has_figures(const Blocks& blocks) {
    bool any = false;
    document::Rewriter rewriter;
    rewriter.block = [&any](document::Block node) -> Blocks {
        any = any || node.as<document::CodeBlock>() != nullptr;
        return {std::move(node)};
    };
    document::rewrite(blocks, rewriter);
    return any;
}

// A page shows the figures that a report's blocks of figures ask for as tables, charts too: with the same words, notes and
// sources as the report has in print.
class PrintedFigures {
public:
    PrintedFigures(const PublicRecords& records, const Material& material)
        : m_records(records), m_material(material) {}

    Blocks replace(Blocks blocks, const std::string& key) {
        if (!m_records.report || !key.starts_with(m_records.report->id) || !has_figures(blocks)) {
            return blocks;
        }
        if (!m_maker) {
            m_report = report::read_figure_material(m_material.where, domain::ReportId(m_records.report->id));
            m_maker.emplace(m_report, report::words_in(m_report.language), report::Drawing::as_table);
        }
        const std::string paragraph(domain::part_of(key));
        return m_maker->replace(std::move(blocks), {"", 0, key}, paragraph);
    }

private:
    const PublicRecords& m_records;
    const Material& m_material;
    report::Material m_report;
    std::optional<report::FigureMaker> m_maker;
};

}  // namespace

void print_prose(PublicRecords& records, const Material& material, base::Problems& problems) {
    const std::vector<Found> found = find_prose(records);
    std::vector<document::SourceText> texts;
    for (const Found& one : found) {
        texts.push_back({one.key, one.prose->text, one.origin, "", 1});
    }
    std::map<std::string, std::string> numbers;
    for (const domain::Report& report : material.dossier.reports) {
        if (report.kind == domain::ReportKind::final_) {
            numbers = printed_numbers(report);
        }
    }
    const auto number = [&numbers](std::string_view key) {
        const auto place = numbers.find(std::string(key));
        return place == numbers.end() ? std::nullopt : std::optional<std::string>(place->second);
    };
    const std::vector<Blocks> trees = document::read_markdown(texts, problems);
    std::map<const release::Prose*, Blocks> printed;
    PrintedFigures figures(records, material);
    for (std::size_t i = 0; i < found.size(); ++i) {
        Blocks blocks = document::strip_evidence(
            document::resolve_references(trees.at(i), number, {"", 0, found[i].key}, problems));
        found[i].prose->text = document::plain_text(blocks);
        blocks = figures.replace(std::move(blocks), found[i].key);
        found[i].prose->tree = tree_of(blocks);
        printed[found[i].prose] = std::move(blocks);
    }
    for (release::PublicRecommendation& recommendation : records.recommendations) {
        const auto blocks = printed.find(&recommendation.prose);
        if (blocks != printed.end()) {
            set_limbs(recommendation, blocks->second);
        }
    }
}

}  // namespace rapporteur::publication
