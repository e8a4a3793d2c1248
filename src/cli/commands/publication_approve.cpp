// SPDX-License-Identifier: EUPL-1.2
// One of the two approvals that a publication needs, for exactly the bytes it has now.
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "publication/publish.hpp"
#include "store/publications.hpp"

namespace rapporteur::cli::command::publication_approve {

namespace {

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = person_of(context, where);
    const domain::PublicationId id(context.argument("PUBLICATION"));
    store::Change change(where, actor.name, "publication approve " + id.text());
    publication::approve(change, id, {domain::PersonId(actor.name), actor.key_or_null(), context.now()});
    change.commit();
    const domain::Publication now = store::need_publication(where, id);
    const auto valid = publication::counted_approvals(where, now, context.now());
    print(context, Card{{{"publication", "Publication", id.text()},
                         {"digest", "Digest", now.digest},
                         {"approvals", "Approvals", static_cast<std::int64_t>(valid.size())},
                         {"needed", "Needed", std::int64_t{publication::k_approvals_needed}},
                         {"status", "Status", std::string(base::name_of(now.status))}},
                        {}});
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "publication";
    command.verb = "approve";
    command.summary = "approve a publication's exact bytes";
    command.arguments = {{"PUBLICATION", "its identifier", Occurs::once}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::publication_approve
