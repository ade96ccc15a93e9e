// SPDX-License-Identifier: GPL-3.0-or-later
#include "partner/ApplicationPage.h"

#include "console/Customers.h"
#include "console/DataFolder.h"
#include "console/PartnerAccess.h"
#include "console/TrafficRecords.h"
#include "console/WholeFile.h"
#include "partner/AppCardPreview.h"
#include "partner/ConsentAgainHint.h"
#include "partner/LeastPrivilegeHint.h"
#include "partner/ScopePicker.h"
#include "parts/FailureText.h"
#include "parts/FlowLayout.h"
#include "parts/Form.h"
#include "parts/GrowingColumn.h"
#include "parts/Parts.h"
#include "parts/Question.h"
#include "parts/Said.h"
#include "parts/SaveDialog.h"
#include "parts/SideBySide.h"
#include "parts/StatusWords.h"
#include "parts/Tokens.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMimeDatabase>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int lettersBeside = 84; ///< Width of form and card beside each other.

QVBoxLayout* columnIn(SideBySide* beside)
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    beside->add(side);
    return column;
}

} // namespace

ApplicationPage::ApplicationPage(const Topics& topics, QWidget* parent)
    : QWidget(parent)
    , m_topics(topics)
    , m_preview(new AppCardPreview)
    , m_name(new QLineEdit)
    , m_description(new QPlainTextEdit)
    , m_logo(new QLineEdit)
    , m_scopes(new QTableWidget(0, 2))
    , m_leastPrivilege(new LeastPrivilegeHint(topics.traffic.exchanges()))
    , m_consentAgain(new ConsentAgainHint(topics.customers.overview()))
    , m_consentUrl(new QLineEdit)
    , m_mode(new QComboBox)
    , m_oauthTokenUrl(new QLineEdit)
    , m_callbackUrl(new QLineEdit)
    , m_visibility(new QComboBox)
    , m_state(new QComboBox)
    , m_said(parts::text(this, "applicationSaid"_L1))
    , m_checkSoon(new QTimer(this))
    , m_credentialsStatus(parts::text(this, "masterCredentialsStatus"_L1))
    , m_appId(new QLineEdit)
    , m_clientId(new QLineEdit)
    , m_clientSecret(new QLineEdit)
    , m_prove(parts::changingButton(
          this, "proveAndStore"_L1, {tr("Test and save"), tr("Test and replace")}))
    , m_forget(parts::button(this, "forgetMasterCredentials"_L1, tr("Forget...")))
    , m_credentialsSaid(parts::text(this, "masterCredentialsSaid"_L1))
    , m_previous(parts::text(this, "previousMasterCredentials"_L1))
    , m_back(parts::button(
          this, "backToPreviousMasterCredentials"_L1, tr("Restore previous credentials")))
    , m_rotations(parts::caption(this, "masterCredentialsHistory"_L1))
{
    setObjectName(u"applicationPage"_s);
    m_prove->setProperty("primary", true);
    QVBoxLayout* column = form::scrollingColumn(this, tr("Application"), 2 * form::columnLetters);
    buildCredentials(column);
    // On a wide screen the card is seen beside the form while it is filled in.
    auto* beside = new SideBySide(lettersBeside);
    buildApplication(columnIn(beside));
    buildPreview(columnIn(beside));
    column->addWidget(beside);
    column->addStretch();

    m_checkSoon->setSingleShot(true);
    m_checkSoon->setInterval(250);
    connect(m_checkSoon, &QTimer::timeout, this, &ApplicationPage::check);
    const auto changed = [this] {
        if (!m_loading)
            m_checkSoon->start();
    };
    for (QLineEdit* field : {m_name, m_logo, m_consentUrl, m_oauthTokenUrl, m_callbackUrl})
        connect(field, &QLineEdit::textChanged, this, changed);
    connect(m_description, &QPlainTextEdit::textChanged, this, changed);
    connect(m_scopes, &QTableWidget::itemChanged, this, changed);
    for (QComboBox* choice : {m_mode, m_visibility})
        connect(choice, &QComboBox::activated, this, changed);
    connect(
        &m_topics.partnerAccess, &PartnerAccess::credentialsChanged, this, &ApplicationPage::load);
}

void ApplicationPage::buildApplication(QVBoxLayout* column)
{
    QFormLayout* form = form::card(column, tr("What SmartRecruiters needs to know"));
    const auto add = [&](QWidget* field, const char* objectName, const char* guideName,
                         const QString& label) {
        form::addField(form, field, objectName, label);
        auto* finding =
            parts::caption(this, QLatin1String((QByteArray(objectName) + "Finding").constData()));
        finding->hide();
        form::addNote(form, finding);
        m_findings.insert(QLatin1String(guideName), finding);
    };
    add(m_name, "applicationName", "name", tr("Name"));
    m_description->setFixedHeight(3 * controlHeight);
    m_description->setTabChangesFocus(true);
    add(m_description, "applicationDescription", "description", tr("Description"));
    add(m_logo, "applicationLogo", "logo", tr("Logo (address)"));
    auto* picture = parts::button(this, "chooseLogo"_L1, tr("Choose a picture..."));
    form->addRow(QString(), picture);
    picture->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(picture, &QPushButton::clicked, this, &ApplicationPage::chooseLogo);

    m_scopes->setHorizontalHeaderLabels({tr("Scope"), tr("Why it is needed")});
    new GrowingColumn(m_scopes, 1, 16);
    m_scopes->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_scopes->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_scopes->verticalHeader()->hide();
    m_scopes->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_scopes->setShowGrid(false);
    m_scopes->setMinimumHeight(5 * controlHeight);
    m_scopes->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_scopes->setTabKeyNavigation(false);
    add(m_scopes, "applicationScopes", "scopes", tr("Scopes"));
    form::addNote(form, m_leastPrivilege);
    form::addNote(form, m_consentAgain);
    auto* pick = parts::button(this, "pickScopes"_L1, tr("Choose scopes..."));
    connect(pick, &QPushButton::clicked, this, &ApplicationPage::pickScopes);
    auto* addOne = parts::button(this, "addScope"_L1, tr("Add scope"));
    auto* removeOne = parts::button(this, "removeScope"_L1, tr("Remove scope"));
    auto* scopeButtons = new FlowLayout;
    for (QPushButton* button : {pick, addOne, removeOne})
        scopeButtons->addWidget(button);
    form->addRow(QString(), scopeButtons);
    connect(addOne, &QPushButton::clicked, this, [this] {
        addScope({});
        m_scopes->setCurrentCell(m_scopes->rowCount() - 1, 0);
        m_scopes->editItem(m_scopes->currentItem());
    });
    connect(removeOne, &QPushButton::clicked, this, [this] {
        m_scopes->removeRow(m_scopes->currentRow());
        m_checkSoon->start();
    });

    add(m_consentUrl, "applicationConsentUrl", "consentUrl", u"consentUrl"_s);
    m_mode->addItem(tr("REDIRECT: the customer leaves for our page and comes back"));
    m_mode->addItem(tr("POPUP: our page opens in a frame at SmartRecruiters"));
    add(m_mode, "applicationMode", "consentDisplayMode", u"consentDisplayMode"_s);
    m_oauthTokenUrl->setPlaceholderText(tr("Only when SmartRecruiters calls us (bi-directional)"));
    add(m_oauthTokenUrl, "applicationOauthTokenUrl", "oauthTokenUrl", u"oauthTokenUrl"_s);
    m_callbackUrl->setPlaceholderText(tr("Told when a customer disables the integration"));
    add(m_callbackUrl, "applicationCallbackUrl", "callbackUrl", u"callbackUrl"_s);
    m_visibility->addItems({tr("All customers"), tr("Selected customers")});
    m_visibility->setCurrentIndex(int(Application().visibility)); // until an application is shown
    add(m_visibility, "applicationVisibility", "visibility", tr("Visible to"));
    m_state->addItems({tr("Draft"), tr("Sent to SmartRecruiters"),
        tr("SmartRecruiters asks to adjust scopes"), tr("Approved")});
    form::addField(form, m_state, "registrationState", tr("Registration"));
    form->addRow(form::reserveLine(m_said));
    auto* save = parts::button(this, "saveApplication"_L1, tr("Save application"));
    auto* packet = parts::button(this, "exportPacket"_L1, tr("Export packet"));
    packet->setToolTip(tr("What the Partner & API Team needs, as a file to send to them"));
    packet->setProperty("menu", true);
    auto* formats = new QMenu(packet);
    formats->setObjectName(u"packetFormats"_s);
    const std::pair<QString, PacketFormat> kinds[] = {{tr("Markdown text"), PacketFormat::Markdown},
        {tr("Web page"), PacketFormat::Html}, {tr("JSON file"), PacketFormat::Json}};
    for (const auto& format : kinds)
        formats->addAction(
            format.first, this, [this, kind = format.second] { exportPacket(kind); });
    packet->setMenu(formats);
    form::addButtons(form, {save, packet});
    connect(save, &QPushButton::clicked, this, &ApplicationPage::save);
    column->addStretch();
}

void ApplicationPage::buildPreview(QVBoxLayout* column)
{
    QFormLayout* preview = form::card(column, tr("On the Apps & Integrations page"));
    preview->addRow(m_preview);
    m_preview->show({});
    column->addStretch();
}

void ApplicationPage::buildCredentials(QVBoxLayout* column)
{
    QFormLayout* form = form::card(column, tr("Master credentials"));
    form->addRow(m_credentialsStatus);
    m_appId->setPlaceholderText(tr("Paste here: the identifier, or everything as JSON"));
    form::addField(form, m_appId, "masterAppId", tr("Application ID"));
    form::addField(form, m_clientId, "masterClientId", u"clientId"_s);
    m_clientSecret->setEchoMode(QLineEdit::Password);
    form::addField(form, m_clientSecret, "masterClientSecret", u"clientSecret"_s);
    form->addRow(form::reserveLine(m_credentialsSaid));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    buttons->addWidget(m_prove);
    buttons->addWidget(m_forget);
    buttons->addStretch();
    form->addRow(buttons);
    m_forget->setProperty("danger", true);
    form->addRow(m_previous);
    form::addButtons(form, {m_back});
    form->addRow(m_rotations);
    for (QWidget* later : {static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_back),
             static_cast<QWidget*>(m_rotations)})
        later->hide();
    for (QLineEdit* field : {m_appId, m_clientId})
        connect(field, &QLineEdit::textChanged, this, &ApplicationPage::takePastedJson);
    connect(m_prove, &QPushButton::clicked, this, &ApplicationPage::proveAndStore);
    for (const QLineEdit* field : {m_appId, m_clientId, m_clientSecret})
        connect(field, &QLineEdit::returnPressed, m_prove, &QPushButton::click);
    connect(m_forget, &QPushButton::clicked, this, &ApplicationPage::forget);
    connect(m_back, &QPushButton::clicked, this, &ApplicationPage::goBack);
}

void ApplicationPage::load()
{
    m_leastPrivilege->load();
    m_consentAgain->load();
    QCoro::connect(m_topics.partnerAccess.applications().load(), this,
        [this](const Outcome<std::optional<Application>>& loaded) {
            if (!loaded)
                form::say(m_said, Tone::Bad, explainBriefly(loaded.error(), Errand::Here));
            else if (*loaded)
                show(**loaded);
        });
    showCredentials();
}

void ApplicationPage::show(const Application& application)
{
    m_loading = true;
    m_name->setText(application.name);
    m_description->setPlainText(application.description);
    m_logo->setText(application.logo.toString());
    m_logo->setCursorPosition(0);
    m_scopes->setRowCount(0);
    for (const ScopeRequest& scope : application.scopes)
        addScope(scope);
    m_consentUrl->setText(application.consentUrl.toString());
    m_mode->setCurrentIndex(int(application.consentDisplayMode));
    m_oauthTokenUrl->setText(application.oauthTokenUrl.toString());
    m_callbackUrl->setText(application.callbackUrl.toString());
    m_visibility->setCurrentIndex(int(application.visibility));
    m_state->setCurrentIndex(int(application.state));
    m_loading = false;
    check();
}

Application ApplicationPage::entered() const
{
    const auto url = [](const QLineEdit* field) {
        return QUrl(field->text().trimmed());
    };
    Application application;
    application.name = m_name->text().trimmed();
    application.description = m_description->toPlainText().trimmed();
    application.logo = url(m_logo);
    for (int row = 0; row < m_scopes->rowCount(); ++row) {
        const ScopeRequest scope{
            m_scopes->item(row, 0)->text().trimmed(), m_scopes->item(row, 1)->text().trimmed()};
        if (!scope.name.isEmpty())
            application.scopes.append(scope);
    }
    application.consentUrl = url(m_consentUrl);
    application.consentDisplayMode = ConsentDisplayMode(m_mode->currentIndex());
    application.oauthTokenUrl = url(m_oauthTokenUrl);
    application.callbackUrl = url(m_callbackUrl);
    application.visibility = Visibility(m_visibility->currentIndex());
    application.state = RegistrationState(m_state->currentIndex());
    return application;
}

void ApplicationPage::check()
{
    QHash<QString, Finding> worst;
    const Application application = entered();
    m_preview->show(application);
    m_leastPrivilege->show(application.scopeNames());
    m_consentAgain->show(application.scopeNames());
    const QList<Finding> findings = application.check();
    for (const Finding& finding : findings) {
        const auto known = worst.constFind(finding.field);
        if (known == worst.constEnd() || finding.severity < known->severity)
            worst.insert(finding.field, finding);
    }
    for (auto it = m_findings.cbegin(); it != m_findings.cend(); ++it) {
        QLabel* label = it.value();
        const auto found = worst.constFind(it.key());
        label->setVisible(found != worst.constEnd());
        if (found == worst.constEnd())
            continue;
        const QString sentence = u"%1 %2"_s.arg(found->field, said(found->message));
        const bool isError = found->severity == Finding::Severity::Error;
        const bool isNote = found->severity == Finding::Severity::Note;
        form::tint(label, isError ? Tone::Bad : isNote ? Tone::Neutral : Tone::Careful);
        label->setText(isError ? tr("To correct: %1").arg(sentence)
                : isNote       ? tr("Note: %1").arg(sentence)
                               : tr("To consider: %1").arg(sentence));
    }
}

void ApplicationPage::save()
{
    check();
    QCoro::connect(registerApplication(m_topics.partnerAccess.applications(), entered()), this,
        [this](const Outcome<Done>& saved) {
            if (saved)
                form::say(m_said, Tone::Good, tr("Saved."));
            else
                form::say(m_said, Tone::Bad, explainBriefly(saved.error(), Errand::Here));
        });
}

void ApplicationPage::pickScopes()
{
    QStringList chosen;
    const Application application = entered();
    for (const ScopeRequest& scope : application.scopes)
        chosen.append(scope.name);
    auto* picker = new ScopePicker(chosen, this);
    connect(picker, &ScopePicker::picked, this, &ApplicationPage::takePicked);
    picker->open();
}

void ApplicationPage::takePicked(const QStringList& added, const QStringList& removed)
{
    for (int row = m_scopes->rowCount() - 1; row >= 0; --row)
        if (removed.contains(m_scopes->item(row, 0)->text().trimmed()))
            m_scopes->removeRow(row);
    for (const QString& name : added)
        addScope({name, {}});
    m_checkSoon->start();
}

void ApplicationPage::chooseLogo()
{
    constexpr qint64 largest = 200 * 1024;
    auto* dialog = new QFileDialog(this, tr("Choose a picture"));
    dialog->setObjectName(u"logoDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(tr("Pictures (%1)").arg(u"*.png *.jpg *.jpeg *.svg"_s));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() > largest)
            return form::say(m_said, Tone::Bad,
                tr("%1 cannot be used: a picture of up to %2 KB is needed.")
                    .arg(path)
                    .arg(largest / 1024));
        m_logo->setText(u"data:%1;base64,%2"_s.arg(QMimeDatabase().mimeTypeForFile(path).name(),
            QString::fromLatin1(file.readAll().toBase64())));
        m_logo->setCursorPosition(0);
    });
    dialog->open();
}

void ApplicationPage::exportPacket(PacketFormat format)
{
    const Application application = entered();
    check();
    const QList<Finding> findings = application.check();
    for (const Finding& finding : findings)
        if (finding.severity == Finding::Severity::Error) {
            if (QLabel* marked = m_findings.value(finding.field))
                findChild<QScrollArea*>(u"pageScroll"_s)->ensureWidgetVisible(marked);
            return form::say(m_said, Tone::Bad,
                tr("Not ready to be sent: correct what is marked above, then export."));
        }
    const char* suffix = format == PacketFormat::Markdown ? "md"
        : format == PacketFormat::Html                    ? "html"
                                                          : "json";
    askWhereToSave(this, tr("Export packet"), u"registration.%1"_s.arg(QLatin1String(suffix)),
        [this, application, format](const QString& path) {
            // The file is made for others to read, and contains no customer.
            const auto saved =
                saveWholeFile(path, registrationPacket(application, format), {false, true});
            form::say(m_said, saved ? Tone::Good : Tone::Bad,
                saved ? tr("Written: %1. Send it to the Partner & API Team, then set the "
                           "registration to \"Sent to SmartRecruiters\".")
                            .arg(path)
                      : tr("%1 cannot be written.").arg(path));
        });
}

void ApplicationPage::addScope(const ScopeRequest& scope)
{
    const int row = m_scopes->rowCount();
    m_scopes->insertRow(row);
    m_scopes->setItem(row, 0, new QTableWidgetItem(scope.name));
    m_scopes->setItem(row, 1, new QTableWidgetItem(scope.reason));
}

void ApplicationPage::takePastedJson(const QString& text)
{
    if (!text.trimmed().startsWith(QLatin1Char('{')))
        return;
    const auto pasted = MasterCredentials::fromJson(text.toUtf8());
    if (!pasted)
        return;
    m_appId->setText(pasted->appId.text());
    m_clientId->setText(pasted->client.clientId.text());
    m_clientSecret->setText(pasted->client.clientSecret.revealText());
}

void ApplicationPage::proveAndStore()
{
    const QString appId = m_appId->text().trimmed();
    const QString clientId = m_clientId->text().trimmed();
    if (appId.isEmpty() || clientId.isEmpty() || m_clientSecret->text().isEmpty()) {
        form::say(m_credentialsSaid, Tone::Bad, tr("All three are needed."));
        return;
    }
    prove({AppId(appId), {ClientId(clientId), Secret(m_clientSecret->text().toUtf8())}});
}

void ApplicationPage::prove(const MasterCredentials& credentials)
{
    m_prove->setEnabled(false);
    form::say(m_credentialsSaid, Tone::Neutral, tr("Asking SmartRecruiters for a token..."));
    // Other credentials of the same application are a rotation: those in use are kept for a while.
    auto asked = credentials.appId == m_storedApp
        ? m_topics.partnerAccess.rotateMasterCredentials(credentials)
        : m_topics.partnerAccess.connectPartner(credentials);
    QCoro::connect(
        std::move(asked), this, [this](const Outcome<AccessToken>& token) { proved(token); });
}

void ApplicationPage::goBack()
{
    m_back->setEnabled(false);
    form::say(m_credentialsSaid, Tone::Neutral, tr("Asking SmartRecruiters for a token..."));
    QCoro::connect(
        m_topics.partnerAccess.rotateBack(), this, [this](const Outcome<AccessToken>& token) {
            m_back->setEnabled(true);
            proved(token);
        });
}

void ApplicationPage::proved(const Outcome<AccessToken>& token)
{
    m_prove->setEnabled(true);
    if (!token) {
        form::say(m_credentialsSaid, Tone::Bad,
            token.error().kind == FailureKind::Refused
                ? tr("SmartRecruiters refused them, and nothing was stored. Check the three "
                     "values; if they are right, ask SmartRecruiters whether they were withdrawn.")
                : explainBriefly(token.error(), Step::Token));
        return;
    }
    m_clientSecret->clear();
    form::say(m_credentialsSaid, Tone::Good,
        tr("They work and are stored in %1.").arg(said(m_topics.dataFolder.vault().backendName())));
}

void ApplicationPage::forget()
{
    askBefore(this, "forgetMaster", tr("Forget the master credentials?"),
        tr("Nobody can be onboarded until you enter them again. Customers stay connected."),
        tr("Forget"), [this] {
            QCoro::connect(m_topics.partnerAccess.forgetMasterCredentials(), this,
                [this](const Outcome<Done>& outcome) {
                    if (outcome)
                        form::say(m_credentialsSaid, Tone::Neutral, tr("Forgotten."));
                    else
                        form::say(m_credentialsSaid, Tone::Bad,
                            explainBriefly(outcome.error(), Errand::Here));
                });
        });
}

void ApplicationPage::showCredentials()
{
    QCoro::connect(m_topics.partnerAccess.masterCredentials(), this,
        [this](const Outcome<MasterCredentials>& stored) {
            m_forget->setEnabled(stored.has_value());
            m_storedApp = stored ? stored->appId : AppId();
            const QString action = stored ? tr("Test and replace") : tr("Test and save");
            m_prove->setText(action);
            m_prove->setAccessibleName(action);
            if (stored) {
                m_appId->setText(stored->appId.text());
                m_clientId->setText(stored->client.clientId.text());
                m_clientSecret->setPlaceholderText(stored->client.clientSecret.masked());
            } else {
                m_clientSecret->setPlaceholderText({});
            }
            m_credentialsStatus->setText(stored
                    ? tr("Stored in %1.").arg(said(m_topics.dataFolder.vault().backendName()))
                    : explain(stored.error(), Errand::Here).what);
        });
    showRotations();
}

void ApplicationPage::showRotations()
{
    QCoro::connect(m_topics.partnerAccess.previousMasterCredentials(), this,
        [this](const Outcome<std::optional<MasterCredentials>>& previous) {
            const bool isKept = previous && previous->has_value();
            m_previous->setVisible(isKept);
            m_back->setVisible(isKept);
            if (isKept)
                m_previous->setText(
                    tr("The pair before, of client %1, is kept until a customer was confirmed with "
                       "the new one.")
                        .arg((*previous)->client.clientId.text()));
        });
    QCoro::connect(m_topics.customers.journal().ofCompany(CompanyId()), this,
        [this](const Outcome<QList<JournalEntry>>& lines) {
            QStringList texts;
            QStringList exact;
            for (const JournalEntry& line : lines.value_or(QList<JournalEntry>()))
                if (line.step == Step::Rotated && line.state != StepState::Started) {
                    texts.prepend(u"%1  %2"_s.arg(relativeTime(line.at), said(line.detail)));
                    exact.prepend(exactTime(line.at));
                }
            m_rotations->setVisible(!texts.isEmpty());
            m_rotations->setText(texts.mid(0, 5).join(QLatin1Char('\n')));
            m_rotations->setToolTip(exact.mid(0, 5).join(QLatin1Char('\n')));
        });
}

} // namespace jetbridge::ui
