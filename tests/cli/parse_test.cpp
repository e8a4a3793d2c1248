// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "cli/context.hpp"
#include "cli/parse.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace rapporteur;
using namespace rapporteur::cli;
using Words = std::vector<std::string>;

namespace {

const Command& a_command() {
    static const Command command{
        .noun = "report",
        .verb = "render",
        .summary = "s",
        .arguments = {{"EVALUATION", "an evaluation"}, {"FILE", "files", Occurs::any_number}},
        .options = {{"kind", "KIND", "which report", {"interim", "final"}},
                    {"draft", "", "with a watermark"},
                    {"to", "FORMAT", "formats", {}, Repeats::yes}},
        .json = Json::yes};
    return command;
}

base::Error usage_fault(const Words& words) {
    try {
        parse_values(a_command(), words);
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::usage);
        return error;
    }
    FAIL("no error");
    return {base::ErrorKind::internal, ""};
}

}  // namespace

TEST_SUITE("cli.parse") {
    TEST_CASE("options may stand anywhere and take one value each") {
        const auto got = parse_values(a_command(), {"--to", "pdf", "peer/XAA-2", "--kind=final", "a.md",
                                                    "--to", "docx", "--draft", "b.md", "--as", "person/x",
                                                    "--register", "r.db", "--json"});
        CHECK(got.arguments.at("EVALUATION") == Words{"peer/XAA-2"});
        CHECK(got.arguments.at("FILE") == Words{"a.md", "b.md"});
        CHECK(got.options.at("to") == Words{"pdf", "docx"});
        CHECK(got.options.at("kind") == Words{"final"});
        CHECK(got.options.at("draft").size() == 1);
        CHECK(got.acting_person == "person/x");
        CHECK(got.register_path == "r.db");
        CHECK(got.json);
    }

    TEST_CASE("what was not given is there and empty") {
        const auto got = parse_values(a_command(), {"peer/XAA-2"});
        CHECK(got.arguments.at("FILE").empty());
        CHECK(got.options.at("kind").empty());
        CHECK(got.options.at("draft").empty());
        CHECK(!got.register_path);
        CHECK(!got.json);
    }

    TEST_CASE("values may look like anything") {
        const auto got = parse_values(a_command(), {"[a,b]", "--to", "{}", "--to", "", "--", "--kind", "-x"});
        CHECK(got.arguments.at("EVALUATION") == Words{"[a,b]"});
        CHECK(got.options.at("to") == Words{"{}", ""});
        CHECK(got.arguments.at("FILE") == Words{"--kind", "-x"});
    }

    TEST_CASE("a missing argument is named with its meaning") {
        const auto error = usage_fault({"--draft"});
        CHECK(error.message() == "rapporteur report render needs EVALUATION");
        CHECK(error.reason() == "EVALUATION is an evaluation");
        CHECK(error.help() == "usage: " + usage_line(a_command()));
    }

    TEST_CASE("an unknown option is refused with the nearest one") {
        CHECK(usage_fault({"x", "--knid", "final"}).reason() == "the nearest is --kind");
        CHECK(usage_fault({"x", "--knid=final"}).message() ==
              "rapporteur report render has no option --knid");
        CHECK(usage_fault({"x", "-q"}).message() == "rapporteur report render has no option -q");
    }

    TEST_CASE("a value that is no choice is refused with the choices") {
        CHECK(usage_fault({"x", "--kind", "finel"}).reason() == "--kind is one of interim, final");
    }

    TEST_CASE("an option given twice or without its value is refused") {
        CHECK(usage_fault({"x", "--kind", "final", "--kind", "final"}).reason() ==
              "it was given more than once");
        usage_fault({"x", "--kind"});
        usage_fault({"x", "--draft=maybe"});
    }

    TEST_CASE("json is refused where a command prints none") {
        Command plain = a_command();
        plain.json = Json::no;
        CHECK_THROWS_AS(parse_values(plain, {"x", "--json"}), base::Error);
    }

    TEST_CASE("the command is found with common options before and between its names") {
        const auto request = parse({"--register", "r.db", "completion", "--as", "person/x"});
        CHECK(request.ask == Ask::run);
        CHECK(request.invocation.command->verb == "completion");
        CHECK(request.invocation.register_path == "r.db");
        CHECK(parse({"completion", "--help"}).ask == Ask::page);
        CHECK(parse({"-h"}).ask == Ask::overview);
        CHECK(parse({}).ask == Ask::overview);
        CHECK(parse({"--version"}).ask == Ask::version);
    }

    TEST_CASE("an unknown command is refused with the nearest one") {
        try {
            parse({"complation"});
            FAIL("no error");
        } catch (const base::Error& error) {
            CHECK(error.kind() == base::ErrorKind::usage);
            CHECK(error.help() == "did you mean rapporteur completion?");
        }
        CHECK_THROWS_AS(parse({"xyzzy"}), base::Error);
        CHECK_THROWS_AS(parse({"--json"}), base::Error);
    }
}

TEST_SUITE("cli.context") {
    TEST_CASE("a command that asks for what it did not declare is at fault itself") {
        std::ostringstream out;
        const Context context(parse_values(a_command(), {"x"}), {out, out});
        CHECK(context.argument("EVALUATION") == "x");
        CHECK(!context.option("kind"));
        CHECK(context.option_or("kind", "final") == "final");
        CHECK_THROWS_AS(context.argument("REPLY"), base::Error);
        CHECK_THROWS_AS(context.option("king"), base::Error);
        CHECK_THROWS_AS(context.required_person(), base::Error);
    }
}
