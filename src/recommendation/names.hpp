// SPDX-License-Identifier: EUPL-1.2
//
// Which subject or theme of a framework a name in others' tables means: its code, any of its names in any language at any time, or another
// spelling that the framework declares. Letters' case and doubled spaces do not count; nothing is guessed.
#pragma once

#include "domain/framework.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::recommendation {

class Names {
public:
    static Names of_subjects(const domain::Framework& framework);
    static Names of_themes(const domain::Framework& framework);

    // The identifier, or nullptr.
    const std::string* find(std::string_view name) const;
    // Whether it is what the framework calls it now, in its master language, or its code.
    bool is_present_name(std::string_view name) const;
    // The nearest known name, "" where none is near: for a hint.
    std::string nearest(std::string_view name) const;

private:
    void add(std::string_view name, const std::string& id);
    struct Known {
        std::string id;
        std::string name;  // as it is written
    };
    std::map<std::string, Known, std::less<>> m_ids;     // by folded name
    std::map<std::string, bool, std::less<>> m_present;  // exact
};

}  // namespace rapporteur::recommendation
