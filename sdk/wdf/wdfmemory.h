/* SPDX-License-Identifier: MIT */
/* wdfmemory.h: the memory interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFMEMORY_H
#define KMDOCK_WDFMEMORY_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_MEMORY_DESCRIPTOR_TYPE {
    WdfMemoryDescriptorTypeInvalid = 0,
    WdfMemoryDescriptorTypeBuffer = 1,
    WdfMemoryDescriptorTypeMdl = 2,
    WdfMemoryDescriptorTypeHandle = 3,
} WDF_MEMORY_DESCRIPTOR_TYPE, *PWDF_MEMORY_DESCRIPTOR_TYPE;

struct _WDFMEMORY_OFFSET {
    size_t BufferOffset;
    size_t BufferLength;
};

struct _WDF_MEMORY_DESCRIPTOR {
    WDF_MEMORY_DESCRIPTOR_TYPE Type;
    union {
        struct {
            PVOID Buffer;
            ULONG Length;
        } BufferType;
        struct {
            PMDL Mdl;
            ULONG BufferLength;
        } MdlType;
        struct {
            WDFMEMORY Memory;
            PWDFMEMORY_OFFSET Offsets;
        } HandleType;
    } u;
};

/* wdfmemory/nf-wdfmemory-wdf_memory_descriptor_init_buffer */
WDF_INLINE VOID WDF_MEMORY_DESCRIPTOR_INIT_BUFFER(PWDF_MEMORY_DESCRIPTOR Descriptor, PVOID Buffer, ULONG BufferLength)
{
    RtlZeroMemory(Descriptor, sizeof(WDF_MEMORY_DESCRIPTOR));
    Descriptor->Type = WdfMemoryDescriptorTypeBuffer;
    Descriptor->u.BufferType.Buffer = Buffer;
    Descriptor->u.BufferType.Length = BufferLength;
}

/* wdfmemory/nf-wdfmemory-wdf_memory_descriptor_init_handle */
WDF_INLINE VOID WDF_MEMORY_DESCRIPTOR_INIT_HANDLE(PWDF_MEMORY_DESCRIPTOR Descriptor, WDFMEMORY Memory,
    PWDFMEMORY_OFFSET Offsets)
{
    RtlZeroMemory(Descriptor, sizeof(WDF_MEMORY_DESCRIPTOR));
    Descriptor->Type = WdfMemoryDescriptorTypeHandle;
    Descriptor->u.HandleType.Memory = Memory;
    Descriptor->u.HandleType.Offsets = Offsets;
}

/* wdfmemory/nf-wdfmemory-wdf_memory_descriptor_init_mdl */
WDF_INLINE VOID WDF_MEMORY_DESCRIPTOR_INIT_MDL(PWDF_MEMORY_DESCRIPTOR Descriptor, PMDL Mdl, ULONG BufferLength)
{
    RtlZeroMemory(Descriptor, sizeof(WDF_MEMORY_DESCRIPTOR));
    Descriptor->Type = WdfMemoryDescriptorTypeMdl;
    Descriptor->u.MdlType.Mdl = Mdl;
    Descriptor->u.MdlType.BufferLength = BufferLength;
}

/* IRQL <= DISPATCH_LEVEL. wdfmemory/nf-wdfmemory-wdfmemorycreate */
typedef NTSTATUS (*PFN_WDFMEMORYCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ POOL_TYPE PoolType, _In_opt_ ULONG PoolTag,
    _In_ size_t BufferSize, _Out_ WDFMEMORY *Memory, _Out_opt_ PVOID *Buffer);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfMemoryCreate(_In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ POOL_TYPE PoolType,
    _In_opt_ ULONG PoolTag, _In_ size_t BufferSize, _Out_ WDFMEMORY *Memory, _Out_opt_ PVOID *Buffer)
{
    return WDF_CALL(PFN_WDFMEMORYCREATE, WdfMemoryCreate)(WdfDriverGlobals, Attributes, PoolType, PoolTag, BufferSize,
        Memory, Buffer);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfmemory/nf-wdfmemory-wdfmemorycreatepreallocated */
typedef NTSTATUS (*PFN_WDFMEMORYCREATEPREALLOCATED)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ PVOID Buffer, _In_ size_t BufferSize, _Out_ WDFMEMORY *Memory);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfMemoryCreatePreallocated(_In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ PVOID Buffer,
    _In_ size_t BufferSize, _Out_ WDFMEMORY *Memory)
{
    return WDF_CALL(PFN_WDFMEMORYCREATEPREALLOCATED, WdfMemoryCreatePreallocated)(WdfDriverGlobals, Attributes,
        Buffer, BufferSize, Memory);
}
#endif

/* Any IRQL. wdfmemory/nf-wdfmemory-wdfmemorygetbuffer */
typedef PVOID (*PFN_WDFMEMORYGETBUFFER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFMEMORY Memory,
    _Out_opt_ size_t *BufferSize);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PVOID WdfMemoryGetBuffer(_In_ WDFMEMORY Memory, _Out_opt_ size_t *BufferSize)
{
    return WDF_CALL(PFN_WDFMEMORYGETBUFFER, WdfMemoryGetBuffer)(WdfDriverGlobals, Memory, BufferSize);
}
#endif

/* Any IRQL. wdfmemory/nf-wdfmemory-wdfmemoryassignbuffer */
typedef NTSTATUS (*PFN_WDFMEMORYASSIGNBUFFER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFMEMORY Memory,
    _In_ PVOID Buffer, _In_ size_t BufferSize);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfMemoryAssignBuffer(_In_ WDFMEMORY Memory, _In_ PVOID Buffer, _In_ size_t BufferSize)
{
    return WDF_CALL(PFN_WDFMEMORYASSIGNBUFFER, WdfMemoryAssignBuffer)(WdfDriverGlobals, Memory, Buffer, BufferSize);
}
#endif

/* Any IRQL. wdfmemory/nf-wdfmemory-wdfmemorycopytobuffer */
typedef NTSTATUS (*PFN_WDFMEMORYCOPYTOBUFFER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFMEMORY SourceMemory,
    _In_ size_t SourceOffset, _Out_ PVOID Buffer, _In_ size_t NumBytesToCopyTo);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfMemoryCopyToBuffer(_In_ WDFMEMORY SourceMemory, _In_ size_t SourceOffset, _Out_ PVOID Buffer,
    _In_ size_t NumBytesToCopyTo)
{
    return WDF_CALL(PFN_WDFMEMORYCOPYTOBUFFER, WdfMemoryCopyToBuffer)(WdfDriverGlobals, SourceMemory, SourceOffset,
        Buffer, NumBytesToCopyTo);
}
#endif

/* Any IRQL. wdfmemory/nf-wdfmemory-wdfmemorycopyfrombuffer */
typedef NTSTATUS (*PFN_WDFMEMORYCOPYFROMBUFFER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFMEMORY DestinationMemory, _In_ size_t DestinationOffset, _In_ PVOID Buffer,
    _In_ size_t NumBytesToCopyFrom);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfMemoryCopyFromBuffer(_In_ WDFMEMORY DestinationMemory, _In_ size_t DestinationOffset,
    _In_ PVOID Buffer, _In_ size_t NumBytesToCopyFrom)
{
    return WDF_CALL(PFN_WDFMEMORYCOPYFROMBUFFER, WdfMemoryCopyFromBuffer)(WdfDriverGlobals, DestinationMemory,
        DestinationOffset, Buffer, NumBytesToCopyFrom);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfmemory/nf-wdfmemory-wdflookasidelistcreate */
typedef NTSTATUS (*PFN_WDFLOOKASIDELISTCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES LookasideAttributes, _In_ size_t BufferSize, _In_ POOL_TYPE PoolType,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES MemoryAttributes, _In_opt_ ULONG PoolTag, _Out_ WDFLOOKASIDE *Lookaside);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfLookasideListCreate(_In_opt_ PWDF_OBJECT_ATTRIBUTES LookasideAttributes,
    _In_ size_t BufferSize, _In_ POOL_TYPE PoolType, _In_opt_ PWDF_OBJECT_ATTRIBUTES MemoryAttributes,
    _In_opt_ ULONG PoolTag, _Out_ WDFLOOKASIDE *Lookaside)
{
    return WDF_CALL(PFN_WDFLOOKASIDELISTCREATE, WdfLookasideListCreate)(WdfDriverGlobals, LookasideAttributes,
        BufferSize, PoolType, MemoryAttributes, PoolTag, Lookaside);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfmemory/nf-wdfmemory-wdfmemorycreatefromlookaside */
typedef NTSTATUS (*PFN_WDFMEMORYCREATEFROMLOOKASIDE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFLOOKASIDE Lookaside, _Out_ WDFMEMORY *Memory);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfMemoryCreateFromLookaside(_In_ WDFLOOKASIDE Lookaside, _Out_ WDFMEMORY *Memory)
{
    return WDF_CALL(PFN_WDFMEMORYCREATEFROMLOOKASIDE, WdfMemoryCreateFromLookaside)(WdfDriverGlobals, Lookaside,
        Memory);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
