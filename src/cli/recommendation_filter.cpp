// SPDX-License-Identifier: EUPL-1.2
#include "cli/recommendation_filter.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::cli {

namespace {

// "none" is typed for recommendations that have no value there.
constexpr std::string_view k_no_value = "none";

void check_value(const std::string& facet, const std::string& value, const search::FacetCounts& known) {
    if (value.empty() || std::any_of(known.values.begin(), known.values.end(),
                                     [&](const search::ValueCount& one) { return one.value == value; })) {
        return;
    }
    std::vector<std::string_view> candidates;
    for (const search::ValueCount& one : known.values) {
        candidates.emplace_back(one.value);
    }
    throw base::Error(base::ErrorKind::not_found,
                      fmt::format("--{}: no recommendation of the register has {}", facet, value))
        .help(base::did_you_mean(value, candidates, fmt::format("see what there is with --facet {}", facet)));
}

}  // namespace

Argument words_argument() {
    return {"WORDS", "words, \"phrases\", prefix*, AND, OR, NOT; none for all", Occurs::any_number};
}

std::vector<Option> filter_options() {
    return {
        {"framework", "FRAMEWORK", "of that framework", {}, Repeats::yes},
        {"subject", "SUBJECT", "to that state or other subject", {}, Repeats::yes},
        {"round", "ROUND", "of that round or session", {}, Repeats::yes},
        {"from", "GIVER", "from that body or state", {}, Repeats::yes},
        {"provision", "PROVISION", "on that provision", {}, Repeats::yes},
        {"theme", "THEME", "on that theme", {}, Repeats::yes},
        {"verb", "VERB", "with that urgency verb", {}, Repeats::yes},
        {"position", "POSITION", "on which the state took that position", {}, Repeats::yes},
        {"fate", "FATE", "of which that is known: adopted/..., derived/..., claimed/...", {}, Repeats::yes},
        {"year", "YEAR", "of that year", {}, Repeats::yes},
        {"language", "LANGUAGE", "with a text in that language", {}, Repeats::yes}};
}

recommendation::Wanted wanted_of(const Context& context, const recommendation::Finder& finder) {
    recommendation::Wanted wanted;
    wanted.words = base::join(context.arguments("WORDS"), " ");
    recommendation::Wanted all;
    all.limit = 0;
    for (const Option& option : filter_options()) {
        search::Choice choice{option.name, {}};
        for (const std::string& value : context.options(option.name)) {
            choice.values.push_back(value == k_no_value ? "" : value);
        }
        if (!choice.values.empty()) {
            all.facets.push_back(option.name);
            wanted.choices.push_back(std::move(choice));
        }
    }
    if (wanted.choices.empty()) {
        return wanted;
    }
    const recommendation::Found known = finder.find(all);
    for (std::size_t i = 0; i < wanted.choices.size(); ++i) {
        for (const std::string& value : wanted.choices[i].values) {
            check_value(wanted.choices[i].facet, value, known.facets[i]);
        }
    }
    return wanted;
}

std::string filter_words(const recommendation::Wanted& wanted) {
    std::vector<std::string> parts;
    if (!wanted.words.empty()) {
        parts.push_back("words " + wanted.words);
    }
    for (const search::Choice& choice : wanted.choices) {
        std::vector<std::string> values;
        for (const std::string& value : choice.values) {
            values.push_back(value.empty() ? std::string(k_no_value) : value);
        }
        parts.push_back(choice.facet + " " + base::join(values, " or "));
    }
    return parts.empty() ? "everything in the register" : base::join(parts, ", ");
}

}  // namespace rapporteur::cli
