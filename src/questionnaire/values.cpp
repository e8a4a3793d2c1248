// SPDX-License-Identifier: EUPL-1.2
#include "questionnaire/values.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "domain/expression.hpp"

#include <algorithm>

namespace rapporteur::questionnaire {

namespace {

// The figure without the spaces between its groups; nothing where they stand elsewhere.
std::optional<std::string> without_groups(std::string_view text) {
    std::string plain(text);
    for (const std::string_view space :
         {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"}) {  // U+00A0, U+202F, U+2009
        plain = base::replace_all(plain, space, " ");
    }
    // After that: a no-break space at the start would leave an empty first group.
    const std::vector<std::string_view> groups = base::split(base::trim(plain), ' ');
    std::string joined;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const std::string_view whole = groups[i].substr(0, groups[i].find('.'));
        const bool last = i + 1 == groups.size();
        if (i > 0 &&
            (whole.size() != 3 || groups.front().size() > 3 + (groups.front().front() == '-' ? 1U : 0U))) {
            return std::nullopt;
        }
        if (!last && groups[i].size() != whole.size()) {
            return std::nullopt;
        }
        joined += groups[i];
    }
    return joined;
}

}  // namespace

bool is_question_id(std::string_view text) {
    return text.size() <= 40 && base::is_ascii_token(text) && !base::is_digit(text.front());
}

std::optional<QuestionnaireIdParts> parse_questionnaire_id(std::string_view text) {
    const std::size_t slash = text.find('/');
    const std::size_t at = text.find('@');
    if (slash == std::string_view::npos || at == std::string_view::npos || at < slash) {
        return std::nullopt;
    }
    QuestionnaireIdParts parts{std::string(text.substr(0, slash)),
                               std::string(text.substr(slash + 1, at - slash - 1)),
                               std::string(text.substr(at + 1))};
    const bool right = domain::is_slug(parts.framework) && domain::is_slug(parts.name) &&
                       base::is_ascii_token(parts.version) && parts.version.size() <= 60;
    return right ? std::optional<QuestionnaireIdParts>(std::move(parts)) : std::nullopt;
}

std::optional<double> parse_figure(std::string_view text) {
    const auto joined = without_groups(text);
    return joined ? domain::parse_decimal(*joined) : std::nullopt;
}

std::optional<base::Decimal> exact_figure(std::string_view text) {
    const auto joined = without_groups(text);
    return joined ? base::Decimal::parse(*joined) : std::nullopt;
}

bool is_date_of_precision(std::string_view text, std::string_view precision) {
    std::string full(text);
    if (precision == "year") {
        full += "-01-01";
    } else if (precision == "month") {
        full += "-01";
    }
    return base::Date::parse(full).has_value();
}

int count_words(std::string_view text) {
    const std::vector<std::string_view> words = base::split_words(text);
    // A dash or a list's mark standing alone is no word.
    return static_cast<int>(std::count_if(words.begin(), words.end(), [](std::string_view word) {
        return std::any_of(word.begin(), word.end(), [](char c) {
            return base::is_ascii_token(std::string(1, c)) || static_cast<unsigned char>(c) >= 0x80;
        });
    }));
}

}  // namespace rapporteur::questionnaire
