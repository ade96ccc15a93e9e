// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "domain/Scopes.h"

#include <QJsonObject>
#include <QList>
#include <QUrl>

namespace jetbridge {

/// How the consent page is opened for the customer (guide, 1).
enum class ConsentDisplayMode { Redirect, Popup };

/// Returns "REDIRECT" or "POPUP", as the guide spells them.
QString consentDisplayModeName(ConsentDisplayMode mode);
Outcome<ConsentDisplayMode> consentDisplayModeFromName(const QString& name);

/// Who sees the application on the Apps & Integrations page (guide, "Application's visibility").
enum class Visibility { AllCustomers, SelectedCustomers };

/// An access scope with the reason why the application needs it (for the Partner & API Team's
/// review).
struct ScopeRequest {
    QString name;
    QString reason;
    bool operator==(const ScopeRequest&) const = default;
};

/// State of the registration with the Partner & API Team (guide, 1).
enum class RegistrationState { Draft, Sent, AdjustScopes, Approved };

/// A remark of Application::check() on one field.
struct Finding {
    enum class Severity { Error, Warning, Note };
    Severity severity = Severity::Error;
    QString field; ///< The guide's field name ("consentUrl", "scopes").
    Message message; ///< What is wrong and what to do; said after the field's name.
    bool operator==(const Finding&) const = default;
};

QString severityName(Finding::Severity severity); ///< "error", "warning", "note"

/// The partner's application: what the Partner & API Team needs to issue Master Credentials. Fields
/// and names are the guide's (1).
struct Application {
    QString name;
    QString description;
    QUrl logo; ///< https or data: URL of an image; may be empty in a draft.
    QList<ScopeRequest> scopes;
    QUrl consentUrl;
    ConsentDisplayMode consentDisplayMode = ConsentDisplayMode::Redirect;
    QUrl oauthTokenUrl; ///< Optional; if it is set, integrations are bi-directional.
    QUrl callbackUrl; ///< Optional; never called without oauthTokenUrl.
    Visibility visibility = Visibility::SelectedCustomers;
    RegistrationState state = RegistrationState::Draft;
    QStringList unknownFields = {}; ///< Unknown fields of the file it was read from; they are only
                                    ///< reported.

    /// Tells whether SmartRecruiters calls us, too, so that the customer must be shown what it may
    /// do (guide, 3).
    bool isBidirectional() const { return !oauthTokenUrl.isEmpty(); }
    Scopes scopeNames() const;

    /// Reads a document with the guide's field names; `scopes` may hold names or `{name, reason}`.
    /// The names of unknown fields are kept (unknownFields) for check(). Invalid: the detail names
    /// the field.
    static Outcome<Application> fromJson(const QByteArray& json);
    QJsonObject toJson() const;

    /// Checks every rule of the guide and of the clauses that needs no network request.
    QList<Finding> check() const;

    bool operator==(const Application&) const = default;
};

QString registrationStateName(
    RegistrationState state); ///< "draft", "sent", "adjustScopes", "approved"
Outcome<RegistrationState> registrationStateFromName(const QString& name);

/// Tells whether a URL is http on localhost, 127.0.0.0/8 or [::1], the only places where http is
/// allowed.
bool isLoopback(const QUrl& url);
/// Tells whether both addresses lead to the same place: they are equal, or differ only in the name
/// of this computer (localhost, 127.0.0.1, [::1]).
bool leadsToTheSame(const QUrl& one, const QUrl& other);

} // namespace jetbridge
