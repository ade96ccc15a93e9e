// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/Gate.h"
#include "simulator/Notifier.h"
#include "simulator/PartnerApi.h"
#include "simulator/RateLimits.h"

namespace jetbridge::simulator {

/// The control interface `/_simulator/...`, by which tests, the command line and the window control
/// the simulator. Faults never apply to it.
class ControlInterface {
public:
    ControlInterface(World& world, Gate& gate, Faults& faults, RequestLog& log, RateLimits& limits,
        PartnerApi& partnerApi, std::function<Notifier&()> notifier);
    void mount(web::Router& router);
    void setBase(QUrl base) { m_base = std::move(base); }

private:
    web::Reply state() const;
    web::Reply apps() const;
    web::Reply registerApp(const web::Request& request);
    web::Reply review(const web::Request& request);
    web::Reply companies(const web::Request& request) const;
    web::Reply addCompanies(const web::Request& request);
    web::Reply grant(const web::Request& request);
    web::Reply setFaults(const web::Request& request);
    web::Reply clock() const;
    web::Reply moveClock(const web::Request& request);
    web::Reply requests(const web::Request& request) const;
    web::Reply changeSettings(const web::Request& request);
    web::Reply reset();
    web::Reply openApi() const;

    World& m_world;
    Gate& m_gate;
    Faults& m_faults;
    RequestLog& m_log;
    RateLimits& m_limits;
    PartnerApi& m_partnerApi;
    std::function<Notifier&()> m_notifier;
    QUrl m_base;
};

} // namespace jetbridge::simulator
