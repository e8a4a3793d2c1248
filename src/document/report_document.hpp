// SPDX-License-Identifier: EUPL-1.2
// A report as it is handed to the writers: what stands on the cover, and parts made of blocks, numbers and references
// already resolved. The room report/ assembles it; write_report.hpp makes HTML, DOCX and PDF of it. Nothing here knows
// the register, and nothing but these texts reaches the files: internal data cannot leak by way of metadata.
#pragma once

#include "document/tree.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::document {

// The words that the writers print of themselves, in the report's language.
struct ReportWords {
    std::string contents = "Contents";
    std::string notes = "Notes";
    std::string source = "Source:";
    std::string note = "Note:";
    std::string page = "Page";
    std::string skip_to_text = "Skip to the text";
    std::string comments_statement =
        "The comments below are those of the national authorities and are published at "
        "their request. They form no part of the analysis.";
};
// The words in English, French or Russian; in English for other languages.
ReportWords report_words(std::string_view language);

// On every page of a report that is not final.
struct DraftMark {
    std::string text;       // "DRAFT – CONFIDENTIAL"
    std::string addressee;  // "For the national authorities of Xania"
    std::string date;       // "sent on 3 March 2026"
};

enum class PartKind {
    front,  // preamble, summary: headings without labels
    chapter,
    appendix,
    comments,  // of the government: set apart, with the statement that they are no part of the analysis
};

struct Part {
    PartKind kind = PartKind::chapter;
    Blocks blocks;  // the first is a Heading of level 1 with an identifier
};

// A form is a document that comes back filled in: without contents, and what is to be known of it stands with its title.
enum class DocumentUse { to_read, to_fill_in };

struct ReportDocument {
    DocumentUse use = DocumentUse::to_read;
    std::string body;  // who reports: the institution or group
    std::string title;
    std::string subtitle;  // may be empty, as all below but the language
    std::string state;
    std::string round;      // "Second evaluation round"
    std::string symbol;     // the document's reference: on the cover and in the running head
    std::string date_line;  // "Adopted on 21 November 2026"
    std::string note;       // on the cover: conditions, addressee
    std::string language = "en";
    std::vector<std::string> authors;
    std::optional<DraftMark> draft;  // none: the report is final
    std::vector<Part> parts;
    std::map<std::string, std::string> pictures;  // name -> SVG; what Image::target names
    ReportWords words;
};

// The title with the state behind it where it does not name the state itself.
std::string title_with_state(const ReportDocument& report);

// ---- the shapes that the writers know ----------------------------------------------------------------------------

// A label of at most so many bytes ("VIII.") has a column of its own in contents and margin; "Appendix I" runs on.
constexpr std::size_t k_short_label = 5;

// A heading; the label ("III.", "4.2.") may be empty.
Block report_heading(int level, std::string id, std::string label, Inlines content);

// A numbered paragraph, found by its key: Div.para.
Block numbered_paragraph(std::string key, std::string number, Blocks content);

// A recommendation: Div.para.rec in a box.
struct RecommendationMarks {
    std::string id;    // r07
    std::string verb;  // the verb's id
};
Block recommendation_paragraph(std::string key, std::string number, RecommendationMarks marks,
                               Blocks content);

enum class ColumnKind { words, figures };
struct TableColumn {
    std::string title;
    ColumnKind kind = ColumnKind::figures;
};
// A table of data. The first column heads its rows.
struct TableContent {
    std::string id;
    std::string label;  // "Table 3"
    std::string caption;
    std::vector<TableColumn> columns;
    std::vector<std::vector<std::string>> rows;  // as printed; each as long as columns
    std::string source;                          // a line below; may be empty
    std::string note;                            // on gaps; may be empty
};
Block data_table(TableContent content, const ReportWords& words);

struct FigureContent {
    std::string id;
    std::string label;  // "Figure 1"
    std::string caption;
    std::string picture;  // name in ReportDocument::pictures
    std::string alternative;
    std::string source;
    std::string note;
};
Block figure(FigureContent content, const ReportWords& words);

// One entry of the table of contents: the headings of levels 1 and 2 of all parts.
struct ContentsEntry {
    int level = 1;
    std::string id;
    std::string label;
    Inlines content;  // without notes, links and identifiers
};
std::vector<ContentsEntry> contents_of(const ReportDocument& report);

}  // namespace rapporteur::document
