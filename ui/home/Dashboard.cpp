// SPDX-License-Identifier: GPL-3.0-or-later
#include "home/Dashboard.h"

#include "home/WeeksChart.h"
#include "journal/JournalModel.h"
#include "parts/FlowLayout.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/SideBySide.h"
#include "parts/StatusWords.h"
#include "parts/Theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int cardLetters = 40;

/// Makes a card with a heading.
QFrame* card(QWidget* parent, const char* name, const QString& heading)
{
    auto* frame = new QFrame(parent);
    frame->setProperty("card", true);
    frame->setObjectName(QLatin1String(name));
    QVBoxLayout* column = parts::cardColumn(frame);
    QLabel* title = parts::section(frame, "homeCardTitle"_L1);
    title->setText(heading);
    column->addWidget(title);
    return frame;
}

QVBoxLayout* columnOf(const QFrame* card)
{
    return static_cast<QVBoxLayout*>(card->layout());
}

void clear(QLayout* layout, int from)
{
    while (layout->count() > from) {
        QLayoutItem* item = layout->takeAt(from);
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clear(inner, 0);
        }
        delete item;
    }
}

QPushButton* link(QWidget* parent, const char* name, const QString& text)
{
    QPushButton* button = parts::button(parent, QLatin1String(name), text);
    button->setProperty("link", true);
    return button;
}

QString verbFor(IntegrationStatus status)
{
    switch (status) {
    case IntegrationStatus::Unknown:
        return Dashboard::tr("Resolve");
    case IntegrationStatus::Failing:
    case IntegrationStatus::Unproved:
    case IntegrationStatus::Expiring:
        return Dashboard::tr("Verify");
    default:
        return Dashboard::tr("Open");
    }
}

} // namespace

Dashboard::Dashboard(QWidget* parent)
    : QWidget(parent)
    , m_counts(new FlowLayout)
    , m_chart(new WeeksChart(this))
    , m_sums(parts::caption(this, "homeSums"_L1))
{
    setObjectName(u"homeDashboard"_s);
    QLabel* title = parts::title(this, "pageTitle"_L1);
    title->setText(tr("Home"));
    auto* onboard = parts::primaryButton(this, "homeOnboard"_L1, tr("Onboard a customer"));
    connect(onboard, &QPushButton::clicked, this, &Dashboard::onboardWanted);
    auto* heading = new QHBoxLayout;
    heading->addWidget(title, 1);
    heading->addWidget(onboard);

    m_counts->setSpacing(spacing::inside);
    auto* across = new SideBySide(cardLetters, this);
    QFrame* weeks = card(across, "homeWeeks", tr("Last 12 weeks"));
    columnOf(weeks)->addWidget(m_chart, 1);
    columnOf(weeks)->addWidget(m_sums);
    QFrame* needing = card(across, "homeNeeding", tr("Needs somebody"));
    m_needing = columnOf(needing);
    across->add(weeks);
    across->add(needing);
    QFrame* events = card(this, "homeEvents", tr("What happened last"));
    m_events = columnOf(events);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addLayout(heading);
    column->addLayout(m_counts);
    column->addWidget(across);
    column->addWidget(events);
    column->addStretch();
}

void Dashboard::show(const Standing& standing, const QDateTime& now)
{
    showCounts(standing);
    showWeeks(standing);
    showNeeding(standing);
    showEvents(standing, now);
}

void Dashboard::showCounts(const Standing& standing)
{
    clear(m_counts, 0);
    const auto add = [this](const char* name, const QString& text, const CustomerFilter& filter,
                         const QIcon& icon) {
        QPushButton* button = parts::button(this, QLatin1String(name), text);
        button->setProperty("chip", true);
        button->setIcon(icon);
        connect(button, &QPushButton::clicked, this,
            [this, filter] { Q_EMIT customersWanted(filter); });
        m_counts->addWidget(button);
        button->show();
    };
    add("homeAll", tr("%n customers", nullptr, sumOf(standing.counts, {})), {},
        lineIcon("customers"));
    struct Count {
        const char* name;
        IntegrationStatus status;
        bool isAlways; ///< True to show it also if there is none.
    };
    static constexpr Count counts[]{{"homeLive", IntegrationStatus::Live, true},
        {"homeDisabled", IntegrationStatus::Disabled, true},
        {"homeFailing", IntegrationStatus::Failing, true},
        {"homeUnknown", IntegrationStatus::Unknown, false},
        {"homeUnstored", IntegrationStatus::Unstored, false},
        {"homeUnproved", IntegrationStatus::Unproved, false},
        {"homeExpiring", IntegrationStatus::Expiring, false},
        {"homeNoCredentials", IntegrationStatus::NoCredentials, false}};
    for (const Count& count : counts) {
        const int customers = standing.counts.byStatus.value(count.status);
        if (customers == 0 && !count.isAlways)
            continue;
        const StatusWords words = statusWords(count.status);
        add(count.name, tr("%1: %L2").arg(words.word).arg(customers), {{count.status}},
            lineIcon(words.icon, words.tone));
    }
}

void Dashboard::showWeeks(const Standing& standing)
{
    m_sum = sumOf(standing.weeks);
    m_chart->show(standing.from, standing.weeks, m_sum);
    showSums();
}

void Dashboard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showSums();
}

void Dashboard::showSums()
{
    const Tokens& tokens = tokensOf(palette());
    const auto part = [](const QColor& color, const QString& text) {
        return QString::fromUtf8(R"(<span style="color:%1">■</span> %2)")
            .arg(color.name(), text.toHtmlEscaped());
    };
    m_sums->setTextFormat(Qt::RichText);
    m_sums->setText(QStringList{part(tokens.ok, tr("%n connected", nullptr, m_sum.connected)),
        part(tokens.muted, tr("%n disabled", nullptr, m_sum.disabled)),
        part(tokens.bad, tr("%n failing", nullptr, m_sum.failing))}
                        .join(u" \u00A0 "_s));
}

void Dashboard::showNeeding(const Standing& standing)
{
    clear(m_needing, 1);
    const auto add = [this](const Integration& customer) {
        auto* row = new QHBoxLayout;
        QLabel* text = parts::text(this, "homeNeed"_L1);
        text->setText(
            tr("%1: %2").arg(Mask::company(customer), statusWords(customer.status).sentence));
        QPushButton* open = link(this, "homeNeedOpen", verbFor(customer.status));
        open->setAccessibleName(
            tr("%1: %2").arg(verbFor(customer.status), Mask::company(customer)));
        connect(open, &QPushButton::clicked, this,
            [this, company = customer.company] { Q_EMIT customerWanted(company); });
        row->addWidget(text, 1);
        row->addWidget(open, 0, Qt::AlignTop);
        m_needing->addLayout(row);
    };
    for (const Integration& customer : standing.needing + standing.disabledLately)
        add(customer);
    const int others = sumOf(standing.counts, needingAttention()) - int(standing.needing.size());
    if (others > 0) {
        QPushButton* more = link(this, "homeNeedAll", tr("%n more", nullptr, others));
        connect(more, &QPushButton::clicked, this,
            [this] { Q_EMIT customersWanted(needingAttention()); });
        m_needing->addWidget(more, 0, Qt::AlignLeft);
    }
    if (standing.invited > 0) {
        auto* row = new QHBoxLayout;
        QLabel* text = parts::text(this, "homeInvited"_L1);
        text->setText(tr("%n invitations wait for the customer.", nullptr, standing.invited));
        QPushButton* open = link(this, "homeInvitedOpen", tr("Open"));
        open->setAccessibleName(tr("%1: %2").arg(tr("Open"), tr("Invitations")));
        connect(open, &QPushButton::clicked, this, [this] { Q_EMIT customersWanted({}); });
        row->addWidget(text, 1);
        row->addWidget(open, 0, Qt::AlignTop);
        m_needing->addLayout(row);
    }
    if (m_needing->count() == 1) {
        QLabel* nobody = parts::caption(this, "homeNeedNothing"_L1);
        nobody->setText(tr("Nothing needs you now."));
        m_needing->addWidget(nobody);
    }
    m_needing->addStretch();
}

void Dashboard::showEvents(const Standing& standing, const QDateTime& now)
{
    clear(m_events, 1);
    for (const JournalEntry& event : standing.events) {
        const bool isDisabling =
            event.step == Step::Notified && event.detail.words == "INTEGRATION_DISABLED"_L1;
        auto* row = new QHBoxLayout;
        QLabel* when = parts::caption(this, "homeEventTime"_L1);
        when->setText(relativeTime(event.at, now));
        when->setToolTip(QLocale().toString(event.at.toLocalTime(), QLocale::LongFormat));
        when->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
        when->setWordWrap(false);
        QLabel* what = parts::text(this, "homeEvent"_L1);
        const QString company = Mask::company(event.company, standing.names.value(event.company));
        what->setText(event.company.isEmpty() ? headline(event)
                : isDisabling ? tr("%1 disabled the integration at SmartRecruiters").arg(company)
                              : tr("%1: %2").arg(company, Mask::text(headline(event))));
        row->addWidget(when, 0, Qt::AlignTop);
        row->addWidget(what, 1);
        m_events->addLayout(row);
    }
    if (standing.events.isEmpty()) {
        QLabel* nothing = parts::caption(this, "homeNoEvent"_L1);
        nothing->setText(tr("Nothing yet."));
        m_events->addWidget(nothing);
    }
}

} // namespace jetbridge::ui
