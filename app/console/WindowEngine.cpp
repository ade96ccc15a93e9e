// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/WindowEngine.h"

#include "async/Signal.h"
#include "storage/ChildEnvironment.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSysInfo>

#include <chrono>
#include <memory>

// A static library's resources are linked only when somebody asks for them, and Q_INIT_RESOURCE
// does not work inside a namespace.
static void initEngine()
{
    Q_INIT_RESOURCE(engine);
}

namespace jetbridge {

namespace {

constexpr std::chrono::seconds patience(20);

ChromiumReleases knownReleases()
{
    initEngine();
    QFile file(QStringLiteral(":/engine/chromium.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The table of Chromium's versions is missing from the program.");
    return ChromiumReleases::fromText(file.readAll());
}

QString named(const ChromiumRelease& release)
{
    return QStringLiteral("%1 (%2)").arg(
        release.version.toString(), release.date.toString(Qt::ISODate));
}

QString fixesText(const EngineReport& report)
{
    const FixesAge& fixes = report.fixes;
    if (report.engine.fixedUpTo.isEmpty())
        return QStringLiteral("not told");
    const QString upTo = QStringLiteral("up to %1").arg(report.engine.fixedUpTo);
    if (fixes.date.isValid())
        return QStringLiteral("%1 of %2, %3 months old")
            .arg(upTo, fixes.date.toString(Qt::ISODate))
            .arg(fixes.months);
    const QString unknown = upTo + QStringLiteral(", whose date is not known here");
    if (fixes.older && fixes.newer)
        return QStringLiteral("%1: between %2 and %3")
            .arg(unknown, named(*fixes.older), named(*fixes.newer));
    if (fixes.older)
        return QStringLiteral("%1: newer than %2").arg(unknown, named(*fixes.older));
    if (fixes.newer)
        return QStringLiteral("%1: older than %2").arg(unknown, named(*fixes.newer));
    return unknown;
}

/// What engineLines() wrote; an empty `chromium`: nothing of it was there.
EngineVersion engineFrom(const QString& said)
{
    static const QRegularExpression engine(
        QStringLiteral("^Chromium (\\S+) \\(Qt WebEngine (\\S+)\\)$"),
        QRegularExpression::MultilineOption);
    static const QRegularExpression fixes(
        QStringLiteral("^Security fixes: up to ([0-9.]+)"), QRegularExpression::MultilineOption);
    const auto found = engine.match(said);
    return {found.captured(1), fixes.match(said).captured(1), found.captured(2)};
}

} // namespace

EngineReport reportOn(EngineVersion engine)
{
    static const ChromiumReleases releases = knownReleases();
    const FixesAge fixes = releases.ageOf(engine.fixedUpTo, QDate::currentDate());
    return {std::move(engine), fixes};
}

QStringList engineLines(const EngineReport& report)
{
    return {QStringLiteral("Chromium %1 (Qt WebEngine %2)")
                .arg(report.engine.chromium, report.engine.webEngine),
        QStringLiteral("Security fixes: %1").arg(fixesText(report))};
}

Task<Outcome<EngineReport>> engineOfWindow()
{
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/jetbridge");
    if (!QFileInfo(program).isExecutable())
        co_return failed(
            FailureKind::NotFound, QStringLiteral("The window (jetbridge) is not installed here."));
    // It outlives its last signal, in the middle of which this coroutine goes on.
    const std::unique_ptr<QProcess, QScopedPointerDeleteLater> window(new QProcess);
    window->setProcessEnvironment(storage::childEnvironment());
    window->start(program, {QStringLiteral("--version")}, QIODevice::ReadOnly);
    const bool ended = co_await async::emission(window.get(), &QProcess::finished, patience);
    if (!ended) {
        window->kill();
        co_return failed(FailureKind::TimedOut,
            QStringLiteral("The window's program did not say its version within %1 seconds.")
                .arg(patience.count()));
    }
    const QString said = QString::fromUtf8(window->readAllStandardOutput());
    if (window->exitStatus() != QProcess::NormalExit || window->exitCode() != 0)
        co_return failed(
            FailureKind::BadReply, QStringLiteral("The window's program did not say its version."));
    EngineVersion engine = engineFrom(said);
    if (engine.chromium.isEmpty())
        co_return failed(FailureKind::NotFound,
            QStringLiteral("The window has no embedded browser: the plugin is not installed."));
    co_return reportOn(std::move(engine));
}

bool hasDebianBackports()
{
    return QSysInfo::productType() == QLatin1String("debian")
        && QSysInfo::productVersion() == QLatin1String("13");
}

} // namespace jetbridge
