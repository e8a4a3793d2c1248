// SPDX-License-Identifier: EUPL-1.2
#include "archive/site.hpp"

#include "base/assets.hpp"
#include "base/date.hpp"
#include "base/error.hpp"
#include "document/tree_html.hpp"
#include "document/tree_json.hpp"

namespace rapporteur::assets {
const base::AssetTable& rapporteur_archive();
}  // namespace rapporteur::assets

namespace rapporteur::archive {

using document::Html;
using document::HtmlBuilder;

std::string path_of(std::string_view identifier) {
    return "id/" + std::string(domain::without_part(identifier)) + "/index.html";
}

std::string Site::relative(std::string_view from, std::string_view to) {
    std::string up;
    for (const char c : from) {
        up += c == '/' ? "../" : "";
    }
    return up + std::string(to);
}

Site::Site(const Records& records)
    : m_records(records),
      m_frame("archive/page.html",
              std::string(base::find(assets::rapporteur_archive(), "archive/page.html"))) {
    for (const auto& one : records.json) {
        m_pages.insert(one.first);
    }
    // These records have no page of their own: they stand on the page of their evaluation.
    for (const auto& one : records.assessments) {
        m_pages.erase(one.first + "/assessments");
    }
    for (const auto& one : records.statistics) {
        m_pages.erase(one.second.id);
    }
    for (const auto& one : records.claims) {
        m_pages.erase(one.first);
    }
    for (const auto& one : records.comments) {
        m_pages.erase(one.first);
    }
    for (const auto& one : records.committee) {
        m_pages.erase(one.first);
    }
    for (const auto& one : records.subjects) {
        m_pages.insert(one.first);
    }
    add_file("style.css", std::string(base::find(assets::rapporteur_archive(), "archive/style.css")));
}

void Site::link(HtmlBuilder& out, const std::string& from, const std::string& identifier,
                const std::string& text) const {
    const std::string whole(domain::without_part(identifier));
    if (!has_page(whole)) {
        out.text(text);
        return;
    }
    out.open("a").attribute("href", relative(from, path_of(whole))).text(text).close();
}

void Site::add_file(const std::string& path, std::string bytes) {
    if (!m_files.emplace(path, std::move(bytes)).second) {
        throw base::Error(base::ErrorKind::internal, "two files of the archive have the path " + path);
    }
}

void Site::add(const Page& page) {
    using document::PageList;
    using document::PageValues;
    using document::Url;
    const auto href = [&](const std::string& to) { return Url(relative(page.path, to)); };
    PageList crumbs;
    for (const Crumb& crumb : page.crumbs) {
        crumbs.push_back(PageValues().set("href", href(crumb.path)).set("text", crumb.text));
    }
    PageList menu;
    for (const auto& [path, text] : {std::pair<const char*, const char*>{"index.html", "States"},
                                     {"recommendations/index.html", "Recommendations"},
                                     {"data/index.html", "Data"},
                                     {"log/index.html", "Log"}}) {
        menu.push_back(PageValues().set("href", href(path)).set("text", text));
    }
    PageList alternates;
    PageList identifiers;
    if (!page.identifier.empty()) {
        PageList data;
        const auto json = m_records.json.find(page.identifier);
        if (json != m_records.json.end()) {
            const std::string path = "id/" + page.identifier + ".json";
            add_file(path, json->second + "\n");
            alternates.push_back(PageValues().set("href", href(path)));
            data.push_back(PageValues().set("href", href(path)));
        }
        identifiers.push_back(PageValues().set("text", page.identifier).set("data", std::move(data)));
    }
    const std::string released =
        m_records.releases.empty() ? "none" : m_records.releases.back().released_at.date().text();
    PageValues values;
    values.set("language", page.language)
        .set("title", page.title + " - Public archive")
        .set("heading", page.title)
        .set("style", href("style.css"))
        .set("home", href("index.html"))
        .set("menu", std::move(menu))
        .set("alternates", std::move(alternates))
        .set_shown("has_crumbs", !page.crumbs.empty())
        .set("crumbs", std::move(crumbs))
        .set_shown("invented", page.invented)
        .set("content", page.content)
        .set("identifier", std::move(identifiers))
        .set("released", released)
        .set("log", href("log/index.html"));
    add_file(page.path, m_frame.render(values).text());
}

// --- Pieces ---------------------------------------------------------------------------------------------------------------

Html text_cell(const std::string& text) {
    if (base::Date::parse(text)) {
        return HtmlBuilder().element("time", text).finish();
    }
    return HtmlBuilder().text(text).finish();
}

constexpr std::size_t k_least_cards = 4;  // columns: fewer have room beside each other

Html table(const std::string& caption, const TableRows& rows, const std::set<std::size_t>& numeric) {
    HtmlBuilder out;
    out.open("div")
        .attribute("class", "table-frame")
        .attribute("role", "region")
        .attribute("aria-label", caption);
    out.attribute("tabindex", "0").open("table");
    // On a phone a row of words becomes a card, each cell under its column's name; figures stay side by side.
    const bool cards = rows.head.size() >= k_least_cards && numeric.size() <= 1;
    if (cards) {
        out.attribute("class", "cards");
    }
    out.open("caption").element("span", caption).close().open("thead").open("tr");
    for (std::size_t i = 0; i < rows.head.size(); ++i) {
        out.open("th").attribute("scope", "col");
        if (numeric.count(i) != 0) {
            out.attribute("class", "num");
        }
        out.text(rows.head[i]).close();
    }
    out.close().close().open("tbody").newline();
    for (const auto& row : rows.rows) {
        out.open("tr");
        for (std::size_t i = 0; i < row.size(); ++i) {
            out.open(i == 0 ? "th" : "td");
            if (i == 0) {
                out.attribute("scope", "row");
            }
            if (numeric.count(i) != 0) {
                out.attribute("class", "num");
            }
            if (cards && i != 0 && !row[i].empty()) {
                out.attribute("data-label", rows.head[i]);
            }
            out.html(row[i]).close();
        }
        out.close().newline();
    }
    return out.close().close().close().newline().finish();
}

Facts& Facts::add(const std::string& name, const std::string& text) {
    if (!text.empty()) {
        m_facts.emplace_back(name, text_cell(text));
    }
    return *this;
}

Facts& Facts::add(const std::string& name, Html html) {
    if (!html.empty()) {
        m_facts.emplace_back(name, std::move(html));
    }
    return *this;
}

Html Facts::finish() const {
    HtmlBuilder out;
    if (m_facts.empty()) {
        return out.finish();
    }
    out.open("dl").attribute("class", "facts");
    for (const auto& fact : m_facts) {
        out.element("dt", fact.first).open("dd").html(fact.second).close();
    }
    return out.close().newline().finish();
}

Html prose(const release::Prose& text, const std::string& id_prefix) {
    int notes = 0;
    return prose(text, id_prefix, notes);
}

Html prose(const release::Prose& prose, const std::string& id_prefix, int& notes) {
    HtmlBuilder out;
    if (prose.tree.empty()) {
        if (!prose.text.empty()) {
            out.open("p").attribute("class", "lines").text(prose.text).close();
        }
        return out.finish();
    }
    document::HtmlOptions options;
    options.language = prose.language.empty() ? "en" : prose.language;
    options.heading_shift = 2;
    options.id_prefix = id_prefix;
    options.notes_before = notes;
    document::TreeHtmlWriter writer(options);
    const Html body = writer.write(document::tree_from_json(prose.tree).blocks);
    notes += writer.note_count();
    return out.html(body).html(writer.notes_html()).finish();
}

Html fates(const Site& site, const std::string& from, const std::vector<domain::Fate>& all) {
    HtmlBuilder out;
    for (const domain::Fate& fate : all) {
        out.open("span").attribute("class", "fate " + std::string(base::name_of(fate.source)));
        const std::string limb = fate.limb.empty() ? "" : " (limb " + fate.limb + ")";
        switch (fate.source) {
        case domain::FateSource::adopted:
            out.element("b", "Adopted").text(": " + fate.value + limb + ", in ");
            site.link(out, from, fate.by, fate.by);
            break;
        case domain::FateSource::not_examined:
            out.element("b", "Not examined").text(limb + " in ");
            site.link(out, from, fate.by, fate.by);
            break;
        case domain::FateSource::derived:
            out.element("b", "Derived").text(": " + domain::passive_words(fate.value) + " by ");
            site.link(out, from, fate.by, fate.by.substr(fate.by.find('/') + 1));
            out.text(std::string(domain::movement_words(fate.movement)));
            break;
        case domain::FateSource::claimed:
            out.element("b", "Claimed").text(" by " + fate.by + ": " + fate.value + limb);
            break;
        case domain::FateSource::none:
            break;
        }
        if (!fate.date.empty()) {
            out.text(", ").element("time", fate.date);
        }
        out.close();
    }
    return out.finish();
}

}  // namespace rapporteur::archive
