// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"
#include "parts/Tokens.h"

#include <QFont>
#include <QGraphicsScene>

namespace jetbridge::ui {

/// A sequence diagram: four lanes, and an arrow there and back for every exchange, oldest first.
class SequenceScene : public QGraphicsScene {
    Q_OBJECT

public:
    SequenceScene(const QList<Exchange>& oldestFirst, const Tokens& tokens, QFont font,
        QObject* parent = nullptr);

    /// 0: none.
    qint64 selected() const;
    void select(qint64 number);
    /// The one before or after the one that is selected; the last one if none is.
    void selectNext(int step);
    /// Where the names of the lanes are drawn, so that they stay in sight.
    void setHeadsAt(qreal y);

    /// What it is drawn into: an SVG for people and files, or a picture at twice the size.
    QByteArray toSvg();
    QImage toImage();

private:
    class Row;
    class Heads;
    QList<Row*> m_rows;
    Heads* m_heads;
};

} // namespace jetbridge::ui
