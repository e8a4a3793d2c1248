// SPDX-License-Identifier: EUPL-1.2
// A question that went to the wrong body goes on to another; how it went stays to be read.
#include "cli/commands.hpp"
#include "cli/delegation_words.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "exchange/delegating.hpp"
#include "store/delegations.hpp"

namespace rapporteur::cli::command::issue_pass {

namespace {

std::string need(const Context& context, const std::string& option, const std::string& example) {
    const std::optional<std::string> value = context.option(option);
    if (!value) {
        throw base::Error(base::ErrorKind::usage, "--" + option + " is not said")
            .help("such as --" + option + " " + example);
    }
    return *value;
}

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = actor_of(context, where);
    const exchange::Issuing issuing =
        exchange::find_issuing(where, domain::IssueId(context.argument("ISSUE")));
    const domain::DelegationStep step = exchange::pass_on(
        where, issuing, context.argument("QUESTION"), need(context, "from", "XAA/body/health"),
        need(context, "to", "XAA/body/labour"), context.option_or("remark", ""), context.today());
    store::Change change(where, actor.name, "issue pass " + issuing.issue.id.text());
    store::add_delegation(change, issuing.issue.id, {step});
    const std::optional<std::int64_t> entry = change.commit();
    const domain::Delegation now(store::list_delegation(where, issuing.issue.id));
    const domain::Duty& duty = *now.find(step.question, step.row);
    print(context, Card{{{"issue", "Issue", issuing.issue.id.text()},
                         {"question", "Question", place_words(step.question, step.row)},
                         {"leads", "Leads now", step.body.text()},
                         {"path", "Path", path_words(duty)},
                         {"journal_entry", "Journal entry", cell_of(entry)},
                         {"", "Next",
                          "its form again: rapporteur issue make " + issuing.evaluation.text() + " --to " +
                              issuing.issue.respondent + " --for " + step.body.text()}},
                        {}});
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "issue";
    command.verb = "pass";
    command.summary = "take a question from one body of the state to another";
    command.arguments = {
        {"ISSUE", "its identifier, such as peer/XAA-2/issue/government"},
        {"QUESTION", "its identifier or number; of a table's row, 'stat.victims[who=women]'"}};
    command.options = {{"from", "BODY", "the body whose it is not"},
                       {"to", "BODY", "the body that answers it from now on"},
                       {"remark", "TEXT", "why, such as \"not our competence\""}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::issue_pass
