// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace jetbridge::traffic {

/// A decoded form of a text, with the place of each byte in the original.
struct Reading {
    QByteArray text;
    /// Place in the original of each byte of `text`, and of its end; empty: the text is the
    /// original.
    std::vector<qint32> origins;

    qsizetype origin(qsizetype place) const
    {
        return origins.empty() ? place : origins[std::size_t(place)];
    }
};

/// Returns the text itself and its decoded forms: percent-decoded (with and without "+" for a
/// space), without the escapes of JSON, HTML or a shell, and with up to `depth` of these decodings
/// in sequence.
std::vector<Reading> readingsOf(const QByteArray& text, int depth);

/// Decodes HTML character references.
QByteArray decodedHtml(const QByteArray& text);

/// A part of a text that may be base64, in either alphabet.
struct Base64Run {
    qsizetype begin = 0;
    qsizetype size = 0;
};

/// Returns the parts of a text that are long enough to be the base64 of a secret.
std::vector<Base64Run> base64RunsIn(QByteArrayView text);
/// Decodes such a part for each place where the base64 may begin: one result for each of four
/// offsets, fewer for long parts.
std::vector<QByteArray> base64Decoded(QByteArrayView run);

} // namespace jetbridge::traffic
