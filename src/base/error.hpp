// SPDX-License-Identifier: EUPL-1.2
// The one exception of the program, and the one table from its kind to an exit code and an HTTP status.
// For what cannot be done: a rule refuses, a thing is missing, a tool failed. Faults in a file are not thrown
// one by one: they are values (problem.hpp), all of them. Caught in two places only: main and the portal's
// dispatch.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace rapporteur::base {

enum class ErrorKind {
    usage,          // the command line or the request is not understood
    invalid_input,  // a file or a form has faults
    refused,        // a rule of the procedure or of safety says no
    forbidden,      // the acting person may not
    not_found,
    conflict,     // somebody else changed it meanwhile, or a frozen record would change
    tool_failed,  // an external program failed or is missing
    store_failed,
    internal,  // a fault of this program
};

struct ErrorRow {
    ErrorKind kind;
    std::string_view name;  // as in JSON: "invalid_input"
    int exit_code;
    int http_status;
};

// The row of a kind; the only copy of the table.
const ErrorRow& error_row(ErrorKind kind);
int exit_code(ErrorKind kind);
int http_status(ErrorKind kind);
std::string_view name_of(ErrorKind kind);

// What happened (message), where (file:line, id), why (reason), what now (help). Each part is one sentence
// without a full stop; parts not given stay empty.  throw Error(ErrorKind::not_found, "no such
// reply").help("...");
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, std::string message);

    Error& at(std::string where) &;
    Error&& at(std::string where) &&;
    Error& because(std::string reason) &;
    Error&& because(std::string reason) &&;
    Error& help(std::string help) &;
    Error&& help(std::string help) &&;

    ErrorKind kind() const { return m_kind; }
    const std::string& message() const { return m_message; }
    const std::string& where() const { return m_where; }
    const std::string& reason() const { return m_reason; }
    const std::string& help() const { return m_help; }

private:
    ErrorKind m_kind;
    std::string m_message;
    std::string m_where;
    std::string m_reason;
    std::string m_help;
};

// "error: where: message" and, each on a line of its own, "  why: reason" and "  help: help". Ends in a
// newline.
std::string describe(const Error& error);

// The text of an errno value, e.g. "No such file or directory"; safe in threads.
std::string errno_text(int number);

}  // namespace rapporteur::base
