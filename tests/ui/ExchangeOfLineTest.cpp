// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ExchangeOfLine.h"
#include "journal/ExchangeOfHop.h"
#include "support/TestMain.h"
#include "traffic/LineDiff.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using ui::DiffLine;

namespace {

const QDateTime start = QDateTime::fromString(u"2026-03-01T10:00:00.000Z"_s, Qt::ISODateWithMs);

Exchange exchange(qint64 number, Lane from, Lane to, const char* method, const char* path, int at,
    int milliseconds, const char* run = "run-1")
{
    Exchange made;
    made.number = number;
    made.correlationId = run;
    made.from = from;
    made.to = to;
    made.method = method;
    made.url = QUrl(u"http://127.0.0.1:1"_s + QLatin1String(path));
    made.at = start.addMSecs(at);
    made.milliseconds = milliseconds;
    return made;
}

/// Returns one onboarding as it is recorded, with times in milliseconds from its start.
QList<Exchange> conversation()
{
    using L = Lane;
    return {exchange(1, L::Browser, L::PartnerApp, "GET", "/consent", 0, 5),
        exchange(2, L::Browser, L::PartnerApp, "POST", "/consent/sign-in", 1000, 10),
        exchange(3, L::Browser, L::PartnerApp, "POST", "/consent/decision", 1050, 300),
        exchange(4, L::PartnerApp, L::SmartRecruiters, "POST", "/identity/oauth/token", 1080, 40),
        exchange(
            5, L::PartnerApp, L::SmartRecruiters, "POST", "/partner-api/integrations", 1130, 60),
        exchange(6, L::PartnerApp, L::SmartRecruiters, "POST", "/identity/oauth/token", 1400, 30),
        exchange(7, L::PartnerApp, L::SmartRecruiters, "GET", "/configuration/company", 1440, 20),
        exchange(8, L::SmartRecruiters, L::PartnerApi, "POST", "/oauth/token", 9000, 5),
        exchange(9, L::SmartRecruiters, L::PartnerApi, "POST", "/callback", 9010, 15)};
}

} // namespace

/// Tests which recorded exchange a journal line opens, and how two exchanges are compared.
class ExchangeOfLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineOpensItsOwnExchangeOrNone_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<StepState>("state");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("took");
        QTest::addColumn<qint64>("number");
        const auto row = [](const char* name, Step step, StepState state, int at, int took,
                             qint64 number) {
            QTest::newRow(name) << step << state << at << took << number;
        };
        using S = StepState;
        row("a code was made", Step::Consent, S::Started, -60'000, -1, 0);
        row("the customer signed in", Step::Consent, S::Started, 1012, -1, 2);
        row("the customer approved", Step::Consent, S::Done, 1055, -1, 3);
        row("the keychain was checked", Step::Preflight, S::Done, 1075, 15, 0);
        row("the master token", Step::Token, S::Done, 1125, 50, 4);
        row("the confirm call", Step::Confirm, S::Done, 1195, 70, 5);
        row("stored", Step::Store, S::Done, 1250, 40, 0);
        row("the browser went back", Step::Finish, S::Done, 1345, -1, 3);
        row("the proof is its last call", Step::Prove, S::Done, 1465, 70, 7);
        row("a notification", Step::Notified, S::Done, 9020, -1, 9);
        row("a token of long ago", Step::Token, S::Done, 600'000, 50, 0);
    }
    void aLineOpensItsOwnExchangeOrNone()
    {
        QFETCH(Step, step);
        QFETCH(StepState, state);
        QFETCH(int, at);
        QFETCH(int, took);
        JournalEntry line;
        line.onboarding = OnboardingId(u"run-1"_s);
        line.step = step;
        line.state = state;
        line.at = start.addMSecs(at);
        line.milliseconds = took;
        QTEST(exchangeOf(line, conversation()), "number");
        line.onboarding = OnboardingId(u"run-2"_s);
        QCOMPARE(exchangeOf(line, conversation()), qint64(0));
    }

    void aHopOpensThePageThatWasLoadedThen()
    {
        ui::BrowserHop hop;
        hop.at = start.addMSecs(2);
        hop.url = QUrl(u"http://127.0.0.1:1/consent?companyId=globex"_s);
        QCOMPARE(ui::exchangeOf(hop, conversation()), qint64(1));
        hop.at = start.addSecs(60);
        QCOMPARE(ui::exchangeOf(hop, conversation()), qint64(0));
        hop.at = start;
        hop.url.setPort(2);
        QCOMPARE(ui::exchangeOf(hop, conversation()), qint64(0));
    }

    void textsAreComparedByTheFewestLines_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* first, const char* second,
                             const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(first) << QString::fromLatin1(second)
                                << QString::fromLatin1(expected);
        };
        row("the same", "a b", "a b", " a b");
        row("nothing at all", "", "", "");
        row("one changed", "a b c", "a x c", " a-b+x c");
        row("one more", "a c", "a b c", " a+b c");
        row("one less", "a b c", "a c", " a-b c");
        row("moved", "a b c", "b c a", "-a b c+a");
        row("nothing in common", "a b", "c", "-a-b+c");
        row("repeated", "a a a", "a a", " a a-a");
    }
    void textsAreComparedByTheFewestLines()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        const auto words = [](const QString& text) {
            return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        QString read;
        for (const DiffLine& line : ui::lineDiff(words(first), words(second)))
            read += (line.side == DiffLine::Side::Both           ? QLatin1Char(' ')
                            : line.side == DiffLine::Side::First ? QLatin1Char('-')
                                                                 : QLatin1Char('+'))
                + line.text;
        QTEST(read, "expected");
    }

    void endlessTextsAreComparedToo()
    {
        QStringList first;
        QStringList second;
        for (int i = 0; i < 3 * ui::mostDiffLines; ++i) {
            first.append(u"first %1"_s.arg(i));
            second.append(u"second %1"_s.arg(i));
        }
        first.prepend(u"same"_s);
        second.prepend(u"same"_s);
        const auto lines = ui::lineDiff(first, second);
        QCOMPARE(lines.first().side, DiffLine::Side::Both);
        QCOMPARE(lines.size(), 1 + 6 * ui::mostDiffLines);
    }
};

JETBRIDGE_TEST(ExchangeOfLineTest)
#include "ExchangeOfLineTest.moc"
