// SPDX-License-Identifier: EUPL-1.2
// A person of this register, with a key that opens sealed notes.
#include "base/error.hpp"
#include "base/sealing.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "store/people.hpp"

#include <algorithm>

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

// From the first secretariat's key on, keys and roles are the secretariat's to give: who could give oneself one could
// make both approvals of a publication, or be sealed the next notes.
void check_may_add(const Context& context, const store::Register& where, const Actor& actor) {
    const auto keys = store::list_keys(where);
    const auto is_secretariat = [](const store::PersonKey& key) { return key.role == "secretariat"; };
    const bool gives_rights = !context.has("no-key") || context.option("role");
    if (!gives_rights || std::ranges::none_of(keys, is_secretariat)) {
        return;
    }
    const bool entitled = actor.key && std::ranges::any_of(keys, [&](const store::PersonKey& key) {
                              return is_secretariat(key) && key.key.public_key == actor.key->public_key;
                          });
    if (!entitled) {
        throw base::Error(base::ErrorKind::forbidden, "a key or a role is the secretariat's to give")
            .because("this register has a secretariat with a key")
            .help("act as the secretariat: --as PERSON --passphrase-file FILE --new-passphrase-file FILE");
    }
}

// The acting person's own passphrase never locks another's key: two persons with one passphrase are one hand.
std::string passphrase_for(const Context& context, const Actor& actor) {
    const auto file = context.option("new-passphrase-file");
    if (!file && !actor.key) {
        return passphrase_of(context);
    }
    if (!file) {
        throw base::Error(base::ErrorKind::usage, "the new person's passphrase is not given")
            .because("--passphrase-file unlocks the acting person's key")
            .help("add --new-passphrase-file FILE, or --no-key");
    }
    std::string passphrase = passphrase_in(*file);
    if (actor.key && passphrase == passphrase_of(context)) {
        throw base::Error(base::ErrorKind::usage, "the new person's passphrase is the acting person's")
            .at(*file)
            .help("let the new person choose one");
    }
    return passphrase;
}

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = actor_of(context, where);
    const domain::PersonId id(context.argument("PERSON"));
    check_may_add(context, where, actor);
    const domain::Person person = person_to_add(context, where, id);
    const std::string role = context.option_or("role", "member");
    const auto cost = context.option_or("cost", "sensible") == "least" ? base::PassphraseCost::least()
                                                                       : base::PassphraseCost::sensible();
    store::Change change(where, actor.name, "account add " + id.text());
    store::put_person(change, person);
    if (!context.has("no-key")) {
        store::add_key(change, store::PersonKey{id, role,
                                                base::lock(base::KeyPair::generate(),
                                                           passphrase_for(context, actor), cost)});
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
        {"new-passphrase-file", "FILE",
         "locks the new person's key, where a key of the acting person is unlocked"},
        {"no-key", "", "a person without a key"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::account_add
