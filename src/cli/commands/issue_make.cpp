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
#include "exchange/issuing.hpp"
#include "questionnaire/reply_file.hpp"

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

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = actor_of(context, where);
    if (!context.option("to")) {
        throw base::Error(base::ErrorKind::usage, "to whom the questionnaire goes is not said")
            .help("--to government, or --to ngo:XAA/body/name");
    }
    const exchange::Issuing issuing = exchange::prepare_issue(
        where, {domain::EvaluationId(context.argument("EVALUATION")), context.option_or("to", ""),
                context.option_or("language", ""), date_option(context, "due"), context.today()});
    const std::string format = context.option_or("format", "docx");
    const std::filesystem::path path = output_path(context, issuing, format);
    const exchange::FormDocument form =
        exchange::form_document(issuing.questionnaire, issuing.issue, issuing.names, issuing.language);
    const std::string bytes = bytes_of(where, issuing, form, format);
    exchange::keep_issue(where, issuing, actor.name);
    base::write_atomically(path, bytes);
    warn_of_untranslated(context, issuing, form.untranslated);
    const domain::Issue& issue = issuing.issue;
    print(context, Card{{{"issue", "Issue", issue.id.text()},
                         {"made", "", issuing.is_new},
                         {"", "Register", std::string(issuing.is_new ? "made now" : "made before")},
                         {"questionnaire", "Questionnaire", issue.questionnaire.text()},
                         {"to", "To", issue.to ? Cell(issue.to->text()) : Cell(issue.respondent)},
                         {"sent_on", "Sent", issue.sent.text()},
                         {"due_on", "Due", issue.due ? Cell(issue.due->text()) : Cell()},
                         {"language", "Language", issuing.language},
                         {"questions", "Questions", static_cast<std::int64_t>(form.questions)},
                         {"tables", "Tables", static_cast<std::int64_t>(form.tables)},
                         {"questions_sha256", "As put", exchange::digest_of_questions(form.manifest)},
                         {"file", "File", path.generic_string()},
                         {"sha256", "SHA-256", base::sha256(bytes).hex()}},
                        {}});
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "issue";
    command.verb = "make";
    command.summary = "write the questionnaire that goes out to a respondent";
    command.arguments = {{"EVALUATION", "its identifier"}};
    command.options = {{"to", "RESPONDENT", "government, or a kind and a body: ngo:XAA/body/name"},
                       {"format", "FORMAT", "the form to write", {"docx", "pdf", "html", "xml"}},
                       {"language", "CODE", "the language of the form"},
                       {"due", "DATE", "when the reply is due, of an issue that is made now"},
                       {"output", "FILE", "the file to write"},
                       {"force", "", "write over a file that is there"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::issue_make
