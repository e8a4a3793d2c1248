// SPDX-License-Identifier: EUPL-1.2
#include "document/zip.hpp"
#include "publication/canaries.hpp"
#include "publication/publish.hpp"
#include "questionnaire/reply_file.hpp"
#include "release/record_json.hpp"
#include "store/dossiers.hpp"
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"
#include "store/journal.hpp"
#include "store/publications.hpp"
#include "store/replies.hpp"
#include "store/reply_parts.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace rapporteur;
using namespace rapporteur::domain;
using publication::FreezeRequest;
using publication::Frozen;
using support::CanaryRegister;

namespace {

const EvaluationId k_evaluation("peer/XAA-1");
const base::Instant k_now = *base::Instant::parse("2021-06-01T10:00:00Z");

Frozen freeze(const CanaryRegister& where, std::vector<std::string> only = {},
              std::vector<publication::Attachment> files = {}) {
    FreezeRequest request;
    request.evaluation = k_evaluation;
    request.only = std::move(only);
    request.files = std::move(files);
    request.key = &where.key;
    return publication::freeze(where.where, request);
}

PublicationId prepare(CanaryRegister& where, const Frozen& frozen) {
    store::Change change(where.where, "person/rita", "prepare");
    const auto made = publication::prepare(change, k_evaluation, frozen, "", where.acting("person/rita"));
    change.commit();
    return made.id;
}

void approve(CanaryRegister& where, const PublicationId& id, const std::string& person,
             base::Instant at = k_now) {
    store::Change change(where.where, person, "approve");
    publication::approve(change, id, where.acting(person, at));
    change.commit();
}

void let_out(CanaryRegister& where, release::ReleaseStore& to, const PublicationId& id,
             base::Instant at = k_now) {
    store::Change change(where.where, "person/rita", "release");
    publication::release(change, to, id, where.acting("person/rita", at));
    change.commit();
}

const publication::FrozenItem* find(const Frozen& frozen, const std::string& object,
                                    const std::string& name = "") {
    const auto found = std::ranges::find_if(frozen.items, [&](const publication::FrozenItem& item) {
        return item.item.object.text() == object && item.item.name == name;
    });
    return found == frozen.items.end() ? nullptr : &*found;
}

template <class T>
T record(const Frozen& frozen, const std::string& object) {
    const auto* const item = find(frozen, object);
    REQUIRE_MESSAGE(item != nullptr, object);
    return release::from_json<T>(item->bytes, object);
}

// What it says when it is refused; empty when it is not.
template <class Work>
std::string refusal(Work work) {
    try {
        work();
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::refused);
        return base::describe(error);
    }
    return "";
}

// The name of the error's kind; "none" where nothing is thrown.
template <class Work>
std::string_view kind_of(Work work) {
    try {
        work();
    } catch (const base::Error& error) {
        return base::name_of(error.kind());
    }
    return "none";
}

CanaryRegister planted(const std::function<void(Dossier&, const support::Canaries&)>& plant) {
    support::Canaries canaries;
    Dossier dossier = support::canary_dossier(canaries);
    plant(dossier, canaries);
    return support::register_with(dossier, canaries);
}

}  // namespace

TEST_SUITE("publication.publish") {
    TEST_CASE("no byte of what would leave holds a seeded token") {
        const CanaryRegister where = support::canary_register();
        CHECK(where.canaries.size() >= 35);
        const Frozen frozen = freeze(where);
        for (const auto& row : where.canaries) {
            const auto& place = std::get<0>(row);
            const auto& token = std::get<1>(row);
            for (const publication::FrozenItem& item : frozen.items) {
                CHECK_MESSAGE(item.bytes.find(token) == std::string::npos,
                              place << " in " << item.item.object.text());
                CHECK(item.item.name.find(token) == std::string::npos);
            }
        }
        for (const publication::FrozenItem& item : frozen.items) {
            for (const char* hidden : {"reply/quiet", "/note/", "/site/", "/request/", "comment/1\"",
                                       "/finding/", "person/", "body/quiet", "report/interim"}) {
                CHECK_MESSAGE(item.bytes.find(hidden) == std::string::npos,
                              hidden << " in " << item.item.object.text());
            }
        }
    }

    TEST_CASE("what is public leaves with its words and its thread") {
        const CanaryRegister where = support::canary_register();
        const Frozen frozen = freeze(where);
        const auto r = record<release::PublicRecommendation>(frozen, "peer/XAA-1/r01");
        CHECK(r.verb == "urges");
        CHECK(r.rank == 1);
        CHECK(r.paragraph_number == "2");
        CHECK(r.limbs.at(1).text == "train the police");
        CHECK(r.prose.text.find("tell the shelters of new laws") != std::string::npos);
        const auto report = record<release::PublicReport>(frozen, "peer/XAA-1/report/final");
        REQUIRE(report.items.size() == 3);
        CHECK(report.items.at(1).number == "1");
        CHECK(report.items.at(1).prose.text.find("paragraph\xC2\xA0"
                                                 "2") != std::string::npos);
        CHECK(report.items.at(1).prose.tree.find("note/1") == std::string::npos);
        CHECK(find(frozen, "peer/XAA-1/r02") == nullptr);  // stood in the draft alone
        CHECK(find(frozen, "peer/XAA-1/claim/1") != nullptr);
        CHECK(find(frozen, "peer/XAA-1/claim/2") == nullptr);
        CHECK(find(frozen, "peer/XAA-1/claim/4") != nullptr);  // rests on a measure that goes out with it
        REQUIRE(frozen.withheld.size() == 2);
        CHECK(frozen.withheld.front().claim == "peer/XAA-1/claim/2");
        CHECK(frozen.withheld.front().why == "not public: peer/XAA-1/note/1#f1");
        CHECK(find(frozen, "peer/XAA-1/reply/government", "act.txt") != nullptr);
        CHECK(find(frozen, "peer/XAA-1/reply/government", "hidden.txt") == nullptr);
        CHECK(find(frozen, "XAA/body/shelter-line") != nullptr);
        CHECK(record<release::PublicMeasure>(frozen, "XAA/measure/1").evidence.size() == 1);
    }

    TEST_CASE("every record about an invented state says that it is and no other does") {
        const CanaryRegister where = support::canary_register();
        int marked = 0;
        for (const publication::FrozenItem& item : freeze(where).items) {
            if (item.item.kind != "file") {
                CAPTURE(item.item.object.text());
                const bool mechanism = item.item.object.text() == "peer";
                CHECK((item.bytes.find("\"invented\":true") != std::string::npos) != mechanism);
                CHECK((item.bytes.find("\"invented\":false") != std::string::npos) == mechanism);
                ++marked;
            }
        }
        CHECK(marked > 8);
    }

    TEST_CASE("what a body wrote in a part that was not chosen may not leave either") {
        CanaryRegister where = support::canary_register();
        Reply part;
        part.id = ReplyId("peer/XAA-1/reply/quiet");
        part.issue = IssueId("peer/XAA-1/issue/quiet");
        part.respondent = "ngo";
        part.language = "en";
        Answer answer;
        answer.question = QuestionId("law.text");
        answer.text = "The warden of the eastern house locks the doors at night and keeps the key.";
        part.answers = {answer};
        const publication::Attachment file{
            k_evaluation.text() + "/report/final", "annex.txt", "text/plain",
            "It is said that the warden of the eastern house locks the doors."};
        CHECK_NOTHROW(freeze(where, {}, {file}));
        {
            store::Change change(where.where, "person/rita", "reply receive");
            store::ReplyPart kept;
            kept.reply = part.id;
            kept.body = BodyId("XAA/body/quiet");
            kept.file_name = "part.xml";
            kept.answers = questionnaire::write_reply(part);
            store::add_part(change, kept, "bytes");
            change.commit();
        }
        CHECK_THROWS_AS(freeze(where, {}, {file}), base::Error);
    }

    TEST_CASE("small counts are hidden and named") {
        const CanaryRegister where = support::canary_register();
        const Frozen frozen = freeze(where);
        const auto reply = record<release::PublicReply>(frozen, "peer/XAA-1/reply/government");
        const auto table = std::ranges::find_if(
            reply.answers, [](const release::PublicAnswer& a) { return a.question == "stat.identified"; });
        REQUIRE(table != reply.answers.end());
        CHECK(table->cells.at(0).value == "41");
        CHECK(table->cells.at(1).hidden == "complementary");
        CHECK(table->cells.at(2).hidden == "small");
        CHECK(table->cells.at(2).value.empty());
        CHECK(table->cells.at(2).note.empty());
        CHECK(reply.floor == 11);
        CHECK(frozen.hidden.size() == 4);
        // The figure of 2020 stands in a published source.
        const auto figures = record<release::PublicStatistics>(frozen, "peer/XAA-1/statistics");
        REQUIRE(figures.observations.size() == 4);
        CHECK(figures.observations.at(3).cell.value == "7");
    }

    TEST_CASE("what a table of the adopted report prints is shown in the data and nothing else is") {
        const auto printing = [](const std::string& block) {
            return planted([&](Dossier& d, const support::Canaries&) {
                d.reports[1].chapters[0].items[1].markdown += "\n\n" + block;
                d.replies[0].answers[3].cells[2].note = "";
                d.statistics[0].note = "";
            });
        };
        const Frozen by_sex = freeze(printing(
            "```{.statistics question=stat.identified by=sex years=2019-2019}\nTable 1: Victims\n```"));
        const auto reply = record<release::PublicReply>(by_sex, "peer/XAA-1/reply/government");
        for (const release::PublicAnswer& answer : reply.answers) {
            for (const release::PublicCell& cell : answer.cells) {
                CHECK(cell.hidden.empty());
            }
        }
        CHECK(by_sex.hidden.size() == 2);  // the figures by age, which it does not print
        const Frozen by_age = freeze(printing(
            "```{.chart indicator=victims by=age years=2019-2019 kind=bars}\nFigure 1: Victims\n```"));
        CHECK(by_age.hidden.size() == 2);
        CHECK(by_age.hidden.front().object == "peer/XAA-1/reply/government");
        const Frozen other_year = freeze(
            printing("```{.statistics question=stat.identified by=sex years=2018-2018}\nTable 1: V\n```"));
        CHECK(other_year.hidden.size() == 4);
    }

    TEST_CASE("what the framework says to count persons is hidden and other things are not") {
        const auto shown = [](const std::string& unit, std::vector<Rule> rules) {
            CanaryRegister where = planted([&](Dossier& d, const support::Canaries&) {
                d.statistics = {{"permits", 2019, {}, "7", {}, unit, "", ""}};
            });
            Framework framework = support::canary_framework();
            framework.rules = std::move(rules);
            framework.indicators.push_back({"permits", unit, {}, {}});
            store::Change change(where.where, "person/rita", "load");
            store::put_framework(change, framework);
            change.commit();
            const Frozen frozen = freeze(where);
            return record<release::PublicStatistics>(frozen, "peer/XAA-1/statistics")
                .observations.at(0)
                .cell.value;
        };
        CHECK(shown("persons", {}) == "");
        CHECK(shown("number", {}) == "");
        CHECK(shown("permits", {}) == "7");
        CHECK(shown("permits", {{"small-cell-units", "decisions permits", "", true}}) == "");
        CHECK(shown("cases", {{"small-cell-units", "decisions permits", "", true}}) == "7");
    }

    TEST_CASE("the floor is the framework's and never below five") {
        Framework framework = support::canary_framework();
        CHECK(publication::floor_of(framework) == 11);
        framework.rules = {{"small-cell-floor", "6", "", true}};
        CHECK(publication::floor_of(framework) == 6);
        framework.rules = {{"small-cell-floor", "4", "", true}};
        CHECK(refusal([&] { publication::floor_of(framework); }) != "");
    }

    TEST_CASE("what an amended reply no longer says is as confidential as before") {
        const std::string words = "eleven shelters were closed without a word to those who lived in them";
        CanaryRegister where = planted([&](Dossier& d, const support::Canaries&) {
            d.reports[1].chapters[0].items[1].markdown += " Nor is it true that " + words + ".";
            d.replies[1].answers[0].text = "And " + words + ".";
        });
        Reply amended = store::find_reply(where.where, ReplyId("peer/XAA-1/reply/quiet")).value();
        amended.version = 2;
        amended.status = ReplyStatus::amended;
        amended.answers[0].text = "Taken back.";
        store::Change change(where.where, "person/rita", "amend");
        store::put_reply(change, EvaluationId("peer/XAA-1"), amended, {});
        change.commit();
        CHECK(refusal([&] { freeze(where); }).find("peer/XAA-1/reply/quiet@1#law.text") != std::string::npos);
    }

    TEST_CASE("a confidential text planted anywhere public is found with its place") {
        using Plant = std::function<void(Dossier&, const std::string&)>;
        const std::vector<std::pair<std::string, Plant>> places{
            {"peer/XAA-1/report/final",
             [](Dossier& d, const std::string& t) {
                 d.reports[1].chapters[0].items[1].markdown += " And " + t + ".";
             }},
            {"peer/XAA-1/reply/government",
             [](Dossier& d, const std::string& t) { d.replies[0].answers[0].text += " And " + t + "."; }},
            {"peer/XAA-1/comment/2",
             [](Dossier& d, const std::string& t) { d.comments[1].text += " And " + t + "."; }},
            {"peer/XAA-1/claim/1",
             [](Dossier& d, const std::string& t) { d.recommendations.claims[0].text[0].text += " " + t; }},
            {"XAA/measure/1", [](Dossier& d, const std::string& t) { d.measures[0].target = t; }},
            {"XAA/source/act-1",
             [](Dossier& d, const std::string& t) { d.evaluation.sources[0].author = t; }},
            {"peer/XAA-1/statistics", [](Dossier& d, const std::string& t) { d.statistics[2].note = t; }}};
        for (const char* secret : {"the text of a note", "an exact place", "an interlocutor's code",
                                   "an answer of a confidential reply", "the e-mail of carl"}) {
            for (const auto& row : places) {
                const auto& object = std::get<0>(row);
                const auto& plant = std::get<1>(row);
                // Whoever publishes the words of a confidential reply in a reply of their own may do so.
                const bool own_words =
                    object == "peer/XAA-1/reply/government" || object == "peer/XAA-1/comment/2";
                if (own_words && std::string(secret) == "an answer of a confidential reply") {
                    continue;
                }
                const CanaryRegister where =
                    planted([&plant = plant, secret](Dossier& d, const support::Canaries& c) {
                        const std::string mail =
                            std::string(secret) == "the e-mail of carl" ? "@example.org" : "";
                        plant(d, c.at(secret) + mail);
                    });
                const std::string said = refusal([&] { freeze(where); });
                CHECK_MESSAGE(said.find(object) != std::string::npos,
                              secret << " in " << object << ": " << said);
            }
        }
    }

    TEST_CASE("a passage of a note in an attached file is found") {
        const CanaryRegister where = support::canary_register();
        const std::string token = where.canaries.at("the text of a note");
        const std::string said = refusal([&] {
            freeze(where, {},
                   {{"peer/XAA-1/report/final", "final.html", "text/html", "<p>" + token + "</p>"}});
        });
        CHECK(said.find("file final.html") != std::string::npos);
        CHECK(said.find("peer/XAA-1/note/1") != std::string::npos);
        CHECK(said.find(token) == std::string::npos);
        const Frozen clean =
            freeze(where, {}, {{"peer/XAA-1/report/final", "final.html", "text/html", "<p>Law</p>"}});
        CHECK(find(clean, "peer/XAA-1/report/final", "final.html") != nullptr);
    }

    TEST_CASE("without a key that opens the notes nothing is frozen and nothing released") {
        CanaryRegister where = support::canary_register();
        FreezeRequest request;
        request.evaluation = k_evaluation;
        CHECK(kind_of([&] { publication::freeze(where.where, request); }) == "forbidden");
        const PublicationId id = prepare(where, freeze(where));
        approve(where, id, "person/olga");
        approve(where, id, "person/john");
        auto to = release::ReleaseStore::in_memory();
        CHECK(kind_of([&] {
                  store::Change change(where.where, "person/rita", "release");
                  publication::release(change, to, id, {PersonId("person/rita"), nullptr, k_now});
              }) == "forbidden");
        CHECK(to.releases().empty());
    }

    TEST_CASE("a Word file is read in every part and what can not be read does not leave") {
        const CanaryRegister where = support::canary_register();
        const auto attached = [&](const std::string& name, const std::string& type,
                                  const std::string& bytes) {
            return refusal([&] { freeze(where, {}, {{"peer/XAA-1/report/final", name, type, bytes}}); });
        };
        const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        const std::string token = where.canaries.at("the text of a note");
        for (const char* part : {"word/document.xml", "word/footer1.xml", "word/comments.xml",
                                 "word/footnotes.xml", "docProps/core.xml", "customXml/item1.xml"}) {
            const std::string package =
                document::write_zip({{"[Content_Types].xml", "<Types/>"},
                                     {part, "<w:p><w:r><w:t>" + token + "</w:t></w:r></w:p>"}});
            REQUIRE(package.find(token) == std::string::npos);  // deflated: its bytes alone say nothing
            CHECK_MESSAGE(attached("final.docx", word, package).find("note/1") != std::string::npos, part);
        }
        const std::string clean = document::write_zip({{"word/document.xml", "<w:p>Law</w:p>"}});
        CHECK(attached("final.docx", word, clean).empty());
        const std::string macro = document::write_zip({{"word/vbaProject.bin", "x"}});
        CHECK(attached("final.docx", word, macro).find("vbaProject") != std::string::npos);
        CHECK(attached("final.docx", word, clean.substr(0, 40)).find("can not be read") != std::string::npos);
        CHECK(attached("final.txt", "text/plain", "caf\xE9").find("UTF-8") != std::string::npos);
        CHECK(attached("final.png", "image/png", "\x89PNG").find("can not be read") != std::string::npos);
        CHECK(attached("final.pdf", "application/pdf", "no PDF").find("can not be read") !=
              std::string::npos);
    }

    TEST_CASE("one approval is not enough and nobody approves twice or what was prepared by oneself") {
        CanaryRegister where = support::canary_register();
        const PublicationId id = prepare(where, freeze(where));
        auto to = release::ReleaseStore::in_memory();
        CHECK(refusal([&] { let_out(where, to, id); }).find("0 of 2") != std::string::npos);
        CHECK(refusal([&] { approve(where, id, "person/rita"); }).find("prepared") != std::string::npos);
        approve(where, id, "person/olga");
        CHECK_THROWS_AS(approve(where, id, "person/olga"), base::Error);
        CHECK(refusal([&] { approve(where, id, "person/nora"); }).find("recused") != std::string::npos);
        CHECK(refusal([&] { approve(where, id, "person/carl"); }).find("contact-person") !=
              std::string::npos);
        CHECK(refusal([&] { let_out(where, to, id); }).find("1 of 2") != std::string::npos);
        CHECK(to.releases().empty());
        approve(where, id, "person/john");
        let_out(where, to, id);
        CHECK(to.releases().size() == 1);
        CHECK(store::need_publication(where.where, id).status == PublicationStatus::released);
        CHECK(kind_of([&] { let_out(where, to, id); }) == "conflict");
        CHECK(store::verify_journal(where.where).faults.empty());
    }

    TEST_CASE("approvals lapse after seven days") {
        CanaryRegister where = support::canary_register();
        const PublicationId id = prepare(where, freeze(where));
        approve(where, id, "person/olga");
        approve(where, id, "person/john");
        auto to = release::ReleaseStore::in_memory();
        const auto later = base::Instant::from_seconds(k_now.seconds_since_1970() + 7 * 86'400 + 1);
        CHECK(refusal([&] { let_out(where, to, id, later); }).find("0 of 2") != std::string::npos);
    }

    TEST_CASE("a changed byte voids the approvals") {
        CanaryRegister where = support::canary_register();
        const PublicationId id = prepare(where, freeze(where));
        approve(where, id, "person/olga");
        approve(where, id, "person/john");
        where.where.database().run_script(
            "DROP TRIGGER file_bytes_are_kept_u;"
            "UPDATE file_bytes SET bytes = CAST(replace(CAST(bytes AS TEXT), 'haste', 'Haste') AS BLOB) "
            "WHERE instr(CAST(bytes AS TEXT), 'haste') > 0");
        auto to = release::ReleaseStore::in_memory();
        CHECK(refusal([&] { let_out(where, to, id); }).find("digest") != std::string::npos);
        CHECK(to.releases().empty());
    }

    TEST_CASE("triggers hold what was frozen") {
        CanaryRegister where = support::canary_register();
        prepare(where, freeze(where));
        auto& db = where.where.database();
        CHECK_THROWS_AS(db.run_script("UPDATE publication SET title = 'x'"), base::Error);
        CHECK_THROWS_AS(db.run_script("UPDATE publication SET digest = 'x'"), base::Error);
        CHECK_THROWS_AS(db.run_script("UPDATE publication_item SET sha256 = 'x'"), base::Error);
        CHECK_THROWS_AS(db.run_script("DELETE FROM publication_item"), base::Error);
    }

    TEST_CASE("it is prepared while the stage runs and released when it is completed") {
        CanaryRegister where =
            planted([](Dossier& d, const support::Canaries&) { d.evaluation.stages.pop_back(); });
        const PublicationId id = prepare(where, freeze(where));
        approve(where, id, "person/olga");
        approve(where, id, "person/john");
        auto to = release::ReleaseStore::in_memory();
        const std::string said = refusal([&] { let_out(where, to, id); });
        CHECK(said.find("peer/XAA-1/report/final") != std::string::npos);
        CHECK(to.releases().empty());
        store::Change change(where.where, "person/rita", "advance");
        store::add_stage_event(
            change, k_evaluation,
            {"publication", StageAct::completed, *base::Date::parse("2021-06-01"), {}, {}, ""});
        change.commit();
        let_out(where, to, id);
        CHECK(to.releases().size() == 1);
    }

    TEST_CASE("before the stage only the frame is public") {
        CanaryRegister where = planted([](Dossier& d, const support::Canaries&) {
            d.evaluation.stages.pop_back();
            d.evaluation.stages.pop_back();
        });
        const Frozen frozen = freeze(where);
        for (const publication::FrozenItem& item : frozen.items) {
            const std::string& kind = item.item.kind;
            CHECK_MESSAGE((kind == "framework" || kind == "subject" || kind == "evaluation"), kind);
        }
    }

    TEST_CASE("what was released as it is now is not prepared again and what was withdrawn only by name") {
        CanaryRegister where = support::canary_register();
        const support::ScratchDir scratch;
        support::publish_all(where, (scratch / "r.release").string());
        CHECK(refusal([&] { freeze(where); }).find("nothing new") != std::string::npos);
        auto to = release::ReleaseStore::open_or_create(scratch / "r.release");
        {
            store::Change change(where.where, "person/rita", "withdraw");
            publication::withdraw(change, to, "peer/XAA-1/reply/shelter-line", "At its wish.",
                                  where.acting("person/rita"));
            change.commit();
        }
        CHECK(refusal([&] { freeze(where); }).find("nothing new") != std::string::npos);
        const Frozen again = freeze(where, {"peer/XAA-1/reply/shelter-line"});
        CHECK(find(again, "peer/XAA-1/reply/shelter-line") != nullptr);
        CHECK(refusal([&] { freeze(where, {"peer/XAA-1/reply/quiet"}); }).find("may not be public") !=
              std::string::npos);
    }

    TEST_CASE("a withdrawal needs a reason") {
        CanaryRegister where = support::canary_register();
        const support::ScratchDir scratch;
        const std::string id = support::publish_all(where, (scratch / "r.release").string());
        auto to = release::ReleaseStore::open_or_create(scratch / "r.release");
        {
            store::Change change(where.where, "person/rita", "withdraw");
            CHECK_THROWS_AS(publication::withdraw(change, to, id, " ", where.acting("person/rita")),
                            base::Error);
        }
        {
            store::Change change(where.where, "person/rita", "withdraw");
            publication::withdraw(change, to, id, "An error.", where.acting("person/rita"));
            change.commit();
        }
        CHECK(to.current_records().empty());
        CHECK(store::need_publication(where.where, PublicationId(id)).status == PublicationStatus::withdrawn);
    }
}
