// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/RestoreWindow.h"

#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/Parts.h"
#include "parts/Said.h"
#include "parts/Tokens.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

RestoreWindow::RestoreWindow(QString dataFolder, RestoreRequest request)
    : m_dataFolder(std::move(dataFolder))
    , m_request(std::move(request))
    , m_said(parts::text(this, "restoringSaid"_L1))
    , m_progress(new QProgressBar)
    , m_again(parts::button(this, "restoringAgain"_L1, tr("Try again")))
    , m_start(parts::primaryButton(this, "restoringStart"_L1, tr("Start Jetbridge")))
{
    setObjectName(u"restoreWindow"_s);
    setWindowTitle(tr("Restore"));
    setMinimumWidth(480);
    m_progress->setObjectName(u"restoringProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    buttons->addWidget(m_start);
    buttons->addWidget(m_again);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addWidget(m_progress);
    column->addWidget(m_said);
    column->addLayout(buttons);
    connect(m_again, &QPushButton::clicked, this, &RestoreWindow::run);
    connect(m_start, &QPushButton::clicked, this, &QWidget::close);
    run();
}

void RestoreWindow::run()
{
    m_again->hide();
    m_start->hide();
    m_progress->setRange(0, 0);
    m_progress->show();
    form::say(m_said, Tone::Neutral,
        tr("Restoring. Whatever ends this, the same restore goes on where it was."));
    m_restore = std::make_unique<FolderRestore>(m_dataFolder);
    connect(m_restore.get(), &FolderRestore::progressed, this, [this](int done, int all) {
        m_progress->setRange(0, all);
        m_progress->setValue(done);
    });
    QCoro::connect(m_restore->run(m_request), this,
        [this](const Outcome<RestoreReport>& outcome) { ended(outcome); });
}

void RestoreWindow::ended(const Outcome<RestoreReport>& outcome)
{
    m_restore.release()->deleteLater(); // It is deleted later, because it is the caller of this
                                        // function.
    m_progress->hide();
    m_start->show();
    m_again->setVisible(!outcome);
    if (!outcome)
        return form::say(m_said, Tone::Bad,
            outcome.error().kind == FailureKind::VaultUnavailable
                ? explainBriefly(outcome.error(), Errand::Here)
                : said(outcome.error().detail));
    QString said = tr("The backup was restored and compared. Customers: %L1. Secrets: %L2.")
                       .arg(outcome->customers)
                       .arg(outcome->secrets);
    if (!outcome->aside.isEmpty())
        said += QLatin1Char(' ') + tr("What was there before is in %1.").arg(outcome->aside);
    form::say(m_said, Tone::Good, said);
}

} // namespace jetbridge::ui
