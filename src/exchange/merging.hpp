// SPDX-License-Identifier: EUPL-1.2
//
// Parts that bodies of a state sent, put together into one reply. Rows and cells of one table join; what a body adds to others' answers stands
// below them under its name; two different answers to one question, or figures for one cell, are a conflict, which a person settles by naming
// the body that is right. Nothing is guessed and nothing thrown away: the parts stay. merge_parts() is pure.
#pragma once

#include "base/problem.hpp"
#include "domain/questionnaire.hpp"
#include "domain/reply.hpp"
#include "store/register.hpp"
#include "store/reply_parts.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace rapporteur::exchange {

struct MergingPart {
    domain::BodyId body;
    std::string name;               // of the body, in the reply's language
    bool adds = false;              // to whatever others answer
    std::set<std::string> adds_to;  // questions that others lead, by the delegation
    domain::Reply reply;
    bool adds_at(const std::string& question) const { return adds || adds_to.count(question) > 0; }
};

struct MergeConflict {
    std::string question;
    std::string place;  // of a cell; "" for the answer
    struct Side {
        domain::BodyId body;
        std::string says;  // in short
    };
    std::vector<Side> sides;
    bool operator==(const MergeConflict&) const;
};

struct Merge {
    std::vector<domain::Answer> answers;  // in the questionnaire's order; of an open conflict none
    std::vector<MergeConflict> open;
    std::vector<store::ReplyChoice> used;                       // that settled something
    std::map<std::string, std::vector<domain::BodyId>> bodies;  // by question: who answered
};

Merge merge_parts(const std::vector<MergingPart>& parts, const std::vector<store::ReplyChoice>& choices,
                  const domain::Questionnaire& questionnaire);

// The parts of a reply that count: the newest of each body that was not returned.
std::vector<MergingPart> parts_of(const store::Register& where, const domain::ReplyId& reply);

// What keeps a reply from being submitted, and what is odd about it: as a whole, against what was asked. Nothing where its issue is gone.
void check_as_whole(const store::Register& where, const domain::Reply& reply, base::Problems& problems);

// The draft that they make: of the next version where the newest was submitted. Error(not_found) where there is no part.
struct MergedReply {
    domain::Reply reply;
    domain::EvaluationId evaluation;
    Merge merge;
};
MergedReply merged_reply(const store::Register& where, const domain::ReplyId& id,
                         const std::vector<store::ReplyChoice>& choices);

}  // namespace rapporteur::exchange
