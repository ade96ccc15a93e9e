// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace jetbridge {

/// What happened, or why, as data: a code and what it is about. Sentences are made of it where it
/// is read: english() here, in the window's language by ui/parts/Said.h. Without secrets.
struct Message {
    QString code; ///< Of the table in Message.cpp; empty: `words` say it.
    QStringList arguments; ///< What "%1", "%2" ... of the code's sentence stand for.
    QString words; ///< A value, another side's own words, or a text of an earlier version.

    Message() = default; // no aggregate: a text in its place would be taken for a code
    /// `code` is one of the table.
    static Message of(const char* code, QStringList arguments = {});
    static Message inWords(QString words);
    /// As it is kept beside its words: "" or `{"code","arguments"}`. A text that is none of these
    /// counts for nothing: the words stay.
    static Message fromJson(const QString& json, QString words);
    QString toJson() const;

    bool isEmpty() const { return code.isEmpty() && words.isEmpty(); }
    /// The sentence for logs, files and the command line.
    QString english() const;
    /// The same, so that it reads like the text that it becomes.
    operator QString() const { return english(); }

    bool operator==(const Message&) const = default;

private:
    Message(QString itsCode, QStringList itsArguments, QString itsWords);
};

/// The English sentence of a code, with its "%1", marked for translation ("Messages"); null: the
/// table has no such code.
const char* sentenceOf(const QString& code);
/// All codes of the table.
QStringList messageCodes();
/// `sentence` with each "%1" ... "%9" replaced by its argument; what stands in an argument stays.
QString filledIn(const QString& sentence, const QStringList& arguments);

} // namespace jetbridge
