// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Credentials.h"
#include "domain/Outcome.h"

#include <QStringList>
#include <QUrl>

#include <array>
#include <chrono>
#include <optional>

namespace jetbridge {

/// What is to be checked, and how far the checks may go.
struct CheckSetup {
    /// Where the pairs come from that the checks use. They are never a customer's.
    enum class Pairs {
        None, ///< What needs a pair is skipped.
        Given, ///< `given`, made for checking at the partner's own server.
        Here, ///< Made for this run at our own endpoints, and withdrawn at its end.
    };

    QByteArray plan; ///< A plan's file; empty: everything that needs no asking for.
    QString name; ///< Instead of the plan's own.
    QStringList groups;
    QStringList optIns;
    QStringList only; ///< Ids of checks.
    std::optional<Application> application; ///< Instead of the one that is saved.
    bool ownEndpoints =
        false; ///< Serves our own endpoints for as long as it takes, and checks them.
    QUrl consentUrl; ///< Empty: the application's; so are the next two.
    QUrl oauthTokenUrl;
    QUrl callbackUrl;
    QUrl simulator; ///< For the group "journey", which then runs, too; empty: none.
    QStringList moreHosts; ///< That pages may lead to, besides those of the addresses.
    Pairs pairs = Pairs::None;
    std::array<std::optional<ClientCredentials>, 2> given;
    bool sendsDisabled = false; ///< Notifications say INTEGRATION_DISABLED, which partners act on.
    int requests = 200;
    double perSecond = 5;
    std::chrono::milliseconds time = std::chrono::minutes(10);
    std::chrono::milliseconds patience = std::chrono::seconds(25); ///< For each answer.

    /// Reads `{"clientId","clientSecret"}` or `{"pairs":[{...},{...}]}` into `given`.
    Outcome<Done> readPairs(const QByteArray& json);
};

} // namespace jetbridge
