// SPDX-License-Identifier: GPL-3.0-or-later
#include "AboutBox.h"

#include "parts/EngineText.h"
#include "parts/Form.h"
#include "parts/Parts.h"
#include "parts/Tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QSslSocket>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int iconSize = 48;

/// A library that the program is linked with or loads, and its licence (SPDX).
struct Library {
    const char* name;
    const char* licence;
};

constexpr Library libraries[]{
    {"Qt", "LGPL-3.0-only"},
    {"QtWebEngine", "LGPL-3.0-only"},
    {"Chromium", "BSD-3-Clause"},
    {"QtKeychain", "BSD-3-Clause"},
    {"QCoro", "MIT"},
    {"tl::expected", "CC0-1.0"},
    {"kainjow::mustache", "BSL-1.0"},
    {"OpenSSL", "Apache-2.0"},
    {"SQLite", "blessing"},
};

QString ownVersion()
{
    return QStringList{u"Jetbridge"_s, QStringLiteral(JETBRIDGE_VERSION)}.join(u' ');
}

QString tlsVersion()
{
    return QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString()
                                     : AboutBox::tr("TLS is not available");
}

} // namespace

AboutBox::AboutBox(QWidget* parent)
    : QDialog(parent)
    , m_engine(parts::text(this, "aboutEngine"_L1))
    , m_advice(parts::caption(this, "aboutEngineAdvice"_L1))
{
    setObjectName(u"aboutBox"_s);
    setWindowTitle(tr("About Jetbridge"));
    setAttribute(Qt::WA_DeleteOnClose);

    auto* icon = new QLabel;
    icon->setPixmap(QApplication::windowIcon().pixmap(iconSize));
    QLabel* title = parts::title(this, "aboutTitle"_L1);
    title->setText(ownVersion());
    QLabel* purpose = parts::caption(this, "aboutPurpose"_L1);
    purpose->setText(tr("The onboarding console for SmartRecruiters partners"));
    auto* head = new QGridLayout;
    head->setHorizontalSpacing(spacing::around);
    head->addWidget(icon, 0, 0, 2, 1);
    head->addWidget(title, 0, 1);
    head->addWidget(purpose, 1, 1);
    head->setColumnStretch(1, 1);

    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(spacing::around);
    facts->setVerticalSpacing(spacing::inside);
    facts->setColumnStretch(1, 1);
    const auto addFact = [this, facts](const QString& caption, QWidget* value) {
        auto* name = new QLabel(caption, this);
        name->setProperty("role", u"caption"_s);
        facts->addWidget(name, facts->rowCount(), 0, Qt::AlignTop);
        facts->addWidget(value, facts->rowCount() - 1, 1);
    };
    QLabel* versionsOfLibraries = parts::text(this, "aboutLibraries"_L1);
    versionsOfLibraries->setText(u"Qt %1, %2"_s.arg(QLatin1String(qVersion()), tlsVersion()));
    addFact(tr("Libraries"), versionsOfLibraries);
    addFact(tr("Embedded browser"), m_engine);
    facts->addWidget(m_advice, facts->rowCount(), 1);
    QLabel* licence = parts::text(this, "aboutLicence"_L1);
    licence->setText(tr("Free software under the GNU General Public License, version 3 or later. "
                        "It comes without any warranty."));
    addFact(tr("Licence"), licence);
    QStringList others;
    for (const Library& library : libraries)
        others.append(
            u"%1 (%2)"_s.arg(QLatin1String(library.name), QLatin1String(library.licence)));
    QLabel* licences = parts::text(this, "aboutLicences"_L1);
    licences->setText(others.join(", "_L1));
    addFact(tr("It uses"), licences);

    auto* close = parts::primaryButton(this, "aboutClose"_L1, tr("Close"));
    auto* copy = parts::button(this, "aboutCopy"_L1, tr("Copy the versions"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    buttons->addWidget(close);
    buttons->addWidget(copy);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addLayout(head);
    column->addLayout(facts);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(560);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(copy, &QPushButton::clicked, this, [this, copy] {
        QApplication::clipboard()->setText(versions());
        parts::sayCopied(copy);
    });
    askEngine();
}

QString AboutBox::versions() const
{
    return QStringList{ownVersion(), u"Qt %1"_s.arg(QLatin1String(qVersion())), tlsVersion(),
        m_engine->text(), QSysInfo::prettyProductName()}
        .join(u'\n');
}

void AboutBox::askEngine()
{
    form::say(m_engine, Tone::Neutral, tr("Asking the engine for its version ..."));
    m_advice->hide();
    QCoro::connect(engineOfWindow(), this, [this](const Outcome<EngineReport>& asked) {
        const EngineText said = engineText(asked);
        form::say(m_engine, said.tone, said.text);
        m_advice->setText(said.advice);
        m_advice->setVisible(!said.advice.isEmpty());
    });
}

} // namespace jetbridge::ui
