// SPDX-License-Identifier: EUPL-1.2
#include "exchange/requesting.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/asked.hpp"
#include "store/evaluations.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::exchange {

using namespace domain;

namespace {

// The version that is asked about. A draft is nobody's word yet.
Reply submitted_reply(const store::Register& where, const ReplyId& id, std::optional<int> version) {
    std::optional<Reply> reply = store::find_reply(where, id, version);
    if (!reply) {
        throw base::Error(base::ErrorKind::not_found,
                          version ? fmt::format("the register has no version {} of {}", *version, id.text())
                                  : fmt::format("the register has no reply {}", id.text()))
            .help("an evaluation's replies: rapporteur evaluation show EVALUATION");
    }
    if (reply->status == ReplyStatus::draft && !version && reply->version > 1) {
        reply = store::find_reply(where, id, reply->version - 1);
    }
    if (!reply || reply->status == ReplyStatus::draft || reply->status == ReplyStatus::withdrawn) {
        throw base::Error(
            base::ErrorKind::refused,
            fmt::format("{} is {}", id.text(),
                        reply && reply->status == ReplyStatus::withdrawn ? "withdrawn" : "a draft"))
            .help("a request asks about a reply that was submitted");
    }
    return std::move(*reply);
}

Issuing issuing_of(const store::Register& where, const Reply& reply, const std::string& language) {
    if (!reply.issue) {
        throw base::Error(base::ErrorKind::refused, reply.id.text() + " answers no questionnaire")
            .help("a request asks about its questions");
    }
    return find_issuing(where, *reply.issue, language);
}

// A gap that an earlier request closed with words is one no more. What is odd about figures stays so until they are amended.
std::vector<Gap> open_gaps(const std::vector<Request>& requests, const Reply& reply,
                           const Questionnaire& questionnaire, const Issue& issue,
                           std::string_view language) {
    std::vector<Gap> gaps = find_gaps(reply, questionnaire, issue, language);
    for (const Request& request : requests) {
        std::erase_if(gaps, [&](const Gap& gap) {
            return gap.kind != GapKind::figures && request.reply == reply.id &&
                   std::any_of(request.items.begin(), request.items.end(), [&](const RequestItem& item) {
                       return item.question == gap.question && !item.answer.empty();
                   });
        });
    }
    return gaps;
}

// The questions that may be asked about, in reading order.
std::vector<std::string> questions_put(const Issuing& issuing) {
    std::vector<std::string> ids;
    for (const AskedQuestion& asked :
         asked_questions(issuing.questionnaire, issuing.issue.respondent, issuing.language)) {
        if (asked.takes_answer) {
            ids.push_back(asked.question->id.text());
        }
    }
    for (const SpecificQuestion& each : issuing.issue.specific) {
        ids.push_back(each.id.text());
    }
    return ids;
}

class Chooser {
public:
    Chooser(const RequestWish& wish, Requesting& requesting, const std::vector<Request>& requests)
        : m_wish(wish), m_requesting(requesting), m_requests(requests),
          m_words(form_words(requesting.issuing.language)) {}

    void run() {
        for (const Gap& gap : m_requesting.gaps) {
            if (m_wish.gaps.count(gap.kind) > 0) {
                add(gap.question, gap.what);
            }
        }
        const std::vector<std::string> known = questions_put(m_requesting.issuing);
        for (const auto& [question, text] : m_wish.questions) {
            if (!base::contains(known, question.text())) {
                throw base::Error(base::ErrorKind::not_found,
                                  fmt::format("no question {} was put to the respondent", question.text()))
                    .help(base::did_you_mean(question.text(), {known.begin(), known.end()},
                                             "see rapporteur questionnaire show"));
            }
            add(question, text.empty() ? sentences_on(question) : text);
        }
        refuse_nothing();
        std::vector<RequestItem>& items = m_requesting.request.request.items;
        const auto place = [&](const RequestItem& item) {
            return std::find(known.begin(), known.end(), item.question.text());
        };
        std::stable_sort(items.begin(), items.end(), [&](const RequestItem& one, const RequestItem& other) {
            return place(one) < place(other);
        });
    }

private:
    void add(const QuestionId& question, const std::string& text) {
        if (is_asked_already(question)) {
            if (!base::contains(m_requesting.asked_already, question.text())) {
                m_requesting.asked_already.push_back(question.text());
            }
            return;
        }
        std::vector<RequestItem>& items = m_requesting.request.request.items;
        const auto found = std::find_if(items.begin(), items.end(),
                                        [&](const RequestItem& item) { return item.question == question; });
        if (found == items.end()) {
            items.push_back({question, text, ""});
        } else if (found->text.find(text) == std::string::npos) {
            found->text += "\n\n" + text;
        }
    }

    bool is_asked_already(const QuestionId& question) {
        for (const Request& request : m_requests) {
            for (const RequestItem& item : request.items) {
                if (request.reply == m_wish.reply && item.question == question && is_open(request, item)) {
                    if (!base::contains(m_open_requests, request.id.text())) {
                        m_open_requests.push_back(request.id.text());
                    }
                    return true;
                }
            }
        }
        return false;
    }

    std::string sentences_on(const QuestionId& question) const {
        std::vector<std::string> sentences;
        for (const Gap& gap : m_requesting.gaps) {
            if (gap.question == question) {
                sentences.push_back(gap.what);
            }
        }
        return sentences.empty() ? m_words.ask_for_more : base::join(sentences, "\n\n");
    }

    void refuse_nothing() const {
        if (!m_requesting.request.request.items.empty() ||
            (m_wish.gaps.empty() && m_wish.questions.empty())) {
            return;
        }
        if (!m_requesting.asked_already.empty()) {
            throw base::Error(base::ErrorKind::refused,
                              fmt::format("all of this is asked in {}, and not answered yet",
                                          base::join(m_open_requests, " and ")))
                .help("see rapporteur request show " + m_open_requests.front());
        }
        throw base::Error(base::ErrorKind::refused, fmt::format("{}@{} has no such gap", m_wish.reply.text(),
                                                                m_requesting.request.reply.version))
            .help("its gaps: " + counted_gaps(m_requesting.gaps));
    }

    const RequestWish& m_wish;
    Requesting& m_requesting;
    const std::vector<Request>& m_requests;
    const FormWords& m_words;
    std::vector<std::string> m_open_requests;
};

RequestId next_id(const EvaluationId& evaluation, const std::vector<Request>& requests) {
    int last = 0;
    for (const Request& each : requests) {
        const std::string number = local_name(each.id.text());
        const bool counts =
            !number.empty() && number.size() < 9 && std::all_of(number.begin(), number.end(), base::is_digit);
        last = std::max(last, counts ? std::stoi(number) : 0);
    }
    return RequestId(fmt::format("{}/request/{}", evaluation.text(), last + 1));
}

}  // namespace

Requesting prepare_request(const store::Register& where, const RequestWish& wish) {
    Requesting requesting;
    FormRequest& form = requesting.request;
    form.reply = submitted_reply(where, wish.reply, wish.version);
    requesting.issuing = issuing_of(where, form.reply, "");
    const Questionnaire& questionnaire = requesting.issuing.questionnaire;
    const bool speaks =
        std::any_of(questionnaire.languages.begin(), questionnaire.languages.end(),
                    [&](const QuestionnaireLanguage& each) { return each.code == form.reply.language; });
    const std::string language =
        form_language(questionnaire, wish.language.empty() && speaks ? form.reply.language : wish.language);
    requesting.issuing = issuing_of(where, form.reply, language);
    const std::vector<Request> requests = store::list_requests(where, requesting.issuing.evaluation);
    requesting.gaps = open_gaps(requests, form.reply, questionnaire, requesting.issuing.issue, language);
    Request& request = form.request;
    request.id = next_id(requesting.issuing.evaluation, requests);
    request.reply = form.reply.id;
    request.reply_version = form.reply.version;
    request.language = language;
    request.sent = wish.today;
    request.due = wish.due;
    Chooser(wish, requesting, requests).run();
    return requesting;
}

void keep_request(store::Register& where, const Requesting& requesting, const std::string& person) {
    const Request& request = requesting.request.request;
    store::Change change(where, person, "request make " + request.id.text());
    if (find_request(where, request.id)) {
        throw base::Error(base::ErrorKind::conflict,
                          request.id.text() + " was made by somebody else just now")
            .help("make yours again");
    }
    store::put_request(change, requesting.issuing.evaluation, request);
    change.commit();
}

std::string counted_gaps(const std::vector<Gap>& gaps) {
    std::string text;
    for (const auto& name : base::Names<GapKind>::k_names) {
        const auto count =
            std::count_if(gaps.begin(), gaps.end(), [&](const Gap& gap) { return gap.kind == name.value; });
        text += fmt::format("{} ({}), ", name.text, count);
    }
    return text + fmt::format("all ({})", gaps.size());
}

std::optional<RequestId> request_of(std::string_view reference) {
    const std::optional<EvaluationId> evaluation = evaluation_of(reference);
    const bool is_request =
        evaluation && reference.substr(evaluation->text().size()).rfind("/request/", 0) == 0;
    return is_request ? std::optional(RequestId(std::string(reference))) : std::nullopt;
}

std::optional<Request> find_request(const store::Register& where, const RequestId& id) {
    const std::optional<EvaluationId> evaluation = evaluation_of(id.text());
    for (Request& each : evaluation ? store::list_requests(where, *evaluation) : std::vector<Request>()) {
        if (each.id == id) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

Request need_request(const store::Register& where, const RequestId& id) {
    if (std::optional<Request> request = find_request(where, id)) {
        return std::move(*request);
    }
    std::vector<std::string> known;
    if (const std::optional<EvaluationId> evaluation = evaluation_of(id.text())) {
        for (const Request& each : store::list_requests(where, *evaluation)) {
            known.push_back(each.id.text());
        }
    }
    throw base::Error(base::ErrorKind::not_found, "the register has no request " + id.text())
        .help(base::did_you_mean(id.text(), {known.begin(), known.end()},
                                 known.empty()
                                     ? std::string("a request's identifier is such as peer/XAA-2/request/1")
                                     : "there are " + base::join(known, ", ")));
}

Requesting find_requesting(const store::Register& where, const RequestId& id, const std::string& language) {
    Requesting requesting;
    requesting.request.request = need_request(where, id);
    const Request& request = requesting.request.request;
    std::optional<Reply> reply = store::find_reply(where, request.reply, request.reply_version);
    if (!reply) {
        throw base::Error(base::ErrorKind::not_found,
                          fmt::format("{} asks about version {} of {}, which the register has not", id.text(),
                                      request.reply_version, request.reply.text()));
    }
    requesting.request.reply = std::move(*reply);
    requesting.issuing =
        issuing_of(where, requesting.request.reply, language.empty() ? request.language : language);
    return requesting;
}

bool is_open(const Request& request, const RequestItem& item) {
    return !request.answered && item.answer.empty();
}

std::string file_stem_of(const Requesting& requesting) {
    return base::replace_all(requesting.request.request.id.text(), "/", "-") + "-" +
           requesting.issuing.language;
}

}  // namespace rapporteur::exchange
