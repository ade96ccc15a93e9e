// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "customers/CustomerDetail.h"
#include "domain/Identifier.h"
#include "domain/Integration.h"
#include "ports/Task.h"

#include <QList>
#include <QWidget>

class QActionGroup;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSettings;
class QStackedWidget;
class QTableView;
class QTimer;

namespace jetbridge {
class Customers;
}

namespace jetbridge::ui {

class BulkRun;
class CustomersModel;
class GrowingColumn;
class SelectionPanel;
class StatusChips;

/// Every customer of this environment, one in detail, or what can be done with several.
class CustomersPage : public QWidget {
    Q_OBJECT

public:
    /// `settings` keeps the chosen columns and order; both outlive the page.
    CustomersPage(
        const CustomerDetail::Topics& topics, QSettings& settings, QWidget* parent = nullptr);
    /// Fetches the first page; call when the console is ready.
    void start();
    /// What was fetched before anybody looks may be old by then.
    void readAgainOnceSeen() { m_readsAgain = true; }
    /// Selects this customer as soon as it is among the rows.
    void select(const IntegrationId& id);
    /// Looks for this company, whatever was looked for before.
    void find(const QString& company);
    /// Shows those of these statuses, whatever was looked for before; none named: all.
    void showOnly(const CustomerFilter& filter);
    void focusSearch();
    void verifySelected();
    /// Before quitting: who waits to be forgotten is forgotten now, and nothing else begins.
    Task<Done> settle();

Q_SIGNALS:
    /// Empty: any company.
    void onboardWanted(const QString& companyId);
    /// A line of what happened speaks of this recorded exchange.
    void exchangeWanted(qint64 number);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildTable();
    /// What can be hidden, and in which order the rows stand.
    QMenu* buildViewMenu();
    /// Columns as wide as the text size of the moment wants them.
    void fitColumns();
    void showColumn(int column, bool isShown);
    void orderBy(int column, Qt::SortOrder order);
    void search();
    void showResult();
    void showCount();
    void showSelected();
    QList<IntegrationId> selected() const;
    /// The rows were read anew: those that were selected are selected again.
    void selectAgain();
    /// More rows before the scroll bar reaches the end of those that are there.
    void fetchAhead();
    void exportAll();
    void exportSelected();
    void verifyAllSelected();
    void askToForgetSelected();
    /// Forgets after a while in which the person may change their mind; `whom` says it to people.
    void forgetSoon(const QList<IntegrationId>& ids, const QString& whom);
    void forgetNow();
    void keep();
    void bulkEnded();

    Customers& m_customers;
    QSettings& m_settings;
    CustomersModel* m_model;
    QLineEdit* m_search;
    StatusChips* m_chips;
    QLabel* m_count;
    QPushButton* m_export;
    QTableView* m_table;
    GrowingColumn* m_columns = nullptr;
    QActionGroup* m_orders;
    QStackedWidget* m_body;
    QLabel* m_empty;
    QPushButton* m_emptyAction;
    QStackedWidget* m_side;
    CustomerDetail* m_detail;
    QWidget* m_detailScroll = nullptr;
    BulkRun* m_run;
    SelectionPanel* m_panel;
    QTimer* m_searchSoon;
    QTimer* m_showSoon;
    IntegrationId m_wanted;
    QList<IntegrationId> m_selectedBefore; ///< While the rows are read anew.
    QList<IntegrationId> m_forgetting; ///< Wait for m_forgetSoon.
    QTimer* m_forgetSoon;
    QLabel* m_said;
    QPushButton* m_undo;
    QPushButton* m_stop; ///< Of the export.
    bool m_readsAgain = false; ///< When it is shown.
    bool m_exporting = false;
    bool m_stopExport = false;
};

} // namespace jetbridge::ui
