// SPDX-License-Identifier: EUPL-1.2
// A questionnaire as the file that goes out to a respondent.
#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/words.hpp"
#include "document/write_report.hpp"
#include "exchange/browser_form.hpp"
#include "exchange/delegating.hpp"
#include "exchange/issuing.hpp"
#include "questionnaire/reply_file.hpp"
#include "store/delegations.hpp"

namespace rapporteur::cli::command::issue_make {

namespace {

constexpr std::size_t k_named_one_by_one = 5;

std::filesystem::path output_path(const Context& context, const exchange::Issuing& issuing,
                                  const std::string& format) {
    const std::filesystem::path path =
        context.option_or("output", exchange::file_stem_of(issuing) + "." + format);
    if (std::filesystem::exists(std::filesystem::symlink_status(path)) && !context.has("force")) {
        throw base::Error(base::ErrorKind::conflict, "the file is there already")
            .at(path.string())
            .help("name another with --output FILE, or write over it with --force");
    }
    return path;
}

std::string bytes_of(const store::Register& where, const exchange::Issuing& issuing,
                     const exchange::FormDocument& form, const std::string& format) {
    if (format == "xml") {
        return questionnaire::write_issue(issuing.issue);
    }
    if (format == "docx") {
        return document::write_docx(form.document);
    }
    return format == "pdf" ? document::write_pdf(form.document)
                           : exchange::browser_form(issuing, form, exchange::browser_terms(where, issuing));
}

void warn_of_untranslated(const Context& context, const exchange::Issuing& issuing,
                          const std::vector<std::string>& untranslated) {
    if (untranslated.size() > k_named_one_by_one) {
        context.err() << "warning: " << counted(static_cast<int>(untranslated.size()), "question")
                      << " stand in another language than " << issuing.language << '\n';
        return;
    }
    for (const std::string& id : untranslated) {
        context.err() << "warning: " << id << " has no text in the language " << issuing.language << '\n';
    }
}

// What was written: the whole form, or one for each body.
struct Made {
    exchange::Issuing issuing;
    exchange::FormDocument form;
    std::filesystem::path path;
    std::string bytes;
};

Made make(const Context& context, const store::Register& where, exchange::Issuing issuing) {
    const std::string format = context.option_or("format", "docx");
    Made made{std::move(issuing), {}, {}, ""};
    made.path = output_path(context, made.issuing, format);
    made.form = exchange::form_document(made.issuing.questionnaire, made.issuing.issue, made.issuing.names,
                                        made.issuing.language, made.issuing.part);
    made.bytes = bytes_of(where, made.issuing, made.form, format);
    return made;
}

std::vector<exchange::DelegationWish> wishes_of(const Context& context) {
    std::vector<exchange::DelegationWish> wishes;
    for (const std::string& text : context.options("part")) {
        wishes.push_back({domain::DelegationAct::leads, text});
    }
    for (const std::string& text : context.options("adds")) {
        wishes.push_back({domain::DelegationAct::adds, text});
    }
    return wishes;
}

// Those whose questions were given in this call, and those that --for names.
std::vector<domain::BodyId> bodies_of(const Context& context, const store::Register& where,
                                      const exchange::Issuing& issuing,
                                      const std::vector<domain::DelegationStep>& new_steps,
                                      const domain::Delegation& delegation) {
    std::vector<std::string> names = context.options("for");
    for (const domain::DelegationStep& step : new_steps) {
        names.push_back(step.body.text());
    }
    return exchange::bodies_named(where, issuing, delegation, names);
}

void refuse_what_parts_have_not(const Context& context) {
    if (context.option_or("format", "docx") == "xml") {
        throw base::Error(base::ErrorKind::usage, "a part has no XML of its own")
            .help("leave --format out, or give docx, html or pdf");
    }
    if (context.option("output")) {
        throw base::Error(base::ErrorKind::usage, "--output names one file, and each body gets its own")
            .help("leave it out: each file is named after its body");
    }
}

Listing forms_listing(const std::vector<Made>& forms) {
    Listing listing{"forms",
                    {{"body", "Form for"},
                     {"questions", "Questions", Align::right},
                     {"tables", "Tables", Align::right},
                     {"file", "File"},
                     {"sha256", ""}},
                    {},
                    ""};
    for (const Made& each : forms) {
        listing.rows.push_back({each.issuing.part.value().body.text(),
                                static_cast<std::int64_t>(each.form.questions),
                                static_cast<std::int64_t>(each.form.tables), each.path.generic_string(),
                                base::sha256(each.bytes).hex()});
    }
    return listing;
}

Card issue_card(const exchange::Issuing& issuing) {
    const domain::Issue& issue = issuing.issue;
    return Card{
        {{"issue", "Issue", issue.id.text()},
         {"made", "", issuing.is_new},
         {"", "Register", std::string(issuing.is_new ? "made now" : "made before")},
         {"questionnaire", "Questionnaire", issue.questionnaire.text()},
         {"to", "To", issue.to ? Cell(issue.to->text()) : Cell(issue.respondent)},
         {"sent_on", "Sent", issue.sent.text()},
         {"due_on", "Due", issue.due ? Cell(issue.due->text()) : Cell()},
         {"language", "Language", issuing.language},
         {"specific", "Specific",
          issuing.issue.specific.empty() ? Cell()
                                         : Cell(static_cast<std::int64_t>(issuing.issue.specific.size()))}},
        {}};
}

// A form for each body, with its questions and its rows alone.
void make_parts(const Context& context, store::Register& where, const exchange::Issuing& issuing,
                const std::vector<domain::DelegationStep>& new_steps, const std::string& person) {
    refuse_what_parts_have_not(context);
    std::vector<domain::DelegationStep> steps = store::list_delegation(where, issuing.issue.id);
    steps.insert(steps.end(), new_steps.begin(), new_steps.end());
    const domain::Delegation delegation(steps);
    std::vector<Made> forms;
    for (const domain::BodyId& body : bodies_of(context, where, issuing, new_steps, delegation)) {
        forms.push_back(make(context, where, exchange::part_of_issuing(where, issuing, {body, delegation})));
    }
    exchange::keep_issue(where, issuing, new_steps, person);
    for (const Made& each : forms) {
        base::write_atomically(each.path, each.bytes);
    }
    Card card = issue_card(issuing);
    card.fields.push_back({"led_by_nobody", "Led by nobody", exchange::led_by_nobody(issuing, delegation)});
    card.lists.push_back(forms_listing(forms));
    print(context, card);
}

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = actor_of(context, where);
    if (!context.option("to")) {
        throw base::Error(base::ErrorKind::usage, "to whom the questionnaire goes is not said")
            .help("--to government, or --to ngo:XAA/body/name");
    }
    const exchange::Issuing issuing = exchange::prepare_issue(
        where, {domain::EvaluationId(context.argument("EVALUATION")), context.option_or("to", ""),
                context.option_or("language", ""), date_option(context, "due"), context.today(),
                !context.has("general")});
    const std::vector<exchange::DelegationWish> wishes = wishes_of(context);
    if (!wishes.empty() || context.has("for")) {
        make_parts(context, where, issuing,
                   exchange::delegation_steps(where, issuing, wishes, context.today()), actor.name);
        return;
    }
    const Made made = make(context, where, issuing);
    exchange::keep_issue(where, issuing, {}, actor.name);
    base::write_atomically(made.path, made.bytes);
    warn_of_untranslated(context, issuing, made.form.untranslated);
    Card card = issue_card(issuing);
    const std::vector<Field> about_the_form{
        {"questions", "Questions", static_cast<std::int64_t>(made.form.questions)},
        {"tables", "Tables", static_cast<std::int64_t>(made.form.tables)},
        {"questions_sha256", "As put", exchange::digest_of_questions(made.form.manifest)},
        {"file", "File", made.path.generic_string()},
        {"sha256", "SHA-256", base::sha256(made.bytes).hex()}};
    card.fields.insert(card.fields.end(), about_the_form.begin(), about_the_form.end());
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "issue";
    command.verb = "make";
    command.summary = "write the questionnaire that goes out to a respondent";
    command.arguments = {{"EVALUATION", "its identifier"}};
    command.options = {
        {"to", "RESPONDENT", "government, or a kind and a body: ngo:XAA/body/name"},
        {"format", "FORMAT", "the form to write", {"docx", "pdf", "html", "xml"}},
        {"language", "CODE", "the language of the form"},
        {"part", "BODY=QUESTIONS", "give a body its questions, and make its form", {}, Repeats::yes},
        {"adds", "BODY=QUESTIONS", "the body adds to what another answers", {}, Repeats::yes},
        {"for", "BODY", "make the form of that body again; all: of each", {}, Repeats::yes},
        {"general", "", "of an issue that is made now: quote no recommendation"},
        {"due", "DATE", "when the reply is due, of an issue that is made now"},
        {"output", "FILE", "the file to write"},
        {"force", "", "write over a file that is there"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::issue_make
