// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/section_faults.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rapporteur::recommendation {

using domain::ListedSection;

namespace {

// Two rounds' reports on one day of which this part has the same titles are one report.
constexpr std::size_t k_same_of_four = 3;
constexpr std::size_t k_fewest_sections = 3;

// The number of the section that an identifier ends with, if it has as many parts as the form says.
int section_number(const std::vector<std::string>& form, std::string_view alias) {
    const std::vector<std::string_view> parts = base::split(alias, '-');
    const std::string_view last = parts.back();
    const bool digits =
        !last.empty() && last.size() < 6 && std::all_of(last.begin(), last.end(), base::is_digit);
    const bool has_section = !form.empty() && form.back() == "section" && parts.size() >= form.size();
    return has_section && digits ? std::stoi(std::string(last)) : 0;
}

std::string document_of(std::string_view alias, int number) {
    return std::string(number == 0 ? alias : alias.substr(0, alias.rfind('-')));
}

std::string numeral_of(const ListedSection& section) {
    const std::string label = domain::split_label(section.title).label;
    return label.substr(0, label.find('.'));
}

std::set<std::string> titles_of(const auto& document) {
    std::set<std::string> titles;
    for (const auto& entry : document) {
        const std::string title = domain::split_label(entry.section.title).title;
        if (!title.empty()) {
            titles.insert(base::lower_ascii(title));
        }
    }
    return titles;
}

bool are_one(const auto& document, const auto& other) {
    const ListedSection& one = document.front().section;
    const ListedSection& two = other.front().section;
    if (one.subject != two.subject || one.round == two.round || one.date != two.date ||
        one.document != two.document || one.round.empty() || two.round.empty()) {
        return false;
    }
    const std::set<std::string> titles = titles_of(document);
    const std::set<std::string> others = titles_of(other);
    const auto same = static_cast<std::size_t>(std::count_if(
        titles.begin(), titles.end(), [&](const std::string& title) { return others.count(title) > 0; }));
    return same >= k_fewest_sections && same * 4 >= std::max(titles.size(), others.size()) * k_same_of_four;
}

}  // namespace

SectionFaults::SectionFaults(const domain::Framework& framework, const domain::ImportMapping& mapping)
    : m_framework(framework) {
    if (const domain::ImportColumn* const column = mapping.find(domain::ImportField::identifier)) {
        m_form = column->form;
    }
}

void SectionFaults::note(std::vector<SectionFault>& faults, const std::string& fault, std::size_t row,
                         const std::string& document) {
    auto known = std::find_if(faults.begin(), faults.end(),
                              [&](const SectionFault& one) { return one.fault == fault; });
    if (known == faults.end()) {
        known = faults.insert(faults.end(), {fault, {}, {}});
    }
    known->rows.push_back(row);
    if (!base::contains(known->documents, document)) {
        known->documents.push_back(document);
    }
}

// Part by part from the left, as far as the number, which may itself hold hyphens.
void SectionFaults::look_at_identifier(std::size_t row, const ListedSection& section,
                                       const std::string& document) {
    if (section.alias.find_first_of(" \t\n") != std::string::npos) {
        note(m_faults, "blanks in the identifier", row, document);
    }
    const std::vector<std::string_view> parts = base::split(section.alias, '-');
    for (std::size_t i = 0; i < m_form.size() && i < parts.size(); ++i) {
        const std::string& what = m_form[i];
        const std::string_view part = base::trim(parts[i]);
        if (what == "subject" && m_framework.find_subject(part) == nullptr) {
            note(m_faults, "the identifier names no subject", row, document);
            return;
        }
        if (part.empty()) {
            note(m_faults, fmt::format("the identifier has no {}", what), row, document);
        } else if ((what == "subject" && !section.subject.text().empty() && part != section.subject.text()) ||
                   (what == "round" && !section.round.empty() && part != section.round)) {
            note(m_faults, fmt::format("the identifier names another {} than the entry", what), row,
                 document);
        }
        if (what == "number") {
            return;
        }
    }
}

void SectionFaults::add(std::size_t row, const ListedSection& section, LineBreaks line_breaks) {
    const int number = section_number(m_form, section.alias);
    const std::string document = document_of(section.alias, number);
    look_at_identifier(row, section, document);
    const auto look = [&](bool is_so, const std::string& fault) {
        if (is_so) {
            note(m_faults, fault, row, document);
        }
    };
    look(section.subject.text().empty(), "no subject");
    look(section.round.empty(), "no round");
    look(section.title.empty(), "no title");
    look(line_breaks == LineBreaks::yes, "line breaks within the entry");
    m_documents[document].push_back({row, number, section});
}

// A chapter's numeral that neither neighbour has, where both have the same.
void SectionFaults::look_at_numerals(std::vector<SectionFault>& faults, const std::string& name,
                                     Document document) const {
    std::stable_sort(document.begin(), document.end(),
                     [](const Entry& one, const Entry& other) { return one.number < other.number; });
    for (std::size_t i = 1; i + 1 < document.size(); ++i) {
        const std::string before = numeral_of(document[i - 1].section);
        const std::string own = numeral_of(document[i].section);
        if (!own.empty() && !before.empty() && own != before &&
            before == numeral_of(document[i + 1].section)) {
            note(faults, "a numeral that does not fit its neighbours", document[i].row, name);
        }
    }
}

void SectionFaults::look_for_twice_filed(std::vector<SectionFault>& faults) const {
    for (auto one = m_documents.begin(); one != m_documents.end(); ++one) {
        for (auto other = std::next(one); other != m_documents.end(); ++other) {
            if (are_one(one->second, other->second)) {
                const std::string fault =
                    fmt::format("one document under the rounds {} and {}", one->second.front().section.round,
                                other->second.front().section.round);
                for (const auto* const document : {&*one, &*other}) {
                    for (const Entry& entry : document->second) {
                        note(faults, fault, entry.row, document->first);
                    }
                }
            }
        }
    }
}

std::vector<SectionFault> SectionFaults::found() const {
    std::vector<SectionFault> faults = m_faults;
    for (const auto& [name, document] : m_documents) {
        look_at_numerals(faults, name, document);
    }
    look_for_twice_filed(faults);
    for (SectionFault& fault : faults) {
        std::sort(fault.rows.begin(), fault.rows.end());
    }
    return faults;
}

}  // namespace rapporteur::recommendation
