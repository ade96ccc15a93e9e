// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/OnboardForm.h"

#include "parts/EngineText.h"
#include "parts/Form.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Segments.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int identifierRole = Qt::UserRole;
constexpr int nameRole = Qt::UserRole + 1;

/// Returns the label of a company with its identifier, because two companies may have the same
/// name.
QString labelOf(const CompanyId& id, const QString& name)
{
    const QString called = Mask::company(id, name);
    return Mask::isOn() || called == id.text() ? called : u"%1 (%2)"_s.arg(called, id.text());
}

QString whereName(OnboardChoices::Where where)
{
    switch (where) {
    case OnboardChoices::Where::Here:
        return OnboardForm::tr("Here");
    case OnboardChoices::Where::Browser:
        return OnboardForm::tr("Browser");
    case OnboardChoices::Where::Link:
        return OnboardForm::tr("Link");
    }
    Q_UNREACHABLE();
}

} // namespace

OnboardForm::OnboardForm(QWidget* parent)
    : QWidget(parent)
    , m_company(new QComboBox)
    , m_companyNote(parts::caption(this, "onboardCompanyNote"_L1))
    , m_mode(new Segments(tr("Mode"),
          {{u"onboardModeRedirect"_s, consentDisplayModeName(ConsentDisplayMode::Redirect),
               tr("The customer leaves SmartRecruiters for your page and comes back.")},
              {u"onboardModePopup"_s, consentDisplayModeName(ConsentDisplayMode::Popup),
                  tr("Your page appears in a frame on SmartRecruiters' page.")}}))
    , m_bidirectional(new QCheckBox(tr("Bi-directional")))
    , m_asking(new QWidget)
    , m_where(new Segments(tr("Where"),
          {{u"onboardWhereHere"_s, whereName(OnboardChoices::Where::Here),
               tr("In this window, for demos and tests.")},
              {u"onboardWhereBrowser"_s, whereName(OnboardChoices::Where::Browser),
                  tr("In your own web browser.")},
              {u"onboardWhereLink"_s, whereName(OnboardChoices::Where::Link),
                  tr("A link and a code for the customer's administrator.")}}))
    , m_engine(parts::text(this, "onboardEngine"_L1))
    , m_play(new QCheckBox(tr("Play the customer for me")))
    , m_hint(parts::caption(this, "onboardHint"_L1))
    , m_elsewhere(new QCheckBox(tr("Consented elsewhere")))
    , m_elsewhereFields(new QWidget)
    , m_consentedBy(new QLineEdit)
    , m_given(new QWidget)
    , m_givenId(new QLineEdit)
    , m_givenSecret(new QLineEdit)
    , m_confirmation(new QWidget)
    , m_typed(new QLineEdit)
    , m_start(parts::primaryButton(this, "onboardStart"_L1, tr("Start")))
{
    setObjectName(u"onboardForm"_s);
    m_company->setObjectName(u"onboardCompany"_s);
    m_company->setAccessibleName(tr("Company"));
    m_company->setEditable(true);
    m_company->setInsertPolicy(QComboBox::NoInsert);
    m_company->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_company->setMinimumContentsLength(12);
    m_company->lineEdit()->setObjectName(u"onboardCompanyId"_s);
    m_company->lineEdit()->setAccessibleName(tr("Company identifier"));
    m_company->lineEdit()->setPlaceholderText(tr("Identifier in SmartRecruiters"));
    m_bidirectional->setObjectName(u"onboardBidirectional"_s);
    m_bidirectional->setAccessibleName(m_bidirectional->text());
    m_bidirectional->setToolTip(tr("SmartRecruiters may call your application too."));
    m_bidirectional->setChecked(true);
    m_play->setObjectName(u"onboardPlayForMe"_s);
    m_play->setAccessibleName(m_play->text());
    m_play->setToolTip(tr("Grants, types the code and approves in the embedded page, at a pace "
                          "that people can follow."));
    m_hint->setText(tr("Mode and direction are those of your application."));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const auto addField = [this](QVBoxLayout* column, const char* objectName, const QString& label,
                              QWidget* field) {
        auto* caption = parts::caption(this, QLatin1String(objectName));
        caption->setText(label);
        caption->setBuddy(field);
        column->addWidget(caption);
        column->addWidget(field);
        column->addSpacing(8);
    };
    addField(column, "onboardCompanyLabel", tr("Company"), m_company);
    column->addWidget(m_companyNote);
    addField(column, "onboardModeLabel", tr("Mode"), m_mode);
    column->addWidget(m_bidirectional);
    column->addWidget(m_hint);
    column->addSpacing(8);
    buildElsewhere();
    column->addWidget(m_elsewhere);
    column->addWidget(m_elsewhereFields);
    auto* asking = new QVBoxLayout(m_asking);
    asking->setContentsMargins(0, 4, 0, 0);
    asking->setSpacing(4);
    addField(asking, "onboardWhereLabel", tr("Where"), m_where);
    asking->addWidget(m_engine);
    asking->addWidget(m_play);
    column->addWidget(m_asking);
    buildGiven();
    column->addWidget(m_given);
    auto* careful = parts::text(this, "onboardProduction"_L1);
    careful->setText(tr("This is production: the approval connects a real customer."));
    form::tint(careful, Tone::Bad);
    m_typed->setObjectName(u"onboardTyped"_s);
    m_typed->setAccessibleName(tr("Type the company's identifier to confirm"));
    auto* label = parts::caption(this, "onboardTypedLabel"_L1);
    label->setText(m_typed->accessibleName());
    label->setBuddy(m_typed);
    auto* confirmation = new QVBoxLayout(m_confirmation);
    confirmation->setContentsMargins(0, 0, 0, 0);
    confirmation->setSpacing(4);
    confirmation->addWidget(careful);
    confirmation->addSpacing(4);
    confirmation->addWidget(label);
    confirmation->addWidget(m_typed);
    column->addWidget(m_confirmation);
    column->addSpacing(12);
    column->addWidget(m_start, 0, Qt::AlignLeft);
    setFocusProxy(m_company);

    connect(m_company, &QComboBox::currentTextChanged, this, &OnboardForm::updateStart);
    connect(m_typed, &QLineEdit::textChanged, this, &OnboardForm::updateStart);
    for (const QLineEdit* field : {m_givenId, m_givenSecret, m_consentedBy})
        connect(field, &QLineEdit::textChanged, this, &OnboardForm::updateStart);
    for (const QCheckBox* box : {m_bidirectional, m_elsewhere})
        connect(box, &QCheckBox::toggled, this, &OnboardForm::updateStart);
    connect(m_elsewhere, &QCheckBox::toggled, m_consentedBy, [this](bool on) {
        if (on) // updateStart() has shown it
            m_consentedBy->setFocus();
    });
    for (const QLineEdit* field :
        {m_company->lineEdit(), m_consentedBy, m_givenId, m_givenSecret, m_typed})
        connect(field, &QLineEdit::returnPressed, this, [this] {
            if (m_start->isEnabled())
                Q_EMIT startWanted();
        });
    connect(m_where, &Segments::changed, this, &OnboardForm::updateStart);
    connect(m_start, &QPushButton::clicked, this, &OnboardForm::startWanted);
    setEnvironment(m_environment);
    setCompany({});
}

void OnboardForm::buildElsewhere()
{
    m_elsewhere->setObjectName(u"onboardElsewhere"_s);
    m_elsewhere->setAccessibleName(m_elsewhere->text());
    m_elsewhere->setToolTip(tr(
        "The customer has granted the scopes in SmartRecruiters and approved on a consent page of "
        "your own."));
    auto* column = new QVBoxLayout(m_elsewhereFields);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    m_consentedBy->setObjectName(u"onboardConsentedBy"_s);
    m_consentedBy->setAccessibleName(tr("Who approved"));
    m_consentedBy->setPlaceholderText(tr("Name of the administrator"));
    auto* caption = parts::caption(this, "onboardConsentedByLabel"_L1);
    caption->setText(m_consentedBy->accessibleName());
    caption->setBuddy(m_consentedBy);
    column->addWidget(caption);
    column->addWidget(m_consentedBy);
    auto* note = parts::caption(this, "onboardElsewhereNote"_L1);
    note->setText(tr("Start confirms with SmartRecruiters at once. The name is kept with the "
                     "customer."));
    column->addWidget(note);
}

void OnboardForm::buildGiven()
{
    auto* column = new QVBoxLayout(m_given);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* note = parts::text(this, "onboardGivenNote"_L1);
    note->setText(tr("Your own authorization server serves oauthTokenUrl: make a client for this "
                     "customer there and enter it here. It is kept in the memory of this program "
                     "until the customer approves. Another process cannot finish this onboarding, "
                     "and after quitting you must start again."));
    column->addWidget(note);
    column->addSpacing(4);
    const auto addField = [this, column](const char* objectName, QLineEdit* field,
                              const char* labelName, const QString& label) {
        field->setObjectName(QLatin1String(objectName));
        field->setAccessibleName(label);
        auto* caption = parts::caption(this, QLatin1String(labelName));
        caption->setText(label);
        caption->setBuddy(field);
        column->addWidget(caption);
        column->addWidget(field);
        column->addSpacing(8);
    };
    m_givenSecret->setEchoMode(QLineEdit::Password);
    addField("onboardGivenId", m_givenId, "onboardGivenIdLabel", tr("Customer's client ID"));
    addField("onboardGivenSecret", m_givenSecret, "onboardGivenSecretLabel",
        tr("Customer's client secret"));
}

QString OnboardForm::companyId() const
{
    const int shown = m_company->currentIndex();
    if (shown >= 0 && m_company->itemText(shown) == m_company->currentText())
        return m_company->itemData(shown, identifierRole).toString();
    const QString typed = m_company->currentText().trimmed();
    const QStringList named = companiesCalled(typed);
    if (m_company->findData(typed, identifierRole) >= 0 || named.isEmpty())
        return typed;
    return named.size() == 1 ? named.first() : QString();
}

QStringList OnboardForm::companiesCalled(const QString& name) const
{
    QStringList found;
    for (int i = 0; i < m_company->count(); ++i)
        for (const QString& called :
            {m_company->itemText(i), m_company->itemData(i, nameRole).toString()})
            if (called.compare(name, Qt::CaseInsensitive) == 0) {
                found.append(m_company->itemData(i, identifierRole).toString());
                break;
            }
    return found;
}

OnboardChoices OnboardForm::choices() const
{
    OnboardChoices choices;
    choices.company = companyId();
    choices.mode =
        m_mode->current() == 0 ? ConsentDisplayMode::Redirect : ConsentDisplayMode::Popup;
    choices.bidirectional = m_bidirectional->isChecked();
    choices.where = OnboardChoices::Where(m_where->current());
    choices.typed = m_typed->text().trimmed();
    if (m_elsewhere->isChecked())
        choices.consentedBy = m_consentedBy->text().simplified();
    choices.playForMe = m_environment == Environment::Kind::Simulator && m_play->isChecked()
        && choices.where == OnboardChoices::Where::Here && !choices.consentedBy;
    if (needsGiven() && !lacksGiven()) {
        QByteArray secret = m_givenSecret->text().trimmed().toUtf8();
        choices.given = ClientCredentials{ClientId(m_givenId->text().trimmed()), Secret(secret)};
        wipe(secret);
    }
    return choices;
}

void OnboardForm::setChoices(const OnboardChoices& choices)
{
    setCompany(choices.company);
    m_mode->setCurrent(choices.mode == ConsentDisplayMode::Redirect ? 0 : 1);
    m_bidirectional->setChecked(choices.bidirectional);
    m_where->setCurrent(int(choices.where));
    m_elsewhere->setChecked(choices.consentedBy.has_value());
    m_consentedBy->setText(choices.consentedBy.value_or(QString()));
    m_play->setChecked(choices.playForMe);
    updateStart();
}

void OnboardForm::setCompany(const QString& companyId)
{
    int known = m_company->findData(companyId, identifierRole);
    if (known < 0 && Mask::isOn() && !companyId.isEmpty()) {
        known = m_company->count();
        addCompany(CompanyId(companyId), {});
    }
    if (known >= 0)
        m_company->setCurrentIndex(known);
    else
        m_company->setEditText(companyId);
    m_typed->clear();
    m_consentedBy->clear(); // whoever approved did so for another company
    updateStart();
}

void OnboardForm::setCompanies(const QList<Company>& companies)
{
    const QString chosen = companyId();
    const QString typed = m_company->currentText();
    const QString consentedBy = m_consentedBy->text();
    const QSignalBlocker quiet(m_company);
    m_company->clear();
    for (const Company& company : companies)
        addCompany(CompanyId(company.identifier), company.name);
    setCompany(chosen);
    if (chosen.isEmpty())
        m_company->setEditText(typed); // the name belongs to several companies
    m_consentedBy->setText(consentedBy); // it is still the same company
}

void OnboardForm::addCompany(const CompanyId& id, const QString& name)
{
    m_company->addItem(labelOf(id, name), id.text());
    m_company->setItemData(m_company->count() - 1, Mask::company(id, name), nameRole);
}

QString OnboardForm::companyName(const QString& companyId) const
{
    const int known = m_company->findData(companyId, identifierRole);
    return known < 0 ? Mask::company(CompanyId(companyId))
                     : m_company->itemData(known, nameRole).toString();
}

void OnboardForm::setEnvironment(Environment::Kind kind)
{
    const bool isSimulated = kind == Environment::Kind::Simulator;
    // A real customer's password should not be typed into an engine without current security fixes.
    if (kind != m_environment)
        m_where->setCurrent(
            int(isSimulated ? OnboardChoices::Where::Here : OnboardChoices::Where::Browser));
    m_environment = kind;
    m_mode->setEnabled(isSimulated);
    m_bidirectional->setEnabled(isSimulated);
    m_hint->setVisible(!isSimulated);
    m_play->setVisible(isSimulated);
    m_confirmation->setVisible(kind == Environment::Kind::Production);
    updateStart();
}

void OnboardForm::setApplication(const Application& application)
{
    m_mode->setCurrent(application.consentDisplayMode == ConsentDisplayMode::Redirect ? 0 : 1);
    m_bidirectional->setChecked(application.isBidirectional());
    m_mode->setEnabled(false);
    m_bidirectional->setEnabled(false);
    m_hint->setVisible(true);
}

void OnboardForm::setTokenService(TokenService service)
{
    m_tokenService = service;
    if (service != TokenService::Given)
        clearGiven();
    updateStart();
}

bool OnboardForm::needsGiven() const
{
    return m_tokenService == TokenService::Given && m_bidirectional->isChecked();
}

bool OnboardForm::lacksGiven() const
{
    return needsGiven()
        && (m_givenId->text().trimmed().isEmpty() || m_givenSecret->text().trimmed().isEmpty());
}

void OnboardForm::clearGiven()
{
    m_givenId->setText({});
    m_givenSecret->setText({});
}

void OnboardForm::focusGiven()
{
    m_givenId->setFocus();
}

void OnboardForm::setEngine(const EngineText& engine)
{
    form::say(m_engine, engine.tone, engine.text);
    updateStart();
}

QString OnboardForm::summary(const OnboardChoices& choices) const
{
    return tr("%1, %2, %3")
        .arg(consentDisplayModeName(choices.mode),
            choices.bidirectional ? tr("bi-directional") : tr("one-way"),
            choices.consentedBy                                   ? tr("consented elsewhere")
                : choices.where == OnboardChoices::Where::Here    ? tr("in this window")
                : choices.where == OnboardChoices::Where::Browser ? tr("in the web browser")
                                                                  : tr("by link"));
}

void OnboardForm::updateStart()
{
    const QString company = companyId();
    const bool isAmbiguous = company.isEmpty() && !m_company->currentText().trimmed().isEmpty();
    m_companyNote->setVisible(isAmbiguous);
    if (isAmbiguous)
        m_companyNote->setText(
            tr("Several companies have this name: %1. Choose one of the list, or "
               "type its identifier.")
                .arg(companiesCalled(m_company->currentText().trimmed()).join(u", "_s)));
    const bool isConfirmed =
        m_environment != Environment::Kind::Production || m_typed->text().trimmed() == company;
    m_given->setVisible(needsGiven());
    const bool isElsewhere = m_elsewhere->isChecked();
    m_elsewhereFields->setVisible(isElsewhere);
    m_asking->setVisible(!isElsewhere);
    const bool lacksName = isElsewhere && m_consentedBy->text().trimmed().isEmpty();
    m_start->setEnabled(!company.isEmpty() && isConfirmed && !lacksGiven() && !lacksName);
    const bool isHere = !isElsewhere && m_where->current() == int(OnboardChoices::Where::Here);
    m_play->setEnabled(isHere);
    const bool isRealHere = isHere && m_environment != Environment::Kind::Simulator;
    m_engine->setVisible(isRealHere && !m_engine->text().isEmpty());
    if (isRealHere && !std::exchange(m_isEngineAsked, true))
        Q_EMIT engineWanted();
}

} // namespace jetbridge::ui
