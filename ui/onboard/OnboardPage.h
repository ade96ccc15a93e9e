// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Identifier.h"
#include "onboard/OnboardTopics.h"

#include <QWidget>

#include <memory>

namespace jetbridge::ui {

/// Brings one company on board: the guide's steps on the left, the customer's pages beside them,
/// what happened below.
class OnboardPage : public QWidget {
    Q_OBJECT

public:
    /// Cheap: no web view exists before the first page is shown. The topics outlive the page.
    explicit OnboardPage(const OnboardTopics& topics, QWidget* parent = nullptr);
    ~OnboardPage() override;

    /// One click to a connected customer: starts simulator and endpoints, registers the demo
    /// application, plays the customer's part in the embedded browser.
    void startWithSimulator(ConsentDisplayMode mode, bool bidirectional);
    /// Ready to bring this company on board (empty: any); the person presses Start.
    void startFor(const QString& companyId);

    /// An onboarding is under way: quitting now would end it.
    bool isRunning() const;

    /// The person wants to see the customer that was just connected ("Show customer").
    Q_SIGNAL void customerOnboarded(jetbridge::IntegrationId id);
    /// A line of what happened speaks of this recorded exchange.
    Q_SIGNAL void exchangeWanted(qint64 number);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::ui
