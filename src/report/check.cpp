// SPDX-License-Identifier: EUPL-1.2
#include "report/check.hpp"

#include "base/text.hpp"
#include "document/references.hpp"
#include "framework/verb_matcher.hpp"
#include "report/appendices.hpp"
#include "report/evidence.hpp"
#include "report/figures.hpp"
#include "report/words.hpp"
#include "store/replies.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace rapporteur::report {
namespace {

using base::Place;
using domain::ItemKind;

int count_notes(const document::Blocks& blocks) {
    int count = 0;
    document::Visitor visitor;
    visitor.in_line = [&count](const document::Inline& node) {
        count += node.as<document::Note>() != nullptr ? 1 : 0;
    };
    document::walk(blocks, visitor);
    return count;
}

// Small letters, and the typographic apostrophe as the plain one: names are written both ways.
std::string folded(std::string_view text) {
    return base::lower_ascii(base::collapse_spaces(base::replace_all(text, "’", "'")));
}

class Checker {
public:
    Checker(const Material& material, const base::KeyPair* key)
        : m_material(material), m_evidence(*material.where, key), m_has_key(key != nullptr),
          m_verbs(material.framework), m_figures(material, words_in(material.language), Drawing::leave_out) {
        for (const std::string& name : names_not_to_be_printed(material)) {
            m_silent_names.push_back(folded(name));
        }
        for (const domain::Recommendation& each : material.recommendations) {
            const std::string& id = each.id.text();
            m_recommendations.emplace(domain::local_name(id), &each);
        }
    }

    CheckedReport run() {
        problems() = m_material.problems;
        check_whole();
        for (const MaterialItem& each : m_material.items) {
            check_item(each);
        }
        check_outline();
        check_recommendations();
        const base::Problems& figures = m_figures.problems();
        problems().insert(problems().end(), figures.begin(), figures.end());
        summarise();
        sort_problems();
        facts().tables = m_figures.tables();
        facts().charts = m_figures.charts();
        return std::move(m_result);
    }

private:
    base::Problems& problems() { return m_result.problems; }
    ReportFacts& facts() { return m_result.facts; }
    Place whole() const { return Place{"", 0, m_material.report.id.text()}; }

    void check_whole() {
        const domain::Report& report = m_material.report;
        if (!has_words(m_material.language)) {
            base::add_warning(
                problems(), whole(),
                fmt::format("the program has no words of its own in {}: titles of appendices and notes "
                            "on figures will be in English",
                            m_material.language));
        }
        if (domain::find_text(report.title, m_material.language) == nullptr) {
            base::add_warning(problems(), whole(), fmt::format("no title in {}", m_material.language),
                              "add it to report.xml");
        }
        if (report.symbol.empty()) {
            base::add_warning(problems(), whole(), "no symbol", "add it to report.xml");
        }
        if (!report.date) {
            base::add_note(problems(), whole(), "no date of adoption or approval");
        }
    }

    // ---- one item

    void check_item(const MaterialItem& each) {
        if (each.item.kind == ItemKind::heading) {
            if (each.blocks.size() > 1 ||
                (each.blocks.size() == 1 && each.blocks[0].as<document::Paragraph>() == nullptr)) {
                base::add_error(problems(), each.place, "a heading that is no line of plain text",
                                "lists and quotations stand in paragraphs");
            }
            return;
        }
        const std::string text = document::plain_text(document::strip_evidence(each.blocks));
        facts().words += static_cast<int>(base::split_words(text).size());
        facts().footnotes += count_notes(each.blocks);
        check_references(each);
        check_evidence(each);
        check_names(each);
        m_figures.replace(each.blocks, each.place, each.item.key);
        if (each.number != 0) {
            ++facts().paragraphs;
        }
        if (each.item.kind == ItemKind::recommendation) {
            ++facts().recommendations;
            check_recommendation(each, text);
        }
    }

    void check_references(const MaterialItem& each) {
        for (const std::string& key : document::references_in(each.blocks)) {
            if (m_material.numbers.find(key) == m_material.numbers.end()) {
                base::add_error(
                    problems(), each.place,
                    fmt::format("a reference to #{}, which is no numbered paragraph of this report", key),
                    "look for the key in the chapter files");
            } else if (key == each.item.key) {
                base::add_warning(problems(), each.place, "the paragraph refers to itself");
            }
        }
    }

    void check_evidence(const MaterialItem& each) {
        const std::vector<std::string> references = document::evidence_in(each.blocks);
        facts().evidence += static_cast<int>(references.size());
        if (references.empty() && each.item.kind == ItemKind::paragraph && !each.blocks.empty()) {
            ++facts().without_evidence;
            base::add_note(problems(), each.place,
                           fmt::format("paragraph {} cites no evidence", each.number));
        }
        std::set<std::string> seen;
        for (const std::string& reference : references) {
            if (!seen.insert(reference).second) {
                continue;
            }
            check_one_reference(each.place, reference);
        }
    }

    void check_one_reference(const Place& place, const std::string& reference) {
        switch (m_evidence.find(reference)) {
        case EvidenceState::missing:
            base::add_error(problems(), place,
                            fmt::format("evidence that is not in the register: {}", reference),
                            "correct the reference, or load what it points at");
            return;
        case EvidenceState::no_form:
            base::add_error(problems(), place, fmt::format("{} is no reference to evidence", reference),
                            "such as peer/XAA-2/reply/government#legalaid.how");
            return;
        case EvidenceState::other_register:
            base::add_warning(
                problems(), place,
                fmt::format("{} belongs to an evaluation that is not in this register", reference),
                "load that evaluation to have it checked");
            return;
        case EvidenceState::sealed:
            ++m_sealed;
            return;
        case EvidenceState::there:
            break;
        }
        if (is_note(reference)) {
            check_consent(place, reference);
        }
    }

    void check_consent(const Place& place, const std::string& reference) {
        const auto consent = m_evidence.consent_of(reference);
        if (!consent) {
            if (domain::part_of(reference).empty()) {
                base::add_warning(problems(), place,
                                  fmt::format("{} is a whole note; only a fact has a consent", reference),
                                  "cite the fact: #f1");
            }
            return;
        }
        if (*consent == domain::FactConsent::none || *consent == domain::FactConsent::background_only) {
            base::add_error(problems(), place,
                            fmt::format("{} may not be used in a report: its consent is {}", reference,
                                        base::name_of(*consent)),
                            "take the sentence out, or ask the interlocutor");
        }
    }

    // A name that must not be printed, in the text or a footnote.
    void check_names(const MaterialItem& each) {
        if (m_silent_names.empty()) {
            return;
        }
        std::string text = each.item.markdown;
        text = folded(text);
        for (const std::string& name : m_silent_names) {
            if (!name.empty() && text.find(name) != std::string::npos) {
                base::add_error(problems(), each.place, "names a body that has not agreed to be named",
                                "the reply's naming says so; describe it in general words");
                return;
            }
        }
    }

    // ---- recommendations

    void check_recommendation(const MaterialItem& each, const std::string& text) {
        const domain::ReportItem& item = each.item;
        const auto known = m_recommendations.find(item.recommendation);
        if (known == m_recommendations.end()) {
            base::add_error(problems(), each.place,
                            fmt::format("there is no recommendation {}", item.recommendation),
                            "add it to recommendations.xml");
        } else {
            m_placed.insert(item.recommendation);
            check_limbs(each, *known->second);
            if (!known->second->paragraph.empty() && known->second->paragraph != item.key) {
                base::add_error(problems(), each.place,
                                fmt::format("{} stands in paragraph {} according to the recommendations",
                                            item.recommendation, known->second->paragraph),
                                "one of the two is wrong");
            }
        }
        if (item.verb.empty()) {
            if (!m_material.framework.verbs.empty()) {
                base::add_warning(problems(), each.place, fmt::format("{} has no verb", item.recommendation),
                                  "add verb= to its first line");
            }
            return;
        }
        check_verb(each, text);
    }

    void check_verb(const MaterialItem& each, const std::string& text) {
        const auto found = m_verbs.matches(text, m_material.language);
        if (found.empty()) {
            const bool has_patterns =
                std::any_of(m_material.framework.verbs.begin(), m_material.framework.verbs.end(),
                            [this](const domain::Verb& verb) {
                                return std::any_of(verb.patterns.begin(), verb.patterns.end(),
                                                   [this](const auto& pattern) {
                                                       return pattern.language == m_material.language;
                                                   });
                            });
            if (has_patterns) {
                base::add_warning(
                    problems(), each.place,
                    fmt::format("{} is written down as {}, but the text has no verb that is known",
                                each.item.recommendation, each.item.verb));
            }
            return;
        }
        const bool agrees =
            std::any_of(found.begin(), found.end(),
                        [&each](const framework::VerbMatch& match) { return match.verb == each.item.verb; });
        if (!agrees) {
            base::add_error(problems(), each.place,
                            fmt::format("{} is written down as {}, and its text says \"{}\"",
                                        each.item.recommendation, each.item.verb, found.front().text),
                            fmt::format("verb={}, or another wording", found.front().verb));
        } else if (found.front().verb != each.item.verb) {
            base::add_warning(problems(), each.place,
                              fmt::format("{} is written down as {}; its text says \"{}\" first",
                                          each.item.recommendation, each.item.verb, found.front().text));
        }
    }

    void check_limbs(const MaterialItem& each, const domain::Recommendation& recommendation) {
        std::vector<std::string> in_text;
        for (const document::Limb& limb : document::limbs_in(each.blocks)) {
            in_text.push_back(limb.id);
        }
        std::vector<std::string> written;
        for (const domain::Limb& limb : recommendation.limbs) {
            written.push_back(limb.id);
        }
        const bool final_report = m_material.report.kind == domain::ReportKind::final_;
        if (in_text != written && final_report && !each.blocks.empty()) {
            base::add_error(
                problems(), each.place,
                fmt::format("the text of {} has the limbs \"{}\", the recommendations say \"{}\"",
                            each.item.recommendation, base::join(in_text, " "), base::join(written, " ")),
                "limbs are [text]{.limb id=a} in the text and <limb id=\"a\"/> in recommendations.xml");
        }
    }

    void check_recommendations() {
        if (m_material.report.kind != domain::ReportKind::final_) {
            return;  // a draft may have fewer
        }
        for (const auto& [name, recommendation] : m_recommendations) {
            const bool expected = !recommendation->paragraph.empty();
            if (expected && m_placed.count(name) == 0) {
                base::add_error(problems(), whole(),
                                fmt::format("recommendation {} stands in no paragraph", name),
                                fmt::format("its paragraph should be {}", recommendation->paragraph));
            }
        }
    }

    // ---- outline

    void check_outline() {
        const domain::Round* round = m_material.round();
        if (round == nullptr) {
            return;
        }
        std::set<std::string> written;
        for (const MaterialItem& each : m_material.items) {
            if (each.item.kind != ItemKind::heading || each.item.section.empty()) {
                continue;
            }
            if (!written.insert(each.item.section).second) {
                base::add_warning(problems(), each.place,
                                  fmt::format("two headings for the section {}", each.item.section));
            }
        }
        for (const domain::OutlineSection& section : round->outline) {
            const bool generated = section.kind == domain::OutlineKind::appendix;
            if (!generated && written.count(section.id) == 0) {
                base::add_warning(
                    problems(), whole(),
                    fmt::format("the round's outline has a section {} ({}), the report has none", section.id,
                                domain::text_in(section.title, m_material.language)),
                    "if it was left out on purpose, all is well");
            }
        }
    }

    // In the order of the report; what is said of the whole comes last.
    void sort_problems() {
        std::stable_sort(
            problems().begin(), problems().end(), [](const base::Problem& a, const base::Problem& b) {
                if (a.place.file.empty() != b.place.file.empty()) {
                    return b.place.file.empty();
                }
                return std::tie(a.place.file, a.place.line) < std::tie(b.place.file, b.place.line);
            });
    }

    void summarise() {
        if (m_sealed > 0 && !m_has_key) {
            base::add_note(
                problems(), whole(),
                fmt::format("{} citations of notes were not checked for consent: notes are sealed", m_sealed),
                "with --as a person who has a key, they are");
        }
    }

    const Material& m_material;
    EvidenceFinder m_evidence;
    bool m_has_key;
    framework::VerbMatcher m_verbs;
    FigureMaker m_figures;
    std::vector<std::string> m_silent_names;
    std::map<std::string, const domain::Recommendation*> m_recommendations;
    std::set<std::string> m_placed;
    int m_sealed = 0;
    CheckedReport m_result;
};

}  // namespace

CheckedReport check(const Material& material, const base::KeyPair* key) {
    return Checker(material, key).run();
}

CheckedReport check(const store::Register& where, const domain::ReportId& id, std::string_view language,
                    const base::KeyPair* key) {
    return check(read_material(where, id, language), key);
}

}  // namespace rapporteur::report
