// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/SelectionPanel.h"

#include "customers/BulkRun.h"
#include "parts/Form.h"
#include "parts/Parts.h"
#include "parts/Tokens.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

SelectionPanel::SelectionPanel(BulkRun& run, QWidget* parent)
    : QWidget(parent)
    , m_run(run)
    , m_title(parts::section(this, "selectionTitle"_L1))
    , m_verify(parts::primaryButton(this, "verifySelected"_L1, tr("Verify now")))
    , m_export(parts::button(this, "exportSelected"_L1, tr("Export...")))
    , m_forget(parts::button(this, "forgetSelected"_L1, tr("Forget...")))
    , m_progress(new QProgressBar)
    , m_said(parts::text(this, "selectionSaid"_L1))
    , m_cancel(parts::button(this, "cancelBulk"_L1, tr("Stop")))
{
    setObjectName(u"selectionPanel"_s);
    m_forget->setProperty("danger", true);
    m_progress->setObjectName(u"bulkProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);

    auto* actions = new QHBoxLayout;
    actions->setSpacing(spacing::inside);
    for (QPushButton* button : {m_verify, m_export, m_forget})
        actions->addWidget(button);
    actions->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(
        spacing::between, spacing::between, spacing::between, spacing::between);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addLayout(actions);
    column->addWidget(m_progress);
    column->addWidget(m_said);
    column->addWidget(m_cancel, 0, Qt::AlignLeft);
    column->addStretch();
    m_said->hide();

    connect(m_verify, &QPushButton::clicked, this, &SelectionPanel::verifyWanted);
    connect(m_export, &QPushButton::clicked, this, &SelectionPanel::exportWanted);
    connect(m_forget, &QPushButton::clicked, this, &SelectionPanel::forgetWanted);
    connect(m_cancel, &QPushButton::clicked, &m_run, &BulkRun::cancel);
    connect(&m_run, &BulkRun::progressed, this, &SelectionPanel::showProgress);
    connect(&m_run, &BulkRun::finished, this, &SelectionPanel::showProgress);
    showProgress();
}

void SelectionPanel::show(int selected)
{
    m_title->setText(tr("%n customers selected", nullptr, selected));
    if (!m_run.isRunning())
        m_said->hide();
}

void SelectionPanel::say(Tone tone, const QString& sentence)
{
    form::say(m_said, tone, sentence);
}

void SelectionPanel::showProgress()
{
    const bool runs = m_run.isRunning();
    for (QPushButton* button : {m_verify, m_export, m_forget})
        button->setEnabled(!runs);
    m_cancel->setVisible(runs);
    m_progress->setVisible(runs);
    if (!runs)
        return;
    m_progress->setRange(0, m_run.total());
    m_progress->setValue(m_run.done());
    say(Tone::Neutral, tr("%L1 of %L2 done").arg(m_run.done()).arg(m_run.total()));
}

} // namespace jetbridge::ui
