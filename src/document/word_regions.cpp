// SPDX-License-Identifier: EUPL-1.2
#include "document/word_regions.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace rapporteur::document {

namespace {

constexpr std::size_t k_none = static_cast<std::size_t>(-1);

// What a block is to the form.
enum class Role {
    stranger,  // the respondent's, or changed
    begin,
    end,
    heading,   // of a question, by bookmark or text
    form_text  // a question's text, guidance, a section's title: word for word as it was sent
};

struct Read {
    Role role = Role::stranger;
    std::size_t question = k_none;  // in the manifest
    bool in_form_style = false;     // a changed text of the form is no answer
    bool is_heading = false;        // of whatever
};

class RegionFinder {
public:
    RegionFinder(const std::vector<BodyBlock>& blocks, const FormManifest& manifest, WordFindings& findings)
        : m_blocks(blocks), m_manifest(manifest), m_findings(findings) {
        for (std::size_t q = 0; q < manifest.questions.size(); ++q) {
            const FormQuestion& question = manifest.questions[q];
            m_by_id[base::lower_ascii(question.id)] = q;
            m_by_bookmark[question.bookmark] = q;
            m_by_heading[comparable(question.heading)] = q;
            for (const std::string& text : question.texts) {
                m_texts[comparable(text)].insert(q);
            }
        }
        for (const std::string& text : manifest.other_texts) {
            m_other.insert(comparable(text));
        }
        for (const BodyBlock& block : blocks) {
            m_plain.push_back(comparable(block.text));
            for (const std::string_view line : base::split_lines(block.text)) {  // a table's cells are lines
                m_present.insert(comparable(line));
            }
        }
    }

    WordRegions run() {
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            m_read.push_back(read(m_blocks[i], m_plain[i]));
        }
        m_owner.assign(m_blocks.size(), k_none);
        lines();
        lost_lines();
        claim_strangers();
        compare_form();
        compare_order();
        return gather();
    }

private:
    void note(WordFault fault, std::size_t question, std::string detail = "") {
        m_findings.push_back(
            {fault, question == k_none ? "" : m_manifest.questions[question].id, std::move(detail)});
    }

    std::size_t question_of(const std::string& id) const {
        const auto found = m_by_id.find(id);
        return found == m_by_id.end() ? k_none : found->second;
    }

    Read read(const BodyBlock& block, const std::string& text) const {
        Read read;
        const std::string style = base::lower_ascii(block.style);
        read.in_form_style = style.rfind("questiontext", 0) == 0 || style.rfind("guidance", 0) == 0 ||
                             style.rfind("heading", 0) == 0 || style.rfind("answertoken", 0) == 0 ||
                             style.rfind("title", 0) == 0 || style.rfind("toc", 0) == 0;
        read.is_heading = style.rfind("heading", 0) == 0;
        for (const Token& token : block.tokens) {
            if (token.kind == TokenKind::begin || token.kind == TokenKind::end) {
                read.role = token.kind == TokenKind::begin ? Role::begin : Role::end;
                read.question = question_of(token.question);
                if (read.question != k_none) {
                    return read;
                }
                read.role = Role::stranger;
            } else if (token.kind == TokenKind::reference) {
                read.role = Role::form_text;
                return read;
            }
        }
        for (const std::string& bookmark : block.bookmarks) {
            if (const auto found = m_by_bookmark.find(bookmark); found != m_by_bookmark.end()) {
                return {Role::heading, found->second, true, true};
            }
        }
        if (const auto found = m_by_heading.find(text); found != m_by_heading.end()) {
            return {Role::heading, found->second, true, true};
        }
        const bool is_option = std::any_of(block.tokens.begin(), block.tokens.end(), [](const Token& token) {
            return token.kind == TokenKind::option || token.kind == TokenKind::places;
        });
        if (const auto found = m_texts.find(text);
            found != m_texts.end() && !is_option && text != k_placeholder) {
            return {Role::form_text, found->second.size() == 1 ? *found->second.begin() : k_none, true,
                    read.is_heading};
        }
        if (m_other.count(text) > 0 && !text.empty() && !is_option && text != k_placeholder) {
            return {Role::form_text, k_none, true, read.is_heading};
        }
        return read;
    }

    void own(std::size_t from, std::size_t to, std::size_t region) {
        for (std::size_t i = from; i <= to && i < m_blocks.size(); ++i) {
            if (m_owner[i] == k_none) {
                m_owner[i] = region;
            }
        }
    }

    std::size_t open(std::size_t question) {
        m_regions.push_back(question);
        return m_regions.size() - 1;
    }

    // From a begin line to its end line; without one to where something else of the form begins.
    void lines() {
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            if (m_read[i].role != Role::begin) {
                continue;
            }
            const std::size_t question = m_read[i].question;
            std::size_t end = end_of(i, question);
            if (end == k_none) {
                note(WordFault::line_lost, question, end_line(m_manifest.questions[question].id));
                end = i;
                while (end + 1 < m_blocks.size() && may_go_on(m_read[end + 1], question)) {
                    ++end;
                }
            }
            own(i, end, open(question));
            i = end;
        }
    }

    // The block with the question's end line, before any other answer begins.
    std::size_t end_of(std::size_t begin, std::size_t question) const {
        if (has_end(begin, question)) {
            return begin;
        }
        for (std::size_t i = begin + 1; i < m_blocks.size(); ++i) {
            const Read& read = m_read[i];
            if (read.role == Role::end && read.question == question) {
                return i;
            }
            if (read.role == Role::begin || read.role == Role::end ||
                (read.role == Role::heading && read.question != question)) {
                break;
            }
        }
        return k_none;
    }

    // The form has words of its own within an answer, before options and before notes, and the same ones in many.
    static bool may_go_on(const Read& read, std::size_t question) {
        return !read.is_heading &&
               (read.role == Role::stranger ||
                (read.role == Role::form_text && (read.question == question || read.question == k_none)));
    }

    bool has_end(std::size_t block, std::size_t question) const {
        const std::vector<Token>& tokens = m_blocks[block].tokens;
        return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
            return token.kind == TokenKind::end && question_of(token.question) == question;
        });
    }

    // An end line that is alone; and questions of which both lines are gone.
    void lost_lines() {
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            if (m_read[i].role == Role::end && m_owner[i] == k_none) {
                std::size_t from = i;
                while (from > 0 && m_read[from - 1].role == Role::stranger && m_owner[from - 1] == k_none) {
                    --from;
                }
                note(WordFault::line_lost, m_read[i].question,
                     begin_line(m_manifest.questions[m_read[i].question].id));
                own(from, i, open(m_read[i].question));
            }
        }
        const std::set<std::size_t> found(m_regions.begin(), m_regions.end());
        for (std::size_t question = 0; question < m_manifest.questions.size(); ++question) {
            if (found.count(question) == 0 && m_manifest.questions[question].takes_answer) {
                without_lines(question);
            }
        }
    }

    // From the first thing that is left of the question; its own words are cut out of the answer later.
    void without_lines(std::size_t question) {
        std::size_t first = k_none;
        for (std::size_t i = 0; i < m_blocks.size() && first == k_none; ++i) {
            if ((m_read[i].role == Role::heading || m_read[i].role == Role::form_text) &&
                m_read[i].question == question) {
                first = i;
            }
        }
        if (first == k_none) {
            note(WordFault::question_missing, question, m_manifest.questions[question].heading);
            return;
        }
        note(WordFault::line_lost, question, begin_line(m_manifest.questions[question].id));
        std::size_t end = first;
        while (end + 1 < m_blocks.size() && may_go_on(m_read[end + 1], question) &&
               m_owner[end + 1] == k_none) {
            ++end;
        }
        if (end > first) {
            own(first + 1, end, open(question));
        }
    }

    bool is_empty(std::size_t i) const { return m_blocks[i].kind != BodyKind::table && m_plain[i].empty(); }

    // What is nobody's and no part of the form goes to the answer above it.
    void claim_strangers() {
        std::size_t above = k_none;
        std::map<std::size_t, std::string> claimed;
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            if (m_owner[i] != k_none) {
                above = m_owner[i];
            } else if (m_read[i].role == Role::stranger && !m_read[i].in_form_style && above != k_none &&
                       !is_empty(i)) {
                m_owner[i] = above;
                std::string& text = claimed[above];
                text += (text.empty() ? "" : " ") + m_plain[i];
            }
        }
        for (const auto& [region, text] : claimed) {
            note(WordFault::text_outside, m_regions[region], text);
        }
    }

    // Headings and texts against what was sent, question by question.
    void compare_form() {
        for (std::size_t q = 0; q < m_manifest.questions.size(); ++q) {
            if (std::find(m_regions.begin(), m_regions.end(), q) == m_regions.end()) {
                continue;
            }
            compare_heading(q);
            compare_texts(q);
        }
        const std::set<std::size_t> twice = repeated();
        for (const std::size_t question : twice) {
            note(WordFault::question_twice, question);
        }
    }

    void compare_heading(std::size_t q) {
        const std::string sent = comparable(m_manifest.questions[q].heading);
        std::string there;
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            if (m_read[i].role == Role::heading && m_read[i].question == q) {
                there = m_plain[i];
                if (there == sent) {
                    return;
                }
            }
        }
        note(WordFault::heading_changed, q, there);
    }

    void compare_texts(std::size_t q) {
        for (const std::string& text : m_manifest.questions[q].texts) {
            if (!tokens_in(text).empty() || text == k_placeholder) {
                continue;
            }
            if (m_present.count(comparable(text)) == 0) {
                note(WordFault::text_changed, q, text);
                return;
            }
        }
    }

    std::set<std::size_t> repeated() const {
        std::set<std::size_t> once;
        std::set<std::size_t> twice;
        for (const std::size_t question : m_regions) {
            if (!once.insert(question).second) {
                twice.insert(question);
            }
        }
        return twice;
    }

    // The questions outside a longest run that is in the order of the form were moved.
    void compare_order() {
        const std::vector<std::size_t> order = regions_in_order();
        std::vector<std::size_t> length(order.size(), 1);
        std::vector<std::size_t> before(order.size(), k_none);
        std::size_t best = k_none;
        for (std::size_t i = 0; i < order.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (m_regions[order[j]] < m_regions[order[i]] && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    before[i] = j;
                }
            }
            best = best == k_none || length[i] > length[best] ? i : best;
        }
        std::set<std::size_t> in_order;
        for (std::size_t i = best; i != k_none; i = before[i]) {
            in_order.insert(m_regions[order[i]]);
        }
        std::set<std::size_t> told;
        for (const std::size_t region : order) {
            const std::size_t question = m_regions[region];
            if (in_order.count(question) == 0 && told.insert(question).second) {
                note(WordFault::question_moved, question);
            }
        }
    }

    // By the block in which each begins.
    std::vector<std::size_t> regions_in_order() const {
        std::vector<std::size_t> order;
        std::vector<bool> met(m_regions.size(), false);
        for (const std::size_t owner : m_owner) {
            if (owner != k_none && !met[owner]) {
                met[owner] = true;
                order.push_back(owner);
            }
        }
        return order;
    }

    WordRegions gather() {
        WordRegions result;
        const std::vector<std::size_t> order = regions_in_order();
        std::vector<std::size_t> place(m_regions.size(), 0);
        for (const std::size_t region : order) {
            place[region] = result.regions.size();
            result.regions.push_back({m_manifest.questions[m_regions[region]].id, {}});
        }
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            if (m_owner[i] != k_none) {
                result.regions[place[m_owner[i]]].blocks.push_back(i);
            }
        }
        std::string before;
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            if (m_owner[i] == k_none && m_read[i].role == Role::stranger && !is_empty(i)) {
                result.outside.push_back(i);
                if (!m_read[i].in_form_style) {
                    before += (before.empty() ? "" : " ") + m_plain[i];
                }
            }
        }
        if (!before.empty()) {
            note(WordFault::text_before, k_none, before);
        }
        return result;
    }

    const std::vector<BodyBlock>& m_blocks;
    const FormManifest& m_manifest;
    WordFindings& m_findings;
    std::map<std::string, std::size_t> m_by_id;
    std::map<std::string, std::size_t> m_by_bookmark;
    std::map<std::string, std::size_t> m_by_heading;
    std::map<std::string, std::set<std::size_t>> m_texts;
    std::set<std::string> m_other;
    std::vector<std::string> m_plain;  // the blocks' texts, comparable
    std::set<std::string> m_present;
    std::vector<Read> m_read;
    std::vector<std::size_t> m_owner;    // of each block: a region
    std::vector<std::size_t> m_regions;  // of each region: its question
};

}  // namespace

WordRegions find_regions(const std::vector<BodyBlock>& blocks, const FormManifest& manifest,
                         WordFindings& findings) {
    return RegionFinder(blocks, manifest, findings).run();
}

}  // namespace rapporteur::document
