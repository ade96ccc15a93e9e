// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

#include <tl/expected.hpp>

namespace jetbridge {

/// A value, or the Failure that prevented it. The compiler warns if it is ignored: this is a class
/// of our own because tl::expected has [[nodiscard]] only from 1.3 on, and QCoro from 0.13 on.
template <typename T> class [[nodiscard]] Outcome : public tl::expected<T, Failure> {
public:
    using tl::expected<T, Failure>::expected;

    friend bool operator==(const Outcome& one, const Outcome& other)
    {
        return static_cast<const tl::expected<T, Failure>&>(one)
            == static_cast<const tl::expected<T, Failure>&>(other);
    }
};

/// Ignores a result on purpose, where it is right to continue in any case; a comment beside the
/// call says why.
template <typename T> void disregard(const Outcome<T>&) { }

/// Empty result of a function that worked and has nothing to return. (QCoro 0.8 never settles on
/// std::monostate.)
struct Done {
    bool operator==(const Done&) const = default;
};

/// Builds the failed side of any Outcome.
inline tl::unexpected<Failure> failed(
    FailureKind kind, Message detail, int status = 0, QString code = {})
{
    return tl::unexpected<Failure>(Failure{kind, status, std::move(code), std::move(detail), {}});
}

/// The same with a text that has no code.
inline tl::unexpected<Failure> failed(
    FailureKind kind, QString words, int status = 0, QString code = {})
{
    return failed(kind, Message::inWords(std::move(words)), status, std::move(code));
}

/// Converts the failure of an Outcome to one of another type.
template <typename T> tl::unexpected<Failure> passOn(const Outcome<T>& outcome)
{
    return tl::unexpected<Failure>(outcome.error());
}

} // namespace jetbridge
