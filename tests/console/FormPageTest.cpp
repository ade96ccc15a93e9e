// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/FormPage.h"
#include "support/TestMain.h"

#include <QTest>

using namespace jetbridge;

class FormPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pressingAButtonSendsItsFormAsABrowserWould()
    {
        const auto page = FormPage::parse(address, html);
        QVERIFY(page);
        const auto sent = page->press(
            QStringLiteral("approve"), {{QStringLiteral("code"), QStringLiteral("A&B=ü")}});
        QVERIFY(sent);
        QCOMPARE(sent->action, QUrl(QStringLiteral("http://127.0.0.1:1/consent/decision")));
        QCOMPARE(sent->body, QByteArray("state=s%2F1&code=A%26B%3D%C3%BC&decision=approve"));
    }

    void linksFramesAndTextsAreFoundById()
    {
        const auto page = FormPage::parse(address, html);
        QVERIFY(page);
        QCOMPARE(page->target(QStringLiteral("setup")).value(),
            QUrl(QStringLiteral("http://127.0.0.1:1/setup?a=1&b=2")));
        QCOMPARE(page->target(QStringLiteral("frame")).value(),
            QUrl(QStringLiteral("http://localhost:2/x")));
        QCOMPARE(page->text(QStringLiteral("status")), QStringLiteral("Is enabled"));
        QCOMPARE(page->heading(), QStringLiteral("Sign in"));
    }

    void whatIsMissingIsNamed()
    {
        const auto page = FormPage::parse(address, html);
        QVERIFY(page);
        QVERIFY(page->press(QStringLiteral("decline"))
                    .error()
                    .detail.english()
                    .contains(QLatin1String("decline")));
        QVERIFY(!page->target(QStringLiteral("nowhere")));
        QCOMPARE(FormPage::parse(address, "<p>half").error().kind, FailureKind::BadReply);
    }

private:
    const QUrl address{QStringLiteral("http://127.0.0.1:1/consent?companyId=x")};
    const QByteArray html =
        "<!DOCTYPE html>\n<html><head><title>t</title></head><body><h1>Sign in</h1>"
        "<form action=\"/consent/decision\" method=\"post\">"
        "<input type=\"hidden\" name=\"state\" value=\"s/1\"/><input id=\"code\" name=\"code\"/>"
        "<button id=\"approve\" name=\"decision\" value=\"approve\">Approve</button></form>"
        "<a id=\"setup\" href=\"/setup?a=1&amp;b=2\">Set up</a>"
        "<iframe id=\"frame\" src=\"http://localhost:2/x\"></iframe>"
        "<p id=\"status\">Is <b>enabled</b></p></body></html>";
};

JETBRIDGE_TEST(FormPageTest)
#include "FormPageTest.moc"
