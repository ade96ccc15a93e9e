// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/InvitationsCard.h"

#include "console/Onboardings.h"
#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Question.h"
#include "parts/Said.h"
#include "parts/StatusWords.h"
#include "parts/Tokens.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSet>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr auto pause = std::chrono::milliseconds(300);
constexpr auto aMinute = std::chrono::minutes(1);
constexpr int rowsInSight = 3;
/// How long an invitation that came to nothing is shown.
constexpr int shownDays = 14;

enum Column { Company, State, Since, ValidUntil, ColumnCount };

QString stateWord(InvitationState state)
{
    switch (state) {
    case InvitationState::Pending:
        return InvitationsCard::tr("Pending");
    case InvitationState::Opened:
        return InvitationsCard::tr("Page opened");
    case InvitationState::SignedIn:
        return InvitationsCard::tr("Signed in");
    case InvitationState::Deciding:
        return InvitationsCard::tr("Being connected");
    case InvitationState::Approved:
        return InvitationsCard::tr("Approved");
    case InvitationState::Declined:
        return InvitationsCard::tr("Declined");
    case InvitationState::Withdrawn:
        return InvitationsCard::tr("Withdrawn");
    case InvitationState::Expired:
        return InvitationsCard::tr("Expired");
    }
    Q_UNREACHABLE();
}

/// Tells whether staff still have something to see about it. What came of an approval is a customer,
/// or stands in the history.
bool isShown(const Invitation::Record& record, const QDateTime& now)
{
    const InvitationState state = Invitation(record).stateAt(now);
    if (!isOver(state))
        return true;
    const bool cameToNothing =
        state == InvitationState::Declined || state == InvitationState::Expired;
    return cameToNothing && record.changedAt.daysTo(now) <= shownDays;
}

} // namespace

InvitationsCard::InvitationsCard(const InvitingTopics& topics, QWidget* parent)
    : QFrame(parent)
    , m_topics(topics)
    , m_rows(0, ColumnCount)
    , m_table(new QTableView)
    , m_renew(parts::button(this, "invitationRenew"_L1, tr("New code...")))
    , m_withdraw(parts::button(this, "invitationWithdraw"_L1, tr("Withdraw")))
    , m_said(parts::text(this, "invitationsSaid"_L1))
{
    setObjectName(u"invitationsCard"_s);
    setProperty("card", true);
    QLabel* title = parts::section(this, "invitationsTitle"_L1);
    title->setText(tr("Invitations"));
    m_rows.setHorizontalHeaderLabels({tr("Company"), tr("State"), tr("Since"), tr("Valid until")});
    m_table->setObjectName(u"invitationsTable"_s);
    m_table->setAccessibleName(tr("Invitations"));
    m_table->setModel(&m_rows);
    form::asRows(m_table);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the company's column yields
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Company, QHeaderView::Stretch);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(spacing::inside);
    actions->addWidget(m_renew);
    actions->addWidget(m_withdraw);
    actions->addWidget(m_said, 1);
    QVBoxLayout* column = parts::cardColumn(this);
    column->addWidget(title);
    column->addWidget(m_table);
    column->addLayout(actions);
    hide();

    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    m_expiry.setInterval(aMinute);
    connect(&m_soon, &QTimer::timeout, this, &InvitationsCard::refresh);
    connect(&m_expiry, &QTimer::timeout, this, &InvitationsCard::refresh);
    connect(&m_topics.onboardings, &Onboardings::invitationChanged, &m_soon,
        qOverload<>(&QTimer::start));
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &InvitationsCard::showActions);
    connect(m_renew, &QPushButton::clicked, this, [this] {
        if (const auto record = selected())
            Q_EMIT renewWanted(*record);
    });
    connect(m_withdraw, &QPushButton::clicked, this, &InvitationsCard::withdraw);
}

void InvitationsCard::refresh()
{
    QCoro::connect(m_topics.onboardings.invitations().all(), this,
        [this](const Outcome<QList<Invitation::Record>>& all) {
            if (all) // else the list of customers shows why
                list(*all);
        });
}

void InvitationsCard::list(const QList<Invitation::Record>& all)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto chosen = selected();
    m_shown.clear();
    QSet<CompanyId> companies; // the newest one of each company counts
    for (const Invitation::Record& record : all) {
        if (companies.contains(record.company))
            continue;
        companies.insert(record.company);
        if (isShown(record, now))
            m_shown.append(record);
    }
    m_rows.removeRows(0, m_rows.rowCount());
    for (const Invitation::Record& record : std::as_const(m_shown)) {
        const auto item = [](const QString& text, const QString& tip) {
            auto* item = new QStandardItem(text);
            item->setToolTip(tip);
            return item;
        };
        const auto exactly = [](const QDateTime& at) {
            return QLocale().toString(at.toLocalTime(), QLocale::LongFormat);
        };
        const InvitationState state = Invitation(record).stateAt(now);
        const bool isOpen = !isOver(state);
        m_rows.appendRow(
            {item(Mask::company(record.company), {}), item(stateWord(state), said(record.detail)),
                item(relativeTime(record.changedAt, now), exactly(record.changedAt)),
                item(isOpen ? timeUntil(record.expiresAt, now) : QString(),
                    exactly(record.expiresAt))});
    }
    const int inSight = std::min(rowsInSight, int(m_shown.size()));
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
        + inSight * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth());
    setVisible(!m_shown.isEmpty());
    m_shown.isEmpty() ? m_expiry.stop() : m_expiry.start();
    for (qsizetype row = 0; chosen && row < m_shown.size(); ++row)
        if (m_shown.at(row).onboarding == chosen->onboarding)
            form::chooseRow(m_table, int(row));
    showActions();
}

std::optional<Invitation::Record> InvitationsCard::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(m_shown.at(rows.first().row()));
}

void InvitationsCard::showActions()
{
    const auto record = selected();
    const InvitationState state = record
        ? Invitation(*record).stateAt(QDateTime::currentDateTimeUtc())
        : InvitationState::Deciding;
    m_renew->setEnabled(record && state != InvitationState::Deciding);
    m_withdraw->setEnabled(record && !isOver(state) && state != InvitationState::Deciding);
}

void InvitationsCard::withdraw()
{
    const auto record = selected();
    if (!record)
        return;
    askBefore(this, "invitationWithdraw",
        tr("Withdraw the invitation of %1?").arg(Mask::company(record->company)),
        tr("Its code is worth nothing any more. You can invite the company again."), tr("Withdraw"),
        [this, onboarding = record->onboarding] {
            QCoro::connect(m_topics.onboardings.withdraw(onboarding), this,
                [this](const Outcome<bool>& withdrawn) {
                    if (!withdrawn)
                        form::say(
                            m_said, Tone::Bad, explainBriefly(withdrawn.error(), Errand::Here));
                    else if (!*withdrawn)
                        form::say(m_said, Tone::Careful,
                            tr("Too late: the customer has decided, or it had ended."));
                    else
                        form::say(m_said, Tone::Neutral, tr("The invitation is withdrawn."));
                    m_table->setFocus();
                    refresh();
                });
        });
}

} // namespace jetbridge::ui
