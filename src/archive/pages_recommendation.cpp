// SPDX-License-Identifier: EUPL-1.2
#include "archive/pages.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace rapporteur::archive {

using document::Html;
using document::HtmlBuilder;

namespace {

void step(const Site& site, HtmlBuilder& out, const std::string& from, const std::string& id,
          const std::string& how, const std::string& note) {
    const Records& records = site.records();
    const auto found = records.recommendations.find(id);
    out.open("li");
    site.link(out, from, id, id);
    if (found != records.recommendations.end()) {
        const release::PublicRecommendation& r = found->second;
        const auto evaluation = records.evaluations.find(r.evaluation);
        const std::string verb = evaluation == records.evaluations.end()
                                     ? r.verb
                                     : records.verb_name(evaluation->second.framework, r.verb);
        out.text((verb.empty() ? "" : ", " + verb) + (r.date.empty() ? "" : ", " + r.date)).text(" ");
        out.open("span").attribute("class", "tag").text(how).close();
        out.open("div").text(short_text(r, 400)).close();
    } else {
        out.text(" ").open("span").attribute("class", "tag").text(how).close().text(" (not released)");
    }
    if (!note.empty()) {
        out.open("div").attribute("class", "remark").text(note).close();
    }
    out.close();
}

// Everything before, nearest first; each once.
void earlier(const Site& site, HtmlBuilder& out, const std::string& from,
             const release::PublicRecommendation& r, std::set<std::string>& seen) {
    for (const release::PublicLink& link : r.links) {
        if (seen.insert(link.to).second) {
            step(site, out, from, link.to, domain::local_name(r.id) + " " + link.type + " it", link.note);
            const auto found = site.records().recommendations.find(link.to);
            if (found != site.records().recommendations.end()) {
                earlier(site, out, from, found->second, seen);
            }
        }
    }
}

void later(const Site& site, HtmlBuilder& out, const std::string& from, const std::string& id,
           std::set<std::string>& seen) {
    const auto range = site.records().continued_by.equal_range(id);
    for (auto at = range.first; at != range.second; ++at) {
        if (seen.insert(at->second).second) {
            for (const release::PublicLink& link : site.records().recommendations.at(at->second).links) {
                if (link.to == id) {
                    step(site, out, from, at->second, link.type + " " + id, link.note);
                }
            }
            later(site, out, from, at->second, seen);
        }
    }
}

void chain(const Site& site, HtmlBuilder& out, const std::string& from,
           const release::PublicRecommendation& r) {
    std::set<std::string> seen{r.id};
    HtmlBuilder before;
    earlier(site, before, from, r, seen);
    const Html before_html = before.finish();
    HtmlBuilder after;
    later(site, after, from, r.id, seen);
    const Html after_html = after.finish();
    if (!before_html.empty()) {
        out.element("h2", "Continues").open("ol").attribute("class", "chain").html(before_html).close();
    }
    if (!after_html.empty()) {
        out.element("h2", "Continued by").open("ol").attribute("class", "chain").html(after_html).close();
    }
}

void claims(const Site& site, HtmlBuilder& out, const std::string& from,
            const release::PublicRecommendation& r) {
    std::vector<const release::PublicClaim*> all;
    for (const auto& one : site.records().claims) {
        const std::string& of = one.second.recommendation;
        if (domain::points_at(of, r.id)) {
            all.push_back(&one.second);
        }
    }
    if (all.empty()) {
        return;
    }
    std::ranges::sort(all, [](const auto* a, const auto* b) { return a->date < b->date; });
    out.element("h2", "In their words");
    for (const auto* claim : all) {
        out.open("div")
            .attribute("class", "claimed text")
            .open("p")
            .element("b", claim->date + ", " + site.records().claimant(*claim) + ": " + claim->value)
            .text(". " + text_of(claim->text))
            .close();
        for (const release::PublicEvidence& evidence : claim->evidence) {
            out.open("p").attribute("class", "remark").text("Source: ");
            site.link(out, from, evidence.ref, site.records().source_title(evidence.ref));
            const std::string_view part = domain::part_of(evidence.ref);
            out.text(part.empty() ? "" : " (" + std::string(part) + ")").close();
        }
        out.close();
    }
}

void measures(const Site& site, HtmlBuilder& out, const std::string& from,
              const release::PublicRecommendation& r) {
    TableRows rows{{"Measure", "Status", "Due", "Activity", "Bodies"}, {}};
    for (const auto& one : site.records().measures) {
        const auto& of = one.second.recommendations;
        if (std::ranges::none_of(of, [&](const std::string& id) { return domain::points_at(id, r.id); })) {
            continue;
        }
        HtmlBuilder id;
        site.link(id, from, one.first, one.first);
        std::vector<std::string> bodies;
        for (const release::PublicMeasureBody& body : one.second.bodies) {
            bodies.push_back(site.records().body_name(body.body));
        }
        rows.rows.push_back({id.finish(), text_cell(one.second.status), text_cell(one.second.due),
                             text_cell(text_of(one.second.activity)), text_cell(base::join(bodies, ", "))});
    }
    if (!rows.rows.empty()) {
        out.element("h2", "What the state does about it")
            .html(table("Measures that answer this recommendation", rows));
    }
}

void add_recommendation(Site& site, const release::PublicRecommendation& r) {
    const Records& records = site.records();
    const auto evaluation = records.evaluations.find(r.evaluation);
    const std::string framework = evaluation == records.evaluations.end() ? "" : evaluation->second.framework;
    Page page{.path = path_of(r.id),
              .title = "Recommendation " + r.id,
              .crumbs = crumbs_of(records, r.evaluation),
              .identifier = r.id,
              .invented = is_invented(records, r.evaluation)};
    HtmlBuilder out;
    out.open("div").attribute("class", "rec-text").html(prose(r.prose)).close().newline();
    HtmlBuilder paragraph;
    if (!r.report.empty() && site.has_page(r.report)) {
        paragraph.open("a")
            .attribute("href", Site::relative(page.path, path_of(r.report)) + "#" + r.paragraph)
            .text("paragraph " + r.paragraph_number + " of the report")
            .close();
    }
    std::vector<std::string> addressees;
    for (const std::string& id : r.addressees) {
        addressees.push_back(records.body_name(id));
    }
    std::vector<std::string> from;
    for (const std::string& id : r.from) {
        from.push_back(records.body_name(id));
    }
    Facts facts;
    facts.add("Urgency", records.verb_name(framework, r.verb) +
                             (r.rank == 0 ? "" : " (rank " + std::to_string(r.rank) + ")"));
    facts.add("Provisions", base::join(r.provisions, ", "))
        .add("Date", r.date)
        .add("From", base::join(from, "; "));
    facts.add("Addressed to", base::join(addressees, "; "))
        .add("Stands in", paragraph.finish())
        .add("Number in its list", r.number);
    out.html(facts.finish());
    if (!r.asks.empty()) {
        out.element("h2", "What is to be done").open("ul");
        if (!r.asks.front().limb.empty()) {
            out.attribute("class", "limbs");  // each has its letter
        }
        for (const release::PublicAsk& ask : r.asks) {
            out.open("li").text((ask.limb.empty() ? "" : "(" + ask.limb + ") ") + text_of(ask.text)).close();
        }
        out.close().newline();
    }
    const auto all = records.fates_of(r);
    out.element("h2", "What is known of its fate").open("p");
    if (all.empty()) {
        out.open("span")
            .attribute("class", "none")
            .text("Nothing is recorded, which says nothing either way.")
            .close();
    }
    out.html(fates(site, page.path, all)).close();
    chain(site, out, page.path, r);
    claims(site, out, page.path, r);
    measures(site, out, page.path, r);
    if (!r.sources.empty()) {
        out.element("h2", "Sources").open("ul");
        for (const release::PublicEvidence& source : r.sources) {
            out.open("li");
            site.link(out, page.path, source.ref, records.source_title(source.ref));
            out.text(source.note.empty() ? "" : ": " + source.note).close();
        }
        out.close();
    }
    page.content = out.finish();
    site.add(page);
}

void add_measure(Site& site, const release::PublicMeasure& m) {
    Page page{.path = path_of(m.id),
              .title = "Measure " + m.id,
              .crumbs = crumbs_of(site.records(), m.evaluation),
              .identifier = m.id,
              .invented = is_invented(site.records(), m.evaluation)};
    HtmlBuilder out;
    out.open("p").attribute("class", "lead").text(text_of(m.activity)).close();
    out.html(Facts()
                 .add("Status", m.status)
                 .add("Begins", m.start)
                 .add("Due", m.due)
                 .add("Done", m.done)
                 .add("Region", m.region)
                 .add("Cost", m.cost)
                 .add("Paid from", m.funding)
                 .add("Indicator", m.indicator)
                 .add("Baseline", m.baseline)
                 .add("Target", m.target)
                 .finish());
    out.element("h2", "Recommendations that it answers").open("ul");
    for (const std::string& id : m.recommendations) {
        out.open("li");
        const std::string cut = site.has_page(id) ? id : std::string(domain::without_limb(id));
        site.link(out, page.path, cut, id);
        out.close();
    }
    out.close();
    if (!m.bodies.empty()) {
        TableRows rows{{"Body", "Role", "From", "Until"}, {}};
        for (const release::PublicMeasureBody& body : m.bodies) {
            rows.rows.push_back({text_cell(site.records().body_name(body.body)), text_cell(body.role),
                                 text_cell(body.from), text_cell(body.until)});
        }
        out.element("h2", "Bodies").html(table("Bodies that hold the measure", rows));
    }
    if (!m.values.empty()) {
        TableRows rows{{"Date", "Value", "Note"}, {}};
        for (const release::PublicIndicatorValue& value : m.values) {
            rows.rows.push_back({text_cell(value.date), text_cell(value.value), text_cell(value.note)});
        }
        out.element("h2", "Indicator").html(table("Values of the indicator", rows, {1}));
    }
    page.content = out.finish();
    site.add(page);
}

}  // namespace

void add_recommendation_pages(Site& site) {
    for (const auto& one : site.records().recommendations) {
        add_recommendation(site, one.second);
    }
    for (const auto& one : site.records().measures) {
        add_measure(site, one.second);
    }
}

}  // namespace rapporteur::archive
