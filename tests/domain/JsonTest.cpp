// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Json.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// An `error` without a content stands beside good answers, too.
    void aMemberWithoutAContentSaysNothing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("says");
        const auto row = [](const char* json, bool says) {
            QTest::newRow(json) << QByteArray(json) << says;
        };
        row("{}", false);
        row("{\"error\":null}", false);
        row("{\"error\":false}", false);
        row("{\"error\":0}", false);
        row("{\"error\":\"\"}", false);
        row("{\"error\":{}}", false);
        row("{\"error\":[]}", false);
        row("{\"error\":\"invalid_client\"}", true);
        row("{\"error\":true}", true);
        row("{\"error\":401}", true);
        row("{\"error\":{\"code\":\"x\"}}", true);
        row("{\"error\":[\"x\"]}", true);
    }
    void aMemberWithoutAContentSaysNothing()
    {
        QFETCH(QByteArray, json);
        const auto object = jsonObject(json);
        QVERIFY(object);
        QTEST(saysSomething(object->value("error"_L1)), "says");
    }
};

JETBRIDGE_TEST(JsonTest)
#include "JsonTest.moc"
