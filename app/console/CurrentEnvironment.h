// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Environment.h"
#include "flows/RehearseWayBack.h"
#include "ports/Task.h"

#include <QObject>
#include <QUrl>

#include <optional>

namespace jetbridge {

class Applications;
class Clock;
class Environments;

namespace authorization {
class HttpClientRegistrar;
class HttpClientWebhook;
class HttpTokenTrials;
} // namespace authorization
namespace endpoints {
class HttpBackend;
}
namespace smartrecruiters {
class HttpSmartRecruiters;
class TokenCache;
} // namespace smartrecruiters
namespace storage {
class EnvironmentRegistry;
}

/// The environment that a console works in and the partner's application, as they are now,
/// whichever program changed them. Tells the clients where SmartRecruiters is.
class CurrentEnvironment : public QObject {
    Q_OBJECT

public:
    /// What depends on the environment's settings; everything outlives this.
    struct Clients {
        smartrecruiters::HttpSmartRecruiters& smartRecruiters;
        smartrecruiters::TokenCache& tokens;
        authorization::HttpTokenTrials& tokenTrials;
        authorization::HttpClientRegistrar& clientRegistrar;
        authorization::HttpClientWebhook& clientWebhook;
        endpoints::HttpBackend& backend;
        storage::EnvironmentRegistry& registry;
        const Clock& clock;
    };
    /// Where the embedded simulator listens.
    struct Embedded {
        QUrl apiUrl;
        QUrl portalUrl;
    };

    CurrentEnvironment(
        QString name, Environments& environments, Applications& applications, Clients clients);

    /// As it is saved; a simulator's is where the embedded simulator listens, while that runs.
    const Environment& environment() const { return m_effective; }
    /// As it is saved.
    const Environment& saved() const { return m_saved; }
    const Application& application() const { return m_application; }
    /// The scopes by which an integration can be proved.
    QStringList provableScopes() const { return m_application.scopeNames().names(); }
    /// Where SmartRecruiters gets its tokens, as application and environment say.
    TokenPlace tokenPlace() const;

    /// All environments of the data folder.
    Environments& environments() { return m_environments; }
    /// Saves an environment's settings; if it is this one, they are used at once.
    Task<Outcome<Done>> save(Environment environment);

    // --- For the rest of the console
    /// Reads environment and application from the registry, and uses them. Invalid: there is no
    /// environment of this name.
    Task<Outcome<Done>> load();
    /// Uses changed settings.
    void take(const Environment& saved);
    /// Uses a changed application.
    void take(const Application& changed);
    /// The embedded simulator listens there; nullopt: it has stopped.
    void setEmbedded(const std::optional<Embedded>& embedded);
    /// The partner's endpoints are called by this URL; nullopt: they have stopped.
    void setOwnUrl(const std::optional<QUrl>& url) { m_ownUrl = url; }

Q_SIGNALS:
    void changed(); ///< Or the application.

private:
    void useSaved();
    void use(const Environment& environment);

    const QString m_name;
    Environments& m_environments;
    Applications& m_applications;
    const Clients m_clients;
    Environment m_saved;
    Environment m_effective;
    Application m_application;
    std::optional<Embedded> m_embedded;
    std::optional<QUrl> m_ownUrl;
};

} // namespace jetbridge
