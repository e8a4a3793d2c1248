// SPDX-License-Identifier: EUPL-1.2
// Runs a step of a test in a process of its own that has no rights over files that are protected: tests may run as root, to whom
// no file is. The step gives a number from 0 to 99; one that throws gives 100.
#pragma once

#include <functional>

namespace rapporteur::support {

int as_user_without_rights(const std::function<int()>& step);

}  // namespace rapporteur::support
