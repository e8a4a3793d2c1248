// SPDX-License-Identifier: EUPL-1.2
// Recommendations by words and facets: the best first, the words that were found marked, counts that are those of the result.
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/recommendation_filter.hpp"
#include "cli/session.hpp"
#include "recommendation/finder.hpp"
#include "search/marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace rapporteur::cli::command::recommendation_search {

namespace {

constexpr std::size_t k_excerpt = 160;

std::size_t number_of(const Context& context, const std::string& option, std::size_t standard,
                      std::size_t most) {
    const auto text = context.option(option);
    if (!text) {
        return standard;
    }
    std::size_t value = 0;
    const auto result = std::from_chars(text->data(), text->data() + text->size(), value);
    if (result.ec != std::errc{} || result.ptr != text->data() + text->size() || value == 0 || value > most) {
        throw base::Error(base::ErrorKind::usage,
                          fmt::format("--{} {} is no number that fits", option, *text))
            .help(fmt::format("a whole number from 1 to {}", most));
    }
    return value;
}

// A cut in UTF-8 falls between characters, and between words where there is a space near.
std::size_t cut_at(std::string_view text, std::size_t offset) {
    while (offset > 0 && offset < text.size() && !base::is_space(text[offset])) {
        --offset;
    }
    return offset;
}

// The text around the first word that was found, with *stars* around all that were.
std::string excerpt(std::string_view text, const std::vector<search::Mark>& marks) {
    const std::size_t first = marks.empty() ? 0 : marks.front().offset;
    const std::size_t begin = first > k_excerpt / 2 ? cut_at(text, first - k_excerpt / 2) : 0;
    const std::size_t end =
        begin + k_excerpt < text.size() ? std::max(cut_at(text, begin + k_excerpt), first) : text.size();
    std::string result = begin > 0 ? "… " : "";
    std::size_t at = begin;
    for (const search::Mark& mark : marks) {
        if (mark.offset + mark.length > end) {
            break;
        }
        result +=
            fmt::format("{}*{}*", text.substr(at, mark.offset - at), text.substr(mark.offset, mark.length));
        at = mark.offset + mark.length;
    }
    result += at < end ? std::string(text.substr(at, end - at)) : "";
    return base::collapse_spaces(result) + (end < text.size() ? " …" : "");
}

Listing hits(const store::Register& where, const recommendation::Found& found) {
    Listing listing{"recommendations",
                    {{"id", "Recommendation"},
                     {"verb", "Verb"},
                     {"date", "Date"},
                     {"", "Text"},
                     {"language", ""},
                     {"text", ""},
                     {"marks", ""}},
                    {},
                    "No recommendation fits."};
    for (const domain::RecommendationId& id : found.hits) {
        const recommendation::Shown shown =
            recommendation::shown(where, store::find_index_row(where, id).value());
        const domain::LocalText words = shown.texts.empty() ? domain::LocalText{} : shown.texts.front();
        const std::vector<search::Mark> marks = search::mark(words.text, words.language, "text", found.query);
        std::vector<std::string> places;
        for (const search::Mark& mark : marks) {
            places.push_back(fmt::format("{}+{}", mark.offset, mark.length));
        }
        listing.rows.push_back({id.text(), text_or_nothing(shown.verb), shown.date,
                                excerpt(words.text, marks), words.language, words.text, places});
    }
    return listing;
}

Listing facet(const search::FacetCounts& counts) {
    Listing listing{"facet_" + counts.facet,
                    {{"value", counts.facet}, {"count", "Count", Align::right}, {"chosen", ""}},
                    {},
                    "No recommendation fits, and so none has a " + counts.facet + "."};
    std::vector<const search::ValueCount*> values;
    for (const search::ValueCount& value : counts.values) {
        if (value.count > 0 || value.chosen) {
            values.push_back(&value);
        }
    }
    std::stable_sort(values.begin(), values.end(),
                     [](const auto* one, const auto* other) { return one->count > other->count; });
    if (counts.none.count > 0 || counts.none.chosen) {
        values.push_back(&counts.none);
    }
    for (const search::ValueCount* const value : values) {
        listing.rows.push_back({value->value.empty() ? std::string("none") : value->value,
                                static_cast<std::int64_t>(value->count), value->chosen});
    }
    return listing;
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const sqlite::Reading reading(where.database());  // one view, and not a lock for each hit
    const recommendation::Finder finder(where);
    recommendation::Wanted wanted = wanted_of(context, finder);
    wanted.limit = number_of(context, "per-page", 20, 1'000);
    const std::size_t page = number_of(context, "page", 1, 1'000'000);
    wanted.skip = (page - 1) * wanted.limit;
    wanted.facets = context.options("facet");
    const recommendation::Found found = finder.find(wanted);
    const std::uint64_t pages = (found.count + wanted.limit - 1) / wanted.limit;
    Card card;
    card.fields = {{"count", "Count", static_cast<std::int64_t>(found.count)},
                   {"of", "In the register", static_cast<std::int64_t>(found.of)},
                   {"filter", "Filter", filter_words(wanted)},
                   {"understood", "Words as read", text_or_nothing(found.understood)},
                   {"notes", "Note", found.query.notes},
                   {"page", "Page", fmt::format("{} of {}", page, std::max<std::uint64_t>(pages, 1))}};
    for (const search::FacetCounts& counts : found.facets) {
        card.lists.push_back(facet(counts));
    }
    card.lists.push_back(hits(where, found));
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "recommendation";
    command.verb = "search";
    command.summary = "find recommendations by words and facets, with exact counts";
    command.arguments = {words_argument()};
    command.options = filter_options();
    command.options.push_back(
        {"facet", "FACET", "count the result by it", recommendation::facet_names(), Repeats::yes});
    command.options.push_back({"page", "N", "the N-th page of the result"});
    command.options.push_back({"per-page", "N", "recommendations a page; 20 unless told"});
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::recommendation_search
