// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/OnboardForm.h"
#include "support/TestMain.h"

#include "parts/EngineText.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::ui;

/// Tests what must be chosen and typed before an onboarding can start.
class OnboardFormTest : public QObject {
    Q_OBJECT

    OnboardForm m_form;

    QPushButton* start() const { return m_form.findChild<QPushButton*>(u"onboardStart"_s); }
    QLineEdit* typed() const { return m_form.findChild<QLineEdit*>(u"onboardTyped"_s); }

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
        m_form.setCompany(u"globex"_s);
        QVERIFY(start()->isEnabled());
    }

    void ofTwoCompaniesOfOneNameTheChosenOneIsOnboarded_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("company");
        QTest::newRow("first entry") << "#0"
                                     << "acme-de";
        QTest::newRow("second entry") << "#1"
                                      << "acme-us";
        QTest::newRow("identifier") << "acme-us"
                                    << "acme-us";
        QTest::newRow("label") << "acme (ACME-US)"
                               << "acme-us";
        QTest::newRow("name of both") << "Acme"
                                      << "";
        QTest::newRow("name of one") << "globex corporation"
                                     << "globex";
        QTest::newRow("another") << "initech"
                                 << "initech";
    }

    void ofTwoCompaniesOfOneNameTheChosenOneIsOnboarded()
    {
        QFETCH(QString, typed);
        QFETCH(QString, company);
        OnboardForm form;
        form.setCompanies({{u"acme-de"_s, u"Acme"_s}, {u"acme-us"_s, u"Acme"_s},
            {u"globex"_s, u"Globex Corporation"_s}});
        form.show();
        auto* chooser = form.findChild<QComboBox*>(u"onboardCompany"_s);
        if (typed.startsWith(QLatin1Char('#'))) {
            chooser->setCurrentIndex(typed.mid(1).toInt());
            QVERIFY(chooser->currentText().contains(company)); // the name is shown
        } else {
            chooser->setEditText(typed);
        }
        QCOMPARE(form.choices().company, company);
        QCOMPARE(form.findChild<QPushButton*>(u"onboardStart"_s)->isEnabled(), !company.isEmpty());
        const auto* note = form.findChild<QLabel*>(u"onboardCompanyNote"_s);
        QCOMPARE(note->isVisible(), company.isEmpty());
        if (company.isEmpty())
            QVERIFY(note->text().contains("acme-de, acme-us"_L1));
        // The list is read again while the form is open, and the choice stays.
        form.setCompanies({{u"acme-us"_s, u"Acme"_s}, {u"acme-de"_s, u"Acme"_s},
            {u"globex"_s, u"Globex Corporation"_s}});
        QCOMPARE(form.choices().company, company);
        QCOMPARE(form.companyName(u"acme-us"_s), u"Acme"_s);
    }

    void inProductionItMustBeTypedOnceMore()
    {
        QVERIFY(!typed()->isVisible());
        m_form.setEnvironment(Environment::Kind::Production);
        m_form.setCompany(u"globex"_s);
        QVERIFY(typed()->isVisible());
        QVERIFY(!start()->isEnabled());
        QSignalSpy started(&m_form, &OnboardForm::startWanted);
        QTest::keyClicks(typed(), u"globe"_s);
        QTest::keyClick(typed(), Qt::Key_Return);
        QVERIFY(!start()->isEnabled());
        QTest::keyClicks(typed(), u"x"_s);
        QVERIFY(start()->isEnabled());
        QTest::keyClick(typed(), Qt::Key_Return);
        QCOMPARE(started.size(), 1);
        QCOMPARE(m_form.choices().typed, u"globex"_s);
    }

    void whereACustomersPageOpensFirstDependsOnWhoseItIs_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("where");
        using Kind = Environment::Kind;
        using Where = OnboardChoices::Where;
        QTest::newRow("simulator") << int(Kind::Simulator) << int(Where::Here);
        QTest::newRow("sandbox") << int(Kind::Sandbox) << int(Where::Browser);
        QTest::newRow("production") << int(Kind::Production) << int(Where::Browser);
    }

    void whereACustomersPageOpensFirstDependsOnWhoseItIs()
    {
        QFETCH(int, kind);
        QFETCH(int, where);
        m_form.setEnvironment(Environment::Kind(kind));
        QCOMPARE(int(m_form.choices().where), where);
        // The choice stays when the environment's settings are saved.
        QTest::mouseClick(
            m_form.findChild<QAbstractButton*>(u"onboardWhereLink"_s), Qt::LeftButton);
        m_form.setEnvironment(Environment::Kind(kind));
        QVERIFY(m_form.choices().where == OnboardChoices::Where::Link);
        // The simulator is set again, so that init() finds the form as it was.
        m_form.setEnvironment(Environment::Kind::Sandbox);
        m_form.setEnvironment(Environment::Kind::Simulator);
    }

    void choosingTheEmbeddedBrowserSaysHowOldItIs()
    {
        const auto* engine = m_form.findChild<QLabel*>(u"onboardEngine"_s);
        QSignalSpy asked(&m_form, &OnboardForm::engineWanted);
        connect(&m_form, &OnboardForm::engineWanted, &m_form, [this] {
            EngineReport report{{u"102.0.5005.177"_s, u"108.0.5359.94"_s, u"6.4.2"_s}, {}};
            report.fixes.level = FixesAge::Level::VeryOld;
            report.fixes.date = QDate(2022, 12, 3);
            report.fixes.months = 47;
            m_form.setEngine(engineText(report));
        });
        QCOMPARE(asked.size(), 0); // nobody needs it on the simulator
        m_form.setEnvironment(Environment::Kind::Production);
        QVERIFY(!engine->isVisible());
        auto* here = m_form.findChild<QAbstractButton*>(u"onboardWhereHere"_s);
        QTest::mouseClick(here, Qt::LeftButton);
        QVERIFY(engine->isVisible());
        QCOMPARE(engine->property("banner").toString(), u"bad"_s);
        QVERIFY2(engine->text().contains(u"47"_s), qPrintable(engine->text()));
        QVERIFY(engine->text().contains(u"108.0.5359.94"_s));
        m_form.setCompany(u"globex"_s);
        QCOMPARE(asked.size(), 1);
        m_form.setEnvironment(Environment::Kind::Simulator);
        QVERIFY(!engine->isVisible());
    }

    /// Who serves oauthTokenUrl, and whether SmartRecruiters calls us -> whether the customer's
    /// client is entered here.
    void aClientIsEnteredWhereStaffMakeIt_data()
    {
        QTest::addColumn<TokenService>("service");
        QTest::addColumn<bool>("bidirectional");
        QTest::addColumn<bool>("isEntered");
        QTest::newRow("given") << TokenService::Given << true << true;
        QTest::newRow("given, one-way") << TokenService::Given << false << false;
        QTest::newRow("unset") << TokenService::Unset << true << false;
        QTest::newRow("here") << TokenService::Here << true << false;
        QTest::newRow("registration") << TokenService::Registration << true << false;
        QTest::newRow("webhook") << TokenService::Webhook << true << false;
    }

    void aClientIsEnteredWhereStaffMakeIt()
    {
        QFETCH(TokenService, service);
        QFETCH(bool, bidirectional);
        QFETCH(bool, isEntered);
        OnboardForm form;
        form.setTokenService(service);
        form.setCompany(u"globex"_s);
        form.show();
        form.findChild<QCheckBox*>(u"onboardBidirectional"_s)->setChecked(bidirectional);
        auto* clientId = form.findChild<QLineEdit*>(u"onboardGivenId"_s);
        auto* secret = form.findChild<QLineEdit*>(u"onboardGivenSecret"_s);
        const auto* started = form.findChild<QPushButton*>(u"onboardStart"_s);
        QCOMPARE(clientId->isVisible(), isEntered);
        QCOMPARE(secret->isVisible(), isEntered);
        QCOMPARE(form.findChild<QLabel*>(u"onboardGivenNote"_s)->isVisible(), isEntered);
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        // Both are needed, where any is.
        QCOMPARE(started->isEnabled(), !isEntered);
        clientId->setText(u"globex-at-partner"_s);
        QCOMPARE(started->isEnabled(), !isEntered);
        secret->setText(u"  "_s);
        QCOMPARE(started->isEnabled(), !isEntered);
        secret->setText(u"a-secret-there\n"_s); // as it is pasted
        QVERIFY(started->isEnabled());
        const OnboardChoices choices = form.choices();
        QCOMPARE(choices.given.has_value(), isEntered);
        if (choices.given) {
            QCOMPARE(choices.given->clientId.text(), u"globex-at-partner"_s);
            QVERIFY(choices.given->clientSecret.equals(Secret(QByteArray("a-secret-there"))));
        }
        form.clearGiven();
        QVERIFY(clientId->text().isEmpty() && secret->text().isEmpty());
        QVERIFY(!form.choices().given);
        QCOMPARE(started->isEnabled(), !isEntered);
    }

    void anotherEnvironmentDoesNotGetTheEnteredClient()
    {
        OnboardForm form;
        form.setTokenService(TokenService::Given);
        auto* secret = form.findChild<QLineEdit*>(u"onboardGivenSecret"_s);
        secret->setText(u"a-secret-there"_s);
        form.setTokenService(TokenService::Given); // other settings were saved
        QVERIFY(!secret->text().isEmpty());
        form.setTokenService(TokenService::Here);
        QVERIFY(secret->text().isEmpty());
    }

    void anotherCompanyIsTypedAnew()
    {
        m_form.setEnvironment(Environment::Kind::Production);
        m_form.setCompany(u"globex"_s);
        QTest::keyClicks(typed(), u"globex"_s);
        m_form.setCompany(u"initech"_s);
        QVERIFY(typed()->text().isEmpty());
        QVERIFY(!start()->isEnabled());
    }
};

JETBRIDGE_GUI_TEST(OnboardFormTest)
#include "OnboardFormTest.moc"
