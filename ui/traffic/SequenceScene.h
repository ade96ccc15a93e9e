// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"
#include "parts/Tokens.h"

#include <QFont>
#include <QGraphicsScene>

namespace jetbridge::ui {

/// Sequence diagram with four lanes, and two arrows for each exchange, oldest first.
class SequenceScene : public QGraphicsScene {
    Q_OBJECT

public:
    SequenceScene(const QList<Exchange>& oldestFirst, const Tokens& tokens, QFont font,
        QObject* parent = nullptr);

    /// Returns the number of the selected exchange; 0 if there is none.
    qint64 selected() const;
    void select(qint64 number);
    /// Selects the exchange before or after the selected one, or the last one if none is selected.
    void selectNext(int step);
    /// Sets where the names of the lanes are drawn, so that they stay visible.
    void setHeadsAt(qreal y);

    /// Draws it as an SVG, or as a picture at twice the size.
    QByteArray toSvg();
    QImage toImage();

private:
    class Row;
    class Heads;
    QList<Row*> m_rows;
    Heads* m_heads;
};

} // namespace jetbridge::ui
