// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QCoro/QCoroTask>
#include <QTest>

namespace jetbridge {

/// Waits for a task and returns its result, in a test that has nothing else to do meanwhile.
template <typename T> T await(QCoro::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

} // namespace jetbridge

/// Fails the test with the failure's own words if the outcome has failed.
#define VERIFY_DONE(outcome)                                                                       \
    do {                                                                                           \
        const auto& checkedOutcome = (outcome);                                                    \
        QVERIFY2(checkedOutcome.has_value(),                                                       \
            checkedOutcome ? "" : qPrintable(checkedOutcome.error().detail));                      \
    } while (false)

/// Fails the test unless the outcome has failed with this kind.
#define COMPARE_FAILURE(outcome, expectedKind)                                                     \
    do {                                                                                           \
        const auto& checkedOutcome = (outcome);                                                    \
        QVERIFY2(!checkedOutcome, "succeeded, although it must not");                              \
        QCOMPARE(jetbridge::failureKindName(checkedOutcome.error().kind),                          \
            jetbridge::failureKindName(expectedKind));                                             \
    } while (false)
