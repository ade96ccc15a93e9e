// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ClientForm.h"

namespace jetbridge::http {

QByteArray formEncoded(QByteArrayView utf8)
{
    return utf8.toByteArray().toPercentEncoding({}, "~");
}

ClientForm clientForm(QByteArrayView form, const ClientCredentials& client, ClientAuthentication by)
{
    const QByteArray id = formEncoded(client.clientId.text().toUtf8());
    QByteArray secret = formEncoded(client.clientSecret.reveal());
    ClientForm made;
    made.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    made.encodings = {Secret(secret)};
    if (by == ClientAuthentication::Basic) {
        QByteArray pair = (id + ':' + secret).toBase64();
        made.headers.append({"Authorization", "Basic " + pair});
        made.encodings.append(Secret(pair));
        made.body = Secret(form);
        wipe(pair);
    } else {
        QByteArray body = form.toByteArray() + "&client_id=" + id + "&client_secret=" + secret;
        made.body = Secret(body);
        wipe(body);
    }
    wipe(secret);
    return made;
}

} // namespace jetbridge::http
