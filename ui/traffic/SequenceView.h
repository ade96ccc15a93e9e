// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"

#include <QGraphicsView>

#include <memory>

namespace jetbridge::ui {

class SequenceScene;

/// Sequence diagram on the screen. It grows while it is shown; a click or the arrow keys select an
/// exchange; Ctrl with the wheel, plus or minus changes its size. Until somebody does that, it is
/// reduced to the available width, but not below a readable size.
class SequenceView : public QGraphicsView {
    Q_OBJECT

public:
    explicit SequenceView(QWidget* parent = nullptr);
    ~SequenceView() override;

    void show(const QList<Exchange>& oldestFirst);
    void select(qint64 number);

    /// Makes the diagram for files: in light colours, whatever the screen's are.
    std::unique_ptr<SequenceScene> sceneForFiles() const;

    void zoomIn();
    void zoomOut();
    void zoomToWidth();

Q_SIGNALS:
    void picked(qint64 number);

protected:
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void draw();
    void keepHeadsInSight();
    void zoomByHand(qreal factor);
    void zoomTo(qreal scale);
    void fitUnlessZoomed();
    /// Returns the scale at which all lanes fit.
    qreal scaleOfWidth() const;

    QList<Exchange> m_exchanges; ///< Sorted, oldest first.
    std::unique_ptr<SequenceScene> m_scene;
    bool m_isZoomedByHand = false;
};

} // namespace jetbridge::ui
