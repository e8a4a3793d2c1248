// SPDX-License-Identifier: EUPL-1.2
#include "base/xml_places.hpp"

#include "base/xml.hpp"

namespace rapporteur::base {

XmlPlaces::XmlPlaces(std::string_view bytes, std::string file, const std::vector<std::string_view>& keys)
    : m_file(std::move(file)) {
    Problems refused;  // reported by the reader of the same bytes
    const std::optional<XmlDocument> document = XmlDocument::parse(bytes, m_file, refused);
    if (!document) {
        return;
    }
    // In the order of the file: an element before those within it, and these before what follows.
    std::vector<XmlElement> open{document->root()};
    while (!open.empty()) {
        const XmlElement element = open.back();
        open.pop_back();
        for (const std::string_view key : keys) {
            if (const auto value = element.attribute(key)) {
                m_lines[{std::string(element.name()), std::string(*value)}].push_back(element.line());
                break;
            }
        }
        const std::vector<XmlElement> children = element.children();
        open.insert(open.end(), children.rbegin(), children.rend());
    }
}

Place XmlPlaces::at(std::string_view element, std::string_view key, std::size_t appearance) const {
    const auto found = m_lines.find({std::string(element), std::string(key)});
    const bool known = found != m_lines.end() && appearance < found->second.size();
    return Place{m_file, known ? found->second[appearance] : 0, std::string(key)};
}

}  // namespace rapporteur::base
