// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/ExchangeDetail.h"

#include "console/TrafficRecords.h"
#include "parts/ColumnScroll.h"
#include "parts/FailureText.h"
#include "parts/FlowLayout.h"
#include "parts/Form.h"
#include "parts/Parts.h"
#include "traffic/ExchangeWords.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QtMath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int mostLines = 400; ///< A longer text scrolls by itself.

/// Text field as high as its text, so that the page around it scrolls, also by the keyboard.
class HttpText : public QPlainTextEdit {
public:
    HttpText()
    {
        connect(this, &QPlainTextEdit::textChanged, this, [this] { fit(); });
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QPlainTextEdit::resizeEvent(event);
        if (event->size().width() != event->oldSize().width())
            fit();
    }

    void changeEvent(QEvent* event) override
    {
        QPlainTextEdit::changeEvent(event);
        if (event->type() == QEvent::FontChange)
            fit();
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        const std::pair<QKeySequence::StandardKey, QAbstractSlider::SliderAction> keys[] = {
            {QKeySequence::MoveToNextLine, QAbstractSlider::SliderSingleStepAdd},
            {QKeySequence::MoveToPreviousLine, QAbstractSlider::SliderSingleStepSub},
            {QKeySequence::MoveToNextPage, QAbstractSlider::SliderPageStepAdd},
            {QKeySequence::MoveToPreviousPage, QAbstractSlider::SliderPageStepSub},
            {QKeySequence::MoveToStartOfLine, QAbstractSlider::SliderToMinimum},
            {QKeySequence::MoveToEndOfLine, QAbstractSlider::SliderToMaximum}};
        const QScrollArea* page =
            verticalScrollBar()->maximum() > 0 ? nullptr : scrollAround(*this);
        for (const auto& [key, action] : keys)
            if (page && event->matches(key))
                return page->verticalScrollBar()->triggerAction(action);
        QPlainTextEdit::keyPressEvent(event);
    }

private:
    void fit()
    {
        const int most = mostLines * fontMetrics().lineSpacing();
        qreal text = 2 * document()->documentMargin();
        for (QTextBlock line = document()->firstBlock(); line.isValid() && text < most;
             line = line.next())
            text += blockBoundingRect(line).height();
        setVerticalScrollBarPolicy(text < most ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
        setFixedHeight(std::min(qCeil(text), most) + height() - viewport()->height());
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

void addHttpText(
    QVBoxLayout* column, const char* captionName, const QString& caption, QPlainTextEdit* text)
{
    QLabel* label = parts::caption(column->parentWidget(), QLatin1String(captionName));
    label->setText(caption);
    column->addWidget(label);
    column->addWidget(text);
}

ExchangeDetail::ExchangeDetail(TrafficRecords& traffic, QWidget* parent)
    : QWidget(parent)
    , m_traffic(traffic)
    , m_title(parts::section(this, "exchangeTitle"_L1))
    , m_answer(parts::text(this, "exchangeAnswer"_L1))
    , m_facts(parts::caption(this, "exchangeFacts"_L1))
    , m_request(httpText("exchangeRequest", tr("The request")))
    , m_reply(httpText("exchangeReply", tr("The answer")))
    , m_copy(parts::button(this, "copyAsCurl"_L1, tr("Copy as curl")))
    , m_onboarding(parts::button(this, "showOnboarding"_L1, tr("Show the whole onboarding")))
    , m_said(parts::text(this, "exchangeSaid"_L1))
{
    setObjectName(u"exchangeDetail"_s);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_said->hide();
    QLabel* hint = parts::caption(this, "compareHint"_L1);
    hint->setText(tr("Hold Ctrl and choose a second exchange to compare the two."));

    auto* buttons = new FlowLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_onboarding);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(
        spacing::between, spacing::between, spacing::between, spacing::between);
    column->setSpacing(spacing::inside);
    column->addWidget(m_title);
    column->addWidget(m_answer);
    column->addWidget(m_facts);
    column->addLayout(buttons);
    column->addWidget(m_said);
    addHttpText(column, "exchangeRequestCaption", tr("Request"), m_request);
    addHttpText(column, "exchangeReplyCaption", tr("Answer"), m_reply);
    column->addWidget(hint);
    column->addStretch();

    connect(m_copy, &QPushButton::clicked, this, &ExchangeDetail::copyAsCurl);
    connect(m_onboarding, &QPushButton::clicked, this,
        [this] { Q_EMIT onboardingWanted(m_exchange.correlationId); });
}

void ExchangeDetail::show(const Exchange& exchange)
{
    const bool isOther = exchange.number != m_exchange.number;
    m_exchange = exchange;
    m_title->setText(requestWords(exchange));
    QString answer = answerWords(exchange);
    if (!exchange.failure.isEmpty())
        answer += u". "_s + exchange.failure;
    else if (exchange.milliseconds >= 0)
        answer = tr("%1, after %2").arg(answer, tookWords(exchange));
    form::say(m_answer, toneOf(exchange), answer);
    const QDateTime at = exchange.at.toLocalTime();
    const QString when = u"%1 %2"_s.arg(
        QLocale().toString(at.date(), QLocale::ShortFormat), at.toString(u"HH:mm:ss.zzz"_s));
    const QString tls = !exchange.tls.isEmpty() ? exchange.tls
        : exchange.url.scheme() == "http"_L1    ? tr("local, no TLS")
                                                : tr("TLS facts were not seen");
    m_facts->setText(u"%1\n%2\n%3"_s.arg(
        tr("%1 to %2").arg(laneWords(exchange.from), laneWords(exchange.to)), when, tls));
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
    QCoro::connect(m_traffic.exportAs(alone, ExchangeFormat::Curl), this,
        [this](const Outcome<QByteArray>& command) {
            if (!command) {
                form::say(m_said, Tone::Bad, explainBriefly(command.error(), Errand::Here));
                return;
            }
            QGuiApplication::clipboard()->setText(QString::fromUtf8(*command));
            parts::sayCopied(m_copy);
            form::say(m_said, Tone::Neutral,
                tr("The secrets are not in it: put yours in the place of each [secret ...]."));
        });
}

} // namespace jetbridge::ui
