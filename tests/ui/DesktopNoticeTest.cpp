// SPDX-License-Identifier: GPL-3.0-or-later
#include "DesktopNotice.h"
#include "support/TestMain.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QtTest>

using namespace Qt::StringLiterals;

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
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s))
    {
        m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    }
    ~Desktop() override
    {
        m_bus.unregisterService(u"org.freedesktop.Notifications"_s);
        QDBusConnection::disconnectFromBus(u"desktop"_s);
    }
    bool appear() { return m_bus.registerService(u"org.freedesktop.Notifications"_s); }

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
        notice.show(u"Jetbridge"_s, u"gone"_s, u"globex"_s);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(1).toString(), u"gone"_s);
    }

    void aClickOnTheNotificationSaysWhoseItWas()
    {
        Desktop desktop;
        QVERIFY(desktop.appear());
        DesktopNotice notice;
        QSignalSpy opened(&notice, &DesktopNotice::opened);
        notice.show(u"Jetbridge"_s, u"<b>Globex</b> & Co disabled it."_s, u"globex"_s);
        notice.show(u"Jetbridge"_s, u"Initech too."_s, u"initech"_s);
        QTRY_COMPARE(desktop.shown.size(), 2);
        QCOMPARE(desktop.shown.first().title, u"Jetbridge"_s);
        // A name is not read as markup.
        QCOMPARE(desktop.shown.first().text, u"&lt;b&gt;Globex&lt;/b&gt; &amp; Co disabled it."_s);
        QVERIFY(desktop.shown.first().actions.contains(u"default"_s));

        Q_EMIT desktop.ActionInvoked(999, u"default"_s); // a notification of another
                                                         // program
        Q_EMIT desktop.ActionInvoked(102, u"default"_s);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), u"initech"_s);
    }
};

JETBRIDGE_TEST(DesktopNoticeTest)
#include "DesktopNoticeTest.moc"
