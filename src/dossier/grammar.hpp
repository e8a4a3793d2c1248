// SPDX-License-Identifier: EUPL-1.2
//
// Which paths a dossier has: what each file is by its name, and what stands beside a dossier without being part of it. Reading and
// dumping ask the same table, so that no file is read that a dump would not write, and none removed that is not a dossier's.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::dossier {

enum class FileKind {
    none,
    evaluation,
    issue,
    reply,
    request,
    exhibit,
    report_cover,
    chapter,
    visit,
    notes,
    findings,
    comments,
    recommendations,
    measures,
    statistics
};

// Of a path relative to the dossier's directory.
FileKind file_kind(std::string_view path);
// issues, report/final ...
bool is_dossier_directory(std::string_view path);
// Hidden files and directories (.git, .DS_Store) and editors' backups (findings.xml~, #findings.xml#), at any depth.
bool is_passed_over(std::string_view path);

}  // namespace rapporteur::dossier
