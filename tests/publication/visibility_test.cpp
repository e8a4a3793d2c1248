// SPDX-License-Identifier: EUPL-1.2
#include "publication/canaries.hpp"
#include "publication/visibility.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::domain;

namespace {

struct Case {
    Framework framework = support::canary_framework();
    Questionnaire questionnaire = support::canary_questionnaire();
    support::Canaries canaries;
    Dossier dossier = support::canary_dossier(canaries);

    std::set<std::string> answers(std::size_t reply, StageTest test = StageTest::completed) {
        return publication::public_answers(framework, dossier.evaluation, dossier.replies.at(reply),
                                           &questionnaire, test);
    }
};

using Questions = std::set<std::string>;

}  // namespace

TEST_SUITE("publication.visibility") {
    TEST_CASE("a type without a rule and a type whose stage has not come are confidential") {
        Case c;
        CHECK_FALSE(is_public(c.framework, c.dossier.evaluation, "nothing-of-the-kind", StageTest::entered));
        CHECK(is_public(c.framework, c.dossier.evaluation, "final-report", StageTest::completed));
        CHECK_FALSE(is_public(c.framework, c.dossier.evaluation, "note", StageTest::entered));
        c.dossier.evaluation.stages.pop_back();  // publication was entered and is not completed
        CHECK(is_public(c.framework, c.dossier.evaluation, "final-report", StageTest::entered));
        CHECK_FALSE(is_public(c.framework, c.dossier.evaluation, "final-report", StageTest::completed));
    }

    TEST_CASE("restricted and refused answers stay") {
        Case c;
        CHECK(c.answers(0) == Questions{"law.text", "stat.identified"});
    }

    TEST_CASE("a refused reply has no public answer even where one says given") {
        Case c;
        CHECK(c.answers(1).empty());
        c.dossier.replies[1].answers[0].consent = Consent::given;
        CHECK(c.answers(1).empty());
    }

    TEST_CASE("where nothing was said only the answers with consent go out") {
        Case c;
        Reply& reply = c.dossier.replies[2];
        reply.publication = Consent::unset;
        CHECK(c.answers(2).empty());
        reply.answers[0].consent = Consent::given;
        CHECK(c.answers(2) == Questions{"law.text"});
        reply.status = ReplyStatus::draft;
        CHECK(c.answers(2).empty());
        reply.status = ReplyStatus::withdrawn;
        CHECK(c.answers(2).empty());
    }

    TEST_CASE("without a needed consent silence does not publish") {
        Case c;
        c.dossier.replies[0].publication = Consent::unset;
        CHECK(c.answers(0).empty());
        c.framework.documents[1].visibility.back().needs_consent = false;
        CHECK(c.answers(0) == Questions{"law.text", "stat.identified"});
    }
}
