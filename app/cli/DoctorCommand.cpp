// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "console/CurrentEnvironment.h"
#include "console/DataFolder.h"
#include "console/PartnerAccess.h"
#include "console/System.h"
#include "console/WindowEngine.h"
#include "domain/Harmless.h"
#include "domain/SecretMemory.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHostInfo>
#include <QJsonArray>
#include <QSslSocket>
#include <QStorageInfo>
#include <QTcpServer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

/// Result of one check, and what to do if it is not Ok.
struct Examination {
    /// Severity of the result; only Wrong makes doctor fail.
    enum class Level { Ok, Unknown, Careful, Wrong };

    Examination(QString what, Level howItIs, QString found, QString whatToDo)
        : name(std::move(what))
        , level(howItIs)
        , detail(std::move(found))
        , advice(std::move(whatToDo))
    {
    }
    Examination(QString what, bool ok, QString found, QString whatToDo)
        : Examination(
            std::move(what), ok ? Level::Ok : Level::Wrong, std::move(found), std::move(whatToDo))
    {
    }

    QString name;
    Level level;
    QString detail;
    QString advice; ///< Advice; empty if there is nothing to do.
};

/// Returns the mark before the line of a level, and the level's name in JSON.
std::pair<QString, QString> namesOf(Examination::Level level)
{
    switch (level) {
    case Examination::Level::Ok:
        return {u"OK"_s, u"ok"_s};
    case Examination::Level::Unknown:
        return {u"?"_s, u"unknown"_s};
    case Examination::Level::Careful:
        return {u"CARE"_s, u"careful"_s};
    case Examination::Level::Wrong:
        return {u"WRONG"_s, u"wrong"_s};
    }
    Q_UNREACHABLE();
}

/// Stores, reads and removes an item of the keychain. Items are named by the data folder: if that
/// cannot be opened, only the keychain itself is checked.
Task<Outcome<Done>> probeKeychain(Invocation& invocation)
{
    if (invocation.opened())
        co_return co_await invocation.dataFolder().checkVault();
    co_return co_await invocation.dataFolder().vault().isOpen();
}

Examination keychain(const Outcome<Done>& probe, const QString& backend, bool isFolderOpen)
{
    const QString name = u"keychain"_s;
    if (probe)
        return {name, true,
            isFolderOpen ? backend : backend + u": unlocked, and not tried any further"_s, {}};
    return {name, false, probe.error().detail,
        probe.error().kind == FailureKind::VaultUnavailable
            ? u"Start a keyring (GNOME Keyring, KWallet) in this session and unlock it."_s
            : nextStep(probe.error(), Errand::Here)};
}

Examination display()
{
    const QString screen = qEnvironmentVariable("WAYLAND_DISPLAY", qEnvironmentVariable("DISPLAY"));
    // jetbridge-cli needs no display, only the window does.
    return {u"display"_s, true,
        screen.isEmpty() ? u"none: the window cannot open here, jetbridge-cli works"_s : screen,
        {}};
}

Examination port(const QString& name, quint16 number)
{
    QTcpServer probe;
    const bool isFree = probe.listen(QHostAddress::LocalHost, number);
    return {name, isFree,
        isFree ? u"%1 is free"_s.arg(number)
               : u"%1 is taken: %2"_s.arg(number).arg(probe.errorString()),
        isFree ? QString() : u"Is Jetbridge running already? Otherwise use --port N."_s};
}

/// Checks that "localhost" can be resolved, which is the name in the simulator's portal address; a
/// bare chroot may not know it.
Examination localhost()
{
    const QList<QHostAddress> found = QHostInfo::fromName(u"localhost"_s).addresses();
    QStringList addresses;
    for (const QHostAddress& address : found)
        addresses.append(address.toString());
    const bool ok = !found.isEmpty()
        && std::all_of(found.begin(), found.end(),
            [](const QHostAddress& address) { return address.isLoopback(); });
    return {u"localhost"_s, ok, found.isEmpty() ? u"not known"_s : addresses.join(u", "_s),
        ok ? QString() : u"/etc/hosts needs the line \"127.0.0.1 localhost\"."_s};
}

Examination proxy(const QUrl& url)
{
    const auto inUse = proxyInUse(url);
    if (!inUse)
        return {u"proxy"_s, false, inUse.error().detail, u"Correct the variable, or unset it."_s};
    return {u"proxy"_s, true, u"%1, for %2"_s.arg(*inUse, url.host()), {}};
}

Examination clock()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    // Tokens and certificates expire by the clock, which cannot be earlier than this program.
    const bool ok =
        now > QFileInfo(QCoreApplication::applicationFilePath()).lastModified().addDays(-1);
    return {u"clock"_s, ok, timeText(now),
        ok ? QString() : u"Set the date and time of this computer."_s};
}

/// Compares SmartRecruiters' clock with ours. Any answer has a time, also a refusal; if nobody can
/// be asked, nothing is wrong here.
Examination theirClock(
    const Outcome<AccessToken>& asked, const std::optional<std::chrono::seconds>& skew)
{
    // Certificates and tokens tolerate this difference.
    static constexpr std::chrono::seconds most(60);
    const QString name = u"their clock"_s;
    if (!skew)
        return {name, true,
            u"not compared: %1"_s.arg(asked ? u"the answer had no Date"_s : asked.error().detail),
            {}};
    const bool ok = *skew <= most && *skew >= -most;
    return {name, ok, skewText(skew),
        ok ? QString()
           : u"Have this computer's clock set by the network (NTP), or tell "
             "SmartRecruiters."_s};
}

Examination tls()
{
    const bool ok = QSslSocket::supportsSsl();
    return {u"tls"_s, ok, ok ? QSslSocket::sslLibraryVersionString() : u"no TLS library"_s,
        ok ? QString() : u"Install Qt's TLS backend and OpenSSL."_s};
}

/// Checks that the memory for secrets is locked; what is not may be written to swap.
Examination memory()
{
    const std::size_t unlocked = SecretMemory::unlockedBytes();
    return {u"secret memory"_s, unlocked == 0,
        unlocked == 0 ? u"locked: no secret goes to swap"_s
                      : u"%1 bytes could not be locked"_s.arg(unlocked),
        unlocked == 0 ? QString()
                      : u"Raise the limit of locked memory (ulimit -l, "
                        "LimitMEMLOCK= of a service), or encrypt the swap."_s};
}

/// Tells whether the data folder could not be opened because of what is in it, which the failure's
/// code names; any other failure is the disk's.
bool isContentAtFault(const Outcome<Done>& opened)
{
    return !opened && !opened.error().code.isEmpty();
}

Examination disk(const QString& folder, const Outcome<Done>& opened)
{
    if (!opened && !isContentAtFault(opened))
        return {u"disk"_s, false, opened.error().detail, nextStep(opened.error(), Errand::Here)};

    static constexpr qint64 enough = 100LL * 1024 * 1024;
    const QStorageInfo storage(folder);
    const bool ok =
        storage.isValid() && !storage.isReadOnly() && storage.bytesAvailable() >= enough;
    return {u"disk"_s, ok,
        u"%1: %2 MB free"_s.arg(folder).arg(storage.bytesAvailable() / 1'000'000),
        ok ? QString() : u"Make room, or choose another folder with --data."_s};
}

Examination::Level levelOf(FixesAge::Level level)
{
    switch (level) {
    case FixesAge::Level::Recent:
        return Examination::Level::Ok;
    case FixesAge::Level::Old:
        return Examination::Level::Careful;
    case FixesAge::Level::VeryOld:
        return Examination::Level::Wrong;
    case FixesAge::Level::Unknown:
        return Examination::Level::Unknown;
    }
    Q_UNREACHABLE();
}

/// Returns advice on an engine without current fixes; empty for one that has them.
QString engineAdvice(Examination::Level level)
{
    if (level == Examination::Level::Ok)
        return {};
    QString advice =
        u"In sandbox and production leave \"Where\" under Onboard at \"Browser\", the default: "
        "customers' pages then open in your own web browser. jetbridge-cli is not concerned."_s;
    if (hasDebianBackports())
        advice += u" Newer fixes: apt install -t trixie-backports "
                  "libqt6webenginewidgets6."_s;
    // Whoever runs doctor in a script must know why the exit code stays 1.
    if (level == Examination::Level::Wrong)
        advice += u" Until Qt WebEngine has newer fixes this stays wrong, and the "
                  "exit code 1; --json has each check by itself."_s;
    return advice;
}

/// Checks whether the window's browser engine, which shows customers' pages, has recent security
/// fixes.
Examination embeddedBrowser(const Outcome<EngineReport>& found)
{
    const QString name = u"embedded browser"_s;
    if (!found)
        return {name,
            found.error().kind == FailureKind::NotFound ? Examination::Level::Ok
                                                        : Examination::Level::Unknown,
            found.error().detail, {}};
    const auto level = levelOf(found->fixes.level);
    return {name, level, engineLines(*found).join(u". "_s) + QLatin1Char('.'), engineAdvice(level)};
}

/// Reports which data folder's items in the keychain are used, or why the folder cannot be used.
Examination dataFolder(const DataFolder& folder, const Outcome<Done>& opened)
{
    const QString name = u"data folder"_s;
    if (isContentAtFault(opened))
        return {name, false, opened.error().detail,
            opened.error().code == "newer_format"_L1
                ? u"Install a version of Jetbridge that is newer than %1, which runs here, or "
                  "choose another folder with --data."_s.arg(QCoreApplication::applicationVersion())
                : QString()};
    const QString origin = folder.copiedFrom();
    return {name, Examination::Level::Ok,
        origin.isEmpty()
            ? folder.path()
            : u"%1: a copy of %2, with keychain items of its own"_s.arg(folder.path(), origin),
        {}};
}

Task<Outcome<Report>> doctor(Invocation& invocation)
{
    const auto probe = co_await probeKeychain(invocation);
    const Outcome<Done>& opened = invocation.opened();
    const auto asked = opened ? co_await invocation.partnerAccess().masterToken() : passOn(opened);
    const auto engine = co_await engineOfWindow();
    const QList<Examination> examinations{
        keychain(probe, invocation.dataFolder().vault().backendName(), opened.has_value()),
        memory(),
        dataFolder(invocation.dataFolder(), opened),
        disk(invocation.dataFolder().path(), opened),
        tls(),
        proxy(invocation.current().environment().apiUrl),
        clock(),
        theirClock(asked, invocation.partnerAccess().clockSkew()),
        localhost(),
        port(u"endpoints port"_s, defaultEndpointsPort),
        port(u"simulator port"_s, defaultSimulatorPort),
        display(),
        embeddedBrowser(engine),
    };
    QJsonArray json;
    QString text;
    bool ok = true;
    for (const Examination& examination : examinations) {
        const bool isWrong = examination.level == Examination::Level::Wrong;
        ok = ok && !isWrong;
        const auto [mark, level] = namesOf(examination.level);
        const bool hasAdvice = !examination.advice.isEmpty();
        json.append(QJsonObject{{u"name"_s, examination.name}, {u"ok"_s, !isWrong},
            {u"level"_s, level}, {u"detail"_s, examination.detail},
            {u"advice"_s, hasAdvice ? QJsonValue(examination.advice) : QJsonValue()}});
        text += u"%1  %2%3\n"_s.arg(mark.leftJustified(5), examination.name.leftJustified(18),
            harmless::line(examination.detail));
        if (hasAdvice)
            text += QString(7, QLatin1Char(' ')) + examination.advice + QLatin1Char('\n');
    }
    co_return Report{QJsonObject{{u"ok"_s, ok}, {u"checks"_s, json}}, text,
        ok ? ExitCode::Done : ExitCode::Negative};
}

} // namespace

QList<Command> doctorCommands()
{
    return {{u"doctor"_s, {},
        u"Looks at keychain, data folder, disk, TLS, clock, ports, display and the age of the "
        u"embedded "
        "browser: each OK, or what to do."_s,
        {}, doctor, Command::Needs::ConsoleIfPossible}};
}

} // namespace jetbridge::cli
