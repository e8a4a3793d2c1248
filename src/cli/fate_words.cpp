// SPDX-License-Identifier: EUPL-1.2
#include "cli/fate_words.hpp"

#include "base/text.hpp"

namespace rapporteur::cli {

namespace {

std::string passive(std::string_view link) {
    const auto type = base::from_name<domain::LinkType>(link);
    if (!type) {
        return std::string(link);
    }
    switch (*type) {
    case domain::LinkType::repeats:
        return "repeated";
    case domain::LinkType::follows_up:
        return "followed up";
    case domain::LinkType::narrows:
        return "narrowed";
    case domain::LinkType::widens:
        return "widened";
    case domain::LinkType::splits:
        return "split";
    case domain::LinkType::merges:
        return "merged";
    case domain::LinkType::supersedes:
        return "superseded";
    }
    return std::string(link);
}

std::string moved(domain::VerbMovement movement) {
    switch (movement) {
    case domain::VerbMovement::less_urgent:
        return ", less urgent";
    case domain::VerbMovement::same:
        return ", as urgent";
    case domain::VerbMovement::more_urgent:
        return ", more urgent";
    case domain::VerbMovement::none:
        break;
    }
    return "";
}

std::string limb(const domain::Fate& fate) {
    return fate.limb.empty() ? "" : " (limb " + fate.limb + ")";
}

}  // namespace

std::string words(const domain::Fate& fate) {
    const std::string when = fate.date.empty() ? "" : ", " + fate.date;
    switch (fate.source) {
    case domain::FateSource::adopted:
        return "adopted: " + fate.value + limb(fate) + ", in " + fate.by + when;
    case domain::FateSource::not_examined:
        return "not examined" + limb(fate) + " in " + fate.by + when;
    case domain::FateSource::derived:
        return "derived: " + passive(fate.value) + " by " + fate.by + moved(fate.movement) + when;
    case domain::FateSource::claimed:
        return "claimed by " + fate.by + ": " + fate.value + limb(fate) + when;
    case domain::FateSource::none:
        break;
    }
    return "nothing is recorded";
}

std::string short_words(const domain::Fate& fate) {
    switch (fate.source) {
    case domain::FateSource::adopted:
        return "adopted: " + fate.value + limb(fate);
    case domain::FateSource::not_examined:
        return "not examined" + limb(fate);
    case domain::FateSource::derived:
        return "derived: " + passive(fate.value) + " by " + fate.by.substr(fate.by.rfind('/') + 1) +
               moved(fate.movement);
    case domain::FateSource::claimed:
        return fate.by.substr(fate.by.rfind('/') + 1) + ": " + fate.value + limb(fate);
    case domain::FateSource::none:
        break;
    }
    return "";
}

std::string short_words(const std::vector<domain::Fate>& fates) {
    std::vector<std::string> parts;
    for (const domain::Fate& fate : fates) {
        parts.push_back(short_words(fate));
    }
    return base::join(parts, "; ");
}

}  // namespace rapporteur::cli
