// SPDX-License-Identifier: EUPL-1.2
#include "exchange/submission.hpp"

#include "base/error.hpp"
#include "exchange/merging.hpp"
#include "questionnaire/reply_file.hpp"
#include "store/people.hpp"

#include <fmt/format.h>

namespace rapporteur::exchange {

namespace {

domain::Reply need_draft(const store::Register& where, const domain::ReplyId& id) {
    const std::optional<domain::Reply> reply = store::find_reply(where, id);
    if (!reply) {
        throw base::Error(base::ErrorKind::not_found, "the register has no reply " + id.text())
            .help("put its parts together with: rapporteur reply merge " + id.text());
    }
    if (reply->status != domain::ReplyStatus::draft) {
        throw base::Error(base::ErrorKind::conflict,
                          fmt::format("version {} of {} was submitted before", reply->version, id.text()))
            .help("a correction is a later version");
    }
    return *reply;
}

// What was sent after the draft was put together is not in it: better said now than in the plenary.
void must_be_merged(const store::Register& where, const domain::Reply& draft) {
    if (parts_of(where, draft.id).empty()) {
        return;
    }
    const MergedReply merged = merged_reply(where, draft.id, store::list_choices(where, draft.id));
    if (!merged.merge.open.empty() || merged.reply.answers != draft.answers) {
        throw base::Error(base::ErrorKind::conflict,
                          "the draft is not what the parts make now; nothing was submitted")
            .help("put them together again with: rapporteur reply merge " + draft.id.text());
    }
}

}  // namespace

Submission submit_reply(store::Register& where, const domain::ReplyId& id, const SignOff& sign_off,
                        const std::string& person) {
    domain::Reply reply = need_draft(where, id);
    must_be_merged(where, reply);
    reply.status = domain::ReplyStatus::submitted;
    reply.submitted = sign_off.date;
    reply.letter = sign_off.letter;
    reply.contact = sign_off.contact ? sign_off.contact : reply.contact;
    Submission submission;
    base::Problems& problems = submission.warnings;
    if (reply.contact && !store::find_person(where, *reply.contact)) {
        base::add_error(problems, {"", 0, "contact"}, "the register knows no person " + reply.contact->text(),
                        "persons are declared in the evaluation's dossier");
    }
    check_as_whole(where, reply, problems);
    base::throw_if_errors(problems, "the draft has faults; nothing was submitted");
    const std::optional<domain::EvaluationId> evaluation = domain::evaluation_of(id.text());
    store::Change change(where, person, fmt::format("reply submit {}@{}", id.text(), reply.version));
    std::map<int, std::string> exhibits;
    for (const domain::Exhibit& exhibit : reply.exhibits) {
        exhibits[exhibit.number] = store::file_bytes(where, exhibit.sha256);
    }
    store::put_reply(change, evaluation.value(), reply, exhibits);
    submission.receipt = store::add_receipt(
        change, id, reply.version, fmt::format("{}@{}.xml", domain::local_name(id.text()), reply.version),
        questionnaire::write_reply(reply));
    change.commit();
    submission.answers = reply.answers.size();
    submission.parts = store::counting_parts(where, id);
    return submission;
}

store::ReplyPart receive_part(store::Register& where, const Examination& examination,
                              const domain::BodyId& body, PartRole role, const std::string& person) {
    if (base::has_errors(examination.problems)) {
        throw base::InvalidInput("the part has faults; nothing was stored", examination.problems);
    }
    if (!store::find_body(where, body)) {
        throw base::Error(base::ErrorKind::not_found, "the register knows no body " + body.text())
            .help("bodies are declared in the evaluation's dossier");
    }
    if (!examination.reply.exhibits.empty()) {
        throw base::Error(base::ErrorKind::refused, "a part with exhibits can not be kept yet")
            .help("receive the exhibits with the reply as a whole");
    }
    store::Change change(where, person,
                         fmt::format("reply receive --part {} {}", body.text(), examination.reply.id.text()));
    store::ReplyPart part;
    part.reply = examination.reply.id;
    part.body = body;
    part.adds = role == PartRole::adds;
    part.file_name = examination.file_name;
    part.answers = questionnaire::write_reply(examination.reply);
    part = store::add_part(change, std::move(part), examination.bytes);
    change.commit();
    return part;
}

}  // namespace rapporteur::exchange
