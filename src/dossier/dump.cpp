// SPDX-License-Identifier: EUPL-1.2
#include "base/file.hpp"
#include "base/private_files.hpp"
#include "dossier/files.hpp"
#include "dossier/grammar.hpp"
#include "dossier/load.hpp"
#include "store/visits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rapporteur::dossier {

namespace {

namespace fs = std::filesystem;

// What stands in the directory before a dump.
struct Target {
    std::vector<std::string> former;  // files of an earlier dump
    std::vector<std::string> foreign;
};

// A link would lead what is written, or removed, out of the directory.
void refuse_links(const fs::path& directory, const std::vector<base::Entry>& entries) {
    for (const base::Entry& entry : entries) {
        if (entry.kind == base::EntryKind::symbolic_link || entry.kind == base::EntryKind::other ||
            (entry.kind == base::EntryKind::directory && file_kind(entry.path) != FileKind::none &&
             file_kind(entry.path) != FileKind::exhibit)) {
            throw base::Error(base::ErrorKind::conflict,
                              "there is a link, or something else that is no file, in the directory")
                .at((directory / entry.path).string())
                .help("remove it, or give another directory");
        }
    }
}

// The directory is new, empty but for what a dossier passes over, or holds a dossier of this very evaluation.
Target look_at(const fs::path& directory, const domain::EvaluationId& evaluation) {
    Target target;
    if (!fs::exists(directory)) {
        return target;
    }
    const std::vector<base::Entry> entries = base::list_entries(directory, [&](const std::string& name) {
        if (is_passed_over(name)) {
            target.foreign.push_back(name);
        }
        return is_passed_over(name);
    });
    if (entries.empty()) {
        return target;
    }
    refuse_links(directory, entries);
    base::Problems problems;
    domain::Dossier there;
    if (fs::exists(directory / "evaluation.xml")) {
        there = read_files(directory, problems);
    }
    if (there.evaluation.id != evaluation) {
        throw base::Error(
            base::ErrorKind::conflict,
            fmt::format("the directory holds something else than a dossier of {}", evaluation.text()))
            .at(directory.string())
            .help("give an empty directory, or one with an earlier dump");
    }
    std::set<std::string> exhibits;
    for (const domain::Reply& reply : there.replies) {
        for (const domain::Exhibit& exhibit : reply.exhibits) {
            exhibits.insert("exhibits/" + exhibit.file);
        }
    }
    for (const base::Entry& entry : entries) {
        const FileKind kind = file_kind(entry.path);
        // Of the exhibits only those that a reply there names: the folder takes any name.
        const bool ours =
            kind == FileKind::exhibit ? exhibits.count(entry.path) != 0 : kind != FileKind::none;
        if (entry.kind == base::EntryKind::file) {
            (ours ? target.former : target.foreign).push_back(entry.path);
        }
    }
    return target;
}

// What is sealed in the register is written for its owner alone.
bool is_private(const std::string& name, const domain::Dossier& dossier) {
    const auto has_place = [](const domain::Site& site) { return !site.exact_place.empty(); };
    return file_kind(name) == FileKind::notes ||
           (file_kind(name) == FileKind::visit && dossier.visit &&
            std::any_of(dossier.visit->sites.begin(), dossier.visit->sites.end(), has_place));
}

void write_private(const fs::path& path, const std::string& bytes) {
    const base::PrivateFiles mask;
    base::write_atomically(path, bytes);
}

}  // namespace

DumpResult dump(const store::Register& where, const domain::EvaluationId& evaluation,
                const fs::path& directory, const base::KeyPair* key, SealedNotes notes) {
    DumpResult result;
    if (key == nullptr && store::has_sealed(where, evaluation)) {
        if (notes == SealedNotes::required) {
            throw base::Error(base::ErrorKind::forbidden,
                              fmt::format("the notes of {} are sealed", evaluation.text()))
                .help(
                    "act as a person whose key opens them (--as person/... --passphrase-file FILE), or leave them out with --without-notes");
        }
        result.notes_left_out = true;
    }
    const domain::Dossier dossier = store::read_dossier(where, evaluation, key);
    const std::map<std::string, std::string> files = write_files(dossier);
    const Target target = look_at(directory, evaluation);
    result.kept = target.foreign;
    for (const std::string& name : target.former) {
        if (files.count(name) == 0) {
            fs::remove(directory / name);
            result.removed.push_back(name);
        }
    }
    for (const auto& [name, bytes] : files) {
        const fs::path path = directory / name;
        base::make_directories(path.parent_path());
        if (is_private(name, dossier)) {
            write_private(path, bytes);
        } else if (!fs::exists(path) ||
                   base::read_file(path, base::ByteLimit{64U << 20}, base::Symlinks::refuse) != bytes) {
            base::write_atomically(path, bytes);
        }
        result.files.push_back(name);
    }
    return result;
}

}  // namespace rapporteur::dossier
