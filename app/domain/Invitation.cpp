// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Invitation.h"

#include "domain/Secret.h"

namespace jetbridge {

Invitation Invitation::create(CompanyId company, OnboardingId onboarding, const QByteArray& random,
    const QDateTime& expiresAt)
{
    // 32 characters, so that five bits of a random byte choose without bias: 8 of them are 40 bits,
    // which five tries cannot guess.
    static constexpr char alphabet[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    Q_ASSERT(random.size() >= codeLength);
    Invitation invitation;
    invitation.m_company = std::move(company);
    invitation.m_onboarding = std::move(onboarding);
    invitation.m_expiresAt = expiresAt;
    for (int i = 0; i < codeLength; ++i) {
        if (i == codeLength / 2)
            invitation.m_code += QLatin1Char('-');
        invitation.m_code += QLatin1Char(alphabet[static_cast<unsigned char>(random[i]) & 31]);
    }
    return invitation;
}

Invitation::Verdict Invitation::verify(const QString& typed, const QDateTime& now)
{
    if (m_used)
        return Verdict::Used;
    if (now >= m_expiresAt)
        return Verdict::Expired;
    if (triesLeft() <= 0)
        return Verdict::Exhausted;
    const auto plain = [](QString text) {
        text.remove(QLatin1Char('-'));
        text.remove(QLatin1Char(' '));
        return text.trimmed().toUpper().toUtf8();
    };
    if (Secret::equalBytes(plain(typed), plain(m_code)))
        return Verdict::Accepted;
    ++m_failedTries;
    return triesLeft() > 0 ? Verdict::Wrong : Verdict::Exhausted;
}

} // namespace jetbridge
