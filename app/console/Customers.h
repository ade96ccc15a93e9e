// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/VerificationRounds.h"
#include "flows/HandOver.h"
#include "flows/ImportCustomer.h"
#include "flows/Services.h"

#include <QObject>

#include <chrono>

namespace jetbridge {

class ClientRegistrations;
class CurrentEnvironment;
class Overview;
class UnstoredCustomers;

/// Where a token may come from: the cache, as long as it is good, or SmartRecruiters in any case.
enum class TokenFrom { Cache, SmartRecruiters };

/// The companies that were onboarded, what happened to them, and what is done with their
/// customer-level credentials.
class Customers : public QObject {
    Q_OBJECT

public:
    /// What they need besides the flows' services; everything outlives them.
    struct Parts {
        CurrentEnvironment& current;
        ClientRegistrations& clientRegistrations;
        Overview& overview;
        Encryption& encryption;
        const UnstoredCustomers& unstored;
        Timer& timer;
        QString dataFolder;
    };
    Customers(const Services& services, Parts parts);

    Integrations& integrations() { return m_services.integrations; }
    IssuedClients& issuedClients() { return m_services.issuedClients; }
    Journal& journal() { return m_services.journal; }
    /// What happened, summed up by week, and the latest of it.
    Overview& overview() { return m_parts.overview; }

    /// Returns the scopes of the application as it is now to which this customer has not consented
    /// (scopesToConsentAgain).
    QStringList missingConsent(const Integration& integration) const;

    /// A token and one harmless call on the customer's behalf; updates the status.
    Task<Outcome<Integration>> verify(IntegrationId id);
    /// Verifies all customers again and again, each before it becomes Expiring (the environment's
    /// verifyEveryHours), until it is switched off or the console ends. Off at first.
    void verifyOnSchedule(bool on);
    /// A customer-level token (cached until shortly before expiry). NotPermitted: the customer
    /// disabled the integration; what is left of its credentials is not used by itself.
    Task<Outcome<AccessToken>> token(IntegrationId id, TokenFrom from = TokenFrom::Cache);
    /// The credentials as a document for another program or person, also those that are not stored
    /// yet. That they leave is in the journal (HandOver.h).
    Task<Outcome<Done>> handOver(IntegrationId id, Handover handover, DeliverHandover deliver);
    /// NotFound: the vault has none for this integration.
    Task<Outcome<CustomerCredentials>> credentials(IntegrationId id);
    /// Takes in a customer who was connected by other means (ImportCustomer.h). Conflict, too: the
    /// company is being onboarded just now.
    Task<Outcome<Integration>> importCustomer(ForeignCustomer customer);
    /// The two ways of letting go of a customer (ForgetCustomer.h).
    Task<Outcome<Integration>> deleteCredentials(IntegrationId id);
    Task<Outcome<Integration>> forget(IntegrationId id);

    // --- For the rest of the console
    /// At start: looks for customers whose credentials the keychain does not have.
    Task<Outcome<Done>> recover();
    /// No customer is verified any more after the one under way.
    void stop();
    /// Nobody is being verified; 5 s at most.
    Task<Done> settled();

Q_SIGNALS:
    void integrationChanged(const jetbridge::IntegrationId& id); ///< Empty: any of them.
    void journalAppended(const jetbridge::JournalEntry& entry);

private:
    ProofRequest proofRequest() const;
    JournalKeeper keeperOf(const Integration& integration) const;
    Task<Outcome<Done>> findMoreMissing(QString after);

    const Services m_services;
    const Parts m_parts;
    VerificationRounds m_rounds;
    std::chrono::hours m_interval{0}; ///< Of the rounds.
    bool m_isStopped = false; ///< The console ends.
};

} // namespace jetbridge
