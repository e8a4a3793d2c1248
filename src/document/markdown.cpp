// SPDX-License-Identifier: EUPL-1.2
#include "document/markdown.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "document/assets.hpp"
#include "document/dialect.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <csignal>

namespace rapporteur::document {
namespace {

constexpr std::size_t k_all_texts_limit = 32U << 20;

base::Place place_of(const SourceText& text, int line_in_text = 0) {
    return base::Place{text.file, line_in_text == 0 ? 0 : text.first_line + line_in_text - 1, text.key};
}

// Offset of the first control character that is neither tab nor end of line; no format we write can hold one.
std::size_t find_control(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F) {
            return i;
        }
    }
    return std::string_view::npos;
}

// What can be said before reading. True: it may be read.
bool check_bytes(const SourceText& text, base::Problems& problems) {
    if (text.markdown.size() > k_text_limit) {
        base::add_error(problems, place_of(text, 1),
                        fmt::format("a text of {} KiB", (text.markdown.size() + 1023) / 1024),
                        fmt::format("a text has at most {} KiB; divide it", k_text_limit / 1024));
        return false;
    }
    if (const auto at = base::find_invalid_utf8(text.markdown)) {
        base::add_error(problems, place_of(text, base::line_of(text.markdown, *at)), "not valid UTF-8",
                        "save the file as UTF-8");
        return false;
    }
    const std::size_t control = find_control(text.markdown);
    if (control != std::string_view::npos) {
        base::add_error(
            problems, place_of(text, base::line_of(text.markdown, control)),
            fmt::format("a control character (U+{:04X})",
                        static_cast<unsigned>(static_cast<unsigned char>(text.markdown[control]))),
            "delete it");
        return false;
    }
    return true;
}

Block carrier(std::size_t index, const SourceText& text) {
    Attr attr;
    attr.identifier = fmt::format("{}", index);
    attr.set("format", std::string(k_dialect));
    return Block{CodeBlock{std::move(attr), text.markdown}};
}

std::optional<std::size_t> index_from(std::string_view text, std::size_t count) {
    std::size_t index = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (fault != std::errc() || end != text.data() + text.size() || index >= count) {
        return std::nullopt;
    }
    return index;
}

// The text at which Pandoc was when it ended: the last "@index" of its standard error.
std::optional<std::size_t> last_begun(std::string_view err, std::size_t count) {
    std::optional<std::size_t> last;
    for (const std::string_view line : base::split_lines(err)) {
        if (!line.empty() && line.front() == '@') {
            last = index_from(line.substr(1), count);
        }
    }
    return last;
}

bool ran_into_limit(const base::Outcome& outcome) {
    constexpr int k_heap_exhausted = 251;  // of GHC's run-time system
    // bubblewrap passes on the end by a signal as a shell would: 128 and its number.
    const int signal = outcome.signal != 0 ? outcome.signal : outcome.exit_status - 128;
    return outcome.timed_out || outcome.output_cut || signal == SIGXCPU || signal == SIGKILL ||
           (outcome.signal == 0 && outcome.exit_status == k_heap_exhausted);
}

// One run over the texts that are still to be read. When a limit strikes, the text it struck at is refused and taken
// off the list, so that the next run can read the others; false says so.
class Batch {
public:
    Batch(const std::vector<SourceText>& texts, const ReadOptions& options, base::Problems& problems)
        : m_texts(texts), m_options(options), m_problems(problems) {}

    std::vector<Blocks> read(std::vector<std::size_t> wanted) {
        std::vector<Blocks> result(m_texts.size());
        // Each text that strikes a limit costs a run: after a few, the rest is told to wait for their mending.
        for (int attempt = 0; attempt < k_attempts && !wanted.empty(); ++attempt) {
            if (const auto bad = read_once(wanted, result)) {
                base::add_error(m_problems, place_of(m_texts[*bad], 1), "the text takes too long to read",
                                "look for long rows of *, _, [ or : without an end");
                wanted.erase(std::remove(wanted.begin(), wanted.end(), *bad), wanted.end());
            } else {
                return result;
            }
        }
        for (const std::size_t index : wanted) {
            base::add_error(m_problems, place_of(m_texts[index], 1),
                            "not read, because other texts took too long", "mend those first");
        }
        return std::vector<Blocks>(m_texts.size());
    }

private:
    static constexpr int k_attempts = 3;

    std::optional<std::size_t> read_once(const std::vector<std::size_t>& wanted,
                                         std::vector<Blocks>& result) {
        TreeDocument document{pandoc_api_version(), {}, {}, {}};
        auto origin = base::Origin::own_text;
        for (const std::size_t index : wanted) {
            document.blocks.push_back(carrier(index, m_texts[index]));
            if (m_texts[index].origin == base::Origin::foreign_file) {
                origin = base::Origin::foreign_file;
            }
        }
        const base::ScratchDirectory scratch;
        const std::filesystem::path filter = scratch.path() / "read-texts.lua";
        base::write_atomically(filter, asset("report/read-texts.lua"));
        const std::string input = tree_to_json(document);
        PandocRun run;
        run.arguments = {"--from=json", "--to=json", "--lua-filter=" + filter.string()};
        run.input = input;
        run.origin = origin;
        run.readable = {filter};
        run.limits = m_options.limits;
        const base::Outcome outcome = run_pandoc(run);
        if (!outcome.succeeded() || outcome.output_cut) {
            const auto bad = last_begun(outcome.err, m_texts.size());
            if (bad && ran_into_limit(outcome)) {
                return bad;
            }
            throw base::tool_error("pandoc", outcome);
        }
        take(tree_from_json(outcome.out), result);
        return std::nullopt;
    }

    void take(TreeDocument document, std::vector<Blocks>& result) {
        for (std::size_t i = 0; i < document.blocks.size(); ++i) {
            auto* div = document.blocks[i].as<Div>();
            const auto index =
                div == nullptr ? std::nullopt : index_from(div->attr.identifier, m_texts.size());
            if (!index) {
                throw base::Error(base::ErrorKind::tool_failed, "Pandoc's answer is not understood");
            }
            if (div->attr.has_class("unread")) {
                base::add_error(m_problems, place_of(m_texts[*index], 1), "the text cannot be read");
                continue;
            }
            if (std::find(document.cut.begin(), document.cut.end(), i) != document.cut.end()) {
                base::add_error(m_problems, place_of(m_texts[*index], 1),
                                "quotations, lists or emphasis nested too deeply",
                                fmt::format("at most {} levels", k_tree_depth_limit));
                continue;
            }
            result[*index] = std::move(div->content);
        }
    }

    const std::vector<SourceText>& m_texts;
    const ReadOptions& m_options;
    base::Problems& m_problems;
};

}  // namespace

std::vector<Blocks> read_markdown(const std::vector<SourceText>& texts, base::Problems& problems,
                                  const ReadOptions& options) {
    std::vector<std::size_t> wanted;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        bytes += texts[i].markdown.size();
        if (check_bytes(texts[i], problems)) {
            wanted.push_back(i);
        }
    }
    if (bytes > k_all_texts_limit) {
        throw base::Error(base::ErrorKind::invalid_input, "too much text at once")
            .because(fmt::format("{} MiB, and {} are allowed", bytes >> 20U, k_all_texts_limit >> 20U));
    }
    std::vector<Blocks> result = Batch(texts, options, problems).read(std::move(wanted));
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const SourceText& text = texts[i];
        base::Problems found;
        result[i] = allow(std::move(result[i]),
                          JudgedText{text.key, text.markdown, text.file, text.first_line, text.origin},
                          options.rules, found);
        if (base::has_errors(found)) {
            result[i].clear();
        }
        problems.insert(problems.end(), found.begin(), found.end());
    }
    return result;
}

}  // namespace rapporteur::document
