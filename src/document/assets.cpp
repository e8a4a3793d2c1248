// SPDX-License-Identifier: EUPL-1.2
#include "document/assets.hpp"

#include "base/assets.hpp"

namespace rapporteur::assets {
const base::AssetTable& rapporteur_document();
}  // namespace rapporteur::assets

namespace rapporteur::document {
namespace {

base::Assets& all_assets() {
    static base::Assets assets(rapporteur::assets::rapporteur_document());
    return assets;
}

}  // namespace

std::string asset(std::string_view name) {
    return all_assets().get(name);
}

void use_templates(const std::filesystem::path& directory) {
    all_assets() = base::Assets(rapporteur::assets::rapporteur_document(), directory);
}

}  // namespace rapporteur::document
