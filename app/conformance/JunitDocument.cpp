// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Documents.h"

#include "domain/Harmless.h"

#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::conformance {

namespace {

/// Escapes characters that XML 1.0 cannot contain, or replaces them by question marks.
QString sound(const QString& text)
{
    QString held = harmless::lines(text);
    held.replace(QChar(0xFFFE), QLatin1Char('?')).replace(QChar(0xFFFF), QLatin1Char('?'));
    return held;
}

QString story(const CheckResult& result)
{
    QString text;
    const auto add = [&text](const char* name, const QString& value) {
        if (!value.isEmpty())
            text += u"%1: %2\n"_s.arg(QLatin1String(name), value);
    };
    add("because", result.reason);
    add("sent", result.sent);
    add("got", result.got);
    add("expected", result.expected);
    add("why", result.why);
    add("fix", result.how);
    add("clause", result.clause);
    if (result.waiver)
        add("waived",
            u"by %1 until %2: %3"_s.arg(result.waiver->person,
                result.waiver->expires.toString(Qt::ISODate), result.waiver->reason));
    return sound(text);
}

/// Returns the element inside a testcase; empty if the check passed.
QString elementFor(const CheckResult& result)
{
    if (result.isFault())
        return u"failure"_s;
    switch (result.status) {
    case CheckStatus::Error:
        return u"error"_s;
    case CheckStatus::Passed:
    case CheckStatus::Warning:
        return {};
    default:
        return u"skipped"_s;
    }
}

QString seconds(int milliseconds)
{
    return QString::number(milliseconds / 1000.0, 'f', 3);
}

void writeCase(QXmlStreamWriter& xml, const CheckResult& result)
{
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"name"_s, sound(result.id + u": "_s + result.title));
    xml.writeAttribute(u"classname"_s, u"jetbridge.check."_s + result.group);
    xml.writeAttribute(u"time"_s, seconds(result.milliseconds));
    const QString element = elementFor(result);
    if (!element.isEmpty()) {
        xml.writeStartElement(element);
        if (element != "skipped"_L1) {
            xml.writeAttribute(u"type"_s, checkStatusTitle(result.status));
            xml.writeAttribute(u"message"_s,
                sound(result.status == CheckStatus::Error ? result.reason : result.got));
        }
        xml.writeCharacters(story(result));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

void writeSuite(QXmlStreamWriter& xml, const CheckReport& report, const QString& group, int number)
{
    QList<CheckResult> results;
    std::copy_if(report.results.begin(), report.results.end(), std::back_inserter(results),
        [&group](const CheckResult& result) { return result.group == group; });
    const auto count = [&results](const char* element) {
        return QString::number(
            std::count_if(results.begin(), results.end(), [element](const CheckResult& result) {
                return elementFor(result) == QLatin1String(element);
            }));
    };
    int milliseconds = 0;
    QString warnings;
    for (const CheckResult& result : results) {
        milliseconds += result.milliseconds;
        if (result.status == CheckStatus::Warning)
            warnings += u"WARNING %1: %2\n%3"_s.arg(result.id, result.title, story(result));
    }
    xml.writeStartElement(u"testsuite"_s);
    const QList<std::pair<const char*, QString>> attributes{{"name", group},
        {"id", QString::number(number)}, {"package", u"jetbridge.check"_s},
        {"hostname", u"localhost"_s},
        {"timestamp", report.startedAt.toString(u"yyyy-MM-ddTHH:mm:ss"_s)},
        {"tests", QString::number(results.size())}, {"failures", count("failure")},
        {"errors", count("error")}, {"skipped", count("skipped")}, {"time", seconds(milliseconds)}};
    for (const auto& [name, value] : attributes)
        xml.writeAttribute(QLatin1String(name), value);
    xml.writeStartElement(u"properties"_s);
    const QList<std::pair<const char*, QString>> properties{
        {"verdict", checkVerdictName(report.verdict())},
        {"complete", report.complete ? u"true"_s : u"false"_s}, {"run", report.name},
        {"version", report.version}, {"planHash", report.planHash},
        {"resultHash", report.resultHash()}};
    for (const auto& [name, value] : properties) {
        if (value.isEmpty())
            continue;
        xml.writeEmptyElement(u"property"_s);
        xml.writeAttribute(u"name"_s, QLatin1String(name));
        xml.writeAttribute(u"value"_s, sound(value));
    }
    xml.writeEndElement();
    for (const CheckResult& result : results)
        writeCase(xml, result);
    xml.writeTextElement(u"system-out"_s, sound(warnings));
    xml.writeTextElement(u"system-err"_s, sound(report.endedEarly));
    xml.writeEndElement();
}

} // namespace

QByteArray junitDocument(const CheckReport& report)
{
    QByteArray document;
    QXmlStreamWriter xml(&document);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    QStringList groups;
    for (const CheckResult& result : report.results)
        if (!groups.contains(result.group))
            groups.append(result.group);
    for (int i = 0; i < groups.size(); ++i)
        writeSuite(xml, report, groups.at(i), i);
    xml.writeEndElement();
    xml.writeEndDocument();
    return document;
}

} // namespace jetbridge::conformance
