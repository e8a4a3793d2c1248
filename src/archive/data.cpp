// SPDX-License-Identifier: EUPL-1.2
#include "archive/data.hpp"

#include "archive/pages.hpp"
#include "base/csv.hpp"
#include "base/digest.hpp"
#include "base/json.hpp"
#include "base/text.hpp"

namespace rapporteur::archive {

using document::HtmlBuilder;

namespace {

struct Dataset {
    std::string name;
    std::string title;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

Dataset evaluations(const Records& records) {
    Dataset set{"evaluations", "Evaluations", {"id", "framework", "round", "subject", "opened", "title"}, {}};
    for (const auto& [id, e] : records.evaluations) {
        set.rows.push_back({id, e.framework, e.round, e.subject, e.opened, text_of(e.title)});
    }
    return set;
}

Dataset recommendations(const Records& records) {
    Dataset set{"recommendations",
                "Recommendations",
                {"id", "evaluation", "kind", "verb", "rank", "provisions", "themes", "addressees",
                 "paragraph", "date", "text"},
                {}};
    for (const auto& [id, r] : records.recommendations) {
        set.rows.push_back({id, r.evaluation, r.kind, r.verb, r.rank == 0 ? "" : std::to_string(r.rank),
                            base::join(r.provisions, " "), base::join(r.themes, " "),
                            base::join(r.addressees, " "), r.paragraph_number, r.date, r.prose.text});
    }
    return set;
}

Dataset fates_rows(const Records& records) {
    Dataset set{"fates",
                "What is known of each recommendation's fate",
                {"recommendation", "source", "value", "movement", "by", "date", "limb"},
                {}};
    for (const auto& [id, r] : records.recommendations) {
        for (const domain::Fate& fate : records.fates_of(r)) {
            set.rows.push_back(
                {id, std::string(base::name_of(fate.source)), fate.value,
                 fate.movement == domain::VerbMovement::none ? "" : std::string(base::name_of(fate.movement)),
                 fate.by, fate.date, fate.limb});
        }
    }
    return set;
}

Dataset links(const Records& records) {
    Dataset set{"links",
                "Links from a recommendation to the earlier one that it continues",
                {"later", "type", "earlier", "asserted_by", "asserted", "note"},
                {}};
    for (const auto& [id, r] : records.recommendations) {
        for (const release::PublicLink& link : r.links) {
            set.rows.push_back({id, link.type, link.to, link.asserted_by, link.asserted, link.note});
        }
    }
    return set;
}

Dataset claims(const Records& records) {
    Dataset set{"claims",
                "What governments and others say of a recommendation",
                {"id", "recommendation", "by", "body", "date", "value", "text", "sources"},
                {}};
    for (const auto& [id, c] : records.claims) {
        std::vector<std::string> sources;
        for (const release::PublicEvidence& evidence : c.evidence) {
            sources.push_back(evidence.ref);
        }
        set.rows.push_back(
            {id, c.recommendation, c.by, c.body, c.date, c.value, text_of(c.text), base::join(sources, " ")});
    }
    return set;
}

Dataset measures(const Records& records) {
    Dataset set{"measures",
                "What states do about recommendations",
                {"id", "evaluation", "status", "start", "due", "done", "activity", "recommendations"},
                {}};
    for (const auto& [id, m] : records.measures) {
        set.rows.push_back({id, m.evaluation, m.status, m.start, m.due, m.done, text_of(m.activity),
                            base::join(m.recommendations, " ")});
    }
    return set;
}

Dataset answers(const Records& records) {
    Dataset set{"answers",
                "Answers whose publication was agreed to",
                {"reply", "question", "state", "reason", "values", "author", "text"},
                {}};
    for (const auto& [id, reply] : records.replies) {
        for (const release::PublicAnswer& a : reply.answers) {
            set.rows.push_back(
                {id, a.question, a.state, a.reason, base::join(a.values, " "), a.author, a.prose.text});
        }
    }
    return set;
}

Dataset statistics(const Records& records) {
    Dataset set{"statistics",
                "Figures; hidden says why one is not shown",
                {"origin", "indicator", "dimensions", "value", "reason", "hidden", "unit", "note"},
                {}};
    for (const auto& [id, reply] : records.replies) {
        for (const release::PublicAnswer& a : reply.answers) {
            for (const release::PublicCell& cell : a.cells) {
                set.rows.push_back({id + "#" + a.question, a.indicator, base::join(cell.dims, " "),
                                    cell.value, cell.reason, cell.hidden, a.unit, cell.note});
            }
        }
    }
    for (const auto& [id, one] : records.statistics) {
        for (const release::PublicObservation& o : one.observations) {
            set.rows.push_back({id + "/statistics", o.indicator,
                                base::join(o.cell.dims, " ") + (o.cell.dims.empty() ? "" : " ") +
                                    "year=" + std::to_string(o.year),
                                o.cell.value, o.cell.reason, o.cell.hidden, o.unit, o.cell.note});
        }
    }
    return set;
}

Dataset paragraphs(const Records& records) {
    Dataset set{"paragraphs",
                "Paragraphs of adopted reports",
                {"report", "key", "number", "kind", "section", "recommendation", "text"},
                {}};
    for (const auto& [id, report] : records.reports) {
        for (const release::PublicItem& item : report.items) {
            if (item.kind != "heading") {
                set.rows.push_back({id, item.key, item.number, item.kind, item.section, item.recommendation,
                                    item.prose.text});
            }
        }
    }
    return set;
}

Dataset sources(const Records& records) {
    Dataset set{
        "sources", "Published sources", {"id", "kind", "title", "author", "date", "citation", "address"}, {}};
    for (const auto& [id, s] : records.sources) {
        set.rows.push_back({id, s.kind, text_of(s.title), s.author, s.date, s.citation, s.address});
    }
    return set;
}

// Whoever takes one row away takes along whether it is about an invented state. The first column of every set is an identifier.
void mark_invented(const Records& records, Dataset& set) {
    set.columns.emplace_back("invented");
    for (auto& row : set.rows) {
        row.emplace_back(is_invented(records, row.front()) ? "true" : "false");
    }
}

std::string csv_of(const Dataset& set) {
    std::vector<std::vector<std::string>> rows{set.columns};
    rows.insert(rows.end(), set.rows.begin(), set.rows.end());
    return base::write_csv(rows);
}

std::string json_of(const Dataset& set) {
    base::JsonWriter json;
    json.object().key(set.name).array();
    for (const auto& row : set.rows) {
        json.object();
        for (std::size_t i = 0; i < set.columns.size(); ++i) {
            json.member(set.columns[i],
                        row[i].empty() ? std::optional<std::string>() : std::optional(row[i]));
        }
        json.close();
    }
    json.close().close();
    return json.finish();
}

void resource(base::JsonWriter& json, const Dataset& set, const std::string& csv) {
    json.object()
        .member("$schema", "https://datapackage.org/profiles/2.0/dataresource.json")
        .member("name", set.name)
        .member("title", set.title)
        .member("type", "table")
        .member("path", set.name + ".csv")
        .member("format", "csv")
        .member("mediatype", "text/csv")
        .member("encoding", "utf-8")
        .member("bytes", static_cast<std::int64_t>(csv.size()))
        .member("hash", "sha256:" + base::sha256(csv).hex())
        .key("schema")
        .object()
        .key("fields")
        .array();
    for (const std::string& column : set.columns) {
        json.object().member("name", column).member("type", "string").close();
    }
    json.close().close().close();
}

}  // namespace

void add_data(Site& site) {
    const Records& records = site.records();
    std::vector<Dataset> sets{evaluations(records), recommendations(records), fates_rows(records),
                              links(records),       claims(records),          measures(records),
                              answers(records),     statistics(records),      paragraphs(records),
                              sources(records)};
    for (Dataset& set : sets) {
        mark_invented(records, set);
    }
    base::JsonWriter package;
    package.object()
        .member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
        .member("name", "public-archive")
        .member("title", "Public archive of evaluations and recommendations")
        .key("resources")
        .array();
    Page page{.path = "data/index.html", .title = "Everything as data"};
    TableRows rows{{"Dataset", "Rows", "CSV", "JSON"}, {}};
    for (const Dataset& set : sets) {
        const std::string csv = csv_of(set);
        resource(package, set, csv);
        site.add_file("data/" + set.name + ".csv", csv);
        site.add_file("data/" + set.name + ".json", json_of(set));
        HtmlBuilder csv_link;
        csv_link.open("a").attribute("href", set.name + ".csv").text(set.name + ".csv").close();
        HtmlBuilder json_link;
        json_link.open("a").attribute("href", set.name + ".json").text(set.name + ".json").close();
        rows.rows.push_back({text_cell(set.title), text_cell(std::to_string(set.rows.size())),
                             csv_link.finish(), json_link.finish()});
    }
    package.close().close();
    site.add_file("data/datapackage.json", package.finish());
    HtmlBuilder out;
    out.open("p")
        .attribute("class", "lead")
        .text(
            "Whole, without caps, and described by a data package. Each row carries the permanent identifier of what it is about; the same identifier is a page under id/.")
        .close();
    out.html(table("Datasets. Filter: everything released now", rows, {1}));
    out.open("p").open("a").attribute("href", "datapackage.json").text("datapackage.json").close().close();
    page.content = out.finish();
    site.add(page);
}

}  // namespace rapporteur::archive
