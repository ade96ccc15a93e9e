// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/FaultsCard.h"

#include "parts/Form.h"
#include "parts/Parts.h"
#include "parts/Tokens.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int ruleLines = 5;

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

FaultsCard::FaultsCard(QWidget* parent)
    : QWidget(parent)
    , m_list(parts::text(this, "faultList"_L1))
    , m_where(new QComboBox)
    , m_what(new QComboBox)
    , m_times(new QSpinBox)
    , m_rule(new QPlainTextEdit)
    , m_ruleWrong(parts::text(this, "faultRuleWrong"_L1))
    , m_none(parts::button(this, "clearFaults"_L1, tr("Clear faults")))
{
    const std::pair<QString, QJsonValue> places[] = {
        {tr("The token request"), u("/identity/oauth/token")},
        {tr("The confirm request"), u("/apps-integrations/partner-api/integrations")},
        {tr("The first call on the customer's behalf"), u("/configuration/company")},
        {tr("Every call of the public API"),
            QJsonArray{
                u("/configuration/*"), u("/jobs*"), u("/users*"), u("/candidates*"), u("/v1/*")}}};
    for (const auto& [text, path] : places)
        m_where->addItem(text, path.toVariant());
    const std::pair<QString, QJsonObject> troubles[] = {
        {tr("Fails with 500"), {{u("status"), 500}}},
        {tr("Is refused with 401"), {{u("status"), 401}}},
        {tr("Is not allowed: 403"), {{u("status"), 403}}},
        {tr("Asks to slow down: 429"), {{u("retryAfter"), u("2")}}},
        {tr("Answers after 5 s"), {{u("delayMs"), 5000}}},
        {tr("Works, but the answer is lost"), {{u("closeAfterCommit"), true}}},
        {tr("Ends the connection, nothing is done"), {{u("closeBeforeReply"), true}}},
        {tr("Answers with broken JSON"), {{u("malformedJson"), true}}}};
    for (const auto& [text, action] : troubles)
        m_what->addItem(text, action);
    m_times->setRange(1, 1000);

    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(spacing::between);
    form->setVerticalSpacing(spacing::inside);
    form->addRow(m_list);
    form::addField(form, m_where, "faultWhere", tr("What fails"));
    form::addField(form, m_what, "faultWhat", tr("How"));
    form::addField(form, m_times, "faultTimes", tr("How often"));
    auto* add = parts::button(this, "addFault"_L1, tr("Add this fault"));
    form::addButtons(form, {add, m_none});
    m_rule->setPlaceholderText(
        u(R"({"match": {"path": "/jobs*"}, "after": 1, "times": 2, "do": {"truncateAt": 10}})"));
    m_rule->setFont(parts::fixedFont());
    m_rule->setTabChangesFocus(true);
    m_rule->setFixedHeight(m_rule->fontMetrics().lineSpacing() * ruleLines);
    form::addField(form, m_rule, "faultRule", tr("A rule of your own"));
    form->addRow(form::reserveLine(m_ruleWrong));
    auto* addRule = parts::button(this, "addFaultRule"_L1, tr("Add this rule"));
    form::addButtons(form, {addRule});
    connect(addRule, &QPushButton::clicked, this, &FaultsCard::addOwnRule);

    connect(add, &QPushButton::clicked, this, [this] {
        QJsonArray rules = m_rules;
        rules.append(QJsonObject{
            {u("match"), QJsonObject{{u("path"), QJsonValue::fromVariant(m_where->currentData())}}},
            {u("times"), m_times->value()}, {u("do"), m_what->currentData().toJsonObject()}});
        Q_EMIT changed(rules);
    });
    connect(m_none, &QPushButton::clicked, this, [this] { Q_EMIT changed({}); });
    show({});
}

// The simulator checks the rule and refuses what makes no sense at its place.
void FaultsCard::addOwnRule()
{
    QJsonParseError error;
    const QJsonDocument rule = QJsonDocument::fromJson(m_rule->toPlainText().toUtf8(), &error);
    m_ruleWrong->setVisible(!rule.isObject());
    if (!rule.isObject()) {
        form::say(m_ruleWrong, Tone::Bad,
            tr("This is no JSON object: it breaks off at character %1.").arg(error.offset));
        return;
    }
    QJsonArray rules = m_rules;
    rules.append(rule.object());
    Q_EMIT changed(rules);
}

void FaultsCard::show(const QJsonArray& rules)
{
    m_rules = {};
    QStringList lines;
    for (const QJsonValue& value : rules) {
        QJsonObject rule = value.toObject();
        const int done = rule.take(u("done")).toInt();
        rule.remove(u("seen"));
        m_rules.append(rule);
        const QJsonValue path = rule.value(u("match"))[u("path")];
        const int where = m_where->findData(path.toVariant());
        const int what = m_what->findData(rule.value(u("do")).toObject());
        lines +=
            tr("%1: %2. Triggered %3 of %4.")
                .arg(where >= 0 ? m_where->itemText(where) : path.toString(tr("Several calls")),
                    what >= 0 ? m_what->itemText(what) : tr("a rule of your own"))
                .arg(done)
                .arg(rule.contains(u("times")) ? QString::number(rule.value(u("times")).toInt())
                                               : tr("all"));
    }
    form::say(m_list, lines.isEmpty() ? Tone::Good : Tone::Careful,
        lines.isEmpty() ? tr("No faults: everything works.") : lines.join(QLatin1Char('\n')));
    m_none->setEnabled(!lines.isEmpty());
}

} // namespace jetbridge::ui
