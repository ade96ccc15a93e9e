// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/StatusLamp.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

StatusLamp::StatusLamp(const char* objectName, QString subject, QWidget* parent)
    : QLabel(parent)
    , m_subject(std::move(subject))
{
    setObjectName(QLatin1String(objectName));
    setTextFormat(Qt::PlainText);
    setContentsMargins(16, 0, 0, 0);
    show(Tone::Neutral, tr("checking..."));
}

void StatusLamp::show(Tone tone, const QString& word, const QString& hint)
{
    m_tone = tone;
    setText(u"%1: %2"_s.arg(m_subject, word));
    setAccessibleName(text());
    setToolTip(hint.isEmpty() ? text() : text() + QLatin1Char('\n') + hint);
    update();
}

QSize StatusLamp::minimumSizeHint() const
{
    if (wordWrap())
        return QLabel::minimumSizeHint();
    constexpr int letters = 5;
    return {std::min(sizeHint().width(),
                contentsMargins().left() + letters * fontMetrics().averageCharWidth()),
        sizeHint().height()};
}

void StatusLamp::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect words = contentsRect();
    painter.setPen(palette().color(foregroundRole()));
    if (wordWrap())
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, text());
    else
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(m_tone, tokensOf(palette())));
    painter.drawEllipse(QPointF(6, height() / 2.0), 4, 4);
}

} // namespace jetbridge::ui
