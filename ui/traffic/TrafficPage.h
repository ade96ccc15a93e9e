// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/Tokens.h"
#include "ports/Exchanges.h"

#include <QWidget>

class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTimer;

namespace jetbridge {
class Customers;
class TrafficRecords;
} // namespace jetbridge

namespace jetbridge::ui {

class CompareView;
class ExchangeDetail;
class Segments;
class SequenceView;
class TrafficModel;

/// Every recorded exchange as a list and as a sequence diagram, with the details of one or the
/// comparison of two beside it.
class TrafficPage : public QWidget {
    Q_OBJECT

public:
    TrafficPage(TrafficRecords& traffic, Customers& customers, QWidget* parent = nullptr);
    /// Reads the recorded exchanges; call it when the console is ready.
    void start();
    /// Shows this exchange among those of its onboarding.
    void open(qint64 number);
    void focusSearch();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitColumns();
    QWidget* buildTools();
    QWidget* buildDiagram();
    QMenu* buildExportMenu();
    void search();
    ExchangeFilter wanted() const;
    /// Narrows to the chosen company's onboardings, which are read first.
    void chooseCompany();
    void addCompany(const CompanyId& company);
    void listOnboardings();
    void addOnboarding(const OnboardingId& onboarding);
    void chooseOnboarding(const OnboardingId& onboarding);
    OnboardingId chosenOnboarding() const;
    void showResult();
    void showWanted();
    void showSelected();
    /// Shows this side of the card beside the list, which folds away if there is nothing to show.
    void showSide(int side);
    void showExchanges(const QList<Exchange>& exchanges);
    void pick(qint64 number);
    void say(Tone tone, const QString& sentence);
    /// Asks for a file name and writes what `make` returns to it.
    void exportTo(const QString& suffix, std::function<Task<Outcome<QByteArray>>()> make);
    void exportAs(ExchangeFormat format, const QString& suffix);
    void exportDrawing(bool asPicture);
    void askBeforeClearing();

    TrafficRecords& m_traffic;
    Customers& m_customers;
    TrafficModel* m_model;
    QLineEdit* m_search;
    QComboBox* m_company;
    QComboBox* m_onboarding;
    QComboBox* m_answered;
    QComboBox* m_order;
    QPushButton* m_clear = nullptr;
    Segments* m_views;
    QPushButton* m_export;
    QStackedWidget* m_body;
    QStackedWidget* m_view;
    QTableView* m_table;
    SequenceView* m_diagram;
    QFrame* m_card; ///< Contains `m_side`.
    QStackedWidget* m_side;
    ExchangeDetail* m_detail;
    CompareView* m_compare;
    QLabel* m_empty;
    QLabel* m_emptyHint;
    QLabel* m_said;
    QTimer* m_searchSoon;
    QTimer* m_refreshSoon;
    qint64 m_opened = 0; ///< Exchange of the last open().
    qint64 m_wanted = 0; ///< Exchange to select as soon as it is among the rows.
    std::pair<qint64, qint64> m_shown; ///< Exchanges shown beside the list; both are the same if it
                                       ///< is one.
    std::optional<QList<OnboardingId>> m_ofCompany; ///< Onboardings of the chosen company.
    int m_selection = 0; ///< Number of the current selection; answers to earlier ones are dropped.
};

} // namespace jetbridge::ui
