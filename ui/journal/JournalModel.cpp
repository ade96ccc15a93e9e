// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/JournalModel.h"

#include "domain/ExchangeOfLine.h"
#include "flows/ProveIntegration.h"
#include "journal/ExchangeOfHop.h"
#include "parts/Mask.h"
#include "parts/Said.h"
#include "parts/StatusWords.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

QString activity(Step step)
{
    switch (step) {
    case Step::Preflight:
        return JournalModel::tr("Checking that the keychain can keep the customer's credentials");
    case Step::Token:
        return JournalModel::tr("Exchanging the master credentials for a bearer token");
    case Step::Consent:
        return JournalModel::tr("Waiting for the customer");
    case Step::Register:
        return JournalModel::tr("Registering a client for the customer at your own server");
    case Step::Rehearse:
        return JournalModel::tr("Asking your oauthTokenUrl for a token, as SmartRecruiters will");
    case Step::Confirm:
        return JournalModel::tr("Confirming the integration with SmartRecruiters");
    case Step::Store:
        return JournalModel::tr("Storing the customer-level credentials in the keychain");
    case Step::Finish:
        return JournalModel::tr("Sending the customer back to SmartRecruiters");
    case Step::Prove:
        return JournalModel::tr("Making the first call on the customer's behalf");
    case Step::Notified:
        return JournalModel::tr("Receiving a notification");
    case Step::Removed:
        return JournalModel::tr("Deleting the customer's credentials here");
    case Step::Replaced:
        return JournalModel::tr("Keeping what the customer had before as history");
    case Step::Rotated:
        return JournalModel::tr("Putting other master credentials to use");
    case Step::HandedOver:
        return JournalModel::tr("Handing over the customer-level credentials");
    }
    Q_UNREACHABLE();
}

QString achievement(Step step, bool isTokenOnly)
{
    switch (step) {
    case Step::Preflight:
        return JournalModel::tr("The keychain can keep the customer's credentials");
    case Step::Token:
        return JournalModel::tr("SmartRecruiters gave a bearer token for the master credentials");
    case Step::Consent:
        return JournalModel::tr("The customer approved");
    case Step::Register:
        return JournalModel::tr("Your own server has a client for the customer");
    case Step::Rehearse:
        return JournalModel::tr("Your oauthTokenUrl gave a token for the customer's new pair");
    case Step::Confirm:
        return JournalModel::tr("SmartRecruiters confirmed the integration");
    case Step::Store:
        return JournalModel::tr("The customer-level credentials are in the keychain");
    case Step::Finish:
        return JournalModel::tr("The customer may go back to SmartRecruiters");
    case Step::Prove:
        return isTokenOnly
            ? JournalModel::tr("A token was given; no scope allows a call on the customer's behalf")
            : JournalModel::tr("The first call on the customer's behalf worked");
    case Step::Notified:
        return JournalModel::tr("A notification arrived");
    case Step::Removed:
        return JournalModel::tr("The customer's credentials were deleted here");
    case Step::Replaced:
        return JournalModel::tr("The customer was onboarded again: what was before is history");
    case Step::Rotated:
        return JournalModel::tr("Other master credentials are in use");
    case Step::HandedOver:
        return JournalModel::tr("The customer-level credentials were handed over");
    }
    Q_UNREACHABLE();
}

QString place(const QUrl& url)
{
    // "//host:port/path" without its two slashes
    return url
        .toDisplayString(
            QUrl::RemoveScheme | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
        .mid(2);
}

QString sentence(const BrowserHop& hop)
{
    switch (hop.kind) {
    case BrowserHop::Kind::Opened:
        return JournalModel::tr("Browser: %1").arg(place(hop.url));
    case BrowserHop::Kind::Submitted:
        return JournalModel::tr("Browser sent a form to %1").arg(place(hop.url));
    case BrowserHop::Kind::Redirected:
        return JournalModel::tr("Browser was sent on to %1").arg(place(hop.url));
    case BrowserHop::Kind::FrameOpened:
        return JournalModel::tr("Frame in the page: %1").arg(place(hop.url));
    case BrowserHop::Kind::FrameBlocked:
        return JournalModel::tr("A page does not let itself be shown in a frame: %1")
            .arg(hop.detail);
    case BrowserHop::Kind::Refused:
        return JournalModel::tr("The page was refused: %1").arg(hop.detail);
    case BrowserHop::Kind::CookieSet:
        return JournalModel::tr("%1 left a cookie: %2").arg(hop.url.host(), hop.detail);
    case BrowserHop::Kind::ConsoleError:
        return JournalModel::tr("A script of the page reported: %1").arg(hop.detail);
    case BrowserHop::Kind::LoadFailed:
        return JournalModel::tr("Browser could not load %1: %2").arg(place(hop.url), hop.detail);
    case BrowserHop::Kind::Answered:
        return JournalModel::tr("%1 answered with the status %2").arg(place(hop.url), hop.detail);
    case BrowserHop::Kind::Asked:
        return JournalModel::tr("The page of %1 asked: %2").arg(hop.url.host(), hop.detail);
    case BrowserHop::Kind::WindowOpened:
        return JournalModel::tr("The page opened a window: %1").arg(place(hop.url));
    case BrowserHop::Kind::WindowClosed:
        return JournalModel::tr("The page's window was closed: %1").arg(place(hop.url));
    }
    Q_UNREACHABLE();
}

QString result(BrowserHop::Kind kind)
{
    switch (kind) {
    case BrowserHop::Kind::Opened:
    case BrowserHop::Kind::FrameOpened:
        return JournalModel::tr("opened");
    case BrowserHop::Kind::Submitted:
        return JournalModel::tr("sent");
    case BrowserHop::Kind::Redirected:
        return JournalModel::tr("redirected");
    case BrowserHop::Kind::FrameBlocked:
        return JournalModel::tr("blocked");
    case BrowserHop::Kind::Refused:
        return JournalModel::tr("refused");
    case BrowserHop::Kind::CookieSet:
        return JournalModel::tr("cookie");
    case BrowserHop::Kind::ConsoleError:
        return JournalModel::tr("error");
    case BrowserHop::Kind::LoadFailed:
        return JournalModel::tr("failed");
    case BrowserHop::Kind::Answered:
        return JournalModel::tr("status");
    case BrowserHop::Kind::Asked:
        return JournalModel::tr("asked");
    case BrowserHop::Kind::WindowOpened:
        return JournalModel::tr("opened");
    case BrowserHop::Kind::WindowClosed:
        return JournalModel::tr("closed");
    }
    Q_UNREACHABLE();
}

Tone tone(BrowserHop::Kind kind)
{
    switch (kind) {
    case BrowserHop::Kind::FrameBlocked:
    case BrowserHop::Kind::LoadFailed:
        return Tone::Bad;
    case BrowserHop::Kind::Refused:
    case BrowserHop::Kind::Answered:
    case BrowserHop::Kind::ConsoleError:
        return Tone::Careful;
    default:
        return Tone::Neutral;
    }
}

QString timeOfDay(const QDateTime& at)
{
    return at.toLocalTime().toString(u"HH:mm:ss"_s);
}

} // namespace

void JournalModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void JournalModel::append(const JournalEntry& entry)
{
    append(entry, activity(entry.step),
        achievement(entry.step, entry.code == QLatin1String(tokenOnlyCode)));
}

void JournalModel::appendPreparation(const JournalEntry& entry)
{
    if (entry.step == Step::Preflight)
        append(entry, tr("Getting endpoints and master credentials ready"),
            tr("Endpoints and master credentials are ready"));
    else
        append(entry);
}

void JournalModel::append(
    const JournalEntry& entry, const QString& activity, const QString& achievement)
{
    const QString detail = said(entry.detail);
    // The text stands alone, as a headline among others.
    const QString alone = detail.endsWith(QLatin1Char('.')) ? detail.chopped(1) : detail;
    Line line{entry.at, activity, detail, {}, Tone::Neutral, entry.milliseconds, std::nullopt,
        entry, entry.onboarding};
    switch (entry.state) {
    case StepState::Started:
        // The line itself says whether a code was made, tried or accepted; nothing runs meanwhile.
        if (entry.step == Step::Consent) {
            line.sentence = alone.isEmpty() ? line.sentence : alone;
        } else {
            line.result = tr("running");
            line.running = entry.step;
        }
        break;
    case StepState::Done:
        line.sentence = achievement;
        line.result = tr("done");
        line.tone = Tone::Good;
        break;
    case StepState::Failed:
        if (entry.step == Step::Consent)
            line.sentence = alone;
        else if (!detail.isEmpty())
            line.sentence = tr("%1: %2").arg(activity, detail);
        line.result = tr("failed");
        line.tone = Tone::Bad;
        if (entry.failure == FailureKind::Cancelled) {
            line.result = tr("cancelled");
            line.tone = Tone::Neutral;
        }
        break;
    case StepState::Unknown:
        line.result = tr("unknown");
        line.tone = Tone::Careful;
        break;
    }

    for (int row = 0; entry.state != StepState::Started && row < m_lines.size(); ++row) {
        if (m_lines[row].running != entry.step)
            continue;
        line.sentence = Mask::text(line.sentence);
        line.detail = Mask::text(line.detail);
        m_lines[row] = line;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    insert(std::move(line));
}

void JournalModel::append(const BrowserHop& hop, const OnboardingId& onboarding)
{
    insert({hop.at, sentence(hop), hop.url.toDisplayString(), result(hop.kind), tone(hop.kind), -1,
        std::nullopt, hop, onboarding});
}

QList<OnboardingId> JournalModel::onboardings() const
{
    QList<OnboardingId> found;
    for (const Line& line : m_lines)
        if (!line.onboarding.isEmpty() && !found.contains(line.onboarding))
            found.append(line.onboarding);
    return found;
}

bool JournalModel::hasLineSince(const QDateTime& moment) const
{
    // The end of a step takes the place of its beginning, so the first line is not always the
    // latest.
    return std::any_of(
        m_lines.begin(), m_lines.end(), [&moment](const Line& line) { return line.at >= moment; });
}

void JournalModel::link(const QList<Exchange>& exchanges)
{
    for (int row = 0; row < m_lines.size(); ++row) {
        Line& line = m_lines[row];
        const qint64 exchange =
            std::visit([&exchanges](const auto& source) { return exchangeOf(source, exchanges); },
                line.source);
        if (exchange == line.exchange)
            continue;
        line.exchange = exchange;
        Q_EMIT dataChanged(index(row, Open), index(row, Open));
    }
}

void JournalModel::insert(Line line)
{
    if (m_lines.size() >= capacity) {
        beginRemoveRows({}, capacity - 1, int(m_lines.size()) - 1);
        m_lines.resize(capacity - 1);
        endRemoveRows();
    }
    line.sentence = Mask::text(line.sentence);
    line.detail = Mask::text(line.detail);
    beginInsertRows({}, 0, 0);
    m_lines.prepend(std::move(line));
    endInsertRows();
}

int JournalModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int JournalModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JournalModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const Line& line = m_lines[index.row()];
    if (role == Qt::ToolTipRole)
        return index.column() == Time
            ? QLocale().toString(line.at.toLocalTime(), QLocale::LongFormat)
            : line.detail;
    if (role == Qt::TextAlignmentRole && index.column() == Duration)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == ToneRole)
        return int(line.tone);
    if (role == ExchangeRole)
        return line.exchange;
    if (role == MomentRole)
        return line.at.toLocalTime().date() == QDate::currentDate() ? timeOfDay(line.at)
                                                                    : relativeTime(line.at);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return timeOfDay(line.at);
    case Sentence:
        return line.sentence;
    case Result:
        return line.result;
    case Duration:
        return line.milliseconds < 0 ? QString() : tr("%1 ms").arg(line.milliseconds);
    case Open:
        return line.exchange > 0 ? tr("open") : QString();
    default:
        return {};
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Duration)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Sentence:
        return tr("What happened");
    case Result:
        return tr("Result");
    case Duration:
        return tr("Took");
    default:
        return {};
    }
}

QString headline(const JournalEntry& entry)
{
    const QString detail = said(entry.detail);
    switch (entry.state) {
    case StepState::Done:
        return achievement(entry.step, entry.code == QLatin1String(tokenOnlyCode));
    case StepState::Failed:
        if (detail.isEmpty())
            return JournalModel::tr("%1: failed").arg(activity(entry.step));
        return entry.step == Step::Consent
            ? detail
            : JournalModel::tr("%1: %2").arg(activity(entry.step), detail);
    case StepState::Unknown:
        return JournalModel::tr("%1: outcome unknown").arg(activity(entry.step));
    case StepState::Started:
        return activity(entry.step);
    }
    Q_UNREACHABLE();
}

} // namespace jetbridge::ui
