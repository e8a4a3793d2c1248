// SPDX-License-Identifier: EUPL-1.2
//
// Taking in the answer to a request for information, in Word or XML. examine_answer() says what would happen and names every fault, and changes
// nothing; receive_answer() stores the file as it came, the items' answers, an amended version of the reply where values or figures came, and a
// receipt, in one change. Word files are read by the reader of replies, with its findings. Called by request answer.
#pragma once

#include "base/problem.hpp"
#include "domain/reply.hpp"
#include "exchange/word_reply.hpp"
#include "store/register.hpp"
#include "store/replies.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace rapporteur::exchange {

// Whether what nothing came for stays open.
enum class Closing { when_all_is_answered, now };

struct AnswerTerms {
    base::Date date;     // on which it came
    std::string letter;  // of the amended reply; "": as before
    std::set<document::WordFault> accepted;
    Closing closing = Closing::when_all_is_answered;
};

enum class ItemFate { answered, answered_before, open };

struct ExaminedItem {
    std::string question;
    ItemFate fate = ItemFate::open;
    bool amends = false;  // its values or figures stand in the amended reply
};

struct AnswerExamination {
    domain::EvaluationId evaluation;
    std::string file;
    std::string file_name;  // without folders, for the receipt
    std::string bytes;
    std::string sha256;
    domain::Request before;   // as the register has it
    domain::Request request;  // as it stands then
    std::vector<ExaminedItem> items;
    std::optional<domain::Reply> amended;  // a new version
    base::Problems problems;
    std::optional<store::Receipt> receipt;  // this very file was taken in before
    std::vector<document::WordComment> comments;
};

// Error(not_found) for an unknown evaluation; all else is in the problems.
AnswerExamination examine_answer(const store::Register& where, const domain::EvaluationId& evaluation,
                                 const std::filesystem::path& file, std::string bytes,
                                 const AnswerTerms& terms);

// InvalidInput where the examination has faults: nothing is stored then.
store::Receipt receive_answer(store::Register& where, const AnswerExamination& examination,
                              const std::string& person);

}  // namespace rapporteur::exchange
