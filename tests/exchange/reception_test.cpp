// SPDX-License-Identifier: EUPL-1.2
#include "base/digest.hpp"
#include "exchange/reception.hpp"
#include "questionnaire/reply_file.hpp"
#include "store/evaluations.hpp"
#include "store/journal.hpp"
#include "support/scratch.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;
using namespace rapporteur::exchange;
using domain::Reply;

namespace {

const domain::EvaluationId k_evaluation("greta/XAA-2");
const domain::ReplyId k_government("greta/XAA-2/reply/government");

Reply government(const store::Register& where) {
    return store::find_reply(where, k_government).value();
}

Examination examine(const store::Register& where, const Reply& reply,
                    const std::optional<std::filesystem::path>& exhibits = {}) {
    return examine_reply(where, k_evaluation, "in/box/reply.xml", questionnaire::write_reply(reply),
                         exhibits);
}

// The faults' texts behind their items: "exhibit 9: ...".
std::string faults(const Examination& examination) {
    std::string text;
    for (const base::Problem& problem : examination.problems) {
        if (problem.severity == base::Severity::error) {
            text += problem.place.item + ": " + problem.text + "\n";
        }
    }
    return text;
}

bool has(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("exchange.reception") {
    TEST_CASE("a later version is received once and gives one receipt for ever") {
        support::ShippedRegister shipped = support::shipped_register();
        Reply reply = government(shipped.where);
        ++reply.version;
        reply.letter = "a third letter";
        const Examination examination = examine(shipped.where, reply);
        CHECK(faults(examination) == "");
        CHECK((examination.reception == Reception::new_version));
        CHECK(examination.version_there.value() == 2);
        CHECK(examination.file_name == "reply.xml");
        const std::size_t entries = store::journal_entries(shipped.where, 0).size();
        const store::Receipt receipt = receive_reply(shipped.where, examination, "person/secretary");
        CHECK(receipt.version == 3);
        CHECK(receipt.file_name == "reply.xml");
        CHECK(store::file_bytes(shipped.where, receipt.sha256) == questionnaire::write_reply(reply));
        CHECK(government(shipped.where) == reply);
        const Examination again = examine(shipped.where, reply);
        CHECK((again.reception == Reception::received_before));
        CHECK(receive_reply(shipped.where, again, "person/secretary").code == receipt.code);
        // Even where the file is received from an examination that did not know yet.
        CHECK(receive_reply(shipped.where, examination, "person/secretary").code == receipt.code);
        CHECK(store::journal_entries(shipped.where, 0).size() == entries + 1);
        CHECK(store::verify_journal(shipped.where).faults.empty());
    }

    TEST_CASE("a submitted version is frozen and an older one is too late") {
        support::ShippedRegister shipped = support::shipped_register();
        Reply reply = government(shipped.where);
        CHECK((examine(shipped.where, reply).reception == Reception::known_content));
        reply.letter = "another";
        const Examination frozen = examine(shipped.where, reply);
        CHECK((frozen.reception == Reception::frozen));
        CHECK_THROWS_AS(receive_reply(shipped.where, frozen, "person/secretary"), base::Error);
        reply.version = 1;
        CHECK((examine(shipped.where, reply).reception == Reception::older));
        try {
            refuse_unreceivable(frozen);
            CHECK(false);
        } catch (const base::Error& error) {
            CHECK((error.kind() == base::ErrorKind::conflict));
            CHECK(has(error.help(), "version=\"3\""));
        }
    }

    TEST_CASE("a draft is replaced by its next state") {
        support::ShippedRegister shipped = support::shipped_register();
        Reply reply = government(shipped.where);
        reply.version = 3;
        reply.status = domain::ReplyStatus::draft;
        receive_reply(shipped.where, examine(shipped.where, reply), "person/secretary");
        reply.status = domain::ReplyStatus::amended;
        const Examination examination = examine(shipped.where, reply);
        CHECK((examination.reception == Reception::replaces_draft));
        receive_reply(shipped.where, examination, "person/secretary");
        CHECK((government(shipped.where).status == domain::ReplyStatus::amended));
    }

    TEST_CASE("all faults are named at once and nothing is stored") {
        support::ShippedRegister shipped = support::shipped_register();
        Reply reply = government(shipped.where);
        reply.version = 3;
        reply.from.push_back(domain::BodyId("XAA/body/nobody"));
        reply.contact = domain::PersonId("person/nobody");
        reply.answers.front().question = domain::QuestionId("no.such.question");
        reply.answers[1].author = domain::BodyId("XAA/body/no-ministry");
        domain::Exhibit exhibit;
        exhibit.number = 99;
        exhibit.title = "T";
        exhibit.file = "missing.txt";
        exhibit.media_type = "text/plain";
        reply.exhibits.push_back(exhibit);
        const std::size_t entries = store::journal_entries(shipped.where, 0).size();
        const Examination examination = examine(shipped.where, reply);
        const std::string text = faults(examination);
        CAPTURE(text);
        CHECK(has(text, "there is no question \"no.such.question\""));
        CHECK(has(text, "no body XAA/body/nobody"));
        CHECK(has(text, "no body XAA/body/no-ministry"));
        CHECK(has(text, "no person person/nobody"));
        CHECK(has(text, "99: the file missing.txt of exhibit 99 is missing"));
        CHECK((examination.reception == Reception::faulty));
        CHECK_THROWS_AS(receive_reply(shipped.where, examination, "person/secretary"), base::InvalidInput);
        CHECK(store::journal_entries(shipped.where, 0).size() == entries);
        CHECK(government(shipped.where).version == 2);
    }

    TEST_CASE("exhibits come from the folder or from an earlier version and must be what the reply names") {
        support::ShippedRegister shipped = support::shipped_register();
        const support::ScratchDir folder;
        folder.write("new.txt", "bytes");
        Reply reply = government(shipped.where);
        reply.version = 3;
        domain::Exhibit exhibit;
        exhibit.number = 50;
        exhibit.title = "New";
        exhibit.file = "new.txt";
        exhibit.media_type = "text/plain";
        reply.exhibits.push_back(exhibit);
        const Examination good = examine(shipped.where, reply, folder.path());
        CHECK(faults(good) == "");
        CHECK(good.reply.exhibits.back().sha256 == base::sha256("bytes").hex());
        CHECK(good.exhibits.at(50) == "bytes");
        CHECK(good.exhibits.size() == reply.exhibits.size());
        receive_reply(shipped.where, good, "person/secretary");

        reply.version = 4;
        reply.exhibits.back().sha256 = base::sha256("other").hex();
        CHECK(has(faults(examine(shipped.where, reply, folder.path())),
                  "50: the file new.txt of exhibit 50 is not the one"));
        CHECK(has(faults(examine(shipped.where, reply)), "50: the file new.txt of exhibit 50 is missing"));
    }

    TEST_CASE("the number of another reply's exhibit is taken") {
        support::ShippedRegister shipped = support::shipped_register();
        Reply ngo = store::find_reply(shipped.where, domain::ReplyId("greta/XAA-2/reply/ngo-furrow")).value();
        ngo.version = 2;
        ngo.exhibits = {government(shipped.where).exhibits.front()};
        const Examination examination = examine(shipped.where, ngo);
        CHECK(has(faults(examination), "another reply has the exhibit"));
        CHECK(examination.unanswered.empty());  // an NGO may answer some questions or all
        CHECK(examination.counts.left_out > 0);
    }

    TEST_CASE("a reply to what was not sent says what was") {
        support::ShippedRegister shipped = support::shipped_register();
        Reply reply = government(shipped.where);
        reply.issue = domain::IssueId("greta/XAA-2/issue/parliament");
        const Examination wrong = examine(shipped.where, reply);
        CHECK(has(faults(wrong), "greta/XAA-2/issue/parliament was not sent"));
        CHECK(has(wrong.problems.front().hint, "government"));
        reply.issue.reset();
        CHECK(has(faults(examine(shipped.where, reply)), "does not say to which issue"));
        CHECK_THROWS_AS(examine_reply(shipped.where, domain::EvaluationId("greta/XAA-7"), "r.xml", "", {}),
                        base::Error);
        CHECK(
            (examine_reply(shipped.where, k_evaluation, "r.xml", "<!DOCTYPE reply><reply/>", {}).reception ==
             Reception::faulty));
        CHECK((examine_reply(shipped.where, k_evaluation, "r.xml", "", {}).reception == Reception::faulty));
    }

    TEST_CASE("a reply that was meant for another round is told so once with the right one") {
        support::ShippedRegister shipped = support::shipped_register();
        const Reply reply = government(shipped.where);
        const Examination wrong = examine_reply(shipped.where, domain::EvaluationId("greta/XAA-1"),
                                                "in/box/reply.xml", questionnaire::write_reply(reply), {});
        REQUIRE(wrong.problems.size() == 1);
        CHECK(has(wrong.problems.front().text, "no reply to greta/XAA-1/issue/government"));
        CHECK(has(wrong.problems.front().hint, "greta/XAA-2/issue/government"));
        CHECK(wrong.problems.front().place.file == "in/box/reply.xml");
        CHECK((wrong.reception == Reception::faulty));
        CHECK(wrong.unanswered.empty());
    }

    TEST_CASE("of two evaluations with the questionnaire that a reply fits the sender's own is named") {
        support::ShippedRegister shipped = support::shipped_register();
        const Reply reply = government(shipped.where);
        // A state before XAA in the alphabet, asked the same.
        domain::Evaluation other = store::need_evaluation(shipped.where, k_evaluation);
        const domain::EvaluationId elsewhere("greta/ALB-2");
        other.id = elsewhere;
        other.subject = domain::SubjectId("ALB");
        other.invented = false;
        other.persons.clear();
        other.bodies.clear();
        other.sources.clear();
        other.assignments.clear();
        other.aliases.clear();
        domain::Issue issue =
            store::find_issue(shipped.where, domain::IssueId("greta/XAA-2/issue/government")).value();
        issue.id = domain::IssueId("greta/ALB-2/issue/government");
        issue.specific.clear();
        store::Change change(shipped.where, "person/secretary", "load");
        store::put_evaluation(change, other);
        store::put_issue(change, elsewhere, issue);
        change.commit();
        const Examination wrong = examine_reply(shipped.where, domain::EvaluationId("greta/XAA-1"),
                                                "reply.xml", questionnaire::write_reply(reply), {});
        REQUIRE(wrong.problems.size() == 1);
        CHECK(has(wrong.problems.front().hint, "--evaluation greta/XAA-2"));
    }

    TEST_CASE("many faults that no other questionnaire explains are the reply's own and all are named") {
        support::ShippedRegister shipped = support::shipped_register();
        Reply reply = government(shipped.where);
        reply.version = 3;
        int spoilt = 0;
        for (domain::Answer& answer : reply.answers) {
            for (domain::Cell& cell : answer.cells) {
                if (!cell.raw.empty() && spoilt < 30) {
                    cell.raw = "many";
                    ++spoilt;
                }
            }
        }
        CHECK(examine(shipped.where, reply).problems.size() >= 30);
    }

    TEST_CASE("answers are counted by what they are") {
        support::ShippedRegister shipped = support::shipped_register();
        Reply reply = government(shipped.where);
        reply.version = 3;
        const AnswerCounts all = examine(shipped.where, reply).counts;
        CHECK(all.answered == all.asked);
        CHECK(all.cells > all.cells_without_figure);
        const auto at = [&](const char* id) -> domain::Answer& {
            for (domain::Answer& each : reply.answers) {
                if (each.question.text() == id) {
                    return each;
                }
            }
            return reply.answers.front();
        };
        at("trends.new") = {
            domain::QuestionId("trends.new"), domain::AnswerState::blank, {}, {}, {}, "", {}, {}, {}, ""};
        at("stat.compensation") = {domain::QuestionId("stat.compensation"),
                                   domain::AnswerState::no_answer,
                                   domain::NoAnswer::not_collected,
                                   {},
                                   {},
                                   "",
                                   {},
                                   {},
                                   {},
                                   ""};
        std::erase_if(reply.answers,
                      [](const domain::Answer& each) { return each.question.text() == "cs1"; });
        const Examination less = examine(shipped.where, reply);
        CHECK(less.counts.asked == all.asked);
        CHECK(less.counts.answered == all.answered - 3);
        CHECK(less.counts.blank == 1);
        CHECK(less.counts.left_out == 1);
        REQUIRE(less.counts.no_answers.size() == 1);
        CHECK((less.counts.no_answers.front() == std::pair(domain::NoAnswer::not_collected, 1)));
        CHECK(less.unanswered == std::vector<std::string>{"trends.new", "cs1"});
        CHECK(less.counts.cells < all.cells);
        CHECK(less.problems.size() == 2);  // two are still shown one by one
        for (const char* id : {"criminal.scope", "prevention.awareness"}) {
            at(id) = {domain::QuestionId(id), domain::AnswerState::blank, {}, {}, {}, "", {}, {}, {}, ""};
        }
        const Examination many = examine(shipped.where, reply);
        CHECK(many.problems.empty());
        CHECK(many.unanswered.size() == 4);
    }
}
