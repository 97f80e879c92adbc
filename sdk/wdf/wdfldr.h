/* SPDX-License-Identifier: MIT */
/*
 * wdfldr.h: how a driver binds to the framework. WDFLDR.SYS exports six names; the first two are all that a driver
 * needs (driverentry.c), the classes are for class extensions, the last two for a framework library that registers
 * itself with a loader. Written by hand.
 *
 * FuncTable is the address of the driver's `WdfFunctions`: binding stores the table's address there (KMDF 1.15).
 */
#ifndef KMDOCK_WDFLDR_H
#define KMDOCK_WDFLDR_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifdef KMDOCK_WDF_IMPLEMENTATION
#define WDFLDRAPI
#else
#define WDFLDRAPI DECLSPEC_IMPORT
#endif

typedef struct _WDF_VERSION {
    ULONG Major;
    ULONG Minor;
    ULONG Build;
} WDF_VERSION, *PWDF_VERSION;

typedef struct _WDF_BIND_INFO {
    ULONG Size;
    PWCHAR Component; /* L"KmdfLibrary" */
    WDF_VERSION Version;
    ULONG FuncCount;
    const WDFFUNC **FuncTable;
    PVOID Module; /* the loader's */
} WDF_BIND_INFO, *PWDF_BIND_INFO;
C_ASSERT(sizeof(WDF_BIND_INFO) == 48);
C_ASSERT(FIELD_OFFSET(WDF_BIND_INFO, FuncCount) == 28);

/* A driver's component globals are its WDF_DRIVER_GLOBALS. */
typedef PVOID WDF_COMPONENT_GLOBALS, *PWDF_COMPONENT_GLOBALS;
typedef struct _WDF_CLASS_BIND_INFO WDF_CLASS_BIND_INFO, *PWDF_CLASS_BIND_INFO;
typedef struct _WDF_LIBRARY_INFO WDF_LIBRARY_INFO, *PWDF_LIBRARY_INFO;
typedef struct _WDF_LOADER_INTERFACE WDF_LOADER_INTERFACE, *PWDF_LOADER_INTERFACE;

/* All of these: IRQL = PASSIVE_LEVEL. */
WDFLDRAPI NTSTATUS NTAPI WdfVersionBind(_In_ PDRIVER_OBJECT DriverObject, _In_ PUNICODE_STRING RegistryPath,
                                        _Inout_ PWDF_BIND_INFO BindInfo, _Out_ WDF_COMPONENT_GLOBALS *ComponentGlobals);
WDFLDRAPI NTSTATUS NTAPI WdfVersionUnbind(_In_ PUNICODE_STRING RegistryPath, _In_ PWDF_BIND_INFO BindInfo,
                                          _In_ WDF_COMPONENT_GLOBALS ComponentGlobals);
WDFLDRAPI NTSTATUS NTAPI WdfVersionBindClass(_In_ PWDF_BIND_INFO BindInfo, _In_ WDF_COMPONENT_GLOBALS *Globals,
                                             _In_ PWDF_CLASS_BIND_INFO ClassBindInfo);
WDFLDRAPI VOID NTAPI WdfVersionUnbindClass(_In_ PWDF_BIND_INFO BindInfo, _In_ WDF_COMPONENT_GLOBALS Globals,
                                           _In_ PWDF_CLASS_BIND_INFO ClassBindInfo);
WDFLDRAPI NTSTATUS NTAPI WdfRegisterLibrary(_In_ PWDF_LIBRARY_INFO LibraryInfo, _In_ PUNICODE_STRING ServicePath,
                                            _In_ PCUNICODE_STRING LibraryDeviceName);
WDFLDRAPI NTSTATUS NTAPI WdfLdrQueryInterface(_Inout_ PWDF_LOADER_INTERFACE LoaderInterface);

#ifdef __cplusplus
}
#endif

#endif
