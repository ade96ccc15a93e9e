// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/SinksCard.h"

#include "console/Deliveries.h"
#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Question.h"
#include "parts/Said.h"
#include "parts/StatusWords.h"
#include "settings/NewSinkDialog.h"
#include "settings/SinkPreviewDialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

/// Many deliveries may change at once.
constexpr auto pause = std::chrono::milliseconds(500);

QString kindInWords(SinkKind kind)
{
    switch (kind) {
    case SinkKind::Command:
        return SinksCard::tr("Program");
    case SinkKind::Folder:
        return SinksCard::tr("Folder of files");
    case SinkKind::Vault:
        return SinksCard::tr("HashiCorp Vault or OpenBao");
    case SinkKind::Webhook:
        return SinksCard::tr("Signed webhook");
    }
    Q_UNREACHABLE();
}

} // namespace

SinksCard::SinksCard(Deliveries& deliveries, Customers& customers, QWidget* parent)
    : QWidget(parent)
    , m_deliveries(deliveries)
    , m_customers(customers)
    , m_choice(new QComboBox)
    , m_facts(parts::text(this, "sinkFacts"_L1))
    , m_said(parts::text(this, "sinksSaid"_L1))
    , m_try(parts::button(this, "trySink"_L1, tr("Try...")))
    , m_retry(parts::button(this, "retrySink"_L1, tr("Retry now")))
    , m_remove(parts::button(this, "removeSink"_L1, tr("Remove...")))
    , m_loadSoon(new QTimer(this))
{
    auto* purpose = parts::caption(this, "sinksPurpose"_L1);
    purpose->setText(tr("A sink gets the credentials of every customer of this environment "
                        "automatically. They are taken back when the customer disables the "
                        "integration or is forgotten."));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(spacing::between);
    form->setVerticalSpacing(spacing::inside);
    form->addRow(purpose);
    form::addField(form, m_choice, "sinkChoice", tr("Sink"));
    // A long name must not set the width of the window.
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(20);
    form::addNote(form, m_facts);
    m_said->hide();
    form->addRow(m_said);
    auto* add = parts::button(this, "addSink"_L1, tr("Add sink..."));
    m_remove->setProperty("danger", true);
    form::addButtons(form, {add, m_try, m_retry, m_remove});
    showChosen();

    m_loadSoon->setSingleShot(true);
    m_loadSoon->setInterval(pause);
    connect(m_loadSoon, &QTimer::timeout, this, &SinksCard::load);
    connect(&deliveries, &Deliveries::changed, this, [this] {
        if (!m_loadSoon->isActive())
            m_loadSoon->start();
    });
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_said->hide();
        showChosen();
    });
    connect(add, &QPushButton::clicked, this, &SinksCard::askForNew);
    connect(m_try, &QPushButton::clicked, this, &SinksCard::tryChosen);
    connect(m_retry, &QPushButton::clicked, this, &SinksCard::retry);
    connect(m_remove, &QPushButton::clicked, this, &SinksCard::remove);
}

const Sink* SinksCard::chosen() const
{
    const int index = m_choice->currentIndex();
    return index >= 0 && index < m_sinks.size() ? &m_sinks.at(index) : nullptr;
}

void SinksCard::load()
{
    QCoro::connect(m_deliveries.sinks().all(), this, [this](const Outcome<QList<Sink>>& sinks) {
        if (sinks)
            list(*sinks);
        else
            form::say(m_said, Tone::Bad, explainBriefly(sinks.error(), Errand::Here));
    });
}

void SinksCard::list(const QList<Sink>& sinks)
{
    const QString before = m_choice->currentText();
    {
        const QSignalBlocker blocker(m_choice);
        m_sinks = sinks;
        m_choice->clear();
        for (const Sink& sink : sinks)
            m_choice->addItem(sink.name);
        if (const int index = m_choice->findText(before, Qt::MatchExactly | Qt::MatchCaseSensitive);
            index >= 0)
            m_choice->setCurrentIndex(index);
    }
    showChosen();
}

void SinksCard::showChosen()
{
    const Sink* sink = chosen();
    m_choice->setEnabled(sink);
    m_try->setEnabled(sink);
    m_remove->setEnabled(sink);
    m_retry->setEnabled(false);
    if (!sink)
        return m_facts->setText(tr("There is no sink: credentials only leave when somebody hands "
                                   "them over."));
    QCoro::connect(m_deliveries.outbox().waiting(sink->number), this,
        [this, shown = *sink](const Outcome<int>& waiting) {
            const Sink* now = chosen();
            if (!now || now->number != shown.number)
                return;
            if (waiting)
                sayFacts(shown, *waiting);
            else
                form::say(m_said, Tone::Bad, explainBriefly(waiting.error(), Errand::Here));
        });
}

void SinksCard::sayFacts(const Sink& sink, int waiting)
{
    m_retry->setEnabled(waiting > 0);
    QStringList lines{u"%1: %2"_s.arg(kindInWords(sink.kind), placeOf(sink)),
        tr("Added: %1. Waiting deliveries: %L2.").arg(relativeTime(sink.addedAt)).arg(waiting)};
    if (!sink.secretItem.isEmpty())
        lines.append(tr("Its secret is in the keychain and is not shown again."));
    m_facts->setToolTip(exactTime(sink.addedAt));
    m_facts->setText(parts::breakable(Mask::text(lines.join(QLatin1Char('\n')))));
}

void SinksCard::askForNew()
{
    auto* dialog = new NewSinkDialog(m_deliveries, this);
    connect(dialog, &NewSinkDialog::added, this, [this](const Sink& sink) {
        m_sinks.append(sink);
        const QSignalBlocker blocker(m_choice);
        m_choice->addItem(sink.name);
        m_choice->setCurrentIndex(m_choice->count() - 1);
        showChosen();
        form::say(m_said, Tone::Good,
            tr("%1 was added and gets every customer's credentials from now on.").arg(sink.name));
    });
    dialog->open();
}

void SinksCard::tryChosen()
{
    if (const Sink* sink = chosen())
        (new SinkPreviewDialog(m_deliveries, m_customers, *sink, this))->open();
}

void SinksCard::retry()
{
    const Sink* sink = chosen();
    if (!sink)
        return;
    Outbox::Query query;
    query.sink = sink->number;
    m_said->hide();
    // The registry tells everybody who delivers that something is due now.
    QCoro::connect(m_deliveries.outbox().retry(query), this, [this](const Outcome<int>& due) {
        if (due)
            form::say(m_said, Tone::Neutral, tr("Deliveries that are due now: %L1.").arg(*due));
        else
            form::say(m_said, Tone::Bad, explainBriefly(due.error(), Errand::Here));
    });
}

void SinksCard::remove()
{
    const Sink* sink = chosen();
    if (!sink)
        return;
    askBefore(this, "removeSink", tr("Remove %1?").arg(sink->name),
        tr("It gets nothing any more, and what waits for it is not delivered. What was delivered "
           "stays there, and Jetbridge no longer takes it back."),
        tr("Remove"), [this, name = sink->name] {
            QCoro::connect(
                m_deliveries.remove(name), this, [this, name](const Outcome<Sink>& removed) {
                    if (removed)
                        form::say(m_said, Tone::Good, tr("%1 was removed.").arg(name));
                    else
                        form::say(m_said, Tone::Bad, said(removed.error().detail));
                    load();
                });
        });
}

} // namespace jetbridge::ui
