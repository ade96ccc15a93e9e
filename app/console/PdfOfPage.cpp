// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/PdfOfPage.h"

#include "process/Process.h"

#include <QFile>
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

constexpr std::chrono::seconds patience(60);

/// Returns what a browser said about its failure.
QString complaintOf(const process::Ended& browser)
{
    using How = process::Ended::How;
    if (browser.how == How::TooLate)
        return u"it did not end within %1 s"_s.arg(patience.count());
    if (browser.how == How::NotStarted)
        return browser.reason;
    const QString said = QString::fromUtf8(browser.err).trimmed();
    return said.isEmpty() ? u"it gives no reason"_s : said.section(QLatin1Char('\n'), -3);
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
    process::Program browser;
    browser.path = program;
    browser.arguments = {u"--headless"_s, u"--disable-gpu"_s, u"--no-first-run"_s,
        u"--disable-extensions"_s, u"--user-data-dir="_s + folder.filePath(u"profile"_s),
        u"--no-pdf-header-footer"_s, u"--print-to-pdf="_s + pdf,
        QUrl::fromLocalFile(page).toString()};
    browser.patience = patience;
    const process::Ended ended = co_await process::run(browser, {});
    QFile written(pdf);
    if (ended.how == process::Ended::How::TooLate || !written.open(QIODevice::ReadOnly)
        || written.size() == 0)
        co_return failed(
            FailureKind::BadReply, u"%1 wrote no PDF: %2"_s.arg(program, complaintOf(ended)));
    co_return written.readAll();
}

} // namespace jetbridge
