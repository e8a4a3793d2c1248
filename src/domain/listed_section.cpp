// SPDX-License-Identifier: EUPL-1.2
#include "domain/listed_section.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::domain {

namespace {

constexpr std::size_t k_longest_numeral = 8;  // XXXVIII and the full stop

bool is_one_of(std::string_view part, std::string_view letters) {
    return !part.empty() && std::all_of(part.begin(), part.end(),
                                        [&](char c) { return letters.find(c) != std::string_view::npos; });
}

// Of a label behind its numeral: 12, b, iv.
bool is_label_part(std::string_view part) {
    const bool letter = part.size() == 1 && part.front() >= 'a' && part.front() <= 'z';
    return letter || is_one_of(part, "ivx") || is_one_of(part, "0123456789");
}

}  // namespace

LabelledTitle split_label(std::string_view title) {
    std::string label;
    std::string_view rest = base::trim(title);
    for (std::size_t stop = rest.find('.'); stop != std::string_view::npos && stop < k_longest_numeral;
         stop = rest.find('.')) {
        const std::string_view part = rest.substr(0, stop);
        if (label.empty() ? !is_one_of(part, "IVX") : !is_label_part(part)) {
            break;
        }
        label += fmt::format("{}.", part);
        rest = base::trim(rest.substr(stop + 1));
    }
    return {label, std::string(rest)};
}

std::optional<EvaluationId> evaluation_of(const ListedSection& section) {
    if (section.subject.text().empty() || section.round.empty()) {
        return std::nullopt;
    }
    return EvaluationId(
        fmt::format("{}/{}-{}", section.framework.text(), section.subject.text(), section.round));
}

}  // namespace rapporteur::domain
