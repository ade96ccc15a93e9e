// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/HandoverOptions.h"

#include "cli/Files.h"
#include "console/Customers.h"
#include "console/System.h"

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

QList<QCommandLineOption> handoverOptions()
{
    return {
        {u"to"_s,
            u"As a JSON object, dotenv lines, a Kubernetes Secret, the body of "
            "HashiCorp Vault's KV version 2, or JSON encrypted by gpg."_s,
            u"json|env|kubernetes|vault|gpg"_s},
        {u"recipient"_s,
            u"For gpg: a key's full fingerprint, or the e-mail address of a key that "
            "you signed."_s,
            u"KEY"_s},
        {u"reveal"_s, u"Needed for every format but gpg: the secret leaves in clear text."_s},
    };
}

Outcome<Handover> handoverFrom(const Arguments& arguments)
{
    const auto format = handoverFormatFromName(arguments.value("to"));
    if (!format)
        return passOn(format);
    const bool isEncrypted = *format == HandoverFormat::Gpg;
    if (!isEncrypted && !arguments.has("reveal"))
        return failed(FailureKind::Invalid,
            u"As %1 the secret leaves in clear text: say so with --reveal, or encrypt "
            "it with --to gpg --recipient KEY."_s.arg(arguments.value("to")));
    if (isEncrypted != arguments.has("recipient"))
        return failed(FailureKind::Invalid, u"--to gpg and --recipient KEY go together."_s);
    Handover handover;
    handover.format = *format;
    handover.recipient = arguments.value("recipient");
    handover.by = userName();
    handover.to = u"standard output"_s;
    return handover;
}

Task<Outcome<Done>> handOverInto(
    Customers& customers, IntegrationId id, Handover handover, QString file)
{
    auto opened = openSecretFile(file);
    if (!opened)
        co_return passOn(opened);
    const std::shared_ptr<WholeFile> whole = std::move(*opened);
    handover.to = u"the file \"%1\""_s.arg(file);
    co_return co_await customers.handOver(id, handover,
        [file, whole](const Secret& document) { return finishSecretFile(file, *whole, document); });
}

} // namespace jetbridge::cli
