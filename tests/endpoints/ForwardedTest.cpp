// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Partner.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::endpoints;

namespace {

constexpr int patientAttempts = 12; ///< More wrong secrets than a peer may send in a minute.

/// Tells whether a peer that tries many client ids is slowed down (429) in the end.
bool isSlowed(Partner& partner, const QByteArray& forwardedFor)
{
    int status = 0;
    for (int i = 0; i < patientAttempts; ++i)
        status =
            partner
                .postForm(u"/oauth/token"_s,
                    {{u"grant_type"_s, u"client_credentials"_s},
                        {u"client_id"_s, u"guess-%1"_s.arg(i)}, {u"client_secret"_s, u"wrong"_s}},
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
        Partner partner(behind(u"192.0.2.1"_s));
        QVERIFY(!isSlowed(partner, "203.0.113.7"));
    }

    void clause42TheNamedPeersHeaderIsBelieved()
    {
        Partner partner(behind(u"127.0.0.1"_s));
        QVERIFY(isSlowed(partner, "203.0.113.7"));
        // The failures of one peer do not count for another.
        QCOMPARE(partner
                     .postForm(u"/oauth/token"_s,
                         {{u"grant_type"_s, u"client_credentials"_s},
                             {u"client_id"_s, u"one-more"_s}, {u"client_secret"_s, u"wrong"_s}},
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
        Partner partner(behind(u"127.0.0.1"_s));
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
        Partner partner(behind(u"127.0.0.1"_s));
        partner.endpoints.admit(clientOf(u"globex"_s));
        const auto ask = [&](const QString& client, const QString& secret, const QByteArray& from) {
            return partner
                .postForm(u"/oauth/token"_s,
                    {{u"grant_type"_s, u"client_credentials"_s}, {u"client_id"_s, client},
                        {u"client_secret"_s, secret}},
                    {{name, from}})
                .status;
        };
        int status = 0;
        for (int i = 0; i < patientAttempts; ++i)
            status = ask(u"guess-%1"_s.arg(i), u"wrong"_s, guesser);
        QCOMPARE(status, 429);
        QCOMPARE(ask(u"client-of-globex"_s, u"secret of globex"_s, other), 200);
        if (guesser != other)
            QCOMPARE(ask(u"x"_s, u"wrong"_s, other), 401);
    }

    void aClientThatHidesBehindTheOtherHeaderIsNotBelieved()
    {
        Partner partner(behind(u"127.0.0.1"_s));
        // Each request has another address in the header that the proxy does not write.
        int status = 0;
        for (int i = 0; i < patientAttempts; ++i)
            status = partner
                         .postForm(u"/oauth/token"_s,
                             {{u"grant_type"_s, u"client_credentials"_s},
                                 {u"client_id"_s, u"guess-%1"_s.arg(i)},
                                 {u"client_secret"_s, u"wrong"_s}},
                             {{"X-Forwarded-For", "203.0.113.7"},
                                 {"Forwarded", "for=198.51.100." + QByteArray::number(i)}})
                         .status;
        QCOMPARE(status, 429);
    }

    void clause42TheSchemeAndHostOfOthersAreNeverBelieved()
    {
        EndpointsOptions options = behind(u"127.0.0.1"_s);
        options.publicUrl = QUrl(u"https://partner.example"_s);
        Partner partner(options);
        QCOMPARE(partner.endpoints.consentUrl(), QUrl(u"https://partner.example/consent"_s));
        const Answered page =
            partner.open({{"X-Forwarded-Host", "evil.example"}, {"X-Forwarded-Proto", "gopher"}});
        QCOMPARE(page.status, 200);
        QVERIFY(!page.body.contains("evil.example") && !page.body.contains("gopher"));
    }
};

JETBRIDGE_TEST(ForwardedTest)
#include "ForwardedTest.moc"
