// SPDX-License-Identifier: EUPL-1.2
//
// Makes the exact bytes that would leave: selects, copies, prints, looks for leaks. Reads the register and writes
// nothing; prepare (publish.hpp) puts the result into the register. The same step runs again before release, so that what
// became confidential in between does not leave.
#pragma once

#include "base/problem.hpp"
#include "base/sealing.hpp"
#include "domain/publication.hpp"
#include "publication/leak_scan.hpp"
#include "publication/public_records.hpp"

#include <string>
#include <vector>

namespace rapporteur::publication {

// A file that goes out with an object: a rendered report. Made by the report room, given by the caller.
struct Attachment {
    std::string object;  // peer/XAA-2/report/final
    std::string name;    // final.en.pdf
    std::string media_type;
    std::string bytes;
};

struct FreezeRequest {
    domain::EvaluationId evaluation;
    std::vector<std::string>
        only;  // objects; empty: all that may be public and was not released as it is now
    std::vector<Attachment> files;
    const base::KeyPair* key = nullptr;  // opens notes and places for the leak scan
};

// kind is the record's, or "file"; a record has no name.
struct FrozenItem {
    domain::PublicationItem item;
    std::string bytes;
};

// A figure that stays in the register.
struct HiddenCell {
    std::string object;  // reply or statistics
    std::string place;   // "stat.identified year=2015 sexage=b"
    std::string why;     // small, complementary
};

struct Frozen {
    std::string title;
    std::vector<FrozenItem> items;
    std::vector<HiddenCell> hidden;
    std::vector<WithheldClaim> withheld;
    std::size_t texts_looked_for = 0;
};

// base::InvalidInput for prose that can not be printed; Error(refused) for objects that may not be public, where nothing
// is new, and as check_for_leaks().
Frozen freeze(const store::Register& where, const FreezeRequest& request);

// Looks in the items for what is confidential now; gives how many texts it looked for. Error(forbidden) where sealed
// notes or places could not be opened, so that they can not be looked for; Error(refused) for a leak, and for a file
// whose words can not be read.
std::size_t check_for_leaks(const Material& material, const Selection& selection,
                            const std::vector<FrozenItem>& items);

// Which of the items' objects may not be public at this point.
std::vector<std::string> not_allowed(const Material& material, const Selection& selection,
                                     const std::vector<FrozenItem>& items);

}  // namespace rapporteur::publication
