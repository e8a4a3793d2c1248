// SPDX-License-Identifier: EUPL-1.2
#include "publication/small_cells.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace rapporteur::publication;

namespace {

CountCell cell(const std::string& row, const std::string& column, std::optional<std::int64_t> count) {
    return {{{"row", row}, {"column", column}}, count, Hiding::shown, Standing::own};
}

// A table of rows x columns with all totals.
std::vector<CountCell> table(std::mt19937& random, int rows, int columns) {
    std::vector<CountCell> cells;
    std::vector<std::int64_t> by_column(static_cast<std::size_t>(columns), 0);
    std::int64_t all = 0;
    for (int r = 0; r < rows; ++r) {
        std::int64_t sum = 0;
        for (int c = 0; c < columns; ++c) {
            const auto n = static_cast<std::int64_t>(random() % 40 < 12 ? random() % 12 : random() % 60);
            cells.push_back(cell(std::to_string(r), std::to_string(c), n));
            sum += n;
            by_column[static_cast<std::size_t>(c)] += n;
        }
        cells.push_back(cell(std::to_string(r), "total", sum));
        all += sum;
    }
    for (int c = 0; c < columns; ++c) {
        cells.push_back(cell("total", std::to_string(c), by_column[static_cast<std::size_t>(c)]));
    }
    cells.push_back(cell("total", "total", all));
    return cells;
}

// The auditor, written apart from the rule: how many hidden cells does the reader of the table know all the same? It
// solves by substitution (a line with one unknown) and then by rank (a cell whose unit row adds nothing to the system).
std::set<std::size_t> solvable(const std::vector<CountCell>& cells) {
    std::vector<std::size_t> unknown;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].hiding != Hiding::shown) {
            unknown.push_back(i);
        }
    }
    std::vector<std::vector<double>> system;
    for (const std::string dimension : {"row", "column"}) {
        const std::string other = dimension == "row" ? "column" : "row";
        for (const CountCell& total : cells) {
            if (total.dims.at(dimension) != "total") {
                continue;
            }
            std::vector<double> line;
            for (const std::size_t i : unknown) {
                const CountCell& u = cells[i];
                const bool same = u.dims.at(other) == total.dims.at(other);
                line.push_back(!same ? 0.0 : u.dims.at(dimension) == "total" ? -1.0 : 1.0);
            }
            system.push_back(line);
        }
    }
    const auto rank = [](std::vector<std::vector<double>> m) {
        std::size_t done = 0;
        for (std::size_t c = 0; !m.empty() && c < m.front().size() && done < m.size(); ++c) {
            std::size_t p = done;
            while (p < m.size() && std::abs(m[p][c]) < 1e-9) {
                ++p;
            }
            if (p == m.size()) {
                continue;
            }
            std::swap(m[p], m[done]);
            for (std::size_t r = done + 1; r < m.size(); ++r) {
                const double f = m[r][c] / m[done][c];
                for (std::size_t k = c; k < m.front().size(); ++k) {
                    m[r][k] -= f * m[done][k];
                }
            }
            ++done;
        }
        return done;
    };
    const std::size_t before = rank(system);
    std::set<std::size_t> known;
    for (std::size_t i = 0; i < unknown.size(); ++i) {
        std::vector<std::vector<double>> more = system;
        more.emplace_back(unknown.size(), 0.0);
        more.back()[i] = 1.0;
        if (rank(more) == before) {
            known.insert(unknown[i]);
        }
    }
    return known;
}

// What of a table follows from its published cells alone: all others are taken for hidden.
std::set<std::size_t> follows_from_published(std::vector<CountCell> cells) {
    for (CountCell& c : cells) {
        c.hiding = c.standing == Standing::published ? Hiding::shown : Hiding::small;
    }
    return solvable(cells);
}

// n counts of persons by one dimension that add up to the sum.
void add_breakdown(std::vector<CountCell>& cells, std::mt19937& random, const std::string& dimension,
                   int parts, std::int64_t sum) {
    for (int i = 1; i <= parts; ++i) {
        const auto most =
            static_cast<std::uint32_t>(std::min<std::int64_t>(sum, random() % 3 == 0 ? 15 : 60));
        const auto n = i == parts ? sum : static_cast<std::int64_t>(random() % (most + 1));
        cells.push_back({{{dimension, std::to_string(i)}}, n});
        sum -= n;
    }
}

// Two breakdowns of one sum have one equation between them: it gives a hidden cell away when it is the only one.
bool gives_away(const std::vector<CountCell>& cells) {
    return std::ranges::count_if(cells, [](const CountCell& c) { return c.hiding != Hiding::shown; }) == 1;
}

}  // namespace

TEST_SUITE("publication.small_cells") {
    TEST_CASE("counts from one to ten are hidden and nought and eleven are shown") {
        std::vector<CountCell> cells{cell("a", "1", 0), cell("b", "1", 1), cell("c", "1", 10),
                                     cell("d", "1", 11)};
        hide_small_cells(cells, 11);
        CHECK(cells[0].hiding == Hiding::shown);
        CHECK(cells[1].hiding == Hiding::small);
        CHECK(cells[2].hiding == Hiding::small);
        CHECK(cells[3].hiding == Hiding::shown);
    }

    TEST_CASE("one hidden cell in a line with a total hides the next smallest") {
        std::vector<CountCell> cells{cell("a", "1", 3), cell("b", "1", 19), cell("c", "1", 41),
                                     cell("total", "1", 63)};
        hide_small_cells(cells, 11);
        CHECK(cells[0].hiding == Hiding::small);
        CHECK(cells[1].hiding == Hiding::complementary);
        CHECK(cells[2].hiding == Hiding::shown);
        CHECK(cells[3].hiding == Hiding::shown);
    }

    TEST_CASE("two hidden cells with a small sum hide a third") {
        std::vector<CountCell> cells{cell("a", "1", 1), cell("b", "1", 2), cell("c", "1", 41),
                                     cell("total", "1", 44)};
        hide_small_cells(cells, 11);
        CHECK(cells[2].hiding == Hiding::complementary);  // else each of the two would be known to within 3
    }

    TEST_CASE("a small total with one part hides both") {
        std::vector<CountCell> cells{cell("a", "1", 4), cell("b", "1", 0), cell("total", "1", 4)};
        hide_small_cells(cells, 11);
        CHECK(cells[0].hiding == Hiding::small);
        CHECK(cells[2].hiding == Hiding::small);
    }

    TEST_CASE("a cell that lacks a dimension is its total") {
        std::vector<CountCell> cells{{{{"age", "child"}}, 7}, {{{"age", "adult"}}, 56}, {{}, 63}};
        hide_small_cells(cells, 11);
        CHECK(cells[0].hiding == Hiding::small);
        CHECK(cells[1].hiding == Hiding::complementary);
        CHECK(cells[2].hiding == Hiding::shown);
    }

    TEST_CASE("a gap in the line protects as well as a hidden cell") {
        std::vector<CountCell> cells{cell("a", "1", 3), cell("b", "1", std::nullopt), cell("total", "1", 60)};
        hide_small_cells(cells, 11);
        CHECK(cells[2].hiding == Hiding::shown);
    }

    TEST_CASE("no hidden cell of any random table can be computed") {
        const unsigned seed = 20211104;
        MESSAGE("seed " << seed);
        std::mt19937 random(seed);
        std::size_t broken_without = 0;
        for (int i = 0; i < 2000; ++i) {
            const int rows = 2 + static_cast<int>(random() % 4);
            const int columns = 2 + static_cast<int>(random() % 4);
            std::vector<CountCell> cells = table(random, rows, columns);
            std::vector<CountCell> primary = cells;
            for (CountCell& c : primary) {
                c.hiding = *c.count > 0 && *c.count < 11 ? Hiding::small : Hiding::shown;
            }
            broken_without += solvable(primary).empty() ? 0U : 1U;
            hide_small_cells(cells, 11);
            REQUIRE(solvable(cells).empty());
        }
        CHECK(broken_without > 200);  // the auditor can break a table: primary hiding alone is not enough
    }

    TEST_CASE("what is published stays and hides nothing else") {
        std::vector<CountCell> cells{cell("a", "1", 3), cell("b", "1", 19), cell("c", "1", 41),
                                     cell("total", "1", 63)};
        for (CountCell& c : cells) {
            c.standing = Standing::published;
        }
        hide_small_cells(cells, 11);
        CHECK(std::ranges::all_of(cells, [](const CountCell& c) { return c.hiding == Hiding::shown; }));
        cells[0].standing =
            Standing::own;  // 3 is 63 - 19 - 41 whatever is done: nothing more is hidden for it
        hide_small_cells(cells, 11);
        CHECK(cells[0].hiding == Hiding::small);
        CHECK(std::ranges::count_if(cells, [](const CountCell& c) { return c.hiding != Hiding::shown; }) ==
              1);
        cells[2].standing = Standing::own;
        hide_small_cells(cells, 11);
        CHECK(cells[1].hiding == Hiding::shown);
        CHECK(cells[2].hiding == Hiding::complementary);  // and not the smaller 19, which is published
    }

    TEST_CASE("breakdowns of one sum without a total protect each other") {
        std::vector<CountCell> cells{{{{"place", "abroad"}}, 41},
                                     {{{"place", "inside"}}, 14},
                                     {{{"sex", "men"}}, 9},
                                     {{{"sex", "women"}}, 31},
                                     {{{"sex", "other"}}, 15}};
        hide_small_cells(cells, 11);
        CHECK(cells[2].hiding == Hiding::small);
        CHECK(cells[4].hiding == Hiding::complementary);  // else men are 41 + 14 - 31 - 15
        CHECK(cells[0].hiding == Hiding::shown);
        std::vector<CountCell> other{cells[0], cells[1], cells[2], cells[3]};  // 55 and 40: not of one sum
        for (CountCell& c : other) {
            c.hiding = Hiding::shown;
        }
        hide_small_cells(other, 11);
        CHECK(std::ranges::count_if(other, [](const CountCell& c) { return c.hiding != Hiding::shown; }) ==
              1);
    }

    TEST_CASE("a breakdown of another's crossed cells is one of the same sum") {
        std::vector<CountCell> cells{cell("a", "1", 20),          cell("a", "2", 30),
                                     cell("b", "1", 40),          cell("b", "2", 5),
                                     {{{"place", "abroad"}}, 60}, {{{"place", "inside"}}, 35}};
        hide_small_cells(cells, 11);
        CHECK(cells[3].hiding == Hiding::small);
        CHECK(std::ranges::count_if(cells, [](const CountCell& c) { return c.hiding != Hiding::shown; }) > 1);
    }

    TEST_CASE("with published cells only what follows from these alone can be computed") {
        const unsigned seed = 20211105;
        MESSAGE("seed " << seed);
        std::mt19937 random(seed);
        std::size_t marked = 0;
        std::size_t broken_without = 0;
        for (int i = 0; i < 1000; ++i) {
            std::vector<CountCell> cells =
                table(random, 2 + static_cast<int>(random() % 4), 2 + static_cast<int>(random() % 4));
            for (CountCell& c : cells) {
                c.standing = random() % 4 == 0 ? Standing::published : Standing::own;
                marked += c.standing == Standing::published ? 1U : 0U;
            }
            std::vector<CountCell> primary = cells;
            for (CountCell& c : primary) {
                const bool small = c.standing == Standing::own && *c.count > 0 && *c.count < 11;
                c.hiding = small ? Hiding::small : Hiding::shown;
            }
            const std::set<std::size_t> known = follows_from_published(cells);
            broken_without += std::ranges::includes(known, solvable(primary)) ? 0U : 1U;
            hide_small_cells(cells, 11);
            REQUIRE(std::ranges::includes(known, solvable(cells)));
            REQUIRE(std::ranges::none_of(cells, [](const CountCell& c) {
                return c.standing == Standing::published && c.hiding != Hiding::shown;
            }));
        }
        CHECK(marked > 1000);
        CHECK(broken_without > 100);
    }

    TEST_CASE("no hidden cell of two random breakdowns of one sum can be computed") {
        const unsigned seed = 20211106;
        MESSAGE("seed " << seed);
        std::mt19937 random(seed);
        std::size_t broken_without = 0;
        for (int i = 0; i < 1000; ++i) {
            std::vector<CountCell> first;
            std::vector<CountCell> second;
            const auto sum = static_cast<std::int64_t>(30 + random() % 100);
            add_breakdown(first, random, "place", 2 + static_cast<int>(random() % 3), sum);
            add_breakdown(second, random, "sex", 2 + static_cast<int>(random() % 3), sum);
            std::vector<CountCell> both = first;
            both.insert(both.end(), second.begin(), second.end());
            hide_small_cells(both, 11);
            REQUIRE_FALSE(gives_away(both));
            hide_small_cells(first, 11);  // each by itself
            hide_small_cells(second, 11);
            first.insert(first.end(), second.begin(), second.end());
            broken_without += gives_away(first) ? 1U : 0U;
        }
        CHECK(broken_without > 100);
    }

    TEST_CASE("counts are read as they are written and nothing else is") {
        CHECK(read_count("1 234") == 1234);
        CHECK(read_count("1\xC2\xA0"
                         "234") == 1234);
        CHECK_FALSE(read_count("about 7"));
        CHECK_FALSE(read_count(""));
        CHECK_FALSE(read_count("7.5"));
    }
}
