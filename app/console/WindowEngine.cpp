// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/WindowEngine.h"

#include "process/Process.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSysInfo>

#include <chrono>

using namespace Qt::StringLiterals;

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
    QFile file(u":/engine/chromium.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The table of Chromium's versions is missing from the program.");
    return ChromiumReleases::fromText(file.readAll());
}

QString named(const ChromiumRelease& release)
{
    return u"%1 (%2)"_s.arg(release.version.toString(), release.date.toString(Qt::ISODate));
}

QString fixesText(const EngineReport& report)
{
    const FixesAge& fixes = report.fixes;
    if (report.engine.fixedUpTo.isEmpty())
        return u"not told"_s;
    const QString upTo = u"up to %1"_s.arg(report.engine.fixedUpTo);
    if (fixes.date.isValid())
        return u"%1 of %2, %3 months old"_s.arg(upTo, fixes.date.toString(Qt::ISODate))
            .arg(fixes.months);
    const QString unknown = upTo + u", whose date is not known here"_s;
    if (fixes.older && fixes.newer)
        return u"%1: between %2 and %3"_s.arg(unknown, named(*fixes.older), named(*fixes.newer));
    if (fixes.older)
        return u"%1: newer than %2"_s.arg(unknown, named(*fixes.older));
    if (fixes.newer)
        return u"%1: older than %2"_s.arg(unknown, named(*fixes.newer));
    return unknown;
}

/// What engineLines() wrote; an empty `chromium`: nothing of it was there.
EngineVersion engineFrom(const QString& said)
{
    static const QRegularExpression engine(
        u"^Chromium (\\S+) \\(Qt WebEngine (\\S+)\\)$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression fixes(
        u"^Security fixes: up to ([0-9.]+)"_s, QRegularExpression::MultilineOption);
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
    return {u"Chromium %1 (Qt WebEngine %2)"_s.arg(report.engine.chromium, report.engine.webEngine),
        u"Security fixes: %1"_s.arg(fixesText(report))};
}

Task<Outcome<EngineReport>> engineOfWindow()
{
    const QString program = QCoreApplication::applicationDirPath() + u"/jetbridge"_s;
    if (!QFileInfo(program).isExecutable())
        co_return failed(FailureKind::NotFound, u"The window (jetbridge) is not installed here."_s);
    process::Program window;
    window.path = program;
    window.arguments = QStringList{u"--version"_s};
    window.patience = patience;
    const process::Ended ended = co_await process::run(window, {});
    if (ended.how == process::Ended::How::TooLate)
        co_return failed(FailureKind::TimedOut,
            u"The window's program did not say its version within %1 seconds."_s.arg(
                patience.count()));
    if (ended.how != process::Ended::How::Exited || ended.exitCode != 0)
        co_return failed(FailureKind::BadReply, u"The window's program did not say its version."_s);
    const QString said = QString::fromUtf8(ended.out);
    EngineVersion engine = engineFrom(said);
    if (engine.chromium.isEmpty())
        co_return failed(FailureKind::NotFound,
            u"The window has no embedded browser: jetbridge-browser is not installed."_s);
    co_return reportOn(std::move(engine));
}

bool hasDebianBackports()
{
    return QSysInfo::productType() == "debian"_L1 && QSysInfo::productVersion() == "13"_L1;
}

} // namespace jetbridge
