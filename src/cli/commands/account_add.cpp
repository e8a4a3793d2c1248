// SPDX-License-Identifier: EUPL-1.2
// A person of this register, with a key that opens sealed notes.
#include "base/error.hpp"
#include "base/sealing.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "store/people.hpp"

namespace rapporteur::cli::command::account_add {

namespace {

domain::Person person_to_add(const Context& context, const store::Register& where,
                             const domain::PersonId& id) {
    if (id.text().rfind("person/", 0) != 0 || !domain::is_reference(id.text())) {
        throw base::Error(base::ErrorKind::usage, "\"" + id.text() + "\" is no person's identifier")
            .help("such as person/mira-solberg");
    }
    if (auto known = store::find_person(where, id)) {
        return std::move(*known);
    }
    domain::Person person;
    person.id = id;
    person.name = context.option_or("name", "");
    if (person.name.empty()) {
        throw base::Error(base::ErrorKind::usage, "the register does not know " + id.text() + " yet")
            .help("add --name \"First Last\"");
    }
    return person;
}

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = actor_of(context, where);
    const domain::PersonId id(context.argument("PERSON"));
    const domain::Person person = person_to_add(context, where, id);
    const std::string role = context.option_or("role", "member");
    const auto cost = context.option_or("cost", "sensible") == "least" ? base::PassphraseCost::least()
                                                                       : base::PassphraseCost::sensible();
    // The passphrase file of an addition is the new person's; the acting person can be the operator only.
    store::Change change(where, actor.name, "account add " + id.text());
    store::put_person(change, person);
    if (!context.has("no-key")) {
        store::add_key(
            change,
            store::PersonKey{id, role, base::lock(base::KeyPair::generate(), passphrase_of(context), cost)});
    }
    change.commit();
    print(context, Card{{{"person", "Person", id.text()},
                         {"name", "Name", person.name},
                         {"role", "Role", role},
                         {"key", "Key", !context.has("no-key")}}});
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "account";
    command.verb = "add";
    command.summary = "add a person who may open sealed notes";
    command.arguments = {{"PERSON", "the identifier: person/first-last", Occurs::once}};
    command.options = {
        {"name", "NAME", "the person's name, where the register does not know it yet"},
        {"role",
         "ROLE",
         "secretariat opens all notes, member those of own evaluations",
         {"secretariat", "member"}},
        {"cost", "COST", "what guessing the passphrase costs; least is for trials", {"sensible", "least"}},
        {"no-key", "", "a person without a key"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::account_add
