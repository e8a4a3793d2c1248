// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/text.hpp"
#include "document/write_report.hpp"

#include <fmt/core.h>

#include <set>

namespace rapporteur::document {
namespace {

constexpr std::size_t k_longest_identifier = 40;  // of a bookmark in Word

[[noreturn]] void fault(std::string what, std::string where) {
    throw base::Error(base::ErrorKind::internal, std::move(what)).at(std::move(where));
}

// Identifiers become anchors, bookmarks and named destinations: letters, digits, '-', '_', '.', a letter first.
void check_identifier(const std::string& id) {
    const bool letter_first =
        !id.empty() && ((id[0] >= 'a' && id[0] <= 'z') || (id[0] >= 'A' && id[0] <= 'Z'));
    if (!base::is_ascii_token(id) || !letter_first || id.size() > k_longest_identifier) {
        fault("an identifier that cannot be a bookmark", id);
    }
}

class Collector {
public:
    void add(const Attr& attr) {
        if (attr.identifier.empty()) {
            return;
        }
        check_identifier(attr.identifier);
        if (!m_identifiers.insert(attr.identifier).second) {
            fault("two places have one identifier", attr.identifier);
        }
    }
    void want(const std::string& target) { m_wanted.insert(target); }
    void check() const {
        for (const std::string& target : m_wanted) {
            if (!m_identifiers.contains(target)) {
                fault("a reference to no place in the report", "#" + target);
            }
        }
    }

private:
    std::set<std::string> m_identifiers;
    std::set<std::string> m_wanted;
};

}  // namespace

void check_report(const ReportDocument& report) {
    if (report.title.empty() || report.parts.empty()) {
        fault("a report without title or parts", report.symbol);
    }
    Collector places;
    Visitor visitor;
    visitor.block = [&places](const Block& block) {
        if (const auto* heading = block.as<Heading>()) {
            places.add(heading->attr);
        } else if (const auto* div = block.as<Div>()) {
            places.add(div->attr);
        } else if (const auto* table = block.as<Table>()) {
            places.add(table->attr);
        }
    };
    visitor.in_line = [&places, &report](const Inline& node) {
        if (const auto* span = node.as<Span>()) {
            places.add(span->attr);
        } else if (const auto* link = node.as<Link>(); link != nullptr && link->target.substr(0, 1) == "#") {
            places.want(link->target.substr(1));
        } else if (const auto* image = node.as<Image>()) {
            if (!report.pictures.contains(image->target)) {
                fault("a picture that is not there", image->target);
            }
            if (image->alternative.empty()) {
                fault("a picture without alternative text", image->target);
            }
        }
    };
    for (const Part& part : report.parts) {
        const auto* heading = part.blocks.empty() ? nullptr : part.blocks.front().as<Heading>();
        if (heading == nullptr || heading->level != 1 || heading->attr.identifier.empty()) {
            fault("a part that does not begin with its heading", report.symbol);
        }
        walk(part.blocks, visitor);
    }
    places.check();
}

}  // namespace rapporteur::document
