// SPDX-License-Identifier: GPL-3.0-or-later
#include "MainWindow.h"
#include "Theme.h"
#include "console/Console.h"
#include "console/System.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

#include <sys/resource.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace {

/// A crash must not write secrets to the disk, and other processes must not read our memory.
void keepMemoryPrivate()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace

int main(int argc, char** argv)
{
    using namespace jetbridge;
    keepMemoryPrivate();
    pollSocketsDirectly();
    // A web view made later without it crashes (Qt WebEngine).
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("jetbridge"));
    QCoreApplication::setApplicationName(QStringLiteral("jetbridge"));
    QCoreApplication::setApplicationVersion(QStringLiteral(JETBRIDGE_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Jetbridge"));
    QGuiApplication::setDesktopFileName(QStringLiteral("jetbridge"));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Brings SmartRecruiters customers on board."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(QStringLiteral("data"),
        QCoreApplication::translate("main", "Keep everything in this folder."),
        QStringLiteral("DIR"),
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + QStringLiteral("/jetbridge"));
    const QCommandLineOption environment(QStringLiteral("environment"),
        QCoreApplication::translate("main", "Run against this environment."),
        QStringLiteral("NAME"), QStringLiteral("simulator"));
    const QCommandLineOption vault(QStringLiteral("vault"),
        QCoreApplication::translate("main", "Where secrets are kept: keychain or memory."),
        QStringLiteral("KIND"), QStringLiteral("keychain"));
    parser.addOptions({data, environment, vault});
    parser.process(app);

    const QString vaultName = parser.value(vault);
    if (vaultName != QLatin1String("keychain") && vaultName != QLatin1String("memory")) {
        qCritical("--vault is \"keychain\" or \"memory\".");
        return 2;
    }

    ConsoleOptions options;
    options.dataFolder = QDir(parser.value(data)).absolutePath();
    options.environment = parser.value(environment);
    options.vault = vaultName == QLatin1String("memory") ? ConsoleOptions::VaultKind::Memory
                                                         : ConsoleOptions::VaultKind::Keychain;
    QSettings settings(options.dataFolder + QStringLiteral("/window.ini"), QSettings::IniFormat);
    ui::Theme theme(settings);
    Console console(options);
    ui::MainWindow window(console, theme, settings);
    window.show();
    return QApplication::exec();
}
