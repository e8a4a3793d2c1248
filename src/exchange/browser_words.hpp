// SPDX-License-Identifier: EUPL-1.2
// What the browser form says of its own, beside the words that it has in common with the Word form (form_words.hpp):
// one row a phrase with its three languages side by side, so that none can be forgotten. {0} stands for what is put in.
// The page's phrases are written by browser_form.cpp and its neighbours, the script's go into the file as data.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace rapporteur::exchange {

struct BrowserPhrase {
    std::string_view name;
    std::string_view english;
    std::string_view french;
    std::string_view russian;
};

// True where no phrase lacks a language: each table asserts it of itself.
constexpr bool all_are_translated(std::span<const BrowserPhrase> phrases) {
    for (const BrowserPhrase& phrase : phrases) {
        if (phrase.name.empty() || phrase.english.empty() || phrase.french.empty() ||
            phrase.russian.empty()) {
            return false;
        }
    }
    return true;
}

std::span<const BrowserPhrase> page_phrases();
std::span<const BrowserPhrase> script_phrases();

// English where the program has no words of that language, as form_words() does.
std::string_view phrase_in(const BrowserPhrase& phrase, std::string_view language);

// One of the page's. base::Error(internal) for a name that is none.
std::string page_words(std::string_view name, std::string_view language);

}  // namespace rapporteur::exchange
