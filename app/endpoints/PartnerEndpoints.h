// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Integration.h"
#include "ports/Clock.h"
#include "ports/ConsentDesk.h"
#include "ports/Exchanges.h"

#include <QHostAddress>
#include <QUrl>

#include <memory>

namespace jetbridge::endpoints {

struct EndpointsOptions {
    QHostAddress address {QHostAddress::LocalHost};
    quint16 port = 0;
    QUrl publicUrl; ///< Set in tunnel mode: pages and URLs use it; empty: http://127.0.0.1:PORT
    int tokenLifetimeSeconds = 1800;
};

/// What the partner serves to SmartRecruiters and to customers: consent page, oauthTokenUrl, callbackUrl, on a
/// thread of its own.
class PartnerEndpoints {
public:
    /// `desk` and `receiver` are called on the endpoints' thread. All references outlive this object.
    PartnerEndpoints(ConsentDesk& desk, NotificationReceiver& receiver, const Clock& clock, Randomness& randomness,
        ExchangeRecorder* recorder, EndpointsOptions options);
    ~PartnerEndpoints();

    Outcome<Done> listen(); ///< Conflict: the port is taken.
    void close();
    quint16 port() const;
    QUrl baseUrl() const;
    QUrl consentUrl() const; ///< baseUrl + /consent
    QUrl oauthTokenUrl() const; ///< baseUrl + /oauth/token
    QUrl callbackUrl() const; ///< baseUrl + /callback

    /// A client that SmartRecruiters may use from now on; callable from any thread.
    void admit(const IssuedClient& client);
    /// The client's tokens and the client itself end now; callable from any thread.
    void dismiss(const ClientId& client);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::endpoints
