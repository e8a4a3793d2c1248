// SPDX-License-Identifier: EUPL-1.2
#include "domain/framework.hpp"

#include <algorithm>

namespace rapporteur::domain {

namespace {

template <class T, class Key>
const T* find_in(const std::vector<T>& values, Key key, std::string_view wanted) {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const T& value) { return key(value) == wanted; });
    return found == values.end() ? nullptr : &*found;
}

template <class T>
const T* find_by_id(const std::vector<T>& values, std::string_view wanted) {
    return find_in(
        values, [](const T& value) -> std::string_view { return value.id; }, wanted);
}

}  // namespace

const Stage* Framework::find_stage(std::string_view stage) const {
    return find_by_id(stages, stage);
}

const Round* Framework::find_round(std::string_view id_or_number) const {
    if (const Round* const round = find_by_id(rounds, id_or_number)) {
        return round;
    }
    const auto number = [](const Round& round) -> std::string_view { return round.number; };
    const Round* const round = find_in(rounds, number, id_or_number);
    return round != nullptr ? round : find_in(rounds, number, "");
}

const ScaleValue* Scale::find_value(std::string_view value) const {
    return find_by_id(values, value);
}

const Theme* Framework::find_theme(std::string_view theme) const {
    return find_by_id(themes, theme);
}

const RecommendationKind* Framework::find_kind(std::string_view kind) const {
    return find_by_id(kinds, kind);
}

const Scale* Framework::find_scale(std::string_view scale) const {
    return find_by_id(scales, scale);
}

const ImportMapping* Framework::find_import(std::string_view import) const {
    return find_by_id(imports, import);
}

const ImportColumn* ImportMapping::find(ImportField into) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const ImportColumn& column) { return column.into == into; });
    return found == columns.end() ? nullptr : &*found;
}

const Verb* Framework::find_verb(std::string_view verb) const {
    return find_by_id(verbs, verb);
}

const DocumentType* Framework::find_document(std::string_view type) const {
    return find_by_id(documents, type);
}

const Subject* Framework::find_subject(std::string_view code) const {
    return find_in(
        subjects, [](const Subject& subject) -> std::string_view { return subject.code.text(); }, code);
}

const Provision* Framework::find_provision(std::string_view provision) const {
    return find_by_id(provisions, provision);
}

const Indicator* Framework::find_indicator(std::string_view indicator) const {
    return find_by_id(indicators, indicator);
}

}  // namespace rapporteur::domain
