// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace jetbridge::ui {

/// One choice of a few, side by side; left and right move between them.
class Segments : public QWidget {
    Q_OBJECT

public:
    struct Segment {
        QString objectName;
        QString text;
        QString hint; ///< Tooltip: what the choice means in plain words.
    };

    Segments(
        const QString& accessibleName, const QList<Segment>& segments, QWidget* parent = nullptr);
    int current() const;
    void setCurrent(int index);

Q_SIGNALS:
    void changed(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Tells the layout what the buttons need.
    void measure();

    QButtonGroup* m_group;
};

} // namespace jetbridge::ui
