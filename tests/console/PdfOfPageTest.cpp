// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/PdfOfPage.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

/// Prints with programs in the place of Chromium.
class PdfOfPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qputenv("PATH", m_path); }

    void thePdfThatWasWrittenIsReturned()
    {
        const QTemporaryDir folder;
        QVERIFY(isInstalled(folder,
            "#!/bin/sh\n"
            "for each; do\n"
            "  case $each in --print-to-pdf=*) printf %s PDF > \"${each#*=}\";; esac\n"
            "done\n"));
        const auto pdf = QCoro::waitFor(pdfOf("<p>page"));
        QVERIFY2(pdf, pdf ? "" : qPrintable(pdf.error().detail));
        QCOMPARE(*pdf, QByteArray("PDF"));
    }

    void whyThereIsNoPdfIsSaid_data()
    {
        QTest::addColumn<QByteArray>("browser");
        QTest::addColumn<QString>("says");
        QTest::newRow("it refuses")
            << QByteArray("#!/bin/sh\necho 'Not as root' >&2\nexit 1\n") << u"Not as root"_s;
        QTest::newRow("it writes nothing") << QByteArray("#!/bin/sh\n") << u"wrote no PDF: "_s;
        QTest::newRow("it cannot be started") << QByteArray("#!/nowhere/sh\n") << u"No such file"_s;
    }
    void whyThereIsNoPdfIsSaid()
    {
        QFETCH(QByteArray, browser);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        QVERIFY(isInstalled(folder, browser));
        const auto pdf = QCoro::waitFor(pdfOf("<p>page"));
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().kind, FailureKind::BadReply);
        QVERIFY2(pdf.error().detail.english().contains(says), qPrintable(pdf.error().detail));
    }

private:
    /// Makes a program the Chromium of this test; false if it cannot be written.
    bool isInstalled(const QTemporaryDir& folder, const QByteArray& script) const
    {
        QFile file(folder.filePath(u"chromium"_s));
        qputenv("PATH", QFile::encodeName(folder.path()) + ':' + m_path);
        return file.open(QIODevice::WriteOnly) && file.write(script) == script.size()
            && file.setPermissions(
                QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }

    const QByteArray m_path = qgetenv("PATH");
};

JETBRIDGE_TEST(PdfOfPageTest)
#include "PdfOfPageTest.moc"
