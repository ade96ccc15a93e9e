// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Wire.h"

#include "async/Signal.h"
#include "http/ProxySettings.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QSslCipher>
#include <QSslSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace jetbridge::conformance {

namespace {

/// One connection with one request and its answer; it emits done() at the end.
class Call final : public QObject {
    Q_OBJECT

public:
    Call(Request request, QSslConfiguration tls, std::chrono::milliseconds patience)
        : m_request(std::move(request))
        , m_tls(std::move(tls))
        , m_reader(m_request.method != "HEAD")
        , m_isEncrypted(m_request.url.scheme() == "https"_L1 && m_request.raw.isEmpty())
    {
        m_deadline.setSingleShot(true);
        m_deadline.setInterval(patience);
        connect(&m_deadline, &QTimer::timeout, this, &Call::runOut);
        connect(&m_socket, &QSslSocket::readyRead, this, &Call::read);
        connect(&m_socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError>& errors) { noteTlsErrors(errors); });
        connect(&m_socket, &QAbstractSocket::errorOccurred, this, &Call::takeError);
        connect(&m_socket, &QAbstractSocket::disconnected, this, &Call::takeEnd);
        connect(&m_socket, m_isEncrypted ? &QSslSocket::encrypted : &QSslSocket::connected, this,
            &Call::write);
    }

    void start()
    {
        m_since.start();
        m_deadline.start();
        const QUrl& url = m_request.url;
        const auto proxy = http::environmentProxyFor(url);
        if (!proxy) {
            finish(Reply::Trouble::Proxy, proxy.error().detail);
            return;
        }
        m_socket.setProxy(proxy->proxy);
        const QString host = m_request.address.isNull() ? url.host() : m_request.address.toString();
        const quint16 port = quint16(url.port(url.scheme() == "https"_L1 ? 443 : 80));
        if (m_isEncrypted) {
            m_socket.setSslConfiguration(m_tls);
            m_socket.connectToHostEncrypted(host, port, url.host());
        } else {
            m_socket.connectToHost(host, port);
        }
    }

    void cancel() { finish(Reply::Trouble::Cancelled, u"It was cancelled."_s); }
    bool isDone() const { return m_isDone; }
    Reply takeReply() { return std::move(m_reader.reply); }

Q_SIGNALS:
    void done();

private:
    void runOut()
    {
        const double seconds = m_deadline.interval() / 1000.0;
        if (m_socket.state() == QAbstractSocket::HostLookupState)
            finish(Reply::Trouble::Dns,
                u"The name %1 was not found within %2 s (DNS)."_s.arg(m_request.url.host())
                    .arg(seconds));
        else
            finish(Reply::Trouble::TimedOut,
                m_isConnected ? u"No complete answer within %1 s."_s.arg(seconds)
                              : u"No connection within %1 s."_s.arg(seconds));
    }

    void write()
    {
        m_isConnected = true;
        if (!m_request.raw.isEmpty()) {
            m_socket.write(m_request.raw);
            return;
        }
        if (m_isEncrypted)
            m_reader.reply.tls = m_socket.sessionCipher().protocolString() + ", "_L1
                + m_socket.sessionCipher().name();
        m_socket.write(m_request.head());
        const QByteArray body = m_request.framedBody();
        if (m_request.bodyPause.count() == 0) {
            m_socket.write(body);
            return;
        }
        const qsizetype half = body.size() / 2;
        m_socket.write(body.first(half));
        QTimer::singleShot(m_request.bodyPause, &m_socket,
            [this, rest = body.mid(half)] { m_socket.write(rest); });
    }

    void read()
    {
        const QByteArray bytes = m_socket.readAll();
        if (!m_request.raw.isEmpty()) {
            m_reader.reply.raw += bytes;
            // The first record decides: an alert, or the server's greeting.
            if (m_reader.reply.raw.size() >= 11)
                finish();
        } else if (m_reader.take(bytes)) {
            finish();
        }
    }

    void noteTlsErrors(const QList<QSslError>& errors)
    {
        QStringList texts;
        for (const QSslError& error : errors)
            texts.append(error.errorString());
        texts.removeDuplicates();
        m_tlsErrors = texts.join(QLatin1Char(' '));
    }

    void takeError(QAbstractSocket::SocketError error)
    {
        if (error == QAbstractSocket::RemoteHostClosedError && m_isConnected) {
            takeEnd();
            return;
        }
        switch (error) {
        case QAbstractSocket::HostNotFoundError:
            return finish(Reply::Trouble::Dns,
                u"The name %1 is not known (DNS)."_s.arg(m_request.url.host()));
        case QAbstractSocket::SslHandshakeFailedError:
        case QAbstractSocket::SslInternalError:
        case QAbstractSocket::SslInvalidUserDataError:
            return finish(Reply::Trouble::Tls,
                u"TLS failed: %1"_s.arg(
                    m_tlsErrors.isEmpty() ? m_socket.errorString() : m_tlsErrors));
        case QAbstractSocket::ProxyAuthenticationRequiredError:
        case QAbstractSocket::ProxyConnectionClosedError:
        case QAbstractSocket::ProxyConnectionRefusedError:
        case QAbstractSocket::ProxyConnectionTimeoutError:
        case QAbstractSocket::ProxyNotFoundError:
        case QAbstractSocket::ProxyProtocolError:
            return finish(Reply::Trouble::Proxy, u"The proxy: %1."_s.arg(m_socket.errorString()));
        default:
            break;
        }
        // A server that does not support TLS is not a broken connection.
        if (m_isEncrypted && !m_isConnected && m_socket.state() != QAbstractSocket::ConnectingState
            && error == QAbstractSocket::RemoteHostClosedError)
            return finish(
                Reply::Trouble::Tls, u"The connection was closed during the TLS handshake."_s);
        finish(m_isConnected ? Reply::Trouble::Closed : Reply::Trouble::Refused,
            u"%1: %2."_s.arg(m_request.url.authority(), m_socket.errorString()));
    }

    void takeEnd()
    {
        if (!m_isConnected)
            return;
        read();
        if (m_isDone)
            return;
        if (m_request.raw.isEmpty())
            m_reader.end();
        finish();
    }

    void finish(Reply::Trouble trouble = Reply::Trouble::None, const QString& text = {})
    {
        if (m_isDone)
            return;
        m_isDone = true;
        m_deadline.stop();
        Reply& reply = m_reader.reply;
        if (trouble != Reply::Trouble::None) {
            reply.trouble = trouble;
            reply.troubleText = text;
        }
        reply.milliseconds = int(m_since.elapsed());
        m_socket.disconnect(this);
        m_socket.abort();
        Q_EMIT done();
    }

    const Request m_request;
    const QSslConfiguration m_tls;
    ReplyReader m_reader;
    const bool m_isEncrypted;
    QSslSocket m_socket;
    QTimer m_deadline;
    QElapsedTimer m_since;
    QString m_tlsErrors;
    bool m_isConnected = false;
    bool m_isDone = false;
};

} // namespace

Wire::Wire(QSslConfiguration tls, std::chrono::milliseconds patience)
    : m_tls(std::move(tls))
    , m_patience(patience)
{
}

Task<Reply> Wire::send(Request request)
{
    if (m_isCancelled) {
        Reply none;
        none.trouble = Reply::Trouble::Cancelled;
        none.troubleText = u"It was cancelled."_s;
        co_return none;
    }
    // It is deleted later, because the awaiting coroutine resumes within its signal.
    const std::unique_ptr<Call, QScopedPointerDeleteLater> call(
        new Call(std::move(request), m_tls, m_patience));
    connect(this, &Wire::cancelled, call.get(), &Call::cancel);
    QMetaObject::invokeMethod(call.get(), &Call::start, Qt::QueuedConnection);
    co_await async::emission(call.get(), &Call::done);
    co_return call->takeReply();
}

Task<QList<QHostAddress>> Wire::addressesOf(QString host)
{
    const QHostAddress literal(host);
    if (!literal.isNull())
        co_return QList<QHostAddress>{literal};
    const async::Later<QList<QHostAddress>> found;
    // It is deleted later, because the awaiting coroutine resumes within its callback.
    const std::unique_ptr<QObject, QScopedPointerDeleteLater> context(new QObject);
    const int id = QHostInfo::lookupHost(
        host, context.get(), [found](const QHostInfo& info) { found.settle(info.addresses()); });
    QTimer::singleShot(m_patience, context.get(), [found] { found.settle({}); });
    connect(this, &Wire::cancelled, context.get(), [found] { found.settle({}); });
    const QList<QHostAddress> addresses = co_await found;
    QHostInfo::abortHostLookup(id);
    co_return addresses;
}

void Wire::cancel()
{
    m_isCancelled = true;
    Q_EMIT cancelled();
}

} // namespace jetbridge::conformance

#include "Wire.moc"
