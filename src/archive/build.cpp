// SPDX-License-Identifier: EUPL-1.2
#include "archive/build.hpp"

#include "archive/data.hpp"
#include "archive/manifest.hpp"
#include "archive/pages.hpp"
#include "base/error.hpp"
#include "base/file.hpp"

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

void write_site(const Files& files, const fs::path& directory) {
    if (fs::exists(directory) && !fs::is_empty(directory) && !fs::exists(directory / k_manifest_name)) {
        throw base::Error(base::ErrorKind::conflict, "the directory holds something that is no archive")
            .at(directory.string())
            .help("give a new directory, or one with an earlier build");
    }
    const fs::path fresh = directory.string() + ".new";
    const fs::path old = directory.string() + ".old";
    fs::remove_all(fresh);
    fs::remove_all(old);
    for (const auto& [path, bytes] : files) {
        base::make_directories((fresh / path).parent_path());
        base::write_atomically(fresh / path, bytes);
    }
    if (fs::exists(directory)) {
        fs::rename(directory, old);
    }
    fs::rename(fresh, directory);
    fs::remove_all(old);
}

}  // namespace rapporteur::archive
