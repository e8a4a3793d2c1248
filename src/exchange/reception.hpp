// SPDX-License-Identifier: EUPL-1.2
//
// Receiving a reply that came as XML or as a Word file. examine_reply() says what would happen and names every fault, and changes nothing; receive_reply()
// stores the file's bytes as they came, the reply, its exhibits and a receipt, in one change. The same file gives the same receipt for ever.
// How a Word file becomes a reply is word_reply's. Called by reply check and reply receive.
#pragma once

#include "base/problem.hpp"
#include "domain/reply.hpp"
#include "exchange/completeness.hpp"
#include "exchange/word_reply.hpp"
#include "store/register.hpp"
#include "store/replies.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::exchange {

enum class Reception {
    new_reply,
    new_version,      // beside the earlier ones
    replaces_draft,   // of the same version
    received_before,  // this very file: the same receipt
    known_content,    // the register has just this reply, but not from this file: a receipt is added
    frozen,           // refused: the version was submitted
    older,            // refused: a later version is there
    faulty            // refused: the file has faults
};

struct Examination {
    domain::EvaluationId evaluation;
    std::string file;       // as it was named, for the faults
    std::string file_name;  // without folders, for the receipt
    std::string bytes;
    std::string sha256;
    domain::Reply reply;
    domain::QuestionnaireId questionnaire;
    std::optional<base::Date> due;     // of the issue
    std::optional<int> version_there;  // newest in the register
    AnswerCounts counts;
    std::vector<std::string> unanswered;  // questions that must or should be answered and are not
    std::map<int, std::string> exhibits;  // bytes by number
    base::Problems problems;              // faults and warnings
    Reception reception = Reception::faulty;
    std::optional<store::Receipt> receipt;  // of received_before
    std::optional<WordReply> word;          // of a Word file: comments, findings
    std::optional<FormPart> part;           // of one body of the respondent; what was given to it
};

// `terms` are for Word files, which do not say them; `part` of it is for others too. `exhibits` is the folder with the files that the reply names; those that the register has already need not lie there.
// Error(not_found) for an unknown evaluation; all else is in the problems.
Examination examine_reply(const store::Register& where, const domain::EvaluationId& evaluation,
                          const std::filesystem::path& file, std::string bytes,
                          const std::optional<std::filesystem::path>& exhibits,
                          const WordReplyTerms& terms = {});

// Throws where it can not be received: InvalidInput with all faults, or Error(conflict).
void refuse_unreceivable(const Examination& examination);

// Refuses what can not be received. `person` is who acts.
store::Receipt receive_reply(store::Register& where, const Examination& examination,
                             const std::string& person);

}  // namespace rapporteur::exchange
