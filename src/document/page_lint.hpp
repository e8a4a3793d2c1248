// SPDX-License-Identifier: EUPL-1.2
// The check of a page's template and what it found: which names it uses, where (between tags, in an attribute, as an
// address) and inside which section. Knows mustache's tags and as much HTML as is needed to say where a tag stands.
// Called by page.cpp alone.
#pragma once

#include "base/problem.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::document {

enum class TagPlace {
    between_tags,
    attribute,      // inside a quoted value
    address,        // at the beginning of href, src, action ...
    address_inside  // further inside such a value
};

enum class UseKind { variable, section, inverted };

struct TemplateUse {
    UseKind kind = UseKind::variable;
    std::string name;
    TagPlace place = TagPlace::between_tags;
    int line = 0;
    std::vector<TemplateUse> inside;  // of a section
};

// The uses, in order. Faults go to problems; with errors the uses are worth nothing.
std::vector<TemplateUse> lint_template(std::string_view source, const std::string& name,
                                       base::Problems& problems);

}  // namespace rapporteur::document
