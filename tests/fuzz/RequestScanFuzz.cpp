// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Require.h"
#include "web/RequestScan.h"

#include <algorithm>
#include <vector>

using namespace jetbridge;
using fuzz::require;
using web::RequestScan;
using State = RequestScan::State;

namespace {

// The limits are small, so that inputs of a fuzzer's size exceed them.
constexpr RequestScan::Bounds bounds{1024, 2048};
constexpr int mostRequests = 16;

struct Reading {
    State state = State::Head;
    qsizetype length = 0;
    QByteArray request;
    QByteArray method;
    QByteArray target;
    QByteArray host;
    bool keepsAlive = false;
    bool expectsContinue = false;
    int refusalStatus = 0;
    bool operator==(const Reading&) const = default;
};

void check(const Reading& reading)
{
    if (reading.state == State::Refused) {
        require(reading.refusalStatus >= 400 && reading.refusalStatus <= 505,
            "a refusal has a status of its own");
        return;
    }
    if (reading.state != State::Complete)
        return;
    require(reading.length > 0 && reading.length == reading.request.size(),
        "a request ends within what was received");
    require(!reading.method.isEmpty() && !reading.method.contains(' '), "there is a method");
    require(
        (reading.target.startsWith('/') || (reading.target == "*" && reading.method == "OPTIONS"))
            && std::all_of(reading.target.begin(), reading.target.end(),
                [](char c) { return c > 0x20 && c < 0x7f; }),
        "the target is a path of visible characters, or an asterisk with OPTIONS");
    const qsizetype headEnd = reading.request.indexOf("\r\n\r\n");
    require(headEnd > 0 && headEnd + 4 <= bounds.headerBytes, "a head ends within its bound");
    const QByteArray head = '\n' + reading.request.first(headEnd).toLower();
    require(!head.contains("\nupgrade:"), "nobody is asked to switch protocols");
    require(!(head.contains("\ncontent-length:") && head.contains("\ntransfer-encoding:")),
        "a length is said in one way");
    require(head.count("\ncontent-length:") <= 1 && head.count("\nhost:") <= 1,
        "what decides is said once");
}

/// Returns every request of a connection whose bytes arrive in pieces of these sizes; the last size
/// is repeated.
std::vector<Reading> readings(const QByteArray& bytes, const std::vector<qsizetype>& pieces)
{
    std::vector<Reading> all;
    RequestScan scan(bounds);
    QByteArray received;
    qsizetype arrived = 0;
    std::size_t piece = 0;
    while (int(all.size()) < mostRequests) {
        const State state = received.isEmpty() ? State::Head : scan.scan(received);
        if (state == State::Complete || state == State::Refused) {
            const bool complete = state == State::Complete;
            all.push_back({state, complete ? scan.length() : 0,
                complete ? received.first(scan.length()) : QByteArray(), scan.method(),
                scan.target(), scan.host(), scan.keepsAlive(), scan.expectsContinue(),
                scan.refusalStatus()});
            if (!complete)
                return all;
            received.remove(0, scan.length());
            scan.restart();
            continue;
        }
        if (arrived == bytes.size()) {
            all.push_back({state, 0, {}, scan.method(), scan.target(), {}, false, false, 0});
            return all;
        }
        const qsizetype size = std::min(pieces[piece], bytes.size() - arrived);
        received += bytes.sliced(arrived, size);
        arrived += size;
        piece = std::min(piece + 1, pieces.size() - 1);
    }
    return all;
}

} // namespace

/// Requires that the same valid requests are read, however the bytes are split into segments.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const auto whole = readings(bytes, {std::max<qsizetype>(1, bytes.size())});
    for (const Reading& reading : whole)
        check(reading);
    require(readings(bytes, {1}) == whole, "bytes one by one are read like all at once");
    const qsizetype cut = bytes.isEmpty() ? 1 : 1 + qsizetype(data[size - 1]) % bytes.size();
    require(readings(bytes, {cut, 3, bytes.size() + 1}) == whole, "pieces are read like the whole");
    return 0;
}
