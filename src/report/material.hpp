// SPDX-License-Identifier: EUPL-1.2
//
// All that a report is made of, read once: its rows, the framework's and the evaluation's, and its prose as trees, parsed in one run of
// the reader with every paragraph by itself. Assembling and checking both start from here. Reads only; decides nothing.
#pragma once

#include "base/problem.hpp"
#include "document/tree.hpp"
#include "domain/comment.hpp"
#include "domain/evaluation.hpp"
#include "domain/framework.hpp"
#include "domain/recommendation.hpp"
#include "domain/report.hpp"
#include "statistics/observations.hpp"
#include "statistics/vocabulary.hpp"
#include "store/register.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::report {

// One heading, text, paragraph or recommendation with its tree.
struct MaterialItem {
    domain::ReportItem item;
    std::string chapter;         // slug
    bool opens_chapter = false;  // the first of its file
    int number = 0;              // as printed; 0 for headings and texts
    base::Place place;           // in the dossier's canonical chapter file; item is the key
    document::Blocks blocks;
};

struct MaterialComment {
    domain::Comment comment;
    document::Blocks blocks;
};

struct Material {
    const store::Register* where = nullptr;
    domain::Report report;
    domain::Evaluation evaluation;
    domain::Framework framework;
    std::string language;
    std::string subject_name;
    bool invented = false;
    std::vector<MaterialItem> items;
    std::map<std::string, int, std::less<>> numbers;  // of paragraphs and recommendations, by key
    std::vector<domain::Recommendation> recommendations;
    std::vector<MaterialComment> final_comments;  // only of a final report
    std::vector<statistics::Observed> observations;
    std::optional<statistics::Vocabulary> vocabulary;
    base::Problems problems;  // of the prose

    // Null where the framework has no such round.
    const domain::Round* round() const;
    // The title that the round's outline gives to a section; empty where it has none.
    std::string outline_title(std::string_view section) const;
    // The report's date: of its adoption or approval, else of its sending.
    std::optional<base::Date> date() const;
};

// "" takes the report's own language. Error(not_found) for a report, or a language of it, that the register does not have;
// Error(tool_failed) without the reader of Markdown.
Material read_material(const store::Register& where, const domain::ReportId& id,
                       std::string_view language = "");

// What the blocks of figures in it are made from (FigureMaker) and nothing else: no prose is parsed.
Material read_figure_material(const store::Register& where, const domain::ReportId& id,
                              std::string_view language = "");

// The printed number of every paragraph and recommendation: counted over the chapters in their order, from 1.
std::map<std::string, int, std::less<>> number_paragraphs(const domain::Report& report,
                                                          std::string_view language);

}  // namespace rapporteur::report
