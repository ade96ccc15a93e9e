// SPDX-License-Identifier: GPL-3.0-or-later
#include "GuidedDemo.h"

#include "demo/PresenterPanel.h"
#include "parts/Question.h"

#include <QAbstractButton>
#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

GuidedDemo::GuidedDemo(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_action(new QAction(tr("Guided demo"), this))
{
    m_action->setObjectName(u"guidedDemo"_s);
    m_action->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    m_action->setCheckable(true);
    connect(m_action, &QAction::triggered, this, [this] {
        m_action->setChecked(isOn()); // the action shows the actual state
        if (isOn())
            Q_EMIT endWanted();
        else
            Q_EMIT beginWanted();
    });
}

void GuidedDemo::sayItMustWait()
{
    tell(&m_window, "demoMustWait", tr("An onboarding is under way"),
        tr("Finish or cancel it first: the demo starts with an empty screen."));
}

void GuidedDemo::askToGoOver(const QString& environment)
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("The demo runs in the simulator"),
        tr("Jetbridge restarts in the simulator, so that nothing of %1 is visible. Afterwards, "
           "switch back in Settings.")
            .arg(environment),
        QMessageBox::Cancel, &m_window);
    box->setObjectName(u"demoElsewhere"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* go = box->addButton(tr("Switch to the simulator"), QMessageBox::AcceptRole);
    go->setObjectName(u"demoGoOver"_s);
    connect(go, &QPushButton::clicked, this, &GuidedDemo::simulatorWanted);
    box->open();
}

void GuidedDemo::change(bool on)
{
    if (on == isOn())
        return;
    if (on)
        m_mask.emplace();
    else
        m_mask.reset();
    m_action->setChecked(on);
    if (on)
        showPresenter();
    else
        delete m_presenter.data();
    Q_EMIT changed(on);
}

void GuidedDemo::showPresenter()
{
    auto* panel = new PresenterPanel;
    connect(panel, &PresenterPanel::placeWanted, this, &GuidedDemo::placeWanted);
    connect(panel, &PresenterPanel::leaveWanted, this, &GuidedDemo::endWanted);
    m_presenter = new QDockWidget(tr("What to say and click"), &m_window);
    m_presenter->setObjectName(u"presenterDock"_s);
    m_presenter->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable);
    panel->fitTo(m_window.width());
    m_presenter->setWidget(panel);
    // Qt's own button has no name.
    if (auto* apart = m_presenter->findChild<QAbstractButton*>(u"qt_dockwidget_floatbutton"_s)) {
        apart->setAccessibleName(tr("Undock"));
        apart->setToolTip(apart->accessibleName());
    }
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_presenter);
}

} // namespace jetbridge::ui
