// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/Redaction.h"

#include "traffic/NamedValues.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace jetbridge::traffic {

namespace {

/// Number of nested encodings that are decoded: for example JSON in a form in JSON.
constexpr int recordedDepth = 3;
/// An export adds one encoding: a HAR file stores bodies in JSON strings, a page in HTML.
constexpr int exportedDepth = 4;

QByteArray formDecoded(QByteArray value)
{
    return QByteArray::fromPercentEncoding(value.replace('+', ' '));
}

bool isText(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.contains(QChar(0));
}

QByteArray shortened(const QByteArray& body)
{
    if (body.size() <= Redaction::mostBodyBytes)
        return body;
    return body.first(Redaction::mostBodyBytes) + "\n[and "
        + QByteArray::number(body.size() - Redaction::mostBodyBytes) + " more bytes]";
}

} // namespace

Redaction::Redaction(QByteArray key)
    : m_key(std::move(key))
{
}

void Redaction::know(const SecretHasher& hasher, const QList<SecretHash>& hashes)
{
    if (!m_hashed || m_hashKeyId != hasher.keyId())
        m_hashed.emplace(hasher);
    m_hashKeyId = hasher.keyId();
    for (const SecretHash& hash : hashes)
        m_hashed->add(hash);
}

QByteArray Redaction::tag(QByteArrayView secret) const
{
    if (m_key.isEmpty())
        return "[secret]";
    const QByteArray hash = QMessageAuthenticationCode::hash(
        QByteArray::fromRawData(secret.data(), secret.size()), m_key, QCryptographicHash::Sha256);
    return "[secret " + hash.toHex().first(6) + ']';
}

QByteArray Redaction::learn(const QByteArray& value)
{
    const Secret secret(value);
    m_here.add(secret);
    if (m_teaches) {
        if (m_seen.size() >= mostSeen)
            m_seenBefore = std::exchange(m_seen, KnownSecrets());
        m_seen.add(secret);
    }
    return tag(value);
}

QByteArray Redaction::header(const QByteArray& name, const QByteArray& value)
{
    if (!isSecretHeader(name) || value.isEmpty())
        return value;
    const qsizetype space = value.indexOf(' ');
    if (space < 0 || !name.toLower().endsWith("authorization"))
        return learn(value);
    const QByteArray scheme = value.first(space);
    const QByteArray rest = value.mid(space + 1).trimmed();
    if (scheme.toLower() != "basic")
        return scheme + ' ' + learn(rest);
    // The id stays readable; the secret gets the same tag as in a form body (RFC 6749 2.3.1).
    const QByteArray whole = learn(rest);
    const QByteArray pair = QByteArray::fromBase64(rest);
    const qsizetype colon = pair.indexOf(':');
    if (colon < 0)
        return scheme + ' ' + whole;
    return scheme + ' ' + formDecoded(pair.first(colon)) + ':'
        + learn(formDecoded(pair.mid(colon + 1)));
}

Redaction::Spans Redaction::namedValues(const std::vector<Reading>& readings)
{
    Spans spans;
    for (const Reading& reading : readings)
        for (const NamedValue& named : secretValuesIn(reading.text))
            spans.push_back({reading.origin(named.begin), reading.origin(named.begin + named.size),
                learn(named.value)});
    return spans;
}

qsizetype Redaction::sizeAt(QByteArrayView text, qsizetype place) const
{
    qsizetype longest = m_hashed ? m_hashed->sizeAt(text, place) : 0;
    for (const KnownSecrets* known : {&m_told, &m_here, &m_seen, &m_seenBefore})
        longest = std::max(longest, known->sizeAt(text, place));
    return longest;
}

void Redaction::addKnown(const Reading& reading, Spans& spans) const
{
    const QByteArrayView text(reading.text);
    for (qsizetype place = 0; place + KnownSecrets::shortest <= text.size();) {
        const qsizetype size = sizeAt(text, place);
        if (size > 0)
            spans.push_back({reading.origin(place), reading.origin(place + size),
                tag(text.sliced(place, size))});
        place += std::max<qsizetype>(1, size);
    }
}

/// Returns the tag of a known secret that occurs anywhere in a text that was decoded from base64.
QByteArray Redaction::tagWithin(const QByteArray& text) const
{
    Spans spans;
    for (const Reading& reading : readingsOf(text, 1))
        addKnown(reading, spans);
    return spans.empty() ? QByteArray() : spans.front().tag;
}

Redaction::Spans Redaction::knownValues(const std::vector<Reading>& readings) const
{
    Spans spans;
    for (const Reading& reading : readings) {
        addKnown(reading, spans);
        const QByteArrayView text(reading.text);
        for (const Base64Run& run : base64RunsIn(text))
            for (const QByteArray& decoded : base64Decoded(text.sliced(run.begin, run.size)))
                if (const QByteArray found = tagWithin(decoded); !found.isEmpty()) {
                    spans.push_back(
                        {reading.origin(run.begin), reading.origin(run.begin + run.size), found});
                    break;
                }
    }
    return spans;
}

QByteArray Redaction::replaced(const QByteArray& text, Spans spans)
{
    std::sort(spans.begin(), spans.end(), [](const Span& one, const Span& other) {
        return std::pair(one.begin, other.end) < std::pair(other.begin, one.end);
    });
    QByteArray result;
    qsizetype done = 0;
    for (const Span& span : spans) {
        if (span.end <= done)
            continue;
        // Overlapping spans are merged and get the tag of the first.
        if (span.begin >= done)
            result += text.mid(done, span.begin - done) + span.tag;
        done = span.end;
    }
    return done == 0 ? text : result + text.mid(done);
}

Exchange Redaction::redacted(Exchange exchange)
{
    m_here.clear();
    m_teaches = exchange.from != Lane::Browser && exchange.status > 0 && exchange.status < 400;
    if (!exchange.url.password().isEmpty())
        learn(exchange.url.password(QUrl::FullyDecoded).toUtf8());
    exchange.url.setPassword(QString());
    QByteArray url = exchange.url.toEncoded();
    QByteArray failure = exchange.failure.toUtf8();
    std::vector<QByteArray*> texts{&exchange.method, &url, &failure};
    for (auto* headers : {&exchange.requestHeaders, &exchange.replyHeaders})
        for (auto& [name, value] : *headers) {
            value = header(name, value);
            texts.insert(texts.end(), {&name, &value});
        }
    for (QByteArray* body : {&exchange.requestBody, &exchange.replyBody}) {
        if (isText(*body))
            texts.push_back(body);
        else
            *body = '[' + QByteArray::number(body->size()) + " bytes that are not text]";
    }

    // Values with a secret's name come first: they are learned, and are then found wherever else
    // they occur.
    std::vector<std::vector<Reading>> readings;
    std::vector<Spans> spans;
    for (const QByteArray* text : texts) {
        readings.push_back(readingsOf(*text, recordedDepth));
        spans.push_back(namedValues(readings.back()));
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Spans known = knownValues(readings[i]);
        spans[i].insert(spans[i].end(), known.begin(), known.end());
        *texts[i] = replaced(*texts[i], std::move(spans[i]));
    }
    exchange.url = QUrl::fromEncoded(url);
    exchange.failure = QString::fromUtf8(failure);
    exchange.requestBody = shortened(exchange.requestBody);
    exchange.replyBody = shortened(exchange.replyBody);
    return exchange;
}

QByteArray Redaction::withoutKnown(const QByteArray& text) const
{
    return replaced(text, knownValues(readingsOf(text, recordedDepth)));
}

bool Redaction::findsSecretIn(const QByteArray& text) const
{
    return !knownValues(readingsOf(text, exportedDepth)).empty();
}

} // namespace jetbridge::traffic
