// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Task.h"

#include <QObject>
#include <QString>

#include <memory>

namespace jetbridge {

class ClientRegistrations;
class CurrentEnvironment;
class Customers;
class DataFolder;
class Deliveries;
class EmbeddedSimulator;
class Endpoints;
class Onboardings;
class PartnerAccess;
class TrafficRecords;

/// How a Console is opened.
struct ConsoleOptions {
    enum class VaultKind { Keychain, Memory };
    QString dataFolder; ///< Registry and recorded traffic; made if missing (0700).
    QString environment = QStringLiteral("simulator");
    VaultKind vault = VaultKind::Keychain;
    bool isPassing = false; ///< Nothing stays: whoever opens it removes folder and secrets.
};

/// Builds everything that one environment of a data folder needs, once, and ends it: window and
/// command line each have one. What can be done is found in its topics; whoever needs only some of
/// them takes those.
///
/// It and its topics live on the main thread. Everything that takes time returns a Task; no
/// function blocks for the network.
class Console : public QObject {
    Q_OBJECT

public:
    /// Cheap: the data folder and the registry are opened on their own thread; ready() tells how
    /// that went.
    explicit Console(ConsoleOptions options);
    ~Console() override; ///< Closes everything; see shutDown().

    /// The registry is open, migrated, and this environment is loaded. StorageUnavailable, or
    /// Invalid: no such environment.
    Task<Outcome<Done>> ready();
    /// Before quitting: aborts what is under way and waits (5 s at most) until it is written down;
    /// a confirm call that was sent becomes "outcome unknown". The window and the CLI await this,
    /// then end.
    Task<Done> shutDown();

    DataFolder& dataFolder();
    /// Valid after ready().
    CurrentEnvironment& current();
    PartnerAccess& partnerAccess();
    Endpoints& endpoints();
    EmbeddedSimulator& simulator();
    Onboardings& onboardings();
    ClientRegistrations& clientRegistrations();
    Customers& customers();
    Deliveries& deliveries();
    TrafficRecords& traffic();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge
