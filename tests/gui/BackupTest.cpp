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

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const QString passphrase = u"correct horse battery staple"_s;

/// Types the passphrase twice and saves to `path`.
void backUp(Stage& stage, const QString& path)
{
    stage.click("navSettings");
    stage.find<QPushButton>("backUp")->click();
    QTRY_VERIFY(stage.sees("backupDialog"));
    auto* save = stage.find<QPushButton>("backupSave");
    QVERIFY(!save->isEnabled());
    stage.find<QLineEdit>("backupPassphrase")->setText(passphrase);
    stage.find<QLineEdit>("backupAgain")->setText(u"another one"_s);
    QVERIFY(!save->isEnabled());
    QVERIFY(stage.text("backupSaid").contains("differ"_L1));
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
    const QString path = files.filePath(u"office.backup"_s);
    Stage stage;
    QVERIFY(stage.isReady());
    backUp(stage, path);
    QVERIFY(stage.text("backupSaid").contains("compared"_L1));
    QVERIFY(stage.find<QLineEdit>("backupPassphrase")->text().isEmpty());
    QVERIFY(!stage.sees("backupProgress"));
    stage.screenshot(u"backup"_s);
    QVERIFY(kindOfBackup(path));
    QVERIFY(*kindOfBackup(path) == storage::BackupKind::Passphrase);
}

void BackupTest::aRestoreLooksIntoTheBackupFirstAndHappensWhenTheWindowIsGone()
{
    const QTemporaryDir files;
    const QString path = files.filePath(u"office.backup"_s);
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
    stage.find<QLineEdit>("restorePassphrase")->setText(u"correct horse battery"_s);
    QVERIFY(go->isEnabled());
    go->click();
    QTRY_VERIFY2_WITH_TIMEOUT(stage.text("restoreSaid").contains("passphrase does not open"_L1),
        qPrintable(stage.text("restoreSaid")), 60'000);
    stage.find<QLineEdit>("restorePassphrase")->setText(passphrase);
    go->click();
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("restoreYes"), 60'000);
    stage.screenshot(u"restore"_s);
    stage.find<QPushButton>("restoreYes")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window().isVisible(), 10'000);
    QVERIFY(stage.window().restarts());
    QVERIFY(stage.window().restores().has_value());

    // This continues as main() does, in a folder that nobody uses.
    const QString folder = files.filePath(u"data"_s);
    ui::RestoreWindow restoring(folder, *stage.window().restores());
    restoring.show();
    const auto* said = restoring.findChild<QLabel*>(u"restoringSaid"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(
        said->text().contains("compared"_L1), qPrintable(said->text()), 60'000);
    QVERIFY(QFile::exists(folder + u"/registry.sqlite3"_s));
    QVERIFY(restoring.findChild<QPushButton*>(u"restoringStart"_s)->isVisible());
    QVERIFY(!restoring.findChild<QPushButton*>(u"restoringAgain"_s)->isVisible());
    restoring.findChild<QPushButton*>(u"restoringStart"_s)->click();
    QTRY_VERIFY(!restoring.isVisible());
}

JETBRIDGE_GUI_TEST(BackupTest)
#include "BackupTest.moc"
