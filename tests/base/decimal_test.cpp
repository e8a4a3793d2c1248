// SPDX-License-Identifier: EUPL-1.2
#include "base/decimal.hpp"
#include "base/error.hpp"

#include <doctest/doctest.h>

using namespace rapporteur::base;

TEST_SUITE_BEGIN("base.decimal");

TEST_CASE("sums are exact and equality forgets the scale") {
    const auto tenth = *Decimal::parse("0.1");
    Decimal sum = tenth;
    for (int i = 0; i < 9; ++i) {
        sum = sum + tenth;
    }
    CHECK(sum == *Decimal::parse("1"));
    CHECK(*Decimal::parse("76.20") == *Decimal::parse("76.2"));
    CHECK(*Decimal::parse("-1") < *Decimal::parse("0.5"));
    CHECK_FALSE(Decimal::parse(""));
    CHECK_FALSE(Decimal::parse("."));
    CHECK_FALSE(Decimal::parse("1."));
    CHECK_FALSE(Decimal::parse("1.2.3"));
    CHECK(Decimal::parse("0.05")->text() == "0.05");
    CHECK(Decimal::parse("-0.05")->text() == "-0.05");
}

TEST_CASE("decimals of very different scale are compared, and what is too long to add is no sum") {
    const Decimal large = *Decimal::parse("999999999999999999");
    const Decimal small = *Decimal::parse("0.000000001");
    CHECK(small < large);
    CHECK_FALSE(small == large);
    CHECK_FALSE(checked_sum(large, small));
    CHECK_FALSE(checked_sum(large, *Decimal::parse("1")));
    CHECK(checked_sum(large, *Decimal::parse("-1"))->text() == "999999999999999998");
    CHECK_THROWS_AS(large + small, Error);
    CHECK((*Decimal::parse("1.5") - *Decimal::parse("2")).text() == "-0.5");
}

TEST_SUITE_END();
