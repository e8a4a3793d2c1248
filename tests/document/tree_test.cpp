// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "document/pandoc.hpp"
#include "document/tree.hpp"
#include "document/tree_json.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::document;

namespace {

// Everything that Pandoc's readers make of Markdown and the tree knows.
constexpr std::string_view k_rich = R"(# Heading {#h .c k="v w"}

Para *em* **st** ~~so~~ x^2^ H~2~O `code`{.x} "double 'single'" [a](http://x.y "t") ![alt](a.png){width=30} \
next[^1] $x^2$ $$y$$ `<b>`{=html} [small]{.smallcaps} Ә Ғ Қ Ң Ө Ұ Ү Һ І « » № – e.g. 中

[^1]: A note

    with two paragraphs

::: {#d .para number=12}
(b) one

    two
(c) three

- x
- y

term
:   first

:   second
:::

> quoted

* * *

| line
|   block

``` {.statistics indicator="a.b"}
text
```

+-----+-----+
| a   | b   |
+=====+=====+
| - 1 | 2   |
+-----+-----+

: Caption *here*

<div>raw</div>
)";

Blocks sample() {
    return {Block{Paragraph{
                {Inline{Str{"a"}}, Inline{Space{}},
                 Inline{Styled{Style::strong, {Inline{Str{"b"}}, Inline{Note{{text_paragraph("n o")}}}}}}}}},
            Block{BulletList{{{Block{Plain{text_inlines("one")}}}, {Block{Plain{text_inlines("two")}}}}}}};
}

}  // namespace

TEST_SUITE("document.tree") {
    TEST_CASE("what Pandoc writes comes back byte for byte") {
        PandocRun run;
        run.arguments = {"--from=markdown", "--to=json"};
        run.input = k_rich;
        const base::Outcome outcome = run_pandoc(run);
        REQUIRE(outcome.succeeded());
        const TreeDocument first = tree_from_json(outcome.out);
        CHECK(first.cut.empty());
        CHECK(first.blocks.size() >= 9);
        const std::string again = tree_to_json(first);
        CHECK(tree_from_json(again).blocks == first.blocks);
        // Pandoc reads ours and writes the same tree: nothing was lost on the way.
        PandocRun back;
        back.arguments = {"--from=json", "--to=json"};
        back.input = again;
        const base::Outcome second = run_pandoc(back);
        REQUIRE(second.succeeded());
        CHECK(second.out == outcome.out);
    }

    TEST_CASE("the version of the tree is asked of the installed Pandoc") {
        const ApiVersion version = pandoc_api_version();
        REQUIRE(version.size() >= 2);
        CHECK(version[0] == 1);
    }

    TEST_CASE("JSON that is not a tree is a failure of the tool") {
        for (const char* json :
             {"", "[]", "{}", "nonsense",
              R"({"pandoc-api-version":[1,22],"blocks":[{"t":"Marquee","c":[]}]})",
              R"({"pandoc-api-version":[1,22],"blocks":[{"t":"Para"}]})",
              R"({"pandoc-api-version":[1,22],"blocks":[{"t":"Para","c":[{"t":"Str","c":7}]}]})",
              R"({"pandoc-api-version":[1,22],"blocks":[{"t":"Header","c":[1]}]})"}) {
            CAPTURE(json);
            try {
                tree_from_json(json);
                FAIL("accepted");
            } catch (const base::Error& error) {
                CHECK(error.kind() == base::ErrorKind::tool_failed);
            }
        }
    }

    TEST_CASE("what is nested too deeply is cut and told") {
        std::string open;
        std::string close;
        for (int i = 0; i < 100; ++i) {
            open += R"({"t":"BlockQuote","c":[)";
            close += "]}";
        }
        const TreeDocument document = tree_from_json(
            R"({"pandoc-api-version":[1,22],"blocks":[{"t":"HorizontalRule"},)" + open + close + "]}");
        CHECK(document.cut == std::vector<std::size_t>{1});
    }

    TEST_CASE("text that is not UTF-8 is not written") {
        const TreeDocument document{{1, 22}, {}, {text_paragraph("a\xFF")}, {}};
        CHECK_THROWS_AS(tree_to_json(document), base::Error);
    }

    TEST_CASE("walking goes through everything in reading order") {
        std::string seen;
        Visitor visitor;
        visitor.in_line = [&seen](const Inline& node) {
            if (const auto* str = node.as<Str>()) {
                seen += str->text;
            }
        };
        walk(sample(), visitor);
        CHECK(seen == "abnoonetwo");
    }

    TEST_CASE("rewriting replaces a node by nothing or by several") {
        Rewriter rewriter;
        rewriter.in_line = [](Inline node) -> Inlines {
            if (node.as<Note>() != nullptr) {
                return {};
            }
            if (node.as<Space>() != nullptr) {
                return {Inline{Str{"-"}}, Inline{Str{"-"}}};
            }
            return {std::move(node)};
        };
        CHECK(plain_text(rewrite(sample(), rewriter)) == "a--b\none\ntwo\n");
    }

    TEST_CASE("plain text has the words and no notes") {
        CHECK(plain_text(sample()) == "a b\none\ntwo\n");
    }
}
