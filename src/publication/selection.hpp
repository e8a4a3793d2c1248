// SPDX-License-Identifier: EUPL-1.2
//
// Which objects of an evaluation may be public at this point: by the framework's visibility rules, the stage log and
// the senders' consent. Everything that is copied out (public_records.hpp) and everything that the leak scan takes for
// confidential (confidential.hpp) asks the same Selection.
#pragma once

#include "base/sealing.hpp"
#include "domain/dossier.hpp"
#include "domain/framework.hpp"
#include "domain/questionnaire.hpp"
#include "publication/visibility.hpp"
#include "statistics/table.hpp"
#include "store/register.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::publication {

// All that is read of the register for one evaluation.
struct Material {
    const store::Register& where;
    domain::Framework framework;
    domain::Dossier dossier;
    std::map<std::string, domain::Questionnaire> questionnaires;  // by issue
    std::set<std::string> released_elsewhere;  // objects of other evaluations that are released
    bool opened = false;                       // notes and exact places could be read
    bool has_sealed = false;

    const domain::Questionnaire* questionnaire_of(const domain::Reply& reply) const;
};

Material read_material(const store::Register& where, const domain::EvaluationId& evaluation,
                       const base::KeyPair* key);

struct SelectedReply {
    const domain::Reply* reply = nullptr;
    std::set<std::string> questions;  // whose answers may be known; never empty
    std::set<int> exhibits;
};

struct Selection {
    bool evaluation = false;
    const domain::Report* report = nullptr;  // the adopted one, where it may be public
    bool recommendations = false;
    bool measures = false;
    bool statistics = false;
    bool final_comments = false;
    bool committee = false;
    std::vector<SelectedReply> replies;
    std::vector<statistics::TableRequest> printed;  // the report's tables and charts

    const SelectedReply* find_reply(std::string_view id) const;
};

Selection select_public(const Material& material, domain::StageTest test);

// May this be pointed at in public? Parts of replies that are not published, notes, sites, findings, requests and
// comments on drafts may not; published sources may; measures where they are released, in this publication or before;
// things of other evaluations where they are released.
bool may_be_named(const Material& material, const Selection& selection, const domain::Reference& reference);

// Does the recommendation's text stand in public: in the adopted report, or in itself?
bool stands_in_public(const Selection& selection, const domain::Recommendation& recommendation);

// The printed numbers of a report's paragraphs in its own language, by key.
std::map<std::string, std::string> printed_numbers(const domain::Report& report);

}  // namespace rapporteur::publication
