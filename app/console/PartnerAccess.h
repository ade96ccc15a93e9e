// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RateUse.h"
#include "flows/Services.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace jetbridge {

namespace smartrecruiters {
class HttpSmartRecruiters;
class Pacer;
class TokenCache;
} // namespace smartrecruiters

/// How the partner gets into SmartRecruiters: its application, the master credentials, the tokens
/// that they give, and how many calls are allowed.
class PartnerAccess : public QObject {
    Q_OBJECT

public:
    /// The clients that know more than the ports say; they outlive this.
    struct Clients {
        smartrecruiters::HttpSmartRecruiters& smartRecruiters;
        smartrecruiters::TokenCache& tokens;
        const smartrecruiters::Pacer& pacer;
    };
    PartnerAccess(
        const Services& services, Applications& applications, Clients clients, QString dataFolder);

    Applications& applications() { return m_applications; }
    /// Proves the pair with a real token request, then stores it (guide, 2). Refused: nothing is
    /// stored. `onboarding`: for which that is done, if for any.
    Task<Outcome<AccessToken>> connectPartner(
        MasterCredentials credentials, OnboardingId onboarding = {});
    /// Refused (code no_master_credentials): none were set yet.
    Task<Outcome<MasterCredentials>> masterCredentials();
    Task<Outcome<Done>> forgetMasterCredentials();
    /// Another pair takes the place of the one in use, and back (RotateMasterCredentials.h).
    Task<Outcome<AccessToken>> rotateMasterCredentials(MasterCredentials fresh);
    Task<Outcome<AccessToken>> rotateBack();
    /// The pair before, as long as it is kept.
    Task<Outcome<std::optional<MasterCredentials>>> previousMasterCredentials();
    /// A master token.
    Task<Outcome<AccessToken>> masterToken(OnboardingId onboarding = {});

    /// How the credentials that were used lately stand against SmartRecruiters' limits. Calls wait
    /// by themselves; this is for people to look at.
    QList<RateUse> rates() const;
    int callsWaiting() const; ///< How many of them in all.
    /// How far SmartRecruiters' clock is ahead of this computer's, by its last answer; nullopt:
    /// none came yet, or it did not say.
    std::optional<std::chrono::seconds> clockSkew() const;

    // --- For the rest of the console
    /// An integration was confirmed with this pair: an earlier one is removed if it is still kept.
    Task<Done> settleRotation(ClientCredentials confirmedWith);
    /// Another program changed the master credentials.
    void takeChangedMasters();
    /// Another program changed an item of the keychain: what was got with the credentials in it is
    /// not used any more.
    Task<Outcome<Done>> takeChangedSecret(QString name);

Q_SIGNALS:
    void credentialsChanged();

private:
    void tellIfProved(const Outcome<AccessToken>& proof);

    const Services m_services;
    Applications& m_applications;
    const Clients m_clients;
    const QString m_dataFolder;
    bool m_isRotationSettled = false; ///< No earlier pair is kept, as far as this program knows.
};

} // namespace jetbridge
