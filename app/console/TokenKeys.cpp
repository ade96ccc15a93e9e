// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/TokenKeys.h"

#include "async/Worker.h"
#include "console/CurrentEnvironment.h"
#include "console/Detached.h"
#include "console/RunLock.h"
#include "ports/Closing.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr std::chrono::milliseconds pauseBetweenTries = std::chrono::seconds(2);

oauth::SignedTokens tokensOf(const Environment& settings, oauth::SigningKeys keys)
{
    return {settings.tokenFormat, settings.tokenIssuer, settings.tokenAudience, std::move(keys)};
}

} // namespace

TokenKeys::TokenKeys(
    const Services& services, const CurrentEnvironment& current, Timer& timer, QString dataFolder)
    : m_services(services)
    , m_current(current)
    , m_dataFolder(std::move(dataFolder))
    , m_again(timer.alarm(), [this] { return tryAgain(); })
{
}

TokenKeys::~TokenKeys() = default;

// --- For the running token endpoint

Task<Done> TokenKeys::load()
{
    const int turn = ++m_turn;
    const Environment settings = m_current.environment();
    const auto found = co_await find(settings);
    if (turn == m_turn)
        use(settings, found);
    co_return Done{};
}

TokenKeys::Tokens TokenKeys::tokensAtStart() const
{
    const Environment& settings = m_current.environment();
    const bool isSigning = m_tokens && m_tokens->format != TokenFormat::Opaque;
    if (isSigning || !settings.signsTokens())
        return m_tokens;
    return std::make_shared<const oauth::SignedTokens>(tokensOf(settings, {}));
}

void TokenKeys::use(const Environment& settings, const Outcome<Tokens>& found)
{
    QString trouble;
    if (found) {
        m_tokens = *found;
    } else {
        // Keys that were read before are as good as ever.
        const bool hasKeys = m_tokens && m_tokens->keys.endWith(settings.tokenFormat);
        m_tokens = std::make_shared<const oauth::SignedTokens>(
            tokensOf(settings, hasKeys ? m_tokens->keys : oauth::SigningKeys()));
        if (settings.signsTokens() && !hasKeys)
            trouble = found.error().detail.english();
        m_again.start(pauseBetweenTries);
        m_again.wake(pauseBetweenTries); // It may be on since an earlier failure.
    }
    m_trouble = trouble;
    Q_EMIT changed();
}

/// The keychain is not asked for an item while it is locked: that would ask its user each time.
Task<std::optional<async::Round::Pause>> TokenKeys::tryAgain()
{
    const int turn = m_turn;
    const auto open = co_await within(m_scope, m_services.vault.isOpen());
    if (turn != m_turn) // A later load() goes on, if it fails.
        co_return std::nullopt;
    if (!open)
        co_return pauseBetweenTries;
    co_await load();
    co_return std::nullopt;
}

void TokenKeys::takeSettings()
{
    const Environment& settings = m_current.environment();
    const bool isSame = m_tokens
        ? m_tokens->format == settings.tokenFormat && m_tokens->issuer == settings.tokenIssuer
            && m_tokens->audience == settings.tokenAudience
        : settings.tokenIssuer.isEmpty();
    if (!isSame)
        runDetached(load());
}

void TokenKeys::takeChangedSecret(const QString& name)
{
    if (name == VaultKey::signingKeys(m_services.environment).text())
        runDetached(load());
}

void TokenKeys::stop()
{
    ++m_turn;
    m_again.stop();
}

Task<Outcome<TokenKeys::Tokens>> TokenKeys::find(Environment settings)
{
    if (settings.tokenIssuer.isEmpty())
        co_return Tokens();
    auto keys = co_await read();
    if (!keys)
        co_return passOn(keys);
    const bool isWhole = !settings.signsTokens() || keys->endWith(settings.tokenFormat);
    const bool hasEnded = oauth::SigningKeys(*keys).dropEnded(m_services.clock.now());
    if (!isWhole || hasEnded) {
        const auto changed = co_await change(settings.tokenFormat, Change::IfNeeded);
        if (!changed && !isWhole)
            co_return passOn(changed);
        if (changed)
            keys = *changed;
    }
    co_return std::make_shared<const oauth::SignedTokens>(tokensOf(settings, *keys));
}

// --- For staff

Task<Outcome<QList<PublishedKey>>> TokenKeys::published()
{
    const auto keys = co_await read();
    if (!keys)
        co_return passOn(keys);
    co_return keys->published(m_services.clock.now());
}

Task<Outcome<QList<PublishedKey>>> TokenKeys::rotate(KeyRotation how)
{
    const TokenFormat format = m_current.environment().tokenFormat;
    if (format == TokenFormat::Opaque)
        co_return failed(FailureKind::Invalid,
            u"The access tokens of \"%1\" are opaque: there is no key to replace."_s.arg(
                m_services.environment));
    const auto keys =
        co_await change(format, how == KeyRotation::AtOnce ? Change::OnlyNewKey : Change::NewKey);
    if (!keys)
        co_return passOn(keys);
    co_return keys->published(m_services.clock.now());
}

// --- The item of the keychain

Task<Outcome<oauth::SigningKeys>> TokenKeys::read()
{
    const VaultKey key = VaultKey::signingKeys(m_services.environment);
    const auto item = co_await within(m_scope, m_services.vault.read(key));
    if (!item)
        co_return passOn(item);
    if (!item->has_value())
        co_return oauth::SigningKeys();
    const auto keys = oauth::SigningKeys::fromItem(**item);
    if (!keys)
        co_return failed(FailureKind::VaultUnavailable,
            u"The keychain item \"%1\" cannot be used: %2 `signing-keys rotate --at-once` makes "
            "a new one."_s.arg(key.text(), keys.error().detail));
    co_return keys;
}

/// Changes the item, and returns what is in it then. A key is used after it was stored: others
/// could not check its tokens otherwise.
Task<Outcome<oauth::SigningKeys>> TokenKeys::change(TokenFormat format, Change change)
{
    const auto lock = RunLock::takeSigningKeys(m_dataFolder, m_services.environment);
    if (!lock)
        co_return passOn(lock);
    oauth::SigningKeys keys;
    if (change != Change::OnlyNewKey) { // Read again: another program may have been faster.
        const auto now = co_await read();
        if (!now)
            co_return passOn(now);
        keys = *now;
    }
    const bool needsKey =
        format != TokenFormat::Opaque && (change != Change::IfNeeded || !keys.endWith(format));
    if (needsKey) {
        const std::function<Outcome<oauth::SigningKey>()> generate = [format] {
            return oauth::SigningKey::generate(format);
        };
        const auto made = co_await within(m_scope, async::inBackground(generate));
        if (!made)
            co_return passOn(made);
        keys.add(*made, m_services.clock.now());
    }
    keys.dropEnded(m_services.clock.now());
    const auto stored = co_await within(m_scope,
        m_services.vault.store(VaultKey::signingKeys(m_services.environment), keys.toItem()));
    if (!stored)
        co_return passOn(stored);
    co_return keys;
}

} // namespace jetbridge
