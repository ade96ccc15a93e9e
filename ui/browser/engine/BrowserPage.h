// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserHop.h"
#include "browser/BrowserQuestion.h"

#include <QHash>
#include <QTimer>
#include <QUrl>
#include <QWebEnginePage>

#include <chrono>

namespace jetbridge::ui {

class PageAsker;

/// Page that shows what the customer would see and can do nothing else: no downloads, permissions
/// or files, nothing unencrypted outside this computer, and no certificate error is ever accepted.
/// Its owner handles questions and windows.
class BrowserPage : public QWebEnginePage {
    Q_OBJECT

public:
    /// `asker` must outlive the page.
    BrowserPage(QWebEngineProfile* profile, PageAsker& asker);
    /// Time after which an empty frame is reported as blocked, because the engine does not report
    /// X-Frame-Options.
    static constexpr std::chrono::seconds frameMayBeEmptyFor{4};

Q_SIGNALS:
    void hop(const jetbridge::ui::BrowserHop& hop);
    /// The person wants to stop a page that asks too often; it may ask nothing more.
    void stopWanted();
    /// The person pressed something that opens a window. The handler must accept the request, or it
    /// is refused.
    void windowWanted(QWebEngineNewWindowRequest& request);

protected:
    bool acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString& message,
        int lineNumber, const QString& sourceId) override;
    void javaScriptAlert(const QUrl& origin, const QString& message) override;
    bool javaScriptConfirm(const QUrl& origin, const QString& message) override;
    bool javaScriptPrompt(const QUrl& origin, const QString& message, const QString& defaultValue,
        QString* result) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList& oldFiles,
        const QStringList& acceptedMimeTypes) override;

private:
    BrowserAnswer ask(BrowserQuestion question);
    void signIn(BrowserQuestion::Kind kind, const QUrl& origin, QAuthenticator& authenticator);
    void refuseWindow(const QUrl& url, const QString& why);
    void tell(BrowserHop::Kind kind, const QUrl& url, const QString& detail = {});

    PageAsker& m_asker;
    int m_questions = 0; ///< Number of questions so far.
    bool m_isStopped = false;
    QHash<QString, int> m_signIns; ///< Number of sign-in attempts since the last page that arrived,
                                   ///< by origin.
    QUrl m_openedFrame; ///< Address of the latest frame that has not shown anything yet.
    QTimer m_frameIsEmpty;
};

} // namespace jetbridge::ui
