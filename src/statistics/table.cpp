// SPDX-License-Identifier: EUPL-1.2
#include "statistics/table.hpp"

#include "statistics/table_notes.hpp"

#include <algorithm>

namespace rapporteur::statistics {
namespace {

using Found = std::vector<const Observed*>;

std::vector<std::string> filter_dims(const TableRequest& request) {
    std::vector<std::string> dims;
    for (const auto& [dimension, code] : request.filters) {
        dims.push_back(dimension + "=" + code);
    }
    std::sort(dims.begin(), dims.end());
    return dims;
}

bool is_of_source(const Observed& one, const TableRequest& request) {
    return request.question.empty() ? one.reply.empty() && one.indicator == request.indicator
                                    : one.reply == request.reply && one.question == request.question;
}

const Observed* in_year(const Found& found, int year) {
    const auto at =
        std::find_if(found.begin(), found.end(), [year](const Observed* each) { return each->year == year; });
    return at == found.end() ? nullptr : *at;
}

// The observations of exactly these dimensions.
Found with_dims(const std::vector<Observed>& observations, const TableRequest& request,
                std::vector<std::string> dims) {
    std::sort(dims.begin(), dims.end());
    Found found;
    for (const Observed& one : observations) {
        if (is_of_source(one, request) && one.dims == dims) {
            found.push_back(&one);
        }
    }
    return found;
}

bool is_in_years(const Observed& one, const TableRequest& request) {
    return std::find(request.years.begin(), request.years.end(), one.year) != request.years.end();
}

// Of the filters' dimensions and the one by which the rows are made.
bool is_part(const Observed& one, const TableRequest& request) {
    const std::vector<std::string> wanted = filter_dims(request);
    return one.code_of(request.by) && is_in_years(one, request) && is_of_source(one, request) &&
           one.dims.size() == wanted.size() + 1 &&
           std::all_of(wanted.begin(), wanted.end(), [&one](const std::string& dim) {
               return std::find(one.dims.begin(), one.dims.end(), dim) != one.dims.end();
           });
}

// The codes that the dimension has in these years, in order of appearance.
std::vector<std::string> codes_of(const std::vector<Observed>& observations, const TableRequest& request) {
    std::vector<std::string> codes;
    for (const Observed& one : observations) {
        const auto code = one.code_of(request.by);
        if (is_part(one, request) && std::find(codes.begin(), codes.end(), *code) == codes.end()) {
            codes.push_back(*code);
        }
    }
    return codes;
}

TableCell cell_of(const Observed* one) {
    TableCell cell;
    if (one == nullptr) {
        return cell;
    }
    cell.raw = one->figure.raw;
    cell.value = one->figure.value;
    cell.suffix = one->figure.mark;
    cell.reason = one->reason;
    if (one->figure.value) {
        cell.state = CellState::figure;
    } else if (one->reason) {
        cell.state = CellState::reason;
    } else if (one->figure.reading != Reading::empty) {
        cell.state = CellState::words;
    }
    return cell;
}

std::optional<Decimal> sum_of(const TableRow& row) {
    std::optional<Decimal> sum;
    for (const TableCell& cell : row.cells) {
        if (cell.value) {
            sum = sum ? *sum + *cell.value : *cell.value;
        }
    }
    return sum;
}

// The sum of a year's parts; nothing where one of them has no figure.
std::optional<Decimal> sum_of_parts(const std::vector<TableRow>& rows, std::size_t column) {
    std::optional<Decimal> sum;
    for (const TableRow& row : rows) {
        if (row.kind != RowKind::part) {
            continue;
        }
        const auto& value = row.cells[column].value;
        if (!value) {
            return std::nullopt;
        }
        sum = sum ? *sum + *value : *value;
    }
    return sum;
}

class Builder {
public:
    Builder(const std::vector<Observed>& observations, const TableRequest& request,
            const Vocabulary& vocabulary)
        : m_observations(observations), m_request(request), m_vocabulary(vocabulary) {
        m_table.years = request.years;
    }

    StatisticsTable build() {
        if (m_request.by == "total") {
            add_row(RowKind::given_total, "", with_dims(m_observations, m_request, filter_dims(m_request)));
        } else {
            for (const std::string& code : codes_of(m_observations, m_request)) {
                std::vector<std::string> dims = filter_dims(m_request);
                dims.push_back(m_request.by + "=" + code);
                add_row(RowKind::part, code, with_dims(m_observations, m_request, dims));
            }
            sort_rows();
            add_total();
        }
        add_notes();
        return std::move(m_table);
    }

private:
    struct RowSource {
        std::string code;
        Found found;
    };

    void add_row(RowKind kind, const std::string& code, const Found& found) {
        TableRow row;
        row.kind = kind;
        row.code = code;
        if (kind == RowKind::part) {
            row.label = m_vocabulary.label(m_request.question, m_request.by, code);
        }
        for (const int year : m_request.years) {
            const Observed* one = in_year(found, year);
            row.cells.push_back(cell_of(one));
            if (one != nullptr) {
                note_origin(*one);
            }
        }
        m_table.rows.push_back(std::move(row));
        m_found.push_back(RowSource{code, found});
    }

    void note_origin(const Observed& one) {
        auto& sources = m_table.sources;
        if (!one.source.empty() && std::find(sources.begin(), sources.end(), one.source) == sources.end()) {
            sources.push_back(one.source);
        }
        m_table.confidential = m_table.confidential || (one.confidential && one.figure.value);
        if (!m_any) {
            m_table.unit = one.unit;
            m_any = true;
        } else if (m_table.unit != one.unit) {
            m_table.unit.clear();
        }
    }

    void sort_rows() {
        std::vector<std::size_t> order(m_table.rows.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        std::stable_sort(order.begin(), order.end(),
                         [this](std::size_t a, std::size_t b) { return before(a, b); });
        std::vector<TableRow> rows;
        std::vector<RowSource> found;
        for (const std::size_t i : order) {
            rows.push_back(std::move(m_table.rows[i]));
            found.push_back(std::move(m_found[i]));
        }
        m_table.rows = std::move(rows);
        m_found = std::move(found);
    }

    bool before(std::size_t a, std::size_t b) const {
        const TableRow& left = m_table.rows[a];
        const TableRow& right = m_table.rows[b];
        const auto left_place = m_vocabulary.order(m_request.question, m_request.by, left.code);
        const auto right_place = m_vocabulary.order(m_request.question, m_request.by, right.code);
        if (left_place || right_place) {
            return left_place && (!right_place || *left_place < *right_place);
        }
        if ((left.code == "other") != (right.code == "other")) {
            return right.code == "other";
        }
        const auto left_sum = sum_of(left);
        const auto right_sum = sum_of(right);
        return left_sum && (!right_sum || *right_sum < *left_sum);
    }

    void add_total() {
        const Found given = with_dims(m_observations, m_request, filter_dims(m_request));
        const bool any_year = std::any_of(m_request.years.begin(), m_request.years.end(),
                                          [&given](int year) { return in_year(given, year) != nullptr; });
        if (any_year) {
            add_row(RowKind::given_total, "", given);
            find_disagreements();
        } else if (m_table.rows.size() > 1 && parts_are_whole()) {
            add_computed_total();
        }
    }

    void find_disagreements() {
        const TableRow& total = m_table.rows.back();
        for (std::size_t i = 0; i < m_table.years.size(); ++i) {
            const auto sum = sum_of_parts(m_table.rows, i);
            if (sum && total.cells[i].value && !(*sum == *total.cells[i].value)) {
                m_table.disagreements.push_back(Disagreement{m_table.years[i], *sum, *total.cells[i].value});
            }
        }
    }

    // Whether some reply's totals of the indicator are the sums of the parts, in every year that is complete. What stands in the
    // reply is compared and not printed: it may be confidential.
    bool parts_are_whole() const {
        if (m_request.indicator.empty() || !m_request.filters.empty()) {
            return false;
        }
        bool shown = false;
        for (std::size_t i = 0; i < m_table.years.size(); ++i) {
            const auto sum = sum_of_parts(m_table.rows, i);
            if (!sum) {
                continue;
            }
            for (const Observed& one : m_observations) {
                if (one.reply == m_request.reply && one.indicator == m_request.indicator &&
                    one.dims.empty() && one.year == m_table.years[i] && one.figure.value) {
                    if (!(*one.figure.value == *sum)) {
                        return false;
                    }
                    shown = true;
                }
            }
        }
        return shown;
    }

    void add_computed_total() {
        TableRow row;
        row.kind = RowKind::computed_total;
        for (std::size_t i = 0; i < m_table.years.size(); ++i) {
            TableCell cell;
            cell.value = sum_of_parts(m_table.rows, i);
            cell.state = cell.value ? CellState::figure : CellState::unknown;
            cell.raw = cell.value ? cell.value->text() : "";
            row.cells.push_back(std::move(cell));
        }
        m_table.rows.push_back(std::move(row));
        m_found.push_back(RowSource{});
    }

    void add_notes() {
        NoteCollector notes(m_table);
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            std::vector<const Observed*> cells;
            for (const int year : m_table.years) {
                cells.push_back(in_year(m_found[i].found, year));
            }
            notes.add_row(m_table.rows[i], cells);
        }
    }

    const std::vector<Observed>& m_observations;
    const TableRequest& m_request;
    const Vocabulary& m_vocabulary;
    StatisticsTable m_table;
    std::vector<RowSource> m_found;  // beside m_table.rows
    bool m_any = false;
};

}  // namespace

bool StatisticsTable::has_figures() const {
    return std::any_of(rows.begin(), rows.end(), [](const TableRow& row) {
        return std::any_of(row.cells.begin(), row.cells.end(),
                           [](const TableCell& cell) { return cell.value.has_value(); });
    });
}

bool prints(const TableRequest& request, const Observed& one) {
    const bool is_total =
        is_of_source(one, request) && is_in_years(one, request) && one.dims == filter_dims(request);
    return is_total || (request.by != "total" && is_part(one, request));
}

StatisticsTable build_table(const std::vector<Observed>& observations, const TableRequest& request,
                            const Vocabulary& vocabulary) {
    return Builder(observations, request, vocabulary).build();
}

}  // namespace rapporteur::statistics
