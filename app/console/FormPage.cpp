// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/FormPage.h"

#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

QByteArray encoded(const QString& text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace

Outcome<FormPage> FormPage::parse(const QUrl& address, const QByteArray& html)
{
    FormPage page;
    page.m_address = address;
    QXmlStreamReader reader(html);
    QStringList
        openIds; // of the elements around the current position; empty for those without an id
    bool inForm = false;
    bool inHeading = false;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement: {
            const auto attributes = reader.attributes();
            const auto attribute = [&attributes](const char* name) {
                return attributes.value(QLatin1String(name)).toString();
            };
            const auto name = reader.name();
            const QString id = attribute("id");
            openIds.append(id);
            if (name == "form"_L1) {
                page.m_forms.append({address.resolved(QUrl(attribute("action"))), {}, {}});
                inForm = true;
            } else if (inForm && name == "input"_L1 && !attribute("name").isEmpty()) {
                page.m_forms.last().fields.append({attribute("name"), attribute("value")});
            } else if (inForm && name == "button"_L1) {
                page.m_forms.last().buttons.insert(id, {attribute("name"), attribute("value")});
            } else if (name == "a"_L1 && !id.isEmpty()) {
                page.m_targets.insert(id, address.resolved(QUrl(attribute("href"))));
            } else if (name == "iframe"_L1 && !id.isEmpty()) {
                page.m_targets.insert(id, address.resolved(QUrl(attribute("src"))));
            }
            inHeading = name == "h1"_L1 && page.m_heading.isEmpty();
            break;
        }
        case QXmlStreamReader::Characters:
            for (const QString& id : openIds)
                if (!id.isEmpty())
                    page.m_texts[id] += reader.text().toString();
            if (inHeading)
                page.m_heading += reader.text().toString();
            break;
        case QXmlStreamReader::EndElement:
            openIds.removeLast();
            inHeading = false;
            if (reader.name() == "form"_L1)
                inForm = false;
            break;
        default:
            break;
        }
    }
    if (reader.hasError())
        return failed(FailureKind::BadReply,
            u"The page at %1 is not well-formed (line %2: %3)."_s.arg(address.path())
                .arg(reader.lineNumber())
                .arg(reader.errorString()));
    for (QString& text : page.m_texts)
        text = text.simplified();
    return page;
}

Outcome<FormPage::Submission> FormPage::press(
    const QString& buttonId, const QHash<QString, QString>& typed) const
{
    const auto form = std::find_if(m_forms.begin(), m_forms.end(),
        [&buttonId](const Form& candidate) { return candidate.buttons.contains(buttonId); });
    if (form == m_forms.end())
        return failed(FailureKind::NotFound,
            u"The page \"%1\" has no button \"%2\"."_s.arg(m_heading.simplified(), buttonId));
    QList<std::pair<QString, QString>> pairs = form->fields;
    for (auto& [name, value] : pairs)
        value = typed.value(name, value);
    if (const auto& button = form->buttons.value(buttonId); !button.first.isEmpty())
        pairs.append(button);
    QByteArray body;
    for (const auto& [name, value] : pairs) {
        if (!body.isEmpty())
            body += '&';
        body += encoded(name) + '=' + encoded(value);
    }
    return Submission{form->action, body};
}

Outcome<QUrl> FormPage::target(const QString& id) const
{
    const auto found = m_targets.constFind(id);
    if (found == m_targets.cend())
        return failed(FailureKind::NotFound,
            u"The page \"%1\" has no link or frame \"%2\"."_s.arg(m_heading.simplified(), id));
    return *found;
}

} // namespace jetbridge
