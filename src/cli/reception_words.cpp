// SPDX-License-Identifier: EUPL-1.2
#include "cli/reception_words.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/words.hpp"

#include <fmt/format.h>

#include <ostream>

namespace rapporteur::cli {

namespace {

using exchange::Reception;

std::string_view reception_name(Reception reception) {
    switch (reception) {
    case Reception::new_reply:
        return "new";
    case Reception::new_version:
        return "new-version";
    case Reception::replaces_draft:
        return "replaces-draft";
    case Reception::received_before:
        return "received-before";
    case Reception::known_content:
        return "known-content";
    case Reception::frozen:
        return "frozen";
    case Reception::older:
        return "older";
    case Reception::faulty:
        break;
    }
    return "faulty";
}

std::string reception_words(const exchange::Examination& examination) {
    const int there = examination.version_there.value_or(0);
    switch (examination.reception) {
    case Reception::new_reply:
        return "the first reply under this identifier";
    case Reception::new_version:
        return fmt::format("a later version, beside version {}", there);
    case Reception::replaces_draft:
        return fmt::format("takes the place of the draft of version {}", there);
    case Reception::received_before:
        return "this very file was received before";
    case Reception::known_content:
        return "the register has just this reply; this file is kept with it";
    case Reception::frozen:
        return fmt::format("refused: version {} was submitted", there);
    case Reception::older:
        return fmt::format("refused: version {} is there", there);
    case Reception::faulty:
        break;
    }
    return "refused: the file has faults";
}

std::string counts_words(const exchange::AnswerCounts& counts) {
    std::vector<std::string> parts{fmt::format("{} answered", counts.answered)};
    for (const auto& each : counts.no_answers) {
        parts.push_back(fmt::format("{} {}", each.second, reason_words(each.first)));
    }
    const auto add = [&parts](int number, const char* words) {
        if (number > 0) {
            parts.push_back(fmt::format("{} {}", number, words));
        }
    };
    add(counts.blank, "left blank");
    add(counts.left_out, "not mentioned");
    add(counts.not_asked, "not asked");
    return fmt::format("{}: {}", counted(counts.asked, "question"), base::join(parts, ", "));
}

// A correction is not measured against the date for the reply itself.
std::string submitted_words(const exchange::Examination& examination) {
    const domain::Reply& reply = examination.reply;
    if (!reply.submitted) {
        return "";
    }
    if (!examination.due || reply.version > 1) {
        return reply.submitted->text();
    }
    const int days = base::days_between(*reply.submitted, *examination.due);
    const std::string words = days == 0 ? "on the day"
                                        : fmt::format("{} {}", counted(days < 0 ? -days : days, "day"),
                                                      days < 0 ? "after the date" : "before the date");
    return fmt::format("{}, {} asked for, {}", reply.submitted->text(), words, examination.due->text());
}

std::vector<Field> count_fields(const exchange::Examination& examination) {
    const exchange::AnswerCounts& counts = examination.counts;
    int no_answers = 0;
    for (const auto& each : counts.no_answers) {
        no_answers += each.second;
    }
    const auto number = [](int value) { return Cell(static_cast<std::int64_t>(value)); };
    return {{"asked", "", number(counts.asked)},
            {"answered", "", number(counts.answered)},
            {"no_answers", "", number(no_answers)},
            {"blank", "", number(counts.blank)},
            {"left_out", "", number(counts.left_out)},
            {"not_asked", "", number(counts.not_asked)},
            {"cells", "", number(counts.cells)},
            {"cells_without_figure", "", number(counts.cells_without_figure)},
            {"", "Questions", counts.asked == 0 ? Cell() : Cell(counts_words(counts))},
            {"", "Figures",
             counts.cells == 0 ? Cell()
                               : Cell(fmt::format("{}, {} without a figure", counted(counts.cells, "cell"),
                                                  counts.cells_without_figure))},
            {"unanswered", "Still open", examination.unanswered}};
}

exchange::WordReplyTerms terms_of(const Context& context) {
    exchange::WordReplyTerms terms;
    for (const std::string& body : context.options("from")) {
        terms.from.emplace_back(body);
    }
    if (const auto part = context.option("part")) {
        terms.part = domain::BodyId(*part);
        terms.from = {*terms.part};
    }
    terms.submitted = date_option(context, "submitted");
    terms.status = terms.submitted ? domain::ReplyStatus::submitted : domain::ReplyStatus::draft;
    terms.letter = context.option_or("letter", "");
    terms.accepted = accepted_faults(context);
    return terms;
}

}  // namespace

// What stood in the margins: no part of any answer, and not to be overlooked.
Listing comment_listing(const std::vector<document::WordComment>& comments) {
    Listing listing{"comments",
                    {{"question", "Question"}, {"author", "Comment by"}, {"date", ""}, {"text", "Comment"}},
                    {},
                    ""};
    for (const document::WordComment& comment : comments) {
        listing.rows.push_back(
            {text_or_nothing(comment.question), comment.author, text_or_nothing(comment.date), comment.text});
    }
    return listing;
}

// For programs only: people read them on standard error.
Listing problem_listing(const base::Problems& problems) {
    Listing listing{
        "problems",
        {{"severity", ""}, {"file", ""}, {"line", ""}, {"question", ""}, {"text", ""}, {"hint", ""}},
        {},
        ""};
    const auto text = [](const std::string& value) { return value.empty() ? Cell() : Cell(value); };
    for (const base::Problem& each : problems) {
        const std::string_view severity = each.severity == base::Severity::error     ? "error"
                                          : each.severity == base::Severity::warning ? "warning"
                                                                                     : "note";
        listing.rows.push_back(
            {std::string(severity), text(each.place.file),
             each.place.line > 0 ? Cell(static_cast<std::int64_t>(each.place.line)) : Cell(),
             text(each.place.item), each.text, text(each.hint)});
    }
    return listing;
}

Option accept_option() {
    std::vector<std::string> faults;
    for (const auto& name : base::Names<document::WordFault>::k_names) {
        if (exchange::decision_on(name.value) == exchange::Decision::ask) {
            faults.emplace_back(name.text);
        }
    }
    return {"accept", "FINDING", "of a Word file: take it all the same", faults, Repeats::yes};
}

std::set<document::WordFault> accepted_faults(const Context& context) {
    std::set<document::WordFault> accepted;
    for (const std::string& fault : context.options("accept")) {
        accepted.insert(base::from_name<document::WordFault>(fault).value());
    }
    return accepted;
}

domain::EvaluationId evaluation_of_file(const Context& context) {
    const std::optional<std::string> evaluation = context.option("evaluation");
    if (!evaluation) {
        throw base::Error(base::ErrorKind::usage, "to which evaluation the file belongs is not said")
            .help("add --evaluation EVALUATION, such as peer/XAA-2");
    }
    return domain::EvaluationId(*evaluation);
}

std::vector<Option> reception_options() {
    return {{"evaluation", "EVALUATION", "the evaluation that it belongs to"},
            {"exhibits", "DIR", "the folder with the files that it names"},
            {"from", "BODY", "of a Word file: the body that answers", {}, Repeats::yes},
            {"part", "BODY", "the file is the part of that body, to be merged with others"},
            {"submitted", "DATE", "of a Word file: submitted on that day; else it is a draft"},
            {"letter", "TEXT", "of a Word file: number and date of the covering letter"},
            accept_option()};
}

exchange::Examination examine_file(const Context& context, const store::Register& where) {
    const domain::EvaluationId evaluation = evaluation_of_file(context);
    const std::filesystem::path file(context.argument("FILE"));
    std::optional<std::filesystem::path> exhibits;
    if (const std::optional<std::string> folder = context.option("exhibits")) {
        exhibits = *folder;
        if (!std::filesystem::is_directory(*exhibits)) {
            throw base::Error(base::ErrorKind::not_found, "there is no such folder").at(*folder);
        }
    }
    return exchange::examine_reply(where, evaluation, file, base::read_file(file, k_reply_limit), exhibits,
                                   terms_of(context));
}

Card examination_card(const exchange::Examination& examination) {
    const domain::Reply& reply = examination.reply;
    int faults = 0;
    for (const base::Problem& problem : examination.problems) {
        faults += problem.severity == base::Severity::error ? 1 : 0;
    }
    const int warnings = static_cast<int>(examination.problems.size()) - faults;
    if (examination.questionnaire.empty()) {
        // Nothing could be read of it that would be worth showing.
        return Card{{{"sha256", "SHA-256", examination.sha256},
                     {"reception", "", std::string(reception_name(examination.reception))},
                     {"", "Reception", reception_words(examination)},
                     {"faults", "Faults", static_cast<std::int64_t>(faults)},
                     {"warnings", "Warnings", static_cast<std::int64_t>(warnings)}},
                    {problem_listing(examination.problems)}};
    }
    Card card{{{"reply", "Reply", reply.id.text()},
               {"version", "Version", static_cast<std::int64_t>(reply.version)},
               {"status", "Status", std::string(base::name_of(reply.status))},
               {"questionnaire", "Questionnaire", examination.questionnaire.text()},
               {"submitted_on", "", reply.submitted ? Cell(reply.submitted->text()) : Cell()},
               {"due_on", "", examination.due ? Cell(examination.due->text()) : Cell()},
               {"", "Submitted", submitted_words(examination)},
               {"publication", "", std::string(base::name_of(reply.publication))},
               {"", "Publication", "consent " + std::string(base::name_of(reply.publication))},
               {"sha256", "SHA-256", examination.sha256},
               {"reception", "", std::string(reception_name(examination.reception))},
               {"", "Reception", reception_words(examination)},
               {"earlier_receipt", "", examination.receipt ? Cell(examination.receipt->code) : Cell()}},
              {}};
    for (Field& field : count_fields(examination)) {
        card.fields.push_back(std::move(field));
    }
    card.fields.push_back(
        {"exhibits", "Exhibits",
         reply.exhibits.empty() ? Cell() : Cell(static_cast<std::int64_t>(reply.exhibits.size()))});
    card.fields.push_back({"faults", "Faults", static_cast<std::int64_t>(faults)});
    card.fields.push_back({"warnings", "Warnings", static_cast<std::int64_t>(warnings)});
    Listing reasons{"reasons", {{"reason", ""}, {"count", ""}}, {}, ""};
    for (const auto& each : examination.counts.no_answers) {
        reasons.rows.push_back(
            {std::string(base::name_of(each.first)), static_cast<std::int64_t>(each.second)});
    }
    card.lists.push_back(std::move(reasons));
    if (examination.word) {
        card.lists.push_back(comment_listing(examination.word->comments));
    }
    card.lists.push_back(problem_listing(examination.problems));
    return card;
}

void print_warnings(const Context& context, const exchange::Examination& examination) {
    if (examination.reception == Reception::faulty) {
        return;  // the error lists them with the faults
    }
    for (const base::Problem& problem : examination.problems) {
        context.err() << base::describe(problem) << '\n';
    }
}

}  // namespace rapporteur::cli
