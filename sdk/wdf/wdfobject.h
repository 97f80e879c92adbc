/* SPDX-License-Identifier: MIT */
/* wdfobject.h: the object interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFOBJECT_H
#define KMDOCK_WDFOBJECT_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_EXECUTION_LEVEL {
    WdfExecutionLevelInvalid = 0,
    WdfExecutionLevelInheritFromParent = 1,
    WdfExecutionLevelPassive = 2,
    WdfExecutionLevelDispatch = 3,
} WDF_EXECUTION_LEVEL, *PWDF_EXECUTION_LEVEL;

typedef enum _WDF_SYNCHRONIZATION_SCOPE {
    WdfSynchronizationScopeInvalid = 0,
    WdfSynchronizationScopeInheritFromParent = 1,
    WdfSynchronizationScopeDevice = 2,
    WdfSynchronizationScopeQueue = 3,
    WdfSynchronizationScopeNone = 4,
} WDF_SYNCHRONIZATION_SCOPE, *PWDF_SYNCHRONIZATION_SCOPE;

/* Called at IRQL <= DISPATCH_LEVEL. wdfobject/nc-wdfobject-evt_wdf_object_context_cleanup */
typedef VOID EVT_WDF_OBJECT_CONTEXT_CLEANUP(_In_ WDFOBJECT Object);
typedef EVT_WDF_OBJECT_CONTEXT_CLEANUP *PFN_WDF_OBJECT_CONTEXT_CLEANUP;

/* Called at IRQL <= DISPATCH_LEVEL. wdfobject/nc-wdfobject-evt_wdf_object_context_destroy */
typedef VOID EVT_WDF_OBJECT_CONTEXT_DESTROY(_In_ WDFOBJECT Object);
typedef EVT_WDF_OBJECT_CONTEXT_DESTROY *PFN_WDF_OBJECT_CONTEXT_DESTROY;

struct _WDF_CUSTOM_TYPE_CONTEXT {
    ULONG Size;
    ULONG_PTR Data;
};

struct _WDF_OBJECT_ATTRIBUTES {
    ULONG Size;
    PFN_WDF_OBJECT_CONTEXT_CLEANUP EvtCleanupCallback;
    PFN_WDF_OBJECT_CONTEXT_DESTROY EvtDestroyCallback;
    WDF_EXECUTION_LEVEL ExecutionLevel;
    WDF_SYNCHRONIZATION_SCOPE SynchronizationScope;
    WDFOBJECT ParentObject;
    size_t ContextSizeOverride;
    PCWDF_OBJECT_CONTEXT_TYPE_INFO ContextTypeInfo;
};

struct _WDF_OBJECT_CONTEXT_TYPE_INFO {
    ULONG Size;
    PCHAR ContextName;
    size_t ContextSize;
    PCWDF_OBJECT_CONTEXT_TYPE_INFO UniqueType;
    PFN_GET_UNIQUE_CONTEXT_TYPE EvtDriverGetUniqueContextType;
};

/* wdfobject/nf-wdfobject-wdf_object_attributes_init */
WDF_INLINE VOID WDF_OBJECT_ATTRIBUTES_INIT(PWDF_OBJECT_ATTRIBUTES Attributes)
{
    RtlZeroMemory(Attributes, sizeof(WDF_OBJECT_ATTRIBUTES));
    Attributes->Size = (ULONG)sizeof(WDF_OBJECT_ATTRIBUTES);
    Attributes->ExecutionLevel = WdfExecutionLevelInheritFromParent;
    Attributes->SynchronizationScope = WdfSynchronizationScopeInheritFromParent;
}

/* IRQL <= DIRQL. wdfobject/nf-wdfobject-wdfobjectgettypedcontextworker */
typedef PVOID (*PFN_WDFOBJECTGETTYPEDCONTEXTWORKER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFOBJECT Handle,
    _In_ PCWDF_OBJECT_CONTEXT_TYPE_INFO TypeInfo);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PVOID WdfObjectGetTypedContextWorker(_In_ WDFOBJECT Handle, _In_ PCWDF_OBJECT_CONTEXT_TYPE_INFO TypeInfo)
{
    return WDF_CALL(PFN_WDFOBJECTGETTYPEDCONTEXTWORKER, WdfObjectGetTypedContextWorker)(WdfDriverGlobals, Handle,
        TypeInfo);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfobject/nf-wdfobject-wdfobjectallocatecontext */
typedef NTSTATUS (*PFN_WDFOBJECTALLOCATECONTEXT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFOBJECT Handle,
    _In_ PWDF_OBJECT_ATTRIBUTES ContextAttributes, _Out_opt_ PVOID *Context);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE NTSTATUS WdfObjectAllocateContext(_In_ WDFOBJECT Handle, _In_ PWDF_OBJECT_ATTRIBUTES ContextAttributes,
    _Out_opt_ PVOID *Context)
{
    return WDF_CALL(PFN_WDFOBJECTALLOCATECONTEXT, WdfObjectAllocateContext)(WdfDriverGlobals, Handle,
        ContextAttributes, Context);
}
#endif

/* Any IRQL. wdfobject/nf-wdfobject-wdfobjectcontextgetobject */
typedef WDFOBJECT (*PFN_WDFOBJECTCONTEXTGETOBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ PVOID ContextPointer);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFOBJECT WdfObjectContextGetObject(_In_ PVOID ContextPointer)
{
    return WDF_CALL(PFN_WDFOBJECTCONTEXTGETOBJECT, WdfObjectContextGetObject)(WdfDriverGlobals, ContextPointer);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfobject/nf-wdfobject-wdfobjectreferenceactual */
typedef VOID (*PFN_WDFOBJECTREFERENCEACTUAL)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFOBJECT Handle,
    _In_opt_ PVOID Tag, _In_ LONG Line, _In_ PCHAR File);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfObjectReferenceActual(_In_ WDFOBJECT Handle, _In_opt_ PVOID Tag, _In_ LONG Line, _In_ PCHAR File)
{
    WDF_CALL(PFN_WDFOBJECTREFERENCEACTUAL, WdfObjectReferenceActual)(WdfDriverGlobals, Handle, Tag, Line, File);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfobject/nf-wdfobject-wdfobjectdereferenceactual */
typedef VOID (*PFN_WDFOBJECTDEREFERENCEACTUAL)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFOBJECT Handle,
    _In_opt_ PVOID Tag, _In_ LONG Line, _In_ PCHAR File);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfObjectDereferenceActual(_In_ WDFOBJECT Handle, _In_opt_ PVOID Tag, _In_ LONG Line, _In_ PCHAR File)
{
    WDF_CALL(PFN_WDFOBJECTDEREFERENCEACTUAL, WdfObjectDereferenceActual)(WdfDriverGlobals, Handle, Tag, Line, File);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfobject/nf-wdfobject-wdfobjectcreate */
typedef NTSTATUS (*PFN_WDFOBJECTCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFOBJECT *Object);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfObjectCreate(_In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFOBJECT *Object)
{
    return WDF_CALL(PFN_WDFOBJECTCREATE, WdfObjectCreate)(WdfDriverGlobals, Attributes, Object);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfobject/nf-wdfobject-wdfobjectdelete */
typedef VOID (*PFN_WDFOBJECTDELETE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFOBJECT Object);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfObjectDelete(_In_ WDFOBJECT Object)
{
    WDF_CALL(PFN_WDFOBJECTDELETE, WdfObjectDelete)(WdfDriverGlobals, Object);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfobject/nf-wdfobject-wdfobjectquery */
typedef NTSTATUS (*PFN_WDFOBJECTQUERY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFOBJECT Object,
    _In_ const GUID *Guid, _In_ ULONG QueryBufferLength, _Out_ PVOID QueryBuffer);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfObjectQuery(_In_ WDFOBJECT Object, _In_ const GUID *Guid, _In_ ULONG QueryBufferLength,
    _Out_ PVOID QueryBuffer)
{
    return WDF_CALL(PFN_WDFOBJECTQUERY, WdfObjectQuery)(WdfDriverGlobals, Object, Guid, QueryBufferLength,
        QueryBuffer);
}
#endif

/*
 * Contexts. A driver declares a structure as a context type; the framework allocates it with the object and knows it
 * by the address of its type information. The declaration may stand in a header: selectany makes all copies one.
 */
#define WDF_TYPE_NAME_TO_TYPE_INFO(ContextType) WDF_##ContextType##_TYPE_INFO
#define WDF_TYPE_NAME_POINTER_TYPE(ContextType) WDF_POINTER_TYPE_##ContextType
#define WDF_TYPE_DEFAULT_SECTION_NAME           ".data"
#define WDF_GET_CONTEXT_TYPE_INFO(ContextType)  (WDF_TYPE_NAME_TO_TYPE_INFO(ContextType).UniqueType)
#define WDF_TYPE_INIT_BASE_SECTION_NAME(ContextType, Section)

#ifdef __cplusplus
#define KMDOCK_WDF_DATA extern "C"
#else
#define KMDOCK_WDF_DATA
#endif

#define KMDOCK_WDF_TYPE_INFO(ContextType, UniqueType, GetUniqueType)                                                   \
    KMDOCK_WDF_DATA __attribute__((__selectany__))                                                                     \
    const WDF_OBJECT_CONTEXT_TYPE_INFO WDF_##ContextType##_TYPE_INFO = {                                               \
        sizeof(WDF_OBJECT_CONTEXT_TYPE_INFO), (PCHAR) #ContextType, sizeof(ContextType), UniqueType, GetUniqueType};

#define KMDOCK_WDF_ACCESSOR(ContextType, CastingFunction)                                                              \
    WDF_INLINE ContextType *CastingFunction(WDFOBJECT Handle)                                                          \
    {                                                                                                                  \
        return (ContextType *)WdfObjectGetTypedContextWorker(Handle, WDF_GET_CONTEXT_TYPE_INFO(ContextType));          \
    }

/* wdf/wdf-declare-context-type, wdf/wdf-declare-context-type-with-name */
#define WDF_DECLARE_CONTEXT_TYPE(ContextType)                                                                          \
    WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ContextType, WdfObjectGet_##ContextType)
#define WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ContextType, CastingFunction)                                               \
    typedef ContextType *WDF_POINTER_TYPE_##ContextType;                                                               \
    KMDOCK_WDF_TYPE_INFO(ContextType, &WDF_##ContextType##_TYPE_INFO, NULL)                                            \
    KMDOCK_WDF_ACCESSOR(ContextType, CastingFunction)

/* A type that several drivers share: the driver defines WDF_TYPE_UniqueType, which finds the one type information. */
#define WDF_DECLARE_SHARED_CONTEXT_TYPE_WITH_NAME(ContextType, CastingFunction)                                        \
    typedef ContextType *WDF_POINTER_TYPE_##ContextType;                                                               \
    KMDOCK_WDF_DATA PCWDF_OBJECT_CONTEXT_TYPE_INFO WDF_##ContextType##_UniqueType(VOID);                               \
    KMDOCK_WDF_TYPE_INFO(ContextType, &WDF_##ContextType##_TYPE_INFO, WDF_##ContextType##_UniqueType)                  \
    KMDOCK_WDF_ACCESSOR(ContextType, CastingFunction)

/* wdf/wdf-object-attributes-init-context-type */
#define WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(Attributes, ContextType)                                                \
    ((VOID)((Attributes)->ContextTypeInfo = WDF_GET_CONTEXT_TYPE_INFO(ContextType)))
#define WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(Attributes, ContextType)                                               \
    (WDF_OBJECT_ATTRIBUTES_INIT(Attributes), WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(Attributes, ContextType))

/* wdf/wdfobjectgettypedcontext */
#define WdfObjectGetTypedContext(Handle, Type)                                                                         \
    ((Type *)WdfObjectGetTypedContextWorker((WDFOBJECT)(Handle), WDF_GET_CONTEXT_TYPE_INFO(Type)))

/* References remember who took them: tag, line and file. wdf/wdfobjectreference */
#define WdfObjectReference(Handle) WdfObjectReferenceWithTag(Handle, NULL)
#define WdfObjectReferenceWithTag(Handle, Tag)                                                                         \
    WdfObjectReferenceActual((WDFOBJECT)(Handle), (Tag), __LINE__, (PCHAR)__FILE__)
#define WdfObjectDereference(Handle) WdfObjectDereferenceWithTag(Handle, NULL)
#define WdfObjectDereferenceWithTag(Handle, Tag)                                                                       \
    WdfObjectDereferenceActual((WDFOBJECT)(Handle), (Tag), __LINE__, (PCHAR)__FILE__)

/*
 * Custom types: a mark on an object with one value beside it, which the framework keeps as a context of that type.
 * wdf/wdf-declare-custom-type, wdf/wdfobjectaddcustomtype
 */
#define WDF_DECLARE_CUSTOM_TYPE(Type)                                                                                  \
    typedef WDF_CUSTOM_TYPE_CONTEXT Type;                                                                              \
    WDF_DECLARE_CONTEXT_TYPE(Type)
#define WdfObjectAddCustomType(Handle, Type) WdfObjectAddCustomTypeWithData(Handle, Type, 0, NULL, NULL)
#define WdfObjectAddCustomTypeWithData(Handle, Type, Data, EvtCleanup, EvtDestroy)                                     \
    wdf_add_custom_type((WDFOBJECT)(Handle), WDF_GET_CONTEXT_TYPE_INFO(Type), (ULONG_PTR)(Data), (EvtCleanup),         \
                        (EvtDestroy))
#define WdfObjectIsCustomType(Handle, Type)      ((BOOLEAN)(WdfObjectGetTypedContext(Handle, Type) != NULL))
#define WdfObjectGetCustomTypeData(Handle, Type) (WdfObjectGetTypedContext(Handle, Type)->Data)

#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE NTSTATUS wdf_add_custom_type(WDFOBJECT handle, PCWDF_OBJECT_CONTEXT_TYPE_INFO type, ULONG_PTR data,
                                        PFN_WDF_OBJECT_CONTEXT_CLEANUP cleanup, PFN_WDF_OBJECT_CONTEXT_DESTROY destroy)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    PVOID context = NULL;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ContextTypeInfo = type;
    attributes.EvtCleanupCallback = cleanup;
    attributes.EvtDestroyCallback = destroy;
    NTSTATUS status = WdfObjectAllocateContext(handle, &attributes, &context);
    if (NT_SUCCESS(status)) {
        ((PWDF_CUSTOM_TYPE_CONTEXT)context)->Size = sizeof(WDF_CUSTOM_TYPE_CONTEXT);
        ((PWDF_CUSTOM_TYPE_CONTEXT)context)->Data = data;
    }
    return status;
}
#endif

#ifdef __cplusplus
}
#endif

#endif
