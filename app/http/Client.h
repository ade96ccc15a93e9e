// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Message.h"
#include "ports/Clock.h"
#include "ports/Exchanges.h"
#include "ports/Task.h"

#include <memory>

namespace jetbridge::http {

/// Who records the exchanges of a client, and between whom its requests travel.
struct Recording {
    ExchangeRecorder* recorder = nullptr; ///< Null: nobody.
    const Clock* clock = nullptr; ///< Never null where somebody records.
    Lane from = Lane::PartnerApp;
    Lane to = Lane::SmartRecruiters;
};

/// The one HTTP client of this program. It bounds each request in time and size, follows no
/// redirects, keeps no cookies, validates the chain of TLS 1.2 or newer, sends plain http to this
/// computer only, goes by the proxy that the environment or the system names, and hands each
/// exchange to the recorder. Lives on one thread.
class Client {
public:
    /// An answer longer than this is a BadReply.
    static constexpr qsizetype mostBodyBytes = 1024 * 1024;

    explicit Client(Recording recording = {});
    ~Client(); ///< Requests under way end as Cancelled.
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// The file with the authorities that are believed (Environment::caFile). Requests under way
    /// end as they began.
    void setAuthorities(const QString& caFile);

    Task<Delivery> send(Request request);

    /// Aborts what is under way; each ends as Cancelled.
    void abortAll();

private:
    class Private;
    const std::shared_ptr<Private> d; ///< Shared with the requests under way.
};

} // namespace jetbridge::http
