// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserHop.h"
#include "browser/BrowserLoad.h"
#include "browser/BrowserQuestion.h"
#include "browser/DemoHand.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace jetbridge::ui {

class Browser;
class QuestionCard;

/// Pane with the customer's pages: back, forward, reload, the address, and the page.
///
/// A question of a page is shown above it, and what it was refused below it. A window that a page
/// opens takes the page's place until it is closed.
///
/// The engine is loaded, and its processes start, with the first open(), never before. Each open()
/// makes a new browser, without the cookies of the previous one, and nothing of it is written to
/// disk.
class BrowserPane : public QWidget {
    Q_OBJECT

public:
    /// Time after which a page that has not arrived is reported as late.
    static constexpr std::chrono::seconds lateAfter{10};

    explicit BrowserPane(QWidget* parent = nullptr);
    ~BrowserPane() override;

    /// Sets the text that is shown while no page is open.
    void setPlaceholder(const QString& text);
    /// Shows `url` in a new browser; `hand` acts as the customer in a demo.
    void open(const QUrl& url, const std::optional<DemoHand>& hand = std::nullopt);
    /// Closes the browser and shows the placeholder.
    void close();
    bool isOpen() const { return m_browser != nullptr; }
    /// Sets the zoom in per cent, 25 .. 500, also for later pages.
    void setZoom(int percent);
    int zoom() const { return m_zoom; }

Q_SIGNALS:
    void hop(const jetbridge::ui::BrowserHop& hop);
    /// The page failed to load; `why` is the engine's name of the error, or the HTTP status.
    void loadFailed(const QUrl& url, const QString& why);
    /// A load of the main page ended: it arrived, was refused or failed, or the browser was
    /// redirected.
    void loaded(const jetbridge::ui::BrowserLoad& load);

private:
    void showTrouble(const QString& title, const QString& detail);
    /// Shows the newest window of the pages.
    void showView();
    /// Shows a sentence below the page about what was refused to it, until the next page begins.
    void say(const QString& sentence);
    void take(const BrowserHop& hop);
    void loadAgain();
    void endQuestion();
    void tell(BrowserHop::Kind kind, const QUrl& url, const QString& detail);
    void fail(const QUrl& url, const QString& why);
    /// Sets zoom and tab order again, which a load may have changed.
    void fitPage();
    void updateNavigation();
    void zoomBy(int steps);
    void addShortcuts();

    QToolButton* m_back;
    QToolButton* m_forward;
    QToolButton* m_reload;
    QLineEdit* m_address;
    QPushButton* m_closeWindow;
    QuestionCard* m_question;
    QLabel* m_notice;
    QToolButton* m_smaller;
    QToolButton* m_usual; ///< Shows the zoom and resets it to 100 %.
    QToolButton* m_larger;
    int m_zoom = 100;
    QStackedWidget* m_stack;
    QLabel* m_placeholder;
    QWidget* m_trouble;
    QLabel* m_troubleTitle;
    QLabel* m_troubleDetail;
    QPushButton* m_loadAgain;

    QUrl m_failed; ///< Address that the shown failure is about; empty if none is shown.
    QTimer m_slow; ///< Runs while a page is loaded.
    QPointer<QWidget> m_focusBefore; ///< Widget that had the focus before the question.
    std::unique_ptr<Browser> m_browser;
};

} // namespace jetbridge::ui
