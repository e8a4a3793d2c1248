// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "exchange/readable_reply.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::exchange;

namespace {

const base::Date k_today = base::Date::of(2026, 11, 21);

const ReadableAnswer& answer_to(const ReadableReply& readable, const char* question) {
    for (const ReadableAnswer& each : readable.answers) {
        if (each.question == question) {
            return each;
        }
    }
    throw base::Error(base::ErrorKind::not_found, question);
}

}  // namespace

TEST_SUITE("exchange.readable_reply") {
    TEST_CASE("answers stand with their questions and labels and who wrote them") {
        const support::ShippedRegister shipped = support::shipped_register();
        const ReadableReply readable =
            readable_reply(shipped.where, domain::ReplyId("greta/XAA-2/reply/government"), {}, k_today);
        CHECK((readable.visibility == domain::Visibility::public_));
        CHECK(readable.from == std::vector<std::string>{"Government of Velsonia"});
        const ReadableAnswer& data = answer_to(readable, "data.system");
        CHECK(data.number == "8");
        CHECK(data.question_text == "How are data kept?");
        CHECK(data.section == "Developments");
        REQUIRE(!data.values.empty());
        CHECK(data.values.front().find("egister") != std::string::npos);
        const ReadableAnswer& identified = answer_to(readable, "stat.identified");
        CHECK(identified.confidential);
        REQUIRE(identified.table);
        CHECK(identified.table->columns.size() == 5);
        CHECK(identified.table->rows.back().label == "Total");
        CHECK(!answer_to(readable, "stat.support").confidential);
        CHECK(answer_to(readable, "cs1").section == "Questions to this state");
        CHECK(!answer_to(readable, "cs1").question_text.empty());
        CHECK(answer_to(readable, "assistance.places.women").values.front().find("places") !=
              std::string::npos);
    }

    TEST_CASE("a confidential reply is so on every day and what was not answered says so") {
        const support::ShippedRegister shipped = support::shipped_register();
        const ReadableReply readable =
            readable_reply(shipped.where, domain::ReplyId("greta/XAA-2/reply/ngo-furrow"), {}, k_today);
        CHECK((readable.visibility == domain::Visibility::confidential));
        CHECK(!answer_to(readable, "fu.recommendations").given);
        CHECK(answer_to(readable, "fu.recommendations").state_words == "Not answered.");
        CHECK(answer_to(readable, "stat.support").state_words.rfind("No answer: ", 0) == 0);
        CHECK_THROWS_AS(answer_to(readable, "stat.identified"), base::Error);  // not asked of an NGO
    }

    TEST_CASE("before publication a reply is not public") {
        const support::ShippedRegister shipped = support::shipped_register();
        const domain::ReplyId id("greta/XAA-2/reply/government");
        CHECK((readable_reply(shipped.where, id, {}, base::Date::of(2018, 5, 22)).visibility ==
               domain::Visibility::party));
        CHECK((readable_reply(shipped.where, id, {}, base::Date::of(2018, 5, 23)).visibility ==
               domain::Visibility::public_));
    }

    TEST_CASE("an unknown reply or version is not found and the nearest is named") {
        const support::ShippedRegister shipped = support::shipped_register();
        const auto help = [&](const char* id, std::optional<int> version) {
            try {
                readable_reply(shipped.where, domain::ReplyId(id), version, k_today);
            } catch (const base::Error& error) {
                CHECK((error.kind() == base::ErrorKind::not_found));
                return error.help();
            }
            return std::string("found");
        };
        CHECK(help("greta/XAA-2/reply/goverment", {}) == "did you mean greta/XAA-2/reply/government?");
        CHECK(help("greta/XAA-2/reply/government", 7) == "the newest is version 2");
        CHECK(help("nonsense", {}) != "found");
    }
}
