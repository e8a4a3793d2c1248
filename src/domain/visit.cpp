// SPDX-License-Identifier: EUPL-1.2
#include "domain/visit.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rapporteur::domain {

bool is_interlocutor_code(std::string_view text) {
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    std::size_t letters_in_a_row = 0;
    for (const char c : text) {
        if (!base::is_digit(c) && !is_upper(c) && c != '-') {
            return false;
        }
        letters_in_a_row = is_upper(c) ? letters_in_a_row + 1 : 0;
        // Three capitals in a row could be initials or a name in capitals.
        if (letters_in_a_row > 2) {
            return false;
        }
    }
    return !text.empty() && text.size() <= 20 && std::any_of(text.begin(), text.end(), base::is_digit);
}

}  // namespace rapporteur::domain
