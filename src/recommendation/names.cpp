// SPDX-License-Identifier: EUPL-1.2
#include "recommendation/names.hpp"

#include "base/text.hpp"

namespace rapporteur::recommendation {

namespace {

std::string folded(std::string_view name) {
    return base::lower_ascii(base::collapse_spaces(name));
}

}  // namespace

void Names::add(std::string_view name, const std::string& id) {
    m_ids.emplace(folded(name), Known{id, std::string(name)});
}

Names Names::of_subjects(const domain::Framework& framework) {
    Names names;
    for (const domain::Subject& subject : framework.subjects) {
        const std::string& code = subject.code.text();
        names.add(code, code);
        names.m_present[code] = true;
        if (!subject.names.empty() && !subject.names.back().name.empty()) {
            names.m_present[subject.names.back().name.front().text] = true;
        }
    }
    // Codes before names, present names before old ones: the first to be added stays.
    for (const domain::Subject& subject : framework.subjects) {
        for (auto dated = subject.names.rbegin(); dated != subject.names.rend(); ++dated) {
            for (const domain::LocalText& name : dated->name) {
                names.add(name.text, subject.code.text());
            }
        }
        for (const domain::Spelling& spelling : subject.spellings) {
            names.add(spelling.text, subject.code.text());
        }
    }
    return names;
}

Names Names::of_themes(const domain::Framework& framework) {
    Names names;
    for (const domain::Theme& theme : framework.themes) {
        names.add(theme.id, theme.id);
        names.m_present[theme.id] = true;
        if (!theme.name.empty()) {
            names.m_present[theme.name.front().text] = true;
        }
    }
    for (const domain::Theme& theme : framework.themes) {
        for (const domain::LocalText& name : theme.name) {
            names.add(name.text, theme.id);
        }
        for (const domain::Spelling& spelling : theme.spellings) {
            names.add(spelling.text, theme.id);
        }
    }
    return names;
}

const std::string* Names::find(std::string_view name) const {
    const auto found = m_ids.find(folded(name));
    return found == m_ids.end() ? nullptr : &found->second.id;
}

bool Names::is_present_name(std::string_view name) const {
    return m_present.find(name) != m_present.end();
}

std::string Names::nearest(std::string_view name) const {
    std::vector<std::string_view> candidates;
    for (const auto& [known, meant] : m_ids) {
        candidates.push_back(known);
    }
    const auto near = base::nearest(folded(name), candidates);
    return near ? m_ids.find(*near)->second.name : "";
}

}  // namespace rapporteur::recommendation
