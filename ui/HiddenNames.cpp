// SPDX-License-Identifier: GPL-3.0-or-later
#include "HiddenNames.h"

#include "parts/Question.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

HiddenNames::HiddenNames(QWidget& window)
    : QObject(&window)
    , m_window(window)
    , m_action(new QAction(tr("Hide customers' names"), this))
{
    m_action->setObjectName(u"hideNames"_s);
    m_action->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    m_action->setCheckable(true);
    connect(m_action, &QAction::triggered, this, [this] {
        m_action->setChecked(isOn()); // the action shows the actual state
        Q_EMIT wanted(!isOn());
    });
}

void HiddenNames::change(bool on)
{
    if (on == isOn())
        return;
    if (on)
        m_mask.emplace();
    else
        m_mask.reset();
    m_action->setChecked(on);
    Q_EMIT changed(on);
}

void HiddenNames::sayItMustWait()
{
    tell(&m_window, "hiddenNamesMustWait", tr("An onboarding is under way"),
        tr("Finish or cancel it first: the pages are built again."));
}

} // namespace jetbridge::ui
