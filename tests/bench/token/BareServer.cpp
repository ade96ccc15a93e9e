// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QHash>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTextStream>
#include <QUrlQuery>

namespace {

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

/// A minimal token endpoint that one could write with QHttpServer in an hour: it parses the form,
/// compares the secret, makes 256 random bits, stores their hash, returns JSON, and checks nothing
/// else. tests/bench/run compares the product with it.
int main(int argc, char** argv)
{
    QCoreApplication program(argc, argv);
    const QByteArray secretHash = sha256("bench-secret");
    QHash<QByteArray, qint64> live;

    QHttpServer server;
    server.route(QStringLiteral("/oauth/token"), QHttpServerRequest::Method::Post,
        [&](const QHttpServerRequest& request) {
            const QUrlQuery form(QString::fromUtf8(request.body()));
            const auto value = [&form](const QString& name) {
                return form.queryItemValue(name, QUrl::FullyDecoded);
            };
            if (value(QStringLiteral("grant_type")) != QLatin1String("client_credentials")
                || value(QStringLiteral("client_id")) != QLatin1String("bench")
                || sha256(value(QStringLiteral("client_secret")).toUtf8()) != secretHash)
                return QHttpServerResponse(QHttpServerResponse::StatusCode::Unauthorized);
            quint32 random[8];
            QRandomGenerator::system()->fillRange(random);
            const QByteArray token =
                QByteArray(reinterpret_cast<const char*>(random), sizeof random)
                    .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
            live.insert(sha256(token), QDateTime::currentMSecsSinceEpoch() + 1'800'000);
            return QHttpServerResponse(
                QJsonObject{{QStringLiteral("access_token"), QString::fromLatin1(token)},
                    {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                    {QStringLiteral("expires_in"), 1800}});
        });
    QTcpServer listener;
    if (!listener.listen(QHostAddress::LocalHost))
        return 1;
    server.bind(&listener);
    QTextStream(stdout) << listener.serverPort() << Qt::endl;
    return program.exec();
}
