// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Invitation.h"

#include <QFrame>
#include <QUrl>

class QLabel;
class QPushButton;

namespace jetbridge::ui {

/// Card with the one-time code that staff give to the customer; the code is large while it is
/// valid.
class CodeCard : public QFrame {
    Q_OBJECT

public:
    explicit CodeCard(QWidget* parent = nullptr);

    /// Shows the code, its remaining time at `now` (UTC) and its state; an ended code offers a new
    /// one. nullopt: there is no invitation any more.
    void show(const std::optional<Invitation>& invitation, const QDateTime& now);
    /// Sets the page to send to the customer together with the code; empty: the page is shown
    /// beside the card.
    void setLink(const QUrl& link);

Q_SIGNALS:
    void newCodeWanted();

private:
    void showExpiry();

    QLabel* m_title;
    QLabel* m_code;
    QLabel* m_validity;
    QLabel* m_link;
    QPushButton* m_copyCode;
    QPushButton* m_copyLink;
    QPushButton* m_newCode;
    QUrl m_url;
    QDateTime m_expiresAt; ///< Invalid: no code is shown.
    QString m_invited; ///< Text that is copied, even while it is masked on the screen.
};

} // namespace jetbridge::ui
