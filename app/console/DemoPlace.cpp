// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/DemoPlace.h"

#include "console/Customers.h"
#include "console/DemoApplication.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/PartnerAccess.h"
#include "console/RunLock.h"
#include "console/SimulatorControl.h"
#include "ports/Closing.h"
#include "storage/Registry.h"

#include <QDir>
#include <QJsonObject>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Companies of the simulator that were connected before the audience came; the last one disabled
/// the integration since.
const QStringList connectedBefore{u"initech"_s, u"vandelay"_s, u"soylent"_s};

const auto lockFile = u"runs.lock"_s;

/// The demo's application with what the audience knows of the partner's own one.
Application likeOwn(Application shown, const std::optional<Application>& own)
{
    if (!own)
        return shown;
    shown.name = own->name;
    shown.description = own->description.isEmpty() ? shown.description : own->description;
    // An image at an address of the web is not fetched: nothing leaves this computer.
    if (own->logo.scheme() == "data"_L1)
        shown.logo = own->logo;
    const auto canProve = [](const ScopeRequest& scope) {
        return scope.name == "company_read"_L1;
    };
    if (std::any_of(own->scopes.begin(), own->scopes.end(), canProve))
        shown.scopes = own->scopes;
    return shown;
}

Task<Outcome<Done>> connectCustomers(WalkthroughTopics topics)
{
    WalkthroughOptions options;
    for (const QString& company : connectedBefore) {
        options.companyId = company;
        const auto connected = co_await playConnected(topics, options);
        if (!connected)
            co_return passOn(connected);
    }
    Integrations::Query last;
    last.company = CompanyId(connectedBefore.last());
    const auto found = co_await topics.customers.integrations().page(last);
    if (!found)
        co_return passOn(found);
    for (const Integration& one : found->rows) {
        const auto disabled = co_await topics.simulator.control().disable(one.id);
        if (!disabled)
            co_return passOn(disabled);
    }
    co_return Done{};
}

} // namespace

QString demoFolder(const QString& dataFolder)
{
    return dataFolder + u"/demo"_s;
}

void removeLeftDemo(const QString& dataFolder)
{
    const QString folder = demoFolder(dataFolder);
    if (!QFileInfo(folder).isDir() || QFileInfo(folder).isSymLink())
        return;
    // Held: the demo is open.
    if (const auto lock = RunLock::takeWindow(folder, u"simulator"_s))
        QDir(folder).removeRecursively();
}

void emptyDemoFolder(const QString& folder)
{
    QDir all(folder);
    for (const QFileInfo& one :
        all.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        // Without a session's own folder the window's socket is here, too.
        const bool isSocket = !one.isFile() && !one.isDir() && !one.isSymLink();
        if (one.fileName() == lockFile || isSocket)
            continue;
        if (one.isDir() && !one.isSymLink())
            QDir(one.filePath()).removeRecursively();
        else
            all.remove(one.fileName());
    }
}

Task<Outcome<std::optional<Application>>> savedApplication(DemoOf partner)
{
    std::optional<Application> own;
    if (partner.dataFolder.isEmpty()
        || !QFileInfo::exists(partner.dataFolder + u"/registry.sqlite3"_s))
        co_return own;
    storage::Registry registry(partner.dataFolder);
    const QString examples =
        makeDemoApplication(QUrl(u"http://127.0.0.1"_s), ConsentDisplayMode::Redirect, true).name;
    const QStringList environments{
        partner.environment, u"production"_s, u"sandbox"_s, u"simulator"_s};
    for (const QString& environment : environments) {
        if (own || environment.isEmpty())
            continue;
        const auto scoped = registry.environment(environment);
        const auto saved = co_await scoped->applications().load();
        if (!saved)
            co_return passOn(saved);
        if (saved->has_value() && !(*saved)->name.isEmpty() && (*saved)->name != examples)
            own = **saved;
    }
    co_return own;
}

Task<Outcome<Done>> prepareDemo(WalkthroughTopics topics, DemoOf partner)
{
    const QPointer<QObject> isOpen(&topics.simulator);
    // Without it the demo has an application of its own: what is wrong there is told elsewhere.
    const auto own = co_await savedApplication(partner);
    if (!isOpen)
        co_return programIsClosing();
    const auto simulator = co_await topics.simulator.start();
    if (!simulator)
        co_return passOn(simulator);
    const auto endpoints = co_await topics.endpoints.start();
    if (!endpoints)
        co_return passOn(endpoints);

    // 1. Obtain Partner-Level (Master) Credentials
    const Application shown =
        likeOwn(topics.endpoints.demoApplication(ConsentDisplayMode::Redirect, true),
            own ? *own : std::nullopt);
    const auto master = co_await topics.simulator.registerApplication(shown);
    if (!master)
        co_return passOn(master);
    // 2. Exchange Master Credentials for a Bearer Token
    const auto token = co_await topics.partnerAccess.connectPartner(*master);
    if (!token)
        co_return passOn(token);
    // SmartRecruiters uses the way back by itself, soon after an integration is enabled.
    const auto settings =
        co_await topics.simulator.control().changeSettings({{u"firstTokenAfterMs"_s, 1'000}});
    if (!settings)
        co_return passOn(settings);
    co_return co_await connectCustomers(topics);
}

} // namespace jetbridge
