// SPDX-License-Identifier: EUPL-1.2
//
// Keys for paragraphs that were written without one: "::: {.para}" becomes "::: {.para #k7c2xq}". Works on the lines of a chapter file and
// leaves every other byte as it is. Called by `report check --fix`.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace rapporteur::report {

struct KeyedChapter {
    std::string text;
    int minted = 0;
};

// A number below `bound`; random but in tests.
using Dice = std::function<unsigned(unsigned bound)>;

// Which keys exist already: those that were seen in files, and those the register has ever had (a key is never used twice, not
// even after its paragraph has gone).
struct KeysInUse {
    std::set<std::string> seen;
    std::function<bool(const std::string& key)> in_register;  // may be empty
};

// The keys that it mints are added to those in use.
KeyedChapter mint_keys(std::string_view chapter, KeysInUse& in_use, const Dice& dice);
// The keys that stand in a chapter file.
std::set<std::string> keys_in(std::string_view chapter);

// Of the operating system.
Dice system_dice();

}  // namespace rapporteur::report
