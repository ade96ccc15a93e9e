// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <memory>
#include <optional>
#include <utility>

namespace jetbridge::storage {

/// A value that comes later: one coroutine awaits it, somebody else settles it, both on the same
/// thread.
///
/// Copies share the value. It cannot be cancelled, which is why it is used instead of a QFuture.
template <typename T> class Later {
public:
    /// Hands over the value and goes on with the coroutine that waits. Only the first value counts.
    void settle(T value) const
    {
        if (m_state->settled)
            return;
        m_state->settled = true;
        m_state->value = std::move(value);
        if (const auto waiting = std::exchange(m_state->waiting, nullptr))
            waiting.resume();
    }
    bool isSettled() const { return m_state->settled; }

    bool await_ready() const noexcept { return m_state->settled; }
    void await_suspend(std::coroutine_handle<> waiting) const noexcept
    {
        m_state->waiting = waiting;
    }
    T await_resume() const { return std::move(*m_state->value); }

private:
    struct State {
        bool settled = false;
        std::optional<T> value;
        std::coroutine_handle<> waiting;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace jetbridge::storage
