// SPDX-License-Identifier: EUPL-1.2
// What time it is. SOURCE_DATE_EPOCH (seconds since 1970, reproducible-builds.org) stops the clock when it is
// set, so that a run can be repeated byte for byte. Rules never call this: they are given a Date (domain/ has
// no clock).
#pragma once

#include "base/date.hpp"

namespace rapporteur::base {

// Error(usage) when SOURCE_DATE_EPOCH is set but is not a number in range.
Instant now();
Date today();  // of now(), in UTC

}  // namespace rapporteur::base
