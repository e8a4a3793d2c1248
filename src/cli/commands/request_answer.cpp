// SPDX-License-Identifier: EUPL-1.2
// The answer to a request for information taken into the register, and its receipt.
#include "exchange/request_answer.hpp"

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/reception_words.hpp"
#include "cli/request_words.hpp"
#include "cli/session.hpp"
#include "cli/words.hpp"

#include <ostream>

namespace rapporteur::cli::command::request_answer {

namespace {

exchange::AnswerExamination examine(const Context& context, const store::Register& where) {
    exchange::AnswerTerms terms;
    terms.date = date_option(context, "date").value_or(context.today());
    terms.letter = context.option_or("letter", "");
    terms.accepted = accepted_faults(context);
    terms.closing = context.has("close") ? exchange::Closing::now : exchange::Closing::when_all_is_answered;
    const std::filesystem::path file(context.argument("FILE"));
    return exchange::examine_answer(where, evaluation_of_file(context), file,
                                    base::read_file(file, k_reply_limit), terms);
}

// Of a request that is closed now, what nothing came for stays without an answer.
std::string_view fate_words(exchange::ItemFate fate, const domain::Request& request) {
    switch (fate) {
    case exchange::ItemFate::answered:
        return "answered";
    case exchange::ItemFate::answered_before:
        return "answered before";
    case exchange::ItemFate::open:
        break;
    }
    return request.answered ? "not answered" : "open";
}

Listing items_listing(const exchange::AnswerExamination& examination) {
    Listing listing{
        "items", {{"question", "Question"}, {"state", "State"}, {"amends", "In the reply"}}, {}, ""};
    for (const exchange::ExaminedItem& item : examination.items) {
        listing.rows.push_back(
            {item.question, std::string(fate_words(item.fate, examination.request)), item.amends});
    }
    return listing;
}

Card card_of(const Context& context, const exchange::AnswerExamination& examination) {
    const domain::Request& request = examination.request;
    Card card{{{"request", "Request", text_or_nothing(request.id.text())},
               {"reply", "Reply", text_or_nothing(request.reply.text())},
               {"answered_on", "Answered", request.answered ? Cell(request.answered->text()) : Cell()},
               {"open_items", "Open", open_items(request)},
               {"amended_version", "New version",
                examination.amended ? Cell(static_cast<std::int64_t>(examination.amended->version)) : Cell()},
               {"sha256", "SHA-256", examination.sha256}},
              {items_listing(examination)}};
    Listing comments = comment_listing(examination.comments);
    if (context.wants_json() || !comments.rows.empty()) {
        card.lists.push_back(std::move(comments));
    }
    card.lists.push_back(problem_listing(examination.problems));
    return card;
}

void say_problems(const Context& context, const exchange::AnswerExamination& examination) {
    for (const base::Problem& problem : examination.problems) {
        context.err() << base::describe(problem) << '\n';
    }
}

void check(const Context& context) {
    const store::Register where = open_to_read(context);
    const exchange::AnswerExamination examination = examine(context, where);
    Card card = card_of(context, examination);
    card.fields.push_back({"earlier_receipt", "Taken in before",
                           examination.receipt ? Cell(examination.receipt->code) : Cell()});
    print(context, card);
    base::throw_if_errors(examination.problems, "the answer has faults");
    say_problems(context, examination);
}

void run(Context& context) {
    if (context.has("check")) {
        check(context);
        return;
    }
    store::Register where = open_to_write(context);
    const Actor actor = actor_of(context, where);
    const exchange::AnswerExamination examination = examine(context, where);
    const store::Receipt receipt = exchange::receive_answer(where, examination, actor.name);
    say_problems(context, examination);
    Card card = card_of(context, examination);
    card.fields.insert(card.fields.begin(), {{"receipt", "Receipt", receipt.code},
                                             {"received_at", "Received", receipt.received_at.text()}});
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "request";
    command.verb = "answer";
    command.summary = "take in the answer to a request for information";
    command.arguments = {{"FILE", "the request's form in Word, or its XML with answers"}};
    command.options = {{"evaluation", "EVALUATION", "the evaluation that it belongs to"},
                       {"date", "DATE", "the day on which it came"},
                       {"letter", "TEXT", "number and date of its covering letter"},
                       accept_option(),
                       {"close", "", "nothing more is to come: the request is answered"},
                       {"check", "", "say what would be done, and write nothing"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::request_answer
