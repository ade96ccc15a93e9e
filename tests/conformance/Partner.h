// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conformance/Run.h"

#include <QProcess>

/// partner.py in a process of its own, with faults that are switched by the address.
class Partner {
public:
    /// With a certificate it speaks https, too.
    explicit Partner(const QString& certificate = {}, const QString& key = {});
    ~Partner();
    bool isReady() const { return m_http > 0; }
    quint16 httpsPort() const { return m_https; }

    /// What a run asks, when the partner has these faults ("crash+one-case").
    jetbridge::conformance::Target target(const QString& faults) const;
    /// The same at other addresses: "https://localhost:PORT".
    static jetbridge::conformance::Target targetAt(const QString& base, const QString& faults);

private:
    QProcess m_process;
    quint16 m_http = 0;
    quint16 m_https = 0;
};

/// One run; `told` counts what came at once.
jetbridge::CheckReport runAgainst(const jetbridge::conformance::Target& target,
    const jetbridge::conformance::Plan& plan, jetbridge::conformance::RunLimits limits = {},
    std::chrono::milliseconds patience = std::chrono::seconds(20),
    const std::function<void(jetbridge::conformance::Wire&)>& started = {});

/// The ids of checks with one status, in order.
QStringList idsWith(const jetbridge::CheckReport& report, jetbridge::CheckStatus status);
