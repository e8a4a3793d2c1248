// SPDX-License-Identifier: EUPL-1.2
#include "archive/pages.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace rapporteur::archive {

using document::Html;
using document::HtmlBuilder;

std::vector<Crumb> crumbs_of(const Records& records, const std::string& evaluation) {
    std::vector<Crumb> crumbs{{"index.html", "States"}};
    const auto found = records.evaluations.find(evaluation);
    if (found != records.evaluations.end()) {
        const std::string subject = found->second.framework + "/" + found->second.subject;
        crumbs.push_back({path_of(subject), records.subject_name(found->second)});
        crumbs.push_back({path_of(evaluation), text_of(found->second.title)});
    }
    return crumbs;
}

bool is_invented(const Records& records, const std::string& identifier) {
    if (const auto evaluation = domain::evaluation_of(identifier)) {
        const auto parts = domain::parse_evaluation_id(evaluation->text());
        const auto found = records.subjects.find(parts->framework.text() + "/" + parts->subject.text());
        return found != records.subjects.end() && found->second.invented;
    }
    // XAA/body/coast-guard is as invented as the state.
    const std::string code = identifier.substr(0, identifier.find('/'));
    return std::ranges::any_of(
        records.subjects, [&](const auto& one) { return one.second.code == code && one.second.invented; });
}

namespace {

std::string stage_name(const Records& records, const std::string& framework, const std::string& stage) {
    const auto found = records.frameworks.find(framework);
    if (found != records.frameworks.end()) {
        for (const release::Term& term : found->second.stages) {
            if (term.id == stage) {
                return text_of(term.name);
            }
        }
    }
    return stage;
}

std::string round_name(const Records& records, const release::PublicEvaluation& e) {
    const auto found = records.frameworks.find(e.framework);
    if (found != records.frameworks.end()) {
        for (const release::PublicRound& round : found->second.rounds) {
            if (round.id == e.round || e.framework + "/" + round.id == e.round) {
                return text_of(round.name);
            }
        }
    }
    return e.round;
}

Html timeline(const Records& records, const release::PublicEvaluation& e) {
    TableRows rows{{"Stage", "What", "Date", "Due"}, {}};
    for (const release::PublicStageEvent& event : e.stages) {
        rows.rows.push_back({text_cell(stage_name(records, e.framework, event.stage)), text_cell(event.act),
                             text_cell(event.date), text_cell(event.due)});
    }
    return table("The procedure, from the stage log", rows);
}

void list_documents(const Site& site, HtmlBuilder& out, const Page& page, const std::string& evaluation) {
    const Records& records = site.records();
    const auto belongs = [&evaluation](const auto& one) { return one.second.evaluation == evaluation; };
    if (std::ranges::none_of(records.reports, belongs) && std::ranges::none_of(records.replies, belongs)) {
        return;
    }
    out.element("h2", "Documents").open("ul");
    for (const auto& one : records.reports) {
        if (one.second.evaluation == evaluation) {
            out.open("li");
            site.link(out, page.path, one.first, text_of(one.second.title));
            out.text((one.second.symbol.empty() ? "" : ", " + one.second.symbol) +
                     (one.second.date.empty() ? "" : ", adopted " + one.second.date));
            for (const FileName& file : records.files) {
                if (file.object == one.first) {
                    out.text(" · ")
                        .open("a")
                        .attribute("href", Site::relative(page.path, "files/" + one.first + "/" + file.name))
                        .text(file.name)
                        .close();
                }
            }
            out.close();
        }
    }
    for (const auto& one : records.replies) {
        if (one.second.evaluation == evaluation) {
            out.open("li").text("Reply to the questionnaire: ");
            site.link(out, page.path, one.first,
                      one.second.from.empty() ? one.second.respondent
                                              : records.body_name(one.second.from.front()));
            out.text(one.second.submitted.empty() ? "" : ", " + one.second.submitted).close();
        }
    }
    out.close().newline();
}

void list_comments(const Site& site, HtmlBuilder& out, const std::string& evaluation) {
    bool first = true;
    for (const auto& one : site.records().comments) {
        if (one.second.evaluation == evaluation) {
            if (first) {
                out.element("h2", "The government's comments")
                    .open("p")
                    .attribute("class", "remark")
                    .text("These are the words of the government and no part of the group's analysis.")
                    .close();
            }
            first = false;
            out.open("section")
                .attribute("class", "text")
                .element("h3", site.records().body_name(one.second.body) + ", " + one.second.date);
            out.html(prose(one.second.prose, "c" + domain::local_name(one.first) + "-")).close().newline();
        }
    }
}

void list_statistics(const Site& site, HtmlBuilder& out, const std::string& evaluation) {
    const auto found = site.records().statistics.find(evaluation);
    if (found == site.records().statistics.end()) {
        return;
    }
    TableRows rows{{"Indicator", "Year", "Dimensions", "Value", "Unit", "Source"}, {}};
    for (const release::PublicObservation& o : found->second.observations) {
        const std::string value = !o.cell.hidden.empty()  ? "hidden"
                                  : o.cell.reason.empty() ? o.cell.value
                                                          : o.cell.reason;
        rows.rows.push_back({text_cell(o.indicator), text_cell(std::to_string(o.year)),
                             text_cell(base::join(o.cell.dims, ", ")), text_cell(value), text_cell(o.unit),
                             text_cell(site.records().source_title(o.source))});
    }
    out.element("h2", "Statistics")
        .open("p")
        .attribute("class", "remark")
        .text("Figures that did not come in a reply. Counts of persons below " +
              std::to_string(found->second.floor) +
              ", and others from which they could be computed, are hidden.")
        .close();
    out.html(table("Statistics. Filter: this evaluation, all released", rows, {3}));
}

void add_evaluation(Site& site, const release::PublicEvaluation& e) {
    const Records& records = site.records();
    Page page{.path = path_of(e.id),
              .title = text_of(e.title),
              .crumbs = crumbs_of(records, e.id),
              .identifier = e.id,
              .invented = e.invented};
    page.crumbs.pop_back();
    HtmlBuilder out;
    out.html(
        Facts().add("Opened", e.opened).add("Round", round_name(records, e)).add("Track", e.track).finish());
    list_documents(site, out, page, e.id);
    const auto recommendations = records.recommendations_of(e.id);
    if (!recommendations.empty()) {
        TableRows rows{
            {"Recommendation", "Verb", "Provisions", "Asks for", "Paragraph", "What is known of its fate"},
            {}};
        for (const auto* r : recommendations) {
            HtmlBuilder id;
            site.link(id, page.path, r->id, domain::local_name(r->id));
            rows.rows.push_back({id.finish(), text_cell(records.verb_name(e.framework, r->verb)),
                                 text_cell(base::join(r->provisions, ", ")), text_cell(short_text(*r, 140)),
                                 text_cell(r->paragraph_number),
                                 fates(site, page.path, records.fates_of(*r))});
        }
        out.element("h2", "Recommendations")
            .html(table(std::to_string(rows.rows.size()) +
                            " recommendations. Filter: this evaluation, all released",
                        rows, {4}));
    }
    for (const auto& one : records.committee) {
        if (one.second.evaluation == e.id) {
            HtmlBuilder takes_up;
            for (const std::string& id : one.second.takes_up) {
                takes_up.text(id == one.second.takes_up.front() ? "" : ", ");
                site.link(takes_up, page.path, id, domain::local_name(id));
            }
            out.element("h2", "Recommendation of the Committee");
            out.html(Facts()
                         .add("Symbol", one.second.symbol)
                         .add("Date", one.second.date)
                         .add("Report due", one.second.report_by)
                         .add("Takes up", takes_up.finish())
                         .finish());
            out.open("div").attribute("class", "text").html(prose(one.second.prose)).close();
        }
    }
    list_comments(site, out, e.id);
    list_statistics(site, out, e.id);
    out.element("h2", "Timeline").html(timeline(records, e));
    page.content = out.finish();
    site.add(page);
}

// As in the report's own HTML; a section that has no name of its own is found by its place.
std::string heading_anchor(const release::PublicReport& r, std::size_t index) {
    const std::string& section = r.items[index].section;
    return "section-" + (section.empty() ? std::to_string(index + 1) : section);
}

std::string heading_text(const release::PublicItem& item) {
    return base::collapse_spaces(item.label + " " + item.prose.text);
}

void add_contents(HtmlBuilder& out, const release::PublicReport& r) {
    out.open("nav").attribute("class", "contents").attribute("aria-label", "Contents of the report");
    out.open("ul");
    for (std::size_t i = 0; i < r.items.size(); ++i) {
        const release::PublicItem& item = r.items[i];
        if (item.kind == "heading" && item.level <= 2) {
            out.open("li");
            if (item.level == 2) {
                out.attribute("class", "inner");
            }
            out.open("a").attribute("href", "#" + heading_anchor(r, i)).text(heading_text(item));
            out.close().close();
        }
    }
    out.close().close().newline();
}

void add_item(HtmlBuilder& out, const release::PublicReport& r, std::size_t index, int& notes) {
    const release::PublicItem& item = r.items[index];
    if (item.kind == "heading") {
        static const char* const k_headings[] = {"h2", "h3", "h4"};
        const auto level = static_cast<std::size_t>(std::clamp(item.level, 1, 3) - 1);
        out.open(k_headings[level]).attribute("id", heading_anchor(r, index)).text(heading_text(item));
        out.close().newline();
        return;
    }
    out.open("div").attribute("class", item.kind == "recommendation" ? "rec"
                                       : item.kind == "paragraph"    ? "para"
                                                                     : "text");
    out.attribute("id", item.key);
    if (!item.number.empty()) {
        out.open("a")
            .attribute("class", "pn")
            .attribute("href", "#" + item.key)
            .text(item.number + ".")
            .close();
    }
    out.html(prose(item.prose, item.key + "-", notes)).close().newline();
}

void add_report(Site& site, const release::PublicReport& r) {
    const Records& records = site.records();
    Page page{.path = path_of(r.id),
              .title = text_of(r.title),
              .language = r.language,
              .crumbs = crumbs_of(records, r.evaluation),
              .identifier = r.id,
              .invented = is_invented(records, r.evaluation)};
    HtmlBuilder out;
    Facts facts;
    facts.add("Symbol", r.symbol).add("Adopted", r.date).add("Meeting", r.meeting);
    HtmlBuilder downloads;
    for (const FileName& file : records.files) {
        if (file.object == r.id) {
            downloads.open("a")
                .attribute("href", Site::relative(page.path, "files/" + r.id + "/" + file.name))
                .text(file.name)
                .close()
                .text(" (" + std::to_string((file.bytes + 1023) / 1024) + " kB) ");
        }
    }
    out.html(facts.add("Download", downloads.finish()).finish());
    add_contents(out, r);
    out.open("article").attribute("class", "report");
    int notes = 0;  // numbered through, as in print
    for (std::size_t i = 0; i < r.items.size(); ++i) {
        add_item(out, r, i, notes);
    }
    page.content = out.close().finish();
    site.add(page);
}

}  // namespace

void add_evaluation_pages(Site& site) {
    for (const auto& one : site.records().evaluations) {
        add_evaluation(site, one.second);
    }
    for (const auto& one : site.records().reports) {
        add_report(site, one.second);
    }
}

}  // namespace rapporteur::archive
