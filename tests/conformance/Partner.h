// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conformance/Run.h"

#include <QProcess>

/// Runs partner.py in a process of its own; its faults are switched on by the address.
class Partner {
public:
    /// With a certificate it also serves https.
    explicit Partner(const QString& certificate = {}, const QString& key = {});
    ~Partner();
    bool isReady() const { return m_http > 0; }
    quint16 httpsPort() const { return m_https; }

    /// Returns the target of a run on a partner with these faults ("crash+one-case").
    jetbridge::conformance::Target target(const QString& faults) const;
    /// Returns the target at another address, such as "https://localhost:PORT".
    static jetbridge::conformance::Target targetAt(const QString& base, const QString& faults);

private:
    QProcess m_process;
    quint16 m_http = 0;
    quint16 m_https = 0;
};

/// Runs the checks of a plan against a target and returns the report.
jetbridge::CheckReport runAgainst(const jetbridge::conformance::Target& target,
    const jetbridge::conformance::Plan& plan, jetbridge::conformance::RunLimits limits = {},
    std::chrono::milliseconds patience = std::chrono::seconds(20),
    const std::function<void(jetbridge::conformance::Wire&)>& started = {});

/// Returns the ids of the checks with one status, in order.
QStringList idsWith(const jetbridge::CheckReport& report, jetbridge::CheckStatus status);
