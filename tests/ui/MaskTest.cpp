// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Mask.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::ui;

class MaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatNamesACustomerIsReplacedInASentence_data();
    void whatNamesACustomerIsReplacedInASentence();
    void nothingIsReplacedWithoutAMask();
};

void MaskTest::whatNamesACustomerIsReplacedInASentence_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const QString dots(8, QChar(0x2022));
    const auto row = [](const char* name, const QString& text, const QString& masked) {
        QTest::newRow(name) << text << masked;
    };
    row("the guide's parameter", u"/consent?companyId=globex&x=1"_s,
        u"/consent?companyId=customer-1&x=1"_s);
    row("an address of the API", u"POST /companies/globex/confirm"_s,
        u"POST /companies/customer-1/confirm"_s);
    row("a client's identifier in a form", u"client_id=sr-1&scope=a"_s,
        u"client_id=%1&scope=a"_s.arg(dots));
    row("a client's identifier in JSON", u"{\"clientId\": \"sr-1\"}"_s,
        u"{\"clientId\": \"%1\"}"_s.arg(dots));
    row("a client's identifier in an Authorization header",
        u"Authorization: Basic sr-1:[redacted]"_s,
        u"Authorization: Basic %1:[redacted]"_s.arg(dots));
    row("the scheme alone", u"Asked by Basic only: body failed."_s,
        u"Asked by Basic only: body failed."_s);
    row("the scheme at the end", u"Rehearsed by body and Basic."_s,
        u"Rehearsed by body and Basic."_s);
    row("a UUID", u"Run 35047821-cc78-421c-b034-aa6d997680b6 ended"_s, u"Run %1 ended"_s.arg(dots));
}

void MaskTest::whatNamesACustomerIsReplacedInASentence()
{
    QFETCH(QString, text);
    const Mask mask;
    QTEST(Mask::text(text), "masked");
}

void MaskTest::nothingIsReplacedWithoutAMask()
{
    const QString text = u"companyId=globex&client_id=sr-1"_s;
    QCOMPARE(Mask::text(text), text);
}

JETBRIDGE_TEST(MaskTest)
#include "MaskTest.moc"
