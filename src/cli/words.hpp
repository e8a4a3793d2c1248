// SPDX-License-Identifier: EUPL-1.2
// How the commands say dates, deadlines, consents and reasons in words, and how they take a date as an option: the same everywhere.
// English only; identifiers and JSON keep the stored names.
#pragma once

#include "cli/context.hpp"
#include "domain/evaluation.hpp"
#include "domain/framework.hpp"
#include "domain/questionnaire.hpp"

#include <optional>
#include <string>

namespace rapporteur::cli {

// The option's value as a day; Error(usage) where it is none.
std::optional<base::Date> date_option(const Context& context, const std::string& name);

// Of what is still open: "12 left", "today", "35 late". Of what is settled: "12 early", "in time", "35 late".
std::string days_words(int days_left);
std::string settled_days_words(int days_left);

// "3 answers", "1 answer"; irregular plurals are given.
std::string counted(int number, const std::string& singular, const std::string& plural = "");

// "not collected", "declined"
std::string reason_words(domain::NoAnswer reason);

// Who may see it besides the group and the secretariat: "public", "state and committee", "state under review", "confidential".
std::string visibility_words(domain::Visibility visibility);

}  // namespace rapporteur::cli
