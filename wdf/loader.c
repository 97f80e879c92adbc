/* SPDX-License-Identifier: MIT */
/*
 * The exports of wdfldr.sys: how a driver finds its framework. The image's entry is never called when it is loaded as
 * an import (ours or Wine's kernel), so the first bind starts the framework.
 */
#include "wdf/driver.h"
#include "wdf/table.h"
#include <wdfldr.h>

enum {
    LOADER_MINOR = 15, /* the framework is KMDF 1.15 … */
    LOADER_ENTRIES_1_15 = 444,
    LOADER_MINOR_MAX = 35, /* … and lets drivers of later headers bind: what it lacks is loud when called */
    LOADER_ENTRIES_MAX = 1024,
    LOADER_TAG = 0x72447846, /* "FxDr" */
};

static KSPIN_LOCK clients_lock;
static LIST_ENTRY clients;
static LONG started; /* 0: not yet, 1: one thread starts the framework, 2: done */

/* Drivers come and go at PASSIVE_LEVEL only, like this call; the machine runs one PnP operation at a time. */
static VOID print_status(VOID *context, VOID (*print)(VOID *to, const CHAR *format, ...), VOID *to)
{
    UNREFERENCED_PARAMETER(context);
    for (LIST_ENTRY *at = clients.Flink; at != &clients; at = at->Flink)
        driver_print_status(CONTAINING_RECORD(at, struct client, link), print, to);
}

static void start_once(void)
{
    if (InterlockedCompareExchange(&started, 1, 0) == 0) {
        KeInitializeSpinLock(&clients_lock);
        InitializeListHead(&clients);
        fx_start();
        if (fx_services)
            fx_services->RegisterStatus(print_status, NULL);
        (void)InterlockedExchange(&started, 2);
    }
    while (InterlockedCompareExchange(&started, 2, 2) != 2)
        YieldProcessor();
}

struct client *client_of(PDRIVER_OBJECT driver_object)
{
    struct client *found = NULL;
    KIRQL irql;

    KeAcquireSpinLock(&clients_lock, &irql);
    for (LIST_ENTRY *at = clients.Flink; at != &clients && !found; at = at->Flink) {
        struct client *client = CONTAINING_RECORD(at, struct client, link);

        if (client->driver_object == driver_object)
            found = client;
    }
    KeReleaseSpinLock(&clients_lock, irql);
    return found;
}

/* A driver of a version that nobody here has heard of called one of its own functions. */
static VOID unknown_entry(VOID)
{
    fx_violation(0x10, 0, (ULONG64)(ULONG_PTR)__builtin_return_address(0), NULL,
                 "%s called a function of the framework's table that this framework has never heard of.",
                 fx_services ? fx_services->ImageName(__builtin_return_address(0)) : "a driver");
}

static NTSTATUS check_bind_info(const WDF_BIND_INFO *info)
{
    static const WCHAR library[] = L"KmdfLibrary";
    UNICODE_STRING wanted, component;

    if (info->Size < sizeof(WDF_BIND_INFO) || !info->Component || !info->FuncTable)
        return STATUS_INVALID_PARAMETER;
    RtlInitUnicodeString(&wanted, library);
    RtlInitUnicodeString(&component, info->Component);
    if (!RtlEqualUnicodeString(&wanted, &component, TRUE))
        return STATUS_OBJECT_NAME_NOT_FOUND;
    if (info->Version.Major != 1 || info->Version.Minor > LOADER_MINOR_MAX)
        return STATUS_REVISION_MISMATCH;
    if (info->FuncCount == 0 || info->FuncCount > LOADER_ENTRIES_MAX ||
        (info->Version.Minor <= LOADER_MINOR && info->FuncCount > LOADER_ENTRIES_1_15))
        return STATUS_INVALID_PARAMETER;
    return STATUS_SUCCESS;
}

/* The shared table, or one of the driver's own if it is longer. */
static const WDFFUNC *choose_table(struct client *client, ULONG entries)
{
    if (entries <= table_entries)
        return table_functions;
    client->functions = ExAllocatePoolWithTag(NonPagedPoolNx, entries * sizeof(WDFFUNC), LOADER_TAG);
    if (!client->functions)
        return NULL;
    for (ULONG i = 0; i < entries; i++)
        client->functions[i] = i < table_entries ? table_functions[i] : unknown_entry;
    return client->functions;
}

/* The last part of the registry path is the service's name; the globals have room for 31 letters of it. */
static void name_globals(WDF_DRIVER_GLOBALS *globals, PCUNICODE_STRING path)
{
    ULONG characters = path->Length / sizeof(WCHAR);
    ULONG first = characters;

    while (first > 0 && path->Buffer[first - 1] != L'\\')
        first--;
    for (ULONG i = 0; i < WDF_DRIVER_GLOBALS_NAME_LEN - 1 && first + i < characters; i++)
        globals->DriverName[i] = path->Buffer[first + i] < 0x80 ? (CHAR)path->Buffer[first + i] : '?';
}

/* PASSIVE_LEVEL. Called by the driver's entry stub before its DriverEntry. */
NTSTATUS NTAPI WdfVersionBind(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath, PWDF_BIND_INFO BindInfo,
                              WDF_COMPONENT_GLOBALS *ComponentGlobals)
{
    struct client *client;
    const WDFFUNC *functions;
    NTSTATUS status;

    start_once();
    if (!DriverObject || !RegistryPath || !BindInfo || !ComponentGlobals)
        return STATUS_INVALID_PARAMETER;
    status = check_bind_info(BindInfo);
    if (!NT_SUCCESS(status))
        return status;
    client = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*client), LOADER_TAG);
    if (!client)
        return STATUS_INSUFFICIENT_RESOURCES;
    RtlZeroMemory(client, sizeof(*client));
    functions = choose_table(client, BindInfo->FuncCount);
    if (!functions) {
        ExFreePoolWithTag(client, LOADER_TAG);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    client->driver_object = DriverObject;
    client->minor = BindInfo->Version.Minor;
    fx_globals_init(&client->globals);
    client->globals.driver_object = DriverObject;
    client->globals.private = client;
    name_globals(&client->globals.public, RegistryPath);
    ExInterlockedInsertTailList(&clients, &client->link, &clients_lock);
    BindInfo->Module = NULL;
    *BindInfo->FuncTable = functions;
    *ComponentGlobals = &client->globals.public;
    return STATUS_SUCCESS;
}

/* PASSIVE_LEVEL. Called by the driver's stub after its unload routine, or after a DriverEntry that failed. */
NTSTATUS NTAPI WdfVersionUnbind(PUNICODE_STRING RegistryPath, PWDF_BIND_INFO BindInfo,
                                WDF_COMPONENT_GLOBALS ComponentGlobals)
{
    struct client *client;
    KIRQL irql;

    UNREFERENCED_PARAMETER(RegistryPath);
    UNREFERENCED_PARAMETER(BindInfo);
    if (!ComponentGlobals)
        return STATUS_INVALID_PARAMETER;
    client = CONTAINING_RECORD(fx_globals_of(ComponentGlobals), struct client, globals);
    FX_ASSERT(client->globals.private == client);
    driver_end(&client->globals);
    KeAcquireSpinLock(&clients_lock, &irql);
    RemoveEntryList(&client->link);
    KeReleaseSpinLock(&clients_lock, irql);
    client->globals.private = NULL;
    if (client->functions)
        ExFreePoolWithTag(client->functions, LOADER_TAG);
    ExFreePoolWithTag(client, LOADER_TAG);
    return STATUS_SUCCESS;
}

/* Class extensions and other framework libraries are no part of this framework: they are told so in a status. */
NTSTATUS NTAPI WdfVersionBindClass(PWDF_BIND_INFO BindInfo, WDF_COMPONENT_GLOBALS *Globals,
                                   PWDF_CLASS_BIND_INFO ClassBindInfo)
{
    UNREFERENCED_PARAMETER(BindInfo);
    UNREFERENCED_PARAMETER(Globals);
    UNREFERENCED_PARAMETER(ClassBindInfo);
    return STATUS_NOT_SUPPORTED;
}

VOID NTAPI WdfVersionUnbindClass(PWDF_BIND_INFO BindInfo, WDF_COMPONENT_GLOBALS Globals,
                                 PWDF_CLASS_BIND_INFO ClassBindInfo)
{
    UNREFERENCED_PARAMETER(BindInfo);
    UNREFERENCED_PARAMETER(Globals);
    UNREFERENCED_PARAMETER(ClassBindInfo);
}

NTSTATUS NTAPI WdfRegisterLibrary(PWDF_LIBRARY_INFO LibraryInfo, PUNICODE_STRING ServicePath,
                                  PCUNICODE_STRING LibraryDeviceName)
{
    UNREFERENCED_PARAMETER(LibraryInfo);
    UNREFERENCED_PARAMETER(ServicePath);
    UNREFERENCED_PARAMETER(LibraryDeviceName);
    return STATUS_NOT_SUPPORTED;
}

NTSTATUS NTAPI WdfLdrQueryInterface(PWDF_LOADER_INTERFACE LoaderInterface)
{
    UNREFERENCED_PARAMETER(LoaderInterface);
    return STATUS_NOT_SUPPORTED;
}

/* The entry of an image that is started as a service itself: there is nothing to do until a driver binds. */
NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath);
NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(DriverObject);
    UNREFERENCED_PARAMETER(RegistryPath);
    start_once();
    return STATUS_SUCCESS;
}
