// SPDX-License-Identifier: EUPL-1.2
// A body's part sent back for rework: it stays as it came, and no longer counts.
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "store/reply_parts.hpp"

#include <fmt/format.h>

namespace rapporteur::cli::command::reply_return {

namespace {

store::ReplyPart need_part(const store::Register& where, const domain::ReplyId& reply,
                           const std::string& body) {
    const std::vector<store::ReplyPart> parts = store::list_parts(where, reply);
    std::vector<std::string> bodies;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if (part->body.text() == body) {
            return *part;
        }
        bodies.push_back(part->body.text());
    }
    throw base::Error(base::ErrorKind::not_found, fmt::format("{} has no part of {}", reply.text(), body))
        .help(base::did_you_mean(body, {bodies.begin(), bodies.end()},
                                 bodies.empty() ? "no part was received yet"
                                                : "there are " + base::join(bodies, ", ")));
}

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = actor_of(context, where);
    const domain::ReplyId reply(context.argument("REPLY"));
    const store::ReplyPart part = need_part(where, reply, context.argument("BODY"));
    const std::string remark = context.option_or("remark", "");
    if (remark.empty()) {
        throw base::Error(base::ErrorKind::usage, "why the part is returned is not said")
            .help("add --remark TEXT");
    }
    if (part.returned_at) {
        throw base::Error(base::ErrorKind::conflict,
                          fmt::format("part {} of {} was returned before", part.number, part.body.text()))
            .because(part.remark);
    }
    store::Change change(where, actor.name,
                         fmt::format("reply return {} {}", reply.text(), part.body.text()));
    store::return_part(change, part, remark);
    const std::optional<std::int64_t> entry = change.commit();
    print(context, Card{{{"reply", "Reply", reply.text()},
                         {"body", "Body", part.body.text()},
                         {"number", "Part", static_cast<std::int64_t>(part.number)},
                         {"receipt", "Receipt", part.code},
                         {"remark", "Remark", remark},
                         {"journal_entry", "Journal entry", cell_of(entry)},
                         {"", "Next",
                          "when it comes again: rapporteur reply receive FILE --part " + part.body.text()}},
                        {}});
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "reply";
    command.verb = "return";
    command.summary = "send a body's part back for rework";
    command.arguments = {{"REPLY", "its identifier"}, {"BODY", "whose part"}};
    command.options = {{"remark", "TEXT", "what is to be done"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::reply_return
