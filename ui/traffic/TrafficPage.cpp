// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/TrafficPage.h"

#include "console/Customers.h"
#include "console/TrafficRecords.h"
#include "parts/ColumnScroll.h"
#include "parts/FailureText.h"
#include "parts/FlowLayout.h"
#include "parts/Form.h"
#include "parts/GrowingColumn.h"
#include "parts/ListAndDetail.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Question.h"
#include "parts/SaveDialog.h"
#include "parts/SaveFile.h"
#include "parts/Segments.h"
#include "parts/Theme.h"
#include "traffic/CompareView.h"
#include "traffic/ExchangeDetail.h"
#include "traffic/ExchangeWords.h"
#include "traffic/RequestDelegate.h"
#include "traffic/SequenceScene.h"
#include "traffic/SequenceView.h"
#include "traffic/TrafficModel.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QBuffer>
#include <QComboBox>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QShowEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

/// Interval in which many new exchanges are shown together.
constexpr auto refreshInterval = std::chrono::milliseconds(150);

enum Side { Nothing, One, Two };

QToolButton* zoomButton(const char* name, const char* icon, const QString& text)
{
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setIcon(lineIcon(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

TrafficPage::TrafficPage(TrafficRecords& traffic, Customers& customers, QWidget* parent)
    : QWidget(parent)
    , m_traffic(traffic)
    , m_customers(customers)
    , m_model(new TrafficModel(traffic.exchanges(), this))
    , m_search(new QLineEdit)
    , m_company(new QComboBox)
    , m_onboarding(new QComboBox)
    , m_answered(new QComboBox)
    , m_order(new QComboBox)
    , m_views(new Segments(tr("Show as"),
          {{u"trafficAsList"_s, tr("List"), tr("One line per exchange")},
              {u"trafficAsDiagram"_s, tr("Diagram"),
                  tr("Arrows between browser, SmartRecruiters and partner")}}))
    , m_export(parts::button(this, "exportTraffic"_L1, tr("Export")))
    , m_body(new QStackedWidget)
    , m_view(new QStackedWidget)
    , m_table(new QTableView)
    , m_diagram(new SequenceView)
    , m_card(new QFrame)
    , m_side(new QStackedWidget)
    , m_detail(new ExchangeDetail(traffic))
    , m_compare(new CompareView)
    , m_empty(parts::section(this, "trafficEmpty"_L1))
    , m_emptyHint(parts::text(this, "trafficEmptyHint"_L1))
    , m_said(parts::text(this, "trafficSaid"_L1))
    , m_searchSoon(new QTimer(this))
    , m_refreshSoon(new QTimer(this))
{
    setObjectName(u"trafficPage"_s);
    QLabel* title = parts::title(this, "pageTitle"_L1);
    title->setText(tr("Traffic"));

    m_table->setObjectName(u"trafficTable"_s);
    m_table->setAccessibleName(tr("Recorded exchanges"));
    m_table->setModel(m_model);
    form::asRows(m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection); // Two exchanges can be
                                                                     // compared.
    m_table->setWordWrap(false);
    m_table->setItemDelegateForColumn(TrafficModel::Request, new RequestDelegate(m_table));
    auto* columns = new GrowingColumn(m_table, TrafficModel::Request, 20);
    fitColumns();
    // The details show these columns, too.
    columns->setYielding({TrafficModel::Took, TrafficModel::Way, TrafficModel::Time});
    m_view->addWidget(m_table);
    m_view->addWidget(buildDiagram());

    m_side->addWidget(new QWidget); // Nothing
    m_side->addWidget(new ColumnScroll(m_detail, 0));
    m_side->addWidget(new ColumnScroll(m_compare, 0));
    m_card->setProperty("card", true);
    m_card->setMinimumWidth(240);
    auto* cardColumn = new QVBoxLayout(m_card);
    cardColumn->setContentsMargins(0, 0, 0, 0);
    cardColumn->addWidget(m_side);
    m_card->hide();

    auto* splitter = new ListAndDetail("trafficSplitter");
    splitter->addWidget(m_view);
    splitter->addWidget(m_card);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({690, 360});
    auto* emptyPage = new QWidget;
    auto* emptyColumn = new QVBoxLayout(emptyPage);
    emptyColumn->addStretch(2);
    emptyColumn->setSpacing(spacing::inside);
    emptyColumn->addWidget(m_empty);
    emptyColumn->addWidget(m_emptyHint);
    emptyColumn->addStretch(3);
    m_emptyHint->setText(tr(
        "Whatever SmartRecruiters, customers and this program say to each other is shown here."));
    for (QLabel* words : {m_empty, m_emptyHint})
        words->setAlignment(Qt::AlignHCenter);
    auto* listPage = new QWidget;
    auto* listColumn = new QVBoxLayout(listPage);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(spacing::inside);
    QLabel* hint = parts::caption(this, "trafficChooseHint"_L1);
    hint->setText(tr("Choose an exchange to see it in full, or two to compare them."));
    listColumn->addWidget(splitter, 1);
    listColumn->addWidget(hint);
    m_body->addWidget(listPage);
    m_body->addWidget(emptyPage);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addWidget(title);
    column->addWidget(buildTools());
    column->addWidget(m_said);
    column->addWidget(m_body, 1);
    m_said->hide();

    m_searchSoon->setSingleShot(true);
    m_searchSoon->setInterval(0);
    m_refreshSoon->setSingleShot(true);
    m_refreshSoon->setInterval(refreshInterval);
    connect(m_searchSoon, &QTimer::timeout, this, &TrafficPage::search);
    connect(m_search, &QLineEdit::textChanged, m_searchSoon, qOverload<>(&QTimer::start));
    connect(new QShortcut(Qt::Key_Escape, this, {}, {}, Qt::WidgetWithChildrenShortcut),
        &QShortcut::activated, m_search, &QLineEdit::clear);
    connect(m_company, &QComboBox::activated, this, &TrafficPage::chooseCompany);
    connect(m_onboarding, &QComboBox::activated, this, [this] {
        // It may be of another customer than the chosen one.
        m_company->setCurrentIndex(0);
        m_ofCompany.reset();
        search();
    });
    for (QComboBox* choice : {m_answered, m_order})
        connect(choice, &QComboBox::activated, this, &TrafficPage::search);
    connect(m_views, &Segments::changed, m_view, &QStackedWidget::setCurrentIndex);
    connect(m_model, &TrafficModel::changed, this, &TrafficPage::showResult);
    connect(m_model, &TrafficModel::failed, this,
        [this](const Failure& failure) { say(Tone::Bad, explainBriefly(failure, Errand::Here)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &TrafficPage::showSelected);
    connect(m_diagram, &SequenceView::picked, this, &TrafficPage::pick);
    connect(m_detail, &ExchangeDetail::onboardingWanted, this,
        [this](const QByteArray& id) { chooseOnboarding(OnboardingId(QString::fromUtf8(id))); });
    connect(&m_traffic, &TrafficRecords::recorded, this, [this] {
        if (!m_refreshSoon->isActive())
            m_refreshSoon->start();
    });
    connect(m_refreshSoon, &QTimer::timeout, this, [this] {
        m_model->refresh();
        listOnboardings();
    });
}

void TrafficPage::fitColumns()
{
    Exchange noAnswer; // This exchange has the longest text.
    noAnswer.failure = answerWords(noAnswer);
    const auto fit = [this](int column, const QString& widest, int icon = 0) {
        m_table->setColumnWidth(column, fontMetrics().horizontalAdvance(widest) + icon + 32);
    };
    m_table->verticalHeader()->setDefaultSectionSize(
        std::max(controlHeight, fontMetrics().height() + 16));
    fit(TrafficModel::Time, u"00:00:00"_s);
    fit(TrafficModel::Way, TrafficModel::wayWords(Lane::SmartRecruiters, Lane::PartnerApp));
    fit(TrafficModel::Answer, answerWords(noAnswer),
        style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this));
    fit(TrafficModel::Took, u"0,000 ms"_s);
}

void TrafficPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

QWidget* TrafficPage::buildTools()
{
    m_search->setObjectName(u"trafficSearch"_s);
    m_search->setAccessibleName(tr("Search exchanges"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setToolTip(tr("Search method, address or status"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(lineIcon("search"), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(280);
    m_onboarding->setObjectName(u"trafficOnboarding"_s);
    m_onboarding->setAccessibleName(tr("Onboarding"));
    m_onboarding->addItem(tr("All onboardings"), QString());
    m_company->setObjectName(u"trafficCompany"_s);
    m_company->setAccessibleName(tr("Customer"));
    m_company->addItem(tr("All customers"), QString());
    // A long text is cut here, but not in the list that opens.
    for (QComboBox* choice : {m_company, m_onboarding, m_answered, m_order}) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(16);
    }
    m_answered->setObjectName(u"trafficAnswered"_s);
    m_answered->setAccessibleName(tr("Answer"));
    using Answered = ExchangeFilter::Answered;
    const std::pair<QString, Answered> answers[] = {{tr("All answers"), Answered::Somehow},
        {tr("Succeeded"), Answered::Well}, {tr("Refused (4xx)"), Answered::Refused},
        {tr("Failed (5xx)"), Answered::Failed}, {tr("No answer"), Answered::NotAtAll}};
    for (const auto& [text, answered] : answers)
        m_answered->addItem(text, int(answered));
    m_order->setObjectName(u"trafficOrder"_s);
    m_order->setAccessibleName(tr("Order"));
    m_order->addItem(tr("Newest first"), false);
    m_order->addItem(tr("Oldest first"), true);
    m_export->setMenu(buildExportMenu());
    m_clear = parts::button(this, "clearTraffic"_L1, tr("Clear..."));
    m_clear->setProperty("danger", true);
    connect(m_clear, &QPushButton::clicked, this, &TrafficPage::askBeforeClearing);

    auto* tools = new QWidget;
    auto* across = new FlowLayout(tools);
    across->addWidget(m_search);
    for (QComboBox* choice : {m_company, m_onboarding, m_answered, m_order})
        across->addWidget(choice);
    across->addWidget(m_views);
    across->addWidget(m_export);
    across->addWidget(m_clear);
    return tools;
}

QWidget* TrafficPage::buildDiagram()
{
    auto* in = zoomButton("diagramZoomIn", "zoom-in", tr("Larger (Ctrl and plus)"));
    auto* out = zoomButton("diagramZoomOut", "zoom-out", tr("Smaller (Ctrl and minus)"));
    auto* fit = parts::button(this, "diagramFit"_L1, tr("Fit the width"));
    connect(in, &QToolButton::clicked, m_diagram, &SequenceView::zoomIn);
    connect(out, &QToolButton::clicked, m_diagram, &SequenceView::zoomOut);
    connect(fit, &QPushButton::clicked, m_diagram, &SequenceView::zoomToWidth);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::inside);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    buttons->addWidget(in);
    buttons->addWidget(out);
    buttons->addWidget(fit);
    buttons->addStretch();
    column->addWidget(m_diagram, 1);
    column->addLayout(buttons);
    return page;
}

QMenu* TrafficPage::buildExportMenu()
{
    auto* menu = new QMenu(this);
    const auto add = [menu](const char* name, const QString& text, auto act) {
        QAction* action = menu->addAction(text, act);
        action->setObjectName(QLatin1String(name));
    };
    add("exportHar", tr("HTTP Archive, for developer tools..."),
        [this] { exportAs(ExchangeFormat::Har, u"har"_s); });
    add("exportHtml", tr("Web page, for people..."),
        [this] { exportAs(ExchangeFormat::Html, u"html"_s); });
    add("exportJsonLines", tr("JSON Lines, for programs..."),
        [this] { exportAs(ExchangeFormat::JsonLines, u"jsonl"_s); });
    menu->addSeparator();
    add("exportSvg", tr("Diagram as SVG..."), [this] { exportDrawing(false); });
    add("exportPng", tr("Diagram as PNG..."), [this] { exportDrawing(true); });
    add("exportMermaid", tr("Diagram as Mermaid..."),
        [this] { exportAs(ExchangeFormat::Mermaid, u"mmd"_s); });
    return menu;
}

void TrafficPage::start()
{
    search();
    listOnboardings();
    QCoro::connect(m_traffic.keeping().state(), this, [this](const Outcome<TrafficState>& state) {
        if (state && !state->memoryOnlyBecause.isEmpty())
            say(Tone::Careful,
                tr("What is recorded now is kept until Jetbridge ends: %1")
                    .arg(state->memoryOnlyBecause));
        else if (state && state->missed > 0)
            say(Tone::Careful,
                tr("Not recorded, because they came too fast, the disk was full or the program "
                   "ended: %Ln exchanges",
                    nullptr, int(state->missed)));
    });
}

void TrafficPage::search()
{
    m_table->clearSelection();
    m_model->search(wanted());
}

ExchangeFilter TrafficPage::wanted() const
{
    ExchangeFilter filter;
    filter.search = m_search->text().trimmed();
    filter.onboarding = chosenOnboarding();
    filter.among = m_ofCompany;
    filter.answered = ExchangeFilter::Answered(m_answered->currentData().toInt());
    filter.oldestFirst = m_order->currentData().toBool();
    return filter;
}

void TrafficPage::chooseCompany()
{
    const CompanyId company(m_company->currentData().toString());
    m_onboarding->setCurrentIndex(0); // it may be another company's
    m_ofCompany.reset();
    if (company.isEmpty())
        return search();
    QCoro::connect(m_customers.journal().ofCompany(company), this,
        [this, company](const Outcome<QList<JournalEntry>>& lines) {
            if (company.text() != m_company->currentData().toString())
                return;
            if (!lines)
                return say(Tone::Bad, explainBriefly(lines.error(), Errand::Here));
            QList<OnboardingId> onboardings;
            for (const JournalEntry& line : *lines)
                if (!line.onboarding.isEmpty() && !onboardings.contains(line.onboarding))
                    onboardings.append(line.onboarding);
            m_ofCompany = onboardings;
            search();
        });
}

void TrafficPage::addCompany(const CompanyId& company)
{
    const int known = m_company->findData(company.text());
    if (company.isEmpty() || known >= 0)
        return;
    const QString called = Mask::company(company);
    int place = 1; // by name, below "all"
    while (place < m_company->count()
        && QString::localeAwareCompare(m_company->itemText(place), called) < 0)
        ++place;
    m_company->insertItem(place, called, company.text());
}

OnboardingId TrafficPage::chosenOnboarding() const
{
    return OnboardingId(m_onboarding->currentData().toString());
}

void TrafficPage::listOnboardings()
{
    QCoro::connect(m_traffic.exchanges().onboardings(), this,
        [this](const Outcome<QList<OnboardingId>>& onboardings) {
            if (!onboardings)
                return;
            for (auto id = onboardings->crbegin(); id != onboardings->crend(); ++id)
                addOnboarding(*id);
        });
}

void TrafficPage::addOnboarding(const OnboardingId& onboarding)
{
    // An onboarding whose customer was not invited has no name, or none yet.
    const QString nameless = tr("Onboarding %1").arg(onboarding.text().left(8));
    const int known = m_onboarding->findData(onboarding.text());
    if (known >= 0 && m_onboarding->itemText(known) != nameless)
        return;
    if (known < 0)
        m_onboarding->insertItem(1, nameless, onboarding.text());
    // The company's name and the time are more useful to people.
    QCoro::connect(m_customers.journal().of(onboarding), this,
        [this, id = onboarding.text()](const Outcome<QList<JournalEntry>>& lines) {
            const int place = m_onboarding->findData(id);
            if (!lines || lines->isEmpty() || place < 0)
                return;
            const JournalEntry& first = lines->first();
            addCompany(first.company);
            m_onboarding->setItemText(place,
                tr("%1, %2").arg(Mask::company(first.company),
                    QLocale().toString(first.at.toLocalTime(), QLocale::ShortFormat)));
            m_onboarding->view()->setMinimumWidth(
                m_onboarding->view()->sizeHintForColumn(0) + spacing::around);
        });
}

void TrafficPage::chooseOnboarding(const OnboardingId& onboarding)
{
    if (!onboarding.isEmpty())
        addOnboarding(onboarding);
    m_onboarding->setCurrentIndex(m_onboarding->findData(onboarding.text()));
    m_company->setCurrentIndex(0);
    m_ofCompany.reset();
    m_answered->setCurrentIndex(0);
    m_search->clear();
    search();
}

void TrafficPage::open(qint64 number)
{
    m_wanted = m_opened = number;
    QCoro::connect(m_traffic.exchanges().find(number), this,
        [this, number](const Outcome<std::optional<Exchange>>& found) {
            if (number != m_opened)
                return;
            if (!found || !*found) {
                m_wanted = 0;
                say(Tone::Careful, tr("This exchange is not kept any more."));
                return;
            }
            m_wanted = number; // The first rows may contain it already.
            chooseOnboarding(OnboardingId(QString::fromUtf8((*found)->correlationId)));
        });
}

void TrafficPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void TrafficPage::showResult()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_body->setCurrentIndex(isEmpty ? 1 : 0);
    m_empty->setText(
        m_model->isNarrowed() ? tr("No matching exchanges.") : tr("Nothing was recorded yet."));
    m_emptyHint->setVisible(!m_model->isNarrowed());
    m_export->setEnabled(!isEmpty);
    m_clear->setEnabled(!isEmpty || m_model->isNarrowed());
    QList<Exchange> oldestFirst = m_model->rows();
    // Exchanges are numbered when they end, but an arrow stands at the time of its request.
    std::sort(
        oldestFirst.begin(), oldestFirst.end(), [](const Exchange& one, const Exchange& other) {
            return std::pair(one.at, one.number) < std::pair(other.at, other.number);
        });
    m_diagram->show(oldestFirst);
    if (m_side->currentIndex() != Nothing && !m_table->selectionModel()->hasSelection())
        for (const qint64 number : {m_shown.first, m_shown.second})
            if (const int row = m_model->rowOf(number); row >= 0)
                m_table->selectionModel()->select(m_model->index(row, 0),
                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
    showWanted();
    showSelected();
}

void TrafficPage::showWanted()
{
    if (m_wanted == 0)
        return;
    const int row = m_model->rowOf(m_wanted);
    if (row < 0)
        return m_model->fetchMore({});
    m_wanted = 0;
    form::chooseRow(m_table, row);
    m_table->scrollTo(m_model->index(row, 0));
}

void TrafficPage::pick(qint64 number)
{
    const int row = m_model->rowOf(number);
    if (row >= 0)
        form::chooseRow(m_table, row);
}

void TrafficPage::showSelected()
{
    const int selection = ++m_selection;
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    // A comparison shows the earlier one first, whatever the order of the table.
    std::sort(rows.begin(), rows.end(), [this](int one, int other) {
        return m_model->at(one)->number < m_model->at(other)->number;
    });
    // Many new exchanges may remove the rows that somebody reads; the details stay.
    const bool wasTaken =
        rows.isEmpty() && m_model->rowOf(m_shown.first) < 0 && m_model->rowOf(m_shown.second) < 0;
    if (wasTaken && m_side->currentIndex() != Nothing)
        return;
    if (rows.isEmpty() || rows.size() > 2)
        return showSide(Nothing);
    m_diagram->select(m_model->at(rows.first())->number);
    const qint64 first = m_model->at(rows.first())->number;
    const qint64 second = m_model->at(rows.last())->number;
    if (rows.size() == 1 && m_side->currentIndex() == One && m_detail->shown() == first)
        return;
    QCoro::connect(m_traffic.exchanges().find(first), this,
        [this, selection, first, second](const Outcome<std::optional<Exchange>>& one) {
            if (selection != m_selection || !one || !*one)
                return;
            if (first == second)
                return showExchanges({**one});
            QCoro::connect(m_traffic.exchanges().find(second), this,
                [this, selection, one = **one](const Outcome<std::optional<Exchange>>& other) {
                    if (selection == m_selection && other && *other)
                        showExchanges({one, **other});
                });
        });
}

void TrafficPage::showSide(int side)
{
    m_side->setCurrentIndex(side);
    m_card->setVisible(side != Nothing);
}

void TrafficPage::showExchanges(const QList<Exchange>& exchanges)
{
    if (exchanges.size() == 1) {
        m_detail->show(exchanges.first());
        showSide(One);
    } else {
        m_compare->show(exchanges.first(), exchanges.last());
        showSide(Two);
    }
    // Another exchange is shown from its top.
    const std::pair shown(exchanges.first().number, exchanges.last().number);
    if (std::exchange(m_shown, shown) != shown)
        static_cast<QScrollArea*>(m_side->currentWidget())->verticalScrollBar()->setValue(0);
}

void TrafficPage::say(Tone tone, const QString& sentence)
{
    form::say(m_said, tone, sentence);
}

void TrafficPage::exportAs(ExchangeFormat format, const QString& suffix)
{
    ExchangeFilter filter = wanted();
    filter.most = -1;
    exportTo(suffix, [this, filter, format] { return m_traffic.exportAs(filter, format); });
}

namespace {

/// Returns the drawing if its text contains no secret.
Task<Outcome<QByteArray>> checkedDrawing(
    TrafficRecords& traffic, QByteArray svg, std::optional<QByteArray> picture)
{
    const auto mayLeave = co_await traffic.checkExport(svg);
    if (!mayLeave)
        co_return passOn(mayLeave);
    co_return picture.value_or(svg);
}

QByteArray png(const QImage& image)
{
    QBuffer buffer;
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

void TrafficPage::exportDrawing(bool asPicture)
{
    const auto scene = m_diagram->sceneForFiles();
    const QByteArray svg = scene->toSvg();
    std::optional<QByteArray> picture;
    if (asPicture)
        picture = png(scene->toImage());
    exportTo(asPicture ? u"png"_s : u"svg"_s,
        [this, svg, picture] { return checkedDrawing(m_traffic, svg, picture); });
}

void TrafficPage::exportTo(const QString& suffix, std::function<Task<Outcome<QByteArray>>()> make)
{
    askWhereToSave(this, tr("Export recorded traffic"), u"jetbridge-traffic."_s + suffix,
        [this, make](const QString& path) {
            say(Tone::Neutral, tr("Looking for secrets before anything leaves..."));
            QCoro::connect(make(), this, [this, path](const Outcome<QByteArray>& content) {
                if (!content)
                    return say(Tone::Bad, explainBriefly(content.error(), Errand::Here));
                QCoro::connect(
                    saveFile(path, *content), this, [this, path](const Outcome<Done>& saved) {
                        if (saved)
                            say(Tone::Good, tr("Written without secrets: %1").arg(path));
                        else
                            say(Tone::Bad, saved.error().detail);
                    });
            });
        });
}

void TrafficPage::askBeforeClearing()
{
    askBefore(this, "clearTraffic", tr("Clear the recorded traffic?"),
        tr("Every exchange that was recorded in this environment is removed. Customers, their "
           "history and their credentials stay."),
        tr("Clear"), [this] {
            QCoro::connect(m_traffic.keeping().clear(), this, [this](const Outcome<Done>& cleared) {
                if (!cleared)
                    return say(Tone::Bad, explainBriefly(cleared.error(), Errand::Here));
                for (QComboBox* choice : {m_company, m_onboarding})
                    while (choice->count() > 1)
                        choice->removeItem(1);
                m_ofCompany.reset();
                say(Tone::Neutral, tr("Cleared."));
                search();
            });
        });
}

} // namespace jetbridge::ui
