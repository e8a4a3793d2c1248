// SPDX-License-Identifier: EUPL-1.2
#include "statistics/check.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <functional>
#include <random>

using namespace rapporteur;
using namespace rapporteur::statistics;

namespace {

const std::vector<std::string> k_parts{"f", "m", "g", "b"};
const std::vector<std::string> k_forms{"labour", "sexual", "other"};
constexpr int k_first_year = 2011;
constexpr int k_last_year = 2015;

// What is asked in the invented framework: a table by year and part, whose total is the sum.
std::shared_ptr<domain::Questionnaire> questionnaire(int decimals = 0) {
    auto result = std::make_shared<domain::Questionnaire>();
    result->respondents = {"government", "ngo"};
    domain::Codelist list;
    list.id = "parts";
    for (const std::string& code : k_parts) {
        domain::Code entry;
        entry.value = code;
        list.codes.push_back(entry);
    }
    result->codelists = {list};
    domain::Question question;
    question.id = domain::QuestionId("stat.identified");
    question.kind = domain::QuestionKind::table;
    question.indicator = "victims";
    question.unit = "persons";
    question.decimals = decimals;
    domain::Dimension years;
    years.id = "year";
    years.from = std::to_string(k_first_year);
    years.to = std::to_string(k_last_year);
    domain::Dimension parts;
    parts.id = "sexage";
    parts.codelist = "parts";
    parts.total = domain::TotalOrigin::given;
    question.dimensions = {years, parts};
    question.totals = {{{"sexage"}, domain::TotalRule::equal, domain::CheckLevel::error}};
    domain::Section section;
    section.questions = {question};
    result->sections = {section};
    return result;
}

// The figures of one evaluation as they can be spoilt, before they are read.
struct Round {
    std::string id;
    std::map<std::pair<int, std::string>, domain::Cell> cells;        // by year and part
    std::map<std::pair<int, std::string>, domain::Observation> rows;  // by year and form; "" the total

    domain::Cell& cell(int year, const std::string& part) { return cells[{year, part}]; }
    domain::Observation& row(int year, const std::string& form) { return rows[{year, form}]; }

    void put(int year, const std::string& part, const std::string& raw) {
        domain::Cell cell;
        cell.dims = {fmt::format("year={}", year), "sexage=" + part};
        cell.raw = raw;
        cells[{year, part}] = cell;
    }
    void put_row(int year, const std::string& form, const std::string& value) {
        domain::Observation row;
        row.indicator = "cases";
        row.year = year;
        row.unit = "cases";
        row.value = value;
        if (!form.empty()) {
            row.dims = {"form=" + form};
        }
        rows[{year, form}] = row;
    }
    EvaluationFigures read(const std::shared_ptr<domain::Questionnaire>& asked) const {
        EvaluationFigures figures;
        figures.evaluation = domain::EvaluationId(id);
        domain::Reply reply;
        reply.id = domain::ReplyId(id + "/reply/government");
        domain::Answer answer;
        answer.question = domain::QuestionId("stat.identified");
        for (const auto& [place, cell] : cells) {
            answer.cells.push_back(cell);
        }
        reply.answers = {answer};
        figures.observations = observations_in(reply, asked.get());
        std::vector<domain::Observation> observations;
        for (const auto& [place, row] : rows) {
            observations.push_back(row);
        }
        for (Observed& one : observations_in(observations)) {
            figures.observations.push_back(std::move(one));
        }
        figures.forms["government"] = {"government", asked};
        return figures;
    }
};

using Rounds = std::vector<Round>;

CheckedStatistics check(const Rounds& rounds, const Tolerance& tolerance = {}, int decimals = 0) {
    const auto asked = questionnaire(decimals);
    std::vector<EvaluationFigures> figures;
    for (const Round& round : rounds) {
        figures.push_back(round.read(asked));
    }
    return check_statistics(figures, figures.size() - 1, tolerance);
}

// "total error stat.identified[year=2012 sexage=total]"
std::vector<std::string> named(const CheckedStatistics& checked) {
    std::vector<std::string> names;
    for (const StatisticsFault& fault : checked.faults) {
        const auto severity = fault.problem.severity;
        names.push_back(fmt::format("{} {} {}", base::name_of(fault.kind),
                                    severity == base::Severity::error     ? "error"
                                    : severity == base::Severity::warning ? "warning"
                                                                          : "note",
                                    fault.problem.place.item));
    }
    return names;
}

void only(const CheckedStatistics& checked, const std::string& expected, const std::string& text) {
    REQUIRE(named(checked) == std::vector<std::string>{expected});
    CHECK(checked.faults.front().problem.text == text);
}

// A table in which nothing is wrong and nothing moves much.
Round quiet_round(std::string id, int first = k_first_year, int last = k_last_year) {
    Round round;
    round.id = std::move(id);
    for (int year = first; year <= last; ++year) {
        for (const std::string& part : k_parts) {
            round.put(year, part, "20");
        }
        round.put(year, "total", "80");
        for (const std::string& form : k_forms) {
            round.put_row(year, form, "10");
        }
        round.put_row(year, "", "30");
    }
    return round;
}

}  // namespace

TEST_SUITE_BEGIN("statistics.check");

TEST_CASE("a table without faults has none, and its figures are counted") {
    Round round = quiet_round("peer/XAA-2");
    round.cell(2013, "f").raw = "";
    round.cell(2013, "f").reason = domain::NoAnswer::not_disaggregated;
    const CheckedStatistics checked = check({round});
    CHECK(named(checked).empty());
    CHECK(checked.figures == 44);
    CHECK(checked.without == 1);
    CHECK(checked.in_replies == 25);
    CHECK(checked.in_rows == 20);
}

TEST_CASE("six answers are six different answers") {
    Round round = quiet_round("peer/XAA-2");
    const auto spoilt = [&](const char* raw) {
        Round other = round;
        other.cell(2012, "f").raw = raw;
        return check({other});
    };
    const std::string at = "stat.identified[year=2012 sexage=f]";
    CHECK(named(spoilt("20")).empty());
    only(spoilt("n/a"), "no-figure error " + at, "\"n/a\" is no figure");
    only(spoilt("—"), "no-figure error " + at, "\"—\" may mean none, nothing known or not applicable");
    only(spoilt("20*"), "mark-without-note warning " + at,
         "\"20*\" has the mark *, and no note says what it means");
    only(spoilt(""), "unexplained warning " + at, "neither a figure nor a reason for having none");
    only(spoilt("20.5"), "decimals error " + at, "\"20.5\" has decimals, where persons are whole numbers");
    // With a space or a comma between thousands it is the number, and then the total is what is wrong.
    CHECK(named(spoilt("1 236")).front() == "leap warning " + at);
    CHECK(named(spoilt("1,236")).front() == "leap warning " + at);
    Round decimals = round;
    decimals.cell(2012, "f").raw = "1,236";
    only(check({decimals}, {}, 1), "two-readings error " + at, "\"1,236\" can be read in two ways");
    decimals.cell(2012, "f").raw = "20.55";
    CHECK(named(check({decimals}, {}, 1)).front() == "decimals error " + at);
}

TEST_CASE("a total that its parts contradict names them") {
    Round round = quiet_round("peer/XAA-2", 2012, 2012);
    round.put(2012, "f", "71");
    round.put(2012, "m", "4");
    round.put(2012, "g", "17");
    round.put(2012, "b", "0");
    round.put(2012, "total", "88");
    const CheckedStatistics checked = check({round});
    REQUIRE(checked.faults.size() == 2);
    CHECK(named(checked)[1] == "total error stat.identified[year=2012 sexage=total]");
    CHECK(checked.faults[1].problem.text == "the parts add up to 0 + 71 + 17 + 4 = 92, not 88");
    CHECK(checked.faults[1].problem.place.file == "peer/XAA-2/reply/government");
    CHECK(checked.faults[0].problem.text ==
          "the table asks for 2011, 2013, 2014, 2015 too, and has nothing of it");
}

TEST_CASE("rows of a source: parts larger than the total, and parts that were the whole in another year") {
    Round round = quiet_round("peer/XAA-2");
    SUBCASE("one part") {
        round.put_row(2013, "labour", "31");
        CHECK(named(check({round}, {200, 50})) ==
              std::vector<std::string>{"breakdown error cases[year=2013 form=labour]"});
    }
    SUBCASE("their sum") {
        round.put_row(2013, "labour", "11");
        only(check({round}), "breakdown warning cases[year=2013 form=*]",
             "the parts add up to 11 + 10 + 10 = 31, which is more than the total 30");
        round.row(2013, "labour").note = "Persons in both are counted in both.";
        CHECK(named(check({round})) == std::vector<std::string>{"breakdown note cases[year=2013 form=*]"});
    }
    SUBCASE("less than the whole") {
        round.put_row(2013, "labour", "9");
        only(check({round}), "breakdown warning cases[year=2013 form=*]",
             "the parts add up to 9 + 10 + 10 = 29, not 30; in other years they are the whole");
    }
    SUBCASE("parts that never were the whole are no fault") {
        for (int year = k_first_year; year <= k_last_year; ++year) {
            round.put_row(year, "", "35");
        }
        CHECK(named(check({round})).empty());
    }
    SUBCASE("a part alone says nothing of the whole") {
        round.rows.erase({2013, "labour"});
        round.rows.erase({2013, "other"});
        CHECK(named(check({round})) == std::vector<std::string>{"missing-year note cases[year=2013]"});
    }
}

TEST_CASE("shares of a hundred") {
    Round round;
    round.id = "peer/XAA-2";
    for (const std::string& form : k_forms) {
        round.put_row(2013, form, "33.4");
        round.row(2013, form).unit = "percent";
    }
    CHECK(named(check({round})).empty());
    round.row(2013, "labour").value = "36";
    CHECK(named(check({round})) == std::vector<std::string>{"over-hundred warning cases[year=2013 form=*]"});
    round.row(2013, "labour").value = "101";
    CHECK(named(check({round})).size() == 2);
    CHECK(named(check({round})).front() == "over-hundred error cases[year=2013 form=labour]");
}

TEST_CASE("a leap is measured against the tolerance and the smallest difference, and a note explains it") {
    Round round = quiet_round("peer/XAA-2");
    round.rows.clear();
    round.put_row(2011, "", "40");
    round.put_row(2012, "", "60");
    CHECK(named(check({round})).empty());
    round.put_row(2012, "", "62");
    only(check({round}), "leap warning cases[year=2012]", "62 after 40 in 2011: +55\u00A0%");
    CHECK(named(check({round}, {60, 10})).empty());
    CHECK(named(check({round}, {50, 22})).empty());
    round.row(2012, "").note = "New rules of counting.";
    only(check({round}), "leap note cases[year=2012]",
         "62 after 40 in 2011: +55\u00A0%; noted: New rules of counting.");
    round.put_row(2011, "", "2");
    round.put_row(2012, "", "9");
    CHECK(named(check({round})).empty());
    round.put_row(2011, "", "0");
    round.put_row(2012, "", "12");
    CHECK(check({round}).faults.front().problem.text == "12 after 0 in 2011");
}

TEST_CASE("the year before is found in the round before") {
    const Round earlier = quiet_round("peer/XAA-1", 2008, 2010);
    Round now = quiet_round("peer/XAA-2");
    now.put(2011, "f", "60");
    now.put(2011, "total", "120");
    now.cell(2012, "f").note = "As before.";
    const CheckedStatistics checked = check({earlier, now});
    REQUIRE(named(checked).size() == 2);
    CHECK(checked.faults[0].problem.text ==
          "60 after 20 in 2010 (peer/XAA-1/reply/government#stat.identified): +200\u00A0%");
    CHECK(named(checked)[1] == "leap note stat.identified[year=2012 sexage=f]");
}

TEST_CASE("the same year given differently in two rounds needs the mark of a revised figure") {
    const Round earlier = quiet_round("peer/XAA-1", 2010, 2012);
    Round now = quiet_round("peer/XAA-2");
    now.put(2012, "f", "21");
    now.put(2012, "total", "81");
    const CheckedStatistics checked = check({earlier, now});
    CHECK(named(checked) ==
          std::vector<std::string>{"unmarked-revision warning stat.identified[year=2012 sexage=f]",
                                   "unmarked-revision warning stat.identified[year=2012 sexage=total]"});
    CHECK(checked.faults[0].problem.text ==
          "given as 21, and as 20 in peer/XAA-1/reply/government#stat.identified");
    now.cell(2012, "f").revised = true;
    now.cell(2012, "total").revised = true;
    CHECK(named(check({earlier, now})).empty());
}

TEST_CASE("two sources of one evaluation are held against each other, two respondents with a note only") {
    const Round round = quiet_round("peer/XAA-2");
    const auto asked = questionnaire();
    EvaluationFigures figures = round.read(asked);
    Observed row = figures.observations.back();
    row.indicator = "victims";
    row.unit = "persons";
    row.year = 2012;
    row.dims = {};
    row.figure = read_figure("85");
    figures.observations.push_back(row);
    only(check_statistics({figures}, 0, {}), "two-sources warning victims[year=2012]",
         "given as 85, and as 80 in reply/government#stat.identified");
    figures.observations.back().reply = "ngo-first";
    figures.observations.back().question = "stat.identified";
    CHECK(check_statistics({figures}, 0, {}).count(base::Severity::note) == 1);
    CHECK(check_statistics({figures}, 0, {}).count(base::Severity::warning) == 0);
}

TEST_CASE("a year that is missing in a whole table is said once") {
    Round round = quiet_round("peer/XAA-2");
    for (const char* part : {"f", "m", "g", "b", "total"}) {
        round.cells.erase({2013, part});
    }
    only(check({round}), "missing-year warning stat.identified[year=2013]",
         "neither a figure nor a reason for 2013, in 5 series");
}

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
    for (const std::string& name : {"f", "m", "g", "b", "labour", "sexual", "other"}) {
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
        for (auto& [name, value] : level) {
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
