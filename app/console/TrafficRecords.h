// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/Services.h"
#include "ports/Exchanges.h"

#include <QObject>

namespace jetbridge {

namespace traffic {
class TrafficStore;
}

class CurrentEnvironment;

/// Every HTTP exchange of one environment, redacted.
class TrafficRecords : public QObject {
    Q_OBJECT

public:
    TrafficRecords(
        const Services& services, const CurrentEnvironment& current, traffic::TrafficStore& store);

    /// What was recorded so far.
    RecordedTraffic& exchanges();
    TrafficKeeping& keeping();
    /// For what the window alone sees: the pages of the embedded browser.
    ExchangeRecorder& recorder();
    /// ExportTraffic.h says what is checked before anything leaves, also what was drawn of it.
    Task<Outcome<QByteArray>> exportAs(ExchangeFilter filter, ExchangeFormat format);
    Task<Outcome<Done>> checkExport(QByteArray text);
    /// Returns what others wrote with "[secret]" in the place of each secret that this data folder
    /// has kept or issued, as far as the keychain tells.
    Task<QByteArray> withoutSecrets(QByteArray text);
    /// A text by which SmartRecruiters finds the call that a line of the journal is about
    /// (SupportText.h). NotPermitted: a known secret stands in it, so it does not leave.
    Task<Outcome<QString>> supportText(JournalEntry line);
    /// The same for the company's call that failed last; `onboarding` empty: in any run. NotFound:
    /// none failed.
    Task<Outcome<QString>> supportText(CompanyId company, OnboardingId onboarding = {});

Q_SIGNALS:
    void recorded(); ///< There are more exchanges than before.

private:
    const Services m_services;
    const CurrentEnvironment& m_current;
    traffic::TrafficStore& m_store;
};

} // namespace jetbridge
