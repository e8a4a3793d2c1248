// SPDX-License-Identifier: EUPL-1.2
#include "report/emphasis.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::report;

namespace {

// With * round what is bold.
std::string marked(const document::Blocks& blocks) {
    std::string text;
    for (const document::Block& block : blocks) {
        const auto* paragraph = block.as<document::Paragraph>();
        REQUIRE(paragraph != nullptr);
        for (const document::Inline& node : paragraph->content) {
            const auto* styled = node.as<document::Styled>();
            text += styled != nullptr ? "*" + document::plain_text(styled->content) + "*"
                                      : document::plain_text(document::Inlines{node});
        }
    }
    return text;
}

std::string emphasised(std::string_view text, std::string_view words) {
    return marked(with_strong_words({document::text_paragraph(text)}, words));
}

}  // namespace

TEST_SUITE_BEGIN("report.emphasis");

TEST_CASE("the words become bold where they first stand") {
    CHECK(emphasised("Hence the panel urges the state. The panel urges.", "panel urges") ==
          "Hence the *panel urges* the state. The panel urges.");
    CHECK(emphasised("The panel urges, once more", "panel urges") == "The *panel urges*, once more");
}

TEST_CASE("words that do not stand there leave the text as it is") {
    CHECK(emphasised("The panel strongly urges", "panel urges") == "The panel strongly urges");
    CHECK(emphasised("The panel", "panel urges") == "The panel");
    CHECK(emphasised("The panel", "") == "The panel");
}

TEST_CASE("bold type is found wherever it stands") {
    CHECK_FALSE(has_strong({document::text_paragraph("plain")}));
    CHECK(has_strong(with_strong_words({document::text_paragraph("plain words")}, "words")));
}

TEST_SUITE_END();
