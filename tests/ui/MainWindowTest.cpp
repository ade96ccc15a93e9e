// SPDX-License-Identifier: GPL-3.0-or-later
#include "MainWindow.h"
#include "console/Console.h"
#include "console/Customers.h"
#include "console/Endpoints.h"
#include "parts/Theme.h"
#include "support/Accessible.h"
#include "support/TestMain.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings =
            std::make_unique<QSettings>(m_folder->filePath(u"window.ini"_s), QSettings::IniFormat);
        m_theme = std::make_unique<ui::Theme>(*m_settings);
        open();
    }

    void cleanup()
    {
        m_window->close();
        QTRY_VERIFY(!m_window->isVisible());
        m_window.reset();
        m_console.reset();
    }

    void theFirstStartOffersTheSimulator()
    {
        QVERIFY(child<QPushButton>("tryWithSimulator")->isVisible());
        QVERIFY(child<QLabel>("environmentPill")->text() == u"Simulator"_s);
    }

    void whatIsNeverPaintedServesAllTheSame()
    {
        cleanup();
        make(); // not shown, like a window that starts minimised
        QTRY_VERIFY(child<QLabel>("endpointsLamp")->text().contains(u"listening"_s));
    }

    void theCustomersArePreparedBehindTheFirstScreenAndReadAgainWhenTheyAreSeen()
    {
        cleanup();
        // Another program stores one customer before the window opens and one afterwards.
        Console other(options());
        QVERIFY(QCoro::waitFor(other.ready()));
        QVERIFY(QCoro::waitFor(other.customers().integrations().save(customer("globex"))));
        open();
        QTRY_VERIFY(child<QLabel>("customersCount"));
        QTRY_COMPARE(child<QLabel>("customersCount")->text(), u"1 in this list"_s);
        QTRY_VERIFY(child<QWidget>("homeDashboard"));
        QVERIFY(child<QWidget>("homeDashboard")->isVisible());
        QVERIFY(!child<QWidget>("customersPage")->isVisible());

        QVERIFY(QCoro::waitFor(other.customers().integrations().save(customer("initech"))));
        QCOMPARE(child<QLabel>("customersCount")->text(), u"1 in this list"_s);
        QTest::mouseClick(child<QToolButton>("navCustomers"), Qt::LeftButton);
        QVERIFY(child<QWidget>("customersPage")->isVisible());
        QTRY_COMPARE(child<QLabel>("customersCount")->text(), u"2 in this list"_s);
        QCoro::waitFor(other.shutDown());
    }

    void everyScreenCanBeReachedAndNothingOnItIsNameless_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("welcome") << QByteArray() << QByteArray("welcomePage");
        QTest::newRow("home") << QByteArray("navHome") << QByteArray("homePage");
        QTest::newRow("onboard") << QByteArray("navOnboard") << QByteArray("onboardPage");
        QTest::newRow("customers") << QByteArray("navCustomers") << QByteArray("customersPage");
        QTest::newRow("endpoints") << QByteArray("navEndpoints") << QByteArray("endpointsPage");
        QTest::newRow("simulator") << QByteArray("navSimulator") << QByteArray("simulatorPage");
        QTest::newRow("application")
            << QByteArray("navApplication") << QByteArray("applicationPage");
        QTest::newRow("settings") << QByteArray("navSettings") << QByteArray("settingsPage");
    }

    void everyScreenCanBeReachedAndNothingOnItIsNameless()
    {
        QFETCH(QByteArray, button);
        QFETCH(QByteArray, page);
        if (!button.isEmpty())
            QTest::mouseClick(child<QToolButton>(button.constData()), Qt::LeftButton);
        QVERIFY(child<QWidget>(page.constData())->isVisible());

        const QStringList found = accessible::nameless(*m_window);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(", "_L1)));

        for (const auto& [name, scheme, textSize] :
            {std::tuple{"light", ui::Theme::Scheme::Light, 100},
                std::tuple{"dark", ui::Theme::Scheme::Dark, 100},
                std::tuple{"large", ui::Theme::Scheme::Light, 200}}) {
            m_theme->setScheme(scheme);
            m_theme->setTextSize(textSize);
            QTest::qWait(100); // the layout needs time before the picture is taken
            QVERIFY(m_window->grab().save(u"%1/window-%2-%3.png"_s.arg(
                QCoreApplication::applicationDirPath(), QLatin1String(page), QLatin1String(name))));
        }
        // Text at twice the size still fits a small laptop's screen.
        QVERIFY2(m_window->minimumSizeHint().width() <= 1280,
            qPrintable(QString::number(m_window->minimumSizeHint().width())));
        m_theme->setTextSize(100);
    }

    void aTwiceAsLargeTextIsRemembered()
    {
        m_theme->setTextSize(200);
        QCOMPARE(ui::Theme(*m_settings).textSize(), 200);
        m_theme->setTextSize(100);
    }

    void anApplicationWithAForbiddenUrlIsToldBesideTheField()
    {
        QTest::mouseClick(child<QToolButton>("navApplication"), Qt::LeftButton);
        auto* field = child<QLineEdit>("applicationConsentUrl");
        QTest::keyClicks(field, u"http://example.com/consent"_s);
        QTRY_VERIFY(child<QLabel>("applicationConsentUrlFinding")->isVisible());
        QVERIFY(child<QLabel>("applicationConsentUrlFinding")->text().contains(u"https"_s));
    }

    void customersThatDisabledTheIntegrationAreCountedUntilTheyAreSeen()
    {
        Notification disabled;
        disabled.eventType = u"INTEGRATION_DISABLED"_s;
        const auto arrives = [this, &disabled](const char* company) {
            disabled.company = CompanyId(QLatin1String(company));
            Q_EMIT m_console->endpoints().notificationReceived(disabled);
        };
        const auto isShown = [this] {
            const auto* badge = child<QLabel>("navCustomersBadge");
            return badge && badge->isVisible();
        };
        QVERIFY(!isShown());
        arrives("globex");
        QVERIFY(isShown());
        QCOMPARE(child<QLabel>("navCustomersBadge")->text(), u"1"_s);
        arrives("initech");
        arrives("initech");
        QCOMPARE(child<QLabel>("navCustomersBadge")->text(), u"2"_s);
        QVERIFY(!child<QToolButton>("navCustomers")->accessibleDescription().isEmpty());

        QTest::mouseClick(child<QToolButton>("navCustomers"), Qt::LeftButton);
        QVERIFY(!isShown());
        arrives("umbrella"); // in the list that is being read
        QVERIFY(!isShown());
        QTest::mouseClick(child<QToolButton>("navHome"), Qt::LeftButton);
        arrives("umbrella");
        QCOMPARE(child<QLabel>("navCustomersBadge")->text(), u"1"_s);
    }

    void searchIsOneKeyAway()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(child<QWidget>("customersPage")->isVisible());
        QTRY_VERIFY(child<QLabel>("customersEmpty")->isVisible());
    }

private:
    ConsoleOptions options() const
    {
        return {m_folder->path(), u"simulator"_s, ConsoleOptions::VaultKind::Memory};
    }
    void make()
    {
        m_console = std::make_unique<Console>(options());
        m_window = std::make_unique<ui::MainWindow>(*m_console, *m_theme, *m_settings);
        m_window->resize(1200, 760);
    }
    void open()
    {
        make();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(child<QLabel>("endpointsLamp")->text().contains(u"listening"_s));
        QTRY_VERIFY(!child<QLabel>("vaultBadge")->text().contains(u"checking"_s));
    }

    static Integration customer(const char* company)
    {
        Integration integration;
        integration.id = IntegrationId("id-of-"_L1 + QLatin1String(company));
        integration.company = CompanyId(QLatin1String(company));
        return integration;
    }
    template <typename T> T* child(const char* name)
    {
        return m_window->findChild<T*>(QLatin1String(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<ui::MainWindow> m_window;
};

JETBRIDGE_GUI_TEST(MainWindowTest)
#include "MainWindowTest.moc"
