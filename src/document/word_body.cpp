// SPDX-License-Identifier: EUPL-1.2
#include "document/word_body.hpp"

#include "base/text.hpp"

#include <charconv>
#include <functional>

namespace rapporteur::document {

namespace {

using base::XmlElement;

// What a reader does not see, or sees elsewhere: a text box's paragraphs come by themselves.
bool is_left_out(std::string_view name) {
    return name == "w:del" || name == "w:moveFrom" || name == "mc:Fallback" || name == "w:txbxContent" ||
           name == "w:pPr" || name == "w:rPr" || name == "w:instrText" || name == "w:delText";
}

void collect_text(const XmlElement& element, std::string& text) {
    for (const XmlElement& child : element.children()) {
        const std::string_view name = child.name();
        if (name == "w:t") {
            text += child.text();
        } else if (name == "w:tab" || name == "w:br" || name == "w:cr") {
            text += ' ';
        } else if (name == "w:noBreakHyphen") {
            text += '-';
        } else if (name == "w:p") {
            text += text.empty() ? "" : "\n";
            collect_text(child, text);
        } else if (!is_left_out(name)) {
            collect_text(child, text);
        }
    }
}

std::string style_of(const XmlElement& paragraph) {
    if (const auto properties = paragraph.first_child("w:pPr")) {
        if (const auto style = properties->first_child("w:pStyle")) {
            return std::string(style->attribute("w:val").value_or(""));
        }
    }
    return "";
}

void each_below(const XmlElement& element, const std::function<void(const XmlElement&)>& visit) {
    for (const XmlElement& child : element.children()) {
        if (child.name() != "mc:Fallback") {
            visit(child);
            each_below(child, visit);
        }
    }
}

class BodyReader {
public:
    std::vector<BodyBlock> blocks;

    void read(const XmlElement& parent, bool in_text_box) {
        for (const XmlElement& child : parent.children()) {
            const std::string_view name = child.name();
            if (name == "w:p") {
                paragraph(child, in_text_box);
            } else if (name == "w:tbl") {
                blocks.push_back({BodyKind::table, child, in_text_box, word_text(child), "", {}, {}});
                boxes_in(child);
            } else if (name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml" ||
                       name == "w:ins" || name == "w:moveTo") {
                read(child, in_text_box);
            } else if (name == "w:bookmarkStart") {
                m_pending.emplace_back(child.attribute("w:name").value_or(""));
            } else if (name != "w:sectPr" && name != "w:sdtPr") {
                blocks.push_back({BodyKind::other, child, in_text_box, "", "", {}, {}});
            }
        }
    }

private:
    void paragraph(const XmlElement& element, bool in_text_box) {
        BodyBlock block{BodyKind::paragraph, element, in_text_box, word_text(element),
                        style_of(element),   {},      {}};
        block.tokens = tokens_in(block.text);
        block.bookmarks = std::move(m_pending);
        m_pending.clear();
        each_below(element, [&](const XmlElement& below) {
            if (below.name() == "w:bookmarkStart") {
                block.bookmarks.emplace_back(below.attribute("w:name").value_or(""));
            }
        });
        blocks.push_back(std::move(block));
        boxes_in(element);
    }

    // A box within a box is found when the outer one is read.
    void boxes_in(const XmlElement& element) {
        for (const XmlElement& child : element.children()) {
            if (child.name() == "w:txbxContent") {
                read(child, true);
            } else if (child.name() != "mc:Fallback") {
                boxes_in(child);
            }
        }
    }

    std::vector<std::string> m_pending;  // bookmarks between paragraphs belong to the next
};

int number_of(const XmlElement& element) {
    const std::string_view text = element.attribute("w:val").value_or("1");
    int value = 1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::max(value, 1);
}

WordCell cell_of(const XmlElement& element) {
    WordCell cell{word_text(element), 1, false};
    if (const auto properties = element.first_child("w:tcPr")) {
        if (const auto span = properties->first_child("w:gridSpan")) {
            cell.columns = number_of(*span);
        }
        if (const auto merged = properties->first_child("w:vMerge")) {
            cell.continues_above = merged->attribute("w:val").value_or("continue") == "continue";
        }
    }
    return cell;
}

// Not those of a table within a cell.
void collect_cells(const XmlElement& element, std::vector<std::vector<WordCell>>& rows) {
    for (const XmlElement& child : element.children()) {
        if (child.name() == "w:tr") {
            rows.emplace_back();
        }
        if (child.name() == "w:tc" && !rows.empty()) {
            rows.back().push_back(cell_of(child));
        } else {
            collect_cells(child, rows);
        }
    }
}

}  // namespace

std::string word_text(const XmlElement& element) {
    std::string text;
    collect_text(element, text);
    return text;
}

std::string comparable(std::string_view text) {
    return base::collapse_spaces(base::replace_all(text, "\u00A0", " "));
}

std::vector<BodyBlock> body_blocks(const XmlElement& document) {
    BodyReader reader;
    if (const auto body = document.first_child("w:body")) {
        reader.read(*body, false);
    }
    return std::move(reader.blocks);
}

std::vector<std::vector<WordCell>> table_cells(const XmlElement& table) {
    std::vector<std::vector<WordCell>> rows;
    collect_cells(table, rows);
    return rows;
}

std::vector<TrackedChange> tracked_changes(const XmlElement& document) {
    std::vector<TrackedChange> changes;
    each_below(document, [&](const XmlElement& below) {
        const bool deleted = below.name() == "w:del" || below.name() == "w:moveFrom";
        if (!deleted && below.name() != "w:ins" && below.name() != "w:moveTo") {
            return;
        }
        TrackedChange change{std::string(below.attribute("w:author").value_or("")),
                             std::string(below.attribute("w:date").value_or("")), "", deleted};
        each_below(below, [&](const XmlElement& inner) {
            if (inner.name() == "w:t" || inner.name() == "w:delText") {
                change.text += inner.text();
            }
        });
        changes.push_back(std::move(change));
    });
    return changes;
}

}  // namespace rapporteur::document
