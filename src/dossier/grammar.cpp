// SPDX-License-Identifier: EUPL-1.2
#include "dossier/grammar.hpp"

#include "base/text.hpp"
#include "domain/report.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::dossier {

namespace {

struct NamedFile {
    std::string_view path;
    FileKind kind;
};
constexpr std::array k_files{NamedFile{"evaluation.xml", FileKind::evaluation},
                             NamedFile{"visit/visit.xml", FileKind::visit},
                             NamedFile{"visit/notes.xml", FileKind::notes},
                             NamedFile{"findings.xml", FileKind::findings},
                             NamedFile{"comments.xml", FileKind::comments},
                             NamedFile{"recommendations.xml", FileKind::recommendations},
                             NamedFile{"measures.xml", FileKind::measures},
                             NamedFile{"statistics.csv", FileKind::statistics}};

struct Folder {
    std::string_view name;
    std::string_view ending;  // of its files
    FileKind kind;
};
constexpr std::array k_folders{
    Folder{"issues", ".xml", FileKind::issue}, Folder{"replies", ".xml", FileKind::reply},
    Folder{"requests", ".xml", FileKind::request}, Folder{"exhibits", "", FileKind::exhibit}};

bool ends(std::string_view text, std::string_view suffix) {
    return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

// report/final/report.xml, report/final/03-protection.en.md
FileKind report_file_kind(const std::vector<std::string_view>& parts) {
    if (parts.size() != 3 || !base::from_name<domain::ReportKind>(parts[1])) {
        return FileKind::none;
    }
    if (parts[2] == "report.xml") {
        return FileKind::report_cover;
    }
    return ends(parts[2], ".md") && parts[2].find('.') + 3 < parts[2].size() ? FileKind::chapter
                                                                             : FileKind::none;
}

}  // namespace

FileKind file_kind(std::string_view path) {
    for (const NamedFile& file : k_files) {
        if (file.path == path) {
            return file.kind;
        }
    }
    const std::vector<std::string_view> parts = base::split(path, '/');
    if (parts.front() == "report") {
        return report_file_kind(parts);
    }
    for (const Folder& folder : k_folders) {
        if (parts.size() == 2 && parts.front() == folder.name && ends(path, folder.ending)) {
            return folder.kind;
        }
    }
    return FileKind::none;
}

bool is_dossier_directory(std::string_view path) {
    const auto is_it = [&](const Folder& folder) { return folder.name == path; };
    if (path == "visit" || path == "report" || std::any_of(k_folders.begin(), k_folders.end(), is_it)) {
        return true;
    }
    return path.substr(0, 7) == "report/" && base::from_name<domain::ReportKind>(path.substr(7));
}

bool is_passed_over(std::string_view path) {
    const std::vector<std::string_view> parts = base::split(path, '/');
    return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
        return !part.empty() && (part.front() == '.' || part.back() == '~' ||
                                 (part.size() > 1 && part.front() == '#' && part.back() == '#'));
    });
}

}  // namespace rapporteur::dossier
