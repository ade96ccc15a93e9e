// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"
#include "storage/Registry.h"
#include "storage/Waiting.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::storage;

namespace {

const QString simulator = u"simulator"_s;
const QString messages = u"0017-messages.sql"_s;

/// A registry as it was before messages had codes: one customer and its journal say `text`.
void leaveSaying(const QString& folder, const QString& text)
{
    QTemporaryDir migrations;
    for (const QString& file : QDir(QString::fromLatin1(builtInMigrations)).entryList())
        if (file < messages)
            QFile::copy(QString::fromLatin1(builtInMigrations) + QLatin1Char('/') + file,
                migrations.filePath(file));
    const auto database = Database::open(folder, migrations.path());
    QVERIFY(database);
    VERIFY_DONE(
        (*database)->run(u"INSERT INTO environments (ordinal, name) VALUES (1, ?)"_s, {simulator}));
    VERIFY_DONE((*database)->run(
        u"INSERT INTO integrations VALUES (1, 1, 'int-1', 'globex', '', 'REDIRECT', "
        "0, 'failing', 'theirs-1', '', 'run-1', 'Ana', 1, 1, ?, 'globex')"_s,
        {text}));
    VERIFY_DONE((*database)->run(
        u"INSERT INTO journal (environment, onboarding, company, step, state, at, "
        "milliseconds, detail, failure) "
        "VALUES (1, 'run-1', 'globex', 'consent', 'started', 1, -1, ?, 'invalid')"_s,
        {text}));
}

} // namespace

/// What earlier versions wrote into the registry, as today's version reads it.
class EarlierSentencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSentenceThatIsKnownBecomesACodeAndAllElseStays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Message>("message");
        const auto row = [](const char* text, const Message& message) {
            QTest::newRow(text) << QString::fromUtf8(text) << message;
        };
        const auto stays = [](const char* text) {
            QTest::newRow(text) << QString::fromUtf8(text)
                                << Message::inWords(QString::fromUtf8(text));
        };
        row("The customer signed in.", Message::of("customer_signed_in"));
        row("A wrong code was typed. Tries left: 4.", Message::of("wrong_code_typed", {u"4"_s}));
        row("Onboarded again: integration \"a \"b\" %1\" took the place of this one.",
            Message::of("onboarded_again", {u"a \"b\" %1"_s}));
        row("The customer disabled the integration at SmartRecruiters.",
            Message::of("customer_disabled"));
        row("Consented elsewhere: Ana Müller",
            Message::of("consented_elsewhere", {QString::fromUtf8("Ana Müller")}));
        stays("The customer signed in");
        stays("He said: The customer signed in.");
        stays("SmartRecruiters answered 403: Missing scope.");
        stays("INTEGRATION_DISABLED");
        stays("{\"code\":\"customer_signed_in\",\"arguments\":[]}");
    }
    void aSentenceThatIsKnownBecomesACodeAndAllElseStays()
    {
        QFETCH(QString, text);
        QFETCH(Message, message);
        QTemporaryDir folder;
        leaveSaying(folder.path(), text);
        Registry registry(folder.path());
        const auto environment = registry.environment(simulator);
        const auto lines = await(environment->journal().ofCompany(CompanyId(u"globex"_s)));
        VERIFY_DONE(lines);
        QCOMPARE(lines->size(), 1);
        QCOMPARE(lines->first().detail, message);
        QCOMPARE(lines->first().detail.english(), text);
        const auto row = await(environment->integrations().find(IntegrationId(u"int-1"_s)));
        VERIFY_DONE(row);
        QVERIFY(row->has_value());
        QCOMPARE((*row)->statusDetail, message);
    }

    void everyCodeOfTheMigrationIsInTheTable()
    {
        QFile script(QString::fromLatin1(builtInMigrations) + QLatin1Char('/') + messages);
        QVERIFY(script.open(QIODevice::ReadOnly));
        static const QRegularExpression code(
            u"^    \\('([a-z_]+)', "_s, QRegularExpression::MultilineOption);
        int count = 0;
        for (auto all = code.globalMatch(QString::fromUtf8(script.readAll())); all.hasNext();) {
            const QString one = all.next().captured(1);
            QVERIFY2(sentenceOf(one), qPrintable(one));
            ++count;
        }
        QVERIFY(count > 40);
    }
};

JETBRIDGE_TEST(EarlierSentencesTest)
#include "EarlierSentencesTest.moc"
