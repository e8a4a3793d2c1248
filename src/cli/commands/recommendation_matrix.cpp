// SPDX-License-Identifier: EUPL-1.2
// Each recommendation to a subject with its fate in every later round.
#include "base/error.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/fate_words.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "recommendation/matrix.hpp"

#include <ostream>

namespace rapporteur::cli::command::recommendation_matrix {

namespace {

using recommendation::Matrix;
using recommendation::MatrixBlock;
using recommendation::MatrixRow;

void fate_json(base::JsonWriter& json, const domain::Fate& fate) {
    const auto text = [](const std::string& value) {
        return value.empty() ? std::optional<std::string>() : std::optional(value);
    };
    json.object()
        .member("source", base::name_of(fate.source))
        .member("value", text(fate.value))
        .member("movement", base::name_of(fate.movement))
        .member("by", text(fate.by))
        .member("date", text(fate.date))
        .member("limb", text(fate.limb))
        .close();
}

std::string matrix_json(const Matrix& matrix) {
    base::JsonWriter json;
    json.object()
        .member("subject", matrix.subject)
        .member("framework", matrix.framework)
        .key("evaluations")
        .array();
    for (const MatrixBlock& block : matrix.blocks) {
        json.object().member("evaluation", block.evaluation.text()).key("recommendations").array();
        for (const MatrixRow& row : block.rows) {
            json.object()
                .member("id", row.placed.recommendation.id.text())
                .member("verb", row.placed.verb.empty() ? std::optional<std::string>()
                                                        : std::optional(row.placed.verb))
                .member("asks", recommendation::in_short(row.placed, 200))
                .key("rounds")
                .array();
            for (std::size_t i = 0; i < block.later.size(); ++i) {
                json.object().member("evaluation", block.later[i].text()).key("fates").array();
                for (const domain::Fate& fate : row.rounds[i]) {
                    fate_json(json, fate);
                }
                json.close().close();
            }
            json.close().key("claims").array();
            for (const domain::Fate& fate : row.claims) {
                fate_json(json, fate);
            }
            json.close().close();
        }
        json.close().close();
    }
    json.close().close();
    return json.finish();
}

Listing table_of(const MatrixBlock& block) {
    Listing listing{"", {{"", domain::local_name(block.evaluation.text())}, {"", "Verb"}, {"", "Asks for"}}};
    for (const domain::EvaluationId& later : block.later) {
        listing.columns.push_back({"", "In " + domain::local_name(later.text())});
    }
    listing.columns.push_back({"", "Claimed by"});
    for (const MatrixRow& row : block.rows) {
        std::vector<Cell> cells{domain::local_name(row.placed.recommendation.id.text()), row.placed.verb,
                                recommendation::in_short(row.placed, 48)};
        for (const auto& fates : row.rounds) {
            cells.emplace_back(fates.empty() ? std::string("-") : short_words(fates));
        }
        cells.emplace_back(short_words(row.claims));
        listing.rows.push_back(std::move(cells));
    }
    return listing;
}

void run(Context& context) {
    if (!context.option("framework")) {
        throw base::Error(base::ErrorKind::usage, "recommendation matrix needs --framework")
            .help("see which there are with: rapporteur framework list");
    }
    const store::Register where = open_to_read(context);
    const Matrix matrix =
        recommendation::read_matrix(where, domain::FrameworkId(context.option_or("framework", "")),
                                    domain::SubjectId(context.argument("SUBJECT")));
    if (context.wants_json()) {
        context.out() << matrix_json(matrix);
        return;
    }
    for (const MatrixBlock& block : matrix.blocks) {
        const bool one = block.rows.size() == 1;
        std::string title = block.evaluation.text() + ": " + std::to_string(block.rows.size()) +
                            (one ? " recommendation, and what became of it in "
                                 : " recommendations, and what became of them in ") +
                            (block.later.empty() ? "no later round yet" : "");
        for (std::size_t i = 0; i < block.later.size(); ++i) {
            title += (i == 0 ? "" : ", ") + block.later[i].text();
        }
        context.out() << (context.width() == 0 ? title : base::wrap(title, context.width())) << "\n\n"
                      << table_text(table_of(block), context.width()) << '\n';
    }
    context.out() << "- : nothing is recorded for that round, which says nothing either way.\n"
                     "derived: from links and verbs; claimed: the word of whoever is named.\n";
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "recommendation";
    command.verb = "matrix";
    command.summary = "show what became of each recommendation in each later round";
    command.arguments = {{"SUBJECT", "the state or other subject: XAA", Occurs::once}};
    command.options = {{"framework", "FRAMEWORK", "the framework (needed)"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::recommendation_matrix
