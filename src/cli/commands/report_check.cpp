// SPDX-License-Identifier: EUPL-1.2
// What is wrong with a report before it is rendered; and keys for paragraphs that have none yet.
#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/output.hpp"
#include "cli/problem_list.hpp"
#include "cli/report_choice.hpp"
#include "cli/session.hpp"
#include "report/check.hpp"
#include "report/keys.hpp"
#include "store/reports.hpp"

#include <map>

namespace rapporteur::cli::command::report_check {

namespace {

constexpr base::ByteLimit k_chapter_limit{20U << 20};

void check_report(Context& context, const store::Register& where) {
    const domain::ReportId report = chosen_report(context, where);
    const Actor actor = actor_of(context, where);
    const report::CheckedReport checked =
        report::check(where, report, context.option_or("language", ""), actor.key_or_null());
    const report::ReportFacts& facts = checked.facts;
    const std::int64_t errors = count_of(checked.problems, base::Severity::error);
    Card card;
    card.fields = {{"report", "Report", report.text()},
                   {"paragraphs", "Paragraphs", std::int64_t{facts.paragraphs}},
                   {"recommendations", "Recommendations", std::int64_t{facts.recommendations}},
                   {"words", "Words", std::int64_t{facts.words}},
                   {"footnotes", "Footnotes", std::int64_t{facts.footnotes}},
                   {"tables", "Tables", std::int64_t{facts.tables}},
                   {"charts", "Charts", std::int64_t{facts.charts}},
                   {"evidence", "Evidence", std::int64_t{facts.evidence}},
                   {"without_evidence", "Paragraphs without evidence", std::int64_t{facts.without_evidence}},
                   {"errors", "Errors", errors},
                   {"warnings", "Warnings", count_of(checked.problems, base::Severity::warning)},
                   {"notes", "Notes", count_of(checked.problems, base::Severity::note)}};
    if (context.wants_json()) {
        card.lists = {problems_listing(checked.problems)};
    }
    print(context, card);
    if (!context.wants_json()) {
        print_problems(context, checked.problems);
    }
    if (errors > 0) {
        throw base::Error(base::ErrorKind::invalid_input, report.text() + " has " + std::to_string(errors) +
                                                              (errors == 1 ? " error" : " errors"));
    }
}

// The chapter files below report/, with their bytes, by path.
std::map<std::filesystem::path, std::string> chapters_below(const std::filesystem::path& dossier) {
    std::map<std::filesystem::path, std::string> chapters;
    const std::filesystem::path reports = dossier / "report";
    if (!std::filesystem::is_directory(reports)) {
        throw base::Error(base::ErrorKind::not_found, "no report/ in the directory")
            .at(dossier.string())
            .help("name the directory of a dossier, the one with evaluation.xml");
    }
    for (const std::string& kind : base::list_directory(reports)) {
        if (!std::filesystem::is_directory(reports / kind)) {
            continue;
        }
        for (const std::string& name : base::list_directory(reports / kind)) {
            const std::filesystem::path path = reports / kind / name;
            if (path.extension() == ".md") {
                chapters.emplace(path, base::read_file(path, k_chapter_limit));
            }
        }
    }
    return chapters;
}

void mint_keys(Context& context, const std::filesystem::path& dossier) {
    const domain::EvaluationId evaluation(context.argument("EVALUATION"));
    std::optional<store::Register> where;
    if (std::filesystem::exists(context.register_path())) {
        where.emplace(open_to_read(context));
    }
    report::KeysInUse in_use;
    if (where) {
        in_use.in_register = [&where, &evaluation](const std::string& key) {
            const domain::ParagraphId id(evaluation.text() + "/para/" + key);
            return !store::revisions_of(*where, id, "").empty() ||
                   store::find_paragraph(*where, evaluation, key);
        };
    }
    const auto chapters = chapters_below(dossier);
    for (const auto& [path, text] : chapters) {
        in_use.seen.merge(report::keys_in(text));
    }
    Listing listing{.key = "files",
                    .columns = {{"file", "File"}, {"minted", "Keys minted", Align::right}},
                    .when_empty = "Every paragraph has its key."};
    for (const auto& [path, text] : chapters) {
        const report::KeyedChapter keyed = report::mint_keys(text, in_use, report::system_dice());
        if (keyed.minted > 0) {
            base::write_atomically(path, keyed.text);
            listing.rows.push_back(
                {std::filesystem::relative(path, dossier).generic_string(), std::int64_t{keyed.minted}});
        }
    }
    print(context, listing);
}

void run(Context& context) {
    if (const auto dossier = context.option("fix")) {
        mint_keys(context, *dossier);
        return;
    }
    check_report(context, open_to_read(context));
}

}  // namespace

Command describe() {
    return {.noun = "report",
            .verb = "check",
            .summary = "say what is wrong with a report",
            .arguments = {{"EVALUATION", "its identifier"}},
            .options = {report_option(),
                        {"language", "CODE", "another language than the report's own"},
                        {"fix", "DIR", "mint keys for the paragraphs of that dossier which have none"}},
            .json = Json::yes,
            .run = run};
}

}  // namespace rapporteur::cli::command::report_check
