// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Invitation.h"

#include "domain/Secret.h"

namespace jetbridge {

Invitation Invitation::create(CompanyId company, OnboardingId onboarding, const QByteArray& random,
    const QDateTime& expiresAt)
{
    // 32 characters, so that five bits of a random byte choose without bias.
    constexpr int group = 4;
    static constexpr char alphabet[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    Q_ASSERT(random.size() >= codeLength);
    Invitation invitation;
    invitation.m_company = std::move(company);
    invitation.m_onboarding = std::move(onboarding);
    invitation.m_expiresAt = expiresAt;
    for (int i = 0; i < codeLength; ++i) {
        if (i > 0 && i % group == 0)
            invitation.m_code += QLatin1Char('-');
        invitation.m_code += QLatin1Char(alphabet[static_cast<unsigned char>(random[i]) & 31]);
    }
    return invitation;
}

Invitation::Verdict Invitation::verify(const QString& typed, const QDateTime& now) const
{
    const auto plain = [](QString text) {
        text.remove(QLatin1Char('-'));
        text.remove(QLatin1Char(' '));
        return text.trimmed().toUpper().toUtf8();
    };
    // First of all: only who has the code learns, or says, what became of it.
    if (!Secret::equalBytes(plain(typed), plain(m_code)))
        return Verdict::Wrong;
    if (m_used)
        return Verdict::Used;
    return now >= m_expiresAt ? Verdict::Expired : Verdict::Accepted;
}

} // namespace jetbridge
