// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/DataFolder.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/FormPage.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/Walkthrough.h"
#include "support/Answered.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

#include <memory>

namespace jetbridge::journeys {

/// A whole installation in a temporary folder: console, simulator and endpoints, with the real
/// keychain.
struct Office {
    explicit Office(ConsoleOptions::VaultKind vault = ConsoleOptions::VaultKind::Keychain)
    {
        ConsoleOptions options;
        options.dataFolder = folder.path() + QStringLiteral("/data");
        options.vault = vault;
        network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        console = std::make_unique<Console>(options);
    }
    ~Office() { QCoro::waitFor(console->shutDown()); }

    Outcome<Done> open()
    {
        auto ready = QCoro::waitFor(console->ready());
        if (!ready)
            return ready;
        return QCoro::waitFor(console->simulator().start());
    }

    /// Registers the demo application with the simulator and checks its master credentials.
    Outcome<MasterCredentials> connect(
        bool bidirectional = false, ConsentDisplayMode mode = ConsentDisplayMode::Redirect)
    {
        const auto master = QCoro::waitFor(console->simulator().registerApplication(
            console->endpoints().demoApplication(mode, bidirectional)));
        if (!master)
            return master;
        const auto proved = QCoro::waitFor(console->partnerAccess().connectPartner(*master));
        if (!proved)
            return passOn(proved);
        return master;
    }
    /// Grants the application's scopes, as a company's administrator does in the portal.
    void grant(const MasterCredentials& master, const QString& company)
    {
        control("POST", QStringLiteral("/_simulator/grants"),
            QJsonDocument(QJsonObject{{QStringLiteral("appId"), master.appId.text()},
                              {QStringLiteral("companyId"), company}})
                .toJson());
    }

    Outcome<WalkthroughReport> play(WalkthroughOptions options)
    {
        auto task =
            playWalkthrough({console->current(), console->partnerAccess(), console->endpoints(),
                                console->simulator(), console->onboardings(), console->customers()},
                options, [this](const WalkthroughStep& step) { steps.append(step); });
        return QCoro::waitFor(std::move(task));
    }

    /// Sends a request to the simulator's control interface and returns the JSON of the answer.
    QJsonDocument control(
        const QByteArray& method, const QString& path, const QByteArray& body = {})
    {
        const QUrl url = console->current().environment().apiUrl.resolved(QUrl(path));
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const auto reply = test::answered(network.sendCustomRequest(request, method, body));
        return QJsonDocument::fromJson(reply->readAll());
    }
    /// A page as a browser gets it that follows no redirect.
    struct Visited {
        int status = 0;
        QUrl location; ///< Address of the redirect; empty if there is none.
        QByteArray contentPolicy;
        Outcome<FormPage> page;
    };
    Visited visit(const QUrl& url) { return visited(url, network.get(QNetworkRequest(url))); }
    /// Presses a button of a page.
    Visited press(const Outcome<FormPage>& page, const char* button,
        const QHash<QString, QString>& typed = {})
    {
        const auto submission = page ? page->press(QLatin1String(button), typed)
                                     : Outcome<FormPage::Submission>(passOn(page));
        if (!submission)
            return {0, {}, {}, passOn(submission)};
        QNetworkRequest request(submission->action);
        request.setHeader(QNetworkRequest::ContentTypeHeader,
            QStringLiteral("application/x-www-form-urlencoded"));
        return visited(submission->action, network.post(request, submission->body));
    }

    void setFault(const QJsonObject& rule)
    {
        control(
            "PUT", QStringLiteral("/_simulator/faults"), QJsonDocument(QJsonArray{rule}).toJson());
    }
    /// Returns how often the simulator got this request.
    int requests(const QString& method, const QString& path)
    {
        const QJsonDocument answer =
            control("GET", QStringLiteral("/_simulator/requests?limit=10000"));
        const QJsonArray list = answer.isArray()
            ? answer.array()
            : answer.object().value(QStringLiteral("requests")).toArray();
        int count = 0;
        for (const QJsonValue& entry : list)
            count += entry[QStringLiteral("method")].toString() == method
                && entry[QStringLiteral("path")].toString() == path;
        return count;
    }
    QList<Integration> customers()
    {
        const auto page = QCoro::waitFor(console->customers().integrations().page({}));
        return page ? page->rows : QList<Integration>();
    }
    /// Returns the name of a file below the data folder that contains these bytes; empty if there
    /// is none.
    QString fileWith(QByteArrayView bytes) const
    {
        QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                return file.fileName();
        }
        return {};
    }

    static Visited visited(const QUrl& url, QNetworkReply* pending)
    {
        const auto reply = test::answered(pending);
        return {test::statusOf(*reply), reply->header(QNetworkRequest::LocationHeader).toUrl(),
            reply->rawHeader("Content-Security-Policy"), FormPage::parse(url, reply->readAll())};
    }

    QTemporaryDir folder;
    QNetworkAccessManager network;
    std::unique_ptr<Console> console;
    QList<WalkthroughStep> steps;
};

} // namespace jetbridge::journeys
