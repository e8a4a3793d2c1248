// SPDX-License-Identifier: EUPL-1.2
#include "report/figure_text.hpp"

#include "store/people.hpp"
#include "store/replies.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

namespace rapporteur::report {
namespace {

using statistics::CellState;
using statistics::StatisticsTable;
using statistics::TableCell;
using statistics::TableNote;

constexpr const char* k_gap = "…";
constexpr const char* k_not_applicable = "–";

const std::string& words_of(domain::NoAnswer reason, const Words& words) {
    switch (reason) {
    case domain::NoAnswer::not_available:
        return words.not_available;
    case domain::NoAnswer::not_collected:
        return words.not_collected;
    case domain::NoAnswer::not_disaggregated:
        return words.not_disaggregated;
    case domain::NoAnswer::not_applicable:
        return words.not_applicable;
    case domain::NoAnswer::declined:
        return words.declined;
    }
    return words.unknown;
}

bool is_sentence_end(char c) {
    return c == '.' || c == '!' || c == '?';
}

std::string as_sentence(std::string text) {
    if (!text.empty() && !is_sentence_end(text.back())) {
        text += '.';
    }
    return text;
}

// "Not collected: recorded since 2015." / "Figure revised by the source: counted anew."
std::string note_text(const TableNote& note, const Words& words) {
    std::string lead;
    if (note.state == CellState::unknown) {
        lead = words.unknown;
    } else if (note.reason) {
        lead = words_of(*note.reason, words);
    } else if (note.revised) {
        lead = words.revised;
    }
    std::string text = with_capital(lead);
    if (!note.text.empty()) {
        text += text.empty() ? "" : ". ";
        text += with_capital(note.text);
    }
    return as_sentence(text);
}

std::string reply_line(const std::string& reference, const Material& material, const Words& words) {
    const domain::ReplyId id{std::string(domain::without_part(reference))};
    const auto reply = store::find_reply(*material.where, id);
    std::string who = words.unnamed_sender;
    if (reply && reply->naming != domain::Consent::refused && !reply->from.empty()) {
        who.clear();
        for (const domain::BodyId& body : reply->from) {
            who += (who.empty() ? "" : ", ") +
                   store::body_name(*material.where, body, material.language, reply->submitted);
        }
        who = fill(words.reply_source, {who});
        if (reply->submitted) {
            who += " (" + printed_date(*reply->submitted, words) + ")";
        }
    }
    const std::string number = material.vocabulary->question_number(domain::part_of(reference));
    return number.empty() ? who : who + ", " + fill(words.reply_question, {number});
}

std::string printed_source_date(const std::string& date, const Words& words) {
    const auto day = base::Date::parse(date);
    return day ? printed_date(*day, words) : date;
}

std::string published_line(const std::string& reference, const Material& material, const Words& words) {
    const auto source =
        store::find_source(*material.where, domain::SourceId{std::string(domain::without_part(reference))});
    if (!source) {
        return reference;
    }
    std::string line = source->author;
    line += (line.empty() ? "" : ", ") + std::string(domain::text_in(source->title, material.language));
    if (!source->date.empty()) {
        line += " (" + printed_source_date(source->date, words) + ")";
    }
    return line;
}

template <class Condition>
bool any_cell(const StatisticsTable& table, Condition condition) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const statistics::TableRow& row) {
        return std::any_of(row.cells.begin(), row.cells.end(), condition);
    });
}

bool is_not_applicable(const TableCell& cell) {
    return cell.state == CellState::reason && cell.reason == domain::NoAnswer::not_applicable;
}

bool is_gap(const TableCell& cell) {
    return cell.state == CellState::unknown || (cell.state == CellState::reason && !is_not_applicable(cell));
}

// The signs that the table uses, explained.
std::string legend(const StatisticsTable& table, const Words& words) {
    std::string text;
    if (any_cell(table, is_gap)) {
        text = words.legend_gap;
    }
    if (any_cell(table, is_not_applicable)) {
        text += (text.empty() ? "" : "; ") + words.legend_not_applicable;
    }
    return as_sentence(text);
}

}  // namespace

std::string printed_cell(const TableCell& cell, const Words& words) {
    switch (cell.state) {
    case CellState::figure:
        return statistics::printed(*cell.value, words.language) + cell.suffix;
    case CellState::words:
        return cell.raw;
    case CellState::reason:
        return is_not_applicable(cell) ? k_not_applicable : k_gap;
    case CellState::unknown:
        break;
    }
    return k_gap;
}

std::string head_of_rows(const StatisticsTable& table, const Words& words) {
    // A table of several series may say "number" for a unit: that there is none.
    const bool none = table.unit.empty() || table.unit == "number";
    return none ? words.figures : fill(words.number_of, {table.unit});
}

std::string source_line(const StatisticsTable& table, const Material& material, const Words& words) {
    std::string line;
    for (const std::string& source : table.sources) {
        const bool reply = source.find("/reply/") != std::string::npos;
        line += (line.empty() ? "" : "; ") +
                (reply ? reply_line(source, material, words) : published_line(source, material, words));
    }
    return as_sentence(with_capital(line.empty() ? words.own_figures : line));
}

document::Inlines table_notes(const StatisticsTable& table, const Words& words) {
    document::Inlines line = document::text_inlines(legend(table, words));
    const auto add = [&line](document::Inlines more) {
        if (!line.empty()) {
            line.push_back(document::Inline{document::Space{}});
        }
        document::append(line, std::move(more));
    };
    for (const TableNote& note : table.notes) {
        document::Inlines one{document::Inline{
            document::Styled{document::Style::superscript, {document::Inline{document::Str{note.mark}}}}}};
        one.push_back(document::Inline{document::Str{"\xC2\xA0"}});
        document::append(one, document::text_inlines(note_text(note, words)));
        add(std::move(one));
    }
    const bool summed =
        std::any_of(table.rows.begin(), table.rows.end(), [](const statistics::TableRow& row) {
            return row.kind == statistics::RowKind::computed_total;
        });
    if (summed) {
        add(document::text_inlines(words.sum_of_parts));
    }
    return line;
}

std::string chart_notes(const StatisticsTable& table, const Words& words) {
    std::string text;
    for (const TableNote& note : table.notes) {
        std::vector<int> years;
        for (const statistics::TableRow& row : table.rows) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const bool drawn = row.kind == statistics::RowKind::part || table.rows.size() == 1;
                const bool marked = drawn && row.cells[i].mark == note.mark;
                if (marked && std::find(years.begin(), years.end(), table.years[i]) == years.end()) {
                    years.push_back(table.years[i]);
                }
            }
        }
        std::sort(years.begin(), years.end());
        std::string lead;
        for (const int year : years) {
            lead += (lead.empty() ? "" : ", ") + std::to_string(year);
        }
        if (!years.empty()) {
            text += (text.empty() ? "" : " ") + lead + ": " + note_text(note, words);
        }
    }
    return text;
}

}  // namespace rapporteur::report
