// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Inviting.h"
#include "customers/CustomerDetail.h"
#include "domain/Identifier.h"
#include "domain/Integration.h"
#include "parts/StatusCounts.h"
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
class InvitationsCard;
class SelectionPanel;
class StatusChips;

/// Every customer of this environment, with the details of one, or actions for several.
class CustomersPage : public QWidget {
    Q_OBJECT

public:
    /// `settings` stores the chosen columns and order; `console` and `settings` must outlive the
    /// page.
    CustomersPage(
        const CustomerDetail::Topics& topics, QSettings& settings, QWidget* parent = nullptr);
    /// Fetches the first page; call it when the console is ready.
    void start();
    /// Makes the page read again when it is first shown, because rows fetched in advance may be old
    /// by then.
    void readAgainOnceSeen() { m_readsAgain = true; }
    /// Selects this customer as soon as it is among the rows.
    void select(const IntegrationId& id);
    /// Searches for this company, instead of the previous search.
    void find(const QString& company);
    /// Shows the customers with these statuses, or all if none is named, instead of the previous
    /// search.
    void showOnly(const CustomerFilter& filter);
    void focusSearch();
    void verifySelected();
    /// Removes the customers that still wait for their removal before the program quits; nothing
    /// else is begun.
    Task<Done> settle();

Q_SIGNALS:
    /// The person wants to onboard this company; empty: any company.
    void onboardWanted(const QString& companyId);
    /// The person wants to see the recorded exchange of a history line.
    void exchangeWanted(qint64 number);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildTable();
    /// Opens the dialog that invites a company's administrator.
    void invite(const std::optional<Invitation::Record>& before);
    /// Builds the menu for hidden columns and the order of the rows.
    QMenu* buildViewMenu();
    /// Fits the columns to the current text size.
    void fitColumns();
    void showColumn(int column, bool isShown);
    void orderBy(int column, Qt::SortOrder order);
    void search();
    void showResult();
    void showCount();
    void showSelected();
    QList<IntegrationId> selected() const;
    /// Selects the same customers again after the rows were read again.
    void selectAgain();
    /// Fetches more rows before the scroll bar reaches the end of the fetched ones.
    void fetchAhead();
    void exportAll();
    void exportSelected();
    void verifyAllSelected();
    void askToForgetSelected();
    /// Removes customers after a pause in which the person can undo it; `whom` names them in
    /// sentences.
    void forgetSoon(const QList<IntegrationId>& ids, const QString& whom);
    void forgetNow();
    void keep();
    void bulkEnded();

    Customers& m_customers;
    const InvitingTopics m_inviting;
    QSettings& m_settings;
    CustomersModel* m_model;
    QLineEdit* m_search;
    StatusChips* m_chips;
    QLabel* m_count;
    QPushButton* m_export;
    InvitationsCard* m_invitations;
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
    QList<IntegrationId> m_selectedBefore; ///< Selected customers while the rows are read again.
    QList<IntegrationId> m_forgetting; ///< Customers that wait for m_forgetSoon.
    QTimer* m_forgetSoon;
    QLabel* m_said;
    QPushButton* m_undo;
    QPushButton* m_stop; ///< Stops the export.
    bool m_readsAgain = false; ///< True if the rows are read again when the page is shown.
    bool m_exporting = false;
    bool m_stopExport = false;
};

} // namespace jetbridge::ui
