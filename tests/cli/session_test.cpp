// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "store/people.hpp"
#include "support/other_user.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace rapporteur;

namespace {

namespace fs = std::filesystem;

cli::Context context_for(const fs::path& path, std::ostream& out) {
    cli::Invocation invocation;
    invocation.command = cli::find_command("account", "list");
    invocation.register_path = path;
    return {std::move(invocation), {out, out}};
}

}  // namespace

TEST_SUITE("cli.session") {
    TEST_CASE("a register that may not be written can be read and says so where it would be written") {
        const support::ScratchDir scratch;
        const fs::path path = scratch / "r.db";
        { const store::Register made = store::Register::create(path); }
        fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
        fs::permissions(scratch.path(), fs::perms::owner_read | fs::perms::owner_exec |
                                            fs::perms::group_read | fs::perms::group_exec |
                                            fs::perms::others_read | fs::perms::others_exec);
        const int read = support::as_user_without_rights([&] {
            std::ostringstream out;
            const cli::Context context = context_for(path, out);
            return static_cast<int>(store::list_persons(cli::open_to_read(context)).size());
        });
        CHECK(read == 0);
        const int written = support::as_user_without_rights([&] {
            std::ostringstream out;
            const cli::Context context = context_for(path, out);
            try {
                cli::open_to_write(context);
                return 1;
            } catch (const base::Error& error) {
                return base::exit_code(error.kind());
            }
        });
        CHECK(written == base::exit_code(base::ErrorKind::store_failed));
        fs::permissions(scratch.path(), fs::perms::owner_all);
    }
}
