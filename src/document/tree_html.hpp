// SPDX-License-Identifier: EUPL-1.2
// The tree as HTML: the one writer for reports (screen and print) and for the pages of archive and portal, without
// starting a program. Everything is escaped; raw markup is refused, evidence is never written. Classes it writes,
// for the stylesheets: para, rec, pn (paragraph number), label (of headings and captions), labelled (a heading with a
// short label), pref (paragraph reference), limb, num, center, table-frame, data, remark (source and note below a table
// or figure), noteref, notes, back, fn (a note in print), noted (its word and it), lines, small-capitals, lower-alpha
// ... and parentheses on lists.
#pragma once

#include "document/html.hpp"
#include "document/tree.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace rapporteur::document {

enum class NoteForm {
    collected,  // a number in the text, the notes themselves by notes_html()
    in_place,   // <span class="fn"> where it is called: paged-media CSS takes it to the foot of the page
};

struct HtmlOptions {
    std::string language = "en";  // of the whole text: decides the marks of quotation
    NoteForm notes = NoteForm::collected;
    int notes_before = 0;     // collected ones: how many the page has already, so that numbers go on
    int heading_shift = 0;    // 1: a Heading of level 1 becomes h2
    std::string id_prefix{};  // put before every identifier and inner link, where several texts share a page
    // Gives the address of a picture by its name. Not set: the name itself.
    std::function<std::string(const std::string& name)> picture_address{};
};

// Writes several pieces that share their notes' numbering.
class TreeHtmlWriter {
public:
    explicit TreeHtmlWriter(HtmlOptions options = {});
    Html write(const Blocks& blocks);
    Html write(const Inlines& inlines);
    // The collected notes as an ordered list with links back; empty where there are none.
    Html notes_html();
    bool has_notes() const { return !m_notes.empty(); }
    int note_count() const { return static_cast<int>(m_notes.size()); }

private:
    class Walker;
    std::string note_number(std::size_t index) const;
    HtmlOptions m_options;
    std::vector<Blocks> m_notes;
};

// A text with its notes below it. Error(internal) for raw markup, formulas or links of other schemes in the tree.
Html to_html(const Blocks& blocks, const HtmlOptions& options = {});

}  // namespace rapporteur::document
