// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

namespace jetbridge {

/// An identifier with a type of its own, so that different kinds cannot be mixed up by accident.
template <typename Tag> class Identifier {
public:
    Identifier() = default;
    explicit Identifier(QString text)
        : m_text(std::move(text))
    {
    }
    const QString& text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    bool operator==(const Identifier&) const = default;
    bool operator<(const Identifier& other) const { return m_text < other.m_text; }
    friend size_t qHash(const Identifier& id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

/// The Application ID that the Partner & API Team assigns (guide, 1).
using AppId = Identifier<struct AppIdTag>;
/// A company in SmartRecruiters, as in the consentUrl's `companyId` (guide, 3).
using CompanyId = Identifier<struct CompanyIdTag>;
/// The `integrationId` of the integrations reply (guide, 3).
using IntegrationId = Identifier<struct IntegrationIdTag>;
/// An OAuth 2.0 client identifier (RFC 6749 2.2).
using ClientId = Identifier<struct ClientIdTag>;
/// One attempt to onboard one company; also the correlation id of all its exchanges.
using OnboardingId = Identifier<struct OnboardingIdTag>;

} // namespace jetbridge
