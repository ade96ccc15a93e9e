// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"

#include <cstdio>
#include <string_view>

namespace jetbridge::test {
namespace {

TestClass* first = nullptr; // It is initialised before the static objects of all files.

std::string_view unqualified(std::string_view name)
{
    const auto colons = name.rfind("::");
    return colons == std::string_view::npos ? name : name.substr(colons + 2);
}

} // namespace

TestClass::TestClass(const char* name, Run run)
    : m_name(name)
    , m_run(run)
    , m_next(first)
{
    first = this;
}

int runNamedTest(int argc, char** argv)
{
    const std::string_view wanted = argc > 1 ? argv[1] : "";
    for (const TestClass* test = first; test; test = test->m_next)
        if (unqualified(test->m_name) == wanted) {
            argv[1] = argv[0];
            return test->m_run(argc - 1, argv + 1);
        }
    std::fprintf(stderr, "Usage: %s CLASS [ARGUMENT...], where CLASS is one of:\n", argv[0]);
    for (const TestClass* test = first; test; test = test->m_next)
        std::fprintf(stderr, "  %s\n", std::string(unqualified(test->m_name)).c_str());
    return 2;
}

} // namespace jetbridge::test

int main(int argc, char** argv)
{
    return jetbridge::test::runNamedTest(argc, argv);
}
