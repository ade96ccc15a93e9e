// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ProxySettings.h"

#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::http;

/// Tests the variables that name proxies, read as curl reads them.
class ProxySettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char* name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy",
                 "ALL_PROXY", "no_proxy", "NO_PROXY", "HTTP_PROXY"})
            qunsetenv(name);
    }
    void cleanupTestCase() { init(); }

    void theProxyIsTheOneThatCurlWouldTake_data()
    {
        QTest::addColumn<QByteArrayList>("variables");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("proxy");
        const auto row = [](const char* name, const QByteArrayList& variables, const char* proxy,
                             const char* url = "https://api.example/x") {
            QTest::newRow(name) << variables << QString::fromLatin1(url)
                                << QString::fromLatin1(proxy);
        };
        row("none", {}, "none");
        row("without a scheme", {"https_proxy=127.0.0.1:3128"}, "http://127.0.0.1:3128");
        row("with one", {"https_proxy=http://proxy.example:3128"}, "http://proxy.example:3128");
        row("with a slash", {"https_proxy=http://proxy.example:3128/"},
            "http://proxy.example:3128");
        row("a name alone", {"https_proxy=proxy.example"}, "http://proxy.example:1080");
        row("IPv6", {"https_proxy=[::1]:3128"}, "http://[::1]:3128");
        row("a user", {"https_proxy=me:secret@proxy.example:3128"}, "http://proxy.example:3128");
        row("socks", {"https_proxy=socks5h://proxy.example:9050"}, "socks5://proxy.example:9050");
        row("capitals", {"HTTPS_PROXY=proxy.example:1"}, "http://proxy.example:1");
        row("small letters first", {"HTTPS_PROXY=a.example:1", "https_proxy=b.example:2"},
            "http://b.example:2");
        row("for all", {"all_proxy=proxy.example:1"}, "http://proxy.example:1");
        row("http has its own", {"https_proxy=a.example:1"}, "none", "http://api.example/x");
        // A CGI program gets a request's header Proxy in this variable.
        row("HTTP_PROXY is not believed", {"HTTP_PROXY=a.example:1"}, "none",
            "http://api.example/x");
        row("localhost", {"https_proxy=a.example:1"}, "none", "https://localhost:8443/x");
        row("loopback", {"all_proxy=a.example:1"}, "none", "https://127.0.0.5:8443/x");
        const QByteArray proxy = "https_proxy=p.example:1";
        row("spared by name", {proxy, "no_proxy=api.example"}, "none");
        row("spared by domain", {proxy, "no_proxy=example"}, "none");
        row("spared with a dot", {proxy, "no_proxy=x, .example"}, "none");
        row("spared with a star", {proxy, "no_proxy=*.example"}, "none");
        row("spared by spaces", {proxy, "no_proxy=a  api.EXAMPLE."}, "none");
        row("spared with its port", {proxy, "no_proxy=api.example:443"}, "none");
        row("spared with a port that is named", {proxy, "no_proxy=.example:8443"}, "none",
            "https://api.example:8443/x");
        row("another port", {proxy, "no_proxy=api.example:8443"}, "http://p.example:1");
        row("spared IPv6 with a port", {proxy, "no_proxy=[2001:db8::1]:443"}, "none",
            "https://[2001:db8::1]/x");
        row("IPv6 without brackets has no port", {proxy, "no_proxy=2001:db8::1"}, "none",
            "https://[2001:db8::1]/x");
        row("all spared", {proxy, "no_proxy=*"}, "none");
        row("spared in capitals", {proxy, "NO_PROXY=api.example"}, "none");
        row("a look-alike is not spared", {proxy, "no_proxy=pi.example"}, "http://p.example:1");
        row("spared network", {proxy, "no_proxy=10.0.0.0/8"}, "none", "https://10.1.2.3/x");
        row("another network", {proxy, "no_proxy=10.0.0.0/8"}, "http://p.example:1",
            "https://11.1.2.3/x");
        row("spared IPv6", {proxy, "no_proxy=[2001:db8::1]"}, "none", "https://[2001:db8::1]/x");
    }
    void theProxyIsTheOneThatCurlWouldTake()
    {
        QFETCH(QByteArrayList, variables);
        QFETCH(QString, url);
        for (const QByteArray& variable : variables)
            qputenv(variable.left(variable.indexOf('=')).constData(),
                variable.mid(variable.indexOf('=') + 1));
        const auto found = environmentProxyFor(QUrl(url));
        QVERIFY2(found, qPrintable(found ? QString() : found.error().detail));
        QTEST(proxyText(found->proxy), "proxy");
    }

    void whatIsNotUnderstoodIsNamedWithoutRepeatingIt_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("a kind that is not known")
            << QByteArray("quic://me:hunter2@proxy.example:1");
        QTest::newRow("no host") << QByteArray("http://:hunter2");
        QTest::newRow("no URL") << QByteArray("me:hunter2@proxy example:1");
    }
    void whatIsNotUnderstoodIsNamedWithoutRepeatingIt()
    {
        QFETCH(QByteArray, value);
        qputenv("https_proxy", value);
        const auto found = environmentProxyFor(QUrl(u"https://api.example/x"_s));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, FailureKind::Invalid);
        QVERIFY(found.error().detail.english().contains("https_proxy"_L1));
        QVERIFY(!found.error().detail.english().contains("hunter2"_L1));
    }
};

JETBRIDGE_TEST(ProxySettingsTest)
#include "ProxySettingsTest.moc"
