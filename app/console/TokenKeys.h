// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Round.h"
#include "async/Scope.h"
#include "flows/Services.h"
#include "oauth/SignedTokens.h"
#include "ports/Timer.h"

#include <QObject>

#include <memory>
#include <optional>

namespace jetbridge {

class CurrentEnvironment;

/// The keys that sign the access tokens of our token endpoint: one item of the keychain for each
/// environment. Every program on the data folder may use and change them.
class TokenKeys : public QObject {
    Q_OBJECT

public:
    /// Everything outlives it.
    TokenKeys(const Services& services, const CurrentEnvironment& current, Timer& timer,
        QString dataFolder);
    ~TokenKeys() override;

    // --- For the running token endpoint
    /// How it signs and reads tokens now; null: they were never signed. Without keys nothing can be
    /// signed.
    std::shared_ptr<const oauth::SignedTokens> tokens() const { return m_tokens; }
    /// The same, for an endpoint that starts now: while load() has not brought keys for the
    /// settings, without keys.
    std::shared_ptr<const oauth::SignedTokens> tokensAtStart() const;
    /// Why no token can be signed, although the settings want it; empty: nothing is wrong.
    const QString& trouble() const { return m_trouble; }
    /// Reads the keys if the settings need them, and makes one of the format if there is none. If
    /// that fails, it is tried again every few seconds.
    Task<Done> load();
    /// Loads them again if the settings have changed.
    void takeSettings();
    /// Loads them again if this item of the keychain (RegistryChange::id) holds them.
    void takeChangedSecret(const QString& name);
    /// Tries no more.
    void stop();

    // --- For staff
    /// The keys that are published, the newest last.
    Task<Outcome<QList<PublishedKey>>> published();
    /// Makes a new key of the environment's format. Invalid: its tokens are opaque. Conflict:
    /// another program changes the keys just now.
    Task<Outcome<QList<PublishedKey>>> rotate(KeyRotation how);

Q_SIGNALS:
    void changed(); ///< tokens(), or trouble().

private:
    using Tokens = std::shared_ptr<const oauth::SignedTokens>;
    enum class Change { IfNeeded, NewKey, OnlyNewKey };

    Task<Outcome<Tokens>> find(Environment settings);
    Task<Outcome<oauth::SigningKeys>> read();
    Task<Outcome<oauth::SigningKeys>> change(TokenFormat format, Change change);
    /// How long to rest after it; nullopt: until a load() fails.
    Task<std::optional<async::Round::Pause>> tryAgain();
    void use(const Environment& settings, const Outcome<Tokens>& found);

    const Services m_services;
    const CurrentEnvironment& m_current;
    const QString m_dataFolder;
    Tokens m_tokens;
    QString m_trouble;
    int m_turn = 0; ///< Counts load(): only the last one that began is used.
    async::Round m_again;
    async::Scope m_scope; ///< Ends first: what waits resumes while the rest is there.
};

} // namespace jetbridge
