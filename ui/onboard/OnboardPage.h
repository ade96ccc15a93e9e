// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Identifier.h"
#include "onboard/OnboardTopics.h"

#include <QWidget>

#include <memory>

namespace jetbridge::ui {

/// Screen that onboards one company: the guide's steps on the left, the customer's pages beside
/// them, the events below.
class OnboardPage : public QWidget {
    Q_OBJECT

public:
    /// Cheap: no web view exists before the first page is shown. The topics outlive the page.
    explicit OnboardPage(const OnboardTopics& topics, QWidget* parent = nullptr);
    ~OnboardPage() override;

    /// Connects a customer with one click: starts simulator and endpoints, registers the demo
    /// application, and acts as the customer in the embedded browser.
    void startWithSimulator(ConsentDisplayMode mode, bool bidirectional);
    /// Prepares the onboarding of this company (empty: any); the person presses Start.
    void startFor(const QString& companyId);

    /// Tells whether an onboarding is under way, which would end if the program quit now.
    bool isRunning() const;

    /// The person wants to see the customer that was just connected ("Show customer").
    Q_SIGNAL void customerOnboarded(jetbridge::IntegrationId id);
    /// The person wants to see the recorded exchange of an event.
    Q_SIGNAL void exchangeWanted(qint64 number);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::ui
