// SPDX-License-Identifier: EUPL-1.2
// Who changed what, when and why.
#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "store/journal.hpp"

#include <charconv>

namespace rapporteur::cli::command::journal_show {

namespace {

constexpr std::size_t k_reason = 4;  // its column

std::int64_t limit_of(const Context& context) {
    const std::string text = context.option_or("last", "20");
    std::int64_t limit = -1;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), limit);
    if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size() || limit < 0) {
        throw base::Error(base::ErrorKind::usage, "--last takes a whole number").help("0 shows all entries");
    }
    return limit;
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    Listing listing{"entries",
                    {{"seq", "Entry", Align::right},
                     {"at", "When"},
                     {"person", "Who"},
                     {"command", "What"},
                     {"reason", ""},
                     {"records", "Rows", Align::right},
                     {"hash", ""}},
                    {},
                    "The journal is empty."};
    for (const store::JournalEntry& entry : store::journal_entries(where, limit_of(context))) {
        if (!entry.reason.empty()) {
            listing.columns[k_reason].title = "Why";  // a column of nothing would take the others' room
        }
        listing.rows.push_back({entry.seq, entry.at.text(), entry.person, entry.command,
                                entry.reason.empty() ? Cell() : Cell(entry.reason), entry.records,
                                entry.hash});
    }
    print(context, listing);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "journal";
    command.verb = "show";
    command.summary = "show who changed what and when";
    command.options = {{"last", "N", "the newest N entries; 0 for all, 20 is the standard"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::journal_show
