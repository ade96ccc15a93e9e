// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/FormPage.h"
#include "http/Client.h"
#include "ports/Task.h"

namespace jetbridge {

/// The administrator's browser, as far as forms and redirects go: for journeys that are played
/// without a window. Fails where a page answers an error or does not come within 30 s.
class FormBrowser {
public:
    /// `caFile`: whose certificates are believed (Environment::caFile).
    explicit FormBrowser(const QString& caFile = {}) { m_client.setAuthorities(caFile); }

    Task<Outcome<FormPage>> open(QUrl url) { return follow(std::move(url), "GET", {}); }
    /// Submits the form of that button with what was `typed`, by the fields' names.
    Task<Outcome<FormPage>> press(
        FormPage page, QString buttonId, QHash<QString, QString> typed = {});

private:
    Task<Outcome<FormPage>> follow(QUrl url, QByteArray method, QByteArray body);

    http::Client m_client;
};

} // namespace jetbridge
