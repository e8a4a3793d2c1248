// SPDX-License-Identifier: EUPL-1.2
//
// Reports: chapters of headings and numbered paragraphs. A paragraph's key is minted once, is shared by the interim and the final
// report and never reused; the printed number is an attribute of each report, counted by order and frozen at adoption. Prose is
// authored Markdown (commonmark_x).
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "domain/identifiers.hpp"
#include "domain/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::domain {

enum class ReportKind { interim, final_ };
enum class ReportStatus { draft, sent, adopted };

// What stands in a chapter, in order: a heading, running text without number, a numbered paragraph, or a numbered paragraph
// that is a recommendation.
enum class ItemKind { heading, text, paragraph, recommendation };

struct ReportItem {
    ItemKind kind = ItemKind::paragraph;
    int level = 0;                        // heading: 1 is the chapter's
    std::string label;                    // heading: "III.", "1.", literal
    std::string section;                  // heading: id in the round's outline
    std::string key;                      // paragraph, recommendation, text: k7c2xq
    std::string recommendation;           // recommendation: r07
    std::string verb;                     // recommendation: verb's id
    std::vector<std::string> provisions;  // recommendation
    std::string markdown;                 // the heading's or paragraph's text, without trailing line end
    bool operator==(const ReportItem&) const = default;
};

// A chapter file, one language.
struct Chapter {
    std::string slug;  // 03-protection: the file's name without language and ending; gives the order
    std::string language;
    std::vector<ReportItem> items;
    bool operator==(const Chapter&) const = default;
};

struct Report {
    ReportId id;
    ReportKind kind = ReportKind::interim;
    ReportStatus status = ReportStatus::draft;
    std::string symbol;
    std::string language;            // authentic text
    std::optional<base::Date> date;  // of approval or adoption
    std::optional<base::Date> sent;  // to the government
    std::string meeting;             // of the group
    Texts title;
    Texts note;                     // on the cover: addressee, conditions
    std::vector<Chapter> chapters;  // by language, then slug
    bool operator==(const Report&) const = default;
};

// "::: {.para" and the like may not stand in prose: a paragraph's Markdown has no fenced div of its own.
bool has_fenced_div(std::string_view markdown);

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::ReportKind> {
    using K = rapporteur::domain::ReportKind;
    static constexpr std::array<Name<K>, 2> k_names{{{K::interim, "interim"}, {K::final_, "final"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::ReportStatus> {
    using S = rapporteur::domain::ReportStatus;
    static constexpr std::array<Name<S>, 3> k_names{
        {{S::draft, "draft"}, {S::sent, "sent"}, {S::adopted, "adopted"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::ItemKind> {
    using K = rapporteur::domain::ItemKind;
    static constexpr std::array<Name<K>, 4> k_names{{{K::heading, "heading"},
                                                     {K::text, "text"},
                                                     {K::paragraph, "paragraph"},
                                                     {K::recommendation, "recommendation"}}};
};
