// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

/// Tests the import of customers that another installation connected.
class ImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatWorksIsKeptAndProved();
    void whatDoesNotWorkIsNotKept_data();
    void whatDoesNotWorkIsNotKept();
    void anothersCredentialsAreNoProof();

private:
    Program::Run run(const QString& line, const QByteArray& input = {}) const
    {
        return m_program.run(
            (u"--json "_s + line).split(QLatin1Char(' '), Qt::SkipEmptyParts), input);
    }
    /// Returns the line of a company that the other installation connected.
    QJsonObject connectedElsewhere(const QString& company);
    static QByteArray lineOf(const QJsonObject& object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }

    Program m_elsewhere;
    Program m_program;
    Simulated m_simulated;
};

void ImportTest::initTestCase()
{
    QVERIFY(m_simulated.setUp(m_elsewhere));
    QVERIFY(m_simulated.setUp(m_program));
}

QJsonObject ImportTest::connectedElsewhere(const QString& company)
{
    m_simulated.grantTo(company);
    const auto onboarded = m_elsewhere.run(
        {u"--json"_s, u"onboard"_s, u"--company"_s, company, u"--consented-by"_s, u"Ana"_s});
    const QString id = onboarded.json().value("integrationId"_L1).toString();
    const QJsonObject shown =
        m_elsewhere.run({u"--json"_s, u"integrations"_s, u"show"_s, id, u"--reveal"_s}).json();
    return {{u"companyId"_s, company}, {u"integrationId"_s, id},
        {u"clientId"_s, shown.value("clientId"_L1)},
        {u"clientSecret"_s, shown.value("clientSecret"_L1)}};
}

void ImportTest::whatWorksIsKeptAndProved()
{
    QJsonObject globex = connectedElsewhere(u"globex"_s);
    globex.insert(u"consentDisplayMode"_s, u"POPUP"_s);
    const QJsonObject initech = connectedElsewhere(u"initech"_s);
    // One customer comes twice, and counts once.
    const auto imported =
        run(u"integrations import"_s, lineOf(globex) + '\n' + lineOf(initech) + lineOf(globex));
    QVERIFY2(imported.exitCode == 0, imported.err.constData());
    QCOMPARE(imported.json().value("imported"_L1).toInt(), 2);
    QCOMPARE(imported.json().value("lines"_L1).toArray().size(), 3);
    QCOMPARE(imported.json().value("lines"_L1)[1]["line"_L1].toInt(), 3);
    QVERIFY(!imported.out.contains(globex.value("clientSecret"_L1).toString().toUtf8()));

    const QString id = globex.value("integrationId"_L1).toString();
    const auto shown = run(u"integrations show "_s + id).json();
    QCOMPARE(shown.value("status"_L1).toString(), u"live"_s);
    QCOMPARE(shown.value("consentDisplayMode"_L1).toString(), u"POPUP"_s);
    QCOMPARE(run(u"integrations verify "_s + id).exitCode, 0);

    // A second import has the same result and adds nothing.
    QCOMPARE(run(u"integrations import"_s, lineOf(globex)).exitCode, 0);
    QCOMPARE(run(u"integrations list"_s).json().value("total"_L1).toInt(), 2);
    QCOMPARE(m_simulated.confirms(u"globex"_s), 1);
}

/// Error in a line -> message about it.
void ImportTest::whatDoesNotWorkIsNotKept_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* field, const QJsonValue& value,
                         const char* says) {
        QTest::newRow(name) << QString::fromLatin1(field) << value << QString::fromLatin1(says);
    };
    row("a wrong secret", "clientSecret", u"wrong-secret"_s, "refused");
    row("no secret", "clientSecret", QJsonValue::Undefined, "clientSecret");
    row("no client", "clientId", u""_s, "clientId");
    row("an odd company", "companyId", u"a/b"_s, "company identifier");
    row("an odd mode", "consentDisplayMode", u"WINDOW"_s, "consentDisplayMode");
    row("an odd time", "onboardedAt", u"yesterday"_s, "onboardedAt");
}

void ImportTest::whatDoesNotWorkIsNotKept()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, says);
    const QString company = u"odd-%1"_s.arg(qHash(QLatin1String(QTest::currentDataTag())));
    QJsonObject line = connectedElsewhere(company);
    const QString secret = line.value("clientSecret"_L1).toString();
    if (value.isUndefined())
        line.remove(field);
    else
        line.insert(field, value);
    const auto refused = run(u"integrations import"_s, lineOf(line));
    QCOMPARE(refused.exitCode, 1);
    const QJsonValue error = refused.json().value("lines"_L1)[0]["error"_L1];
    const QByteArray said = QJsonDocument(error.toObject()).toJson();
    QVERIFY2(said.contains(says.toUtf8()), said.constData());
    QVERIFY(!refused.out.contains(secret.toUtf8()));
    QCOMPARE(run(u"integrations list --search "_s + company).json().value("total"_L1).toInt(), 0);
}

void ImportTest::anothersCredentialsAreNoProof()
{
    const QJsonObject owner = connectedElsewhere(u"owner"_s);
    QCOMPARE(run(u"integrations import"_s, lineOf(owner)).exitCode, 0);
    QJsonObject other = owner;
    other.insert("companyId"_L1, u"stranger"_s);
    other.insert("integrationId"_L1, u"integration-of-stranger"_s);
    const auto refused = run(u"integrations import"_s, lineOf(other));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(
        refused.out.contains("the credentials of \\\"owner\\\" here"), refused.out.constData());
    QCOMPARE(run(u"integrations list --search stranger"_s).json().value("total"_L1).toInt(), 0);
}

JETBRIDGE_TEST(ImportTest)
#include "ImportTest.moc"
