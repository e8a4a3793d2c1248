// SPDX-License-Identifier: EUPL-1.2
//
// A request for information: made from what a reply leaves open and from what a person asks besides, or found again as it was made, with all that
// its form needs. Writing the form is form_document's, taking in what comes back request_answer's. Called by request make and by the reader of
// Word files.
#pragma once

#include "exchange/form_request.hpp"
#include "exchange/gaps.hpp"
#include "exchange/issuing.hpp"
#include "store/register.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::exchange {

struct RequestWish {
    domain::ReplyId reply;
    std::optional<int> version;  // none: the newest that was submitted
    std::set<GapKind> gaps;
    std::vector<std::pair<domain::QuestionId, std::string>>
        questions;         // with what is asked, Markdown; "": a sentence is made
    std::string language;  // "": the reply's, if the questionnaire has it
    std::optional<base::Date> due;
    base::Date today;
};

struct Requesting {
    Issuing issuing;  // of the questionnaire that the reply answers; its language is the request's
    FormRequest request;
    std::vector<Gap>
        gaps;  // of a request that is made: all that there are, less what an earlier request had answered
    std::vector<std::string> asked_already;  // questions wished for, and left out: an open request asks it
};

// Reads only; without items where nothing is wished for. base::Error(not_found) for the reply, the version, a question or the language;
// (refused) where no version was submitted, the reply answers no questionnaire, there is no such gap, or all is asked in an open request.
Requesting prepare_request(const store::Register& where, const RequestWish& wish);

// Writes it into the register, in one change with its line in the journal.
void keep_request(store::Register& where, const Requesting& requesting, const std::string& person);

// "unanswered (2), no-answer (0), figures (1), all (3)"
std::string counted_gaps(const std::vector<Gap>& gaps);

// The request that a reference names, by its form "peer/XAA-2/request/1" alone; nothing for an issue's.
std::optional<domain::RequestId> request_of(std::string_view reference);
std::optional<domain::Request> find_request(const store::Register& where, const domain::RequestId& id);
// base::Error(not_found) with the nearest name.
domain::Request need_request(const store::Register& where, const domain::RequestId& id);

// As it was made, in that language ("": its own). base::Error(not_found).
Requesting find_requesting(const store::Register& where, const domain::RequestId& id,
                           const std::string& language = "");

// Whether nothing came back for the item yet, of a request that is not closed.
bool is_open(const domain::Request& request, const domain::RequestItem& item);

// "peer-XAA-2-request-1-ru"
std::string file_stem_of(const Requesting& requesting);

}  // namespace rapporteur::exchange
