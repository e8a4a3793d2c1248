// SPDX-License-Identifier: EUPL-1.2
// One framework: its head and, part by part, what it declares.
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "cli/words.hpp"
#include "procedure/status.hpp"
#include "store/frameworks.hpp"

#include <algorithm>

namespace rapporteur::cli::command::framework_show {

namespace {

using domain::Framework;

std::string english(const domain::Texts& texts) {
    return std::string(domain::text_in(texts, "en"));
}

Listing rounds(const Framework& framework) {
    Listing listing{"rounds",
                    {{"round", "Round"},
                     {"number", "No."},
                     {"name", "Name"},
                     {"launched_on", "Launched"},
                     {"questionnaire", "Questionnaire"}},
                    {},
                    ""};
    for (const domain::Round& each : framework.rounds) {
        listing.rows.push_back({each.id, text_or_nothing(each.number), english(each.name),
                                each.launched ? Cell(each.launched->text()) : Cell(),
                                text_or_nothing(each.questionnaire)});
    }
    return listing;
}

// On the screen the name stands below the identifier, which is what evaluation advance takes.
Listing stages(const Framework& framework) {
    Listing listing{"stages",
                    {{"stage", ""},
                     {"name", ""},
                     {"", "Stage"},
                     {"after", "After"},
                     {"within", ""},
                     {"", "Within"},
                     {"optional", ""},
                     {"actor", ""},
                     {"actor_name", ""},
                     {"", "Who acts"}},
                    {},
                    ""};
    for (const domain::Stage& each : framework.stages) {
        const std::string actor = procedure::actor_name(framework, each.actor, "en");
        const std::string name = english(each.name);
        listing.rows.push_back({each.id, name, each.id + "\n" + name + (each.optional ? " (optional)" : ""),
                                text_or_nothing(each.after), each.within ? Cell(each.within->text()) : Cell(),
                                each.within ? Cell(each.within->words()) : Cell(), each.optional, each.actor,
                                actor, procedure::short_name(actor)});
    }
    return listing;
}

Listing documents(const Framework& framework) {
    Listing listing{
        "documents", {{"document", "Document"}, {"name", "Name"}, {"visible", "Visibility"}}, {}, ""};
    for (const domain::DocumentType& each : framework.documents) {
        std::vector<std::string> rules;
        for (const domain::VisibilityRule& rule : each.visibility) {
            std::string words = visibility_words(rule.visibility);
            words += rule.from_stage.empty() ? "" : " from " + rule.from_stage;
            words += rule.needs_consent ? " with consent" : "";
            rules.push_back(std::move(words));
        }
        listing.rows.push_back({each.id, english(each.name), rules});
    }
    return listing;
}

Listing verbs(const Framework& framework) {
    Listing listing{
        "verbs",
        {{"verb", "Verb"}, {"rank", "Rank", Align::right}, {"name", "As printed"}, {"meaning", "Meaning"}},
        {},
        ""};
    for (const domain::Verb& each : framework.verbs) {
        listing.rows.push_back({each.id, static_cast<std::int64_t>(each.rank), english(each.name),
                                text_or_nothing(english(each.meaning))});
    }
    return listing;
}

Listing scales(const Framework& framework) {
    Listing listing{"scales",
                    {{"scale", "Scale"},
                     {"used_for", "Used for"},
                     {"value", "Value"},
                     {"rank", "Rank", Align::right},
                     {"name", "Name"}},
                    {},
                    ""};
    for (const domain::Scale& each : framework.scales) {
        for (const domain::ScaleValue& value : each.values) {
            listing.rows.push_back({each.id, each.used_for, value.id, static_cast<std::int64_t>(value.rank),
                                    english(value.name)});
        }
    }
    return listing;
}

Listing provisions(const Framework& framework) {
    Listing listing{
        "provisions",
        {{"provision", "Provision"}, {"label", "Cited as"}, {"title", "Title"}, {"parent", "Part of"}},
        {},
        ""};
    for (const domain::Provision& each : framework.provisions) {
        listing.rows.push_back(
            {each.id, each.label, text_or_nothing(english(each.title)), text_or_nothing(each.parent)});
    }
    return listing;
}

Listing subjects(const Framework& framework) {
    Listing listing{"subjects",
                    {{"subject", "Subject"},
                     {"name", "Name"},
                     {"kind", "Kind"},
                     {"since", "Since"},
                     {"invented", "Invented"}},
                    {},
                    ""};
    for (const domain::Subject& each : framework.subjects) {
        listing.rows.push_back({each.code.text(),
                                each.names.empty() ? std::string() : english(each.names.back().name),
                                std::string(base::name_of(each.kind)),
                                each.since ? Cell(each.since->text()) : Cell(), each.invented});
    }
    return listing;
}

Listing rules(const Framework& framework) {
    Listing listing{"rules",
                    {{"rule", "Rule"}, {"value", "Value"}, {"source", "Source"}, {"confirmed", "Confirmed"}},
                    {},
                    ""};
    for (const domain::Rule& each : framework.rules) {
        listing.rows.push_back({each.id, each.value, text_or_nothing(each.source), each.confirmed});
    }
    return listing;
}

Listing indicators(const Framework& framework) {
    Listing listing{
        "indicators",
        {{"indicator", "Indicator"}, {"unit", "Unit"}, {"name", "Name"}, {"counting_rule", "Counted"}},
        {},
        ""};
    for (const domain::Indicator& each : framework.indicators) {
        listing.rows.push_back(
            {each.id, each.unit, english(each.name), text_or_nothing(english(each.counting_rule))});
    }
    return listing;
}

struct Part {
    const char* name;
    Listing (*listing)(const Framework&);
    bool in_overview;
};

const std::vector<Part>& parts() {
    static const std::vector<Part> k_parts{
        {"rounds", rounds, true},      {"stages", stages, true}, {"documents", documents, false},
        {"verbs", verbs, true},        {"scales", scales, true}, {"provisions", provisions, false},
        {"subjects", subjects, false}, {"rules", rules, false},  {"indicators", indicators, false}};
    return k_parts;
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const Framework framework =
        store::need_framework(where, domain::FrameworkId(context.argument("FRAMEWORK")));
    const std::optional<std::string> wanted = context.option("part");
    std::vector<std::string> languages;
    for (const domain::FrameworkLanguage& each : framework.languages) {
        languages.push_back(each.code);
    }
    Card card{{{"framework", "Framework", framework.id.text()},
               {"name", "Name", english(framework.name)},
               {"version", "Version", framework.version},
               {"instrument", "Instrument", text_or_nothing(framework.instrument)},
               {"languages", "Languages", languages}},
              {}};
    std::vector<std::string> more;
    for (const Part& part : parts()) {
        Listing listing = part.listing(framework);
        const bool shown = wanted ? *wanted == part.name : part.in_overview || context.wants_json();
        if (!shown && !wanted && !listing.rows.empty()) {
            more.push_back(std::to_string(listing.rows.size()) + " " + part.name);
        }
        if (shown) {
            card.lists.push_back(std::move(listing));
        }
    }
    if (!more.empty()) {
        card.fields.push_back({"", "Also", base::join(more, ", ") + ": see with --part"});
    }
    print(context, card);
}

std::vector<std::string> part_names() {
    std::vector<std::string> names;
    for (const Part& part : parts()) {
        names.emplace_back(part.name);
    }
    return names;
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "framework";
    command.verb = "show";
    command.summary = "show a framework's rounds, stages and verbs";
    command.arguments = {{"FRAMEWORK", "its identifier"}};
    command.options = {{"part", "PART", "only that part", part_names()}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::framework_show
