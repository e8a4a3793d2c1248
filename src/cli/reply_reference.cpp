// SPDX-License-Identifier: EUPL-1.2
#include "cli/reply_reference.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <charconv>

namespace rapporteur::cli {

int version_number(std::string_view text, std::string_view given) {
    int version = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), version);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size() || version < 1) {
        throw base::Error(base::ErrorKind::usage,
                          fmt::format("{} is no number of a version: \"{}\"", given, text))
            .help("versions are numbered from 1");
    }
    return version;
}

ReplyReference reply_reference(std::string_view text) {
    ReplyReference reference{domain::ReplyId(std::string(domain::without_version(text))), std::nullopt};
    if (const auto behind = domain::version_of(text)) {
        reference.version = version_number(*behind, "what stands behind the @");
    }
    return reference;
}

}  // namespace rapporteur::cli
