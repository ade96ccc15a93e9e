// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Timer.h"

#include <map>

namespace jetbridge::test {

/// A timer whose time passes only when the test says so.
class TestTimer final : public Timer {
public:
    std::chrono::milliseconds elapsed() const override { return m_now; }
    void ringAfter(std::chrono::milliseconds time, std::function<void()> ring) override
    {
        m_rings.emplace(m_now + time, std::move(ring));
    }
    /// Moves to the next ring; false if there is none.
    bool ringNext()
    {
        if (m_rings.empty())
            return false;
        auto next = m_rings.extract(m_rings.begin());
        m_now = next.key();
        next.mapped()();
        return true;
    }
    void advance(std::chrono::milliseconds time)
    {
        const auto until = m_now + time;
        while (!m_rings.empty() && m_rings.begin()->first <= until)
            ringNext();
        m_now = until;
    }

private:
    std::chrono::milliseconds m_now{1};
    std::multimap<std::chrono::milliseconds, std::function<void()>> m_rings;
};

} // namespace jetbridge::test
