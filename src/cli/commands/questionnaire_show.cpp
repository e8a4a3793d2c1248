// SPDX-License-Identifier: EUPL-1.2
// One version of a questionnaire, section by section, in one language.
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/reply_text.hpp"
#include "cli/session.hpp"
#include "exchange/pairing.hpp"
#include "store/questionnaires.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace rapporteur::cli::command::questionnaire_show {

namespace {

using domain::Question;
using domain::Section;

Cell text_cell(std::string_view text) {
    return text.empty() ? Cell() : Cell(std::string(text));
}

std::string required_language(const Context& context, const domain::Questionnaire& questionnaire) {
    std::vector<std::string> known;
    for (const domain::QuestionnaireLanguage& each : questionnaire.languages) {
        known.push_back(each.code);
    }
    const std::string wanted = context.option_or("language", known.empty() ? "en" : known.front());
    if (!known.empty() && std::find(known.begin(), known.end(), wanted) == known.end()) {
        throw base::Error(base::ErrorKind::not_found, fmt::format("{} has no text in the language \"{}\"",
                                                                  questionnaire.id.text(), wanted))
            .help("it has " + base::join(known, ", "));
    }
    return wanted;
}

// "yes or no, or partly", "table of persons by year and sexage", ...
std::string kind_words(const Question& question) {
    std::string words(base::name_of(question.kind));
    switch (question.kind) {
    case domain::QuestionKind::yesno:
        return question.partly ? "yes, no or partly" : "yes or no";
    case domain::QuestionKind::choice:
        return question.many ? "choice of several" : "choice of one";
    case domain::QuestionKind::narrative:
        return question.max_words > 0 ? fmt::format("text, up to {} words", question.max_words) : "text";
    case domain::QuestionKind::number:
        return question.unit.empty() ? words : "number of " + question.unit;
    case domain::QuestionKind::table: {
        std::vector<std::string> dims;
        for (const domain::Dimension& each : question.dimensions) {
            dims.push_back(each.id);
        }
        return fmt::format("table{} by {}",
                           question.unit.empty() || question.unit == "number" ? "" : " of " + question.unit,
                           base::join(dims, " and "));
    }
    case domain::QuestionKind::followup:
        return "what was done on each " + question.followup_source;
    default:
        return words;
    }
}

std::string required_words(domain::Required required) {
    switch (required) {
    case domain::Required::block:
        return "must";
    case domain::Required::warn:
        return "should";
    case domain::Required::no:
        break;
    }
    return "";
}

class Rows {
public:
    Rows(Listing& listing, std::string language) : m_listing(listing), m_language(std::move(language)) {}

    void add(const Section& section, const std::string& outer) {
        const std::string title(domain::text_in(section.title, m_language));
        const std::string path = outer.empty() ? title : outer + " / " + title;
        for (const Question& each : section.questions) {
            add(each, section.id, path);
        }
        for (const Section& inner : section.sections) {
            add(inner, path);
        }
    }

private:
    void add(const Question& question, const std::string& section, const std::string& path) {
        m_listing.rows.push_back({section, path, text_cell(question.number), question.id.text(),
                                  std::string(domain::text_in(question.text, m_language)),
                                  text_cell(domain::text_in(question.guidance, m_language)),
                                  std::string(base::name_of(question.kind)), kind_words(question),
                                  std::string(base::name_of(question.required)),
                                  required_words(question.required), question.respondents,
                                  question.provisions, question.themes, text_cell(question.when)});
        for (const Question& part : question.parts) {
            add(part, section, path);
        }
    }

    Listing& m_listing;
    std::string m_language;
};

Listing questions(const domain::Questionnaire& questionnaire, const std::string& language) {
    Listing listing{"questions",
                    {{"section", ""},
                     {"section_title", ""},
                     {"number", ""},
                     {"question", ""},
                     {"text", ""},
                     {"guidance", ""},
                     {"kind", ""},
                     {"", ""},
                     {"required", ""},
                     {"", ""},
                     {"respondents", ""},
                     {"provisions", ""},
                     {"themes", ""},
                     {"when", ""}},
                    {},
                    "No question."};
    Rows rows(listing, language);
    for (const Section& each : questionnaire.sections) {
        rows.add(each, "");
    }
    return listing;
}

// The text of the question under its number; below it what program and secretariat call it, and what it takes.
std::string question_text(const std::vector<Cell>& row, std::size_t width) {
    std::vector<std::string> facts{text_of(row[3]), text_of(row[7])};
    if (const std::string required = text_of(row[9]); !required.empty()) {
        facts.push_back(required + " be answered");
    }
    if (const std::string respondents = text_of(row[10]); !respondents.empty()) {
        facts.push_back("for " + respondents);
    }
    if (const std::string provisions = text_of(row[11]); !provisions.empty()) {
        facts.push_back("provisions " + provisions);
    }
    if (const std::string when = text_of(row[13]); !when.empty()) {
        facts.push_back("when " + when);
    }
    return numbered_text(text_of(row[2]), text_of(row[4]), width) +
           base::wrap("[" + base::join(facts, "; ") + "]", width, k_answer_indent) + "\n";
}

// What became of each question of the earlier versions, as the questionnaire's own maps say it.
Listing migration(const domain::Questionnaire& questionnaire) {
    Listing listing{"migration",
                    {{"from_version", ""},
                     {"act", ""},
                     {"", "Became"},
                     {"earlier", "Question of the earlier version"},
                     {"later", "Question now"},
                     {"substance", ""},
                     {"codelist", ""}},
                    {},
                    ""};
    for (const domain::Migration& map : questionnaire.migrations) {
        for (const domain::MigrationStep& step : map.steps) {
            const bool recode = step.act == domain::MigrationAct::recode;
            const std::string words =
                recode
                    ? "recoded, list " + step.codelist
                    : exchange::act_in_words({step.act, step.substance, step.from, exchange::leads_to(step)});
            listing.rows.push_back({map.from, std::string(base::name_of(step.act)), words, step.from,
                                    exchange::leads_to(step), text_cell(step.substance),
                                    text_cell(step.codelist)});
        }
    }
    return listing;
}

// One table for each version that a map leads from.
void print_migration(const Context& context, const domain::Questionnaire& questionnaire) {
    const Listing all = migration(questionnaire);
    for (const domain::Migration& map : questionnaire.migrations) {
        Listing one = all;
        std::erase_if(one.rows,
                      [&](const std::vector<Cell>& row) { return text_of(row.front()) != map.from; });
        context.out() << section_heading(fmt::format("What became of version {}", map.from),
                                         text_width(context.width()))
                      << table_text(one, context.width());
    }
}

void print_text(const Context& context, const Card& head, const Listing& all) {
    const std::size_t width = text_width(context.width());
    context.out() << card_text(head, context.width());
    std::string section;
    for (const auto& row : all.rows) {
        if (text_of(row[1]) != section) {
            section = text_of(row[1]);
            context.out() << section_heading(section, width);
        }
        context.out() << question_text(row, width);
    }
}

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const domain::Questionnaire questionnaire =
        store::need_questionnaire(where, domain::QuestionnaireId(context.argument("QUESTIONNAIRE")));
    const std::string language = required_language(context, questionnaire);
    Card card{
        {{"questionnaire", "Questionnaire", questionnaire.id.text()},
         {"title", "Title", text_cell(domain::text_in(questionnaire.title, language))},
         {"language", "Language", language},
         {"status", "Status", std::string(base::name_of(questionnaire.status))},
         {"adopted_on", "Adopted", questionnaire.adopted ? Cell(questionnaire.adopted->text()) : Cell()},
         {"supersedes", "Supersedes", text_cell(questionnaire.supersedes)},
         {"respondents", "Respondents", questionnaire.respondents},
         {"intro", "", text_cell(domain::text_in(questionnaire.intro, language))}},
        {}};
    Listing all = questions(questionnaire, language);
    if (context.wants_json()) {
        card.lists = {std::move(all), migration(questionnaire)};
        print(context, card);
        return;
    }
    print_text(context, card, all);
    print_migration(context, questionnaire);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "questionnaire";
    command.verb = "show";
    command.summary = "show a questionnaire's questions";
    command.arguments = {{"QUESTIONNAIRE", "its identifier with the version, such as peer/round-2@2014.1"}};
    command.options = {
        {"language", "LANGUAGE", "the language of its texts; its master language, if left out"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::questionnaire_show
