// SPDX-License-Identifier: EUPL-1.2
//
// A questionnaire's XML in and out. Reading refuses what the form does not name; the rules that need the framework, or several
// questions at once, are questionnaire_check.hpp's. Opens no files.
#pragma once

#include "base/problem.hpp"
#include "base/xml_places.hpp"
#include "domain/questionnaire.hpp"

#include <string>
#include <string_view>

namespace rapporteur::questionnaire {

// Every fault becomes a problem; the questionnaire is complete only where no error was added.
domain::Questionnaire read_questionnaire(std::string_view bytes, const std::string& file,
                                         base::Problems& problems);

std::string write_questionnaire(const domain::Questionnaire& questionnaire);

// The lines of its questions, sections, codelists and slots, for the checks.
base::XmlPlaces questionnaire_places(std::string_view bytes, const std::string& file);

}  // namespace rapporteur::questionnaire
