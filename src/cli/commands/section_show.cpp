// SPDX-License-Identifier: EUPL-1.2
// What an index's identifier of a section means here: the evaluation, the kind of document, label and title.
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/known_filters.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "store/evaluations.hpp"
#include "store/listed_sections.hpp"

#include <fmt/format.h>

namespace rapporteur::cli::command::section_show {

namespace {

std::string indexes_of(const std::vector<domain::ListedSection>& sections) {
    std::vector<std::string> names;
    for (const domain::ListedSection& section : sections) {
        names.push_back(section.framework.text());
    }
    return base::join(names, ", ");
}

domain::ListedSection need_section(const store::Register& where, const std::string& alias,
                                   const std::string& framework) {
    std::vector<domain::ListedSection> found = store::listed_sections_called(where, alias);
    if (!framework.empty()) {
        std::erase_if(found, [&](const domain::ListedSection& section) {
            return section.framework.text() != framework;
        });
    }
    if (found.size() > 1) {
        throw base::Error(base::ErrorKind::conflict, fmt::format("{} indexes know {}", found.size(), alias))
            .help("say which with --framework: " + indexes_of(found));
    }
    if (found.empty()) {
        const std::vector<domain::ListedSection> all = store::list_sections(where, {framework, {}, {}, {}});
        std::vector<std::string_view> known;
        for (const domain::ListedSection& section : all) {
            known.emplace_back(section.alias);
        }
        throw base::Error(base::ErrorKind::not_found, "no index that was imported knows " + alias)
            .help(base::did_you_mean(alias, known, "see what there is with: rapporteur section list"));
    }
    return found.front();
}

Card card_of(const store::Register& where, const domain::ListedSection& section) {
    const auto evaluation = domain::evaluation_of(section);
    const bool known = evaluation && store::find_timeline(where, *evaluation);
    const domain::LabelledTitle title = domain::split_label(section.title);
    Card card;
    card.fields = {
        {"identifier", "Identifier", section.alias},
        {"index", "Index", section.index},
        {"framework", "Framework", section.framework.text()},
        {"evaluation", "Evaluation", evaluation ? Cell(evaluation->text()) : Cell()},
        {"in_register", "In register", known},
        {"subject", "Subject", text_or_nothing(section.subject.text())},
        {"round", "Round", text_or_nothing(section.round)},
        {"document", "Document", text_or_nothing(section.document)},
        {"date", "Date", section.date ? Cell(section.date->text()) : Cell()},
        {"language", "Language", section.language},
        {"label", "Label", text_or_nothing(title.label)},
        {"title", "Title", text_or_nothing(title.title)},
        {"in_the_source", "In the source", text_or_nothing(base::replace_all(section.written, "\n", "; "))},
        {"address", "Address", text_or_nothing(section.address)}};
    return card;
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    check_filters(context, where, {"framework"});
    print(context, card_of(where, need_section(where, context.argument("IDENTIFIER"),
                                               context.option_or("framework", ""))));
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "section";
    command.verb = "show";
    command.summary = "what an index's identifier of a section means";
    command.arguments = {{"IDENTIFIER", "as the index writes it"}};
    command.options = {{"framework", "FRAMEWORK", "whose index, where several know the identifier"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::section_show
