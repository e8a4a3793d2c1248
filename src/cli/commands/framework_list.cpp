// SPDX-License-Identifier: EUPL-1.2
// The frameworks in the register.
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"

namespace rapporteur::cli::command::framework_list {

namespace {

void run(Context& context) {
    const store::Register where = open_to_read(context);
    Listing listing{"frameworks",
                    {{"framework", "Framework"},
                     {"name", "Name"},
                     {"version", "Version"},
                     {"instrument", "Instrument"},
                     {"rounds", "Rounds", Align::right},
                     {"evaluations", "Evaluations", Align::right}},
                    {},
                    "No framework: load one with rapporteur load FRAMEWORK.XML"};
    for (const domain::FrameworkId& id : store::list_frameworks(where)) {
        const domain::Framework framework = store::need_framework(where, id);
        listing.rows.push_back({id.text(), std::string(domain::text_in(framework.name, "en")),
                                framework.version,
                                framework.instrument.empty() ? Cell() : Cell(framework.instrument),
                                static_cast<std::int64_t>(framework.rounds.size()),
                                static_cast<std::int64_t>(store::list_evaluations(where, id.text()).size())});
    }
    print(context, listing);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "framework";
    command.verb = "list";
    command.summary = "list the frameworks in the register";
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::framework_list
