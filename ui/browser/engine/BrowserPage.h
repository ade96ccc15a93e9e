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

/// A page that shows what the customer would see and does nothing else: no downloads, permissions
/// or files, nothing unencrypted off this computer, no certificate error ever accepted. Questions
/// and windows are for whoever owns it.
class BrowserPage : public QWebEnginePage {
    Q_OBJECT

public:
    /// `asker` outlives the page.
    BrowserPage(QWebEngineProfile* profile, PageAsker& asker);
    /// How long a frame may stay empty before it is told as blocked: the engine says nothing of
    /// X-Frame-Options.
    static constexpr std::chrono::seconds frameMayBeEmptyFor{4};

Q_SIGNALS:
    void hop(const jetbridge::ui::BrowserHop& hop);
    /// The person has had enough of its questions. Nothing more is asked for it.
    void stopWanted();
    /// The person pressed what opens a window: take it in the handler, or it is refused.
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
    int m_questions = 0; ///< That were asked so far.
    bool m_isStopped = false;
    QHash<QString, int> m_signIns; ///< Tries since the last page that came, by who asks.
    QUrl m_openedFrame; ///< The latest one that has not shown anything yet.
    QTimer m_frameIsEmpty;
};

} // namespace jetbridge::ui
