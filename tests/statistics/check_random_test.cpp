// SPDX-License-Identifier: EUPL-1.2
#include "statistics/invented_rounds.hpp"

#include <algorithm>
#include <functional>
#include <random>

using namespace rapporteur;
using namespace rapporteur::statistics;
using namespace rapporteur::statistics::invented;

// Faults are planted into random tables of two rounds: each is found where it was planted, and a clean table has none.
namespace {

struct Planted {
    std::string expected;  // as named() says it
    std::function<void(Round&)> plant;
};

class Random {
public:
    explicit Random(unsigned seed) : m_random(seed) {}
    int from(int low, int high) { return std::uniform_int_distribution<int>(low, high)(m_random); }
    template <class T>
    const T& one_of(const std::vector<T>& all) {
        return all[static_cast<std::size_t>(from(0, static_cast<int>(all.size()) - 1))];
    }

private:
    std::mt19937 m_random;
};

// As people write it: with spaces between thousands now and then.
std::string written(int value, Random& random) {
    const std::string plain = std::to_string(value);
    return value >= 1000 && random.from(0, 1) == 0
               ? plain.substr(0, plain.size() - 3) + " " + plain.substr(plain.size() - 3)
               : plain;
}

Rounds random_rounds(Random& random) {
    Rounds rounds{{"peer/XAA-1", {}, {}}, {"peer/XAA-2", {}, {}}};
    std::map<std::string, int> level;
    for (const char* name : {"f", "m", "g", "b", "labour", "sexual", "other"}) {
        level[name] = random.from(20, 2000);
    }
    for (int year = k_first_year - 3; year <= k_last_year; ++year) {
        const auto each_round = [&](const std::function<void(Round&)>& act) {
            if (year <= k_first_year + 1) {
                act(rounds[0]);  // the first two years of the second round were in the first one too
            }
            if (year >= k_first_year) {
                act(rounds[1]);
            }
        };
        int persons = 0;
        int cases = 0;
        for (auto& each : level) {
            const std::string& name = each.first;
            int& value = each.second;
            value += value * random.from(-15, 15) / 100;
            const std::string raw = written(value, random);
            const bool part = name.size() == 1;
            (part ? persons : cases) += value;
            each_round([&](Round& round) {
                part ? round.put(year, name, raw) : round.put_row(year, name, std::to_string(value));
            });
        }
        each_round([&](Round& round) {
            round.put(year, "total", std::to_string(persons));
            round.put_row(year, "", std::to_string(cases));
        });
    }
    return rounds;
}

Planted random_fault(Random& random, int year) {
    const std::string part = random.one_of(k_parts);
    const std::string form = random.one_of(k_forms);
    const std::string at = fmt::format("stat.identified[year={} sexage={}]", year, part);
    const std::string total = fmt::format("stat.identified[year={} sexage=total]", year);
    const auto spoil = [=](std::string raw) {
        return [=](Round& round) { round.cell(year, part).raw = raw; };
    };
    const auto value_of = [](const std::string& raw) {
        return static_cast<int>(read_figure(raw).value->digits);
    };
    switch (random.from(0, 10)) {
    case 0:
        return {"no-figure error " + at, spoil(random.one_of<std::string>({"n/a", "about 40", "<5", "–"}))};
    case 1:
        return {"unexplained warning " + at, spoil("")};
    case 2:
        return {"decimals error " + at, spoil("12.5")};
    case 3:
        return {"below-zero error " + at, spoil("-7")};
    case 4:
        return {"figure-and-reason error " + at,
                [=](Round& round) { round.cell(year, part).reason = domain::NoAnswer::not_available; }};
    case 5:
        return {"total error " + total, [=](Round& round) {
                    domain::Cell& cell = round.cell(year, "total");
                    cell.raw = std::to_string(value_of(cell.raw) + 1);
                }};
    case 6:
        return {fmt::format("breakdown warning cases[year={} form=*]", year), [=](Round& round) {
                    domain::Observation& row = round.row(year, form);
                    row.value = std::to_string(value_of(row.value) + 1);
                }};
    case 7:
        return {"leap warning " + at, [=](Round& round) {
                    domain::Cell& cell = round.cell(year, part);
                    cell.raw = std::to_string(value_of(cell.raw) * 3);
                }};
    case 8:
        return {fmt::format("leap warning cases[year={} form={}]", year, form), [=](Round& round) {
                    domain::Observation& row = round.row(year, form);
                    row.value = std::to_string(value_of(row.value) * 3);
                }};
    case 9:
        return {"mark-without-note warning " + at, [=](Round& round) { round.cell(year, part).raw += "*"; }};
    default:
        return {fmt::format("missing-year warning stat.identified[year={} sexage={}]", year, part),
                [=](Round& round) {
                    round.cells.erase({year, part});
                }};
    }
}

}  // namespace

TEST_SUITE_BEGIN("statistics.check.random");

TEST_CASE("every fault planted into random tables is found where it is, and clean tables have none") {
    const unsigned seed = 20261125;
    MESSAGE("seed " << seed);
    Random random(seed);
    int planted = 0;
    for (int i = 0; i < 300; ++i) {
        CAPTURE(i);
        Rounds rounds = random_rounds(random);
        const CheckedStatistics clean = check(rounds);
        REQUIRE(named(clean).empty());
        // Two faults, in years that do not touch each other; the first year alone is in both rounds.
        std::vector<Planted> faults{random_fault(random, k_first_year + 1),
                                    random_fault(random, k_first_year + 3)};
        for (const Planted& fault : faults) {
            fault.plant(rounds.back());
            ++planted;
        }
        const std::vector<std::string> found = named(check(rounds));
        for (const Planted& fault : faults) {
            CAPTURE(fault.expected);
            CHECK(std::count(found.begin(), found.end(), fault.expected) == 1);
        }
        // The years around the faults are clean.
        for (const std::string& name : found) {
            CAPTURE(name);
            CHECK(name.find("year=2011 ") == std::string::npos);
        }
    }
    CHECK(planted == 600);
}

TEST_CASE("a figure changed in either direction between two rounds is found in random tables") {
    const unsigned seed = 20261126;
    MESSAGE("seed " << seed);
    Random random(seed);
    for (int i = 0; i < 100; ++i) {
        CAPTURE(i);
        Rounds rounds = random_rounds(random);
        const int year = random.from(k_first_year, k_first_year + 1);
        const std::string part = random.one_of(k_parts);
        const int change = random.from(0, 1) == 0 ? 1 : -1;
        for (const std::string& each : {part, std::string("total")}) {
            domain::Cell& cell = rounds.back().cell(year, each);
            cell.raw = std::to_string(read_figure(cell.raw).value->digits + change);
        }
        CHECK(named(check(rounds)) ==
              std::vector<std::string>{
                  fmt::format("unmarked-revision warning stat.identified[year={} sexage={}]", year, part),
                  fmt::format("unmarked-revision warning stat.identified[year={} sexage=total]", year)});
        rounds.back().cell(year, part).revised = true;
        rounds.back().cell(year, "total").revised = true;
        CHECK(named(check(rounds)).empty());
    }
}

TEST_SUITE_END();
