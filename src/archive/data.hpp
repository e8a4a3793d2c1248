// SPDX-License-Identifier: EUPL-1.2
// Everything public as data: a CSV file and a JSON file for each kind of row, with a Data Package (datapackage.json, version 2) that
// describes them. Each CSV row carries its permanent identifier. RFC 4180 with CRLF is for others to ask; these are LF, UTF-8.
#pragma once

#include "archive/site.hpp"

namespace rapporteur::archive {

// Adds data/*.csv, data/*.json, data/datapackage.json and the page data/index.html.
void add_data(Site& site);

}  // namespace rapporteur::archive
