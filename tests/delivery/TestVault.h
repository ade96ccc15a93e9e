// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>
#include <utility>

namespace jetbridge {

/// A small part of HashiCorp Vault: the secrets engine KV version 2 at "secret", AppRole and the
/// answers that its documentation describes, with faults on demand. It is none of its makers'
/// programs; python3-hvac, a client of others, works with it (TestVaultTest).
class TestVault : public QObject {
public:
    /// One path of the engine.
    struct Entry {
        QJsonObject custom;
        QList<QJsonObject> versions;
        QSet<int> deleted; ///< Numbers of versions, from 1 on.

        /// What Vault tells of one version.
        QJsonObject metadataOf(int number) const
        {
            return {{QStringLiteral("version"), number}, {QStringLiteral("destroyed"), false},
                {QStringLiteral("created_time"), QStringLiteral("2026-01-01T00:00:00Z")},
                {QStringLiteral("deletion_time"),
                    deleted.contains(number) ? QStringLiteral("2026-01-01T00:00:00Z") : QString()}};
        }
    };
    /// One answer.
    struct Answer {
        int status = 200;
        QByteArray body = {};
        QByteArray moreHeaders = {};
    };

    TestVault()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                const auto received = std::make_shared<QByteArray>();
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                connect(socket, &QTcpSocket::readyRead, this, [this, socket, received] {
                    *received += socket->readAll();
                    take(socket, *received);
                });
            }
        });
    }
    QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
    }
    void stop() { m_server.close(); }

    QMap<QString, Entry> entries; ///< By path within the mount.
    QStringList log; ///< "POST secret/data/jetbridge/int-1", ...
    QList<QByteArray> heads; ///< The requests' lines and headers.
    QSet<QByteArray> tokens{"root"}; ///< Tokens that are accepted.
    QSet<QString> forbidden; ///< Beginnings of lines of the log that a policy does not allow.
    std::function<Answer(const QString& line)> faults; ///< Status 0: no fault.
    std::function<void()> beforeWrite; ///< Called once, right before the next write of data.
    int lostAnswers = 0; ///< Number of writes that are done, but not answered.
    int signIns = 0;
    QByteArray secretId = "secret-id";
    QByteArray version = "2"; ///< Of the secrets engine.

private:
    static QByteArray header(const QByteArray& head, const QByteArray& name)
    {
        for (const QByteArray& line : head.split('\n'))
            if (line.toLower().startsWith(name + ':'))
                return line.mid(name.size() + 1).trimmed();
        return {};
    }
    static Answer json(int status, const QJsonObject& object)
    {
        return {status, QJsonDocument(object).toJson(QJsonDocument::Compact)};
    }
    static Answer errors(int status, const char* words = nullptr)
    {
        QJsonArray list;
        if (words)
            list.append(QLatin1String(words));
        return json(status, {{QStringLiteral("errors"), list}});
    }
    static Answer data(const QJsonObject& object)
    {
        return json(200, {{QStringLiteral("data"), object}});
    }

    void take(QTcpSocket* socket, QByteArray& received)
    {
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = received.first(end);
        const qsizetype length = header(head, "content-length").toLongLong();
        if (received.size() < end + 4 + length)
            return;
        const QByteArray body = received.mid(end + 4, length);
        received.clear();
        heads.append(head);
        const QList<QByteArray> words = head.split(' ');
        const QString line = QString::fromLatin1(words.value(0)) + QLatin1Char(' ')
            + QString::fromLatin1(words.value(1)).mid(4); // without "/v1/"
        log.append(line);
        const Answer answer = answerTo(line, head, QJsonDocument::fromJson(body).object());
        if (lostAnswers > 0 && line.startsWith(QLatin1String("POST secret/data/"))) {
            --lostAnswers;
            socket->abort();
            return;
        }
        socket->write("HTTP/1.1 " + QByteArray::number(answer.status)
            + " X\r\nContent-Type: application/json\r\nConnection: close\r\n" + answer.moreHeaders
            + (answer.status == 204 ? QByteArray("\r\n")
                                    : "Content-Length: " + QByteArray::number(answer.body.size())
                        + "\r\n\r\n" + answer.body));
        socket->disconnectFromHost();
    }

    Answer answerTo(const QString& line, const QByteArray& head, const QJsonObject& body)
    {
        if (faults)
            if (const Answer fault = faults(line); fault.status != 0)
                return fault;
        if (line == QLatin1String("POST auth/approle/login"))
            return signIn(body);
        if (!tokens.contains(header(head, "x-vault-token")))
            return errors(403, "permission denied");
        for (const QString& begin : std::as_const(forbidden))
            if (line.startsWith(begin))
                return errors(403, "permission denied");
        if (line == QLatin1String("GET auth/token/lookup-self"))
            return data({});
        if (line == QLatin1String("GET sys/internal/ui/mounts/secret"))
            return data({{QStringLiteral("options"),
                QJsonObject{{QStringLiteral("version"), QString::fromLatin1(version)}}}});
        const QString method = line.section(QLatin1Char(' '), 0, 0);
        const QString what = line.section(QLatin1Char(' '), 1);
        for (const char* part : {"data", "metadata"}) {
            const QString prefix = QStringLiteral("secret/%1/").arg(QLatin1String(part));
            if (what.startsWith(prefix))
                return QLatin1String(part) == QLatin1String("data")
                    ? answerData(method, what.mid(prefix.size()), body)
                    : answerMetadata(method, what.mid(prefix.size()), body);
        }
        return errors(404, "no handler for route \"other/\". route entry not found.");
    }

    Answer signIn(const QJsonObject& body)
    {
        ++signIns;
        if (body.value(QLatin1String("role_id")).toString() != QLatin1String("role")
            || body.value(QLatin1String("secret_id")).toString().toLatin1() != secretId)
            return errors(400, "invalid role or secret ID");
        const QByteArray token = "role-token-" + QByteArray::number(signIns);
        tokens.insert(token);
        return json(200,
            {{QStringLiteral("auth"),
                QJsonObject{{QStringLiteral("client_token"), QString::fromLatin1(token)},
                    {QStringLiteral("lease_duration"), 3600}}}});
    }

    Answer answerData(const QString& method, const QString& path, const QJsonObject& body)
    {
        if (method == QLatin1String("POST") && beforeWrite)
            std::exchange(beforeWrite, nullptr)();
        const int current = int(entries.value(path).versions.size());
        if (method == QLatin1String("POST")) {
            const QJsonValue cas =
                body.value(QLatin1String("options")).toObject().value(QLatin1String("cas"));
            if (cas.toInt(-1) != current)
                return errors(400, "check-and-set parameter did not match the current version");
            entries[path].versions.append(body.value(QLatin1String("data")).toObject());
            return data(entries[path].metadataOf(current + 1));
        }
        if (current == 0)
            return method == QLatin1String("GET") ? errors(404) : Answer{204};
        const bool isDeleted = entries[path].deleted.contains(current);
        if (method == QLatin1String("GET")) {
            const QJsonValue content =
                isDeleted ? QJsonValue() : QJsonValue(entries[path].versions.last());
            Answer answer = data({{QStringLiteral("data"), content},
                {QStringLiteral("metadata"), entries[path].metadataOf(current)}});
            answer.status = isDeleted ? 404 : 200;
            return answer;
        }
        entries[path].deleted.insert(current);
        return {204};
    }

    Answer answerMetadata(const QString& method, const QString& path, const QJsonObject& body)
    {
        if (method == QLatin1String("POST")) {
            entries[path].custom = body.value(QLatin1String("custom_metadata")).toObject();
            return {204};
        }
        if (!entries.contains(path))
            return method == QLatin1String("GET") ? errors(404) : Answer{204};
        if (method == QLatin1String("DELETE")) {
            entries.remove(path);
            return {204};
        }
        const Entry& entry = entries[path];
        QJsonObject versions;
        for (int i = 1; i <= entry.versions.size(); ++i)
            versions.insert(QString::number(i), entry.metadataOf(i));
        return data({{QStringLiteral("current_version"), int(entry.versions.size())},
            {QStringLiteral("custom_metadata"), entry.custom},
            {QStringLiteral("versions"), versions}});
    }

    QTcpServer m_server;
};

} // namespace jetbridge
