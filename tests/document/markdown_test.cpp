// SPDX-License-Identifier: EUPL-1.2
#include "base/file.hpp"
#include "base/text.hpp"
#include "document/fake_program.hpp"
#include "document/markdown.hpp"
#include "document/references.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::document;

namespace {

struct Read {
    std::vector<Blocks> texts;
    base::Problems problems;
};

Read read(const std::vector<SourceText>& texts, const ReadOptions& options = {}) {
    Read result;
    result.texts = read_markdown(texts, result.problems, options);
    return result;
}

SourceText own(std::string key, std::string markdown) {
    return SourceText{std::move(key), std::move(markdown), base::Origin::own_text, "03-protection.en.md", 10};
}

SourceText foreign(std::string key, std::string markdown) {
    return SourceText{std::move(key), std::move(markdown), base::Origin::foreign_file, "", 1};
}

bool mentions(const base::Problems& problems, std::string_view words) {
    for (const base::Problem& problem : problems) {
        if (base::describe(problem).find(words) != std::string::npos) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_SUITE("document.markdown") {
    TEST_CASE("each text is read by itself") {
        const Read result =
            read({own("a", "before\n\n``` {.statistics indicator=x.y}\n"),
                  own("b", "a *second* text[^1]\n\n[^1]: Its note."), own("c", "no note of mine[^1]")});
        CHECK(result.problems.empty());
        REQUIRE(result.texts.size() == 3);
        CHECK(plain_text(result.texts[0]) == "before\n");
        CHECK(plain_text(result.texts[1]) == "a second text\n");
        CHECK(plain_text(result.texts[2]) == "no note of mine[^1]\n");
        const auto* code = result.texts[0].at(1).as<CodeBlock>();
        REQUIRE(code != nullptr);
        CHECK(code->attr.value("indicator") == "x.y");
    }

    TEST_CASE("the last row of a table is a row of it") {
        const Read result =
            read({own("kaaaaa", "| Act | Year |\n|:--|--:|\n| One | 2014 |\n| Two | 2015 |")});
        REQUIRE(result.texts[0].size() == 1);
        const auto* table = result.texts[0][0].as<Table>();
        REQUIRE(table != nullptr);
        CHECK(table->bodies.front().rows.size() == 2);
    }

    TEST_CASE("no texts need no Pandoc") {
        const FakePath empty_path;
        CHECK(read({}).texts.empty());
    }

    TEST_CASE("the spans and blocks of the field are read") {
        const Read result = read({own(
            "k1",
            "[train judges]{.limb id=b}; see []{.ev ref=\"greta/XAA-2/reply/government#legalaid.how\"} "
            "[paragraph](#k7c2xq), [](#k9), [Закон]{lang=ru}, <https://example.org/>, "
            "[mail](mailto:a@example.org).\n\n"
            "``` {.chart indicator=victims.identified years=2016-2020 by=sex title=\"Victims\"}\n```\n")});
        for (const auto& problem : result.problems) {
            MESSAGE(base::describe(problem));
        }
        CHECK(result.problems.empty());
        CHECK(limbs_in(result.texts.at(0)).size() == 1);
        CHECK(evidence_in(result.texts.at(0)) ==
              std::vector<std::string>{"greta/XAA-2/reply/government#legalaid.how"});
        CHECK(references_in(result.texts.at(0)) == std::vector<std::string>{"k7c2xq", "k9"});
    }

    TEST_CASE("dollars and colons are signs and not markup") {
        const Read result = read({own("k", "between $5 and $6, :smile: at 10:30:00, \\foo{x}")});
        CHECK(result.problems.empty());
        CHECK(plain_text(result.texts.at(0)) == "between $5 and $6, :smile: at 10:30:00, \\foo{x}\n");
    }

    TEST_CASE("hostile markup in our own text is refused with key and line") {
        struct Case {
            const char* markdown;
            const char* words;
        };
        const Case cases[] = {
            {"a\n\nb <script>alert(1)</script> c", "raw HTML"},
            {"x <!-- hidden --> y", "raw HTML"},
            {"<div onclick=\"x\">\nblock\n</div>", "raw HTML"},
            {"`\\input{/etc/passwd}`{=latex}", "raw TeX"},
            {"```{=openxml}\n<w:p/>\n```", "raw markup"},
            {"[x](javascript:alert(1))", "a link to"},
            {"[x](data:text/html,x)", "a link to"},
            {"[x](file:///etc/passwd)", "a link to"},
            {"[x](//example.org)", "a link to"},
            {"[x](relative.html)", "a link to"},
            {"[x](JaVaScRiPt:alert)", "a link to"},
            {"![x](/etc/hostname)", "picture"},
            {"![x](https://example.org/t.png)", "picture"},
            {"# Heading", "heading"},
            {"Title\n---\n\ntext", "heading"},
            {"---\ntitle: x\n---\n\ntext", "---"},
            {"::: {.rec #k1 rec=r07}\nThe group urges\n:::", "division"},
            {"[x]{style=\"color:red\"}", "span"},
            {"[x]{#id}", "span"},
            {"[x]{.limb}", "limb"},
            {"[x]{.limb id=a onclick=y}", "limb"},
            {"[x]{.ev ref=y}", "evidence"},
            {"[]{.ev}", "evidence"},
            {"[x](https://example.org){onclick=y}", "attributes on a link"},
            {"*x*{.y}", "span"},
            {"    indented code", "code"},
            {"```\ncode\n```", "code"},
            {"a\x01"
             "b",
             "control character"},
            {"a\xFF"
             "b",
             "UTF-8"},
        };
        std::vector<SourceText> texts;
        for (const Case& item : cases) {
            texts.push_back(own(item.markdown, item.markdown));
        }
        const Read result = read(texts);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            CAPTURE(texts[i].markdown);
            CHECK(result.texts.at(i).empty());
            bool found = false;
            for (const auto& problem : result.problems) {
                if (problem.place.item == texts[i].key) {
                    CHECK(problem.severity == base::Severity::error);
                    CHECK(problem.place.file == "03-protection.en.md");
                    found = found || problem.text.find(cases[i].words) != std::string::npos;
                }
            }
            CHECK(found);
        }
        CHECK(result.problems.at(0).text.find("UTF-8") == std::string::npos);
    }

    TEST_CASE("the line of a fault is told") {
        const Read result = read({own("k7", "first\n\nsecond <b>bold</b>")});
        REQUIRE_FALSE(result.problems.empty());
        CHECK(result.problems[0].place.line == 12);
        CHECK(result.problems[0].place.item == "k7");
    }

    TEST_CASE("from foreign text what is not allowed is dropped and noted") {
        if (base::available_jail() == base::JailStrength::none) {
            CHECK_THROWS_AS(read({foreign("c1", "text")}), base::Error);
            return;
        }
        const Read result =
            read({foreign("c1", "# Loud\n\nGood <script>alert(1)</script> *text* [link](javascript:x) "
                                "[ours](#k7) ![secret](/etc/passwd) [web](https://example.org/)\n\n"
                                "::: {.rec}\nin a box\n:::\n")});
        CHECK_FALSE(base::has_errors(result.problems));
        CHECK(result.problems.size() >= 4);
        const Blocks& blocks = result.texts.at(0);
        std::string forbidden;
        Visitor visitor;
        visitor.block = [&](const Block& block) {
            if (block.as<Div>() != nullptr || block.as<Heading>() != nullptr ||
                block.as<RawBlock>() != nullptr) {
                forbidden += "block ";
            }
        };
        visitor.in_line = [&](const Inline& node) {
            if (node.as<RawInline>() != nullptr || node.as<Image>() != nullptr) {
                forbidden += "inline ";
            }
            if (const auto* link = node.as<Link>()) {
                CHECK(link->target == "https://example.org/");
            }
        };
        walk(blocks, visitor);
        CHECK(forbidden.empty());
        CHECK(plain_text(blocks).find("in a box") != std::string::npos);
    }

    TEST_CASE("a registered picture may be used") {
        ReadOptions options;
        options.rules.pictures = {"exhibit-3"};
        CHECK(read({own("k", "![The shelter](exhibit-3)")}, options).problems.empty());
    }

    TEST_CASE("a text that is too long is refused by its key") {
        const Read result = read({own("long", std::string(k_text_limit + 1, 'x')), own("short", "fine")});
        CHECK(mentions(result.problems, "long"));
        CHECK(result.texts.at(0).empty());
        CHECK(plain_text(result.texts.at(1)) == "fine\n");
    }

    TEST_CASE("deep nesting is refused") {
        const Read result = read({own("deep", std::string(500, '>') + " x"), own("flat", "> x")});
        CHECK(result.texts.at(0).empty());
        CHECK(mentions(result.problems, "deep"));
        CHECK(result.texts.at(1).size() == 1);
    }

    TEST_CASE("a text that takes too long is named and the others are read") {
        std::string slow;
        for (int i = 0; i < 10'000; ++i) {
            slow += "*a_ ";
        }
        ReadOptions options;
        options.limits.cpu = std::chrono::seconds(1);
        const Read result = read({own("fine", "text"), own("slow", slow), own("after", "more")}, options);
        CHECK(result.problems.size() == 1);
        CHECK(mentions(result.problems, "slow: error: the text takes too long"));
        CHECK(plain_text(result.texts.at(0)) == "text\n");
        CHECK(plain_text(result.texts.at(2)) == "more\n");
    }

    TEST_CASE("a missing Pandoc is named with its package") {
        const FakePath empty_path;
        try {
            read({own("k", "text")});
            FAIL("read without Pandoc");
        } catch (const base::Error& error) {
            CHECK(error.kind() == base::ErrorKind::tool_failed);
            CHECK(base::describe(error).find("pandoc") != std::string::npos);
        }
    }

    TEST_CASE("a Pandoc that hangs is ended") {
        FakePath path;
        path.add("pandoc", "sleep 60");
        ReadOptions options;
        options.limits.wall = std::chrono::milliseconds(300);
        CHECK_THROWS_AS(read({own("k", "text")}, options), base::Error);
    }

    TEST_CASE("a Pandoc that fails or talks nonsense is told") {
        for (const char* script : {"echo broken >&2; exit 83", "echo nonsense"}) {
            FakePath path;
            path.add("pandoc", script);
            try {
                read({own("k", "text")});
                FAIL("accepted");
            } catch (const base::Error& error) {
                CHECK(error.kind() == base::ErrorKind::tool_failed);
            }
        }
    }
}
