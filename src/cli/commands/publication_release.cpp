// SPDX-License-Identifier: EUPL-1.2
// Copies an approved publication into the release store, from which the archive is built.
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "publication/publish.hpp"
#include "release/store.hpp"

namespace rapporteur::cli::command::publication_release {

namespace {

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = person_of(context, where);
    const domain::PublicationId id(context.argument("PUBLICATION"));
    const std::filesystem::path path =
        context.option_or("release", release::default_release_path(context.register_path()).string());
    store::Change change(where, actor.name, "publication release " + id.text());
    // Checked before the store is made: a refusal leaves no file behind.
    const publication::Acting acting{domain::PersonId(actor.name), actor.key_or_null(), context.now()};
    publication::check_release(where, id, acting);
    release::ReleaseStore to = release::ReleaseStore::open_or_create(path);
    const publication::Released released = publication::release(change, to, id, acting);
    change.commit();
    print(context, Card{{{"publication", "Publication", id.text()},
                         {"release", "Release store", path.string()},
                         {"records", "Records", static_cast<std::int64_t>(released.records)},
                         {"files", "Files", static_cast<std::int64_t>(released.files)},
                         {"released_at", "Released", context.now().text()}},
                        {}});
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "publication";
    command.verb = "release";
    command.summary = "copy an approved publication to its store";
    command.arguments = {{"PUBLICATION", "its identifier", Occurs::once}};
    command.options = {{"release", "FILE", "the release store; the register's name with .release otherwise"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::publication_release
