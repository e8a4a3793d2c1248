// SPDX-License-Identifier: EUPL-1.2
#include "archive/pages.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace rapporteur::archive {

using document::Html;
using document::HtmlBuilder;

std::string short_text(const release::PublicRecommendation& r, std::size_t length) {
    std::string text;
    for (const release::PublicAsk& ask : r.asks) {
        text += (text.empty() ? "" : "; ") + text_of(ask.text);
    }
    text = base::collapse_spaces(text.empty() ? r.prose.text : text);
    if (base::display_width(text) <= length) {
        return text;
    }
    const std::size_t cut = text.rfind(' ', length);
    return text.substr(0, cut == std::string::npos ? length : cut) + " …";
}

namespace {

std::string plural(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

Html link_cell(const Site& site, const std::string& from, const std::string& identifier,
               const std::string& text) {
    HtmlBuilder out;
    site.link(out, from, identifier, text);
    return out.finish();
}

// Subjects of a framework that have something released.
std::vector<std::string> subjects_of(const Records& records, const std::string& framework) {
    std::vector<std::string> codes;
    for (const auto& one : records.subjects) {
        if (one.second.framework == framework && !records.rounds_of(framework, one.second.code).empty()) {
            codes.push_back(one.second.code);
        }
    }
    return codes;
}

TableRows subject_rows(const Site& site, const std::string& from, const std::string& framework) {
    const Records& records = site.records();
    TableRows rows{{"State or subject", "Evaluations released", "Recommendations"}, {}};
    for (const std::string& code : subjects_of(records, framework)) {
        const auto rounds = records.rounds_of(framework, code);
        HtmlBuilder evaluations;
        std::size_t count = 0;
        for (const auto* round : rounds) {
            evaluations.text(round == rounds.front() ? "" : ", ");
            site.link(evaluations, from, round->id, domain::local_name(round->id));
            count += records.recommendations_of(round->id).size();
        }
        rows.rows.push_back({link_cell(site, from, framework + "/" + code,
                                       records.subject_name(*rounds.back()) +
                                           (is_invented(records, code) ? " (invented)" : "")),
                             evaluations.finish(), text_cell(std::to_string(count))});
    }
    return rows;
}

void add_start(Site& site) {
    const Records& records = site.records();
    Page page{.path = "index.html", .title = "What states were asked, and what became of it"};
    HtmlBuilder out;
    out.open("p")
        .attribute("class", "lead")
        .text(
            "Reports, replies, recommendations and what is known of their fate, as they were released. Every page has a permanent address and is also there as data.")
        .close()
        .newline();
    out.open("p")
        .attribute("class", "count")
        .text("Released now: " + plural(records.evaluations.size(), "evaluation", "evaluations") + ", " +
              plural(records.reports.size(), "report", "reports") + ", " +
              plural(records.replies.size(), "reply", "replies") + ", " +
              plural(records.recommendations.size(), "recommendation", "recommendations") +
              ". Counted over everything in this archive.")
        .close()
        .newline();
    for (const auto& one : records.frameworks) {
        out.element("h2", text_of(one.second.name)).newline();
        out.html(table("States and subjects under " + text_of(one.second.name),
                       subject_rows(site, page.path, one.first), {2}));
        out.open("p");
        site.link(out, page.path, one.first, "About this framework: provisions, verbs, rounds");
        out.close().newline();
    }
    page.content = out.finish();
    site.add(page);
}

void add_framework(Site& site, const release::PublicFramework& f) {
    Page page{.path = path_of(f.id),
              .title = text_of(f.name),
              .crumbs = {{"index.html", "States"}},
              .identifier = f.id};
    HtmlBuilder out;
    out.html(
        Facts().add("Instrument", f.instrument).add("Version of the framework file", f.version).finish());
    out.element("h2", "States and subjects").newline();
    out.html(
        table("States and subjects with released evaluations", subject_rows(site, page.path, f.id), {2}));
    if (!f.verbs.empty()) {
        TableRows verbs{{"Verb", "Rank", "Meaning"}, {}};
        for (const release::RankedTerm& verb : f.verbs) {
            verbs.rows.push_back({text_cell(text_of(verb.name)), text_cell(std::to_string(verb.rank)),
                                  text_cell(text_of(verb.meaning))});
        }
        out.element("h2", "Urgency")
            .html(table("Verbs and what they mean; 1 is the most urgent", verbs, {1}));
    }
    TableRows rounds{{"Round", "Theme", "Launched"}, {}};
    for (const release::PublicRound& round : f.rounds) {
        rounds.rows.push_back(
            {text_cell(text_of(round.name)), text_cell(text_of(round.theme)), text_cell(round.launched)});
    }
    out.element("h2", "Rounds").html(table("Rounds", rounds));
    if (!f.provisions.empty()) {
        TableRows provisions{{"Provision", "Title"}, {}};
        for (const release::PublicProvision& provision : f.provisions) {
            provisions.rows.push_back({text_cell(provision.label), text_cell(text_of(provision.title))});
        }
        out.element("h2", "Provisions").html(table("Provisions of the instrument", provisions));
    }
    page.content = out.finish();
    site.add(page);
}

// Recommendations of one round, with a column for each later round and one for claims.
Html matrix(const Site& site, const std::string& from,
            const std::vector<const release::PublicEvaluation*>& rounds, std::size_t at) {
    const Records& records = site.records();
    TableRows rows{{"Recommendation", "Verb", "Asks for"}, {}};
    for (std::size_t i = at + 1; i < rounds.size(); ++i) {
        rows.head.push_back("In " + domain::local_name(rounds[i]->id));
    }
    rows.head.emplace_back("Claimed");
    for (const auto* r : records.recommendations_of(rounds[at]->id)) {
        const auto all = records.fates_of(*r);
        std::vector<Html> cells{link_cell(site, from, r->id, domain::local_name(r->id)),
                                text_cell(records.verb_name(rounds[at]->framework, r->verb)),
                                text_cell(short_text(*r, 140))};
        for (std::size_t i = at + 1; i < rounds.size(); ++i) {
            std::vector<domain::Fate> in_round;
            std::ranges::copy_if(all, std::back_inserter(in_round), [&](const domain::Fate& fate) {
                const auto of = domain::evaluation_of(fate.by);
                return fate.source != domain::FateSource::claimed && of && of->text() == rounds[i]->id;
            });
            cells.push_back(in_round.empty() ? HtmlBuilder()
                                                   .open("span")
                                                   .attribute("class", "none")
                                                   .text("nothing recorded")
                                                   .close()
                                                   .finish()
                                             : fates(site, from, in_round));
        }
        std::vector<domain::Fate> claimed;
        std::ranges::copy_if(all, std::back_inserter(claimed), [](const domain::Fate& fate) {
            return fate.source == domain::FateSource::claimed;
        });
        cells.push_back(fates(site, from, claimed));
        rows.rows.push_back(std::move(cells));
    }
    return table(plural(rows.rows.size(), "recommendation", "recommendations") + " of " + rounds[at]->id +
                     " and what became of them. Filter: this evaluation, all released",
                 rows);
}

void add_subject(Site& site, const release::PublicSubject& subject) {
    const Records& records = site.records();
    const std::string id = subject.framework + "/" + subject.code;
    const auto rounds = records.rounds_of(subject.framework, subject.code);
    if (rounds.empty()) {
        return;
    }
    Page page{.path = path_of(id),
              .title = records.subject_name(*rounds.back()),
              .crumbs = {{"index.html", "States"}},
              .identifier = id,
              .invented = subject.invented};
    const auto framework = records.frameworks.find(subject.framework);
    if (framework != records.frameworks.end()) {
        page.crumbs.push_back({path_of(subject.framework), text_of(framework->second.name)});
    }
    HtmlBuilder out;
    out.html(Facts()
                 .add("Code", subject.code)
                 .add("Kind", subject.kind)
                 .add("Bound since", subject.since)
                 .finish());
    out.element("h2", "Evaluations").open("ul");
    for (const auto* round : rounds) {
        out.open("li");
        site.link(out, page.path, round->id, text_of(round->title));
        out.text(", opened " + round->opened).close();
    }
    out.close().newline().element("h2", "What became of the recommendations");
    out.open("p")
        .text(
            "Adopted is the group's verdict; derived follows from later recommendations and their verbs; claimed is the word of whoever is named. That nothing is recorded says nothing either way.")
        .close();
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        if (!records.recommendations_of(rounds[i]->id).empty()) {
            out.element("h3", text_of(rounds[i]->title)).html(matrix(site, page.path, rounds, i));
        }
    }
    page.content = out.finish();
    site.add(page);
}

void add_all_recommendations(Site& site) {
    const Records& records = site.records();
    Page page{.path = "recommendations/index.html", .title = "Recommendations"};
    HtmlBuilder out;
    for (const auto& framework : records.frameworks) {
        std::map<std::pair<int, std::string>, TableRows> by_verb;
        for (const auto& one : records.recommendations) {
            const auto evaluation = records.evaluations.find(one.second.evaluation);
            if (evaluation != records.evaluations.end() && evaluation->second.framework == framework.first) {
                TableRows& rows = by_verb[{one.second.rank, one.second.verb}];
                rows.rows.push_back({link_cell(site, page.path, one.first, one.first),
                                     text_cell(base::join(one.second.provisions, ", ")),
                                     text_cell(short_text(one.second, 160)), text_cell(one.second.date)});
            }
        }
        if (by_verb.empty()) {
            continue;
        }
        out.element("h2", text_of(framework.second.name));
        for (auto& [verb, rows] : by_verb) {
            rows.head = {"Recommendation", "Provisions", "Asks for", "Date"};
            const std::string name = verb.second.empty()
                                         ? "no urgency verb"
                                         : "“" + records.verb_name(framework.first, verb.second) + "”";
            out.html(table(plural(rows.rows.size(), "recommendation", "recommendations") +
                               ". Filter: " + text_of(framework.second.name) + ", " + name,
                           rows));
        }
    }
    page.content = out.finish();
    site.add(page);
}

}  // namespace

void add_index_pages(Site& site) {
    add_start(site);
    for (const auto& one : site.records().frameworks) {
        add_framework(site, one.second);
    }
    for (const auto& one : site.records().subjects) {
        add_subject(site, one.second);
    }
    add_all_recommendations(site);
}

}  // namespace rapporteur::archive
