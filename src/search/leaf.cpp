// SPDX-License-Identifier: EUPL-1.2
#include "search/leaf.hpp"

#include <algorithm>
#include <iterator>

namespace rapporteur::search {

namespace {

std::uint32_t document_of(std::uint64_t start) {
    return static_cast<std::uint32_t>(start >> 32U);
}

std::uint64_t total_count(const std::vector<List>& lists) {
    std::uint64_t count = 0;
    for (const List& list : lists) {
        count += list.count;
    }
    return count;
}

}  // namespace

LeafReader::LeafReader(const Index::State& index, const std::vector<std::string>& languages)
    : m_index(index), m_counts(index.documents) {
    for (std::size_t i = 0; i < index.streams.size(); ++i) {
        const std::string& language = index.languages[index.streams[i].language];
        m_streams[i] =
            languages.empty() || std::find(languages.begin(), languages.end(), language) != languages.end();
    }
}

Streams LeafReader::streams_of(const std::string& field) const {
    Streams streams = m_streams;
    for (std::size_t i = 0; i < m_index.streams.size(); ++i) {
        if (!field.empty() && m_index.fields[m_index.streams[i].field].name != field) {
            streams[i] = false;
        }
    }
    return streams;
}

// A word in any of its forms: in each language the words of its stem; and the word itself everywhere, because a word
// typed without accents may have another stem than the one meant.
std::vector<Places> LeafReader::places_of(const Term& term, const Streams& streams) {
    Places range = term.kind == TermKind::prefix ? m_index.places_beginning(term.folded)
                                                 : m_index.places_of(term.folded);
    range.streams = streams;
    if (term.kind != TermKind::stem) {
        return range.first == range.end ? std::vector<Places>() : std::vector<Places>{range};
    }
    std::map<std::uint32_t, Streams> places;
    for (std::uint32_t place = range.first; place < range.end; ++place) {
        places[place] |= streams;
    }
    for (std::size_t language = 0; language < m_index.languages.size(); ++language) {
        Streams of_language;
        for (std::size_t i = 0; i < m_index.streams.size(); ++i) {
            of_language[i] = streams[i] && m_index.streams[i].language == language;
        }
        const Stemmer& stemmer = m_stemmers.try_emplace(language, m_index.languages[language]).first->second;
        if (of_language.none() || !stemmer.changes_words()) {
            continue;
        }
        for (const std::uint32_t place : m_index.places_of_stem(language, stemmer.stem(term.lowered))) {
            places[place] |= of_language;
        }
    }
    std::vector<Places> all;
    for (const auto& [place, its_streams] : places) {
        all.push_back({place, place + 1, its_streams});
    }
    return all;
}

void LeafReader::read_word(const std::vector<List>& lists, DocumentSet& documents) {
    for (const List& list : lists) {
        const std::uint32_t weight = weight_of(list.stream);
        m_index.each_document(list, [&](std::uint32_t document, std::uint32_t times) {
            documents.add(document);
            m_counts[document] += weight * times;
        });
    }
}

DocumentSet LeafReader::documents_with(const std::vector<List>& lists) const {
    DocumentSet documents(m_index.documents);
    for (const List& list : lists) {
        m_index.each_document(
            list, [&documents](std::uint32_t document, std::uint32_t) { documents.add(document); });
    }
    return documents;
}

// Where a phrase begins of which these are the places of the word that comes so many steps behind its beginning.
LeafReader::Starts LeafReader::starts_of(const std::vector<List>& lists, std::uint32_t step,
                                         const DocumentSet& candidates) const {
    Starts starts;
    for (const List& list : lists) {
        const Index::State::Bytes bytes = m_index.positions_of(list);
        BlobReader reader = bytes.reader();
        m_index.each_document(list, [&](std::uint32_t document, std::uint32_t times) {
            if (!candidates.contains(document)) {
                reader.skip_numbers(times);
                return;
            }
            std::uint32_t position = 0;
            for (; times > 0; --times) {
                position += reader.number();
                if (position >= step) {
                    starts.push_back(std::uint64_t{document} << 32U | (position - step));
                }
            }
        });
    }
    if (lists.size() > 1) {
        std::sort(starts.begin(), starts.end());
    }
    return starts;
}

void LeafReader::read_phrase(const std::vector<std::vector<List>>& terms, std::size_t stream,
                             DocumentSet& documents) {
    // The lists of this stream, the rarest word first.
    std::vector<std::pair<std::uint32_t, std::vector<List>>> words;
    DocumentSet candidates = DocumentSet::all(m_index.documents);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        std::vector<List> lists;
        std::copy_if(terms[i].begin(), terms[i].end(), std::back_inserter(lists),
                     [stream](const List& list) { return list.stream == stream; });
        if (lists.empty()) {
            return;
        }
        candidates &= documents_with(lists);
        words.emplace_back(static_cast<std::uint32_t>(i), std::move(lists));
    }
    std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) {
        return total_count(a.second) < total_count(b.second);
    });
    Starts starts = starts_of(words.front().second, words.front().first, candidates);
    for (std::size_t i = 1; i < words.size() && !starts.empty(); ++i) {
        DocumentSet left(m_index.documents);
        for (const std::uint64_t start : starts) {
            left.add(document_of(start));
        }
        const Starts others = starts_of(words[i].second, words[i].first, left);
        Starts both;
        std::set_intersection(starts.begin(), starts.end(), others.begin(), others.end(),
                              std::back_inserter(both));
        starts = std::move(both);
    }
    for (const std::uint64_t start : starts) {
        documents.add(document_of(start));
        m_counts[document_of(start)] += weight_of(stream);
    }
}

LeafResult LeafReader::read(const Node& leaf) {
    LeafResult result;
    result.documents = DocumentSet(m_index.documents);
    const Streams streams = streams_of(leaf.field);
    std::vector<std::vector<List>> terms;
    for (const Term& term : leaf.terms) {
        terms.push_back(m_index.lists_of(places_of(term, streams)));
    }
    if (terms.size() == 1) {
        read_word(terms.front(), result.documents);
    } else {
        for (std::size_t stream = 0; stream < m_index.streams.size(); ++stream) {
            if (streams[stream]) {
                read_phrase(terms, stream, result.documents);
            }
        }
    }
    result.frequencies.reserve(result.documents.count());
    result.documents.each([&](std::uint32_t document) {
        result.frequencies.push_back(m_counts[document]);
        m_counts[document] = 0;
    });
    return result;
}

}  // namespace rapporteur::search
