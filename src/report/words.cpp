// SPDX-License-Identifier: EUPL-1.2
#include "report/words.hpp"

#include "base/text.hpp"

#include <fmt/core.h>

#include <map>

namespace rapporteur::report {
namespace {

const std::map<std::string, Words, std::less<>>& all_words() {
    static const std::map<std::string, Words, std::less<>> words{
        {"en", english_words()}, {"fr", french_words()}, {"ru", russian_words()}};
    return words;
}

}  // namespace

const Words& words_in(std::string_view language) {
    const auto found = all_words().find(language);
    return found == all_words().end() ? all_words().at("en") : found->second;
}

bool has_words(std::string_view language) {
    return all_words().find(language) != all_words().end();
}

std::string printed_date(base::Date date, const Words& words) {
    const std::string day = date.day() == 1 ? words.first_of_month : fmt::format("{}", date.day());
    return fill(words.date, {day, words.months.at(static_cast<std::size_t>(date.month() - 1)),
                             fmt::format("{}", date.year())});
}

std::string with_capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

}  // namespace rapporteur::report
