// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "base/file.hpp"
#include "sqlite/values.hpp"
#include "store/people.hpp"
#include "store/visits.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace rapporteur;

TEST_SUITE("store.visits") {
    const domain::EvaluationId k_evaluation("greta/XAA-2");

    TEST_CASE("notes and exact places open with the key and with no other") {
        const support::ShippedRegister shipped = support::shipped_register();
        const domain::Dossier files = support::shipped_dossier("greta/XAA-2");
        CHECK(store::open_notes(shipped.where, k_evaluation, shipped.key) == files.notes);
        CHECK(store::find_visit(shipped.where, k_evaluation, &shipped.key) == files.visit);
        const base::KeyPair other = base::KeyPair::generate();
        CHECK_THROWS_AS(store::open_notes(shipped.where, k_evaluation, other), base::Error);
        const auto sealed = store::find_visit(shipped.where, k_evaluation);
        REQUIRE(sealed.has_value());
        for (const domain::Site& site : sealed->sites) {
            CHECK(site.exact_place.empty());
        }
    }

    TEST_CASE("notes are sealed to the secretariat and to nobody who is recused") {
        support::ShippedRegister shipped = support::shipped_register();
        const base::KeyPair recused = base::KeyPair::generate();
        store::Change change(shipped.where, "person/secretary", "account add");
        store::add_key(change, {domain::PersonId("person/seluna-brask"), "secretariat",
                                base::lock(recused, "a long passphrase", base::PassphraseCost::least())});
        const auto sealed_to = [&](const char* evaluation) {
            const auto keys = store::note_recipients(shipped.where, domain::EvaluationId(evaluation));
            return std::ranges::count(keys, recused.public_key);
        };
        CHECK(sealed_to("greta/XAA-2") == 0);
        CHECK(sealed_to("national/KAZ-2015") == 1);
        change.commit();
    }

    TEST_CASE("no byte of the register holds a note or an exact place in clear") {
        const support::ShippedRegister shipped = support::shipped_register();
        const base::ScratchDirectory scratch;
        const std::string path = (scratch.path() / "copy.db").string();
        sqlite::run(shipped.where.database(), "VACUUM INTO ?1", path);
        const std::string bytes = base::read_file(path, base::ByteLimit{100U << 20});
        const domain::Dossier files = support::shipped_dossier("greta/XAA-2");
        int sought = 0;
        for (const domain::Note& note : files.notes) {
            for (const domain::NoteFact& fact : note.facts) {
                CHECK(bytes.find(fact.text) == std::string::npos);
                ++sought;
            }
        }
        for (const domain::Site& site : files.visit->sites) {
            if (!site.exact_place.empty()) {
                CHECK(bytes.find(site.exact_place) == std::string::npos);
                ++sought;
            }
        }
        CHECK(sought > 20);
        // The search finds what is in clear.
        CHECK(bytes.find(files.visit->sites.front().region) != std::string::npos);
    }

    TEST_CASE("notes are refused where nobody could open them and compared only with a key") {
        store::Register empty = store::Register::in_memory();
        {
            store::Change change(empty, "operator/test", "test");
            CHECK_THROWS_AS(store::put_notes(change, k_evaluation,
                                             support::shipped_dossier("greta/XAA-2").notes, nullptr),
                            base::Error);
        }
        support::ShippedRegister shipped = support::shipped_register();
        store::Change change(shipped.where, "operator/test", "test");
        try {
            store::put_notes(change, k_evaluation, support::shipped_dossier("greta/XAA-2").notes, nullptr);
            FAIL("it was accepted");
        } catch (const base::Error& error) {
            CHECK(error.kind() == base::ErrorKind::forbidden);
        }
    }

    TEST_CASE("removing the sealed keys destroys the note") {
        support::ShippedRegister shipped = support::shipped_register();
        store::Change change(shipped.where, "person/secretary", "test");
        sqlite::run(change.database(), "DELETE FROM sealed_key WHERE object = 'greta/XAA-2/note/1'");
        change.commit();
        CHECK_THROWS_AS(store::open_notes(shipped.where, k_evaluation, shipped.key), base::Error);
    }
}
