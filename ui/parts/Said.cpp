// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Said.h"

#include <QCoreApplication>

namespace jetbridge::ui {

QString said(const Message& message)
{
    const char* sentence = sentenceOf(message.code);
    return sentence ? filledIn(QCoreApplication::translate("Messages", sentence), message.arguments)
                    : message.words;
}

} // namespace jetbridge::ui
