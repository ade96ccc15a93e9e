// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Require.h"
#include "web/Request.h"

using namespace jetbridge;
using fuzz::require;

/// Requires that accepted forms are limited, valid text, and have the same meaning after they are
/// encoded again.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto form = web::Form::parse(fuzz::bytesOf(data, size));
    if (!form) {
        require(form.error().status == 400, "a broken form is the sender's fault");
        return 0;
    }
    require(form->pairs().size() <= 256, "a form is bounded");
    QByteArray encoded;
    for (const auto& [name, value] : form->pairs()) {
        require(QByteArrayView(name).isValidUtf8() && QByteArrayView(value).isValidUtf8(),
            "names and values are UTF-8");
        require(
            form->has(name) == !form->value(name).isEmpty(), "an empty value counts as omitted");
        encoded += (encoded.isEmpty() ? "" : "&") + name.toPercentEncoding() + '='
            + value.toPercentEncoding();
    }
    const auto again = web::Form::parse(encoded);
    require(again && again->pairs() == form->pairs(), "encoded again, it is the same form");
    require(again->repeatedName() == form->repeatedName(), "repetitions stay what they are");
    return 0;
}
