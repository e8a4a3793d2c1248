// SPDX-License-Identifier: EUPL-1.2
#include "base/assets.hpp"
#include "base/error.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::base;
using rapporteur::support::ScratchDir;

namespace rapporteur::assets {
const AssetTable& rapporteur_tests();
}

TEST_SUITE("base.assets") {
    TEST_CASE("embedded files are found by name with their exact bytes") {
        const AssetTable& table = rapporteur::assets::rapporteur_tests();
        CHECK(find(table, "base/one.txt") == "one\n");
        CHECK(find(table, "base/empty.txt").empty());
        CHECK(names(table) == std::vector<std::string_view>{"base/empty.txt", "base/one.txt"});
        CHECK_THROWS_AS(find(table, "base/two.txt"), Error);
    }

    TEST_CASE("a directory stands before the table but adds no names") {
        const ScratchDir scratch;
        scratch.write("base/one.txt", "other");
        scratch.write("base/two.txt", "two");
        const Assets assets(rapporteur::assets::rapporteur_tests(), scratch.path());
        CHECK(assets.get("base/one.txt") == "other");
        CHECK(assets.get("base/empty.txt").empty());
        CHECK_THROWS_AS(assets.get("base/two.txt"), Error);
        CHECK_THROWS_AS(assets.get("../" + scratch.path().filename().string() + "/base/one.txt"), Error);
        CHECK_THROWS_AS(Assets(rapporteur::assets::rapporteur_tests(), scratch / "none"), Error);
    }
}
