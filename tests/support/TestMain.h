// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>

namespace jetbridge::test {

/// A test class of this program, found by its name. A static object of each test file: the tests of
/// a folder are one program, and each class is run in a process of its own ("tests_domain
/// CsvTest").
class TestClass {
public:
    using Run = int (*)(int argc, char** argv);

    /// `name` may be qualified; the part after the last "::" is what the command line gives.
    TestClass(const char* name, Run run);

private:
    friend int runNamedTest(int argc, char** argv);

    const char* m_name;
    Run m_run;
    TestClass* m_next;
};

/// Runs the class that argv[1] names with the remaining arguments. Returns QTest's exit code; 2,
/// after listing the names, when there is no such class.
int runNamedTest(int argc, char** argv);

/// Makes the application object and runs all functions of the test class.
template <typename Application, typename Test> int runTest(int argc, char** argv)
{
    Application application(argc, argv);
    application.setAttribute(Qt::AA_Use96Dpi, true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace jetbridge::test

/// At the end of a test file: `Run` is an int(int argc, char** argv) that runs the class `Test`.
#define JETBRIDGE_TEST_MAIN(Test, Run)                                                             \
    namespace {                                                                                    \
    const jetbridge::test::TestClass jetbridgeTestClass(#Test, Run);                               \
    }
/// At the end of a test file: `Test` runs with a QCoreApplication.
#define JETBRIDGE_TEST(Test)                                                                       \
    JETBRIDGE_TEST_MAIN(Test, (&jetbridge::test::runTest<QCoreApplication, Test>))
/// At the end of a test file: `Test` runs with a QApplication.
#define JETBRIDGE_GUI_TEST(Test)                                                                   \
    JETBRIDGE_TEST_MAIN(Test, (&jetbridge::test::runTest<QApplication, Test>))
