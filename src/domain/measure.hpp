// SPDX-License-Identifier: EUPL-1.2
//
// A measure: what a state does about one or more recommendations (a row of its action plan): activity, bodies that are responsible in a
// period, deadlines, indicator, funding, status, evidence.
#pragma once

#include "base/date.hpp"
#include "base/names.hpp"
#include "domain/finding.hpp"
#include "domain/identifiers.hpp"
#include "domain/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rapporteur::domain {

enum class MeasureRole { responsible, partner };
enum class MeasureStatus { planned, under_way, done, dropped };

// Bodies change over time: each has the period in which it held the measure.
struct MeasureBody {
    BodyId body;
    MeasureRole role = MeasureRole::responsible;
    std::optional<base::Date> from;
    std::optional<base::Date> until;
    bool operator==(const MeasureBody&) const = default;
};

struct IndicatorValue {
    base::Date date;
    std::string value;
    std::string note;
    bool operator==(const IndicatorValue&) const = default;
};

struct Measure {
    MeasureId id;
    MeasureStatus status = MeasureStatus::planned;
    std::optional<base::Date> start;
    std::optional<base::Date> due;
    std::optional<base::Date> done;
    std::string region;
    std::string cost;     // with currency
    std::string funding;  // source of the money
    std::string indicator;
    std::string baseline;
    std::string target;
    Texts activity;
    std::vector<MeasureBody> bodies;
    std::vector<IndicatorValue> values;
    std::vector<Reference> recommendations;  // with ".b" for a limb
    std::vector<Evidence> evidence;
    bool operator==(const Measure&) const = default;
};

}  // namespace rapporteur::domain

template <>
struct rapporteur::base::Names<rapporteur::domain::MeasureRole> {
    using R = rapporteur::domain::MeasureRole;
    static constexpr std::array<Name<R>, 2> k_names{
        {{R::responsible, "responsible"}, {R::partner, "partner"}}};
};
template <>
struct rapporteur::base::Names<rapporteur::domain::MeasureStatus> {
    using S = rapporteur::domain::MeasureStatus;
    static constexpr std::array<Name<S>, 4> k_names{
        {{S::planned, "planned"}, {S::under_way, "under-way"}, {S::done, "done"}, {S::dropped, "dropped"}}};
};
