// SPDX-License-Identifier: EUPL-1.2
#include "store/frozen.hpp"

#include "base/clock.hpp"
#include "sqlite/values.hpp"
#include "store/dossiers.hpp"
#include "store/evaluations.hpp"
#include "store/lists.hpp"
#include "store/replies.hpp"
#include "store/visits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace rapporteur::store {

using namespace domain;
using sqlite::with;

namespace {

constexpr std::string_view k_no_change = "does not change any more";

std::set<std::string> released_objects(sqlite::Database& db) {
    std::set<std::string> objects;
    sqlite::each(
        db,
        "SELECT DISTINCT i.object FROM publication_item AS i JOIN publication AS p ON p.id = i.publication WHERE p.released_at IS NOT NULL",
        with(), [&](sqlite::Row row) { objects.insert(row.value<std::string>(0)); });
    return objects;
}

class Comparison {
public:
    Comparison(const Register& where, const Dossier& before, const Dossier& after)
        : m_db(where.database()), m_before(before), m_after(after), m_released(released_objects(m_db)) {
        for (const Report& report : before.reports) {
            if (report.status == ReportStatus::adopted) {
                m_adopted.insert(std::string(base::name_of(report.kind)));
                for (const Chapter& chapter : report.chapters) {
                    for (const ReportItem& item : chapter.items) {
                        m_adopted_keys.insert(item.key);
                    }
                }
            }
        }
        m_adopted_keys.erase("");
    }

    Difference all() {
        evaluation();
        exchange();
        visit();
        report();
        recommendations();
        others();
        return std::move(m_difference);
    }

private:
    // Every record of `before` that `after` has not, or has otherwise. rule(record, now) says why it may not change, or, with now
    // null, not go: "was adopted"; "" where it may.
    template <class T, class Identity, class Rule>
    void each(const std::vector<T>& before, const std::vector<T>& after, Identity identity, Rule rule) {
        std::map<std::string, const T*> now;
        for (const T& record : after) {
            now.emplace(identity(record), &record);
        }
        for (const T& record : before) {
            const std::string name = identity(record);
            const auto found = now.find(name);
            const T* const same = found == now.end() ? nullptr : found->second;
            if (same != nullptr && *same == record) {
                continue;
            }
            std::string why = rule(record, same);
            if (same == nullptr && why.empty() && m_released.count(name) != 0) {
                why = "was released";
            }
            if (!why.empty()) {
                frozen(name, why, same == nullptr ? "can not be removed" : k_no_change);
            } else if (same == nullptr) {
                m_difference.removed.push_back(name);
            }
        }
    }
    template <class T, class Rule>
    void each(const std::vector<T>& before, const std::vector<T>& after, Rule rule) {
        each(
            before, after, [](const T& record) { return record.id.text(); }, rule);
    }
    // Of a kind that changes freely.
    template <class T>
    void each(const std::vector<T>& before, const std::vector<T>& after) {
        each(before, after, [](const T&, const T*) { return std::string(); });
    }

    void frozen(const std::string& name, std::string_view why, std::string_view consequence) {
        m_difference.frozen.push_back(fmt::format("{} {} and {}", name, why, consequence));
    }

    std::string scope(std::string_view local) const {
        return fmt::format("{}/{}", m_before.evaluation.id.text(), local);
    }
    // The evaluation's final report is.
    std::string evaluation_adopted() const {
        return m_adopted.count("final") != 0 ? "belongs to an adopted evaluation" : "";
    }

    // --- The kinds -----------------------------------------------------------------------------------------------------------

    void evaluation() {
        const Evaluation& before = m_before.evaluation;
        const Evaluation& after = m_after.evaluation;
        if (!same_head(before, after) && !evaluation_adopted().empty()) {
            frozen(before.id.text(), "was adopted",
                   "its title, round, subject and dates do not change any more");
        }
        if (!continues(before.stages, after.stages)) {
            frozen(before.id.text(), "has a stage log that is only ever added to", k_no_change);
        }
        const auto assignment = [&](const Assignment& one) { return scope(assignment_name(one)); };
        each(before.assignments, after.assignments, assignment,
             [](const Assignment& was, const Assignment* now) -> std::string {
                 if (now == nullptr) {
                     return was.role == EvaluationRole::recused ? "is a recusal, which may end with until"
                                                                : "";
                 }
                 Assignment ended = was;
                 ended.until = now->until;
                 return !was.until && ended == *now ? "" : "is a dated fact, which may only end with until";
             });
        each(
            before.aliases, after.aliases,
            [](const Alias& one) {
                return fmt::format("{} {} \"{}\"", one.of.text(), one.scheme, one.value);
            },
            [this](const Alias&, const Alias*) { return evaluation_adopted(); });
        each(before.persons, after.persons);
        each(before.bodies, after.bodies);
        each(before.sources, after.sources);
    }

    void exchange() {
        const base::Date today = base::today();
        each(m_before.issues, m_after.issues, [&](const Issue& was, const Issue*) {
            return was.sent <= today ? fmt::format("was sent on {}", was.sent.text()) : std::string();
        });
        each(m_before.replies, m_after.replies, [](const Reply& was, const Reply* now) -> std::string {
            if (now != nullptr) {
                return why_frozen(was, *now);
            }
            return was.status != ReplyStatus::draft || was.version > 1 ? "was submitted" : "";
        });
        each(m_before.requests, m_after.requests, [](const Request& was, const Request*) {
            return was.answered ? fmt::format("was answered on {}", was.answered->text()) : std::string();
        });
    }

    void visit() {
        if (m_before.visit) {
            Visit after = m_after.visit.value_or(Visit{});
            for (Site& site : after.sites) {
                site.exact_place.clear();
            }
            const std::string name = scope("visit");
            if (!(after == *m_before.visit) && !evaluation_adopted().empty()) {
                frozen(name, evaluation_adopted(), m_after.visit ? k_no_change : "can not be removed");
                return;
            }
            if (!m_after.visit) {
                m_difference.removed.push_back(name);
            }
            each(m_before.visit->sites, after.sites);
            each(m_before.visit->meetings, after.meetings);
        }
        if (!m_after.notes.empty()) {
            each(m_before.notes, m_after.notes);
        }
    }

    void report() {
        each(m_before.findings, m_after.findings, [this](const Finding& was, const Finding*) -> std::string {
            for (const std::string& key : was.paragraphs) {
                if (m_adopted_keys.count(key) != 0) {
                    return "is stated in an adopted report";
                }
            }
            return "";
        });
        each(m_before.reports, m_after.reports, [](const Report& was, const Report*) -> std::string {
            return was.status == ReportStatus::adopted ? "was adopted" : "";
        });
        each(m_before.comments, m_after.comments,
             [this](const Comment& was, const Comment* now) { return comment(was, now); });
    }

    std::string comment(const Comment& was, const Comment* now) const {
        const bool adopted = m_adopted.count("final") != 0 || m_adopted.count(was.report) != 0;
        if (now == nullptr) {
            return adopted ? "belongs to an adopted report" : "";
        }
        Comment answered = was;
        answered.outcome = now->outcome;
        answered.responded = now->responded;
        answered.response = now->response;
        if (!(answered == *now)) {
            return "is its sender's text";
        }
        return adopted && was.outcome != ResponseOutcome::open ? "has a response, its report was adopted"
                                                               : "";
    }

    // A text that stands in an adopted report, that has a date of its own, or that is public.
    std::string adopted(const RecommendationId& id) const {
        int count = 0;
        sqlite::first(
            m_db,
            "SELECT (SELECT count(*) FROM recommendation WHERE id = ?1 AND date IS NOT NULL) + (SELECT count(*) FROM recommendation AS c JOIN "
            "report AS r ON r.evaluation = c.evaluation AND r.status = 'adopted' JOIN report_item AS i ON i.report = r.id AND i.key = c.paragraph "
            "WHERE c.id = ?1 AND c.paragraph <> '')",
            with(id), count);
        return count != 0 ? "was adopted" : m_released.count(id.text()) != 0 ? "was released" : "";
    }

    void recommendations() {
        const RecommendationList& before = m_before.recommendations;
        const RecommendationList& after = m_after.recommendations;
        each(before.recommendations, after.recommendations,
             [this](const Recommendation& was, const Recommendation* now) {
                 return recommendation(was, now);
             });
        if (!continues(before.assessments, after.assessments)) {
            frozen(scope("assessments"), "are only ever added to", "neither change nor go");
        }
        each(before.claims, after.claims, [](const Claim& was, const Claim* now) -> std::string {
            return now == nullptr ? "" : fmt::format("says what was claimed on {}", was.date);
        });
        each(before.committee, after.committee,
             [](const CommitteeRecommendation& was, const CommitteeRecommendation*) {
                 return fmt::format("was adopted on {}", was.date.text());
             });
    }

    std::string recommendation(const Recommendation& was, const Recommendation* now) {
        const std::string why = adopted(was.id);
        if (why.empty() || now == nullptr) {
            return why;
        }
        // Themes, groups, asks, the state's position, sources and new links are work on the text, not the text.
        Recommendation text = *now;
        text.themes = was.themes;
        text.groups = was.groups;
        text.asks = was.asks;
        text.position = was.position;
        text.sources = was.sources;
        text.links = was.links;
        if (!(text == was)) {
            return why;
        }
        for (const Link& link : was.links) {
            if (std::find(now->links.begin(), now->links.end(), link) == now->links.end() &&
                !adopted(link.to).empty()) {
                return fmt::format("continues {}, which was adopted like it,", link.to.text());
            }
        }
        return "";
    }

    void others() {
        each(m_before.measures, m_after.measures);
        const std::string statistics = scope("statistics");
        const bool released = m_released.count(statistics) != 0;
        each(
            m_before.statistics, m_after.statistics,
            [&](const Observation& o) {
                return fmt::format("{}/{} {}{}{}", statistics, o.indicator, o.year, o.dims.empty() ? "" : " ",
                                   base::join(o.dims, " "));
            },
            [&](const Observation&, const Observation*) {
                return std::string(released ? "was released" : "");
            });
    }

    sqlite::Database& m_db;
    const Dossier& m_before;
    const Dossier& m_after;
    std::set<std::string> m_released;
    std::set<std::string> m_adopted;       // kinds of report
    std::set<std::string> m_adopted_keys;  // of paragraphs
    Difference m_difference;
};

}  // namespace

Difference difference_of(const Register& where, const Dossier& dossier) {
    if (!find_timeline(where, dossier.evaluation.id)) {
        return {};
    }
    Dossier before = read_dossier(where, dossier.evaluation.id, nullptr);
    // A note's number is not sealed; nothing more is needed to see that one would go.
    before.notes = list_notes(where, dossier.evaluation.id);
    return Comparison(where, before, dossier).all();
}

void add_difference(Difference& to, Difference more) {
    to.frozen.insert(to.frozen.end(), more.frozen.begin(), more.frozen.end());
    to.removed.insert(to.removed.end(), more.removed.begin(), more.removed.end());
}

void refuse_difference(const Difference& difference, Removal removal) {
    std::vector<std::string> lines = difference.frozen;
    std::string help = difference.frozen.empty()
                           ? ""
                           : "what is frozen stays as the register has it; see rapporteur help load";
    if (removal == Removal::refused && !difference.removed.empty()) {
        for (const std::string& name : difference.removed) {
            lines.push_back(name + " is in the register and not in the files");
        }
        help = "add what is missing (rapporteur dump writes it)";
        help += difference.frozen.empty() ? ", or take it out of the register with --remove" : "";
    }
    if (lines.empty()) {
        return;
    }
    if (lines.size() == 1) {
        throw base::Error(base::ErrorKind::conflict, "nothing was loaded: " + lines.front()).help(help);
    }
    throw base::Error(base::ErrorKind::conflict,
                      fmt::format("nothing was loaded: {} records may not change or go so", lines.size()))
        .because("\n    " + base::join(lines, "\n    "))
        .help(help);
}

}  // namespace rapporteur::store
