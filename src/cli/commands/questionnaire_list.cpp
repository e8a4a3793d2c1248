// SPDX-License-Identifier: EUPL-1.2
// The versions of questionnaires in the register.
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "store/questionnaires.hpp"

namespace rapporteur::cli::command::questionnaire_list {

namespace {

void run(Context& context) {
    const store::Register where = open_to_read(context);
    const std::string framework = context.option_or("framework", "");
    Listing listing{"questionnaires",
                    {{"questionnaire", "Questionnaire"},
                     {"title", "Title"},
                     {"status", "Status"},
                     {"adopted_on", "Adopted"},
                     {"questions", "Questions", Align::right},
                     {"languages", "Languages"},
                     {"respondents", ""}},
                    {},
                    "No questionnaire."};
    for (const domain::QuestionnaireId& id : store::list_questionnaires(where)) {
        if (!framework.empty() && id.text().rfind(framework + "/", 0) != 0) {
            continue;
        }
        const domain::Questionnaire questionnaire = store::need_questionnaire(where, id);
        std::vector<std::string> languages;
        for (const domain::QuestionnaireLanguage& each : questionnaire.languages) {
            languages.push_back(each.code);
        }
        listing.rows.push_back({id.text(), std::string(domain::text_in(questionnaire.title, "en")),
                                std::string(base::name_of(questionnaire.status)),
                                questionnaire.adopted ? Cell(questionnaire.adopted->text()) : Cell(),
                                static_cast<std::int64_t>(domain::questions_of(questionnaire).size()),
                                languages, questionnaire.respondents});
    }
    print(context, listing);
}

}  // namespace

Command describe() {
    Command command;
    command.noun = "questionnaire";
    command.verb = "list";
    command.summary = "list the versions of questionnaires";
    command.options = {{"framework", "FRAMEWORK", "only that framework's"}};
    command.json = Json::yes;
    command.run = run;
    return command;
}

}  // namespace rapporteur::cli::command::questionnaire_list
