// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/ExchangeDetail.h"

#include "FlowLayout.h"
#include "Form.h"
#include "Parts.h"
#include "console/Console.h"
#include "traffic/ExchangeWords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSplitter>

namespace jetbridge::ui {

namespace {

/// Content to wish for less room than a text usually does: it scrolls by itself, and the page
/// around it should not have to.
class HttpText : public QPlainTextEdit {
public:
    QSize sizeHint() const override
    {
        return {QPlainTextEdit::sizeHint().width(), 5 * controlHeight};
    }
};

} // namespace

QPlainTextEdit* httpText(const char* objectName, const QString& accessibleName)
{
    auto* text = new HttpText;
    text->setObjectName(QLatin1String(objectName));
    text->setAccessibleName(accessibleName);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(parts::fixedFont());
    text->setWordWrapMode(QTextOption::WrapAnywhere);
    return text;
}

ExchangeDetail::ExchangeDetail(Console& console, QWidget* parent)
    : QWidget(parent)
    , m_console(console)
    , m_title(parts::section(this, QLatin1String("exchangeTitle")))
    , m_answer(parts::text(this, QLatin1String("exchangeAnswer")))
    , m_facts(parts::caption(this, QLatin1String("exchangeFacts")))
    , m_request(httpText("exchangeRequest", tr("The request")))
    , m_reply(httpText("exchangeReply", tr("The answer")))
    , m_copy(parts::button(this, QLatin1String("copyAsCurl"), tr("Copy as curl")))
    , m_onboarding(
          parts::button(this, QLatin1String("showOnboarding"), tr("Show the whole onboarding")))
    , m_said(parts::text(this, QLatin1String("exchangeSaid")))
{
    setObjectName(QStringLiteral("exchangeDetail"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    const auto titled = [this](const char* name, const QString& caption, QPlainTextEdit* text) {
        auto* part = new QWidget;
        auto* column = new QVBoxLayout(part);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        QLabel* label = parts::caption(this, QLatin1String(name));
        label->setText(caption);
        column->addWidget(label);
        column->addWidget(text, 1);
        return part;
    };
    auto* texts = new QSplitter(Qt::Vertical);
    texts->setObjectName(QStringLiteral("exchangeTexts"));
    texts->setChildrenCollapsible(false);
    texts->setHandleWidth(spacing::inside);
    texts->addWidget(titled("exchangeRequestCaption", tr("Request"), m_request));
    texts->addWidget(titled("exchangeReplyCaption", tr("Answer"), m_reply));

    m_said->hide();
    QLabel* hint = parts::caption(this, QLatin1String("compareHint"));
    hint->setText(tr("Hold Ctrl and choose a second exchange to compare the two."));

    auto* buttons = new FlowLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_onboarding);
    texts->setMinimumHeight(8 * controlHeight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(
        spacing::between, spacing::between, spacing::between, spacing::between);
    column->setSpacing(spacing::inside);
    column->addWidget(m_title);
    column->addWidget(m_answer);
    column->addWidget(m_facts);
    column->addLayout(buttons);
    column->addWidget(m_said);
    column->addWidget(texts, 1);
    column->addWidget(hint);

    connect(m_copy, &QPushButton::clicked, this, &ExchangeDetail::copyAsCurl);
    connect(m_onboarding, &QPushButton::clicked, this,
        [this] { Q_EMIT onboardingWanted(m_exchange.correlationId); });
}

void ExchangeDetail::show(const Exchange& exchange)
{
    const bool isOther = exchange.number != m_exchange.number;
    m_exchange = exchange;
    m_title->setText(requestWords(exchange));
    const Tone tone = toneOf(exchange);
    QString answer = answerWords(exchange);
    if (!exchange.failure.isEmpty())
        answer += QStringLiteral(". ") + exchange.failure;
    else if (exchange.milliseconds >= 0)
        answer = tr("%1, after %2").arg(answer, tookWords(exchange));
    form::say(m_answer,
        tone == Tone::Good          ? "good"
            : tone == Tone::Careful ? "careful"
            : tone == Tone::Bad     ? "bad"
                                    : "neutral",
        answer);
    const QDateTime at = exchange.at.toLocalTime();
    const QString when =
        QStringLiteral("%1 %2").arg(QLocale().toString(at.date(), QLocale::ShortFormat),
            at.toString(QStringLiteral("HH:mm:ss.zzz")));
    const QString tls = !exchange.tls.isEmpty()          ? exchange.tls
        : exchange.url.scheme() == QLatin1String("http") ? tr("without TLS, on this computer")
                                                         : tr("TLS facts were not seen");
    m_facts->setText(
        QStringLiteral("%1\n%2\n%3")
            .arg(tr("%1 to %2").arg(laneWords(exchange.from), laneWords(exchange.to)), when, tls));
    m_request->setPlainText(requestText(exchange));
    m_reply->setPlainText(answerText(exchange));
    m_onboarding->setEnabled(!exchange.correlationId.isEmpty());
    m_onboarding->setToolTip(exchange.correlationId.isEmpty()
            ? tr("This exchange belongs to no onboarding.")
            : QString());
    if (isOther)
        m_said->hide();
}

void ExchangeDetail::copyAsCurl()
{
    ExchangeFilter alone;
    alone.number = m_exchange.number;
    QCoro::connect(m_console.exportTraffic(alone, ExchangeFormat::Curl), this,
        [this](const Outcome<QByteArray>& command) {
            if (!command) {
                form::say(m_said, "bad", troubleWords(command.error()));
                return;
            }
            QGuiApplication::clipboard()->setText(QString::fromUtf8(*command));
            parts::sayCopied(m_copy);
            form::say(m_said, "neutral",
                tr("The secrets are not in it: put yours in the place of each [secret ...]."));
        });
}

} // namespace jetbridge::ui
