// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "ports/Task.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTimer;

namespace jetbridge {
class Console;
}

namespace jetbridge::ui {

class CustomerDetail;
class CustomersModel;

/// Every customer of this environment, and one in detail.
class CustomersPage : public QWidget {
    Q_OBJECT

public:
    explicit CustomersPage(Console& console, QWidget* parent = nullptr);
    /// Fetches the first page; call when the console is ready.
    void start();
    /// Selects this customer as soon as it is among the rows.
    void select(const IntegrationId& id);
    void focusSearch();
    void verifySelected();
    /// Before quitting: a customer who waits to be forgotten is forgotten now.
    Task<Done> settle();

Q_SIGNALS:
    /// Empty: any company.
    void onboardWanted(const QString& companyId);
    /// A line of what happened speaks of this recorded exchange.
    void exchangeWanted(qint64 number);

private:
    void search();
    void showResult();
    void showSelected();
    /// Forgets after a while in which the person may change their mind.
    void forgetSoon(const IntegrationId& id, const QString& name);
    void forgetNow();
    void keep();

    Console& m_console;
    CustomersModel* m_model;
    QLineEdit* m_search;
    QButtonGroup* m_chips;
    QLabel* m_count;
    QTableView* m_table;
    QStackedWidget* m_body;
    QLabel* m_empty;
    QPushButton* m_emptyAction;
    CustomerDetail* m_detail;
    QTimer* m_searchSoon;
    IntegrationId m_wanted;
    IntegrationId m_forgetting; ///< Waits for m_forgetSoon; else empty.
    QTimer* m_forgetSoon;
    QLabel* m_forgetSaid;
    QPushButton* m_undo;
};

} // namespace jetbridge::ui
