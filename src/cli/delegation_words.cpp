// SPDX-License-Identifier: EUPL-1.2
#include "cli/delegation_words.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::cli {

namespace {

using domain::BodyId;

std::string join_bodies(const std::vector<BodyId>& bodies) {
    std::vector<std::string> names;
    for (const BodyId& each : bodies) {
        names.push_back(domain::local_name(each.text()));
    }
    return base::join(names, ", ");
}

bool stands_at(const domain::Cell& cell, const std::string& row) {
    const std::vector<std::string_view> pairs = base::split_words(row);
    return std::all_of(pairs.begin(), pairs.end(),
                       [&](std::string_view pair) { return base::contains(cell.dims, pair); });
}

enum class Progress { waits, open, answered };

Progress progress_of(const std::string& question, const std::string& row, const std::vector<BodyId>& leads,
                     const std::vector<exchange::MergingPart>& parts) {
    Progress progress = Progress::waits;
    for (const exchange::MergingPart& part : parts) {
        if (!domain::is_among(leads, part.body)) {
            continue;
        }
        const domain::Answer* const answer = part.reply.find_answer(question);
        const bool has =
            answer != nullptr && answer->state != domain::AnswerState::blank &&
            (row.empty() || std::any_of(answer->cells.begin(), answer->cells.end(),
                                        [&](const domain::Cell& cell) { return stands_at(cell, row); }));
        progress = has ? Progress::answered : std::max(progress, Progress::open);
    }
    return progress;
}

std::string progress_words(Progress progress) {
    return progress == Progress::answered ? "answered" : progress == Progress::open ? "open" : "no part yet";
}

}  // namespace

std::string place_words(const std::string& question, const std::string& row) {
    return row.empty() ? question : fmt::format("{}[{}]", question, row);
}

std::string path_words(const domain::Duty& duty) {
    std::string words;
    for (const domain::DelegationStep& step : duty.path) {
        const std::string from = domain::local_name(step.passed_by.value_or(BodyId()).text());
        words += fmt::format("{}{} > {} ({})", words.empty() ? "" : "; ", from,
                             domain::local_name(step.body.text()), step.remark);
    }
    return words;
}

Listing delegation_listing(const domain::Delegation& delegation, const domain::Questionnaire& questionnaire,
                           const std::vector<exchange::MergingPart>& parts) {
    Listing listing{"delegation",
                    {{"number", "No", Align::right},
                     {"question", "Question"},
                     {"leads", "Leads"},
                     {"adds", "Adds"},
                     {"state", "State"},
                     {"path", ""}},
                    {},
                    ""};
    std::map<std::string, std::size_t> order;
    for (const domain::Question* const each : domain::questions_of(questionnaire)) {
        order.emplace(each->id.text(), order.size());
    }
    std::vector<std::pair<std::size_t, std::vector<Cell>>> rows;
    for (const auto& [place, duty] : delegation.duties()) {
        const auto found = order.find(place.first);
        const domain::Question* const question = questionnaire.find_question(place.first);
        if (question != nullptr && question->kind == domain::QuestionKind::record) {
            continue;  // its parts stand for it
        }
        const std::string path = path_words(duty);
        rows.emplace_back(
            found == order.end() ? order.size() : found->second,
            std::vector<Cell>{question == nullptr ? Cell() : Cell(question->number),
                              place_words(place.first, place.second), join_bodies(duty.leads),
                              text_or_nothing(join_bodies(duty.adds)),
                              progress_words(progress_of(place.first, place.second, duty.leads, parts)),
                              text_or_nothing(path)});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    for (auto& row : rows) {
        listing.rows.push_back(std::move(row.second));
    }
    return listing;
}

Listing passed_listing(const domain::Delegation& delegation) {
    Listing listing{"passed_on", {{"question", "Passed on"}, {"path", "Path"}}, {}, ""};
    for (const auto& [place, duty] : delegation.duties()) {
        if (!duty.path.empty()) {
            listing.rows.push_back({place_words(place.first, place.second), path_words(duty)});
        }
    }
    return listing;
}

Listing bodies_listing(const domain::Delegation& delegation,
                       const std::vector<exchange::MergingPart>& parts) {
    Listing listing{"bodies",
                    {{"body", "Body"},
                     {"leads", "Leads", Align::right},
                     {"adds", "Adds to", Align::right},
                     {"answered", "Answered", Align::right},
                     {"part", "Part"}},
                    {},
                    ""};
    for (const BodyId& body : delegation.bodies()) {
        std::int64_t leads = 0;
        std::int64_t adds = 0;
        std::int64_t answered = 0;
        for (const auto& [place, duty] : delegation.duties()) {
            adds += domain::is_among(duty.adds, body) ? 1 : 0;
            if (domain::is_among(duty.leads, body)) {
                ++leads;
                answered +=
                    progress_of(place.first, place.second, {body}, parts) == Progress::answered ? 1 : 0;
            }
        }
        const bool is_there =
            std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return part.body == body; });
        listing.rows.push_back(
            {body.text(), leads, adds, answered, std::string(is_there ? "received" : "not yet")});
    }
    return listing;
}

}  // namespace rapporteur::cli
