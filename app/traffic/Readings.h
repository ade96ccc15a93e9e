// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace jetbridge::traffic {

/// A text as somebody reads it who decodes it, and where in the original each byte stands.
struct Reading {
    QByteArray text;
    /// For each byte of `text`, and its end, the place in the original; empty: it is the original.
    std::vector<qint32> origins;

    qsizetype origin(qsizetype place) const
    {
        return origins.empty() ? place : origins[std::size_t(place)];
    }
};

/// The text as it is, and as it reads after percent-decoding (with and without "+" for a space),
/// after JSON's, HTML's and a shell's escapes, and after up to `depth` of these one after the
/// other.
std::vector<Reading> readingsOf(const QByteArray& text, int depth);

/// HTML's character references, decoded.
QByteArray decodedHtml(const QByteArray& text);

/// A part of a text that may be base64, in either alphabet.
struct Base64Run {
    qsizetype begin = 0;
    qsizetype size = 0;
};

/// The parts of a text that are long enough to be base64 of a secret.
std::vector<Base64Run> base64RunsIn(QByteArrayView text);
/// What such a part decodes to, wherever in it the base64 begins: one for each of four offsets, but
/// for long ones.
std::vector<QByteArray> base64Decoded(QByteArrayView run);

} // namespace jetbridge::traffic
