// SPDX-License-Identifier: GPL-3.0-or-later
//
// Measures the window with 100,000 customers, and how long its thread is busy at most: bench_window
// [CUSTOMERS]. It needs a session of its own and a display that nothing else uses. If wrk is
// installed, it floods the endpoints.

#include "../Median.h"
#include "MainWindow.h"
#include "Watchdog.h"
#include "console/Console.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/DataFolder.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/SimulatorControl.h"
#include "customers/CustomersPage.h"
#include "domain/Utc.h"
#include "onboard/OnboardPage.h"
#include "parts/Theme.h"

#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QSettings>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <cstdio>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

constexpr double frame = 16; // Milliseconds; a longer block is visible.

void require(bool isSo, const char* what)
{
    if (isSo)
        return;
    std::fprintf(stderr, "bench_window: %s\n", what);
    std::exit(1);
}

/// Waits for the outcome of a Task.
template <typename T> Outcome<T> await(Task<Outcome<T>>&& task, QObject* context)
{
    std::optional<Outcome<T>> result;
    QCoro::connect(
        std::move(task), context, [&result](const Outcome<T>& outcome) { result = outcome; });
    require(QTest::qWaitFor([&result] { return result.has_value(); }, 600'000), "nothing came");
    return *result;
}

Integration customer(int number)
{
    static const char* firsts[] = {"Acme", "Globex", "Initech", "Umbrella", "Stark", "Wonka",
        "Hooli", "Vehement", "Massive", "Cyber", "Soylent", "Tyrell", "Wayne", "Blue", "North",
        "Zenith", "Quartz", "Jade", "Kepler", "Lumen", "Yonder", "Xenon", "Dynamo", "Ember",
        "Falcon", "Iris", "Orchid", "Pearl", "River"};
    static const char* seconds[] = {"Corporation", "Health", "Renewables", "Foods", "Media",
        "Robotics", "Partners", "Holdings", "Group", "Labs", "Works", "Analytics", "Airways"};
    Integration one;
    one.id = IntegrationId(u"7cbc0f64-4d1c-4d70-9f19-%1"_s.arg(number, 12, 16, QLatin1Char('0')));
    one.companyName = u"%1 %2 %3"_s
                          .arg(QLatin1String(firsts[number % std::size(firsts)]),
                              QLatin1String(seconds[number / 7 % std::size(seconds)]))
                          .arg(number);
    one.company = CompanyId(one.companyName.toLower().replace(QLatin1Char(' '), QLatin1Char('-')));
    constexpr IntegrationStatus statuses[] = {IntegrationStatus::Live, IntegrationStatus::Live,
        IntegrationStatus::Live, IntegrationStatus::Disabled, IntegrationStatus::Failing};
    one.status = statuses[number % std::size(statuses)];
    one.onboardedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000 + number * 60, utc);
    one.checkedAt = one.onboardedAt.addSecs(number % 1000);
    return one;
}

/// Writes the same rows as save() does, in one transaction: separately, each one would wait for the
/// disk.
void fill(const QString& registry, int count)
{
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fill"_s);
        database.setDatabaseName(registry);
        require(database.open() && database.transaction(), "the registry's file does not open");
        QSqlQuery insert(database);
        require(
            insert.prepare(
                u"INSERT INTO integrations (number, environment, id, company, company_name, mode, "
                "bidirectional, status, client_id, issued_client_id, onboarding, consented_by, "
                "onboarded_at, checked_at, status_detail, searched) SELECT first.number + ?1, "
                "environment, ?2, ?3, ?4, mode, bidirectional, ?5, client_id, issued_client_id, "
                "onboarding, consented_by, ?6, ?7, status_detail, ?8 FROM integrations first "
                "ORDER BY number LIMIT 1"_s),
            qPrintable(insert.lastError().text()));
        for (int number = 1; number < count; ++number) {
            const Integration one = customer(number);
            const QString searched = QStringList{one.company.text(), one.companyName, one.id.text()}
                                         .join(QLatin1Char('\n'))
                                         .toCaseFolded();
            const QVariant values[] = {number, one.id.text(), one.company.text(), one.companyName,
                integrationStatusName(one.status), one.onboardedAt.toMSecsSinceEpoch(),
                one.checkedAt.toMSecsSinceEpoch(), searched};
            for (int i = 0; i < int(std::size(values)); ++i)
                insert.bindValue(i, values[i]);
            require(insert.exec(), qPrintable(insert.lastError().text()));
        }
        require(database.commit(), "the customers are not kept");
    }
    QSqlDatabase::removeDatabase(u"fill"_s);
}

/// Reports when a widget has been painted completely.
class Painted : public QObject {
public:
    explicit Painted(QWidget* widget) { widget->installEventFilter(this); }
    int times = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, this, [this] { ++times; });
        return false;
    }
};

/// Returns the processor time of all threads of this program so far, in milliseconds.
double workedMs()
{
    timespec worked{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &worked);
    return double(worked.tv_sec) * 1e3 + double(worked.tv_nsec) / 1e6;
}

/// Elapsed times and the program's processor times meanwhile, which are all that remains on a quiet
/// machine.
struct Series {
    QList<double> values;
    QList<double> work;
    void start()
    {
        m_worked = workedMs();
        m_since.start();
    }
    qint64 elapsed() const { return m_since.elapsed(); }
    void add()
    {
        values.append(double(m_since.nsecsElapsed()) / 1e6);
        work.append(workedMs() - m_worked);
    }
    double middle() const { return median(values); }
    double worst() const { return *std::max_element(values.begin(), values.end()); }
    QString worked() const
    {
        return u"the processor worked for it %1 ms at most, the median %2"_s
            .arg(*std::max_element(work.begin(), work.end()), 0, 'f', 1)
            .arg(median(work), 0, 'f', 1);
    }

private:
    QElapsedTimer m_since;
    double m_worked = 0;
};

bool missed = false;

void report(const char* what, double milliseconds, double most)
{
    const bool isMet = milliseconds <= most;
    missed = missed || !isMet;
    std::printf("%-62s %8.1f ms  <= %-5g %s\n", what, milliseconds, most, isMet ? "ok" : "MISSED");
    std::fflush(stdout);
}

void note(const QString& text)
{
    std::printf("    %s\n", qPrintable(text));
    std::fflush(stdout);
}

/// Reports the longest block meanwhile, and its event.
void report(const QString& what, const bench::Watchdog& watchdog)
{
    report(qPrintable(u"longest block, "_s + what), watchdog.longest().milliseconds, frame);
    note(u"%1, of which the processor worked for it %2 ms; over 16 ms: %3 times"_s
             .arg(watchdog.longest().what)
             .arg(watchdog.longest().processorMs, 0, 'f', 1)
             .arg(watchdog.over(frame)));
    note(u"most of the processor: %1, %2 ms"_s.arg(watchdog.busiest().what)
             .arg(watchdog.busiest().processorMs, 0, 'f', 1));
}

/// Measures the time from a typed letter until the visible rows are painted.
void type(ui::MainWindow& window, const char* what)
{
    auto* search = window.findChild<QLineEdit*>(u"customersSearch"_s);
    auto* table = window.findChild<QTableView*>(u"customersTable"_s);
    Painted painted(table->viewport());
    int resets = 0;
    QObject listener;
    QObject::connect(
        table->model(), &QAbstractItemModel::modelReset, &listener, [&resets] { ++resets; });
    const auto change = [&](const std::function<void()>& act) {
        const int before = resets;
        act();
        require(QTest::qWaitFor([&] { return resets > before; }, 20'000), "no rows came");
        const int paints = painted.times;
        (void)QTest::qWaitFor([&] { return painted.times > paints; }, 1'000);
    };
    Series series;
    QChar worst;
    double most = 0;
    for (const QChar letter : u"abcdefghijklmnopqrstuvwxyz0123456789"_s) {
        if (!search->text().isEmpty())
            change([search] { search->clear(); });
        QTest::qWait(30);
        const int before = resets;
        series.start();
        QTest::keyClick(search, letter.toLatin1());
        while (resets == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const int paints = painted.times;
        while (painted.times == paints)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        series.add();
        if (series.values.last() > most) {
            most = series.values.last();
            worst = letter;
        }
    }
    change([search] { search->clear(); });
    report(what, series.worst(), frame);
    note(u"the worst letter: %1; median %2 ms; %3"_s.arg(worst)
             .arg(series.middle(), 0, 'f', 1)
             .arg(series.worked()));
}

} // namespace

int main(int argc, char** argv)
{
    bench::Watchdog app(argc, argv);
    const int customers = argc > 1 ? std::atoi(argv[1]) : 100'000;
    QTemporaryDir folder;
    ConsoleOptions options;
    options.dataFolder = folder.path();
    options.vault = ConsoleOptions::VaultKind::Memory;
    {
        Console console(options);
        require(await(console.ready(), &app).has_value(), "the registry does not open");
        require(await(console.customers().integrations().save(customer(0)), &app).has_value(),
            "not saved");
        bool isShut = false;
        QCoro::connect(console.shutDown(), &app, [&isShut](const Done&) { isShut = true; });
        require(QTest::qWaitFor([&isShut] { return isShut; }, 20'000), "it does not end");
    }
    QElapsedTimer filling;
    filling.start();
    fill(folder.filePath(u"registry.sqlite3"_s), customers);
    std::printf("%d customers kept in %.1f s\n", customers, double(filling.elapsed()) / 1000);
    std::fflush(stdout);

    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    ui::Theme theme(settings);
    Console console(options);
    ui::MainWindow window(console, theme, settings);
    window.resize(1240, 780);
    Painted first(&window);
    window.show();
    require(QTest::qWaitFor([&first] { return first.times > 0; }, 20'000), "no window");
    require(QTest::qWaitFor([&console] { return console.endpoints().urls().has_value(); }, 20'000),
        "no endpoints");
    QTest::qWait(300);

    // The first page of customers, when somebody opens it.
    app.watch();
    QElapsedTimer since;
    since.start();
    Series opened;
    opened.start();
    auto* customersButton = window.findChild<QToolButton*>(u"navCustomers"_s);
    QMetaObject::invokeMethod(customersButton, &QToolButton::click, Qt::QueuedConnection);
    while (!window.findChild<QTableView*>(u"customersTable"_s))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double built = double(since.nsecsElapsed()) / 1e6;
    auto* table = window.findChild<QTableView*>(u"customersTable"_s);
    while (table->model()->rowCount() == 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double fetched = double(since.nsecsElapsed()) / 1e6;
    Painted painted(table->viewport());
    while (painted.times == 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    opened.add();
    report("first page of customers painted", opened.worst(), 15);
    note(u"its screen was there after %1 ms, its rows after %2 ms; %3"_s.arg(built, 0, 'f', 1)
             .arg(fetched, 0, 'f', 1)
             .arg(opened.worked()));
    QTest::qWait(500);
    report(u"opening the customers"_s, app);

    app.watch();
    type(window, "a letter typed until painted, as they came");
    table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    QTest::qWait(500);
    type(window, "a letter typed until painted, by company");
    table->horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
    QTest::qWait(500);
    report(u"typing"_s, app);

    app.watch();
    table->setFocus();
    Series scrolled;
    int blank = 0;
    for (int page = 0; page < 300 && table->currentIndex().row() < customers - 1; ++page) {
        scrolled.start();
        const int paints = painted.times;
        QTest::keyClick(table, Qt::Key_PageDown);
        while (painted.times == paints && scrolled.elapsed() < 500)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        scrolled.add();
        const QModelIndex last = table->indexAt({10, table->viewport()->height() - 4});
        blank += !last.isValid();
        QTest::qWait(10); // As fast as a key repeats.
    }
    report("a page further, the median", scrolled.middle(), frame);
    note(u"the worst %1 ms; row %2 reached"_s.arg(scrolled.worst(), 0, 'f', 1)
             .arg(table->currentIndex().row()));
    std::printf("%-62s %8d     <= 0     %s\n", "pages of 300 with a blank row", blank,
        blank == 0 ? "ok" : "MISSED");
    missed = missed || blank > 0;
    report(u"scrolling"_s, app);

    // A journey in the window. Chromium's own start is reported separately: none of our code runs
    // meanwhile.
    window.findChild<QToolButton*>(u"navOnboard"_s)->click();
    auto* onboard = window.findChild<ui::OnboardPage*>();
    QTest::qWait(300);
    const auto connected = [&window] {
        auto* card = window.findChild<QWidget*>(u"connectedCard"_s);
        return card && card->isVisible();
    };
    app.watch();
    onboard->startWithSimulator(ConsentDisplayMode::Redirect, true);
    require(QTest::qWaitFor(connected, 120'000), "the journey did not end");
    note(u"Chromium's own start, once, in the first journey: %1 ms (%2)"_s
             .arg(app.longest().milliseconds, 0, 'f', 1)
             .arg(app.longest().what));
    app.watch();
    onboard->startWithSimulator(ConsentDisplayMode::Redirect, true);
    require(QTest::qWaitFor([&] { return !connected(); }, 20'000), "no second journey");
    require(QTest::qWaitFor(connected, 120'000), "the second journey did not end");
    report(u"a journey"_s, app);

    // 1,000 verifications, queued at once.
    const QString live = window.findChild<QLabel*>(u"connectedIntegration"_s)->text();
    const auto credentials = await(console.customers().credentials(IntegrationId(live)), &app);
    require(credentials.has_value(), "no credentials");
    const auto like = await(console.customers().integrations().find(IntegrationId(live)), &app);
    for (int i = 0; i < 1'000; ++i) {
        CustomerCredentials copy = *credentials;
        copy.integrationId = IntegrationId(u"queued-%1"_s.arg(i));
        Integration row = **like;
        row.id = copy.integrationId;
        row.company = CompanyId(u"queued-%1"_s.arg(i));
        row.companyName = u"queued %1"_s.arg(i);
        (void)await(
            console.dataFolder().vault().store(
                VaultKey::customer(console.current().environment().name, row.id), copy.toJson()),
            &app);
        (void)await(console.customers().integrations().save(row), &app);
    }
    (void)await(console.simulator().control().changeSettings({{u"requestsPerSecond"_s, 0}}), &app);
    window.findChild<QToolButton*>(u"navCustomers"_s)->click();
    window.findChild<QLineEdit*>(u"customersSearch"_s)->setText(u"queued"_s);
    require(QTest::qWaitFor(
                [table] {
                    if (table->model()->canFetchMore({}))
                        table->model()->fetchMore({});
                    return table->model()->rowCount() == 1'000;
                },
                20'000),
        "not 1,000 rows");
    table->selectAll();
    QTest::qWait(300);
    app.watch();
    since.start();
    window.findChild<ui::CustomersPage*>()->verifySelected();
    const auto* said = window.findChild<QLabel*>(u"selectionSaid"_s);
    require(QTest::qWaitFor([said] { return said->text().contains("worked"_L1); }, 600'000),
        "the verifications did not end");
    // They are copies of one customer, so that the limit of one credential applies to all of them.
    note(u"1,000 verifications took %1 s, of one credential that SmartRecruiters "
         "allows 10 requests a second: %2"_s.arg(double(since.elapsed()) / 1000, 0, 'f', 1)
             .arg(said->text()));
    report(u"1,000 queued verifications"_s, app);

    // A flood on the endpoints.
    const QString wrk = QStandardPaths::findExecutable(u"wrk"_s);
    if (wrk.isEmpty()) {
        note(u"no flood: wrk is not installed"_s);
    } else {
        QProcess flood;
        app.watch();
        flood.start(wrk,
            {u"-t1"_s, u"-c32"_s, u"-d5s"_s, u"-s"_s, QStringLiteral(JETBRIDGE_FLOOD),
                console.endpoints().urls()->oauthTokenUrl.toString()});
        require(QTest::qWaitFor([&flood] { return flood.state() == QProcess::NotRunning; }, 30'000),
            "wrk did not end");
        const QString answer = QString::fromUtf8(flood.readAllStandardOutput());
        note(u"the flood: %1 requests/s"_s.arg(
            answer.section("Requests/sec:"_L1, 1).section(QLatin1Char('\n'), 0, 0).trimmed()));
        report(u"a flood on the endpoints"_s, app);
    }
    window.close();
    (void)QTest::qWaitFor([&window] { return !window.isVisible(); }, 10'000);
    return missed ? 1 : 0;
}
