// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/EngineAge.h"

#include "support/TestMain.h"

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

using Level = FixesAge::Level;

const QByteArray table = "# Which version came when.\n"
                         "\n"
                         "132.0.6834.83 2025-01-15\n"
                         "108.0.5359.94 2022-12-03\n"
                         "108.0.5359.124 2022-12-14\n"
                         "not a version at all\n"
                         "109.0.1.2 soon\n"
                         "144.0.7559.59 2026-01-14\n";

QString named(const std::optional<ChromiumRelease>& release)
{
    return release ? release->version.toString() : QString();
}

} // namespace

/// Age of an engine's security fixes, by their own date or by those of the neighbouring versions.
class EngineAgeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTableIsReadAndWhatIsNoneIsLeftOut()
    {
        const auto releases = ChromiumReleases::fromText(table).all();
        QCOMPARE(releases.size(), 4);
        QCOMPARE(releases.first().version.toString(), u"108.0.5359.94"_s);
        QCOMPARE(releases.at(1).date, QDate(2022, 12, 14)); // sorted by number, not alphabetically
    }

    void fixesAreOldAfterSixMonthsAndVeryOldAfterTwelve_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("months");
        QTest::newRow("the same day") << QDate(2026, 1, 14) << int(Level::Recent) << 0;
        QTest::newRow("a clock that is wrong") << QDate(2020, 1, 1) << int(Level::Recent) << 0;
        QTest::newRow("a day less than a month") << QDate(2026, 2, 13) << int(Level::Recent) << 0;
        QTest::newRow("six months") << QDate(2026, 7, 14) << int(Level::Recent) << 6;
        QTest::newRow("and a day") << QDate(2026, 7, 15) << int(Level::Old) << 6;
        QTest::newRow("twelve months") << QDate(2027, 1, 14) << int(Level::Old) << 12;
        QTest::newRow("and a day more") << QDate(2027, 1, 15) << int(Level::VeryOld) << 12;
    }

    void fixesAreOldAfterSixMonthsAndVeryOldAfterTwelve()
    {
        QFETCH(QDate, today);
        const FixesAge age = ChromiumReleases::fromText(table).ageOf(u"144.0.7559.59"_s, today);
        QTEST(int(age.level), "level");
        QTEST(age.months, "months");
        QCOMPARE(age.date, QDate(2026, 1, 14));
        QVERIFY(!age.older && !age.newer);
    }

    void withoutADateTheNeighboursAreNamedAndNothingIsGuessed_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("older");
        QTest::addColumn<QString>("newer");
        QTest::addColumn<int>("level");
        const QString none;
        QTest::newRow("between") << u"108.0.5359.98"_s << u"108.0.5359.94"_s << u"108.0.5359.124"_s
                                 << int(Level::VeryOld);
        QTest::newRow("old by its older neighbour alone")
            << u"140.0.1.1"_s << u"132.0.6834.83"_s << u"144.0.7559.59"_s << int(Level::Unknown);
        QTest::newRow("newer than all")
            << u"145.0.7600.1"_s << u"144.0.7559.59"_s << none << int(Level::Unknown);
        QTest::newRow("older than all")
            << u"87.0.4280.144"_s << none << u"108.0.5359.94"_s << int(Level::VeryOld);
        QTest::newRow("not told") << none << none << none << int(Level::Unknown);
        QTest::newRow("no version") << u"unknown"_s << none << none << int(Level::Unknown);
    }

    void withoutADateTheNeighboursAreNamedAndNothingIsGuessed()
    {
        QFETCH(QString, version);
        const FixesAge age = ChromiumReleases::fromText(table).ageOf(version, QDate(2026, 3, 1));
        QTEST(named(age.older), "older");
        QTEST(named(age.newer), "newer");
        QTEST(int(age.level), "level");
        QVERIFY(!age.date.isValid());
    }
};

JETBRIDGE_TEST(EngineAgeTest)
#include "EngineAgeTest.moc"
