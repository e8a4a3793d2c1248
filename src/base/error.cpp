// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"

#include "base/text.hpp"

#include <array>
#include <cstddef>
#include <system_error>
#include <utility>

namespace rapporteur::base {

namespace {

constexpr std::array<ErrorRow, 9> k_rows{{
    {ErrorKind::usage, "usage", 2, 400},
    {ErrorKind::invalid_input, "invalid_input", 3, 422},
    {ErrorKind::refused, "refused", 4, 409},
    {ErrorKind::forbidden, "forbidden", 5, 403},
    {ErrorKind::not_found, "not_found", 6, 404},
    {ErrorKind::conflict, "conflict", 7, 409},
    {ErrorKind::tool_failed, "tool_failed", 8, 502},
    {ErrorKind::store_failed, "store_failed", 9, 500},
    {ErrorKind::internal, "internal", 70, 500},
}};

constexpr bool rows_stand_in_order() {
    for (std::size_t i = 0; i < k_rows.size(); ++i) {
        if (static_cast<std::size_t>(k_rows[i].kind) != i) {
            return false;
        }
    }
    return true;
}
static_assert(rows_stand_in_order(), "error_row() indexes the table by the kind");

}  // namespace

const ErrorRow& error_row(ErrorKind kind) {
    return k_rows.at(static_cast<std::size_t>(kind));
}
int exit_code(ErrorKind kind) {
    return error_row(kind).exit_code;
}
int http_status(ErrorKind kind) {
    return error_row(kind).http_status;
}
std::string_view name_of(ErrorKind kind) {
    return error_row(kind).name;
}

Error::Error(ErrorKind kind, std::string message)
    : std::runtime_error(message), m_kind(kind), m_message(std::move(message)) {}

Error& Error::at(std::string where) & {
    m_where = std::move(where);
    return *this;
}
Error&& Error::at(std::string where) && {
    return std::move(at(std::move(where)));
}

Error& Error::because(std::string reason) & {
    m_reason = std::move(reason);
    return *this;
}
Error&& Error::because(std::string reason) && {
    return std::move(because(std::move(reason)));
}

Error& Error::help(std::string help) & {
    m_help = std::move(help);
    return *this;
}
Error&& Error::help(std::string text) && {
    return std::move(help(std::move(text)));
}

std::string describe(const Error& error) {
    std::string text = "error: ";
    if (!error.where().empty()) {
        text += error.where() + ": ";
    }
    text += error.message() + "\n";
    if (!error.reason().empty()) {
        text += "  why: " + error.reason() + "\n";
    }
    if (!error.help().empty()) {
        text += "  help: " + error.help() + "\n";
    }
    return printable(text);  // it may repeat what a stranger wrote, and it goes to a terminal
}

std::string errno_text(int number) {
    return std::generic_category().message(number);
}

}  // namespace rapporteur::base
