// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/Simulator.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QUrl>
#include <QXmlStreamAttributes>

class QTcpSocket;

/// An HTTP answer.
struct Answer {
    int status = 0; ///< 0: no answer.
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray list() const { return QJsonDocument::fromJson(body).array(); }
    QString code() const { return json()["errors"].toArray().at(0)["code"].toString(); }
    QString text(const char* field) const { return json()[QLatin1String(field)].toString(); }
};

/// A partner's own backend: it records complete requests, and answers with a token or 200.
class PartnerBackend : public QTcpServer {
public:
    PartnerBackend();
    QString url(const char* path) const;

    QList<QByteArray> requests;
    QList<int> refusals; ///< Statuses of the next answers; afterwards it works again.

private:
    void read(QTcpSocket* socket);
    QHash<QTcpSocket*, QByteArray> m_pending;
};

/// A running simulator as its partner sees it, only over HTTP. Its answers are always compared with
/// its own OpenAPI description.
class Served {
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    /// Uses seed 7 unless the options have one.
    void start(jetbridge::simulator::SimulatorOptions options = {});
    void stop() { simulator.reset(); }

    QUrl at(const QString& path) const { return QUrl(simulator->portalUrl().toString() + path); }
    Answer send(const QByteArray& method, const QString& path, const QByteArray& body = {},
        const QByteArray& token = {}, const QByteArray& type = "application/json",
        const Headers& headers = {});
    Answer post(const QString& path, const QJsonObject& body, const QByteArray& token = {});
    Answer get(const QString& path, const QByteArray& token = {})
    {
        return send("GET", path, {}, token);
    }
    /// Posts a form to the token endpoint.
    Answer tokenRequest(const QByteArray& form, const Headers& headers = {});
    QByteArray token(const QString& id, const QString& secret);

    QString setupPath(
        const Answer& app, const char* action, const QString& company = QStringLiteral("globex"));
    Answer registerApp(
        const QString& mode = QStringLiteral("REDIRECT"), bool bidirectional = false);
    QByteArray masterToken(const Answer& app);
    Answer confirm(const Answer& app, QJsonObject more = {},
        const QString& company = QStringLiteral("globex"));
    /// Grants and confirms; returns the customer-level credentials and the integrationId.
    Answer connected(const Answer& app, QJsonObject more = {},
        const QString& company = QStringLiteral("globex"));
    /// Registers an application with these scopes, connects globex, and returns a token for it.
    QByteArray customerToken(const QStringList& scopes);
    /// Sets `rules`, a JSON list. While there are faults, answers are not compared with the
    /// description.
    Answer setFaults(const QByteArray& rules);

    /// Returns the answers since the last call that are not in the OpenAPI description: "GET /jobs
    /// 418".
    QString takeUndescribed();

    /// Returns every JSON answer since the last call as `{"pattern", "method", "status", "body"}`.
    QJsonArray takeAnswers() { return std::exchange(m_answers, {}); }
    /// Returns the OpenAPI description; it is fetched on first use.
    QJsonObject description();

    std::unique_ptr<jetbridge::simulator::Simulator> simulator;
    PartnerBackend backend;

private:
    void compareWithDescription(
        const QByteArray& method, const QString& path, const Answer& answer);

    QJsonObject m_description;
    QJsonArray m_answers;
    QStringList m_undescribed;
    bool m_faulty = false;
};

/// Returns the elements that have an id, by id; empty if the page is not well-formed.
QHash<QString, QXmlStreamAttributes> idsOf(const QByteArray& page);
/// Returns an application whose URLs are the backend's.
QJsonObject application(const QString& mode, bool bidirectional, const PartnerBackend& backend);
/// Returns the description's pattern ("/jobs/{id}") for a path; empty if there is none.
QString patternOf(const QJsonObject& paths, const QString& path);
