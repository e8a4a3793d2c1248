// SPDX-License-Identifier: EUPL-1.2
#include "archive/pages.hpp"

namespace rapporteur::archive {

using document::Html;
using document::HtmlBuilder;

namespace {

void add_body(Site& site, const release::PublicBody& body) {
    Page page{.path = path_of(body.id),
              .title = site.records().body_name(body.id),
              .crumbs = {{"index.html", "States"}},
              .identifier = body.id,
              .invented = is_invented(site.records(), body.id)};
    HtmlBuilder out;
    Facts facts;
    facts.add("Kind", body.kind).add("Exists since", body.from).add("Until", body.until);
    HtmlBuilder successor;
    if (!body.successor.empty()) {
        site.link(successor, page.path, body.successor, site.records().body_name(body.successor));
    }
    out.html(facts.add("Succeeded by", successor.finish()).finish());
    if (body.names.size() > 1) {
        TableRows names{{"Name", "From"}, {}};
        for (const release::DatedName& name : body.names) {
            names.rows.push_back({text_cell(text_of(name.name)), text_cell(name.from)});
        }
        out.element("h2", "Names").html(table("Names that the body bore", names));
    }
    page.content = out.finish();
    site.add(page);
}

void add_source(Site& site, const release::PublicSource& source) {
    Page page{.path = path_of(source.id),
              .title = text_of(source.title),
              .crumbs = {{"index.html", "States"}},
              .identifier = source.id,
              .invented = is_invented(site.records(), source.id)};
    HtmlBuilder out;
    page.content = out.html(Facts()
                                .add("Kind", source.kind)
                                .add("Published by", source.author)
                                .add("Date", source.date)
                                .add("Language", source.language)
                                .add("Citation", source.citation)
                                .add("Address", source.address)
                                .finish())
                       .finish();
    site.add(page);
}

// What was public keeps its address, with nothing but the fact, the date and the reason.
void add_tombstone(Site& site, const release::Tombstone& tombstone) {
    Page page{.path = path_of(tombstone.object),
              .title = "Withdrawn",
              .crumbs = {{"index.html", "States"}},
              .invented = is_invented(site.records(), tombstone.object)};
    HtmlBuilder out;
    out.open("p").attribute("class", "lead").text("What stood at this address was withdrawn.").close();
    page.content = out.html(Facts()
                                .add("Identifier", tombstone.object)
                                .add("Withdrawn", tombstone.at.date().text())
                                .add("Reason", tombstone.reason)
                                .finish())
                       .finish();
    site.add(page);
}

void add_log(Site& site) {
    Page page{.path = "log/index.html", .title = "Releases and withdrawals"};
    TableRows rows{{"When", "What", "Of", "Title or reason"}, {}};
    for (const release::LogLine& line : site.records().log) {
        HtmlBuilder id;
        site.link(id, page.path, line.id, line.id);
        rows.rows.push_back({text_cell(line.at.text()), text_cell(line.withdrawn ? "withdrawn" : "released"),
                             id.finish(), text_cell(line.withdrawn ? line.reason : line.title)});
    }
    HtmlBuilder out;
    page.content =
        out.html(table("Everything that was released or withdrawn, the newest first", rows)).finish();
    site.add(page);
}

}  // namespace

void add_other_pages(Site& site) {
    for (const auto& one : site.records().bodies) {
        add_body(site, one.second);
    }
    for (const auto& one : site.records().sources) {
        add_source(site, one.second);
    }
    for (const release::Tombstone& tombstone : site.records().tombstones) {
        // Claims and the like have no page to replace.
        const auto kind = tombstone.kind;
        if (kind == release::RecordKind::reply || kind == release::RecordKind::report ||
            kind == release::RecordKind::evaluation || kind == release::RecordKind::recommendation ||
            kind == release::RecordKind::measure) {
            add_tombstone(site, tombstone);
        }
    }
    add_log(site);
}

}  // namespace rapporteur::archive
