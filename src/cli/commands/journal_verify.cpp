// SPDX-License-Identifier: EUPL-1.2
// Recomputes the journal's chain and the hash of every row that it covers.
#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "store/journal.hpp"

namespace rapporteur::cli::command::journal_verify {

namespace {

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const store::JournalVerdict verdict = store::verify_journal(where);
    const std::string expected = context.option_or("head", "");
    Card card;
    card.fields = {{"entries", "Entries", verdict.entries},
                   {"records", "Rows checked", verdict.records},
                   {"head", "Head", verdict.head.empty() ? Cell() : Cell(verdict.head)},
                   {"sound", "Sound", verdict.faults.empty()}};
    Listing faults{"faults", {{"place", "Place"}, {"fault", "Fault"}}};
    for (const store::JournalFault& fault : verdict.faults) {
        faults.rows.push_back({fault.place, fault.text});
    }
    card.lists.push_back(std::move(faults));
    print(context, card);
    if (!verdict.faults.empty()) {
        throw base::Error(base::ErrorKind::store_failed, "the register is not what its journal says")
            .help("keep the file as it is, restore a backup beside it and compare the two");
    }
    if (!expected.empty() && expected != verdict.head) {
        throw base::Error(base::ErrorKind::store_failed, "the journal's head is not the one expected")
            .because(
                "entries were cut off or replaced since that head was noted, or the register is another one");
    }
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "journal";
    command.verb = "verify";
    command.summary = "check that nothing was changed behind the journal's back";
    command.options = {{"head", "HASH", "the head noted earlier, which must be the journal's head now"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::journal_verify
