// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Partner.h"
#include "support/TestMain.h"

#include <QTest>

using namespace jetbridge;
using namespace jetbridge::endpoints;

namespace {

constexpr int patientAttempts = 12; ///< More wrong secrets than a peer may send in a minute.

/// Tells whether a peer that tries many client ids is slowed down (429) in the end.
bool isSlowed(Partner& partner, const QByteArray& forwardedFor)
{
    int status = 0;
    for (int i = 0; i < patientAttempts; ++i)
        status = partner
                     .postForm(QStringLiteral("/oauth/token"),
                         {{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
                             {QStringLiteral("client_id"), QStringLiteral("guess-%1").arg(i)},
                             {QStringLiteral("client_secret"), QStringLiteral("wrong")}},
                         {{"X-Forwarded-For", forwardedFor}})
                     .status;
    return status == 429;
}

EndpointsOptions behind(const QString& peer)
{
    EndpointsOptions options;
    options.forwardingPeer = QHostAddress(peer);
    return options;
}

} // namespace

/// Tests clause 42 (RFC 9700 4.13). Loopback peers are never slowed down by address, so a peer that
/// is slowed down shows which address was trusted.
class ForwardedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clause42NobodysHeaderIsBelievedUnlessAPeerIsNamed()
    {
        Partner partner;
        QVERIFY(!isSlowed(partner, "203.0.113.7"));
    }

    void clause42AnotherPeersHeaderIsNotBelieved()
    {
        Partner partner(behind(QStringLiteral("192.0.2.1")));
        QVERIFY(!isSlowed(partner, "203.0.113.7"));
    }

    void clause42TheNamedPeersHeaderIsBelieved()
    {
        Partner partner(behind(QStringLiteral("127.0.0.1")));
        QVERIFY(isSlowed(partner, "203.0.113.7"));
        // The failures of one peer do not count for another.
        QCOMPARE(partner
                     .postForm(QStringLiteral("/oauth/token"),
                         {{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
                             {QStringLiteral("client_id"), QStringLiteral("one-more")},
                             {QStringLiteral("client_secret"), QStringLiteral("wrong")}},
                         {{"X-Forwarded-For", "203.0.113.8"}})
                     .status,
            401);
    }

    void clause42OnlyWhatThePeerAppendedCounts_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("slowed");
        QTest::newRow("what the client wrote comes first")
            << QByteArray("127.0.0.1, 203.0.113.9") << true;
        QTest::newRow("a client that hides behind another")
            << QByteArray("203.0.113.9, 127.0.0.1") << false;
        // Guessing is limited all the same; see below.
        QTest::newRow("no address") << QByteArray("unknown") << true;
        QTest::newRow("nothing") << QByteArray("") << true;
        QTest::newRow("a port") << QByteArray("198.51.100.9:5555") << true;
        QTest::newRow("IPv6") << QByteArray("2001:db8::9") << true;
        QTest::newRow("IPv6 with a port") << QByteArray("\"[2001:db8::9]:5555\"") << true;
        QTest::newRow("a local one with a port") << QByteArray("127.0.0.1:5555") << false;
    }
    void clause42OnlyWhatThePeerAppendedCounts()
    {
        QFETCH(QByteArray, header);
        Partner partner(behind(QStringLiteral("127.0.0.1")));
        QTEST(isSlowed(partner, header), "slowed");
    }

    void oneStrangersGuessesLockNobodyElseOut_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("guesser");
        QTest::addColumn<QByteArray>("other");
        const QByteArray list = "X-Forwarded-For";
        const QByteArray standard = "Forwarded";
        QTest::newRow("with a port")
            << list << QByteArray("198.51.100.9:5555") << QByteArray("198.51.100.10:5555");
        QTest::newRow("IPv6 in brackets, another network")
            << list << QByteArray("[2001:db8:1::9]:5555") << QByteArray("[2001:db8:2::9]:5555");
        QTest::newRow("RFC 7239") << standard << QByteArray("for=198.51.100.9;proto=https")
                                  << QByteArray("proto=https; For=\"198.51.100.10:47011\"");
        QTest::newRow("RFC 7239, IPv6") << standard << QByteArray("for=\"[2001:db8:1::9]:4711\"")
                                        << QByteArray("for=\"[2001:db8:2::9]\"");
        QTest::newRow("RFC 7239, a list")
            << standard << QByteArray("for=192.0.2.1, for=198.51.100.9;by=\"a,b\"")
            << QByteArray("for=198.51.100.9, for=198.51.100.10");
        QTest::newRow("nothing that can be read")
            << list << QByteArray("unknown") << QByteArray("unknown");
        QTest::newRow("RFC 7239, hidden")
            << standard << QByteArray("for=_hidden") << QByteArray("for=_hidden");
    }
    void oneStrangersGuessesLockNobodyElseOut()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, guesser);
        QFETCH(QByteArray, other);
        Partner partner(behind(QStringLiteral("127.0.0.1")));
        partner.endpoints.admit(clientOf(QStringLiteral("globex")));
        const auto ask = [&](const QString& client, const QString& secret, const QByteArray& from) {
            return partner
                .postForm(QStringLiteral("/oauth/token"),
                    {{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
                        {QStringLiteral("client_id"), client},
                        {QStringLiteral("client_secret"), secret}},
                    {{name, from}})
                .status;
        };
        int status = 0;
        for (int i = 0; i < patientAttempts; ++i)
            status = ask(QStringLiteral("guess-%1").arg(i), QStringLiteral("wrong"), guesser);
        QCOMPARE(status, 429);
        QCOMPARE(ask(QStringLiteral("client-of-globex"), QStringLiteral("secret of globex"), other),
            200);
        if (guesser != other)
            QCOMPARE(ask(QStringLiteral("x"), QStringLiteral("wrong"), other), 401);
    }

    void aClientThatHidesBehindTheOtherHeaderIsNotBelieved()
    {
        Partner partner(behind(QStringLiteral("127.0.0.1")));
        // Each request has another address in the header that the proxy does not write.
        int status = 0;
        for (int i = 0; i < patientAttempts; ++i)
            status = partner
                         .postForm(QStringLiteral("/oauth/token"),
                             {{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
                                 {QStringLiteral("client_id"), QStringLiteral("guess-%1").arg(i)},
                                 {QStringLiteral("client_secret"), QStringLiteral("wrong")}},
                             {{"X-Forwarded-For", "203.0.113.7"},
                                 {"Forwarded", "for=198.51.100." + QByteArray::number(i)}})
                         .status;
        QCOMPARE(status, 429);
    }

    void clause42TheSchemeAndHostOfOthersAreNeverBelieved()
    {
        EndpointsOptions options = behind(QStringLiteral("127.0.0.1"));
        options.publicUrl = QUrl(QStringLiteral("https://partner.example"));
        Partner partner(options);
        QCOMPARE(partner.endpoints.consentUrl(),
            QUrl(QStringLiteral("https://partner.example/consent")));
        const Answered page =
            partner.open({{"X-Forwarded-Host", "evil.example"}, {"X-Forwarded-Proto", "gopher"}});
        QCOMPARE(page.status, 200);
        QVERIFY(!page.body.contains("evil.example") && !page.body.contains("gopher"));
    }
};

JETBRIDGE_TEST(ForwardedTest)
#include "ForwardedTest.moc"
