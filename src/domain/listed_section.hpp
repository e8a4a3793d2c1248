// SPDX-License-Identifier: EUPL-1.2
//
// A section of a report, or of another document, as an index that others keep lists it: under an identifier of the index's own, which readers
// quote. It points at the evaluation whose document it is of; the text is not here. What the index left out stays empty.
#pragma once

#include "base/date.hpp"
#include "domain/identifiers.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::domain {

struct ListedSection {
    FrameworkId framework;
    std::string index;  // the mapping by which it came in
    std::string alias;  // any text: others' identifiers hold blanks and colons
    SubjectId subject;
    std::string round;     // its number
    std::string document;  // kind of document, as the mapping calls it
    std::string language;
    std::optional<base::Date> date;
    std::string title;  // as the index has it, with the label before it; white space collapsed
    std::string address;
    std::string
        written;  // names as the index spells them where that is not today's name, as lines "column: name"
    bool operator==(const ListedSection&) const = default;
};

// A title that begins with a label: "III. 1. b. Measures" is "III.1.b." and "Measures"; a title without one has an empty label. The first part
// of a label is a Roman numeral.
struct LabelledTitle {
    std::string label;
    std::string title;
};
LabelledTitle split_label(std::string_view title);

// The evaluation it is of; nothing where the index names no subject or no round.
std::optional<EvaluationId> evaluation_of(const ListedSection& section);

}  // namespace rapporteur::domain
