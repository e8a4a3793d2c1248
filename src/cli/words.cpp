// SPDX-License-Identifier: EUPL-1.2
#include "cli/words.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace rapporteur::cli {

std::optional<base::Date> date_option(const Context& context, const std::string& name) {
    const std::optional<std::string> text = context.option(name);
    if (!text) {
        return std::nullopt;
    }
    const std::optional<base::Date> date = base::Date::parse(*text);
    if (!date) {
        throw base::Error(base::ErrorKind::usage, fmt::format("--{} is no date: \"{}\"", name, *text))
            .help("a date such as 2026-11-21");
    }
    return date;
}

std::string days_words(int days_left) {
    if (days_left == 0) {
        return "today";
    }
    return days_left < 0 ? fmt::format("{} late", -days_left) : fmt::format("{} left", days_left);
}

std::string settled_days_words(int days_left) {
    if (days_left == 0) {
        return "in time";
    }
    return days_left < 0 ? fmt::format("{} late", -days_left) : fmt::format("{} early", days_left);
}

std::string counted(int number, const std::string& singular, const std::string& plural) {
    if (number == 1) {
        return "1 " + singular;
    }
    return fmt::format("{} {}", number, plural.empty() ? singular + "s" : plural);
}

std::string reason_words(domain::NoAnswer reason) {
    return base::replace_all(base::name_of(reason), "-", " ");
}

std::string visibility_words(domain::Visibility visibility) {
    switch (visibility) {
    case domain::Visibility::public_:
        return "public";
    case domain::Visibility::committee:
        return "state and committee";
    case domain::Visibility::party:
        return "state under review";
    case domain::Visibility::confidential:
        break;
    }
    return "confidential";
}

}  // namespace rapporteur::cli
