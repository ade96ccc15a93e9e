// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/SettingsPage.h"

#include "console/DataFolder.h"
#include "console/TrafficRecords.h"
#include "parts/EngineText.h"
#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/Language.h"
#include "parts/Parts.h"
#include "parts/Theme.h"
#include "settings/BackupDialog.h"
#include "settings/EnvironmentsCard.h"
#include "settings/RestoreDialog.h"
#include "settings/SinksCard.h"
#include "settings/TrafficSettings.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

SettingsPage::SettingsPage(const Topics& topics, Theme& theme, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_topics(topics)
    , m_environments(
          new EnvironmentsCard(topics.current, topics.clientRegistrations, topics.dataFolder))
    , m_sinks(new SinksCard(topics.deliveries, topics.customers))
{
    setObjectName(u"settingsPage"_s);
    QVBoxLayout* column = form::scrollingColumn(this, tr("Settings"));

    buildLook(column, theme, settings);
    form::card(column, tr("Environments"))->addRow(m_environments);
    connect(m_environments, &EnvironmentsCard::switchWanted, this, &SettingsPage::switchWanted);
    form::card(column, tr("Delivery of credentials"))->addRow(m_sinks);
    m_traffic = new TrafficSettings(
        m_topics.traffic.keeping(), form::card(column, tr("Recorded traffic")), this);
    buildBackup(column);
    buildEngine(column);
    column->addStretch();
}

void SettingsPage::buildLook(QVBoxLayout* column, Theme& theme, QSettings& settings)
{
    QFormLayout* look = form::card(column, tr("Appearance"));
    auto* scheme = new QComboBox;
    scheme->addItems({tr("Follow the system"), tr("Light"), tr("Dark")});
    scheme->setCurrentIndex(int(theme.scheme()));
    form::addField(look, scheme, "themeScheme", tr("Colours"));
    auto* textSize = new QSpinBox;
    textSize->setRange(Theme::smallestText, Theme::largestText);
    textSize->setSingleStep(25);
    textSize->setToolTip(tr("100 to 200 %"));
    textSize->setSuffix(u" %"_s);
    textSize->setKeyboardTracking(false);
    textSize->setValue(theme.textSize());
    form::addField(look, textSize, "textSize", tr("Text size"));
    auto* motion = new QCheckBox(tr("Animate changes"));
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
    auto* fromNextStart = parts::text(this, "languageSaid"_L1);
    auto* restart = parts::button(this, "restart"_L1, tr("Restart now"));
    fromNextStart->hide();
    restart->hide();
    look->addRow(fromNextStart);
    form::addButtons(look, {restart});
    connect(language, &QComboBox::activated, this,
        [&settings, fromNextStart, restart, spoken](int index) {
            const auto choice = Language::Choice(index);
            Language::choose(settings, choice);
            form::say(fromNextStart, Tone::Neutral,
                choice == spoken ? QString() : tr("Takes effect after a restart."));
            restart->setVisible(choice != spoken);
        });
    connect(restart, &QPushButton::clicked, this, &SettingsPage::restartWanted);
}

void SettingsPage::buildBackup(QVBoxLayout* column)
{
    QFormLayout* form = form::card(column, tr("Backup"));
    auto* purpose = parts::caption(this, "backupCaption"_L1);
    purpose->setText(tr("Customers, settings and all secrets in one encrypted file. Without one, "
                        "what is in the keychain ends with this computer."));
    form->addRow(purpose);
    auto* backUp = parts::button(this, "backUp"_L1, tr("Back up..."));
    auto* restore = parts::button(this, "restoreBackup"_L1, tr("Restore..."));
    form::addButtons(form, {backUp, restore});
    connect(backUp, &QPushButton::clicked, this,
        [this] { (new BackupDialog(m_topics.dataFolder, this))->open(); });
    connect(restore, &QPushButton::clicked, this, [this] {
        auto* dialog = new RestoreDialog(m_topics.dataFolder.path(), this);
        connect(dialog, &RestoreDialog::wanted, this, &SettingsPage::restoreWanted);
        dialog->open();
    });
}

void SettingsPage::buildEngine(QVBoxLayout* column)
{
    QFormLayout* browser = form::card(column, tr("Embedded browser"));
    auto* engine = parts::text(this, "engine"_L1);
    auto* advice = parts::caption(this, "engineAdvice"_L1);
    form::say(engine, Tone::Neutral, tr("Asking the engine for its version ..."));
    advice->hide();
    browser->addRow(engine);
    browser->addRow(advice);
    QCoro::connect(engineOfWindow(), this, [engine, advice](const Outcome<EngineReport>& asked) {
        const EngineText said = engineText(asked);
        form::say(engine, said.tone, said.text);
        advice->setText(said.advice);
        advice->setVisible(!said.advice.isEmpty());
    });
}

void SettingsPage::load()
{
    m_traffic->load();
    m_environments->load();
    m_sinks->load();
}

} // namespace jetbridge::ui
