// SPDX-License-Identifier: EUPL-1.2
// A list of recommendations that others keep, into the register by a mapping of its framework; every row accounted for.
#include "base/digest.hpp"
#include "base/encoding.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "recommendation/catalogue.hpp"
#include "recommendation/import.hpp"
#include "store/frameworks.hpp"

#include <fmt/format.h>

#include <iostream>

namespace rapporteur::cli::command::recommendation_import {

namespace {

using recommendation::ImportSummary;

// The one that is named, or the only one that there is.
const domain::ImportMapping& mapping_of(const Context& context, const domain::Framework& framework) {
    std::vector<std::string> known;
    std::vector<std::string_view> candidates;
    for (const domain::ImportMapping& mapping : framework.imports) {
        known.push_back(mapping.id);
    }
    candidates.assign(known.begin(), known.end());
    const std::string list = known.empty() ? "it has none: add <imports> to its framework.xml"
                                           : "it has " + base::join(known, ", ");
    if (const auto named = context.option("mapping")) {
        if (const domain::ImportMapping* const found = framework.find_import(*named)) {
            return *found;
        }
        throw base::Error(base::ErrorKind::not_found,
                          fmt::format("the framework {} has no import {}", framework.id.text(), *named))
            .help(base::did_you_mean(*named, candidates, list));
    }
    if (framework.imports.size() != 1) {
        throw base::Error(base::ErrorKind::usage,
                          fmt::format("which import of the framework {} is meant", framework.id.text()))
            .help(known.empty() ? list : "name it with --mapping; " + list);
    }
    return framework.imports.front();
}

std::optional<base::Encoding> encoding_of(const Context& context) {
    const auto named = context.option("encoding");
    return named ? base::encoding_named(*named) : std::nullopt;
}

// Who is asked must be able to answer: a person at a terminal.
bool asks_to_replace(const Context& context, std::size_t conflicts) {
    context.err() << fmt::format("{} rows say something else than the register. Replace what it has? [y/N] ",
                                 conflicts);
    context.err().flush();
    std::string answer;
    std::getline(std::cin, answer);
    return base::lower_ascii(base::trim(answer)).substr(0, 1) == "y";
}

recommendation::OnConflict decide(const Context& context, const ImportSummary& summary, bool will_write) {
    const std::string wish = context.option_or("on-conflict", "ask");
    if (wish == "replace") {
        return recommendation::OnConflict::replace;
    }
    if (wish == "keep" || summary.conflicts.empty() || !will_write) {
        return recommendation::OnConflict::keep;
    }
    if (!context.asks_questions()) {
        throw base::Error(base::ErrorKind::conflict,
                          fmt::format("{} rows say something else than the register; nothing was imported",
                                      summary.conflicts.size()))
            .because("there is nobody to ask")
            .help("see them with --dry-run; then --on-conflict replace, or keep");
    }
    return asks_to_replace(context, summary.conflicts.size()) ? recommendation::OnConflict::replace
                                                              : recommendation::OnConflict::keep;
}

// Each kind of fault once: a feed may have it in hundreds of rows.
Listing faults_of(const ImportSummary& summary) {
    Listing faults{"faults",
                   {{"fault", "Fault in the index"},
                    {"count", "Rows", Align::right},
                    {"first_row", "First row", Align::right},
                    {"documents", "In"},
                    {"rows", ""}}};
    for (const recommendation::SectionFault& fault : summary.section_faults) {
        std::vector<std::string> rows;
        for (const std::size_t row : fault.rows) {
            rows.push_back(std::to_string(row));
        }
        faults.rows.push_back({fault.fault, static_cast<std::int64_t>(fault.rows.size()),
                               static_cast<std::int64_t>(fault.rows.front()), fault.documents, rows});
    }
    return faults;
}

Card card_of(const ImportSummary& summary) {
    const auto count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    Card card;
    card.fields = {{"encoding", "Encoding", std::string(base::name_of(summary.form.encoding))},
                   {"encoding_reason", "Found by", summary.form.reason},
                   {"line_ends", "Line ends", std::string(base::name_of(summary.form.line_ends))},
                   {"rows", "Rows read", count(summary.rows)},
                   {"new", "New", count(summary.added)},
                   {"changed", "Changed", count(summary.changed)},
                   {"same", "The same", count(summary.same)},
                   {"refused", "Refused", count(summary.refused)},
                   {"new_evaluations", "New evaluations", count(summary.new_evaluations.size())}};
    Listing conflicts{"conflicts", {{"row", "Row", Align::right}, {"known", "Changed"}, {"differs", "What"}}};
    for (const recommendation::ImportConflict& conflict : summary.conflicts) {
        conflicts.rows.push_back(
            {count(conflict.row), conflict.known.text(), base::join(conflict.differs, "; ")});
    }
    Listing perhaps{
        "perhaps_changed",
        {{"row", "Row", Align::right}, {"recommendation", "New; perhaps this one with a changed text"}}};
    for (const recommendation::PerhapsChanged& one : summary.perhaps_changed) {
        perhaps.rows.push_back({count(one.row), one.known.text()});
    }
    card.lists = {std::move(conflicts), std::move(perhaps), faults_of(summary)};
    return card;
}

// Refused rows: without --keep-rest an end, else said.
void weigh_refused(const Context& context, const ImportSummary& summary, base::Problems problems) {
    if (!problems.empty() && !context.has("keep-rest")) {
        if (context.has("dry-run")) {
            print(context, card_of(summary));
        }
        throw base::InvalidInput(
            fmt::format("{} of {} rows are refused; nothing was imported (--keep-rest imports the others)",
                        summary.refused, summary.rows),
            std::move(problems));
    }
    for (const base::Problem& problem : problems) {
        context.err() << base::describe(problem) << '\n';
    }
}

// The journal's entry; nothing where nothing was to be written.
std::optional<std::int64_t> write(const Context& context, store::Register& where, const std::string& person,
                                  const std::string& command, recommendation::Import& incoming,
                                  recommendation::OnConflict on_conflict, std::size_t rows) {
    store::Change change(where, person, command);
    {
        Progress writing(context, "writing", rows);
        incoming.write(change, on_conflict, [&](std::size_t) { writing.step(); });
    }
    const std::optional<std::int64_t> entry = change.commit();
    if (entry) {
        Progress indexing(context, "indexing", static_cast<std::size_t>(store::count_recommendations(where)));
        recommendation::refresh_search_base(where, person, [&](std::size_t) { indexing.step(); });
    }
    return entry;
}

void run(Context& context) {
    store::Register where = open_to_write(context);
    const Actor actor = actor_of(context, where);
    const domain::Framework framework =
        store::need_framework(where, domain::FrameworkId(context.option("framework").value_or("")));
    const domain::ImportMapping& mapping = mapping_of(context, framework);
    const std::filesystem::path file = context.argument("FILE");
    base::Problems problems;
    const auto rows = recommendation::open_source(file, mapping, encoding_of(context), problems);
    base::throw_if_errors(problems, "nothing was imported");

    Progress reading(context, "reading", rows->rough_count());
    recommendation::Import incoming(where, framework, mapping, *rows, file.string(), problems,
                                    [&](std::size_t) { reading.step(); });
    const ImportSummary& summary = incoming.summary();
    weigh_refused(context, summary, std::move(problems));
    const bool dry = context.has("dry-run");
    const recommendation::OnConflict on_conflict = decide(context, summary, !dry);
    std::optional<std::int64_t> entry;
    if (!dry) {
        entry = write(context, where, actor.name,
                      fmt::format("recommendation import --framework {} --mapping {} {} (sha256 {})",
                                  framework.id.text(), mapping.id, file.filename().string(),
                                  base::sha256_of_file(file).hex()),
                      incoming, on_conflict, summary.rows);
    }
    const bool replaced = on_conflict == recommendation::OnConflict::replace && !dry;
    Card card = card_of(summary);
    card.fields.push_back(
        {"changed_rows", "Changed rows",
         summary.conflicts.empty() ? Cell() : Cell(std::string(replaced ? "replaced" : "left as they are"))});
    card.fields.push_back({"dry_run", "Dry run", dry});
    card.fields.push_back({"journal_entry", "Journal entry", cell_of(entry)});
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "recommendation";
    command.verb = "import";
    command.summary = "bring in a list that others keep";
    command.arguments = {{"FILE", "the list, as its keeper gives it"}};
    command.options = {{"framework", "FRAMEWORK", "whose recommendations they are"},
                       {"mapping", "IMPORT", "the framework's mapping; needed where it has several"},
                       {"encoding", "ENCODING", "where what is found out is wrong", base::encoding_options()},
                       {"on-conflict",
                        "WHAT",
                        "what to do with rows that say something else than the register",
                        {"ask", "keep", "replace"}},
                       {"keep-rest", "", "import the sound rows where some are refused"},
                       {"dry-run", "", "say what would be done, and write nothing"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::recommendation_import
