// SPDX-License-Identifier: EUPL-1.2
// The one test binary; the suites are in the folders named after the rooms.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
