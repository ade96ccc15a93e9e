// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUrl>

namespace jetbridge {

/// A page of ours or of the simulator, as a player without a browser sees it: forms, links, frames
/// and texts by id. Both parties' pages are well-formed XML on purpose, so that Qt's XML reader is
/// all it takes.
class FormPage {
public:
    /// BadReply when the page is not well-formed.
    static Outcome<FormPage> parse(const QUrl& address, const QByteArray& html);

    /// A form as pressing one of its buttons would send it.
    struct Submission {
        QUrl action;
        QByteArray body; ///< application/x-www-form-urlencoded
    };
    /// `typed`: name -> what was typed into it. NotFound when there is no such button on the page.
    Outcome<Submission> press(
        const QString& buttonId, const QHash<QString, QString>& typed = {}) const;

    /// The absolute target of a link or frame with this id. NotFound when there is none.
    Outcome<QUrl> target(const QString& id) const;
    /// The text inside the element with this id; empty when there is none.
    QString text(const QString& id) const { return m_texts.value(id); }
    /// The first heading, for messages.
    QString heading() const { return m_heading; }

private:
    struct Form {
        QUrl action;
        QList<std::pair<QString, QString>> fields;
        QHash<QString, std::pair<QString, QString>> buttons; ///< id -> name, value
    };
    QUrl m_address;
    QList<Form> m_forms;
    QHash<QString, QUrl> m_targets;
    QHash<QString, QString> m_texts;
    QString m_heading;
};

} // namespace jetbridge
