// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Console.h"
#include "domain/CheckReport.h"

#include <array>
#include <chrono>

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

/// Plays SmartRecruiters against a partner's endpoints (conformance/Run.h). One run at a time; on
/// the main thread.
class Checking {
public:
    explicit Checking(Console& console);
    ~Checking(); ///< After its run has ended.

    /// Every request that a run would send. Invalid: the plan or an address is not understood.
    Task<Outcome<QList<PlannedCheckRequest>>> planned(CheckSetup setup);
    /// Runs the checks; `told` gets each result at once. Invalid as above; Conflict: a given pair
    /// is a customer's.
    Task<Outcome<CheckReport>> run(
        CheckSetup setup, std::function<void(const CheckResult&)> told = {});
    /// The run ends soon, with a partial report.
    void cancel();

    /// The report as a document. NotPermitted: a secret was found in it, which must not happen: it
    /// does not leave. NotFound: Chromium, which makes PDFs, is not installed.
    Task<Outcome<QByteArray>> document(CheckReport report, CheckFormat format);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge
