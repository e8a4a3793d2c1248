// SPDX-License-Identifier: EUPL-1.2
//
// What a person could read in HTML or XML, in all the ways in which it could be meant: with tags that divide words and
// with tags that do not, with comments and the values of attributes. For the leak scan alone: it never fails, takes
// what is not well-formed as a browser would, and gives several texts rather than one that is right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::publication {

struct MarkupTexts {
    std::string joined;      // tags inside a line divide nothing: "gu<b></b>ard" is a word
    std::string spaced;      // every tag divides
    std::string everything;  // comments and the values of attributes too, where they stand
};

MarkupTexts texts_of_markup(std::string_view markup);

// What data URIs in a text hold: "data:text/html;base64,...".
struct DataUri {
    std::string media_type;
    std::string bytes;
};
std::vector<DataUri> data_uris_in(std::string_view text);

}  // namespace rapporteur::publication
