// SPDX-License-Identifier: EUPL-1.2
// Walks the table of commands: each has a page with an example, a story, and says in its page all that it takes.
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/completion.hpp"
#include "cli/help.hpp"
#include "cli/manual.hpp"
#include "cli/page.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace rapporteur::cli;
using rapporteur::base::split_lines;

namespace {

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// The usage line may be broken over several indented lines of the page.
std::string one_line(std::string_view text) {
    return rapporteur::base::collapse_spaces(text);
}

}  // namespace

TEST_SUITE("cli.commands") {
    TEST_CASE("every command can be run and is told apart") {
        REQUIRE(!commands().empty());
        std::set<std::string> names;
        for (const auto& command : commands()) {
            CAPTURE(name_of(command));
            CHECK((command.run != nullptr));
            CHECK(!command.verb.empty());
            CHECK(!command.summary.empty());
            CHECK(!command.summary.ends_with("."));
            CHECK(names.insert(name_of(command)).second);
            CHECK(find_command(command.noun, command.verb) == &command);
        }
    }

    TEST_CASE("no noun is also a command of its own") {
        for (const auto noun : nouns()) {
            CAPTURE(noun);
            CHECK(find_command("", noun) == nullptr);
        }
    }

    TEST_CASE("every page opens with its name and summary and shows the usage and examples and exit codes") {
        for (const auto& command : commands()) {
            CAPTURE(name_of(command));
            const auto page = page_of(command);
            const auto lines = split_lines(page);
            REQUIRE(lines.size() > 5);
            CHECK(lines[0] == "# rapporteur " + name_of(command) + " - " + command.summary);
            CHECK(contains(one_line(page), one_line(usage_line(command))));
            CHECK(contains(section_of(page, "Examples"), "    $ rapporteur " + name_of(command)));
            CHECK(!section_of(page, "Exit codes").empty());
            for (const auto line : lines) {
                // The title is one line for man(1), however long the summary.
                CHECK((line.starts_with("# ") || rapporteur::base::display_width(line) <= 80));
            }
        }
    }

    TEST_CASE("every option and argument is explained in its page") {
        for (const auto& command : commands()) {
            CAPTURE(name_of(command));
            const auto options = section_of(page_of(command), "Options");
            for (const auto& option : command.options) {
                CAPTURE(option.name);
                CHECK(contains(options, "- `" + usage_of(option) + "`"));
                for (const auto& choice : option.choices) {
                    CHECK(contains(options, choice));
                }
            }
            CHECK((command.json == Json::no || contains(options, "- `--json`")));
        }
    }

    TEST_CASE("every page explains no option that the command does not take") {
        for (const auto& command : commands()) {
            CAPTURE(name_of(command));
            const auto section = section_of(page_of(command), "Options");
            for (const auto line : split_lines(section)) {
                if (!line.starts_with("- `--")) {
                    continue;
                }
                const auto name = line.substr(5, line.find_first_of(" `", 5) - 5);
                CAPTURE(name);
                const bool known =
                    std::ranges::any_of(command.options,
                                        [&](const Option& option) { return option.name == name; }) ||
                    (name == "json" && command.json == Json::yes);
                CHECK(known);
            }
        }
    }

    TEST_CASE("every command has a story of its name that runs it") {
        for (const auto& command : commands()) {
            CAPTURE(name_of(command));
            const auto story =
                std::filesystem::path(RAPPORTEUR_SOURCE_DIR) / "tests/cli" / (file_stem(command) + ".test");
            CHECK(std::filesystem::exists(story));
        }
    }

    TEST_CASE("every command and option is in the completion and the manual and the help") {
        const auto completion = bash_completion();
        const auto manual = manual_of_program();
        const auto help = overview(80);
        for (const auto& command : commands()) {
            CAPTURE(name_of(command));
            CHECK(contains(help, "  " + name_of(command)));
            CHECK(contains(completion, "'" + name_of(command) + "')"));
            CHECK(contains(rapporteur::base::replace_all(manual, "\\-", "-"), usage_line(command)));
            for (const auto& option : command.options) {
                CHECK(contains(completion, "--" + option.name));
            }
        }
        for (const auto line : split_lines(help)) {
            CHECK(rapporteur::base::display_width(line) <= 80);
        }
    }
}

TEST_SUITE("cli.usage") {
    TEST_CASE("a usage line shows what must and what may be given") {
        const Command command{.noun = "reply",
                              .verb = "receive-part",
                              .summary = "s",
                              .arguments = {{"REPLY", "a reply"},
                                            {"FILE", "files", Occurs::once_or_more},
                                            {"NOTE", "a note", Occurs::optionally},
                                            {"WORD", "words", Occurs::any_number}},
                              .options = {{"on", "DATE", "when"},
                                          {"draft", "", "as a draft"},
                                          {"tag", "TAG", "tags", {}, Repeats::yes}},
                              .json = Json::yes};
        CHECK(usage_line(command) ==
              "rapporteur reply receive-part REPLY FILE... [NOTE] [WORD...] [--on DATE] [--draft] "
              "[--tag TAG]... [--json]");
        CHECK(file_stem(command) == "reply_receive_part");
    }
}
