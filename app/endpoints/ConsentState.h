// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "domain/Secret.h"

#include <QDateTime>
#include <QUrl>

#include <optional>

namespace jetbridge::endpoints {

/// Where one visit to the consent page stands. It travels in a hidden form field, signed: a cookie
/// would be blocked in SmartRecruiters' cross-origin frame (POPUP).
struct ConsentState {
    enum class Stage { SignIn, Decision };

    Stage stage = Stage::SignIn;
    CompanyId company;
    QUrl redirect; ///< Checked; empty in POPUP.
    QByteArray visit; ///< Unique to this visit; a decision is made once for it.
    OnboardingId onboarding; ///< Known from the sign-in on.
    QDateTime expiresAt; ///< UTC
};

/// Signs states and recognises its own (HMAC-SHA256).
class ConsentSeal {
public:
    explicit ConsentSeal(Secret key);

    /// URL-safe text.
    QByteArray seal(const ConsentState& state) const;
    /// nullopt: forged, damaged, expired or of the other stage.
    std::optional<ConsentState> open(
        const QByteArray& sealed, ConsentState::Stage stage, const QDateTime& now) const;

private:
    QByteArray signature(QByteArrayView payload) const;
    Secret m_key;
};

} // namespace jetbridge::endpoints
