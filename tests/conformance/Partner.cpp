// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Partner.h"

#include "http/Authorities.h"

#include <QCoro/QCoroTask>

#include <QJsonDocument>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::conformance;

namespace {

class SystemTime final : public Clock {
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

ClientCredentials pair(const char* id, const char* secret)
{
    return {ClientId(QString::fromLatin1(id)), Secret(QByteArrayView(secret))};
}

} // namespace

Partner::Partner(const QString& certificate, const QString& key)
{
    QStringList arguments{QStringLiteral(JETBRIDGE_PARTNER)};
    if (!certificate.isEmpty())
        arguments += {certificate, key};
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"python3"_s, arguments);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) { }
    const QJsonDocument ports = QJsonDocument::fromJson(m_process.readLine());
    m_http = quint16(ports["http"].toInt());
    m_https = quint16(ports["https"].toInt());
}

Partner::~Partner()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5'000))
        m_process.kill();
    m_process.waitForFinished();
}

Target Partner::targetAt(const QString& base, const QString& faults)
{
    Target target;
    const QString place = base + '/' + faults;
    target.consentUrl = QUrl(place + "/consent");
    target.oauthTokenUrl = QUrl(place + "/token");
    target.callbackUrl = QUrl(place + "/callback");
    target.pairs = {pair("check-one", "Secret-of-Check-One-0123456789"),
        pair("check-two", "Secret-of-Check-Two-9876543210")};
    target.redirect = QUrl("https://portal.example/settings");
    target.frameOrigins = {"https://portal.example"};
    return target;
}

Target Partner::target(const QString& faults) const
{
    return targetAt(u"http://127.0.0.1:%1"_s.arg(m_http), faults);
}

CheckReport runAgainst(const Target& target, const Plan& plan, RunLimits limits,
    std::chrono::milliseconds patience, const std::function<void(Wire&)>& started)
{
    static const SystemTime clock;
    Wire wire(*http::tlsWith({}), patience);
    if (started)
        started(wire);
    return QCoro::waitFor(runChecks(plan, target, limits,
        {wire, clock, [](Exchange exchange) { return exchange; }, [](const Secret&) {},
            [](const CheckResult&) {
            }}));
}

QStringList idsWith(const CheckReport& report, CheckStatus status)
{
    QStringList ids;
    for (const CheckResult& result : report.results)
        if (result.status == status)
            ids.append(result.id);
    return ids;
}
