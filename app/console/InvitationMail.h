// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QDateTime>
#include <QStringList>
#include <QUrl>

namespace jetbridge {

/// The text that tells a customer's administrator each click. The one-time code is not in it: it
/// goes another way than the link.
struct InvitationMail {
    QString subject;
    QString text;

    /// What the text names.
    struct Facts {
        QString application;
        QString company;
        QUrl start; ///< Where the administrator begins (Environment::startUrl).
        QDateTime until; ///< When the code ends.
    };
    /// "de", "en", "pl".
    static QStringList languages();
    /// Invalid: there is no text in this language.
    static Outcome<InvitationMail> write(const QString& language, const Facts& facts);

    /// A message (RFC 5322) without sender and recipient, which mail programs open as a draft.
    QByteArray eml() const;
};

} // namespace jetbridge
