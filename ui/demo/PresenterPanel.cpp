// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/PresenterPanel.h"

#include "parts/FlowLayout.h"
#include "parts/Parts.h"
#include "parts/Tokens.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

PresenterPanel::PresenterPanel(QWidget* parent)
    : QWidget(parent)
    , m_steps(presenterSteps())
    , m_count(parts::caption(this, "presenterCount"_L1))
    , m_title(parts::section(this, "presenterTitle"_L1))
    , m_say(parts::text(this, "presenterSay"_L1))
    , m_click(parts::text(this, "presenterClick"_L1))
    , m_back(parts::button(this, "presenterBack"_L1, tr("Back")))
    , m_next(parts::primaryButton(this, "presenterNext"_L1, tr("Next step")))
    , m_again(parts::button(this, "presenterShow"_L1, tr("Show its screen")))
{
    setObjectName(u"presenterPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* reset = parts::button(this, "presenterReset"_L1, tr("Reset demo"));
    reset->setToolTip(tr("Begins again, with everything as it was at the first step."));
    auto* leave = parts::button(this, "presenterLeave"_L1, tr("Leave the demo"));
    m_back->setShortcut(Qt::ALT | Qt::Key_Left);
    m_next->setShortcut(Qt::ALT | Qt::Key_Right);
    m_back->setToolTip(m_back->shortcut().toString(QKeySequence::NativeText));
    m_next->setToolTip(m_next->shortcut().toString(QKeySequence::NativeText));

    m_count->setWordWrap(false);
    // Wide enough for every step, so that the buttons do not move.
    const QFontMetrics letters = m_count->fontMetrics();
    m_count->setMinimumWidth(std::max(letters.horizontalAdvance(tr("Preparing...")),
        letters.horizontalAdvance(tr("Step %1 of %2").arg(m_steps.size()).arg(m_steps.size()))));
    auto* heading = new QHBoxLayout;
    heading->setSpacing(spacing::inside);
    heading->addWidget(m_count);
    heading->addWidget(m_title, 1);
    auto* buttons = new FlowLayout;
    for (QPushButton* button : {m_back, m_next, m_again, reset, leave})
        buttons->addWidget(button);
    heading->addLayout(buttons, 2);
    auto* words = new QHBoxLayout;
    words->setSpacing(spacing::around);
    const auto addWords = [this, words](const char* name, const QString& caption, QLabel* text) {
        auto* column = new QVBoxLayout;
        column->setSpacing(4);
        QLabel* label = parts::caption(this, QLatin1String(name));
        label->setText(caption);
        column->addWidget(label);
        column->addWidget(text);
        column->addStretch();
        words->addLayout(column, 1);
    };
    addWords("presenterSayCaption", tr("Say"), m_say);
    addWords("presenterClickCaption", tr("Click"), m_click);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(
        spacing::between, spacing::inside, spacing::between, spacing::between);
    column->setSpacing(spacing::inside);
    column->addLayout(heading);
    column->addLayout(words);

    connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goTo(m_step + 1); });
    connect(m_again, &QPushButton::clicked, this, [this] { goTo(m_step); });
    connect(reset, &QPushButton::clicked, this, &PresenterPanel::resetWanted);
    connect(leave, &QPushButton::clicked, this, &PresenterPanel::leaveWanted);
    showStep();
}

void PresenterPanel::goTo(int step)
{
    m_step = std::clamp(step, 0, int(m_steps.size()) - 1);
    showStep();
    Q_EMIT placeWanted(m_steps.at(m_step).screen, m_steps.at(m_step).control);
}

void PresenterPanel::showStep()
{
    write(m_step);
    m_back->setEnabled(m_isPrepared && m_step > 0);
    m_next->setEnabled(m_isPrepared && m_step + 1 < m_steps.size());
    m_again->setEnabled(m_isPrepared);
    setAccessibleName(m_steps.at(m_step).title);
}

void PresenterPanel::setPrepared(bool isPrepared)
{
    m_isPrepared = isPrepared;
    showStep();
}

void PresenterPanel::write(int step)
{
    const PresenterStep& one = m_steps.at(step);
    m_count->setText(
        m_isPrepared ? tr("Step %1 of %2").arg(step + 1).arg(m_steps.size()) : tr("Preparing..."));
    m_title->setText(one.title);
    m_say->setText(one.say);
    m_click->setText(one.click);
}

void PresenterPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTo(width());
}

void PresenterPanel::fitTo(int width)
{
    // A dock widget does not ask for the height that the text needs at its width.
    int highest = 0;
    for (int step = 0; step < m_steps.size(); ++step) {
        write(step);
        highest = std::max(highest, layout()->totalHeightForWidth(width));
    }
    write(m_step);
    setFixedHeight(highest);
}

} // namespace jetbridge::ui
