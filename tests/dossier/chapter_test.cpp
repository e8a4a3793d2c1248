// SPDX-License-Identifier: EUPL-1.2
#include "dossier/chapter.hpp"
#include "dossier/files.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

std::vector<base::Problem> faults(std::string_view text) {
    base::Problems problems;
    dossier::read_chapter(text, "01-a.en.md", problems);
    return problems;
}

}  // namespace

TEST_SUITE("dossier.chapter") {
    TEST_CASE("headings and paragraphs and recommendations are read and written again") {
        const std::string text =
            "# II. Overview {section=overview}\n\n::: {.para #k7c2xq}\nA *paragraph*.[^1]\n\n[^1]: A note.\n:::\n\n## Without a label\n\n"
            "::: {.rec #k9d2ma rec=r07 verb=demands provisions=\"10 12\"}\n**Do:**\n\n- [this]{.limb id=a};\n- [that]{.limb id=b}.\n:::\n";
        base::Problems problems;
        const std::vector<domain::ReportItem> items = dossier::read_chapter(text, "01-a.en.md", problems);
        CHECK(problems.empty());
        REQUIRE(items.size() == 4);
        CHECK(items[0].label == "II.");
        CHECK(items[0].markdown == "Overview");
        CHECK(items[0].section == "overview");
        CHECK(items[1].key == "k7c2xq");
        CHECK(items[3].recommendation == "r07");
        CHECK(items[3].provisions == std::vector<std::string>{"10", "12"});
        CHECK(dossier::write_chapter(items) == text);
        CHECK(dossier::mentions_in(items[3].markdown).limbs == std::vector<std::string>{"a", "b"});
    }

    TEST_CASE("every fault is named with its line") {
        CHECK(faults("stray words\n").at(0).place.line == 1);
        CHECK(faults("::: {.para #k7c2xq}\ntext\n").at(0).text.find("does not end") != std::string::npos);
        CHECK(faults("::: {.para}\ntext\n:::\n").at(0).text == "a paragraph without key");
        CHECK(faults("::: {.para #k7c2xo}\ntext\n:::\n").size() == 1);
        CHECK(faults("::: {.para #k7c2xq}\n::: {.rec}\n:::\n").at(0).place.line == 2);
        CHECK(faults("::: {.para #k7c2xq}\n\n:::\n").at(0).text == "a paragraph without text");
        CHECK(faults("::: {.rec #k7c2xq}\ntext\n:::\n").at(0).text ==
              "a recommendation without its identifier");
        CHECK(faults("::: {.para #k7c2xq verb=demands}\ntext\n:::\n").size() == 1);
        CHECK(faults("::: {.aside #k7c2xq}\ntext\n:::\n").size() == 1);
        CHECK(faults("::: nothing\ntext\n:::\n").size() == 1);
        CHECK(faults("##### Five\n").size() == 1);
        CHECK(faults("#No space\n").size() == 1);
        CHECK(faults("# I. Title {.unnumbered}\n").size() == 1);
        CHECK(faults("\xff\n").size() == 1);
        CHECK(faults("stray\n\nmore\n::: {.para}\nx\n:::\n").size() == 3);
    }

    TEST_CASE("the shipped chapters are in canonical form") {
        int chapters = 0;
        for (const char* const evaluation : {"greta/XAA-1", "greta/XAA-2"}) {
            for (const domain::Report& report : support::shipped_dossier(evaluation).reports) {
                for (const domain::Chapter& chapter : report.chapters) {
                    base::Problems problems;
                    const std::string text = dossier::write_chapter(chapter.items);
                    CHECK(dossier::read_chapter(text, chapter.slug, problems) == chapter.items);
                    CHECK(problems.empty());
                    ++chapters;
                }
            }
        }
        CHECK(chapters > 20);
    }

    TEST_CASE("evidence and cross references are found in prose") {
        const dossier::Mentions mentions = dossier::mentions_in(
            "As said in [](#k7c2xq), so.[]{.ev ref=\"peer/XAA-2/reply/government#a.b\"} And []{.ev ref=XAA/source/law}.");
        CHECK(mentions.paragraphs == std::vector<std::string>{"k7c2xq"});
        CHECK(mentions.evidence ==
              std::vector<std::string>{"peer/XAA-2/reply/government#a.b", "XAA/source/law"});
    }

    TEST_CASE("control characters and a byte order mark are named") {
        const std::string text = "::: {.para #k7c2xq}\nOne\tand two.\n:::\n";
        base::Problems problems;
        dossier::read_chapter("\xEF\xBB\xBF" + text, "c.md", problems);
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().text == "the file begins with a byte order mark");
        for (const char c : {'\0', '\x01', '\x1b', '\x7f'}) {
            std::string spoiled = text;
            spoiled[22] = c;
            problems.clear();
            dossier::read_chapter(spoiled, "c.md", problems);
            INFO(static_cast<int>(c));
            REQUIRE(problems.size() == 1);
            CHECK(problems.front().place.line == 2);
            CHECK(problems.front().text.rfind("a control character", 0) == 0);
        }
        problems.clear();
        dossier::read_chapter(text, "c.md", problems);
        CHECK(problems.empty());
    }
}
