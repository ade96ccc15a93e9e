// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Application.h"
#include "domain/Redirect.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

/// RFC 9700 4.11: no open redirector.
class RedirectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAddressOfThisComputerIsTheSameUnderEachOfItsNames_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        const QString here = u"http://127.0.0.1:43117/consent"_s;
        QTest::newRow("equal") << here << here << true;
        QTest::newRow("localhost") << here << u"http://localhost:43117/consent"_s << true;
        QTest::newRow("IPv6") << u"http://[::1]:43117/consent"_s << here << true;
        QTest::newRow("another port") << here << u"http://localhost:43118/consent"_s << false;
        QTest::newRow("another path") << here << u"http://localhost:43117/other"_s << false;
        QTest::newRow("https") << here << u"https://localhost:43117/consent"_s << false;
        QTest::newRow("elsewhere") << here << u"http://example.com:43117/consent"_s << false;
        QTest::newRow("two others") << u"https://a.example/x"_s << u"https://b.example/x"_s << false;
    }
    void anAddressOfThisComputerIsTheSameUnderEachOfItsNames()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, same);
        QCOMPARE(jetbridge::leadsToTheSame(QUrl(one), QUrl(other)), same);
    }

    void onlyKnownHostsAreFollowed_data()
    {
        QTest::addColumn<QString>("redirect");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* text, bool allowed) {
            QTest::newRow(text) << QString::fromUtf8(text) << allowed;
        };
        row("https://www.smartrecruiters.com/done?x=1", true);
        row("https://WWW.SmartRecruiters.com/done", true);
        row("http://localhost:43110/companies/globex", true);
        row("http://localhost:43111/companies/globex", false);
        row("http://localhost/companies/globex", false);
        row("http://www.smartrecruiters.com/done", false);
        row("https://www.smartrecruiters.com:8443/done", false);
        row("https://evil.example/", false);
        row("https://www.smartrecruiters.com.evil.example/", false);
        row("https://evilwww.smartrecruiters.com/", false);
        row("https://wwwXsmartrecruiters.com/", false);
        row("//evil.example/", false);
        row("///evil.example", false);
        row("/relative", false);
        row("", false);
        row("https://www.smartrecruiters.com@evil.example/", false);
        row("https://www.smartrecruiters.com%40evil.example/", false);
        row("https://user@www.smartrecruiters.com/", false);
        row("https://@www.smartrecruiters.com/", false);
        row("https:\\\\evil.example", false);
        row("https://www.smartrecruiters.com\\@evil.example/", false);
        row("https://evil.example\\.www.smartrecruiters.com/", false);
        row("https://evil.example#.www.smartrecruiters.com/", false);
        row("https://evil.example?www.smartrecruiters.com", false);
        row("javascript:alert(1)", false);
        row("data:text/html,hello", false);
        row("file:///etc/passwd", false);
        row("ftp://www.smartrecruiters.com/", false);
        row("https://www.smartrecruiters.com/\r\nSet-Cookie:a=b", false);
        row(" https://www.smartrecruiters.com/", false);
        row("https://www.smartrecruiters.c\u043em/", false); // Cyrillic o
        row("https://[::1]/", false);
        row("https://2130706433/", false);
    }
    void onlyKnownHostsAreFollowed()
    {
        QFETCH(QString, redirect);
        QFETCH(bool, allowed);
        const auto checked =
            checkRedirect(redirect, {u"www.smartrecruiters.com"_s, u"localhost:43110"_s});
        QCOMPARE(checked.has_value(), allowed);
        if (!allowed)
            QCOMPARE(checked.error().kind, FailureKind::Invalid);
    }

    void anOverlongRedirectIsRefused()
    {
        const QString text =
            u"https://www.smartrecruiters.com/"_s + QString(5000, QLatin1Char('a'));
        QVERIFY(!checkRedirect(text, {u"www.smartrecruiters.com"_s}));
    }
};

JETBRIDGE_TEST(RedirectTest)
#include "RedirectTest.moc"
