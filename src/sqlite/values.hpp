// SPDX-License-Identifier: EUPL-1.2
//
// How the values of the program's types stand in columns, and the three calls that stores are written with: run() for a statement that writes,
// each() for one that reads rows, first() for at most one. Values are given and taken in the order of the statement.
//
//   sqlite::run(database, "INSERT INTO theme (framework, id) VALUES (?1, ?2)", framework.id, theme.id);
//   sqlite::each(database, "SELECT id, rank FROM verb WHERE framework = ?1", sqlite::with(id), [&](sqlite::Row row) { row.read(verb.id, verb.rank); });
//
// Empty text is stored as '' and an absent optional as NULL; a list of tokens as one text with spaces; an enumerator by its name.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "base/strong.hpp"
#include "base/text.hpp"
#include "sqlite/database.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace rapporteur::sqlite {

// Bytes that are a BLOB, not text.
struct Blob {
    std::string bytes;
};

// --- Binding ---------------------------------------------------------------------------------------------------------------

// run() and each() hold the values until the statement is reset, so that what is text already needs not be copied; what is made into text
// here does.
inline void bind(Statement& s, int i, std::string_view value) {
    s.bind_lasting_text(i, value);
}
inline void bind(Statement& s, int i, const std::string& value) {
    s.bind_lasting_text(i, value);
}
inline void bind(Statement& s, int i, const char* value) {
    s.bind_lasting_text(i, value);
}
inline void bind(Statement& s, int i, const Blob& value) {
    s.bind_lasting_blob(i, value.bytes);
}
inline void bind(Statement& s, int i, const base::Date& value) {
    s.bind_text(i, value.text());
}
inline void bind(Statement& s, int i, const base::Instant& value) {
    s.bind_text(i, value.text());
}
inline void bind(Statement& s, int i, const base::Period& value) {
    s.bind_text(i, value.text());
}
template <std::integral T>
void bind(Statement& s, int i, T value) {
    s.bind_integer(i, static_cast<std::int64_t>(value));
}
template <class E>
requires std::is_enum_v<E>
void bind(Statement& s, int i, E value) {
    s.bind_lasting_text(i, base::name_of(value));
}
template <class Tag>
void bind(Statement& s, int i, const base::Strong<Tag>& value) {
    s.bind_lasting_text(i, value.text());
}
inline std::string list_text(const std::vector<std::string>& values) {
    return base::join(values, " ");
}
inline void bind(Statement& s, int i, const std::vector<std::string>& values) {
    s.bind_text(i, list_text(values));
}
template <class T>
void bind(Statement& s, int i, const std::vector<T>& values) {
    std::vector<std::string> texts;
    for (const T& value : values) {
        if constexpr (std::is_enum_v<T>) {
            texts.emplace_back(base::name_of(value));
        } else if constexpr (std::is_integral_v<T>) {
            texts.push_back(std::to_string(value));
        } else {
            texts.push_back(value.text());
        }
    }
    s.bind_text(i, list_text(texts));
}
template <class T>
void bind(Statement& s, int i, const std::optional<T>& value) {
    if (value) {
        bind(s, i, *value);
    } else {
        s.bind_null(i);
    }
}

// --- Reading ---------------------------------------------------------------------------------------------------------------

[[noreturn]] inline void bad_column(const Statement& s, int i) {
    throw base::Error(base::ErrorKind::store_failed,
                      "the column " + std::string(s.column_name(i)) + " holds a value of another kind")
        .help("check the register with: rapporteur journal verify");
}

inline void get(const Statement& s, int i, std::string& value) {
    value = s.text(i);
}
inline void get(const Statement& s, int i, Blob& value) {
    value.bytes = s.blob(i);
}
inline void get(const Statement& s, int i, bool& value) {
    value = s.integer(i) != 0;
}
template <std::integral T>
requires(!std::same_as<T, bool>) void get(const Statement& s, int i, T& value) {
    value = static_cast<T>(s.integer(i));
}
template <class T>
void get_parsed(const Statement& s, int i, T& value) {
    const auto parsed = T::parse(s.text(i));
    if (!parsed) {
        bad_column(s, i);
    }
    value = *parsed;
}
inline void get(const Statement& s, int i, base::Date& value) {
    get_parsed(s, i, value);
}
inline void get(const Statement& s, int i, base::Instant& value) {
    get_parsed(s, i, value);
}
inline void get(const Statement& s, int i, base::Period& value) {
    get_parsed(s, i, value);
}
template <class E>
requires std::is_enum_v<E>
void get(const Statement& s, int i, E& value) {
    const std::optional<E> found = base::from_name<E>(s.text(i));
    if (!found) {
        bad_column(s, i);
    }
    value = *found;
}
template <class Tag>
void get(const Statement& s, int i, base::Strong<Tag>& value) {
    value = base::Strong<Tag>(s.text(i));
}
template <class T>
void get(const Statement& s, int i, std::vector<T>& values) {
    values.clear();
    for (const std::string_view token : base::split_words(s.text(i))) {
        if constexpr (std::is_enum_v<T>) {
            const std::optional<T> found = base::from_name<T>(token);
            if (!found) {
                bad_column(s, i);
            }
            values.push_back(*found);
        } else if constexpr (std::is_integral_v<T>) {
            values.push_back(static_cast<T>(std::stoll(std::string(token))));
        } else {
            values.push_back(T(token));
        }
    }
}
template <class T>
void get(const Statement& s, int i, std::optional<T>& value) {
    if (s.is_null(i)) {
        value.reset();
    } else {
        get(s, i, value.emplace());
    }
}

// A row under the cursor.
class Row {
public:
    explicit Row(const Statement& statement) : m_statement(statement) {}
    // All columns in order, into the variables given.
    template <class... T>
    void read(T&... values) const {
        int column = 0;
        (get(m_statement, column++, values), ...);
    }
    template <class T>
    T value(int column) const {
        T result{};
        get(m_statement, column, result);
        return result;
    }

private:
    const Statement& m_statement;
};

// --- Statements -------------------------------------------------------------------------------------------------------------

template <class... T>
std::tuple<const T&...> with(const T&... values) {
    return std::tuple<const T&...>(values...);
}

template <class... T>
void run(Database& database, Sql sql, const T&... values) {
    Database::Cached statement = database.prepare(sql);
    int index = 1;
    (bind(*statement, index++, values), ...);
    statement->step();
}

template <class... T, class Each>
void each(Database& database, Sql sql, const std::tuple<const T&...>& values, Each each_row) {
    Database::Cached statement = database.prepare(sql);
    std::apply(
        [&](const T&... unpacked) {
            int index = 1;
            (bind(*statement, index++, unpacked), ...);
        },
        values);
    while (statement->step()) {
        each_row(Row(*statement));
    }
}

// The first row's columns into `results`; false where there is none.
template <class... T, class... Results>
bool first(Database& database, Sql sql, const std::tuple<const T&...>& values, Results&... results) {
    bool found = false;
    each(database, sql, values, [&](Row row) {
        if (!found) {
            row.read(results...);
            found = true;
        }
    });
    return found;
}

}  // namespace rapporteur::sqlite
