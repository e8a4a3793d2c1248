// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "domain/identifiers.hpp"
#include "report/keys.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::report;

namespace {

Dice always(unsigned number) {
    return [number](unsigned) { return number; };
}

}  // namespace

TEST_SUITE_BEGIN("report.keys");

TEST_CASE("paragraphs without a key get one and nothing else is touched") {
    const std::string chapter =
        "# I. Title {section=law}\r\n\n::: {.para}\nText with ::: {.para} inside.\n:::\n\n"
        "::: {.para #k7c2xq}\nx\n:::\n\n::: {.rec rec=r07 verb=urges provisions=\"10 12\"}\ny\n:::\n"
        ":::: {.text}\nz\n::::";
    KeysInUse in_use{keys_in(chapter), {}};
    CHECK(in_use.seen == std::set<std::string>{"k7c2xq"});
    unsigned next = 0;
    const KeyedChapter keyed = mint_keys(chapter, in_use, [&next](unsigned bound) { return next++ % bound; });
    CHECK(keyed.minted == 3);
    CHECK(
        keyed.text ==
        "# I. Title {section=law}\r\n\n::: {.para #kabcde}\nText with ::: {.para} inside.\n:::\n\n"
        "::: {.para #k7c2xq}\nx\n:::\n\n::: {.rec #kfghjk rec=r07 verb=urges provisions=\"10 12\"}\ny\n:::\n"
        ":::: {.text #kmnpqr}\nz\n::::");
    CHECK(in_use.seen.size() == 4);
    CHECK(mint_keys(keyed.text, in_use, always(0)).minted == 0);
}

TEST_CASE("a key that is or ever was in use is not minted again") {
    KeysInUse in_use{{"kaaaaa"}, [](const std::string& key) { return key == "kbbbbb"; }};
    unsigned rolls = 0;
    const KeyedChapter keyed = mint_keys("::: {.para}\n", in_use, [&rolls](unsigned) { return rolls++ / 5; });
    CHECK(keyed.text == "::: {.para #kccccc}\n");
    CHECK_THROWS_AS(mint_keys("::: {.para}\n", in_use, always(0)), base::Error);
}

TEST_CASE("minted keys are keys") {
    KeysInUse in_use;
    const KeyedChapter keyed = mint_keys("::: {.para}\n::: {.text}\n", in_use, system_dice());
    CHECK(in_use.seen.size() == 2);
    for (const std::string& key : in_use.seen) {
        CAPTURE(key);
        CHECK(domain::is_paragraph_key(key));
    }
    CHECK(keys_in(keyed.text) == in_use.seen);
}

TEST_CASE("lines that only look like the beginning of a paragraph are left alone") {
    const std::string text = "::: {.paragraph}\n::: para\n:::\n::: {.para\n::: {}\n::{.para}\n :::{.para}\n";
    KeysInUse in_use;
    CHECK(mint_keys(text, in_use, always(1)).text == text);
}

TEST_SUITE_END();
