// SPDX-License-Identifier: EUPL-1.2
#include "report/appendices.hpp"

#include "base/text.hpp"
#include "framework/verb_matcher.hpp"
#include "report/emphasis.hpp"
#include "store/people.hpp"
#include "store/replies.hpp"
#include "store/visits.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace rapporteur::report {
namespace {

using document::Block;
using document::Blocks;
using document::Inline;
using document::Inlines;

std::string appendix_title(const Material& material, const Words& words, const char* section,
                           std::string_view number, const std::string& otherwise) {
    const std::string given = material.outline_title(section);
    const std::string lead = number.empty() ? "" : fill(words.appendix, {std::string(number)}) + " – ";
    return lead + (given.empty() ? otherwise : given);
}

Block heading(int level, std::string id, const std::string& title) {
    return document::report_heading(level, std::move(id), "", document::text_inlines(base::trim(title)));
}

// " (paragraph 15)", a link to it.
Inlines reference_to(const MaterialItem& item, const Words& words) {
    document::Link link;
    link.attr.classes = {"pref"};
    link.content = {Inline{document::Str{fill(words.in_paragraph, {std::to_string(item.number)})}}};
    if (auto* text = link.content.front().as<document::Str>()) {
        const std::size_t space = text->text.find(' ');
        if (space != std::string::npos) {
            text->text.replace(space, 1, "\xC2\xA0");
        }
    }
    link.target = "#" + item.item.key;
    return {Inline{document::Space{}}, Inline{document::Str{"("}}, Inline{std::move(link)},
            Inline{document::Str{")"}}};
}

// The last line of text in the blocks, down through lists; null where they end in something else.
Inlines* last_line(Blocks& blocks) {
    if (blocks.empty()) {
        return nullptr;
    }
    Block& last = blocks.back();
    if (auto* paragraph = last.as<document::Paragraph>()) {
        return &paragraph->content;
    }
    if (auto* plain = last.as<document::Plain>()) {
        return &plain->content;
    }
    if (auto* list = last.as<document::BulletList>()) {
        return list->items.empty() ? nullptr : last_line(list->items.back());
    }
    if (auto* list = last.as<document::OrderedList>()) {
        return list->items.empty() ? nullptr : last_line(list->items.back());
    }
    return nullptr;
}

// The words of a recommendation as the list repeats them: without notes, bold type and places to link to.
Blocks repeated(Blocks blocks) {
    document::Rewriter rewriter;
    rewriter.in_line = [](Inline node) -> Inlines {
        if (node.as<document::Note>() != nullptr) {
            return {};
        }
        auto* styled = node.as<document::Styled>();
        if (styled != nullptr && styled->style == document::Style::strong) {
            return std::move(styled->content);
        }
        if (auto* span = node.as<document::Span>(); span != nullptr && span->attr.has_class("limb")) {
            return std::move(span->content);
        }
        return {std::move(node)};
    };
    rewriter.block = [](Block node) -> Blocks {
        const auto* div = node.as<document::Div>();
        const bool data = div != nullptr && (div->attr.has_class("data") || div->attr.has_class("figure"));
        return data ? Blocks{} : Blocks{std::move(node)};
    };
    return document::rewrite(std::move(blocks), rewriter);
}

enum class Group { authorities, international, civil_society, other };

Group group_of(domain::BodyKind kind) {
    switch (kind) {
    case domain::BodyKind::ministry:
    case domain::BodyKind::agency:
    case domain::BodyKind::court:
    case domain::BodyKind::prosecution:
    case domain::BodyKind::police:
    case domain::BodyKind::parliament:
    case domain::BodyKind::ombudsman:
    case domain::BodyKind::commission:
    case domain::BodyKind::local_authority:
    case domain::BodyKind::state:
        return Group::authorities;
    case domain::BodyKind::international:
    case domain::BodyKind::conference:
        return Group::international;
    case domain::BodyKind::ngo:
    case domain::BodyKind::union_:
    case domain::BodyKind::business:
        return Group::civil_society;
    case domain::BodyKind::other:
        break;
    }
    return Group::other;
}

// Bodies to be named: met on the visit or replying with consent. An NGO whose reply does not say whether it may be named is left out.
std::vector<domain::BodyId> consulted(const Material& material) {
    std::set<std::string> silent = bodies_not_to_be_named(material);
    std::vector<domain::BodyId> named;
    const auto add = [&](const domain::BodyId& body) {
        if (silent.count(body.text()) == 0 && std::find(named.begin(), named.end(), body) == named.end()) {
            named.push_back(body);
        }
    };
    for (const domain::Reply& reply : store::list_replies(*material.where, material.evaluation.id)) {
        if (reply.naming == domain::Consent::given) {
            for (const domain::BodyId& body : reply.from) {
                add(body);
            }
        }
    }
    if (const auto visit = store::find_visit(*material.where, material.evaluation.id)) {
        for (const domain::Meeting& meeting : visit->meetings) {
            for (const domain::BodyId& body : meeting.bodies) {
                add(body);
            }
        }
    }
    return named;
}

}  // namespace

std::set<std::string> bodies_not_to_be_named(const Material& material) {
    std::set<std::string> bodies;
    for (const domain::Reply& reply : store::list_replies(*material.where, material.evaluation.id)) {
        for (const domain::BodyId& id : reply.from) {
            const auto body = store::find_body(*material.where, id);
            const bool civil = !body || group_of(body->kind) == Group::civil_society;
            const bool unasked = civil && reply.naming == domain::Consent::unset;
            if (reply.naming == domain::Consent::refused || unasked) {
                bodies.insert(id.text());
            }
        }
    }
    return bodies;
}

std::vector<std::string> names_not_to_be_printed(const Material& material) {
    std::vector<std::string> names;
    for (const std::string& id : bodies_not_to_be_named(material)) {
        if (const auto body = store::find_body(*material.where, domain::BodyId(id))) {
            for (const domain::BodyName& name : body->names) {
                for (const domain::LocalText& text : name.name) {
                    names.push_back(text.text);
                }
            }
        }
    }
    return names;
}

std::optional<document::Part> recommendations_part(const Material& material,
                                                   const std::vector<PrintedItem>& items, const Words& words,
                                                   std::string_view number) {
    const framework::VerbMatcher verbs(material.framework);
    document::Part part{document::PartKind::appendix, {}};
    part.blocks.push_back(
        heading(1, "appendix-recommendations",
                appendix_title(material, words, "proposals", number, words.recommendations_title)));
    part.blocks.push_back(document::text_paragraph(words.recommendations_intro));
    const PrintedItem* topic = nullptr;  // the nearest heading, until it is printed
    int count = 0;
    for (const PrintedItem& each : items) {
        if (each.source->item.kind == domain::ItemKind::heading) {
            topic = &each;
            continue;
        }
        if (each.source->item.kind != domain::ItemKind::recommendation) {
            continue;
        }
        ++count;
        if (topic != nullptr) {
            part.blocks.push_back(
                heading(3, fmt::format("listed-{}", count), document::plain_text(topic->blocks)));
            topic = nullptr;
        }
        Blocks text = repeated(each.blocks);
        if (const auto verb = verbs.match(document::plain_text(text), material.language)) {
            text = with_strong_words(std::move(text), verb->text);
        }
        Inlines* line = last_line(text);
        if (line == nullptr) {
            text.push_back(Block{document::Paragraph{}});
            line = last_line(text);
        }
        document::append(*line, reference_to(*each.source, words));
        part.blocks.push_back(Block{document::Div{document::Attr{"", {"listed"}, {}}, std::move(text)}});
    }
    return count == 0 ? std::nullopt : std::optional<document::Part>(std::move(part));
}

std::optional<document::Part> bodies_part(const Material& material, const Words& words,
                                          std::string_view number) {
    struct Row {
        Group group;
        const std::string& title;
        std::vector<Blocks> items;
    };
    std::vector<Row> rows{{Group::authorities, words.authorities, {}},
                          {Group::international, words.international, {}},
                          {Group::civil_society, words.civil_society, {}},
                          {Group::other, words.other_bodies, {}}};
    const auto visit = store::find_visit(*material.where, material.evaluation.id);
    const std::optional<base::Date> at = visit ? std::optional<base::Date>(visit->from) : material.date();
    bool any = false;
    for (const domain::BodyId& id : consulted(material)) {
        const auto body = store::find_body(*material.where, id);
        const Group group = body ? group_of(body->kind) : Group::other;
        const std::string name = store::body_name(*material.where, id, material.language, at);
        for (Row& row : rows) {
            if (row.group == group) {
                row.items.push_back({Block{document::Plain{document::text_inlines(name)}}});
                any = true;
            }
        }
    }
    if (!any) {
        return std::nullopt;
    }
    document::Part part{document::PartKind::appendix, {}};
    part.blocks.push_back(
        heading(1, "appendix-bodies",
                appendix_title(material, words, "bodies-consulted", number, words.bodies_title)));
    part.blocks.push_back(document::text_paragraph(words.bodies_intro));
    int count = 0;
    for (Row& row : rows) {
        if (!row.items.empty()) {
            part.blocks.push_back(heading(3, fmt::format("bodies-{}", ++count), row.title));
            part.blocks.push_back(Block{document::BulletList{std::move(row.items)}});
        }
    }
    return part;
}

std::optional<document::Part> comments_part(const Material& material, const Words& words) {
    if (material.final_comments.empty()) {
        return std::nullopt;
    }
    document::Part part{document::PartKind::comments, {}};
    part.blocks.push_back(
        heading(1, "government-comments",
                appendix_title(material, words, "government-comments", "", words.comments_title)));
    for (const MaterialComment& each : material.final_comments) {
        const domain::Comment& comment = each.comment;
        std::string who = comment.by;
        if (comment.body) {
            who = store::body_name(*material.where, *comment.body, material.language, comment.date);
        }
        const std::string line = fill(words.comments_date, {who, printed_date(comment.date, words)});
        Inlines lead{Inline{document::Styled{document::Style::emphasis, document::text_inlines(line)}}};
        part.blocks.push_back(Block{document::Paragraph{std::move(lead)}});
        document::append(part.blocks, each.blocks);
    }
    return part;
}

}  // namespace rapporteur::report
