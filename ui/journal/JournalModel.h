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

/// Events of one onboarding as sentences, newest first: journal lines and events of the embedded
/// browser.
class JournalModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Sentence, Result, Duration, Open, ColumnCount };
    static constexpr int ToneRole = Qt::UserRole; ///< int(Tone) of the line's result.
    /// qint64: number of the line's recorded exchange; 0 if none is known.
    static constexpr int ExchangeRole = Qt::UserRole + 1;
    /// Time of the line, with its date unless that is today.
    static constexpr int MomentRole = Qt::UserRole + 2;
    static constexpr int capacity =
        2000; ///< Older lines are dropped here; the registry keeps the journal.

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    /// Adds a journal line. The end of a step replaces its beginning.
    void append(const JournalEntry& entry);
    /// Adds a line of the preparation, before the customer is asked (Preflight is the guide's step
    /// 1).
    void appendPreparation(const JournalEntry& entry);
    /// Adds an event of the embedded browser; `onboarding` is the run to which the page belongs.
    void append(const BrowserHop& hop, const OnboardingId& onboarding);

    /// Returns the runs that have lines here.
    QList<OnboardingId> onboardings() const;
    /// Tells whether a line was written at that moment or later.
    bool hasLineSince(const QDateTime& moment) const;
    /// Links the lines to `exchanges`, which were recorded in these runs.
    void link(const QList<Exchange>& exchanges);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        QDateTime at;
        QString sentence;
        QString detail; ///< Tooltip with the complete URL, or with the other side's own words.
        QString result;
        Tone tone = Tone::Neutral;
        int milliseconds = -1;
        std::optional<Step> running; ///< Step that has begun and not ended.
        std::variant<JournalEntry, BrowserHop> source;
        OnboardingId onboarding;
        qint64 exchange = 0;
    };
    void append(const JournalEntry& entry, const QString& activity, const QString& achievement);
    void insert(Line line);

    QList<Line> m_lines; ///< Sorted, newest first.
};

/// Returns the sentence for one journal line, such as "SmartRecruiters confirmed the integration".
QString headline(const JournalEntry& entry);

} // namespace jetbridge::ui
