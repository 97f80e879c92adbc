/* SPDX-License-Identifier: MIT */
#include "wdf/missing.h"

static const CHAR *caller_image(const void *caller)
{
    return fx_services ? fx_services->ImageName(caller) : "a driver";
}

void missing_call(const CHAR *function, const void *caller)
{
    FX_ASSERT(function != NULL);
    fx_violation(WDF_API_UNAVAILABLE_CODE, 0, (ULONG64)(ULONG_PTR)caller, NULL,
                 "%s called %s, which this framework does not have yet; docs/status.md lists what it has.",
                 caller_image(caller), function);
}

void missing_part(const CHAR *function, const CHAR *part, const void *caller)
{
    FX_ASSERT(function != NULL && part != NULL);
    fx_violation(WDF_API_UNAVAILABLE_CODE, 0, (ULONG64)(ULONG_PTR)caller, NULL,
                 "%s called %s with %s, which this framework does not have yet; docs/status.md lists what it has.",
                 caller_image(caller), function, part);
}
