// SPDX-License-Identifier: EUPL-1.2
// Exactly what a search shows, all of it, into a file: CSV, JSON Lines or a workbook.
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/recommendation_filter.hpp"
#include "cli/session.hpp"
#include "recommendation/finder.hpp"
#include "recommendation/table_file.hpp"
#include "store/search_base.hpp"

#include <fmt/format.h>

#include <utility>

namespace rapporteur::cli::command::recommendation_export {

namespace {

const std::vector<std::string> k_columns{"id",     "evaluation", "framework", "subject",  "round",
                                         "from",   "date",       "verb",      "position", "provisions",
                                         "themes", "language",   "text"};

std::vector<std::string> cells_of(const store::Register& where, const store::IndexRow& row) {
    recommendation::Shown shown = recommendation::shown(where, row);
    const std::string position =
        row.position == domain::Position::unset ? "" : std::string(base::name_of(row.position));
    return {row.id.text(),
            row.evaluation.text(),
            row.framework.text(),
            row.subject.text(),
            row.round.text(),
            base::join(row.from, " "),
            shown.date,
            shown.verb,
            position,
            base::join(shown.provisions, " "),
            base::join(row.themes, " "),
            shown.texts.empty() ? "" : shown.texts.front().language,
            shown.texts.empty() ? "" : std::move(shown.texts.front().text)};
}

recommendation::TableFormat format_of(const Context& context, const std::string& file) {
    const auto format = recommendation::table_format(context.option_or("format", file));
    if (!format) {
        throw base::Error(base::ErrorKind::usage, fmt::format("{} does not say in which format", file))
            .help("end its name in .csv, .jsonl or .xlsx, or say --format");
    }
    return *format;
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const sqlite::Reading reading(where.database());
    const std::string file = context.argument("FILE");
    const recommendation::TableFormat format = format_of(context, file);
    const recommendation::Finder finder(where);
    recommendation::Wanted wanted = wanted_of(context, finder);
    wanted.limit = static_cast<std::size_t>(store::count_recommendations(where));
    const std::vector<std::int64_t> records = finder.records(wanted);
    const auto table = recommendation::make_table_file(format, file, k_columns);
    Progress progress(context, "writing", records.size());
    store::each_index_row(where, records, [&](store::IndexRow& row) {
        table->add(cells_of(where, row));
        progress.step();
    });
    table->commit();
    Card card;
    card.fields = {{"file", "File", file},
                   {"count", "Rows", static_cast<std::int64_t>(records.size())},
                   {"filter", "Filter", filter_words(wanted)}};
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "recommendation";
    command.verb = "export";
    command.summary = "write what a search shows, all of it, into a file";
    command.arguments = {{"FILE", "to be written; its ending says the format"}, words_argument()};
    command.options = filter_options();
    command.options.push_back({"format", "FORMAT", "whatever the file's ending", {"csv", "jsonl", "xlsx"}});
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::recommendation_export
