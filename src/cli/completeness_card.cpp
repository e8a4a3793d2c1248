// SPDX-License-Identifier: EUPL-1.2
#include "cli/completeness_card.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/completeness.hpp"
#include "exchange/reply_table.hpp"
#include "store/people.hpp"
#include "store/questionnaires.hpp"
#include "store/replies.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace rapporteur::cli {

namespace {

using exchange::AnswerCounts;
using exchange::CompletenessLine;

Cell number(int count) {
    return static_cast<std::int64_t>(count);
}

std::vector<std::string> reasons_of(const AnswerCounts& counts) {
    std::vector<std::string> reasons;
    for (const auto& [reason, count] : counts.no_answers) {
        reasons.push_back(fmt::format("{} {}", count, exchange::reason_in_words(reason)));
    }
    return reasons;
}

int count_of(const AnswerCounts& counts, domain::NoAnswer reason) {
    for (const auto& [each, count] : counts.no_answers) {
        if (each == reason) {
            return count;
        }
    }
    return 0;
}

constexpr std::array<std::pair<const char*, domain::NoAnswer>, 5> k_reasons{
    {{"not_available", domain::NoAnswer::not_available},
     {"not_collected", domain::NoAnswer::not_collected},
     {"not_disaggregated", domain::NoAnswer::not_disaggregated},
     {"not_applicable", domain::NoAnswer::not_applicable},
     {"declined", domain::NoAnswer::declined}}};

// Columns for people put together what programs get one by one.
Listing listing_of(const char* key, const char* item, const char* title) {
    Listing listing{key,
                    {{item, ""},
                     {"", title},
                     {"asked", "Asked", Align::right},
                     {"answered", "Answered", Align::right},
                     {"", "No answer"},
                     {"blank", "Blank", Align::right},
                     {"left_out", "Left out", Align::right},
                     {"not_asked", "Not asked", Align::right},
                     {"required", ""},
                     {"required_done", ""},
                     {"", "Required", Align::right},
                     {"open", ""}},
                    {},
                    ""};
    for (const auto& [name, reason] : k_reasons) {
        listing.columns.push_back({name, ""});
    }
    return listing;
}

std::vector<Cell> row_of(const CompletenessLine& line, Cell item, std::string name) {
    const AnswerCounts& counts = line.counts;
    std::vector<Cell> row{std::move(item),
                          std::move(name),
                          number(counts.asked),
                          number(counts.answered),
                          base::join(reasons_of(counts), ", "),
                          number(counts.blank),
                          number(counts.left_out),
                          number(counts.not_asked),
                          number(counts.required),
                          number(counts.required_done),
                          fmt::format("{} of {}", counts.required_done, counts.required),
                          line.open};
    for (const auto& each : k_reasons) {
        row.push_back(number(count_of(counts, each.second)));
    }
    return row;
}

void add_whole(Card& card, const CompletenessLine& whole) {
    const AnswerCounts& counts = whole.counts;
    const std::vector<Field> fields{
        {"asked", "Questions", number(counts.asked)},
        {"answered", "Answered", number(counts.answered)},
        {"without_answer", "", number(counts.without_answer())},
        {"", "No answer", counts.no_answers.empty() ? Cell() : Cell(base::join(reasons_of(counts), ", "))},
        {"blank", "Left blank", number(counts.blank)},
        {"left_out", "Left out", number(counts.left_out)},
        {"not_asked", "Not asked", number(counts.not_asked)},
        {"required", "", number(counts.required)},
        {"required_done", "", number(counts.required_done)},
        {"", "Required", fmt::format("{} of {}", counts.required_done, counts.required)},
        {"open", "Still open", whole.open},
        {"cells", "Table cells", number(counts.cells)},
        {"cells_without_figure", "Without figure", number(counts.cells_without_figure)}};
    card.fields.insert(card.fields.end(), fields.begin(), fields.end());
}

}  // namespace

void add_completeness(Card& card, const store::Register& where, const domain::Reply& reply) {
    const auto issue = reply.issue ? store::find_issue(where, *reply.issue) : std::nullopt;
    if (!issue) {
        throw base::Error(base::ErrorKind::refused, reply.id.text() + " answers no questionnaire")
            .because("it is no reply to an issue");
    }
    const exchange::Completeness completeness =
        exchange::completeness_of(reply, store::need_questionnaire(where, issue->questionnaire), &*issue);
    add_whole(card, completeness.whole);
    Listing sections = listing_of("sections", "section", "Section");
    for (const CompletenessLine& line : completeness.sections) {
        sections.rows.push_back(row_of(line, line.name, line.name));
    }
    Listing bodies = listing_of("bodies", "body", "Body");
    for (const CompletenessLine& line : completeness.bodies) {
        const std::string name = line.name.empty() ? "(no body named)"
                                                   : store::body_name(where, domain::BodyId(line.name),
                                                                      reply.language, reply.submitted);
        bodies.rows.push_back(row_of(line, text_or_nothing(line.name), name));
    }
    card.lists.push_back(std::move(sections));
    card.lists.push_back(std::move(bodies));
}

}  // namespace rapporteur::cli
