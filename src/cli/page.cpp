// SPDX-License-Identifier: EUPL-1.2
#include "cli/page.hpp"

#include "base/text.hpp"

#include <cctype>

namespace rapporteur::cli {

namespace {

bool is_block(std::string_view line) {
    return line.starts_with("    ");
}

std::string upper_ascii(std::string_view text) {
    std::string upper(text);
    for (char& c : upper) {
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return upper;
}

std::string without_marks(std::string_view text) {
    return base::replace_all(text, "`", "");
}

// Text for troff: a backslash, a leading dot or quote and the minus sign of options mean something there.
std::string roff_text(std::string_view line) {
    std::string text;
    bool code = false;
    for (const char c : line) {
        if (c == '`') {
            code = !code;
            text += code ? "\\fB" : "\\fR";
        } else if (c == '\\') {
            text += "\\e";
        } else if (c == '-') {
            text += "\\-";
        } else {
            text += c;
        }
    }
    if (text.starts_with(".") || text.starts_with("'")) {
        text.insert(0, "\\&");
    }
    return text + "\n";
}

}  // namespace

std::string page_as_text(std::string_view markdown) {
    std::string text;
    for (const auto line : base::split_lines(markdown)) {
        if (line.starts_with("# ")) {
            text += without_marks(line.substr(2));
        } else if (line.starts_with("## ")) {
            text += upper_ascii(line.substr(3));
        } else if (is_block(line)) {
            text += line;
        } else {
            text += without_marks(line);
        }
        text += '\n';
    }
    return text;
}

std::string page_as_roff(std::string_view markdown, std::string_view name, std::string_view version) {
    std::string text = ".TH " + upper_ascii(name) + " 1 \"\" \"rapporteur " + std::string(version) + "\"\n";
    bool in_block = false;
    for (const auto line : base::split_lines(markdown)) {
        if (in_block != is_block(line) && !line.empty()) {
            in_block = is_block(line);
            text += in_block ? ".PP\n.RS 4\n.nf\n" : ".fi\n.RE\n";
        }
        if (line.empty()) {
            text += in_block ? "\n" : ".PP\n";
        } else if (line.starts_with("# ")) {
            text += ".SH NAME\n" + roff_text(line.substr(2)) + ".SH SYNOPSIS\n";
        } else if (line.starts_with("## ")) {
            text += ".SH " + upper_ascii(line.substr(3)) + "\n";
        } else if (line.starts_with("- ")) {
            text += ".IP \\(bu 2\n" + roff_text(line.substr(2));
        } else {
            text += roff_text(base::trim(line));
        }
    }
    if (in_block) {
        text += ".fi\n.RE\n";
    }
    return text;
}

std::string section_of(std::string_view markdown, std::string_view heading) {
    std::string section;
    bool inside = false;
    for (const auto line : base::split_lines(markdown)) {
        if (line.starts_with("## ")) {
            inside = line.substr(3) == heading;
        } else if (inside) {
            section += std::string(line) + "\n";
        }
    }
    return section;
}

}  // namespace rapporteur::cli
