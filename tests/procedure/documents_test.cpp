// SPDX-License-Identifier: EUPL-1.2
#include "procedure/documents.hpp"
#include "procedure/small_procedure.hpp"
#include "store/replies.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace rapporteur;
using namespace rapporteur::procedure;
using namespace rapporteur::procedure_test;
using domain::StageAct;

namespace {

domain::Reply reply_of(const char* respondent, domain::Consent consent) {
    domain::Reply reply;
    reply.id = domain::ReplyId("peer/XAA-1/reply/" + std::string(respondent));
    reply.respondent = respondent;
    reply.status = domain::ReplyStatus::submitted;
    reply.language = "en";
    reply.submitted = base::Date::of(2020, 2, 1);
    reply.publication = consent;
    return reply;
}

// "reply/state public", one a document.
std::vector<std::string> standings(const std::vector<domain::StageEvent>& log, domain::Consent consent) {
    domain::Evaluation evaluation = small_evaluation();
    evaluation.stages = log;
    store::Register where = small_register(evaluation);
    store::Change change(where, "person/tester", "test");
    store::put_reply(change, evaluation.id, reply_of("state", consent), {});
    store::put_reply(change, evaluation.id, reply_of("guild", consent), {});
    change.commit();
    const domain::Framework framework = small_framework();
    std::vector<std::string> texts;
    for (const DocumentStanding& each :
         document_standings(where, evaluation, framework,
                            domain::stage_standings(framework, evaluation, base::Date::of(2026, 1, 1)))) {
        texts.push_back(each.document.text() + " " + std::string(base::name_of(each.visibility)));
    }
    return texts;
}

}  // namespace

TEST_SUITE("procedure.documents") {
    TEST_CASE("a reply becomes public by stage and consent and an undeclared type never") {
        const std::vector<domain::StageEvent> reported{
            event("report", StageAct::entered, base::Date::of(2020, 3, 1)),
            event("report", StageAct::completed, base::Date::of(2020, 4, 1))};
        using List = std::vector<std::string>;
        CHECK(standings({}, domain::Consent::given) ==
              List{"peer/XAA-1/reply/guild confidential", "peer/XAA-1/reply/state party"});
        CHECK(standings(reported, domain::Consent::given) ==
              List{"peer/XAA-1/reply/guild confidential", "peer/XAA-1/reply/state public"});
        CHECK(standings(reported, domain::Consent::refused) ==
              List{"peer/XAA-1/reply/guild confidential", "peer/XAA-1/reply/state party"});
    }
}
