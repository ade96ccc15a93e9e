// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace jetbridge {
class TrafficRecords;
}

namespace jetbridge::ui {

/// One exchange, whole: when, between whom, how long, over which TLS, and what was said.
class ExchangeDetail : public QWidget {
    Q_OBJECT

public:
    explicit ExchangeDetail(TrafficRecords& traffic, QWidget* parent = nullptr);
    void show(const Exchange& exchange);
    qint64 shown() const { return m_exchange.number; }

Q_SIGNALS:
    /// The person wants to see everything of this run.
    void onboardingWanted(const QByteArray& correlationId);

private:
    void copyAsCurl();

    TrafficRecords& m_traffic;
    Exchange m_exchange;
    QLabel* m_title;
    QLabel* m_answer;
    QLabel* m_facts;
    QPlainTextEdit* m_request;
    QPlainTextEdit* m_reply;
    QPushButton* m_copy;
    QPushButton* m_onboarding;
    QLabel* m_said;
};

/// A read-only field for what HTTP says: fixed font, no wrapping of the person's focus.
QPlainTextEdit* httpText(const char* objectName, const QString& accessibleName);
/// With its caption above it.
void addHttpText(
    QVBoxLayout* column, const char* captionName, const QString& caption, QPlainTextEdit* text);

} // namespace jetbridge::ui
