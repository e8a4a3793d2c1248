// SPDX-License-Identifier: EUPL-1.2
//
// What the copying functions share: the material, the selection, the records made so far, and who was named in them.
// Inside the room; public_records.cpp puts the parts together.
#pragma once

#include "publication/public_records.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::publication {

struct Copying {
    const Material& material;
    const Selection& selection;
    PublicRecords& out;
    std::set<std::string> bodies;
    std::set<std::string> sources;

    const std::string& evaluation() const { return material.dossier.evaluation.id.text(); }
    // The identifier, remembered so that the body's names go out with it. A subject's code stays as it is.
    std::string body(const domain::BodyId& id);
    std::string body(const std::optional<domain::BodyId>& id);
    release::Names body_list(const std::vector<domain::BodyId>& ids);
    // Only what may be named; sources are remembered.
    std::vector<release::PublicEvidence> evidence(const std::vector<domain::Evidence>& all);
    // The body of the mechanism for which a person acted on that day; "" where there is none. Bodies stay.
    std::string on_behalf_of(const std::string& person_or_body, const std::optional<base::Date>& at);
};

std::string text_of(const std::optional<base::Date>& date);

// The parts, in public_frame.cpp, public_thread.cpp and public_replies.cpp.
void copy_framework(Copying& copying);
void copy_subject(Copying& copying);
void copy_evaluation(Copying& copying);
void copy_report(Copying& copying);
void copy_named(Copying& copying);  // bodies and sources; last
void copy_thread(Copying& copying);
void copy_measures(Copying& copying);
void copy_replies(Copying& copying);
void copy_comments(Copying& copying);
void copy_statistics(Copying& copying);

}  // namespace rapporteur::publication
