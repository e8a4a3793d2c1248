// SPDX-License-Identifier: EUPL-1.2
//
// The blocks of a report that stand for figures: ```{.statistics ...}``` becomes a table, ```{.chart ...}``` a picture with its figures
// in words, both from the register's rows, with their source and a note on every gap. What is wrong with a block is a problem
// at its paragraph. Called by assembling and checking.
#pragma once

#include "document/report_document.hpp"
#include "report/material.hpp"
#include "report/words.hpp"

#include <map>
#include <string>

namespace rapporteur::report {

// leave_out: everything is looked at, no picture is made; as_table: a chart becomes the table of its figures.
enum class Drawing { draw, leave_out, as_table };

class FigureMaker {
public:
    FigureMaker(const Material& material, const Words& words, Drawing drawing);

    // The blocks with every block of figures replaced; faulty ones are left out, with a problem.
    document::Blocks replace(document::Blocks blocks, const base::Place& place, const std::string& key);

    const base::Problems& problems() const { return m_problems; }
    // The pictures drawn, by name.
    std::map<std::string, std::string> take_pictures() { return std::move(m_pictures); }
    int tables() const { return m_tables; }
    int charts() const { return m_charts; }

private:
    struct Request;
    document::Blocks make(const document::CodeBlock& code, const base::Place& place, const std::string& id);
    document::Block table(const Request& request);
    document::Blocks chart(const Request& request, const base::Place& place);
    void judge(const Request& request, const base::Place& place);

    const Material& m_material;
    const Words& m_words;
    Drawing m_drawing;
    document::ReportWords m_report_words;
    base::Problems m_problems;
    std::map<std::string, std::string> m_pictures;
    int m_tables = 0;
    int m_charts = 0;
};

// "Table 3: Victims" as "Table 3" and "Victims"; a caption that does not begin so has no label.
struct Caption {
    std::string label;
    std::string text;
};
Caption split_caption(std::string_view text);

}  // namespace rapporteur::report
