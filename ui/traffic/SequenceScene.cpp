// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/SequenceScene.h"

#include "parts/Mask.h"
#include "traffic/ExchangeWords.h"

#include <QBuffer>
#include <QGraphicsItem>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr qreal arrowHead = 8;
constexpr int lanes = 4;

qreal gutter(const QFontMetricsF& metrics)
{
    return metrics.horizontalAdvance(u"00:00:00"_s) + spacing::around;
}

qreal laneWidth(const QFontMetricsF& metrics)
{
    return std::ceil(metrics.height()) * 11;
}

qreal laneX(Lane lane, const QFontMetricsF& metrics)
{
    return gutter(metrics) + (int(lane) + 0.5) * laneWidth(metrics);
}

qreal widthOf(const QFontMetricsF& metrics)
{
    return gutter(metrics) + lanes * laneWidth(metrics);
}

qreal rowHeight(const QFontMetricsF& metrics)
{
    return std::ceil(metrics.height()) * 2 + spacing::around + spacing::inside;
}

qreal headHeight(const QFontMetricsF& metrics)
{
    return std::ceil(metrics.height()) + spacing::around;
}

} // namespace

/// One exchange: its time, and the arrows of request and answer.
class SequenceScene::Row : public QGraphicsItem {
public:
    Row(const Exchange& shown, const Tokens& tokens, const QFont& font)
        : exchange(shown)
        , m_tokens(tokens)
        , m_font(font)
        , m_metrics(font)
    {
        setFlag(ItemIsSelectable);
        setCursor(Qt::PointingHandCursor);
        setToolTip(Mask::text(exchange.url.toDisplayString()));
    }

    QRectF boundingRect() const override
    {
        return {0, 0, widthOf(m_metrics), rowHeight(m_metrics)};
    }

    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override
    {
        const qreal text = std::ceil(m_metrics.height());
        if (isSelected()) {
            painter->setPen(QPen(m_tokens.accent, 1));
            painter->setBrush(m_tokens.infoBack);
            painter->drawRoundedRect(boundingRect().adjusted(2, 2, -2, -2), 6, 6);
        }
        painter->setPen(QPen(m_tokens.border, 1, Qt::DotLine));
        for (int lane = 0; lane < lanes; ++lane) {
            const qreal x = laneX(Lane(lane), m_metrics);
            painter->drawLine(QPointF(x, 0), QPointF(x, rowHeight(m_metrics)));
        }
        painter->setFont(m_font);
        painter->setPen(m_tokens.muted);
        painter->drawText(QRectF(spacing::inside, spacing::inside / 2.0, gutter(m_metrics), text),
            Qt::AlignLeft, exchange.at.toLocalTime().toString(u"HH:mm:ss"_s));

        const qreal there = spacing::inside + text;
        const qreal back = there + text + spacing::inside;
        arrow(painter, exchange.from, exchange.to, there, m_tokens.accent, Qt::SolidLine,
            requestWords(exchange), m_tokens.text);
        const QColor tone = colorOf(toneOf(exchange), m_tokens);
        const QString took = tookWords(exchange);
        const QString answer =
            took.isEmpty() ? answerWords(exchange) : u"%1, %2"_s.arg(answerWords(exchange), took);
        arrow(painter, exchange.to, exchange.from, back, tone, Qt::DashLine, answer, tone);
    }

    const Exchange exchange;

private:
    /// Draws an arrow with its label. The label stands on the line, with the background of the
    /// lanes, so that both are readable.
    void arrow(QPainter* painter, Lane from, Lane to, qreal y, const QColor& color,
        Qt::PenStyle style, const QString& label, const QColor& labelColor) const
    {
        const qreal start = laneX(from, m_metrics);
        const qreal end = laneX(to, m_metrics);
        // Each label has a line of its own; it may be longer than its arrow, up to the edges.
        const qreal left = gutter(m_metrics);
        const qreal right = widthOf(m_metrics) - spacing::inside;
        const QString shown = m_metrics.elidedText(label, Qt::ElideMiddle, right - left);
        const qreal width = m_metrics.horizontalAdvance(shown);
        const qreal x = std::clamp((start + end - width) / 2, left, right - width);
        const qreal height = std::ceil(m_metrics.height());
        const QRectF place(x, y - height - 3, width, height);
        painter->fillRect(place, isSelected() ? m_tokens.infoBack : m_tokens.surface);
        painter->setPen(labelColor);
        painter->drawText(place, Qt::AlignCenter | Qt::TextDontClip, shown);

        const qreal direction = end > start ? 1 : -1;
        painter->setPen(QPen(color, 1.5, style));
        painter->drawLine(QPointF(start, y), QPointF(end, y));
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPolygon(QPolygonF{{end, y}, {end - direction * arrowHead, y - arrowHead / 2},
            {end - direction * arrowHead, y + arrowHead / 2}});
    }

    const Tokens& m_tokens;
    const QFont m_font;
    const QFontMetricsF m_metrics;
};

/// Names of the lanes.
class SequenceScene::Heads : public QGraphicsItem {
public:
    Heads(const Tokens& tokens, const QFont& font)
        : m_tokens(tokens)
        , m_font(font)
        , m_metrics(font)
    {
        m_font.setWeight(QFont::DemiBold);
        setZValue(1);
    }

    QRectF boundingRect() const override
    {
        return {0, 0, widthOf(m_metrics), headHeight(m_metrics)};
    }

    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override
    {
        painter->fillRect(boundingRect(), m_tokens.surface);
        painter->setFont(m_font);
        for (int lane = 0; lane < lanes; ++lane) {
            const QRectF head(laneX(Lane(lane), m_metrics) - laneWidth(m_metrics) / 2 + 4, 4,
                laneWidth(m_metrics) - 8, headHeight(m_metrics) - spacing::inside);
            painter->setPen(QPen(m_tokens.border, 1));
            painter->setBrush(m_tokens.canvas);
            painter->drawRoundedRect(head, 6, 6);
            painter->setPen(m_tokens.text);
            painter->drawText(head, Qt::AlignCenter,
                m_metrics.elidedText(laneWords(Lane(lane)), Qt::ElideRight, head.width() - 8));
        }
    }

private:
    const Tokens& m_tokens;
    QFont m_font;
    const QFontMetricsF m_metrics;
};

SequenceScene::SequenceScene(
    const QList<Exchange>& oldestFirst, const Tokens& tokens, QFont font, QObject* parent)
    : QGraphicsScene(parent)
    , m_heads(new Heads(tokens, font))
{
    const QFontMetricsF metrics(font);
    setBackgroundBrush(tokens.surface);
    qreal y = headHeight(metrics);
    for (const Exchange& exchange : oldestFirst) {
        auto* row = new Row(exchange, tokens, font);
        row->setPos(0, y);
        addItem(row);
        m_rows.append(row);
        y += rowHeight(metrics);
    }
    addItem(m_heads);
    setSceneRect(0, 0, widthOf(metrics), y + spacing::inside);
}

qint64 SequenceScene::selected() const
{
    const auto items = selectedItems();
    return items.isEmpty() ? 0 : static_cast<Row*>(items.first())->exchange.number;
}

void SequenceScene::select(qint64 number)
{
    if (number == selected())
        return;
    clearSelection();
    for (Row* row : std::as_const(m_rows))
        if (row->exchange.number == number)
            row->setSelected(true);
}

void SequenceScene::selectNext(int step)
{
    if (m_rows.isEmpty())
        return;
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [](const Row* row) { return row->isSelected(); });
    const qsizetype now = found == m_rows.end() ? m_rows.size() - step : found - m_rows.begin();
    select(m_rows[std::clamp<qsizetype>(now + step, 0, m_rows.size() - 1)]->exchange.number);
}

void SequenceScene::setHeadsAt(qreal y)
{
    m_heads->setY(y);
}

QByteArray SequenceScene::toSvg()
{
    setHeadsAt(0);
    clearSelection();
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(tr("HTTP exchanges"));
    generator.setDescription(tr("Recorded by Jetbridge; secrets were taken out."));
    generator.setSize(sceneRect().size().toSize());
    generator.setViewBox(sceneRect());
    QPainter painter(&generator);
    render(&painter, sceneRect(), sceneRect());
    painter.end();
    return buffer.data();
}

QImage SequenceScene::toImage()
{
    constexpr int scale = 2;
    setHeadsAt(0);
    clearSelection();
    QImage image(sceneRect().size().toSize() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    render(&painter, QRectF({}, sceneRect().size()), sceneRect());
    painter.end();
    return image;
}

} // namespace jetbridge::ui
