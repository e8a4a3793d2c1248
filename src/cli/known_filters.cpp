// SPDX-License-Identifier: EUPL-1.2
#include "cli/known_filters.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "domain/framework.hpp"
#include "store/frameworks.hpp"

#include <map>
#include <set>

namespace rapporteur::cli {

namespace {

using Names = std::set<std::string, std::less<>>;

struct Known {
    std::string what;  // "verb"
    Names names;
};

void check(const Context& context, const std::string& option, const Known& known) {
    const auto given = context.option(option);
    if (!given || known.names.contains(*given)) {
        return;
    }
    base::Error error(base::ErrorKind::not_found, "the register has no " + known.what + " " + *given);
    error.at("--" + option);
    const std::vector<std::string_view> candidates(known.names.begin(), known.names.end());
    if (const auto near = base::nearest(*given, candidates)) {
        error.help("did you mean " + *near + "?");
    } else if (!candidates.empty() && candidates.size() <= 12) {
        error.help("there is: " + base::join(candidates, ", "));
    }
    throw error;
}

}  // namespace

void check_filters(const Context& context, const store::Register& where,
                   const std::vector<std::string>& options) {
    std::map<std::string, Known> known{{"framework", {"framework", {}}},
                                       {"subject", {"state or other subject", {}}},
                                       {"verb", {"verb", {}}},
                                       {"provision", {"provision", {}}}};
    for (const domain::FrameworkId& id : store::list_frameworks(where)) {
        known.at("framework").names.insert(id.text());
        if (context.option_or("framework", id.text()) != id.text()) {
            continue;
        }
        const domain::Framework framework = store::need_framework(where, id);
        for (const domain::Subject& subject : framework.subjects) {
            known.at("subject").names.insert(subject.code.text());
        }
        for (const domain::Verb& verb : framework.verbs) {
            known.at("verb").names.insert(verb.id);
        }
        for (const domain::Provision& provision : framework.provisions) {
            known.at("provision").names.insert(provision.id);
        }
    }
    for (const std::string& option : options) {
        check(context, option, known.at(option));
    }
}

}  // namespace rapporteur::cli
