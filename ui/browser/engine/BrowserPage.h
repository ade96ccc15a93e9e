// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserHop.h"

#include <QTimer>
#include <QUrl>
#include <QWebEnginePage>

#include <chrono>

namespace jetbridge::ui {

/// A page that shows what the customer would see and does nothing else: no windows, downloads,
/// permissions, dialogs or files, nothing unencrypted off this computer, no certificate error ever
/// accepted.
class BrowserPage : public QWebEnginePage {
    Q_OBJECT

public:
    explicit BrowserPage(QWebEngineProfile* profile);
    /// How long a frame may stay empty before it is told as blocked: the engine says nothing of
    /// X-Frame-Options.
    static constexpr std::chrono::seconds frameMayBeEmptyFor{4};

Q_SIGNALS:
    void hop(const jetbridge::ui::BrowserHop& hop);

protected:
    bool acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString& message,
        int lineNumber, const QString& sourceId) override;
    // The engine's own dialogs would spin an event loop of their own.
    void javaScriptAlert(const QUrl& origin, const QString& message) override;
    bool javaScriptConfirm(const QUrl& origin, const QString& message) override;
    bool javaScriptPrompt(const QUrl& origin, const QString& message, const QString& defaultValue,
        QString* result) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList& oldFiles,
        const QStringList& acceptedMimeTypes) override;

private:
    void tell(BrowserHop::Kind kind, const QUrl& url, const QString& detail = {});

    QUrl m_openedFrame; ///< The latest one that has not shown anything yet.
    QTimer m_frameIsEmpty;
};

} // namespace jetbridge::ui
