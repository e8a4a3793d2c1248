// SPDX-License-Identifier: EUPL-1.2
// Freezes what of an evaluation may be public, after looking for leaks in every byte of it.
#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "publication/publish.hpp"
#include "store/evaluations.hpp"

#include <map>

namespace rapporteur::cli::command::publication_prepare {

namespace {

constexpr std::size_t k_attachment_limit = 64U << 20;

std::string media_type_of(const std::filesystem::path& path) {
    static const std::map<std::string, std::string> k_types{
        {".html", "text/html"},
        {".pdf", "application/pdf"},
        {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {".txt", "text/plain"},
        {".csv", "text/csv"}};
    const auto found = k_types.find(path.extension().string());
    if (found == k_types.end()) {
        throw base::Error(base::ErrorKind::usage, "this kind of file can not be attached")
            .at(path.string())
            .help("attach .html, .pdf, .docx, .txt or .csv");
    }
    return found->second;
}

std::vector<publication::Attachment> attachments(const Context& context, const std::string& evaluation) {
    std::vector<publication::Attachment> files;
    for (const std::string& name : context.options("attach")) {
        const std::filesystem::path path(name);
        files.push_back({evaluation + "/report/final", path.filename().string(), media_type_of(path),
                         base::read_file(path, {k_attachment_limit}, base::Symlinks::refuse)});
    }
    return files;
}

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = person_of(context, where);
    publication::FreezeRequest request;
    request.evaluation = domain::EvaluationId(context.argument("EVALUATION"));
    request.only = context.options("only");
    request.key = actor.key_or_null();
    request.files = attachments(context, request.evaluation.text());
    const publication::Acting acting{domain::PersonId(actor.name), actor.key_or_null(), context.now()};
    // Asked before the work of freezing too: who may not prepare shall not wait for it.
    publication::check_may_act(where, store::need_evaluation(where, request.evaluation),
                               publication::Act::prepare, acting);
    const publication::Frozen frozen = publication::freeze(where, request);

    store::Change change(where, actor.name, "publication prepare " + request.evaluation.text());
    const domain::Publication made =
        publication::prepare(change, request.evaluation, frozen, context.option_or("title", ""), acting);
    change.commit();

    Card card;
    card.fields = {
        {"publication", "Publication", made.id.text()},
        {"title", "Title", made.title},
        {"digest", "Digest", made.digest},
        {"texts_looked_for", "Texts looked for", static_cast<std::int64_t>(frozen.texts_looked_for)}};
    Listing items{.key = "items",
                  .columns = {{"object", "Object"}, {"kind", "Kind"}, {"name", "File"}, {"sha256", ""}}};
    for (const domain::PublicationItem& item : made.items) {
        items.rows.push_back(
            {item.object.text(), item.kind, item.name.empty() ? Cell() : Cell(item.name), item.sha256});
    }
    card.lists.push_back(std::move(items));
    Listing hidden{.key = "hidden_cells",
                   .columns = {{"object", "Figures kept back"}, {"place", "Cell"}, {"why", "Because"}},
                   .rows = {},
                   .when_empty = "No figure is kept back."};
    for (const publication::HiddenCell& cell : frozen.hidden) {
        hidden.rows.push_back({cell.object, cell.place, cell.why});
    }
    card.lists.push_back(std::move(hidden));
    Listing withheld{.key = "withheld_claims",
                     .columns = {{"claim", "Claims withheld"}, {"why", "Because"}},
                     .rows = {},
                     .when_empty = "No claim is withheld."};
    for (const publication::WithheldClaim& claim : frozen.withheld) {
        withheld.rows.push_back({claim.claim, claim.why});
    }
    card.lists.push_back(std::move(withheld));
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "publication";
    command.verb = "prepare";
    command.summary = "freeze what of an evaluation may be public";
    command.arguments = {{"EVALUATION", "its identifier", Occurs::once}};
    command.options = {
        {"only", "OBJECT", "this object only, even if it was released or withdrawn before", {}, Repeats::yes},
        {"attach", "FILE", "a rendered form of the final report", {}, Repeats::yes},
        {"title", "TITLE", "what the publication is called; the evaluation's title otherwise"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::publication_prepare
