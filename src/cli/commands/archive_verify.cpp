// SPDX-License-Identifier: EUPL-1.2
// Holds a copy of the archive against its manifest.
#include "archive/manifest.hpp"
#include "base/problem.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"

namespace rapporteur::cli::command::archive_verify {

namespace {

void run(Context& context) {
    const archive::Verified verified = archive::verify_directory(context.argument("DIR"));
    const bool sound = verified.problems.empty();
    if (sound || context.wants_json()) {
        print(context, Card{{{"files", "Files", static_cast<std::int64_t>(verified.files)},
                             {"sound", "Sound", sound}}});
    }
    if (!sound) {
        throw base::InvalidInput("the archive is not what its manifest says", verified.problems);
    }
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "archive";
    command.verb = "verify";
    command.summary = "hold a copy of the archive against its manifest";
    command.arguments = {{"DIR", "the archive", Occurs::once}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::archive_verify
