// SPDX-License-Identifier: EUPL-1.2
// A reply that came as XML taken into the register, and its receipt.
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/reception_words.hpp"
#include "cli/session.hpp"
#include "domain/stages.hpp"
#include "exchange/submission.hpp"
#include "procedure/status.hpp"

namespace rapporteur::cli::command::reply_receive {

namespace {

// The stage that waits for this respondent, so that the secretariat does not forget to complete it.
Cell open_stage(const Context& context, const store::Register& where,
                const exchange::Examination& examination) {
    for (const procedure::AwaitedStage& each :
         procedure::StatusReader(where, context.today()).of(examination.evaluation).awaited) {
        if (each.actor == examination.reply.respondent && each.state == domain::StageState::current) {
            return each.stage;
        }
    }
    return {};
}

// Kept beside the parts of other bodies until they are put together.
void receive_part(const Context& context, store::Register& where, const exchange::Examination& examination,
                  const domain::BodyId& body, const std::string& person) {
    const exchange::PartRole role =
        context.has("adds") ? exchange::PartRole::adds : exchange::PartRole::answers;
    const store::ReplyPart part = exchange::receive_part(where, examination, body, role, person);
    print_warnings(context, examination);
    Card card{{{"receipt", "Receipt", part.code},
               {"received_at", "Received", part.received_at.text()},
               {"sha256", "SHA-256", part.sha256},
               {"reply", "Part of", part.reply.text()},
               {"body", "Body", part.body.text()},
               {"number", "Part", static_cast<std::int64_t>(part.number)},
               {"adds", "Adds to others", part.adds},
               {"answered", "Answered", static_cast<std::int64_t>(examination.counts.answered)},
               {"cells", "Figures", static_cast<std::int64_t>(examination.counts.cells)},
               {"", "Next", "when all parts are there: rapporteur reply merge " + part.reply.text()}},
              {}};
    card.lists = std::move(examination_card(examination).lists);
    print(context, card);
}

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = actor_of(context, where);
    const exchange::Examination examination = examine_file(context, where);
    if (examination.part) {
        receive_part(context, where, examination, examination.part->body, actor.name);
        return;
    }
    const store::Receipt receipt = exchange::receive_reply(where, examination, actor.name);
    print_warnings(context, examination);
    Card card{{{"receipt", "Receipt", receipt.code},
               {"received_at", "Received", receipt.received_at.text()},
               {"sha256", "SHA-256", receipt.sha256}},
              {}};
    Card examined = examination_card(examination);
    card.lists = std::move(examined.lists);
    for (Field& field : examined.fields) {
        if (field.key != "sha256") {
            card.fields.push_back(std::move(field));
        }
    }
    const Cell stage = open_stage(context, where, examination);
    card.fields.push_back({"open_stage", "", stage});
    if (!std::holds_alternative<std::monostate>(stage)) {
        card.fields.push_back({"", "Next",
                               "when nothing more is to come: rapporteur evaluation advance " +
                                   examination.evaluation.text() + " " + text_of(stage) +
                                   " --act completed"});
    }
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "reply";
    command.verb = "receive";
    command.summary = "take in a reply in XML or Word; gives a receipt";
    command.arguments = {{"FILE", "a reply: XML, or the form in Word"}};
    command.options = reception_options();
    command.options.push_back({"adds", "", "the part adds to what others answer"});
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::reply_receive
