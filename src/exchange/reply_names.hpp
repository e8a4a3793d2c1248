// SPDX-License-Identifier: EUPL-1.2
//
// Replies found by what people call them: an identifier with or without a version, or an evaluation and the respondent. Says what is there
// where the name fits nothing. Reads only; called by whatever shows, compares or carries a reply.
#pragma once

#include "domain/reply.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::exchange {

// The newest version, or that version. Error(not_found) with the nearest name.
domain::Reply need_reply(const store::Register& where, const domain::ReplyId& id,
                         std::optional<int> version = {});

// A version as it was typed; `what` says where: "--version". Error(usage) where it is no number.
int version_number(std::string_view text, std::string_view what);
// The number behind an identifier's "@"; nothing without one.
std::optional<int> version_behind(std::string_view identifier);

// "peer/XAA-2/reply/government@1", or an evaluation, of which `to` names the respondent: "government", "ngo:XAA/body/harbour-line",
// "ngo:harbour-line". Error(not_found), or Error(usage) where several replies of that evaluation fit.
domain::Reply reply_named(const store::Register& where, const std::string& name, const std::string& to);

}  // namespace rapporteur::exchange
