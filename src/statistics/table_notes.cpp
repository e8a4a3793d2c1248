// SPDX-License-Identifier: EUPL-1.2
#include "statistics/table_notes.hpp"

#include <algorithm>
#include <set>

namespace rapporteur::statistics {
namespace {

// a to z, then aa, ab ...
std::string letters(std::size_t number) {
    constexpr std::size_t k_alphabet = 26;
    std::string result(1, static_cast<char>('a' + number % k_alphabet));
    if (number >= k_alphabet) {
        result.insert(0, letters(number / k_alphabet - 1));
    }
    return result;
}

// The one note that the row gives for this reason; empty where there is none, or more than one.
std::string shared_note(const std::vector<const Observed*>& cells, domain::NoAnswer reason) {
    std::set<std::string> notes;
    for (const Observed* cell : cells) {
        if (cell != nullptr && cell->reason == reason && !cell->note.empty()) {
            notes.insert(cell->note);
        }
    }
    return notes.size() == 1 ? *notes.begin() : "";
}

}  // namespace

std::string NoteCollector::mark_for(TableNote note) {
    for (const TableNote& known : m_table.notes) {
        if (known.state == note.state && known.reason == note.reason && known.revised == note.revised &&
            known.text == note.text) {
            return known.mark;
        }
    }
    note.mark = letters(m_table.notes.size());
    m_table.notes.push_back(std::move(note));
    return m_table.notes.back().mark;
}

void NoteCollector::add_row(TableRow& row, const std::vector<const Observed*>& cells) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        TableCell& cell = row.cells[i];
        const Observed* one = cells[i];
        TableNote note;
        note.state = cell.state;
        if (one != nullptr) {
            note.reason = one->reason;
            note.revised = one->revised && cell.value;
            note.text = one->note;
        }
        if (note.reason && note.text.empty()) {
            note.text = shared_note(cells, *note.reason);
        }
        const bool has_content = cell.state == CellState::figure || cell.state == CellState::words;
        const bool silent = has_content && note.text.empty() && !note.revised;
        // The sum of incomplete parts needs no words of its own: the parts have theirs.
        if (!silent && row.kind != RowKind::computed_total) {
            cell.mark = mark_for(std::move(note));
        }
    }
}

}  // namespace rapporteur::statistics
