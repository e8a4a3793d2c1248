// SPDX-License-Identifier: EUPL-1.2
// The persons of this register.
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "store/people.hpp"

namespace rapporteur::cli::command::account_list {

namespace {

void run(Context& context) {
    const store::Register where = open_to_read(context);
    Listing listing{"persons",
                    {{"id", "Person"}, {"name", "Name"}, {"key", "Key"}},
                    {},
                    "The register knows no person yet."};
    for (const domain::PersonId& id : store::list_persons(where)) {
        const auto person = store::find_person(where, id);
        const auto key = store::find_key(where, id);
        listing.rows.push_back({id.text(), person ? person->name : "", key ? Cell(key->role) : Cell()});
    }
    print(context, listing);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "account";
    command.verb = "list";
    command.summary = "list the persons and who has a key";
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::account_list
