// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Caller.h"

#include "domain/Secret.h"
#include "storage/Registry.h"
#include "support/Answered.h"

#include <QCoro/QCoroTask>

#include <QJsonDocument>
#include <QNetworkReply>

#include <utility>

using namespace Qt::StringLiterals;

using namespace jetbridge;

Caller::Caller(const Program& program)
{
    storage::Registry registry(program.folder());
    const auto environment = registry.environment(u"simulator"_s);
    IssuedClient client;
    client.clientId = ClientId(u"client-of-globex"_s);
    client.secretSha256 = Secret(QByteArrayView("a-secret-of-globex")).sha256();
    client.company = CompanyId(u"globex"_s);
    client.onboarding = OnboardingId(u"run-of-globex"_s);
    if (!QCoro::waitFor(environment->issuedClients().issue(client)))
        qFatal("The client could not be issued.");
}

int Caller::requestToken(const QJsonObject& ready, const QByteArray& scope, QByteArray* answer)
{
    return post(QUrl(ready.value(u"oauthTokenUrl"_s).toString()),
        "application/x-www-form-urlencoded",
        "grant_type=client_credentials&client_id=client-of-globex&client_secret=a-secret-of-"
        "globex"
            + (scope.isEmpty() ? QByteArray() : "&scope=" + scope),
        answer);
}

int Caller::askForToken(const QJsonObject& ready, const QByteArray& scope)
{
    const QByteArray kept = std::exchange(m_token, {});
    const int status = requestToken(ready, scope, nullptr);
    m_token = kept;
    return status;
}

bool Caller::connectTo(const QJsonObject& ready)
{
    m_token.clear(); // Tokens end with the program that issued them.
    m_callback = QUrl(ready.value(u"callbackUrl"_s).toString());
    QByteArray answer;
    if (requestToken(ready, {}, &answer) != 200)
        return false;
    const QJsonDocument reply = QJsonDocument::fromJson(answer);
    m_token = reply["access_token"_L1].toString().toLatin1();
    m_tokenLifetime = reply["expires_in"_L1].toInt();
    return !m_token.isEmpty();
}

int Caller::notify(const QByteArray& body)
{
    return post(m_callback, "application/json", body, nullptr);
}

void Caller::startNotify(const QByteArray& body, std::function<void(int)> answered)
{
    QNetworkReply* reply = start(m_callback, "application/json", body);
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, answered] {
        answered(test::statusOf(*reply));
        reply->deleteLater();
    });
}

QNetworkReply* Caller::start(const QUrl& url, const QByteArray& type, const QByteArray& body)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(30'000);
    request.setRawHeader("Content-Type", type);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    return m_network.post(request, body);
}

int Caller::post(
    const QUrl& url, const QByteArray& type, const QByteArray& body, QByteArray* answer)
{
    const auto reply = test::answered(start(url, type, body));
    if (answer)
        *answer = reply->readAll();
    return test::statusOf(*reply);
}
