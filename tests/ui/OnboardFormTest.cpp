// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/OnboardForm.h"
#include "support/TestMain.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace jetbridge;
using namespace jetbridge::ui;

/// What must be chosen, and typed, before an onboarding can start.
class OnboardFormTest : public QObject {
    Q_OBJECT

    OnboardForm m_form;

    QPushButton* start() const
    {
        return m_form.findChild<QPushButton*>(QStringLiteral("onboardStart"));
    }
    QLineEdit* typed() const
    {
        return m_form.findChild<QLineEdit*>(QStringLiteral("onboardTyped"));
    }

private Q_SLOTS:
    void init()
    {
        m_form.setEnvironment(Environment::Kind::Simulator);
        m_form.setCompany({});
        m_form.show();
    }

    void aCompanyIsNeeded()
    {
        QVERIFY(!start()->isEnabled());
        m_form.setCompany(QStringLiteral("globex"));
        QVERIFY(start()->isEnabled());
    }

    void inProductionItMustBeTypedOnceMore()
    {
        QVERIFY(!typed()->isVisible());
        m_form.setEnvironment(Environment::Kind::Production);
        m_form.setCompany(QStringLiteral("globex"));
        QVERIFY(typed()->isVisible());
        QVERIFY(!start()->isEnabled());
        QSignalSpy started(&m_form, &OnboardForm::startWanted);
        QTest::keyClicks(typed(), QStringLiteral("globe"));
        QTest::keyClick(typed(), Qt::Key_Return);
        QVERIFY(!start()->isEnabled());
        QTest::keyClicks(typed(), QStringLiteral("x"));
        QVERIFY(start()->isEnabled());
        QTest::keyClick(typed(), Qt::Key_Return);
        QCOMPARE(started.size(), 1);
        QCOMPARE(m_form.choices().typed, QStringLiteral("globex"));
    }

    void anotherCompanyIsTypedAnew()
    {
        m_form.setEnvironment(Environment::Kind::Production);
        m_form.setCompany(QStringLiteral("globex"));
        QTest::keyClicks(typed(), QStringLiteral("globex"));
        m_form.setCompany(QStringLiteral("initech"));
        QVERIFY(typed()->text().isEmpty());
        QVERIFY(!start()->isEnabled());
    }
};

JETBRIDGE_GUI_TEST(OnboardFormTest)
#include "OnboardFormTest.moc"
