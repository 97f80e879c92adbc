/* SPDX-License-Identifier: MIT */
/* clang-format off */
/* idioms.c: what else the headers promise: macros, helpers and calls that no sample shows together. Never run. */
#include <NtDDK.h>
#include <Wdf.h>
#include <Ntstrsafe.h>
#include <wdmsec.h>

typedef struct _SHARED
{
    LONG Flags[4];
    LONG64 Wide;
    volatile LONG Count;
    PVOID Pointer;
} SHARED, *PSHARED;

WDF_DECLARE_CUSTOM_TYPE(IDIOM_MARK)

__declspec(code_seg("PAGE")) NTSTATUS idioms_custom_type(WDFOBJECT object);
KDEFERRED_ROUTINE idioms_dpc;
BOOLEAN idioms_bits(PSHARED shared);
ULONG64 idioms_kernel(void);
PVOID idioms_pool(void);

NTSTATUS
idioms_custom_type(WDFOBJECT object)
{
    NTSTATUS status = WdfObjectAddCustomTypeWithData(object, IDIOM_MARK, 42, NULL, NULL);

    PAGED_CODE();
    if (NT_SUCCESS(status) && WdfObjectIsCustomType(object, IDIOM_MARK)) {
        WDFVERIFY(WdfObjectGetCustomTypeData(object, IDIOM_MARK) == 42);
    }
    VERIFY_IS_IRQL_PASSIVE_LEVEL();
    WdfObjectReference(object);
    WdfObjectReferenceWithTag(object, (PVOID)'tag2');
    WdfObjectDereferenceWithTag(object, (PVOID)'tag2');
    WdfObjectDereference(object);
    return status;
}

BOOLEAN
idioms_bits(PSHARED shared)
{
    BOOLEAN was = InterlockedBitTestAndSet(&shared->Flags[0], 37);

    was |= InterlockedBitTestAndReset(&shared->Flags[0], 37);
    was |= InterlockedBitTestAndSet64(&shared->Wide, 63);
    was |= BitTestAndSet(&shared->Flags[0], 3);
    was |= BitTest(&shared->Flags[0], 3);
    InterlockedExchangePointer(&shared->Pointer, NULL);
    InterlockedExchangeAdd(&shared->Count, 2);
    return was;
}

ULONG64
idioms_kernel(void)
{
    LARGE_INTEGER time, ticks;
    KIRQL irql;
    ULONG number = KeGetCurrentProcessorNumber();

    KeQuerySystemTime(&time);
    KeQueryTickCount(&ticks);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    NT_ASSERT(KeGetCurrentIrql() == DISPATCH_LEVEL);
    KeLowerIrql(irql);
    YieldProcessor();
    return time.QuadPart + ticks.QuadPart + KeQueryInterruptTime() + number + (ULONG64)KeGetCurrentThread() +
           WDF_ALIGN_SIZE_UP(number, 8)
#ifndef __cplusplus
           + max(number, 3)
#endif
        ;
}

PVOID
idioms_pool(void)
{
    PVOID block = ExAllocatePoolZero(NonPagedPoolNx, 64, 'tag3');
    CHAR text[16];

    ExInitializeDriverRuntime(DrvRtPoolNxOptIn);
    if (block == NULL || !NT_VERIFY(NT_SUCCESS(RtlStringCchCopyA(text, RTL_NUMBER_OF(text), "idiom")))) {
        return ExAllocatePoolUninitialized(PagedPool, 64, 'tag3');
    }
    return block;
}

_Function_class_(KDEFERRED_ROUTINE)
_IRQL_requires_(DISPATCH_LEVEL)
_IRQL_requires_same_
VOID
idioms_dpc(_In_ PKDPC Dpc, _In_opt_ PVOID Context, _In_opt_ PVOID A, _In_opt_ PVOID B)
{
    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Context);
    DBG_UNREFERENCED_PARAMETER(A);
    DBG_UNREFERENCED_PARAMETER(B);
}
