// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/EngineText.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

QString dateText(QDate date)
{
    return QLocale().toString(date, QLocale::ShortFormat);
}

QString named(const ChromiumRelease& release)
{
    return u"%1 (%2)"_s.arg(release.version.toString(), dateText(release.date));
}

QString fixesText(const EngineReport& report)
{
    const FixesAge& fixes = report.fixes;
    if (report.engine.fixedUpTo.isEmpty())
        return EngineText::tr("Which security fixes it has is not known.");
    if (fixes.date.isValid())
        return EngineText::tr(
            "Its security fixes are %n months old: up to Chromium %1 of %2.", nullptr, fixes.months)
            .arg(report.engine.fixedUpTo, dateText(fixes.date));
    if (fixes.older && fixes.newer)
        return EngineText::tr(
            "Its security fixes go up to Chromium %1, whose date is not known here: between %2 and "
            "%3.")
            .arg(report.engine.fixedUpTo, named(*fixes.older), named(*fixes.newer));
    if (fixes.older)
        return EngineText::tr(
            "Its security fixes go up to Chromium %1, whose date is not known here: newer than %2.")
            .arg(report.engine.fixedUpTo, named(*fixes.older));
    if (fixes.newer)
        return EngineText::tr(
            "Its security fixes go up to Chromium %1, whose date is not known here: older than %2.")
            .arg(report.engine.fixedUpTo, named(*fixes.newer));
    return EngineText::tr("Its security fixes go up to Chromium %1, whose date is not known here.")
        .arg(report.engine.fixedUpTo);
}

Tone toneOf(FixesAge::Level level)
{
    switch (level) {
    case FixesAge::Level::Recent:
        return Tone::Good;
    case FixesAge::Level::Old:
        return Tone::Careful;
    case FixesAge::Level::VeryOld:
        return Tone::Bad;
    case FixesAge::Level::Unknown:
        return Tone::Neutral;
    }
    Q_UNREACHABLE();
}

QString adviceOn(FixesAge::Level level)
{
    if (level == FixesAge::Level::Recent)
        return {};
    QString advice = EngineText::tr(
        "Debian gives this engine no security support. In the sandbox and in production, "
        "customers' pages therefore open in your web browser unless you choose otherwise.");
    if (hasDebianBackports())
        advice += QLatin1Char(' ')
            + EngineText::tr(
                "Debian 13 has newer fixes in trixie-backports: apt install -t trixie-backports "
                "libqt6webenginewidgets6");
    return advice;
}

} // namespace

EngineText engineText(const Outcome<EngineReport>& asked)
{
    if (!asked && asked.error().kind == FailureKind::NotFound)
        return {Tone::Neutral,
            EngineText::tr(
                "No embedded browser is installed: open customers' pages in your web browser."),
            {}};
    if (!asked)
        return {Tone::Neutral,
            EngineText::tr("How old the embedded browser is could not be asked."), {}};
    const QString engine = EngineText::tr("This window's browser is Chromium %1 (Qt WebEngine %2).")
                               .arg(asked->engine.chromium, asked->engine.webEngine);
    return {toneOf(asked->fixes.level), engine + QLatin1Char(' ') + fixesText(*asked),
        adviceOn(asked->fixes.level)};
}

} // namespace jetbridge::ui
