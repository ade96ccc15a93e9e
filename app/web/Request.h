// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QByteArray>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QUrlQuery>

#include <optional>

namespace jetbridge::web {

/// Name (lower case in requests) and value.
using Header = std::pair<QByteArray, QByteArray>;

/// HEAD is answered like GET, without the body; OPTIONS by the server itself.
enum class Method { Get, Post, Put, Delete };

/// "GET", as in the request line.
QByteArray methodName(Method method);

/// Decoded name/value pairs of `application/x-www-form-urlencoded` (a body or a query), in order.
class Form {
public:
    /// Decodes strictly: a broken %-sequence or bytes that are no UTF-8 are Invalid.
    static Outcome<Form> parse(QByteArrayView encoded);

    /// The value, decoded; empty when absent. Empty values count as omitted (RFC 6749 3.2).
    QByteArray value(QByteArrayView name) const;
    bool has(QByteArrayView name) const { return !value(name).isEmpty(); }
    /// The first name that came twice (RFC 6749 3.2: invalid_request), or empty.
    QByteArray repeatedName() const;
    const QList<std::pair<QByteArray, QByteArray>>& pairs() const { return m_pairs; }

private:
    QList<std::pair<QByteArray, QByteArray>> m_pairs;
};

/// One request that passed the guard. A value: it outlives the connection.
struct Request {
    Method method = Method::Get;
    bool isHead = false; ///< HEAD, which handlers answer like GET.
    QByteArray path; ///< Percent-encoded as sent, without the query.
    QByteArray query; ///< As sent, without the '?'.
    QList<Header> headers; ///< Names in lower case.
    QByteArray body;
    QHostAddress peer;
    QByteArray host; ///< "127.0.0.1:43117", as checked against the names this server is known by.
    QString tls; ///< "TLSv1.3, TLS_AES_256_GCM_SHA384"; empty for http.
    QStringList parameters; ///< What the pattern's {placeholders} matched, decoded.

    /// "HEAD", "GET"...: as it was sent.
    QByteArray methodName() const { return isHead ? "HEAD" : web::methodName(method); }
    /// The (first) header with this lower-case name; empty when absent.
    QByteArray header(QByteArrayView lowerCaseName) const;
    /// A link from this request's page to another path of this server ("/consent"): relative, so
    /// that it holds under whatever name and below whatever path a proxy serves us.
    QString linkTo(QStringView path) const;
    /// How many headers have this lower-case name.
    int headerCount(QByteArrayView lowerCaseName) const;
    /// "application/json" without parameters, in lower case.
    QByteArray mediaType() const;
    /// The body as a form; Invalid with status 415 when the media type is another, 400 when it does
    /// not decode. Decoded once: whoever asks first finds the request as it will stay.
    Outcome<Form> form() const;
    /// The query as a form; Invalid with status 400.
    Outcome<Form> queryForm() const;
    /// The body as JSON; Invalid with status 415, or 400 and the byte where it ends to be JSON.
    Outcome<QJsonDocument> jsonDocument() const;
    /// The body as a JSON object; likewise.
    Outcome<QJsonObject> json() const;

private:
    mutable std::optional<Outcome<Form>> m_form;
};

} // namespace jetbridge::web
