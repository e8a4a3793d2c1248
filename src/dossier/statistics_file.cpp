// SPDX-License-Identifier: EUPL-1.2
#include "dossier/statistics_file.hpp"

#include "base/csv.hpp"
#include "base/names.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace rapporteur::dossier {

namespace {

using domain::NoAnswer;
using domain::Observation;

const std::vector<std::string> k_columns = {"indicator", "year", "dims", "value",
                                            "reason",    "unit", "note", "source"};

bool is_decimal(std::string_view text) {
    const std::string_view digits = text.substr(!text.empty() && text.front() == '-' ? 1 : 0);
    const std::size_t point = digits.find('.');
    const auto all_digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return point == std::string_view::npos
               ? all_digits(digits)
               : all_digits(digits.substr(0, point)) && all_digits(digits.substr(point + 1));
}

Observation read_row(const base::CsvTable& table, std::size_t row, base::Problems& problems) {
    Observation o;
    const auto fault = [&](std::string_view column, std::string text, std::string hint) {
        base::add_error(problems, table.place(row, column), std::move(text), std::move(hint));
    };
    o.indicator = table.field(row, "indicator");
    const std::string& year = table.field(row, "year");
    const auto parsed = std::from_chars(year.data(), year.data() + year.size(), o.year);
    if (parsed.ec != std::errc{} || parsed.ptr != year.data() + year.size() || o.year < 1900 ||
        o.year > 2100) {
        fault("year", "\"" + year + "\" is no year", "four digits, 1900 to 2100");
    }
    for (const std::string_view dim : base::split_words(table.field(row, "dims"))) {
        o.dims.emplace_back(dim);
        if (dim.find('=') == std::string_view::npos) {
            fault("dims", "\"" + std::string(dim) + "\" is no dimension", "such as sex=f");
        }
    }
    std::sort(o.dims.begin(), o.dims.end());
    o.value = table.field(row, "value");
    if (!o.value.empty() && !is_decimal(o.value)) {
        fault("value", "\"" + o.value + "\" is no number",
              "digits with a decimal point; what was printed otherwise belongs into the note");
    }
    const std::string& reason = table.field(row, "reason");
    o.reason = base::from_name<NoAnswer>(reason);
    if (!reason.empty() && !o.reason) {
        fault("reason", "\"" + reason + "\" is no reason", "one of " + base::names_list<NoAnswer>());
    }
    if (o.value.empty() == reason.empty()) {
        fault("value", "a row has either a value or the reason why there is none",
              "fill one of the two columns");
    }
    o.unit = table.field(row, "unit");
    o.note = table.field(row, "note");
    o.source = table.field(row, "source");
    return o;
}

}  // namespace

std::vector<Observation> read_statistics(std::string_view bytes, const std::string& file,
                                         base::Problems& problems) {
    std::vector<base::CsvColumn> columns;
    for (const std::string& name : k_columns) {
        columns.push_back({name, base::Column::required});
    }
    const base::CsvTable table = base::CsvTable::read(bytes, file, columns, problems);
    std::vector<Observation> observations;
    std::map<std::string, int> lines;  // of what a row counts
    for (std::size_t row = 0; row < table.size(); ++row) {
        const Observation& o = observations.emplace_back(read_row(table, row, problems));
        const auto [first, fresh] = lines.emplace(
            fmt::format("{} {} {}", o.indicator, o.year, base::join(o.dims, " ")), table.line(row));
        if (!fresh) {
            base::add_error(problems, table.place(row, "indicator"),
                            fmt::format("the same indicator, year and dims stand in line {}", first->second),
                            "keep one of the two rows");
        }
    }
    return observations;
}

std::string write_statistics(const std::vector<Observation>& observations) {
    std::vector<std::vector<std::string>> rows{k_columns};
    for (const Observation& o : observations) {
        rows.push_back({o.indicator, std::to_string(o.year), base::join(o.dims, " "), o.value,
                        o.reason ? std::string(base::name_of(*o.reason)) : "", o.unit, o.note, o.source});
    }
    return base::write_csv(rows);
}

}  // namespace rapporteur::dossier
