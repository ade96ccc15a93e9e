// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

const auto settingsKey = u"look/language"_s;

/// In the order of Choice; the code of the system's language is looked up.
constexpr const char* codes[] = {"", "en", "de", "pl"};

QString codeOf(Language::Choice choice)
{
    if (choice != Language::Choice::System)
        return QLatin1String(codes[int(choice)]);
    // The first language that we have is used, and English if we have none of them.
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString& one : wanted)
        for (const char* code : codes)
            if (one.section(QLatin1Char('-'), 0, 0) == QLatin1String(code))
                return one.section(QLatin1Char('-'), 0, 0);
    return u"en"_s;
}

} // namespace

Language::Language(Choice choice)
{
    const QString code = codeOf(choice);
    const QLocale system = QLocale::system();
    const QLocale::Language language = QLocale(code).language();
    QLocale::setDefault(
        system.language() == language ? system : QLocale(language, system.territory()));
    if (!m_own.load(u":/translations/jetbridge_%1.qm"_s.arg(code)))
        qFatal("The program was built without its translation \"%s\"", qPrintable(code));
    QCoreApplication::installTranslator(&m_own);
    // Qt's own texts ("Cancel") have English sources, and stay English if their package is missing.
    if (m_qt.load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

Language::~Language()
{
    QLocale::setDefault(QLocale::system());
}

Language::Choice Language::chosen(const QSettings& settings)
{
    const QString code = settings.value(settingsKey).toString();
    const auto found = std::find(std::begin(codes), std::end(codes), code);
    return found == std::end(codes) ? Choice::System : Choice(found - std::begin(codes));
}

void Language::choose(QSettings& settings, Choice choice)
{
    settings.setValue(settingsKey, QLatin1String(codes[int(choice)]));
}

QString Language::name(Choice choice)
{
    switch (choice) {
    case Choice::System:
        return QCoreApplication::translate("Language", "Follow the system");
    case Choice::English:
        return u"English"_s;
    case Choice::German:
        return u"Deutsch"_s;
    case Choice::Polish:
        return u"Polski"_s;
    }
    Q_UNREACHABLE();
}

QString Language::nameOf(const QString& code)
{
    const auto found = std::find(std::begin(codes), std::end(codes), code);
    return found == std::end(codes) ? code : name(Choice(found - std::begin(codes)));
}

} // namespace jetbridge::ui
