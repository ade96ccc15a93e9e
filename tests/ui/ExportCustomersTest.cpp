// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/ExportCustomers.h"
#include "support/TestMain.h"

#include "domain/Utc.h"

#include <QtTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::ui;

namespace {

Integration customer(const QString& id, const QString& name)
{
    Integration integration;
    integration.id = IntegrationId(id);
    integration.company = CompanyId(u"globex"_s);
    integration.companyName = name;
    integration.status = IntegrationStatus::Live;
    integration.onboardedAt = QDateTime(QDate(2026, 1, 31), QTime(12, 0), utc);
    return integration;
}

/// Customers in memory, delivered in pages of three.
class Pages : public Integrations {
public:
    QList<Integration> rows;
    Task<Outcome<Done>> save(IntegrationChange) override { co_return Done{}; }
    Task<Outcome<std::optional<Integration>>> find(IntegrationId) override
    {
        co_return std::optional<Integration>();
    }
    Task<Outcome<std::optional<Integration>>> findByIssuedClient(ClientId) override
    {
        co_return std::optional<Integration>();
    }
    Task<Outcome<Done>> forget(IntegrationId) override { co_return Done{}; }
    Task<Outcome<QList<Integration>>> retireOthers(CompanyId, IntegrationId, QDateTime) override
    {
        co_return QList<Integration>();
    }
    Task<Outcome<QList<FormerIntegration>>> former(CompanyId) override
    {
        co_return QList<FormerIntegration>();
    }
    Task<Outcome<int>> count(Query) override { co_return int(rows.size()); }
    Task<Outcome<Page>> page(Query query) override
    {
        const int from = query.afterKey.toInt();
        Page page;
        page.rows = rows.mid(from, 3);
        if (from + 3 < rows.size())
            page.nextKey = QString::number(from + 3);
        co_return page;
    }
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

} // namespace

class ExportCustomersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCellIsWrittenAsRfc4180SaysAndNeverAsAFormula_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << u"Globex"_s << QByteArray("Globex");
        QTest::newRow("comma") << u"A, B"_s << QByteArray("\"A, B\"");
        QTest::newRow("quote") << u"The \"G\""_s << QByteArray("\"The \"\"G\"\"\"");
        QTest::newRow("line break") << u"A\nB"_s << QByteArray("\"A\nB\"");
        QTest::newRow("letters") << u"Z\u00FCrich"_s << QByteArray("Z\xc3\xbcrich");
        QTest::newRow("formula") << u"=1+1"_s << QByteArray("'=1+1");
        QTest::newRow("plus") << u"+1"_s << QByteArray("'+1");
        QTest::newRow("minus") << u"-1"_s << QByteArray("'-1");
        QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
        QTest::newRow("tab") << u"\t=1"_s << QByteArray("'\t=1");
        QTest::newRow("return") << u"\r=1"_s << QByteArray("\"\r'=1\"");
        QTest::newRow("full width") << u"\uFF1D1"_s
                                    << QByteArray("'\xef\xbc\x9d"
                                                  "1");
        QTest::newRow("formula in quotes") << u"=\"x\""_s << QByteArray("\"'=\"\"x\"\"\"");
        QTest::newRow("a sign inside") << u"a=b"_s << QByteArray("a=b");
        QTest::newRow("empty") << QString() << QByteArray();
    }

    void aCellIsWrittenAsRfc4180SaysAndNeverAsAFormula()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, cell);
        const QByteArray row = csvRow(customer(u"id-1"_s, name));
        QCOMPARE(row, "globex," + cell + ",live,id-1,REDIRECT,false,,2026-01-31T12:00:00Z,,\r\n");
        QCOMPARE(csvHead().count(','), 9);
        QVERIFY(csvHead().endsWith("\r\n"));
    }

    void everyPageIsWritten()
    {
        Pages pages;
        for (int i = 0; i < 8; ++i)
            pages.rows.append(customer(QString::number(i), u"Globex"_s));
        const QString path = m_folder.filePath(u"all.csv"_s);
        QStringList told;
        const auto written =
            QCoro::waitFor(exportCustomers(pages, {}, path, [&](int done, int total) {
                told.append(u"%1/%2"_s.arg(done).arg(total));
                return true;
            }));
        QVERIFY(written.has_value());
        QCOMPARE(*written, 8);
        QCOMPARE(told, QStringList({"3/8", "6/8", "8/8"}));
        QByteArray expected = csvHead();
        for (const Integration& row : std::as_const(pages.rows))
            expected += csvRow(row);
        QCOMPARE(contentOf(path), expected);
    }

    void aStoppedExportLeavesWhatWasThere()
    {
        Pages pages;
        for (int i = 0; i < 8; ++i)
            pages.rows.append(customer(QString::number(i), u"Globex"_s));
        const QString path = m_folder.filePath(u"kept.csv"_s);
        QVERIFY(exportCustomers({}, path).has_value());
        const auto written = QCoro::waitFor(
            exportCustomers(pages, {}, path, [](int done, int) { return done < 6; }));
        QVERIFY(!written && written.error().kind == FailureKind::Cancelled);
        QCOMPARE(contentOf(path), csvHead());
    }

    void aFileThatCannotBeWrittenIsNamed()
    {
        Pages pages;
        const QString path = m_folder.filePath(u"no/such/folder.csv"_s);
        for (const auto& written :
            {QCoro::waitFor(exportCustomers(pages, {}, path, [](int, int) { return true; })),
                exportCustomers({}, path)}) {
            QVERIFY(!written && written.error().kind == FailureKind::StorageUnavailable);
            QVERIFY(written.error().detail.english().contains(path));
        }
    }

private:
    QTemporaryDir m_folder;
};

JETBRIDGE_TEST(ExportCustomersTest)
#include "ExportCustomersTest.moc"
