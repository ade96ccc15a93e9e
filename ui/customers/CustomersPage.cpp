// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/CustomersPage.h"

#include "FailureText.h"
#include "Form.h"
#include "Theme.h"
#include "console/Console.h"
#include "customers/CustomerDetail.h"
#include "customers/CustomersModel.h"
#include "onboard/Parts.h"

#include <QAction>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>

namespace jetbridge::ui {

namespace {

constexpr auto graceBeforeForgetting = std::chrono::seconds(10);

} // namespace

CustomersPage::CustomersPage(Console& console, QWidget* parent)
    : QWidget(parent)
    , m_console(console)
    , m_model(new CustomersModel(console.integrations(), this))
    , m_search(new QLineEdit)
    , m_chips(new QButtonGroup(this))
    , m_count(parts::caption(this, QLatin1String("customersCount")))
    , m_table(new QTableView)
    , m_body(new QStackedWidget)
    , m_empty(parts::section(this, QLatin1String("customersEmpty")))
    , m_emptyAction(parts::primaryButton(this, QLatin1String("customersEmptyAction"), QString()))
    , m_detail(new CustomerDetail(console))
    , m_searchSoon(new QTimer(this))
    , m_forgetSoon(new QTimer(this))
    , m_forgetSaid(parts::text(this, QLatin1String("forgetSaid")))
    , m_undo(parts::button(this, QLatin1String("undoForget"), tr("Undo")))
{
    setObjectName(QStringLiteral("customersPage"));
    QLabel* title = parts::title(this, QLatin1String("pageTitle"));
    title->setText(tr("Customers"));

    m_search->setObjectName(QStringLiteral("customersSearch"));
    m_search->setAccessibleName(tr("Search customers"));
    m_search->setPlaceholderText(tr("Search company or integration"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(lineIcon("search"), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(280);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(spacing::inside);
    tools->addWidget(m_search, 1);
    const std::pair<const char*, QString> chips[] = {{"filterAll", tr("All")},
        {"filterLive", tr("Live")}, {"filterDisabled", tr("Disabled")},
        {"filterAttention", tr("Needs attention")}};
    for (const auto& [name, text] : chips) {
        auto* chip = parts::button(this, QLatin1String(name), text);
        chip->setProperty("chip", true);
        chip->setCheckable(true);
        m_chips->addButton(chip, int(m_chips->buttons().size()));
        tools->addWidget(chip);
    }
    m_chips->button(0)->setChecked(true);
    m_count->setWordWrap(false);
    tools->addWidget(m_count);

    m_table->setObjectName(QStringLiteral("customersTable"));
    m_table->setAccessibleName(tr("Customers"));
    m_table->setModel(m_model);
    form::asRows(m_table);
    // The company gets what the others leave; only rows on screen are measured, of however many.
    m_table->horizontalHeader()->setResizeContentsPrecision(0);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(
        CustomersModel::Company, QHeaderView::Stretch);

    auto* emptyPage = new QWidget;
    auto* emptyColumn = new QVBoxLayout(emptyPage);
    emptyColumn->setSpacing(spacing::between);
    emptyColumn->addStretch(2);
    emptyColumn->addWidget(m_empty, 0, Qt::AlignHCenter);
    emptyColumn->addWidget(m_emptyAction, 0, Qt::AlignHCenter);
    emptyColumn->addStretch(3);
    m_empty->setWordWrap(false);

    auto* splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("customersSplitter"));
    splitter->setChildrenCollapsible(false);
    auto* card = new QFrame;
    card->setProperty("card", true);
    card->setMinimumWidth(400);
    auto* cardColumn = new QVBoxLayout(card);
    cardColumn->setContentsMargins(0, 0, 0, 0);
    cardColumn->addWidget(m_detail);
    splitter->addWidget(m_table);
    splitter->addWidget(card);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setHandleWidth(spacing::between);
    splitter->setSizes({560, 480});
    m_detail->setVisible(false);
    m_body->addWidget(splitter);
    m_body->addWidget(emptyPage);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addWidget(title);
    column->addLayout(tools);
    column->addWidget(m_body, 1);
    auto* forgetting = new QHBoxLayout;
    forgetting->setSpacing(spacing::inside);
    forgetting->addWidget(m_forgetSaid, 1);
    forgetting->addWidget(m_undo);
    column->addLayout(forgetting);
    m_forgetSaid->hide();
    m_undo->hide();
    m_forgetSoon->setSingleShot(true);
    m_forgetSoon->setInterval(graceBeforeForgetting);
    connect(m_forgetSoon, &QTimer::timeout, this, &CustomersPage::forgetNow);
    connect(m_undo, &QPushButton::clicked, this, &CustomersPage::keep);
    connect(m_detail, &CustomerDetail::forgetWanted, this, &CustomersPage::forgetSoon);

    m_searchSoon->setSingleShot(true);
    m_searchSoon->setInterval(0);
    connect(m_searchSoon, &QTimer::timeout, this, &CustomersPage::search);
    connect(m_search, &QLineEdit::textChanged, m_searchSoon, qOverload<>(&QTimer::start));
    connect(m_chips, &QButtonGroup::idClicked, this, &CustomersPage::search);
    connect(m_model, &CustomersModel::searched, this, &CustomersPage::showResult);
    connect(m_model, &CustomersModel::dataChanged, this, &CustomersPage::showSelected);
    connect(m_model, &CustomersModel::failed, this, [this](const Failure& failure) {
        m_count->setText(explain(failure, Step::Preflight).what);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &CustomersPage::showSelected);
    connect(m_detail, &CustomerDetail::onboardAgainWanted, this, &CustomersPage::onboardWanted);
    connect(m_detail, &CustomerDetail::exchangeWanted, this, &CustomersPage::exchangeWanted);
    connect(m_emptyAction, &QPushButton::clicked, this, [this] {
        if (!m_model->isNarrowed()) {
            Q_EMIT onboardWanted({});
            return;
        }
        m_chips->button(0)->setChecked(true);
        m_search->clear();
        search();
    });
    connect(&m_console, &Console::integrationChanged, m_model, &CustomersModel::take);
}

void CustomersPage::start()
{
    search();
}

void CustomersPage::search()
{
    m_model->search(m_search->text(), CustomersModel::Filter(m_chips->checkedId()));
}

void CustomersPage::select(const IntegrationId& id)
{
    m_wanted = id;
    showResult();
}

void CustomersPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void CustomersPage::verifySelected()
{
    m_detail->verify();
}

void CustomersPage::showResult()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_body->setCurrentIndex(isEmpty ? 1 : 0);
    m_count->setText(tr("Customers: %L1").arg(m_model->total()));
    const QString action =
        m_model->isNarrowed() ? tr("Show all customers") : tr("Onboard a customer");
    m_empty->setText(m_model->isNarrowed() ? tr("No customer fits this search.")
                                           : tr("No customer is connected yet."));
    m_emptyAction->setText(action);
    m_emptyAction->setAccessibleName(action);
    const IntegrationId id = m_wanted.isEmpty() ? m_detail->shown() : m_wanted;
    const int row = m_model->rowOf(id);
    if (row >= 0) {
        m_wanted = {};
        m_table->selectRow(row);
    } else if (!isEmpty && !m_table->selectionModel()->hasSelection()) {
        m_table->selectRow(0);
    }
    showSelected();
}

void CustomersPage::showSelected()
{
    const auto rows = m_table->selectionModel()->selectedRows();
    const Integration* selected = rows.isEmpty() ? nullptr : m_model->at(rows.first().row());
    m_detail->setVisible(selected != nullptr);
    if (selected)
        m_detail->show(*selected);
}

void CustomersPage::forgetSoon(const IntegrationId& id, const QString& name)
{
    if (id != m_forgetting)
        forgetNow(); // whoever waited before has waited long enough
    m_forgetting = id;
    m_forgetSoon->start();
    form::say(m_forgetSaid, "careful",
        tr("%1 is forgotten in %2 seconds.").arg(name).arg(graceBeforeForgetting.count()));
    m_undo->show();
}

void CustomersPage::forgetNow()
{
    if (m_forgetting.isEmpty())
        return;
    const IntegrationId id = std::exchange(m_forgetting, {});
    keep();
    QCoro::connect(m_console.forget(id), this, [this](const Outcome<Integration>& outcome) {
        if (!outcome)
            form::say(m_forgetSaid, "bad", explain(outcome.error(), Step::Preflight).what);
    });
}

void CustomersPage::keep()
{
    m_forgetting = {};
    m_forgetSoon->stop();
    m_forgetSaid->hide();
    m_undo->hide();
}

Task<Done> CustomersPage::settle()
{
    const IntegrationId id = m_forgetting;
    keep();
    if (!id.isEmpty())
        co_await m_console.forget(id);
    co_return Done{};
}

} // namespace jetbridge::ui
