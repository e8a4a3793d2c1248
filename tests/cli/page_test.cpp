// SPDX-License-Identifier: EUPL-1.2
#include "cli/page.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::cli;

namespace {
constexpr const char* k_page =
    "# rapporteur load - read files\n\n    rapporteur load PATH...\n\nReads `PATH`.\n.hidden\n\n"
    "## Options\n\n- `--x Y`: a \\ b\n\n## Examples\n\n    $ rapporteur load `a`\n";
}

TEST_SUITE("cli.page") {
    TEST_CASE("as text headings are in capitals and code loses its marks outside of blocks") {
        CHECK(page_as_text(k_page) ==
              "rapporteur load - read files\n\n    rapporteur load PATH...\n\nReads PATH.\n.hidden\n\n"
              "OPTIONS\n\n- --x Y: a \\ b\n\nEXAMPLES\n\n    $ rapporteur load `a`\n");
    }

    TEST_CASE("as roff nothing in the text is taken for a request") {
        const auto roff = page_as_roff(k_page, "rapporteur-load", "1");
        CHECK(roff.starts_with(".TH RAPPORTEUR-LOAD 1 "));
        CHECK(roff.find(".SH NAME\nrapporteur load \\- read files\n.SH SYNOPSIS\n") != std::string::npos);
        CHECK(roff.find("\n\\&.hidden\n") != std::string::npos);
        CHECK(roff.find(".IP \\(bu 2\n\\fB\\-\\-x Y\\fR: a \\e b\n") != std::string::npos);
    }

    TEST_CASE("a section ends where the next begins") {
        CHECK(section_of(k_page, "Options") == "\n- `--x Y`: a \\ b\n\n");
        CHECK(section_of(k_page, "Nothing").empty());
    }
}
