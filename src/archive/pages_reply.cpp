// SPDX-License-Identifier: EUPL-1.2
#include "archive/pages.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace rapporteur::archive {

using document::Html;
using document::HtmlBuilder;

namespace {

std::string dimension_of(const std::string& pair) {
    return pair.substr(0, pair.find('='));
}
std::string code_of(const std::string& pair) {
    const std::size_t sign = pair.find('=');
    return sign == std::string::npos ? "" : pair.substr(sign + 1);
}

std::string words_of(const release::PublicAnswer& answer, const std::string& pair) {
    if (code_of(pair) == "total") {
        return "Total";
    }
    for (const release::PublicDimension& dimension : answer.dimensions) {
        if (dimension.id == dimension_of(pair)) {
            for (const release::Term& term : dimension.codes) {
                if (term.id == code_of(pair)) {
                    return text_of(term.name);
                }
            }
        }
    }
    return code_of(pair);
}

std::string reason_words(const std::string& reason) {
    return base::replace_all(reason, "-", " ");
}

std::string shown(const release::PublicCell& cell) {
    if (!cell.hidden.empty()) {
        return "hidden";
    }
    return cell.reason.empty() ? cell.value : reason_words(cell.reason);
}

// Rows are the combinations of all dimensions but the years, columns the years.
Html table_of(const release::PublicAnswer& answer, int floor) {
    std::vector<std::string> rows;
    std::vector<std::string> columns;
    std::map<std::pair<std::string, std::string>, const release::PublicCell*> cells;
    for (const release::PublicCell& cell : answer.cells) {
        std::vector<std::string> row;
        std::string column;
        for (const std::string& pair : cell.dims) {
            if (dimension_of(pair) == "year") {
                column = code_of(pair);
            } else {
                row.push_back(words_of(answer, pair));
            }
        }
        const std::string name = row.empty() ? "Total" : base::join(row, ", ");
        if (std::ranges::find(rows, name) == rows.end()) {
            rows.push_back(name);
        }
        if (std::ranges::find(columns, column) == columns.end()) {
            columns.push_back(column);
        }
        cells[{name, column}] = &cell;
    }
    TableRows out{{answer.unit.empty() ? "Figures" : "In " + answer.unit}, {}};
    std::set<std::size_t> numeric;
    for (const std::string& column : columns) {
        numeric.insert(out.head.size());
        out.head.push_back(column.empty() ? "Value" : column);
    }
    bool any_hidden = false;
    for (const std::string& row : rows) {
        std::vector<Html> line{text_cell(row)};
        for (const std::string& column : columns) {
            const auto found = cells.find({row, column});
            line.push_back(found == cells.end() ? text_cell("") : text_cell(shown(*found->second)));
            any_hidden = any_hidden || (found != cells.end() && !found->second->hidden.empty());
        }
        out.rows.push_back(std::move(line));
    }
    HtmlBuilder html;
    html.html(table(text_of(answer.question_text), out, numeric));
    if (any_hidden) {
        html.open("p")
            .attribute("class", "remark")
            .text("Hidden: counts of persons below " + std::to_string(floor) +
                  ", and others from which they could be computed.")
            .close();
    }
    for (const release::PublicCell& cell : answer.cells) {
        if (!cell.note.empty()) {
            html.open("p")
                .attribute("class", "remark")
                .text(base::join(cell.dims, ", ") + ": " + cell.note)
                .close();
        }
    }
    return html.finish();
}

// A question in one line stands as the heading. Of a long one, which may quote an earlier text, the heading has the
// beginning, and the whole stands below it.
void add_question(HtmlBuilder& out, const release::PublicAnswer& answer) {
    constexpr std::size_t k_heading = 240;
    constexpr std::size_t k_beginning = 120;
    const std::string number = answer.number.empty() ? "" : answer.number + ". ";
    std::string text = answer.question_text.empty() ? answer.question : text_of(answer.question_text);
    text = base::replace_all(base::replace_all(text, "\n> ", "\n"), "\n>", "\n");  // the marks of a quotation
    if (text.size() <= k_heading) {
        out.element("h2", number + base::collapse_spaces(text));
        return;
    }
    const std::string line = base::collapse_spaces(text);
    const std::size_t cut = line.rfind(' ', k_beginning);
    out.element("h2", number + line.substr(0, cut == std::string::npos ? 0 : cut) + " …");
    out.open("p").attribute("class", "lines question").text(text).close();
}

void add_answer(const Site& site, HtmlBuilder& out, const release::PublicReply& reply,
                const release::PublicAnswer& answer) {
    out.open("section").attribute("class", "answer").attribute("id", answer.question);
    add_question(out, answer);
    if (answer.state == "no-answer") {
        out.open("p")
            .attribute("class", "none")
            .text("No answer: " + reason_words(answer.reason) + ".")
            .close();
    } else if (answer.state != "answered") {
        out.open("p")
            .attribute("class", "none")
            .text(answer.state == "blank" ? "Left blank." : "Not asked.")
            .close();
    }
    std::vector<std::string> values;
    for (const std::string& value : answer.values) {
        const auto named = std::ranges::find_if(answer.value_names,
                                                [&](const release::Term& term) { return term.id == value; });
        values.push_back(named == answer.value_names.end() ? value : text_of(named->name));
    }
    if (!values.empty()) {
        out.open("p").element("strong", base::join(values, ", ")).close();
    }
    out.open("div")
        .attribute("class", "text")
        .html(prose(answer.prose, base::replace_all(answer.question, ".", "-") + "-"))
        .close();
    if (!answer.cells.empty() && !answer.dimensions.empty()) {
        out.html(table_of(answer, reply.floor));
    }
    if (!answer.author.empty()) {
        out.open("p")
            .attribute("class", "remark")
            .text("Answered by " + site.records().body_name(answer.author))
            .close();
    }
    out.close().newline();
}

void add_reply(Site& site, const release::PublicReply& reply) {
    const Records& records = site.records();
    std::vector<std::string> from;
    for (const std::string& id : reply.from) {
        from.push_back(records.body_name(id));
    }
    const std::string who = from.empty() ? reply.respondent : base::join(from, ", ");
    Page page{.path = path_of(reply.id),
              .title = "Reply of " + who,
              .crumbs = crumbs_of(records, reply.evaluation),
              .identifier = reply.id,
              .invented = is_invented(records, reply.evaluation)};
    HtmlBuilder out;
    Facts facts;
    facts.add("Submitted", reply.submitted)
        .add("Version", std::to_string(reply.version))
        .add("Covering letter", reply.letter)
        .add("Questionnaire", reply.questionnaire);
    HtmlBuilder exhibits;
    for (const release::PublicExhibit& exhibit : reply.exhibits) {
        exhibits.open("div").text(std::to_string(exhibit.number) + ". ");
        // The file is frozen with its reply, under its own name.
        const auto file = std::ranges::find_if(records.files, [&](const FileName& one) {
            return one.object == reply.id && one.name == exhibit.file;
        });
        if (file == records.files.end()) {
            exhibits.text(exhibit.title);
        } else {
            exhibits.open("a")
                .attribute("href", Site::relative(page.path, "files/" + file->object + "/" + file->name))
                .text(exhibit.title)
                .close();
        }
        exhibits.close();
    }
    out.html(facts.add("Exhibits", exhibits.finish()).finish());
    out.open("p")
        .attribute("class", "count")
        .text(std::to_string(reply.answers.size()) +
              " answers. Filter: this reply, what its sender agreed to publish.")
        .close();
    for (const release::PublicAnswer& answer : reply.answers) {
        add_answer(site, out, reply, answer);
    }
    page.content = out.finish();
    site.add(page);
}

}  // namespace

void add_reply_pages(Site& site) {
    for (const auto& one : site.records().replies) {
        add_reply(site, one.second);
    }
}

}  // namespace rapporteur::archive
