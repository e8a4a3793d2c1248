// SPDX-License-Identifier: EUPL-1.2
#include "archive/build.hpp"

#include "archive/data.hpp"
#include "archive/manifest.hpp"
#include "archive/pages.hpp"
#include "base/error.hpp"
#include "base/file.hpp"

#include <vector>

namespace rapporteur::archive {

namespace fs = std::filesystem;

Files build(const release::ReleaseStore& store) {
    const Records records = read_records(store);
    Site site(records);
    add_index_pages(site);
    add_evaluation_pages(site);
    add_recommendation_pages(site);
    add_reply_pages(site);
    add_other_pages(site);
    add_data(site);
    store.current_files([&site](const release::FrozenFile& file) {
        site.add_file("files/" + file.object + "/" + file.name, file.bytes);
    });
    Files files = site.finish();
    files[k_manifest_name] = write_manifest(files);
    return files;
}

namespace {

// What stands in the directory must be an earlier build and nothing else: a file that somebody added would be lost.
void check_replaceable(const fs::path& directory) {
    if (!fs::exists(directory) || (fs::is_directory(directory) && fs::is_empty(directory))) {
        return;
    }
    if (!fs::is_directory(directory) || !fs::exists(directory / k_manifest_name)) {
        throw base::Error(base::ErrorKind::conflict, "the directory holds something that is no archive")
            .at(directory.string())
            .help("give a new directory, or one with an earlier build");
    }
    const std::vector<std::string> foreign = files_beside_manifest(directory);
    if (!foreign.empty()) {
        throw base::Error(base::ErrorKind::conflict, "the directory holds files that no build has written")
            .at((directory / foreign.front()).string() +
                (foreign.size() > 1 ? " and " + std::to_string(foreign.size() - 1) + " more" : ""))
            .because("they would be lost, because a build takes the place of the whole directory")
            .help("move them away, or build into a new directory");
    }
}

}  // namespace

void write_site(const Files& files, const fs::path& given) {
    const fs::path directory = fs::absolute(given.has_filename() ? given : given.parent_path());
    check_replaceable(given);
    base::make_directories(directory.parent_path());
    // On the same file system, with a name that nobody has.
    const base::ScratchDirectory scratch(directory.parent_path());
    const fs::path fresh = scratch.path() / "site";
    for (const auto& [path, bytes] : files) {
        base::make_directories((fresh / path).parent_path());
        base::write_atomically(fresh / path, bytes);
    }
    base::put_in_place(fresh, directory);
}

}  // namespace rapporteur::archive
