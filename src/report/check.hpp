// SPDX-License-Identifier: EUPL-1.2
//
// Everything that is wrong with a report before it is rendered: prose that the reader refuses, references that lead nowhere, evidence that
// is not there or may not be used, verbs that the text does not have, figures that are missing, sections that were not written. Errors
// keep a report from being rendered; warnings and notes do not. Changes nothing. Called by `report check` and by render.
#pragma once

#include "base/problem.hpp"
#include "base/sealing.hpp"
#include "domain/identifiers.hpp"
#include "report/material.hpp"
#include "store/register.hpp"

#include <string_view>

namespace rapporteur::report {

struct ReportFacts {
    int paragraphs = 0;  // numbered, recommendations among them
    int recommendations = 0;
    int without_evidence = 0;  // numbered paragraphs that are no recommendations and cite nothing
    int evidence = 0;
    int tables = 0;
    int charts = 0;
    int footnotes = 0;
    int words = 0;  // of texts, paragraphs and recommendations; footnotes not counted
};

struct CheckedReport {
    base::Problems problems;  // in the order of the report
    ReportFacts facts;
};

// `key` opens the facts of notes; without it (null) their consent is not checked, and a note says so.
CheckedReport check(const store::Register& where, const domain::ReportId& id, std::string_view language = "",
                    const base::KeyPair* key = nullptr);
CheckedReport check(const Material& material, const base::KeyPair* key);

}  // namespace rapporteur::report
