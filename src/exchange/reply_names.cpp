// SPDX-License-Identifier: EUPL-1.2
#include "exchange/reply_names.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/evaluations.hpp"
#include "store/overview.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace rapporteur::exchange {

using namespace domain;

namespace {

[[noreturn]] void no_such_reply(const store::Register& where, const ReplyId& id, std::optional<int> version) {
    if (version && store::find_reply(where, id)) {
        throw base::Error(base::ErrorKind::not_found,
                          fmt::format("{} has no version {} here", id.text(), *version))
            .help(fmt::format("the newest is version {}", store::find_reply(where, id)->version));
    }
    std::vector<std::string> known;
    if (const std::optional<EvaluationId> evaluation = evaluation_of(id.text())) {
        for (const store::ReplyHead& head : store::reply_heads(where, *evaluation)) {
            known.push_back(head.reply.id.text());
        }
    }
    const std::vector<std::string_view> views(known.begin(), known.end());
    throw base::Error(base::ErrorKind::not_found, fmt::format("the register has no reply {}", id.text()))
        .help(base::did_you_mean(
            id.text(), views,
            known.empty() ? std::string("a reply's identifier is such as peer/XAA-2/reply/government")
                          : "there are " + base::join(known, ", ")));
}

bool is_from(const Reply& reply, const std::string& body) {
    return std::any_of(reply.from.begin(), reply.from.end(), [&](const BodyId& each) {
        return each.text() == body || local_name(each.text()) == body;
    });
}

Reply reply_of(const store::Register& where, const EvaluationId& evaluation, const std::string& to) {
    store::need_evaluation(where, evaluation);
    const std::size_t colon = to.find(':');
    const std::string respondent = to.substr(0, colon);
    std::vector<Reply> found = store::list_replies(where, evaluation);
    std::vector<std::string> there;
    for (const Reply& each : found) {
        for (const BodyId& body : each.from) {
            there.push_back(each.respondent + ":" + body.text());
        }
    }
    std::erase_if(found, [&](const Reply& reply) {
        return reply.respondent != respondent ||
               (colon != std::string::npos && !is_from(reply, to.substr(colon + 1)));
    });
    if (found.empty()) {
        throw base::Error(base::ErrorKind::not_found,
                          fmt::format("{} has no reply of \"{}\"", evaluation.text(), to))
            .help(there.empty() ? "no reply of it was received"
                                : "it has those of " + base::join(there, ", "));
    }
    if (found.size() > 1) {
        std::vector<std::string> names;
        for (const Reply& each : found) {
            names.push_back(each.id.text());
        }
        throw base::Error(base::ErrorKind::usage,
                          fmt::format("{} has several replies of \"{}\"", evaluation.text(), to))
            .help("name one: " + base::join(names, ", "));
    }
    return std::move(found.front());
}

}  // namespace

Reply need_reply(const store::Register& where, const ReplyId& id, std::optional<int> version) {
    std::optional<Reply> reply = store::find_reply(where, id, version);
    if (!reply) {
        no_such_reply(where, id, version);
    }
    return std::move(*reply);
}

int version_number(std::string_view text, std::string_view what) {
    int version = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), version);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size() || version < 1) {
        throw base::Error(base::ErrorKind::usage,
                          fmt::format("{} is no number of a version: \"{}\"", what, text))
            .help("versions are numbered from 1");
    }
    return version;
}

std::optional<int> version_behind(std::string_view identifier) {
    const std::optional<std::string_view> text = version_of(identifier);
    return text ? std::optional<int>(version_number(*text, "what stands behind the @")) : std::nullopt;
}

Reply reply_named(const store::Register& where, const std::string& name, const std::string& to) {
    const std::string bare(without_version(name));
    if (parse_evaluation_id(bare)) {
        return reply_of(where, EvaluationId(bare), to);
    }
    return need_reply(where, ReplyId(bare), version_behind(name));
}

}  // namespace rapporteur::exchange
