// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/RunLock.h"
#include "flows/RecoverUnstored.h"
#include "flows/StoreCustomer.h"
#include "ports/Closing.h"
#include "ports/Timer.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace jetbridge {

/// Customers whose credentials were shown once and that no keychain has yet: those that this
/// program holds in memory, and the rows that a killed one left behind. They go on as soon as the
/// keychain says that it is open.
class UnstoredCustomers : public QObject {
    Q_OBJECT

public:
    /// Credentials, and the run that is not over as long as they may be stored.
    struct Held {
        UnstoredCustomer customer;
        std::shared_ptr<RunLock> lock;
    };
    /// What comes after the credentials of one are stored.
    using GoOn = std::function<void(Held)>;

    UnstoredCustomers(Services services, Timer& timer, QString dataFolder, GoOn goOn);

    /// Lost when the program ends, unless they are stored by then.
    void hold(Held held);
    QList<Unstored> all() const; ///< Those that are held.
    /// Of those that are held.
    std::optional<UnstoredCustomer> find(const IntegrationId& id) const;
    /// The rows of killed programs (recoverUnstored); looks again by itself while the keychain
    /// cannot be asked.
    Task<Outcome<Done>> lookAfterRows();

Q_SIGNALS:
    void changed(); ///< Others are held than before, or for another reason.

private:
    /// Instead of what was planned before.
    void planIn(std::chrono::milliseconds pause);
    /// How long to rest after it; nullopt: nothing waits.
    Task<std::optional<async::Round::Pause>> tryAgain();
    Task<Done> storeHeld();

    const Services m_services;
    const QString m_dataFolder;
    const GoOn m_goOn;
    QList<Held> m_held;
    bool m_rowsWait = false; ///< There are rows of which only the keychain knows how they ended.
    std::chrono::milliseconds m_pause{0};
    async::Round m_round;
    async::Scope m_scope;
};

} // namespace jetbridge
