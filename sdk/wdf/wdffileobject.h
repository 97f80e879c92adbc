/* SPDX-License-Identifier: MIT */
/* wdffileobject.h: the fileobject interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFFILEOBJECT_H
#define KMDOCK_WDFFILEOBJECT_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

/* IRQL <= PASSIVE_LEVEL. wdffileobject/nf-wdffileobject-wdffileobjectgetfilename */
typedef PUNICODE_STRING (*PFN_WDFFILEOBJECTGETFILENAME)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFFILEOBJECT FileObject);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PUNICODE_STRING WdfFileObjectGetFileName(_In_ WDFFILEOBJECT FileObject)
{
    return WDF_CALL(PFN_WDFFILEOBJECTGETFILENAME, WdfFileObjectGetFileName)(WdfDriverGlobals, FileObject);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdffileobject/nf-wdffileobject-wdffileobjectgetflags */
typedef ULONG (*PFN_WDFFILEOBJECTGETFLAGS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFFILEOBJECT FileObject);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE ULONG WdfFileObjectGetFlags(_In_ WDFFILEOBJECT FileObject)
{
    return WDF_CALL(PFN_WDFFILEOBJECTGETFLAGS, WdfFileObjectGetFlags)(WdfDriverGlobals, FileObject);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdffileobject/nf-wdffileobject-wdffileobjectgetdevice */
typedef WDFDEVICE (*PFN_WDFFILEOBJECTGETDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFFILEOBJECT FileObject);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFDEVICE WdfFileObjectGetDevice(_In_ WDFFILEOBJECT FileObject)
{
    return WDF_CALL(PFN_WDFFILEOBJECTGETDEVICE, WdfFileObjectGetDevice)(WdfDriverGlobals, FileObject);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdffileobject/nf-wdffileobject-wdffileobjectwdmgetfileobject */
typedef PFILE_OBJECT (*PFN_WDFFILEOBJECTWDMGETFILEOBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFFILEOBJECT FileObject);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PFILE_OBJECT WdfFileObjectWdmGetFileObject(_In_ WDFFILEOBJECT FileObject)
{
    return WDF_CALL(PFN_WDFFILEOBJECTWDMGETFILEOBJECT, WdfFileObjectWdmGetFileObject)(WdfDriverGlobals, FileObject);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
