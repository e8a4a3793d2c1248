// SPDX-License-Identifier: EUPL-1.2
#include "dossier/files.hpp"

#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "base/xml_form.hpp"
#include "dossier/chapter.hpp"
#include "dossier/evaluation_form.hpp"
#include "dossier/grammar.hpp"
#include "dossier/recommendation_form.hpp"
#include "dossier/report_form.hpp"
#include "dossier/statistics_file.hpp"
#include "dossier/visit_form.hpp"
#include "questionnaire/reply_form.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::dossier {

namespace {

using base::Place;
using base::Problems;
using domain::Dossier;

class DossierReader {
public:
    DossierReader(std::filesystem::path directory, Problems& problems)
        : m_directory(std::move(directory)), m_problems(problems) {}

    Dossier read() {
        if (!regular_files()) {
            return std::move(m_dossier);
        }
        // The evaluation first: identifiers in the other files are local to it.
        read_evaluation();
        for (const std::string& name : m_names) {
            file(name);
        }
        check_exhibits();
        order();
        return std::move(m_dossier);
    }

private:
    // Names what is there and is no regular file at its place: taking it for absent would lose what it stands for. Whether
    // there is an evaluation to read.
    bool regular_files() {
        const std::vector<base::Entry> entries =
            base::list_entries(m_directory, [](const std::string& name) { return is_passed_over(name); });
        bool evaluation = false;
        for (const base::Entry& entry : entries) {
            const Place place{path(entry.path), 0, ""};
            if (entry.kind == base::EntryKind::file && entry.path == "evaluation.xml") {
                evaluation = true;
            } else if (entry.kind == base::EntryKind::file) {
                m_names.push_back(entry.path);
            } else if (entry.kind == base::EntryKind::directory) {
                if (!is_dossier_directory(entry.path)) {
                    base::add_error(m_problems, place,
                                    file_kind(entry.path) == FileKind::none
                                        ? "the directory is no part of a dossier"
                                        : "this is a directory, not a file",
                                    "move it elsewhere");
                }
            } else {
                base::add_error(m_problems, place,
                                entry.kind == base::EntryKind::symbolic_link
                                    ? "this is a symbolic link, not a file"
                                    : "this is no regular file",
                                "put the file itself there");
            }
        }
        return evaluation;
    }

    std::string path(const std::string& name) const { return (m_directory / name).string(); }
    std::string bytes(const std::string& name) {
        return base::read_file(m_directory / name, base::k_text_file_limit, base::Symlinks::refuse);
    }

    template <class Record>
    void form(const std::string& name, std::string_view root, Record& record) {
        base::read_form(bytes(name), path(name), root, m_scope, record, m_problems);
    }

    void read_evaluation() {
        base::read_form(bytes("evaluation.xml"), path("evaluation.xml"), "evaluation", "",
                        m_dossier.evaluation, m_problems);
        m_scope = m_dossier.evaluation.id.text();
    }

    void file(const std::string& name) {
        switch (file_kind(name)) {
        case FileKind::issue:
            return form(name, "issue", m_dossier.issues.emplace_back());
        case FileKind::reply:
            return form(name, "reply", m_dossier.replies.emplace_back());
        case FileKind::request:
            return form(name, "request", m_dossier.requests.emplace_back());
        case FileKind::exhibit:
            m_exhibits[name.substr(9)] = bytes(name);
            return;
        case FileKind::report_cover:
            return form(name, "report", report_of(name));
        case FileKind::chapter:
            return chapter(name);
        case FileKind::visit:
            m_dossier.visit.emplace().evaluation = m_dossier.evaluation.id;
            return form(name, "visit", *m_dossier.visit);
        default:
            return list_file(name);
        }
    }

    void list_file(const std::string& name) {
        switch (file_kind(name)) {
        case FileKind::notes:
            return list<domain::NoteFile>(name, "notes", &domain::NoteFile::notes, m_dossier.notes);
        case FileKind::findings:
            return list<domain::FindingFile>(name, "findings", &domain::FindingFile::findings,
                                             m_dossier.findings);
        case FileKind::comments:
            return list<domain::CommentFile>(name, "comments", &domain::CommentFile::comments,
                                             m_dossier.comments);
        case FileKind::recommendations:
            return form(name, "recommendations", m_dossier.recommendations);
        case FileKind::measures:
            return list<domain::MeasureFile>(name, "measures", &domain::MeasureFile::measures,
                                             m_dossier.measures);
        case FileKind::statistics:
            m_dossier.statistics = read_statistics(bytes(name), path(name), m_problems);
            return;
        default:
            base::add_error(m_problems, Place{path(name), 0, ""}, "the file is no part of a dossier",
                            name.rfind("report/", 0) == 0
                                ? "report/interim|final/report.xml and NN-slug.LANGUAGE.md"
                                : "move it elsewhere, or into exhibits/ with an <exhibit> of a reply");
        }
    }

    // A file that holds one list: read into the file's record, then moved to its place.
    template <class File, class T>
    void list(const std::string& name, std::string_view root, std::vector<T> File::*records,
              std::vector<T>& place) {
        File whole;
        form(name, root, whole);
        place = std::move(whole.*records);
    }

    // report/final/03-protection.en.md
    void chapter(const std::string& name) {
        const std::string file = name.substr(name.rfind('/') + 1);
        const std::size_t dot = file.find('.');
        domain::Chapter& chapter = report_of(name).chapters.emplace_back();
        chapter.slug = file.substr(0, dot);
        chapter.language = file.substr(dot + 1, file.size() - dot - 1 - 3);
        if (!domain::is_slug(chapter.slug) || !domain::is_language(chapter.language)) {
            base::add_error(m_problems, Place{path(name), 0, ""},
                            "the file's name is not NN-slug.LANGUAGE.md", "such as 03-protection.en.md");
        }
        chapter.items = read_chapter(bytes(name), path(name), m_problems);
    }

    // Of report/final/...; its kind is known by the grammar.
    domain::Report& report_of(const std::string& name) {
        return report_named(std::string(base::split(name, '/').at(1)));
    }

    domain::Report& report_named(const std::string& kind) {
        const domain::ReportId id(m_scope + "/report/" + kind);
        for (domain::Report& report : m_dossier.reports) {
            if (report.id == id) {
                return report;
            }
        }
        domain::Report& report = m_dossier.reports.emplace_back();
        report.id = id;
        return report;
    }

    // Each exhibit has its file and each file its exhibit; the hash is that of the bytes.
    void check_exhibits() {
        std::map<std::string, bool> used;
        for (domain::Reply& reply : m_dossier.replies) {
            for (domain::Exhibit& exhibit : reply.exhibits) {
                const auto found = m_exhibits.find(exhibit.file);
                const Place place{path("replies"), 0, fmt::format("exhibit {}", exhibit.number)};
                if (found == m_exhibits.end()) {
                    base::add_error(m_problems, place, fmt::format("exhibits/{} is missing", exhibit.file),
                                    "add the file or remove the exhibit");
                    continue;
                }
                used[exhibit.file] = true;
                const std::string hash = base::sha256(found->second).hex();
                if (!exhibit.sha256.empty() && exhibit.sha256 != hash) {
                    base::add_error(
                        m_problems, place,
                        fmt::format("exhibits/{} is not the file whose hash the reply names", exhibit.file),
                        "restore the file, or correct sha256");
                }
                exhibit.sha256 = hash;
                m_dossier.exhibit_bytes[exhibit.number] = found->second;
            }
        }
        for (const auto& [name, content] : m_exhibits) {
            static_cast<void>(content);
            if (!used[name]) {
                base::add_error(m_problems, Place{path("exhibits/" + name), 0, ""},
                                "no reply names this exhibit",
                                "add an <exhibit> to the reply that brought it");
            }
        }
    }

    // In the order in which the register gives them, whatever the files' order was.
    void order() {
        const auto by_id = [](const auto& a, const auto& b) { return a.id.text() < b.id.text(); };
        std::sort(m_dossier.issues.begin(), m_dossier.issues.end(), by_id);
        std::sort(m_dossier.replies.begin(), m_dossier.replies.end(), by_id);
        const auto by_number = [](const auto& a, const auto& b) {
            return std::pair(a.id.text().size(), a.id.text()) < std::pair(b.id.text().size(), b.id.text());
        };
        std::sort(m_dossier.requests.begin(), m_dossier.requests.end(), by_number);
        std::sort(m_dossier.reports.begin(), m_dossier.reports.end(),
                  [](const auto& a, const auto& b) { return a.kind < b.kind; });
        for (domain::Report& report : m_dossier.reports) {
            std::sort(report.chapters.begin(), report.chapters.end(), [](const auto& a, const auto& b) {
                return std::pair(a.language, a.slug) < std::pair(b.language, b.slug);
            });
        }
    }

    std::filesystem::path m_directory;
    Problems& m_problems;
    std::string m_scope;
    std::vector<std::string> m_names;  // the regular files but evaluation.xml
    Dossier m_dossier;
    std::map<std::string, std::string> m_exhibits;
};

// "peer/XAA-2/reply/government" -> "government"
std::string last_part(const std::string& id) {
    return domain::local_name(id);
}

}  // namespace

Dossier read_files(const std::filesystem::path& directory, Problems& problems) {
    return DossierReader(directory, problems).read();
}

std::map<std::string, std::string> write_files(const Dossier& dossier) {
    const std::string& scope = dossier.evaluation.id.text();
    std::map<std::string, std::string> files;
    files["evaluation.xml"] = base::write_form("evaluation", "", dossier.evaluation);
    for (const domain::Issue& issue : dossier.issues) {
        files["issues/" + last_part(issue.id.text()) + ".xml"] = base::write_form("issue", scope, issue);
    }
    for (const domain::Reply& reply : dossier.replies) {
        files["replies/" + last_part(reply.id.text()) + ".xml"] = base::write_form("reply", scope, reply);
        for (const domain::Exhibit& exhibit : reply.exhibits) {
            files["exhibits/" + exhibit.file] = dossier.exhibit_bytes.at(exhibit.number);
        }
    }
    for (const domain::Request& request : dossier.requests) {
        files["requests/" + last_part(request.id.text()) + ".xml"] =
            base::write_form("request", scope, request);
    }
    if (dossier.visit) {
        files["visit/visit.xml"] = base::write_form("visit", scope, *dossier.visit);
    }
    if (!dossier.notes.empty()) {
        files["visit/notes.xml"] = base::write_form("notes", scope, domain::NoteFile{dossier.notes});
    }
    for (const domain::Report& report : dossier.reports) {
        const std::string folder = fmt::format("report/{}/", base::name_of(report.kind));
        files[folder + "report.xml"] = base::write_form("report", scope, report);
        for (const domain::Chapter& chapter : report.chapters) {
            files[fmt::format("{}{}.{}.md", folder, chapter.slug, chapter.language)] =
                write_chapter(chapter.items);
        }
    }
    if (!dossier.findings.empty()) {
        files["findings.xml"] = base::write_form("findings", scope, domain::FindingFile{dossier.findings});
    }
    if (!dossier.comments.empty()) {
        files["comments.xml"] = base::write_form("comments", scope, domain::CommentFile{dossier.comments});
    }
    if (!(dossier.recommendations == domain::RecommendationList{})) {
        files["recommendations.xml"] = base::write_form("recommendations", scope, dossier.recommendations);
    }
    if (!dossier.measures.empty()) {
        files["measures.xml"] = base::write_form("measures", scope, domain::MeasureFile{dossier.measures});
    }
    if (!dossier.statistics.empty()) {
        files["statistics.csv"] = write_statistics(dossier.statistics);
    }
    return files;
}

}  // namespace rapporteur::dossier
