// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/workbook_file.hpp"

#include "base/error.hpp"
#include "base/file.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

namespace rapporteur::recommendation {

namespace {

constexpr std::size_t k_sheet_rows = 1'048'576;
constexpr double k_text_width = 80;
constexpr double k_column_width = 18;

class WorkbookFile final : public TableFile {
public:
    WorkbookFile(const std::filesystem::path& path, std::vector<std::string> columns)
        : m_path(path), m_temporary(path.string() + ".part"), m_columns(std::move(columns)) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        m_workbook = workbook_new_opt(m_temporary.c_str(), &options);
        m_sheet = m_workbook == nullptr ? nullptr : workbook_add_worksheet(m_workbook, "Recommendations");
        if (m_sheet == nullptr) {
            throw base::Error(base::ErrorKind::internal, "no workbook could be made").at(path.string());
        }
        lxw_format* const bold = workbook_add_format(m_workbook);
        format_set_bold(bold);
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(m_sheet, column, column,
                                 m_columns[i] == "text" ? k_text_width : k_column_width, nullptr);
            worksheet_write_string(m_sheet, 0, column, m_columns[i].c_str(), bold);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
    }
    ~WorkbookFile() override {
        if (m_workbook != nullptr) {
            workbook_close(m_workbook);
            std::error_code ignored;
            std::filesystem::remove(m_temporary, ignored);
        }
    }
    WorkbookFile(const WorkbookFile&) = delete;
    WorkbookFile& operator=(const WorkbookFile&) = delete;

    void add(const std::vector<std::string>& cells) override {
        if (++m_row >= k_sheet_rows) {
            throw base::Error(base::ErrorKind::refused, "more rows than a sheet of a workbook can hold")
                .at(m_path.string())
                .help("export as csv or jsonl, or narrow the filter");
        }
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].empty()) {
                continue;
            }
            const lxw_error error = worksheet_write_string(
                m_sheet, static_cast<lxw_row_t>(m_row), static_cast<lxw_col_t>(i), cells[i].c_str(), nullptr);
            if (error != LXW_NO_ERROR) {
                throw base::Error(base::ErrorKind::refused,
                                  fmt::format("row {}, {}: {}", m_row, m_columns[i], lxw_strerror(error)))
                    .at(m_path.string())
                    .help("export as csv or jsonl");
            }
        }
    }
    void commit() override {
        const lxw_error error = workbook_close(m_workbook);
        m_workbook = nullptr;
        if (error != LXW_NO_ERROR) {
            throw base::Error(base::ErrorKind::internal, fmt::format("no workbook: {}", lxw_strerror(error)))
                .at(m_path.string());
        }
        std::filesystem::rename(m_temporary, m_path);
    }

private:
    std::filesystem::path m_path;
    std::string m_temporary;
    std::vector<std::string> m_columns;
    lxw_workbook* m_workbook = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    std::size_t m_row = 0;
};

}  // namespace

std::unique_ptr<TableFile> make_workbook_file(const std::filesystem::path& path,
                                              std::vector<std::string> columns) {
    return std::make_unique<WorkbookFile>(path, std::move(columns));
}

}  // namespace rapporteur::recommendation
