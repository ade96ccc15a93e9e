// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Environment.h"
#include "domain/Integration.h"
#include "domain/Invitation.h"
#include "domain/Journal.h"
#include "domain/ResourceServer.h"
#include "ports/Task.h"

#include <optional>

namespace jetbridge {

/// Customers of one environment. A write is durable (fsync) when the call returns.
/// StorageUnavailable: the registry cannot be read or written.
class Integrations {
public:
    virtual ~Integrations() = default;

    /// Sort order of the rows; rows that are equal in it are ordered by arrival.
    enum class Order {
        Arrival, ///< By the time they were added.
        Company, ///< By company name, or by identifier where no name is known.
        Urgency, ///< By status: those that need attention are the least.
        LastCheck, ///< By last check; never checked is the least.
        Onboarded,
    };

    struct Query {
        QString search; ///< Text in company id, company name or integration id; empty: all.
        CompanyId company; ///< Rows of exactly this company; empty: of any company.
        QList<IntegrationStatus> statuses; ///< Rows with one of these statuses; empty: any status.
        /// Leaves out those of whom nothing more can be proved (onlyATokenWasGiven).
        bool withoutTokenOnly = false;
        QDateTime checkedBefore; ///< Rows last verified before this time, or never; invalid: all.
        Order order = Order::Arrival;
        bool descending = true;
        int limit = 200;
        QString afterKey; ///< `nextKey` of the previous page; empty: start at the first row.
    };
    struct Page {
        QList<Integration> rows;
        QString nextKey; ///< Key of the next page; empty if this was the last one.
        std::optional<int> total; ///< Same as count(), set only where it had to be computed anyway.
    };

    /// Inserts a row, or replaces the one with the same id. Conflict: the row belongs to another
    /// company, or differs from what the change started from; it stays as it is.
    virtual Task<Outcome<Done>> save(IntegrationChange change) = 0;
    virtual Task<Outcome<std::optional<Integration>>> find(IntegrationId id) = 0;
    /// Finds the customer that a client issued by us stands for (guide, 1: callbackUrl).
    virtual Task<Outcome<std::optional<Integration>>> findByIssuedClient(ClientId client) = 0;
    virtual Task<Outcome<Page>> page(Query query) = 0;
    /// Counts the rows on all pages of the query together.
    virtual Task<Outcome<int>> count(Query query) = 0;
    /// Removes the row, and with the last row of a company its former integrations, too.
    virtual Task<Outcome<Done>> forget(IntegrationId id) = 0;

    /// Moves all other integrations of a company that was onboarded again to its former ones, and
    /// returns them. `current` stays, and so do rows whose credentials are not safe yet (Unstored).
    virtual Task<Outcome<QList<Integration>>> retireOthers(
        CompanyId company, IntegrationId current, QDateTime at) = 0;
    /// Returns the company's former integrations, the latest first.
    virtual Task<Outcome<QList<FormerIntegration>>> former(CompanyId company) = 0;
};

/// Event on the way back (WayBack): a token was requested with a client that we issued.
struct WayBackEvent {
    enum class Kind {
        Rehearsed, ///< We got a token with the client; `trial` says by which client authentication.
        Refused, ///< We got no token; `refusal` says why.
        Used, ///< SmartRecruiters got a token from our endpoint.
    };
    Kind kind = Kind::Used;
    QDateTime at; ///< Time of the event in UTC.
    TokenTrial trial = {};
    Message refusal = {};
};

/// Clients that we issued to SmartRecruiters, in one environment.
class IssuedClients {
public:
    virtual ~IssuedClients() = default;
    /// Records a new client. Conflict: the clientId was issued before in any environment (guide,
    /// "ClientId uniqueness"). A client of the partner's own server (TokenService::Given) that
    /// ended may be given to the same company again.
    virtual Task<Outcome<Done>> issue(IssuedClient client) = 0;
    virtual Task<Outcome<Done>> withdraw(ClientId client) = 0;
    /// Records an event in the client's way back (WayBack). Does nothing if the client was never
    /// issued.
    virtual Task<Outcome<Done>> tell(ClientId client, WayBackEvent event) = 0;
    virtual Task<Outcome<QList<IssuedClient>>> all() = 0;
    /// Returns one client; nullopt if it was never issued in this environment.
    virtual Task<Outcome<std::optional<IssuedClient>>> find(ClientId client) = 0;
    /// Returns the company that a client belongs to in this environment, whether we issued the
    /// client or SmartRecruiters did (customer-level credentials); nullopt if none is known.
    virtual Task<Outcome<std::optional<CompanyId>>> companyOf(ClientId client) = 0;
};

/// Invitations of companies to the consent page, in one environment.
class Invitations {
public:
    virtual ~Invitations() = default;
    /// Adds an invitation and ends the company's earlier one, if any. Conflict: the customer has
    /// decided with the earlier one, and a program is carrying out that decision.
    virtual Task<Outcome<Done>> add(Invitation::Record record) = 0;
    /// Returns all invitations in any state, the newest first.
    virtual Task<Outcome<QList<Invitation::Record>>> all() = 0;
    /// Returns the invitation of one run; nullopt if there was none.
    virtual Task<Outcome<std::optional<Invitation::Record>>> find(OnboardingId onboarding) = 0;
    /// Changes the state of an invitation that is in one of the states `from`. False: it is in none
    /// of them any more, because another program was faster, and nothing was changed. An expired
    /// invitation cannot become Deciding.
    virtual Task<Outcome<bool>> change(OnboardingId onboarding, QList<InvitationState> from,
        InvitationState to, QDateTime at, Message detail = {}) = 0;
};

/// The partner's own APIs (resource servers), which may ask what a token stands for.
class ResourceServers {
public:
    virtual ~ResourceServers() = default;
    /// Adds a resource server. Conflict: its name is taken.
    virtual Task<Outcome<Done>> add(ResourceServer server) = 0;
    virtual Task<Outcome<Done>> remove(ClientId client) = 0;
    /// Returns all resource servers, ordered by name.
    virtual Task<Outcome<QList<ResourceServer>>> all() = 0;
};

/// Log of what happened in one environment, in order; lines are only ever added.
class Journal {
public:
    virtual ~Journal() = default;
    /// Appends lines, and saves the customer's row that they are about, in one transaction: either
    /// all of it is kept or none. It is durable if there is a line that mustReachTheDisk, or a row
    /// unless that row leaves Unstored: its credentials are then found again in the keychain.
    /// Returns the number of the last line; the others have the numbers before it. Conflict: as
    /// Integrations::save.
    virtual Task<Outcome<qint64>> append(
        QList<JournalEntry> lines, std::optional<IntegrationChange> row) = 0;
    Task<Outcome<qint64>> append(JournalEntry line)
    {
        return append(QList<JournalEntry>{std::move(line)}, std::nullopt);
    }
    virtual Task<Outcome<QList<JournalEntry>>> of(OnboardingId onboarding) = 0;
    virtual Task<Outcome<QList<JournalEntry>>> ofCompany(CompanyId company) = 0;
    /// Returns the last lines of runs whose confirm call was started and has no result line, so
    /// that its outcome is unknown.
    virtual Task<Outcome<QList<JournalEntry>>> unresolved() = 0;
};

/// What a notification changes besides the inbox.
struct NotificationEffect {
    QList<JournalEntry> lines;
    std::optional<IntegrationChange> row;
    /// Withdraws the client that the notification came with, until the integration's row says that
    /// it works again (see endsClientAfter).
    bool endsClient = false;

    /// Tells whether the client is withdrawn if callbackUrl gives this answer. With any other one
    /// SmartRecruiters sends the notification again, and needs a token for that.
    bool endsClientAfter(const ChosenAnswer& answer) const
    {
        const bool isLast =
            answer.status >= 200 && answer.status < 300 && answer.delayMs == 0 && !answer.drop;
        return endsClient && isLast;
    }
};

/// Notifications that arrived at callbackUrl.
class Inbox {
public:
    virtual ~Inbox() = default;
    /// Stores a notification, its entry in the ForwardQueue if it `isOwed`, and what it changes, in
    /// one transaction: all of it is durable when this returns, or nothing was stored. Returns the
    /// notification with its number, `repeat` and, during a rehearsal, the chosen `answer`.
    /// Conflict: as Integrations::save.
    virtual Task<Outcome<Notification>> append(
        Notification notification, NotificationEffect effect) = 0;
    Task<Outcome<Notification>> append(Notification notification)
    {
        return append(std::move(notification), NotificationEffect());
    }
    /// Returns the latest notifications, newest first.
    virtual Task<Outcome<QList<Notification>>> latest(int limit) = 0;
    virtual Task<Outcome<std::optional<Notification>>> find(qint64 number) = 0;
    /// Starts a rehearsal, which replaces the previous one. Invalid: a value is out of bounds.
    virtual Task<Outcome<Done>> rehearse(Rehearsal rehearsal) = 0;
    /// Returns what is left of the rehearsal; 0 times if there is none.
    virtual Task<Outcome<Rehearsal>> rehearsal() = 0;
};

/// Queue of notifications that must still be forwarded to the partner's own backend. Inbox::append
/// fills it.
class ForwardQueue {
public:
    virtual ~ForwardQueue() = default;
    /// Takes the oldest notification that is due at `now` and counts one more attempt. Until
    /// `lentUntil` nobody else can take it; after that anybody can, in case the taker was killed.
    /// nullopt if nothing is due.
    virtual Task<Outcome<std::optional<Forward>>> take(QDateTime now, QDateTime lentUntil) = 0;
    virtual Task<Outcome<Done>> markDelivered(qint64 number, QDateTime at) = 0;
    virtual Task<Outcome<Done>> postpone(qint64 number, QDateTime due, QString why) = 0;
    /// Postpones everything until `due`, when the backend accepts nothing at all.
    virtual Task<Outcome<Done>> postponeAll(QDateTime due) = 0;
    /// Returns when the next notification is due; nullopt if the queue is empty.
    virtual Task<Outcome<std::optional<QDateTime>>> nextDue() = 0;
    /// Returns the queue entry of a notification; nullopt if it was never to be forwarded.
    virtual Task<Outcome<std::optional<Forward>>> of(qint64 number) = 0;
};

/// The application of one environment and its registration with the Partner & API Team.
class Applications {
public:
    virtual ~Applications() = default;
    virtual Task<Outcome<std::optional<Application>>> load() = 0;
    virtual Task<Outcome<Done>> save(Application application) = 0;
};

/// A change in a data folder, made by this program or by another one.
struct RegistryChange {
    enum class Topic {
        Integration, ///< `id` is its IntegrationId.
        IssuedClient, ///< `id` is its ClientId.
        Invitation, ///< `id` is its OnboardingId.
        Application,
        Environment, ///< `id` is its name.
        Secret, ///< An item of the keychain changed; `id` is VaultKey::text() without the folder.
        SecretHash, ///< Hashes of secrets were added (Vault::refreshRemembered).
        ResourceServers, ///< Resource servers were added or removed.
        Answer, ///< The answer that callbackUrl gives next was changed.
        Notification, ///< One or more notifications arrived.
        /// A delivery was noted, ended or made due; `id` is its IntegrationId. Or a sink was added
        /// or removed, with an empty `id`.
        Delivery,
        Everything, ///< Too much changed to list it.
    };
    Topic topic = Topic::Everything;
    QString id;
    bool isOurs = false; ///< True if this program made the change; set for Secret and SecretHash
                         ///< only.
};

/// Changes that a listener receives together, in the order in which they were made, with the
/// current state of what they concern.
struct RegistryNews {
    QList<RegistryChange> changes;
    QList<JournalEntry> lines; ///< New lines of the journal.
    QList<IssuedClient> clients; ///< Clients that were issued, withdrawn or reactivated.
    QList<Invitation::Record> invitations; ///< Invitations that were made or changed.
    std::optional<Application> application; ///< The application, if it was saved.
    QList<Environment> environments; ///< Environments that were saved.
};

/// The environments of a data folder: their names and addresses.
class Environments {
public:
    virtual ~Environments() = default;
    virtual Task<Outcome<QList<Environment>>> all() = 0;
    virtual Task<Outcome<Done>> save(Environment environment) = 0;
};

} // namespace jetbridge
