// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/EnvironmentsCard.h"

#include "console/ClientRegistrations.h"
#include "console/CurrentEnvironment.h"
#include "console/DataFolder.h"
#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Said.h"
#include "parts/Tokens.h"
#include "ports/Registry.h"
#include "settings/NewEnvironmentDialog.h"
#include "settings/TokenServiceFields.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

QStringList words(const QString& text)
{
    return text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString kindInWords(Environment::Kind kind)
{
    switch (kind) {
    case Environment::Kind::Simulator:
        return EnvironmentsCard::tr("Simulator: nothing leaves this computer");
    case Environment::Kind::Sandbox:
        return EnvironmentsCard::tr("Sandbox: SmartRecruiters' place for tests");
    case Environment::Kind::Production:
        return EnvironmentsCard::tr("Production: real customers");
    }
    Q_UNREACHABLE();
}

} // namespace

EnvironmentsCard::EnvironmentsCard(CurrentEnvironment& current, ClientRegistrations& clients,
    DataFolder& dataFolder, QWidget* parent)
    : QWidget(parent)
    , m_current(current)
    , m_clients(clients)
    , m_dataFolder(dataFolder)
    , m_choice(new QComboBox)
    , m_kind(parts::text(this, "environmentKind"_L1))
    , m_apiUrl(new QLineEdit)
    , m_portalUrl(new QLineEdit)
    , m_redirectHosts(new QLineEdit)
    , m_frameOrigins(new QLineEdit)
    , m_authentication(new QComboBox)
    , m_caFile(new QLineEdit)
    , m_publicUrl(new QLineEdit)
    , m_forwardTo(new QLineEdit)
    , m_tokenLifetime(new QSpinBox)
    , m_unknownScopes(new QComboBox)
    , m_tokenFormat(new QComboBox)
    , m_tokenIssuer(new QLineEdit)
    , m_tokenAudience(new QLineEdit)
    , m_verifyEvery(new QSpinBox)
    , m_said(parts::text(this, "environmentSaid"_L1))
    , m_switch(parts::button(this, "switchEnvironment"_L1, tr("Switch to this environment")))
    , m_open(parts::button(this, "openEnvironment"_L1, tr("Open in a new window")))
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(spacing::between);
    form->setVerticalSpacing(spacing::inside);
    form::addField(form, m_choice, "environmentChoice", tr("Environment"));
    form::addNote(form, m_kind);
    form::addField(form, m_apiUrl, "environmentApiUrl", tr("API address"));
    form::addField(form, m_portalUrl, "environmentPortalUrl", tr("Portal address"));
    form::addField(form, m_redirectHosts, "environmentRedirectHosts", tr("Allowed redirect hosts"));
    m_redirectHosts->setToolTip(
        tr("Hosts that SmartRecruiters may ask us to send the customer back to, with spaces."));
    form::addField(form, m_frameOrigins, "environmentFrameOrigins", tr("Allowed frame origins"));
    m_frameOrigins->setToolTip(
        tr("Origins (https://host) that may show the consent page in a frame, with spaces."));
    m_authentication->addItems({tr("In the request's body"), tr("In a header (HTTP Basic)")});
    form::addField(form, m_authentication, "environmentClientAuth", tr("Send credentials in"));
    m_caFile->setPlaceholderText(tr("The system's authorities"));
    form::addField(form, m_caFile, "environmentCaFile", tr("Custom CA (PEM file)"));
    m_publicUrl->setPlaceholderText(tr("None: the addresses are those of this computer"));
    form::addField(form, m_publicUrl, "environmentPublicUrl", tr("Public URL (tunnel)"));
    m_forwardTo->setPlaceholderText(tr("Nobody"));
    m_forwardTo->setToolTip(
        tr("Your own backend, which gets every verified notification that came to callbackUrl."));
    form::addField(form, m_forwardTo, "environmentForwardTo", tr("Forward notifications to"));
    m_tokenLifetime->setRange(60, 3600);
    m_tokenLifetime->setSuffix(tr(" s"));
    m_tokenLifetime->setToolTip(tr("Of the tokens that SmartRecruiters gets from oauthTokenUrl."));
    form::addField(form, m_tokenLifetime, "environmentTokenLifetime", tr("Token lifetime"));
    m_unknownScopes->addItems({tr("Issue our own scope"), tr("Refuse the request")});
    m_unknownScopes->setToolTip(
        tr("What oauthTokenUrl does when it is asked for a scope that it does not know. Whether "
           "SmartRecruiters sends a scope is unknown."));
    form::addField(form, m_unknownScopes, "environmentUnknownScopes", tr("Unknown scopes"));
    m_tokenService = new TokenServiceFields(form, this);
    m_tokenFormat->addItems({tr("Random text"), tr("Signed with RS256"), tr("Signed with ES256")});
    m_tokenFormat->setToolTip(tr(
        "The form of the tokens that SmartRecruiters gets from oauthTokenUrl. Our API asks here "
        "what random text stands for. It can check signed ones by itself, with the keys at "
        "/oauth/jwks.json, and accepts them until they expire, even if the customer is forgotten "
        "or disables the integration before."));
    form::addField(form, m_tokenFormat, "environmentAccessTokens", tr("Access tokens"));
    m_tokenIssuer->setToolTip(tr("The claim iss, as our API expects it; usually the public URL."));
    form::addField(form, m_tokenIssuer, "environmentTokenIssuer", tr("Issuer of signed tokens"));
    m_tokenAudience->setToolTip(tr("The claim aud: the name of our API, as it expects it."));
    form::addField(
        form, m_tokenAudience, "environmentTokenAudience", tr("Audience of signed tokens"));
    m_verifyEvery->setRange(0, 24 * 366);
    m_verifyEvery->setSpecialValueText(tr("Only when asked"));
    form::setUnit(m_verifyEvery, [](int hours) { return tr("%n hours", nullptr, hours); });
    m_verifyEvery->setToolTip(
        tr("While this window is open, every customer is verified before its last proof is as old "
           "as this; older ones count as expiring."));
    form::addField(form, m_verifyEvery, "environmentVerifyEvery", tr("Verify customers every"));
    form->addRow(form::reserveLine(m_said));
    auto* save = parts::primaryButton(this, "saveEnvironment"_L1, tr("Save environment"));
    auto* add = parts::button(this, "addEnvironment"_L1, tr("Add environment..."));
    form::addButtons(form, {save, m_switch, m_open, add});
    auto* blocked = parts::caption(this, "environmentsBlocked"_L1);
    blocked->setText(
        tr("While names are hidden or the demo is on, other environments are neither shown "
           "nor opened."));
    blocked->setVisible(showsOnlyThis());
    form->addRow(blocked);
    add->setEnabled(!showsOnlyThis());

    connect(m_choice, &QComboBox::currentIndexChanged, this, &EnvironmentsCard::show);
    connect(save, &QPushButton::clicked, this, &EnvironmentsCard::save);
    connect(add, &QPushButton::clicked, this, &EnvironmentsCard::askForNew);
    connect(m_tokenService, &TokenServiceFields::endRotationWanted, this,
        &EnvironmentsCard::endRotation);
    connect(m_switch, &QPushButton::clicked, this,
        [this] { Q_EMIT switchWanted(m_choice->currentText()); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        QProcess::startDetached(QCoreApplication::applicationFilePath(),
            {u"--data"_s, m_dataFolder.path(), u"--environment"_s, m_choice->currentText()});
    });
}

bool EnvironmentsCard::showsOnlyThis() const
{
    return Mask::isOn() || m_dataFolder.isPassing();
}

void EnvironmentsCard::load()
{
    QCoro::connect(
        m_current.environments().all(), this, [this](const Outcome<QList<Environment>>& all) {
            if (!all)
                return say(Tone::Bad, explainBriefly(all.error(), Errand::Here));
            const QString chosen = m_choice->currentText().isEmpty() ? m_current.environment().name
                                                                     : m_choice->currentText();
            m_environments = *all;
            m_choice->clear();
            if (showsOnlyThis())
                m_environments.removeIf([this](const Environment& one) {
                    return one.name != m_current.environment().name;
                });
            for (const Environment& environment : std::as_const(m_environments))
                m_choice->addItem(environment.name);
            m_choice->setCurrentText(chosen);
        });
}

void EnvironmentsCard::show(int index)
{
    if (index < 0 || index >= m_environments.size())
        return;
    const Environment& environment = m_environments.at(index);
    form::mark(m_kind, "environmentKind", environmentKindName(environment.kind));
    m_kind->setText(kindInWords(environment.kind));
    m_apiUrl->setText(environment.apiUrl.toString());
    m_portalUrl->setText(environment.portalUrl.toString());
    m_redirectHosts->setText(environment.redirectHosts.join(QLatin1Char(' ')));
    m_frameOrigins->setText(environment.frameOrigins.join(QLatin1Char(' ')));
    m_authentication->setCurrentIndex(
        environment.clientAuthentication == ClientAuthentication::Basic ? 1 : 0);
    m_caFile->setText(environment.caFile);
    m_publicUrl->setText(environment.publicUrl.toString());
    m_forwardTo->setText(environment.forwardTo.toString());
    m_tokenLifetime->setValue(environment.tokenLifetimeSeconds);
    m_unknownScopes->setCurrentIndex(environment.refusesUnknownScopes ? 1 : 0);
    m_tokenService->show(environment);
    m_tokenFormat->setCurrentIndex(int(environment.tokenFormat));
    m_tokenIssuer->setText(environment.tokenIssuer);
    m_tokenAudience->setText(environment.tokenAudience);
    m_verifyEvery->setValue(environment.verifyEveryHours);
    const bool isOther = environment.name != m_current.environment().name;
    m_switch->setEnabled(isOther);
    m_open->setEnabled(isOther);
    m_said->hide();
}

Environment EnvironmentsCard::entered() const
{
    const auto url = [](const QLineEdit* field) {
        return QUrl(field->text().trimmed());
    };
    Environment environment = m_environments.at(m_choice->currentIndex());
    environment.apiUrl = url(m_apiUrl);
    environment.portalUrl = url(m_portalUrl);
    environment.redirectHosts = words(m_redirectHosts->text());
    environment.frameOrigins = words(m_frameOrigins->text());
    environment.clientAuthentication = m_authentication->currentIndex() == 1
        ? ClientAuthentication::Basic
        : ClientAuthentication::Body;
    environment.caFile = m_caFile->text().trimmed();
    environment.publicUrl = url(m_publicUrl);
    environment.forwardTo = url(m_forwardTo);
    environment.tokenLifetimeSeconds = m_tokenLifetime->value();
    environment.refusesUnknownScopes = m_unknownScopes->currentIndex() == 1;
    environment.tokenFormat = TokenFormat(m_tokenFormat->currentIndex());
    environment.tokenIssuer = m_tokenIssuer->text().trimmed();
    environment.tokenAudience = m_tokenAudience->text().trimmed();
    environment.verifyEveryHours = m_verifyEvery->value();
    return environment;
}

void EnvironmentsCard::save()
{
    if (m_choice->currentIndex() < 0)
        return;
    const auto environment = m_tokenService->applied(entered());
    if (!environment)
        return say(Tone::Bad, said(environment.error().detail));
    if (!environment->caFile.isEmpty() && QSslCertificate::fromPath(environment->caFile).isEmpty())
        return say(Tone::Bad, tr("There is no PEM certificate in %1.").arg(environment->caFile));
    if (const auto sound = environment->validate(); !sound)
        return say(Tone::Bad, explainBriefly(sound.error(), Errand::Here));
    // The secrets first: settings that need them are not used without them.
    QCoro::connect(m_tokenService->keepSecrets(m_clients, *environment), this,
        [this, environment = *environment](const Outcome<Done>& kept) {
            if (!kept)
                return say(Tone::Bad, explainBriefly(kept.error(), Errand::Here));
            m_tokenService->wipeSecrets();
            keep(environment);
        });
}

void EnvironmentsCard::endRotation()
{
    if (m_choice->currentIndex() < 0)
        return;
    QCoro::connect(m_clients.endRotation(m_environments.at(m_choice->currentIndex())), this,
        [this](const Outcome<Done>& ended) {
            if (ended)
                say(Tone::Good, tr("Only the newest secret signs webhooks from now on."));
            else
                say(Tone::Bad, explainBriefly(ended.error(), Errand::Here));
        });
}

void EnvironmentsCard::askForNew()
{
    auto* dialog = new NewEnvironmentDialog(m_environments, this);
    connect(dialog, &NewEnvironmentDialog::chosen, this, &EnvironmentsCard::keep);
    dialog->open();
}

void EnvironmentsCard::keep(const Environment& environment)
{
    QCoro::connect(
        m_current.save(environment), this, [this, environment](const Outcome<Done>& saved) {
            if (!saved)
                return say(Tone::Bad, explainBriefly(saved.error(), Errand::Here));
            int index = m_choice->findText(environment.name);
            if (index < 0) {
                index = int(m_environments.size());
                m_environments.append(environment);
                m_choice->addItem(environment.name);
            }
            m_environments[index] = environment;
            m_choice->setCurrentIndex(index);
            show(index);
            say(Tone::Good, tr("Saved."));
        });
}

void EnvironmentsCard::say(Tone tone, const QString& sentence)
{
    form::say(m_said, tone, sentence);
}

} // namespace jetbridge::ui
