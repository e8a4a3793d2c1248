// SPDX-License-Identifier: EUPL-1.2
// Takes back what was released: the next archive is built without it, and says so.
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "publication/publish.hpp"
#include "release/store.hpp"

namespace rapporteur::cli::command::publication_withdraw {

namespace {

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = person_of(context, where);
    const std::string& object = context.argument("OBJECT");
    const std::filesystem::path path =
        context.option_or("release", release::default_release_path(context.register_path()).string());
    if (!std::filesystem::exists(path)) {
        throw base::Error(base::ErrorKind::not_found, "there is no release store").at(path.string());
    }
    release::ReleaseStore from = release::ReleaseStore::open_or_create(path);
    const std::string reason = context.option_or("reason", "");
    store::Change change(where, actor.name, "publication withdraw " + object, reason);
    publication::withdraw(change, from, object, reason,
                          {domain::PersonId(actor.name), actor.key_or_null(), context.now()});
    change.commit();
    print(context, Card{{{"object", "Withdrawn", object},
                         {"reason", "Reason", reason},
                         {"withdrawn_at", "At", context.now().text()}},
                        {}});
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "publication";
    command.verb = "withdraw";
    command.summary = "take back what was released";
    command.arguments = {{"OBJECT", "a publication, or one object of it", Occurs::once}};
    command.options = {{"reason", "TEXT", "why; shown in public"},
                       {"release", "FILE", "the release store; the register's name with .release otherwise"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::publication_withdraw
