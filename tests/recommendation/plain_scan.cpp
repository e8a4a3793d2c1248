// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/plain_scan.hpp"

#include "base/text.hpp"
#include "recommendation/readable.hpp"
#include "recommendation/thread.hpp"
#include "search/stems.hpp"
#include "store/evaluations.hpp"
#include "store/frameworks.hpp"
#include "store/recommendations.hpp"
#include "store/reports.hpp"

#include <algorithm>
#include <set>

namespace rapporteur::plain {

namespace {

std::size_t place_of(const std::string& facet) {
    const auto& names = recommendation::facet_names();
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), facet) - names.begin());
}

std::string fate_name(const domain::Fate& fate) {
    return std::string(base::name_of(fate.source)) + (fate.value.empty() ? "" : "/" + fate.value);
}

// Whether words that the terms agree with stand side by side; each term says of every word of the vocabulary whether it agrees.
bool stands_in(const std::vector<std::size_t>& words, const std::vector<const char*>& terms) {
    const std::size_t length = terms.size();
    if (length == 0 || words.size() < length) {
        return false;
    }
    const char* const first = terms.front();
    const std::size_t* const last = words.data() + (words.size() - length);
    for (const std::size_t* at = words.data(); at <= last; ++at) {
        std::size_t agreed = first[*at] != 0 ? 1 : 0;
        while (agreed > 0 && agreed < length && terms[agreed][at[agreed]] != 0) {
            ++agreed;
        }
        if (agreed == length) {
            return true;
        }
    }
    return false;
}

bool begins(const std::string& word, const std::string& beginning) {
    return word.compare(0, beginning.size(), beginning) == 0;
}

}  // namespace

Scan::Scan(const store::Register& where) {
    for (const domain::EvaluationId& id : store::list_evaluations(where)) {
        read(where, store::need_evaluation(where, id));
    }
    std::sort(m_all.begin(), m_all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    number_values();
}

void Scan::read(const store::Register& where, const domain::Evaluation& evaluation) {
    const std::string framework = evaluation.id.text().substr(0, evaluation.id.text().find('/'));
    const auto known = m_frameworks.find(framework);
    const domain::Framework& its =
        known != m_frameworks.end()
            ? known->second
            : m_frameworks.emplace(framework, store::need_framework(where, domain::FrameworkId(framework)))
                  .first->second;
    for (const domain::Recommendation& r : store::list_recommendations(where, evaluation.id)) {
        Recommendation& to = m_all.emplace_back();
        to.id = r.id.text();
        std::map<std::string, std::vector<std::string>> facets;
        std::string verb = r.verb;
        std::string date = r.date ? r.date->text() : "";
        facets["provision"] = r.provisions;
        if (r.paragraph.empty()) {
            for (const domain::LocalText& text : r.text) {
                add_text(to, text.language, text.text);
            }
        } else {
            // The paragraph has the words, its report the language and, once it is adopted, the date.
            const auto placed = store::find_paragraph(where, evaluation.id, r.paragraph).value();
            const auto report = store::find_report_cover(where, placed.report).value();
            verb = placed.item.verb;
            facets["provision"] = placed.item.provisions;
            const bool adopted = placed.status == domain::ReportStatus::adopted;
            date = adopted && report.date ? report.date->text() : "";
            add_text(to, report.language, placed.item.markdown);
        }
        facets["framework"] = {framework};
        facets["subject"] = {evaluation.subject.text()};
        facets["round"] = {evaluation.round.text()};
        facets["verb"] = {verb};
        facets["theme"] = r.themes;
        facets["position"] = {r.position == domain::Position::unset ? ""
                                                                    : std::string(base::name_of(r.position))};
        facets["year"] = {(date.empty() ? evaluation.opened.text() : date).substr(0, 4)};
        for (const domain::Reference& giver : r.from) {
            facets["from"].push_back(giver.text());
        }
        for (const domain::Fate& fate : recommendation::read_fates(where, r.id, verb, its)) {
            facets["fate"].push_back(fate_name(fate));
        }
        for (const Text& text : to.texts) {
            facets["language"].push_back(m_languages[text.language]);
        }
        for (const std::string& name : recommendation::facet_names()) {
            std::set<std::string> values(facets[name].begin(), facets[name].end());
            values.erase("");
            to.facets.emplace_back(values.begin(), values.end());
        }
    }
}

void Scan::add_text(Recommendation& to, const std::string& language, const std::string& markdown) {
    Text& text = to.texts.emplace_back();
    text.language = static_cast<std::size_t>(std::find(m_languages.begin(), m_languages.end(), language) -
                                             m_languages.begin());
    if (text.language == m_languages.size()) {
        m_languages.push_back(language);
    }
    for (Word& word : words_of(recommendation::readable(markdown))) {
        const auto [at, fresh] = m_places.try_emplace(word, m_vocabulary.size());
        text.words.push_back(at->second);
        if (fresh) {
            m_folded.push_back(m_numbers.try_emplace(word.folded, m_numbers.size()).first->second);
            m_vocabulary.push_back(std::move(word));
        }
    }
}

void Scan::number_values() {
    const std::size_t facets = recommendation::facet_names().size();
    m_values.resize(facets);
    m_held.resize(facets);
    for (std::size_t facet = 0; facet < facets; ++facet) {
        std::set<std::string> values;
        for (const Recommendation& r : m_all) {
            values.insert(r.facets[facet].begin(), r.facets[facet].end());
        }
        m_values[facet].assign(values.begin(), values.end());
        for (const Recommendation& r : m_all) {
            std::vector<std::size_t>& held = m_held[facet].emplace_back();
            for (const std::string& value : r.facets[facet]) {
                held.push_back(static_cast<std::size_t>(std::distance(values.begin(), values.find(value))));
            }
        }
    }
}

std::size_t Scan::words() const {
    std::size_t words = 0;
    for (const Recommendation& r : m_all) {
        for (const Text& text : r.texts) {
            words += text.words.size();
        }
    }
    return words;
}

// Numbers of the stems, which are fewer to compare than letters.
const std::vector<std::size_t>& Scan::stems_of(const std::string& language) const {
    const auto [at, fresh] = m_stems.try_emplace(language);
    if (fresh) {
        const search::Stemmer stemmer(language);
        for (const Word& word : m_vocabulary) {
            at->second.push_back(
                m_numbers.try_emplace(stemmer.stem(word.lowered), m_numbers.size()).first->second);
        }
    }
    return at->second;
}

// Which words of the vocabulary are what the term wants, in a text of each language.
Scan::Agreeing Scan::agreeing(const Term& term) const {
    const auto number_of = [this](const std::string& text) {
        const auto at = m_numbers.find(text);
        return at == m_numbers.end() ? m_numbers.size() : at->second;
    };
    std::vector<char> same(m_vocabulary.size());
    const std::size_t wanted = number_of(term.word.folded);
    std::size_t place = 0;
    for (char& is_same : same) {
        is_same = term.kind == TermKind::beginning ? begins(m_vocabulary[place].folded, term.word.folded)
                                                   : m_folded[place] == wanted;
        ++place;
    }
    Agreeing agreeing;
    for (const std::string& language : m_languages) {
        std::vector<char>& words = agreeing.emplace_back(same);
        if (term.kind == TermKind::form) {
            const std::size_t* stem = stems_of(language).data();
            const std::size_t wanted_stem = number_of(search::Stemmer(language).stem(term.word.lowered));
            for (char& agrees : words) {
                agrees = agrees != 0 || *stem == wanted_stem;
                ++stem;
            }
        }
    }
    return agreeing;
}

std::vector<char> Scan::holders(const Sought& sought, const std::vector<std::string>& languages) const {
    std::vector<Agreeing> terms;
    for (const Term& term : sought.terms) {
        terms.push_back(agreeing(term));
    }
    // By language, and there of each term: a row for each language, since this is the loop that costs.
    std::vector<std::vector<const char*>> wanted(m_languages.size());
    for (std::size_t language = 0; language < m_languages.size(); ++language) {
        const bool spoken = languages.empty() || base::contains(languages, m_languages[language]);
        for (std::size_t term = 0; term < terms.size() && spoken; ++term) {
            wanted[language].push_back(terms[term][language].data());
        }
    }
    std::vector<char> holders(m_all.size());
    char* holds = holders.data();
    for (const Recommendation& r : m_all) {
        for (const Text& text : r.texts) {
            const std::vector<const char*>& its = wanted[text.language];
            *holds = *holds != 0 || stands_in(text.words, its) ? 1 : 0;
        }
        ++holds;
    }
    return holders;
}

std::vector<char> Scan::with_words(const Question& question) const {
    const bool everything = question.groups.empty();
    std::vector<char> result(m_all.size(), everything || !question.any_group);
    for (const std::vector<Sought>& group : question.groups) {
        std::vector<char> of_group(m_all.size(), question.any_group);
        for (const Sought& sought : group) {
            const std::vector<char> holding = holders(sought, question.wanted.languages);
            const char* held = holding.data();
            for (char& so_far : of_group) {
                const bool met = (*held++ != 0) != sought.denied;
                so_far = question.any_group ? so_far != 0 && met : so_far != 0 || met;
            }
        }
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            result[i] =
                question.any_group ? result[i] != 0 || of_group[i] != 0 : result[i] != 0 && of_group[i] != 0;
        }
    }
    return result;
}

std::vector<char> Scan::with_choice(const search::Choice& choice) const {
    const std::size_t facet = place_of(choice.facet);
    std::vector<char> result(m_all.size());
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        const std::vector<std::string>& held = m_all[i].facets[facet];
        result[i] =
            std::any_of(choice.values.begin(), choice.values.end(), [&held](const std::string& value) {
                return value.empty() ? held.empty()
                                     : std::find(held.begin(), held.end(), value) != held.end();
            });
    }
    return result;
}

search::FacetCounts Scan::count(std::size_t facet, const std::vector<char>& result,
                                const std::vector<char>& without_own, const Question& question) const {
    std::vector<search::ValueCount> counts(m_values[facet].size());
    search::FacetCounts all;
    all.facet = recommendation::facet_names()[facet];
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (without_own[i] == 0) {
            continue;  // and then it is not in the result either
        }
        for (const std::size_t value : m_held[facet][i]) {
            counts[value].count += result[i] != 0 ? 1U : 0U;
            ++counts[value].without_own;
        }
        if (m_held[facet][i].empty()) {
            all.none.count += result[i] != 0 ? 1U : 0U;
            ++all.none.without_own;
        }
    }
    std::map<std::string, search::ValueCount> by_value;
    for (std::size_t value = 0; value < counts.size(); ++value) {
        if (counts[value].without_own > 0) {
            by_value[m_values[facet][value]] = counts[value];
        }
    }
    for (const search::Choice& choice : question.wanted.choices) {
        for (const std::string& value : choice.values) {
            if (choice.facet == all.facet) {
                (value.empty() ? all.none : by_value[value]).chosen = true;
            }
        }
    }
    for (auto& [value, its] : by_value) {
        its.value = value;
        all.values.push_back(its);
    }
    return all;
}

Answer Scan::answer(const Question& question) const {
    const std::vector<char> words = with_words(question);
    std::vector<std::vector<char>> chosen;
    for (const search::Choice& choice : question.wanted.choices) {
        chosen.push_back(with_choice(choice));
    }
    const auto filtered = [&](const std::string& but) {
        std::vector<char> result = words;
        for (std::size_t choice = 0; choice < chosen.size(); ++choice) {
            for (std::size_t i = 0; i < result.size() && question.wanted.choices[choice].facet != but; ++i) {
                result[i] = result[i] != 0 && chosen[choice][i] != 0;
            }
        }
        return result;
    };
    const std::vector<char> result = filtered("");
    Answer answer;
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (result[i] != 0) {
            answer.ids.push_back(m_all[i].id);
        }
    }
    for (const std::string& facet : question.wanted.facets) {
        const bool has_choice =
            std::any_of(question.wanted.choices.begin(), question.wanted.choices.end(),
                        [&facet](const search::Choice& choice) { return choice.facet == facet; });
        answer.facets.push_back(
            count(place_of(facet), result, has_choice ? filtered(facet) : result, question));
    }
    return answer;
}

}  // namespace rapporteur::plain
