// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/import.hpp"

#include "base/text.hpp"
#include "store/evaluations.hpp"
#include "store/listed_sections.hpp"
#include "store/recommendations.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::recommendation {

namespace {

void compare(std::vector<std::string>& differs, std::string_view what, const std::string& before,
             const std::string& after) {
    if (before != after) {
        const auto shown = [](const std::string& text) {
            return text.empty() ? std::string("nothing") : text;
        };
        differs.push_back(fmt::format("{}: {} -> {}", what, shown(before), shown(after)));
    }
}

std::vector<std::string> differences(const domain::Recommendation& before,
                                     const domain::Recommendation& after) {
    std::vector<std::string> differs;
    compare(differs, "number", before.number, after.number);
    compare(differs, "date", before.date ? before.date->text() : "", after.date ? after.date->text() : "");
    compare(differs, "verb", before.verb, after.verb);
    compare(differs, "position", std::string(base::name_of(before.position)),
            std::string(base::name_of(after.position)));
    compare(differs, "themes", base::join(before.themes, " "), base::join(after.themes, " "));
    compare(differs, "provisions", base::join(before.provisions, " "), base::join(after.provisions, " "));
    if (before.from != after.from) {
        differs.emplace_back("from");
    }
    if (before.text != after.text) {
        differs.emplace_back("text");
    }
    return differs;
}

std::vector<std::string> rating_change(const domain::Evaluation& before, const domain::Rating& after) {
    std::vector<std::string> differs;
    for (const domain::Rating& rating : before.ratings) {
        if (rating.scale == after.scale) {
            compare(differs, rating.scale, rating.value, after.value);
        }
    }
    return differs;
}

std::vector<std::string> differences(const domain::ListedSection& before,
                                     const domain::ListedSection& after) {
    std::vector<std::string> differs;
    compare(differs, "subject", before.subject.text(), after.subject.text());
    compare(differs, "round", before.round, after.round);
    compare(differs, "document", before.document, after.document);
    compare(differs, "date", before.date ? before.date->text() : "", after.date ? after.date->text() : "");
    compare(differs, "title", before.title, after.title);
    compare(differs, "address", before.address, after.address);
    compare(differs, "in the source", before.written, after.written);
    return differs;
}

}  // namespace

Import::Import(const store::Register& where, const domain::Framework& framework,
               const domain::ImportMapping& mapping, const SourceRows& rows, std::string file,
               base::Problems& problems, const std::function<void(std::size_t)>& progress)
    : m_framework(framework), m_mapping(mapping), m_rows(rows), m_file(std::move(file)),
      m_reader(framework, mapping, m_file), m_source{framework.id, mapping.id},
      m_section_faults(framework, mapping) {
    m_summary.form = rows.form();
    const sqlite::Reading reading(where.database());  // one view, and not a lock for each row
    m_source_is_new = !store::has_imported(where, m_source);
    rows.each(problems, [&](SourceRow& row) {
        ++m_summary.rows;
        m_fates.push_back(Fate::refused);
        if (const std::optional<ReadRow> read = m_reader.read(row, problems)) {
            weigh(where, row, *read, problems);
        }
        m_summary.refused += m_fates.back() == Fate::refused ? 1U : 0U;
        if (progress) {
            progress(m_summary.rows);
        }
    });
    find_perhaps_changed(where);
    m_summary.section_faults = m_section_faults.found();
    for (const auto& [evaluation, is_new] : m_evaluations) {
        if (is_new) {
            m_summary.new_evaluations.push_back(evaluation);
        }
    }
}

// The row that is being weighed: what it comes to, counted.
void Import::settle(Fate fate) {
    m_fates.back() = fate;
    m_summary.added += fate == Fate::added ? 1U : 0U;
    m_summary.same += fate == Fate::same ? 1U : 0U;
    m_summary.changed += fate == Fate::changed ? 1U : 0U;
}

// What is to become of a row that could be read.
void Import::weigh(const store::Register& where, const SourceRow& row, const ReadRow& read,
                   base::Problems& problems) {
    const base::Place place{m_file, row.line, fmt::format("row {}", row.number)};
    const auto [first, is_first] = m_keys.emplace(read.imported.key, row.number);
    if (!is_first) {
        base::add_error(problems, place, fmt::format("the same key as row {}", first->second),
                        "the columns of the key tell rows apart");
        return;
    }
    if (read.section) {
        weigh_section(where, row, read);
        return;
    }
    const domain::EvaluationId evaluation = evaluation_of(read);
    const auto met = m_evaluations.find(evaluation);
    const bool is_new = met != m_evaluations.end() ? met->second : !store::find_timeline(where, evaluation);
    if (is_new && !opening_of(read)) {
        base::add_error(problems, place, fmt::format("nothing says when {} was opened", evaluation.text()),
                        "give the round its date (launched) in the framework");
        return;
    }
    m_evaluations.emplace(evaluation, is_new);
    const std::optional<store::KnownRow> known =
        m_source_is_new ? std::nullopt : store::find_imported(where, m_source, read.imported.key);
    if (!known) {
        settle(Fate::added);
        m_new_rows.push_back({row.number, row.line, read.imported.context});
    } else if (known->content == read.imported.content) {
        settle(Fate::same);
    } else {
        settle(Fate::changed);
        m_summary.conflicts.push_back(
            {row.number, row.line, known->object,
             read.rating ? rating_change(store::need_evaluation(where, evaluation), *read.rating)
                         : differences(store::need_recommendation(
                                           where, domain::RecommendationId(known->object.text())),
                                       read.recommendation)});
    }
}

void Import::weigh_section(const store::Register& where, const SourceRow& row, const ReadRow& read) {
    const domain::ListedSection& section = *read.section;
    m_section_faults.add(row.number, section,
                         read.has_line_breaks ? SectionFaults::LineBreaks::yes
                                              : SectionFaults::LineBreaks::no);
    const std::optional<domain::ListedSection> known =
        store::find_listed_section(where, section.framework, section.index, section.alias);
    if (!known) {
        settle(Fate::added);
    } else if (*known == section) {
        settle(Fate::same);
    } else {
        settle(Fate::changed);
        m_summary.conflicts.push_back(
            {row.number, row.line, domain::Reference(section.alias), differences(*known, section)});
    }
}

// Only where the text is a part of the key: then the context alone is the same.
void Import::find_perhaps_changed(const store::Register& where) {
    const bool text_is_key =
        std::any_of(m_mapping.columns.begin(), m_mapping.columns.end(), [](const auto& column) {
            return column.key && column.into == domain::ImportField::text;
        });
    if (!text_is_key || m_source_is_new) {
        return;
    }
    for (const NewRow& row : m_new_rows) {
        for (const store::Neighbour& neighbour : store::imported_with_context(where, m_source, row.context)) {
            if (m_keys.count(neighbour.key) == 0) {
                m_summary.perhaps_changed.push_back({row.row, row.line, neighbour.object});
            }
        }
    }
}

domain::EvaluationId Import::evaluation_of(const ReadRow& read) const {
    return domain::EvaluationId(
        fmt::format("{}/{}-{}", m_framework.id.text(), read.subject.text(), read.round_number));
}

// The row's own date, the round's, or the year that a round of yearly lists is called by.
std::optional<base::Date> Import::opening_of(const ReadRow& read) const {
    if (read.recommendation.date) {
        return read.recommendation.date;
    }
    if (read.round->launched) {
        return read.round->launched;
    }
    return read.round->number.empty() ? base::Date::parse(read.round_number + "-01-01") : std::nullopt;
}

domain::Evaluation Import::new_evaluation(const ReadRow& read) const {
    domain::Evaluation evaluation;
    evaluation.id = evaluation_of(read);
    evaluation.round = domain::RoundId(fmt::format("{}/{}", m_framework.id.text(), read.round->id));
    evaluation.subject = read.subject;
    evaluation.opened = opening_of(read).value();
    const domain::Subject& subject = *m_framework.find_subject(read.subject.text());
    evaluation.invented = subject.invented;
    for (const domain::FrameworkLanguage& language : m_framework.languages) {
        evaluation.language =
            language.role == domain::LanguageRole::master ? language.code : evaluation.language;
    }
    const std::string_view round = domain::text_in(read.round->name, evaluation.language);
    evaluation.title = {
        {evaluation.language,
         fmt::format("{}: {}{}", domain::text_in(subject.names.back().name, evaluation.language), round,
                     read.round->number.empty() ? " " + read.round_number : "")}};
    if (!m_mapping.stage.empty()) {
        domain::StageEvent event;
        event.stage = m_mapping.stage;
        event.act = domain::StageAct::completed;
        event.date = evaluation.opened;
        evaluation.stages.push_back(std::move(event));
    }
    return evaluation;
}

// What a source does not know stays as the register has it.
void Import::replace(store::Change& change, ReadRow& read) const {
    domain::Recommendation& r = read.recommendation;
    r.id = domain::RecommendationId(
        store::find_imported(change.where(), m_source, read.imported.key).value().object.text());
    const domain::Recommendation before = store::need_recommendation(change.where(), r.id);
    r.links = before.links;
    r.asks = before.asks;
    r.limbs = before.limbs;
    r.sources = before.sources;
    store::replace_recommendation(change, r);
}

void Import::add(store::Change& change, ReadRow& read) {
    const domain::EvaluationId evaluation = evaluation_of(read);
    auto place = m_next.find(evaluation);
    if (place == m_next.end()) {
        place = m_next.emplace(evaluation, store::next_recommendation(change.where(), evaluation)).first;
    }
    domain::Recommendation& r = read.recommendation;
    r.id = domain::RecommendationId(fmt::format("{}/r{:02}", evaluation.text(), place->second.number++));
    store::add_recommendation(change, evaluation, place->second.position++, r);
}

// The one rating of its scale that the evaluation has.
void Import::rate(domain::Evaluation& evaluation, const ReadRow& read) const {
    std::erase_if(evaluation.ratings,
                  [&](const domain::Rating& rating) { return rating.scale == read.rating->scale; });
    domain::Rating rating = *read.rating;
    rating.date = opening_of(read).value();
    evaluation.ratings.push_back(std::move(rating));
}

void Import::write_row(store::Change& change, ReadRow read, Fate fate) {
    if (read.section) {
        store::put_listed_section(change, *read.section);
        return;
    }
    const domain::EvaluationId id = evaluation_of(read);
    bool& is_new = m_evaluations[id];
    if (is_new || read.rating) {
        domain::Evaluation evaluation =
            is_new ? new_evaluation(read) : store::need_evaluation(change.where(), id);
        if (read.rating) {
            rate(evaluation, read);
        }
        store::put_evaluation(change, evaluation);
        is_new = false;
    }
    if (!read.rating && fate == Fate::changed) {
        replace(change, read);
    } else if (!read.rating) {
        add(change, read);
    }
    const domain::Reference object(read.rating ? id.text() : read.recommendation.id.text());
    store::put_imported(change, m_source, read.imported, object);
}

void Import::write(store::Change& change, OnConflict on_conflict,
                   const std::function<void(std::size_t)>& progress) {
    base::Problems named_before;
    m_rows.each(named_before, [&](SourceRow& row) {
        const Fate fate = m_fates[row.number - 1];
        if (fate == Fate::added || (fate == Fate::changed && on_conflict == OnConflict::replace)) {
            write_row(change, m_reader.read(row, named_before).value(), fate);
        }
        if (progress) {
            progress(row.number);
        }
    });
}

}  // namespace rapporteur::recommendation
