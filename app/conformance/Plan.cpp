// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Plan.h"

#include "domain/Json.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::conformance {

namespace {

tl::unexpected<Failure> notUnderstood(const QString& detail)
{
    return failed(FailureKind::Invalid, detail);
}

QStringList groupNames()
{
    QStringList names;
    for (const Group& group : allGroups())
        names.append(QLatin1String(group.name));
    return names;
}

Outcome<QStringList> namesIn(const QJsonObject& object, const char* field)
{
    const QJsonValue value = object.value(QLatin1String(field));
    if (value.isUndefined())
        return QStringList();
    QStringList list;
    for (const QJsonValue& entry : value.toArray())
        list.append(entry.toString());
    if (!value.isArray() || list.contains(QString()))
        return notUnderstood(u"\"%1\" must be a list of names."_s.arg(QLatin1String(field)));
    return list;
}

Outcome<CheckWaiver> waiver(const QJsonValue& value)
{
    const CheckWaiver waiver{value["check"_L1].toString(), value["reason"_L1].toString().trimmed(),
        value["person"_L1].toString().trimmed(),
        QDate::fromString(value["expires"_L1].toString(), Qt::ISODate)};
    if (waiver.reason.isEmpty() || waiver.person.isEmpty() || !waiver.expires.isValid())
        return notUnderstood(u"The waiver of \"%1\" needs \"reason\", \"person\" and \"expires\" "
                             "(2027-01-31)."_s.arg(waiver.check));
    return waiver;
}

bool isAsked(const Check& check, const Plan& plan)
{
    const QString id = QLatin1String(check.id);
    if (plan.off.contains(id) || (!plan.only.isEmpty() && !plan.only.contains(id)))
        return false;
    return !check.optIn || plan.optIns.contains(QLatin1String(check.optIn));
}

/// Adds the checks by whose replies other checks are judged: they must run too.
void addOrigins(const Group& group, QStringList& ids)
{
    for (const Check& check : group.checks)
        if (ids.contains(QLatin1String(check.id))) {
            if (check.of && !ids.contains(QLatin1String(check.of)))
                ids.append(QLatin1String(check.of));
        }
}

} // namespace

const Check* findCheck(const QString& id)
{
    for (const Group& group : allGroups())
        for (const Check& check : group.checks)
            if (id == QLatin1String(check.id))
                return &check;
    return nullptr;
}

QStringList optInNames()
{
    QStringList list;
    for (const Group& group : allGroups())
        for (const Check& check : group.checks)
            if (check.optIn && !list.contains(QLatin1String(check.optIn)))
                list.append(QLatin1String(check.optIn));
    return list;
}

Outcome<Plan> Plan::fromJson(const QByteArray& json)
{
    const auto object = jsonObject(json);
    if (!object)
        return passOn(object);
    static const QStringList known{u"name"_s, u"groups"_s, u"with"_s, u"checks"_s, u"waivers"_s};
    for (const QString& field : object->keys())
        if (!known.contains(field))
            return notUnderstood(
                u"\"%1\" is not a field of a plan. Fields: %2."_s.arg(field, known.join(u", "_s)));
    Plan plan;
    plan.name = object->value("name"_L1).toString();
    const auto groups = namesIn(*object, "groups");
    const auto with = namesIn(*object, "with");
    for (const auto* list : {&groups, &with})
        if (!*list)
            return passOn(*list);
    plan.groups = *groups;
    plan.optIns = *with;
    static const QHash<QString, Weight> weights{
        {u"fault"_s, Weight::Fault}, {u"advice"_s, Weight::Advice}, {u"review"_s, Weight::Look}};
    const QJsonObject checks = object->value("checks"_L1).toObject();
    for (auto check = checks.begin(); check != checks.end(); ++check) {
        const QString severity = check.value().toString();
        if (severity == "off"_L1)
            plan.off.append(check.key());
        else if (weights.contains(severity))
            plan.weights.insert(check.key(), weights.value(severity));
        else
            return notUnderstood(
                u"The severity of \"%1\" must be fault, advice, review or off."_s.arg(check.key()));
    }
    for (const QJsonValue& entry : object->value("waivers"_L1).toArray()) {
        const auto read = waiver(entry);
        if (!read)
            return passOn(read);
        plan.waivers.append(*read);
    }
    if (const auto valid = plan.validate(); !valid)
        return passOn(valid);
    return plan;
}

Outcome<Done> Plan::validate() const
{
    for (const QString& group : groups)
        if (!groupNames().contains(group))
            return notUnderstood(
                u"There is no group \"%1\". Groups: %2."_s.arg(group, groupNames().join(u", "_s)));
    for (const QString& asked : optIns)
        if (!optInNames().contains(asked))
            return notUnderstood(u"\"%1\" is not an opt-in name. Opt-in names: %2."_s.arg(
                asked, optInNames().join(u", "_s)));
    QStringList ids = only + off + weights.keys();
    for (const CheckWaiver& waiver : waivers)
        ids.append(waiver.check);
    for (const QString& id : ids)
        if (!findCheck(id))
            return notUnderstood(
                u"There is no check \"%1\": `check --dry-run` lists all checks."_s.arg(id));
    return Done{};
}

bool Plan::names(const Group& group) const
{
    return groups.isEmpty() ? !group.isOptional : groups.contains(QLatin1String(group.name));
}

QList<Group> Plan::chosen() const
{
    QList<Group> list;
    for (Group group : allGroups()) {
        if (!names(group))
            continue;
        Plan wanted = *this;
        if (!wanted.only.isEmpty())
            addOrigins(group, wanted.only);
        group.checks.removeIf([&wanted](const Check& check) {
            // The results of a group mean nothing without its preflight.
            return !isAsked(check, wanted) && (wanted.only.isEmpty() || !check.isPreflight);
        });
        const bool isEmpty = std::none_of(group.checks.begin(), group.checks.end(),
            [&wanted](const Check& check) { return isAsked(check, wanted); });
        for (Check& check : group.checks)
            check.weight = weights.value(QLatin1String(check.id), check.weight);
        if (!isEmpty)
            list.append(group);
    }
    return list;
}

QStringList Plan::notMeasured() const
{
    QStringList list;
    for (const Group& group : allGroups()) {
        if (!names(group)) {
            list.append(u"%1: all checks of %2 (--groups)"_s.arg(
                QLatin1String(group.name), QLatin1String(group.title)));
            continue;
        }
        for (const Check& check : group.checks)
            if (!isAsked(check, *this))
                list.append(u"%1: %2%3"_s.arg(QLatin1String(check.id), QLatin1String(check.title),
                    check.optIn && !optIns.contains(QLatin1String(check.optIn))
                        ? u" (--with %1)"_s.arg(QLatin1String(check.optIn))
                        : QString()));
    }
    return list;
}

QString Plan::hash() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Group& group : chosen())
        for (const Check& check : group.checks)
            hash.addData(QByteArray(check.id) + ' ' + QByteArray::number(int(check.weight)) + '\n');
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace jetbridge::conformance
