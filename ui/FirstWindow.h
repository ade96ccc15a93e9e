// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QLocalServer;

namespace jetbridge {
class RunLock;
}

namespace jetbridge::ui {

/// Of one data folder and environment only one window is open: whoever starts the program once more
/// is shown that one.
class FirstWindow : public QObject {
    Q_OBJECT

public:
    /// What the second start was told to do.
    struct Wish {
        QString company; ///< Onboard this one; empty: only be seen.
        bool demo = false; ///< Begin the guided demo.
        QByteArray activation; ///< The desktop's token, with which a window may come forward.
    };

    explicit FirstWindow(QObject* parent = nullptr);
    ~FirstWindow() override;

    /// Which window of the folder takes a wish.
    enum class Which { Any, OfThisEnvironment };
    /// True: a window that is open took the wish, and this program has nothing to do. Else this one
    /// listens from now on; where that is not possible, or where the window that is open hangs, the
    /// program opens one all the same. Blocks only while another one is about to answer.
    bool isTakenByAnother(
        const QString& dataFolder, const QString& environment, Which which, const Wish& wish);
    /// The window closes: another start waits for its end.
    void stopListening();
    /// Another start may open a window from now on.
    void close();

    /// The desktop's token of this start; before there is an application, which uses it up.
    static QByteArray activationOfThisStart();

Q_SIGNALS:
    void wished(const jetbridge::ui::FirstWindow::Wish& wish);

private:
    void take();

    QLocalServer* m_server;
    std::shared_ptr<RunLock> m_lock;
};

} // namespace jetbridge::ui
