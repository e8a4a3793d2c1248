// SPDX-License-Identifier: EUPL-1.2
// A reply as it is named on the command line, with or without the version behind "@". Whether there is such a reply is for the
// store to say. Called by reply show and request make.
#pragma once

#include "domain/identifiers.hpp"

#include <optional>
#include <string_view>

namespace rapporteur::cli {

// Error(usage) for what is no number from 1; `given` says where it stood: "--version".
int version_number(std::string_view text, std::string_view given);

struct ReplyReference {
    domain::ReplyId reply;
    std::optional<int> version;
};

// "peer/XAA-2/reply/government@2"
ReplyReference reply_reference(std::string_view text);

}  // namespace rapporteur::cli
