// SPDX-License-Identifier: EUPL-1.2
//
// The visit: programme, sites, meetings, and the delegation's notes. What could betray a victim or a source is sealed: a note's
// text and facts, and a site's exact place, exist in the register only encrypted to the delegation and the secretariat.
// Interlocutors bear codes, never names.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "domain/identifiers.hpp"
#include "domain/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::domain {

enum class SiteKind {
    shelter,
    detention,
    reception,
    border,
    hospital,
    court,
    police,
    workplace,
    office,
    other
};

struct Site {
    SiteId id;
    SiteKind kind = SiteKind::other;
    std::string region;       // as general as may be published
    std::string exact_place;  // sealed in the register; never exported to anything public
    bool operator==(const Site&) const = default;
};

struct Meeting {
    MeetingId id;
    base::Date date;
    std::string region;
    std::vector<BodyId> bodies;  // institutions met; persons are not recorded
    std::optional<SiteId> site;
    std::string subject;
    bool operator==(const Meeting&) const = default;
};

// What may be done with one fact of a note.
enum class FactConsent { publish_general, use_without_source, background_only, none };

struct NoteFact {
    std::string id;  // f1
    FactConsent consent = FactConsent::none;
    std::string text;
    bool operator==(const NoteFact&) const = default;
};

struct Note {
    NoteId id;
    std::optional<MeetingId> meeting;
    std::string interlocutor;  // code: V2-M03-A
    base::Date written;
    base::Date retain_until;  // then the key is destroyed
    std::optional<PersonId> author;
    std::vector<NoteFact> facts;  // sealed
    std::string text;             // Markdown, sealed
    bool operator==(const Note&) const = default;
};

struct Visit {
    EvaluationId evaluation;
    base::Date from;
    base::Date until;
    std::vector<PersonId> delegation;
    Texts summary;
    std::vector<Site> sites;
    std::vector<Meeting> meetings;
    bool operator==(const Visit&) const = default;
};

// A coded interlocutor: letters, digits and hyphens only, with at least one digit, so that no name can stand there.
bool is_interlocutor_code(std::string_view text);

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::SiteKind> {
    using K = rapporteur::domain::SiteKind;
    static constexpr std::array<Name<K>, 10> k_names{{{K::shelter, "shelter"},
                                                      {K::detention, "detention"},
                                                      {K::reception, "reception"},
                                                      {K::border, "border"},
                                                      {K::hospital, "hospital"},
                                                      {K::court, "court"},
                                                      {K::police, "police"},
                                                      {K::workplace, "workplace"},
                                                      {K::office, "office"},
                                                      {K::other, "other"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::FactConsent> {
    using C = rapporteur::domain::FactConsent;
    static constexpr std::array<Name<C>, 4> k_names{{{C::publish_general, "publish-general"},
                                                     {C::use_without_source, "use-without-source"},
                                                     {C::background_only, "background-only"},
                                                     {C::none, "none"}}};
};
