// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/BulkFile.h"

#include "cli/Files.h"
#include "domain/CompanyId.h"
#include "domain/Csv.h"
#include "domain/Json.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

const QStringList head{
    u"line"_s, u"companyId"_s, u"result"_s, u"good"_s, u"integrationId"_s, u"detail"_s};

tl::unexpected<Failure> invalid(const QString& path, const QString& what)
{
    return failed(FailureKind::Invalid, u"\"%1\": %2"_s.arg(path, what));
}

QString lineText(int line, const QString& what)
{
    return u"line %1: %2"_s.arg(line).arg(what);
}

/// Returns the column of a heading, ignoring case, spaces, dashes and underscores; -1 if there is
/// none. Fails with Invalid if two columns have it.
Outcome<qsizetype> columnOf(const QString& path, const CsvRecord& columns, const char* heading)
{
    const auto plain = [](QString text) {
        text.removeIf([](QChar c) { return c.isSpace() || c == u'-' || c == u'_'; });
        return text.toLower();
    };
    qsizetype found = -1;
    for (qsizetype i = 0; i < columns.fields.size(); ++i) {
        if (plain(columns.fields.at(i)) != plain(QLatin1String(heading)))
            continue;
        if (found >= 0)
            return invalid(path,
                lineText(columns.line,
                    u"the columns \"%1\" and \"%2\" are both %3: leave one."_s.arg(
                        columns.fields.at(found), columns.fields.at(i), QLatin1String(heading))));
        found = i;
    }
    return found;
}

} // namespace

Outcome<QList<BulkRow>> readBulkFile(const QString& path, bool needsConsent)
{
    const auto content = readInputFile(path);
    if (!content)
        return passOn(content);
    const auto records = readCsv(*content, CsvSeparator::Found);
    if (!records)
        return invalid(path, records.error().detail);
    if (records->isEmpty())
        return invalid(path, u"it is empty: its first line must name the columns."_s);
    const CsvRecord& columns = records->constFirst();
    const auto companyColumn = columnOf(path, columns, "companyId");
    if (!companyColumn)
        return passOn(companyColumn);
    const auto consentColumn = columnOf(path, columns, "consentedBy");
    if (!consentColumn)
        return passOn(consentColumn);
    const qsizetype company = *companyColumn;
    const qsizetype consent = *consentColumn;
    if (company < 0 || (needsConsent && consent < 0))
        return invalid(path,
            lineText(columns.line,
                (needsConsent ? u"the columns companyId and consentedBy are needed, "_s
                              : u"the column companyId is needed, "_s)
                    + (columns.fields.size() == 1
                            ? u"there is only \"%1\"."_s.arg(columns.fields.constFirst().trimmed())
                            : u"there are \"%1\"."_s.arg(columns.fields.join(u"\", \""_s)))));
    QList<BulkRow> rows;
    QHash<CompanyId, int> lines;
    for (const CsvRecord& record : records->mid(1)) {
        if (record.fields.join(QString()).trimmed().isEmpty()) // spreadsheets leave such lines
                                                               // behind
            continue;
        if (record.fields.size() != columns.fields.size())
            return invalid(path,
                lineText(record.line,
                    u"it has %1 fields, the first line has %2."_s.arg(record.fields.size())
                        .arg(columns.fields.size())));
        BulkRow row;
        row.line = record.line;
        row.company = CompanyId(csvText(record.fields.at(company).trimmed()));
        if (needsConsent)
            row.consentedBy = record.fields.at(consent).trimmed();
        if (row.company.isEmpty() || (needsConsent && row.consentedBy.isEmpty()))
            return invalid(path,
                lineText(record.line,
                    row.company.isEmpty() ? u"companyId is empty."_s : u"consentedBy is empty."_s));
        if (const auto sound = checkCompanyId(row.company); !sound)
            return invalid(path, lineText(record.line, sound.error().detail));
        if (lines.contains(row.company))
            return invalid(path,
                lineText(record.line,
                    u"\"%1\" is in line %2 already."_s.arg(row.company.text())
                        .arg(lines.value(row.company))));
        lines.insert(row.company, record.line);
        rows.append(row);
    }
    return rows;
}

Outcome<QHash<CompanyId, ClientCredentials>> readGivenClients(const QByteArray& lines)
{
    QHash<CompanyId, ClientCredentials> pairs;
    QSet<ClientId> seen;
    int number = 0;
    for (const QByteArray& each : lines.split('\n')) {
        ++number;
        const QByteArray line = each.trimmed();
        if (line.isEmpty())
            continue;
        const auto wrong = [number](const QString& why) {
            return failed(FailureKind::Invalid,
                u"Standard input, line %1: "
                "{\"companyId\",\"clientId\",\"clientSecret\"} is expected. %2"_s.arg(number)
                    .arg(why));
        };
        const auto pair = ClientCredentials::fromJson(line);
        if (!pair)
            return wrong(pair.error().detail);
        const CompanyId company(jsonText(line, "companyId"));
        if (const auto sound = checkCompanyId(company); !sound)
            return wrong(sound.error().detail);
        if (pairs.contains(company))
            return wrong(u"The company \"%1\" has a pair already."_s.arg(company.text()));
        if (seen.contains(pair->clientId))
            return wrong(
                u"The client \"%1\" is another customer's already."_s.arg(pair->clientId.text()));
        seen.insert(pair->clientId);
        pairs.insert(company, ClientCredentials{pair->clientId, pair->clientSecret});
    }
    return pairs;
}

BulkResults::BulkResults(const QString& path)
    : m_file(path)
{
}

Outcome<Done> BulkResults::open(bool resume)
{
    const QString path = m_file.fileName();
    if (m_file.exists() && !resume)
        return invalid(path,
            u"it holds the results of an earlier run: go on with it by --resume, or "
            "name another file with --results."_s);
    QByteArray kept;
    if (m_file.exists()) {
        auto content = readInputFile(path);
        if (!content)
            return passOn(content);
        // A killed run may have written only a part of its last line.
        kept = content->left(content->lastIndexOf('\n') + 1);
        const auto records = readCsv(kept);
        if (!records)
            return invalid(path, records.error().detail);
        if (!records->isEmpty() && records->constFirst().fields != head)
            return invalid(path, u"it holds no results of this program."_s);
        for (const CsvRecord& record : *records)
            if (record.fields.value(3) == "yes"_L1)
                m_done.insert(CompanyId(csvText(record.fields.value(1))));
    }
    if (!m_file.open(QIODevice::ReadWrite, QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || !m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || !m_file.resize(kept.size()) || !m_file.seek(kept.size()))
        return unwritable();
    return kept.isEmpty() ? write(csvRecord(head)) : Outcome<Done>(Done{});
}

Outcome<Done> BulkResults::add(const BulkRow& row, const QString& result, bool isGood,
    const QString& integration, const QString& detail)
{
    return write(csvRecord({QString::number(row.line), row.company.text(), result,
        isGood ? u"yes"_s : u"no"_s, integration, detail.simplified()}));
}

Outcome<Done> BulkResults::write(const QByteArray& bytes)
{
    if (m_file.write(bytes) != bytes.size() || !m_file.flush())
        return unwritable();
    return m_sinceSync.isValid() && !m_sinceSync.hasExpired(1000) ? Outcome<Done>(Done{}) : sync();
}

Outcome<Done> BulkResults::sync()
{
    m_sinceSync.start();
    return ::fsync(m_file.handle()) == 0 ? Outcome<Done>(Done{}) : unwritable();
}

tl::unexpected<Failure> BulkResults::unwritable() const
{
    return invalid(path(), u"it cannot be written: %1."_s.arg(m_file.errorString()));
}

} // namespace jetbridge::cli
