// SPDX-License-Identifier: EUPL-1.2
#include "publication/canaries.hpp"
#include "publication/entitlement.hpp"
#include "publication/publish.hpp"
#include "store/evaluations.hpp"
#include "store/people.hpp"
#include "store/publications.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::domain;
using publication::Act;
using support::CanaryRegister;

namespace {

const EvaluationId k_evaluation("peer/XAA-1");
constexpr std::array<Act, 4> k_acts{Act::prepare, Act::approve, Act::release, Act::withdraw};

// "none" where the person may.
std::string_view outcome(const CanaryRegister& where, Act act, const publication::Acting& acting) {
    try {
        publication::check_may_act(where.where, store::need_evaluation(where.where, k_evaluation), act,
                                   acting);
    } catch (const base::Error& error) {
        return base::name_of(error.kind());
    }
    return "none";
}

void change_person(CanaryRegister& where, const std::string& id, const std::function<void(Person&)>& change) {
    Person person = store::find_person(where.where, PersonId(id)).value();
    change(person);
    store::Change writing(where.where, "person/rita", "load");
    store::put_person(writing, person);
    writing.commit();
}

PublicationId prepared(CanaryRegister& where) {
    publication::FreezeRequest request;
    request.evaluation = k_evaluation;
    request.key = &where.key;
    const publication::Frozen frozen = publication::freeze(where.where, request);
    store::Change change(where.where, "person/rita", "prepare");
    const auto made = publication::prepare(change, k_evaluation, frozen, "", where.acting("person/rita"));
    change.commit();
    return made.id;
}

void approve(CanaryRegister& where, const PublicationId& id, const std::string& person) {
    store::Change change(where.where, person, "approve");
    publication::approve(change, id, where.acting(person));
    change.commit();
}

}  // namespace

TEST_SUITE("publication.entitlement") {
    TEST_CASE("members with a key may and who is recused or acts for the state may do nothing") {
        const CanaryRegister where = support::canary_register();
        for (const Act act : k_acts) {
            CHECK(outcome(where, act, where.acting("person/rita")) == "none");
            CHECK(outcome(where, act, where.acting("person/olga")) == "none");
            CHECK(outcome(where, act, where.acting("person/nora")) == "refused");
            CHECK(outcome(where, act, where.acting("person/carl")) == "refused");
        }
    }

    TEST_CASE("a name alone gives no rights and neither does another's key") {
        const CanaryRegister where = support::canary_register();
        for (const Act act : k_acts) {
            publication::Acting acting = where.acting("person/olga");
            acting.key = nullptr;
            CHECK(outcome(where, act, acting) == "forbidden");
            acting.key = &where.key;
            CHECK(outcome(where, act, acting) == "forbidden");
        }
    }

    TEST_CASE("a national of the state does not approve") {
        CanaryRegister where = support::canary_register();
        change_person(where, "person/olga", [](Person& p) { p.nationality = "XAA"; });
        CHECK(outcome(where, Act::approve, where.acting("person/olga")) == "refused");
        CHECK(outcome(where, Act::withdraw, where.acting("person/olga")) == "none");
    }

    TEST_CASE("an office that has ended, or of another body or framework, gives no rights") {
        CanaryRegister where = support::canary_register();
        const auto with = [&](const Mandate& mandate) {
            change_person(where, "person/olga", [&](Person& p) { p.mandates = {mandate}; });
            return outcome(where, Act::withdraw, where.acting("person/olga"));
        };
        const base::Date from = *base::Date::parse("2015-01-01");
        CHECK(with({"group", FrameworkId("peer"), "member", from, {}}) == "none");
        CHECK(with({"secretariat", FrameworkId("peer"), "secretary", from,
                    *base::Date::parse("2021-06-01")}) == "none");
        CHECK(with({"group", FrameworkId("peer"), "member", from, *base::Date::parse("2021-05-31")}) ==
              "forbidden");
        CHECK(with({"group", FrameworkId("peer"), "member", *base::Date::parse("2021-06-02"), {}}) ==
              "forbidden");
        CHECK(with({"committee", FrameworkId("peer"), "member", from, {}}) == "forbidden");
        CHECK(with({"group", FrameworkId("other"), "member", from, {}}) == "forbidden");
        change_person(where, "person/rita", [&](Person& p) {
            p.mandates = {
                {"secretariat", FrameworkId("peer"), "secretary", from, *base::Date::parse("2021-05-31")}};
        });
        CHECK(outcome(where, Act::release, where.acting("person/rita")) == "forbidden");
        change_person(where, "person/rita", [&](Person& p) { p.mandates = {}; });
        CHECK(outcome(where, Act::release, where.acting("person/rita")) == "none");  // by the key's role
    }

    TEST_CASE("an approval counts at release only while its person may approve") {
        CanaryRegister where = support::canary_register();
        const PublicationId id = prepared(where);
        approve(where, id, "person/olga");
        approve(where, id, "person/john");
        change_person(where, "person/john", [](Person& p) { p.nationality = "XAA"; });
        auto to = release::ReleaseStore::in_memory();
        store::Change change(where.where, "person/rita", "release");
        CHECK_THROWS_WITH_AS(publication::release(change, to, id, where.acting("person/rita")),
                             "the publication has 1 of 2 approvals", base::Error);
        CHECK(to.releases().empty());
    }

    TEST_CASE("none of the acts goes past the check") {
        CanaryRegister where = support::canary_register();
        const support::ScratchDir scratch;
        const PublicationId id = prepared(where);
        publication::FreezeRequest request;
        request.evaluation = k_evaluation;
        request.only = {"peer/XAA-1/r01"};
        request.key = &where.key;
        const publication::Frozen frozen = publication::freeze(where.where, request);
        auto to = release::ReleaseStore::open_or_create(scratch / "r.release");
        const auto recused = where.acting("person/nora");
        store::Change change(where.where, "person/nora", "tries");
        CHECK_THROWS_WITH_AS(publication::prepare(change, k_evaluation, frozen, "", recused),
                             "person/nora can not prepare it", base::Error);
        CHECK_THROWS_WITH_AS(publication::approve(change, id, recused), "person/nora can not approve it",
                             base::Error);
        CHECK_THROWS_WITH_AS(publication::release(change, to, id, recused), "person/nora can not release it",
                             base::Error);
    }

    TEST_CASE("a recused person withdraws nothing and an interrupted withdrawal is finished") {
        CanaryRegister where = support::canary_register();
        const support::ScratchDir scratch;
        support::publish_all(where, (scratch / "r.release").string());
        auto from = release::ReleaseStore::open_or_create(scratch / "r.release");
        const std::string object = "peer/XAA-1/reply/shelter-line";
        {
            store::Change change(where.where, "person/nora", "withdraw");
            CHECK_THROWS_AS(publication::withdraw(change, from, object, "No.", where.acting("person/nora")),
                            base::Error);
        }
        CHECK(from.tombstones().empty());
        {
            store::Change change(where.where, "person/rita", "withdraw");
            publication::withdraw(change, from, object, "At its wish.", where.acting("person/rita"));
            // The register's write fails: no commit.
        }
        CHECK(from.tombstones().size() == 1);
        CHECK(store::list_withdrawals(where.where).empty());
        {
            store::Change change(where.where, "person/rita", "withdraw");
            publication::withdraw(change, from, object, "At its wish.", where.acting("person/rita"));
            change.commit();
        }
        CHECK(from.tombstones().size() == 1);
        REQUIRE(store::list_withdrawals(where.where).size() == 1);
        {
            store::Change change(where.where, "person/rita", "withdraw");
            CHECK_THROWS_WITH_AS(
                publication::withdraw(change, from, object, "Again.", where.acting("person/rita")),
                "nothing of it is public", base::Error);
        }
    }
}
