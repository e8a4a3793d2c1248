// SPDX-License-Identifier: EUPL-1.2
//
// Issues, replies and requests as XML, in and out. Identifiers in these files are local to their evaluation; `evaluation` is its identifier
// (framework/XAA-2). Reading refuses what the forms do not name; whether a reply fits its questionnaire is reply_check.hpp's. Opens no files.
#pragma once

#include "base/problem.hpp"
#include "base/xml_places.hpp"
#include "domain/reply.hpp"

#include <string>
#include <string_view>

namespace rapporteur::questionnaire {

// Every fault becomes a problem; what is returned is complete only where no error was added.
domain::Issue read_issue(std::string_view bytes, const std::string& file, std::string_view evaluation,
                         base::Problems& problems);
domain::Reply read_reply(std::string_view bytes, const std::string& file, std::string_view evaluation,
                         base::Problems& problems);
domain::Request read_request(std::string_view bytes, const std::string& file, std::string_view evaluation,
                             base::Problems& problems);

std::string write_issue(const domain::Issue& issue);
std::string write_reply(const domain::Reply& reply);
std::string write_request(const domain::Request& request);

// The lines of a reply's answers and exhibits, for check_reply.
base::XmlPlaces reply_places(std::string_view bytes, const std::string& file);

}  // namespace rapporteur::questionnaire
