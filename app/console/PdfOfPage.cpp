// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/PdfOfPage.h"

#include "async/Signal.h"
#include "process/ChildEnvironment.h"


#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

QString chromium()
{
    for (const char* name : {"chromium", "chromium-browser", "google-chrome"})
        if (const QString path = QStandardPaths::findExecutable(QLatin1String(name));
            !path.isEmpty())
            return path;
    return {};
}

/// Returns what a browser said about its failure.
QString complaintOf(QProcess& browser)
{
    const QString said = QString::fromUtf8(browser.readAllStandardError()).trimmed();
    return said.isEmpty() ? browser.errorString() : said.section(QLatin1Char('\n'), -3);
}

} // namespace

Task<Outcome<QByteArray>> pdfOf(QByteArray html)
{
    const QString program = chromium();
    if (program.isEmpty())
        co_return failed(FailureKind::NotFound,
            u"A PDF needs Chromium (Debian: apt install chromium), which is not "
            "here: write an .html file, and print that."_s);
    const QTemporaryDir folder;
    const QString page = folder.filePath(u"report.html"_s);
    const QString pdf = folder.filePath(u"report.pdf"_s);
    QFile file(page);
    if (!file.open(QIODevice::WriteOnly) || file.write(html) != html.size())
        co_return failed(FailureKind::StorageUnavailable, file.errorString());
    file.close();
    QProcess browser;
    browser.setProcessEnvironment(process::childEnvironment());
    browser.setProgram(program);
    browser.setArguments(
        {u"--headless"_s, u"--disable-gpu"_s, u"--no-first-run"_s, u"--disable-extensions"_s,
            u"--user-data-dir="_s + folder.filePath(u"profile"_s), u"--no-pdf-header-footer"_s,
            u"--print-to-pdf="_s + pdf, QUrl::fromLocalFile(page).toString()});
    browser.start();
    // A process that cannot be started does not finish, so that its state is what counts.
    bool isInTime = true;
    while (isInTime && browser.state() != QProcess::NotRunning)
        isInTime =
            co_await async::emission(&browser, &QProcess::stateChanged, std::chrono::seconds(60));
    if (!isInTime)
        browser.kill();
    QFile written(pdf);
    if (!isInTime || !written.open(QIODevice::ReadOnly) || written.size() == 0)
        co_return failed(FailureKind::BadReply,
            u"%1 wrote no PDF: %2"_s.arg(
                program, isInTime ? complaintOf(browser) : u"it did not end within 60 s"_s));
    co_return written.readAll();
}

} // namespace jetbridge
