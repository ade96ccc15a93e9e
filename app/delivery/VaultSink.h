// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Client.h"
#include "ports/SinkDriver.h"

#include <QHash>

#include <chrono>
#include <memory>

namespace jetbridge::delivery {

/// Keeps each customer's credentials at a path of its own in HashiCorp Vault or OpenBao, in a
/// secrets engine KV version 2 (VaultSettings;
/// https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2).
///
/// What is ours is marked in the path's custom_metadata, and nothing else is ever changed. A write
/// is by check-and-set and has the delivery's id in it, so that it is recognised when its answer
/// was lost. If the customer disables the integration, the latest version is deleted and can be
/// undeleted in Vault; if it is forgotten, all versions are removed. The token of an AppRole is
/// kept in memory only. Every exchange is recorded, without what Vault holds.
class VaultSink final : public SinkDriver {
public:
    /// Longest pause that Vault asked for (Retry-After) during one delivery.
    using Pause = std::shared_ptr<std::chrono::seconds>;

    /// `clock` and `recorder` must outlive it; `recorder` may be null.
    VaultSink(const Clock& clock, ExchangeRecorder* recorder)
        : m_clock(clock)
        , m_recorder(recorder)
        , m_client({recorder, &clock, Lane::PartnerApp, Lane::PartnerApi})
    {
    }

    /// Sets the trusted authorities (Environment::caFile).
    void setAuthorities(const QString& caFile) { m_client.setAuthorities(caFile); }
    Task<DeliveryResult> deliver(Sink sink, Parcel parcel) override;
    Task<Outcome<DeliveryPreview>> preview(Sink sink, Parcel parcel) override;
    void abortAll() override { m_client.abortAll(); }

private:
    /// A token that an AppRole got, and when it is too old, by the steady clock.
    struct RoleToken {
        Secret token;
        qint64 until = 0;
    };
    /// Returns the token for requests: the sink's secret, or one that its AppRole gets.
    Task<Outcome<Secret>> tokenFor(
        VaultSettings settings, Secret secret, OnboardingId run, Pause pause);

    const Clock& m_clock;
    ExchangeRecorder* const m_recorder;
    QHash<QString, RoleToken> m_roleTokens; ///< By address, namespace and role.
    http::Client m_client; ///< Ends first: what waits for it uses the rest.
};

} // namespace jetbridge::delivery
