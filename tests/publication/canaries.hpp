// SPDX-License-Identifier: EUPL-1.2
// A small register with one evaluation in which every confidential field holds a token of its own, and every public
// one something to publish. The tests of publication/ and of the archive look for the tokens in every byte that left.
#pragma once

#include "base/sealing.hpp"
#include "domain/dossier.hpp"
#include "domain/framework.hpp"
#include "publication/entitlement.hpp"
#include "store/register.hpp"

#include <map>
#include <string>

namespace rapporteur::support {

// Where it was seeded -> the token (40 letters and digits).
using Canaries = std::map<std::string, std::string>;

struct CanaryRegister {
    store::Register where = store::Register::in_memory();
    base::KeyPair key = base::KeyPair::generate();  // the secretariat's, person/rita: opens the notes
    std::map<std::string, base::KeyPair> keys;      // the others'
    Canaries canaries;

    // The person with the key unlocked, on 1 June 2021 unless told.
    publication::Acting acting(const std::string& person) const;
    publication::Acting acting(const std::string& person, base::Instant at) const;
};

domain::Framework canary_framework();
domain::Questionnaire canary_questionnaire();
// Seeds every confidential field; `canaries` says where.
domain::Dossier canary_dossier(Canaries& canaries);

// Framework, questionnaire, persons with the key, dossier.
CanaryRegister canary_register();
// The same with another dossier.
CanaryRegister register_with(const domain::Dossier& dossier, Canaries canaries);

// prepare, two approvals, release; gives the publication's identifier.
std::string publish_all(CanaryRegister& where, const std::string& release_file);

}  // namespace rapporteur::support
