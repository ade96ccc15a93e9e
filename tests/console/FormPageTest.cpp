// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/FormPage.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class FormPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pressingAButtonSendsItsFormAsABrowserWould()
    {
        const auto page = FormPage::parse(address, html);
        QVERIFY(page);
        const auto sent = page->press(u"approve"_s, {{u"code"_s, u"A&B=ü"_s}});
        QVERIFY(sent);
        QCOMPARE(sent->action, QUrl(u"http://127.0.0.1:1/consent/decision"_s));
        QCOMPARE(sent->body, QByteArray("state=s%2F1&code=A%26B%3D%C3%BC&decision=approve"));
    }

    void linksFramesAndTextsAreFoundById()
    {
        const auto page = FormPage::parse(address, html);
        QVERIFY(page);
        QCOMPARE(page->target(u"setup"_s).value(), QUrl(u"http://127.0.0.1:1/setup?a=1&b=2"_s));
        QCOMPARE(page->target(u"frame"_s).value(), QUrl(u"http://localhost:2/x"_s));
        QCOMPARE(page->text(u"status"_s), u"Is enabled"_s);
        QCOMPARE(page->heading(), u"Sign in"_s);
    }

    void whatIsMissingIsNamed()
    {
        const auto page = FormPage::parse(address, html);
        QVERIFY(page);
        QVERIFY(page->press(u"decline"_s).error().detail.english().contains("decline"_L1));
        QVERIFY(!page->target(u"nowhere"_s));
        QCOMPARE(FormPage::parse(address, "<p>half").error().kind, FailureKind::BadReply);
    }

private:
    const QUrl address{u"http://127.0.0.1:1/consent?companyId=x"_s};
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
