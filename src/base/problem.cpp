// SPDX-License-Identifier: EUPL-1.2
#include "base/problem.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace rapporteur::base {

namespace {

const char* severity_word(Severity severity) {
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::note:
        return "note";
    }
    return "error";
}

}  // namespace

bool has_errors(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Severity::error; });
}

std::string describe(const Problem& problem) {
    std::string text;
    if (!problem.place.file.empty()) {
        text += problem.place.file + ":";
    }
    if (problem.place.line > 0) {
        text += (text.empty() ? "line " : "") + std::to_string(problem.place.line) + ":";
    }
    if (!text.empty()) {
        text += " ";
    }
    if (!problem.place.item.empty()) {
        text += problem.place.item + ": ";
    }
    text += severity_word(problem.severity);
    text += ": " + problem.text;
    if (!problem.hint.empty()) {
        text += " (" + problem.hint + ")";
    }
    return printable(text);  // it may repeat what a stranger wrote, and it goes to a terminal
}

void add_error(Problems& problems, Place place, std::string text, std::string hint) {
    problems.push_back({Severity::error, std::move(place), std::move(text), std::move(hint)});
}

void add_warning(Problems& problems, Place place, std::string text, std::string hint) {
    problems.push_back({Severity::warning, std::move(place), std::move(text), std::move(hint)});
}

void add_note(Problems& problems, Place place, std::string text, std::string hint) {
    problems.push_back({Severity::note, std::move(place), std::move(text), std::move(hint)});
}

InvalidInput::InvalidInput(std::string message, Problems problems)
    : Error(ErrorKind::invalid_input, std::move(message)), m_problems(std::move(problems)) {}

void throw_if_errors(const Problems& problems, const std::string& message) {
    if (has_errors(problems)) {
        throw InvalidInput(message, problems);
    }
}

}  // namespace rapporteur::base
