// SPDX-License-Identifier: EUPL-1.2
#include "store/evaluations.hpp"

#include "sqlite/values.hpp"
#include "store/lists.hpp"
#include "store/people.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::store {

using namespace domain;
using sqlite::each;
using sqlite::Row;
using sqlite::run;
using sqlite::with;

namespace {

void read_logs(sqlite::Database& db, Evaluation& e) {
    each(
        db,
        "SELECT stage, act, date, due, by_person, reason FROM stage_event WHERE evaluation = ?1 ORDER BY position",
        with(e.id), [&](Row row) {
            auto& x = e.stages.emplace_back();
            row.read(x.stage, x.act, x.date, x.due, x.by, x.reason);
        });
    each(db, "SELECT scale, value, date FROM rating WHERE evaluation = ?1 ORDER BY position", with(e.id),
         [&](Row row) {
             auto& x = e.ratings.emplace_back();
             row.read(x.scale, x.value, x.date);
         });
    each(db,
         "SELECT person, role, starts, ends, reason FROM assignment WHERE evaluation = ?1 ORDER BY position",
         with(e.id), [&](Row row) {
             auto& x = e.assignments.emplace_back();
             row.read(x.person, x.role, x.from, x.until, x.reason);
         });
    each(db, "SELECT object, scheme, value FROM alias WHERE evaluation = ?1 ORDER BY position", with(e.id),
         [&](Row row) {
             auto& x = e.aliases.emplace_back();
             row.read(x.of, x.scheme, x.value);
         });
}

void read_introduced(const Register& where, Evaluation& e) {
    sqlite::Database& db = where.database();
    each(
        db, "SELECT person FROM evaluation_person WHERE evaluation = ?1 ORDER BY position", with(e.id),
        [&](Row row) { e.persons.push_back(find_person(where, row.value<PersonId>(0)).value_or(Person{})); });
    each(db, "SELECT body FROM evaluation_body WHERE evaluation = ?1 ORDER BY position", with(e.id),
         [&](Row row) { e.bodies.push_back(find_body(where, row.value<BodyId>(0)).value_or(Body{})); });
    each(
        db, "SELECT source FROM evaluation_source WHERE evaluation = ?1 ORDER BY position", with(e.id),
        [&](Row row) { e.sources.push_back(find_source(where, row.value<SourceId>(0)).value_or(Source{})); });
}

void insert_event(sqlite::Database& db, const EvaluationId& id, std::size_t position, const StageEvent& x) {
    run(db,
        "INSERT INTO stage_event (evaluation, position, stage, act, date, due, by_person, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        id, position, x.stage, x.act, x.date, x.due, x.by, x.reason);
}

void put_stages(sqlite::Database& db, const Evaluation& e, const std::vector<StageEvent>& before) {
    if (!continues(before, e.stages)) {
        throw base::Error(base::ErrorKind::conflict,
                          fmt::format("the stage log of {} does not continue the register's", e.id.text()))
            .because("lines of the log are only ever added")
            .help("dump the evaluation and add the new lines at the end");
    }
    for (std::size_t i = before.size(); i < e.stages.size(); ++i) {
        insert_event(db, e.id, i, e.stages[i]);
    }
}

// A changed assignment is one that ended: its other fields are its identity.
void put_assignments(sqlite::Database& db, const Evaluation& e, const std::vector<Assignment>& before) {
    const auto alter = [&](const Assignment& x, int position) {
        run(db,
            "UPDATE assignment SET position = ?5, ends = ?6 WHERE evaluation = ?1 AND person = ?2 AND role = ?3 AND starts IS ?4",
            e.id, x.person, x.role, x.from, position, x.until);
    };
    put_list(
        before, e.assignments, [](const Assignment& x) { return assignment_name(x); },
        [&](const Assignment& x) {
            run(db,
                "DELETE FROM assignment WHERE evaluation = ?1 AND person = ?2 AND role = ?3 AND starts IS ?4",
                e.id, x.person, x.role, x.from);
        },
        [&](const Assignment& x, int position) {
            run(db,
                "INSERT INTO assignment (evaluation, position, person, role, starts, ends, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                e.id, position, x.person, x.role, x.from, x.until, x.reason);
        },
        alter, alter);
}

void put_aliases(sqlite::Database& db, const Evaluation& e) {
    run(db, "DELETE FROM alias WHERE evaluation = ?1", e.id);
    int n = 0;
    for (const Alias& x : e.aliases) {
        run(db, "INSERT INTO alias (evaluation, position, object, scheme, value) VALUES (?1, ?2, ?3, ?4, ?5)",
            e.id, n++, x.of, x.scheme, x.value);
    }
}

void put_ratings(sqlite::Database& db, const Evaluation& e) {
    run(db, "DELETE FROM rating WHERE evaluation = ?1", e.id);
    int n = 0;
    for (const Rating& x : e.ratings) {
        run(db, "INSERT INTO rating (evaluation, position, scale, value, date) VALUES (?1, ?2, ?3, ?4, ?5)",
            e.id, n++, x.scale, x.value, x.date);
    }
}

template <class T>
bool same_identifiers(const std::vector<T>& one, const std::vector<T>& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](const T& a, const T& b) { return a.id == b.id; });
}

// Which persons, bodies and sources it introduces; they themselves are put apart.
void put_introduced(sqlite::Database& db, const Evaluation& e, const Evaluation& before) {
    int n = 0;
    if (!same_identifiers(e.persons, before.persons)) {
        run(db, "DELETE FROM evaluation_person WHERE evaluation = ?1", e.id);
        for (const Person& x : e.persons) {
            run(db, "INSERT INTO evaluation_person (evaluation, position, person) VALUES (?1, ?2, ?3)", e.id,
                n++, x.id);
        }
    }
    if (!same_identifiers(e.bodies, before.bodies)) {
        run(db, "DELETE FROM evaluation_body WHERE evaluation = ?1", e.id);
        for (const Body& x : e.bodies) {
            run(db, "INSERT INTO evaluation_body (evaluation, position, body) VALUES (?1, ?2, ?3)", e.id, n++,
                x.id);
        }
    }
    if (!same_identifiers(e.sources, before.sources)) {
        run(db, "DELETE FROM evaluation_source WHERE evaluation = ?1", e.id);
        for (const Source& x : e.sources) {
            run(db, "INSERT INTO evaluation_source (evaluation, position, source) VALUES (?1, ?2, ?3)", e.id,
                n++, x.id);
        }
    }
}

void put_head(sqlite::Database& db, const Evaluation& e) {
    remove_texts(db, e.id.text());
    run(db, "DELETE FROM evaluation WHERE id = ?1", e.id);
    const std::optional<EvaluationParts> parts = parse_evaluation_id(e.id.text());
    run(db,
        "INSERT INTO evaluation (id, framework, round, subject, track, opened, language, invented) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        e.id, parts ? parts->framework : FrameworkId(), e.round, e.subject, e.track, e.opened, e.language,
        e.invented);
    insert_texts(db, e.id.text(), "title", e.title);
}

}  // namespace

std::string assignment_name(const Assignment& assignment) {
    return fmt::format("{} as {}{}", assignment.person.text(), base::name_of(assignment.role),
                       assignment.from ? " from " + assignment.from->text() : std::string());
}

bool same_head(const Evaluation& one, const Evaluation& other) {
    return one.id == other.id && one.round == other.round && one.subject == other.subject &&
           one.track == other.track && one.opened == other.opened && one.language == other.language &&
           one.invented == other.invented && one.title == other.title;
}

std::optional<Evaluation> find_timeline(const Register& where, const EvaluationId& id) {
    sqlite::Database& db = where.database();
    Evaluation e;
    e.id = id;
    if (!sqlite::first(
            db, "SELECT round, subject, track, opened, language, invented FROM evaluation WHERE id = ?1",
            with(id), e.round, e.subject, e.track, e.opened, e.language, e.invented)) {
        return std::nullopt;
    }
    e.title = texts_of(db, id.text(), "title");
    read_logs(db, e);
    return e;
}

std::optional<Evaluation> find_evaluation(const Register& where, const EvaluationId& id) {
    std::optional<Evaluation> e = find_timeline(where, id);
    if (e) {
        read_introduced(where, *e);
    }
    return e;
}

Evaluation need_evaluation(const Register& where, const EvaluationId& id) {
    std::optional<Evaluation> evaluation = find_evaluation(where, id);
    if (!evaluation) {
        const std::vector<EvaluationId> known = list_evaluations(where);
        std::vector<std::string_view> candidates;
        for (const EvaluationId& other : known) {
            candidates.emplace_back(other.text());
        }
        throw base::Error(base::ErrorKind::not_found,
                          fmt::format("the register has no evaluation {}", id.text()))
            .help(base::did_you_mean(id.text(), candidates,
                                     "see what there is with: rapporteur evaluation list"));
    }
    return std::move(*evaluation);
}

std::vector<EvaluationId> list_evaluations(const Register& where, std::string_view framework,
                                           std::string_view subject) {
    std::vector<EvaluationId> ids;
    each(
        where.database(),
        "SELECT id FROM evaluation WHERE (?1 = '' OR framework = ?1) AND (?2 = '' OR subject = ?2) ORDER BY framework, subject, opened, id",
        with(framework, subject), [&](Row row) { row.read(ids.emplace_back()); });
    return ids;
}

PutResult put_evaluation(Change& change, const Evaluation& e) {
    sqlite::Database& db = change.database();
    bool shared_changed = false;
    for (const Person& person : e.persons) {
        shared_changed |= put_person(change, person) != PutResult::unchanged;
    }
    for (const Body& body : e.bodies) {
        shared_changed |= put_body(change, body) != PutResult::unchanged;
    }
    for (const Source& source : e.sources) {
        shared_changed |= put_source(change, source) != PutResult::unchanged;
    }
    const std::optional<Evaluation> before = find_evaluation(change.where(), e.id);
    if (before == e) {
        return shared_changed ? PutResult::changed : PutResult::unchanged;
    }
    const Evaluation old = before.value_or(Evaluation{});
    if (!same_head(old, e)) {
        put_head(db, e);
    }
    put_stages(db, e, old.stages);
    put_assignments(db, e, old.assignments);
    if (!(old.ratings == e.ratings)) {
        put_ratings(db, e);
    }
    if (!(old.aliases == e.aliases)) {
        put_aliases(db, e);
    }
    put_introduced(db, e, old);
    return before ? PutResult::changed : PutResult::added;
}

void add_stage_event(Change& change, const EvaluationId& evaluation, const StageEvent& event) {
    std::size_t next = 0;
    sqlite::first(change.database(),
                  "SELECT coalesce(max(position) + 1, 0) FROM stage_event WHERE evaluation = ?1",
                  with(evaluation), next);
    insert_event(change.database(), evaluation, next, event);
}

std::vector<Alias> aliases_of(const Register& where, const Reference& object) {
    std::vector<Alias> aliases;
    each(where.database(),
         "SELECT object, scheme, value FROM alias WHERE object = ?1 ORDER BY evaluation, position",
         with(object), [&](Row row) {
             auto& x = aliases.emplace_back();
             row.read(x.of, x.scheme, x.value);
         });
    return aliases;
}

}  // namespace rapporteur::store
