// SPDX-License-Identifier: EUPL-1.2
//
// The shipped frameworks, questionnaires and dossiers in a register, for tests that want real content.
#pragma once

#include "base/sealing.hpp"
#include "domain/dossier.hpp"
#include "store/register.hpp"

#include <string>

namespace rapporteur::support {

// The source tree.
std::string source_directory();

// A register in memory with everything loaded; notes are sealed to `key`, which belongs to person/secretary.
struct ShippedRegister {
    store::Register where;
    base::KeyPair key;
};
ShippedRegister shipped_register();
// With the frameworks and questionnaires alone.
ShippedRegister register_without_evaluations();

// A dossier as its files say.
domain::Dossier shipped_dossier(const std::string& evaluation);

}  // namespace rapporteur::support
