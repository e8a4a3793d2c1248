// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/problem.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace rapporteur::base;

TEST_SUITE("base.error") {
    TEST_CASE("every kind has its exit code and status") {
        CHECK(exit_code(ErrorKind::usage) == 2);
        CHECK(exit_code(ErrorKind::invalid_input) == 3);
        CHECK(exit_code(ErrorKind::refused) == 4);
        CHECK(exit_code(ErrorKind::forbidden) == 5);
        CHECK(exit_code(ErrorKind::not_found) == 6);
        CHECK(exit_code(ErrorKind::conflict) == 7);
        CHECK(exit_code(ErrorKind::tool_failed) == 8);
        CHECK(exit_code(ErrorKind::store_failed) == 9);
        CHECK(exit_code(ErrorKind::internal) == 70);
        CHECK(http_status(ErrorKind::usage) == 400);
        CHECK(http_status(ErrorKind::invalid_input) == 422);
        CHECK(http_status(ErrorKind::refused) == 409);
        CHECK(http_status(ErrorKind::forbidden) == 403);
        CHECK(http_status(ErrorKind::not_found) == 404);
        CHECK(http_status(ErrorKind::conflict) == 409);
        CHECK(http_status(ErrorKind::tool_failed) == 502);
        CHECK(http_status(ErrorKind::store_failed) == 500);
        CHECK(http_status(ErrorKind::internal) == 500);
        CHECK(name_of(ErrorKind::tool_failed) == "tool_failed");
    }

    TEST_CASE("an error is thrown with its parts and described in lines") {
        try {
            throw Error(ErrorKind::not_found, "no such reply")
                .at("XAA-2")
                .because("it was withdrawn")
                .help("list them");
        } catch (const Error& error) {
            CHECK(std::string(error.what()) == "no such reply");
            CHECK(error.kind() == ErrorKind::not_found);
            CHECK(describe(error) ==
                  "error: XAA-2: no such reply\n  why: it was withdrawn\n  help: list them\n");
        }
        CHECK(describe(Error(ErrorKind::internal, "x")) == "error: x\n");
    }

    TEST_CASE("an error can be added to where it is caught") {
        Error error(ErrorKind::refused, "no");
        error.at("here").help("do");
        CHECK(error.where() == "here");
        CHECK(error.help() == "do");
    }
}

TEST_SUITE("base.problem") {
    TEST_CASE("nothing that a terminal would obey is repeated from what somebody sent") {
        const std::string hostile = "a\x1b[2Jb\xc2\x9b"
                                    "31m";
        for (const std::string& said :
             {describe(Error(ErrorKind::invalid_input, hostile).at(hostile).help(hostile)),
              describe(Problem{Severity::error, {hostile, 1, hostile}, hostile, hostile})}) {
            CHECK(said.find('\x1b') == std::string::npos);
            CHECK(said.find("\xc2\x9b") == std::string::npos);
            CHECK(said.find("[2Jb") != std::string::npos);
        }
    }

    TEST_CASE("a problem is described with what it has") {
        CHECK(
            describe(Problem{Severity::error, {"a.xml", 12, ""}, "unknown element", "did you mean item?"}) ==
            "a.xml:12: error: unknown element (did you mean item?)");
        CHECK(describe(Problem{Severity::warning, {"a.xml", 0, "q1"}, "no answer", ""}) ==
              "a.xml: q1: warning: no answer");
        CHECK(describe(Problem{Severity::note, {"", 0, ""}, "well", ""}) == "note: well");
        CHECK(describe(Problem{Severity::note, {"", 3, "x"}, "well", ""}) == "line 3: x: note: well");
    }

    TEST_CASE("only errors stop the work") {
        Problems problems;
        add_warning(problems, {}, "w");
        add_note(problems, {}, "n");
        CHECK_FALSE(has_errors(problems));
        CHECK_NOTHROW(throw_if_errors(problems, "nothing was loaded"));
        add_error(problems, {"f", 1, ""}, "e", "h");
        CHECK(has_errors(problems));
        try {
            throw_if_errors(problems, "nothing was loaded");
            FAIL("not thrown");
        } catch (const InvalidInput& input) {
            CHECK(input.kind() == ErrorKind::invalid_input);
            CHECK(input.problems().size() == 3);
            CHECK(input.message() == "nothing was loaded");
        }
    }
}
