// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/RunLock.h"
#include "flows/RecoverUnstored.h"
#include "flows/StoreCustomer.h"

#include <QList>
#include <QObject>
#include <QTimer>

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
    using GoOn = std::function<Task<Done>(Held)>;

    UnstoredCustomers(RecoverUnstoredServices services, QString dataFolder, GoOn goOn);

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
    Task<Done> tryAgain();
    Task<Done> storeHeld();
    void nowBecause(const IntegrationId& id, const Failure& why);

    const RecoverUnstoredServices m_services;
    const QString m_dataFolder;
    const GoOn m_goOn;
    QList<Held> m_held;
    bool m_rowsWait = false; ///< There are rows of which only the keychain knows how they ended.
    QTimer m_again;
    std::chrono::milliseconds m_pause;
};

} // namespace jetbridge
