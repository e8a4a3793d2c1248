// SPDX-License-Identifier: EUPL-1.2
//
// The cells of one answer as a table that people read: the question's row dimensions down, its column dimensions across, codes by their
// labels. Every figure stands as it was written; a gap bears a mark, and the mark says its reason in words. Pure; computes nothing.
#pragma once

#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::exchange {

struct ReplyTable {
    struct Row {
        std::string label;
        std::vector<std::string> cells;  // one a column: "83 (a)", "(b)", "" where the reply has no such cell
    };
    std::string unit;
    std::vector<std::string> columns;
    std::vector<Row> rows;
    std::vector<std::string> notes;  // "(a) not disaggregated: the register had no such field"
};

// `questionnaire` may be null: then the first dimension of a cell goes across, the others down, by their codes.
ReplyTable reply_table(const domain::Answer& answer, const domain::Question* question,
                       const domain::Questionnaire* questionnaire, std::string_view language);

// What "sex=f" is called in the table: the code's label, "Total", or the code itself.
std::string place_label(std::string_view place, const domain::Question* question,
                        const domain::Questionnaire* questionnaire, std::string_view language);

// "not collected", "declined": a reason for no answer in words.
std::string reason_in_words(domain::NoAnswer reason);

}  // namespace rapporteur::exchange
