// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "exchange/browser_fields.hpp"
#include "exchange/browser_words.hpp"
#include "exchange/form_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::exchange {

using namespace domain;
using document::HtmlBuilder;

namespace {

class TableWriter {
public:
    TableWriter(HtmlBuilder& out, const Question& question, const FieldFrame& frame)
        : m_out(out), m_question(question), m_frame(frame), m_id(question.id.text()),
          m_columns(places(Axis::column)), m_rows(rows_of_share()) {}

    void write() {
        int number = 0;
        for (const FormPlace& sheet : places(Axis::sheet)) {
            table(sheet, fmt::format("{}--s{}", m_id, number++));
        }
        if (takes_more_rows(m_question, m_frame.questionnaire)) {
            more_rows();
        }
        cell_detail();
    }

private:
    std::string said(std::string_view name) const { return page_words(name, m_frame.language); }

    std::vector<FormPlace> places(Axis axis) const {
        return form_places(m_question, m_frame.questionnaire, m_frame.words, m_frame.language, axis,
                           ComputedTotals::shown);
    }
    // Of a part the rows that are its body's.
    std::vector<FormPlace> rows_of_share() const {
        std::vector<FormPlace> rows = places(Axis::row);
        std::erase_if(rows,
                      [this](const FormPlace& row) { return !m_frame.share.has_row(m_question, row.pairs); });
        return rows;
    }

    // The pairs of several places in the order of the table's dimensions.
    std::string together(const std::vector<const FormPlace*>& parts) const {
        std::vector<std::string> pairs;
        for (const Dimension& dimension : m_question.dimensions) {
            for (const FormPlace* const part : parts) {
                for (const std::string& pair : part->pairs) {
                    if (pair.rfind(dimension.id + "=", 0) == 0) {
                        pairs.push_back(pair);
                    }
                }
            }
        }
        return base::join(pairs, " ");
    }

    void table(const FormPlace& sheet, const std::string& name) {
        const std::string unit = unit_words(m_frame.words, m_question.unit);
        m_out.open("div").attribute("class", "table-frame").open("table");
        m_out.attribute("data-sheet", together({&sheet})).attribute("data-name", name).newline();
        m_out.open("caption").attribute("id", "cap--" + name);
        m_out.text(sheet.pairs.empty() ? unit : sheet.label()).close().newline();
        m_out.open("thead").newline().open("tr").newline();
        m_out.open("td").close().newline();
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            m_out.open("th").attribute("scope", "col").attribute("id", fmt::format("ch--{}--c{}", name, c));
            m_out.attribute("data-pairs", together({&m_columns[c]}));
            m_out.text(m_columns[c].pairs.empty() ? m_frame.words.figure : m_columns[c].label())
                .close()
                .newline();
        }
        m_out.open("th").attribute("scope", "col").attribute("id", "rr--" + name);
        m_out.text(said("row_reason")).close().newline().close().newline().close().newline();
        m_out.open("tbody").newline();
        for (std::size_t r = 0; r < m_rows.size(); ++r) {
            row(sheet, m_rows[r], name, r);
        }
        m_out.close().newline().close().close().newline();
    }

    void row(const FormPlace& sheet, const FormPlace& place, const std::string& name, std::size_t number) {
        const std::string pairs = together({&place});
        const std::string head = fmt::format("rh--{}--r{}", name, number);
        m_out.open("tr").attribute("data-pairs", pairs);
        if (std::any_of(place.pairs.begin(), place.pairs.end(),
                        [](const std::string& pair) { return pair.ends_with("=total"); })) {
            m_out.attribute("class", "total");
        }
        m_out.newline().open("th").attribute("scope", "row").attribute("id", head);
        m_out.text(place.pairs.empty() ? m_frame.words.figure : place.label()).close().newline();
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            const std::string at = together({&sheet, &place, &m_columns[c]});
            m_out.open("td");
            if (place.computed || m_columns[c].computed || sheet.computed) {
                m_out.open("span").attribute("class", "sum").attribute("data-sum", at).close();
            } else {
                m_out.open("input").attribute("type", "text").attribute("size", "7");
                m_out.attribute("autocomplete", "off")
                    .attribute("data-field", "cell")
                    .attribute("data-at", at);
                m_out.attribute("aria-labelledby",
                                fmt::format("cap--{} {} ch--{}--c{}", name, head, name, c));
                m_out.close();
            }
            m_out.close().newline();
        }
        m_out.open("td");
        if (!place.computed && !sheet.computed) {
            m_out.open("select").attribute("data-field", "row");
            m_out.attribute("data-row", together({&sheet, &place})).attribute("autocomplete", "off");
            m_out.attribute("aria-labelledby", fmt::format("rr--{} {}", name, head)).newline();
            write_reason_options(m_out, m_question, m_frame);
            m_out.close();
        }
        m_out.close().newline().close().newline();
    }

    void more_rows() {
        for (const Dimension& dimension : m_question.dimensions) {
            const Codelist* const list = m_frame.questionnaire.find_codelist(dimension.codelist);
            if (dimension.axis != Axis::row || !(dimension.open || (list != nullptr && list->open))) {
                continue;
            }
            const std::string id = "n--" + m_id + "--" + dimension.id;
            m_out.open("p").attribute("class", "field live");
            m_out.open("label").attribute("for", id).text(said("new_code")).close().text(" ");
            m_out.open("input").attribute("type", "text").attribute("id", id).attribute("size", "10");
            m_out.attribute("autocomplete", "off").attribute("data-new-row", dimension.id).close().text(" ");
            m_out.open("button").attribute("type", "button").attribute("data-act", "add-row");
            m_out.attribute("data-dimension", dimension.id).text(said("add_row")).close().close().newline();
        }
    }

    void cell_detail() {
        const auto begin = [this](const char* field, const char* words) {
            const std::string id = fmt::format("d--{}--{}", m_id, field);
            m_out.open("p").attribute("class", "field");
            m_out.open("label").attribute("for", id).text(said(words)).close().text(" ");
            return id;
        };
        m_out.open("fieldset").attribute("class", "cell-detail live").newline();
        m_out.element("legend", said("cell_detail")).newline();
        std::string id = begin("cell", "cell");
        m_out.open("select").attribute("id", id).attribute("data-detail", "cell").close().close().newline();
        id = begin("reason", "cell_reason");
        m_out.open("select").attribute("id", id).attribute("data-detail", "reason").newline();
        write_reason_options(m_out, m_question, m_frame);
        m_out.close().close().newline();
        if (m_question.cell_notes) {
            id = begin("note", "cell_note");
            m_out.open("input").attribute("type", "text").attribute("id", id).attribute("size", "30");
            m_out.attribute("autocomplete", "off").attribute("data-detail", "note").close().close().newline();
        }
        id = fmt::format("d--{}--revised", m_id);
        m_out.open("p").attribute("class", "option").open("input").attribute("type", "checkbox");
        m_out.attribute("id", id).attribute("data-detail", "revised").close();
        m_out.open("label").attribute("for", id).text(said("cell_revised")).close().close().newline();
        m_out.close().newline();
        m_out.open("ul").attribute("class", "cell-remarks").attribute("data-remarks", m_id).close().newline();
    }

    HtmlBuilder& m_out;
    const Question& m_question;
    const FieldFrame& m_frame;
    const std::string m_id;
    const std::vector<FormPlace> m_columns;
    const std::vector<FormPlace> m_rows;
};

}  // namespace

void write_tables(HtmlBuilder& out, const Question& question, const FieldFrame& frame) {
    TableWriter(out, question, frame).write();
}

}  // namespace rapporteur::exchange
