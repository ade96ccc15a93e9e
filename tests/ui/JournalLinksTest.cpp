// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/JournalLinks.h"
#include "journal/JournalModel.h"
#include "ports/Exchanges.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTimer>
#include <QtTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::ui;

namespace {

/// Traffic that answers on demand, and counts the queries.
class Traffic : public RecordedTraffic {
public:
    int asked = 0;
    QList<Exchange> recorded;

    Task<Outcome<QList<Exchange>>> list(ExchangeFilter filter) override
    {
        ++asked;
        if (m_gate.isActive())
            co_await m_gate;
        QList<Exchange> found;
        for (const Exchange& exchange : std::as_const(recorded))
            if (exchange.correlationId == filter.onboarding.text().toUtf8())
                found.append(exchange);
        co_return found;
    }
    Task<Outcome<std::optional<Exchange>>> find(qint64) override
    {
        co_return std::optional<Exchange>();
    }
    Task<Outcome<QList<OnboardingId>>> onboardings() override { co_return QList<OnboardingId>(); }
    Task<Outcome<QList<ApiCall>>> apiCalls() override { co_return QList<ApiCall>(); }

    void hold()
    {
        m_gate.setSingleShot(true);
        m_gate.start(std::chrono::hours(1));
    }
    void letGo() { m_gate.start(0); }

private:
    QTimer m_gate;
};

const OnboardingId run(u"run-1"_s);

/// Returns the line for a token that was fetched at this moment.
JournalEntry tokenLine(const QDateTime& at)
{
    JournalEntry line;
    line.at = at;
    line.onboarding = run;
    line.step = Step::Token;
    line.state = StepState::Done;
    return line;
}

Exchange tokenExchange(qint64 number, const QDateTime& at)
{
    Exchange exchange;
    exchange.number = number;
    exchange.correlationId = run.text().toUtf8();
    exchange.from = Lane::PartnerApp;
    exchange.to = Lane::SmartRecruiters;
    exchange.method = "POST";
    exchange.url = QUrl(u"http://127.0.0.1:1/identity/oauth/token"_s);
    exchange.at = at;
    exchange.milliseconds = 5;
    return exchange;
}

qint64 exchangeOfFirst(const JournalModel& journal)
{
    return journal.index(0, JournalModel::Open).data(JournalModel::ExchangeRole).toLongLong();
}

} // namespace

/// Tests how often a journal queries the recorded exchanges of its lines.
class JournalLinksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineFindsTheExchangeThatIsRecordedAfterIt()
    {
        Traffic traffic;
        JournalModel journal;
        JournalLinks links(traffic, journal, nullptr);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        journal.append(tokenLine(now));
        QTRY_COMPARE(traffic.asked, 1);
        QCOMPARE(exchangeOfFirst(journal), 0);

        traffic.recorded = {tokenExchange(7, now)};
        links.takeRecorded();
        QTRY_COMPARE(exchangeOfFirst(journal), 7);
    }

    void aFloodOfRecordsIsAskedAboutOnceAtATime()
    {
        Traffic traffic;
        JournalModel journal;
        JournalLinks links(traffic, journal, nullptr);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        traffic.hold();
        journal.append(tokenLine(now));
        for (int i = 0; i < 100; ++i)
            links.takeRecorded();
        QTRY_COMPARE(traffic.asked, 1);
        // Whatever arrives during a query leads to one more query.
        for (int i = 0; i < 100; ++i)
            links.takeRecorded();
        traffic.recorded = {tokenExchange(7, now)};
        traffic.letGo();
        QTRY_COMPARE(traffic.asked, 2);
        QCOMPARE(exchangeOfFirst(journal), 7);
    }

    void whatIsRecordedLongAfterTheLinesIsNotAskedAbout()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        Traffic ofOld;
        Traffic ofNew;
        JournalModel old;
        JournalModel fresh;
        JournalLinks oldLinks(ofOld, old, nullptr);
        JournalLinks freshLinks(ofNew, fresh, nullptr);
        ofOld.recorded = {tokenExchange(7, now.addDays(-1))};
        old.append(tokenLine(now.addDays(-1)));
        fresh.append(tokenLine(now));
        QTRY_COMPARE(exchangeOfFirst(old), 7);
        QTRY_COMPARE(ofNew.asked, 1);

        // The old one is told first, so it would query first.
        oldLinks.takeRecorded();
        freshLinks.takeRecorded();
        QTRY_COMPARE(ofNew.asked, 2);
        QCOMPARE(ofOld.asked, 1);
    }
};

JETBRIDGE_TEST(JournalLinksTest)
#include "JournalLinksTest.moc"
