// SPDX-License-Identifier: GPL-3.0-or-later
#include "FirstWindow.h"
#include "MainWindow.h"
#include "browser/EnginePlugin.h"
#include "console/Console.h"
#include "console/DemoPlace.h"
#include "console/Interruption.h"
#include "console/System.h"
#include "console/Version.h"
#include "console/WindowEngine.h"
#include "parts/Language.h"
#include "parts/Theme.h"
#include "settings/RestoreWindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

/// Writes a text to standard output and returns the exit code: 1 if it could not be written.
int say(const QString& text)
{
    return writeStandardOutput(text.toUtf8()) == 0 ? 0 : 1;
}

// English: read by engineers and programs.
int sayVersion(QCoreApplication& app)
{
    // The result may be there at once, and a loop that does not run yet cannot be ended.
    QTimer::singleShot(0, &app, [&app] {
        const auto engine = ui::browserVersion();
        const QStringList lines =
            engine ? engineLines(reportOn(*engine)) : QStringList(u"Chromium: none"_s);
        QCoro::connect(versionText(u"jetbridge"_s, lines), &app,
            [](const QString& text) { QCoreApplication::exit(say(text)); });
    });
    return QCoreApplication::exec();
}

/// What the person who started the program wants of its window.
void fulfil(const ui::FirstWindow::Wish& wish, ui::MainWindow& window)
{
    if (wish.demo)
        window.beginDemo();
    else if (!wish.company.isEmpty())
        window.onboard(wish.company);
}

QStringList argumentsWithoutWishes()
{
    QStringList arguments = QCoreApplication::arguments().mid(1);
    arguments.removeAll(u"--demo"_s);
    arguments.removeIf(
        [](const QString& argument) { return argument.startsWith("--company="_L1); });
    if (const qsizetype at = arguments.indexOf(u"--company"_s); at >= 0)
        arguments.remove(at, std::min<qsizetype>(2, arguments.size() - at));
    return arguments;
}

/// The demo looks like the partner's own window: language, colours, size of text.
void copyLook(const QString& from, QSettings& to)
{
    QSettings own(from + u"/window.ini"_s, QSettings::IniFormat);
    own.beginGroup(u"look"_s);
    for (const QString& key : own.childKeys())
        to.setValue(u"look/"_s + key, own.value(key));
}

} // namespace

// English: read by engineers and programs, and asked before the language is known.
int main(int argc, char** argv)
{
    keepMemoryPrivate();
    guardStandardStreams();
    pollSocketsDirectly();
    // The processes of web pages must not get the command line's secrets.
    for (const char* variable : {"JETBRIDGE_MASTER_CREDENTIALS", "JETBRIDGE_BACKEND_TOKEN"})
        qunsetenv(variable);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Brings SmartRecruiters customers on board."_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version(
        {u"v"_s, u"version"_s}, u"Names this program, Qt, Chromium and the keychain, and ends."_s);
    const QCommandLineOption data(
        u"data"_s, u"Keep everything in this folder."_s, u"DIR"_s, defaultDataFolder());
    const QCommandLineOption environment(
        u"environment"_s, u"Run against this environment."_s, u"NAME"_s, u"simulator"_s);
    const QCommandLineOption vault(
        u"vault"_s, u"Where secrets are kept: keychain or memory."_s, u"KIND"_s, u"keychain"_s);
    const QCommandLineOption demo(
        u"demo"_s, u"Show the guided demo, in a window of its own; nothing of it stays."_s);
    const QCommandLineOption company(u"company"_s,
        u"Begin with this company on the Onboard screen; of a window that is open on "
        "the data folder, too."_s,
        u"ID"_s);
    parser.addOptions({version, data, environment, vault, demo, company});
    parser.parse(QStringList(argv, argv + argc));
    if (parser.isSet(help) || parser.isSet(version)) {
        // Both work without a display.
        QCoreApplication app(argc, argv);
        if (parser.isSet(help))
            return say(parser.helpText());
        return sayVersion(app);
    }

    const QByteArray activation = ui::FirstWindow::activationOfThisStart();
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"jetbridge"_s);
    QCoreApplication::setApplicationName(u"jetbridge"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(JETBRIDGE_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Jetbridge"_s);
    QGuiApplication::setDesktopFileName(u"jetbridge"_s);
    parser.process(app);

    const QString vaultName = parser.value(vault);
    if (vaultName != "keychain"_L1 && vaultName != "memory"_L1) {
        qCritical("--vault is \"keychain\" or \"memory\".");
        return 2;
    }

    ConsoleOptions options;
    options.dataFolder = QDir(parser.value(data)).absolutePath();
    options.environment = parser.value(environment);
    options.vault = vaultName == "memory"_L1 ? ConsoleOptions::VaultKind::Memory
                                             : ConsoleOptions::VaultKind::Keychain;
    const DemoOf partner{options.dataFolder, options.environment};
    const bool isDemo = parser.isSet(demo);
    if (isDemo)
        options = {demoFolder(partner.dataFolder), u"simulator"_s,
            ConsoleOptions::VaultKind::Memory, true};
    else
        removeLeftDemo(partner.dataFolder);
    ui::FirstWindow first;
    using Which = ui::FirstWindow::Which;
    if (first.isTakenByAnother(options.dataFolder, options.environment,
            parser.isSet(environment) || isDemo ? Which::OfThisEnvironment : Which::Any,
            {parser.value(company), false, activation}))
        return 0;
    if (isDemo)
        emptyDemoFolder(options.dataFolder);
    const QStringList again = argumentsWithoutWishes();
    const Interruption interruption;
    bool restarts = false;
    bool restartsWithDemo = false;
    QString restartsIn;
    int code = 0;
    {
        QSettings settings(options.dataFolder + u"/window.ini"_s, QSettings::IniFormat);
        if (isDemo)
            copyLook(partner.dataFolder, settings);
        const ui::Language language(ui::Language::chosen(settings));
        ui::Theme theme(settings);
        std::optional<RestoreRequest> restores;
        {
            Console console(options);
            ui::MainWindow window(console, theme, settings);
            QObject::connect(
                &interruption, &Interruption::raised, &window, &ui::MainWindow::quitNow);
            QObject::connect(&first, &ui::FirstWindow::wished, &window,
                [&window](const ui::FirstWindow::Wish& wish) {
                    window.comeForward(wish.activation);
                    fulfil(wish, window);
                });
            QObject::connect(
                &window, &ui::MainWindow::closing, &first, &ui::FirstWindow::stopListening);
            QObject::connect(&window, &ui::MainWindow::demoWanted, &window, [&window, &again] {
                if (QProcess::startDetached(
                        QCoreApplication::applicationFilePath(), again + QStringList(u"--demo"_s)))
                    window.stepAside();
            });
            if (isDemo)
                window.playDemo(partner);
            window.show();
            fulfil({parser.value(company), false, {}}, window);
            code = QApplication::exec();
            restarts = window.restarts();
            restartsIn = window.restartsIn();
            restartsWithDemo = window.restartsWithDemo();
            restores = window.restores();
        }
        if (restores) { // Nobody else uses the data folder now.
            ui::RestoreWindow restoring(options.dataFolder, *restores);
            QObject::connect(&interruption, &Interruption::raised, &restoring, &QWidget::close);
            restoring.show();
            code = QApplication::exec();
        }
    }
    if (isDemo)
        QDir(options.dataFolder).removeRecursively();
    first.close();
    // Everything is written and every lock released only now.
    QStringList arguments = again;
    if (restartsWithDemo)
        arguments += u"--demo"_s;
    if (!restartsIn.isEmpty())
        arguments += {u"--environment"_s, restartsIn}; // the last one takes effect
    if (restarts)
        QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments);
    return code;
}
