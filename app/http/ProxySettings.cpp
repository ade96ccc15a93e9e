// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ProxySettings.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace jetbridge::http {

namespace {

constexpr quint16 usualPort = 1080; // curl's default port.

struct Variable {
    QString name;
    QString value;
};

/// Returns the first of these variables that is set and not empty.
Variable firstSet(std::initializer_list<const char*> names)
{
    for (const char* name : names)
        if (const QString value = qEnvironmentVariable(name).trimmed(); !value.isEmpty())
            return {QLatin1String(name), value};
    return {};
}

bool isInNetwork(const QHostAddress& address, const QString& network)
{
    const auto subnet = QHostAddress::parseSubnet(network);
    return !subnet.first.isNull() && address.isInSubnet(subnet);
}

/// Removes the port from an entry such as "api.example:8443" or "[::1]:8443"; nullopt if it is
/// another port than the URL's.
std::optional<QString> withoutPort(const QString& entry, int port)
{
    static const QRegularExpression named(u"\\A(\\[[^\\]]*\\]|[^:]*):([0-9]+)\\z"_s);
    const auto match = named.match(entry);
    if (!match.hasMatch())
        return entry;
    return match.captured(2).toInt() == port ? std::optional(match.captured(1)) : std::nullopt;
}

/// Tells whether an entry of no_proxy covers a host: a name with its subdomains, an address, or a
/// network, each with or without a port.
bool spares(const QString& entryWithPort, const QString& host, int port)
{
    const auto named = withoutPort(entryWithPort, port);
    if (!named)
        return false;
    QString entry = *named;
    if (entry == "*"_L1)
        return true;
    const QHostAddress address(host);
    if (!address.isNull()) {
        if (entry.contains(QLatin1Char('/')))
            return isInNetwork(address, entry);
        if (entry.startsWith(QLatin1Char('[')) && entry.endsWith(QLatin1Char(']')))
            entry = entry.mid(1, entry.size() - 2);
        return QHostAddress(entry) == address;
    }
    if (entry.startsWith("*."_L1))
        entry.remove(0, 1);
    if (entry.startsWith(QLatin1Char('.')))
        entry.remove(0, 1);
    if (entry.endsWith(QLatin1Char('.')))
        entry.chop(1);
    return !entry.isEmpty()
        && (host.compare(entry, Qt::CaseInsensitive) == 0
            || host.endsWith(QLatin1Char('.') + entry, Qt::CaseInsensitive));
}

Outcome<QNetworkProxy> parsed(const Variable& variable)
{
    const auto notUnderstood = [&variable](const QString& why) {
        return failed(FailureKind::Invalid,
            u"The proxy in the variable %1 is not valid: %2. Write it like "
            "http://proxy.example:3128, or unset the variable."_s.arg(variable.name, why),
            0, u"proxy"_s);
    };
    const bool hasScheme = variable.value.contains("://"_L1);
    const QUrl url(hasScheme ? variable.value : u"http://"_s + variable.value, QUrl::StrictMode);
    // The value may contain a password, so the message does not repeat it.
    if (!url.isValid())
        return notUnderstood(u"it is no address with a host and a port of 1 to 65535"_s);
    if (url.host().isEmpty())
        return notUnderstood(u"it has no host"_s);
    const QString scheme = url.scheme();
    QNetworkProxy::ProxyType type = QNetworkProxy::HttpProxy;
    if (scheme == "socks5"_L1 || scheme == "socks5h"_L1)
        type = QNetworkProxy::Socks5Proxy;
    else if (scheme != "http"_L1)
        return notUnderstood(
            u"\"%1\" is not a supported kind of proxy (http, socks5)"_s.arg(scheme));
    return QNetworkProxy(type, url.host(), quint16(url.port(usualPort)),
        url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

} // namespace

bool isThisComputer(const QString& host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1)
        || QHostAddress(host).isLoopback();
}

Outcome<NamedProxy> environmentProxyFor(const QUrl& url)
{
    const QString host = url.host();
    if (isThisComputer(host))
        return NamedProxy();
    const bool isHttp = url.scheme() == "http"_L1;
    const Variable named = isHttp
        ? firstSet({"http_proxy", "all_proxy", "ALL_PROXY"})
        : firstSet({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"});
    if (named.value.isEmpty())
        return NamedProxy();
    const Variable spared = firstSet({"no_proxy", "NO_PROXY"});
    static const QRegularExpression separators(u"[,\\s]+"_s);
    for (const QString& entry : spared.value.split(separators, Qt::SkipEmptyParts))
        if (spares(entry, host, url.port(isHttp ? 80 : 443)))
            return NamedProxy{QNetworkProxy(QNetworkProxy::NoProxy), spared.name};
    const auto proxy = parsed(named);
    if (!proxy)
        return passOn(proxy);
    return NamedProxy{*proxy, named.name};
}

QString proxyText(const QNetworkProxy& proxy)
{
    if (proxy.type() == QNetworkProxy::NoProxy || proxy.hostName().isEmpty())
        return u"none"_s;
    QUrl url;
    url.setScheme(proxy.type() == QNetworkProxy::Socks5Proxy ? u"socks5"_s : u"http"_s);
    url.setHost(proxy.hostName());
    url.setPort(proxy.port());
    return url.toString();
}

} // namespace jetbridge::http
