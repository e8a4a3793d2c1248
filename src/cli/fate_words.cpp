// SPDX-License-Identifier: EUPL-1.2
#include "cli/fate_words.hpp"

#include "base/text.hpp"

namespace rapporteur::cli {

namespace {

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
        return "derived: " + domain::passive_words(fate.value) + " by " + fate.by +
               std::string(domain::movement_words(fate.movement)) + when;
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
        return "derived: " + domain::passive_words(fate.value) + " by " + domain::local_name(fate.by) +
               std::string(domain::movement_words(fate.movement));
    case domain::FateSource::claimed:
        return domain::local_name(fate.by) + ": " + fate.value + limb(fate);
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
