// SPDX-License-Identifier: EUPL-1.2
#include "store/reports.hpp"

#include "base/clock.hpp"
#include "sqlite/values.hpp"
#include "store/lists.hpp"
#include "store/texts.hpp"

#include <fmt/format.h>

namespace rapporteur::store {

using namespace domain;
using sqlite::each;
using sqlite::Row;
using sqlite::run;
using sqlite::with;

namespace {

std::string paragraph_id(const EvaluationId& evaluation, const std::string& key) {
    return fmt::format("{}/para/{}", evaluation.text(), key);
}

EvaluationId evaluation_of_report(const ReportId& id) {
    return evaluation_of(id.text()).value_or(EvaluationId());
}

void read_items(sqlite::Database& db, const ReportId& id, Chapter& chapter) {
    const std::string prefix = evaluation_of_report(id).text() + "/para/";
    each(
        db,
        "SELECT i.kind, i.level, i.label, i.section, i.key, i.recommendation, i.verb, i.provisions, coalesce(t.markdown, i.heading) "
        "FROM report_item AS i LEFT JOIN paragraph_text AS t ON i.key <> '' AND t.paragraph = ?4 || i.key AND t.language = i.language AND "
        "t.revision = i.revision WHERE i.report = ?1 AND i.language = ?2 AND i.slug = ?3 ORDER BY i.position",
        with(id, chapter.language, chapter.slug, prefix), [&](Row row) {
            ReportItem& item = chapter.items.emplace_back();
            row.read(item.kind, item.level, item.label, item.section, item.key, item.recommendation,
                     item.verb, item.provisions, item.markdown);
        });
}

// The revision that holds this text; a new one where none does.
int revision_for(sqlite::Database& db, const EvaluationId& evaluation, const std::string& language,
                 const ReportItem& item) {
    const std::string paragraph = paragraph_id(evaluation, item.key);
    int revision = 0;
    if (sqlite::first(
            db,
            "SELECT revision FROM paragraph_text WHERE paragraph = ?1 AND language = ?2 AND markdown = ?3 ORDER BY revision DESC LIMIT 1",
            with(paragraph, language, item.markdown), revision)) {
        return revision;
    }
    std::optional<int> newest;
    sqlite::first(db, "SELECT max(revision) FROM paragraph_text WHERE paragraph = ?1 AND language = ?2",
                  with(paragraph, language), newest);
    revision = newest.value_or(0) + 1;
    run(db,
        "INSERT INTO paragraph_text (paragraph, language, revision, base_revision, written_at, markdown) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        paragraph, language, revision, newest, base::now(), item.markdown);
    return revision;
}

void insert_chapter(sqlite::Database& db, const EvaluationId& evaluation, const ReportId& report,
                    const Chapter& chapter) {
    run(db, "INSERT INTO chapter (report, language, slug) VALUES (?1, ?2, ?3)", report, chapter.language,
        chapter.slug);
    int position = 0;
    for (const ReportItem& item : chapter.items) {
        const bool heading = item.kind == ItemKind::heading;
        std::optional<int> revision;
        if (!heading) {
            revision = revision_for(db, evaluation, chapter.language, item);
        }
        run(db,
            "INSERT INTO report_item (report, language, slug, position, kind, level, label, section, heading, key, revision, recommendation, verb, "
            "provisions) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
            report, chapter.language, chapter.slug, position++, item.kind, item.level, item.label,
            item.section, heading ? item.markdown : std::string(), item.key, revision, item.recommendation,
            item.verb, item.provisions);
    }
}

void remove_report(sqlite::Database& db, const ReportId& id) {
    run(db, "DELETE FROM report_item WHERE report = ?1", id);
    run(db, "DELETE FROM chapter WHERE report = ?1", id);
    run(db, "DELETE FROM report WHERE id = ?1", id);
    remove_texts(db, id.text());
}

}  // namespace

std::optional<Report> find_report_cover(const Register& where, const ReportId& id) {
    sqlite::Database& db = where.database();
    Report report;
    report.id = id;
    if (!sqlite::first(db,
                       "SELECT kind, status, symbol, language, date, sent, meeting FROM report WHERE id = ?1",
                       with(id), report.kind, report.status, report.symbol, report.language, report.date,
                       report.sent, report.meeting)) {
        return std::nullopt;
    }
    report.title = texts_of(db, id.text(), "title");
    report.note = texts_of(db, id.text(), "note");
    return report;
}

std::optional<Report> find_report(const Register& where, const ReportId& id) {
    sqlite::Database& db = where.database();
    std::optional<Report> found = find_report_cover(where, id);
    if (!found) {
        return std::nullopt;
    }
    Report& report = *found;
    each(db, "SELECT language, slug FROM chapter WHERE report = ?1 ORDER BY language, slug", with(id),
         [&](Row row) {
             Chapter& chapter = report.chapters.emplace_back();
             row.read(chapter.language, chapter.slug);
         });
    for (Chapter& chapter : report.chapters) {
        read_items(db, id, chapter);
    }
    return found;
}

std::vector<Report> list_reports(const Register& where, const EvaluationId& evaluation) {
    std::vector<Report> reports;
    each(where.database(), "SELECT id FROM report WHERE evaluation = ?1 ORDER BY kind = 'final', id",
         with(evaluation),
         [&](Row row) { reports.push_back(find_report(where, row.value<ReportId>(0)).value()); });
    return reports;
}

PutResult put_report(Change& change, const EvaluationId& evaluation, const Report& report) {
    sqlite::Database& db = change.database();
    const std::optional<Report> before = find_report(change.where(), report.id);
    if (before == report) {
        return PutResult::unchanged;
    }
    if (before && before->status == ReportStatus::adopted) {
        throw base::Error(base::ErrorKind::conflict,
                          fmt::format("{} was adopted and does not change any more", report.id.text()))
            .help("a correction is a publication of its own; the adopted text stays");
    }
    if (before) {
        remove_report(db, report.id);
    }
    // Written as a draft first: the triggers let items in only as long as it is one.
    run(db,
        "INSERT INTO report (id, evaluation, kind, status, symbol, language, date, sent, meeting) VALUES (?1, ?2, ?3, 'draft', ?4, ?5, ?6, ?7, ?8)",
        report.id, evaluation, report.kind, report.symbol, report.language, report.date, report.sent,
        report.meeting);
    insert_texts(db, report.id.text(), "title", report.title);
    insert_texts(db, report.id.text(), "note", report.note);
    for (const Chapter& chapter : report.chapters) {
        insert_chapter(db, evaluation, report.id, chapter);
    }
    if (report.status != ReportStatus::draft) {
        run(db, "UPDATE report SET status = ?2 WHERE id = ?1", report.id, report.status);
    }
    return before ? PutResult::changed : PutResult::added;
}

void remove_report(Change& change, const ReportId& id) {
    remove_report(change.database(), id);
}

std::vector<Revision> revisions_of(const Register& where, const ParagraphId& paragraph,
                                   std::string_view language) {
    std::vector<Revision> revisions;
    each(
        where.database(),
        "SELECT revision, base_revision, written_at, markdown FROM paragraph_text WHERE paragraph = ?1 AND language = ?2 ORDER BY revision",
        with(paragraph, language), [&](Row row) {
            Revision& revision = revisions.emplace_back();
            row.read(revision.revision, revision.base, revision.written_at, revision.markdown);
        });
    return revisions;
}

std::optional<PlacedParagraph> find_paragraph(const Register& where, const EvaluationId& evaluation,
                                              std::string_view key) {
    PlacedParagraph placed;
    std::string slug;
    int position = 0;
    const std::string prefix = evaluation.text() + "/para/";
    ReportItem& item = placed.item;
    if (!sqlite::first(
            where.database(),
            "SELECT r.id, r.status, i.language, i.slug, i.position, i.kind, i.key, i.recommendation, i.verb, i.provisions, t.markdown "
            "FROM report AS r JOIN report_item AS i ON i.report = r.id AND i.language = r.language "
            "JOIN paragraph_text AS t ON t.paragraph = ?3 || i.key AND t.language = i.language AND t.revision = i.revision "
            "WHERE r.evaluation = ?1 AND i.key = ?2 ORDER BY r.status = 'adopted' DESC, r.kind = 'final' DESC LIMIT 1",
            with(evaluation, key, prefix), placed.report, placed.status, placed.language, slug, position,
            item.kind, item.key, item.recommendation, item.verb, item.provisions, item.markdown)) {
        return std::nullopt;
    }
    sqlite::first(
        where.database(),
        "SELECT count(*) FROM report_item WHERE report = ?1 AND language = ?2 AND kind IN ('paragraph', 'recommendation') AND "
        "(slug < ?3 OR (slug = ?3 AND position <= ?4))",
        with(placed.report, placed.language, slug, position), placed.number);
    return placed;
}

std::vector<Comment> list_comments(const Register& where, const EvaluationId& evaluation) {
    std::vector<Comment> comments;
    each(
        where.database(),
        "SELECT id, kind, report, paragraph, by_respondent, body, date, language, text, outcome, responded, response FROM comment "
        "WHERE evaluation = ?1 ORDER BY position",
        with(evaluation), [&](Row row) {
            Comment& c = comments.emplace_back();
            row.read(c.id, c.kind, c.report, c.paragraph, c.by, c.body, c.date, c.language, c.text, c.outcome,
                     c.responded, c.response);
        });
    return comments;
}

PutResult put_comments(Change& change, const EvaluationId& evaluation, const std::vector<Comment>& comments) {
    const std::vector<Comment> before = list_comments(change.where(), evaluation);
    if (before == comments) {
        return PutResult::unchanged;
    }
    sqlite::Database& db = change.database();
    const auto insert = [&](const Comment& c, int position) {
        run(db,
            "INSERT INTO comment (id, evaluation, position, kind, report, paragraph, by_respondent, body, date, language, text, outcome, responded, "
            "response) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
            c.id, evaluation, position, c.kind, c.report, c.paragraph, c.by, c.body, c.date, c.language,
            c.text, c.outcome, c.responded, c.response);
    };
    // The words are the sender's and do not change (frozen.hpp); the response to them may.
    const auto respond = [&](const Comment& c, int position) {
        run(db, "UPDATE comment SET position = ?2, outcome = ?3, responded = ?4, response = ?5 WHERE id = ?1",
            c.id, position, c.outcome, c.responded, c.response);
    };
    put_list(
        before, comments, [](const Comment& c) { return c.id.text(); },
        [&](const Comment& c) { run(db, "DELETE FROM comment WHERE id = ?1", c.id); }, insert,
        [&](const Comment& c, int position) {
            run(db, "UPDATE comment SET position = ?2 WHERE id = ?1", c.id, position);
        },
        respond);
    return before.empty() ? PutResult::added : PutResult::changed;
}

std::vector<Finding> list_findings(const Register& where, const EvaluationId& evaluation) {
    std::vector<Finding> findings;
    each(where.database(),
         "SELECT id, provisions, paragraphs FROM finding WHERE evaluation = ?1 ORDER BY position",
         with(evaluation), [&](Row row) {
             Finding& f = findings.emplace_back();
             row.read(f.id, f.provisions, f.paragraphs);
         });
    for (Finding& f : findings) {
        f.text = texts_of(where.database(), f.id.text(), "text");
        f.evidence = evidence_of(where.database(), f.id.text());
    }
    return findings;
}

PutResult put_findings(Change& change, const EvaluationId& evaluation, const std::vector<Finding>& findings) {
    sqlite::Database& db = change.database();
    const std::vector<Finding> before = list_findings(change.where(), evaluation);
    if (before == findings) {
        return PutResult::unchanged;
    }
    const auto remove = [&](const Finding& f) {
        run(db, "DELETE FROM finding WHERE id = ?1", f.id);
        remove_texts(db, f.id.text());
        remove_evidence(db, f.id.text());
    };
    const auto insert = [&](const Finding& f, int position) {
        run(db,
            "INSERT INTO finding (id, evaluation, position, provisions, paragraphs) VALUES (?1, ?2, ?3, ?4, ?5)",
            f.id, evaluation, position, f.provisions, f.paragraphs);
        insert_texts(db, f.id.text(), "text", f.text);
        insert_evidence(db, f.id.text(), f.evidence);
    };
    put_list(before, findings, remove, insert, [&](const Finding& f, int position) {
        run(db, "UPDATE finding SET position = ?2 WHERE id = ?1", f.id, position);
    });
    return before.empty() ? PutResult::added : PutResult::changed;
}

}  // namespace rapporteur::store
