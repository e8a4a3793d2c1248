// SPDX-License-Identifier: EUPL-1.2
#include "document/word_normal.hpp"

#include <fmt/core.h>

namespace rapporteur::document {

namespace {

using base::XmlElement;

// Text boxes come as blocks of their own; comments are read from their own part; bookmarks and page breaks mean nothing to an answer.
bool is_dropped(std::string_view name) {
    return name == "mc:Fallback" || name == "w:txbxContent" || name == "w:commentRangeStart" ||
           name == "w:commentRangeEnd" || name == "w:commentReference" || name == "w:bookmarkStart" ||
           name == "w:bookmarkEnd" || name == "w:ind" || name == "w:sdtPr" || name == "w:sdtEndPr" ||
           name == "w:lastRenderedPageBreak" || name == "w:proofErr" || name == "w:del" ||
           name == "w:moveFrom";
}

// Only what they hold counts.
bool is_opened(std::string_view name) {
    return name == "w:sdt" || name == "w:sdtContent" || name == "mc:AlternateContent" ||
           name == "mc:Choice" || name == "w:ins" || name == "w:moveTo" || name == "w:smartTag" ||
           name == "w:customXml";
}

class Copier {
public:
    explicit Copier(base::XmlWriter& writer) : m_writer(writer) {}

    void block(const BodyBlock& block, const Cut& cut) {
        m_cut = &cut;
        m_offset = 0;
        element(block.element);
    }

private:
    void element(const XmlElement& source) {
        m_writer.open(source.name());
        for (const base::XmlAttribute& attribute : source.attributes()) {
            m_writer.attribute(attribute.name, attribute.value);
        }
        if (source.name() == "w:t") {
            m_writer.text(kept(source.text()));
        } else if (!source.first_child()) {
            m_writer.text(source.text());
            m_offset += takes_a_place(source.name()) ? 1U : 0U;
        } else {
            children(source);
        }
        m_writer.close();
    }

    void children(const XmlElement& source) {
        for (const XmlElement& child : source.children()) {
            if (is_opened(child.name())) {
                children(child);
            } else if (!is_dropped(child.name())) {
                element(child);
            }
        }
    }

    // As word_text() counts.
    static bool takes_a_place(std::string_view name) {
        return name == "w:tab" || name == "w:br" || name == "w:cr" || name == "w:noBreakHyphen";
    }

    std::string kept(const std::string& text) {
        std::string result;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (!is_cut(m_offset + i)) {
                result += text[i];
            }
        }
        m_offset += text.size();
        return result;
    }

    bool is_cut(std::size_t offset) const {
        for (const auto& [from, length] : m_cut->ranges) {
            if (offset >= from && offset < from + length) {
                return true;
            }
        }
        return false;
    }

    base::XmlWriter& m_writer;
    const Cut* m_cut = nullptr;
    std::size_t m_offset = 0;
};

void marker_paragraph(base::XmlWriter& writer, const std::string& text) {
    writer.open("w:p").open("w:r").element("w:t", text).close().close();
}

}  // namespace

std::string marker(std::string_view nonce, char side, const std::string& region) {
    return fmt::format("rap{}{}{}", nonce, side, region);
}

std::string normal_document(const XmlElement& document, const std::vector<BodyBlock>& blocks,
                            const WordRegions& regions, const Cuts& cuts, std::string_view nonce) {
    base::XmlWriter writer;
    writer.open(document.name());
    for (const base::XmlAttribute& attribute : document.attributes()) {
        writer.attribute(attribute.name, attribute.value);
    }
    writer.open("w:body");
    Copier copier(writer);
    const Cut none;
    const auto copy = [&](const std::string& name, const std::vector<std::size_t>& indexes) {
        marker_paragraph(writer, marker(nonce, 'b', name));
        for (const std::size_t index : indexes) {
            const auto cut = cuts.find(index);
            if (blocks[index].kind != BodyKind::other && (cut == cuts.end() || !cut->second.whole)) {
                copier.block(blocks[index], cut == cuts.end() ? none : cut->second);
            }
        }
        marker_paragraph(writer, marker(nonce, 'e', name));
    };
    for (std::size_t i = 0; i < regions.regions.size(); ++i) {
        copy(std::to_string(i), regions.regions[i].blocks);
    }
    copy("-", regions.outside);
    writer.close().close();
    return writer.finish();
}

}  // namespace rapporteur::document
