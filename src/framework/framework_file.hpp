// SPDX-License-Identifier: EUPL-1.2
//
// framework.xml in and out. Reading refuses what the form does not name and what breaks a rule of framework_check.hpp, with
// lines; writing gives the canonical form, in which comments are not kept. Opens no files. Called by load, by `framework check` and by tests.
#pragma once

#include "base/problem.hpp"
#include "domain/framework.hpp"

#include <string>
#include <string_view>

namespace rapporteur::framework {

// Every fault becomes a problem, those against the rules beside those of form, as far as the file could be read; the framework is complete only where no error was added.
domain::Framework read_framework(std::string_view bytes, const std::string& file, base::Problems& problems);

std::string write_framework(const domain::Framework& framework);

}  // namespace rapporteur::framework
