// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/SettingsPage.h"

#include "FailureText.h"
#include "Form.h"
#include "Language.h"
#include "Theme.h"
#include "console/Console.h"
#include "onboard/Parts.h"
#include "settings/TrafficSettings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QProcess>
#include <QSpinBox>

namespace jetbridge::ui {

namespace {

QStringList words(const QString& text)
{
    return text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

SettingsPage::SettingsPage(Console& console, Theme& theme, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_console(console)
    , m_choice(new QComboBox)
    , m_apiUrl(new QLineEdit)
    , m_portalUrl(new QLineEdit)
    , m_redirectHosts(new QLineEdit)
    , m_frameOrigins(new QLineEdit)
    , m_authentication(new QComboBox)
    , m_caFile(new QLineEdit)
    , m_verifyEvery(new QSpinBox)
    , m_said(parts::text(this, QLatin1String("environmentSaid")))
{
    setObjectName(QStringLiteral("settingsPage"));
    QVBoxLayout* column = form::scrollingColumn(this, tr("Settings"));

    buildLook(column, theme, settings);
    QFormLayout* environment = form::card(column, tr("Environments"));
    form::addField(environment, m_choice, "environmentChoice", tr("Environment"));
    form::addField(environment, m_apiUrl, "environmentApiUrl", tr("API address"));
    form::addField(environment, m_portalUrl, "environmentPortalUrl", tr("Portal address"));
    form::addField(
        environment, m_redirectHosts, "environmentRedirectHosts", tr("Hosts to return to"));
    m_redirectHosts->setToolTip(
        tr("Hosts that SmartRecruiters may ask us to send the customer back to, with spaces."));
    form::addField(
        environment, m_frameOrigins, "environmentFrameOrigins", tr("Pages that may frame"));
    m_frameOrigins->setToolTip(
        tr("Origins (https://host) that may show the consent page in a frame, with spaces."));
    m_authentication->addItems({tr("In the request's body"), tr("In a header (HTTP Basic)")});
    form::addField(
        environment, m_authentication, "environmentClientAuth", tr("Credentials travel"));
    m_caFile->setPlaceholderText(tr("The system's authorities"));
    form::addField(environment, m_caFile, "environmentCaFile", tr("Own authority (PEM file)"));
    m_verifyEvery->setRange(0, 24 * 366);
    m_verifyEvery->setSpecialValueText(tr("Only when asked"));
    m_verifyEvery->setSuffix(tr(" hours"));
    m_verifyEvery->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_verifyEvery->setToolTip(
        tr("While this window is open, every customer is verified before its last proof is as old "
           "as this; older ones count as expiring."));
    form::addField(
        environment, m_verifyEvery, "environmentVerifyEvery", tr("Verify customers every"));
    m_said->hide();
    environment->addRow(m_said);
    auto* save =
        parts::primaryButton(this, QLatin1String("saveEnvironment"), tr("Save environment"));
    auto* openIt =
        parts::button(this, QLatin1String("openEnvironment"), tr("Open in a new window"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    buttons->addWidget(save);
    buttons->addWidget(openIt);
    buttons->addStretch();
    environment->addRow(buttons);
    m_traffic = new TrafficSettings(
        m_console.trafficKeeping(), form::card(column, tr("Recorded traffic")), this);
    column->addStretch();

    connect(m_choice, &QComboBox::currentIndexChanged, this, &SettingsPage::showEnvironment);
    connect(save, &QPushButton::clicked, this, &SettingsPage::save);
    connect(openIt, &QPushButton::clicked, this, [this] {
        QProcess::startDetached(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--data"), m_console.dataFolder(), QStringLiteral("--environment"),
                m_choice->currentText()});
    });
}

void SettingsPage::buildLook(QVBoxLayout* column, Theme& theme, QSettings& settings)
{
    QFormLayout* look = form::card(column, tr("Look"));
    auto* scheme = new QComboBox;
    scheme->addItems({tr("Follow the system"), tr("Light"), tr("Dark")});
    scheme->setCurrentIndex(int(theme.scheme()));
    form::addField(look, scheme, "themeScheme", tr("Colours"));
    auto* textSize = new QSpinBox;
    textSize->setRange(Theme::smallestText, Theme::largestText);
    textSize->setSingleStep(25);
    textSize->setToolTip(tr("100 to 200 %: type it, or use the arrow keys"));
    textSize->setSuffix(QStringLiteral(" %"));
    textSize->setButtonSymbols(QAbstractSpinBox::NoButtons);
    textSize->setKeyboardTracking(false);
    textSize->setValue(theme.textSize());
    form::addField(look, textSize, "textSize", tr("Text size"));
    auto* motion = new QCheckBox(tr("Let things move"));
    motion->setToolTip(tr("Off: nothing moves. On: as the system says."));
    motion->setChecked(theme.mayMove());
    form::addField(look, motion, "mayMove", tr("Motion"));
    connect(motion, &QCheckBox::toggled, &theme, &Theme::setMayMove);
    connect(scheme, &QComboBox::activated, &theme,
        [&theme](int index) { theme.setScheme(Theme::Scheme(index)); });
    connect(textSize, &QSpinBox::valueChanged, &theme, &Theme::setTextSize);

    auto* language = new QComboBox;
    for (const auto choice : {Language::Choice::System, Language::Choice::English,
             Language::Choice::German, Language::Choice::Polish})
        language->addItem(Language::name(choice));
    const Language::Choice spoken = Language::chosen(settings);
    language->setCurrentIndex(int(spoken));
    form::addField(look, language, "language", tr("Language"));
    auto* fromNextStart = parts::text(this, QLatin1String("languageSaid"));
    auto* restart = parts::button(this, QLatin1String("restart"), tr("Restart now"));
    fromNextStart->hide();
    restart->hide();
    look->addRow(fromNextStart);
    form::addButtons(look, {restart});
    connect(language, &QComboBox::activated, this,
        [&settings, fromNextStart, restart, spoken](int index) {
            const auto choice = Language::Choice(index);
            Language::choose(settings, choice);
            form::say(fromNextStart, "neutral",
                choice == spoken ? QString()
                                 : tr("The window speaks it when Jetbridge starts the next time."));
            restart->setVisible(choice != spoken);
        });
    connect(restart, &QPushButton::clicked, this, &SettingsPage::restartWanted);
}

void SettingsPage::load()
{
    m_traffic->load();
    QCoro::connect(
        m_console.environments().all(), this, [this](const Outcome<QList<Environment>>& all) {
            if (!all) {
                form::say(m_said, "bad", explain(all.error(), Step::Preflight).what);
                return;
            }
            const QString chosen = m_choice->currentText().isEmpty() ? m_console.environment().name
                                                                     : m_choice->currentText();
            m_environments = *all;
            m_choice->clear();
            for (const Environment& environment : *all)
                m_choice->addItem(environment.name);
            m_choice->setCurrentText(chosen);
        });
}

void SettingsPage::showEnvironment(int index)
{
    if (index < 0 || index >= m_environments.size())
        return;
    const Environment& environment = m_environments.at(index);
    m_apiUrl->setText(environment.apiUrl.toString());
    m_portalUrl->setText(environment.portalUrl.toString());
    m_redirectHosts->setText(environment.redirectHosts.join(QLatin1Char(' ')));
    m_frameOrigins->setText(environment.frameOrigins.join(QLatin1Char(' ')));
    m_authentication->setCurrentIndex(
        environment.clientAuthentication == ClientAuthentication::Basic ? 1 : 0);
    m_caFile->setText(environment.caFile);
    m_verifyEvery->setValue(environment.verifyEveryHours);
    m_said->hide();
}

void SettingsPage::save()
{
    const int index = m_choice->currentIndex();
    if (index < 0)
        return;
    Environment environment = m_environments.at(index);
    environment.apiUrl = QUrl(m_apiUrl->text().trimmed());
    environment.portalUrl = QUrl(m_portalUrl->text().trimmed());
    environment.redirectHosts = words(m_redirectHosts->text());
    environment.frameOrigins = words(m_frameOrigins->text());
    environment.clientAuthentication = m_authentication->currentIndex() == 1
        ? ClientAuthentication::Basic
        : ClientAuthentication::Body;
    environment.caFile = m_caFile->text().trimmed();
    environment.verifyEveryHours = m_verifyEvery->value();
    QCoro::connect(m_console.saveEnvironment(environment), this,
        [this, index, environment](const Outcome<Done>& saved) {
            if (!saved) {
                form::say(m_said, "bad", explain(saved.error(), Step::Preflight).what);
                return;
            }
            m_environments[index] = environment;
            form::say(m_said, "good", tr("Saved."));
        });
}

} // namespace jetbridge::ui
