// SPDX-License-Identifier: EUPL-1.2
#include "base/word_diff.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace rapporteur::base {

namespace {

constexpr std::ptrdiff_t k_most_edits = 4000;  // in one search; beyond it a stretch is replaced as a whole
constexpr std::size_t k_longest_island = 2;  // kept words between changes that do not make a run of their own
constexpr std::size_t k_share_of_common_words = 3;  // one of so many must have stayed

struct Word {
    std::string_view text;
    Gap gap;
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t lines = 0;
        const std::size_t begin = at;
        for (; at < text.size() && is_space(text[at]); ++at) {
            lines += static_cast<std::size_t>(text[at] == '\n');
        }
        const Gap between = lines > 1    ? Gap::paragraph
                            : lines == 1 ? Gap::line
                            : at > begin ? Gap::space
                                         : Gap::none;
        const std::size_t first = at;
        while (at < text.size() && !is_space(text[at])) {
            ++at;
        }
        if (at > first) {
            words.push_back({text.substr(first, at - first), words.empty() ? Gap::none : between});
        }
    }
    return words;
}

// Words as numbers, the same word the same number.
struct Numbered {
    std::vector<std::uint32_t> before;
    std::vector<std::uint32_t> after;
};

Numbered numbered(const std::vector<Word>& before, const std::vector<Word>& after) {
    std::map<std::string_view, std::uint32_t> numbers;
    const auto number_of = [&](const Word& word) {
        return numbers.emplace(word.text, static_cast<std::uint32_t>(numbers.size())).first->second;
    };
    Numbered result;
    std::transform(before.begin(), before.end(), std::back_inserter(result.before), number_of);
    std::transform(after.begin(), after.end(), std::back_inserter(result.after), number_of);
    return result;
}

// Stretches of both texts, half open.
struct Box {
    std::ptrdiff_t left;
    std::ptrdiff_t right;
    std::ptrdiff_t top;
    std::ptrdiff_t bottom;
    std::ptrdiff_t width() const { return right - left; }
    std::ptrdiff_t height() const { return bottom - top; }
};

// Myers' search from both ends (An O(ND) Difference Algorithm, 1986, section 4b): memory grows with the texts alone.
class Search {
public:
    explicit Search(const Numbered& texts)
        : m_before(texts.before), m_after(texts.after), m_removed(texts.before.size(), true),
          m_added(texts.after.size(), true) {}

    void run() {
        m_boxes.push_back({0, static_cast<std::ptrdiff_t>(m_before.size()), 0,
                           static_cast<std::ptrdiff_t>(m_after.size())});
        while (!m_boxes.empty()) {
            const Box box = trimmed(m_boxes.back());
            m_boxes.pop_back();
            if (box.width() > 0 && box.height() > 0) {
                divide(box);
            }
        }
    }

    const std::vector<bool>& removed() const { return m_removed; }
    const std::vector<bool>& added() const { return m_added; }

private:
    bool equal(std::ptrdiff_t x, std::ptrdiff_t y) const {
        return m_before[static_cast<std::size_t>(x)] == m_after[static_cast<std::size_t>(y)];
    }
    void keep(std::ptrdiff_t x, std::ptrdiff_t y) {
        m_removed[static_cast<std::size_t>(x)] = false;
        m_added[static_cast<std::size_t>(y)] = false;
    }
    // Without the words that are the same at both ends, which stay.
    Box trimmed(Box box) {
        while (box.width() > 0 && box.height() > 0 && equal(box.left, box.top)) {
            keep(box.left++, box.top++);
        }
        while (box.width() > 0 && box.height() > 0 && equal(box.right - 1, box.bottom - 1)) {
            keep(--box.right, --box.bottom);
        }
        return box;
    }
    void divide(const Box& box);
    bool step_forward(const Box& box, std::ptrdiff_t edits);
    bool step_backward(const Box& box, std::ptrdiff_t edits);
    std::ptrdiff_t& at(std::vector<std::ptrdiff_t>& reached, std::ptrdiff_t diagonal) const {
        return reached[static_cast<std::size_t>(diagonal + m_offset)];
    }

    const std::vector<std::uint32_t>& m_before;
    const std::vector<std::uint32_t>& m_after;
    std::vector<bool> m_removed;
    std::vector<bool> m_added;
    std::vector<Box> m_boxes;
    // Of the search in one box: how far each diagonal was followed from either end, and where the two met.
    std::vector<std::ptrdiff_t> m_forward;
    std::vector<std::ptrdiff_t> m_backward;
    std::ptrdiff_t m_offset = 0;
    std::ptrdiff_t m_x = 0;
    std::ptrdiff_t m_y = 0;
};

void Search::divide(const Box& box) {
    const std::ptrdiff_t most = std::min((box.width() + box.height() + 1) / 2, k_most_edits);
    m_offset = most + 1;
    m_forward.assign(static_cast<std::size_t>(2 * most + 3), 0);
    m_backward.assign(static_cast<std::size_t>(2 * most + 3), 0);
    at(m_forward, 1) = box.left;
    at(m_backward, 1) = box.right;
    for (std::ptrdiff_t edits = 0; edits <= most; ++edits) {
        if (step_forward(box, edits) || step_backward(box, edits)) {
            const bool whole = (m_x == box.left && m_y == box.top) || (m_x == box.right && m_y == box.bottom);
            if (!whole) {
                m_boxes.push_back({box.left, m_x, box.top, m_y});
                m_boxes.push_back({m_x, box.right, m_y, box.bottom});
            }
            return;
        }
    }
}

// Diagonals are counted from the box's first corner going forward and from its last going backward.
bool Search::step_forward(const Box& box, std::ptrdiff_t edits) {
    const std::ptrdiff_t delta = box.width() - box.height();
    for (std::ptrdiff_t k = -edits; k <= edits; k += 2) {
        const bool down = k == -edits || (k != edits && at(m_forward, k - 1) < at(m_forward, k + 1));
        std::ptrdiff_t x = down ? at(m_forward, k + 1) : at(m_forward, k - 1) + 1;
        std::ptrdiff_t y = box.top + (x - box.left) - k;
        while (x < box.right && y < box.bottom && x >= box.left && y >= box.top && equal(x, y)) {
            ++x;
            ++y;
        }
        at(m_forward, k) = x;
        const std::ptrdiff_t back = delta - k;
        const bool odd = delta % 2 != 0;
        if (odd && back >= -(edits - 1) && back <= edits - 1 && x >= at(m_backward, back) && x <= box.right &&
            y <= box.bottom && y >= box.top) {
            m_x = x;
            m_y = y;
            return true;
        }
    }
    return false;
}

bool Search::step_backward(const Box& box, std::ptrdiff_t edits) {
    const std::ptrdiff_t delta = box.width() - box.height();
    for (std::ptrdiff_t k = -edits; k <= edits; k += 2) {
        const bool up = k == -edits || (k != edits && at(m_backward, k - 1) > at(m_backward, k + 1));
        std::ptrdiff_t x = up ? at(m_backward, k + 1) : at(m_backward, k - 1) - 1;
        std::ptrdiff_t y = box.bottom - (box.right - x) + k;
        while (x > box.left && y > box.top && x <= box.right && y <= box.bottom && equal(x - 1, y - 1)) {
            --x;
            --y;
        }
        at(m_backward, k) = x;
        const std::ptrdiff_t front = delta - k;
        const bool even = delta % 2 == 0;
        if (even && front >= -edits && front <= edits && x <= at(m_forward, front) && x >= box.left &&
            y >= box.top && y <= box.bottom) {
            m_x = x;
            m_y = y;
            return true;
        }
    }
    return false;
}

std::string_view between(Gap gap) {
    switch (gap) {
    case Gap::none:
        return "";
    case Gap::space:
        return " ";
    case Gap::line:
        return "\n";
    case Gap::paragraph:
        return "\n\n";
    }
    return "";
}

struct Step {
    Edit edit;
    Word word;
};

void add(std::vector<WordRun>& runs, const Step& step) {
    // The first word of one text may stand behind words of the other.
    const Gap gap = step.word.gap == Gap::none && !runs.empty() ? Gap::space : step.word.gap;
    if (runs.empty() || runs.back().edit != step.edit) {
        runs.push_back({step.edit, gap, std::string(step.word.text)});
        return;
    }
    runs.back().text += between(gap);
    runs.back().text += step.word.text;
}

// In reading order; where words went and came at one place, what went stands first.
std::vector<Step> steps_of(const std::vector<Word>& before, const std::vector<Word>& after) {
    const Numbered texts = numbered(before, after);
    Search search(texts);
    search.run();
    std::vector<Step> steps;
    std::size_t x = 0;
    std::size_t y = 0;
    while (x < before.size() || y < after.size()) {
        if (x < before.size() && search.removed()[x]) {
            steps.push_back({Edit::removed, before[x++]});
        } else if (y < after.size() && search.added()[y]) {
            steps.push_back({Edit::added, after[y++]});
        } else {
            steps.push_back({Edit::kept, after[y++]});
            ++x;
        }
    }
    return steps;
}

std::vector<WordRun> runs_of(const std::vector<Step>& steps) {
    std::vector<WordRun> runs;
    for (const Step& step : steps) {
        add(runs, step);
    }
    return runs;
}

// The stretch of changes that begins there, over islands; what went, then what came.
std::size_t join_changes(const std::vector<Step>& steps, std::size_t begin, std::vector<WordRun>& runs) {
    std::size_t end = begin;
    for (std::size_t at = begin; at < steps.size();) {
        std::size_t next = at;
        while (next < steps.size() && steps[next].edit == Edit::kept) {
            ++next;
        }
        if (next == steps.size() || next - at > k_longest_island) {
            break;
        }
        while (next < steps.size() && steps[next].edit != Edit::kept) {
            ++next;
        }
        at = end = next;
    }
    for (const Edit side : {Edit::removed, Edit::added}) {
        for (std::size_t at = begin; at < end; ++at) {
            if (steps[at].edit == side || steps[at].edit == Edit::kept) {
                add(runs, {side, steps[at].word});
            }
        }
    }
    return end;
}

}  // namespace

std::vector<WordRun> word_diff(std::string_view before, std::string_view after) {
    return runs_of(steps_of(words_of(before), words_of(after)));
}

std::vector<WordRun> readable_word_diff(std::string_view before, std::string_view after) {
    const std::vector<Word> words_before = words_of(before);
    const std::vector<Word> words_after = words_of(after);
    const std::vector<Step> steps = steps_of(words_before, words_after);
    const auto kept = static_cast<std::size_t>(
        std::count_if(steps.begin(), steps.end(), [](const Step& step) { return step.edit == Edit::kept; }));
    std::vector<WordRun> runs;
    if (kept * k_share_of_common_words < std::max(words_before.size(), words_after.size())) {
        for (const Word& word : words_before) {
            add(runs, {Edit::removed, word});
        }
        for (const Word& word : words_after) {
            add(runs, {Edit::added, word});
        }
        return runs;
    }
    for (std::size_t at = 0; at < steps.size();) {
        if (steps[at].edit == Edit::kept) {
            add(runs, steps[at++]);
        } else {
            at = join_changes(steps, at, runs);
        }
    }
    return runs;
}

std::vector<WordRun> shortened(std::vector<WordRun> runs, std::size_t context) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
        WordRun& run = runs[i];
        const std::vector<Word> words = words_of(run.text);
        const std::size_t first = i == 0 ? 0 : context;
        const std::size_t last = i + 1 == runs.size() ? 0 : context;
        if (run.edit != Edit::kept || runs.size() == 1 || words.size() <= first + last + context) {
            continue;
        }
        const auto stretch = [&](std::size_t from, std::size_t to) {
            std::vector<WordRun> part;
            for (std::size_t at = from; at < to; ++at) {
                add(part, {Edit::kept, words[at]});
            }
            return part.empty() ? std::string() : part.front().text;
        };
        std::string beginning = stretch(0, first);
        std::string end = stretch(words.size() - last, words.size());
        run.cut = true;
        run.left_out = words.size() - first - last;
        run.text = std::move(beginning);
        run.rest = std::move(end);
    }
    return runs;
}

}  // namespace rapporteur::base
