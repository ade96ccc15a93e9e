// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"

#include <QGraphicsView>

#include <memory>

namespace jetbridge::ui {

class SequenceScene;

/// The sequence diagram on the screen: grows while it is looked at, a click or the arrow keys
/// choose an exchange, Ctrl with the wheel or with plus and minus changes its size. Until somebody
/// does that, it is made as small as the width asks for, and no smaller than can be read.
class SequenceView : public QGraphicsView {
    Q_OBJECT

public:
    explicit SequenceView(QWidget* parent = nullptr);
    ~SequenceView() override;

    void show(const QList<Exchange>& oldestFirst);
    void select(qint64 number);

    /// As files get it: in light colours, whatever the screen's are.
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
    /// The scale at which all lanes have room.
    qreal scaleOfWidth() const;

    QList<Exchange> m_exchanges; ///< Oldest first.
    std::unique_ptr<SequenceScene> m_scene;
    bool m_isZoomedByHand = false;
};

} // namespace jetbridge::ui
