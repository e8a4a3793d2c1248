// SPDX-License-Identifier: EUPL-1.2
//
// Public records as JSON and back. Canonical: one line, members in the order of fields(), all of them, texts in
// languages as an object by language. The same record always gives the same bytes, so its hash can be approved.
#pragma once

#include "base/json.hpp"
#include "release/records.hpp"

#include <string>
#include <string_view>
#include <type_traits>

namespace rapporteur::release {

class RecordWriter {
public:
    explicit RecordWriter(base::JsonWriter& json) : m_json(json) {}

    template <class T>
    RecordWriter& operator()(std::string_view name, const T& value) {
        m_json.key(name);
        write(value);
        return *this;
    }
    void write(const std::string& text) { m_json.value(text); }
    void write(int number) { m_json.value(number); }
    void write(bool truth) { m_json.value(truth); }
    void write(const Texts& texts);
    template <class T>
    void write(const std::vector<T>& list) {
        m_json.array();
        for (const T& value : list) {
            write(value);
        }
        m_json.close();
    }
    template <class T>
    requires std::is_class_v<T>
    void write(const T& record) {
        m_json.object();
        T::fields(record, *this);
        m_json.close();
    }

private:
    base::JsonWriter& m_json;
};

// Reads what RecordWriter wrote. A missing member is an error, an unknown one is not looked at.
class RecordReader {
public:
    explicit RecordReader(base::JsonValue json) : m_json(std::move(json)) {}

    template <class T>
    RecordReader& operator()(std::string_view name, T& value) {
        read(m_json.at(name), value);
        return *this;
    }
    static void read(const base::JsonValue& json, std::string& text) { text = json.text(); }
    static void read(const base::JsonValue& json, int& number) { number = static_cast<int>(json.integer()); }
    static void read(const base::JsonValue& json, bool& truth) { truth = json.boolean(); }
    static void read(const base::JsonValue& json, Texts& texts);
    template <class T>
    static void read(const base::JsonValue& json, std::vector<T>& list) {
        list.clear();
        for (const base::JsonValue& item : json.items()) {
            read(item, list.emplace_back());
        }
    }
    template <class T>
    requires std::is_class_v<T>
    static void read(const base::JsonValue& json, T& record) {
        RecordReader inside(json);
        T::fields(record, inside);
    }

private:
    base::JsonValue m_json;
};

template <class T>
std::string to_json(const T& record) {
    base::JsonWriter json(base::JsonLayout::compact);
    RecordWriter(json).write(record);
    return json.finish();
}

// Whether what a record tells is a real state's or an invented one's.
enum class Content { real, invented };

// The same with a last member "invented", so that whoever takes one record away takes that along. A type with a field of that name
// says it by itself.
template <class T>
std::string to_json(const T& record, Content content) {
    if constexpr (requires { record.invented; }) {
        return to_json(record);
    } else {
        base::JsonWriter json(base::JsonLayout::compact);
        json.object();
        RecordWriter writer(json);
        T::fields(record, writer);
        writer("invented", content == Content::invented);
        json.close();
        return json.finish();
    }
}

// Error(store_failed) where the text is not JSON; Error(invalid_input) where a member is missing or of another type.
base::JsonValue parse_record(std::string_view json, const std::string& object);

template <class T>
T from_json(std::string_view json, const std::string& object) {
    T record;
    RecordReader::read(parse_record(json, object), record);
    return record;
}

}  // namespace rapporteur::release
