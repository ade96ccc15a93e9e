// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Companies.h"

#include <QUrl>

#include <array>

namespace jetbridge::simulator {

namespace {

struct Place {
    const char* city;
    const char* country;
    const char* code;
};
constexpr std::array<Place, 12> places{
    {{"San Francisco", "United States", "us"}, {"Berlin", "Germany", "de"},
        {"Kraków", "Poland", "pl"}, {"Paris", "France", "fr"}, {"London", "United Kingdom", "gb"},
        {"Toronto", "Canada", "ca"}, {"Madrid", "Spain", "es"}, {"Amsterdam", "Netherlands", "nl"},
        {"Chicago", "United States", "us"}, {"Sydney", "Australia", "au"},
        {"Singapore", "Singapore", "sg"}, {"Zürich", "Switzerland", "ch"}}};
constexpr std::array<const char*, 8> industries{"Computer Software", "Retail",
    "Hospital & Health Care", "Logistics and Supply Chain", "Financial Services", "Renewables",
    "Machinery", "Hospitality"};
constexpr std::array<const char*, 16> firstWords{"Northwind", "Blue Harbor", "Summit", "Evergreen",
    "Silverline", "Brightwater", "Ironwood", "Lakeside", "Redstone", "Copperfield", "Highland",
    "Oakridge", "Clearview", "Stonebridge", "Maplewood", "Riverside"};
constexpr std::array<const char*, 10> secondWords{"Logistics", "Foods", "Health", "Systems",
    "Energy", "Capital", "Retail Group", "Manufacturing", "Hotels", "Software"};

struct BuiltIn {
    const char* id;
    const char* name;
    const char* industry;
    int place;
};
constexpr std::array<BuiltIn, 10> builtIn{{{"globex", "Globex Corporation", "Computer Software", 0},
    {"initech", "Initech", "Computer Software", 8},
    {"umbrella", "Umbrella Health", "Hospital & Health Care", 4},
    {"stark", "Stark Renewables", "Renewables", 0}, {"wonka", "Wonka Confectionery", "Retail", 7},
    {"hooli", "Hooli", "Computer Software", 0},
    {"vandelay", "Vandelay Logistics", "Logistics and Supply Chain", 1},
    {"soylent", "Soylent Foods", "Retail", 2}, {"cyberdyne", "Cyberdyne Machinery", "Machinery", 3},
    {"bluth", "Bluth Homes", "Financial Services", 5}}};

constexpr int mostGenerated = 1'000'000;
constexpr int mostRecords = 10'000'000;

} // namespace

QJsonObject CompanyProfile::toJson() const
{
    return {{QStringLiteral("companyId"), id}, {QStringLiteral("name"), name},
        {QStringLiteral("industry"), industry}, {QStringLiteral("city"), city},
        {QStringLiteral("country"), country}, {QStringLiteral("countryCode"), countryCode},
        {QStringLiteral("website"), website}, {QStringLiteral("departments"), departments},
        {QStringLiteral("jobs"), jobs}, {QStringLiteral("users"), users},
        {QStringLiteral("candidates"), candidates}};
}

Companies::Companies(const Seed& seed)
    : m_seed(seed)
{
}

Outcome<Done> Companies::load(const QJsonArray& list)
{
    m_named.clear();
    m_index.clear();
    m_generated = 0;
    for (const QJsonValue& entry : list) {
        const QJsonObject object = entry.toObject();
        if (const QJsonValue count = object.value(QLatin1String("generate"));
            !count.isUndefined()) {
            if (count.toInt(-1) < 0 || count.toInt() > mostGenerated)
                return failed(FailureKind::Invalid,
                    QStringLiteral("\"generate\" must be a number from 0 to %1.")
                        .arg(mostGenerated));
            m_generated = count.toInt();
        } else if (const auto added = add(object); !added) {
            return passOn(added);
        }
    }
    if (count() > 0)
        return Done{};
    for (const BuiltIn& company : builtIn) {
        const Place& place = places[std::size_t(company.place)];
        const auto added = add({{QStringLiteral("companyId"), QString::fromUtf8(company.id)},
            {QStringLiteral("name"), QString::fromUtf8(company.name)},
            {QStringLiteral("industry"), QString::fromUtf8(company.industry)},
            {QStringLiteral("city"), QString::fromUtf8(place.city)},
            {QStringLiteral("country"), QString::fromUtf8(place.country)},
            {QStringLiteral("countryCode"), QString::fromUtf8(place.code)}});
        if (!added)
            return passOn(added);
    }
    return Done{};
}

Outcome<CompanyProfile> Companies::add(const QJsonObject& entry)
{
    CompanyProfile profile;
    profile.id = entry.value(QLatin1String("companyId")).toString();
    if (profile.id.isEmpty() || profile.id.size() > 200)
        return failed(FailureKind::Invalid,
            QStringLiteral("Each company needs a \"companyId\" of 1 to 200 characters."), 422,
            QStringLiteral("INVALID_COMPANY"));
    profile.name = entry.value(QLatin1String("name")).toString(profile.id);
    profile.industry = entry.value(QLatin1String("industry")).toString();
    profile.city = entry.value(QLatin1String("city")).toString();
    profile.country = entry.value(QLatin1String("country")).toString();
    profile.countryCode = entry.value(QLatin1String("countryCode")).toString();
    profile.website = entry.value(QLatin1String("website")).toString();
    for (const auto& [field, target] :
        {std::pair{"departments", &profile.departments}, {"jobs", &profile.jobs},
            {"users", &profile.users}, {"candidates", &profile.candidates}}) {
        const QJsonValue value = entry.value(QLatin1String(field));
        *target = value.toInt(-1);
        if (!value.isUndefined() && (*target < 0 || *target > mostRecords))
            return failed(FailureKind::Invalid,
                QStringLiteral("\"%1\" of company \"%2\" must be a number from 0 to %3.")
                    .arg(QLatin1String(field), profile.id)
                    .arg(mostRecords),
                422, QStringLiteral("INVALID_COMPANY"));
    }
    complete(profile);

    const auto known = m_index.constFind(profile.id);
    if (known != m_index.constEnd()) {
        m_named[*known] = profile;
    } else {
        m_index.insert(profile.id, int(m_named.size()));
        m_named.append(profile);
    }
    return profile;
}

void Companies::complete(CompanyProfile& profile) const
{
    const QByteArray name = "company|" + profile.id.toUtf8() + '|';
    const Place& place = places[std::size_t(m_seed.number(name + "place", int(places.size())))];
    if (profile.industry.isEmpty())
        profile.industry = QString::fromUtf8(
            industries[std::size_t(m_seed.number(name + "industry", int(industries.size())))]);
    if (profile.city.isEmpty() && profile.country.isEmpty()) {
        profile.city = QString::fromUtf8(place.city);
        profile.country = QString::fromUtf8(place.country);
        profile.countryCode = QString::fromUtf8(place.code);
    }
    if (profile.website.isEmpty())
        profile.website = QStringLiteral("https://www.%1.example")
                              .arg(QString::fromLatin1(QUrl::toAce(profile.id.toLower())));
    if (profile.departments < 0)
        profile.departments = 6 + m_seed.number(name + "departments", 7);
    if (profile.jobs < 0)
        profile.jobs = 12 + m_seed.number(name + "jobs", 60);
    if (profile.users < 0)
        profile.users = 8 + m_seed.number(name + "users", 40);
    if (profile.candidates < 0)
        profile.candidates = 150 + m_seed.number(name + "candidates", 1800);
}

CompanyProfile Companies::generated(int index) const
{
    CompanyProfile profile;
    profile.id = QStringLiteral("company-%1").arg(index + 1, 5, 10, QLatin1Char('0'));
    const QByteArray name = "company|" + profile.id.toUtf8() + '|';
    profile.name =
        QString::fromUtf8(
            firstWords[std::size_t(m_seed.number(name + "first", int(firstWords.size())))])
        + QLatin1Char(' ')
        + QString::fromUtf8(
            secondWords[std::size_t(m_seed.number(name + "second", int(secondWords.size())))]);
    profile.departments = profile.jobs = profile.users = profile.candidates = -1;
    complete(profile);
    return profile;
}

CompanyProfile Companies::at(int index) const
{
    return index < m_named.size() ? m_named.at(index) : generated(index - int(m_named.size()));
}

std::optional<CompanyProfile> Companies::find(const QString& id) const
{
    if (const auto known = m_index.constFind(id); known != m_index.constEnd())
        return m_named.at(*known);
    static const QString prefix = QStringLiteral("company-");
    bool isNumber = false;
    const int number = id.startsWith(prefix) ? id.mid(prefix.size()).toInt(&isNumber) : 0;
    if (!isNumber || number < 1 || number > m_generated)
        return std::nullopt;
    CompanyProfile profile = generated(number - 1);
    return profile.id == id ? std::optional(std::move(profile)) : std::nullopt;
}

QList<CompanyProfile> Companies::page(int offset, int limit, const QString& search) const
{
    QList<CompanyProfile> found;
    if (search.isEmpty()) {
        for (int i = qMax(0, offset); i < count() && found.size() < limit; ++i)
            found.append(at(i));
        return found;
    }
    int skip = qMax(0, offset);
    for (int i = 0; i < count() && found.size() < limit; ++i) {
        CompanyProfile profile = at(i);
        if (!profile.name.contains(search, Qt::CaseInsensitive)
            && !profile.id.contains(search, Qt::CaseInsensitive))
            continue;
        if (skip-- <= 0)
            found.append(std::move(profile));
    }
    return found;
}

QJsonArray Companies::toJson() const
{
    QJsonArray list;
    for (const CompanyProfile& profile : m_named)
        list.append(profile.toJson());
    if (m_generated > 0)
        list.append(QJsonObject{{QStringLiteral("generate"), m_generated}});
    return list;
}

} // namespace jetbridge::simulator
