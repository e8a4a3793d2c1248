// SPDX-License-Identifier: EUPL-1.2
#include "publication/leak_scan.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "publication/words.hpp"

#include <fmt/format.h>

#include <set>

namespace rapporteur::publication {

namespace {

constexpr std::size_t k_rare_letters = 24;

// FNV-1a, 64 bits, over eight words with a separator.
std::uint64_t hash_of(const std::vector<std::string>& words, std::size_t first) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (std::size_t i = first; i < first + k_shingle_words; ++i) {
        for (const char c : words[i]) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        }
        hash = (hash ^ 0x20U) * 1099511628211ULL;
    }
    return hash;
}

std::string utf16(std::string_view text, bool big_endian) {
    std::string bytes;
    const auto put = [&](std::uint32_t unit) {
        const char high = static_cast<char>(unit >> 8U);
        const char low = static_cast<char>(unit & 0xFFU);
        bytes += big_endian ? high : low;
        bytes += big_endian ? low : high;
    };
    std::size_t position = 0;
    while (position < text.size()) {
        const char32_t c = base::next_code_point(text, position);
        if (c > 0xFFFF) {
            put(0xD7C0U + (c >> 10U));
            put(0xDC00U + (c & 0x3FFU));
        } else {
            put(c);
        }
    }
    return bytes;
}

// The characters of base64 that depend on the text alone when it begins `offset` bytes into a group of three.
std::string base64_core(std::string_view text, std::size_t offset) {
    constexpr std::string_view k_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::string padded = std::string(offset, '\0') + std::string(text);
    std::string result;
    const std::size_t first = (offset * 8 + 5) / 6;
    const std::size_t last = padded.size() * 8 / 6;
    for (std::size_t digit = first; digit < last; ++digit) {
        unsigned value = 0;
        for (std::size_t bit = digit * 6; bit < digit * 6 + 6; ++bit) {
            const unsigned byte = static_cast<unsigned char>(padded[bit / 8]);
            value = value << 1U | ((byte >> (7U - bit % 8)) & 1U);
        }
        result += k_digits[value];
    }
    return result;
}

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
}

bool stands_alone(std::string_view bytes, std::size_t at, std::size_t size) {
    const std::size_t end = at + size;
    return (at == 0 || !is_word_byte(bytes[at - 1])) && (end == bytes.size() || !is_word_byte(bytes[end]));
}

bool contains(std::string_view bytes, const std::string& needle, bool alone) {
    for (std::size_t at = bytes.find(needle); at != std::string_view::npos; at = bytes.find(needle, at + 1)) {
        if (!alone || stands_alone(bytes, at, needle.size())) {
            return true;
        }
    }
    return false;
}

bool contains_identifier(std::string_view bytes, const std::string& identifier) {
    for (std::size_t at = bytes.find(identifier); at != std::string_view::npos;
         at = bytes.find(identifier, at + 1)) {
        const std::size_t end = at + identifier.size();
        const char next = end < bytes.size() ? bytes[end] : ' ';
        const bool goes_on = is_word_byte(next) || next == '-' || next == '_';
        if (!goes_on) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> encodings_of(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> forms{{std::string(text), "as it is"}};
    if (text.size() < 6) {
        return forms;  // shorter ones would be found by chance
    }
    std::string percent;
    std::string every_percent;
    std::string decimal;
    std::string hexadecimal;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte < 0x80 && (is_word_byte(c) || c == '-' || c == '.' || c == '_' || c == '~');
        percent += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
        every_percent += fmt::format("%{:02X}", byte);
    }
    std::size_t position = 0;
    std::string json;
    while (position < text.size()) {
        const char32_t c = base::next_code_point(text, position);
        decimal += fmt::format("&#{};", static_cast<std::uint32_t>(c));
        hexadecimal += fmt::format("&#x{:X};", static_cast<std::uint32_t>(c));
        json += c < 0x80 ? std::string(1, static_cast<char>(c))
                         : fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
    }
    forms.emplace_back(utf16(text, false), "as UTF-16");
    forms.emplace_back(utf16(text, true), "as UTF-16");
    for (const std::size_t offset : {0U, 1U, 2U}) {
        forms.emplace_back(base64_core(text, offset), "as base64");
    }
    if (percent != text) {
        forms.emplace_back(percent, "percent-encoded");
    }
    forms.emplace_back(every_percent, "percent-encoded");
    forms.emplace_back(decimal, "as character references");
    forms.emplace_back(hexadecimal, "as character references");
    if (json != text) {
        forms.emplace_back(json, "escaped as in JSON");
    }
    forms.emplace_back(base::to_hex(text), "in hexadecimal");
    forms.emplace_back(std::string(text.rbegin(), text.rend()), "reversed");
    return forms;
}

std::uint32_t LeakScanner::source_number(const std::string& source) {
    const auto [found, added] =
        m_source_numbers.try_emplace(source, static_cast<std::uint32_t>(m_sources.size()));
    if (added) {
        m_sources.push_back(source);
    }
    return found->second;
}

void LeakScanner::add_text(Secrecy secrecy, std::string_view text, const std::string& source) {
    const std::vector<std::string> words = words_of(without_markup(text));
    const std::uint32_t number = source_number(source);
    Group& to = group(secrecy);
    ++m_texts;
    for (std::size_t i = 0; i + k_shingle_words <= words.size(); ++i) {
        to.passages.try_emplace(hash_of(words, i), number);
    }
    for (const std::string& word : words) {
        if (word.size() >= k_rare_letters) {
            to.rare.try_emplace(word, number);
        }
    }
}

void LeakScanner::add_exact(std::string_view text, const std::string& source) {
    const std::string_view needle = base::trim(text);
    if (needle.size() >= 3) {
        m_exact.push_back({encodings_of(needle), source});
        ++m_texts;
    }
}

void LeakScanner::add_identifier(std::string_view identifier) {
    m_identifiers.emplace_back(identifier);
    ++m_texts;
}

void LeakScanner::allow(Secrecy secrecy, std::string_view text) {
    const std::vector<std::string> words = words_of(without_markup(text));
    Group& to = group(secrecy);
    for (std::size_t i = 0; i + k_shingle_words <= words.size(); ++i) {
        to.allowed.insert(hash_of(words, i));
    }
    for (const std::string& word : words) {
        if (word.size() >= k_rare_letters) {
            to.allowed_rare.insert(word);
        }
    }
}

void LeakScanner::allow(std::string_view text) {
    allow(Secrecy::sealed, text);
    allow(Secrecy::confidential, text);
    allow(Secrecy::draft, text);
}

void LeakScanner::scan_words(const Group& from, const std::vector<std::string>& words,
                             const std::string& file, std::vector<LeakHit>& hits) const {
    struct Run {
        std::size_t first;
        std::size_t last;
    };
    std::map<std::uint32_t, Run>
        runs;  // one hit a source and file: the longest or only stretch is enough to look
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i + k_shingle_words <= words.size()) {
            const std::uint64_t hash = hash_of(words, i);
            const auto found = from.passages.find(hash);
            if (found != from.passages.end() && !from.allowed.contains(hash)) {
                const auto [run, added] = runs.try_emplace(found->second, Run{i, i + k_shingle_words});
                if (!added && run->second.last >= i) {
                    run->second.last = i + k_shingle_words;
                }
            }
        }
        const auto rare = words[i].size() < k_rare_letters ? from.rare.end() : from.rare.find(words[i]);
        if (rare != from.rare.end() && !from.allowed_rare.contains(words[i])) {
            runs.try_emplace(rare->second, Run{i, i + 1});
        }
    }
    for (const auto& [source, run] : runs) {
        hits.push_back({m_sources[source], file,
                        fmt::format("{} words from word {} on", run.last - run.first, run.first + 1)});
    }
}

void LeakScanner::scan_exact(const std::string& file, std::string_view bytes,
                             std::vector<LeakHit>& hits) const {
    for (const Exact& exact : m_exact) {
        for (std::size_t form = 0; form < exact.forms.size(); ++form) {
            if (contains(bytes, exact.forms[form].first, form == 0)) {
                hits.push_back({exact.source, file, "exactly, " + exact.forms[form].second});
                break;
            }
        }
    }
    scan_identifiers(file, bytes, hits);
}

// In a text that was read out of a file a name stands as it is.
void LeakScanner::scan_names(const std::string& file, std::string_view text,
                             std::vector<LeakHit>& hits) const {
    for (const Exact& exact : m_exact) {
        if (contains(text, exact.forms.front().first, true)) {
            hits.push_back({exact.source, file, "exactly, as it is"});
        }
    }
    scan_identifiers(file, text, hits);
}

void LeakScanner::scan_identifiers(const std::string& file, std::string_view bytes,
                                   std::vector<LeakHit>& hits) const {
    for (const std::string& identifier : m_identifiers) {
        if (contains_identifier(bytes, identifier)) {
            hits.push_back({identifier, file, "by its identifier"});
        }
    }
}

std::vector<LeakHit> LeakScanner::scan(const std::string& file, std::string_view bytes,
                                       const std::vector<std::string>& texts) const {
    std::vector<LeakHit> found;
    scan_exact(file, bytes, found);
    for (const std::string& text : texts) {
        const std::vector<std::string> words = words_of(text);
        for (const Group& group : m_groups) {
            scan_words(group, words, file, found);
        }
        scan_names(file, text, found);
    }
    std::vector<LeakHit> hits;
    std::set<std::string> sources;  // several readings of a file find the same; the first says enough
    for (LeakHit& hit : found) {
        if (sources.insert(hit.source).second) {
            hits.push_back(std::move(hit));
        }
    }
    return hits;
}

}  // namespace rapporteur::publication
