// SPDX-License-Identifier: EUPL-1.2
#include "cli/statistics_table.hpp"

#include "base/text.hpp"
#include "cli/output.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace rapporteur::cli {

namespace {

using statistics::Heading;
using statistics::Listed;
using statistics::Observed;

using Group = std::vector<Listed>;  // of one heading

// "government, stat.identified", "statistics.csv, court-statistics-2016"
std::string origin_words(const Listed& listed) {
    const Observed& one = *listed.one;
    if (one.reply.empty()) {
        return "statistics.csv" + (one.source.empty() ? "" : ", " + domain::local_name(one.source));
    }
    return one.reply + (one.indicator.empty() ? "" : ", " + one.question);
}

// Everything there is to say of a figure beside itself: why there is none, that it is revised or confidential, its note.
std::vector<std::string> remarks_of(const Observed& one) {
    std::vector<std::string> remarks;
    if (one.reason) {
        remarks.push_back(reason_words(*one.reason));
    }
    if (one.revised) {
        remarks.emplace_back("revised");
    }
    if (!one.note.empty()) {
        remarks.push_back(one.note);
    }
    return remarks;
}

std::string dims_words(const Observed& one) {
    return one.dims.empty() ? "total" : base::join(one.dims, " ");
}

template <class Condition>
bool any(const Group& group, Condition condition) {
    return std::any_of(group.begin(), group.end(), [&](const Listed& each) { return condition(*each.one); });
}

bool has_several_evaluations(const Group& group) {
    return std::any_of(group.begin(), group.end(),
                       [&](const Listed& each) { return each.evaluation != group.front().evaluation; });
}

Listing line_for_each(const Group& group) {
    const bool evaluations = has_several_evaluations(group);
    const bool raws =
        any(group, [](const Observed& one) { return !statistics::raw_where_it_differs(one).empty(); });
    const bool remarks = any(group, [](const Observed& one) { return !remarks_of(one).empty(); });
    Listing listing;
    listing.columns = {{"", "By"}, {"", "Year", Align::right}, {"", "Figure", Align::right}};
    if (raws) {
        listing.columns.push_back({"", "As written"});
    }
    if (evaluations) {
        listing.columns.push_back({"", "Evaluation"});
    }
    listing.columns.push_back({"", "From"});
    if (remarks) {
        listing.columns.push_back({"", "Remark"});
    }
    for (const Listed& each : group) {
        const Observed& one = *each.one;
        std::vector<Cell> row{dims_words(one), one.year == 0 ? Cell() : Cell(std::int64_t{one.year}),
                              statistics::value_text(one)};
        if (raws) {
            row.emplace_back(statistics::raw_where_it_differs(one));
        }
        if (evaluations) {
            row.emplace_back(each.evaluation->evaluation.text());
        }
        row.emplace_back(origin_words(each));
        if (remarks) {
            row.emplace_back(base::join(remarks_of(one), "; "));
        }
        listing.rows.push_back(std::move(row));
    }
    return listing;
}

// The years side by side; a row for each reply and for the rows of statistics.csv, so that what two of them say of one year stands below
// each other. Tables of one reply share a row as long as they agree.
class YearTable {
public:
    YearTable(const Group& group, const std::vector<std::string>& by)
        : m_evaluations(has_several_evaluations(group)) {
        for (const std::string& dimension : by) {
            if (dimension != "total") {
                m_by.push_back(dimension);
            }
        }
        std::set<int> years;
        std::map<Key, std::set<std::string>> said;  // of each reply's place and year: what its tables say
        for (const Listed& each : group) {
            years.insert(each.one->year);
            said[key_of(each, Tables::together)].insert(said_in(*each.one));
        }
        m_years.assign(years.begin(), years.end());
        std::set<Key> apart;  // places at which tables of one reply say different things
        for (const auto& [key, figures] : said) {
            if (figures.size() > 1) {
                apart.insert(without_year(key));
            }
        }
        for (const Listed& each : group) {
            const bool together = apart.count(without_year(key_of(each, Tables::together))) == 0;
            add(each, without_year(key_of(each, together ? Tables::together : Tables::apart)));
        }
    }

    std::string text(std::size_t width) {
        Listing listing;
        for (const std::string& dimension : m_by) {
            listing.columns.push_back({"", dimension});
        }
        if (m_evaluations) {
            listing.columns.push_back({"", "Evaluation"});
        }
        listing.columns.push_back({"", "From"});
        for (const int year : m_years) {
            listing.columns.push_back({"", year == 0 ? "Figure" : std::to_string(year), Align::right});
        }
        for (const Row& row : m_rows) {
            std::vector<Cell> cells;
            for (const std::string& dimension : m_by) {
                cells.emplace_back(row.first->code_of(dimension).value_or("total"));
            }
            if (m_evaluations) {
                cells.emplace_back(row.evaluation);
            }
            cells.emplace_back(row.origin);
            for (const int year : m_years) {
                const auto found = row.cells.find(year);
                cells.emplace_back(found == row.cells.end() ? "" : cell(*found->second));
            }
            listing.rows.push_back(std::move(cells));
        }
        std::string text = table_text(listing, width);
        for (const auto& [words, mark] : in_order()) {
            text += width == 0 ? mark + " " + words + "\n" : base::wrap(mark + " " + words, width) + "\n";
        }
        return text;
    }

private:
    struct Row {
        const Observed* first = nullptr;
        std::string evaluation;
        std::string origin;
        std::map<int, const Observed*> cells;
    };

    // Dimensions, evaluation, where in it, year.
    using Key = std::tuple<std::vector<std::string>, std::string, std::string, int>;
    enum class Tables { together, apart };

    static Key key_of(const Listed& each, Tables tables) {
        const Observed& one = *each.one;
        std::string origin = one.reply.empty() ? "statistics.csv" : "reply/" + one.reply;
        if (!one.reply.empty() && tables == Tables::apart) {
            origin += ", " + one.question;
        }
        return {one.dims, each.evaluation->evaluation.text(), origin, one.year};
    }
    static Key without_year(Key key) {
        std::get<3>(key) = 0;
        return key;
    }
    static std::string said_in(const Observed& one) {
        return one.figure.value ? one.figure.value->text() : one.figure.raw;
    }

    // Of tables that say the same, the cell that has more to say beside it.
    void add(const Listed& each, const Key& key) {
        const auto [place, fresh] = m_places.emplace(key, m_rows.size());
        if (fresh) {
            m_rows.push_back({each.one, std::get<1>(key), std::get<2>(key), {}});
        }
        const Observed*& cell = m_rows[place->second].cells[each.one->year];
        if (cell == nullptr ||
            base::join(remarks_of(*cell), " ").size() < base::join(remarks_of(*each.one), " ").size()) {
            cell = each.one;
        }
    }

    // "83 (c)", "5*", "(a)", "n/a"
    std::string cell(const Observed& one) {
        std::string text = one.figure.value ? statistics::value_text(one) + one.figure.mark : one.figure.raw;
        const std::vector<std::string> remarks = remarks_of(one);
        if (!remarks.empty()) {
            const std::string words = base::join(remarks, ": ");
            const auto [found, fresh] = m_marks.emplace(words, "");
            if (fresh) {
                found->second = "(" + letters(m_marks.size() - 1) + ")";
                m_order.push_back(words);
            }
            text += (text.empty() ? "" : "\u00A0") + found->second;
        }
        return text;
    }

    static std::string letters(std::size_t number) {
        const std::string last(1, static_cast<char>('a' + number % 26));
        return number < 26 ? last : letters(number / 26 - 1) + last;
    }

    std::vector<std::pair<std::string, std::string>> in_order() const {
        std::vector<std::pair<std::string, std::string>> marks;
        for (const std::string& words : m_order) {
            marks.emplace_back(words, m_marks.at(words));
        }
        return marks;
    }

    bool m_evaluations;
    std::vector<std::string> m_by;
    std::vector<int> m_years;
    std::vector<Row> m_rows;
    std::map<Key, std::size_t> m_places;
    std::map<std::string, std::string> m_marks;  // by words
    std::vector<std::string> m_order;
};

std::string headline(const Heading& heading, bool several) {
    return (several ? heading.framework + " " + heading.subject + ": " : "") + heading.name +
           (heading.unit.empty() ? "" : " (" + heading.unit + ")");
}

}  // namespace

std::string figures_text(const std::vector<Listed>& listed, const std::optional<std::vector<std::string>>& by,
                         std::size_t width) {
    const auto subject = [](const Listed& each) {
        const Heading heading = statistics::heading_of(each);
        return heading.framework + " " + heading.subject;
    };
    const bool several = std::any_of(listed.begin(), listed.end(), [&](const Listed& each) {
        return subject(each) != subject(listed.front());
    });
    std::string text;
    for (auto at = listed.begin(); at != listed.end();) {
        const Heading heading = statistics::heading_of(*at);
        const auto end = std::find_if(
            at, listed.end(), [&](const Listed& each) { return !(statistics::heading_of(each) == heading); });
        const Group group(at, end);
        text += (text.empty() ? "" : "\n") + headline(heading, several) + "\n\n";
        text += by ? YearTable(group, *by).text(width) : table_text(line_for_each(group), width);
        if (any(group, [](const Observed& one) { return one.confidential; })) {
            const std::string words = "Figures whose publication the sender refused stand here.";
            text += base::wrap(words, width == 0 ? words.size() : width) + "\n";
        }
        at = end;
    }
    return text;
}

}  // namespace rapporteur::cli
