// SPDX-License-Identifier: EUPL-1.2
#include "document/markdown.hpp"
#include "document/references.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::document;

namespace {

Inline evidence(std::string ref) {
    return Inline{Span{Attr{"", {"ev"}, {{"ref", std::move(ref)}}}, {}}};
}

Blocks paragraph(Inlines content) {
    return {Block{Paragraph{std::move(content)}}};
}

}  // namespace

TEST_SUITE("document.references") {
    TEST_CASE("evidence is listed and stripped with its space") {
        Inlines content = text_inlines("Legal aid is free ");
        content.push_back(evidence("greta/XAA-2/reply/government#legalaid.how"));
        append(content, text_inlines(". It is late "));
        content.push_back(evidence("greta/XAA-2/visit#n12"));
        append(content, text_inlines(" in the north. "));
        content.push_back(evidence("third"));
        const Blocks blocks = paragraph(content);
        CHECK(evidence_in(blocks) == std::vector<std::string>{"greta/XAA-2/reply/government#legalaid.how",
                                                              "greta/XAA-2/visit#n12", "third"});
        const Blocks stripped = strip_evidence(blocks);
        CHECK(plain_text(stripped) == "Legal aid is free. It is late in the north.\n");
        CHECK(evidence_in(stripped).empty());
    }

    TEST_CASE("evidence is stripped inside lists and notes too") {
        const Blocks blocks{
            Block{BulletList{{paragraph({Inline{Str{"x"}}, Inline{Note{paragraph({evidence("deep")})}}})}}}};
        CHECK(evidence_in(blocks).size() == 1);
        CHECK(evidence_in(strip_evidence(blocks)).empty());
    }

    TEST_CASE("limbs are told by their letter and words") {
        const Blocks blocks =
            paragraph({Inline{Span{Attr{"", {"limb"}, {{"id", "b"}}}, text_inlines("train judges")}}});
        const auto limbs = limbs_in(blocks);
        REQUIRE(limbs.size() == 1);
        CHECK(limbs[0].id == "b");
        CHECK(limbs[0].text == "train judges");
    }

    TEST_CASE("references get the printed number and unknown ones are errors") {
        const Blocks blocks =
            paragraph({Inline{Link{{}, {}, "#k7c2xq", ""}}, Inline{Space{}},
                       Inline{Link{{}, text_inlines("paragraph"), "#k7c2xq", ""}}, Inline{Space{}},
                       Inline{Link{{}, text_inlines("nowhere"), "#lost", ""}}, Inline{Space{}},
                       Inline{Link{{}, text_inlines("web"), "https://example.org/", ""}}});
        CHECK(references_in(blocks) == std::vector<std::string>{"k7c2xq", "k7c2xq", "lost"});
        base::Problems problems;
        const Blocks resolved = resolve_references(
            blocks,
            [](std::string_view key) {
                return key == "k7c2xq" ? std::optional<std::string>("121") : std::nullopt;
            },
            base::Place{"03.md", 4, "k1"}, problems);
        CHECK(plain_text(resolved) == "121 paragraph\xC2\xA0"
                                      "121 nowhere web\n");
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].place.item == "k1");
        CHECK(problems[0].text.find("#lost") != std::string::npos);
    }
}
