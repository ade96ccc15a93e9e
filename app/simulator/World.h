// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Credentials.h"
#include "domain/Environment.h"
#include "oauth/TokenIssuer.h"
#include "simulator/Companies.h"
#include "simulator/SimulatedClock.h"

#include <QDate>
#include <QSet>

#include <functional>

namespace jetbridge::simulator {

class Fields;

/// How SmartRecruiters behaves where the guide is silent.
struct Settings {
    ClientAuthentication clientAuthentication =
        ClientAuthentication::Body; ///< Towards oauthTokenUrl.
    /// After an integration was enabled oauthTokenUrl is asked for a token, so much later: 0: at
    /// once, -1: never. Whether and when SmartRecruiters does that is unknown.
    int firstTokenAfterMs = -1;
    QString tokenScope; ///< The `scope` of every request to oauthTokenUrl; empty: none is sent.
    int notificationRetries = 0; ///< After a failed call to oauthTokenUrl or callbackUrl.
    int retryDelayMs = 1000;
    int timeoutMs = 20'000; ///< Of one call to the partner.
    int requestsPerSecond = 10; ///< For each credential; 0: unlimited.
    int concurrentRequests = 8; ///< For each credential; 0: unlimited.
    int tokenLifetimeSeconds = 1800;
    int requestsKept = 100'000; ///< For requests and requests/verify.

    QJsonObject toJson() const;
    /// Changes what the object names; Invalid names the field.
    Outcome<Done> change(const QJsonObject& object);
};

/// Among an application's companies: every one that there is or will be.
inline constexpr auto everyCompany = "*";

/// An application that a partner has registered with the Partner & API Team (guide, 1).
struct RegisteredApp {
    AppId id;
    ClientCredentials master;
    std::optional<ClientCredentials> earlierMaster; ///< Good as well, while the partner rotates.
    Application application; ///< `state` says where the review stands.
    /// Who sees it; empty: every company of this simulator. `everyCompany`: the same, but they
    /// count as selected.
    QStringList onlyCompanies;
    QString reviewMessage; ///< What the team asked to change.

    bool isVisibleTo(const QString& companyId) const;
    bool isMaster(const ClientId& client) const;
};

/// A company's administrator allowed the application its scopes; the partner has not confirmed yet
/// (guide, 3).
struct CompanyGrant {
    Scopes scopes;
    QDateTime at;
};

/// One company connected with one application.
struct ConnectedCompany {
    IntegrationId id;
    AppId app;
    CompanyId company;
    Scopes scopes; ///< As granted: later changes of the application do not widen it.
    ClientCredentials own; ///< Ours for the partner.
    std::optional<ClientCredentials> partner; ///< The partner's for us.
    QDateTime enabledAt;
    QDateTime disabledAt; ///< Invalid while enabled.
    QJsonObject notification; ///< What came of telling callbackUrl; empty: not tried.
    QJsonObject firstToken; ///< What came of asking oauthTokenUrl after enabling; empty: not asked.

    bool isEnabled() const { return !disabledAt.isValid(); }
};

/// SmartRecruiters' side as the guide tells it: who is registered, who granted, who is connected.
/// No HTTP in here. Failures carry the HTTP status and code of the answer. Used on the server's
/// thread.
class World {
public:
    World(Seed& seed, SimulatedClock& clock);

    /// Private hosts whose addresses may be http, as this computer's may. Invalid: one is not
    /// private.
    Outcome<Done> setHttpHosts(const QStringList& hosts);

    /// What a registration asks for beside the application itself.
    struct Registration {
        Application application;
        QStringList onlyCompanies;
        AppId appId; ///< Of an earlier registration: it is replaced, its credentials stay, and
                     ///< `master` is good beside them. Else a wish, or empty.
        std::optional<ClientCredentials> master; ///< A wish; nullopt: made here.
    };
    Outcome<RegisteredApp> registerApp(Registration registration);
    /// The Partner & API Team's answer: approved, or "adjust scopes" with what it suggests (guide,
    /// 1).
    Outcome<RegisteredApp> review(const AppId& app, RegistrationState state, QString message);

    const RegisteredApp* app(const AppId& id) const;
    const QList<RegisteredApp>& apps() const { return m_apps; }
    const RegisteredApp* appOfMaster(const ClientId& master) const;

    // --- What the company's administrator does
    Outcome<Done> grant(const AppId& app, const QString& companyId);
    void cancelGrant(const AppId& app, const QString& companyId);
    const CompanyGrant* pendingGrant(const AppId& app, const QString& companyId) const;
    /// The integration ends: its credentials are worth nothing from now on. NotFound; Conflict:
    /// disabled already.
    Outcome<ConnectedCompany> disable(const IntegrationId& id);
    void noteNotification(const IntegrationId& id, QJsonObject notification);
    void noteFirstToken(const IntegrationId& id, QJsonObject token);

    // --- What the partner does
    struct Confirmation {
        AppId appId;
        QString companyId;
        std::optional<ClientCredentials> partner;
    };
    /// POST integrations, by the guide's rules (3); `caller` is the client behind the bearer token.
    Outcome<ConnectedCompany> confirm(const ClientId& caller, const Confirmation& confirmation);

    const ConnectedCompany* integration(const IntegrationId& id) const;
    const ConnectedCompany* enabledIntegration(const AppId& app, const QString& companyId) const;
    /// Enabled or not; nullptr: never connected.
    const ConnectedCompany* lastIntegration(const AppId& app, const QString& companyId) const;
    const ConnectedCompany* integrationOfClient(const ClientId& client) const;
    const QList<ConnectedCompany>& integrations() const { return m_integrations; }

    /// A URL for the log.
    struct MaskedUrl {
        QString text; ///< "***" where a secret was; at most 2,000 characters.
        bool hadSecret = false;
    };
    /// Path and query as they were sent; every piece of both is looked at.
    MaskedUrl masked(const QByteArray& path, const QByteArray& query) const;
    /// Whether these bytes are a secret or a live token that this simulator gave out or was given.
    bool isSecret(const QByteArray& bytes) const;

    /// Integrations and grants end without a word to anybody; applications stay. For use between
    /// tests.
    void reset();

    /// One thing that outlives the simulator. `kind` and `key` name it: "about" (the seed's key,
    /// settings and date), "app", "company", "grant", "integration".
    struct Entry {
        QString kind;
        QString key;
        int place = 0; ///< Among those of its kind.
        QJsonObject document; ///< Empty: it is gone.
    };
    /// Everything that outlives the simulator: no tokens.
    QList<Entry> entries() const;
    /// Those that changed since this was called last, as they are now.
    QList<Entry> takeChanges();
    /// Invalid (400) names the place of what cannot be.
    Outcome<Done> restore(const QList<Entry>& entries);
    /// The entries of a state as version 0.1 kept it, one JSON object. Invalid names the place.
    static Outcome<QList<Entry>> entriesOf(const QJsonObject& state);
    /// Called after every change that entries() would show.
    void onChange(std::function<void()> callback) { m_changed = std::move(callback); }

    Outcome<QList<CompanyProfile>> addCompanies(const QJsonArray& list); ///< Companies::add()
    Outcome<Done> loadCompanies(const QJsonArray& list); ///< Companies::load()
    const Companies& companies() const { return m_companies; }
    Outcome<Done> changeSettings(const QJsonObject& object); ///< Settings::change()
    const Settings& settings() const { return m_settings; }
    oauth::Clients& clients() { return m_clients; }
    oauth::TokenIssuer& issuer() { return m_issuer; }
    const oauth::TokenIssuer& issuer() const { return m_issuer; }
    SimulatedClock& clock() { return m_clock; }
    const SimulatedClock& clock() const { return m_clock; }
    const Seed& seed() const { return m_seed; }
    /// The day on which the companies' data was made up: a fixed one where there is a seed.
    QDate dataDate() const { return m_dataDate; }
    void setDataDate(QDate date) { m_dataDate = date; }
    static constexpr auto masterScope = "client_credentials_write";

private:
    /// Notes what changed(), which tells, is about.
    void touch(const char* kind, const QString& key);
    void changed() const
    {
        if (m_changed)
            m_changed();
    }
    Entry entry(const QString& kind, const QString& key) const;
    Outcome<Done> restoreAbout(Fields& fields);
    Outcome<Done> restoreApp(Fields& fields);
    void refuseUnknownApp(Fields& fields, const AppId& id) const;
    Outcome<Done> restoreGrant(Fields& fields);
    Outcome<Done> restoreIntegration(Fields& fields);
    void admitMasters(const RegisteredApp& app);
    void admit(const ConnectedCompany& connected);
    void remember(const Secret& secret) { m_secretHashes.insert(secret.sha256()); }

    using CompanyKey = std::pair<QString, QString>; ///< appId, companyId
    Seed& m_seed;
    SimulatedClock& m_clock;
    Companies m_companies;
    Settings m_settings;
    oauth::Clients m_clients;
    oauth::TokenIssuer m_issuer;
    QList<RegisteredApp> m_apps;
    QList<ConnectedCompany> m_integrations;
    QHash<CompanyKey, CompanyGrant> m_grants;
    QHash<CompanyKey, int> m_latest; ///< Indexes into m_integrations.
    QHash<QString, int> m_byId;
    QHash<QString, int> m_byClient;
    QSet<std::pair<QString, QString>>
        m_partnerClients; ///< appId, clientId of enabled integrations.
    QHash<CompanyKey, int> m_timesConnected;
    QSet<QByteArray> m_secretHashes;
    QDate m_dataDate;
    QStringList m_httpHosts;
    QSet<std::pair<QString, QString>> m_touched; ///< Kind and key.
    std::function<void()> m_changed;
};

} // namespace jetbridge::simulator
