// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"

#include <QByteArray>
#include <QDateTime>

namespace jetbridge {

/// Staff's permission for one company to sign in at the consent page: a one-time code with an
/// expiry. Wrong codes are not counted, for whoever knows the companyId could end it by them; 60
/// bits cannot be guessed in its time.
class Invitation {
public:
    enum class Verdict {
        Accepted,
        Wrong, ///< Not this code, whatever became of it.
        Expired, ///< The right code, too late.
        Used, ///< The right code, once more.
    };
    static constexpr int codeLength = 12;

    Invitation() = default;
    /// `random`: at least codeLength bytes from the system's generator.
    static Invitation create(CompanyId company, OnboardingId onboarding, const QByteArray& random,
        const QDateTime& expiresAt);

    /// "ABCD-EFGH-JKLM": letters and digits that nobody confuses; shown to staff, typed by the
    /// customer.
    const QString& code() const { return m_code; }
    const CompanyId& company() const { return m_company; }
    const OnboardingId& onboarding() const { return m_onboarding; }
    const QDateTime& expiresAt() const { return m_expiresAt; }

    /// Checks what somebody typed (case, spaces and dashes do not matter).
    Verdict verify(const QString& typed, const QDateTime& now) const;
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
    bool m_used = false;
};

} // namespace jetbridge
