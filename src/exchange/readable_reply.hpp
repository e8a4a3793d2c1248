// SPDX-License-Identifier: EUPL-1.2
//
// A stored reply as people read it: each answer with its question's number and text, values by their labels, tables, non-answers in words,
// and who may see it. Values only; how it is printed is the command's. Called by reply show.
#pragma once

#include "domain/framework.hpp"
#include "domain/reply.hpp"
#include "exchange/reply_table.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::exchange {

struct ReadableAnswer {
    std::string question;  // its identifier
    std::string number;
    std::string section;
    std::string question_text;
    bool given = true;                  // false: asked, and the reply does not mention it
    std::string state_words;            // "no answer: not collected", "left blank"; empty for an answer
    std::vector<std::string> values;    // labels
    std::string author;                 // the body's name
    std::vector<std::string> exhibits;  // "5: National Action Plan"
    bool confidential = false;          // by itself, whatever the reply is
    std::optional<ReplyTable> table;
    std::string text;  // Markdown
    domain::Answer answer;
};

struct ReadableReply {
    domain::Reply reply;
    std::string subject_name;
    bool invented = false;          // the state, or the evaluation
    std::vector<std::string> from;  // names
    domain::Visibility visibility =
        domain::Visibility::confidential;  // now, by the framework's rules and the sender's consent
    std::vector<ReadableAnswer>
        answers;  // in the questionnaire's order, then what is not in it; what was asked and left out too
};

// Error(not_found) where there is no such reply or version. `on` is the day for which it is said who may see it.
ReadableReply readable_reply(const store::Register& where, const domain::ReplyId& id,
                             std::optional<int> version, base::Date on);

}  // namespace rapporteur::exchange
