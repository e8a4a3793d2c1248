// SPDX-License-Identifier: EUPL-1.2
#include "store/overview.hpp"

#include "sqlite/values.hpp"

namespace rapporteur::store {

using namespace domain;
using sqlite::each;
using sqlite::Row;
using sqlite::with;

std::vector<ReplyHead> reply_heads(const Register& where, const EvaluationId& evaluation) {
    std::vector<ReplyHead> heads;
    each(
        where.database(),
        "SELECT id, version, issue, respondent, from_bodies, status, language, submitted, contact, letter, publication, naming, "
        "(SELECT count(*) FROM answer AS a WHERE a.reply = r.id AND a.version = r.version AND a.state <> 'blank'), "
        "(SELECT count(*) FROM exhibit AS x WHERE x.reply = r.id AND x.version = r.version) FROM reply AS r "
        "WHERE evaluation = ?1 AND version = (SELECT max(version) FROM reply AS later WHERE later.id = r.id) ORDER BY id",
        with(evaluation), [&](Row row) {
            ReplyHead& head = heads.emplace_back();
            Reply& r = head.reply;
            row.read(r.id, r.version, r.issue, r.respondent, r.from, r.status, r.language, r.submitted,
                     r.contact, r.letter, r.publication, r.naming, head.answers, head.exhibits);
        });
    return heads;
}

std::vector<ReportHead> report_heads(const Register& where, const EvaluationId& evaluation) {
    std::vector<ReportHead> heads;
    each(
        where.database(),
        "SELECT id, kind, status, symbol, language, date, sent, meeting, (SELECT count(*) FROM report_item AS i WHERE i.report = r.id AND "
        "i.language = r.language AND i.kind IN ('paragraph', 'recommendation')) FROM report AS r WHERE evaluation = ?1 ORDER BY kind DESC",
        with(evaluation), [&](Row row) {
            ReportHead& head = heads.emplace_back();
            Report& r = head.report;
            row.read(r.id, r.kind, r.status, r.symbol, r.language, r.date, r.sent, r.meeting,
                     head.paragraphs);
        });
    return heads;
}

std::vector<RecordCount> record_counts(const Register& where, const EvaluationId& evaluation) {
    std::vector<RecordCount> counts;
    each(
        where.database(),
        "SELECT 'issues', 'issue', count(*) FROM issue WHERE evaluation = ?1 UNION ALL "
        "SELECT 'replies', 'reply', count(DISTINCT id) FROM reply WHERE evaluation = ?1 UNION ALL "
        "SELECT 'exhibits', 'exhibit', count(DISTINCT id) FROM exhibit WHERE evaluation = ?1 UNION ALL "
        "SELECT 'requests', 'request', count(*) FROM request WHERE evaluation = ?1 UNION ALL "
        "SELECT 'meetings', 'meeting', count(*) FROM meeting WHERE evaluation = ?1 UNION ALL "
        "SELECT 'sites', 'site', count(*) FROM site WHERE evaluation = ?1 UNION ALL "
        "SELECT 'notes', 'note', count(*) FROM note WHERE evaluation = ?1 UNION ALL "
        "SELECT 'findings', 'finding', count(*) FROM finding WHERE evaluation = ?1 UNION ALL "
        "SELECT 'comments', 'comment', count(*) FROM comment WHERE evaluation = ?1 UNION ALL "
        "SELECT 'recommendations', 'recommendation', count(*) FROM recommendation WHERE evaluation = ?1 UNION ALL "
        "SELECT 'committee recommendations', 'committee recommendation', count(*) FROM committee_recommendation WHERE evaluation = ?1 UNION ALL "
        "SELECT 'assessments', 'assessment', count(*) FROM assessment WHERE evaluation = ?1 UNION ALL "
        "SELECT 'claims', 'claim', count(*) FROM claim WHERE evaluation = ?1 UNION ALL "
        "SELECT 'measures', 'measure', count(*) FROM measure WHERE evaluation = ?1 UNION ALL "
        "SELECT 'observations', 'observation', count(*) FROM observation WHERE evaluation = ?1 UNION ALL "
        "SELECT 'publications', 'publication', count(*) FROM publication WHERE evaluation = ?1",
        with(evaluation), [&](Row row) {
            RecordCount& each_count = counts.emplace_back();
            row.read(each_count.name, each_count.singular, each_count.count);
        });
    return counts;
}

}  // namespace rapporteur::store
