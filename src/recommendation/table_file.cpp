// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/table_file.hpp"

#include "base/csv.hpp"
#include "base/file.hpp"
#include "base/json.hpp"
#include "recommendation/workbook_file.hpp"

namespace rapporteur::recommendation {

namespace {

// Text is gathered and written in pieces.
class TextFile : public TableFile {
public:
    explicit TextFile(const std::filesystem::path& path) : m_file(path) {}
    void commit() override {
        flush();
        m_file.commit();
    }

protected:
    // To be added to, and told when that is done.
    std::string& pending() { return m_pending; }
    void added() {
        if (m_pending.size() > (std::size_t{1} << 18)) {
            flush();
        }
    }

private:
    void flush() {
        m_file.write(m_pending);
        m_pending.clear();
    }
    base::AtomicFile m_file;
    std::string m_pending;
};

class CsvFile final : public TextFile {
public:
    CsvFile(const std::filesystem::path& path, const std::vector<std::string>& columns) : TextFile(path) {
        add(columns);
    }
    void add(const std::vector<std::string>& cells) override {
        base::append_csv_row(pending(), cells);
        added();
    }
};

class JsonLinesFile final : public TextFile {
public:
    JsonLinesFile(const std::filesystem::path& path, std::vector<std::string> columns)
        : TextFile(path), m_columns(std::move(columns)) {}
    void add(const std::vector<std::string>& cells) override {
        base::JsonWriter json(base::JsonLayout::compact);
        json.object();
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            json.key(m_columns[i]);
            if (cells[i].empty()) {
                json.null();
            } else {
                json.value(cells[i]);
            }
        }
        json.close();
        std::string line = json.finish();
        if (line.empty() || line.back() != '\n') {
            line += '\n';
        }
        pending() += line;
        added();
    }

private:
    std::vector<std::string> m_columns;
};

}  // namespace

std::optional<TableFormat> table_format(std::string_view name) {
    if (name == "csv" || name.ends_with(".csv")) {
        return TableFormat::csv;
    }
    if (name == "jsonl" || name.ends_with(".jsonl")) {
        return TableFormat::jsonl;
    }
    if (name == "xlsx" || name.ends_with(".xlsx")) {
        return TableFormat::xlsx;
    }
    return std::nullopt;
}

std::unique_ptr<TableFile> make_table_file(TableFormat format, const std::filesystem::path& path,
                                           std::vector<std::string> columns) {
    switch (format) {
    case TableFormat::csv:
        return std::make_unique<CsvFile>(path, columns);
    case TableFormat::jsonl:
        return std::make_unique<JsonLinesFile>(path, std::move(columns));
    case TableFormat::xlsx:
        break;
    }
    return make_workbook_file(path, std::move(columns));
}

}  // namespace rapporteur::recommendation
