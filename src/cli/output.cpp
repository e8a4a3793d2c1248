// SPDX-License-Identifier: EUPL-1.2
#include "cli/output.hpp"

#include "base/json.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <numeric>

namespace rapporteur::cli {

namespace {

constexpr std::size_t k_gap = 2;           // columns between columns
constexpr std::size_t k_least_width = 12;  // no word of a column is cut shorter to fit

struct Layout {
    std::vector<std::size_t> shown;   // indexes of the columns with a title
    std::vector<std::size_t> widths;  // of those
    std::vector<std::size_t>
        words;  // the longest word of each: narrower, and the columns behind it would not align
};

std::size_t sum(const std::vector<std::size_t>& widths) {
    return std::accumulate(widths.begin(), widths.end(),
                           k_gap * (widths.size() - std::min<std::size_t>(widths.size(), 1)));
}

std::size_t widest_line(const std::string& text) {
    std::size_t widest = 0;
    for (const auto line : base::split_lines(text)) {
        widest = std::max(widest, base::display_width(line));
    }
    return widest;
}

std::size_t widest_word(const std::string& text) {
    std::size_t widest = 0;
    for (const auto word : base::split_words(text)) {
        widest = std::max(widest, base::display_width(word));
    }
    return widest;
}

// The widest column gives way first, until all fit or none can: a column stops at its longest word.
void narrow(std::vector<std::size_t>& widths, const std::vector<std::size_t>& floors, std::size_t width) {
    while (sum(widths) > width) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] > floors[i] && (widest == widths.size() || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        if (widest == widths.size()) {
            return;
        }
        --widths[widest];
    }
}

Layout lay_out(const Listing& listing, std::size_t width) {
    Layout layout;
    for (std::size_t i = 0; i < listing.columns.size(); ++i) {
        if (listing.columns[i].title.empty()) {
            continue;
        }
        std::size_t widest = base::display_width(listing.columns[i].title);
        std::size_t word = widest_word(listing.columns[i].title);
        for (const auto& row : listing.rows) {
            const std::string text = text_of(row.at(i));
            widest = std::max(widest, widest_line(text));
            word = std::max(word, widest_word(text));
        }
        layout.shown.push_back(i);
        layout.widths.push_back(widest);
        layout.words.push_back(word);
    }
    if (width != 0) {
        narrow(layout.widths, layout.words, width);
        // Where not even the words fit, long ones go on in the next line; not the first column's, which names the row.
        for (std::size_t i = 1; i < layout.words.size(); ++i) {
            layout.words[i] = std::min(layout.words[i], k_least_width);
        }
        narrow(layout.widths, layout.words, width);
    }
    return layout;
}

std::string padded(std::string_view text, std::size_t width, Align align) {
    const auto used = base::display_width(text);
    const std::string space(width > used ? width - used : 0, ' ');
    return align == Align::right ? space + std::string(text) : std::string(text) + space;
}

void append_line(std::string& text, std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
}

// One row of the table: as many lines as its tallest cell needs.
void append_row(std::string& text, const Listing& listing, const Layout& layout,
                const std::vector<std::string>& cells) {
    std::vector<std::string> wrapped;
    std::vector<std::vector<std::string_view>> lines;
    wrapped.reserve(cells.size());
    std::size_t tallest = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        wrapped.push_back(base::wrap(cells[i], layout.widths[i], "", base::LongWords::cut));
        lines.push_back(base::split_lines(wrapped.back()));
        tallest = std::max(tallest, lines.back().size());
    }
    for (std::size_t row = 0; row < tallest; ++row) {
        std::string line;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto piece = row < lines[i].size() ? lines[i][row] : std::string_view();
            line += padded(piece, layout.widths[i], listing.columns[layout.shown[i]].align);
            line += std::string(k_gap, ' ');
        }
        append_line(text, std::move(line));
    }
}

void write(base::JsonWriter& json, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        json.value(*text);
    } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        json.value(*number);
    } else if (const auto* truth = std::get_if<bool>(&cell)) {
        json.value(*truth);
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&cell)) {
        json.array();
        for (const auto& each : *texts) {
            json.value(each);
        }
        json.close();
    } else {
        json.null();
    }
}

void write(base::JsonWriter& json, const Listing& listing) {
    json.key(listing.key).array();
    for (const auto& row : listing.rows) {
        json.object();
        for (std::size_t i = 0; i < listing.columns.size(); ++i) {
            if (!listing.columns[i].key.empty()) {
                json.key(listing.columns[i].key);
                write(json, row.at(i));
            }
        }
        json.close();
    }
    json.close();
}

}  // namespace

Cell text_or_nothing(const std::string& text) {
    return text.empty() ? Cell() : Cell(text);
}

std::string text_of(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return base::printable(*text);
    }
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        return std::to_string(*number);
    }
    if (const auto* truth = std::get_if<bool>(&cell)) {
        return *truth ? "yes" : "no";
    }
    if (const auto* texts = std::get_if<std::vector<std::string>>(&cell)) {
        return base::join(*texts, ", ");
    }
    return "";
}

std::string table_text(const Listing& listing, std::size_t width) {
    if (listing.rows.empty()) {
        return listing.when_empty.empty() ? "" : listing.when_empty + "\n";
    }
    const auto layout = lay_out(listing, width);
    if (layout.shown.empty()) {
        return "";  // for programs only
    }
    std::string text;
    std::vector<std::string> cells;
    for (const auto column : layout.shown) {
        cells.push_back(listing.columns[column].title);
    }
    append_row(text, listing, layout, cells);
    for (const auto& row : listing.rows) {
        cells.clear();
        for (const auto column : layout.shown) {
            cells.push_back(text_of(row.at(column)));
        }
        append_row(text, listing, layout, cells);
    }
    return text;
}

std::string card_text(const Card& card, std::size_t width) {
    std::size_t label = 0;
    for (const auto& field : card.fields) {
        label = std::max(label, base::display_width(field.title));
    }
    std::string text;
    for (const auto& field : card.fields) {
        const auto value = text_of(field.value);
        if (field.title.empty() || value.empty()) {
            continue;
        }
        const std::size_t room = width > label + k_gap + k_least_width ? width - label - k_gap : 100'000;
        const auto wrapped = base::wrap(value, room);
        std::string left = padded(field.title, label + k_gap, Align::left);
        for (const auto line : base::split_lines(wrapped)) {
            append_line(text, left + std::string(line));
            left.assign(label + k_gap, ' ');
        }
    }
    for (const auto& list : card.lists) {
        const auto table = table_text(list, width);
        if (!table.empty()) {
            text += (text.empty() ? "" : "\n") + table;
        }
    }
    return text;
}

std::string json_of(const Listing& listing) {
    base::JsonWriter json;
    json.object();
    write(json, listing);
    return json.close().finish();
}

std::string json_of(const Card& card) {
    base::JsonWriter json;
    json.object();
    for (const auto& field : card.fields) {
        if (!field.key.empty()) {
            json.key(field.key);
            write(json, field.value);
        }
    }
    for (const auto& list : card.lists) {
        write(json, list);
    }
    return json.close().finish();
}

void print(const Context& context, const Listing& listing) {
    context.out() << (context.wants_json() ? json_of(listing) : table_text(listing, context.width()));
}

void print(const Context& context, const Card& card) {
    context.out() << (context.wants_json() ? json_of(card) : card_text(card, context.width()));
}

}  // namespace rapporteur::cli
