// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser/QuestionCard.h"

#include "parts/FlowLayout.h"
#include "parts/Mask.h"
#include "parts/Parts.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

using Kind = BrowserQuestion::Kind;

constexpr int mostLetters = 600; // A page may send more text than fits on a screen.

QString whoAsks(const BrowserQuestion& question)
{
    if (question.origin.isEmpty()) // a sandboxed frame, or a window before its page is loaded
        return u"about:blank"_s;
    return Mask::text(question.origin.scheme().isEmpty()
            ? question.origin.host()
            : question.origin.toDisplayString(QUrl::RemovePath | QUrl::RemoveQuery
                | QUrl::RemoveFragment | QUrl::RemoveUserInfo));
}

QString titleOf(const BrowserQuestion& question)
{
    switch (question.kind) {
    case Kind::Message:
        return QuestionCard::tr("The page of %1 says:").arg(whoAsks(question));
    case Kind::YesOrNo:
    case Kind::Text:
        return QuestionCard::tr("The page of %1 asks:").arg(whoAsks(question));
    case Kind::Leave:
        return QuestionCard::tr("Leave the page of %1?").arg(whoAsks(question));
    case Kind::SignIn:
        return QuestionCard::tr("%1 asks for a user name and a password.").arg(whoAsks(question));
    case Kind::ProxySignIn:
        return QuestionCard::tr("The proxy %1 asks for a user name and a password.")
            .arg(whoAsks(question));
    case Kind::SendAgain:
        return QuestionCard::tr("Send the form to %1 once more?").arg(whoAsks(question));
    }
    Q_UNREACHABLE();
}

QString textOf(const BrowserQuestion& question)
{
    QString text = Mask::text(question.text);
    if (text.size() > mostLetters)
        text = text.left(mostLetters) + QChar(0x2026);
    switch (question.kind) {
    case Kind::Leave:
        return QuestionCard::tr("It asks before it is left: what was typed there may be lost.");
    case Kind::SendAgain:
        return QuestionCard::tr(
            "The page came from a form that was sent. Loading it again sends the "
            "form again, and what it does is then done twice.");
    case Kind::SignIn:
    case Kind::ProxySignIn:
        if (question.attempt > 1)
            return QuestionCard::tr(
                "The user name or the password was wrong. It calls itself \"%1\".")
                .arg(text);
        return QuestionCard::tr("It calls itself \"%1\".").arg(text);
    default:
        return text;
    }
}

QString yesOf(Kind kind)
{
    switch (kind) {
    case Kind::Leave:
        return QuestionCard::tr("Leave");
    case Kind::SignIn:
    case Kind::ProxySignIn:
        return QuestionCard::tr("Sign in");
    case Kind::SendAgain:
        return QuestionCard::tr("Send again");
    default:
        return QuestionCard::tr("OK");
    }
}

} // namespace

QuestionCard::QuestionCard(QWidget* parent)
    : QFrame(parent)
    , m_title(parts::section(this, "pageQuestionTitle"_L1))
    , m_text(parts::text(this, "pageQuestionText"_L1))
    , m_entry(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_yes(parts::primaryButton(this, "pageQuestionYes"_L1, {}))
    , m_no(parts::button(this, "pageQuestionNo"_L1, {}))
    , m_stop(parts::button(this, "pageQuestionStop"_L1, tr("Stop this page")))
{
    setObjectName(u"pageQuestion"_s);
    setProperty("card", true);
    m_entry->setObjectName(u"pageQuestionEntry"_s);
    m_entry->setAccessibleName(tr("Answer"));
    m_user->setObjectName(u"pageQuestionUser"_s);
    m_user->setAccessibleName(tr("User name"));
    m_user->setPlaceholderText(m_user->accessibleName());
    m_password->setObjectName(u"pageQuestionPassword"_s);
    m_password->setAccessibleName(tr("Password"));
    m_password->setPlaceholderText(m_password->accessibleName());
    m_password->setEchoMode(QLineEdit::Password);
    m_stop->setToolTip(tr("Ends the page, whose questions may never end. It can be loaded again."));

    QVBoxLayout* column = parts::cardColumn(this);
    for (QWidget* part :
        std::initializer_list<QWidget*>{m_title, m_text, m_entry, m_user, m_password})
        column->addWidget(part);
    auto* buttons = new FlowLayout;
    for (QWidget* button : std::initializer_list<QWidget*>{m_yes, m_no, m_stop})
        buttons->addWidget(button);
    column->addLayout(buttons);

    connect(m_yes, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_no, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_stop, &QPushButton::clicked, this, [this] { answer(false, true); });
    hide();
}

void QuestionCard::ask(
    const BrowserQuestion& question, std::function<void(const BrowserAnswer&)> answered)
{
    m_answered = std::move(answered);
    const bool isSignIn = question.kind == Kind::SignIn || question.kind == Kind::ProxySignIn;
    m_title->setText(titleOf(question));
    m_text->setText(textOf(question));
    m_text->setVisible(!m_text->text().isEmpty());
    m_entry->setVisible(question.kind == Kind::Text);
    m_entry->setText(question.preset);
    m_user->setVisible(isSignIn);
    m_password->setVisible(isSignIn);
    m_password->clear();
    m_yes->setText(yesOf(question.kind));
    m_no->setText(question.kind == Kind::Leave ? tr("Stay") : tr("Cancel"));
    m_no->setVisible(question.kind != Kind::Message);
    m_stop->setVisible(question.mayStop);
    for (QPushButton* button : {m_yes, m_no})
        button->setAccessibleName(button->text());
    show();
    QWidget* first = isSignIn         ? m_user
        : question.kind == Kind::Text ? static_cast<QWidget*>(m_entry)
                                      : m_yes;
    first->setFocus(Qt::OtherFocusReason);
}

void QuestionCard::close()
{
    m_answered = nullptr;
    m_user->clear();
    m_password->clear();
    m_entry->clear();
    hide();
}

void QuestionCard::answer(bool isYes, bool stopsPage)
{
    const BrowserAnswer given{
        isYes, m_entry->text(), m_user->text(), m_password->text(), stopsPage};
    const auto answered = std::exchange(m_answered, nullptr);
    close();
    if (answered)
        answered(given);
}

bool QuestionCard::event(QEvent* event)
{
    // Esc answers the question here and has no effect outside the card.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void QuestionCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        answer(false);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        answer(!m_no->hasFocus());
    else
        QFrame::keyPressEvent(event);
}

} // namespace jetbridge::ui
