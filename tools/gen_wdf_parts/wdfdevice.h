/* SPDX-License-Identifier: MIT */
/* The bit that says "not pageable" in a state; a state without it compares equal to its pageable twin. */
WDF_INLINE BOOLEAN WdfDevStateIsNP(ULONG State)
{
    return (State & WdfDevStateNP) != 0;
}

WDF_INLINE ULONG WdfDevStateNormalize(ULONG State)
{
    return State & ~(ULONG)WdfDevStateNP;
}

/* The framework remembers who holds a power reference: tag, line and file. wdfdevice/nf-wdfdevice-wdfdevicestopidle */
#define WdfDeviceStopIdle(Device, WaitForD0)                                                                           \
    WdfDeviceStopIdleActual((Device), (WaitForD0), NULL, __LINE__, (PCHAR)__FILE__)
#define WdfDeviceStopIdleWithTag(Device, WaitForD0, Tag)                                                               \
    WdfDeviceStopIdleActual((Device), (WaitForD0), (Tag), __LINE__, (PCHAR)__FILE__)
#define WdfDeviceResumeIdle(Device)             WdfDeviceResumeIdleActual((Device), NULL, __LINE__, (PCHAR)__FILE__)
#define WdfDeviceResumeIdleWithTag(Device, Tag) WdfDeviceResumeIdleActual((Device), (Tag), __LINE__, (PCHAR)__FILE__)
