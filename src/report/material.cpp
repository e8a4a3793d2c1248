// SPDX-License-Identifier: EUPL-1.2
#include "report/material.hpp"

#include "base/jail.hpp"
#include "base/text.hpp"
#include "document/markdown.hpp"
#include "domain/identifiers.hpp"
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"
#include "store/questionnaires.hpp"
#include "store/recommendations.hpp"
#include "store/replies.hpp"
#include "store/reports.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace rapporteur::report {
namespace {

bool is_numbered(const domain::ReportItem& item) {
    return item.kind == domain::ItemKind::paragraph || item.kind == domain::ItemKind::recommendation;
}

int count_lines(std::string_view text) {
    return 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

domain::Report need_report(const store::Register& where, const domain::ReportId& id,
                           const domain::EvaluationId& evaluation) {
    if (auto report = store::find_report(where, id)) {
        return std::move(*report);
    }
    std::string known;
    for (const domain::Report& each : store::list_reports(where, evaluation)) {
        known += (known.empty() ? "" : ", ") + each.id.text();
    }
    throw base::Error(base::ErrorKind::not_found, fmt::format("there is no report {}", id.text()))
        .help(known.empty() ? "the register has no report of this evaluation" : "there are: " + known);
}

// The chapters of one language as items, with the lines on which they stand in a canonical chapter file: a heading takes one line, a
// paragraph its text and the two of its frame, and a blank line divides them.
std::vector<MaterialItem> items_in(const domain::Report& report, std::string_view language) {
    const std::string kind(base::name_of(report.kind));
    std::vector<MaterialItem> items;
    int number = 0;
    for (const domain::Chapter& chapter : report.chapters) {
        if (chapter.language != language) {
            continue;
        }
        const std::string file = fmt::format("report/{}/{}.{}.md", kind, chapter.slug, chapter.language);
        int line = 1;
        for (const domain::ReportItem& item : chapter.items) {
            const bool heading = item.kind == domain::ItemKind::heading;
            MaterialItem one;
            one.item = item;
            one.chapter = chapter.slug;
            one.opens_chapter = &item == &chapter.items.front();
            one.number = is_numbered(item) ? ++number : 0;
            one.place = base::Place{file, heading ? line : line + 1, heading ? item.section : item.key};
            line += heading ? 2 : count_lines(item.markdown) + 3;
            items.push_back(std::move(one));
        }
    }
    return items;
}

void read_prose(Material& material) {
    std::vector<document::SourceText> texts;
    for (const MaterialItem& each : material.items) {
        texts.push_back(
            {each.place.item, each.item.markdown, base::Origin::own_text, each.place.file, each.place.line});
    }
    // Comments are a stranger's text. Without a jail they are not parsed: their paragraphs are taken as plain words.
    const bool parse_comments = base::available_jail() != base::JailStrength::none;
    for (const MaterialComment& each : material.final_comments) {
        if (parse_comments) {
            texts.push_back(
                {each.comment.id.text(), each.comment.text, base::Origin::foreign_file, "comments.xml", 1});
        }
    }
    std::vector<document::Blocks> read = document::read_markdown(texts, material.problems);
    for (std::size_t i = 0; i < material.items.size(); ++i) {
        material.items[i].blocks = std::move(read[i]);
    }
    for (std::size_t i = 0; i < material.final_comments.size(); ++i) {
        MaterialComment& each = material.final_comments[i];
        if (parse_comments) {
            each.blocks = std::move(read[material.items.size() + i]);
            continue;
        }
        std::string paragraph;
        const std::string text = each.comment.text + "\n\n";  // outlives the lines, which are views into it
        for (const std::string_view line : base::split_lines(text)) {
            if (!base::trim(line).empty()) {
                paragraph += (paragraph.empty() ? "" : " ") + std::string(line);
            } else if (!paragraph.empty()) {
                each.blocks.push_back(document::text_paragraph(paragraph));
                paragraph.clear();
            }
        }
        base::add_warning(material.problems, base::Place{"comments.xml", 0, each.comment.id.text()},
                          "printed as plain words, because there is no jail to read a stranger's text in",
                          "rapporteur doctor tells what is missing");
    }
}

void read_final_comments(Material& material) {
    if (material.report.kind != domain::ReportKind::final_) {
        return;
    }
    for (domain::Comment& comment : store::list_comments(*material.where, material.evaluation.id)) {
        if (comment.kind == domain::CommentKind::final_ && !comment.text.empty()) {
            material.final_comments.push_back(MaterialComment{std::move(comment), {}});
        }
    }
}

// The name that the subject bore on that day, or its newest.
std::string name_of_subject(const domain::Subject& subject, std::optional<base::Date> at,
                            std::string_view language) {
    const domain::SubjectName* chosen = nullptr;
    for (const domain::SubjectName& name : subject.names) {
        if (chosen == nullptr || !at || !name.from || *name.from <= *at) {
            chosen = &name;
        }
    }
    return chosen == nullptr ? subject.code.text() : std::string(domain::text_in(chosen->name, language));
}

void read_vocabulary(Material& material) {
    material.vocabulary.emplace(material.language);
    std::vector<domain::QuestionnaireId> own;
    for (const domain::Issue& issue : store::list_issues(*material.where, material.evaluation.id)) {
        if (std::find(own.begin(), own.end(), issue.questionnaire) == own.end()) {
            own.push_back(issue.questionnaire);
        }
    }
    for (const domain::QuestionnaireId& id : own) {
        if (const auto questionnaire = store::find_questionnaire(*material.where, id)) {
            material.vocabulary->add(*questionnaire);
        }
    }
}

}  // namespace

const domain::Round* Material::round() const {
    const std::string& id = evaluation.round.text();
    return framework.find_round(id.substr(id.find('/') + 1));
}

std::string Material::outline_title(std::string_view section) const {
    const domain::Round* in = round();
    if (in == nullptr) {
        return "";
    }
    for (const domain::OutlineSection& each : in->outline) {
        if (each.id == section) {
            return std::string(domain::text_in(each.title, language));
        }
    }
    return "";
}

std::optional<base::Date> Material::date() const {
    return report.date ? report.date : report.sent;
}

std::map<std::string, int, std::less<>> number_paragraphs(const domain::Report& report,
                                                          std::string_view language) {
    std::map<std::string, int, std::less<>> numbers;
    for (const MaterialItem& each : items_in(report, language)) {
        if (each.number != 0) {
            numbers.emplace(each.item.key, each.number);
        }
    }
    return numbers;
}

Material read_figure_material(const store::Register& where, const domain::ReportId& id,
                              std::string_view language) {
    const auto evaluation = domain::evaluation_of(id.text());
    if (!evaluation) {
        throw base::Error(base::ErrorKind::not_found, fmt::format("{} is no report's identifier", id.text()));
    }
    Material material;
    material.where = &where;
    material.evaluation = store::need_evaluation(where, *evaluation);
    material.report = need_report(where, id, *evaluation);
    material.language = language.empty() ? material.report.language : std::string(language);
    material.observations = statistics::observations_of(where, *evaluation);
    read_vocabulary(material);
    return material;
}

Material read_material(const store::Register& where, const domain::ReportId& id, std::string_view language) {
    Material material = read_figure_material(where, id, language);
    const domain::EvaluationId evaluation = material.evaluation.id;
    const auto parts = domain::parse_evaluation_id(evaluation.text());
    material.framework = store::need_framework(where, parts ? parts->framework : domain::FrameworkId());
    material.items = items_in(material.report, material.language);
    if (material.items.empty()) {
        throw base::Error(base::ErrorKind::not_found,
                          fmt::format("{} has no chapters in the language {}", id.text(), material.language))
            .help("write them, load them, then render");
    }
    material.numbers = number_paragraphs(material.report, material.language);
    material.invented = material.evaluation.invented;
    material.subject_name = material.evaluation.subject.text();
    if (const domain::Subject* subject =
            material.framework.find_subject(material.evaluation.subject.text())) {
        material.subject_name = name_of_subject(*subject, material.date(), material.language);
        material.invented = material.invented || subject->invented;
    }
    material.recommendations = store::list_recommendations(where, evaluation);
    read_final_comments(material);
    read_prose(material);
    return material;
}

}  // namespace rapporteur::report
