// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/Stage.h"
#include "settings/RestoreWindow.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

using namespace jetbridge;

namespace {

const QString passphrase = QStringLiteral("correct horse battery staple");

/// Types the passphrase twice and saves to `path`.
void backUp(Stage& stage, const QString& path)
{
    stage.click("navSettings");
    stage.find<QPushButton>("backUp")->click();
    QTRY_VERIFY(stage.sees("backupDialog"));
    auto* save = stage.find<QPushButton>("backupSave");
    QVERIFY(!save->isEnabled());
    stage.find<QLineEdit>("backupPassphrase")->setText(passphrase);
    stage.find<QLineEdit>("backupAgain")->setText(QStringLiteral("another one"));
    QVERIFY(!save->isEnabled());
    QVERIFY(stage.text("backupSaid").contains(QLatin1String("differ")));
    stage.find<QLineEdit>("backupAgain")->setText(passphrase);
    QVERIFY(save->isEnabled());
    save->click();
    QTRY_VERIFY(stage.sees("saveDialog"));
    stage.find<QFileDialog>("saveDialog")->findChild<QLineEdit*>()->setText(path);
    stage.find<QFileDialog>("saveDialog")->findChild<QPushButton*>()->click();
    QTRY_VERIFY2_WITH_TIMEOUT(
        stage.text("backupSaid").contains(path), qPrintable(stage.text("backupSaid")), 60'000);
}

} // namespace

/// Tests a backup from the settings to a file, and its restore at the next start.
class BackupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBackupIsMadeAndReadBack();
    void aRestoreLooksIntoTheBackupFirstAndHappensWhenTheWindowIsGone();
};

void BackupTest::aBackupIsMadeAndReadBack()
{
    const QTemporaryDir files;
    const QString path = files.filePath(QStringLiteral("office.backup"));
    Stage stage;
    QVERIFY(stage.isReady());
    backUp(stage, path);
    QVERIFY(stage.text("backupSaid").contains(QLatin1String("compared")));
    QVERIFY(stage.find<QLineEdit>("backupPassphrase")->text().isEmpty());
    QVERIFY(!stage.sees("backupProgress"));
    stage.screenshot(QStringLiteral("backup"));
    QVERIFY(kindOfBackup(path));
    QVERIFY(*kindOfBackup(path) == storage::BackupKind::Passphrase);
}

void BackupTest::aRestoreLooksIntoTheBackupFirstAndHappensWhenTheWindowIsGone()
{
    const QTemporaryDir files;
    const QString path = files.filePath(QStringLiteral("office.backup"));
    Stage stage;
    QVERIFY(stage.isReady());
    backUp(stage, path);
    stage.find<QPushButton>("backupClose")->click();
    QTRY_VERIFY(!stage.sees("backupDialog"));

    stage.find<QPushButton>("restoreBackup")->click();
    QTRY_VERIFY(stage.sees("restoreDialog"));
    auto* go = stage.find<QPushButton>("restoreGo");
    QVERIFY(!go->isEnabled());
    stage.find<QLineEdit>("restoreFile")->setText(path);
    stage.find<QLineEdit>("restorePassphrase")->setText(QStringLiteral("correct horse battery"));
    QVERIFY(go->isEnabled());
    go->click();
    QTRY_VERIFY2_WITH_TIMEOUT(
        stage.text("restoreSaid").contains(QLatin1String("passphrase does not open")),
        qPrintable(stage.text("restoreSaid")), 60'000);
    stage.find<QLineEdit>("restorePassphrase")->setText(passphrase);
    go->click();
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("restoreYes"), 60'000);
    stage.screenshot(QStringLiteral("restore"));
    stage.find<QPushButton>("restoreYes")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window().isVisible(), 10'000);
    QVERIFY(stage.window().restarts());
    QVERIFY(stage.window().restores().has_value());

    // This continues as main() does, in a folder that nobody uses.
    const QString folder = files.filePath(QStringLiteral("data"));
    ui::RestoreWindow restoring(folder, *stage.window().restores());
    restoring.show();
    const auto* said = restoring.findChild<QLabel*>(QStringLiteral("restoringSaid"));
    QTRY_VERIFY2_WITH_TIMEOUT(
        said->text().contains(QLatin1String("compared")), qPrintable(said->text()), 60'000);
    QVERIFY(QFile::exists(folder + QStringLiteral("/registry.sqlite3")));
    QVERIFY(restoring.findChild<QPushButton*>(QStringLiteral("restoringStart"))->isVisible());
    QVERIFY(!restoring.findChild<QPushButton*>(QStringLiteral("restoringAgain"))->isVisible());
    restoring.findChild<QPushButton*>(QStringLiteral("restoringStart"))->click();
    QTRY_VERIFY(!restoring.isVisible());
}

JETBRIDGE_GUI_TEST(BackupTest)
#include "BackupTest.moc"
