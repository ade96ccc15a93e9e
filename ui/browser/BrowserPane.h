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

/// The customer's pages, embedded: back, forward, reload, where we are, and the page.
///
/// What a page asks stands above it; what it is refused, below it. A window that a page opens takes
/// the page's place until it is closed.
///
/// The engine is loaded, and its processes start, with the first open(), never before. Each open()
/// is a browser of its own, without the cookies of the one before, and nothing of it is written to
/// disk.
class BrowserPane : public QWidget {
    Q_OBJECT

public:
    /// After which a page that has not come is said to be late.
    static constexpr std::chrono::seconds lateAfter{10};

    explicit BrowserPane(QWidget* parent = nullptr);
    ~BrowserPane() override;

    /// What is shown while no page is open.
    void setPlaceholder(const QString& text);
    /// Shows `url` in a new browser; `hand` plays the customer.
    void open(const QUrl& url, const std::optional<DemoHand>& hand = std::nullopt);
    /// Ends the browser; the placeholder is shown.
    void close();
    bool isOpen() const { return m_browser != nullptr; }
    /// Per cent, 25 .. 500; stays for the pages to come.
    void setZoom(int percent);
    int zoom() const { return m_zoom; }

Q_SIGNALS:
    void hop(const jetbridge::ui::BrowserHop& hop);
    /// `why` is the engine's word for it, or the status.
    void loadFailed(const QUrl& url, const QString& why);
    /// The main page came, was refused, failed, or the browser was sent on.
    void loaded(const jetbridge::ui::BrowserLoad& load);

private:
    void showTrouble(const QString& title, const QString& detail);
    /// The newest window of the pages.
    void showView();
    /// Below the page, until the next one begins: what was refused to it.
    void say(const QString& sentence);
    void take(const BrowserHop& hop);
    void loadAgain();
    void endQuestion();
    void tell(BrowserHop::Kind kind, const QUrl& url, const QString& detail);
    void fail(const QUrl& url, const QString& why);
    /// Zoom and order of focus, which a load may have changed.
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
    QToolButton* m_usual; ///< Says the zoom; pressed, it is 100 % again.
    QToolButton* m_larger;
    int m_zoom = 100;
    QStackedWidget* m_stack;
    QLabel* m_placeholder;
    QWidget* m_trouble;
    QLabel* m_troubleTitle;
    QLabel* m_troubleDetail;
    QPushButton* m_loadAgain;

    QUrl m_failed; ///< What the trouble that is shown is about.
    QTimer m_slow; ///< Runs while a page is loaded.
    QPointer<QWidget> m_focusBefore; ///< The question.
    std::unique_ptr<Browser> m_browser;
};

} // namespace jetbridge::ui
