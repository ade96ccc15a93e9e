// SPDX-License-Identifier: GPL-3.0-or-later
#include "DesktopNotice.h"
#include "support/TestMain.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QtTest>

using namespace jetbridge::ui;

/// A desktop's notification service, on a connection of its own.
class Desktop : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        QString title;
        QString text;
        QStringList actions;
    };
    QList<Shown> shown;

    Desktop()
        : m_bus(
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop")))
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    }
    ~Desktop() override
    {
        m_bus.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    }
    bool appear() { return m_bus.registerService(QStringLiteral("org.freedesktop.Notifications")); }

public Q_SLOTS:
    uint Notify(const QString&, uint, const QString&, const QString& title, const QString& text,
        const QStringList& actions, const QVariantMap&, int)
    {
        shown.append({title, text, actions});
        return uint(100 + shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);

private:
    QDBusConnection m_bus;
};

class DesktopNoticeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!QDBusConnection::sessionBus().isConnected())
            QSKIP("There is no session bus here.");
    }

    void withoutADesktopItSaysSo()
    {
        DesktopNotice notice;
        QSignalSpy failed(&notice, &DesktopNotice::failed);
        notice.show(QStringLiteral("Jetbridge"), QStringLiteral("gone"), QStringLiteral("globex"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(1).toString(), QStringLiteral("gone"));
    }

    void aClickOnTheNotificationSaysWhoseItWas()
    {
        Desktop desktop;
        QVERIFY(desktop.appear());
        DesktopNotice notice;
        QSignalSpy opened(&notice, &DesktopNotice::opened);
        notice.show(QStringLiteral("Jetbridge"), QStringLiteral("<b>Globex</b> & Co disabled it."),
            QStringLiteral("globex"));
        notice.show(
            QStringLiteral("Jetbridge"), QStringLiteral("Initech too."), QStringLiteral("initech"));
        QTRY_COMPARE(desktop.shown.size(), 2);
        QCOMPARE(desktop.shown.first().title, QStringLiteral("Jetbridge"));
        // A name is not read as markup.
        QCOMPARE(desktop.shown.first().text,
            QStringLiteral("&lt;b&gt;Globex&lt;/b&gt; &amp; Co disabled it."));
        QVERIFY(desktop.shown.first().actions.contains(QStringLiteral("default")));

        Q_EMIT desktop.ActionInvoked(999, QStringLiteral("default")); // a notification of another
                                                                      // program
        Q_EMIT desktop.ActionInvoked(102, QStringLiteral("default"));
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), QStringLiteral("initech"));
    }
};

JETBRIDGE_TEST(DesktopNoticeTest)
#include "DesktopNoticeTest.moc"
