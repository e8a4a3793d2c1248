// SPDX-License-Identifier: EUPL-1.2
#include "exchange/form_words.hpp"

#include <fmt/format.h>

#include <map>

namespace rapporteur::exchange {

namespace {

const std::map<std::string, FormWords, std::less<>>& all_words() {
    static const std::map<std::string, FormWords, std::less<>> words{
        {"en", english_form_words()}, {"fr", french_form_words()}, {"ru", russian_form_words()}};
    return words;
}

}  // namespace

const FormWords& form_words(std::string_view language) {
    const auto found = all_words().find(language);
    return found == all_words().end() ? all_words().at("en") : found->second;
}

const std::string& reason_words(const FormWords& words, domain::NoAnswer reason) {
    return words.reasons.at(static_cast<std::size_t>(reason));
}

std::string unit_words(const FormWords& words, const std::string& unit) {
    for (const auto& [name, printed] : words.units) {
        if (name == unit) {
            return printed;
        }
    }
    return unit;
}

std::string date_in_words(base::Date date, const FormWords& words) {
    return fill(words.date,
                {fmt::format("{}", date.day()), words.months.at(static_cast<std::size_t>(date.month() - 1)),
                 fmt::format("{}", date.year())});
}

}  // namespace rapporteur::exchange
