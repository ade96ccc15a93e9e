// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Companies.h"

#include "simulator/Fields.h"

#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

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
constexpr auto badCompany = "INVALID_COMPANY";

} // namespace

QJsonObject CompanyProfile::toJson() const
{
    return {{u"companyId"_s, id}, {u"name"_s, name}, {u"industry"_s, industry}, {u"city"_s, city},
        {u"country"_s, country}, {u"countryCode"_s, countryCode}, {u"website"_s, website},
        {u"departments"_s, departments}, {u"jobs"_s, jobs}, {u"users"_s, users},
        {u"candidates"_s, candidates}};
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
    const auto given = read(list);
    if (!given)
        return passOn(given);
    add(*given);
    if (count() > 0)
        return Done{};
    QJsonArray usual;
    for (const BuiltIn& company : builtIn) {
        const Place& place = places[std::size_t(company.place)];
        usual.append(QJsonObject{{u"companyId"_s, QString::fromUtf8(company.id)},
            {u"name"_s, QString::fromUtf8(company.name)},
            {u"industry"_s, QString::fromUtf8(company.industry)},
            {u"city"_s, QString::fromUtf8(place.city)},
            {u"country"_s, QString::fromUtf8(place.country)},
            {u"countryCode"_s, QString::fromUtf8(place.code)}});
    }
    const auto known = read(usual);
    if (!known)
        return passOn(known);
    add(*known);
    return Done{};
}

Outcome<Companies::Addition> Companies::read(const QJsonArray& list) const
{
    Addition addition{{}, m_generated};
    QHash<QString, int> fresh; // Places of the companies that are new.
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = u"companies[%1]"_s.arg(i);
        if (!list.at(i).isObject())
            return failed(FailureKind::Invalid, place + u" must be an object."_s, 400,
                QString::fromLatin1(badCompany));
        const QJsonObject object = list.at(i).toObject();
        Fields fields(object, place, QString::fromLatin1(badCompany));
        if (fields.has("generate")) {
            fields.number("generate", addition.generated, 0, mostGenerated);
            if (const auto read = fields.result(); !read)
                return passOn(read);
        } else if (const auto profile = profileFrom(fields)) {
            if (!m_index.contains(profile->id) && !fresh.contains(profile->id))
                fresh.insert(profile->id, int(m_named.size() + fresh.size()));
            addition.companies.append(
                {m_index.value(profile->id, fresh.value(profile->id)), *profile});
        } else {
            return passOn(profile);
        }
    }
    return addition;
}

void Companies::add(const Addition& addition)
{
    m_generated = addition.generated;
    for (const auto& [place, company] : addition.companies) {
        if (place < m_named.size()) {
            m_named[place] = company;
        } else {
            m_index.insert(company.id, place);
            m_named.append(company);
        }
    }
}

Outcome<CompanyProfile> Companies::profileFrom(Fields& fields) const
{
    CompanyProfile profile;
    profile.departments = profile.jobs = profile.users = profile.candidates = -1;
    fields.identifier("companyId", profile.id);
    fields.require("companyId", profile.id);
    profile.name = profile.id;
    fields.text("name", profile.name);
    fields.text("industry", profile.industry);
    fields.text("city", profile.city);
    fields.text("country", profile.country);
    fields.text("countryCode", profile.countryCode);
    fields.text("website", profile.website);
    fields.number("departments", profile.departments, 0, mostRecords);
    fields.number("jobs", profile.jobs, 0, mostRecords);
    fields.number("users", profile.users, 0, mostRecords);
    fields.number("candidates", profile.candidates, 0, mostRecords);
    if (const auto read = fields.result(); !read)
        return passOn(read);
    complete(profile);
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
        profile.website =
            u"https://www.%1.example"_s.arg(QString::fromLatin1(QUrl::toAce(profile.id.toLower())));
    if (profile.departments < 0)
        profile.departments = 6 + m_seed.number(name + "departments", 7);
    if (profile.jobs < 0)
        profile.jobs = 12 + m_seed.number(name + "jobs", 60);
    if (profile.users < 0)
        profile.users = 8 + m_seed.number(name + "users", 40);
    if (profile.candidates < 0)
        profile.candidates = 150 + m_seed.number(name + "candidates", 1800);
}

QString Companies::generatedId(int index)
{
    return u"company-%1"_s.arg(index + 1, 5, 10, QLatin1Char('0'));
}

// One block of random bytes serves as many company names as possible and is cached, because a
// search looks at all names.
QString Companies::generatedName(int index) const
{
    constexpr int namesPerBlock = 16;
    const int block = index / namesPerBlock;
    if (block != m_nameBlock) {
        m_nameBytes = m_seed.derive("company names|" + QByteArray::number(block));
        m_nameBlock = block;
    }
    const int at = index % namesPerBlock * 2;
    return QString::fromUtf8(firstWords[std::size_t(uchar(m_nameBytes[at])) % firstWords.size()])
        + QLatin1Char(' ')
        + QString::fromUtf8(
            secondWords[std::size_t(uchar(m_nameBytes[at + 1])) % secondWords.size()]);
}

CompanyProfile Companies::generated(int index) const
{
    CompanyProfile profile;
    profile.id = generatedId(index);
    profile.name = generatedName(index);
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
    static const QString prefix = u"company-"_s;
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
    const auto matches = [&search](const QString& name, const QString& id) {
        return name.contains(search, Qt::CaseInsensitive)
            || id.contains(search, Qt::CaseInsensitive);
    };
    int skip = qMax(0, offset);
    for (int i = 0; i < count() && found.size() < limit; ++i) {
        const int number = i - int(m_named.size());
        const bool isFound = number < 0 ? matches(m_named[i].name, m_named[i].id)
                                        : matches(generatedName(number), generatedId(number));
        if (isFound && skip-- <= 0)
            found.append(at(i));
    }
    return found;
}

QStringList Companies::named() const
{
    QStringList ids;
    for (const CompanyProfile& profile : m_named)
        ids.append(profile.id);
    return ids;
}

std::optional<int> Companies::placeOf(const QString& id) const
{
    const auto known = m_index.constFind(id);
    return known == m_index.constEnd() ? std::nullopt : std::optional(*known);
}

} // namespace jetbridge::simulator
