// SPDX-License-Identifier: EUPL-1.2
// How results are printed: a list of things as an aligned table, one thing as labelled lines, both as JSON when asked.
// The same rows give both, so that they cannot differ. JSON: the root is an object, every field is always present,
// null stands for nothing (docs/adding-a-command.md). Text fits the terminal: cells wrap; a pipe gets long lines.
#pragma once

#include "cli/context.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace rapporteur::cli {

// std::monostate is nothing: null in JSON, an empty cell in text.
using Cell = std::variant<std::monostate, std::string, std::int64_t, bool, std::vector<std::string>>;

template <class T>
Cell cell_of(const std::optional<T>& maybe) {
    return maybe ? Cell(*maybe) : Cell();
}

enum class Align { left, right };

struct Column {
    std::string key;    // in JSON, "due_on"; empty: text only
    std::string title;  // in the table, "Due"; empty: JSON only
    Align align = Align::left;
};

struct Listing {
    std::string key;  // of the array in JSON: "recommendations"
    std::vector<Column> columns{};
    std::vector<std::vector<Cell>> rows{};  // each as long as columns
    std::string when_empty{};               // the sentence printed as text when there are no rows
};

struct Field {
    std::string key;
    std::string title;
    Cell value{};
};

// One thing; lists that belong to it follow it.
struct Card {
    std::vector<Field> fields{};
    std::vector<Listing> lists{};
};

void print(const Context& context, const Listing& listing);
void print(const Context& context, const Card& card);

// The text forms by themselves; width 0: as long as it gets.
std::string table_text(const Listing& listing, std::size_t width);
std::string card_text(const Card& card, std::size_t width);
std::string json_of(const Listing& listing);
std::string json_of(const Card& card);

// The same text as a cell shows it.
// Nothing for "", which JSON says as null.
Cell text_or_nothing(const std::string& text);
std::string text_of(const Cell& cell);

}  // namespace rapporteur::cli
