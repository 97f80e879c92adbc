/* SPDX-License-Identifier: MIT */
#define WDF_PTR_ADD_OFFSET_TYPE(Ptr, Offset, Type) ((Type)(((PUCHAR)(Ptr)) + (Offset)))
#define WDF_PTR_ADD_OFFSET(Ptr, Offset)            WDF_PTR_ADD_OFFSET_TYPE(Ptr, Offset, PVOID)
#define WDF_PTR_GET_OFFSET(Base, Addr)             ((size_t)((PUCHAR)(Addr) - (PUCHAR)(Base)))

/* AlignTo is a power of two; a length that cannot be rounded up wraps to a smaller one, which the caller can see. */
WDF_INLINE size_t WDF_ALIGN_SIZE_DOWN(size_t Length, size_t AlignTo)
{
    return Length & ~(AlignTo - 1);
}

WDF_INLINE size_t WDF_ALIGN_SIZE_UP(size_t Length, size_t AlignTo)
{
    return (Length + AlignTo - 1) & ~(AlignTo - 1);
}

/* Timeouts in units of 100 ns: a negative one counts from now, a positive one is a system time. */
WDF_INLINE LONGLONG WDF_REL_TIMEOUT_IN_SEC(ULONGLONG Time)
{
    return -(LONGLONG)(Time * WDF_TIMEOUT_TO_SEC);
}

WDF_INLINE LONGLONG WDF_ABS_TIMEOUT_IN_SEC(ULONGLONG Time)
{
    return (LONGLONG)(Time * WDF_TIMEOUT_TO_SEC);
}

WDF_INLINE LONGLONG WDF_REL_TIMEOUT_IN_MS(ULONGLONG Time)
{
    return -(LONGLONG)(Time * WDF_TIMEOUT_TO_MS);
}

WDF_INLINE LONGLONG WDF_ABS_TIMEOUT_IN_MS(ULONGLONG Time)
{
    return (LONGLONG)(Time * WDF_TIMEOUT_TO_MS);
}

WDF_INLINE LONGLONG WDF_REL_TIMEOUT_IN_US(ULONGLONG Time)
{
    return -(LONGLONG)(Time * WDF_TIMEOUT_TO_US);
}

WDF_INLINE LONGLONG WDF_ABS_TIMEOUT_IN_US(ULONGLONG Time)
{
    return (LONGLONG)(Time * WDF_TIMEOUT_TO_US);
}
