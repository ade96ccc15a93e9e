// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/FolderSink.h"
#include "delivery/Parcels.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class FolderSinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sink.kind = SinkKind::Folder;
        m_sink.settings = FolderSettings{{}, m_folder->path()}.toJson();
    }

    void aFileComesAndGoesWithTheCustomer()
    {
        const auto put = deliver(DeliveryEvent::Connected);
        QVERIFY2(put.outcome.has_value(), said(put.outcome).constData());
        QCOMPARE(put.place, m_folder->filePath(u"int-1.json"_s));
        QFile file(put.place);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto document = QJsonDocument::fromJson(file.readAll());
        QCOMPARE(document["clientSecret"_L1].toString().toUtf8(), customerSecret);
        QCOMPARE(document["companyId"_L1].toString(), u"globex"_s);
        QCOMPARE(document["integrationId"_L1].toString(), u"int-1"_s);
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
            QFile::Permissions());
        // Another one of the same company has a file of its own.
        QVERIFY(deliver(DeliveryEvent::Rotated, "../int 2").outcome);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
        const auto gone = deliver(DeliveryEvent::Disabled);
        QVERIFY(gone.outcome && gone.nothingBecause.isEmpty());
        QVERIFY(!QFile::exists(put.place));
        const auto again = deliver(DeliveryEvent::Forgotten);
        QVERIFY(again.outcome);
        QVERIFY(!again.nothingBecause.isEmpty());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    }

    void deliveredAgainItIsTheSameFile()
    {
        QVERIFY(deliver(DeliveryEvent::Connected).outcome);
        QVERIFY(deliver(DeliveryEvent::Connected).outcome);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void everyFormatHasItsName_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("name");
        QTest::newRow("json") << int(HandoverFormat::Json) << u"int-1.json"_s;
        QTest::newRow("env") << int(HandoverFormat::Env) << u"int-1.env"_s;
        QTest::newRow("kubernetes") << int(HandoverFormat::Kubernetes) << u"int-1.yaml"_s;
        QTest::newRow("gpg") << int(HandoverFormat::Gpg) << u"int-1.json.asc"_s;
    }
    void everyFormatHasItsName()
    {
        QFETCH(int, format);
        QFETCH(QString, name);
        m_sink.settings =
            FolderSettings{{HandoverFormat(format), u"key"_s}, m_folder->path()}.toJson();
        QVERIFY(deliver(DeliveryEvent::Connected).outcome);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{name});
    }

    void aFolderThatIsNotSafeGetsNothing()
    {
        QVERIFY(QFile::setPermissions(m_folder->path(),
            QFile::Permissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)
                | QFile::WriteOther));
        const auto refused = deliver(DeliveryEvent::Connected);
        QVERIFY(!refused.outcome);
        QCOMPARE(refused.outcome.error().kind, FailureKind::StorageUnavailable);
        QVERIFY(refused.outcome.error().detail.english().contains("Others may write"_L1));
        QVERIFY(!QCoro::waitFor(m_driver.preview(m_sink, parcelOf(DeliveryEvent::Connected))));
        QVERIFY(QFile::setPermissions(
            m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
        QVERIFY(m_folder->remove());
        for (const auto event : {DeliveryEvent::Connected, DeliveryEvent::Disabled}) {
            const auto nowhere = deliver(event);
            QVERIFY(!nowhere.outcome);
            QVERIFY(nowhere.outcome.error().detail.english().contains("There is no folder"_L1));
        }
    }

    void aPreviewLeavesTheFolderAsItIs()
    {
        const auto preview =
            QCoro::waitFor(m_driver.preview(m_sink, parcelOf(DeliveryEvent::Connected)));
        QVERIFY(preview);
        QCOMPARE(preview->place, m_folder->filePath(u"int-1.json"_s));
        QVERIFY(preview->content.contains("client-1"));
        QVERIFY(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

private:
    static QByteArray said(const Outcome<Done>& outcome)
    {
        return outcome ? QByteArray() : outcome.error().detail.english().toUtf8();
    }
    DeliveryResult deliver(DeliveryEvent event, const char* integration = "int-1")
    {
        return QCoro::waitFor(m_driver.deliver(m_sink, parcelOf(event, integration)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Sink m_sink;
    MarkingEncryption m_encryption;
    delivery::FolderSink m_driver{m_encryption};
};

JETBRIDGE_TEST(FolderSinkTest)
#include "FolderSinkTest.moc"
