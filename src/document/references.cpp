// SPDX-License-Identifier: EUPL-1.2
#include "document/references.hpp"

#include <fmt/core.h>

namespace rapporteur::document {
namespace {

constexpr std::string_view k_no_break_space = "\xC2\xA0";

const Span* span_of_class(const Inline& node, std::string_view name) {
    const auto* span = node.as<Span>();
    return span != nullptr && span->attr.has_class(name) ? span : nullptr;
}

bool is_space_node(const Inline& node) {
    return node.as<Space>() != nullptr || node.as<SoftBreak>() != nullptr;
}

bool begins_with_stop(const Inline& node) {
    const auto* str = node.as<Str>();
    return str != nullptr && !str->text.empty() &&
           std::string_view(".,;:!?)]").find(str->text.front()) != std::string_view::npos;
}

// One list of inlines without evidence, with the spaces round it mended.
Inlines without_evidence(Inlines list) {
    Inlines result;
    bool taken = false;  // evidence stood just before
    for (Inline& node : list) {
        if (span_of_class(node, "ev") != nullptr) {
            taken = true;
            continue;
        }
        const bool space_before = result.empty() || is_space_node(result.back());
        if (taken && is_space_node(node) && space_before) {
            continue;
        }
        if (taken && begins_with_stop(node) && !result.empty() && is_space_node(result.back())) {
            result.pop_back();
        }
        taken = taken && is_space_node(node);
        result.push_back(std::move(node));
    }
    while (taken && !result.empty() && is_space_node(result.back())) {
        result.pop_back();
    }
    return result;
}

}  // namespace

std::vector<std::string> evidence_in(const Blocks& blocks) {
    std::vector<std::string> found;
    Visitor visitor;
    visitor.in_line = [&found](const Inline& node) {
        if (const Span* span = span_of_class(node, "ev")) {
            found.emplace_back(span->attr.value("ref"));
        }
    };
    walk(blocks, visitor);
    return found;
}

Blocks strip_evidence(Blocks blocks) {
    Rewriter rewriter;
    rewriter.line = without_evidence;
    return rewrite(std::move(blocks), rewriter);
}

std::vector<Limb> limbs_in(const Blocks& blocks) {
    std::vector<Limb> found;
    Visitor visitor;
    visitor.in_line = [&found](const Inline& node) {
        if (const Span* span = span_of_class(node, "limb")) {
            found.push_back(Limb{std::string(span->attr.value("id")), plain_text(span->content)});
        }
    };
    walk(blocks, visitor);
    return found;
}

std::vector<std::string> references_in(const Blocks& blocks) {
    std::vector<std::string> found;
    Visitor visitor;
    visitor.in_line = [&found](const Inline& node) {
        const auto* link = node.as<Link>();
        if (link != nullptr && !link->target.empty() && link->target.front() == '#') {
            found.push_back(link->target.substr(1));
        }
    };
    walk(blocks, visitor);
    return found;
}

Blocks resolve_references(Blocks blocks, const PrintedNumber& number, const base::Place& place,
                          base::Problems& problems) {
    Rewriter rewriter;
    rewriter.in_line = [&](Inline node) -> Inlines {
        auto* link = node.as<Link>();
        if (link == nullptr || link->target.empty() || link->target.front() != '#') {
            return {std::move(node)};
        }
        const std::string key = link->target.substr(1);
        const auto printed = number(key);
        if (!printed) {
            base::add_error(problems, place,
                            fmt::format("a reference to #{}, which is no paragraph of this report", key),
                            "look for the key in the chapter files");
            return std::move(link->content);
        }
        link->attr.classes = {"pref"};
        if (!link->content.empty()) {
            link->content.push_back(Inline{Str{std::string(k_no_break_space)}});
        }
        link->content.push_back(Inline{Str{*printed}});
        return {std::move(node)};
    };
    return rewrite(std::move(blocks), rewriter);
}

}  // namespace rapporteur::document
