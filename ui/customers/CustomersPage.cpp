// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/CustomersPage.h"

#include "console/Customers.h"
#include "customers/BulkRun.h"
#include "customers/CustomerDetail.h"
#include "customers/CustomersModel.h"
#include "customers/ExportCustomers.h"
#include "customers/InvitationsCard.h"
#include "customers/InviteDialog.h"
#include "customers/SelectionPanel.h"
#include "customers/StatusChips.h"
#include "parts/ColumnScroll.h"
#include "parts/FailureText.h"
#include "parts/FlowLayout.h"
#include "parts/Form.h"
#include "parts/GrowingColumn.h"
#include "parts/ListAndDetail.h"
#include "parts/Parts.h"
#include "parts/Question.h"
#include "parts/SaveDialog.h"
#include "parts/Theme.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr auto graceBeforeForgetting = std::chrono::seconds(10);
/// The rows are painted two frames before the details, whose layout takes longer than the list.
constexpr auto rowsFirst = std::chrono::milliseconds(32);
constexpr auto hiddenColumnsKey = "customers/hiddenColumns";
constexpr auto orderColumnKey = "customers/orderColumn";
constexpr auto orderDescendingKey = "customers/orderDescending";

/// Names by which columns are stored, independent of language and order.
constexpr const char* columnNames[CustomersModel::ColumnCount] = {
    "company", "status", "mode", "direction", "lastCheck", "onboarded"};

QString exportName()
{
    return u"customers-%1.csv"_s.arg(QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd"_s));
}

/// Verifies a customer. A call that does not work counts as a failure, unless no scope allows one.
Task<Outcome<Done>> verified(Customers& customers, IntegrationId id)
{
    const auto outcome = co_await customers.verify(id);
    if (!outcome)
        co_return passOn(outcome);
    if (outcome->status != IntegrationStatus::Live && !onlyATokenWasGiven(*outcome))
        co_return failed(FailureKind::NotPermitted, outcome->statusDetail);
    co_return Done{};
}

Task<Outcome<Done>> forgotten(Customers& customers, IntegrationId id)
{
    const auto outcome = co_await customers.forget(std::move(id));
    if (!outcome)
        co_return passOn(outcome);
    co_return Done{};
}

Task<Done> forgetAll(Customers& customers, QList<IntegrationId> ids)
{
    for (const IntegrationId& id : ids)
        disregard(co_await customers.forget(id)); // The window closes; customers that could not be
                                                  // removed are seen the next time.
    co_return Done{};
}

} // namespace

CustomersPage::CustomersPage(
    const CustomerDetail::Topics& topics, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_customers(topics.customers)
    , m_inviting{topics.current, topics.partnerAccess, topics.onboardings}
    , m_settings(settings)
    , m_model(new CustomersModel(topics.customers.integrations(), this))
    , m_search(new QLineEdit(this))
    , m_chips(new StatusChips(topics.customers.integrations(), this))
    , m_count(parts::caption(this, "customersCount"_L1))
    , m_export(parts::button(this, "exportCustomers"_L1, tr("Export...")))
    , m_invitations(new InvitationsCard(m_inviting, this))
    , m_table(new QTableView(this))
    , m_orders(new QActionGroup(this))
    , m_body(new QStackedWidget(this))
    , m_empty(parts::section(this, "customersEmpty"_L1))
    , m_emptyAction(parts::primaryButton(this, "customersEmptyAction"_L1, QString()))
    , m_side(new QStackedWidget(this))
    , m_detail(new CustomerDetail(topics, this))
    , m_run(new BulkRun(this))
    , m_panel(new SelectionPanel(*m_run, this))
    , m_searchSoon(new QTimer(this))
    , m_showSoon(new QTimer(this))
    , m_forgetSoon(new QTimer(this))
    , m_said(parts::text(this, "customersSaid"_L1))
    , m_undo(parts::button(this, "undoForget"_L1, tr("Undo")))
    , m_stop(parts::button(this, "stopExport"_L1, tr("Stop")))
{
    setObjectName(u"customersPage"_s);
    QLabel* title = parts::title(this, "pageTitle"_L1);
    title->setText(tr("Customers"));

    m_search->setObjectName(u"customersSearch"_s);
    m_search->setAccessibleName(tr("Search customers"));
    m_search->setPlaceholderText(tr("Search company or integration"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(lineIcon("search"), QLineEdit::LeadingPosition);
    constexpr int icons = 80; // on both sides, with their margins
    m_search->setMinimumWidth(
        m_search->fontMetrics().horizontalAdvance(m_search->placeholderText()) + icons);
    auto* tools = new FlowLayout;
    tools->setSpacing(spacing::inside);
    tools->addWidget(m_search);
    m_chips->addTo(*tools);
    auto* view = parts::button(this, "customersView"_L1, tr("View"));
    view->setToolTip(tr("Columns and sort order"));
    m_export->setToolTip(tr("Writes every customer of this search to a CSV file"));
    m_count->setWordWrap(false);
    auto* heading = new QHBoxLayout;
    heading->setSpacing(spacing::inside);
    heading->addWidget(title);
    heading->addWidget(m_count, 0, Qt::AlignBottom);
    m_count->setContentsMargins(0, 0, 0, 4); // on the title's base line
    heading->addStretch();
    auto* invite = parts::button(this, "customersInvite"_L1, tr("Invite..."));
    invite->setToolTip(tr("A one-time code and a mail for a customer's administrator"));
    connect(invite, &QPushButton::clicked, this, [this] { this->invite({}); });
    connect(m_invitations, &InvitationsCard::renewWanted, this, &CustomersPage::invite);
    heading->addWidget(view);
    heading->addWidget(m_export);
    heading->addWidget(invite);
    title->setWordWrap(false);
    buildTable();
    view->setMenu(buildViewMenu());
    view->setProperty("menu", true);

    auto* emptyPage = new QWidget(m_body);
    auto* emptyColumn = new QVBoxLayout(emptyPage);
    emptyColumn->setSpacing(spacing::between);
    emptyColumn->addStretch(2);
    emptyColumn->addWidget(m_empty, 0, Qt::AlignHCenter);
    emptyColumn->addWidget(m_emptyAction, 0, Qt::AlignHCenter);
    emptyColumn->addStretch(3);
    m_empty->setWordWrap(false);

    // Widgets are built from the outside in, because a widget that gets another parent is styled
    // again with all its children.
    auto* splitter = new ListAndDetail("customersSplitter", m_body);
    auto* card = new QFrame(splitter);
    card->setProperty("card", true);
    auto* cardColumn = new QVBoxLayout(card);
    cardColumn->setContentsMargins(0, 0, 0, 0);
    cardColumn->addWidget(m_side);
    m_side->addWidget(new QWidget(m_side)); // shown if nobody is selected
    m_detailScroll = new ColumnScroll(m_detail, 0, m_side);
    m_side->addWidget(m_detailScroll);
    m_side->addWidget(m_panel);
    splitter->insertWidget(0, m_table);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({680, 400});
    m_body->addWidget(splitter);
    m_body->addWidget(emptyPage);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addLayout(heading);
    column->addLayout(tools);
    column->addWidget(m_body, 1);
    // Below, so that nothing that somebody is about to press moves when it comes or goes.
    column->addWidget(m_invitations);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(spacing::inside);
    bottom->addWidget(m_said, 1);
    bottom->addWidget(m_undo);
    bottom->addWidget(m_stop);
    column->addLayout(bottom);
    for (QWidget* later : std::initializer_list<QWidget*>{m_said, m_undo, m_stop})
        later->hide();

    m_forgetSoon->setObjectName(u"forgetSoon"_s);
    m_forgetSoon->setSingleShot(true);
    m_forgetSoon->setInterval(graceBeforeForgetting);
    connect(m_forgetSoon, &QTimer::timeout, this, &CustomersPage::forgetNow);
    connect(m_undo, &QPushButton::clicked, this, &CustomersPage::keep);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_stopExport = true; });
    connect(new QShortcut(Qt::Key_Escape, this, {}, {}, Qt::WidgetWithChildrenShortcut),
        &QShortcut::activated, this, [this] {
            if (m_run->isRunning())
                m_run->cancel();
            else
                m_search->clear();
        });
    connect(m_detail, &CustomerDetail::forgetWanted, this,
        [this](const IntegrationId& id, const QString& name) { forgetSoon({id}, name); });
    connect(m_export, &QPushButton::clicked, this, &CustomersPage::exportAll);
    connect(m_panel, &SelectionPanel::exportWanted, this, &CustomersPage::exportSelected);
    connect(m_panel, &SelectionPanel::verifyWanted, this, &CustomersPage::verifyAllSelected);
    connect(m_panel, &SelectionPanel::forgetWanted, this, &CustomersPage::askToForgetSelected);
    connect(m_run, &BulkRun::finished, this, &CustomersPage::bulkEnded);

    m_searchSoon->setSingleShot(true);
    m_searchSoon->setInterval(0);
    connect(m_searchSoon, &QTimer::timeout, this, &CustomersPage::search);
    connect(m_search, &QLineEdit::textChanged, m_searchSoon, qOverload<>(&QTimer::start));
    connect(m_chips, &StatusChips::chosen, this, &CustomersPage::search);
    connect(&m_customers, &Customers::integrationChanged, m_chips, &StatusChips::countSoon);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this,
        [this] { m_selectedBefore = selected(); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &CustomersPage::selectAgain);
    connect(m_model, &CustomersModel::searched, this, &CustomersPage::showResult);
    connect(m_model, &CustomersModel::counted, this, &CustomersPage::showCount);
    // Searching a selection of a thousand rows for each changed one would block the window.
    connect(m_model, &CustomersModel::dataChanged, this,
        [this](const QModelIndex& first, const QModelIndex& last) {
            for (int row = first.row(); row <= last.row(); ++row)
                if (m_side->currentWidget() == m_detailScroll
                    && m_model->at(row)->id == m_detail->shown())
                    m_detail->show(*m_model->at(row));
        });
    connect(m_model, &CustomersModel::failed, this,
        [this](const Failure& failure) { m_count->setText(explain(failure, Errand::Here).what); });
    m_showSoon->setSingleShot(true);
    m_showSoon->setInterval(rowsFirst);
    connect(m_showSoon, &QTimer::timeout, this, &CustomersPage::showSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, m_showSoon,
        qOverload<>(&QTimer::start));
    connect(m_detail, &CustomerDetail::onboardAgainWanted, this, &CustomersPage::onboardWanted);
    connect(m_detail, &CustomerDetail::exchangeWanted, this, &CustomersPage::exchangeWanted);
    connect(m_emptyAction, &QPushButton::clicked, this, [this] {
        if (!m_model->isNarrowed()) {
            Q_EMIT onboardWanted({});
            return;
        }
        m_chips->choose({});
        m_search->clear();
        search();
    });
    connect(&m_customers, &Customers::integrationChanged, m_model, &CustomersModel::take);
}

void CustomersPage::invite(const std::optional<Invitation::Record>& before)
{
    (new InviteDialog(m_inviting, before, this))->open();
}

void CustomersPage::buildTable()
{
    m_table->setObjectName(u"customersTable"_s);
    m_table->setAccessibleName(tr("Customers"));
    m_table->setModel(m_model);
    form::asRows(m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* head = m_table->horizontalHeader();
    // The company's column gets the width that the others leave.
    head->setSectionResizeMode(QHeaderView::Interactive);
    m_columns = new GrowingColumn(m_table, CustomersModel::Company, 24);
    // The details show these columns, too.
    m_columns->setYielding({CustomersModel::Direction, CustomersModel::Mode,
        CustomersModel::Onboarded, CustomersModel::LastCheck});
    head->setSectionsClickable(true);
    head->setSortIndicatorShown(true);
    head->setSortIndicatorClearable(true);
    head->setSortIndicator(-1, Qt::DescendingOrder);
    head->setContextMenuPolicy(Qt::ActionsContextMenu);
    fitColumns();
    connect(head, &QHeaderView::sortIndicatorChanged, this, &CustomersPage::orderBy);
    QScrollBar* bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &CustomersPage::fetchAhead);
    connect(bar, &QScrollBar::rangeChanged, this, &CustomersPage::fetchAhead);
}

QMenu* CustomersPage::buildViewMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"customersViewMenu"_s);
    const auto addOrder = [this, menu](const QString& text, int column, Qt::SortOrder order) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(column);
        m_orders->addAction(action);
        connect(action, &QAction::triggered, this, [this, column, order] {
            m_table->horizontalHeader()->setSortIndicator(column, order);
        });
    };
    menu->addSection(tr("Order"));
    addOrder(tr("Recently added"), -1, Qt::DescendingOrder);
    addOrder(tr("Company, A to Z"), CustomersModel::Company, Qt::AscendingOrder);
    addOrder(
        tr("Status, those that need attention first"), CustomersModel::Status, Qt::AscendingOrder);
    addOrder(tr("Last check, longest ago first"), CustomersModel::LastCheck, Qt::AscendingOrder);
    addOrder(tr("Onboarded, newest first"), CustomersModel::Onboarded, Qt::DescendingOrder);

    menu->addSection(tr("Columns"));
    const QStringList hidden = m_settings.value(QLatin1String(hiddenColumnsKey)).toStringList();
    for (int column = CustomersModel::Company + 1; column < CustomersModel::ColumnCount; ++column) {
        const QString name = QLatin1String(columnNames[column]);
        QAction* action = menu->addAction(
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setObjectName(u"column-"_s + name);
        action->setData(name);
        action->setCheckable(true);
        action->setChecked(!hidden.contains(name));
        m_columns->setWanted(column, !hidden.contains(name));
        connect(action, &QAction::toggled, this,
            [this, column](bool isShown) { showColumn(column, isShown); });
        m_table->horizontalHeader()->addAction(action);
    }

    const int column = int(std::find(std::begin(columnNames), std::end(columnNames),
                               m_settings.value(QLatin1String(orderColumnKey)).toString())
        - std::begin(columnNames));
    const bool descending = m_settings.value(QLatin1String(orderDescendingKey), true).toBool();
    m_table->horizontalHeader()->setSortIndicator(
        column < CustomersModel::ColumnCount ? column : -1,
        descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    orderBy(m_table->horizontalHeader()->sortIndicatorSection(),
        m_table->horizontalHeader()->sortIndicatorOrder());
    return menu;
}

void CustomersPage::fitColumns()
{
    const auto fit = [this](int column, const QString& widest, int icon) {
        QHeaderView* head = m_table->horizontalHeader();
        int heading = 0;
        {
            // A hidden column's heading has no size, so it is shown for a moment without any
            // signal.
            const QSignalBlocker quiet(head);
            const bool isHidden = head->isSectionHidden(column);
            head->setSectionHidden(column, false);
            heading = head->sectionSizeHint(column);
            head->setSectionHidden(column, isHidden);
        }
        m_table->setColumnWidth(column,
            std::max(m_table->fontMetrics().horizontalAdvance(widest) + icon + 28, heading));
    };
    fit(CustomersModel::Status, tr("Not proved"), lineIconSize + 4);
    fit(CustomersModel::Mode, u"REDIRECT"_s, 0);
    fit(CustomersModel::Direction, tr("Both ways"), 0);
    fit(CustomersModel::LastCheck, tr("59 min ago"), 0);
    fit(CustomersModel::Onboarded, tr("59 min ago"), 0);
}

void CustomersPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

void CustomersPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    // The existing rows are painted first.
    m_showSoon->start();
    if (std::exchange(m_readsAgain, false))
        m_model->refreshSoon();
}

void CustomersPage::showColumn(int column, bool isShown)
{
    m_columns->setWanted(column, isShown);
    QStringList hidden;
    for (const QAction* choice : m_table->horizontalHeader()->actions())
        if (!choice->isChecked())
            hidden.append(choice->data().toString());
    m_settings.setValue(QLatin1String(hiddenColumnsKey), hidden);
}

void CustomersPage::orderBy(int column, Qt::SortOrder order)
{
    const auto wanted = column < 0 ? Integrations::Order::Arrival : CustomersModel::orderOf(column);
    if (!wanted) {
        // A click on a column without an order changes nothing.
        m_table->horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
        return;
    }
    for (QAction* action : m_orders->actions())
        action->setChecked(action->data().toInt() == column);
    const bool descending = column < 0 || order == Qt::DescendingOrder;
    m_model->order(*wanted, descending);
    m_settings.setValue(
        QLatin1String(orderColumnKey), column < 0 ? QString() : QLatin1String(columnNames[column]));
    m_settings.setValue(QLatin1String(orderDescendingKey), descending);
}

void CustomersPage::start()
{
    search();
    m_chips->countSoon();
    m_invitations->refresh();
}

void CustomersPage::search()
{
    m_model->search(m_search->text(), m_chips->filter());
}

void CustomersPage::select(const IntegrationId& id)
{
    m_wanted = id;
    showResult();
}

void CustomersPage::find(const QString& company)
{
    m_chips->choose({});
    m_search->setText(company);
    search();
}

void CustomersPage::showOnly(const CustomerFilter& filter)
{
    m_chips->choose(filter);
    m_search->clear();
    search();
}

void CustomersPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void CustomersPage::verifySelected()
{
    showSelected();
    if (m_side->currentWidget() == m_panel)
        verifyAllSelected();
    else
        m_detail->verify();
}

void CustomersPage::fetchAhead()
{
    const QScrollBar* bar = m_table->verticalScrollBar();
    if (bar->maximum() - bar->value() < 4 * bar->pageStep() && m_model->canFetchMore({}))
        m_model->fetchMore({});
}

QList<IntegrationId> CustomersPage::selected() const
{
    QList<IntegrationId> ids;
    const auto rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows)
        if (const Integration* integration = m_model->at(row.row()))
            ids.append(integration->id);
    return ids;
}

void CustomersPage::selectAgain()
{
    const QSet<IntegrationId> before(m_selectedBefore.cbegin(), m_selectedBefore.cend());
    m_selectedBefore.clear();
    if (before.size() < 2)
        return; // showResult() restores a single one
    QItemSelection selection;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (before.contains(m_model->at(row)->id))
            selection.select(
                m_model->index(row, 0), m_model->index(row, CustomersModel::ColumnCount - 1));
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void CustomersPage::showResult()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_body->setCurrentIndex(isEmpty ? 1 : 0);
    showCount();
    m_export->setEnabled(!isEmpty);
    const QString action =
        m_model->isNarrowed() ? tr("Show all customers") : tr("Onboard a customer");
    m_empty->setText(
        m_model->isNarrowed() ? tr("No matching customers.") : tr("No customer is connected yet."));
    m_emptyAction->setText(action);
    m_emptyAction->setAccessibleName(action);
    const bool hasSelection = m_table->selectionModel()->hasSelection();
    const IntegrationId id = m_wanted.isEmpty() ? m_detail->shown() : m_wanted;
    const int row = m_wanted.isEmpty() && hasSelection ? -1 : m_model->rowOf(id);
    if (row >= 0) {
        m_wanted = {};
        form::chooseRow(m_table, row);
    } else if (!isEmpty && !hasSelection) {
        form::chooseRow(m_table, 0);
    }
    m_showSoon->start();
    fetchAhead();
}

void CustomersPage::showCount()
{
    if (m_model->rowCount() == 0)
        m_count->clear();
    else if (m_model->total())
        m_count->setText(tr("%L1 in this list").arg(*m_model->total()));
}

void CustomersPage::showSelected()
{
    m_showSoon->stop();
    if (!isVisible())
        return; // showEvent() calls this again
    const auto rows = m_table->selectionModel()->selectedRows();
    const Integration* one = rows.size() == 1 ? m_model->at(rows.first().row()) : nullptr;
    if (one) {
        m_detail->show(*one);
        m_side->setCurrentWidget(m_detailScroll);
    } else if (rows.size() > 1) {
        m_panel->show(int(rows.size()));
        m_side->setCurrentWidget(m_panel);
    } else {
        m_side->setCurrentIndex(0);
    }
}

void CustomersPage::exportAll()
{
    if (m_exporting)
        return;
    askWhereToSave(this, tr("Export customers"), exportName(), [this](const QString& path) {
        m_exporting = true;
        m_stopExport = false;
        m_stop->show();
        // The coroutine may outlive the page.
        const MayGoOn mayGoOn = [watched = QPointer<CustomersPage>(this), this](
                                    int done, int total) {
            if (!watched || m_stopExport)
                return false;
            form::say(m_said, Tone::Neutral,
                tr("%L1 of %Ln customers written", nullptr, total).arg(done));
            return true;
        };
        QCoro::connect(exportCustomers(m_customers.integrations(), m_model->query(), path, mayGoOn),
            this, [this, path](const Outcome<int>& written) {
                m_exporting = false;
                m_stop->hide();
                if (written)
                    form::say(m_said, Tone::Good,
                        tr("%Ln customers are in %1.", nullptr, *written).arg(path));
                else if (written.error().kind == FailureKind::Cancelled)
                    form::say(
                        m_said, Tone::Neutral, tr("The export was stopped. No file was written."));
                else
                    form::say(m_said, Tone::Bad, tr("%1 cannot be written.").arg(path));
            });
    });
}

void CustomersPage::exportSelected()
{
    QList<Integration> customers;
    const auto rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows)
        customers.append(*m_model->at(row.row()));
    askWhereToSave(
        this, tr("Export customers"), exportName(), [this, customers](const QString& path) {
            const auto written = exportCustomers(customers, path);
            m_panel->say(written ? Tone::Good : Tone::Bad,
                written ? tr("%Ln customers are in %1.", nullptr, *written).arg(path)
                        : tr("%1 cannot be written.").arg(path));
        });
}

void CustomersPage::verifyAllSelected()
{
    m_run->start(selected(), [&customers = m_customers](IntegrationId id) {
        return verified(customers, std::move(id));
    });
}

void CustomersPage::bulkEnded()
{
    const int worked = m_run->done() - m_run->failed();
    const QString stopped = m_run->done() < m_run->total()
        ? tr(" Stopped: the others were left as they are.")
        : QString();
    if (m_run->failed() == 0)
        return m_panel->say(
            Tone::Good, tr("%L1 of %L2 worked.").arg(worked).arg(m_run->total()) + stopped);
    const FailureKind kind = m_run->lastFailure().kind;
    const bool isOurs =
        kind == FailureKind::VaultUnavailable || kind == FailureKind::StorageUnavailable;
    m_panel->say(Tone::Careful,
        tr("%L1 of %L2 worked. %3")
                .arg(worked)
                .arg(m_run->total())
                .arg(isOurs ? explain(m_run->lastFailure(), Errand::Here).what
                            : tr("Select one of the others to see why it did not."))
            + stopped);
}

void CustomersPage::askToForgetSelected()
{
    const QList<IntegrationId> ids = selected();
    const QString whom = tr("%n customers", nullptr, int(ids.size()));
    askBefore(this, "forgetSelected", tr("Forget %1?").arg(whom),
        tr("Their credentials are removed from the keychain and cannot be shown again. At "
           "SmartRecruiters the integrations stay as they are, and the history stays here."),
        tr("Forget"), [this, ids, whom] { forgetSoon(ids, whom); });
}

void CustomersPage::forgetSoon(const QList<IntegrationId>& ids, const QString& whom)
{
    if (ids != m_forgetting)
        forgetNow(); // customers that waited before are removed now
    for (const IntegrationId& id : ids)
        if (!m_forgetting.contains(id))
            m_forgetting.append(id);
    m_forgetSoon->start();
    form::say(m_said, Tone::Careful,
        tr("Forgetting %1 in %n seconds.", nullptr, int(graceBeforeForgetting.count())).arg(whom));
    m_undo->show();
}

void CustomersPage::forgetNow()
{
    if (m_forgetting.size() > 1 && m_run->isRunning())
        return m_forgetSoon->start(); // a run is never dropped for another one; they run one after
                                      // the other
    const QList<IntegrationId> ids = std::exchange(m_forgetting, {});
    if (ids.isEmpty())
        return;
    keep();
    if (ids.size() > 1)
        return m_run->start(ids, [&customers = m_customers](IntegrationId id) {
            return forgotten(customers, std::move(id));
        });
    QCoro::connect(
        m_customers.forget(ids.first()), this, [this](const Outcome<Integration>& outcome) {
            if (!outcome)
                form::say(m_said, Tone::Bad, explainBriefly(outcome.error(), Errand::Here));
        });
}

void CustomersPage::keep()
{
    m_forgetting.clear();
    m_forgetSoon->stop();
    m_said->hide();
    m_undo->hide();
}

Task<Done> CustomersPage::settle()
{
    const QList<IntegrationId> ids = m_forgetting;
    keep();
    m_run->cancel();
    m_stopExport = true;
    return forgetAll(m_customers, ids);
}

} // namespace jetbridge::ui
