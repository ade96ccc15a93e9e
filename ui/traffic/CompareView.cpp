// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/CompareView.h"

#include "parts/Parts.h"
#include "parts/Tokens.h"
#include "traffic/ExchangeDetail.h"
#include "traffic/ExchangeWords.h"
#include "traffic/LineDiff.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

const QString onlyFirst = u"\u2212 "_s; ///< Begins a line that only the first exchange has.
const QString onlySecond = u"+ "_s;

QString sentenceOf(const QString& sign, const Exchange& exchange)
{
    return u"%1  %2  %3, %4  %5"_s.arg(sign, exchange.at.toLocalTime().toString(u"HH:mm:ss.zzz"_s),
        requestWords(exchange), answerWords(exchange), tookWords(exchange));
}

} // namespace

CompareView::CompareView(QWidget* parent)
    : QWidget(parent)
    , m_title(parts::section(this, "compareTitle"_L1))
    , m_first(parts::text(this, "compareFirst"_L1))
    , m_second(parts::text(this, "compareSecond"_L1))
    , m_request(httpText("compareRequest", tr("The two requests, laid over each other")))
    , m_reply(httpText("compareReply", tr("The two answers, laid over each other")))
{
    setObjectName(u"compareView"_s);
    m_title->setText(tr("Two exchanges compared"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(
        spacing::between, spacing::between, spacing::between, spacing::between);
    column->setSpacing(spacing::inside);
    column->addWidget(m_title);
    column->addWidget(m_first);
    column->addWidget(m_second);
    addHttpText(column, "compareRequestCaption", tr("Request"), m_request);
    addHttpText(column, "compareReplyCaption", tr("Answer"), m_reply);
    column->addStretch();
}

void CompareView::show(const Exchange& first, const Exchange& second)
{
    m_first->setText(sentenceOf(u"\u2212"_s, first));
    m_second->setText(sentenceOf(u"+"_s, second));
    compare(m_request, requestText(first), requestText(second));
    compare(m_reply, answerText(first), answerText(second));
}

void CompareView::compare(QPlainTextEdit* view, const QString& first, const QString& second)
{
    const auto linesOf = [](const QString& text) {
        return text.trimmed().split(QLatin1Char('\n'));
    };
    QString text;
    const QList<DiffLine> lines = lineDiff(linesOf(first), linesOf(second));
    for (const DiffLine& line : lines) {
        const QString sign = line.side == DiffLine::Side::First ? onlyFirst
            : line.side == DiffLine::Side::Second               ? onlySecond
                                                                : u"  "_s;
        text += sign + line.text + QLatin1Char('\n');
    }
    view->setPlainText(text);
    mark(view);
}

void CompareView::mark(QPlainTextEdit* view)
{
    // The application's palette tells the theme: that of a widget in a card is transparent.
    const Tokens& tokens = tokensOf(QGuiApplication::palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (QTextBlock line = view->document()->begin(); line.isValid(); line = line.next()) {
        const bool isFirst = line.text().startsWith(onlyFirst);
        if (!isFirst && !line.text().startsWith(onlySecond))
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(line);
        mark.format.setBackground(isFirst ? tokens.badBack : tokens.okBack);
        mark.format.setForeground(tokens.text);
        mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        marks.append(mark);
    }
    view->setExtraSelections(marks);
}

void CompareView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        for (QPlainTextEdit* view : {m_request, m_reply})
            mark(view);
}

} // namespace jetbridge::ui
