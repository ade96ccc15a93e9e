// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/HouseRules.h"
#include "support/TestMain.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QList<house::SourceFile> filesOfTheHouse()
{
    const QDir root(QStringLiteral(JETBRIDGE_HOUSE));
    QStringList paths;
    for (const QFileInfo& file : root.entryInfoList(QDir::Files | QDir::Hidden))
        if (file.fileName() != "CMakeUserPresets.json"_L1)
            paths.append(file.filePath());
    for (const char* folder : {".ci", "app", "packaging", "resources", "tests", "ui"}) {
        QDirIterator all(
            root.filePath(QLatin1String(folder)), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            paths.append(all.next());
    }
    QList<house::SourceFile> files;
    for (const QString& path : std::as_const(paths)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(path));
        files.append({root.relativeFilePath(path), file.readAll()});
    }
    return files;
}

} // namespace

class HouseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileKeepsTheRules();
    void aPlantedViolationIsFoundAtItsLine_data();
    void aPlantedViolationIsFoundAtItsLine();
    void whatIsAllowedIsLeftAlone_data();
    void whatIsAllowedIsLeftAlone();
};

void HouseTest::everyFileKeepsTheRules()
{
    const QList<house::SourceFile> files = filesOfTheHouse();
    QStringList found;
    int product = 0;
    for (const house::SourceFile& file : files) {
        product += file.path.startsWith("app/"_L1);
        for (const house::Violation& violation : house::check(file))
            found.append(violation.text());
    }
    QVERIFY2(product > 50, "The house was not found.");
    QVERIFY2(found.isEmpty(), qPrintable(QLatin1Char('\n') + found.join(QLatin1Char('\n'))));
}

void HouseTest::aPlantedViolationIsFoundAtItsLine_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected");

    const auto plant = [](const char* name, const char* path, const QByteArray& line,
                           const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(
            path) << QByteArray("// SPDX-License-Identifier: GPL-3.0-or-later\n" + line + '\n')
                            << QString::fromLatin1(path) + ":2: "_L1 + QLatin1String(expected);
    };
    plant("domain knows ports", "app/domain/A.h", "#include \"ports/Task.h\"",
        "domain may not include ports");
    plant("domain knows the network", "app/domain/A.cpp", "#include <QTcpSocket>",
        "domain may include nothing of Qt but QtCore (QTcpSocket is QtNetwork)");
    plant("the plumbing knows an adapter", "app/async/A.h", "#include \"domain/Outcome.h\"",
        "async may not include domain");
    plant("a flow knows the network", "app/flows/A.cpp", "  #  include <QtNetwork/QTcpSocket>",
        "flows may include nothing of Qt but QtCore (QtNetwork/QTcpSocket is QtNetwork)");
    plant("a flow knows an adapter", "app/flows/A.cpp", "#include \"storage/Registry.h\"",
        "flows may not include storage");
    plant("the two parties know each other", "app/endpoints/A.cpp",
        "#include \"simulator/Simulator.h\"", "endpoints may not include simulator");
    plant("and the other way round", "app/simulator/A.cpp",
        "#include \"endpoints/PartnerEndpoints.h\"", "simulator may not include endpoints");
    plant("one adapter knows another", "app/storage/A.cpp", "#include \"traffic/Recorder.h\"",
        "storage may not include traffic");
    plant("the console knows the cli", "app/console/A.cpp", "#include \"cli/Command.h\"",
        "console may not include cli");
    plant("the cli knows an adapter", "app/cli/A.cpp", "#include \"simulator/Simulator.h\"",
        "cli may not include simulator");
    plant("app knows the window", "app/console/A.cpp", "#include \"ui/MainWindow.h\"",
        "console may not include ui");
    plant("app includes Widgets", "app/console/A.cpp", "#include <QLabel>",
        "app/ may not include Widgets (QLabel)");
    plant("app includes WebEngine", "app/console/A.cpp", "#include <QWebEngineView>",
        "only ui/browser/engine may include WebEngine (QWebEngineView)");
    plant("a screen includes WebEngine", "ui/onboard/A.cpp",
        "#include <QtWebEngineCore/QWebEngineProfile>",
        "only ui/browser/engine may include WebEngine (QtWebEngineCore/QWebEngineProfile)");
    plant("a screen knows an adapter", "ui/customers/A.cpp", "#include \"storage/Registry.h\"",
        "ui may not include storage");
    plant("a screen knows the room of its name", "ui/traffic/A.cpp",
        "#include \"traffic/TrafficStore.h\"", "ui may not include traffic");
    plant("a screen knows another screen", "ui/onboard/A.cpp", "#include \"traffic/TrafficPage.h\"",
        "ui/onboard may not include traffic: shared widgets belong into ui/parts");
    plant("a shared widget knows a screen", "ui/parts/A.h",
        "#include \"customers/CustomersPage.h\"",
        "ui/parts may not include customers: shared widgets belong into ui/parts");
    plant("the journal's views know a screen", "ui/journal/A.h",
        "#include \"onboard/OnboardPage.h\"",
        "ui/journal may not include onboard: shared widgets belong into ui/parts");
    plant("a screen knows the frame", "ui/settings/A.cpp", "#include \"MainWindow.h\"",
        "ui/settings may not include the frame: shared widgets belong into ui/parts");
    plant("a sentence is a failure's code", "app/flows/A.cpp",
        "return failed(FailureKind::Invalid, u\"No.\"_s, 0, u\"It is "
        "wrong\"_s);",
        "\"It is wrong\" is a sentence, and no code of a failure");
    plant("and of one that is built", "app/flows/A.cpp",
        "return Failure{FailureKind::Invalid, 0, \"It is wrong\"_L1, {}, {}};",
        "\"It is wrong\" is a sentence, and no code of a failure");
    plant("a sentence is a message's code", "app/flows/A.cpp",
        "line.detail = Message::of(\"It is wrong\", {name});",
        "\"It is wrong\" is no code of the table in app/domain/Message.cpp");
    plant("a message's code is misspelt", "app/flows/A.cpp",
        "line.detail = Message::of(\"costumer_declined\");",
        "\"costumer_declined\" is no code of the table in app/domain/Message.cpp");
    // In two parts: this file is checked, too.
    plant("a widget has a member coroutine", "ui/onboard/A.cpp",
        "Task<Done> Page::settle()\n{\n    co_"
        "return Done{};\n}",
        "Page::settle is a member coroutine: let a free one take what it needs");
    plant("a lambda of a widget is a coroutine", "ui/onboard/A.cpp",
        "run([this](int n) -> Task<Done> {",
        "a lambda that captures this is a member coroutine: let a free one take what it needs");
    plant("a screen knows the whole console", "ui/customers/A.cpp",
        "#include \"console/Console.h\"",
        "take the topics that are used (console/Customers.h ...) instead of the whole Console");
    plant("and so does a command", "app/cli/ACommand.cpp", "#  include \"console/Console.h\"",
        "take the topics that are used (console/Customers.h ...) instead of the whole Console");
    plant("an include without its room", "app/web/A.cpp", "#include \"Server.h\"",
        "write the room of \"Server.h\"");
    plant("the sandbox is weakened", "ui/main.cpp",
        "qputenv(\"QTWEBENGINE_DISABLE_SANDBOX\", \"1\");",
        "QTWEBENGINE_DISABLE_SANDBOX: the program never weakens the sandbox");
    plant("certificates are ignored", "app/smartrecruiters/A.cpp", "reply->ignoreSslErrors();",
        "ignoreSslErrors: a bad certificate is always refused");
    plant("secrets may go to a file", "app/storage/A.cpp", "job.setInsecureFallback(true);",
        "setInsecureFallback: secrets are kept in the keychain or not at all");
    plant("a file is saved by something else", "ui/A.cpp", "QSaveFile file(path);",
        "QSaveFile: files/WholeFile saves files: it asks whether the disk took them");
    plant("a second HTTP client", "app/endpoints/A.cpp", "QNetworkAccessManager network;",
        "QNetworkAccessManager: http/Client sends requests: it knows TLS, authorities and proxies");
    plant("something is thrown", "app/storage/A.cpp", "throw std::exception();",
        "throw: a failure is a value, and a wait ends with its async::Scope");
    plant("a page is made of strings", "app/simulator/A.cpp", "page += \"<p class='x'>\" + text;",
        "a page or style sheet is a template in resources/, no string");
    plant("a style sheet is one", "app/endpoints/A.cpp", "return \"p { color: red; }\";",
        "a page or style sheet is a template in resources/, no string");
    plant("a page is made after a character", "app/simulator/A.cpp",
        "if (c == u'\"') page += \"<p>\";",
        "a page or style sheet is a template in resources/, no string");
    plant("an event loop is nested", "ui/A.cpp", "QEventLoop loop;",
        "QEventLoop: no nested event loop: co_await instead");
    // The text is split, because this file is checked too.
    plant("a co_await is bound", "tests/flows/ATest.cpp",
        "const auto [a, b] = co_"
        "await f();",
        "no structured binding of a co_await: some GCC lose its destructor");
    plant("a co_await is bound on the next line", "app/flows/A.cpp",
        "auto&& [a,\n b]\n = co_"
        "await f();",
        "no structured binding of a co_await: some GCC lose its destructor");
    plant("a literal by its macro", "app/web/A.cpp", "const QString a = QStringLiteral(\"x\");",
        "QStringLiteral(\": write u\"...\"_s");
    plant("a Latin-1 literal by its class", "ui/A.cpp", "if (a == QLatin1String(\"x\"))",
        "QLatin1String(\": write \"...\"_L1");
    plant("the old UTC", "app/flows/A.cpp", "now.toTimeSpec(Qt::UTC);",
        "Qt::UTC: newer Qt deprecates it: domain/Utc.h");
    plant("a sentence is not translated", "ui/A.cpp", "label->setText(u\"It is done.\"_s);",
        "\"It is done.\" is shown to people without tr()");
    plant("nor is a word", "ui/A.cpp", "button->setText(\"Done\"_L1);",
        "\"Done\" is shown to people without tr()");
    plant("nor what stands beside something translated", "ui/A.cpp",
        "add(tr(\"Name\"), u\"Give it a name\"_s);",
        "\"Give it a name\" is shown to people without tr()");
    plant("a type says nothing", "app/web/A.h", "class Server final : public QObject {",
        "Server needs a /// line that says what it is for");
    plant("an enum says nothing", "app/web/A.h", "enum class Kind { One, Two };",
        "Kind needs a /// line that says what it is for");
    plant("an alias says nothing", "app/web/A.h", "using Handler = int;",
        "Handler needs a /// line that says what it is for");

    QTest::newRow("a file of the console grows long")
        << u"app/console/A.cpp"_s
        << "// SPDX-License-Identifier: GPL-3.0-or-later\n" + QByteArray("int i;\n").repeated(400)
        << u"app/console/A.cpp:401: 401 lines, 400 at most: split it by topic"_s;
    QTest::newRow("no licence") << u"packaging/demo"_s << QByteArray("#!/bin/bash\necho\n")
                                << u"packaging/demo:1: the first line must be: "
                                   "SPDX-License-Identifier: GPL-3.0-or-later"_s;
    QTest::newRow("a room that nobody drew")
        << u"app/helpers/A.cpp"_s << QByteArray("// SPDX-License-Identifier: GPL-3.0-or-later\n")
        << u"app/helpers/A.cpp:1: helpers is no room of the house"_s;
}

void HouseTest::aPlantedViolationIsFoundAtItsLine()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    QFETCH(QString, expected);
    const QList<house::Violation> violations = house::check({path, content});
    QCOMPARE(violations.size(), 1);
    QCOMPARE(violations.first().text(), expected);
}

void HouseTest::whatIsAllowedIsLeftAlone_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");

    const QByteArray licence = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    QTest::newRow("neighbours") << u"app/simulator/A.cpp"_s
                                << licence
            + "#include \"simulator/Simulator.h\"\n#include \"oauth/Client.h\"\n";
    QTest::newRow("Qt's core and coroutines")
        << u"app/flows/A.h"_s
        << licence + "#include <QUrl>\n#include <QCoro/QCoroTask>\n#include <chrono>\n";
    QTest::newRow("the browser") << u"ui/browser/engine/A.cpp"_s
                                 << licence + "#include <QWebEngineView>\n";
    QTest::newRow("a screen") << u"ui/onboard/A.cpp"_s
                              << licence
            + "#include \"browser/BrowserPane.h\"\n#include <QWidget>\n";
    QTest::newRow("a screen knows what all share")
        << u"ui/onboard/A.cpp"_s
        << licence + "#include \"parts/Form.h\"\n#include \"journal/JournalView.h\"\n";
    QTest::newRow("a failure with a code, and one without") << u"app/flows/A.cpp"_s
                                                            << licence
            + "return failed(FailureKind::Invalid, u\"It is wrong.\"_s, 0, "
              "u\"wrong\"_s);\n"
              "return failed(FailureKind::Invalid, u\"%1 is wrong.\"_s.arg(a, "
              "u\"b c\"_s));\n";
    QTest::newRow("a message with a code")
        << u"app/flows/A.cpp"_s
        << licence + "line.detail = Message::of(\n    \"customer_declined\");\n";
    QTest::newRow("a free coroutine of a screen, and a member that returns one")
        << u"ui/onboard/A.cpp"_s
        << licence
            + "Task<Done> settled()\n{\n    co_return Done{};\n}\n\n"
              "Task<Done> Page::settle()\n{\n    return settled();\n}\n";
    QTest::newRow("a screen called like a room")
        << u"ui/A.cpp"_s << licence + "#include \"traffic/TrafficPage.h\"\n";
    QTest::newRow("a type with its line") << u"app/web/A.h"_s
                                          << licence
            + "class QTcpServer;\n/// Serves.\ntemplate <typename T> class Server {\n    struct "
              "Private;\n};\n";
    QTest::newRow("a word in a comment")
        << u"app/web/A.cpp"_s << licence + "// Never a QEventLoop.\n";
    QTest::newRow("the HTTP client")
        << u"app/http/A.cpp"_s << licence + "QNetworkAccessManager network;\n";
    QTest::newRow("the window knows the whole console")
        << u"ui/MainWindow.cpp"_s
        << licence + "#include \"console/Console.h\"\n#include \"console/Customers.h\"\n";
    QTest::newRow("no fallback") << u"app/storage/A.cpp"_s
                                 << licence + "job.setInsecureFallback(false);\n";
    QTest::newRow("translated, and what is no text") << u"ui/A.cpp"_s
                                                     << licence
            + "setObjectName(u\"saveButton\"_s);\n"
              "setText(tr(\"Not known: %1\").arg(u\"clientId\"_s));\n"
              "static const char quote = '\"'; // \"Not a text\"\n"
              "qWarning(\"The file cannot be read\");\n"
              "sheet = R\"(Raw text)\";\n"
              "constexpr int limit = 10'000; show(tr(\"Too many\"));\n";
    QTest::newRow("English on purpose") << u"ui/A.cpp"_s
                                        << licence
            + "// English: it is sent to them.\nQString text()\n{\n    return \"It is "
              "done.\";\n}\n";
    QTest::newRow("a script") << u"packaging/demo"_s
                              << QByteArray(
                                     "#!/bin/bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n");
    QTest::newRow("data") << u"tests/wire/token-ok.txt"_s << QByteArray("POST /token\n");
}

void HouseTest::whatIsAllowedIsLeftAlone()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    QStringList found;
    for (const house::Violation& violation : house::check({path, content}))
        found.append(violation.text());
    QCOMPARE(found, QStringList());
}

JETBRIDGE_TEST(HouseTest)
#include "HouseTest.moc"
