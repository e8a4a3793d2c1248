// SPDX-License-Identifier: EUPL-1.2
//
// load and dump: frameworks, questionnaires and dossiers from files into the register and back. A load is one change: all of it
// or, with any fault, nothing. What is identical does nothing; a changed draft is changed; a changed frozen record is refused.
#pragma once

#include "base/problem.hpp"
#include "base/sealing.hpp"
#include "domain/identifiers.hpp"
#include "store/dossiers.hpp"
#include "store/register.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace rapporteur::dossier {

struct LoadedThing {
    std::string kind;  // framework, questionnaire, evaluation
    std::string id;
    std::vector<store::PartResult> parts;
};

struct LoadResult {
    std::vector<LoadedThing> things;
    base::Problems warnings;
    std::vector<std::string> removed;           // identifiers of records that were taken out
    std::optional<std::int64_t> journal_entry;  // nothing where nothing was changed
};

struct LoadOptions {
    std::string person;
    const base::KeyPair* key = nullptr;                // for notes that the register has already
    store::Removal removal = store::Removal::refused;  // of what the register has and the files have not
    std::function<void(const std::string&)> progress;  // what is being read
};

// Paths are framework.xml files, questionnaires, dossier directories, or directories with any of these below. Throws InvalidInput
// with all faults, Error(not_found) for a path that is not there or holds nothing, Error(conflict) for a frozen
// record, or one that would go unless `removal` allows it: all of them are named.
LoadResult load(store::Register& where, const std::vector<std::filesystem::path>& paths,
                const LoadOptions& options);

struct DumpResult {
    std::vector<std::string> files;    // relative, written or already equal
    std::vector<std::string> removed;  // files of an earlier dump that are no part of it now
    std::vector<std::string> kept;     // files that are none of a dossier's; hidden directories by their name
    bool notes_left_out = false;
};

// Writes the canonical files. The directory may hold an earlier dump of the same evaluation, whose files are removed where they are no
// part of it now; other files stay. Error(conflict) where it holds something else, or a link. What is sealed in the register
// (notes, exact places) is written for its owner alone. Without a key, sealed notes are left out only where `without_notes` says so, else Error(forbidden).
enum class SealedNotes { required, left_out };
DumpResult dump(const store::Register& where, const domain::EvaluationId& evaluation,
                const std::filesystem::path& directory, const base::KeyPair* key, SealedNotes notes);

}  // namespace rapporteur::dossier
