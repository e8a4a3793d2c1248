// SPDX-License-Identifier: EUPL-1.2
//
// A reply that came as a Word file, read into the same reply that XML gives: values from ticks, figures from cells, prose from the lines
// between the marks. What respondents did to the form is named and decided here: refused, asked (nothing is taken in unless it is accepted by
// name), or taken with a warning. Stores nothing. Called by the reception.
#pragma once

#include "base/problem.hpp"
#include "document/word_form.hpp"
#include "domain/reply.hpp"
#include "exchange/form_share.hpp"
#include "store/register.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::exchange {

// What the file should be: the form of a questionnaire, or that of a request for information.
enum class AwaitedForm { questionnaire, request };

// What the covering letter says, and the secretariat has to enter: a Word file does not know it.
struct WordReplyTerms {
    std::vector<domain::BodyId> from;
    std::optional<domain::BodyId>
        part;  // the file is that body's part; a form made for one body says so itself
    domain::ReplyStatus status = domain::ReplyStatus::draft;
    std::optional<base::Date> submitted;
    std::string letter;
    std::set<document::WordFault> accepted;  // of those that are asked about
    AwaitedForm awaited = AwaitedForm::questionnaire;
};

enum class Decision { refuse, ask, warn, pass };
Decision decision_on(document::WordFault fault);

// "the question was moved", and what to do about it; for people.
std::string fault_words(document::WordFault fault);

struct WordReply {
    domain::Reply reply;
    std::vector<document::WordComment> comments;
    document::WordFindings findings;
    std::string outside;           // Markdown of what belongs to no answer
    std::optional<FormPart> part;  // of a form that was made for one body
    std::optional<FormRequest>
        request;  // of the form of a request: then the reply holds what came back, and nothing else
};

// Whether the bytes are those of a package such as Word's: then examine it so.
bool looks_like_word(std::string_view bytes);

// Nothing where it can not be read; all else is in the problems, errors for what is refused or asked about.
std::optional<WordReply> read_word_reply(const store::Register& where, const domain::EvaluationId& evaluation,
                                         const std::string& file, std::string_view bytes,
                                         const WordReplyTerms& terms, base::Problems& problems);

}  // namespace rapporteur::exchange
