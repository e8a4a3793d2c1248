// SPDX-License-Identifier: EUPL-1.2
#include "dossier/places.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "base/xml_places.hpp"
#include "domain/identifiers.hpp"

#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

namespace rapporteur::dossier {

namespace {

constexpr std::array<std::string_view, 20> k_elements{
    "assessment", "recommendation", "measure", "finding", "comment", "claim",     "committee-recommendation",
    "meeting",    "site",           "note",    "person",  "body",    "source",    "event",
    "question",   "issue",          "reply",   "request", "subject", "evaluation"};

// How the element is called that has "finding/5" for its identifier; "" where the identifier does not say.
std::string_view element_of(std::string_view item) {
    const std::vector<std::string_view> parts = base::split(item, '/');
    const std::string_view kind = parts.size() < 2 ? std::string_view() : parts[parts.size() - 2];
    if (kind == "committee") {
        return "committee-recommendation";
    }
    for (const std::string_view name : k_elements) {
        if (name == kind) {
            return name;
        }
    }
    return "";
}

int line_in_xml(const std::string& bytes, const std::string& file, const std::string& item,
                const std::string& evaluation) {
    const base::XmlPlaces places(bytes, file, {"id", "number", "recommendation", "stage"});
    // An identifier of the evaluation stands without it, one of another evaluation in full.
    const bool own = item.rfind(evaluation + "/", 0) == 0;
    const std::string local = domain::local_name(item);
    if (own && !element_of(item).empty()) {
        if (const int line = places.at(element_of(item), local).line; line != 0) {
            return line;
        }
    }
    for (const std::string& key : {item, own ? local : item}) {
        for (const std::string_view element : k_elements) {
            if (const int line = places.at(element, key).line; line != 0) {
                return line;
            }
        }
    }
    return 0;
}

// The first line that begins with the item (statistics.csv) or has it as a key or an identifier (a chapter).
int line_in_text(const std::string& bytes, const std::string& item) {
    int number = 0;
    for (const std::string_view line : base::split_lines(bytes)) {
        ++number;
        for (const std::string& mark : {"{.para #" + item, "{.rec #" + item, "{.text #" + item,
                                        " rec=" + item + " ", "{section=" + item + "}"}) {
            if (line.find(mark) != std::string_view::npos) {
                return number;
            }
        }
        if (line.substr(0, item.size() + 1) == item + ",") {
            return number;
        }
    }
    return 0;
}

}  // namespace

void add_lines(base::Problems& problems, std::size_t first, const std::string& directory,
               const std::string& evaluation) {
    for (std::size_t i = first; i < problems.size(); ++i) {
        base::Place& place = problems[i].place;
        if (place.line != 0 || place.item.empty()) {
            continue;
        }
        std::string file = place.file;
        for (const std::string_view folder : {"issues", "replies", "requests"}) {
            if (file == directory + "/" + std::string(folder)) {
                file += "/" + domain::local_name(place.item) + ".xml";
            }
        }
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file, ignored))) {
            continue;
        }
        const std::string bytes = base::read_file(file, base::k_text_file_limit, base::Symlinks::refuse);
        place.file = file;
        place.line = file.substr(file.rfind('.') + 1) == "xml"
                         ? line_in_xml(bytes, file, place.item, evaluation)
                         : line_in_text(bytes, place.item);
    }
}

}  // namespace rapporteur::dossier
