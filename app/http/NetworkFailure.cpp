// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/NetworkFailure.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::http {

namespace {

QString tlsText(const QList<QSslError>& errors)
{
    QStringList sentences;
    for (const QSslError& error : errors)
        sentences.append(error.errorString() + QLatin1Char('.'));
    return sentences.join(QLatin1Char(' '));
}

/// Returns the code for a certificate problem, chosen by what somebody must do about it. Without
/// certificate errors, the two sides did not agree on a TLS version.
const char* tlsCode(const QList<QSslError>& errors)
{
    if (errors.isEmpty())
        return "tls_version";
    const auto has = [&errors](std::initializer_list<QSslError::SslError> kinds) {
        return std::any_of(errors.begin(), errors.end(), [&kinds](const QSslError& error) {
            return std::find(kinds.begin(), kinds.end(), error.error()) != kinds.end();
        });
    };
    if (has({QSslError::CertificateExpired, QSslError::CertificateNotYetValid}))
        return "certificate_expired";
    if (has({QSslError::HostNameMismatch}))
        return "certificate_host";
    return "certificate_authority";
}

} // namespace

QString place(const QUrl& url)
{
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

bool failedBelowHttp(const QNetworkReply& reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const int error = reply.error();
    const bool network = error != QNetworkReply::NoError
        && (error < 200 || error == QNetworkReply::ContentReSendError);
    const bool protocol = error > 300 && error < 400;
    // A truncated body does not change a status that already reports an error.
    return status == 0 || ((network || protocol) && status < 400);
}

Failure networkFailure(const QNetworkReply& reply, const QList<QSslError>& tlsErrors)
{
    const auto failure = [](FailureKind kind, Message detail, const char* code = "") {
        return Failure{kind, 0, QLatin1String(code), std::move(detail), {}};
    };
    const QString host = place(reply.url());
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return failure(FailureKind::Insecure,
            Message::of("tls_untrusted",
                {host, tlsErrors.isEmpty() ? reply.errorString() : tlsText(tlsErrors)}),
            tlsCode(tlsErrors));
    case QNetworkReply::HostNotFoundError:
        return failure(
            FailureKind::Unreachable, Message::of("host_unknown", {reply.url().host()}), "dns");
    case QNetworkReply::ConnectionRefusedError:
        return failure(FailureKind::Unreachable, Message::of("connection_refused", {host}),
            "connection_refused");
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return failure(FailureKind::Unreachable, Message::of("connection_closed", {host}),
            "connection_closed");
    case QNetworkReply::TimeoutError:
        return failure(FailureKind::TimedOut, Message::of("no_answer_in_time", {host}));
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return failure(FailureKind::Unreachable, Message::of("proxy_failed", {host}), "proxy");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return failure(
            FailureKind::Unreachable, Message::of("proxy_sign_in", {host}), "proxy_authentication");
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
        return failure(FailureKind::BadReply, Message::of("no_http", {host}));
    case QNetworkReply::UnknownNetworkError:
        // Qt reports this error for a proxy that does not answer.
        if (reply.manager()->proxy().type() != QNetworkProxy::NoProxy)
            return failure(FailureKind::Unreachable,
                Message::of("proxy_failed_because", {host, reply.errorString()}), "proxy");
        [[fallthrough]];
    default:
        return failure(
            FailureKind::Unreachable, Message::of("unreachable", {host, reply.errorString()}));
    }
}

} // namespace jetbridge::http
