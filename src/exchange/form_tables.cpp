// SPDX-License-Identifier: EUPL-1.2
#include "exchange/form_tables.hpp"

#include "base/text.hpp"
#include "document/form_tokens.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace rapporteur::exchange {

using namespace domain;

namespace {

constexpr const char* k_total_code = "total";

document::Inlines head_of(const FormPlace& place) {
    return document::marked_words(place.label(),
                                  place.pairs.empty() ? "" : document::place_mark(place.pairs));
}

int year_of(const std::string& text) {
    int year = 0;
    std::from_chars(text.data(), text.data() + text.size(), year);
    return year;
}

class Places {
public:
    Places(const Question& question, const Questionnaire& questionnaire, const FormWords& words,
           std::string_view language, ComputedTotals computed)
        : m_question(question), m_questionnaire(questionnaire), m_words(words), m_language(language),
          m_computed(computed) {}

    std::vector<FormPlace> along(Axis axis) const {
        std::vector<FormPlace> places{FormPlace{}};
        for (const Dimension& dimension : m_question.dimensions) {
            if (dimension.axis != axis) {
                continue;
            }
            std::vector<FormPlace> longer;
            for (const FormPlace& place : places) {
                for (const auto& [code, label] : codes_of(dimension)) {
                    FormPlace next = place;
                    next.labels.push_back(label);
                    next.pairs.push_back(dimension.id + "=" + code);
                    next.computed =
                        next.computed || (code == k_total_code && dimension.total == TotalOrigin::computed);
                    longer.push_back(std::move(next));
                }
            }
            places = std::move(longer);
        }
        return places;
    }

private:
    std::vector<std::pair<std::string, std::string>> codes_of(const Dimension& dimension) const {
        std::vector<std::pair<std::string, std::string>> codes;
        if (const Codelist* const list = m_questionnaire.find_codelist(dimension.codelist)) {
            for (const Code& code : list->codes) {
                if (code.retired.empty()) {
                    codes.emplace_back(code.value, std::string(text_in(code.label, m_language)));
                }
            }
        } else if (!dimension.from.empty()) {
            for (int year = year_of(dimension.from); year <= year_of(dimension.to); ++year) {
                codes.emplace_back(fmt::format("{}", year), fmt::format("{}", year));
            }
        }
        if (dimension.total == TotalOrigin::given ||
            (dimension.total == TotalOrigin::computed && m_computed == ComputedTotals::shown)) {
            codes.emplace_back(k_total_code, m_words.total);
        }
        return codes;
    }

    const Question& m_question;
    const Questionnaire& m_questionnaire;
    const FormWords& m_words;
    std::string_view m_language;
    ComputedTotals m_computed;
};

std::vector<document::Inlines> heads_of(const std::vector<FormPlace>& places, const std::string& otherwise) {
    std::vector<document::Inlines> heads;
    for (const FormPlace& place : places) {
        heads.push_back(place.pairs.empty() ? document::text_inlines(otherwise) : head_of(place));
    }
    return heads;
}

}  // namespace

std::string FormPlace::label() const {
    return base::join(labels, ", ");
}

std::vector<FormPlace> form_places(const Question& question, const Questionnaire& questionnaire,
                                   const FormWords& words, std::string_view language, Axis axis,
                                   ComputedTotals computed) {
    return Places(question, questionnaire, words, language, computed).along(axis);
}

std::vector<FormSheet> form_sheets(const Question& question, const Questionnaire& questionnaire,
                                   const FormWords& words, std::string_view language,
                                   const RowFilter& has_row) {
    const Places places(question, questionnaire, words, language, ComputedTotals::left_out);
    const std::vector<document::Inlines> columns = heads_of(places.along(Axis::column), words.figure);
    std::vector<FormPlace> row_places = places.along(Axis::row);
    std::erase_if(row_places, [&](const FormPlace& row) { return !has_row(row.pairs); });
    const std::vector<document::Inlines> rows = heads_of(row_places, words.figure);
    std::vector<FormSheet> sheets;
    for (const FormPlace& sheet : places.along(Axis::sheet)) {
        FormSheet made;
        made.title = head_of(sheet);
        made.table.corner = unit_words(words, question.unit);
        made.table.columns = columns;
        made.table.rows = rows;
        sheets.push_back(std::move(made));
    }
    return sheets;
}

bool takes_more_rows(const Question& question, const Questionnaire& questionnaire) {
    return std::any_of(
        question.dimensions.begin(), question.dimensions.end(), [&](const Dimension& dimension) {
            const Codelist* const list = questionnaire.find_codelist(dimension.codelist);
            return dimension.axis == Axis::row && (dimension.open || (list != nullptr && list->open));
        });
}

}  // namespace rapporteur::exchange
