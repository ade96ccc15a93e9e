// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Mask.h"

#include "domain/Integration.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

/// Translation context of these texts.
struct MaskWords {
    Q_DECLARE_TR_FUNCTIONS(Mask)
};

constexpr int dots = 8; // The number is fixed, so that it does not reveal the length of the hidden
                        // text.

QString hidden()
{
    return QString(dots, QChar(0x2022));
}

QString standInName(int number)
{
    return MaskWords::tr("Customer %1").arg(number);
}

QString standInId(int number)
{
    return u"customer-%1"_s.arg(number);
}

/// Matches a company identifier in the places where the guide, the portal and the API put it.
const QRegularExpression& companyPattern()
{
    static const QRegularExpression pattern(
        uR"re((?:companyId=|/companies/|"(?:companyId|identifier)"\s*:\s*")([A-Za-z0-9._~-]+))re"_s);
    return pattern;
}

const QRegularExpression& uuidPattern()
{
    static const QRegularExpression pattern(
        u"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"_s);
    return pattern;
}

/// Escapes a literal for a pattern. Only special characters are escaped, because JavaScript refuses
/// others.
QString escaped(const QString& literal)
{
    static const QRegularExpression special(uR"re(([\\^$.*+?()[\]{}|/]))re"_s);
    return QString(literal).replace(special, u"\\\\1"_s);
}

/// Matches identifiers of integrations and clients where the guide and RFC 6749 put them.
const QRegularExpression& otherPattern()
{
    static const QRegularExpression pattern(
        uR"re(("(?:clientId|client_id|integrationId)"\s*:\s*"|client_id=)[^"&\s]+|(\bBasic )[^:\s]+(?=:\S))re"_s);
    return pattern;
}

// This runs before the page's content exists; the content is changed before it is painted.
constexpr char page[] = R"js((function (standIns, known, uuid, hidden) {
    "use strict";
    const mask = text => text.replace(new RegExp(known, "gu"), real => standIns[real])
        .replace(new RegExp(uuid, "g"), hidden);
    const maskNode = node => {
        const masked = mask(node.data);
        if (masked !== node.data)
            node.data = masked;
    };
    const maskBelow = root => {
        if (root.nodeType === Node.TEXT_NODE)
            return maskNode(root);
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (texts.nextNode())
            maskNode(texts.currentNode);
        // The one-time code is typed here.
        for (const field of root.querySelectorAll ? root.querySelectorAll("input[autocomplete=one-time-code]") : [])
            field.style.webkitTextSecurity = "disc";
    };
    new MutationObserver(changes => {
        for (const change of changes) {
            change.addedNodes.forEach(maskBelow);
            if (change.type === "characterData")
                maskNode(change.target);
        }
    }).observe(document, {subtree: true, childList: true, characterData: true});
    maskBelow(document);
}))js";

} // namespace

Mask* Mask::s_current = nullptr;

Mask::Mask()
{
    Q_ASSERT(!s_current);
    s_current = this;
}

Mask::~Mask()
{
    s_current = nullptr;
}

QString Mask::company(const CompanyId& id, const QString& name)
{
    if (!s_current || id.isEmpty())
        return name.isEmpty() ? id.text() : name;
    const QString standIn = standInName(s_current->numberOf(id));
    if (!name.isEmpty())
        s_current->remember(name, standIn);
    return standIn;
}

QString Mask::company(const Integration& integration)
{
    return company(integration.company, integration.companyName);
}

QString Mask::identifier(const CompanyId& id)
{
    return s_current && !id.isEmpty() ? standInId(s_current->numberOf(id)) : id.text();
}

QString Mask::identifier(const QString& id)
{
    return s_current && !id.isEmpty() ? hidden() : id;
}

QString Mask::text(const QString& text)
{
    if (!s_current || text.isEmpty())
        return text;
    for (auto found = companyPattern().globalMatch(text); found.hasNext();)
        s_current->numberOf(CompanyId(found.next().captured(1)));
    QString masked = s_current->m_standIns.isEmpty() ? text : s_current->replaced(text);
    return masked.replace(otherPattern(), u"\\1\\2"_s + hidden()).replace(uuidPattern(), hidden());
}

QString Mask::script()
{
    if (!s_current || s_current->m_standIns.isEmpty())
        return {};
    QJsonObject standIns;
    for (auto one = s_current->m_standIns.cbegin(); one != s_current->m_standIns.cend(); ++one)
        standIns.insert(one.key(), one.value());
    const QByteArray arguments = QJsonDocument(
        QJsonArray{standIns, s_current->known().pattern(), uuidPattern().pattern(), hidden()})
                                     .toJson(QJsonDocument::Compact);
    return u"%1(...%2);"_s.arg(QLatin1String(page), QString::fromUtf8(arguments));
}

int Mask::numberOf(const CompanyId& id)
{
    if (const int known = m_numbers.value(id.text()); known > 0)
        return known;
    const int number = int(m_numbers.size()) + 1;
    m_numbers.insert(id.text(), number);
    remember(id.text(), standInId(number));
    return number;
}

void Mask::remember(const QString& real, const QString& standIn)
{
    if (m_standIns.value(real) == standIn)
        return;
    m_standIns.insert(real, standIn);
    m_known.setPattern({}); // it is built again when it is needed, because many names may be added
                            // at once
}

const QRegularExpression& Mask::known()
{
    if (!m_known.pattern().isEmpty())
        return m_known;
    QStringList longestFirst = m_standIns.keys();
    std::sort(longestFirst.begin(), longestFirst.end(),
        [](const QString& one, const QString& other) { return one.size() > other.size(); });
    for (QString& one : longestFirst)
        one = escaped(one);
    // A short name is not replaced within words, but it is within an address that is part of
    // another address ("%2Fcompanies%2Facme"). JavaScript of the pages uses the same pattern.
    m_known.setPattern(
        u"(?:(?<![\\p{L}\\p{N}_-])|(?<=%[0-9A-F]{2}))(?:%1)(?![\\p{L}\\p{N}_-])"_s.replace(
            "%1"_L1, longestFirst.join(QLatin1Char('|'))));
    return m_known;
}

QString Mask::replaced(const QString& text)
{
    QString masked;
    qsizetype from = 0;
    for (auto found = known().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch one = found.next();
        masked += text.mid(from, one.capturedStart() - from) + m_standIns.value(one.captured());
        from = one.capturedEnd();
    }
    return masked + text.mid(from);
}

} // namespace jetbridge::ui
