// SPDX-License-Identifier: EUPL-1.2
//
// A list of invented recommendations in the columns of a shipped mapping, the universal review's, and one more for the language of each row;
// as a file, so that it comes into a register the way a real list does. The same seed gives the same list.
#pragma once

#include "domain/framework.hpp"
#include "recommendation/table_file.hpp"
#include "support/invented_texts.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace rapporteur::invented {

// The framework's own mapping, with the language of each row.
domain::ImportMapping mapping_of_list(const domain::Framework& framework, domain::ImportFormat format);

// The text of a row, in the language with that place among support::invented_languages().
using TextOfRow = std::function<std::string(support::InventedTexts&, std::size_t language)>;
// 20 to 50 words, as recommendations have.
std::string usual_text(support::InventedTexts& texts, std::size_t language);

void write_list(const std::filesystem::path& file, recommendation::TableFormat format,
                const domain::Framework& framework, std::size_t rows, unsigned seed,
                const TextOfRow& text = usual_text);

}  // namespace rapporteur::invented
