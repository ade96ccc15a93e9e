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

/// What came back over HTTP.
struct Answer {
    int status = 0; ///< 0: no answer.
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray list() const { return QJsonDocument::fromJson(body).array(); }
    QString code() const { return json()["errors"].toArray().at(0)["code"].toString(); }
    QString text(const char* field) const { return json()[QLatin1String(field)].toString(); }
};

/// A partner's own backend: notes what arrives, whole requests, and answers with a token or 200.
class PartnerBackend : public QTcpServer {
public:
    PartnerBackend();
    QString url(const char* path) const;

    QList<QByteArray> requests;
    QList<int> refusals; ///< Statuses of the next answers; then it is well again.

private:
    void read(QTcpSocket* socket);
    QHash<QTcpSocket*, QByteArray> m_pending;
};

/// A running simulator as its partner sees it, over HTTP and nothing else. What it answers is
/// compared with its own OpenAPI description all the while.
class Served {
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    void start(jetbridge::simulator::SimulatorOptions options = {}); ///< Seed 7 unless it says so.
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
    /// The token endpoint, with this form.
    Answer tokenRequest(const QByteArray& form, const Headers& headers = {});
    QByteArray token(const QString& id, const QString& secret);

    QString setupPath(
        const Answer& app, const char* action, const QString& company = QStringLiteral("globex"));
    Answer registerApp(
        const QString& mode = QStringLiteral("REDIRECT"), bool bidirectional = false);
    QByteArray masterToken(const Answer& app);
    Answer confirm(const Answer& app, QJsonObject more = {},
        const QString& company = QStringLiteral("globex"));
    /// Grants and confirms: the customer-level credentials and the integrationId.
    Answer connected(const Answer& app, QJsonObject more = {},
        const QString& company = QStringLiteral("globex"));
    /// Registers an application with these scopes, connects globex, and gets a token for it.
    QByteArray customerToken(const QStringList& scopes);
    /// `rules`: a JSON list. Requests with faults in force are not compared with the description.
    Answer setFaults(const QByteArray& rules);

    /// What was answered since and is not in the OpenAPI description: "GET /jobs 418".
    QString takeUndescribed();

    /// Every answer in JSON since, as `{"pattern", "method", "status", "body"}`.
    QJsonArray takeAnswers() { return std::exchange(m_answers, {}); }
    /// What the description says; read when first needed.
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

/// Runs a script to its end. Empty: it went well; else what it said.
QByteArray complaintOf(
    const QString& program, const QStringList& arguments, const QByteArray& input);
/// The elements that have an id, by it; empty when the page is not well-formed.
QHash<QString, QXmlStreamAttributes> idsOf(const QByteArray& page);
/// An application whose URLs are the backend's.
QJsonObject application(const QString& mode, bool bidirectional, const PartnerBackend& backend);
/// The path of a description's pattern ("/jobs/{id}") that a path belongs to; empty: none.
QString patternOf(const QJsonObject& paths, const QString& path);
