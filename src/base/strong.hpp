// SPDX-License-Identifier: EUPL-1.2
// Text of one kind only: an id of a recommendation, a piece of HTML, an SQL constant. Strong<A> does not turn
// into Strong<B> or std::string by itself, so what is not the right kind of text does not compile. Checks
// nothing.
//   struct SubjectTag {};  using SubjectCode = base::Strong<SubjectTag>;  SubjectCode code{"XAA"};
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace rapporteur::base {

template <class Tag>
class Strong {
public:
    Strong() = default;
    explicit Strong(std::string text) : m_text(std::move(text)) {}
    explicit Strong(std::string_view text) : m_text(text) {}
    explicit Strong(const char* text) : m_text(text) {}

    const std::string& text() const { return m_text; }
    bool empty() const { return m_text.empty(); }

    auto operator<=>(const Strong&) const = default;

private:
    std::string m_text;
};

}  // namespace rapporteur::base

template <class Tag>
struct std::hash<rapporteur::base::Strong<Tag>> {
    std::size_t operator()(const rapporteur::base::Strong<Tag>& value) const noexcept {
        return std::hash<std::string>{}(value.text());
    }
};
