// SPDX-License-Identifier: EUPL-1.2
#include "base/digest.hpp"
#include "base/error.hpp"
#include "release/store.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using release::FrozenFile;
using release::FrozenRecord;
using release::RecordKind;
using release::ReleaseStore;

namespace {

FrozenRecord record(const std::string& object, const std::string& json) {
    return {object, RecordKind::reply, "en", json, base::sha256(json).hex()};
}

FrozenFile file(const std::string& object, const std::string& name, const std::string& bytes) {
    return {object, name, "text/plain", bytes, base::sha256(bytes).hex()};
}

release::Release release_of(const std::string& id, const std::string& at) {
    release::Release r;
    r.id = id;
    r.evaluation = "peer/XAA-1";
    r.framework = "peer";
    r.subject = "XAA";
    r.round = "peer/round-1";
    r.title = "Report and reply";
    r.released_at = *base::Instant::parse(at);
    r.digest = std::string(64, '0');
    r.approved_by = {"person/a", "person/b"};
    return r;
}

std::vector<std::string> objects(const ReleaseStore& store) {
    std::vector<std::string> names;
    for (const FrozenRecord& r : store.current_records()) {
        names.push_back(r.object + " " + r.json);
    }
    return names;
}

std::vector<std::string> files(const ReleaseStore& store) {
    std::vector<std::string> names;
    store.current_files(
        [&](const FrozenFile& f) { names.push_back(f.object + " " + f.name + " " + f.bytes); });
    return names;
}

const base::Instant k_later = *base::Instant::parse("2021-01-01T00:00:00Z");

}  // namespace

TEST_SUITE("release.store") {
    TEST_CASE("the newest release of each object is the current one") {
        ReleaseStore store = ReleaseStore::in_memory();
        store.add(release_of("peer/XAA-1/pub/1", "2020-01-01T00:00:00Z"),
                  {record("a", "{\"v\":1}"), record("b", "{}")}, {file("a", "a.txt", "one")});
        store.add(release_of("peer/XAA-1/pub/2", "2020-02-01T00:00:00Z"), {record("a", "{\"v\":2}")}, {});
        CHECK(objects(store) == std::vector<std::string>{"a {\"v\":2}", "b {}"});
        CHECK(files(store).empty());  // the newer release of a has none
        CHECK(store.releases().size() == 2);
        CHECK(store.releases().at(1).approved_by.size() == 2);
    }

    TEST_CASE("a withdrawn object leaves no record and no file but a tombstone") {
        ReleaseStore store = ReleaseStore::in_memory();
        store.add(release_of("peer/XAA-1/pub/1", "2020-01-01T00:00:00Z"),
                  {record("a", "{}"), record("b", "{}")},
                  {file("a", "a.txt", "one"), file("b", "b.txt", "two")});
        store.withdraw("a", k_later, "asked for by its author", "person/a");
        CHECK(objects(store) == std::vector<std::string>{"b {}"});
        CHECK(files(store) == std::vector<std::string>{"b b.txt two"});
        REQUIRE(store.tombstones().size() == 1);
        CHECK(store.tombstones().front().object == "a");
        CHECK(store.tombstones().front().reason == "asked for by its author");
        CHECK(store.log().front().withdrawn);
    }

    TEST_CASE("withdrawing a later version does not bring the earlier one back") {
        ReleaseStore store = ReleaseStore::in_memory();
        store.add(release_of("peer/XAA-1/pub/1", "2020-01-01T00:00:00Z"), {record("a", "{\"v\":1}")}, {});
        store.add(release_of("peer/XAA-1/pub/2", "2020-02-01T00:00:00Z"), {record("a", "{\"v\":2}")}, {});
        store.withdraw("a", k_later, "wrong", "person/a");
        CHECK(objects(store).empty());
    }

    TEST_CASE("a release after the withdrawal is public again") {
        ReleaseStore store = ReleaseStore::in_memory();
        store.add(release_of("peer/XAA-1/pub/1", "2020-01-01T00:00:00Z"), {record("a", "{\"v\":1}")}, {});
        store.withdraw("a", k_later, "wrong", "person/a");
        store.add(release_of("peer/XAA-1/pub/2", "2021-02-01T00:00:00Z"), {record("a", "{\"v\":2}")}, {});
        CHECK(objects(store) == std::vector<std::string>{"a {\"v\":2}"});
        CHECK(store.tombstones().empty());
    }

    TEST_CASE("withdrawing a publication withdraws what is current of it and no more") {
        ReleaseStore store = ReleaseStore::in_memory();
        store.add(release_of("peer/XAA-1/pub/1", "2020-01-01T00:00:00Z"),
                  {record("a", "{\"v\":1}"), record("b", "{}")}, {});
        store.add(release_of("peer/XAA-1/pub/2", "2020-02-01T00:00:00Z"), {record("a", "{\"v\":2}")}, {});
        store.withdraw("peer/XAA-1/pub/1", k_later, "an error", "person/a");
        CHECK(objects(store) == std::vector<std::string>{"a {\"v\":2}"});
        REQUIRE(store.tombstones().size() == 1);
        CHECK(store.tombstones().front().object == "b");
    }

    TEST_CASE("what is not public can not be withdrawn") {
        ReleaseStore store = ReleaseStore::in_memory();
        CHECK_THROWS_AS(store.withdraw("a", k_later, "why", "person/a"), base::Error);
        store.add(release_of("peer/XAA-1/pub/1", "2020-01-01T00:00:00Z"), {record("a", "{}")}, {});
        store.withdraw("a", k_later, "why", "person/a");
        CHECK_THROWS_AS(store.withdraw("a", k_later, "why", "person/a"), base::Error);
    }

    TEST_CASE("a publication is released once and with the bytes that were approved") {
        ReleaseStore store = ReleaseStore::in_memory();
        FrozenRecord changed = record("a", "{}");
        changed.json = "{ }";
        CHECK_THROWS_AS(store.add(release_of("p", "2020-01-01T00:00:00Z"), {changed}, {}), base::Error);
        CHECK_THROWS_AS(store.add(release_of("p", "2020-01-01T00:00:00Z"), {}, {file("a", "a.txt", "one")}),
                        base::Error);
        CHECK(store.releases().empty());  // nothing is half released
        store.add(release_of("p", "2020-01-01T00:00:00Z"), {record("a", "{}")}, {});
        CHECK_THROWS_AS(store.add(release_of("p", "2020-01-01T00:00:00Z"), {record("b", "{}")}, {}),
                        base::Error);
    }

    TEST_CASE("triggers hold every row of the file") {
        const support::ScratchDir scratch;
        {
            ReleaseStore store = ReleaseStore::open_or_create(scratch / "x.release");
            store.add(release_of("p", "2020-01-01T00:00:00Z"), {record("a", "{}")},
                      {file("a", "a.txt", "one")});
            store.withdraw("a", k_later, "why", "person/a");
        }
        auto raw = sqlite::Database::open(scratch / "x.release", sqlite::OpenMode::read_write);
        CHECK_THROWS_AS(raw.run_script("UPDATE release SET title = 'x'"), base::Error);
        CHECK_THROWS_AS(raw.run_script("DELETE FROM release"), base::Error);
        CHECK_THROWS_AS(raw.run_script("UPDATE public_record SET json = '[]'"), base::Error);
        CHECK_THROWS_AS(raw.run_script("DELETE FROM public_record"), base::Error);
        CHECK_THROWS_AS(raw.run_script("UPDATE public_file SET bytes = x'00'"), base::Error);
        CHECK_THROWS_AS(raw.run_script("DELETE FROM public_file"), base::Error);
        CHECK_THROWS_AS(raw.run_script("UPDATE withdrawal SET object = 'b'"), base::Error);
        CHECK_THROWS_AS(raw.run_script("DELETE FROM withdrawal"), base::Error);
    }

    TEST_CASE("a store that is not there is not made by reading") {
        const support::ScratchDir scratch;
        CHECK_THROWS_AS(ReleaseStore::open(scratch / "none.release"), base::Error);
        CHECK_FALSE(std::filesystem::exists(scratch / "none.release"));
    }
}
