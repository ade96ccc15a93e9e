// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/CommandSink.h"
#include "delivery/Parcels.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class CommandSinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_driver = std::make_unique<delivery::CommandSink>(m_encryption);
        m_settings = {};
    }

    void theProgramReadsTheDocumentAndItsArguments()
    {
        write("cat > \"$0.read\"; printf '%s\\n' \"$@\" > \"$0.arguments\"");
        m_settings.arguments = {u"{event}"_s, u"path/{companyId}"_s, u"two words; $(id)"_s};
        const auto done = deliver(DeliveryEvent::Connected);
        QVERIFY2(done.outcome.has_value(), said(done.outcome).constData());
        QCOMPARE(read("arguments"), QByteArray("connected\npath/globex\ntwo words; $(id)\n"));
        const auto document = QJsonDocument::fromJson(read("read"));
        QCOMPARE(document["clientSecret"_L1].toString().toUtf8(), customerSecret);

        m_settings.undoArguments = {u"delete"_s, u"{integrationId}"_s};
        QVERIFY(deliver(DeliveryEvent::Disabled).outcome);
        QCOMPARE(read("arguments"), QByteArray("delete\nint-1\n"));
        const auto event = QJsonDocument::fromJson(read("read"));
        QCOMPARE(event["event"_L1].toString(), u"disabled"_s);
        QVERIFY(!read("read").contains(customerSecret));
    }

    void itGetsOtherFormatsToo()
    {
        write("cat > \"$0.read\"");
        m_settings.format.format = HandoverFormat::Env;
        QVERIFY(deliver(DeliveryEvent::Rotated).outcome);
        QVERIFY(read("read").contains("SMARTRECRUITERS_CLIENT_ID=client-1\n"));
        m_settings.format = {HandoverFormat::Gpg, u"key"_s};
        QVERIFY(deliver(DeliveryEvent::Rotated).outcome);
        QVERIFY(read("read").startsWith("encrypted "));
    }

    void itsEnvironmentIsClean()
    {
        qputenv("JETBRIDGE_BACKEND_TOKEN", "x");
        qputenv("OF_OTHERS", "y");
        qputenv("FOR_IT", "z");
        write("env > \"$0.read\"; tty >> \"$0.read\" 2>&1; pwd >> \"$0.read\"");
        m_settings.variables = {u"FOR_IT"_s, u"NOT_SET"_s};
        QVERIFY(deliver(DeliveryEvent::Connected).outcome);
        const QByteArray given = read("read");
        QVERIFY(given.contains("FOR_IT=z\n") && given.contains("PATH="));
        QVERIFY(!given.contains("JETBRIDGE_") && !given.contains("OF_OTHERS"));
        QVERIFY(given.endsWith("\n/\n")); // its folder
        qunsetenv("JETBRIDGE_BACKEND_TOKEN");
        qunsetenv("OF_OTHERS");
        qunsetenv("FOR_IT");
    }

    void whatWentWrongIsToldAndTheSecretIsNot_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* script, FailureKind kind,
                             const char* says) {
            QTest::newRow(name) << QByteArray(script) << kind << QString::fromLatin1(says);
        };
        row("a secret on stdout", "cat; cat >&2; exit 4", FailureKind::BadReply, "exit code 4");
        row("killed", "kill -9 $$", FailureKind::BadReply, "by signal 9 (");
        row("it hangs", "sleep 60", FailureKind::TimedOut, "within 1 seconds");
        row("no program", "", FailureKind::Unreachable, "There is no program");
    }
    void whatWentWrongIsToldAndTheSecretIsNot()
    {
        QFETCH(QByteArray, script);
        QFETCH(FailureKind, kind);
        QFETCH(QString, says);
        if (script.isEmpty())
            m_settings.program = m_folder->filePath(u"nothing"_s);
        else
            write(script);
        m_settings.seconds = 1;
        const auto refused = deliver(DeliveryEvent::Connected);
        QVERIFY(!refused.outcome);
        QCOMPARE(refused.outcome.error().kind, kind);
        QVERIFY2(said(refused.outcome).contains(says.toUtf8()), said(refused.outcome).constData());
        QVERIFY(!said(refused.outcome).contains(customerSecret));
    }

    void whatIsNoProgramIsToldWhenItIsAdded()
    {
        write("exit 0");
        QVERIFY(QFile::setPermissions(m_settings.program, QFile::ReadOwner | QFile::WriteOwner));
        const auto seen = preview();
        QVERIFY(!seen);
        QVERIFY(seen.error().detail.english().contains("may not be executed"_L1));
        const auto refused = deliver(DeliveryEvent::Connected);
        QVERIFY(!refused.outcome);
        QCOMPARE(refused.outcome.error().kind, FailureKind::Unreachable);
        m_settings.program = m_folder->path();
        QVERIFY(!preview());
    }

    void aScriptWithoutAFirstLineThatWorksCannotBeStarted()
    {
        QFile file(m_folder->filePath(u"program"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/nowhere/interpreter\n");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        m_settings.program = file.fileName();
        const auto refused = deliver(DeliveryEvent::Connected);
        QVERIFY(!refused.outcome);
        QVERIFY2(said(refused.outcome).contains("cannot be started ("),
            said(refused.outcome).constData());
        QVERIFY2(said(refused.outcome).contains("No such file or directory"),
            said(refused.outcome).constData());
    }

    void aPreviewRunsNothing()
    {
        write("touch \"$0.read\"");
        m_settings.arguments = {u"put"_s, u"{integrationId}"_s};
        const auto seen = preview();
        QVERIFY(seen);
        QCOMPARE(seen->place, m_settings.program + u" put int-1"_s);
        QVERIFY(!QFile::exists(m_settings.program + u".read"_s));
    }

    void itIsStoppedWhenTheProgramCloses()
    {
        write("sleep 60");
        QTimer::singleShot(200, this, [this] { m_driver->abortAll(); });
        const auto stopped = deliver(DeliveryEvent::Connected);
        QVERIFY(!stopped.outcome);
        QCOMPARE(stopped.outcome.error().kind, FailureKind::Cancelled);
    }

private:
    void write(const QByteArray& script)
    {
        QFile file(m_folder->filePath(u"program"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no script");
        file.write("#!/bin/sh\n" + script + '\n');
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_settings.program = file.fileName();
    }
    QByteArray read(const char* suffix) const
    {
        QFile file(m_settings.program + QLatin1Char('.') + QLatin1String(suffix));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Sink sink() const
    {
        Sink one;
        one.kind = SinkKind::Command;
        one.settings = m_settings.toJson();
        return one;
    }
    DeliveryResult deliver(DeliveryEvent event)
    {
        return QCoro::waitFor(m_driver->deliver(sink(), parcelOf(event)));
    }
    Outcome<DeliveryPreview> preview()
    {
        return QCoro::waitFor(m_driver->preview(sink(), parcelOf(DeliveryEvent::Connected)));
    }
    static QByteArray said(const Outcome<Done>& outcome)
    {
        return outcome ? QByteArray() : outcome.error().detail.english().toUtf8();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    MarkingEncryption m_encryption;
    std::unique_ptr<delivery::CommandSink> m_driver;
    CommandSettings m_settings;
};

JETBRIDGE_TEST(CommandSinkTest)
#include "CommandSinkTest.moc"
