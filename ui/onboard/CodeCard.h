// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Invitation.h"

#include <QFrame>
#include <QUrl>

class QLabel;
class QPushButton;

namespace jetbridge::ui {

/// The one-time code that staff gives to the customer: large, while it is worth something.
class CodeCard : public QFrame {
    Q_OBJECT

public:
    explicit CodeCard(QWidget* parent = nullptr);

    /// Shows the code, how long it is good for and how many tries are left at `now` (UTC); an ended
    /// one offers a new. nullopt: there is no invitation any more.
    void show(const std::optional<Invitation>& invitation, const QDateTime& now);
    /// The page to send to the customer together with the code; empty: it is shown beside.
    void setLink(const QUrl& link);

Q_SIGNALS:
    void newCodeWanted();

private:
    QLabel* m_title;
    QLabel* m_code;
    QLabel* m_validity;
    QLabel* m_link;
    QPushButton* m_copyCode;
    QPushButton* m_copyLink;
    QPushButton* m_newCode;
    QUrl m_url;
    QString m_invited; ///< What is copied, also while it is masked.
};

} // namespace jetbridge::ui
