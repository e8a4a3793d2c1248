// SPDX-License-Identifier: EUPL-1.2
#include "document/form_tokens.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace rapporteur::document {

namespace {

constexpr std::size_t k_longest_token = 300;
constexpr std::size_t k_longest_bookmark = 40;

bool is_letter_or_digit(char c) {
    return base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// An identifier of a question, a code, a place: no blanks within.
bool is_identifier(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return is_letter_or_digit(c) || c == '.' || c == '-' || c == '_' || c == '/' || c == '@' || c == '~';
    });
}

bool is_place(std::string_view text) {
    const std::size_t equals = text.find('=');
    return equals != std::string_view::npos && is_identifier(text.substr(0, equals)) &&
           is_identifier(text.substr(equals + 1));
}

std::optional<FormReference> reference_of(std::string_view inside) {
    const std::vector<std::string_view> words = base::split_words(inside);
    if (words.size() != 3 && words.size() != 5) {
        return std::nullopt;
    }
    FormReference reference{std::string(words[0]), std::string(words[1]), std::string(words[2])};
    if (words.size() == 5) {
        reference.part = words[3];
        const char* const end = words[4].data() + words[4].size();
        const auto read = std::from_chars(words[4].data(), end, reference.step);
        if (read.ec != std::errc() || read.ptr != end || reference.step <= 0) {
            return std::nullopt;
        }
    }
    return reference;
}

// What stands between the brackets, or nothing where it is no token.
std::optional<Token> token_of(std::string_view inside) {
    Token token;
    inside = base::trim(inside);
    if (inside.rfind('@', 0) == 0) {
        token.kind = TokenKind::reference;
        token.form = reference_of(inside.substr(1));
        return token.form ? std::optional(token) : std::nullopt;
    }
    const bool ends = inside.rfind('/', 0) == 0;
    std::string_view rest = base::trim(ends ? inside.substr(1) : inside);
    if (rest.rfind('#', 0) == 0) {
        token.kind = ends ? TokenKind::end : TokenKind::begin;
        token.question = base::lower_ascii(base::trim(rest.substr(1)));
        return is_identifier(token.question) ? std::optional(token) : std::nullopt;
    }
    if (inside.rfind('=', 0) == 0) {
        token.kind = TokenKind::option;
        token.code = base::trim(inside.substr(1));
        return is_identifier(token.code) ? std::optional(token) : std::nullopt;
    }
    token.kind = TokenKind::places;
    for (const std::string_view word : base::split_words(inside)) {
        if (!is_place(word)) {
            return std::nullopt;
        }
        token.places.emplace_back(word);
    }
    return token.places.empty() ? std::nullopt : std::optional(token);
}

}  // namespace

std::string reference_line(const FormReference& reference) {
    const std::string part =
        reference.part.empty() ? "" : fmt::format(" {} {}", reference.part, reference.step);
    return fmt::format("[@ {} {} {}{}]", reference.issue, reference.questionnaire, reference.language, part);
}

std::string begin_line(std::string_view question) {
    return fmt::format("[#{}]", question);
}

std::string end_line(std::string_view question) {
    return fmt::format("[/#{}]", question);
}

std::string option_mark(std::string_view code) {
    return fmt::format("[={}]", code);
}

std::string place_mark(const std::vector<std::string>& places) {
    return "[" + base::join(places, " ") + "]";
}

std::string bookmark_of(std::string_view question) {
    std::string name = "q_";
    bool exact = true;
    for (const char c : question) {
        const bool kept = is_letter_or_digit(c) || c == '_';
        exact = exact && (kept || c == '.');
        name += kept ? c : '_';
    }
    exact = exact && question.find('_') == std::string_view::npos && name.size() <= k_longest_bookmark;
    if (!exact) {  // two questions may look alike once their signs are gone, or their ends cut off
        const std::string hash = base::sha256(question).hex().substr(0, 8);
        name = name.substr(0, k_longest_bookmark - hash.size() - 1) + "_" + hash;
    }
    return name;
}

std::vector<Token> tokens_in(std::string_view text) {
    std::vector<Token> tokens;
    std::size_t open = text.find('[');
    while (open != std::string_view::npos) {
        const std::size_t close = text.find(']', open);
        if (close == std::string_view::npos) {
            break;
        }
        const std::size_t inner = text.rfind('[', close);  // "[see [#x]": the innermost
        if (close - inner < k_longest_token) {
            if (std::optional<Token> token = token_of(text.substr(inner + 1, close - inner - 1))) {
                token->offset = inner;
                token->length = close + 1 - inner;
                tokens.push_back(std::move(*token));
            }
        }
        open = text.find('[', close);
    }
    return tokens;
}

bool is_ticked(std::string_view word) {
    constexpr std::array<std::string_view, 10> k_ticks{"☒", "☑", "✓", "✔", "✗", "✘", "x", "X", "х", "Х"};
    std::string_view mark = base::trim(word);
    if (mark.rfind(k_empty_box, 0) == 0) {  // typed behind the box instead of in its place
        mark = base::trim(mark.substr(k_empty_box.size()));
    }
    if (mark.size() > 2 && (mark.front() == '[' || mark.front() == '(')) {  // "[x]"
        mark = base::trim(mark.substr(1, mark.find_first_of("])") - 1));
    }
    return std::find(k_ticks.begin(), k_ticks.end(), mark) != k_ticks.end();
}

}  // namespace rapporteur::document
