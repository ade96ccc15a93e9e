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

using namespace Qt::StringLiterals;

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
    server.route(u"/oauth/token"_s, QHttpServerRequest::Method::Post,
        [&](const QHttpServerRequest& request) {
            const QUrlQuery form(QString::fromUtf8(request.body()));
            const auto value = [&form](const QString& name) {
                return form.queryItemValue(name, QUrl::FullyDecoded);
            };
            if (value(u"grant_type"_s) != "client_credentials"_L1
                || value(u"client_id"_s) != "bench"_L1
                || sha256(value(u"client_secret"_s).toUtf8()) != secretHash)
                return QHttpServerResponse(QHttpServerResponse::StatusCode::Unauthorized);
            quint32 random[8];
            QRandomGenerator::system()->fillRange(random);
            const QByteArray token =
                QByteArray(reinterpret_cast<const char*>(random), sizeof random)
                    .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
            live.insert(sha256(token), QDateTime::currentMSecsSinceEpoch() + 1'800'000);
            return QHttpServerResponse(QJsonObject{{u"access_token"_s, QString::fromLatin1(token)},
                {u"token_type"_s, u"Bearer"_s}, {u"expires_in"_s, 1800}});
        });
    QTcpServer listener;
    if (!listener.listen(QHostAddress::LocalHost))
        return 1;
    server.bind(&listener);
    QTextStream(stdout) << listener.serverPort() << Qt::endl;
    return program.exec();
}
