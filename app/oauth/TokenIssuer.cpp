// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/TokenIssuer.h"

#include "domain/Utc.h"

#include <QCryptographicHash>
#include <QMutex>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <deque>

namespace jetbridge::oauth {

namespace {

constexpr int identifierBytes = 16; ///< Of a signed token's `jti`.
constexpr int tokenBytes = 32; // 256 bits; RFC 6749 10.10 requires at least 128, this product 160.

/// A token's SHA-256. The bytes are stored in place instead of in a QByteArray, because there are
/// hundreds of thousands.
struct Fingerprint {
    std::array<char, 32> bytes{};

    bool operator==(const Fingerprint&) const = default;
    /// The first bytes of a fingerprint are already a good hash.
    friend std::size_t qHash(const Fingerprint& fingerprint, std::size_t seed)
    {
        std::size_t hash = 0;
        std::memcpy(&hash, fingerprint.bytes.data(), sizeof hash);
        return hash ^ seed;
    }
};

Fingerprint fingerprintOf(QByteArrayView token)
{
    const QByteArray hash = QCryptographicHash::hash(
        QByteArray::fromRawData(token.data(), token.size()), QCryptographicHash::Sha256);
    Fingerprint fingerprint;
    std::copy_n(hash.begin(), fingerprint.bytes.size(), fingerprint.bytes.begin());
    return fingerprint;
}

} // namespace

struct TokenIssuer::Private {
    /// The data that all tokens of a client with the same scopes share, so that each live token
    /// needs little memory.
    struct Holder {
        ClientId client;
        QString subject;
        Scopes scopes;
        qint64 lifetimeMs = 0;
    };
    struct Live {
        std::shared_ptr<const Holder> holder;
        qint64 expiresAt = 0; ///< Milliseconds since the epoch.
    };

    const Clock& clock;
    Randomness& randomness;
    const int mostLive;
    std::atomic<int> lifetimeSeconds;
    QHash<Fingerprint, Live> live;
    std::deque<std::pair<qint64, Fingerprint>> byAge; ///< Expiry and fingerprint of each token; the
                                                      ///< oldest token first.
    std::shared_ptr<const Holder> lastHolder;
    /// Second of the epoch at which a client's tokens were revoked, for signed tokens: they are not
    /// stored. Forgotten when the last of them has expired.
    QHash<ClientId, qint64> revokedAt;
    mutable QMutex signingMutex;
    std::shared_ptr<const SignedTokens> signing; ///< Under signingMutex.

    qint64 now() const { return clock.now().toMSecsSinceEpoch(); }

    void dropOldest()
    {
        live.remove(byAge.front().second);
        byAge.pop_front();
    }

    void sweep(qint64 time)
    {
        while (!byAge.empty() && (byAge.front().first <= time || live.size() >= mostLive))
            dropOldest();
    }

    std::shared_ptr<const Holder> holderFor(const Client& client, const Scopes& scopes)
    {
        const qint64 lifetimeMs = qint64(lifetimeSeconds) * 1000;
        if (!lastHolder || !(lastHolder->client == client.id)
            || lastHolder->subject != client.subject || lastHolder->scopes.names() != scopes.names()
            || lastHolder->lifetimeMs != lifetimeMs)
            lastHolder = std::make_shared<const Holder>(
                Holder{client.id, client.subject, scopes, lifetimeMs});
        return lastHolder;
    }
};

TokenIssuer::TokenIssuer(const Clock& clock, Randomness& randomness, Options options)
    : d(new Private{
        clock, randomness, options.mostLive, {options.lifetimeSeconds}, {}, {}, {}, {}, {}, {}})
{
    setLifetime(options.lifetimeSeconds);
}

TokenIssuer::~TokenIssuer() = default;

std::optional<Secret> TokenIssuer::issue(const Client& client, const Scopes& scopes)
{
    if (const auto signing = signedTokens(); signing && signing->format != TokenFormat::Opaque)
        return signing->issue(client, scopes, d->randomness.bytes(identifierBytes), d->clock.now(),
            lifetimeSeconds());
    const qint64 time = d->now();
    d->sweep(time);
    QByteArray random = d->randomness.bytes(tokenBytes);
    QByteArray text =
        random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const Secret token(text);
    const Fingerprint key = fingerprintOf(text);
    const auto holder = d->holderFor(client, scopes);
    const qint64 expiresAt = time + holder->lifetimeMs;
    d->live.insert(key, {holder, expiresAt});
    d->byAge.emplace_back(expiresAt, key);
    wipe(random);
    wipe(text);
    return token;
}

std::optional<Grant> TokenIssuer::check(QByteArrayView token) const
{
    if (token.indexOf('.') >= 0) { // An opaque token is base64url, which has no dots.
        const auto signing = signedTokens();
        auto grant = signing ? signing->check(token, d->clock.now()) : std::nullopt;
        if (grant && grant->issuedAt.toSecsSinceEpoch() < d->revokedAt.value(grant->client))
            return std::nullopt;
        return grant;
    }
    const auto found = d->live.constFind(fingerprintOf(token));
    if (found == d->live.cend() || found->expiresAt <= d->now())
        return std::nullopt;
    return Grant{found->holder->client, found->holder->subject, found->holder->scopes,
        QDateTime::fromMSecsSinceEpoch(found->expiresAt - found->holder->lifetimeMs, utc),
        QDateTime::fromMSecsSinceEpoch(found->expiresAt, utc)};
}

void TokenIssuer::revoke(const ClientId& client)
{
    revoke(QSet<ClientId>{client});
}

void TokenIssuer::revoke(const QSet<ClientId>& clients)
{
    const qint64 seconds = d->clock.now().toSecsSinceEpoch();
    d->revokedAt.removeIf([seconds](const auto& entry) {
        return entry.value() < seconds - SigningKeys::longestTokenSeconds;
    });
    for (const ClientId& client : clients)
        d->revokedAt.insert(client, seconds);
    d->live.removeIf(
        [&clients](const auto& entry) { return clients.contains(entry.value().holder->client); });
    std::erase_if(d->byAge, [this](const auto& entry) { return !d->live.contains(entry.second); });
}

void TokenIssuer::setSigned(std::shared_ptr<const SignedTokens> tokens)
{
    const QMutexLocker lock(&d->signingMutex);
    d->signing = std::move(tokens);
}

std::shared_ptr<const SignedTokens> TokenIssuer::signedTokens() const
{
    const QMutexLocker lock(&d->signingMutex);
    return d->signing;
}

void TokenIssuer::setLifetime(int seconds)
{
    d->lifetimeSeconds = std::clamp(seconds, 1, 3600);
}

int TokenIssuer::lifetimeSeconds() const
{
    return d->lifetimeSeconds;
}

qsizetype TokenIssuer::liveTokens() const
{
    return d->live.size();
}

} // namespace jetbridge::oauth
