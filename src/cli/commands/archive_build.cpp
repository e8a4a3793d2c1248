// SPDX-License-Identifier: EUPL-1.2
// The public archive from the release store alone.
#include "archive/build.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"

namespace rapporteur::cli::command::archive_build {

namespace {

void run(Context& context) {
    const auto given = context.option("release");
    const std::filesystem::path store_path =
        given ? std::filesystem::path(*given) : release::default_release_path(context.register_path());
    const release::ReleaseStore store = release::ReleaseStore::open(store_path);
    const archive::Files files = archive::build(store);
    const std::filesystem::path directory = context.argument("DIR");
    archive::write_site(files, directory);
    std::int64_t bytes = 0;
    for (const auto& file : files) {
        bytes += static_cast<std::int64_t>(file.second.size());
    }
    print(context,
          Card{{{"archive", "Archive", (directory / "index.html").string()},
                {"release_store", "Made from", store_path.string()},
                {"files", "Files",
                 static_cast<std::int64_t>(files.size() - 1)},  // beside the manifest, as verify counts
                {"bytes", "Bytes", bytes}}});
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "archive";
    command.verb = "build";
    command.summary = "make the public site from what was released";
    command.arguments = {{"DIR", "the directory to write; an earlier build in it is replaced", Occurs::once}};
    command.options = {{"release", "FILE", "the release store; else the one beside the register"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::archive_build
