// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Csv.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class CsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsAreReadAsRfc4180Says_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QList<QStringList>>("fields");
        const auto text = [](const char* bytes) {
            return QString::fromUtf8(bytes);
        };
        QTest::newRow("empty") << QByteArray() << QList<QStringList>{};
        QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n")
                              << QList<QStringList>{{text("a"), text("b")}, {text("c"), text("d")}};
        QTest::newRow("LF without an end")
            << QByteArray("a\nb") << QList<QStringList>{{text("a")}, {text("b")}};
        QTest::newRow("a comma, a quote and a line break in quotes")
            << QByteArray("\"a,b\",\"c\"\"d\",\"e\r\nf\"\r\n")
            << QList<QStringList>{{text("a,b"), text("c\"d"), text("e\r\nf")}};
        QTest::newRow("empty fields")
            << QByteArray(",\"\",\n") << QList<QStringList>{{text(""), text(""), text("")}};
        QTest::newRow("spaces belong to the field")
            << QByteArray(" a , b\n") << QList<QStringList>{{text(" a "), text(" b")}};
        QTest::newRow("empty lines are skipped")
            << QByteArray("a\n\n\r\nb\n") << QList<QStringList>{{text("a")}, {text("b")}};
        QTest::newRow("a byte order mark and UTF-8")
            << QByteArray("\xef\xbb\xbfZo\xc3\xab\n") << QList<QStringList>{{text("Zo\xc3\xab")}};
    }
    void recordsAreReadAsRfc4180Says()
    {
        QFETCH(QByteArray, content);
        QFETCH(QList<QStringList>, fields);
        const auto records = readCsv(content);
        QVERIFY2(records, records ? "" : qPrintable(records.error().detail));
        QList<QStringList> read;
        QByteArray again;
        for (const CsvRecord& record : *records) {
            read.append(record.fields);
            again += csvRecord(record.fields);
        }
        QCOMPARE(read, fields);
        // The written text is read as the same records.
        const auto twice = readCsv(again);
        QVERIFY(twice);
        QCOMPARE(twice->size(), records->size());
        for (qsizetype i = 0; i < twice->size(); ++i)
            QCOMPARE(twice->at(i).fields, fields.at(i));
    }

    void noCellIsAFormulaWhateverSeparatesThem_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char* field, const char* written) {
            QTest::newRow(field) << QString::fromUtf8(field) << QByteArray(written) + "\r\n";
        };
        row("=1+1", "'=1+1");
        row("+1", "'+1");
        row("-1", "'-1");
        row("@SUM(1)", "'@SUM(1)");
        row("  =1", "'  =1");
        row("x;=1+1", "\"x;'=1+1\"");
        row("x; =1+1", "\"x; '=1+1\"");
        row("x\n=1+1", "\"x\n'=1+1\"");
        row("\xEF\xBC\x9D"
            "1",
            "'\xEF\xBC\x9D"
            "1");
        row("a=b", "a=b");
        row("a-b;c", "\"a-b;c\"");
    }
    void noCellIsAFormulaWhateverSeparatesThem()
    {
        QFETCH(QString, field);
        QTEST(csvRecord({field}), "written");
        const auto again = readCsv(csvRecord({field}));
        QVERIFY(again);
        if (!field.contains(QLatin1Char(';')) && !field.contains(QLatin1Char('\n')))
            QCOMPARE(csvText(again->first().fields.first()), field);
    }

    void theSeparatorOfSpreadsheetsIsFound_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("commas") << QByteArray("a,b\nc;d,e\n");
        QTest::newRow("semicolons") << QByteArray("a;b\r\n\"c;d\";e\r\n");
        QTest::newRow("tabs") << QByteArray("a\tb\nc;d\te\n");
        QTest::newRow("named") << QByteArray("\xef\xbb\xbfsep=|\r\na|b\r\nc;d|e\r\n");
        QTest::newRow("a tab that is named") << QByteArray("sep=\t\r\na\tb\r\nc;d\te\r\n");
        QTest::newRow("others within quotes") << QByteArray("a,b\n\"c;d\",e\n");
    }
    void theSeparatorOfSpreadsheetsIsFound()
    {
        QFETCH(QByteArray, content);
        const auto records = readCsv(content, CsvSeparator::Found);
        QVERIFY2(records, records ? "" : qPrintable(records.error().detail));
        QCOMPARE(records->size(), 2);
        QCOMPARE(records->at(0).fields, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(records->at(1).fields, (QStringList{u"c;d"_s, u"e"_s}));
    }

    void whatIsNoCsvIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("a quote in the middle") << QByteArray("a\nb\"c\n") << u"Line 2: a quote"_s;
        QTest::newRow("text after a quote")
            << QByteArray("a\n\"b\nc\"d\n") << u"Line 3: something follows"_s;
        QTest::newRow("no closing quote")
            << QByteArray("a\n\"b\nc\n") << u"Line 2: a quoted field has no end"_s;
        QTest::newRow("a carriage return alone")
            << QByteArray("a\rb\n") << u"Line 1: a carriage return"_s;
        QTest::newRow("Latin 1") << QByteArray("a\nZo\xeb\n") << u"Line 2: it is not"_s;
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe\x61\x00", 4) << u"Line 1: it is not"_s;
        QTest::newRow("cut within a character")
            << QByteArray("a\nb\nZo\xc3") << u"Line 3: it is not"_s;
        QTest::newRow("a zero") << QByteArray("a\nb\0\n", 5) << u"Line 2: it is not"_s;
    }
    void whatIsNoCsvIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        const auto records = readCsv(content);
        QVERIFY(!records);
        QCOMPARE(records.error().kind, FailureKind::Invalid);
        QVERIFY2(
            records.error().detail.english().contains(says), qPrintable(records.error().detail));
    }

    void aRecordKnowsItsLine()
    {
        const auto records = readCsv("head\n\"a\nb\"\n\nc\n");
        QVERIFY(records);
        QCOMPARE(records->size(), 3);
        QCOMPARE(records->at(1).line, 2);
        QCOMPARE(records->at(2).line, 5);
    }
};

JETBRIDGE_TEST(CsvTest)
#include "CsvTest.moc"
