// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/Stepper.h"

#include "parts/Parts.h"
#include "parts/Tokens.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

// With an embedded page beside it each beat has the whole window put together anew, which is costly
// without a graphics card; and people may wait for minutes.
constexpr std::chrono::milliseconds beat{400};
constexpr std::array breath{1.0, 0.65, 0.35, 0.65};

QString nameOf(OnboardingModel::Row row)
{
    switch (row) {
    case OnboardingModel::Row::MasterCredentials:
        return Stepper::tr("1  Master credentials");
    case OnboardingModel::Row::BearerToken:
        return Stepper::tr("2  Bearer token");
    case OnboardingModel::Row::CustomerCredentials:
        return Stepper::tr("3  Customer-level credentials");
    case OnboardingModel::Row::Finish:
        return Stepper::tr("4  Finish the setup");
    case OnboardingModel::Row::Proof:
        return Stepper::tr("Prove it works");
    }
    Q_UNREACHABLE();
}

} // namespace

QString stateWord(OnboardingModel::State state)
{
    switch (state) {
    case OnboardingModel::State::Waiting:
        return Stepper::tr("waiting");
    case OnboardingModel::State::Running:
        return Stepper::tr("running");
    case OnboardingModel::State::Done:
        return Stepper::tr("done");
    case OnboardingModel::State::Failed:
        return Stepper::tr("failed");
    case OnboardingModel::State::Unknown:
        return Stepper::tr("unknown");
    }
    Q_UNREACHABLE();
}

StateMark::StateMark(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_breath.setInterval(beat);
    connect(&m_breath, &QTimer::timeout, this, [this] {
        ++m_beat;
        update();
    });
}

QSize StateMark::sizeHint() const
{
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    return {side, side};
}

void StateMark::setState(OnboardingModel::State state)
{
    m_state = state;
    updateMotion();
    update();
}

void StateMark::updateMotion()
{
    const bool moves = m_state == OnboardingModel::State::Running && isVisible()
        && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (moves && !m_breath.isActive())
        m_breath.start();
    else if (!moves)
        m_breath.stop();
}

void StateMark::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateMotion();
}

void StateMark::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_breath.stop();
}

void StateMark::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        updateMotion();
    }
}

void StateMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // The sign is drawn on 20 units, whatever its size.
    painter.scale(width() / 20.0, height() / 20.0);
    const QRectF circle(2, 2, 16, 16);
    const auto stroke = [&painter](const QColor& color, qreal width) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
    };
    const auto disc = [&painter, &circle](const QColor& color) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(circle);
    };
    const Tokens& tokens = tokensOf(palette());
    const QColor& onDisc = tokens.surface;
    switch (m_state) {
    case OnboardingModel::State::Waiting:
        stroke(tokens.border, 1.5);
        painter.drawEllipse(circle);
        break;
    case OnboardingModel::State::Running:
        stroke(tokens.accent, 2);
        painter.drawEllipse(circle);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent);
        if (m_breath.isActive())
            painter.setOpacity(breath[m_beat % breath.size()]);
        painter.drawEllipse(circle.center(), 3.5, 3.5);
        break;
    case OnboardingModel::State::Done: {
        disc(tokens.ok);
        stroke(onDisc, 2);
        QPainterPath check(QPointF(6.2, 10.4));
        check.lineTo(8.9, 13);
        check.lineTo(13.8, 7.4);
        painter.drawPath(check);
        break;
    }
    case OnboardingModel::State::Failed:
        disc(tokens.bad);
        stroke(onDisc, 2);
        painter.drawLine(QPointF(7.2, 7.2), QPointF(12.8, 12.8));
        painter.drawLine(QPointF(12.8, 7.2), QPointF(7.2, 12.8));
        break;
    case OnboardingModel::State::Unknown: {
        disc(tokens.warn);
        QFont bold = font();
        bold.setPixelSize(12);
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(onDisc);
        painter.drawText(circle, Qt::AlignCenter, u"?"_s);
        break;
    }
    }
}

Stepper::Stepper(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"onboardStepper"_s);
    setAccessibleName(tr("Steps"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    for (const auto row : OnboardingModel::rows) {
        Line& added = line(row);
        added.box = new QWidget(this);
        added.box->setObjectName(u"onboardStep%1"_s.arg(int(row) + 1));
        added.mark = new StateMark(added.box);
        added.name = parts::text(added.box, "stepName"_L1);
        added.name->setText(nameOf(row));
        added.words = parts::caption(added.box, "stepWords"_L1);
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(added.name);
        texts->addWidget(added.words);
        auto* across = new QHBoxLayout(added.box);
        across->setContentsMargins(0, 0, 0, 0);
        across->setSpacing(8);
        across->addWidget(added.mark, 0, Qt::AlignTop);
        across->addLayout(texts, 1);
        m_column->addWidget(added.box);
        show(row, {}, {});
    }
}

void Stepper::show(
    OnboardingModel::Row row, OnboardingModel::Progress progress, const QString& words)
{
    Line& shown = line(row);
    QString state = words.isEmpty() ? stateWord(progress.state) : words;
    if (progress.milliseconds >= 0)
        state = tr("%1, %2 ms").arg(state).arg(progress.milliseconds);
    QFont font = shown.name->font();
    font.setWeight(
        progress.state == OnboardingModel::State::Waiting ? QFont::Normal : QFont::DemiBold);
    shown.name->setFont(font);
    shown.mark->setState(progress.state);
    shown.words->setText(state);
    shown.box->setAccessibleName(
        tr("%1: %2").arg(shown.name->text(), tr("%1 (%2)").arg(state, stateWord(progress.state))));
}

void Stepper::placeCard(OnboardingModel::Row row, QWidget* card)
{
    m_column->removeWidget(card);
    m_column->insertWidget(m_column->indexOf(line(row).box) + 1, card);
}

} // namespace jetbridge::ui
