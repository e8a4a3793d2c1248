// SPDX-License-Identifier: EUPL-1.2
#include "store/frameworks.hpp"

#include "sqlite/values.hpp"
#include "store/framework_imports.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

namespace rapporteur::store {

using namespace domain;
using sqlite::each;
using sqlite::Row;
using sqlite::run;
using sqlite::with;

namespace {

// The owner of a framework's texts; apart from evaluations' identifiers, which begin with the framework's too.
std::string owner(const FrameworkId& framework, std::string_view kind, std::string_view id) {
    return fmt::format("framework:{}/{}/{}", framework.text(), kind, id);
}
std::string root(const FrameworkId& framework) {
    return "framework:" + framework.text();
}

void read_words(sqlite::Database& db, Framework& f) {
    each(db, "SELECT code, role FROM framework_language WHERE framework = ?1 ORDER BY position", with(f.id),
         [&](Row row) {
             auto& x = f.languages.emplace_back();
             row.read(x.code, x.role);
         });
    each(db, "SELECT id FROM monitoring_body WHERE framework = ?1 ORDER BY position", with(f.id),
         [&](Row row) {
             auto& x = f.bodies.emplace_back();
             row.read(x.id);
             x.name = texts_of(db, owner(f.id, "body", x.id), "name");
         });
    each(db, "SELECT id FROM respondent_kind WHERE framework = ?1 ORDER BY position", with(f.id),
         [&](Row row) {
             auto& x = f.respondents.emplace_back();
             row.read(x.id);
             x.name = texts_of(db, owner(f.id, "respondent", x.id), "name");
         });
    each(db, "SELECT id, parent, label FROM provision WHERE framework = ?1 ORDER BY position", with(f.id),
         [&](Row row) {
             auto& x = f.provisions.emplace_back();
             row.read(x.id, x.parent, x.label);
             x.title = texts_of(db, owner(f.id, "provision", x.id), "title");
         });
    each(db, "SELECT id FROM theme WHERE framework = ?1 ORDER BY position", with(f.id), [&](Row row) {
        auto& x = f.themes.emplace_back();
        row.read(x.id);
        x.name = texts_of(db, owner(f.id, "theme", x.id), "name");
    });
    each(db, "SELECT id, rank FROM verb WHERE framework = ?1 ORDER BY position", with(f.id), [&](Row row) {
        auto& x = f.verbs.emplace_back();
        row.read(x.id, x.rank);
        x.name = texts_of(db, owner(f.id, "verb", x.id), "name");
        x.meaning = texts_of(db, owner(f.id, "verb", x.id), "meaning");
        each(
            db,
            "SELECT language, repeated, pattern FROM verb_pattern WHERE framework = ?1 AND verb = ?2 ORDER BY position",
            with(f.id, x.id), [&](Row inner) {
                auto& p = x.patterns.emplace_back();
                inner.read(p.language, p.repeated, p.pattern);
            });
    });
    each(db, "SELECT id, used_for FROM scale WHERE framework = ?1 ORDER BY position", with(f.id),
         [&](Row row) {
             auto& x = f.scales.emplace_back();
             row.read(x.id, x.used_for);
             x.name = texts_of(db, owner(f.id, "scale", x.id), "name");
             each(db,
                  "SELECT id, rank FROM scale_value WHERE framework = ?1 AND scale = ?2 ORDER BY position",
                  with(f.id, x.id), [&](Row inner) {
                      auto& v = x.values.emplace_back();
                      inner.read(v.id, v.rank);
                      v.name = texts_of(db, owner(f.id, "scale", x.id + "/" + v.id), "name");
                  });
         });
}

void read_procedure(sqlite::Database& db, Framework& f) {
    each(db, "SELECT id, actor, follows, within, optional FROM stage WHERE framework = ?1 ORDER BY position",
         with(f.id), [&](Row row) {
             auto& x = f.stages.emplace_back();
             row.read(x.id, x.actor, x.after, x.within, x.optional);
             x.name = texts_of(db, owner(f.id, "stage", x.id), "name");
         });
    each(db, "SELECT id FROM document_type WHERE framework = ?1 ORDER BY position", with(f.id), [&](Row row) {
        auto& x = f.documents.emplace_back();
        row.read(x.id);
        x.name = texts_of(db, owner(f.id, "document", x.id), "name");
        each(
            db,
            "SELECT from_stage, visibility, needs_consent FROM visibility_rule WHERE framework = ?1 AND document_type = ?2 ORDER BY position",
            with(f.id, x.id), [&](Row inner) {
                auto& v = x.visibility.emplace_back();
                inner.read(v.from_stage, v.visibility, v.needs_consent);
            });
    });
    each(db, "SELECT id, given_by FROM recommendation_kind WHERE framework = ?1 ORDER BY position",
         with(f.id), [&](Row row) {
             auto& x = f.kinds.emplace_back();
             row.read(x.id, x.by);
             x.name = texts_of(db, owner(f.id, "kind", x.id), "name");
         });
    each(db, "SELECT id, value, source, confirmed FROM rule WHERE framework = ?1 ORDER BY position",
         with(f.id), [&](Row row) {
             auto& x = f.rules.emplace_back();
             row.read(x.id, x.value, x.source, x.confirmed);
         });
    each(db, "SELECT id, unit FROM indicator WHERE framework = ?1 ORDER BY position", with(f.id),
         [&](Row row) {
             auto& x = f.indicators.emplace_back();
             row.read(x.id, x.unit);
             x.name = texts_of(db, owner(f.id, "indicator", x.id), "name");
             x.counting_rule = texts_of(db, owner(f.id, "indicator", x.id), "counting-rule");
         });
}

void read_rounds(sqlite::Database& db, Framework& f) {
    each(
        db,
        "SELECT id, number, launched, provisions, questionnaire FROM round WHERE framework = ?1 ORDER BY position",
        with(f.id), [&](Row row) {
            auto& x = f.rounds.emplace_back();
            row.read(x.id, x.number, x.launched, x.provisions, x.questionnaire);
            x.name = texts_of(db, owner(f.id, "round", x.id), "name");
            x.theme = texts_of(db, owner(f.id, "round", x.id), "theme");
            each(
                db,
                "SELECT id, parent, kind, label, provisions FROM outline_section WHERE framework = ?1 AND round = ?2 ORDER BY position",
                with(f.id, x.id), [&](Row inner) {
                    auto& s = x.outline.emplace_back();
                    inner.read(s.id, s.parent, s.kind, s.label, s.provisions);
                    s.title = texts_of(db, owner(f.id, "round", x.id + "/" + s.id), "title");
                });
        });
    each(
        db, "SELECT code, kind, invented, since FROM subject WHERE framework = ?1 ORDER BY position",
        with(f.id), [&](Row row) {
            auto& x = f.subjects.emplace_back();
            row.read(x.code, x.kind, x.invented, x.since);
            each(
                db,
                "SELECT position, starts FROM subject_name WHERE framework = ?1 AND subject = ?2 ORDER BY position",
                with(f.id, x.code), [&](Row inner) {
                    int position = 0;
                    auto& n = x.names.emplace_back();
                    inner.read(position, n.from);
                    n.name = texts_of(
                        db, owner(f.id, "subject", fmt::format("{}/{}", x.code.text(), position)), "name");
                });
        });
}

void remove(sqlite::Database& db, const FrameworkId& id) {
    remove_imports(db, id);
    run(db, "DELETE FROM subject_name WHERE framework = ?1", id);
    run(db, "DELETE FROM subject WHERE framework = ?1", id);
    run(db, "DELETE FROM outline_section WHERE framework = ?1", id);
    run(db, "DELETE FROM round WHERE framework = ?1", id);
    run(db, "DELETE FROM indicator WHERE framework = ?1", id);
    run(db, "DELETE FROM rule WHERE framework = ?1", id);
    run(db, "DELETE FROM recommendation_kind WHERE framework = ?1", id);
    run(db, "DELETE FROM visibility_rule WHERE framework = ?1", id);
    run(db, "DELETE FROM document_type WHERE framework = ?1", id);
    run(db, "DELETE FROM stage WHERE framework = ?1", id);
    run(db, "DELETE FROM scale_value WHERE framework = ?1", id);
    run(db, "DELETE FROM scale WHERE framework = ?1", id);
    run(db, "DELETE FROM verb_pattern WHERE framework = ?1", id);
    run(db, "DELETE FROM verb WHERE framework = ?1", id);
    run(db, "DELETE FROM theme WHERE framework = ?1", id);
    run(db, "DELETE FROM provision WHERE framework = ?1", id);
    run(db, "DELETE FROM respondent_kind WHERE framework = ?1", id);
    run(db, "DELETE FROM monitoring_body WHERE framework = ?1", id);
    run(db, "DELETE FROM framework_language WHERE framework = ?1", id);
    run(db, "DELETE FROM framework WHERE id = ?1", id);
    remove_texts(db, root(id));
    remove_texts_below(db, root(id));
}

void insert_words(sqlite::Database& db, const Framework& f) {
    int n = 0;
    for (const auto& x : f.languages) {
        run(db, "INSERT INTO framework_language (framework, position, code, role) VALUES (?1, ?2, ?3, ?4)",
            f.id, n++, x.code, x.role);
    }
    for (const auto& x : f.bodies) {
        run(db, "INSERT INTO monitoring_body (framework, position, id) VALUES (?1, ?2, ?3)", f.id, n++, x.id);
        insert_texts(db, owner(f.id, "body", x.id), "name", x.name);
    }
    for (const auto& x : f.respondents) {
        run(db, "INSERT INTO respondent_kind (framework, position, id) VALUES (?1, ?2, ?3)", f.id, n++, x.id);
        insert_texts(db, owner(f.id, "respondent", x.id), "name", x.name);
    }
    for (const auto& x : f.provisions) {
        run(db, "INSERT INTO provision (framework, position, id, parent, label) VALUES (?1, ?2, ?3, ?4, ?5)",
            f.id, n++, x.id, x.parent, x.label);
        insert_texts(db, owner(f.id, "provision", x.id), "title", x.title);
    }
    for (const auto& x : f.themes) {
        run(db, "INSERT INTO theme (framework, position, id) VALUES (?1, ?2, ?3)", f.id, n++, x.id);
        insert_texts(db, owner(f.id, "theme", x.id), "name", x.name);
    }
    for (const auto& x : f.verbs) {
        run(db, "INSERT INTO verb (framework, position, id, rank) VALUES (?1, ?2, ?3, ?4)", f.id, n++, x.id,
            x.rank);
        insert_texts(db, owner(f.id, "verb", x.id), "name", x.name);
        insert_texts(db, owner(f.id, "verb", x.id), "meaning", x.meaning);
        for (const auto& p : x.patterns) {
            run(db,
                "INSERT INTO verb_pattern (framework, verb, position, language, repeated, pattern) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                f.id, x.id, n++, p.language, p.repeated, p.pattern);
        }
    }
    for (const auto& x : f.scales) {
        run(db, "INSERT INTO scale (framework, position, id, used_for) VALUES (?1, ?2, ?3, ?4)", f.id, n++,
            x.id, x.used_for);
        insert_texts(db, owner(f.id, "scale", x.id), "name", x.name);
        for (const auto& v : x.values) {
            run(db,
                "INSERT INTO scale_value (framework, scale, position, id, rank) VALUES (?1, ?2, ?3, ?4, ?5)",
                f.id, x.id, n++, v.id, v.rank);
            insert_texts(db, owner(f.id, "scale", x.id + "/" + v.id), "name", v.name);
        }
    }
}

void insert_procedure(sqlite::Database& db, const Framework& f) {
    int n = 0;
    for (const auto& x : f.stages) {
        run(db,
            "INSERT INTO stage (framework, position, id, actor, follows, within, optional) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            f.id, n++, x.id, x.actor, x.after, x.within, x.optional);
        insert_texts(db, owner(f.id, "stage", x.id), "name", x.name);
    }
    for (const auto& x : f.documents) {
        run(db, "INSERT INTO document_type (framework, position, id) VALUES (?1, ?2, ?3)", f.id, n++, x.id);
        insert_texts(db, owner(f.id, "document", x.id), "name", x.name);
        for (const auto& v : x.visibility) {
            run(db,
                "INSERT INTO visibility_rule (framework, document_type, position, from_stage, visibility, needs_consent) "
                "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                f.id, x.id, n++, v.from_stage, v.visibility, v.needs_consent);
        }
    }
    for (const auto& x : f.kinds) {
        run(db, "INSERT INTO recommendation_kind (framework, position, id, given_by) VALUES (?1, ?2, ?3, ?4)",
            f.id, n++, x.id, x.by);
        insert_texts(db, owner(f.id, "kind", x.id), "name", x.name);
    }
    for (const auto& x : f.rules) {
        run(db,
            "INSERT INTO rule (framework, position, id, value, source, confirmed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            f.id, n++, x.id, x.value, x.source, x.confirmed);
    }
    for (const auto& x : f.indicators) {
        run(db, "INSERT INTO indicator (framework, position, id, unit) VALUES (?1, ?2, ?3, ?4)", f.id, n++,
            x.id, x.unit);
        insert_texts(db, owner(f.id, "indicator", x.id), "name", x.name);
        insert_texts(db, owner(f.id, "indicator", x.id), "counting-rule", x.counting_rule);
    }
}

void insert_rounds(sqlite::Database& db, const Framework& f) {
    int n = 0;
    for (const auto& x : f.rounds) {
        run(db,
            "INSERT INTO round (framework, position, id, number, launched, provisions, questionnaire) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            f.id, n++, x.id, x.number, x.launched, x.provisions, x.questionnaire);
        insert_texts(db, owner(f.id, "round", x.id), "name", x.name);
        insert_texts(db, owner(f.id, "round", x.id), "theme", x.theme);
        for (const auto& s : x.outline) {
            run(db,
                "INSERT INTO outline_section (framework, round, position, id, parent, kind, label, provisions) "
                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                f.id, x.id, n++, s.id, s.parent, s.kind, s.label, s.provisions);
            insert_texts(db, owner(f.id, "round", x.id + "/" + s.id), "title", s.title);
        }
    }
    for (const auto& x : f.subjects) {
        run(db,
            "INSERT INTO subject (framework, position, code, kind, invented, since) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            f.id, n++, x.code, x.kind, x.invented, x.since);
        int position = 0;
        for (const auto& name : x.names) {
            run(db, "INSERT INTO subject_name (framework, subject, position, starts) VALUES (?1, ?2, ?3, ?4)",
                f.id, x.code, position, name.from);
            insert_texts(db, owner(f.id, "subject", fmt::format("{}/{}", x.code.text(), position++)), "name",
                         name.name);
        }
    }
}

}  // namespace

std::optional<Framework> find_framework(const Register& where, const FrameworkId& id) {
    sqlite::Database& db = where.database();
    Framework f;
    f.id = id;
    if (!sqlite::first(db, "SELECT version, instrument FROM framework WHERE id = ?1", with(id), f.version,
                       f.instrument)) {
        return std::nullopt;
    }
    f.name = texts_of(db, root(id), "name");
    read_words(db, f);
    read_procedure(db, f);
    read_rounds(db, f);
    read_imports(db, f);
    return f;
}

Framework need_framework(const Register& where, const FrameworkId& id) {
    std::optional<Framework> framework = find_framework(where, id);
    if (!framework) {
        std::vector<std::string> known;
        for (const FrameworkId& other : list_frameworks(where)) {
            known.push_back(other.text());
        }
        throw base::Error(base::ErrorKind::not_found,
                          fmt::format("the register has no framework {}", id.text()))
            .help(known.empty() ? "load one: rapporteur load questionnaires/<framework>/framework.xml"
                                : "it has " + base::join(known, ", "));
    }
    return std::move(*framework);
}

std::vector<FrameworkId> list_frameworks(const Register& where) {
    std::vector<FrameworkId> ids;
    each(where.database(), "SELECT id FROM framework ORDER BY id", with(),
         [&](Row row) { row.read(ids.emplace_back()); });
    return ids;
}

PutResult put_framework(Change& change, const Framework& framework) {
    sqlite::Database& db = change.database();
    const std::optional<Framework> before = find_framework(change.where(), framework.id);
    if (before == framework) {
        return PutResult::unchanged;
    }
    if (before) {
        remove(db, framework.id);
    }
    run(db, "INSERT INTO framework (id, version, instrument) VALUES (?1, ?2, ?3)", framework.id,
        framework.version, framework.instrument);
    insert_texts(db, root(framework.id), "name", framework.name);
    insert_words(db, framework);
    insert_procedure(db, framework);
    insert_rounds(db, framework);
    insert_imports(db, framework);
    return before ? PutResult::changed : PutResult::added;
}

}  // namespace rapporteur::store
