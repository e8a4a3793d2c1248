// SPDX-License-Identifier: EUPL-1.2
// The site under construction: files by path, and what every page has: frame, links that work from a server and from a disk,
// permanent identifier, the mark of what is invented. What a page says is pages.hpp's matter.
#pragma once

#include "archive/records.hpp"
#include "document/html.hpp"
#include "document/page.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::archive {

using Files = std::map<std::string, std::string>;  // path relative to the site's root -> bytes

// "id/peer/XAA-2/r07/index.html"
std::string path_of(std::string_view identifier);

struct Crumb {
    std::string path;
    std::string text;
};

struct Page {
    std::string path;
    std::string title;
    std::string language = "en";
    std::vector<Crumb> crumbs{};
    std::string identifier{};  // "" for pages that are no thing
    bool invented = false;
    document::Html content{};
};

class Site {
public:
    explicit Site(const Records& records);

    const Records& records() const { return m_records; }

    // The address of a file of the site, seen from a page.
    static std::string relative(std::string_view from, std::string_view to);

    // <a> to the thing's page where there is one, else its text alone.
    void link(document::HtmlBuilder& out, const std::string& from, const std::string& identifier,
              const std::string& text) const;
    bool has_page(const std::string& identifier) const { return m_pages.count(identifier) != 0; }

    void add(const Page& page);
    void add_file(const std::string& path, std::string bytes);
    Files finish() { return std::move(m_files); }

private:
    const Records& m_records;
    document::PageTemplate m_frame;
    std::set<std::string> m_pages;  // identifiers that have a page
    Files m_files;
};

// --- Pieces of pages -----------------------------------------------------------------------------------------------------

// Rows of a table; cells are markup. The first column is a row header.
struct TableRows {
    std::vector<std::string> head;
    std::vector<std::vector<document::Html>> rows;
};
document::Html table(const std::string& caption, const TableRows& rows,
                     const std::set<std::size_t>& numeric = {});

document::Html text_cell(const std::string& text);

// A dt and dd for each pair whose second is not empty.
class Facts {
public:
    Facts& add(const std::string& name, const std::string& text);
    Facts& add(const std::string& name, document::Html html);
    document::Html finish() const;

private:
    std::vector<std::pair<std::string, document::Html>> m_facts;
};

// Released prose as markup; headings in it are shifted below the page's own. Identifiers get the prefix.
document::Html prose(const release::Prose& prose, const std::string& id_prefix = "");
// The same as part of a page whose notes are numbered through: `notes` is how many it has so far.
document::Html prose(const release::Prose& prose, const std::string& id_prefix, int& notes);

// "derived: repeated by r05, as urgent", each on a line of its own with its source marked.
document::Html fates(const Site& site, const std::string& from, const std::vector<domain::Fate>& all);

}  // namespace rapporteur::archive
