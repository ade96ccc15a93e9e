// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "domain/Scopes.h"

#include <QJsonObject>
#include <QList>
#include <QUrl>

namespace jetbridge {

/// How the customer meets the consent page (guide, 1).
enum class ConsentDisplayMode { Redirect, Popup };

/// "REDIRECT" or "POPUP", the guide's spelling.
QString consentDisplayModeName(ConsentDisplayMode mode);
Outcome<ConsentDisplayMode> consentDisplayModeFromName(const QString& name);

/// Who sees the application on the Apps & Integrations page (guide, "Application's visibility").
enum class Visibility { AllCustomers, SelectedCustomers };

/// One access scope and why the application needs it (for the Partner & API Team's review).
struct ScopeRequest {
    QString name;
    QString reason;
    bool operator==(const ScopeRequest&) const = default;
};

/// Where the registration with the Partner & API Team stands (guide, 1).
enum class RegistrationState { Draft, Sent, AdjustScopes, Approved };

/// Something `check` has to say about one field of the application.
struct Finding {
    enum class Severity { Error, Warning, Note };
    Severity severity = Severity::Error;
    QString field; ///< The guide's field name ("consentUrl", "scopes").
    Message message; ///< What is wrong and what to do; said after the field's name.
    bool operator==(const Finding&) const = default;
};

QString severityName(Finding::Severity severity); ///< "error", "warning", "note"

/// What the Partner & API Team needs to issue Master Credentials; fields and names are the guide's
/// (1).
struct Application {
    QString name;
    QString description;
    QUrl logo; ///< https or data: URL of an image; may be empty in a draft.
    QList<ScopeRequest> scopes;
    QUrl consentUrl;
    ConsentDisplayMode consentDisplayMode = ConsentDisplayMode::Redirect;
    QUrl oauthTokenUrl; ///< Optional.
    QUrl callbackUrl; ///< Optional; never called without oauthTokenUrl.
    Visibility visibility = Visibility::SelectedCustomers;
    RegistrationState state = RegistrationState::Draft;
    QStringList unknownFields = {}; ///< Of the file it was read from: nothing is done with them.

    /// SmartRecruiters calls us too, so that the customer must see what it may do (guide, 3).
    bool isBidirectional() const { return !oauthTokenUrl.isEmpty(); }
    Scopes scopeNames() const;

    /// Reads the guide's field names; `scopes` may be names or `{name, reason}`. Others are kept by
    /// name (unknownFields), for check(). Invalid names the field.
    static Outcome<Application> fromJson(const QByteArray& json);
    QJsonObject toJson() const;

    /// Every rule of the guide and of the clauses that can be seen without calling anybody.
    QList<Finding> check() const;

    bool operator==(const Application&) const = default;
};

QString registrationStateName(
    RegistrationState state); ///< "draft", "sent", "adjustScopes", "approved"
Outcome<RegistrationState> registrationStateFromName(const QString& name);

/// True for http on localhost, 127.0.0.0/8 or [::1]: the only place where http is allowed.
bool isLoopback(const QUrl& url);

} // namespace jetbridge
