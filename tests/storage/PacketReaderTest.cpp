// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/PacketReader.h"
#include "support/TestMain.h"

#include <QByteArray>
#include <QTest>

using namespace jetbridge::storage;

class PacketReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyBeginningIsToldFromTheWhole_data()
    {
        QTest::addColumn<QByteArray>("message");
        const QByteArray key = QByteArray::fromHex("8c03040903"); // Old format, length in 1 octet.
        const auto body = [](int size) {
            return QByteArray(size, 'x');
        };
        QTest::newRow("data of the old format, length in 2 octets")
            << key + QByteArray::fromHex("a50101") + body(257);
        QTest::newRow("data of the old format, length in 4 octets")
            << key + QByteArray::fromHex("a600000102") + body(258);
        QTest::newRow("a short length") << key + QByteArray::fromHex("d205") + body(5);
        QTest::newRow("no body") << key + QByteArray::fromHex("d200");
        QTest::newRow("a length of two octets") << key + QByteArray::fromHex("d2c001") + body(193);
        QTest::newRow("a length of four octets")
            << key + QByteArray::fromHex("d2ff00000101") + body(257);
        QTest::newRow("partial lengths") // 512, 512, 3
            << key + QByteArray::fromHex("d2e9") + body(512) + QByteArray::fromHex("e9") + body(512)
                + QByteArray::fromHex("03") + body(3);
        QTest::newRow("partial lengths, then nothing more")
            << key + QByteArray::fromHex("d2e9") + body(512) + QByteArray::fromHex("00");
        QTest::newRow("two recipients, data with AEAD")
            << QByteArray::fromHex("c10261628402616bd4") + QByteArray::fromHex("04") + body(4);
    }
    void everyBeginningIsToldFromTheWhole()
    {
        QFETCH(QByteArray, message);
        for (qsizetype size = 0; size < message.size(); ++size) {
            PacketReader reader;
            reader.take(QByteArrayView(message).first(size));
            QVERIFY2(reader.isCutOff(), QByteArray::number(size).constData());
        }
        PacketReader atOnce;
        atOnce.take(message);
        QVERIFY(!atOnce.isCutOff());
        PacketReader byteByByte;
        for (const char& byte : message)
            byteByByte.take(QByteArrayView(&byte, 1));
        QVERIFY(!byteByByte.isCutOff());
    }

    void whatDoesNotTellItsEndIsNotCalledCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a text") << QByteArray("companyId,consentedBy");
        QTest::newRow("an indeterminate length") << QByteArray::fromHex("a7") + "xyz";
        QTest::newRow("rubbish after the packets") << QByteArray::fromHex("d20178") + "rubbish";
    }
    void whatDoesNotTellItsEndIsNotCalledCutOff()
    {
        QFETCH(QByteArray, bytes);
        PacketReader reader;
        reader.take(bytes);
        QVERIFY(!reader.isCutOff());
    }
};

JETBRIDGE_TEST(PacketReaderTest)
#include "PacketReaderTest.moc"
