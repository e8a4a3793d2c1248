// SPDX-License-Identifier: EUPL-1.2
//
// Where evaluations stand at a date: what is waited for, until when, from whom. Reads frameworks, stage logs and assignments, and
// nothing else of a dossier. The rules are domain/stages.hpp's; this brings them the register's rows and names.
// Called by the commands status and evaluation show, and by the portal.
#pragma once

#include "base/date.hpp"
#include "domain/stages.hpp"
#include "store/register.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::procedure {

// A stage that is waited for.
struct AwaitedStage {
    std::string stage;
    std::string name;
    domain::StageState state = domain::StageState::next;  // current, or next: not entered yet
    bool optional = false;
    std::optional<base::Date> entered;
    std::optional<base::Date> due;
    std::optional<int> days_left;  // negative: late
    std::string actor;             // monitoring body or respondent kind
    std::string actor_name;
    std::vector<domain::PersonId>
        persons;            // assigned persons who act for it; read for a single evaluation only
    std::string following;  // the stage that comes after it; empty: none
    std::string following_name;
};

struct EvaluationStatus {
    domain::EvaluationId id;
    domain::SubjectId subject;
    std::string subject_name;
    std::string round_name;
    std::string last_stage;  // settled last; empty: none
    std::string last_stage_name;
    std::optional<base::Date> last_date;
    std::vector<AwaitedStage> awaited;  // empty: concluded
    std::vector<domain::StageStanding> standings;
    domain::Evaluation evaluation;  // without persons, bodies and sources
};

// Reads a framework once, whatever number of evaluations is asked for.
class StatusReader {
public:
    // `language` of names: the first one there is where a text lacks it.
    StatusReader(const store::Register& where, base::Date on, std::string language = "en")
        : m_where(where), m_on(on), m_language(std::move(language)) {}

    // Error(not_found) with the nearest identifier.
    EvaluationStatus of(const domain::EvaluationId& id);
    // Those that were open on the date or before, by framework, subject and round; "" for any.
    std::vector<EvaluationStatus> all(std::string_view framework = "", std::string_view subject = "");

    const domain::Framework& framework(const domain::FrameworkId& id);

private:
    EvaluationStatus status_of(domain::Evaluation evaluation);
    AwaitedStage awaited_stage(const domain::Framework& framework, const EvaluationStatus& status,
                               std::size_t index) const;

    const store::Register& m_where;
    base::Date m_on;
    std::string m_language;
    std::map<domain::FrameworkId, domain::Framework> m_frameworks;
};

// The name of a monitoring body or a respondent kind; the identifier where the framework has none.
std::string actor_name(const domain::Framework& framework, std::string_view actor, std::string_view language);
// What stands in brackets at the end of a name, if it is one word: "Group of Experts (GE)" gives "GE"; else the name.
std::string short_name(std::string_view name);
// The subject's name at that date; the code where the framework has none.
std::string subject_name(const domain::Framework& framework, const domain::SubjectId& subject,
                         std::string_view language, base::Date at);

}  // namespace rapporteur::procedure
