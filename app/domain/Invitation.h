// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"

#include <QByteArray>
#include <QDateTime>

namespace jetbridge {

/// Staff's permission for one company to sign in at the consent page: a one-time code with an
/// expiry and five tries.
class Invitation {
public:
    enum class Verdict { Accepted, Wrong, Expired, Exhausted, Used };
    static constexpr int allowedTries = 5;
    static constexpr int codeLength = 8;

    Invitation() = default;
    /// `random`: at least codeLength bytes from the system's generator.
    static Invitation create(CompanyId company, OnboardingId onboarding, const QByteArray& random,
        const QDateTime& expiresAt);

    /// "ABCD-EFGH": letters and digits that nobody confuses; shown to staff, typed by the customer.
    const QString& code() const { return m_code; }
    const CompanyId& company() const { return m_company; }
    const OnboardingId& onboarding() const { return m_onboarding; }
    const QDateTime& expiresAt() const { return m_expiresAt; }
    int triesLeft() const { return allowedTries - m_failedTries; }

    /// Checks what the customer typed (case, spaces and dashes do not matter); counts wrong tries.
    Verdict verify(const QString& typed, const QDateTime& now);
    /// The decision was made; the code is worth nothing from now on.
    void use() { m_used = true; }
    /// The decision came to nothing and nothing was confirmed: the code may be typed again.
    void reopen() { m_used = false; }
    bool isUsed() const { return m_used; }

private:
    CompanyId m_company;
    OnboardingId m_onboarding;
    QString m_code;
    QDateTime m_expiresAt;
    int m_failedTries = 0;
    bool m_used = false;
};

} // namespace jetbridge
