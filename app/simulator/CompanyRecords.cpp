// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/CompanyRecords.h"

#include "domain/Utc.h"

#include <QDateTime>
#include <QUrl>
#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

namespace {

constexpr std::array<const char*, 13> departments{"Engineering", "Sales", "Marketing",
    "Customer Support", "Finance", "People & Culture", "Operations", "Product", "Legal",
    "Information Technology", "Procurement", "Research", "Facilities"};
constexpr std::array<const char*, 6> levels{
    "", "Junior ", "Senior ", "Lead ", "Principal ", "Associate "};
constexpr std::array<const char*, 14> professions{"Software Engineer", "Account Executive",
    "Product Designer", "Data Analyst", "Recruiter", "Financial Controller", "Support Specialist",
    "Project Coordinator", "Marketing Specialist", "Quality Engineer", "Operations Planner",
    "Systems Administrator", "Legal Counsel", "Technical Writer"};
constexpr std::array<const char*, 24> firstNames{"Anna", "Ben", "Chloé", "Daniel", "Elif", "Femi",
    "Grace", "Hiro", "Inés", "Jakub", "Katarzyna", "Liam", "Mei", "Noah", "Olga", "Priya",
    "Quentin", "Rosa", "Sören", "Tomás", "Uma", "Viktor", "Wanda", "Zoe"};
constexpr std::array<const char*, 24> lastNames{"Adams", "Bauer", "Chen", "Dubois", "Evans",
    "Fischer", "García", "Haddad", "Ito", "Johansson", "Kowalski", "Lopez", "Müller", "Nowak",
    "Okafor", "Patel", "Quinn", "Rossi", "Sato", "Taylor", "Usman", "Vargas", "Wójcik", "Young"};
constexpr std::array<const char*, 4> jobStatuses{"SOURCING", "INTERVIEW", "OFFER", "FILLED"};
constexpr std::array<const char*, 6> candidateStatuses{
    "NEW", "IN_REVIEW", "INTERVIEW", "OFFERED", "HIRED", "REJECTED"};
constexpr std::array<const char*, 4> roles{"ADMINISTRATOR", "EXTENDED", "STANDARD", "EMPLOYEE"};
constexpr int idDigits = 12; // Hexadecimal digits of an id that encode the record's number.

template <std::size_t N>
QString pick(const Seed& seed, const QByteArray& name, const std::array<const char*, N>& list)
{
    return QString::fromUtf8(list[std::size_t(seed.number(name, int(N)))]);
}

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

// Makes an email address: "chloe.muller7@globex.example". Accents are removed, and the number makes
// it unique.
QString address(const QString& first, const QString& last, int index, const QString& domain)
{
    QString name;
    for (const QChar c : (first + QLatin1Char('.') + last).normalized(QString::NormalizationForm_D))
        if (c.unicode() < 0x80)
            name.append(c.toLower());
    return u"%1%2@%3"_s.arg(name).arg(index + 1).arg(domain);
}

} // namespace

CompanyRecords::CompanyRecords(const Seed& seed, CompanyProfile company, QDate today)
    : m_seed(seed)
    , m_company(std::move(company))
    , m_today(today)
{
}

int CompanyRecords::count(Kind kind) const
{
    switch (kind) {
    case Kind::Department:
        return m_company.departments;
    case Kind::Job:
        return m_company.jobs;
    case Kind::User:
        return m_company.users;
    case Kind::Candidate:
        return m_company.candidates;
    }
    Q_UNREACHABLE();
}

QByteArray CompanyRecords::name(Kind kind, int index) const
{
    return "record|" + m_company.id.toUtf8() + '|' + QByteArray::number(int(kind)) + '|'
        + QByteArray::number(index) + '|';
}

// An id encodes its record's number under a mask of the company, so that a record is found without
// a table.
QString CompanyRecords::id(Kind kind, int index) const
{
    const quint64 mask =
        qFromBigEndian<quint64>(m_seed.derive(name(kind, -1), 8).constData()) >> 16;
    return m_seed.uuid(name(kind, index)).chopped(idDigits)
        + u"%1"_s.arg(mask ^ quint64(index), idDigits, 16, QLatin1Char('0'));
}

std::optional<int> CompanyRecords::indexOf(Kind kind, const QString& text) const
{
    bool isNumber = false;
    const quint64 masked = text.right(idDigits).toULongLong(&isNumber, 16);
    const quint64 mask =
        qFromBigEndian<quint64>(m_seed.derive(name(kind, -1), 8).constData()) >> 16;
    const quint64 index = masked ^ mask;
    if (!isNumber || index >= quint64(count(kind)) || id(kind, int(index)) != text)
        return std::nullopt;
    return int(index);
}

QJsonObject CompanyRecords::at(Kind kind, int index) const
{
    switch (kind) {
    case Kind::Department:
        return department(index);
    case Kind::Job:
        return job(index);
    case Kind::User:
        return user(index);
    case Kind::Candidate:
        return candidate(index);
    }
    Q_UNREACHABLE();
}

QString CompanyRecords::moment(const QByteArray& name, int daysBack) const
{
    const int seconds = m_seed.number(name + "time", 36'000) + 25'200; // Between 7 and 17 o'clock.
    const QDate day = m_today.addDays(-1 - m_seed.number(name + "day", daysBack));
    return QDateTime(day, QTime(0, 0).addSecs(seconds), utc).toString(Qt::ISODateWithMs);
}

QJsonObject CompanyRecords::location() const
{
    return {{u("country"), m_company.country}, {u("countryCode"), m_company.countryCode},
        {u("city"), m_company.city}, {u("remote"), false}};
}

QJsonObject CompanyRecords::company() const
{
    return {{u("identifier"), m_company.id}, {u("name"), m_company.name},
        {u("location"), location()}, {u("website"), m_company.website},
        {u("industry"),
            QJsonObject{
                {u("id"), m_company.industry.toLower().replace(QLatin1Char(' '), QLatin1Char('_'))},
                {u("label"), m_company.industry}}},
        {u("logo"), m_company.website + u("/logo.png")}};
}

QJsonObject CompanyRecords::department(int index) const
{
    const QString base = u(departments[std::size_t(index) % departments.size()]);
    const int round = index / int(departments.size());
    return {{u("id"), id(Kind::Department, index)},
        {u("label"), round == 0 ? base : u"%1 %2"_s.arg(base).arg(round + 1)},
        {u("description"), QString()}};
}

QJsonObject CompanyRecords::job(int index) const
{
    const QByteArray record = name(Kind::Job, index);
    const QString created = moment(record, 400);
    QJsonObject job{{u("id"), id(Kind::Job, index)},
        {u("title"),
            pick(m_seed, record + "level", levels)
                + pick(m_seed, record + "profession", professions)},
        {u("refNumber"), u"REF%1"_s.arg(index + 1, 5, 10, QLatin1Char('0'))},
        {u("createdOn"), created}, {u("updatedOn"), created},
        {u("status"), pick(m_seed, record + "status", jobStatuses)},
        {u("postingStatus"),
            m_seed.number(record + "public", 4) == 0 ? u("INTERNAL") : u("PUBLIC")},
        {u("location"), location()},
        {u("language"), QJsonObject{{u("code"), u("en")}, {u("label"), u("English")}}}};
    if (m_company.departments > 0) {
        const QJsonObject where =
            department(m_seed.number(record + "department", m_company.departments));
        job.insert(u("department"),
            QJsonObject{{u("id"), where.value(u("id"))}, {u("label"), where.value(u("label"))}});
    }
    return job;
}

QJsonObject CompanyRecords::user(int index) const
{
    const QByteArray record = name(Kind::User, index);
    const QString first = pick(m_seed, record + "first", firstNames);
    const QString last = pick(m_seed, record + "last", lastNames);
    QString domain = QUrl(m_company.website).host();
    if (domain.startsWith("www."_L1))
        domain.remove(0, 4);
    return {{u("id"), id(Kind::User, index)}, {u("firstName"), first}, {u("lastName"), last},
        {u("email"), address(first, last, index, domain.isEmpty() ? u("mail.example") : domain)},
        {u("role"), index == 0 ? u("ADMINISTRATOR") : pick(m_seed, record + "role", roles)},
        {u("active"), m_seed.number(record + "active", 12) != 0},
        {u("updatedOn"), moment(record, 700)}};
}

QJsonObject CompanyRecords::candidate(int index) const
{
    const QByteArray record = name(Kind::Candidate, index);
    const QString created = moment(record, 700);
    const QString first = pick(m_seed, record + "first", firstNames);
    const QString last = pick(m_seed, record + "last", lastNames);
    QJsonObject candidate{{u("id"), id(Kind::Candidate, index)}, {u("internal"), false},
        {u("firstName"), first}, {u("lastName"), last},
        {u("email"), address(first, last, index, u("mail.example"))}, {u("location"), location()},
        {u("createdOn"), created}, {u("updatedOn"), created}};
    if (m_company.jobs > 0) {
        const QJsonObject target = job(m_seed.number(record + "job", m_company.jobs));
        candidate.insert(u("primaryAssignment"),
            QJsonObject{{u("status"), pick(m_seed, record + "status", candidateStatuses)},
                {u("job"),
                    QJsonObject{{u("id"), target.value(u("id"))},
                        {u("title"), target.value(u("title"))}}}});
    }
    return candidate;
}

QJsonObject CompanyRecords::posting(int index) const
{
    const QJsonObject source = job(index);
    const QString postingId = m_seed.uuid(name(Kind::Job, index) + "posting");
    return {{u("id"), postingId}, {u("uuid"), postingId}, {u("name"), source.value(u("title"))},
        {u("refNumber"), source.value(u("refNumber"))},
        {u("company"), QJsonObject{{u("identifier"), m_company.id}, {u("name"), m_company.name}}},
        {u("releasedDate"), source.value(u("createdOn"))}, {u("location"), location()},
        {u("department"), source.value(u("department"))}};
}

} // namespace jetbridge::simulator
