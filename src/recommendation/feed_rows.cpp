// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/feed_rows.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "base/xml.hpp"

#include <fmt/format.h>

#include <ctime>
#include <iomanip>
#include <locale>
#include <sstream>

namespace rapporteur::recommendation {

namespace {

constexpr std::size_t k_largest_feed = 64U << 20U;

// "Mon, 03 Feb 2025 00:00:00 GMT" is 2025-02-03; what is no such date stays as it is, for the reader of the row to name.
std::string day_of(const std::string& written) {
    std::tm time{};
    std::istringstream stream(written);
    stream.imbue(std::locale::classic());
    stream >> std::get_time(&time, "%a, %d %b %Y");
    return stream.fail()
               ? written
               : fmt::format("{:04}-{:02}-{:02}", time.tm_year + 1900, time.tm_mon + 1, time.tm_mday);
}

class FeedRows final : public SourceRows {
public:
    FeedRows(base::XmlDocument document, std::vector<base::XmlElement> items,
             const domain::ImportMapping& mapping)
        : m_document(std::move(document)), m_items(std::move(items)),
          m_mapping(mapping), m_form{base::Encoding::utf8, base::LineEnds::none, "XML in UTF-8"} {}
    const SourceForm& form() const override { return m_form; }
    std::size_t rough_count() const override { return m_items.size(); }
    void each(base::Problems& problems, const std::function<void(SourceRow&)>& visit) const override;

private:
    void read(const base::XmlElement& item, SourceRow& row, base::Problems& problems) const;

    base::XmlDocument m_document;
    std::vector<base::XmlElement> m_items;
    const domain::ImportMapping& m_mapping;
    SourceForm m_form;
};

// An element that the mapping does not know may hold what matters: it is a fault of the row that has it.
void FeedRows::read(const base::XmlElement& item, SourceRow& row, base::Problems& problems) const {
    row.sound = true;
    row.cells.assign(m_mapping.columns.size(), "");
    for (const base::XmlElement& element : item.children()) {
        bool known = false;
        for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
            if (m_mapping.columns[i].name == element.name()) {
                known = true;
                row.cells[i] = element.name() == "pubDate" ? day_of(element.text()) : element.deep_text();
            }
        }
        if (!known) {
            base::add_error(
                problems,
                {m_document.file(), element.line(), fmt::format("row {}, {}", row.number, element.name())},
                "the mapping does not know this element",
                "add it to the mapping, with into=\"nothing\" where it is not needed");
        }
    }
}

void FeedRows::each(base::Problems& problems, const std::function<void(SourceRow&)>& visit) const {
    SourceRow row;
    for (const base::XmlElement& item : m_items) {
        ++row.number;
        row.line = item.line();
        read(item, row, problems);
        visit(row);
    }
}

}  // namespace

std::unique_ptr<SourceRows> open_feed(std::string_view bytes, const std::string& file,
                                      const domain::ImportMapping& mapping, base::Problems& problems) {
    base::XmlLimits limits;
    limits.bytes = k_largest_feed;
    std::optional<base::XmlDocument> document = base::XmlDocument::parse(bytes, file, problems, limits);
    if (!document) {
        return nullptr;
    }
    const std::optional<base::XmlElement> channel = document->root().first_child("channel");
    if (document->root().name() != "rss" || !channel) {
        base::add_error(problems, {file, document->root().line(), std::string(document->root().name())},
                        "this is no RSS feed", "a feed begins with <rss> and <channel>");
        return nullptr;
    }
    std::vector<base::XmlElement> items = channel->children("item");
    return std::make_unique<FeedRows>(std::move(*document), std::move(items), mapping);
}

}  // namespace rapporteur::recommendation
