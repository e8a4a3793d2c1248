// SPDX-License-Identifier: EUPL-1.2
// What would happen if this file were received: nothing is changed.
#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/reception_words.hpp"
#include "cli/session.hpp"
#include "exchange/reception.hpp"

namespace rapporteur::cli::command::reply_check {

namespace {

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const exchange::Examination examination = examine_file(context, where);
    print(context, examination_card(examination));
    print_warnings(context, examination);
    exchange::refuse_unreceivable(examination);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "reply";
    command.verb = "check";
    command.summary = "check a reply in XML or Word; changes nothing";
    command.arguments = {{"FILE", "a reply: XML, or the form in Word"}};
    command.options = reception_options();
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::reply_check
