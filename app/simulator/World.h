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

/// The behaviour of SmartRecruiters where the guide does not define it.
struct Settings {
    ClientAuthentication clientAuthentication =
        ClientAuthentication::Body; ///< Towards oauthTokenUrl.
    /// After an integration was enabled oauthTokenUrl is asked for a token, so much later: 0: at
    /// once, -1: never. Whether and when SmartRecruiters does that is unknown.
    int firstTokenAfterMs = -1;
    QString tokenScope; ///< The `scope` of every request to oauthTokenUrl; empty: none is sent.
    /// Called with the token that oauthTokenUrl gives after an integration was enabled; empty:
    /// none. The guide names no such address, so that it is a setting and in no registration.
    QUrl partnerApiUrl;
    int notificationRetries = 0; ///< After a failed call to oauthTokenUrl or callbackUrl.
    int retryDelayMs = 1000;
    int timeoutMs = 20'000; ///< Time limit of one call to the partner.
    int requestsPerSecond = 10; ///< Limit for each credential; 0: unlimited.
    int concurrentRequests = 8; ///< Limit for each credential; 0: unlimited.
    int tokenLifetimeSeconds = 1800;
    /// Number of requests that the log keeps, for requests and requests/verify.
    int requestsKept = 100'000;

    QJsonObject toJson() const;
    /// Changes the settings that the object contains; Invalid names the field.
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

/// A company administrator's permission for the scopes of an application; the partner has not
/// confirmed it yet (guide, 3).
struct CompanyGrant {
    Scopes scopes;
    QDateTime at;
};

/// The integration of one company with one application.
struct ConnectedCompany {
    IntegrationId id;
    AppId app;
    CompanyId company;
    Scopes scopes; ///< Scopes as granted; later changes of the application do not extend them.
    ClientCredentials own; ///< Our credentials for the partner.
    std::optional<ClientCredentials> partner; ///< The partner's credentials for us.
    QDateTime enabledAt;
    QDateTime disabledAt; ///< Invalid while enabled.
    QJsonObject notification; ///< What came of telling callbackUrl; empty: not tried.
    QJsonObject firstToken; ///< What came of asking oauthTokenUrl after enabling; empty: not asked.

    bool isEnabled() const { return !disabledAt.isValid(); }
};

/// SmartRecruiters' data and rules as the guide describes them: registrations, grants and
/// connections. No HTTP here. Failures carry the HTTP status and code of the answer. Used on the
/// server's thread.
///
/// A change is written first, by the keeper, and takes effect then: one that cannot be written
/// fails with the keeper's failure, and nothing of it is visible.
class World {
public:
    World(Seed& seed, SimulatedClock& clock);

    /// Sets the private hosts that may use http, like this computer. Fails with Invalid if one is
    /// not private.
    Outcome<Done> setHttpHosts(const QStringList& hosts);

    /// A request to register an application.
    struct Registration {
        Application application;
        QStringList onlyCompanies;
        /// Id of an earlier registration, which is replaced; its credentials stay valid, and
        /// `master` is valid in addition. Otherwise the requested id, or empty.
        AppId appId;
        /// The requested credentials; nullopt: they are generated.
        std::optional<ClientCredentials> master;
    };
    /// Registers an application. Fails with Invalid, which names the field, or with Conflict.
    Outcome<RegisteredApp> registerApp(Registration registration);
    /// Records the decision of the Partner & API Team: approved, or "adjust scopes" with a
    /// suggestion (guide, 1).
    Outcome<RegisteredApp> review(const AppId& app, RegistrationState state, QString message);

    const RegisteredApp* app(const AppId& id) const;
    const QList<RegisteredApp>& apps() const { return m_apps; }
    const RegisteredApp* appOfMaster(const ClientId& master) const;

    // --- Actions of the company's administrator
    /// Grants an application its scopes for a company.
    Outcome<Done> grant(const AppId& app, const QString& companyId);
    /// Withdraws a grant that the partner has not confirmed; there may be none.
    Outcome<Done> cancelGrant(const AppId& app, const QString& companyId);
    const CompanyGrant* pendingGrant(const AppId& app, const QString& companyId) const;
    /// Ends an integration: its credentials are invalid from now on. `notification` is the result
    /// of the notification if it is known already. Fails with NotFound, or with Conflict if the
    /// integration is already disabled.
    Outcome<ConnectedCompany> disable(const IntegrationId& id, QJsonObject notification = {});
    /// Stores the result of a notification. The partner was called, which cannot be undone: a
    /// result that cannot be written is visible, and is written with the next change.
    void noteNotification(const IntegrationId& id, QJsonObject notification);
    /// Stores what came of asking oauthTokenUrl, like the result of a notification.
    void noteFirstToken(const IntegrationId& id, QJsonObject token);

    // --- Actions of the partner
    struct Confirmation {
        AppId appId;
        QString companyId;
        std::optional<ClientCredentials> partner;
    };
    /// Processes POST integrations by the guide's rules (3); `caller` is the client of the bearer
    /// token.
    Outcome<ConnectedCompany> confirm(const ClientId& caller, const Confirmation& confirmation);

    const ConnectedCompany* integration(const IntegrationId& id) const;
    const ConnectedCompany* enabledIntegration(const AppId& app, const QString& companyId) const;
    /// Returns the last integration, enabled or not; nullptr if the company was never connected.
    const ConnectedCompany* lastIntegration(const AppId& app, const QString& companyId) const;
    const ConnectedCompany* integrationOfClient(const ClientId& client) const;
    const QList<ConnectedCompany>& integrations() const { return m_integrations; }

    /// A URL for the log.
    struct MaskedUrl {
        QString text; ///< The URL with "***" for each secret; at most 2,000 characters.
        bool hadSecret = false;
    };
    /// Masks the secrets in path and query, given as they were sent; every piece of both is
    /// checked.
    MaskedUrl masked(const QByteArray& path, const QByteArray& query) const;
    /// Tells whether these bytes are a secret or a live token that this simulator issued or
    /// received.
    bool isSecret(const QByteArray& bytes) const;

    /// Removes all integrations and grants without notifying anybody; applications stay. For use
    /// between tests.
    Outcome<Done> reset();

    /// A part of the state that is stored across restarts. `kind` and `key` identify it: "about"
    /// (the seed's key, settings and date), "app", "company", "grant", "integration".
    struct Entry {
        QString kind;
        QString key;
        int place = 0; ///< Position among the entries of its kind.
        QJsonObject document; ///< Empty: the entry was removed.
    };
    /// Returns all entries of the state, which contains no tokens.
    QList<Entry> entries() const;
    /// Returns the entries that changed and are not written, with their current content. They count
    /// as written then.
    QList<Entry> takeChanges();
    /// Restores a state. Invalid (400) names the place of an impossible value.
    Outcome<Done> restore(const QList<Entry>& entries);
    /// Converts a state of version 0.1, one JSON object, into entries. Invalid names the place.
    static Outcome<QList<Entry>> entriesOf(const QJsonObject& state);
    /// Writes the entries of one change, all or none of them.
    using Keeper = std::function<Outcome<Done>(const QList<Entry>&)>;
    /// Sets the keeper; with an empty one, changes take effect without being written.
    void keepBy(Keeper keeper) { m_keeper = std::move(keeper); }

    /// Adds companies in the format of Companies::read(), and returns them.
    Outcome<QList<CompanyProfile>> addCompanies(const QJsonArray& list);
    Outcome<Done> loadCompanies(const QJsonArray& list); ///< Calls Companies::load().
    const Companies& companies() const { return m_companies; }
    Outcome<Done> changeSettings(const QJsonObject& object); ///< Calls Settings::change().
    const Settings& settings() const { return m_settings; }
    oauth::Clients& clients() { return m_clients; }
    oauth::TokenIssuer& issuer() { return m_issuer; }
    const oauth::TokenIssuer& issuer() const { return m_issuer; }
    SimulatedClock& clock() { return m_clock; }
    const SimulatedClock& clock() const { return m_clock; }
    const Seed& seed() const { return m_seed; }
    /// Returns the day for which the companies' data was generated; it is fixed if there is a seed.
    QDate dataDate() const { return m_dataDate; }
    void setDataDate(QDate date) { m_dataDate = date; }
    static constexpr auto masterScope = "client_credentials_write";

private:
    using CompanyKey = std::pair<QString, QString>; ///< The appId and the companyId.
    /// A change of the state: each value is new, or takes the place of the one that there was.
    struct Change {
        std::optional<Settings> settings;
        std::optional<Companies::Addition> companies;
        std::optional<RegisteredApp> app;
        std::optional<ConnectedCompany> integration;
        QHash<CompanyKey, std::optional<CompanyGrant>> grants; ///< nullopt: the grant is removed.
        bool isReset = false;
    };
    /// Writes a change, then lets it take effect. If it cannot be written, it has no effect.
    Outcome<Done> carryOut(const Change& change);
    /// Writes a change together with those that could not be written before.
    Outcome<Done> store(const Change& change);
    void takeEffect(const Change& change);
    /// Notes what others did, whether it can be written now or not.
    void note(ConnectedCompany connected);
    /// Returns the entries of a change, as they will be.
    QList<Entry> entriesOf(const Change& change) const;
    Entry entry(const QString& kind, const QString& key) const;
    Entry entryOf(const RegisteredApp& app) const;
    Entry entryOf(const ConnectedCompany& connected) const;
    QJsonObject aboutDocument(const Settings& settings, int generated) const;
    /// Carries out a change of this application, and returns it.
    Outcome<RegisteredApp> carriedOut(const RegisteredApp& app);
    int placeOf(const AppId& app) const; ///< Position among the applications; if new, the last.
    void put(const RegisteredApp& app);
    void put(const ConnectedCompany& connected);
    void removeIntegrations();
    Outcome<Done> restoreAbout(Fields& fields);
    Outcome<Done> restoreApp(Fields& fields);
    void refuseUnknownApp(Fields& fields, const AppId& id) const;
    Outcome<Done> restoreGrant(Fields& fields);
    Outcome<Done> restoreIntegration(Fields& fields);
    void admitMasters(const RegisteredApp& app);
    void admit(const ConnectedCompany& connected);
    void remember(const Secret& secret) { m_secretHashes.insert(secret.sha256()); }

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
        m_partnerClients; ///< The appId and clientId of enabled integrations.
    QHash<CompanyKey, int> m_timesConnected;
    QSet<QByteArray> m_secretHashes;
    QDate m_dataDate;
    QStringList m_httpHosts;
    QSet<std::pair<QString, QString>> m_unwritten; ///< Kind and key of entries.
    Keeper m_keeper;
};

} // namespace jetbridge::simulator
