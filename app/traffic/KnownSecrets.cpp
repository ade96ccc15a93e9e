// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/KnownSecrets.h"

#include <algorithm>
#include <cstring>

namespace jetbridge::traffic {

namespace {

quint64 prefix(const char* bytes)
{
    quint64 value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

constexpr int hashBits = 20;

std::size_t hashOf(quint64 prefix)
{
    return std::size_t((prefix * 0x9E37'79B9'7F4A'7C15U) >> (64 - hashBits));
}

/// The secret, but for those bytes that `as` writes otherwise. In one allocation: one that grew
/// would leave parts of the secret behind.
QByteArray written(const QByteArray& raw, QByteArray (*as)(char))
{
    qsizetype size = 0;
    for (const char c : raw)
        size += std::max<qsizetype>(1, as(c).size());
    QByteArray text;
    text.reserve(size);
    for (const char c : raw) {
        if (const QByteArray other = as(c); !other.isEmpty())
            text += other;
        else
            text += c;
    }
    return text;
}

/// As within the quotes of a JSON string.
QByteArray inJson(char c)
{
    static constexpr char letters[] = "\bb\ff\nn\rr\tt\"\"\\\\";
    for (const char* letter = letters; *letter; letter += 2)
        if (c == letter[0])
            return {QByteArray(1, '\\') + letter[1]};
    const bool isControl = c >= 0 && c < ' ';
    return isControl ? "\\u00" + QByteArray(1, c).toHex() : QByteArray();
}

QByteArray inHtml(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return {};
    }
}

} // namespace

void KnownSecrets::add(const Secret& secret)
{
    const QByteArray digest = secret.sha256();
    if (secret.size() < shortest || m_taken.contains(digest))
        return;
    m_taken.insert(digest);
    m_secrets.push_back(secret);
    QByteArray raw = secret.reveal().toByteArray();
    QByteArray json = written(raw, inJson);
    QByteArray forms[] = {raw, raw.toPercentEncoding(), raw.toBase64(), json, written(json, inJson),
        written(raw, inHtml)};
    m_mayBegin.resize(std::size_t(1) << hashBits);
    for (const QByteArray& form : forms) {
        if (form.size() < shortest || std::find(std::cbegin(forms), &form, form) != &form)
            continue;
        m_forms.insert(prefix(form.constData()), {Secret(form), m_secrets.size() - 1});
        m_mayBegin[hashOf(prefix(form.constData()))] = true;
    }
    wipe(raw);
    wipe(json);
    for (QByteArray& form : forms)
        wipe(form);
}

void KnownSecrets::clear()
{
    m_secrets.clear();
    m_taken.clear();
    // One by one: they are few of the many.
    for (auto form = m_forms.keyBegin(); form != m_forms.keyEnd(); ++form)
        m_mayBegin[hashOf(*form)] = false;
    m_forms.clear();
}

const KnownSecrets::Form* KnownSecrets::formAt(QByteArrayView text, qsizetype place) const
{
    const quint64 beginning = prefix(text.data() + place);
    if (m_forms.isEmpty() || !m_mayBegin[hashOf(beginning)])
        return nullptr;
    const Form* longest = nullptr;
    const auto [begin, end] = m_forms.equal_range(beginning);
    for (auto form = begin; form != end; ++form)
        if (text.sliced(place).startsWith(form->bytes.reveal())
            && (!longest || form->bytes.size() > longest->bytes.size()))
            longest = &*form;
    return longest;
}

bool KnownSecrets::occurIn(QByteArrayView text) const
{
    for (qsizetype place = 0; place + shortest <= text.size(); ++place)
        if (formAt(text, place))
            return true;
    return false;
}

QByteArray KnownSecrets::replacedIn(
    const QByteArray& text, const std::function<QByteArray(const Secret&)>& tag) const
{
    QByteArray result;
    qsizetype done = 0;
    for (qsizetype place = 0; place + shortest <= text.size();) {
        const Form* form = formAt(text, place);
        if (!form) {
            ++place;
            continue;
        }
        result += text.mid(done, place - done) + tag(m_secrets[form->secret]);
        place += form->bytes.size();
        done = place;
    }
    return done == 0 ? text : result + text.mid(done);
}

} // namespace jetbridge::traffic
