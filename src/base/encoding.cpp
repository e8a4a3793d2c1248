// SPDX-License-Identifier: EUPL-1.2
#include "base/encoding.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

namespace rapporteur::base {

namespace {

struct Known {
    Encoding encoding;
    std::string_view name;
    std::string_view option;
    const char* iconv;
};

constexpr std::array<Known, 6> k_known{{{Encoding::utf8, "UTF-8", "utf-8", "UTF-8"},
                                        {Encoding::utf16le, "UTF-16 (little-endian)", "utf-16le", "UTF-16LE"},
                                        {Encoding::utf16be, "UTF-16 (big-endian)", "utf-16be", "UTF-16BE"},
                                        {Encoding::windows1252, "Windows-1252", "windows-1252", "CP1252"},
                                        {Encoding::windows1251, "Windows-1251", "windows-1251", "CP1251"},
                                        {Encoding::mac_roman, "Mac Roman", "mac-roman", "MACINTOSH"}}};

const Known& known(Encoding encoding) {
    return *std::find_if(k_known.begin(), k_known.end(),
                         [&](const Known& one) { return one.encoding == encoding; });
}

class Converter {
public:
    explicit Converter(Encoding from) : m_handle(iconv_open("UTF-8", known(from).iconv)) {
        // NOLINTNEXTLINE(performance-no-int-to-ptr, cppcoreguidelines-pro-type-cstyle-cast): how iconv says that it failed
        if (m_handle == reinterpret_cast<iconv_t>(std::intptr_t{-1})) {
            throw Error(ErrorKind::tool_failed,
                        fmt::format("this system can not convert from {}", known(from).name))
                .help("install the package libc-bin, or give the file in UTF-8");
        }
    }
    ~Converter() { iconv_close(m_handle); }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    Converter(Converter&&) = delete;
    Converter& operator=(Converter&&) = delete;

    std::string convert(std::string_view bytes, Encoding from) {
        std::string text;
        text.reserve(bytes.size() + bytes.size() / 8);
        std::array<char, 16384> buffer;
        char* in = const_cast<char*>(bytes.data());  // NOLINT: iconv's signature; it only reads
        std::size_t left = bytes.size();
        while (left > 0) {
            char* out = buffer.data();
            std::size_t room = buffer.size();
            const std::size_t result = iconv(m_handle, &in, &left, &out, &room);
            text.append(buffer.data(), buffer.size() - room);
            if (result == static_cast<std::size_t>(-1) && errno != E2BIG) {
                throw Error(ErrorKind::invalid_input, fmt::format("the byte at {} does not belong to {}",
                                                                  bytes.size() - left, known(from).name))
                    .help("name the encoding with --encoding, or save the file as UTF-8");
            }
        }
        return text;
    }

private:
    iconv_t m_handle;
};

struct Ends {
    std::size_t lf = 0;
    std::size_t crlf = 0;
    std::size_t cr = 0;

    LineEnds kind() const {
        const int kinds = (lf > 0 ? 1 : 0) + (crlf > 0 ? 1 : 0) + (cr > 0 ? 1 : 0);
        if (kinds == 0) {
            return LineEnds::none;
        }
        if (kinds > 1) {
            return LineEnds::mixed;
        }
        return lf > 0 ? LineEnds::lf : crlf > 0 ? LineEnds::crlf : LineEnds::cr;
    }
};

Ends count_ends(std::string_view text) {
    Ends ends;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            ++ends.lf;
        } else if (text[i] == '\r') {
            const bool pair = i + 1 < text.size() && text[i + 1] == '\n';
            ++(pair ? ends.crlf : ends.cr);
            i += pair ? 1 : 0;
        }
    }
    return ends;
}

std::string with_lf(std::string text) {
    if (text.find('\r') == std::string::npos) {
        return text;
    }
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            result += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            result += '\n';
        }
    }
    return result;
}

// Letters of Western languages stand at 80 to 9F in Mac Roman, where Windows-1252 has signs, and at E0 to FF in Windows-1252. Cyrillic of
// Windows-1251 has nearly all its letters at C0 to FF, several in a row.
struct HighBytes {
    std::size_t all = 0;
    std::size_t mac_letters = 0;    // 80 to 9F without those that are usual punctuation of Windows-1252
    std::size_t upper_letters = 0;  // C0 to FF
    std::size_t in_a_row = 0;       // C0 to FF behind C0 to FF
};

HighBytes count_high(std::string_view bytes) {
    HighBytes count;
    bool before = false;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool upper = byte >= 0xC0;
        // 85 91 92 93 94 95 96 97: dots, quotes, bullets and dashes of Windows-1252.
        const bool punctuation = byte == 0x85 || (byte >= 0x91 && byte <= 0x97);
        count.all += byte >= 0x80 ? 1U : 0U;
        count.mac_letters += byte >= 0x80 && byte <= 0x9F && !punctuation ? 1U : 0U;
        count.upper_letters += upper ? 1U : 0U;
        count.in_a_row += upper && before ? 1U : 0U;
        before = upper;
    }
    return count;
}

struct Choice {
    Encoding encoding;
    std::string reason;
};

Choice choose_single_byte(std::string_view bytes) {
    const HighBytes high = count_high(bytes);
    const Ends ends = count_ends(bytes);
    const std::string no_utf8 = fmt::format("{} bytes that are no UTF-8", high.all);
    if (high.in_a_row * 3 > high.all) {
        return {Encoding::windows1251, no_utf8 + ", most of them in rows, as Cyrillic words are"};
    }
    if (ends.kind() == LineEnds::cr) {
        return {Encoding::mac_roman,
                no_utf8 + ", and lines that end with CR alone, as old Macintosh files do"};
    }
    if (high.mac_letters > high.upper_letters) {
        return {Encoding::mac_roman, no_utf8 + ", most of them where Mac Roman has its letters"};
    }
    return {Encoding::windows1252, no_utf8 + ", as Windows writes Western languages"};
}

Choice choose(std::string_view bytes) {
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
        return {Encoding::utf8, "a byte order mark"};
    }
    if (bytes.substr(0, 2) == "\xFF\xFE") {
        return {Encoding::utf16le, "a byte order mark"};
    }
    if (bytes.substr(0, 2) == "\xFE\xFF") {
        return {Encoding::utf16be, "a byte order mark"};
    }
    if (is_valid_utf8(bytes)) {
        return {Encoding::utf8, "all bytes are valid UTF-8"};
    }
    return choose_single_byte(bytes);
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::optional<Encoding> known) {
    Choice choice = known ? Choice{*known, "as was said"} : choose(bytes);
    std::string text;
    if (choice.encoding == Encoding::utf8) {
        if (const auto fault = find_invalid_utf8(bytes)) {
            throw Error(ErrorKind::invalid_input, fmt::format("the byte at {} is no UTF-8", *fault))
                .help("leave out --encoding to have it found out");
        }
        text = bytes;
    } else {
        text = Converter(choice.encoding).convert(bytes, choice.encoding);
    }
    if (text.compare(0, 3, "\xEF\xBB\xBF") == 0) {
        text.erase(0, 3);
    }
    const LineEnds ends = count_ends(text).kind();
    return {with_lf(std::move(text)), choice.encoding, ends, std::move(choice.reason)};
}

std::string_view name_of(Encoding encoding) {
    return known(encoding).name;
}
std::string_view option_of(Encoding encoding) {
    return known(encoding).option;
}
std::string_view name_of(LineEnds line_ends) {
    switch (line_ends) {
    case LineEnds::none:
        break;
    case LineEnds::lf:
        return "LF";
    case LineEnds::crlf:
        return "CRLF";
    case LineEnds::cr:
        return "CR";
    case LineEnds::mixed:
        return "mixed";
    }
    return "none";
}

std::optional<Encoding> encoding_named(std::string_view option) {
    for (const Known& one : k_known) {
        if (one.option == option) {
            return one.encoding;
        }
    }
    return std::nullopt;
}

std::vector<std::string> encoding_options() {
    std::vector<std::string> options;
    for (const Known& one : k_known) {
        options.emplace_back(one.option);
    }
    return options;
}

}  // namespace rapporteur::base
