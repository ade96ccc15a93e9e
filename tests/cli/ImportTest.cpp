// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

/// Tests the import of customers that another installation connected.
class ImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatWorksIsKeptAndProved();
    void whatDoesNotWorkIsNotKept_data();
    void whatDoesNotWorkIsNotKept();

private:
    Program::Run run(const QString& line, const QByteArray& input = {}) const
    {
        return m_program.run(
            (QStringLiteral("--json ") + line).split(QLatin1Char(' '), Qt::SkipEmptyParts), input);
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
        {QStringLiteral("--json"), QStringLiteral("onboard"), QStringLiteral("--company"), company,
            QStringLiteral("--consented-by"), QStringLiteral("Ana")});
    const QString id = onboarded.json().value(QLatin1String("integrationId")).toString();
    const QJsonObject shown = m_elsewhere
                                  .run({QStringLiteral("--json"), QStringLiteral("integrations"),
                                      QStringLiteral("show"), id, QStringLiteral("--reveal")})
                                  .json();
    return {{QStringLiteral("companyId"), company}, {QStringLiteral("integrationId"), id},
        {QStringLiteral("clientId"), shown.value(QLatin1String("clientId"))},
        {QStringLiteral("clientSecret"), shown.value(QLatin1String("clientSecret"))}};
}

void ImportTest::whatWorksIsKeptAndProved()
{
    QJsonObject globex = connectedElsewhere(QStringLiteral("globex"));
    globex.insert(QStringLiteral("consentDisplayMode"), QStringLiteral("POPUP"));
    const QJsonObject initech = connectedElsewhere(QStringLiteral("initech"));
    const auto imported =
        run(QStringLiteral("integrations import"), lineOf(globex) + '\n' + lineOf(initech));
    QVERIFY2(imported.exitCode == 0, imported.err.constData());
    QCOMPARE(imported.json().value(QLatin1String("imported")).toInt(), 2);
    QCOMPARE(imported.json().value(QLatin1String("lines"))[1][QLatin1String("line")].toInt(), 3);
    QVERIFY(
        !imported.out.contains(globex.value(QLatin1String("clientSecret")).toString().toUtf8()));

    const QString id = globex.value(QLatin1String("integrationId")).toString();
    const auto shown = run(QStringLiteral("integrations show ") + id).json();
    QCOMPARE(shown.value(QLatin1String("status")).toString(), QStringLiteral("live"));
    QCOMPARE(shown.value(QLatin1String("consentDisplayMode")).toString(), QStringLiteral("POPUP"));
    QCOMPARE(run(QStringLiteral("integrations verify ") + id).exitCode, 0);

    // A second import has the same result and adds nothing.
    QCOMPARE(run(QStringLiteral("integrations import"), lineOf(globex)).exitCode, 0);
    QCOMPARE(
        run(QStringLiteral("integrations list")).json().value(QLatin1String("total")).toInt(), 2);
    QCOMPARE(m_simulated.confirms(QStringLiteral("globex")), 1);
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
    row("a wrong secret", "clientSecret", QStringLiteral("wrong-secret"), "refused");
    row("no secret", "clientSecret", QJsonValue::Undefined, "clientSecret");
    row("no client", "clientId", QStringLiteral(""), "clientId");
    row("an odd company", "companyId", QStringLiteral("a/b"), "company identifier");
    row("an odd mode", "consentDisplayMode", QStringLiteral("WINDOW"), "consentDisplayMode");
    row("an odd time", "onboardedAt", QStringLiteral("yesterday"), "onboardedAt");
}

void ImportTest::whatDoesNotWorkIsNotKept()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, says);
    const QString company =
        QStringLiteral("odd-%1").arg(qHash(QLatin1String(QTest::currentDataTag())));
    QJsonObject line = connectedElsewhere(company);
    const QString secret = line.value(QLatin1String("clientSecret")).toString();
    if (value.isUndefined())
        line.remove(field);
    else
        line.insert(field, value);
    const auto refused = run(QStringLiteral("integrations import"), lineOf(line));
    QCOMPARE(refused.exitCode, 1);
    const QJsonValue error =
        refused.json().value(QLatin1String("lines"))[0][QLatin1String("error")];
    const QByteArray said = QJsonDocument(error.toObject()).toJson();
    QVERIFY2(said.contains(says.toUtf8()), said.constData());
    QVERIFY(!refused.out.contains(secret.toUtf8()));
    QCOMPARE(run(QStringLiteral("integrations list --search ") + company)
                 .json()
                 .value(QLatin1String("total"))
                 .toInt(),
        0);
}

JETBRIDGE_TEST(ImportTest)
#include "ImportTest.moc"
