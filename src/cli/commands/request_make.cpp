// SPDX-License-Identifier: EUPL-1.2
// A request for further information, made from what a reply leaves open and from what a person asks, as the file that goes out.
#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/reply_reference.hpp"
#include "cli/session.hpp"
#include "cli/words.hpp"
#include "document/write_report.hpp"
#include "exchange/form_document.hpp"
#include "exchange/requesting.hpp"
#include "questionnaire/reply_file.hpp"

namespace rapporteur::cli::command::request_make {

namespace {

constexpr std::string_view k_all = "all";

std::set<exchange::GapKind> gap_kinds(const Context& context) {
    std::set<exchange::GapKind> kinds;
    for (const std::string& name : context.options("gaps")) {
        for (const auto& kind : base::Names<exchange::GapKind>::k_names) {
            if (name == k_all || name == kind.text) {
                kinds.insert(kind.value);
            }
        }
    }
    return kinds;
}

exchange::RequestWish wish_of(const Context& context) {
    exchange::RequestWish wish;
    const ReplyReference reference = reply_reference(context.argument("REPLY"));
    wish.reply = reference.reply;
    wish.version = reference.version;
    wish.gaps = gap_kinds(context);
    for (const std::string& text : context.options("question")) {
        const std::size_t equals = text.find('=');
        wish.questions.emplace_back(domain::QuestionId(text.substr(0, equals)),
                                    equals == std::string::npos ? "" : text.substr(equals + 1));
    }
    wish.language = context.option_or("language", "");
    wish.due = date_option(context, "due");
    wish.today = context.today();
    if (wish.due && *wish.due < wish.today) {
        throw base::Error(base::ErrorKind::usage, "--due: " + wish.due->text() + " is over");
    }
    return wish;
}

Listing gaps_listing(const std::vector<exchange::Gap>& gaps) {
    Listing listing{"gaps",
                    {{"question", "Question"}, {"kind", "Kind"}, {"what", "What would be asked"}},
                    {},
                    "The reply leaves nothing open."};
    for (const exchange::Gap& gap : gaps) {
        listing.rows.push_back({gap.question.text(), std::string(base::name_of(gap.kind)), gap.what});
    }
    return listing;
}

Listing items_listing(const domain::Request& request) {
    Listing listing{"items", {{"question", "Asked about"}, {"text", "What is asked"}}, {}, ""};
    for (const domain::RequestItem& item : request.items) {
        listing.rows.push_back({item.question.text(), item.text});
    }
    return listing;
}

Card request_card(const exchange::Requesting& requesting) {
    const domain::Request& request = requesting.request.request;
    return Card{{{"request", "Request", request.items.empty() ? Cell() : Cell(request.id.text())},
                 {"reply", "Reply", request.reply.text()},
                 {"version", "Version", static_cast<std::int64_t>(request.reply_version)},
                 {"sent_on", "Sent", request.sent.text()},
                 {"due_on", "Due", request.due ? Cell(request.due->text()) : Cell()},
                 {"language", "Language", request.language},
                 {"asked_already", "Asked already", requesting.asked_already}},
                {}};
}

std::filesystem::path output_path(const Context& context, const exchange::Requesting& requesting,
                                  const std::string& format) {
    const std::filesystem::path path =
        context.option_or("output", exchange::file_stem_of(requesting) + "." + format);
    if (std::filesystem::exists(std::filesystem::symlink_status(path)) && !context.has("force")) {
        throw base::Error(base::ErrorKind::conflict, "the file is there already")
            .at(path.string())
            .help("name another with --output FILE, or write over it with --force");
    }
    return path;
}

// In XML there is no form to be read; making it shows all the same that it can be made.
std::string bytes_of(const exchange::Requesting& requesting, const std::string& format) {
    const exchange::Issuing& issuing = requesting.issuing;
    const exchange::FormDocument form = exchange::form_document(
        issuing.questionnaire, issuing.issue, issuing.names, issuing.language, {}, &requesting.request);
    if (format == "xml") {
        return questionnaire::write_request(requesting.request.request);
    }
    return format == "docx" ? document::write_docx(form.document) : document::write_pdf(form.document);
}

// With nothing selected it says how many gaps of each kind there are.
[[noreturn]] void nothing_selected(const exchange::Requesting& requesting) {
    throw base::Error(base::ErrorKind::usage, "what is asked is not said")
        .help("--gaps " + exchange::counted_gaps(requesting.gaps) +
              "; or --question QUESTION=TEXT; see them with --dry-run");
}

void print_plan(const Context& context, const exchange::Requesting& requesting) {
    Card card = request_card(requesting);
    card.lists.push_back(gaps_listing(requesting.gaps));
    card.lists.push_back(items_listing(requesting.request.request));
    print(context, card);
}

void make(const Context& context, store::Register& where, const exchange::Requesting& requesting,
          const std::string& person) {
    const std::string format = context.option_or("format", "docx");
    const std::filesystem::path path = output_path(context, requesting, format);
    const std::string bytes = bytes_of(requesting, format);
    exchange::keep_request(where, requesting, person);
    base::write_atomically(path, bytes);
    Card card = request_card(requesting);
    card.fields.push_back({"file", "File", path.generic_string()});
    card.fields.push_back({"sha256", "SHA-256", base::sha256(bytes).hex()});
    card.lists.push_back(items_listing(requesting.request.request));
    print(context, card);
}

void run(Context& context) {
    if (context.has("dry-run")) {
        print_plan(context, exchange::prepare_request(open_to_read(context), wish_of(context)));
        return;
    }
    store::Register where = open_to_write(context);
    const Actor actor = actor_of(context, where);
    const exchange::Requesting requesting = exchange::prepare_request(where, wish_of(context));
    if (requesting.request.request.items.empty()) {
        nothing_selected(requesting);
    }
    make(context, where, requesting, actor.name);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "request";
    command.verb = "make";
    command.summary = "ask for further information on a reply";
    command.arguments = {{"REPLY", "its identifier, such as peer/XAA-2/reply/government"}};
    std::vector<std::string> kinds;
    for (const auto& kind : base::Names<exchange::GapKind>::k_names) {
        kinds.emplace_back(kind.text);
    }
    kinds.emplace_back(k_all);
    command.options = {
        {"gaps", "KIND", "ask about every gap of that kind", kinds, Repeats::yes},
        {"question", "QUESTION=TEXT", "ask about that question; with TEXT, just that", {}, Repeats::yes},
        {"language", "CODE", "the language of the request"},
        {"due", "DATE", "when the answer is due"},
        {"format", "FORMAT", "the file to write", {"docx", "pdf", "xml"}},
        {"output", "FILE", "the file to write"},
        {"force", "", "write over a file that is there"},
        {"dry-run", "", "say what would be asked, and write nothing"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::request_make
