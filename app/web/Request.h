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

/// A header's name (in lower case in requests) and value.
using Header = std::pair<QByteArray, QByteArray>;

/// Methods that a handler can be registered for. HEAD is answered like GET but without the body;
/// the server answers OPTIONS itself.
enum class Method { Get, Post, Put, Delete };

/// Returns the method as the request line has it: "GET".
QByteArray methodName(Method method);

/// Decoded name/value pairs of an `application/x-www-form-urlencoded` body or query, in their
/// order.
class Form {
public:
    /// Decodes strictly: a malformed %-sequence and bytes that are not UTF-8 are Invalid.
    static Outcome<Form> parse(QByteArrayView encoded);

    /// Returns the decoded value; empty when absent. Empty values count as omitted (RFC 6749 3.2).
    QByteArray value(QByteArrayView name) const;
    bool has(QByteArrayView name) const { return !value(name).isEmpty(); }
    /// Returns the first name that occurs more than once (RFC 6749 3.2: invalid_request); empty if
    /// none does.
    QByteArray repeatedName() const;
    const QList<std::pair<QByteArray, QByteArray>>& pairs() const { return m_pairs; }

private:
    QList<std::pair<QByteArray, QByteArray>> m_pairs;
};

/// A request that passed the guard. It is a value and may outlive the connection.
struct Request {
    Method method = Method::Get;
    bool isHead = false; ///< The request is a HEAD, which handlers answer like GET.
    QByteArray path; ///< Path without the query, percent-encoded as sent.
    QByteArray query; ///< Query without the '?', as sent.
    QList<Header> headers; ///< Names in lower case.
    QByteArray body;
    QHostAddress peer;
    QByteArray host; ///< "127.0.0.1:43117", checked against the names of this server.
    QString tls; ///< TLS session: "TLSv1.3, TLS_AES_256_GCM_SHA384"; empty for http.
    QStringList parameters; ///< Decoded values of the pattern's {placeholders}.

    /// Returns the method as it was sent: "HEAD", "GET" and so on.
    QByteArray methodName() const { return isHead ? "HEAD" : web::methodName(method); }
    /// Returns the first header with this lower-case name; empty when absent.
    QByteArray header(QByteArrayView lowerCaseName) const;
    /// Makes a link from this request's page to another path of this server ("/consent"). The link
    /// is relative, so it works under any host name and below any path at which a proxy serves us.
    QString linkTo(QStringView path) const;
    /// Returns how many headers have this lower-case name.
    int headerCount(QByteArrayView lowerCaseName) const;
    /// Returns the media type in lower case and without its parameters: "application/json".
    QByteArray mediaType() const;
    /// Returns the body as a form. Invalid with status 415 when it has another media type, with 400
    /// when it cannot be decoded. The result is cached: do not change the request after the first
    /// call.
    Outcome<Form> form() const;
    /// Returns the query as a form; Invalid with status 400.
    Outcome<Form> queryForm() const;
    /// Returns the body as JSON. Invalid with status 415, or with 400 and the byte offset of the
    /// first error.
    Outcome<QJsonDocument> jsonDocument() const;
    /// Returns the body as a JSON object; the failures are those of jsonDocument().
    Outcome<QJsonObject> json() const;

private:
    mutable std::optional<Outcome<Form>> m_form;
};

} // namespace jetbridge::web
