// SPDX-License-Identifier: EUPL-1.2
#include "domain/fate.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::domain;

namespace {

Framework with_verbs() {
    Framework framework;
    framework.verbs = {{"demands", 1, {}, {}, {}}, {"asks", 2, {}, {}, {}}, {"hopes", 3, {}, {}, {}}};
    return framework;
}

const RecommendationId k_first("peer/XAA-1/r01");

Claim claim(std::string date, std::string by, ClaimValue value, std::string of = "peer/XAA-1/r01") {
    Claim made;
    made.recommendation = Reference(of);
    made.by = std::move(by);
    made.date = std::move(date);
    made.value = value;
    return made;
}

Assessment assessment(bool not_examined, std::string value, std::string date) {
    Assessment made;
    made.recommendation = Reference(k_first.text());
    made.not_examined = not_examined;
    made.value = std::move(value);
    made.date = *rapporteur::base::Date::parse(date);
    return made;
}

}  // namespace

TEST_SUITE("domain.fate") {
    TEST_CASE("nothing said is nothing known and not fulfilment") {
        CHECK(fates_of(k_first, "asks", {}, {}, {}, with_verbs()).empty());
    }

    TEST_CASE("the movement of the verb is derived from the ranks") {
        const Framework framework = with_verbs();
        CHECK(movement(framework, "demands", "asks") == VerbMovement::less_urgent);
        CHECK(movement(framework, "hopes", "demands") == VerbMovement::more_urgent);
        CHECK(movement(framework, "asks", "asks") == VerbMovement::same);
        CHECK(movement(framework, "asks", "unheard-of") == VerbMovement::none);
    }

    TEST_CASE("three voices stand side by side and none overwrites another") {
        const std::vector<Fate> fates =
            fates_of(k_first, "demands",
                     {{RecommendationId("peer/XAA-2/r03"), LinkType::repeats, "demands", "2018-03-22"}},
                     {{EvaluationId("peer/XAA-2"), assessment(false, "partly", "2018-01-01")}},
                     {claim("2017-05", "ngo", ClaimValue::not_implemented),
                      claim("2015-12-02", "government", ClaimValue::implemented)},
                     with_verbs());
        REQUIRE(fates.size() == 4);
        CHECK(fates[0].source == FateSource::adopted);
        CHECK(fates[0].value == "partly");
        CHECK(fates[0].by == "peer/XAA-2");
        CHECK(fates[1].source == FateSource::derived);
        CHECK(fates[1].value == "repeats");
        CHECK(fates[1].by == "peer/XAA-2/r03");
        CHECK(fates[1].movement == VerbMovement::same);
        CHECK(fates[2].source == FateSource::claimed);
        CHECK(fates[2].by == "government");
        CHECK(fates[3].by == "ngo");
    }

    TEST_CASE("not examined is neither adopted nor derived nor claimed") {
        const std::vector<Fate> fates =
            fates_of(k_first, "asks", {}, {{EvaluationId("peer/XAA-2"), assessment(true, "", "2018-01-01")}},
                     {}, with_verbs());
        REQUIRE(fates.size() == 1);
        CHECK(fates[0].source == FateSource::not_examined);
        CHECK(fates[0].value.empty());
    }

    TEST_CASE("what is said of a limb says which") {
        const std::vector<Fate> fates =
            fates_of(k_first, "asks", {}, {}, {claim("2016", "ngo", ClaimValue::partly, "peer/XAA-1/r01.b")},
                     with_verbs());
        REQUIRE(fates.size() == 1);
        CHECK(fates[0].limb == "b");
    }
}
