// SPDX-License-Identifier: EUPL-1.2
#include "release/record_json.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

release::PublicRecommendation sample() {
    release::PublicRecommendation r;
    r.id = "peer/XAA-2/r07";
    r.evaluation = "peer/XAA-2";
    r.rank = 1;
    r.provisions = {"10", "12.1.d"};
    r.prose = {"en", "Urge <them> & \"us\"", "{}"};
    r.limbs = {{"a", "adopt"}, {"b", "train"}};
    r.asks = {{"a1", "a", {{"en", "Adopt"}, {"ru", "Принять"}}}};
    r.links = {{"repeats", "peer/XAA-1/r12", "group", "2017-11-16", "again"}};
    return r;
}

}  // namespace

TEST_SUITE("release.record_json") {
    TEST_CASE("a record read back writes the same bytes") {
        const std::string json = release::to_json(sample());
        const auto back = release::from_json<release::PublicRecommendation>(json, "r07");
        CHECK(release::to_json(back) == json);
        CHECK(back.asks.at(0).text.at(1).text == "Принять");
        CHECK(back.links.at(0).to == "peer/XAA-1/r12");
    }

    TEST_CASE("every member stands in the JSON also when it is empty") {
        const std::string json = release::to_json(release::PublicClaim{});
        for (const char* name :
             {"id", "evaluation", "recommendation", "by", "body", "date", "value", "text", "evidence"}) {
            CHECK_MESSAGE(json.find("\"" + std::string(name) + "\":") != std::string::npos, name);
        }
    }

    TEST_CASE("a record says once whether its content is invented and is read back all the same") {
        const auto count = [](const std::string& json) {
            std::size_t times = 0;
            for (auto at = json.find("\"invented\":"); at != std::string::npos;
                 at = json.find("\"invented\":", at + 1)) {
                ++times;
            }
            return times;
        };
        const std::string invented = release::to_json(sample(), release::Content::invented);
        CHECK(invented.find("\"invented\":true}") != std::string::npos);
        CHECK(count(invented) == 1);
        CHECK(release::to_json(sample(), release::Content::real).find("\"invented\":false}") !=
              std::string::npos);
        const auto back = release::from_json<release::PublicRecommendation>(invented, "r07");
        CHECK(release::to_json(back) == release::to_json(sample()));
        release::PublicSubject subject;
        subject.invented = true;
        const std::string own = release::to_json(subject, release::Content::real);
        CHECK(count(own) == 1);
        CHECK(own.find("\"invented\":true") != std::string::npos);
    }

    TEST_CASE("what is not JSON and what lacks a member is refused with the object named") {
        CHECK_THROWS_AS(release::from_json<release::PublicClaim>("{", "peer/XAA-1/claim/1"), base::Error);
        CHECK_THROWS_AS(release::from_json<release::PublicClaim>("{\"id\":\"x\"}", "peer/XAA-1/claim/1"),
                        base::Error);
        CHECK_THROWS_AS(release::from_json<release::Term>("{\"id\":7,\"name\":{}}", "t"), base::Error);
    }
}
