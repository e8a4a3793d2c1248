// SPDX-License-Identifier: EUPL-1.2
// An evaluation as its dossier: the canonical files.
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "dossier/load.hpp"

namespace rapporteur::cli::command::dump {

namespace {

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const Actor actor = actor_of(context, where);
    const auto notes =
        context.has("without-notes") ? dossier::SealedNotes::left_out : dossier::SealedNotes::required;
    const dossier::DumpResult result =
        dossier::dump(where, domain::EvaluationId(context.argument("EVALUATION")), context.argument("DIR"),
                      actor.key_or_null(), notes);
    Card card;
    card.fields = {
        {"files", "Files", static_cast<std::int64_t>(result.files.size())},
        {"removed", "Removed", result.removed},
        {"kept", "Kept, not a dossier's", result.kept},
        {"left_out", "Left out",
         std::string(result.notes_left_out
                         ? "the journal, keys, accounts, votes, publications, and the sealed notes and places"
                         : "the journal, keys, accounts, votes and publications")}};
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.verb = "dump";
    command.summary = "write an evaluation's dossier";
    command.arguments = {{"EVALUATION", "its identifier", Occurs::once},
                         {"DIR", "the directory to write", Occurs::once}};
    command.options = {{"without-notes", "", "leave sealed notes and exact places out"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::dump
