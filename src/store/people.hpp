// SPDX-License-Identifier: EUPL-1.2
//
// Persons, bodies and published sources: shared by all evaluations of a register; and the key pairs with which persons open notes.
#pragma once

#include "base/sealing.hpp"
#include "domain/people.hpp"
#include "domain/source.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::store {

std::optional<domain::Person> find_person(const Register& where, const domain::PersonId& id);
std::vector<domain::PersonId> list_persons(const Register& where);
PutResult put_person(Change& change, const domain::Person& person);

std::optional<domain::Body> find_body(const Register& where, const domain::BodyId& id);
// Those of one subject ("XAA"), in the order of their identifiers.
std::vector<domain::Body> list_bodies(const Register& where, const domain::SubjectId& subject);
PutResult put_body(Change& change, const domain::Body& body);
// The body's name at that date (or its newest), in that language; the identifier where the register has none.
std::string body_name(const Register& where, const domain::BodyId& id, std::string_view language,
                      std::optional<base::Date> at = {});

std::optional<domain::Source> find_source(const Register& where, const domain::SourceId& id);
PutResult put_source(Change& change, const domain::Source& source);

// A key's role: "secretariat" opens all notes, "member" those of the evaluations to which the person is assigned.
struct PersonKey {
    domain::PersonId person;
    std::string role;
    base::LockedKey key;
};
std::optional<PersonKey> find_key(const Register& where, const domain::PersonId& person);
std::vector<PersonKey> list_keys(const Register& where);
// Error(conflict) where the person has one: what was sealed to it would be lost.
void add_key(Change& change, const PersonKey& key);
// Those to whom an evaluation's notes are sealed: the secretariat, and its rapporteurs and delegation who have keys;
// never who is recused from it.
std::vector<base::PublicKey> note_recipients(const Register& where, const domain::EvaluationId& evaluation);

}  // namespace rapporteur::store
