// SPDX-License-Identifier: EUPL-1.2
// Sections of reports that an index elsewhere lists, by subject, round and kind of document.
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/known_filters.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "store/listed_sections.hpp"

#include <fmt/format.h>

namespace rapporteur::cli::command::section_list {

namespace {

// A kind of document that no section is of is misspelt.
void check_document(const store::Register& where, const std::string& document) {
    const std::vector<std::string> known = store::listed_documents(where);
    if (!document.empty() && !base::contains(known, document)) {
        throw base::Error(base::ErrorKind::not_found, "the register has no section of a " + document)
            .at("--document")
            .help(base::did_you_mean(document, {known.begin(), known.end()},
                                     known.empty() ? "no index was imported yet"
                                                   : "there is: " + base::join(known, ", ")));
    }
}

std::string filter_words(const store::SectionFilter& filter) {
    std::vector<std::string> parts;
    const auto add = [&parts](std::string_view name, const std::string& value) {
        if (!value.empty()) {
            parts.push_back(fmt::format("{} {}", name, value));
        }
    };
    add("framework", filter.framework);
    add("subject", filter.subject);
    add("round", filter.round);
    add("document", filter.document);
    return parts.empty() ? "everything in the register" : base::join(parts, ", ");
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    check_filters(context, where, {"framework", "subject"});
    const store::SectionFilter filter{context.option_or("framework", ""), context.option_or("subject", ""),
                                      context.option_or("round", ""), context.option_or("document", "")};
    check_document(where, filter.document);
    Listing listing{"sections",
                    {{"identifier", "Identifier"},
                     {"index", ""},
                     {"evaluation", "Evaluation"},
                     {"document", "Document"},
                     {"date", "Date"},
                     {"title", "Title"},
                     {"address", ""}},
                    {},
                    "No section fits."};
    for (const domain::ListedSection& section : store::list_sections(where, filter)) {
        const auto evaluation = domain::evaluation_of(section);
        listing.rows.push_back({section.alias, section.index, evaluation ? Cell(evaluation->text()) : Cell(),
                                text_or_nothing(section.document),
                                section.date ? Cell(section.date->text()) : Cell(), section.title,
                                text_or_nothing(section.address)});
    }
    Card card;
    card.fields = {{"count", "Count", static_cast<std::int64_t>(listing.rows.size())},
                   {"filter", "Filter", filter_words(filter)}};
    card.lists.push_back(std::move(listing));
    print(context, card);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "section";
    command.verb = "list";
    command.summary = "list sections of reports that an index elsewhere knows";
    command.options = {{"framework", "FRAMEWORK", "of that framework only"},
                       {"subject", "SUBJECT", "on that state or other subject only"},
                       {"round", "N", "of the round with that number only"},
                       {"document", "KIND", "of that kind of document only"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::section_list
