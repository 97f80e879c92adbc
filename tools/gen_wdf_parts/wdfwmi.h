/* SPDX-License-Identifier: MIT */
/*
 * Puts a counted string into a WMI buffer: a USHORT of bytes, then the characters without a terminator.
 * wdfwmi/nf-wdfwmi-wdf_wmi_buffer_append_string
 */
WDF_INLINE NTSTATUS WDF_WMI_BUFFER_APPEND_STRING(PVOID Buffer, ULONG BufferLength, PCUNICODE_STRING String,
                                                 PULONG RequiredSize)
{
    *RequiredSize = (ULONG)sizeof(USHORT) + String->Length;
    if (BufferLength < *RequiredSize) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    *(PUSHORT)Buffer = String->Length;
    RtlCopyMemory((PUCHAR)Buffer + sizeof(USHORT), String->Buffer, String->Length);
    return STATUS_SUCCESS;
}
