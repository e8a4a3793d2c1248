// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "sqlite/values.hpp"
#include "store/dossiers.hpp"
#include "store/journal.hpp"
#include "store/reports.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

// What the store says to a dossier that differs from the register's; "" where it takes it.
std::string answer_to(support::ShippedRegister& shipped, const domain::Dossier& dossier) {
    store::Change change(shipped.where, "person/secretary", "test");
    try {
        store::put_dossier(change, dossier, &shipped.key);
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::conflict);
        return error.message();
    }
    return "";
}

}  // namespace

TEST_SUITE("store.frozen") {
    TEST_CASE("what was submitted or adopted is refused when it differs") {
        support::ShippedRegister shipped = support::shipped_register();
        const domain::Dossier original =
            store::read_dossier(shipped.where, domain::EvaluationId("greta/XAA-1"), &shipped.key);

        domain::Dossier reply = original;
        reply.replies.front().answers.front().text += " And more.";
        CHECK(answer_to(shipped, reply).find("was submitted") != std::string::npos);

        domain::Dossier report = original;
        report.reports.back().chapters.front().items.back().markdown += " And more.";
        CHECK(answer_to(shipped, report).find("was adopted") != std::string::npos);

        domain::Dossier log = original;
        log.evaluation.stages.front().date = log.evaluation.stages.front().date.add_days(1);
        CHECK(answer_to(shipped, log).find("stage log") != std::string::npos);

        domain::Dossier older = original;
        older.replies.front().version = 1;
        CHECK(answer_to(shipped, older).find("later version") != std::string::npos);
    }

    TEST_CASE("what is a draft changes and its prose keeps every revision") {
        support::ShippedRegister shipped = support::shipped_register();
        domain::Dossier dossier =
            store::read_dossier(shipped.where, domain::EvaluationId("greta/XAA-2"), &shipped.key);
        domain::Report& interim = dossier.reports.front();
        REQUIRE(interim.status != domain::ReportStatus::adopted);
        domain::ReportItem* paragraph = nullptr;
        for (domain::ReportItem& item : interim.chapters.back().items) {
            if (item.kind == domain::ItemKind::paragraph) {
                paragraph = &item;
            }
        }
        REQUIRE(paragraph != nullptr);
        const domain::ParagraphId id("greta/XAA-2/para/" + paragraph->key);
        const std::size_t before = store::revisions_of(shipped.where, id, "en").size();
        paragraph->markdown += " A sentence more.";
        const std::string text = paragraph->markdown;
        store::Change change(shipped.where, "person/secretary", "test");
        store::put_dossier(change, dossier, &shipped.key);
        change.commit();
        const std::vector<store::Revision> revisions = store::revisions_of(shipped.where, id, "en");
        REQUIRE(revisions.size() == before + 1);
        CHECK(revisions.back().markdown == text);
        CHECK(revisions.back().base == revisions[before - 1].revision);
        CHECK(store::read_dossier(shipped.where, dossier.evaluation.id, &shipped.key) == dossier);
    }

    TEST_CASE("one changed word touches one record") {
        support::ShippedRegister shipped = support::shipped_register();
        domain::Dossier dossier =
            store::read_dossier(shipped.where, domain::EvaluationId("greta/XAA-2"), &shipped.key);
        REQUIRE(dossier.measures.size() > 3);
        dossier.measures[2].activity.front().text += " And more.";
        store::Change change(shipped.where, "person/secretary", "test");
        store::put_dossier(change, dossier, &shipped.key);
        change.commit();
        CHECK(store::journal_entries(shipped.where, 1).front().records < 20);
        CHECK(store::read_dossier(shipped.where, dossier.evaluation.id, &shipped.key) == dossier);
        CHECK(store::verify_journal(shipped.where).faults.empty());
    }

    TEST_CASE("a released text and a claim stay and a recusal can not be taken back") {
        support::ShippedRegister shipped = support::shipped_register();
        domain::Dossier dossier =
            store::read_dossier(shipped.where, domain::EvaluationId("national/KAZ-2013"), nullptr);
        domain::Dossier claim = dossier;
        claim.recommendations.claims.front().value = domain::ClaimValue::partly;
        CHECK(answer_to(shipped, claim).find("claim/1 says what was claimed") != std::string::npos);

        domain::Dossier text = dossier;
        text.recommendations.recommendations.front().text.front().text += " And more.";
        CHECK(answer_to(shipped, text).empty());
        // As a publication leaves it.
        shipped.where.database().run_script(
            "INSERT INTO file_bytes (sha256, bytes) VALUES ('00', x'00');"
            "INSERT INTO publication (id, evaluation, title, status, prepared_at, digest, released_at) VALUES "
            "('national/KAZ-2013/pub/1', 'national/KAZ-2013', 'T', 'released', '2026-01-01T00:00:00Z', '', '2026-01-01T00:00:00Z');"
            "INSERT INTO publication_item (publication, position, object, kind, name, media_type, sha256) VALUES "
            "('national/KAZ-2013/pub/1', 0, 'national/KAZ-2013/r01', 'recommendation', '', '', '00');");
        CHECK(answer_to(shipped, text).find("r01 was released") != std::string::npos);

        domain::Dossier recused = dossier;
        recused.evaluation.persons.push_back({domain::PersonId("person/a"), "A", "", "", {}});
        recused.evaluation.assignments.push_back(
            {domain::PersonId("person/a"), domain::EvaluationRole::recused, {}, {}, "A reason."});
        {
            store::Change change(shipped.where, "person/secretary", "test");
            store::put_dossier(change, recused, nullptr);
            change.commit();
        }
        domain::Dossier ended = recused;
        ended.evaluation.assignments.clear();
        CHECK(answer_to(shipped, ended).find("is a recusal") != std::string::npos);
        ended = recused;
        ended.evaluation.assignments.front().until = base::Date::of(2026, 1, 1);
        CHECK(answer_to(shipped, ended).empty());
    }

    TEST_CASE("the tables themselves refuse to change frozen rows") {
        const support::ShippedRegister shipped = support::shipped_register();
        sqlite::Database& db = shipped.where.database();
        for (const char* const attempt :
             {"UPDATE answer SET text = ''",
              "DELETE FROM cell",
              "UPDATE reply SET language = 'fr'",
              "UPDATE report_item SET verb = 'invites' WHERE report LIKE '%/final'",
              "DELETE FROM chapter WHERE report LIKE '%/final'",
              "UPDATE report SET symbol = '' WHERE status = 'adopted'",
              "DELETE FROM assessment",
              "UPDATE stage_event SET date = ''",
              "DELETE FROM journal_record",
              "UPDATE journal SET person = ''",
              "UPDATE paragraph_text SET markdown = ''",
              "UPDATE file_bytes SET bytes = x''",
              "DELETE FROM file_bytes",
              "UPDATE claim SET value = 'implemented'",
              "UPDATE comment SET text = ''",
              "UPDATE comment SET response = '' WHERE evaluation = 'greta/XAA-1'",
              "DELETE FROM comment WHERE evaluation = 'greta/XAA-1'",
              "UPDATE issue SET sent = '2020-01-01'",
              "DELETE FROM specific_question",
              "DELETE FROM issue",
              "UPDATE request SET sent = ''",
              "DELETE FROM request_item",
              "DELETE FROM assignment",
              "UPDATE assignment SET reason = ''",
              "DELETE FROM committee_recommendation",
              "UPDATE local_text SET text = '' WHERE owner LIKE '%/assessment/%'",
              "DELETE FROM local_text WHERE owner LIKE '%/claim/%'",
              "DELETE FROM evidence WHERE owner LIKE '%/assessment/%'",
              "DELETE FROM exhibit"}) {
            INFO(attempt);
            CHECK_THROWS_AS(db.run_script(sqlite::embedded_sql(attempt)), base::Error);
        }
    }
}
