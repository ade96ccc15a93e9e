// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/SigningKeys.h"

#include "domain/Utc.h"

#include <QJsonArray>
#include <QScopeGuard>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::oauth {

namespace {

/// The first line of the vault's item. One line for each key follows: format, the second of the
/// epoch from which it signs, and the key in base64. It is no JSON, because Qt's documents keep
/// copies of the text that nobody overwrites.
constexpr QByteArrayView itemHead = "jetbridge signing keys 1";

tl::unexpected<Failure> damaged(const QString& how)
{
    return failed(FailureKind::Invalid, u"The item of the signing keys is damaged: %1."_s.arg(how));
}

} // namespace

void SigningKeys::add(SigningKey key, const QDateTime& now)
{
    // Whole seconds, as the item keeps them.
    QDateTime signsFrom = QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch(), utc);
    if (!m_entries.isEmpty()) // The clock may have been set back since the last key was added.
        signsFrom = std::max(signsFrom.addSecs(aheadSeconds), m_entries.constLast().signsFrom);
    m_entries.append({std::move(key), signsFrom});
}

bool SigningKeys::dropEnded(const QDateTime& now)
{
    const qsizetype before = m_entries.size();
    while (!m_entries.isEmpty() && !isPublished(0, now))
        m_entries.removeFirst();
    return m_entries.size() < before;
}

bool SigningKeys::endWith(TokenFormat format) const
{
    return !m_entries.isEmpty() && m_entries.constLast().key.format() == format;
}

std::optional<SigningKey> SigningKeys::signer(const QDateTime& now) const
{
    const auto signs = std::find_if(m_entries.crbegin(), m_entries.crend(),
        [&now](const Entry& entry) { return entry.signsFrom <= now; });
    if (signs != m_entries.crend())
        return signs->key;
    // A clock that was set back must not end the service: the first key signs from the beginning.
    return m_entries.isEmpty() ? std::nullopt : std::optional(m_entries.constFirst().key);
}

std::optional<SigningKey> SigningKeys::find(const QString& id, const QDateTime& now) const
{
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        if (m_entries.at(i).key.id() == id && isPublished(i, now))
            return m_entries.at(i).key;
    return std::nullopt;
}

QList<PublishedKey> SigningKeys::published(const QDateTime& now) const
{
    QList<PublishedKey> keys;
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        if (isPublished(i, now))
            keys.append(described(i));
    return keys;
}

QJsonObject SigningKeys::keySet(const QDateTime& now) const
{
    QJsonArray keys;
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        if (isPublished(i, now))
            keys.append(m_entries.at(i).key.publicKey());
    return {{u"keys"_s, keys}};
}

PublishedKey SigningKeys::described(qsizetype index) const
{
    const Entry& entry = m_entries.at(index);
    PublishedKey key{entry.key.id(), entry.key.format(), entry.signsFrom, {}, {}};
    if (index + 1 < m_entries.size()) {
        key.signsUntil = m_entries.at(index + 1).signsFrom;
        key.publishedUntil = key.signsUntil.addSecs(longestTokenSeconds);
    }
    return key;
}

bool SigningKeys::isPublished(qsizetype index, const QDateTime& now) const
{
    const QDateTime until = described(index).publishedUntil;
    return !until.isValid() || now < until;
}

Secret SigningKeys::toItem() const
{
    QByteArray item;
    const auto wiped = qScopeGuard([&item] { wipe(item); });
    // A buffer that grows would leave copies behind; an RSA key has 1.6 KB in base64.
    constexpr qsizetype longestLine = 4096;
    item.reserve(itemHead.size() + 1 + m_entries.size() * longestLine);
    item.append(itemHead).append('\n');
    for (const Entry& entry : m_entries) {
        QByteArray key = entry.key.toDer().reveal().toByteArray();
        QByteArray text = key.toBase64();
        item.append(tokenFormatName(entry.key.format()).toLatin1()).append(' ');
        item.append(QByteArray::number(entry.signsFrom.toSecsSinceEpoch())).append(' ');
        item.append(text).append('\n');
        wipe(key);
        wipe(text);
    }
    return Secret(item);
}

Outcome<SigningKeys> SigningKeys::fromItem(const Secret& item)
{
    const QByteArrayView all = item.reveal();
    if (!all.startsWith(itemHead))
        return damaged(u"it begins with something else"_s);
    SigningKeys keys;
    qsizetype at = all.indexOf('\n') + 1;
    while (at > 0 && at < all.size()) {
        qsizetype end = all.indexOf('\n', at);
        if (end < 0)
            end = all.size();
        const QByteArrayView line = all.sliced(at, end - at);
        at = end + 1;
        const qsizetype first = line.indexOf(' ');
        const qsizetype second = first < 0 ? -1 : line.indexOf(' ', first + 1);
        if (second < 0)
            return damaged(u"a line is not whole"_s);
        const auto format = tokenFormatFromName(QString::fromLatin1(line.first(first)));
        bool isNumber = false;
        const qint64 signsFrom =
            line.sliced(first + 1, second - first - 1).toByteArray().toLongLong(&isNumber);
        if (!format || *format == TokenFormat::Opaque || !isNumber)
            return damaged(u"a line is not one of a key"_s);
        QByteArray text = line.sliced(second + 1).toByteArray();
        QByteArray der = QByteArray::fromBase64(text);
        const Secret secret{QByteArrayView(der)};
        wipe(text);
        wipe(der);
        auto key = SigningKey::fromDer(*format, secret);
        if (!key)
            return passOn(key);
        keys.m_entries.append({std::move(*key), QDateTime::fromSecsSinceEpoch(signsFrom, utc)});
    }
    return keys;
}

} // namespace jetbridge::oauth
