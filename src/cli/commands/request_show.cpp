// SPDX-License-Identifier: EUPL-1.2
// A request for information: what it asks, and what came back.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/request_words.hpp"
#include "cli/session.hpp"
#include "exchange/requesting.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <ostream>

namespace rapporteur::cli::command::request_show {

namespace {

Listing items_listing(const domain::Request& request) {
    Listing listing{
        "items",
        {{"question", "Question"}, {"state", "State"}, {"text", "What is asked"}, {"answer", "Answer"}},
        {},
        ""};
    for (const domain::RequestItem& item : request.items) {
        const bool open = exchange::is_open(request, item);
        listing.rows.push_back({item.question.text(),
                                std::string(open                  ? "open"
                                            : item.answer.empty() ? "not answered"
                                                                  : "answered"),
                                item.text, text_or_nothing(item.answer)});
    }
    return listing;
}

Listing receipts_listing(const std::vector<store::Receipt>& receipts) {
    Listing listing{"receipts",
                    {{"receipt", "Receipt"},
                     {"received_at", "Received"},
                     {"file", "File"},
                     {"reply_version", "Version", Align::right},
                     {"sha256", ""}},
                    {},
                    ""};
    for (const store::Receipt& each : receipts) {
        listing.rows.push_back({each.code, each.received_at.text(), each.file_name,
                                static_cast<std::int64_t>(each.version), each.sha256});
    }
    return listing;
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const domain::Request request =
        exchange::need_request(where, domain::RequestId(context.argument("REQUEST")));
    Card card{{{"request", "Request", request.id.text()},
               {"reply", "Reply", request.reply.text()},
               {"reply_version", "Version", static_cast<std::int64_t>(request.reply_version)},
               {"language", "Language", request.language},
               {"sent_on", "Sent", request.sent.text()},
               {"due_on", "Due", request.due ? Cell(request.due->text()) : Cell()},
               {"answered_on", "Answered", request.answered ? Cell(request.answered->text()) : Cell()},
               {"open_items", "Open", open_items(request)},
               {"late", "Late", is_late(request, context.today())}},
              {items_listing(request)}};
    Listing receipts = receipts_listing(store::list_receipts(where, request.id));
    if (context.wants_json() || !receipts.rows.empty()) {
        card.lists.push_back(std::move(receipts));
    }
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "request";
    command.verb = "show";
    command.summary = "show a request for information and what came back";
    command.arguments = {{"REQUEST", "its identifier, such as peer/XAA-2/request/1"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::request_show
