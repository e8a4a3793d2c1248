// SPDX-License-Identifier: EUPL-1.2
#include "document/zip.hpp"

#include "base/error.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>
#include <set>

namespace rapporteur::document {
namespace {

struct Closer {
    void operator()(archive* handle) const { archive_free(handle); }
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

[[noreturn]] void refuse_package(std::string reason, std::string where = "") {
    throw base::Error(base::ErrorKind::invalid_input, "the package cannot be read")
        .because(std::move(reason))
        .at(std::move(where));
}

[[noreturn]] void fail(archive* handle) {
    const char* const text = archive_error_string(handle);
    throw base::Error(base::ErrorKind::internal, "a package could not be written")
        .because(text == nullptr ? "" : text);
}

bool is_safe_name(std::string_view name) {
    return !name.empty() && name.front() != '/' && name.find('\\') == std::string_view::npos &&
           name.find("..") == std::string_view::npos && name.find('\0') == std::string_view::npos;
}

// libarchive writes through this; the string grows.
la_ssize_t append_bytes(archive*, void* to, const void* bytes, std::size_t length) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), length);
    return static_cast<la_ssize_t>(length);
}

std::string read_part(archive* handle, std::size_t& left, const std::string& name) {
    std::string bytes;
    std::array<char, 65536> buffer{};
    for (;;) {
        const la_ssize_t got = archive_read_data(handle, buffer.data(), buffer.size());
        if (got == 0) {
            return bytes;
        }
        if (got < 0) {
            refuse_package("a part is damaged", name);
        }
        const auto length = static_cast<std::size_t>(got);
        if (length > left) {
            refuse_package("it unpacks to too many bytes", name);
        }
        left -= length;
        bytes.append(buffer.data(), length);
    }
}

}  // namespace

std::vector<ZipPart> read_zip(std::string_view package, const ZipLimits& limits) {
    const std::unique_ptr<archive, Closer> handle(archive_read_new());
    archive_read_support_format_zip_seekable(handle.get());
    if (archive_read_open_memory(handle.get(), package.data(), package.size()) != ARCHIVE_OK) {
        refuse_package("it is no ZIP file");
    }
    std::vector<ZipPart> parts;
    std::set<std::string> names;
    std::size_t left = limits.bytes;
    archive_entry* entry = nullptr;
    int state = ARCHIVE_OK;
    while ((state = archive_read_next_header(handle.get(), &entry)) == ARCHIVE_OK) {
        const char* const raw_name = archive_entry_pathname_utf8(entry);
        const std::string name = raw_name == nullptr ? "" : raw_name;
        if (!is_safe_name(name) || !names.insert(name).second) {
            refuse_package("a part's name is not safe, or occurs twice", name);
        }
        if (archive_entry_is_encrypted(entry) != 0) {
            refuse_package("it is encrypted", name);
        }
        if (parts.size() == limits.parts) {
            refuse_package("it has too many parts");
        }
        if (archive_entry_filetype(entry) == AE_IFREG) {
            parts.push_back(ZipPart{name, read_part(handle.get(), left, name)});
        } else if (archive_entry_filetype(entry) != AE_IFDIR) {
            refuse_package("a part is neither file nor directory", name);
        }
    }
    if (state != ARCHIVE_EOF) {
        refuse_package("it is no ZIP file, or damaged");
    }
    return parts;
}

std::string write_zip(const std::vector<ZipPart>& parts) {
    std::string package;
    const std::unique_ptr<archive, Closer> handle(archive_write_new());
    if (archive_write_set_format_zip(handle.get()) != ARCHIVE_OK ||
        archive_write_set_options(handle.get(), "zip:compression=deflate") != ARCHIVE_OK ||
        archive_write_set_bytes_in_last_block(handle.get(), 1) != ARCHIVE_OK ||
        archive_write_open(handle.get(), &package, nullptr, append_bytes, nullptr) != ARCHIVE_OK) {
        fail(handle.get());
    }
    for (const ZipPart& part : parts) {
        const std::unique_ptr<archive_entry, Closer> entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), part.name.c_str());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(part.bytes.size()));
        // No time is set: libarchive then writes the format's first day, whatever the time zone.
        if (archive_write_header(handle.get(), entry.get()) != ARCHIVE_OK ||
            archive_write_data(handle.get(), part.bytes.data(), part.bytes.size()) !=
                static_cast<la_ssize_t>(part.bytes.size())) {
            fail(handle.get());
        }
    }
    if (archive_write_close(handle.get()) != ARCHIVE_OK) {
        fail(handle.get());
    }
    return package;
}

}  // namespace rapporteur::document
