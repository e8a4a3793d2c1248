// SPDX-License-Identifier: EUPL-1.2
//
// Fills a leak scanner with what of one evaluation may not leave: replies and answers that are not published, earlier versions and parts of replies, requests,
// notes and exact places (where a key has opened them), interlocutors' codes, e-mail addresses, text that stands in
// drafts alone, comments on drafts with their responses; and with what is public in its own right. It decides nothing
// about what is published: selection.hpp does, and is asked here.
#pragma once

#include "domain/dossier.hpp"
#include "publication/leak_scan.hpp"
#include "publication/selection.hpp"

namespace rapporteur::publication {

LeakScanner scanner_for(const Material& material, const Selection& selection);

}  // namespace rapporteur::publication
