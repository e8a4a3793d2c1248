// SPDX-License-Identifier: EUPL-1.2
// Faults found in what somebody handed in: a file, a form. They are values, collected to the end, so that the
// sender sees all forty at once; a reader never throws for the first. InvalidInput carries them upward when
// work cannot go on.
#pragma once

#include "base/error.hpp"

#include <string>
#include <vector>

namespace rapporteur::base {

enum class Severity { error, warning, note };

struct Place {
    std::string file;
    int line = 0;      // 1 is the first; 0: none
    std::string item;  // question id, column, paragraph key ...; may be empty
};

struct Problem {
    Severity severity = Severity::error;
    Place place;
    std::string text;  // what is wrong, one sentence without a full stop
    std::string hint;  // what to do; may be empty
};

using Problems = std::vector<Problem>;

bool has_errors(const Problems& problems);

// "file:12: item: error: text (hint)"; parts that are not given are left out.
std::string describe(const Problem& problem);

// Shorthands for readers.
void add_error(Problems& problems, Place place, std::string text, std::string hint = "");
void add_warning(Problems& problems, Place place, std::string text, std::string hint = "");
void add_note(Problems& problems, Place place, std::string text, std::string hint = "");

// A fault in input that stops the work; exit code 3. The message says what was not done ("nothing was
// loaded").
class InvalidInput : public Error {
public:
    InvalidInput(std::string message, Problems problems);
    const Problems& problems() const { return m_problems; }

private:
    Problems m_problems;
};

// Throws InvalidInput when one of the problems is an error.
void throw_if_errors(const Problems& problems, const std::string& message);

}  // namespace rapporteur::base
