// SPDX-License-Identifier: EUPL-1.2
// What most commands begin with: the register opened, and who acts. A person who has a key acts only with the key
// unlocked, so that a name alone gives no rights; someone without a name is the operator of this machine, by login.
#pragma once

#include "base/sealing.hpp"
#include "cli/context.hpp"
#include "store/register.hpp"

#include <optional>
#include <string>

namespace rapporteur::cli {

// Where it may not be written, as it stands. Error(not_found) too where --as names a person whom the register does not know: nobody
// reads under a name that is not there.
store::Register open_to_read(const Context& context);
store::Register open_to_write(const Context& context);

struct Actor {
    std::string name;                  // person/..., or operator/login
    std::optional<base::KeyPair> key;  // unlocked

    const base::KeyPair* key_or_null() const { return key ? &*key : nullptr; }
};

// Error(not_found) for a person whom the register does not know; Error(forbidden) where the person has a key and it is not
// unlocked, or the passphrase is wrong.
Actor actor_of(const Context& context, const store::Register& where);

// The same, but it must be a person of the register: for acts that the journal must give a person's name.
Actor person_of(const Context& context, const store::Register& where);

// The passphrase: the first line of the file that --passphrase-file names. Error(usage) where none is named.
std::string passphrase_of(const Context& context);
// That of any file.
std::string passphrase_in(const std::filesystem::path& file);

}  // namespace rapporteur::cli
