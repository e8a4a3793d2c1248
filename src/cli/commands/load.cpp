// SPDX-License-Identifier: EUPL-1.2
// Frameworks, questionnaires and dossiers from files into the register: all of it or nothing.
#include "dossier/load.hpp"

#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

#include <ostream>

namespace rapporteur::cli::command::load {

namespace {

std::string_view word(store::PutResult result) {
    switch (result) {
    case store::PutResult::added:
        return "added";
    case store::PutResult::changed:
        return "changed";
    case store::PutResult::unchanged:
        break;
    }
    return "unchanged";
}

// "unchanged", or what was added and changed: "added"; "changed: reply/government, report/final".
std::string summary(const dossier::LoadedThing& thing) {
    std::vector<std::string> changed;
    bool all_added = true;
    for (const auto& part : thing.parts) {
        if (part.result != store::PutResult::unchanged) {
            changed.push_back(part.part);
        }
        all_added = all_added && (part.result == store::PutResult::added ||
                                  (part.result == store::PutResult::unchanged && part.part != "evaluation"));
    }
    if (changed.empty()) {
        return std::string(word(store::PutResult::unchanged));
    }
    if (all_added) {
        return std::string(word(store::PutResult::added));
    }
    return thing.kind == "evaluation" ? "changed: " + base::join(changed, ", ")
                                      : std::string(word(thing.parts.front().result));
}

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = actor_of(context, where);
    std::vector<std::filesystem::path> paths;
    for (const std::string& path : context.arguments("PATH")) {
        paths.emplace_back(path);
    }
    dossier::LoadOptions options;
    options.person = actor.name;
    options.key = actor.key_or_null();
    options.removal = context.has("remove") ? store::Removal::allowed : store::Removal::refused;
    const dossier::LoadResult result = dossier::load(where, paths, options);
    for (const base::Problem& problem : result.warnings) {
        context.err() << base::describe(problem) << '\n';
    }
    Listing listing{"loaded", {{"kind", "Kind"}, {"id", "Identifier"}, {"result", "Result"}}};
    for (const dossier::LoadedThing& thing : result.things) {
        listing.rows.push_back({thing.kind, thing.id, summary(thing)});
    }
    Card card;
    card.fields.push_back(
        {"journal_entry", "Journal entry", result.journal_entry ? Cell(*result.journal_entry) : Cell()});
    card.fields.push_back({"removed", "Removed", result.removed});
    card.lists.push_back(std::move(listing));
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.verb = "load";
    command.summary = "read frameworks, questionnaires and dossiers into the register";
    command.arguments = {
        {"PATH", "a framework.xml, a questionnaire, a dossier's directory, or a directory with such below",
         Occurs::once_or_more}};
    command.options = {{"remove", "", "take out of the register what is missing in the files"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::load
