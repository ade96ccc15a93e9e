// SPDX-License-Identifier: GPL-3.0-or-later
#include "GuidedDemo.h"

#include "demo/PresenterPanel.h"
#include "parts/FailureText.h"
#include "parts/Question.h"

#include <QAbstractButton>
#include <QAction>
#include <QDockWidget>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

GuidedDemo::GuidedDemo(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_action(new QAction(tr("Guided demo"), this))
{
    m_action->setObjectName(u"guidedDemo"_s);
    m_action->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    connect(m_action, &QAction::triggered, this, [this] {
        if (isOn())
            Q_EMIT endWanted();
        else
            Q_EMIT beginWanted();
    });
}

void GuidedDemo::begin()
{
    if (isOn())
        return;
    m_action->setText(tr("Leave the demo"));
    m_panel = new PresenterPanel;
    m_panel->setPrepared(false);
    connect(m_panel, &PresenterPanel::placeWanted, this, &GuidedDemo::placeWanted);
    connect(m_panel, &PresenterPanel::resetWanted, this, &GuidedDemo::resetWanted);
    connect(m_panel, &PresenterPanel::leaveWanted, this, &GuidedDemo::endWanted);
    m_presenter = new QDockWidget(tr("What to say and click"), &m_window);
    m_presenter->setObjectName(u"presenterDock"_s);
    m_presenter->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable);
    m_panel->fitTo(m_window.width());
    m_presenter->setWidget(m_panel);
    // Qt's own button has no name.
    if (auto* apart = m_presenter->findChild<QAbstractButton*>(u"qt_dockwidget_floatbutton"_s)) {
        apart->setAccessibleName(tr("Undock"));
        apart->setToolTip(apart->accessibleName());
    }
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_presenter);
}

void GuidedDemo::showPrepared(const Outcome<Done>& outcome)
{
    m_panel->setPrepared(true);
    if (outcome)
        return;
    const FailureText why = explain(outcome.error(), Errand::Simulator);
    tell(&m_window, "demoNotPrepared", tr("The demo could not be prepared"),
        why.what + QLatin1Char(' ') + tr("\"Reset demo\" tries again."));
}

void GuidedDemo::sayNothingIsRestored()
{
    tell(&m_window, "demoRestoresNothing", tr("No backup is restored in the demo"),
        tr("Nothing of the demo stays. Leave it, and restore the backup in your own window."));
}

} // namespace jetbridge::ui
