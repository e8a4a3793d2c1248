// SPDX-License-Identifier: EUPL-1.2
#include "domain/identifiers.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rapporteur::domain {

namespace {

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
// A character of a token between slashes.
bool is_token(char c) {
    return is_lower(c) || is_upper(c) || base::is_digit(c) || c == '.' || c == '-' || c == '_' || c == '@';
}

// The end of "framework/SUBJECT-n[-suffix]" at the beginning of the text, or 0.
std::size_t evaluation_length(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        return 0;
    }
    const std::size_t end = text.find_first_of("/#", slash + 1);
    return end == std::string_view::npos ? text.size() : end;
}

}  // namespace

bool is_slug(std::string_view text) {
    if (text.empty() || text.size() > 60 || !(is_lower(text.front()) || base::is_digit(text.front()))) {
        return false;
    }
    return std::all_of(text.begin(), text.end(), [](char c) {
        return is_lower(c) || base::is_digit(c) || c == '.' || c == '-' || c == '_';
    });
}

bool is_subject_code(std::string_view text) {
    return text.size() >= 2 && text.size() <= 12 && is_upper(text.front()) &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return is_upper(c) || base::is_digit(c) || c == '-'; });
}

bool is_paragraph_key(std::string_view text) {
    constexpr std::string_view k_letters = "abcdefghjkmnpqrstvwxyz23456789";
    return text.size() == 6 && text.front() == 'k' &&
           text.substr(1).find_first_not_of(k_letters) == std::string_view::npos;
}

bool is_reference(std::string_view text) {
    if (text.empty() || text.size() > 200) {
        return false;
    }
    const std::string_view path = without_part(text);
    if (path.empty() || path.front() == '/' || path.back() == '/' ||
        path.find("//") != std::string_view::npos) {
        return false;
    }
    return std::all_of(path.begin(), path.end(), [](char c) { return is_token(c) || c == '/'; }) &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(path.size()), text.end(),
                       [](char c) { return c > ' ' && c < '\x7f'; });
}

std::optional<EvaluationParts> parse_evaluation_id(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || !is_slug(text.substr(0, slash))) {
        return std::nullopt;
    }
    const std::string_view rest = text.substr(slash + 1);
    // The subject's code may hold hyphens; the round's number is the first part that begins with a digit.
    std::size_t dash = rest.find('-');
    while (dash != std::string_view::npos && (dash + 1 == rest.size() || !base::is_digit(rest[dash + 1]))) {
        dash = rest.find('-', dash + 1);
    }
    if (dash == std::string_view::npos || !is_subject_code(rest.substr(0, dash))) {
        return std::nullopt;
    }
    const std::string_view number_and_suffix = rest.substr(dash + 1);
    const std::size_t next = number_and_suffix.find('-');
    const std::string_view number = number_and_suffix.substr(0, next);
    const std::string_view suffix = next == std::string_view::npos ? "" : number_and_suffix.substr(next + 1);
    if (!std::all_of(number.begin(), number.end(), base::is_digit) ||
        (next != std::string_view::npos && !is_slug(suffix))) {
        return std::nullopt;
    }
    return EvaluationParts{FrameworkId(text.substr(0, slash)), SubjectId(rest.substr(0, dash)),
                           std::string(number), std::string(suffix)};
}

std::optional<EvaluationId> evaluation_of(std::string_view identifier) {
    const std::string_view head = identifier.substr(0, evaluation_length(identifier));
    if (head.empty() || !parse_evaluation_id(head)) {
        return std::nullopt;
    }
    return EvaluationId(head);
}

std::string local_name(std::string_view identifier) {
    return std::string(identifier.substr(identifier.rfind('/') + 1));
}

std::string_view limb_of(std::string_view identifier) {
    const std::size_t slash = identifier.rfind('/');
    const std::size_t dot = identifier.rfind('.');
    return slash == std::string_view::npos || dot == std::string_view::npos || dot < slash
               ? std::string_view()
               : identifier.substr(dot + 1);
}

std::string_view without_limb(std::string_view identifier) {
    const std::string_view limb = limb_of(identifier);
    return limb.empty() ? identifier : identifier.substr(0, identifier.size() - limb.size() - 1);
}

bool points_at(std::string_view reference, std::string_view recommendation) {
    return reference == recommendation || without_limb(reference) == recommendation;
}

std::string_view without_part(std::string_view reference) {
    return reference.substr(0, reference.find('#'));
}

std::string_view part_of(std::string_view reference) {
    const std::size_t hash = reference.find('#');
    return hash == std::string_view::npos ? std::string_view() : reference.substr(hash + 1);
}

std::string_view without_version(std::string_view identifier) {
    return identifier.substr(0, identifier.find('@'));
}

std::optional<std::string_view> version_of(std::string_view identifier) {
    const std::size_t at = identifier.find('@');
    return at == std::string_view::npos ? std::nullopt : std::optional(identifier.substr(at + 1));
}

}  // namespace rapporteur::domain
