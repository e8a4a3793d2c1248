// SPDX-License-Identifier: EUPL-1.2
#include "exchange/word_reply.hpp"

#include "base/phrase.hpp"
#include "base/text.hpp"
#include "document/word_convert.hpp"
#include "exchange/answer_order.hpp"
#include "exchange/delegating.hpp"
#include "exchange/form_origin.hpp"
#include "exchange/requesting.hpp"
#include "exchange/word_answers.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace rapporteur::exchange {

namespace {

using document::WordFault;

struct FaultRow {
    WordFault fault;
    Decision decision;
    std::string_view words;
    std::string_view help;
};

// What each fault means for a reply. Asked about is what could be two different answers; warned of, what is read and may surprise the sender.
constexpr std::array<FaultRow, 23> k_rows{{
    {WordFault::converted, Decision::warn, "the file was converted by LibreOffice before it was read",
     "it is kept as it came"},
    {WordFault::macros, Decision::refuse, "the file holds macros", "have it saved as .docx, which has none"},
    {WordFault::embedded_object, Decision::ask, "an embedded object, which is not read",
     "ask for it as an exhibit"},
    {WordFault::external_link, Decision::warn, "a part that would be fetched from elsewhere; it was not", ""},
    {WordFault::reference_missing, Decision::refuse, "no reference line says which form this is",
     "copy the line [@ ...] back from the form that was sent"},
    {WordFault::question_missing, Decision::warn, "the question is no longer in the file",
     "it counts as not answered"},
    {WordFault::question_twice, Decision::ask, "the question stands twice, with two answers",
     "keep one of them in the file"},
    {WordFault::question_moved, Decision::warn, "the question stands in another place", ""},
    {WordFault::heading_changed, Decision::warn, "the heading was changed", ""},
    {WordFault::text_changed, Decision::warn, "the question's text was changed",
     "was another question answered?"},
    {WordFault::line_lost, Decision::warn, "a line that marks the answer is gone",
     "see whether the answer is whole"},
    {WordFault::text_outside, Decision::warn, "text below the answer's end was taken as a part of it",
     "see whether it belongs there"},
    {WordFault::text_before, Decision::warn, "text that belongs to no question",
     "it stays in the file alone"},
    {WordFault::placeholder_left, Decision::warn, "the placeholder still stands beside the answer", ""},
    {WordFault::text_box, Decision::warn, "text in a box was read as a part of the answer", ""},
    {WordFault::tracked_changes, Decision::warn, "tracked changes were read as accepted",
     "ask the sender whether that is meant"},
    {WordFault::comment, Decision::warn, "a comment, which is no part of the answer", ""},
    {WordFault::own_table, Decision::ask, "a table of the sender's own; its figures have no place in ours",
     "it is kept as text; ask for the figures in the form's table"},
    {WordFault::merged_cells, Decision::ask, "cells were merged, so that a figure has no single place",
     "ask for the figures one by one"},
    {WordFault::place_unknown, Decision::ask,
     "a row or column of the sender's own; its figures were not taken", "ask where they belong"},
    {WordFault::place_missing, Decision::warn, "a row or column of the table is gone", ""},
    {WordFault::place_twice, Decision::ask, "two figures for one place", "keep one of them in the file"},
    {WordFault::words_lost, Decision::refuse, "words of the file were not found again in what was read",
     "this is a fault of the program: keep the file and report it"},
}};

const FaultRow& row_of(WordFault fault) {
    return *std::find_if(k_rows.begin(), k_rows.end(),
                         [&](const FaultRow& row) { return row.fault == fault; });
}

constexpr std::size_t k_longest_detail = 160;

class WordReader {
public:
    WordReader(const store::Register& where, const domain::EvaluationId& evaluation, const std::string& file,
               const WordReplyTerms& terms, base::Problems& problems)
        : m_where(where), m_evaluation(evaluation), m_file(file), m_terms(terms), m_problems(problems) {}

    std::optional<WordReply> run(std::string_view sent) {
        const std::optional<document::WordCopy> copy = document::copy_as_docx(sent, m_file, m_problems);
        if (!copy) {
            return std::nullopt;
        }
        const std::string_view bytes = copy->docx ? std::string_view(*copy->docx) : sent;
        const std::optional<document::WordReference> reference =
            document::read_word_reference(bytes, m_file, m_problems);
        if (!reference) {
            return std::nullopt;
        }
        if (!reference->reference) {
            tell({WordFault::reference_missing, "", ""});
            return std::nullopt;
        }
        std::optional<Sent> sent_form = sent_form_of(*reference->reference);
        if (!sent_form) {
            return std::nullopt;
        }
        Issuing& issuing = sent_form->issuing;
        std::optional<FormPart> part =
            part_of_form(m_where, issuing.issue, *reference->reference, m_terms.part, m_file, m_problems);
        if (!part && !reference->reference->part.empty()) {
            return std::nullopt;
        }
        if (part) {
            issuing = part_of_issuing(m_where, std::move(issuing), *part);
        }
        const document::FormManifest manifest =
            form_document(issuing.questionnaire, issuing.issue, issuing.names, issuing.language, issuing.part,
                          sent_form->request ? &*sent_form->request : nullptr)
                .manifest;
        m_questionnaire = std::move(issuing.questionnaire);
        std::optional<document::WordForm> form =
            document::read_word_form(bytes, m_file, manifest, m_problems);
        if (!form) {
            return std::nullopt;
        }
        form->findings.insert(form->findings.begin(), copy->findings.begin(), copy->findings.end());
        WordReply result;
        result.reply = reply_of(issuing.issue, *reference->reference, *form);
        result.part = std::move(part);
        result.request = std::move(sent_form->request);
        if (result.part) {
            result.reply.from = {result.part->body};
        }
        for (const document::WordFinding& finding : form->findings) {
            tell(finding);
        }
        result.comments = std::move(form->comments);
        result.findings = std::move(form->findings);
        result.outside = std::move(form->outside);
        return result;
    }

private:
    void fault(std::string item, std::string text, std::string hint) {
        base::add_error(m_problems, {m_file, 0, std::move(item)}, std::move(text), std::move(hint));
    }

    // What went out: the questionnaire's form, or a request's.
    struct Sent {
        Issuing issuing;
        std::optional<FormRequest> request;
    };

    // A form of another state, another round or another version is not read at all.
    std::optional<Sent> sent_form_of(const document::FormReference& reference) {
        if (!is_of_evaluation(m_evaluation, reference, m_file, m_problems)) {
            return std::nullopt;
        }
        if (const auto request = request_of(reference.issue); m_terms.awaited == AwaitedForm::request) {
            return request ? sent_request(*request, reference) : not_a_request(reference);
        } else if (request) {
            fault("",
                  fmt::format("this is an answer to {}, and no reply to a questionnaire", request->text()),
                  "take it in with: rapporteur request answer");
            return std::nullopt;
        }
        const std::optional<domain::Issue> issue =
            issue_of_form(m_where, m_evaluation, reference, m_file, m_problems);
        if (!issue) {
            return std::nullopt;
        }
        return Sent{find_issuing(m_where, issue->id, reference.language), std::nullopt};
    }

    std::optional<Sent> not_a_request(const document::FormReference& reference) {
        fault("", fmt::format("this is the form {}, and no request for information", reference.issue),
              "take it in with: rapporteur reply receive");
        return std::nullopt;
    }

    std::optional<Sent> sent_request(const domain::RequestId& id, const document::FormReference& reference) {
        if (!find_request(m_where, id)) {
            fault("", fmt::format("{} was not sent", reference.issue),
                  "see what was sent with: rapporteur request list");
            return std::nullopt;
        }
        Requesting requesting = find_requesting(m_where, id, reference.language);
        if (!is_of_questionnaire(requesting.issuing.issue, reference, m_file, m_problems)) {
            return std::nullopt;
        }
        return Sent{std::move(requesting.issuing), std::move(requesting.request)};
    }

    void tell(const document::WordFinding& finding) {
        const FaultRow& row = row_of(finding.fault);
        const std::string text = fmt::format("{}{}{}", row.words, finding.detail.empty() ? "" : ": ",
                                             base::cut_short(finding.detail, k_longest_detail));
        const base::Place place{m_file, 0, finding.question};
        const bool accepted = m_terms.accepted.count(finding.fault) > 0;
        if (row.decision == Decision::refuse || (row.decision == Decision::ask && !accepted)) {
            std::string help(row.help);
            if (row.decision == Decision::ask) {
                help += fmt::format("; or take it as it is with --accept {}", base::name_of(finding.fault));
            }
            base::add_error(m_problems, place, text, help);
        } else {
            base::add_warning(m_problems, place, text, std::string(row.help));
        }
    }

    domain::Reply reply_of(const domain::Issue& issue, const document::FormReference& reference,
                           document::WordForm& form) {
        domain::Reply reply;
        reply.id = domain::ReplyId(
            fmt::format("{}/reply/{}", m_evaluation.text(), domain::local_name(issue.id.text())));
        reply.issue = issue.id;
        reply.respondent = issue.respondent;
        reply.language = reference.language;
        reply.from = m_terms.from;
        reply.status = m_terms.status;
        reply.submitted = m_terms.submitted;
        reply.letter = m_terms.letter;
        if (reply.from.empty() && issue.to) {
            reply.from = {*issue.to};
        }
        if (const auto there = store::find_reply(m_where, reply.id)) {
            reply.version = there->status == domain::ReplyStatus::draft ? there->version : there->version + 1;
        }
        join_twice(form);
        for (const document::WordAnswer& word : form.answers) {
            if (auto answer = answer_of(word, m_questionnaire.find_question(word.question))) {
                reply.answers.push_back(std::move(*answer));
            }
        }
        sort_answers(reply.answers, m_questionnaire);
        return reply;
    }

    // A question that stands twice with one answer, or the same in both, is answered once.
    static void join_twice(document::WordForm& form) {
        std::map<std::string, std::size_t> first;
        std::set<std::string> settled;
        std::vector<document::WordAnswer> kept;
        for (document::WordAnswer& answer : form.answers) {
            const auto [known, is_new] = first.emplace(answer.question, kept.size());
            if (is_new) {
                kept.push_back(std::move(answer));
                continue;
            }
            document::WordAnswer& before = kept[known->second];
            const bool same = before.markdown == answer.markdown;
            if (before.empty()) {
                before = std::move(answer);
                settled.insert(before.question);
            } else if (answer.empty() || same) {
                settled.insert(before.question);
            } else {  // both are kept, one below the other
                before.markdown += "\n\n" + answer.markdown;
                document::append(before.blocks, std::move(answer.blocks));
            }
        }
        form.answers = std::move(kept);
        std::erase_if(form.findings, [&](const document::WordFinding& finding) {
            return finding.fault == WordFault::question_twice && settled.count(finding.question) > 0;
        });
    }

    const store::Register& m_where;
    const domain::EvaluationId& m_evaluation;
    const std::string& m_file;
    const WordReplyTerms& m_terms;
    base::Problems& m_problems;
    domain::Questionnaire m_questionnaire;
};

}  // namespace

Decision decision_on(WordFault fault) {
    return row_of(fault).decision;
}

std::string fault_words(WordFault fault) {
    return std::string(row_of(fault).words);
}

bool looks_like_word(std::string_view bytes) {
    return bytes.rfind("PK", 0) == 0 || bytes.rfind("\xD0\xCF\x11\xE0", 0) == 0 ||
           bytes.rfind("{\\rtf", 0) == 0;
}

std::optional<WordReply> read_word_reply(const store::Register& where, const domain::EvaluationId& evaluation,
                                         const std::string& file, std::string_view bytes,
                                         const WordReplyTerms& terms, base::Problems& problems) {
    return WordReader(where, evaluation, file, terms, problems).run(bytes);
}

}  // namespace rapporteur::exchange
