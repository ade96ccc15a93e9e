// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Mask.h"
#include "support/TestMain.h"

#include <QTest>

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
    row("the guide's parameter", QStringLiteral("/consent?companyId=globex&x=1"),
        QStringLiteral("/consent?companyId=customer-1&x=1"));
    row("an address of the API", QStringLiteral("POST /companies/globex/confirm"),
        QStringLiteral("POST /companies/customer-1/confirm"));
    row("a client's identifier in a form", QStringLiteral("client_id=sr-1&scope=a"),
        QStringLiteral("client_id=%1&scope=a").arg(dots));
    row("a client's identifier in JSON", QStringLiteral("{\"clientId\": \"sr-1\"}"),
        QStringLiteral("{\"clientId\": \"%1\"}").arg(dots));
    row("a client's identifier in an Authorization header",
        QStringLiteral("Authorization: Basic sr-1:[redacted]"),
        QStringLiteral("Authorization: Basic %1:[redacted]").arg(dots));
    row("the scheme alone", QStringLiteral("Asked by Basic only: body failed."),
        QStringLiteral("Asked by Basic only: body failed."));
    row("the scheme at the end", QStringLiteral("Rehearsed by body and Basic."),
        QStringLiteral("Rehearsed by body and Basic."));
    row("a UUID", QStringLiteral("Run 35047821-cc78-421c-b034-aa6d997680b6 ended"),
        QStringLiteral("Run %1 ended").arg(dots));
}

void MaskTest::whatNamesACustomerIsReplacedInASentence()
{
    QFETCH(QString, text);
    const Mask mask;
    QTEST(Mask::text(text), "masked");
}

void MaskTest::nothingIsReplacedWithoutAMask()
{
    const QString text = QStringLiteral("companyId=globex&client_id=sr-1");
    QCOMPARE(Mask::text(text), text);
}

JETBRIDGE_TEST(MaskTest)
#include "MaskTest.moc"
