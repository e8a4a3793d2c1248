// SPDX-License-Identifier: EUPL-1.2
#include "questionnaire/condition_order.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace rapporteur::questionnaire {

namespace {

using Links = std::map<std::string, std::vector<std::string>>;

const std::vector<std::string>& named_by(const Links& links, const std::string& id) {
    static const std::vector<std::string> k_none;
    const auto found = links.find(id);
    return found == links.end() ? k_none : found->second;
}

// A way from the question back to itself, without the end; empty where there is none.
std::vector<std::string> circle_of(const Links& links, const std::string& start) {
    std::vector<std::vector<std::string>> paths{{start}};
    std::set<std::string> visited;
    while (!paths.empty()) {
        const std::vector<std::string> path = paths.back();
        paths.pop_back();
        for (const std::string& next : named_by(links, path.back())) {
            if (next == start) {
                return path;
            }
            if (visited.insert(next).second) {
                paths.push_back(path);
                paths.back().push_back(next);
            }
        }
    }
    return {};
}

}  // namespace

void check_order(const Conditions& conditions, base::Problems& problems, const base::XmlPlaces& places) {
    const auto fault = [&](const std::string& id, std::string text, std::string hint) {
        base::add_error(problems, places.at("question", id), std::move(text), std::move(hint));
    };
    std::set<std::string> in_circle;
    for (const std::string& id : conditions.order) {
        const std::vector<std::string> circle =
            in_circle.count(id) == 0 ? circle_of(conditions.looks_at, id) : std::vector<std::string>();
        if (!circle.empty()) {
            in_circle.insert(circle.begin(), circle.end());
            fault(id, "a circle of conditions: " + base::join(circle, " -> ") + " -> " + id,
                  "a condition looks at earlier questions only");
        }
    }
    std::map<std::string, std::size_t> position;
    for (std::size_t i = 0; i < conditions.order.size(); ++i) {
        position.emplace(conditions.order[i], i);
    }
    const auto is_later = [&](const std::string& named, const std::string& than) {
        return position.count(named) != 0 && position[named] > position[than];
    };
    for (const std::string& id : conditions.order) {
        for (const std::string& named : named_by(conditions.looks_at, id)) {
            if (is_later(named, id) && in_circle.count(id) == 0) {
                fault(id, "its condition looks at " + named + ", which stands later",
                      "move " + named + " before " + id);
            }
        }
        for (const std::string& named : named_by(conditions.checks_look_at, id)) {
            if (is_later(named, id)) {
                fault(id, "its check looks at " + named + ", which stands later",
                      "move the check to " + named);
            }
        }
    }
}

}  // namespace rapporteur::questionnaire
