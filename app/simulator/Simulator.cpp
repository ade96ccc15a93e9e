// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Simulator.h"

#include "http/Authorities.h"
#include "simulator/ControlInterface.h"
#include "simulator/PartnerApi.h"
#include "simulator/Portal.h"
#include "simulator/PublicApi.h"
#include "simulator/StateFile.h"

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

namespace {

// Returns the day at which seeded data ends, so that the same seed gives the same data in any year.
QDate seededDate()
{
    return QDate(2026, 1, 5);
}

// Room for a token of 16 KB and more in the Authorization header; faults make such tokens.
constexpr qsizetype headerBytes = 96 * 1024;

} // namespace

struct Simulator::Private {
    explicit Private(SimulatorOptions given)
        : options(std::move(given))
        , seed(options.seed)
    {
    }

    Outcome<Done> furnish();
    /// Who sees the application is said in words and by name, and both agree.
    Outcome<Done> checkVisibility() const;
    Outcome<Done> registerApplication();
    Outcome<Done> restoreOrStart();
    Outcome<Done> goOnFrom(const QList<World::Entry>& saved);
    web::Router router();

    SimulatorOptions options;
    Seed seed;
    SimulatedClock clock;
    World world{seed, clock};
    Faults faults{seed};
    RequestLog log{world.settings()};
    RateLimits limits{world.settings()};
    Gate gate{world, faults, log};
    std::unique_ptr<Notifier> notifier; ///< Lives on the server's thread.
    std::unique_ptr<StateFile> stateFile;
    std::function<Notifier&()> notifierOf = [this]() -> Notifier& {
        if (!notifier)
            notifier = std::make_unique<Notifier>(world, log, options.caFile);
        return *notifier;
    };
    Portal portal{world, gate, notifierOf};
    PartnerApi partnerApi{world, gate, limits, notifierOf};
    PublicApi publicApi{world, gate, limits};
    ControlInterface control{world, gate, faults, log, limits, partnerApi, notifierOf};
    std::optional<MasterCredentials> credentials;
    QByteArrayList routes;
    std::unique_ptr<web::Server> server;
};

Outcome<Done> Simulator::Private::restoreOrStart()
{
    if (!options.stateFile.isEmpty()) {
        stateFile = std::make_unique<StateFile>(options.stateFile);
        const auto saved = stateFile->open();
        if (!saved)
            return passOn(saved);
        if (!saved->isEmpty())
            return goOnFrom(*saved);
    }
    world.setDataDate(options.seed == 0 ? clock.now().date() : seededDate());
    return world.loadCompanies(options.companies);
}

Outcome<Done> Simulator::Private::goOnFrom(const QList<World::Entry>& saved)
{
    const auto wrong = [this](const QString& why) {
        return failed(
            FailureKind::Invalid, u"The state file \"%1\": %2"_s.arg(options.stateFile, why));
    };
    const QByteArray wanted = seed.key();
    if (const auto restored = world.restore(saved); !restored)
        return wrong(restored.error().detail);
    if (options.seed != 0 && seed.key() != wanted)
        return wrong(u"it was created with another seed: omit the seed."_s);
    if (const auto added = world.addCompanies(options.companies); !added)
        return passOn(added);
    return Done{};
}

Outcome<Done> Simulator::Private::furnish()
{
    if (const auto set = world.setHttpHosts(options.httpHosts); !set)
        return set;
    if (const auto trusting = http::tlsWith(options.caFile); !trusting)
        return passOn(trusting);
    if (const auto started = restoreOrStart(); !started)
        return started;
    if (const auto set = faults.set(options.faults); !set)
        return set;
    if (!options.settings.isEmpty())
        if (const auto set = world.changeSettings(options.settings); !set)
            return set;
    if (options.application)
        if (const auto registered = registerApplication(); !registered)
            return registered;
    return stateFile ? stateFile->keep(world) : Outcome<Done>(Done{});
}

Outcome<Done> Simulator::Private::checkVisibility() const
{
    const auto wrong = [](const QString& sentence) {
        return failed(FailureKind::Invalid, sentence, 400, u"INVALID_APPLICATION"_s);
    };
    const bool isForSelected = options.application->visibility == Visibility::SelectedCustomers;
    if (isForSelected && options.visibleTo.isEmpty())
        return wrong(
            u"The application's \"visibility\" is \"selected\": name the companies that see it "
            "with --visible-to COMPANY, or give it the visibility \"all\"."_s);
    if (!isForSelected && !options.visibleTo.isEmpty())
        return wrong(u"--visible-to is for an application whose \"visibility\" is "
                     "\"selected\", not \"all\"."_s);
    for (const QString& company : options.visibleTo)
        if (company != QLatin1String(everyCompany) && !world.companies().find(company))
            return wrong(u"--visible-to \"%1\" names no company of this simulator."_s.arg(company));
    return Done{};
}

Outcome<Done> Simulator::Private::registerApplication()
{
    if (const auto agreed = checkVisibility(); !agreed)
        return agreed;
    // The same application again, after a restart with a state file: it keeps its credentials.
    World::Registration registration{*options.application, options.visibleTo, {}, std::nullopt};
    for (const RegisteredApp& known : world.apps())
        if (known.application.name == options.application->name)
            registration.appId = known.id;
    const auto app = world.registerApp(std::move(registration));
    if (!app)
        return passOn(app);
    credentials = MasterCredentials{app->id, app->master};
    return Done{};
}

web::Router Simulator::Private::router()
{
    web::Router router;
    gate.watch(router);
    portal.mount(router);
    partnerApi.mount(router);
    publicApi.mount(router);
    control.mount(router);
    return router;
}

Simulator::Simulator(SimulatorOptions options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

Simulator::~Simulator()
{
    close();
}

Outcome<Done> Simulator::listen()
{
    if (const auto furnished = d->furnish(); !furnished)
        return furnished;
    web::ServerOptions options;
    options.port = d->options.port;
    options.healthPath = "/health";
    options.address = d->options.address;
    if (options.address == QHostAddress(QHostAddress::LocalHost))
        options.moreAddresses = web::otherLocalAddresses();
    options.hostNames = d->options.hostNames;
    options.hostNameSetting = u"--host-name: the name by which others reach this simulator"_s;
    if (!options.address.isLoopback())
        options.hostNames.append(web::hostInUrl(options.address));
    options.limits.headerBytes = headerBytes;
    web::Router router = d->router();
    d->routes = router.routes();
    d->server = std::make_unique<web::Server>(std::move(router), options);
    if (const auto listening = d->server->listen(); !listening) {
        d->server.reset();
        return listening;
    }
    QMetaObject::invokeMethod(
        d->server->context(),
        [this] {
            d->portal.setBase(portalUrl());
            d->control.setBase(portalUrl());
            d->gate.setOrigins({d->server->url(u"localhost"_s).toString(),
                d->server->url().toString(), d->server->url(u"[::1]"_s).toString()});
        },
        Qt::BlockingQueuedConnection);
    return Done{};
}

void Simulator::close()
{
    if (!d->server)
        return;
    QMetaObject::invokeMethod(
        d->server->context(),
        [this] {
            if (d->notifier)
                d->notifier->close();
            d->notifier.reset();
            d->stateFile.reset();
        },
        Qt::BlockingQueuedConnection);
    d->server->close();
    d->server.reset();
}

quint16 Simulator::port() const
{
    return d->server ? d->server->port() : 0;
}

QUrl Simulator::portalUrl() const
{
    return d->server ? d->server->url(d->options.hostNames.value(0, u"localhost"_s)) : QUrl();
}

QString Simulator::listening() const
{
    return web::addressAndPort(d->options.address, port());
}

QUrl Simulator::apiUrl() const
{
    return portalUrl();
}

QByteArrayList Simulator::routes() const
{
    return d->routes;
}

std::optional<MasterCredentials> Simulator::credentials() const
{
    return d->credentials;
}

} // namespace jetbridge::simulator
