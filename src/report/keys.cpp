// SPDX-License-Identifier: EUPL-1.2
#include "report/keys.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "domain/identifiers.hpp"

#include <array>
#include <optional>
#include <random>

namespace rapporteur::report {
namespace {

// No i, l, o, u and neither 0 nor 1: what is read aloud or copied by hand stays what it is.
constexpr std::string_view k_letters = "abcdefghjkmnpqrstvwxyz23456789";
constexpr std::size_t k_random_letters = 5;
constexpr int k_attempts = 10'000;

std::string new_key(KeysInUse& in_use, const Dice& dice) {
    for (int attempt = 0; attempt < k_attempts; ++attempt) {
        std::string key = "k";
        for (std::size_t i = 0; i < k_random_letters; ++i) {
            key += k_letters[dice(static_cast<unsigned>(k_letters.size()))];
        }
        const bool kept = in_use.in_register && in_use.in_register(key);
        if (!kept && in_use.seen.insert(key).second) {
            return key;
        }
    }
    throw base::Error(base::ErrorKind::internal, "no free key was found");
}

struct Opening {
    std::size_t class_end = 0;  // offset behind ".para"
    std::string key;            // empty where it has none
};

// "::: {.para rec=r07}": where its class ends, and its key. Nothing for other lines.
std::optional<Opening> opening_in(std::string_view line) {
    if (line.substr(0, 3) != ":::") {
        return std::nullopt;
    }
    const std::size_t brace = line.find_first_not_of(": ");
    if (brace == std::string_view::npos || line[brace] != '{') {
        return std::nullopt;
    }
    const std::size_t end = line.find('}', brace);
    std::size_t name = line.find_first_not_of(' ', brace + 1);
    for (const std::string_view kind : std::array<std::string_view, 3>{".para", ".rec", ".text"}) {
        if (name == std::string_view::npos || end == std::string_view::npos ||
            line.substr(name, kind.size()) != kind) {
            continue;
        }
        const std::size_t behind = name + kind.size();
        if (line[behind] != ' ' && line[behind] != '}') {
            continue;
        }
        Opening opening{behind, ""};
        for (const std::string_view word : base::split_words(line.substr(behind, end - behind))) {
            if (word.front() == '#') {
                opening.key = std::string(word.substr(1));
            }
        }
        return opening;
    }
    return std::nullopt;
}

}  // namespace

KeyedChapter mint_keys(std::string_view chapter, KeysInUse& in_use, const Dice& dice) {
    KeyedChapter result;
    std::size_t at = 0;
    while (at < chapter.size()) {
        const std::size_t newline = chapter.find('\n', at);
        const std::size_t end = newline == std::string_view::npos ? chapter.size() : newline;
        const std::string_view line = chapter.substr(at, end - at);
        const auto opening = opening_in(line);
        if (opening && opening->key.empty()) {
            result.text += line.substr(0, opening->class_end);
            result.text += " #" + new_key(in_use, dice);
            result.text += line.substr(opening->class_end);
            ++result.minted;
        } else {
            result.text += line;
        }
        if (newline != std::string_view::npos) {
            result.text += '\n';
        }
        at = end + 1;
    }
    return result;
}

std::set<std::string> keys_in(std::string_view chapter) {
    std::set<std::string> keys;
    for (const std::string_view line : base::split_lines(chapter)) {
        const auto opening = opening_in(line);
        if (opening && domain::is_paragraph_key(opening->key)) {
            keys.insert(opening->key);
        }
    }
    return keys;
}

Dice system_dice() {
    return [](unsigned bound) {
        static std::random_device device;
        return std::uniform_int_distribution<unsigned>(0, bound - 1)(device);
    };
}

}  // namespace rapporteur::report
