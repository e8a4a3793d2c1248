// SPDX-License-Identifier: EUPL-1.2
//
// Hides small counts of a table before it is published: every count from 1 to floor - 1, and as many more cells as it
// takes that no hidden one can be computed from totals. Pure; knows no indicator. A total is a cell whose code in a
// dimension is "total" or that lacks the dimension. Where there is none, breakdowns with the same sum are taken for
// complete and share a total that everybody can compute. What others have published is never hidden, and what follows
// from it alone can not be protected. Rule: security.md 2.10 (k = 11 as CTDC; never below 5).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rapporteur::publication {

constexpr int k_default_floor = 11;
constexpr int k_least_floor = 5;

enum class Hiding { shown, small, complementary };

// published: by somebody else or by the group's own report, so that it is known whatever is done here.
enum class Standing { own, published };

struct CountCell {
    std::map<std::string, std::string> dims;  // dimension -> code
    std::optional<std::int64_t> count;        // none: there is no figure
    Hiding hiding = Hiding::shown;
    Standing standing = Standing::own;
};

// Sets `hiding`. The counts themselves stay: the caller leaves out those that are hidden.
void hide_small_cells(std::vector<CountCell>& cells, int floor);

// "1 234" and "1234" are 1234 (spaces of any width between digits are allowed); nothing for other text.
std::optional<std::int64_t> read_count(const std::string& raw);

}  // namespace rapporteur::publication
