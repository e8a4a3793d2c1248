// SPDX-License-Identifier: EUPL-1.2
#include "questionnaire/questionnaire_file.hpp"

#include "questionnaire/questionnaire_form.hpp"

namespace rapporteur::questionnaire {

domain::Questionnaire read_questionnaire(std::string_view bytes, const std::string& file,
                                         base::Problems& problems) {
    domain::Questionnaire questionnaire;
    base::read_form(bytes, file, "questionnaire", "", questionnaire, problems);
    return questionnaire;
}

std::string write_questionnaire(const domain::Questionnaire& questionnaire) {
    return base::write_form("questionnaire", "", questionnaire);
}

base::XmlPlaces questionnaire_places(std::string_view bytes, const std::string& file) {
    return base::XmlPlaces(bytes, file, {"id", "code", "from"});
}

}  // namespace rapporteur::questionnaire
