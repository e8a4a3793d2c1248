// SPDX-License-Identifier: EUPL-1.2
#include "search/stems.hpp"

#include "base/error.hpp"
#include "search/words.hpp"

#include <libstemmer.h>

namespace rapporteur::search {

namespace {

const char* algorithm_of(std::string_view language) {
    language = language.substr(0, language.find('-'));
    if (language == "en") {
        return "english";
    }
    if (language == "fr") {
        return "french";
    }
    return language == "ru" ? "russian" : nullptr;
}

}  // namespace

struct Stemmer::State {
    sb_stemmer* stemmer = nullptr;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { sb_stemmer_delete(stemmer); }
};

Stemmer::Stemmer(std::string_view language) : m_state(std::make_unique<State>()) {
    if (const char* algorithm = algorithm_of(language); algorithm != nullptr) {
        m_state->stemmer = sb_stemmer_new(algorithm, "UTF_8");
        if (m_state->stemmer == nullptr) {
            throw base::Error(base::ErrorKind::internal,
                              "libstemmer has no stemmer for " + std::string(algorithm));
        }
    }
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

bool Stemmer::changes_words() const {
    return m_state->stemmer != nullptr;
}

std::string Stemmer::stem(std::string_view lowered) const {
    if (m_state->stemmer == nullptr) {
        return folded(lowered);
    }
    const sb_symbol* stem =
        sb_stemmer_stem(m_state->stemmer, reinterpret_cast<const sb_symbol*>(lowered.data()),
                        static_cast<int>(lowered.size()));
    if (stem == nullptr) {
        throw base::Error(base::ErrorKind::internal, "libstemmer is out of memory");
    }
    return folded(
        {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(m_state->stemmer))});
}

}  // namespace rapporteur::search
