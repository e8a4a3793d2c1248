// SPDX-License-Identifier: EUPL-1.2
#include "cli/request_words.hpp"

#include "cli/words.hpp"
#include "exchange/requesting.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::cli {

namespace {

std::string days_cell(const domain::Request& request, base::Date on) {
    if (!request.due) {
        return "";
    }
    return request.answered ? settled_days_words(base::days_between(*request.answered, *request.due))
                            : days_words(base::days_between(on, *request.due));
}

}  // namespace

std::int64_t open_items(const domain::Request& request) {
    return std::count_if(request.items.begin(), request.items.end(),
                         [&](const domain::RequestItem& item) { return exchange::is_open(request, item); });
}

bool is_late(const domain::Request& request, base::Date on) {
    return !request.answered && request.due && *request.due < on;
}

Listing requests_listing(const std::vector<domain::Request>& requests, base::Date on) {
    Listing listing{"requests",
                    {{"request", "Request"},
                     {"reply", ""},
                     {"reply_version", ""},
                     {"", "Reply"},
                     {"sent_on", "Sent"},
                     {"due_on", "Due"},
                     {"answered_on", "Answered"},
                     {"items", ""},
                     {"open_items", ""},
                     {"", "Open", Align::right},
                     {"late", ""},
                     {"", "Days", Align::right}},
                    {},
                    ""};
    for (const domain::Request& each : requests) {
        listing.rows.push_back(
            {each.id.text(), each.reply.text(), static_cast<std::int64_t>(each.reply_version),
             fmt::format("{}@{}", domain::local_name(each.reply.text()), each.reply_version),
             each.sent.text(), each.due ? Cell(each.due->text()) : Cell(),
             each.answered ? Cell(each.answered->text()) : Cell(),
             static_cast<std::int64_t>(each.items.size()), open_items(each),
             fmt::format("{}/{}", open_items(each), each.items.size()), is_late(each, on),
             text_or_nothing(days_cell(each, on))});
    }
    return listing;
}

}  // namespace rapporteur::cli
