// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser/BrowserHop.h"
#include "domain/Exchange.h"
#include "domain/Journal.h"
#include "parts/Tokens.h"

#include <QAbstractTableModel>

#include <optional>
#include <variant>

namespace jetbridge::ui {

/// What happened in one onboarding, newest first: journal lines and the embedded browser's hops, as
/// sentences.
class JournalModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Sentence, Result, Duration, Open, ColumnCount };
    static constexpr int ToneRole = Qt::UserRole; ///< int(Tone) of the line's result.
    /// qint64: the recorded exchange that the line speaks of; 0: none is known.
    static constexpr int ExchangeRole = Qt::UserRole + 1;
    /// The time of the line, with its day unless that is today's.
    static constexpr int MomentRole = Qt::UserRole + 2;
    static constexpr int capacity =
        2000; ///< Older lines are dropped; the registry keeps the journal.

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    /// The end of a step takes the place of its beginning.
    void append(const JournalEntry& entry);
    /// The same for what is done before the customer is asked (Preflight is the guide's step 1).
    void appendPreparation(const JournalEntry& entry);
    /// `onboarding`: the run whose page it is.
    void append(const BrowserHop& hop, const OnboardingId& onboarding);

    /// The runs whose lines are here.
    QList<OnboardingId> onboardings() const;
    /// Whether a line was written then or later.
    bool hasLineSince(const QDateTime& moment) const;
    /// `exchanges`: what was recorded of these runs.
    void link(const QList<Exchange>& exchanges);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        QDateTime at;
        QString sentence;
        QString detail; ///< Tooltip: the whole URL, or what the other side said.
        QString result;
        Tone tone = Tone::Neutral;
        int milliseconds = -1;
        std::optional<Step> running; ///< A step that has begun and not ended.
        std::variant<JournalEntry, BrowserHop> source;
        OnboardingId onboarding;
        qint64 exchange = 0;
    };
    void append(const JournalEntry& entry, const QString& activity, const QString& achievement);
    void insert(Line line);

    QList<Line> m_lines; ///< Newest first.
};

/// What a line of the journal says, alone: "SmartRecruiters confirmed the integration".
QString headline(const JournalEntry& entry);

} // namespace jetbridge::ui
