// SPDX-License-Identifier: EUPL-1.2
#include "dossier/agreement.hpp"

#include <fmt/format.h>

#include <map>

namespace rapporteur::dossier {

namespace {

template <class T>
struct Said {
    const T* thing = nullptr;
    std::string where;
};

// What was said first of each thing; a later statement that differs is a fault of its file.
template <class T>
void check_kind(const std::vector<Statement>& loaded, const std::vector<Statement>& others,
                std::vector<T> domain::Evaluation::*things, base::Problems& problems) {
    std::map<std::string, Said<T>> said;
    const auto add = [&](const Statement& statement) {
        for (const T& thing : statement.evaluation->*things) {
            said.emplace(thing.id.text(), Said<T>{&thing, statement.where});
        }
    };
    for (const Statement& other : others) {
        add(other);
    }
    for (const Statement& statement : loaded) {
        for (const T& thing : statement.evaluation->*things) {
            const auto found = said.find(thing.id.text());
            if (found != said.end() && !(*found->second.thing == thing)) {
                base::add_error(problems, base::Place{statement.where, 0, thing.id.text()},
                                fmt::format("{} says something else of it", found->second.where),
                                "say the same in both, and load both together");
            }
        }
        add(statement);
    }
}

}  // namespace

void check_agreement(const std::vector<Statement>& loaded, const std::vector<Statement>& others,
                     base::Problems& problems) {
    std::map<std::string, std::string> evaluations;
    for (const Statement& statement : loaded) {
        const std::string& id = statement.evaluation->id.text();
        const auto [first, fresh] = evaluations.emplace(id, statement.where);
        if (!fresh) {
            base::add_error(problems, base::Place{statement.where, 0, id},
                            fmt::format("{} is the same evaluation", first->second), "load one of the two");
        }
    }
    check_kind(loaded, others, &domain::Evaluation::persons, problems);
    check_kind(loaded, others, &domain::Evaluation::bodies, problems);
    check_kind(loaded, others, &domain::Evaluation::sources, problems);
}

}  // namespace rapporteur::dossier
