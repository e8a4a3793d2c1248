// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/invented_list.hpp"

#include <algorithm>
#include <array>

namespace rapporteur::invented {

namespace {

std::string subject(support::InventedTexts& draw, const domain::Framework& framework) {
    const domain::Subject& one = framework.subjects[draw.below(framework.subjects.size())];
    return std::string(domain::text_in(one.names.back().name, "en"));
}

// One to three; the first ones are the commonest.
std::string themes(support::InventedTexts& draw, const domain::Framework& framework) {
    std::vector<std::string> names;
    const std::size_t count = framework.themes.size();
    for (std::size_t i = 1 + draw.below(3); i > 0; --i) {
        const std::size_t place = std::min({draw.below(count), draw.below(count), draw.below(count)});
        const std::string name(domain::text_in(framework.themes[place].name, "en"));
        if (name.find(',') == std::string::npos &&
            std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    std::string cell;
    for (const std::string& name : names) {
        cell += (cell.empty() ? "" : ",") + name;
    }
    return cell;
}

std::string written_for(support::InventedTexts& draw, const domain::ImportMapping& mapping,
                        domain::ImportField field) {
    const auto& values = mapping.find(field)->values;
    return values[draw.below(values.size())].written;
}

}  // namespace

domain::ImportMapping mapping_of_list(const domain::Framework& framework, domain::ImportFormat format) {
    domain::ImportMapping mapping = framework.imports.front();
    mapping.format = format;
    domain::ImportColumn language;
    language.name = "Language";
    language.into = domain::ImportField::language;
    mapping.columns.push_back(language);
    return mapping;
}

std::string usual_text(support::InventedTexts& texts, std::size_t language) {
    return texts.prose(language, 20 + texts.below(31));
}

void write_list(const std::filesystem::path& file, recommendation::TableFormat format,
                const domain::Framework& framework, std::size_t rows, unsigned seed, const TextOfRow& text) {
    const domain::ImportMapping mapping = mapping_of_list(framework, domain::ImportFormat::csv);
    std::vector<std::string> columns;
    for (const domain::ImportColumn& column : mapping.columns) {
        columns.push_back(column.name);
    }
    const auto table = recommendation::make_table_file(format, file, columns);
    support::InventedTexts draw(seed);
    for (; rows > 0; --rows) {
        const std::size_t language = draw.language();
        std::vector<std::string> cells;
        for (const domain::ImportColumn& column : mapping.columns) {
            switch (column.into) {
            case domain::ImportField::subject:
                cells.push_back(subject(draw, framework));
                break;
            case domain::ImportField::from:
                cells.push_back(draw.below(50) == 0 ? "(Unknown)" : subject(draw, framework));
                break;
            case domain::ImportField::text:
                cells.push_back(text(draw, language));
                break;
            case domain::ImportField::position:
            case domain::ImportField::verb:
                cells.push_back(written_for(draw, mapping, column.into));
                break;
            case domain::ImportField::themes:
                cells.push_back(themes(draw, framework));
                break;
            case domain::ImportField::round:
                cells.push_back(
                    framework.rounds[draw.below(std::min<std::size_t>(framework.rounds.size(), 12))].number);
                break;
            case domain::ImportField::language:
                cells.push_back(support::invented_languages()[language]);
                break;
            default:
                cells.emplace_back();
                break;
            }
        }
        table->add(cells);
    }
    table->commit();
}

}  // namespace rapporteur::invented
