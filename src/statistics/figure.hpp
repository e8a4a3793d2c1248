// SPDX-License-Identifier: EUPL-1.2
//
// Figures as they were written, and the numbers that can be read from them. "1 234", "1,236", "n/a", "-", "5*" and nothing at
// all are six different answers: the raw text is kept, and a number stands beside it only where there is no doubt.
// Pure; called by the observations of this room and by the checks of replies.
#pragma once

#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::statistics {

using base::Decimal;

enum class Reading {
    empty,      // nothing is there
    number,     // value is set
    marked,     // a number with a mark for a remark ("5*", "5 1)" is none): value is set
    ambiguous,  // "1,236" where decimals may occur: 1236 or 1.236
    dash,       // "-", "–", "—"
    words,      // "n/a", "about 40", "<5"
};

struct Figure {
    std::string raw;
    Reading reading = Reading::empty;
    std::optional<Decimal> value;
    std::string mark;  // of a marked one: "*"
};

// Which numbers can occur: persons and cases are whole, so that "1,236" can only mean 1236.
enum class Numbers { whole, with_decimals };

// Groups of three may be divided by spaces of any kind, by an apostrophe, or all by commas or all by points.
Figure read_figure(std::string_view raw, Numbers numbers = Numbers::whole);

// "1 234.5" with no-break spaces between groups of three and the language's decimal sign.
std::string printed(const Decimal& value, std::string_view language);

}  // namespace rapporteur::statistics
