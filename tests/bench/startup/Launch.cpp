// SPDX-License-Identifier: GPL-3.0-or-later
#include "Launch.h"

#include <xcb/damage.h>
#include <xcb/xcb.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>
#include <thread>

namespace jetbridge::bench {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto patience = 20s;
constexpr auto settled = 1s;
// Qt and the desktop also create helper windows of a few pixels.
constexpr uint16_t leastWidth = 400;
constexpr uint16_t leastHeight = 300;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Free {
    void operator()(void* memory) const { std::free(memory); }
};
template <typename T> using Owned = std::unique_ptr<T, Free>;

/// Notices every new top-level window of the display, and when something is painted into it.
class Watch {
public:
    Watch()
        : m_connection(xcb_connect(nullptr, nullptr))
    {
        if (xcb_connection_has_error(m_connection.get()))
            throw std::runtime_error("There is no X display.");
        const auto* damage = xcb_get_extension_data(m_connection.get(), &xcb_damage_id);
        if (!damage || !damage->present)
            throw std::runtime_error("The X server has no Damage extension.");
        m_damageNotify = damage->first_event + XCB_DAMAGE_NOTIFY;
        const Owned<xcb_damage_query_version_reply_t> version(xcb_damage_query_version_reply(
            m_connection.get(), xcb_damage_query_version(m_connection.get(), 1, 1), nullptr));
        const xcb_window_t root =
            xcb_setup_roots_iterator(xcb_get_setup(m_connection.get())).data->root;
        const uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
        xcb_change_window_attributes(m_connection.get(), root, XCB_CW_EVENT_MASK, &events);
        // It is answered only after the mask is set, so that no window of a child started now is
        // missed.
        const Owned<xcb_get_input_focus_reply_t> synced(xcb_get_input_focus_reply(
            m_connection.get(), xcb_get_input_focus(m_connection.get()), nullptr));
    }

    void waitForPaint(Clock::time_point start, Launch& result)
    {
        m_mapped.clear();
        while (result.paintedMs <= 0) {
            while (const Owned<xcb_generic_event_t> event{xcb_poll_for_event(m_connection.get())})
                take(*event, millisecondsSince(start), result);
            if (result.paintedMs > 0)
                return;
            if (Clock::now() - start > patience || xcb_connection_has_error(m_connection.get()))
                throw std::runtime_error("The program showed no window.");
            pollfd ready{xcb_get_file_descriptor(m_connection.get()), POLLIN, 0};
            poll(&ready, 1, 100);
        }
    }

private:
    void take(const xcb_generic_event_t& event, double now, Launch& result)
    {
        const uint8_t type = event.response_type & 0x7f;
        if (type == XCB_CREATE_NOTIFY) {
            const auto& created = reinterpret_cast<const xcb_create_notify_event_t&>(event);
            xcb_damage_create(m_connection.get(), xcb_generate_id(m_connection.get()),
                created.window, XCB_DAMAGE_REPORT_LEVEL_RAW_RECTANGLES);
            xcb_flush(m_connection.get());
        } else if (type == XCB_MAP_NOTIFY) {
            m_mapped[reinterpret_cast<const xcb_map_notify_event_t&>(event).window] = now;
        } else if (type == m_damageNotify) {
            const auto& damage = reinterpret_cast<const xcb_damage_notify_event_t&>(event);
            const auto mapped = m_mapped.find(damage.drawable);
            if (mapped == m_mapped.end() || damage.geometry.width < leastWidth
                || damage.geometry.height < leastHeight || result.paintedMs > 0)
                return;
            result.mappedMs = mapped->second;
            result.paintedMs = now;
        }
    }

    struct Disconnect {
        void operator()(xcb_connection_t* connection) const { xcb_disconnect(connection); }
    };
    std::unique_ptr<xcb_connection_t, Disconnect> m_connection;
    std::map<xcb_window_t, double> m_mapped; // Milliseconds after the start.
    uint8_t m_damageNotify = 0;
};

/// A process in a group of its own, which is ended with its children at the end of the scope.
class Child {
public:
    explicit Child(const std::vector<std::string>& command)
    {
        std::vector<char*> arguments;
        arguments.reserve(command.size() + 1);
        for (const std::string& argument : command)
            arguments.push_back(const_cast<char*>(argument.c_str()));
        arguments.push_back(nullptr);
        m_id = fork();
        if (m_id < 0)
            throw std::runtime_error("fork failed");
        if (m_id == 0) {
            setpgid(0, 0);
            const int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
            dup2(nothing, STDOUT_FILENO);
            dup2(nothing, STDERR_FILENO);
            execv(arguments.front(), arguments.data());
            _exit(127);
        }
        setpgid(m_id, m_id);
    }
    ~Child()
    {
        kill(-m_id, SIGKILL);
        waitpid(m_id, nullptr, 0);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    double pssMiB() const
    {
        double kib = 0;
        for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
            const pid_t id = std::atoi(entry.path().filename().c_str());
            if (id <= 0 || getpgid(id) != m_id)
                continue;
            std::ifstream rollup(entry.path() / "smaps_rollup");
            for (std::string word; rollup >> word;) {
                if (double value = 0; word == "Pss:" && rollup >> value)
                    kib += value;
            }
        }
        return kib / 1024;
    }

private:
    pid_t m_id = 0;
};

} // namespace

Launch launch(const std::vector<std::string>& command)
{
    Launch result;
    // One object for all launches: a server that loses its last client restarts.
    static Watch watch;
    const auto start = Clock::now();
    const Child child(command);
    watch.waitForPaint(start, result);
    std::this_thread::sleep_for(settled);
    result.pssMiB = child.pssMiB();
    return result;
}

} // namespace jetbridge::bench
