// SPDX-License-Identifier: EUPL-1.2
#include "archive/manifest.hpp"

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"

namespace rapporteur::archive {

namespace {

constexpr base::ByteLimit k_site_file_limit{512U << 20};
constexpr std::size_t k_hash_length = 64;

using Hashes = std::map<std::string, std::string>;  // by path

Hashes read_manifest(const std::filesystem::path& directory, base::Problems& problems) {
    Hashes hashes;
    const std::string manifest = base::read_file(directory / k_manifest_name, k_site_file_limit);
    int line_number = 0;
    for (const std::string_view line : base::split_lines(manifest)) {
        ++line_number;
        if (line.size() <= k_hash_length + 2 || line.substr(k_hash_length, 2) != "  ") {
            base::add_error(problems, {(directory / k_manifest_name).string(), line_number, ""},
                            "not a line of a manifest");
            continue;
        }
        hashes[std::string(line.substr(k_hash_length + 2))] = line.substr(0, k_hash_length);
    }
    return hashes;
}

}  // namespace

std::string write_manifest(const std::map<std::string, std::string>& files) {
    std::string text;
    for (const auto& [path, bytes] : files) {
        if (path != k_manifest_name) {
            text += base::sha256(bytes).hex() + "  " + path + "\n";
        }
    }
    return text;
}

std::vector<std::string> files_beside_manifest(const std::filesystem::path& directory) {
    base::Problems unreadable;
    const Hashes named = read_manifest(directory, unreadable);
    std::vector<std::string> beside;
    for (const std::string& path : base::list_files(directory)) {
        if (path != k_manifest_name && !named.contains(path)) {
            beside.push_back(path);
        }
    }
    return beside;
}

Verified verify_directory(const std::filesystem::path& directory) {
    if (!std::filesystem::exists(directory / k_manifest_name)) {
        throw base::Error(base::ErrorKind::not_found, "the directory has no " + std::string(k_manifest_name))
            .at(directory.string());
    }
    Verified verified;
    Hashes expected = read_manifest(directory, verified.problems);
    for (const std::string& path : base::list_files(directory)) {
        if (path == k_manifest_name) {
            continue;
        }
        const auto found = expected.find(path);
        if (found == expected.end()) {
            base::add_error(verified.problems, {(directory / path).string(), 0, ""},
                            "the manifest does not name this file");
            continue;
        }
        ++verified.files;
        if (base::sha256(base::read_file(directory / path, k_site_file_limit)).hex() != found->second) {
            base::add_error(verified.problems, {(directory / path).string(), 0, ""}, "the file was changed");
        }
        expected.erase(found);
    }
    for (const auto& [path, hash] : expected) {
        base::add_error(verified.problems, {(directory / path).string(), 0, ""}, "the file is missing");
    }
    return verified;
}

}  // namespace rapporteur::archive
