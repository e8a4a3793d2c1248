// SPDX-License-Identifier: EUPL-1.2
//
// Persons who act, the bodies they act for, and the dated mandates and assignments that say what they may do.
// A state's own "national rapporteur" is an institution, hence a Body; a rapporteur is the group's member for an evaluation.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "domain/identifiers.hpp"
#include "domain/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::domain {

// A mandate: membership of a body of the mechanism (the group, the committee, the secretariat), with dates.
// Source of the limits (four years, renewable once): CETS 197 art. 36(3); they are values of the framework.
struct Mandate {
    std::string body;  // id of a monitoring body declared by the framework: group, committee, secretariat
    FrameworkId framework;
    std::string office;  // member, president, vice-president, secretary...
    base::Date from;
    std::optional<base::Date> until;
    bool operator==(const Mandate&) const = default;
};

struct Person {
    PersonId id;
    std::string name;
    std::string nationality;  // subject code, empty where it plays no part
    std::string email;        // never published
    std::vector<Mandate> mandates;
    bool operator==(const Person&) const = default;
};

enum class BodyKind {
    ministry,
    agency,
    court,
    prosecution,
    police,
    parliament,
    ombudsman,
    commission,
    local_authority,
    ngo,
    union_,
    business,
    international,
    state,
    conference,
    other
};

// A name that a body bore in a period: bodies are renamed and merged between rounds.
struct BodyName {
    std::optional<base::Date> from;
    Texts name;
    bool operator==(const BodyName&) const = default;
};

struct Body {
    BodyId id;
    BodyKind kind = BodyKind::other;
    std::vector<BodyName> names;  // the oldest first; at least one
    std::optional<base::Date> from;
    std::optional<base::Date> until;
    std::optional<BodyId> successor;
    bool operator==(const Body&) const = default;
};

// What a person does in one evaluation. Recusal is recorded here with its reason; it is computed anew when someone acts.
enum class EvaluationRole { rapporteur, delegation, secretariat, contact_person, expert, recused };

struct Assignment {
    PersonId person;
    EvaluationRole role = EvaluationRole::rapporteur;
    std::optional<base::Date> from;
    std::optional<base::Date> until;
    std::string reason;  // of a recusal
    bool operator==(const Assignment&) const = default;
};

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::BodyKind> {
    using K = rapporteur::domain::BodyKind;
    static constexpr std::array<Name<K>, 16> k_names{{{K::ministry, "ministry"},
                                                      {K::agency, "agency"},
                                                      {K::court, "court"},
                                                      {K::prosecution, "prosecution"},
                                                      {K::police, "police"},
                                                      {K::parliament, "parliament"},
                                                      {K::ombudsman, "ombudsman"},
                                                      {K::commission, "commission"},
                                                      {K::local_authority, "local-authority"},
                                                      {K::ngo, "ngo"},
                                                      {K::union_, "union"},
                                                      {K::business, "business"},
                                                      {K::international, "international"},
                                                      {K::state, "state"},
                                                      {K::conference, "conference"},
                                                      {K::other, "other"}}};
};

template <>
struct rapporteur::base::Names<rapporteur::domain::EvaluationRole> {
    using R = rapporteur::domain::EvaluationRole;
    static constexpr std::array<Name<R>, 6> k_names{{{R::rapporteur, "rapporteur"},
                                                     {R::delegation, "delegation"},
                                                     {R::secretariat, "secretariat"},
                                                     {R::contact_person, "contact-person"},
                                                     {R::expert, "expert"},
                                                     {R::recused, "recused"}}};
};
