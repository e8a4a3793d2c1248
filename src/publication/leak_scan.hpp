// SPDX-License-Identifier: EUPL-1.2
//
// Looks for confidential texts in what is about to leave. Passages are compared as sequences of words (any eight in a
// row), names, places, addresses and identifiers exactly and in the encodings in which they could hide. It knows
// neither the register nor what is confidential: confidential.hpp tells it. A hit names where the text comes from and
// where it would have gone, and never repeats the text.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace rapporteur::publication {

constexpr std::size_t k_shingle_words = 8;

struct LeakHit {
    std::string source;  // "peer/XAA-2/reply/ngo#detention"
    std::string file;    // the item that would have left
    std::string how;     // "the words 120 to 131", "exactly, as base64"
};

// Groups of texts: what is public in its own right and therefore no leak differs between them. A text of the drafts
// may stand in the adopted report; of a confidential reply it may not, but another author may have published the same
// words; a sentence of a sealed note may stand nowhere.
enum class Secrecy { sealed, confidential, draft };

class LeakScanner {
public:
    // A passage; shorter ones than eight words are only looked for where a word of it is unmistakable (24 letters
    // or more).
    void add_text(Secrecy secrecy, std::string_view text, const std::string& source);
    // A name, place, address or identifier, found with no letter or digit directly before or behind it.
    void add_exact(std::string_view text, const std::string& source);
    // An identifier: as it is, with nothing of an identifier behind it.
    void add_identifier(std::string_view identifier);
    // Words that are public in their own right: for one group, or for all.
    void allow(Secrecy secrecy, std::string_view text);
    void allow(std::string_view text);

    // `texts` are what the file's bytes can be read as (readings.hpp). One hit a source.
    std::vector<LeakHit> scan(const std::string& file, std::string_view bytes,
                              const std::vector<std::string>& texts) const;

    std::size_t texts() const { return m_texts; }

private:
    struct Exact {
        std::vector<std::pair<std::string, std::string>> forms;  // bytes, name of the encoding
        std::string source;
    };
    struct Group {
        std::unordered_map<std::uint64_t, std::uint32_t> passages;  // hash of eight words -> source
        std::unordered_map<std::string, std::uint32_t> rare;        // unmistakable word -> source
        std::unordered_set<std::uint64_t> allowed;
        std::unordered_set<std::string> allowed_rare;
    };
    Group& group(Secrecy secrecy) { return m_groups.at(static_cast<std::size_t>(secrecy)); }
    std::uint32_t source_number(const std::string& source);
    void scan_words(const Group& group, const std::vector<std::string>& words, const std::string& file,
                    std::vector<LeakHit>& hits) const;
    void scan_exact(const std::string& file, std::string_view bytes, std::vector<LeakHit>& hits) const;
    void scan_identifiers(const std::string& file, std::string_view bytes, std::vector<LeakHit>& hits) const;
    void scan_names(const std::string& file, std::string_view text, std::vector<LeakHit>& hits) const;

    std::array<Group, 3> m_groups;  // by Secrecy
    std::vector<Exact> m_exact;
    std::vector<std::string> m_identifiers;
    std::vector<std::string> m_sources;
    std::map<std::string, std::uint32_t> m_source_numbers;
    std::size_t m_texts = 0;
};

// The forms in which a text could stand in a file: plain, UTF-16, base64 at each offset, percent-encoded, as character
// references, hexadecimal, reversed.
std::vector<std::pair<std::string, std::string>> encodings_of(std::string_view text);

}  // namespace rapporteur::publication
