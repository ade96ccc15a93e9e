// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Failure.h"

#include <tl/expected.hpp>

namespace jetbridge {

/// A value or the Failure that kept us from it.
template <typename T> using Outcome = tl::expected<T, Failure>;

/// "It worked, and there is nothing to hand back." (QCoro 0.8 never settles on std::monostate.)
struct Done {
    bool operator==(const Done&) const = default;
};

/// Builds the failed side of any Outcome.
inline tl::unexpected<Failure> failed(
    FailureKind kind, QString detail, int status = 0, QString code = {})
{
    return tl::unexpected<Failure>(Failure{kind, status, std::move(code), std::move(detail), {}});
}

/// Passes a failure on from an Outcome of another type.
template <typename T> tl::unexpected<Failure> passOn(const Outcome<T>& outcome)
{
    return tl::unexpected<Failure>(outcome.error());
}

} // namespace jetbridge
