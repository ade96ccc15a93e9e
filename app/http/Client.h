// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Message.h"
#include "ports/Clock.h"
#include "ports/Exchanges.h"
#include "ports/Task.h"

#include <memory>

namespace jetbridge::http {

/// The recorder of a client's exchanges, and the two parties between which its requests travel.
struct Recording {
    ExchangeRecorder* recorder = nullptr; ///< Null: exchanges are not recorded.
    const Clock* clock = nullptr; ///< Never null when there is a recorder.
    Lane from = Lane::PartnerApp;
    Lane to = Lane::SmartRecruiters;
};

/// The only HTTP client of this program. It limits each request in time and size, follows no
/// redirects, stores no cookies, requires TLS 1.2 or later and validates the chain, sends plain
/// http only to this computer (unless Request::mayBePlain), uses the proxy that the environment or
/// the system names, and passes each exchange to the recorder. Lives on one thread.
class Client {
public:
    /// Size limit of an answer's body, in bytes; a longer answer is a BadReply.
    static constexpr qsizetype mostBodyBytes = 1024 * 1024;

    explicit Client(Recording recording = {});
    ~Client(); ///< Ends requests under way as Cancelled.
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// Sets the file with the trusted authorities (Environment::caFile). It does not affect
    /// requests under way.
    void setAuthorities(const QString& caFile);

    /// Sends a request and returns its outcome.
    Task<Delivery> send(Request request);

    /// Aborts all requests under way; each ends as Cancelled.
    void abortAll();

private:
    class Private;
    const std::shared_ptr<Private> d; ///< Shared with the requests under way.
};

} // namespace jetbridge::http
