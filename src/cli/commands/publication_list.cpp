// SPDX-License-Identifier: EUPL-1.2
// The publications of a register with their approvals.
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "publication/publish.hpp"
#include "store/evaluations.hpp"
#include "store/publications.hpp"

namespace rapporteur::cli::command::publication_list {

namespace {

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const domain::EvaluationId evaluation(context.optional_argument("EVALUATION").value_or(""));
    if (!evaluation.text().empty()) {
        store::need_evaluation(where, evaluation);
    }
    Listing listing{.key = "publications",
                    .columns = {{"id", "Publication"},
                                {"title", "Title"},
                                {"status", "Status"},
                                {"items", ""},
                                {"approvals", "Approvals", Align::right},
                                {"", "Since"},
                                {"prepared_by", ""},
                                {"prepared_at", ""},
                                {"released_at", ""},
                                {"digest", ""}},
                    .rows = {},
                    .when_empty = "Nothing has been prepared for publication."};
    for (const domain::Publication& p : store::list_publications(where, evaluation)) {
        // What counted at its release, or counts now.
        const auto valid = p.released_at ? publication::valid_approvals(p, *p.released_at)
                                         : publication::counted_approvals(where, p, context.now());
        const base::Instant at = p.released_at.value_or(p.prepared_at);
        listing.rows.push_back({p.id.text(), p.title, std::string(base::name_of(p.status)),
                                static_cast<std::int64_t>(p.items.size()),
                                static_cast<std::int64_t>(valid.size()), at.date().text(),
                                p.prepared_by ? Cell(p.prepared_by->text()) : Cell(), p.prepared_at.text(),
                                p.released_at ? Cell(p.released_at->text()) : Cell(), p.digest});
    }
    print(context, listing);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "publication";
    command.verb = "list";
    command.summary = "list publications with their approvals";
    command.arguments = {{"EVALUATION", "only this one's", Occurs::optionally}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::publication_list
