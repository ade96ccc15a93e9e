// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "domain/Secret.h"

#include <QDateTime>
#include <QUrl>

#include <optional>

namespace jetbridge::endpoints {

/// The state of one visit to the consent page. It is sent in a signed hidden form field, because a
/// cookie would be blocked in SmartRecruiters' cross-origin frame (POPUP).
struct ConsentState {
    enum class Stage { SignIn, Decision };

    Stage stage = Stage::SignIn;
    CompanyId company;
    QUrl redirect; ///< Already checked; empty in POPUP.
    QByteArray visit; ///< Unique to this visit, for which only one decision is made.
    OnboardingId onboarding; ///< Known after the sign-in.
    QDateTime expiresAt; ///< UTC.
};

/// Signs states and verifies its own signatures (HMAC-SHA256).
class ConsentSeal {
public:
    explicit ConsentSeal(Secret key);

    /// Returns the signed state as URL-safe text.
    QByteArray seal(const ConsentState& state) const;
    /// Verifies and decodes a state; nullopt if it is forged, damaged, expired or of the other
    /// stage.
    std::optional<ConsentState> open(
        const QByteArray& sealed, ConsentState::Stage stage, const QDateTime& now) const;

private:
    QByteArray signature(QByteArrayView payload) const;
    Secret m_key;
};

} // namespace jetbridge::endpoints
