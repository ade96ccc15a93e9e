// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>

namespace jetbridge::test {

/// A test class of this program, found by its name; each test file has one as a static object. The
/// tests of a folder are one program, and each class runs in a process of its own ("tests_domain
/// CsvTest").
class TestClass {
public:
    using Run = int (*)(int argc, char** argv);

    /// Registers a class. `name` may be qualified; the command line gives the part after the last
    /// "::".
    TestClass(const char* name, Run run);

private:
    friend int runNamedTest(int argc, char** argv);

    const char* m_name;
    Run m_run;
    TestClass* m_next;
};

/// Runs the class that argv[1] names, with the remaining arguments. Returns QTest's exit code, or,
/// if there is no such class, lists the names and returns 2.
int runNamedTest(int argc, char** argv);

/// Creates the application object and runs all functions of the test class.
template <typename Application, typename Test> int runTest(int argc, char** argv)
{
    Application application(argc, argv);
    application.setAttribute(Qt::AA_Use96Dpi, true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace jetbridge::test

/// Registers the class `Test` at the end of a test file; `Run` is an int(int argc, char** argv)
/// that runs it.
#define JETBRIDGE_TEST_MAIN(Test, Run)                                                             \
    namespace {                                                                                    \
    const jetbridge::test::TestClass jetbridgeTestClass(#Test, Run);                               \
    }
/// Registers `Test` at the end of a test file; it runs with a QCoreApplication.
#define JETBRIDGE_TEST(Test)                                                                       \
    JETBRIDGE_TEST_MAIN(Test, (&jetbridge::test::runTest<QCoreApplication, Test>))
/// Registers `Test` at the end of a test file; it runs with a QApplication.
#define JETBRIDGE_GUI_TEST(Test)                                                                   \
    JETBRIDGE_TEST_MAIN(Test, (&jetbridge::test::runTest<QApplication, Test>))
