// SPDX-License-Identifier: EUPL-1.2
#include "framework/imports_check.hpp"

#include "base/text.hpp"
#include "domain/recommendation.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rapporteur::framework {

using namespace domain;

namespace {

class ImportCheck {
public:
    ImportCheck(const Framework& framework, const ImportMapping& mapping, base::Problems& problems,
                const base::XmlPlaces& places)
        : m_framework(framework), m_mapping(mapping), m_problems(problems), m_places(places) {}

    void mapping();

private:
    void fault(std::string text, std::string hint) {
        base::add_error(m_problems, m_places.at("import", m_mapping.id, 0),
                        "the import " + m_mapping.id + ": " + std::move(text), std::move(hint));
    }
    void columns();
    void column(const ImportColumn& column);
    bool means_something(const ImportColumn& column, const std::string& means) const;
    bool is_language_here(const std::string& code) const;
    void parts(const ImportColumn& column);

    const Framework& m_framework;
    const ImportMapping& m_mapping;
    base::Problems& m_problems;
    const base::XmlPlaces& m_places;
};

bool ImportCheck::is_language_here(const std::string& code) const {
    return std::any_of(m_framework.languages.begin(), m_framework.languages.end(),
                       [&](const FrameworkLanguage& language) { return language.code == code; });
}

bool ImportCheck::means_something(const ImportColumn& column, const std::string& means) const {
    switch (column.into) {
    case ImportField::subject:
    case ImportField::from:
        return m_framework.find_subject(means) != nullptr;
    case ImportField::round:
        return m_framework.find_round(means) != nullptr;
    case ImportField::verb:
        return m_framework.find_verb(means) != nullptr;
    case ImportField::position:
        return base::from_name<Position>(means).has_value();
    case ImportField::themes:
        return m_framework.find_theme(means) != nullptr;
    case ImportField::rating: {
        const Scale* const scale = m_framework.find_scale(column.scale);
        return scale != nullptr && scale->find_value(means) != nullptr;
    }
    case ImportField::document:
        return is_slug(means);
    case ImportField::nothing:
    case ImportField::text:
    case ImportField::number:
    case ImportField::date:
    case ImportField::provisions:
    case ImportField::language:
    case ImportField::identifier:
    case ImportField::title:
        break;
    }
    return true;
}

void ImportCheck::column(const ImportColumn& column) {
    for (const ValueTranslation& value : column.values) {
        if (!value.means.empty() && !means_something(column, value.means)) {
            fault(column.name + ": \"" + value.written + "\" is said to mean \"" + value.means +
                      "\", which the framework does not know",
                  "correct means=\"...\", or leave it empty for no value");
        }
    }
    parts(column);
    if (!column.language.empty() && !is_language_here(column.language)) {
        fault(column.name + ": the language " + column.language + " is not declared",
              "add it to <languages>");
    }
    if ((column.into == ImportField::rating) != !column.scale.empty()) {
        fault(column.name + ": a rating needs its scale, and nothing else has one", "scale=\"...\"");
    }
}

// A cell of which several columns take a part each, and an identifier that is built of parts.
void ImportCheck::parts(const ImportColumn& column) {
    if (column.part == 0 && column.separator.size() > 1) {
        fault(column.name + ": a separator of more than one character", "such as \",\"");
    }
    if (column.part != 0 && column.separator.empty()) {
        fault(column.name + ": a part of what is not parted", "separator=\"...\"");
    }
    if (column.part < 0) {
        fault(column.name + ": there is no part " + std::to_string(column.part), "1 is the first");
    }
    if (column.into != ImportField::identifier && !column.form.empty()) {
        fault(column.name + ": only an identifier has a form", "remove form=\"...\"");
    }
    for (const std::string& part : column.form) {
        if (std::find(k_identifier_parts.begin(), k_identifier_parts.end(), part) ==
            k_identifier_parts.end()) {
            fault(column.name + ": an identifier has no part \"" + part + "\"",
                  "subject, type, round, year, number, language, section");
        }
    }
}

void ImportCheck::columns() {
    std::set<std::pair<std::string, int>> names;
    std::map<ImportField, int> fields;
    for (const ImportColumn& each : m_mapping.columns) {
        if (!names.emplace(each.name, each.part).second) {
            fault("the column " + each.name + " stands twice",
                  "one <column> for each, or for each part of it");
        }
        const bool several = each.into == ImportField::nothing || each.into == ImportField::text ||
                             each.into == ImportField::from;
        if (++fields[each.into] > 1 && !several) {
            fault("two columns go into " + std::string(base::name_of(each.into)), "one of them into nothing");
        }
        column(each);
    }
    const std::size_t sections =
        std::min(fields.count(ImportField::identifier), fields.count(ImportField::title));
    const std::size_t ratings = fields.count(ImportField::rating);
    const std::size_t texts = fields.count(ImportField::text);
    const bool has_content = sections + ratings + texts > 0;
    if (sections > 0 && ratings + texts > 0) {
        fault("sections of an index, and ratings or recommendations too", "one import for each");
    }
    if (fields.count(ImportField::subject) == 0 || fields.count(ImportField::round) == 0 || !has_content) {
        fault("a row can not be placed",
              "columns into subject, round, and text, rating, or identifier with title");
    }
    if (std::none_of(m_mapping.columns.begin(), m_mapping.columns.end(),
                     [](const ImportColumn& each) { return each.key; })) {
        fault("nothing tells one row from another", "key=\"true\" for the columns that do so together");
    }
}

void ImportCheck::mapping() {
    columns();
    const bool ratings = m_mapping.find(ImportField::rating) != nullptr;
    if (!ratings && !m_mapping.lists_sections() && m_framework.find_kind(m_mapping.kind) == nullptr) {
        fault("the framework has no kind of recommendation \"" + m_mapping.kind + "\"", "kind=\"...\"");
    }
    if (!ratings && !is_language_here(m_mapping.language)) {
        fault("the language \"" + m_mapping.language + "\" is not declared",
              "language=\"...\", as in <languages>");
    }
    if (!m_mapping.stage.empty() && m_framework.find_stage(m_mapping.stage) == nullptr) {
        fault("there is no stage \"" + m_mapping.stage + "\"", "correct stage=\"...\"");
    }
}

// One spelling, one subject.
void check_spellings(const Framework& framework, base::Problems& problems, const base::XmlPlaces& places) {
    std::map<std::string, std::string> owners;
    for (const Subject& subject : framework.subjects) {
        for (const Spelling& spelling : subject.spellings) {
            const auto [owner, is_new] =
                owners.emplace(base::lower_ascii(spelling.text), subject.code.text());
            if (!is_new) {
                base::add_error(problems, places.at("subject", subject.code.text(), 0),
                                "\"" + spelling.text + "\" is a spelling of " + owner->second + " too",
                                "a spelling belongs to one subject");
            }
        }
    }
}

}  // namespace

void check_imports(const Framework& framework, base::Problems& problems, const base::XmlPlaces& places) {
    std::set<std::string> ids;
    for (const ImportMapping& mapping : framework.imports) {
        if (!ids.insert(mapping.id).second) {
            base::add_error(problems, places.at("import", mapping.id, 1),
                            "\"" + mapping.id + "\" stands twice among the elements <import>",
                            "identifiers are unique");
        }
        ImportCheck(framework, mapping, problems, places).mapping();
    }
    check_spellings(framework, problems, places);
}

}  // namespace rapporteur::framework
