// SPDX-License-Identifier: EUPL-1.2
//
// Whether what a report cites as evidence is in the register: answers, notes, exhibits, figures, meetings, paragraphs, recommendations,
// sources. Reads an evaluation's records once each and only when something points there. Facts of notes are sealed: of them it knows
// only what a key opens. Called by the report's check.
#pragma once

#include "base/sealing.hpp"
#include "domain/visit.hpp"
#include "store/register.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::report {

enum class EvidenceState {
    there,
    missing,         // the register has its evaluation (or owner) and no such thing in it
    other_register,  // of an evaluation that this register does not have
    no_form,         // no identifier that could be evidence
    sealed,          // the note is there; whether it has the fact cannot be told without a key
};

class EvidenceFinder {
public:
    // `key` may be null.
    EvidenceFinder(const store::Register& where, const base::KeyPair* key);
    ~EvidenceFinder();
    EvidenceFinder(const EvidenceFinder&) = delete;
    EvidenceFinder& operator=(const EvidenceFinder&) = delete;

    EvidenceState find(std::string_view reference);
    // What may be done with a note's fact; nothing where it is not a fact, is missing or sealed.
    std::optional<domain::FactConsent> consent_of(std::string_view reference);

private:
    struct Evaluation;
    Evaluation* evaluation(const std::string& id);
    EvidenceState find_inside(const std::string& id, std::string_view rest, std::string_view part);

    const store::Register& m_where;
    const base::KeyPair* m_key;
    std::map<std::string, std::unique_ptr<Evaluation>> m_evaluations;
};

// True for <evaluation>/note/...
bool is_note(std::string_view reference);

}  // namespace rapporteur::report
