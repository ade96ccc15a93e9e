// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/SequenceView.h"

#include "traffic/SequenceScene.h"

#include <QGraphicsItem>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr qreal smallest = 0.4;
constexpr qreal largest = 3;
constexpr qreal readable = 0.75;
constexpr qreal zoomStep = 1.2;

} // namespace

SequenceView::SequenceView(QWidget* parent)
    : QGraphicsView(parent)
{
    setObjectName(u"trafficDiagram"_s);
    setAccessibleName(tr("Sequence diagram"));
    setAccessibleDescription(tr("The exchanges of the list as arrows between four lanes. The arrow "
                                "keys choose one; the list shows the same as text."));
    setRenderHint(QPainter::Antialiasing);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTransformationAnchor(AnchorUnderMouse);
    setViewportUpdateMode(FullViewportUpdate); // The names of the lanes move with the view.
    draw();
}

SequenceView::~SequenceView()
{
    setScene(nullptr);
    m_scene->disconnect(this); // A scene that is destroyed clears its selection and emits a signal.
}

void SequenceView::show(const QList<Exchange>& oldestFirst)
{
    m_exchanges = oldestFirst;
    draw();
}

void SequenceView::draw()
{
    const bool followsTheEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
    const qint64 before = m_scene ? m_scene->selected() : 0;
    auto scene = std::make_unique<SequenceScene>(m_exchanges, tokensOf(palette()), font());
    scene->select(before);
    setScene(scene.get());
    setSceneRect(scene->sceneRect());
    if (m_scene)
        m_scene->disconnect(this);
    m_scene = std::move(scene);
    connect(m_scene.get(), &QGraphicsScene::selectionChanged, this, [this] {
        if (const qint64 number = m_scene->selected())
            Q_EMIT picked(number);
    });
    fitUnlessZoomed();
    if (followsTheEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    keepHeadsInSight();
}

void SequenceView::select(qint64 number)
{
    const QSignalBlocker blocker(m_scene.get());
    m_scene->select(number);
    for (QGraphicsItem* item : m_scene->selectedItems())
        ensureVisible(item, 0, int(item->boundingRect().height()));
    viewport()->update();
}

std::unique_ptr<SequenceScene> SequenceView::sceneForFiles() const
{
    return std::make_unique<SequenceScene>(m_exchanges, lightTokens(), font());
}

void SequenceView::keepHeadsInSight()
{
    m_scene->setHeadsAt(std::max(0.0, mapToScene(0, 0).y()));
}

void SequenceView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    keepHeadsInSight();
}

void SequenceView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    fitUnlessZoomed();
    keepHeadsInSight();
}

void SequenceView::zoomTo(qreal scale)
{
    const qreal factor = std::clamp(scale, smallest, largest) / transform().m11();
    this->scale(factor, factor);
    keepHeadsInSight();
}

void SequenceView::zoomByHand(qreal factor)
{
    m_isZoomedByHand = true;
    zoomTo(transform().m11() * factor);
}

void SequenceView::zoomIn()
{
    zoomByHand(zoomStep);
}

void SequenceView::zoomOut()
{
    zoomByHand(1 / zoomStep);
}

qreal SequenceView::scaleOfWidth() const
{
    // The width is computed as if there were a vertical scroll bar. Otherwise a smaller diagram,
    // which is also lower, could make the scroll bar appear and disappear for ever. Two more pixels
    // prevent that rounding brings the horizontal scroll bar.
    const int width = maximumViewportSize().width() - verticalScrollBar()->sizeHint().width() - 2;
    return width / sceneRect().width();
}

void SequenceView::zoomToWidth()
{
    m_isZoomedByHand = true;
    zoomTo(scaleOfWidth());
}

void SequenceView::fitUnlessZoomed()
{
    if (!m_isZoomedByHand)
        zoomTo(std::clamp(scaleOfWidth(), readable, 1.0));
}

void SequenceView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QGraphicsView::wheelEvent(event);
    event->angleDelta().y() > 0 ? zoomIn() : zoomOut();
    event->accept();
}

void SequenceView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::ZoomIn))
        return zoomIn();
    if (event->matches(QKeySequence::ZoomOut))
        return zoomOut();
    if (event->key() != Qt::Key_Up && event->key() != Qt::Key_Down)
        return QGraphicsView::keyPressEvent(event);
    m_scene->selectNext(event->key() == Qt::Key_Down ? 1 : -1);
    for (QGraphicsItem* item : m_scene->selectedItems())
        ensureVisible(item, 0, int(item->boundingRect().height()));
}

void SequenceView::changeEvent(QEvent* event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

} // namespace jetbridge::ui
