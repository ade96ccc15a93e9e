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

/// The customers of one environment. StorageUnavailable when the disk says no; durable (fsync) when
/// it returns.
class Integrations {
public:
    virtual ~Integrations() = default;

    /// What the rows are ordered by; among equals the one that came first is the lesser.
    enum class Order {
        Arrival, ///< When they came here.
        Company, ///< The name, or the identifier where no name is known.
        Urgency, ///< The status: whoever needs somebody's attention is the least.
        LastCheck, ///< Never checked is the least.
        Onboarded,
    };

    struct Query {
        QString search; ///< In company id, company name and integration id; empty: all.
        CompanyId company; ///< Exactly this one's; empty: anybody's.
        QList<IntegrationStatus> statuses; ///< One of these; empty: any.
        /// Leaves out those of whom nothing more can be proved (onlyATokenWasGiven).
        bool withoutTokenOnly = false;
        QDateTime checkedBefore; ///< Only who was last verified before, or never; invalid: all.
        Order order = Order::Arrival;
        bool descending = true;
        int limit = 200;
        QString afterKey; ///< `nextKey` of the page before; empty: from the start.
    };
    struct Page {
        QList<Integration> rows;
        QString nextKey; ///< Empty: this was the last page.
        std::optional<int> total; ///< As count(), where it had to be known anyway.
    };

    /// Inserts, or replaces the one with the same id. Conflict: it is another company's, or no more
    /// what it was changed from, and stays as it is.
    virtual Task<Outcome<Done>> save(IntegrationChange change) = 0;
    virtual Task<Outcome<std::optional<Integration>>> find(IntegrationId id) = 0;
    /// The customer whom a client that we issued stands for (guide, 1: callbackUrl).
    virtual Task<Outcome<std::optional<Integration>>> findByIssuedClient(ClientId client) = 0;
    virtual Task<Outcome<Page>> page(Query query) = 0;
    /// How many all pages of it have together.
    virtual Task<Outcome<int>> count(Query query) = 0;
    /// The row, and with the company's last row what it had before.
    virtual Task<Outcome<Done>> forget(IntegrationId id) = 0;

    /// The company was onboarded again: whatever it has besides `current` leaves the customers and
    /// is kept as former, but for rows whose credentials are not safe yet (Unstored). Gives what
    /// left.
    virtual Task<Outcome<QList<Integration>>> retireOthers(
        CompanyId company, IntegrationId current, QDateTime at) = 0;
    /// What the company had before, the latest first.
    virtual Task<Outcome<QList<FormerIntegration>>> former(CompanyId company) = 0;
};

/// Something that happened on the way from SmartRecruiters to a client's tokens.
struct WayBackEvent {
    enum class Kind {
        Rehearsed, ///< We got a token with it, as `trial` says.
        Refused, ///< We got none: `refusal`.
        Used, ///< SmartRecruiters got a token from our endpoint.
    };
    Kind kind = Kind::Used;
    QDateTime at; ///< UTC
    TokenTrial trial = {};
    Message refusal = {};
};

/// The clients that we issued to SmartRecruiters.
class IssuedClients {
public:
    virtual ~IssuedClients() = default;
    /// Conflict when the clientId was ever issued before in any environment (guide, "ClientId
    /// uniqueness"); but a pair of the partner's own (TokenService::Given) that ended may be given
    /// to the same company again.
    virtual Task<Outcome<Done>> issue(IssuedClient client) = 0;
    virtual Task<Outcome<Done>> withdraw(ClientId client) = 0;
    /// The customer disabled the integration: withdrawn until the integration's row says that it
    /// works again. Nothing happens where the client was never issued.
    virtual Task<Outcome<Done>> disable(ClientId client) = 0;
    /// Keeps what happened with a client (WayBack). Nothing happens where it was never issued.
    virtual Task<Outcome<Done>> tell(ClientId client, WayBackEvent event) = 0;
    virtual Task<Outcome<QList<IssuedClient>>> all() = 0;
    /// nullopt: it was never issued in this environment.
    virtual Task<Outcome<std::optional<IssuedClient>>> find(ClientId client) = 0;
    /// The company that this client was made for in this environment: one that we ever issued, or a
    /// customer-level one that SmartRecruiters gave. nullopt: nobody's, as far as is known here.
    virtual Task<Outcome<std::optional<CompanyId>>> companyOf(ClientId client) = 0;
};

/// Whom staff invited to the consent page, in one environment.
class Invitations {
public:
    virtual ~Invitations() = default;
    /// Ends the company's earlier invitation, if it has one. Conflict: the customer decided by that
    /// one, and a program carries it out just now.
    virtual Task<Outcome<Done>> add(Invitation::Record record) = 0;
    /// The newest first, whatever became of them.
    virtual Task<Outcome<QList<Invitation::Record>>> all() = 0;
    /// nullopt: there was never one of this run.
    virtual Task<Outcome<std::optional<Invitation::Record>>> find(OnboardingId onboarding) = 0;
    /// False: it is in none of the states `from` any more, another program was quicker; nothing
    /// changes then. Nobody gets to Deciding when its time is over.
    virtual Task<Outcome<bool>> change(OnboardingId onboarding, QList<InvitationState> from,
        InvitationState to, QDateTime at, Message detail = {}) = 0;
};

/// The partner's own APIs that may ask what a token stands for.
class ResourceServers {
public:
    virtual ~ResourceServers() = default;
    /// Conflict: its name is taken.
    virtual Task<Outcome<Done>> add(ResourceServer server) = 0;
    virtual Task<Outcome<Done>> remove(ClientId client) = 0;
    /// By name.
    virtual Task<Outcome<QList<ResourceServer>>> all() = 0;
};

/// What happened, line by line, in the order it happened.
class Journal {
public:
    virtual ~Journal() = default;
    /// Lines, and the customer's row that they tell of, as one write: all of it is kept when it
    /// returns (durable when there is a row, or a line that mustReachTheDisk), or none
    /// (Conflict: as Integrations::save). Gives the last line's number; the others have those
    /// before it.
    virtual Task<Outcome<qint64>> append(
        QList<JournalEntry> lines, std::optional<IntegrationChange> row) = 0;
    Task<Outcome<qint64>> append(JournalEntry line)
    {
        return append(QList<JournalEntry>{std::move(line)}, std::nullopt);
    }
    virtual Task<Outcome<QList<JournalEntry>>> of(OnboardingId onboarding) = 0;
    virtual Task<Outcome<QList<JournalEntry>>> ofCompany(CompanyId company) = 0;
    /// Runs whose confirm was started and never got a second line: their outcome is unknown.
    virtual Task<Outcome<QList<JournalEntry>>> unresolved() = 0;
};

/// What arrived at callbackUrl.
class Inbox {
public:
    virtual ~Inbox() = default;
    /// Durable before it returns, and when it `isOwed` so is its place in the ForwardQueue;
    /// gives number, `repeat` and, while a rehearsal lasts, the `answer` that was chosen.
    virtual Task<Outcome<Notification>> append(Notification notification) = 0;
    /// The newest first.
    virtual Task<Outcome<QList<Notification>>> latest(int limit) = 0;
    virtual Task<Outcome<std::optional<Notification>>> find(qint64 number) = 0;
    /// Takes the place of the rehearsal before it. Invalid: out of its bounds.
    virtual Task<Outcome<Done>> rehearse(Rehearsal rehearsal) = 0;
    /// What is left of it; 0 times when there is none.
    virtual Task<Outcome<Rehearsal>> rehearsal() = 0;
};

/// What the partner's own backend must still get. Filled by Inbox::append.
class ForwardQueue {
public:
    virtual ~ForwardQueue() = default;
    /// The oldest that is due at `now`, with one more try counted; until `lentUntil` nobody
    /// else gets it, and afterwards somebody does, if whoever took it is gone. nullopt: none is
    /// due.
    virtual Task<Outcome<std::optional<Forward>>> take(QDateTime now, QDateTime lentUntil) = 0;
    virtual Task<Outcome<Done>> markDelivered(qint64 number, QDateTime at) = 0;
    virtual Task<Outcome<Done>> postpone(qint64 number, QDateTime due, QString why) = 0;
    /// Nothing is due before `due`: the backend takes nothing at all.
    virtual Task<Outcome<Done>> postponeAll(QDateTime due) = 0;
    /// When something is due next; nullopt: nothing waits.
    virtual Task<Outcome<std::optional<QDateTime>>> nextDue() = 0;
    /// nullopt: this notification was never owed.
    virtual Task<Outcome<std::optional<Forward>>> of(qint64 number) = 0;
};

/// The application and its registration with the Partner & API Team.
class Applications {
public:
    virtual ~Applications() = default;
    virtual Task<Outcome<std::optional<Application>>> load() = 0;
    virtual Task<Outcome<Done>> save(Application application) = 0;
};

/// A change in a data folder, made by this program or by another one.
struct RegistryChange {
    enum class Topic {
        Integration, ///< `id`: its IntegrationId.
        IssuedClient, ///< `id`: its ClientId.
        Invitation, ///< `id`: its OnboardingId.
        Application,
        Environment, ///< `id`: its name.
        Secret, ///< An item of the keychain; `id`: VaultKey::text() without the folder.
        SecretHash, ///< There are more hashes of secrets (Vault::refreshRemembered).
        ResourceServers, ///< Some were added or removed.
        Answer, ///< The answer that callbackUrl gives next.
        Notification, ///< One or more arrived.
        Everything, ///< So much that nobody can tell any more what.
    };
    Topic topic = Topic::Everything;
    QString id;
    bool isOurs = false; ///< Of a Secret or a SecretHash: this program changed it.
};

/// What a listener learns at once: changes in the order in which they were made, and what they
/// led to, as it stands now.
struct RegistryNews {
    QList<RegistryChange> changes;
    QList<JournalEntry> lines; ///< New ones.
    QList<IssuedClient> clients; ///< Those that were issued, withdrawn, or good again.
    QList<Invitation::Record> invitations; ///< Those that were made or changed.
    std::optional<Application> application; ///< If it was saved.
    QList<Environment> environments; ///< Those that were saved.
};

/// Where each environment lives (shared by all environments of a data folder).
class Environments {
public:
    virtual ~Environments() = default;
    virtual Task<Outcome<QList<Environment>>> all() = 0;
    virtual Task<Outcome<Done>> save(Environment environment) = 0;
};

} // namespace jetbridge
