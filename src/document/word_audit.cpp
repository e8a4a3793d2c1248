// SPDX-License-Identifier: EUPL-1.2
#include "document/word_audit.hpp"

namespace rapporteur::document {

namespace {

bool is_word_byte(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

// Signs outside ASCII that part words: no-break space, soft hyphen, general punctuation (U+2000 to U+206F).
std::size_t parting_sign(std::string_view rest) {
    if (rest.rfind("\u00A0", 0) == 0 || rest.rfind("\u00AD", 0) == 0) {
        return 2;
    }
    const bool punctuation =
        rest.size() >= 3 && rest[0] == '\xE2' && (rest[1] == '\x80' || rest[1] == '\x81');
    return punctuation ? 3 : 0;
}

// One paragraph's words: a word may be spread over several runs.
void paragraph_text(const base::XmlElement& element, std::string& text,
                    std::vector<base::XmlElement>& inner) {
    for (const base::XmlElement& child : element.children()) {
        const std::string_view name = child.name();
        if (name == "w:t") {
            text += child.text();
        } else if (name == "w:tab" || name == "w:br" || name == "w:cr" || name == "w:noBreakHyphen") {
            text += ' ';
        } else if (name == "w:p") {
            inner.push_back(child);
        } else if (name != "w:del" && name != "w:moveFrom" && name != "mc:Fallback") {
            paragraph_text(child, text, inner);
        }
    }
}

}  // namespace

void WordCount::add(std::string_view text) {
    std::string word;
    const auto close = [&] {
        if (!word.empty()) {
            ++m_words[word];
            ++m_size;
            word.clear();
        }
    };
    for (std::size_t i = 0; i < text.size();) {
        if (const std::size_t sign = parting_sign(text.substr(i)); sign > 0) {
            close();
            i += sign;
        } else {
            is_word_byte(text[i]) ? word.push_back(text[i]) : close();
            ++i;
        }
    }
    close();
}

void WordCount::add(const Blocks& blocks) {
    add(plain_text(blocks));
    Visitor visitor;
    visitor.in_line = [this](const Inline& one) {
        if (const Note* const note = one.as<Note>()) {
            add(plain_text(note->content));
        }
    };
    walk(blocks, visitor);
}

void WordCount::add_part(const base::XmlElement& part) {
    std::string text;
    std::vector<base::XmlElement> inner;
    paragraph_text(part, text, inner);
    add(text);
    for (const base::XmlElement& paragraph : inner) {
        add_part(paragraph);
    }
}

std::vector<std::string> WordCount::missing_from(const WordCount& other) const {
    std::vector<std::string> missing;
    for (const auto& [word, count] : m_words) {
        const auto there = other.m_words.find(word);
        for (int i = there == other.m_words.end() ? 0 : there->second; i < count; ++i) {
            missing.push_back(word);
        }
    }
    return missing;
}

}  // namespace rapporteur::document
