// SPDX-License-Identifier: EUPL-1.2
#include "publication/small_cells.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace rapporteur::publication {

namespace {

// total = sum of parts, by index.
struct Relation {
    std::size_t total;
    std::vector<std::size_t> parts;
};

using Dims = std::map<std::string, std::string>;

std::string code_of(const CountCell& cell, const std::string& dimension) {
    const auto found = cell.dims.find(dimension);
    return found == cell.dims.end() ? "total" : found->second;
}

// One relation for each cell that is a total in a dimension in which others are parts of it.
std::vector<Relation> relations_of(const std::vector<CountCell>& cells) {
    std::set<std::string> dimensions;
    for (const CountCell& cell : cells) {
        for (const auto& [dimension, code] : cell.dims) {
            static_cast<void>(code);
            dimensions.insert(dimension);
        }
    }
    std::vector<Dims> places;
    for (const CountCell& cell : cells) {
        Dims& place = places.emplace_back();
        for (const std::string& dimension : dimensions) {
            place[dimension] = code_of(cell, dimension);
        }
    }
    std::vector<Relation> relations;
    for (const std::string& dimension : dimensions) {
        std::map<Dims, std::vector<std::size_t>> lines;  // by the place without this dimension
        for (std::size_t i = 0; i < cells.size(); ++i) {
            Dims rest = places[i];
            rest.erase(dimension);
            lines[rest].push_back(i);
        }
        for (const auto& [rest, members] : lines) {
            static_cast<void>(rest);
            Relation relation{cells.size(), {}};
            for (const std::size_t i : members) {
                if (places[i].at(dimension) == "total") {
                    relation.total = i;
                } else {
                    relation.parts.push_back(i);
                }
            }
            if (relation.total < cells.size() && !relation.parts.empty()) {
                relations.push_back(std::move(relation));
            }
        }
    }
    return relations;
}

class Table {
public:
    Table(std::vector<CountCell>& cells, int floor)
        : m_cells(cells), m_floor(floor), m_relations(relations_of(cells)) {}

    void hide() {
        for (CountCell& cell : m_cells) {
            if (cell.count && *cell.count > 0 && *cell.count < m_floor) {
                cell.hiding = Hiding::small;
            }
        }
        do {
            while (std::ranges::any_of(m_relations, [this](const Relation& r) { return protect(r); })) {
            }
        } while (protect_determined());
    }

private:
    bool hidden(std::size_t i) const { return m_cells[i].hiding != Hiding::shown; }
    bool gap(std::size_t i) const { return !m_cells[i].count; }

    // True where it hid one more cell.
    bool protect(const Relation& relation) {
        const auto is_hidden = [this](std::size_t i) { return hidden(i); };
        const auto is_gap = [this](std::size_t i) { return gap(i); };
        const auto hidden_parts = std::ranges::count_if(relation.parts, is_hidden);
        const bool total_open = !hidden(relation.total) && !gap(relation.total);
        const bool any_gap = std::ranges::any_of(relation.parts, is_gap);
        if (any_gap || gap(relation.total)) {
            return false;  // an unknown figure already stands between
        }
        if (hidden_parts == 0) {
            return hidden(relation.total) &&
                   hide_one_more(relation);  // the total would be the sum of its parts
        }
        if (!total_open) {
            return false;
        }
        std::int64_t sum = 0;
        for (const std::size_t i : relation.parts) {
            sum += hidden(i) ? *m_cells[i].count : 0;
        }
        const bool too_narrow = hidden_parts == 1 || sum < m_floor - 1;
        return too_narrow && hide_one_more(relation);
    }

    // The smallest part that is shown, one above zero before a zero; the total where no part is left.
    bool hide_one_more(const Relation& relation) {
        std::optional<std::size_t> best;
        const auto better = [this](std::size_t a, std::size_t b) {
            const auto rank = [this](std::size_t i) {
                return *m_cells[i].count == 0 ? INT64_MAX : *m_cells[i].count;
            };
            return rank(a) < rank(b);
        };
        for (const std::size_t i : relation.parts) {
            if (!hidden(i) && !gap(i) && (!best || better(i, *best))) {
                best = i;
            }
        }
        if (!best && !hidden(relation.total)) {
            best = relation.total;
        }
        if (best) {
            m_cells[*best].hiding = Hiding::complementary;
        }
        return best.has_value();
    }

    // Gauss-Jordan over all relations at once: a hidden cell alone in its row is determined.
    bool protect_determined() {
        std::vector<std::size_t> unknown;
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            if (hidden(i) || gap(i)) {
                unknown.push_back(i);
            }
        }
        const std::vector<std::size_t> determined = determined_among(unknown);
        for (const std::size_t i : determined) {
            for (const Relation& relation : m_relations) {
                const bool in_it = relation.total == i || std::ranges::count(relation.parts, i) > 0;
                if (hidden(i) && in_it && hide_one_more(relation)) {
                    return true;
                }
            }
        }
        return false;
    }

    std::vector<std::size_t> determined_among(const std::vector<std::size_t>& unknown) const {
        std::vector<std::vector<double>> rows;
        for (const Relation& relation : m_relations) {
            std::vector<double> row(unknown.size(), 0.0);
            for (std::size_t column = 0; column < unknown.size(); ++column) {
                row[column] = unknown[column] == relation.total                         ? -1.0
                              : std::ranges::count(relation.parts, unknown[column]) > 0 ? 1.0
                                                                                        : 0.0;
            }
            rows.push_back(std::move(row));
        }
        reduce(rows, unknown.size());
        std::vector<std::size_t> found;
        for (const std::vector<double>& row : rows) {
            const auto nonzero = [](double x) { return std::abs(x) > 1e-9; };
            if (std::ranges::count_if(row, nonzero) == 1) {
                found.push_back(
                    unknown[static_cast<std::size_t>(std::ranges::find_if(row, nonzero) - row.begin())]);
            }
        }
        return found;
    }

    static void reduce(std::vector<std::vector<double>>& rows, std::size_t columns) {
        std::size_t rank = 0;
        for (std::size_t column = 0; column < columns && rank < rows.size(); ++column) {
            std::size_t pivot = rank;
            for (std::size_t i = rank; i < rows.size(); ++i) {
                pivot = std::abs(rows[i][column]) > std::abs(rows[pivot][column]) ? i : pivot;
            }
            if (std::abs(rows[pivot][column]) < 1e-9) {
                continue;
            }
            std::swap(rows[pivot], rows[rank]);
            const double by = rows[rank][column];
            for (double& x : rows[rank]) {
                x /= by;
            }
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const double factor = rows[i][column];
                for (std::size_t j = 0; i != rank && j < columns; ++j) {
                    rows[i][j] -= factor * rows[rank][j];
                }
            }
            ++rank;
        }
    }

    std::vector<CountCell>& m_cells;
    int m_floor;
    std::vector<Relation> m_relations;
};

}  // namespace

void hide_small_cells(std::vector<CountCell>& cells, int floor) {
    Table(cells, floor).hide();
}

std::optional<std::int64_t> read_count(const std::string& raw) {
    std::string digits;
    std::size_t position = 0;
    const std::string_view text = base::trim(raw);
    while (position < text.size()) {
        const char32_t c = base::next_code_point(text, position);
        if (c >= '0' && c <= '9') {
            digits += static_cast<char>(c);
        } else if (c != ' ' && c != 0xA0 && c != 0x202F && c != 0x2009) {
            return std::nullopt;
        }
    }
    if (digits.empty() || digits.size() > 15) {
        return std::nullopt;
    }
    return std::stoll(digits);
}

}  // namespace rapporteur::publication
