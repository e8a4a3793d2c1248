// SPDX-License-Identifier: EUPL-1.2
#include "document/word_form.hpp"

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "document/assets.hpp"
#include "document/dialect.hpp"
#include "document/pandoc.hpp"
#include "document/tree_json.hpp"
#include "document/word_answer.hpp"
#include "document/word_audit.hpp"
#include "document/word_package.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace rapporteur::document {

namespace {

constexpr std::size_t k_shown_words = 20;

std::optional<FormReference> reference_in(const std::vector<BodyBlock>& blocks) {
    for (const BodyBlock& block : blocks) {
        const std::vector<Token> tokens =
            block.kind == BodyKind::table ? tokens_in(block.text) : block.tokens;
        for (const Token& token : tokens) {
            if (token.kind == TokenKind::reference) {
                return token.form;
            }
        }
    }
    return std::nullopt;
}

class FormReader {
public:
    FormReader(const WordPackage& package, const FormManifest& manifest, WordForm& form)
        : m_package(package), m_manifest(manifest), m_form(form),
          m_blocks(body_blocks(package.document.root())),
          m_regions(find_regions(m_blocks, manifest, form.findings)) {}

    void run() {
        m_form.reference = reference_in(m_blocks);
        if (!m_form.reference) {
            m_form.findings.push_back({WordFault::reference_missing, "", ""});
        }
        parts_of_answers();
        boxes();
        changes();
        comments();
        prose();
        placeholders();
        audit();
    }

private:
    const FormQuestion& question_called(const std::string& id) const {
        return *std::find_if(m_manifest.questions.begin(), m_manifest.questions.end(),
                             [&](const FormQuestion& question) { return question.id == id; });
    }

    void parts_of_answers() {
        for (const WordRegion& region : m_regions.regions) {
            WordAnswer& answer = m_form.answers.emplace_back();
            answer.question = region.question;
            read_answer_parts(m_blocks, region, question_called(region.question), answer, m_cuts,
                              m_form.findings);
        }
    }

    void boxes() {
        for (const WordRegion& region : m_regions.regions) {
            const auto box = std::find_if(region.blocks.begin(), region.blocks.end(),
                                          [&](std::size_t index) { return m_blocks[index].in_text_box; });
            if (box != region.blocks.end()) {
                m_form.findings.push_back(
                    {WordFault::text_box, region.question, comparable(m_blocks[*box].text)});
            }
        }
    }

    void changes() {
        std::map<std::string, std::pair<int, int>> by_author;
        for (const TrackedChange& change : tracked_changes(m_package.document.root())) {
            auto& [inserted, deleted] = by_author[change.author];
            ++(change.deleted ? deleted : inserted);
        }
        for (const auto& [author, counts] : by_author) {
            m_form.findings.push_back(
                {WordFault::tracked_changes, "",
                 fmt::format("{}: {} insertions, {} deletions", author.empty() ? "somebody" : author,
                             counts.first, counts.second)});
        }
    }

    // Where each comment stands: a mark in a block, by its identifier.
    std::map<std::string, std::string> places_of_comments() const {
        std::map<std::string, std::string> places;
        for (const WordRegion& region : m_regions.regions) {
            for (const std::size_t index : region.blocks) {
                collect_comments(m_blocks[index].element, region.question, places);
            }
        }
        return places;
    }

    static void collect_comments(const base::XmlElement& element, const std::string& question,
                                 std::map<std::string, std::string>& places) {
        for (const base::XmlElement& child : element.children()) {
            if (child.name() == "w:commentReference" || child.name() == "w:commentRangeStart") {
                places.emplace(child.attribute("w:id").value_or(""), question);
            }
            collect_comments(child, question, places);
        }
    }

    void comments() {
        if (!m_package.comments) {
            return;
        }
        const std::map<std::string, std::string> places = places_of_comments();
        for (const base::XmlElement& element : m_package.comments->root().children("w:comment")) {
            const auto place = places.find(std::string(element.attribute("w:id").value_or("")));
            m_form.comments.push_back({std::string(element.attribute("w:author").value_or("")),
                                       std::string(element.attribute("w:date").value_or("")),
                                       word_text(element), place == places.end() ? "" : place->second});
            const WordComment& comment = m_form.comments.back();
            m_form.findings.push_back(
                {WordFault::comment, comment.question, comment.author + ": " + comment.text});
        }
    }

    // No text of a stranger can hold the markers of this file: they depend on all of it.
    std::string nonce() const {
        return base::sha256(m_package.parts[m_package.main].bytes).hex().substr(0, 16);
    }

    void prose() {
        const std::string stem = "rap" + nonce();
        std::vector<ZipPart> parts = m_package.parts;
        parts[m_package.main].bytes =
            normal_document(m_package.document.root(), m_blocks, m_regions, m_cuts, nonce());
        const base::ScratchDirectory scratch;
        const std::filesystem::path filter = scratch.path() / "read-answers.lua";
        base::write_atomically(filter, asset("form/read-answers.lua"));
        const std::string package = write_zip(parts);
        // Written without "smart": a dash and quotation marks stand as they were typed, and not as -- and ".
        PandocRun run;
        run.arguments = {"--from=docx", "--to=json", "--lua-filter=" + filter.string(),
                         "--metadata=stem:" + stem, fmt::format("--metadata=dialect:{}-smart", k_dialect)};
        run.input = package;
        run.origin = base::Origin::foreign_file;
        run.readable = {scratch.path()};
        const base::Outcome outcome = run_pandoc(run);
        if (!outcome.succeeded() || outcome.output_cut) {
            throw base::tool_error("pandoc", outcome);
        }
        take(tree_from_json(outcome.out));
    }

    void take(TreeDocument&& document) {
        for (Block& block : document.blocks) {
            Div* const division = block.as<Div>();
            if (division == nullptr) {
                continue;
            }
            const std::string markdown(base::trim(division->attr.value("markdown")));
            std::size_t index = 0;
            const std::string& name = division->attr.identifier;
            const auto result = std::from_chars(name.data(), name.data() + name.size(), index);
            m_read.add(division->content);
            if (result.ec == std::errc{} && index < m_form.answers.size()) {
                m_form.answers[index].markdown = markdown;
                m_form.answers[index].blocks = std::move(division->content);
            } else {
                m_form.outside = markdown;
            }
        }
    }

    // Left beside an answer: perhaps the answer is not where it is looked for.
    void placeholders() {
        for (std::size_t i = 0; i < m_form.answers.size(); ++i) {
            const WordRegion& region = m_regions.regions[i];
            const bool left = std::any_of(region.blocks.begin(), region.blocks.end(), [&](std::size_t index) {
                const std::string text = comparable(m_blocks[index].text);
                return text == k_placeholder || text == "[…]";
            });
            if (left && !m_form.answers[i].markdown.empty()) {
                m_form.findings.push_back({WordFault::placeholder_left, region.question, ""});
            }
        }
    }

    // What was not given to Pandoc is accounted for by its block: the form's own words, options, figures.
    void audit() {
        WordCount file;
        file.add_part(m_package.document.root());
        for (const auto* const part : {&m_package.footnotes, &m_package.endnotes}) {
            if (*part) {
                file.add_part((*part)->root());
            }
        }
        m_form.words = file.size();
        std::set<std::size_t> given(m_regions.outside.begin(), m_regions.outside.end());
        for (const WordRegion& region : m_regions.regions) {
            given.insert(region.blocks.begin(), region.blocks.end());
        }
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            const auto cut = m_cuts.find(i);
            if (given.count(i) == 0 || (cut != m_cuts.end() && cut->second.whole)) {
                m_read.add(m_blocks[i].text);
            } else if (cut != m_cuts.end()) {
                for (const auto& [offset, length] : cut->second.ranges) {
                    m_read.add(std::string_view(m_blocks[i].text).substr(offset, length));
                }
            }
        }
        std::vector<std::string> lost = file.missing_from(m_read);
        if (!lost.empty()) {
            std::sort(lost.begin(), lost.end());
            const std::size_t count = lost.size();
            lost.resize(std::min(count, k_shown_words));
            m_form.findings.push_back(
                {WordFault::words_lost, "", fmt::format("{} words: {}", count, base::join(lost, " "))});
        }
    }

    const WordPackage& m_package;
    const FormManifest& m_manifest;
    WordForm& m_form;
    std::vector<BodyBlock> m_blocks;
    WordRegions m_regions;
    Cuts m_cuts;
    WordCount m_read;
};

}  // namespace

bool WordAnswer::has_ticks() const {
    return std::any_of(options.begin(), options.end(),
                       [](const WordOption& option) { return option.ticked; });
}

bool WordAnswer::has_figures() const {
    return std::any_of(figures.begin(), figures.end(),
                       [](const WordFigure& figure) { return !figure.text.empty(); });
}

std::optional<WordReference> read_word_reference(std::string_view bytes, const std::string& file,
                                                 base::Problems& problems) {
    WordFindings findings;
    const std::optional<WordPackage> package = open_word_package(bytes, file, problems, findings);
    if (!package) {
        return std::nullopt;
    }
    return WordReference{reference_in(body_blocks(package->document.root()))};
}

std::optional<WordForm> read_word_form(std::string_view bytes, const std::string& file,
                                       const FormManifest& manifest, base::Problems& problems) {
    WordForm form;
    const std::optional<WordPackage> package = open_word_package(bytes, file, problems, form.findings);
    if (!package) {
        return std::nullopt;
    }
    FormReader(*package, manifest, form).run();
    return form;
}

}  // namespace rapporteur::document
