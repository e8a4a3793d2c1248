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

enum class Kind { own, published, implied };  // implied: a total that stands nowhere

struct Entry {
    Dims place;  // every dimension of the table; "total" where the cell has none
    std::optional<std::int64_t> count;
    Hiding hiding = Hiding::shown;
    Kind kind = Kind::own;
};

std::vector<Entry> entries_of(const std::vector<CountCell>& cells) {
    std::set<std::string> dimensions;
    for (const CountCell& cell : cells) {
        for (const auto& [dimension, code] : cell.dims) {
            static_cast<void>(code);
            dimensions.insert(dimension);
        }
    }
    std::vector<Entry> entries;
    for (const CountCell& cell : cells) {
        Entry& entry = entries.emplace_back();
        for (const std::string& dimension : dimensions) {
            entry.place[dimension] = code_of(cell, dimension);
        }
        entry.count = cell.count;
        entry.kind = cell.standing == Standing::published ? Kind::published : Kind::own;
    }
    return entries;
}

// The entries that differ in one dimension alone, by the place of their total.
using Lines = std::map<Dims, std::vector<std::vector<std::size_t>>>;

Lines lines_of(const std::vector<Entry>& entries) {
    Lines lines;
    if (entries.empty()) {
        return lines;
    }
    for (const auto& [dimension, any] : entries.front().place) {
        static_cast<void>(any);
        std::map<Dims, std::vector<std::size_t>> here;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (entries[i].place.at(dimension) != "total") {
                Dims total = entries[i].place;
                total[dimension] = "total";
                here[total].push_back(i);
            }
        }
        for (auto& [total, parts] : here) {
            lines[total].push_back(std::move(parts));
        }
    }
    return lines;
}

std::optional<std::int64_t> sum_of(const std::vector<Entry>& entries, const std::vector<std::size_t>& parts) {
    std::int64_t sum = 0;
    for (const std::size_t i : parts) {
        if (!entries[i].count) {
            return std::nullopt;
        }
        sum += *entries[i].count;
    }
    return sum;
}

// The sum that most lines of at least two parts have.
std::optional<std::int64_t> shared_sum(const std::vector<Entry>& entries,
                                       const std::vector<std::vector<std::size_t>>& lines) {
    std::map<std::int64_t, int> sums;
    for (const std::vector<std::size_t>& parts : lines) {
        const auto sum = parts.size() < 2 ? std::nullopt : sum_of(entries, parts);
        if (sum) {
            ++sums[*sum];
        }
    }
    const auto most = std::ranges::max_element(
        sums, {}, [](const std::pair<const std::int64_t, int>& s) { return s.second; });
    return most == sums.end() ? std::nullopt : std::optional(most->first);
}

// Adds the totals that stand nowhere and that two breakdowns share; a total of totals takes a second pass.
void add_implied_totals(std::vector<Entry>& entries) {
    const std::size_t passes = entries.empty() ? 0 : entries.front().place.size();
    std::set<Dims> places;
    for (const Entry& entry : entries) {
        places.insert(entry.place);
    }
    for (std::size_t pass = 0; pass < passes; ++pass) {
        for (const auto& [total, lines] : lines_of(entries)) {
            const auto sum = places.contains(total) ? std::nullopt : shared_sum(entries, lines);
            if (sum) {
                places.insert(total);
                entries.push_back({total, sum, Hiding::shown, Kind::implied});
            }
        }
    }
}

// One relation for each line that has a total; of an implied one only for the lines that have its sum.
std::vector<Relation> relations_of(const std::vector<Entry>& entries) {
    std::map<Dims, std::size_t> totals;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        totals[entries[i].place] = i;
    }
    std::vector<Relation> relations;
    for (auto& [place, lines] : lines_of(entries)) {
        const auto total = totals.find(place);
        if (total == totals.end()) {
            continue;
        }
        const bool implied = entries[total->second].kind == Kind::implied;
        for (const std::vector<std::size_t>& parts : lines) {
            if (!implied || (parts.size() > 1 && sum_of(entries, parts) == entries[total->second].count)) {
                relations.push_back({total->second, parts});
            }
        }
    }
    // An implied total in one relation alone says nothing.
    const auto uses = [&](std::size_t i) {
        return std::ranges::count_if(
            relations, [i](const Relation& r) { return r.total == i || std::ranges::count(r.parts, i) > 0; });
    };
    const auto idle = [&](const Relation& r) {
        return entries[r.total].kind == Kind::implied && uses(r.total) == 1;
    };
    for (auto found = std::ranges::find_if(relations, idle); found != relations.end();
         found = std::ranges::find_if(relations, idle)) {
        relations.erase(found);
    }
    return relations;
}

class Table {
public:
    Table(std::vector<CountCell>& cells, int floor)
        : m_cells(cells), m_entries(entries_of(cells)), m_floor(floor) {
        add_implied_totals(m_entries);
        m_relations = relations_of(m_entries);
    }

    void hide() {
        m_known = known_from_published();
        for (Entry& entry : m_entries) {
            if (entry.kind == Kind::own && entry.count && *entry.count > 0 && *entry.count < m_floor) {
                entry.hiding = Hiding::small;
            }
        }
        do {
            while (std::ranges::any_of(m_relations, [this](const Relation& r) { return protect(r); })) {
            }
        } while (protect_determined());
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            m_cells[i].hiding = m_entries[i].hiding;
        }
    }

private:
    // Hidden, and not computable from what others published.
    bool hidden(std::size_t i) const { return m_entries[i].hiding != Hiding::shown && !m_known.contains(i); }
    bool gap(std::size_t i) const { return !m_entries[i].count; }
    bool implied(std::size_t i) const { return m_entries[i].kind == Kind::implied; }
    bool can_be_hidden(std::size_t i) const {
        return m_entries[i].kind == Kind::own && m_entries[i].hiding == Hiding::shown && !gap(i);
    }

    std::set<std::size_t> known_from_published() const {
        std::vector<std::size_t> unknown;
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (m_entries[i].kind != Kind::published || gap(i)) {
                unknown.push_back(i);
            }
        }
        const std::vector<std::size_t> found = determined_among(unknown);
        return {found.begin(), found.end()};
    }

    // An implied total is known where another of its lines is shown whole.
    bool is_open(std::size_t total, const Relation& asking) const {
        if (!implied(total)) {
            return !hidden(total) && !gap(total);
        }
        return std::ranges::any_of(m_relations, [&](const Relation& other) {
            return other.total == total && &other != &asking &&
                   std::ranges::none_of(other.parts,
                                        [this](std::size_t i) { return hidden(i) || gap(i) || implied(i); });
        });
    }

    // True where it hid one more cell.
    bool protect(const Relation& relation) {
        const auto is_hidden = [this](std::size_t i) { return hidden(i); };
        const auto is_unknown = [this](std::size_t i) { return gap(i) || implied(i); };
        const auto hidden_parts = std::ranges::count_if(relation.parts, is_hidden);
        if (std::ranges::any_of(relation.parts, is_unknown) || gap(relation.total)) {
            return false;  // an unknown figure already stands between
        }
        if (hidden_parts == 0) {
            return hidden(relation.total) &&
                   hide_one_more(relation);  // the total would be the sum of its parts
        }
        if (!is_open(relation.total, relation)) {
            return false;
        }
        std::int64_t sum = 0;
        for (const std::size_t i : relation.parts) {
            sum += hidden(i) ? *m_entries[i].count : 0;
        }
        const bool too_narrow = hidden_parts == 1 || sum < m_floor - 1;
        return too_narrow && hide_one_more(relation);
    }

    // The smallest part that is shown, one above zero before a zero; the total where no part is left.
    bool hide_one_more(const Relation& relation) {
        std::optional<std::size_t> best;
        const auto rank = [this](std::size_t i) {
            return *m_entries[i].count == 0 ? INT64_MAX : *m_entries[i].count;
        };
        for (const std::size_t i : relation.parts) {
            if (can_be_hidden(i) && (!best || rank(i) < rank(*best))) {
                best = i;
            }
        }
        if (!best && can_be_hidden(relation.total)) {
            best = relation.total;
        }
        if (best) {
            m_entries[*best].hiding = Hiding::complementary;
        }
        return best.has_value();
    }

    // Gauss-Jordan over all relations at once: a hidden cell alone in its row is determined.
    bool protect_determined() {
        std::vector<std::size_t> unknown;
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (hidden(i) || gap(i) || implied(i)) {
                unknown.push_back(i);
            }
        }
        bool any = false;
        for (const std::size_t i : determined_among(unknown)) {
            for (const Relation& relation : m_relations) {
                const bool in_it = relation.total == i || std::ranges::count(relation.parts, i) > 0;
                if (hidden(i) && in_it && hide_one_more(relation)) {
                    return true;
                }
            }
            any = any || hidden(i);
        }
        // Its own lines have nothing left to hide: another line gives it away.
        return any &&
               std::ranges::any_of(m_relations, [this](const Relation& r) { return hide_one_more(r); });
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
    std::vector<Entry> m_entries;  // the cells in their order, then the implied totals
    int m_floor;
    std::vector<Relation> m_relations;
    std::set<std::size_t> m_known;  // from what is published alone
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
