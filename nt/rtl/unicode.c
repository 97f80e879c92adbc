/* SPDX-License-Identifier: MIT */
/* Counted strings. The ANSI and OEM code pages are UTF-8 here, so that no text is lost on the way to a Linux terminal.
 */
#include "nt/nt.h"
#include "nt/ex/ex.h"
#include "nt/rtl/utf.h"

enum { BYTES_MAX = 0xfffe, TAG_STRING = 'grtS' };

/* wdm: RtlInitUnicodeString. Any IRQL. */
VOID NTAPI RtlInitUnicodeString(PUNICODE_STRING DestinationString, PCWSTR SourceString)
{
    size_t length = SourceString != NULL ? wcslen(SourceString) * sizeof(WCHAR) : 0;
    if (length > BYTES_MAX - sizeof(WCHAR))
        length = BYTES_MAX - sizeof(WCHAR);
    DestinationString->Buffer = (PWSTR)(uintptr_t)SourceString;
    DestinationString->Length = (USHORT)length;
    DestinationString->MaximumLength = SourceString != NULL ? (USHORT)(length + sizeof(WCHAR)) : 0;
}

/* wdm: RtlInitUnicodeStringEx. STATUS_NAME_TOO_LONG. */
NTSTATUS NTAPI RtlInitUnicodeStringEx(PUNICODE_STRING DestinationString, PCWSTR SourceString)
{
    if (SourceString != NULL && wcslen(SourceString) * sizeof(WCHAR) > BYTES_MAX - sizeof(WCHAR))
        return STATUS_NAME_TOO_LONG;
    RtlInitUnicodeString(DestinationString, SourceString);
    return STATUS_SUCCESS;
}

/* wdm: RtlInitAnsiString, RtlInitString. Any IRQL. */
VOID NTAPI RtlInitAnsiString(PANSI_STRING DestinationString, PCSZ SourceString)
{
    size_t length = SourceString != NULL ? strlen(SourceString) : 0;
    if (length > BYTES_MAX)
        length = BYTES_MAX;
    DestinationString->Buffer = (PCHAR)(uintptr_t)SourceString;
    DestinationString->Length = (USHORT)length;
    DestinationString->MaximumLength = SourceString != NULL ? (USHORT)(length + 1) : 0;
}

VOID NTAPI RtlInitString(PSTRING DestinationString, PCSZ SourceString)
{
    RtlInitAnsiString(DestinationString, SourceString);
}

/* wdm: RtlUpcaseUnicodeChar. PASSIVE_LEVEL. Latin, Greek and Cyrillic; the rest has no case that names need. */
WCHAR NTAPI RtlUpcaseUnicodeChar(WCHAR c)
{
    if (c < 0x80)
        return c >= 'a' && c <= 'z' ? (WCHAR)(c - 32) : c;
    if ((c >= 0xe0 && c <= 0xfe && c != 0xf7) || (c >= 0x3b1 && c <= 0x3cb && c != 0x3c2) || (c >= 0x430 && c <= 0x44f))
        return (WCHAR)(c - 32);
    if (c == 0xff)
        return 0x178;
    if (c >= 0x450 && c <= 0x45f)
        return (WCHAR)(c - 80);
    bool pairs_even = (c >= 0x100 && c <= 0x137 && c != 0x131) || (c >= 0x14a && c <= 0x177) ||
                      (c >= 0x1de && c <= 0x1ef) || (c >= 0x460 && c <= 0x481) || (c >= 0x48a && c <= 0x4bf) ||
                      (c >= 0x1e00 && c <= 0x1e95) || (c >= 0x1ea0 && c <= 0x1eff);
    bool pairs_odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e) || (c >= 0x1cd && c <= 0x1dc);
    if (pairs_even)
        return c & 1 ? (WCHAR)(c - 1) : c;
    if (pairs_odd)
        return c & 1 ? c : (WCHAR)(c - 1);
    return c;
}

WCHAR NTAPI RtlDowncaseUnicodeChar(WCHAR c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? (WCHAR)(c + 32) : c;
    /* The inverse of the above: the neighbours that could be it are tried. */
    static const short distances[] = {32, 80, 1};
    for (unsigned i = 0; i < nt_countof(distances); i++) {
        WCHAR lower = (WCHAR)(c + distances[i]);
        if (RtlUpcaseUnicodeChar(lower) == c)
            return lower;
    }
    return c == 0x178 ? 0xff : c;
}

CHAR NTAPI RtlUpperChar(CHAR c)
{
    return c >= 'a' && c <= 'z' ? (CHAR)(c - 32) : c;
}

VOID NTAPI RtlUpperString(PSTRING DestinationString, STRING *const SourceString)
{
    USHORT length = SourceString->Length < DestinationString->MaximumLength ? SourceString->Length
                                                                            : DestinationString->MaximumLength;
    for (unsigned i = 0; i < length; i++)
        DestinationString->Buffer[i] = RtlUpperChar(SourceString->Buffer[i]);
    DestinationString->Length = length;
}

static LONG compare_wide(const UNICODE_STRING *a, const UNICODE_STRING *b, unsigned count, BOOLEAN ignore_case)
{
    for (unsigned i = 0; i < count; i++) {
        WCHAR x = a->Buffer[i], y = b->Buffer[i];
        if (x == y)
            continue;
        if (ignore_case) {
            x = RtlUpcaseUnicodeChar(x);
            y = RtlUpcaseUnicodeChar(y);
        }
        if (x != y)
            return (LONG)x - (LONG)y;
    }
    return 0;
}

/* wdm: RtlCompareUnicodeString. PASSIVE_LEVEL. */
LONG NTAPI RtlCompareUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive)
{
    USHORT shorter = String1->Length < String2->Length ? String1->Length : String2->Length;
    LONG order = compare_wide(String1, String2, shorter / sizeof(WCHAR), CaseInSensitive);
    return order != 0 ? order : (LONG)String1->Length - (LONG)String2->Length;
}

/* wdm: RtlEqualUnicodeString. PASSIVE_LEVEL. */
BOOLEAN NTAPI RtlEqualUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive)
{
    return String1->Length == String2->Length &&
           compare_wide(String1, String2, String1->Length / sizeof(WCHAR), CaseInSensitive) == 0;
}

/* wdm: RtlPrefixUnicodeString. PASSIVE_LEVEL. */
BOOLEAN NTAPI RtlPrefixUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive)
{
    return String1->Length <= String2->Length &&
           compare_wide(String1, String2, String1->Length / sizeof(WCHAR), CaseInSensitive) == 0;
}

/* wdm: RtlCompareString. PASSIVE_LEVEL. */
LONG NTAPI RtlCompareString(STRING *const String1, STRING *const String2, BOOLEAN CaseInSensitive)
{
    USHORT shorter = String1->Length < String2->Length ? String1->Length : String2->Length;
    for (unsigned i = 0; i < shorter; i++) {
        CHAR x = String1->Buffer[i], y = String2->Buffer[i];
        if (CaseInSensitive) {
            x = RtlUpperChar(x);
            y = RtlUpperChar(y);
        }
        if (x != y)
            return (LONG)(UCHAR)x - (LONG)(UCHAR)y;
    }
    return (LONG)String1->Length - (LONG)String2->Length;
}

BOOLEAN NTAPI RtlEqualString(STRING *const String1, STRING *const String2, BOOLEAN CaseInSensitive)
{
    return RtlCompareString(String1, String2, CaseInSensitive) == 0;
}

/* wdm: RtlCopyUnicodeString. Any IRQL. As much as fits; a zero if there is room. */
VOID NTAPI RtlCopyUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString)
{
    if (SourceString == NULL) {
        DestinationString->Length = 0;
        return;
    }
    USHORT length = SourceString->Length;
    if (length > DestinationString->MaximumLength)
        length = DestinationString->MaximumLength;
    memmove(DestinationString->Buffer, SourceString->Buffer, length);
    DestinationString->Length = length;
    if (length + sizeof(WCHAR) <= DestinationString->MaximumLength)
        DestinationString->Buffer[length / sizeof(WCHAR)] = 0;
}

VOID NTAPI RtlCopyString(PSTRING DestinationString, STRING *const SourceString)
{
    if (SourceString == NULL) {
        DestinationString->Length = 0;
        return;
    }
    USHORT length = SourceString->Length;
    if (length > DestinationString->MaximumLength)
        length = DestinationString->MaximumLength;
    memmove(DestinationString->Buffer, SourceString->Buffer, length);
    DestinationString->Length = length;
}

static NTSTATUS append(PUNICODE_STRING to, const WCHAR *text, size_t bytes)
{
    if (to->Length + bytes > to->MaximumLength)
        return STATUS_BUFFER_TOO_SMALL;
    memmove((char *)to->Buffer + to->Length, text, bytes);
    to->Length = (USHORT)(to->Length + bytes);
    if (to->Length + sizeof(WCHAR) <= to->MaximumLength)
        to->Buffer[to->Length / sizeof(WCHAR)] = 0;
    return STATUS_SUCCESS;
}

/* wdm: RtlAppendUnicodeStringToString. STATUS_BUFFER_TOO_SMALL. */
NTSTATUS NTAPI RtlAppendUnicodeStringToString(PUNICODE_STRING Destination, PCUNICODE_STRING Source)
{
    return append(Destination, Source->Buffer, Source->Length);
}

/* wdm: RtlAppendUnicodeToString. STATUS_BUFFER_TOO_SMALL. */
NTSTATUS NTAPI RtlAppendUnicodeToString(PUNICODE_STRING Destination, PCWSTR Source)
{
    return Source != NULL ? append(Destination, Source, wcslen(Source) * sizeof(WCHAR)) : STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlAppendStringToString(PSTRING Destination, const STRING *Source)
{
    if (Destination->Length + Source->Length > Destination->MaximumLength)
        return STATUS_BUFFER_TOO_SMALL;
    memmove(Destination->Buffer + Destination->Length, Source->Buffer, Source->Length);
    Destination->Length = (USHORT)(Destination->Length + Source->Length);
    return STATUS_SUCCESS;
}

static NTSTATUS change_case(PUNICODE_STRING to, PCUNICODE_STRING from, const void *caller, WCHAR(NTAPI *change)(WCHAR))
{
    if (caller != NULL) {
        to->Buffer = ex_alloc_for(caller, from->Length != 0 ? from->Length : sizeof(WCHAR), TAG_STRING);
        if (to->Buffer == NULL)
            return STATUS_NO_MEMORY;
        to->MaximumLength = from->Length;
    } else if (from->Length > to->MaximumLength) {
        return STATUS_BUFFER_OVERFLOW;
    }
    for (unsigned i = 0; i < from->Length / sizeof(WCHAR); i++)
        to->Buffer[i] = change(from->Buffer[i]);
    to->Length = from->Length;
    return STATUS_SUCCESS;
}

/* wdm: RtlUpcaseUnicodeString. PASSIVE_LEVEL. */
NTSTATUS NTAPI RtlUpcaseUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString,
                                      BOOLEAN Allocate)
{
    return change_case(DestinationString, SourceString, Allocate ? nt_caller() : NULL, RtlUpcaseUnicodeChar);
}

NTSTATUS NTAPI RtlDowncaseUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString,
                                        BOOLEAN Allocate)
{
    return change_case(DestinationString, SourceString, Allocate ? nt_caller() : NULL, RtlDowncaseUnicodeChar);
}

/* wdm: RtlFreeUnicodeString, RtlFreeAnsiString. PASSIVE_LEVEL. */
VOID NTAPI RtlFreeUnicodeString(PUNICODE_STRING UnicodeString)
{
    if (UnicodeString->Buffer != NULL)
        ExFreePool(UnicodeString->Buffer);
    memset(UnicodeString, 0, sizeof(*UnicodeString));
}

VOID NTAPI RtlFreeAnsiString(PANSI_STRING AnsiString)
{
    if (AnsiString->Buffer != NULL)
        ExFreePool(AnsiString->Buffer);
    memset(AnsiString, 0, sizeof(*AnsiString));
}

VOID NTAPI RtlFreeOemString(POEM_STRING OemString)
{
    RtlFreeAnsiString(OemString);
}

/* ntifs: RtlCreateUnicodeString. PASSIVE_LEVEL. */
BOOLEAN NTAPI RtlCreateUnicodeString(PUNICODE_STRING DestinationString, PCWSTR SourceString)
{
    UNICODE_STRING from;
    RtlInitUnicodeString(&from, SourceString);
    PWSTR text = ex_alloc_for(nt_caller(), from.Length + sizeof(WCHAR), TAG_STRING);
    if (text == NULL)
        return FALSE;
    memcpy(text, SourceString, from.Length + sizeof(WCHAR));
    *DestinationString = (UNICODE_STRING){.Buffer = text, .Length = from.Length, .MaximumLength = from.Length + 2};
    return TRUE;
}

/* ntifs: RtlHashUnicodeString. Any IRQL. */
NTSTATUS NTAPI RtlHashUnicodeString(PCUNICODE_STRING String, BOOLEAN CaseInSensitive, ULONG HashAlgorithm,
                                    PULONG HashValue)
{
    enum { ALGORITHM_DEFAULT = 0, ALGORITHM_X65599 = 1, FACTOR = 65599 };
    if (String == NULL || HashValue == NULL ||
        (HashAlgorithm != ALGORITHM_DEFAULT && HashAlgorithm != ALGORITHM_X65599))
        return STATUS_INVALID_PARAMETER;
    ULONG hash = 0;
    for (unsigned i = 0; i < String->Length / sizeof(WCHAR); i++)
        hash = hash * FACTOR + (CaseInSensitive ? RtlUpcaseUnicodeChar(String->Buffer[i]) : String->Buffer[i]);
    *HashValue = hash;
    return STATUS_SUCCESS;
}
