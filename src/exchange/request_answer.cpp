// SPDX-License-Identifier: EUPL-1.2
#include "exchange/request_answer.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "exchange/amending.hpp"
#include "exchange/form_words.hpp"
#include "exchange/merging.hpp"
#include "exchange/requesting.hpp"
#include "questionnaire/reply_file.hpp"
#include "store/evaluations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace rapporteur::exchange {

using namespace domain;

namespace {

class AnswerExaminer {
public:
    AnswerExaminer(const store::Register& where, const AnswerTerms& terms, AnswerExamination& examination)
        : m_where(where), m_terms(terms), m_examination(examination), m_problems(examination.problems) {}

    void run() {
        std::vector<Answer> came;
        if (looks_like_word(m_examination.bytes) ? !read_word(came) : !read_xml(came)) {
            return;
        }
        Request& request = m_examination.request;
        m_examination.before = request;
        m_examination.receipt = store::find_receipt(m_where, request.reply, m_examination.sha256);
        if (m_examination.receipt) {
            m_problems.clear();  // it was taken in; nothing is to be said of it again
            return;
        }
        if (request.answered) {
            fault("", fmt::format("{} was answered on {}", request.id.text(), request.answered->text()),
                  "ask again with: rapporteur request make");
            return;
        }
        take(came);
    }

private:
    void fault(std::string item, std::string text, std::string hint) {
        base::add_error(m_problems, {m_examination.file, 0, std::move(item)}, std::move(text),
                        std::move(hint));
    }

    bool read_word(std::vector<Answer>& came) {
        WordReplyTerms terms;
        terms.accepted = m_terms.accepted;
        terms.awaited = AwaitedForm::request;
        std::optional<WordReply> word = read_word_reply(m_where, m_examination.evaluation, m_examination.file,
                                                        m_examination.bytes, terms, m_problems);
        if (!word || !word->request) {
            return false;
        }
        m_examination.request = std::move(word->request->request);
        m_examination.comments = std::move(word->comments);
        m_language = word->reply.language;
        came = std::move(word->reply.answers);
        return true;
    }

    // The request's own XML, with answers in it: words only.
    bool read_xml(std::vector<Answer>& came) {
        const Request sent = questionnaire::read_request(m_examination.bytes, m_examination.file,
                                                         m_examination.evaluation.text(), m_problems);
        if (base::has_errors(m_problems)) {
            return false;
        }
        const std::optional<Request> there = find_request(m_where, sent.id);
        if (!there) {
            fault("", fmt::format("{} was not sent", sent.id.text()),
                  "see what was sent with: rapporteur request list");
            return false;
        }
        const auto asks_the_same = [](const RequestItem& one, const RequestItem& other) {
            return one.question == other.question && one.text == other.text;
        };
        if (sent.reply != there->reply || sent.reply_version != there->reply_version ||
            !std::equal(sent.items.begin(), sent.items.end(), there->items.begin(), there->items.end(),
                        asks_the_same)) {
            fault("", fmt::format("this is not {} as it was sent", there->id.text()),
                  "write the answers into the file that request make wrote, and change nothing else");
            return false;
        }
        for (const RequestItem& item : sent.items) {
            if (!item.answer.empty()) {
                Answer& answer = came.emplace_back();
                answer.question = item.question;
                answer.text = item.answer;
            }
        }
        m_examination.request = *there;
        m_language = there->language;
        return true;
    }

    void take(const std::vector<Answer>& came) {
        const std::optional<Reply> newest = store::find_reply(m_where, m_examination.request.reply);
        const std::optional<Issue> issue =
            newest && newest->issue ? store::find_issue(m_where, *newest->issue) : std::nullopt;
        if (!issue) {
            fault("", "the reply that it asks about is gone", "");
            return;
        }
        const Questionnaire questionnaire = find_issuing(m_where, issue->id).questionnaire;
        const Amendment amendment = amend(*newest, came, questionnaire, m_language);
        amend_reply(*newest, amendment);
        const int version = m_examination.amended ? m_examination.amended->version : newest->version;
        for (RequestItem& item : m_examination.request.items) {
            const auto found = std::find_if(came.begin(), came.end(), [&](const Answer& answer) {
                return answer.question == item.question;
            });
            take_item(item, found == came.end() ? nullptr : &*found, amendment, version, newest->version);
        }
        close();
    }

    void amend_reply(const Reply& newest, const Amendment& amendment) {
        if (amendment.changed.empty()) {
            return;
        }
        if (newest.status == ReplyStatus::draft) {
            fault("", fmt::format("version {} of {} is a draft", newest.version, newest.id.text()),
                  "submit it first: figures that came with this answer make the version after it");
            return;
        }
        Reply reply = newest;
        reply.answers = amendment.answers;
        reply.version = newest.version + 1;
        reply.status = ReplyStatus::amended;
        reply.submitted = m_terms.date;
        reply.letter = m_terms.letter.empty() ? newest.letter : m_terms.letter;
        base::Problems faults;
        check_as_whole(m_where, reply, faults);
        // Of the whole reply only what keeps it from standing is said; what is odd about these answers, all.
        for (base::Problem& problem : faults) {
            const std::string question = problem.place.item.substr(0, problem.place.item.find('['));
            if (problem.severity == base::Severity::error || base::contains(amendment.changed, question)) {
                problem.place.file = m_examination.file;
                m_problems.push_back(std::move(problem));
            }
        }
        m_examination.amended = std::move(reply);
    }

    void take_item(RequestItem& item, const Answer* came, const Amendment& amendment, int version,
                   int newest) {
        const std::string& id = item.question.text();
        ExaminedItem& examined = m_examination.items.emplace_back();
        examined.question = id;
        examined.amends = base::contains(amendment.changed, id);
        std::string text = came == nullptr ? "" : words_of(*came, amendment, version, newest);
        if (item.answer.empty()) {
            examined.fate = text.empty() ? ItemFate::open : ItemFate::answered;
            item.answer = std::move(text);
            return;
        }
        examined.fate = ItemFate::answered_before;
        const bool repeats = came == nullptr || (!examined.amends && repeats_words(item, *came));
        if (!repeats) {
            fault(id, "the item was answered before, and this answer is another",
                  "ask again with: rapporteur request make, or have the reply corrected");
        }
    }

    static bool repeats_words(const RequestItem& item, const Answer& came) {
        return item.answer.find(came.text) != std::string::npos;
    }

    // What the item says of it: the prose, and where values and figures are to be found.
    std::string words_of(const Answer& came, const Amendment& amendment, int version, int newest) const {
        const FormWords& words = form_words(m_examination.request.language);
        const std::string& id = came.question.text();
        std::vector<std::string> parts;
        if (came.state == AnswerState::no_answer && came.reason) {
            parts.push_back(reason_words(words, *came.reason) + ".");
        }
        if (!came.text.empty()) {
            parts.push_back(came.text);
        }
        if (base::contains(amendment.changed, id)) {
            parts.push_back(fill(words.in_new_version, {fmt::format("{}", version)}));
        } else if (base::contains(amendment.repeated, id)) {
            parts.push_back(fill(words.as_in_version, {fmt::format("{}", newest)}));
        }
        return base::join(parts, "\n\n");
    }

    void close() {
        Request& request = m_examination.request;
        const auto came_now = [&](const ExaminedItem& item) { return item.fate == ItemFate::answered; };
        const bool closes_now = m_terms.closing == Closing::now;
        if (std::none_of(m_examination.items.begin(), m_examination.items.end(), came_now) && !closes_now) {
            fault("", "nothing is answered that is open", "see rapporteur request show " + request.id.text());
            return;
        }
        const bool all = std::none_of(request.items.begin(), request.items.end(),
                                      [](const RequestItem& item) { return item.answer.empty(); });
        if (all || closes_now) {
            request.answered = m_terms.date;
        }
        if (m_terms.date < request.sent) {
            fault("",
                  fmt::format("it would be answered on {}, before it was sent on {}", m_terms.date.text(),
                              request.sent.text()),
                  "correct --date");
        }
    }

    const store::Register& m_where;
    const AnswerTerms& m_terms;
    AnswerExamination& m_examination;
    base::Problems& m_problems;
    std::string m_language;
};

}  // namespace

AnswerExamination examine_answer(const store::Register& where, const EvaluationId& evaluation,
                                 const std::filesystem::path& file, std::string bytes,
                                 const AnswerTerms& terms) {
    store::need_evaluation(where, evaluation);
    AnswerExamination examination;
    examination.evaluation = evaluation;
    examination.file = file.string();
    examination.file_name = file.filename().string();
    examination.bytes = std::move(bytes);
    examination.sha256 = base::sha256(examination.bytes).hex();
    AnswerExaminer(where, terms, examination).run();
    return examination;
}

store::Receipt receive_answer(store::Register& where, const AnswerExamination& examination,
                              const std::string& person) {
    base::throw_if_errors(examination.problems, "the answer has faults; nothing was stored");
    if (examination.receipt) {
        return *examination.receipt;
    }
    const Request& request = examination.request;
    store::Change change(where, person, "request answer " + request.id.text());
    // Somebody may have taken it in between the examination and now.
    if (const std::optional<store::Receipt> receipt =
            store::find_receipt(where, request.reply, examination.sha256)) {
        return *receipt;
    }
    if (find_request(where, request.id) != examination.before) {
        throw base::Error(base::ErrorKind::conflict,
                          request.id.text() + " was answered by another file just now")
            .help("take this one in again");
    }
    int version = store::find_reply(where, request.reply).value().version;
    if (examination.amended) {
        const Reply& reply = *examination.amended;
        if (reply.version != version + 1) {
            throw base::Error(base::ErrorKind::conflict, "another version of the reply came in just now")
                .help("take the answer in again");
        }
        std::map<int, std::string> exhibits;
        for (const Exhibit& exhibit : reply.exhibits) {
            exhibits[exhibit.number] = store::file_bytes(where, exhibit.sha256);
        }
        store::put_reply(change, examination.evaluation, reply, exhibits);
        version = reply.version;
    }
    store::put_request(change, examination.evaluation, request);
    const store::Receipt receipt = store::add_receipt(change, request.reply, version, examination.file_name,
                                                      examination.bytes, request.id);
    change.commit();
    return receipt;
}

}  // namespace rapporteur::exchange
