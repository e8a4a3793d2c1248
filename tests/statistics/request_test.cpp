// SPDX-License-Identifier: EUPL-1.2
#include "statistics/table.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::statistics;

namespace {

using Attributes = std::vector<std::pair<std::string, std::string>>;

std::optional<TableRequest> read(const Attributes& attributes, base::Problems& problems) {
    return read_request(attributes, base::Place{"", 0, "k7c2xq"}, problems);
}

}  // namespace

TEST_SUITE_BEGIN("statistics.request");

TEST_CASE("a block names its figures its dimension its years and its filters") {
    base::Problems problems;
    const auto request = read({{"indicator", "victims"},
                               {"by", "form"},
                               {"years", "2012-2014"},
                               {"group", "women"},
                               {"kind", "bars"}},
                              problems);
    REQUIRE(request);
    CHECK(problems.empty());
    CHECK(request->indicator == "victims");
    CHECK(request->by == "form");
    CHECK(request->years == std::vector<int>{2012, 2013, 2014});
    CHECK(request->filters == Attributes{{"group", "women"}});
    CHECK(request->reply == "government");
    CHECK(read({{"question", "q"}, {"by", "total"}, {"years", "2012,2015"}}, problems)->years ==
          std::vector<int>{2012, 2015});
}

TEST_CASE("every fault of a block is told at its paragraph") {
    const Attributes faulty[] = {
        {{"by", "form"}, {"years", "2012"}},
        {{"question", "q"}, {"indicator", "i"}, {"by", "form"}, {"years", "2012"}},
        {{"question", "q"}, {"years", "2012"}},
        {{"question", "q"}, {"by", "form"}},
        {{"question", "q"}, {"by", "form"}, {"years", "2016-2012"}},
        {{"question", "q"}, {"by", "form"}, {"years", "12"}},
        {{"question", "q"}, {"by", "form"}, {"years", "2012,2012"}},
        {{"question", "q"}, {"by", "form"}, {"years", "2012"}, {"kind", "pie"}},
        {{"question", "q"}, {"by", "form"}, {"years", "2012"}, {"group", "women and men"}},
    };
    for (const Attributes& attributes : faulty) {
        base::Problems problems;
        CHECK_FALSE(read(attributes, problems));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].place.item == "k7c2xq");
    }
    base::Problems all;
    CHECK_FALSE(read({{"years", "never"}}, all));
    CHECK(all.size() == 3);
}

TEST_SUITE_END();
