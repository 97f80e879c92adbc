/* SPDX-License-Identifier: MIT */
/* wdfstring.h: the string interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFSTRING_H
#define KMDOCK_WDFSTRING_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

/* IRQL <= PASSIVE_LEVEL. wdfstring/nf-wdfstring-wdfstringcreate */
typedef NTSTATUS (*PFN_WDFSTRINGCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_opt_ PCUNICODE_STRING UnicodeString, _In_opt_ PWDF_OBJECT_ATTRIBUTES StringAttributes,
    _Out_ WDFSTRING *String);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfStringCreate(_In_opt_ PCUNICODE_STRING UnicodeString,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES StringAttributes, _Out_ WDFSTRING *String)
{
    return WDF_CALL(PFN_WDFSTRINGCREATE, WdfStringCreate)(WdfDriverGlobals, UnicodeString, StringAttributes, String);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfstring/nf-wdfstring-wdfstringgetunicodestring */
typedef VOID (*PFN_WDFSTRINGGETUNICODESTRING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFSTRING String,
    _Out_ PUNICODE_STRING UnicodeString);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfStringGetUnicodeString(_In_ WDFSTRING String, _Out_ PUNICODE_STRING UnicodeString)
{
    WDF_CALL(PFN_WDFSTRINGGETUNICODESTRING, WdfStringGetUnicodeString)(WdfDriverGlobals, String, UnicodeString);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
