/* SPDX-License-Identifier: MIT */
/* wdfdriver/nf-wdfdriver-wdfgetdriver */
WDF_INLINE WDFDRIVER WdfGetDriver(VOID)
{
    return WdfDriverGlobals->Driver;
}
