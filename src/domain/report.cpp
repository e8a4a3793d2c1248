// SPDX-License-Identifier: EUPL-1.2
#include "domain/report.hpp"

namespace rapporteur::domain {

bool has_fenced_div(std::string_view markdown) {
    // A line of three or more colons, indented by at most three spaces, opens or closes a div wherever it stands outside code. Code is not
    // told apart here: prose has no need of such lines.
    std::size_t begin = 0;
    while (begin <= markdown.size()) {
        std::size_t end = markdown.find('\n', begin);
        end = end == std::string_view::npos ? markdown.size() : end;
        const std::string_view line = markdown.substr(begin, end - begin);
        const std::size_t first = line.find_first_not_of(' ');
        if (first != std::string_view::npos && first <= 3 && line.substr(first, 3) == ":::") {
            return true;
        }
        begin = end + 1;
    }
    return false;
}

}  // namespace rapporteur::domain
