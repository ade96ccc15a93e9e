// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/CheckSetup.h"
#include "domain/CheckReport.h"
#include "ports/Task.h"

#include <functional>
#include <memory>

namespace jetbridge {

class CurrentEnvironment;
class Customers;
class Endpoints;
class PartnerAccess;
class TrafficRecords;

/// Plays SmartRecruiters against a partner's endpoints (conformance/Run.h). One run at a time; on
/// the main thread.
class Checking {
public:
    /// What it checks and needs; each outlives it.
    struct Topics {
        CurrentEnvironment& current;
        PartnerAccess& partnerAccess;
        Endpoints& endpoints;
        Customers& customers;
        TrafficRecords& traffic;
    };
    explicit Checking(const Topics& topics);
    ~Checking(); ///< After its run has ended.

    /// Every request that a run would send. Invalid: the plan or an address is not understood.
    Task<Outcome<QList<PlannedCheckRequest>>> planned(CheckSetup setup);
    /// Runs the checks; `told` gets each result at once. Invalid as above; Conflict: a given pair
    /// is a customer's.
    Task<Outcome<CheckReport>> run(
        CheckSetup setup, std::function<void(const CheckResult&)> told = {});
    /// The run ends soon, with a partial report.
    void cancel();

    /// The report as a document, without any secret that this data folder knows. NotPermitted: one
    /// of the run was found in it, which must not happen: it does not leave. NotFound: Chromium,
    /// which makes PDFs, is not installed.
    Task<Outcome<QByteArray>> document(CheckReport report, CheckFormat format);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge
