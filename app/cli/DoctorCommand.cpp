// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "domain/SecretMemory.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHostInfo>
#include <QJsonArray>
#include <QSslSocket>
#include <QStorageInfo>
#include <QTcpServer>

#include <algorithm>

namespace jetbridge::cli {

namespace {

/// One thing that must be right, and what to do when it is not.
struct Examination {
    QString name;
    bool ok = false;
    QString detail;
    QString advice; ///< Empty when ok.
};

Examination keychain(const Outcome<Done>& probe, const QString& backend)
{
    if (probe)
        return {QStringLiteral("keychain"), true, backend, {}};
    return {QStringLiteral("keychain"), false, probe.error().detail,
        QStringLiteral("Start a keyring (GNOME Keyring, KWallet) in this session and unlock it.")};
}

Examination display()
{
    const QString screen = qEnvironmentVariable("WAYLAND_DISPLAY", qEnvironmentVariable("DISPLAY"));
    // jetbridge-cli needs none: only the window does.
    return {QStringLiteral("display"), true,
        screen.isEmpty() ? QStringLiteral("none: the window cannot open here, jetbridge-cli works")
                         : screen,
        {}};
}

Examination port(const QString& name, quint16 number)
{
    QTcpServer probe;
    const bool isFree = probe.listen(QHostAddress::LocalHost, number);
    return {name, isFree,
        isFree ? QStringLiteral("%1 is free").arg(number)
               : QStringLiteral("%1 is taken: %2").arg(number).arg(probe.errorString()),
        isFree ? QString()
               : QStringLiteral("Is Jetbridge running already? Otherwise use --port N.")};
}

/// The simulator's portal is called by this name; a bare chroot may not know it.
Examination localhost()
{
    const QList<QHostAddress> found = QHostInfo::fromName(QStringLiteral("localhost")).addresses();
    QStringList addresses;
    for (const QHostAddress& address : found)
        addresses.append(address.toString());
    const bool ok = !found.isEmpty()
        && std::all_of(found.begin(), found.end(),
            [](const QHostAddress& address) { return address.isLoopback(); });
    return {QStringLiteral("localhost"), ok,
        found.isEmpty() ? QStringLiteral("not known") : addresses.join(QStringLiteral(", ")),
        ok ? QString() : QStringLiteral("/etc/hosts needs the line \"127.0.0.1 localhost\".")};
}

Examination clock()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    // Tokens and certificates expire by the clock; it cannot be earlier than this program.
    const bool ok =
        now > QFileInfo(QCoreApplication::applicationFilePath()).lastModified().addDays(-1);
    return {QStringLiteral("clock"), ok, timeText(now),
        ok ? QString() : QStringLiteral("Set the date and time of this computer.")};
}

/// Any answer tells, also a refusal; where nobody can be asked, nothing is wrong here.
Examination theirClock(
    const Outcome<AccessToken>& asked, const std::optional<std::chrono::seconds>& skew)
{
    // Certificates and tokens survive that much.
    static constexpr std::chrono::seconds most(60);
    const QString name = QStringLiteral("their clock");
    if (!skew)
        return {name, true,
            QStringLiteral("not compared: %1")
                .arg(asked ? QStringLiteral("the answer had no Date") : asked.error().detail),
            {}};
    const bool ok = *skew <= most && *skew >= -most;
    return {name, ok, skewText(skew),
        ok ? QString()
           : QStringLiteral("Have this computer's clock set by the network (NTP), or tell "
                            "SmartRecruiters.")};
}

Examination tls()
{
    const bool ok = QSslSocket::supportsSsl();
    return {QStringLiteral("tls"), ok,
        ok ? QSslSocket::sslLibraryVersionString() : QStringLiteral("no TLS library"),
        ok ? QString() : QStringLiteral("Install Qt's TLS backend and OpenSSL.")};
}

/// What the system does not lock may be written to swap; a secret may be among it.
Examination memory()
{
    const std::size_t unlocked = SecretMemory::unlockedBytes();
    return {QStringLiteral("secret memory"), unlocked == 0,
        unlocked == 0 ? QStringLiteral("locked: no secret goes to swap")
                      : QStringLiteral("%1 bytes could not be locked").arg(unlocked),
        unlocked == 0 ? QString()
                      : QStringLiteral("Raise the limit of locked memory (ulimit -l, "
                                       "LimitMEMLOCK= of a service), or encrypt the swap.")};
}

Examination disk(const QString& folder, const Outcome<Done>& opened)
{
    if (!opened)
        return {QStringLiteral("disk"), false, opened.error().detail, nextStep(opened.error())};

    static constexpr qint64 enough = 100LL * 1024 * 1024;
    const QStorageInfo storage(folder);
    const bool ok =
        storage.isValid() && !storage.isReadOnly() && storage.bytesAvailable() >= enough;
    return {QStringLiteral("disk"), ok,
        QStringLiteral("%1: %2 MB free").arg(folder).arg(storage.bytesAvailable() / 1'000'000),
        ok ? QString() : QStringLiteral("Make room, or choose another folder with --data.")};
}

Task<Outcome<Report>> doctor(Invocation& invocation)
{
    Console& console = invocation.console();
    const auto probe = co_await console.checkVault();
    const Outcome<Done>& opened = invocation.opened();
    const auto asked = opened ? co_await console.masterToken() : passOn(opened);
    const QList<Examination> examinations{
        keychain(probe, console.vault().backendName()),
        memory(),
        disk(console.dataFolder(), opened),
        tls(),
        clock(),
        theirClock(asked, console.clockSkew()),
        localhost(),
        port(QStringLiteral("endpoints port"), defaultEndpointsPort),
        port(QStringLiteral("simulator port"), defaultSimulatorPort),
        display(),
    };
    QJsonArray json;
    QString text;
    bool ok = true;
    for (const Examination& examination : examinations) {
        ok = ok && examination.ok;
        json.append(QJsonObject{{QStringLiteral("name"), examination.name},
            {QStringLiteral("ok"), examination.ok}, {QStringLiteral("detail"), examination.detail},
            {QStringLiteral("advice"),
                examination.ok ? QJsonValue() : QJsonValue(examination.advice)}});
        text += QStringLiteral("%1  %2%3\n")
                    .arg(examination.ok ? QStringLiteral("OK   ") : QStringLiteral("WRONG"),
                        examination.name.leftJustified(17), examination.detail);
        if (!examination.ok)
            text += QString(7, QLatin1Char(' ')) + examination.advice + QLatin1Char('\n');
    }
    co_return Report{QJsonObject{{QStringLiteral("ok"), ok}, {QStringLiteral("checks"), json}},
        text, ok ? ExitCode::Done : ExitCode::Negative};
}

} // namespace

QList<Command> doctorCommands()
{
    return {{QStringLiteral("doctor"), {},
        QStringLiteral(
            "Looks at keychain, disk, TLS, clock, ports and display: each OK, or what to do."),
        {}, doctor, Command::Needs::ConsoleIfPossible}};
}

} // namespace jetbridge::cli
