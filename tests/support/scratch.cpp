// SPDX-License-Identifier: EUPL-1.2
#include "support/scratch.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <utility>

namespace rapporteur::support {

namespace {

std::atomic<bool> g_failed{false};

// doctest tells its listeners of every assertion; there is no other way to ask whether the case has failed.
struct FailureListener : public doctest::IReporter {
    explicit FailureListener(const doctest::ContextOptions&) {}
    void report_query(const doctest::QueryData&) override {}
    void test_run_start() override {}
    void test_run_end(const doctest::TestRunStats&) override {}
    void test_case_start(const doctest::TestCaseData&) override { g_failed = false; }
    void test_case_reenter(const doctest::TestCaseData&) override {}
    void test_case_end(const doctest::CurrentTestCaseStats&) override {}
    void test_case_exception(const doctest::TestCaseException&) override { g_failed = true; }
    void subcase_start(const doctest::SubcaseSignature&) override {}
    void subcase_end() override {}
    void log_assert(const doctest::AssertData& assertion) override {
        if (assertion.m_failed) {
            g_failed = true;
        }
    }
    void log_message(const doctest::MessageData&) override {}
    void test_case_skipped(const doctest::TestCaseData&) override {}
};

REGISTER_LISTENER("failures", 1, FailureListener);

}  // namespace

bool this_test_failed() {
    return g_failed || std::uncaught_exceptions() > 0;
}

ScratchDir::~ScratchDir() {
    if (this_test_failed()) {
        m_directory.keep();
        std::fprintf(stderr, "kept for a look: %s\n", path().c_str());
    }
}

std::filesystem::path ScratchDir::write(std::string_view name, std::string_view bytes) const {
    const std::filesystem::path file = path() / name;
    base::make_directories(file.parent_path());
    base::write_atomically(file, bytes);
    return file;
}

std::string ScratchDir::read(std::string_view name) const {
    return base::read_file(path() / name, base::ByteLimit{256U << 20});
}

ScopedVariable::ScopedVariable(std::string name, const char* value) : m_name(std::move(name)) {
    if (const char* old = std::getenv(m_name.c_str())) {
        m_old = old;
        m_was_set = true;
    }
    set(value);
}

ScopedVariable::~ScopedVariable() {
    set(m_was_set ? m_old.c_str() : nullptr);
}

void ScopedVariable::set(const char* value) const {
    if (value != nullptr) {
        ::setenv(m_name.c_str(), value, 1);
    } else {
        ::unsetenv(m_name.c_str());
    }
}

}  // namespace rapporteur::support
