/* SPDX-License-Identifier: MIT */
/* Opens a registry key at DISPATCH_LEVEL. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\Registry\\Machine\\Software\\Defect");
    OBJECT_ATTRIBUTES attributes;
    HANDLE key;
    KIRQL irql;

    UNREFERENCED_PARAMETER(Queue);
    InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL, NULL);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    if (NT_SUCCESS(ZwCreateKey(&key, KEY_READ, &attributes, 0, NULL, REG_OPTION_VOLATILE, NULL))) /* wrong */
        ZwClose(key);
    KeLowerIrql(irql);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
