// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "exchange/comparison.hpp"
#include "statistics/observations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace rapporteur::exchange {

using namespace domain;

namespace {

const Dimension* dimension_named(const Question& question, std::string_view id) {
    const auto found = std::find_if(question.dimensions.begin(), question.dimensions.end(),
                                    [&](const Dimension& each) { return each.id == id; });
    return found == question.dimensions.end() ? nullptr : &*found;
}

// The places of a cell in the later table's codes, sorted: the same place has the same text in both tables.
std::string place_of(const Cell& cell, const Question& question, const Recodes* recodes) {
    std::vector<std::string> places;
    for (const std::string& place : cell.dims) {
        const std::size_t equals = place.find('=');
        const std::string dimension = place.substr(0, equals);
        std::string code = equals == std::string::npos ? "" : place.substr(equals + 1);
        const Dimension* const known = dimension_named(question, dimension);
        if (known != nullptr && recodes != nullptr) {
            const auto list = recodes->find(known->codelist);
            if (list != recodes->end() && list->second.count(code) != 0) {
                code = list->second.at(code);
            }
        }
        places.push_back(dimension + "=" + code);
    }
    std::sort(places.begin(), places.end());
    return base::join(places, " ");
}

struct Standing {
    statistics::Figure figure;
    std::string words;  // the figure as written, or why there is none
    bool revised = false;
    std::string note;
    bool is_one = true;  // false: rows became one, and there is no one figure
};

Standing standing_of(const Cell& cell, const Question& question) {
    Standing standing;
    const auto numbers =
        question.decimals > 0 ? statistics::Numbers::with_decimals : statistics::Numbers::whole;
    standing.figure = statistics::read_figure(cell.raw, numbers);
    standing.words = !cell.raw.empty() ? cell.raw
                     : cell.reason     ? reason_in_words(*cell.reason)
                                       : std::string("left blank");
    standing.revised = cell.revised;
    standing.note = cell.note;
    return standing;
}

bool is_figure(const Standing& standing) {
    return standing.figure.reading != statistics::Reading::empty;
}

bool equal(const Standing& one, const Standing& other) {
    if (one.figure.value && other.figure.value) {
        return *one.figure.value == *other.figure.value;
    }
    return one.words == other.words || (!is_figure(one) && !is_figure(other));
}

std::map<std::string, Standing> standings_of(const std::vector<ComparedSide>& sides, const Question& question,
                                             const Recodes* recodes) {
    std::map<std::string, Standing> standings;
    for (const ComparedSide& side : sides) {
        for (const ReadableAnswer& answer : side.answers) {
            for (const Cell& cell : answer.answer.cells) {
                const auto made =
                    standings.emplace(place_of(cell, question, recodes), standing_of(cell, question));
                made.first->second.is_one = made.second;
            }
        }
    }
    return standings;
}

FigureChange change_of(const Standing& before, const Standing& now) {
    if (!is_figure(before)) {
        return FigureChange::appeared;
    }
    if (!is_figure(now)) {
        return FigureChange::vanished;
    }
    return now.revised ? FigureChange::revised : FigureChange::contradicted;
}

bool covers(const Question& question, const std::string& at, const Questionnaire& questionnaire) {
    for (const std::string_view place : base::split(at, ' ')) {
        const std::size_t equals = place.find('=');
        const Dimension* const dimension = dimension_named(question, place.substr(0, equals));
        if (dimension == nullptr || equals == std::string_view::npos) {
            return false;
        }
        const std::string code(place.substr(equals + 1));
        const bool other_year =
            !dimension->from.empty() && (code < dimension->from || code > dimension->to) && code != "total";
        const Codelist* const list = questionnaire.find_codelist(dimension->codelist);
        const bool gone = list != nullptr && code != "total" &&
                          std::none_of(list->codes.begin(), list->codes.end(), [&](const Code& each) {
                              return each.value == code && each.retired.empty();
                          });
        if (other_year || gone) {
            return false;
        }
    }
    return true;
}

std::string words_of_places(const std::string& at, const Question& question,
                            const Questionnaire& questionnaire, std::string_view language) {
    std::vector<std::string> words;
    for (const std::string_view place : base::split(at, ' ')) {
        const std::string label = place_label(place, &question, &questionnaire, language);
        // The year stands first, as people say it.
        words.insert(place.rfind("year=", 0) == 0 ? words.begin() : words.end(), label);
    }
    return base::join(words, ", ");
}

}  // namespace

void compare_figures(const Question& later, const Questionnaire& asked_later, const Question& earlier,
                     const Recodes& recodes, std::string_view language, ComparedQuestion& compared) {
    const std::map<std::string, Standing> now = standings_of(compared.later, later, nullptr);
    const std::map<std::string, Standing> before = standings_of(compared.earlier, earlier, &recodes);
    const auto add = [&](const std::string& at, const Standing& was, const Standing& is) {
        compared.figures.push_back({at, words_of_places(at, later, asked_later, language), was.words,
                                    is.words, is.note, change_of(was, is)});
    };
    for (const auto& [at, standing] : now) {
        const auto found = before.find(at);
        if (found == before.end()) {
            compared.figures_new += static_cast<std::size_t>(is_figure(standing));
        } else if (found->second.is_one && standing.is_one) {
            if (equal(found->second, standing)) {
                ++compared.figures_equal;
            } else {
                add(at, found->second, standing);
            }
        }
    }
    for (const auto& [at, standing] : before) {
        if (now.count(at) != 0 || !is_figure(standing)) {
            continue;
        }
        if (!covers(later, at, asked_later)) {
            ++compared.figures_left;
        } else if (standing.is_one) {
            Standing none;
            none.words = "not given";
            add(at, standing, none);
        }
    }
}

std::vector<Disagreement> disagreements_in(const Reply& reply, const Questionnaire& questionnaire) {
    const std::vector<statistics::Observed> all = statistics::observations_in(reply, &questionnaire);
    std::map<std::string, const statistics::Observed*> first;
    std::vector<Disagreement> found;
    for (const statistics::Observed& each : all) {
        if (each.indicator.empty() || !each.figure.value) {
            continue;
        }
        std::vector<std::string> places = each.dims;
        places.insert(places.begin(), fmt::format("year={}", each.year));
        const std::string at = base::join(places, " ");
        const auto known = first.emplace(each.indicator + " " + at, &each).first->second;
        if (known->question != each.question && !(*known->figure.value == *each.figure.value)) {
            const Question* const question = questionnaire.find_question(each.question);
            const std::string place =
                question == nullptr ? at : words_of_places(at, *question, questionnaire, reply.language);
            found.push_back({each.indicator, at, place, known->question, known->figure.raw, each.question,
                             each.figure.raw});
        }
    }
    return found;
}

}  // namespace rapporteur::exchange
