// SPDX-License-Identifier: EUPL-1.2
#include "document/word_convert.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/jail.hpp"
#include "base/text.hpp"
#include "document/pandoc.hpp"
#include "document/zip.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rapporteur::document {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view k_odt_type = "application/vnd.oasis.opendocument.text";
constexpr std::string_view k_compound = "\xD0\xCF\x11\xE0";
constexpr std::size_t k_docx_limit = 64U << 20U;

// A compound file lists its streams in entries of 128 bytes, at multiples of 128: the name in UTF-16, and at 64 its length with the closing zero.
// Source: [MS-CFB] 2.6.1. All such places are looked at, without following the file's own chains.
bool has_stream(std::string_view bytes, std::string_view name) {
    std::string entry;
    for (const char c : name) {
        entry += c;
        entry += '\0';
    }
    const auto length = static_cast<char>(entry.size() + 2);
    entry.resize(64, '\0');
    entry += length;
    entry += '\0';
    for (std::size_t at = 512; at + 128 <= bytes.size(); at += 128) {
        if (bytes.compare(at, entry.size(), entry) == 0) {
            return true;
        }
    }
    return false;
}

// By the part that says so, wherever it stands: people pack such files anew, and then it is not the first and not stored as it is.
bool is_odt(std::string_view bytes) {
    constexpr std::string_view k_part = "mimetype";
    if (bytes.find(k_part) == std::string_view::npos) {
        return false;
    }
    try {
        const std::vector<ZipPart> parts = read_zip(bytes);
        return std::any_of(parts.begin(), parts.end(), [&](const ZipPart& part) {
            return part.name == k_part && base::trim(part.bytes) == k_odt_type;
        });
    } catch (const base::Error&) {
        return false;  // the package's gate says why
    }
}

std::string ending_of(WordFormat format) {
    return format == WordFormat::odt ? ".odt" : format == WordFormat::rtf ? ".rtf" : ".doc";
}

class Converter {
public:
    Converter(std::string_view bytes, WordFormat format, const std::string& file, base::Problems& problems)
        : m_bytes(bytes), m_format(format), m_place{file, 0, ""}, m_problems(problems) {}

    std::optional<WordCopy> run() {
        WordCopy copy;
        if (!gate(copy.findings)) {
            return std::nullopt;
        }
        try {
            copy.docx = converted();
        } catch (const base::Error& error) {
            fault(fmt::format("{} cannot be converted here: {}{}{}", ending_of(m_format), error.message(),
                              error.reason().empty() ? "" : ": ", error.reason()),
                  error.help().empty() ? k_save : fmt::format("{}; or {}", k_save, error.help()));
        }
        if (!copy.docx) {
            return std::nullopt;
        }
        copy.findings.push_back({WordFault::converted, "", ending_of(m_format)});
        return copy;
    }

private:
    static constexpr const char* k_save = "save it as .docx";

    void fault(std::string text, std::string help) {
        base::add_error(m_problems, m_place, std::move(text), std::move(help));
    }

    // What LibreOffice would be asked to open in vain, or would leave out without a word.
    bool gate(WordFindings& findings) {
        if (m_format == WordFormat::odt) {
            return odt_gate(findings);
        }
        if (m_format == WordFormat::doc && (has_stream(m_bytes, "Macros") || has_stream(m_bytes, "VBA"))) {
            findings.push_back({WordFault::macros, "", "VBA"});
        }
        return true;
    }

    bool odt_gate(WordFindings& findings) {
        try {
            for (const ZipPart& part : read_zip(m_bytes)) {
                const bool basic = part.name.rfind("Basic/", 0) == 0 &&
                                   part.bytes.find("<script:module") != std::string::npos;
                if (basic || (part.name.rfind("Scripts/", 0) == 0 && !part.bytes.empty())) {
                    findings.push_back({WordFault::macros, "", part.name});
                }
                if (part.name == "META-INF/manifest.xml" &&
                    part.bytes.find("encryption-data") != std::string::npos) {
                    fault("the file has a password", "save it as .docx without a password");
                    return false;
                }
            }
        } catch (const base::Error& error) {
            fault(error.message(), error.reason());
            return false;
        }
        return true;
    }

    std::optional<std::string> converted() {
        const std::optional<fs::path> starter = base::find_program("soffice");
        if (!starter) {
            fault(fmt::format("a {} file is converted by LibreOffice, which is not installed",
                              ending_of(m_format)),
                  fmt::format("{}; or apt-get install libreoffice-writer-nogui", k_save));
            return std::nullopt;
        }
        const base::ScratchDirectory scratch;
        const base::Outcome outcome = run_office(fs::canonical(*starter).parent_path(), scratch.path());
        const fs::path docx = scratch.path() / "reply.docx";
        if (!outcome.succeeded() || !fs::is_regular_file(fs::symlink_status(docx))) {
            fault(fmt::format("LibreOffice could not convert the file{}",
                              outcome.succeeded() ? "" : ": " + base::tool_error("", outcome).reason()),
                  fmt::format("is it damaged, or has it a password? {}", k_save));
            return std::nullopt;
        }
        return base::read_file(docx, base::ByteLimit{k_docx_limit}, base::Symlinks::refuse);
    }

    // The program itself and not its starter: that is a shell script, and starts children. A fresh profile is made on the first start, which
    // then asks to be started again.
    base::Outcome run_office(const fs::path& office, const fs::path& directory) {
        constexpr int k_start_again = 81;
        const fs::path input = directory / ("reply" + ending_of(m_format));
        base::write_atomically(input, m_bytes);
        base::JailedRun run;
        run.command.program = office / "soffice.bin";
        run.command.arguments = {"-env:UserInstallation=file://" + (directory / "profile").string(),
                                 "-env:OSL_SOCKET_PATH=" + directory.string(),
                                 "--headless",
                                 "--norestore",
                                 "--nologo",
                                 "--nodefault",
                                 "--convert-to",
                                 "docx:MS Word 2007 XML",
                                 "--outdir",
                                 directory.string(),
                                 input.string()};
        run.command.environment = tool_environment();
        run.command.environment["LD_LIBRARY_PATH"] = office.string();  // the loader has no /proc to ask
        run.command.environment["SAL_USE_VCLPLUGIN"] = "svp";          // the drawing without a screen
        run.command.time_limit = std::chrono::seconds(60);
        run.command.cpu_limit = std::chrono::seconds(60);
        run.command.output_limit = 1U << 20U;
        run.command.file_size_limit = k_docx_limit;
        run.sockets = base::LocalSockets::allowed;
        run.work_directory = directory;
        if (office.string().rfind("/usr/", 0) != 0) {
            run.readable.push_back(office.filename() == "program" ? office.parent_path() : office);
        }
        base::Outcome outcome = base::run_in_jail(run);
        if (outcome.exit_status == k_start_again && !outcome.timed_out) {
            outcome = base::run_in_jail(run);
        }
        return outcome;
    }

    std::string_view m_bytes;
    WordFormat m_format;
    base::Place m_place;
    base::Problems& m_problems;
};

}  // namespace

WordFormat word_format(std::string_view bytes) {
    if (bytes.rfind("PK", 0) == 0) {
        return is_odt(bytes) ? WordFormat::odt : WordFormat::docx;
    }
    if (bytes.rfind("{\\rtf", 0) == 0) {
        return WordFormat::rtf;
    }
    if (bytes.rfind(k_compound, 0) == 0) {
        return has_stream(bytes, "EncryptedPackage") ? WordFormat::encrypted
               : has_stream(bytes, "WordDocument")   ? WordFormat::doc
                                                     : WordFormat::other;
    }
    return WordFormat::other;
}

std::optional<WordCopy> copy_as_docx(std::string_view bytes, const std::string& file,
                                     base::Problems& problems) {
    const WordFormat format = word_format(bytes);
    if (format == WordFormat::odt || format == WordFormat::rtf || format == WordFormat::doc) {
        return Converter(bytes, format, file, problems).run();
    }
    return WordCopy{};  // the package's gate says what else it is
}

}  // namespace rapporteur::document
