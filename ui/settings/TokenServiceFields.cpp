// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/TokenServiceFields.h"

#include "console/ClientRegistrations.h"
#include "domain/Json.h"
#include "parts/Form.h"
#include "parts/Parts.h"
#include "parts/Said.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

/// Returns the URL of a field; empty if the field is.
Outcome<QUrl> urlOf(const QLineEdit* field)
{
    const QString text = field->text().trimmed();
    const QUrl url(text, QUrl::StrictMode);
    if (!text.isEmpty() && !url.isValid())
        return failed(FailureKind::Invalid,
            TokenServiceFields::tr("%1 is not a URL.").arg(field->accessibleName()));
    return url;
}

/// Returns the JSON object of a field; empty if the field is.
Outcome<QJsonObject> objectOf(const QLineEdit* field)
{
    const QByteArray json = field->text().trimmed().toUtf8();
    if (json.isEmpty())
        return QJsonObject();
    const auto object = jsonObject(json);
    if (!object)
        return failed(FailureKind::Invalid,
            TokenServiceFields::tr("%1 must be a JSON object: %2")
                .arg(field->accessibleName(), said(object.error().detail)));
    return object;
}

Secret secretOf(const QLineEdit* field)
{
    QByteArray text = field->text().trimmed().toUtf8();
    const Secret secret(text);
    wipe(text);
    return secret;
}

/// Secrets that were entered; empty: none.
struct EnteredSecrets {
    Secret token;
    Secret webhookSecret;
};

Task<Outcome<Done>> keep(
    ClientRegistrations& clients, Environment environment, EnteredSecrets secrets)
{
    if (!secrets.token.isEmpty())
        co_return co_await clients.keepToken(environment, secrets.token);
    if (!secrets.webhookSecret.isEmpty())
        co_return co_await clients.keepSecret(environment, secrets.webhookSecret);
    co_return Done{};
}

} // namespace

TokenServiceFields::TokenServiceFields(QFormLayout* form, QObject* parent)
    : QObject(parent)
    , m_form(form)
    , m_service(new QComboBox)
    , m_note(parts::caption(form->parentWidget(), "environmentTokenServiceNote"_L1))
    , m_registrationUrl(new QLineEdit)
    , m_metadataUrl(new QLineEdit)
    , m_access(new QComboBox)
    , m_token(new QLineEdit)
    , m_clientAuthentication(new QComboBox)
    , m_more(new QLineEdit)
    , m_webhookUrl(new QLineEdit)
    , m_webhookSecret(new QLineEdit)
    , m_endRotation(parts::button(form->parentWidget(), "environmentEndRotation"_L1,
          tr("Sign with the newest secret only")))
{
    m_service->addItems({tr("This program, if the address is its own"), tr("This program"),
        tr("Our own server; we give each pair"), tr("Our own server; it registers clients"),
        tr("Our own server; a webhook tells it")});
    // The longest text must not set the width of the window.
    m_service->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_service->setMinimumContentsLength(20);
    m_service->setToolTip(
        tr("Who serves the registered oauthTokenUrl, where SmartRecruiters gets its tokens."));
    form::addField(form, m_service, "environmentTokenService", tr("oauthTokenUrl is served by"));
    m_note->setText(tr("Keycloak, Ory Hydra, oidc-provider and Okta register clients. With Auth0 "
                       "or Zitadel, give each pair or use a webhook. authentik registers clients "
                       "but deletes none: jetbridge-cli registrations list names those that staff "
                       "must delete there. Given pairs are entered in Onboard."));
    form::addNote(form, m_note);
    addRegistration();
    addWebhook();
    connect(m_service, &QComboBox::currentIndexChanged, this, &TokenServiceFields::showFields);
    connect(m_access, &QComboBox::currentIndexChanged, this, &TokenServiceFields::showFields);
    connect(m_endRotation, &QPushButton::clicked, this, &TokenServiceFields::endRotationWanted);
    showFields();
}

void TokenServiceFields::addRegistration()
{
    m_registrationUrl->setToolTip(
        tr("The client registration endpoint of your authorization server (RFC 7591)."));
    form::addField(
        m_form, m_registrationUrl, "environmentRegistrationUrl", tr("Registration endpoint"));
    m_metadataUrl->setPlaceholderText(u"https://HOST/.well-known/oauth-authorization-server"_s);
    m_metadataUrl->setToolTip(tr("The server's metadata, which name that endpoint (RFC 8414). "
                                 "Enter one of the two addresses."));
    form::addField(m_form, m_metadataUrl, "environmentRegistrationMetadata", tr("Or its metadata"));
    m_access->addItems({tr("Open to everybody"), tr("Initial access token"), tr("Okta API token")});
    m_access->setToolTip(tr("How we authenticate to register a client. Keycloak and oidc-provider "
                            "need an initial access token, Okta an API token, Ory Hydra none."));
    form::addField(m_form, m_access, "environmentRegistrationAccess", tr("Registration is"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("Empty: the stored one stays"));
    m_token->setToolTip(tr("It is kept in the keychain and sent to that server only."));
    form::addField(m_form, m_token, "environmentRegistrationToken", tr("Token to register"));
    m_clientAuthentication->addItems({u"client_secret_post"_s, u"client_secret_basic"_s});
    m_clientAuthentication->setToolTip(
        tr("The token_endpoint_auth_method with which clients are registered."));
    form::addField(m_form, m_clientAuthentication, "environmentRegistrationClientAuth",
        tr("Clients authenticate by"));
    m_more->setPlaceholderText(u"{\"scope\":\"notify\"}"_s);
    m_more->setToolTip(tr("A JSON object that is sent with each registration; empty: none."));
    form::addField(m_form, m_more, "environmentRegistrationExtra", tr("Further client metadata"));
}

void TokenServiceFields::addWebhook()
{
    m_webhookUrl->setToolTip(
        tr("Where your backend is told of each client by signed webhooks (Standard Webhooks): "
           "staged before the integration is confirmed, then committed or withdrawn."));
    form::addField(m_form, m_webhookUrl, "environmentWebhookUrl", tr("Webhooks are sent to"));
    m_webhookSecret->setEchoMode(QLineEdit::Password);
    m_webhookSecret->setPlaceholderText(tr("Empty: the stored one stays"));
    m_webhookSecret->setToolTip(
        tr("whsec_ and the base64 of 24 to 64 bytes. It is kept in the keychain. The secret "
           "before it signs, too, until the newest alone shall sign."));
    form::addField(
        m_form, m_webhookSecret, "environmentWebhookSecret", tr("Secret that signs them"));
    m_endRotation->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_form->addRow(QString(), m_endRotation);
}

TokenService TokenServiceFields::service() const
{
    return TokenService(m_service->currentIndex());
}

void TokenServiceFields::showFields()
{
    const bool isRegistration = service() == TokenService::Registration;
    const bool isWebhook = service() == TokenService::Webhook;
    m_form->setRowVisible(m_note, isRegistration || isWebhook || service() == TokenService::Given);
    for (QWidget* field : {static_cast<QWidget*>(m_registrationUrl),
             static_cast<QWidget*>(m_metadataUrl), static_cast<QWidget*>(m_access),
             static_cast<QWidget*>(m_clientAuthentication), static_cast<QWidget*>(m_more)})
        m_form->setRowVisible(field, isRegistration);
    const bool needsToken = isRegistration
        && RegistrationSettings::Access(m_access->currentIndex())
            != RegistrationSettings::Access::Open;
    m_form->setRowVisible(m_token, needsToken);
    for (QWidget* field : {static_cast<QWidget*>(m_webhookUrl),
             static_cast<QWidget*>(m_webhookSecret), static_cast<QWidget*>(m_endRotation)})
        m_form->setRowVisible(field, isWebhook);
    if (!needsToken)
        m_token->setText({});
    if (!isWebhook)
        m_webhookSecret->setText({});
}

void TokenServiceFields::show(const Environment& environment)
{
    const RegistrationSettings& registration = environment.registration;
    m_registrationUrl->setText(registration.url.toString());
    m_metadataUrl->setText(registration.metadataUrl.toString());
    m_access->setCurrentIndex(int(registration.access));
    m_clientAuthentication->setCurrentText(registration.clientAuthentication);
    m_more->setText(registration.more.isEmpty()
            ? QString()
            : QString::fromUtf8(QJsonDocument(registration.more).toJson(QJsonDocument::Compact)));
    m_webhookUrl->setText(environment.webhook.url.toString());
    m_service->setCurrentIndex(int(environment.tokenService));
    wipeSecrets();
}

Outcome<Environment> TokenServiceFields::applied(Environment environment) const
{
    environment.tokenService = service();
    if (service() == TokenService::Registration) {
        RegistrationSettings& settings = environment.registration;
        for (const auto& [field, url] : {std::pair{m_registrationUrl, &settings.url},
                 std::pair{m_metadataUrl, &settings.metadataUrl}}) {
            const auto entered = urlOf(field);
            if (!entered)
                return passOn(entered);
            *url = *entered;
        }
        const auto more = objectOf(m_more);
        if (!more)
            return passOn(more);
        settings.more = *more;
        settings.access = RegistrationSettings::Access(m_access->currentIndex());
        settings.clientAuthentication = m_clientAuthentication->currentText();
    }
    if (service() == TokenService::Webhook) {
        const auto url = urlOf(m_webhookUrl);
        if (!url)
            return passOn(url);
        environment.webhook.url = *url;
    }
    return environment;
}

Task<Outcome<Done>> TokenServiceFields::keepSecrets(
    ClientRegistrations& clients, const Environment& environment) const
{
    return keep(clients, environment, {secretOf(m_token), secretOf(m_webhookSecret)});
}

void TokenServiceFields::wipeSecrets()
{
    m_token->setText({});
    m_webhookSecret->setText({});
}

} // namespace jetbridge::ui
