// SPDX-License-Identifier: EUPL-1.2
#include "store/questionnaires.hpp"

#include "sqlite/values.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

namespace rapporteur::store {

using namespace domain;
using sqlite::each;
using sqlite::Row;
using sqlite::run;
using sqlite::with;

namespace {

std::string owner(const QuestionnaireId& questionnaire, std::string_view kind, std::string_view id) {
    return fmt::format("{}/{}/{}", questionnaire.text(), kind, id);
}

std::vector<Question> read_questions(sqlite::Database& db, const QuestionnaireId& id,
                                     const std::string& section, const std::string& record);

void read_details(sqlite::Database& db, const QuestionnaireId& id, Question& q) {
    each(
        db,
        "SELECT id, axis, codelist, year_from, year_to, is_open, total FROM dimension WHERE questionnaire = ?1 AND question = ?2 ORDER BY position",
        with(id, q.id), [&](Row row) {
            auto& d = q.dimensions.emplace_back();
            row.read(d.id, d.axis, d.codelist, d.from, d.to, d.open, d.total);
        });
    each(
        db,
        "SELECT over_dims, rule, level FROM table_total WHERE questionnaire = ?1 AND question = ?2 ORDER BY position",
        with(id, q.id), [&](Row row) {
            auto& t = q.totals.emplace_back();
            row.read(t.over, t.rule, t.level);
        });
    each(
        db,
        "SELECT position, test, level FROM question_check WHERE questionnaire = ?1 AND question = ?2 ORDER BY position",
        with(id, q.id), [&](Row row) {
            int position = 0;
            auto& c = q.checks.emplace_back();
            row.read(position, c.test, c.level);
            c.message =
                texts_of(db, owner(id, "check", fmt::format("{}/{}", q.id.text(), position)), "message");
        });
    q.text = texts_of(db, owner(id, "q", q.id.text()), "text");
    q.guidance = texts_of(db, owner(id, "q", q.id.text()), "guidance");
}

std::vector<Question> read_questions(sqlite::Database& db, const QuestionnaireId& id,
                                     const std::string& section, const std::string& record) {
    std::vector<Question> questions;
    each(
        db,
        "SELECT id, kind, number, since, provisions, themes, required, respondents, restricted, attachments, condition, no_answers, max_words, "
        "period, partly, explain, codelist, many, other, unit, minimum, maximum, decimals, date_precision, indicator, cell_notes, followup_source, "
        "followup_measures, is_repeated FROM question WHERE questionnaire = ?1 AND section = ?2 AND record = ?3 ORDER BY position",
        with(id, section, record), [&](Row row) {
            Question& q = questions.emplace_back();
            row.read(q.id, q.kind, q.number, q.since, q.provisions, q.themes, q.required, q.respondents,
                     q.restricted, q.attachments, q.when, q.no_answers, q.max_words, q.period, q.partly,
                     q.explain, q.codelist, q.many, q.other, q.unit, q.minimum, q.maximum, q.decimals,
                     q.precision, q.indicator, q.cell_notes, q.followup_source, q.followup_measures,
                     q.repeat);
        });
    for (Question& q : questions) {
        read_details(db, id, q);
        if (q.kind == QuestionKind::record) {
            q.parts = read_questions(db, id, section, q.id.text());
        }
    }
    return questions;
}

std::vector<Section> read_sections(sqlite::Database& db, const QuestionnaireId& id,
                                   const std::string& parent) {
    std::vector<Section> sections;
    each(
        db,
        "SELECT id, number, respondents, condition FROM section WHERE questionnaire = ?1 AND parent = ?2 ORDER BY position",
        with(id, parent), [&](Row row) {
            Section& s = sections.emplace_back();
            row.read(s.id, s.number, s.respondents, s.when);
        });
    for (Section& s : sections) {
        s.title = texts_of(db, owner(id, "section", s.id), "title");
        s.intro = texts_of(db, owner(id, "section", s.id), "intro");
        s.questions = read_questions(db, id, s.id, "");
        each(
            db,
            "SELECT id, kind, question FROM slot WHERE questionnaire = ?1 AND section = ?2 ORDER BY position",
            with(id, s.id), [&](Row row) {
                auto& slot = s.slots.emplace_back();
                row.read(slot.id, slot.kind, slot.question);
            });
        s.sections = read_sections(db, id, s.id);
    }
    return sections;
}

void read_lists(sqlite::Database& db, Questionnaire& q) {
    each(db, "SELECT code, role FROM questionnaire_language WHERE questionnaire = ?1 ORDER BY position",
         with(q.id), [&](Row row) {
             auto& l = q.languages.emplace_back();
             row.read(l.code, l.role);
         });
    each(
        db, "SELECT id, is_open FROM codelist WHERE questionnaire = ?1 ORDER BY position", with(q.id),
        [&](Row row) {
            auto& list = q.codelists.emplace_back();
            row.read(list.id, list.open);
            each(
                db,
                "SELECT value, since, retired FROM codelist_code WHERE questionnaire = ?1 AND codelist = ?2 ORDER BY position",
                with(q.id, list.id), [&](Row inner) {
                    auto& code = list.codes.emplace_back();
                    inner.read(code.value, code.since, code.retired);
                    code.label = texts_of(db, owner(q.id, "code", list.id + "/" + code.value), "label");
                });
        });
    each(
        db, "SELECT from_version FROM migration WHERE questionnaire = ?1 ORDER BY position", with(q.id),
        [&](Row row) {
            auto& m = q.migrations.emplace_back();
            row.read(m.from);
            each(
                db,
                "SELECT act, from_ids, to_ids, substance, codelist FROM migration_step WHERE questionnaire = ?1 AND from_version = ?2 ORDER BY position",
                with(q.id, m.from), [&](Row inner) {
                    auto& s = m.steps.emplace_back();
                    inner.read(s.act, s.from, s.to, s.substance, s.codelist);
                });
        });
}

void remove(sqlite::Database& db, const QuestionnaireId& id) {
    run(db, "DELETE FROM migration_step WHERE questionnaire = ?1", id);
    run(db, "DELETE FROM migration WHERE questionnaire = ?1", id);
    run(db, "DELETE FROM slot WHERE questionnaire = ?1", id);
    run(db, "DELETE FROM question_check WHERE questionnaire = ?1", id);
    run(db, "DELETE FROM table_total WHERE questionnaire = ?1", id);
    run(db, "DELETE FROM dimension WHERE questionnaire = ?1", id);
    run(db, "DELETE FROM question WHERE questionnaire = ?1", id);
    run(db, "DELETE FROM section WHERE questionnaire = ?1", id);
    run(db, "DELETE FROM codelist_code WHERE questionnaire = ?1", id);
    run(db, "DELETE FROM codelist WHERE questionnaire = ?1", id);
    run(db, "DELETE FROM questionnaire_language WHERE questionnaire = ?1", id);
    run(db, "DELETE FROM questionnaire WHERE id = ?1", id);
    remove_texts(db, id.text());
    remove_texts_below(db, id.text());
}

class Writer {
public:
    Writer(sqlite::Database& db, const QuestionnaireId& id) : m_db(db), m_id(id) {}

    void sections(const std::vector<Section>& sections, const std::string& parent) {
        for (const Section& s : sections) {
            run(m_db,
                "INSERT INTO section (questionnaire, position, id, parent, number, respondents, condition) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                m_id, m_position++, s.id, parent, s.number, s.respondents, s.when);
            insert_texts(m_db, owner(m_id, "section", s.id), "title", s.title);
            insert_texts(m_db, owner(m_id, "section", s.id), "intro", s.intro);
            questions(s.questions, s.id, "");
            for (const Slot& slot : s.slots) {
                run(m_db,
                    "INSERT INTO slot (questionnaire, section, position, id, kind, question) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    m_id, s.id, m_position++, slot.id, slot.kind, slot.question);
            }
            this->sections(s.sections, s.id);
        }
    }

private:
    void questions(const std::vector<Question>& questions, const std::string& section,
                   const std::string& record) {
        for (const Question& q : questions) {
            run(m_db,
                "INSERT INTO question (questionnaire, position, id, section, record, kind, number, since, provisions, themes, required, respondents, "
                "restricted, attachments, condition, no_answers, max_words, period, partly, explain, codelist, many, other, unit, minimum, maximum, "
                "decimals, date_precision, indicator, cell_notes, followup_source, followup_measures, is_repeated) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
                "?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33)",
                m_id, m_position++, q.id, section, record, q.kind, q.number, q.since, q.provisions, q.themes,
                q.required, q.respondents, q.restricted, q.attachments, q.when, q.no_answers, q.max_words,
                q.period, q.partly, q.explain, q.codelist, q.many, q.other, q.unit, q.minimum, q.maximum,
                q.decimals, q.precision, q.indicator, q.cell_notes, q.followup_source, q.followup_measures,
                q.repeat);
            details(q);
            this->questions(q.parts, section, q.id.text());
        }
    }

    void details(const Question& q) {
        for (const Dimension& d : q.dimensions) {
            run(m_db,
                "INSERT INTO dimension (questionnaire, question, position, id, axis, codelist, year_from, year_to, is_open, total) "
                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                m_id, q.id, m_position++, d.id, d.axis, d.codelist, d.from, d.to, d.open, d.total);
        }
        for (const TableTotal& t : q.totals) {
            run(m_db,
                "INSERT INTO table_total (questionnaire, question, position, over_dims, rule, level) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                m_id, q.id, m_position++, t.over, t.rule, t.level);
        }
        int number = 0;
        for (const Check& c : q.checks) {
            run(m_db,
                "INSERT INTO question_check (questionnaire, question, position, test, level) VALUES (?1, ?2, ?3, ?4, ?5)",
                m_id, q.id, number, c.test, c.level);
            insert_texts(m_db, owner(m_id, "check", fmt::format("{}/{}", q.id.text(), number++)), "message",
                         c.message);
        }
        insert_texts(m_db, owner(m_id, "q", q.id.text()), "text", q.text);
        insert_texts(m_db, owner(m_id, "q", q.id.text()), "guidance", q.guidance);
    }

    sqlite::Database& m_db;
    const QuestionnaireId& m_id;
    int m_position = 0;
};

void insert_lists(sqlite::Database& db, const Questionnaire& q) {
    int n = 0;
    for (const auto& l : q.languages) {
        run(db,
            "INSERT INTO questionnaire_language (questionnaire, position, code, role) VALUES (?1, ?2, ?3, ?4)",
            q.id, n++, l.code, l.role);
    }
    for (const auto& list : q.codelists) {
        run(db, "INSERT INTO codelist (questionnaire, position, id, is_open) VALUES (?1, ?2, ?3, ?4)", q.id,
            n++, list.id, list.open);
        for (const auto& code : list.codes) {
            run(db,
                "INSERT INTO codelist_code (questionnaire, codelist, position, value, since, retired) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                q.id, list.id, n++, code.value, code.since, code.retired);
            insert_texts(db, owner(q.id, "code", list.id + "/" + code.value), "label", code.label);
        }
    }
    for (const auto& m : q.migrations) {
        run(db, "INSERT INTO migration (questionnaire, position, from_version) VALUES (?1, ?2, ?3)", q.id,
            n++, m.from);
        for (const auto& s : m.steps) {
            run(db,
                "INSERT INTO migration_step (questionnaire, from_version, position, act, from_ids, to_ids, substance, codelist) "
                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                q.id, m.from, n++, s.act, s.from, s.to, s.substance, s.codelist);
        }
    }
}

bool was_issued(sqlite::Database& db, const QuestionnaireId& id) {
    int count = 0;
    sqlite::first(db, "SELECT count(*) FROM issue WHERE questionnaire = ?1", with(id), count);
    return count != 0;
}

}  // namespace

std::optional<Questionnaire> find_questionnaire(const Register& where, const QuestionnaireId& id) {
    sqlite::Database& db = where.database();
    Questionnaire q;
    q.id = id;
    if (!sqlite::first(db, "SELECT status, supersedes, adopted, respondents FROM questionnaire WHERE id = ?1",
                       with(id), q.status, q.supersedes, q.adopted, q.respondents)) {
        return std::nullopt;
    }
    q.title = texts_of(db, id.text(), "title");
    q.intro = texts_of(db, id.text(), "intro");
    read_lists(db, q);
    q.sections = read_sections(db, id, "");
    return q;
}

Questionnaire need_questionnaire(const Register& where, const QuestionnaireId& id) {
    std::optional<Questionnaire> questionnaire = find_questionnaire(where, id);
    if (!questionnaire) {
        std::vector<std::string> known;
        for (const QuestionnaireId& other : list_questionnaires(where)) {
            known.push_back(other.text());
        }
        throw base::Error(base::ErrorKind::not_found,
                          fmt::format("the register has no questionnaire {}", id.text()))
            .help(known.empty() ? "load one: rapporteur load questionnaires/<framework>/"
                                : "it has " + base::join(known, ", "));
    }
    return std::move(*questionnaire);
}

std::vector<QuestionnaireId> list_questionnaires(const Register& where) {
    std::vector<QuestionnaireId> ids;
    each(where.database(), "SELECT id FROM questionnaire ORDER BY id", with(),
         [&](Row row) { row.read(ids.emplace_back()); });
    return ids;
}

PutResult put_questionnaire(Change& change, const Questionnaire& questionnaire) {
    sqlite::Database& db = change.database();
    const std::optional<Questionnaire> before = find_questionnaire(change.where(), questionnaire.id);
    if (before == questionnaire) {
        return PutResult::unchanged;
    }
    if (before && before->status == VersionStatus::adopted && was_issued(db, questionnaire.id)) {
        throw base::Error(base::ErrorKind::conflict,
                          fmt::format("the questionnaire {} was issued and does not change any more",
                                      questionnaire.id.text()))
            .help("give the new text a version of its own, with a migration from this one");
    }
    if (before) {
        remove(db, questionnaire.id);
    }
    run(db,
        "INSERT INTO questionnaire (id, status, supersedes, adopted, respondents) VALUES (?1, ?2, ?3, ?4, ?5)",
        questionnaire.id, questionnaire.status, questionnaire.supersedes, questionnaire.adopted,
        questionnaire.respondents);
    insert_texts(db, questionnaire.id.text(), "title", questionnaire.title);
    insert_texts(db, questionnaire.id.text(), "intro", questionnaire.intro);
    insert_lists(db, questionnaire);
    Writer(db, questionnaire.id).sections(questionnaire.sections, "");
    return before ? PutResult::changed : PutResult::added;
}

}  // namespace rapporteur::store
