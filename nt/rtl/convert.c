/* SPDX-License-Identifier: MIT */
/* Conversions between text encodings, and between text and numbers and GUIDs. */
#include "nt/nt.h"
#include "nt/ex/ex.h"
#include "nt/rtl/utf.h"
#include "nt/rtl/format.h"

enum { BYTES_MAX = 0xfffe, TAG_STRING = 'grtS' };

/* wdm: RtlUTF8ToUnicodeN. PASSIVE_LEVEL. No destination: only the size is told. */
NTSTATUS NTAPI RtlUTF8ToUnicodeN(PWSTR UnicodeStringDestination, ULONG UnicodeStringMaxByteCount,
                                 PULONG UnicodeStringActualByteCount, PCCH UTF8StringSource, ULONG UTF8StringByteCount)
{
    const char *at = UTF8StringSource, *end = at + UTF8StringByteCount;
    ULONG room = UnicodeStringDestination != NULL ? UnicodeStringMaxByteCount / sizeof(WCHAR) : 0, length = 0;
    NTSTATUS status = STATUS_SUCCESS;
    while (at < end) {
        uint32_t c = utf8_get(&at, end);
        WCHAR units[2] = {(WCHAR)c, 0};
        unsigned count = 1;
        if (c == UTF_BAD && !(at - UTF8StringSource >= 3 && memcmp(at - 3, "\xef\xbf\xbd", 3) == 0))
            status = STATUS_SOME_NOT_MAPPED;
        if (c >= 0x10000) {
            units[0] = (WCHAR)(0xd800 + ((c - 0x10000) >> 10));
            units[1] = (WCHAR)(0xdc00 + ((c - 0x10000) & 0x3ff));
            count = 2;
        }
        if (UnicodeStringDestination != NULL) {
            if (length + count > room) {
                status = STATUS_BUFFER_TOO_SMALL;
                break;
            }
            memcpy(UnicodeStringDestination + length, units, count * sizeof(WCHAR));
        }
        length += count;
    }
    if (UnicodeStringActualByteCount != NULL)
        *UnicodeStringActualByteCount = length * sizeof(WCHAR);
    return status;
}

/* wdm: RtlUnicodeToUTF8N. PASSIVE_LEVEL. No destination: only the size is told. */
NTSTATUS NTAPI RtlUnicodeToUTF8N(PCHAR UTF8StringDestination, ULONG UTF8StringMaxByteCount,
                                 PULONG UTF8StringActualByteCount, PCWCH UnicodeStringSource,
                                 ULONG UnicodeStringByteCount)
{
    const WCHAR *at = UnicodeStringSource, *end = at + UnicodeStringByteCount / sizeof(WCHAR);
    ULONG length = 0;
    NTSTATUS status = STATUS_SUCCESS;
    while (at < end) {
        char bytes[UTF8_MAX];
        WCHAR first = *at;
        uint32_t c = utf16_get(&at, end);
        unsigned count = utf8_put(bytes, c);
        if (c == UTF_BAD && first != UTF_BAD)
            status = STATUS_SOME_NOT_MAPPED;
        if (UTF8StringDestination != NULL) {
            if (length + count > UTF8StringMaxByteCount) {
                status = STATUS_BUFFER_TOO_SMALL;
                break;
            }
            memcpy(UTF8StringDestination + length, bytes, count);
        }
        length += count;
    }
    if (UTF8StringActualByteCount != NULL)
        *UTF8StringActualByteCount = length;
    return status;
}

/* ntifs: RtlMultiByteToUnicodeN, RtlUnicodeToMultiByteN and kin: what does not fit is cut off, as documented. */
NTSTATUS NTAPI RtlMultiByteToUnicodeN(PWCH UnicodeString, ULONG MaxBytesInUnicodeString, PULONG BytesInUnicodeString,
                                      const CHAR *MultiByteString, ULONG BytesInMultiByteString)
{
    RtlUTF8ToUnicodeN(UnicodeString, MaxBytesInUnicodeString, BytesInUnicodeString, MultiByteString,
                      BytesInMultiByteString);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlMultiByteToUnicodeSize(PULONG BytesInUnicodeString, const CHAR *MultiByteString,
                                         ULONG BytesInMultiByteString)
{
    RtlUTF8ToUnicodeN(NULL, 0, BytesInUnicodeString, MultiByteString, BytesInMultiByteString);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeToMultiByteN(PCHAR MultiByteString, ULONG MaxBytesInMultiByteString,
                                      PULONG BytesInMultiByteString, PCWCH UnicodeString, ULONG BytesInUnicodeString)
{
    RtlUnicodeToUTF8N(MultiByteString, MaxBytesInMultiByteString, BytesInMultiByteString, UnicodeString,
                      BytesInUnicodeString);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeToMultiByteSize(PULONG BytesInMultiByteString, PCWCH UnicodeString, ULONG BytesInUnicodeString)
{
    RtlUnicodeToUTF8N(NULL, 0, BytesInMultiByteString, UnicodeString, BytesInUnicodeString);
    return STATUS_SUCCESS;
}

/* wdm: RtlxAnsiStringToUnicodeSize and RtlxUnicodeStringToAnsiSize. PASSIVE_LEVEL. With the terminating zero. */
ULONG NTAPI RtlxAnsiStringToUnicodeSize(PCANSI_STRING AnsiString)
{
    ULONG bytes;
    RtlUTF8ToUnicodeN(NULL, 0, &bytes, AnsiString->Buffer, AnsiString->Length);
    return bytes + sizeof(WCHAR);
}

ULONG NTAPI RtlxUnicodeStringToAnsiSize(PCUNICODE_STRING UnicodeString)
{
    ULONG bytes;
    RtlUnicodeToUTF8N(NULL, 0, &bytes, UnicodeString->Buffer, UnicodeString->Length);
    return bytes + 1;
}

/* `caller` NULL: into the buffer that is there; else it is the one that a buffer is allocated for. */
static NTSTATUS ansi_to_unicode(PUNICODE_STRING DestinationString, PCANSI_STRING SourceString, const void *caller)
{
    ULONG bytes = RtlxAnsiStringToUnicodeSize(SourceString);
    if (bytes > BYTES_MAX)
        return STATUS_INVALID_PARAMETER_2;
    if (caller != NULL) {
        DestinationString->Buffer = ex_alloc_for(caller, bytes, TAG_STRING);
        if (DestinationString->Buffer == NULL)
            return STATUS_NO_MEMORY;
        DestinationString->MaximumLength = (USHORT)bytes;
    } else if (bytes - sizeof(WCHAR) > DestinationString->MaximumLength) {
        return STATUS_BUFFER_OVERFLOW;
    }
    DestinationString->Length = (USHORT)(bytes - sizeof(WCHAR));
    RtlUTF8ToUnicodeN(DestinationString->Buffer, DestinationString->MaximumLength, NULL, SourceString->Buffer,
                      SourceString->Length);
    if (bytes <= DestinationString->MaximumLength)
        DestinationString->Buffer[DestinationString->Length / sizeof(WCHAR)] = 0;
    return STATUS_SUCCESS;
}

static NTSTATUS unicode_to_ansi(PANSI_STRING DestinationString, PCUNICODE_STRING SourceString, const void *caller)
{
    ULONG bytes = RtlxUnicodeStringToAnsiSize(SourceString);
    NTSTATUS status = STATUS_SUCCESS;
    if (bytes > BYTES_MAX)
        return STATUS_INVALID_PARAMETER_2;
    if (caller != NULL) {
        DestinationString->Buffer = ex_alloc_for(caller, bytes, TAG_STRING);
        if (DestinationString->Buffer == NULL)
            return STATUS_NO_MEMORY;
        DestinationString->MaximumLength = (USHORT)bytes;
    } else if (DestinationString->MaximumLength == 0) {
        return STATUS_BUFFER_OVERFLOW;
    } else if (bytes > DestinationString->MaximumLength) {
        status = STATUS_BUFFER_OVERFLOW; /* as much as fits is converted */
    }
    ULONG made;
    RtlUnicodeToUTF8N(DestinationString->Buffer, DestinationString->MaximumLength - 1u, &made, SourceString->Buffer,
                      SourceString->Length);
    DestinationString->Length = (USHORT)made;
    DestinationString->Buffer[made] = 0;
    return status;
}

/* wdm: RtlAnsiStringToUnicodeString. PASSIVE_LEVEL. */
NTSTATUS NTAPI RtlAnsiStringToUnicodeString(PUNICODE_STRING DestinationString, PCANSI_STRING SourceString,
                                            BOOLEAN AllocateDestinationString)
{
    return ansi_to_unicode(DestinationString, SourceString, AllocateDestinationString ? nt_caller() : NULL);
}

/* wdm: RtlUnicodeStringToAnsiString. PASSIVE_LEVEL. */
NTSTATUS NTAPI RtlUnicodeStringToAnsiString(PANSI_STRING DestinationString, PCUNICODE_STRING SourceString,
                                            BOOLEAN AllocateDestinationString)
{
    return unicode_to_ansi(DestinationString, SourceString, AllocateDestinationString ? nt_caller() : NULL);
}

/* wdm: RtlUTF8StringToUnicodeString, RtlUnicodeStringToUTF8String. PASSIVE_LEVEL. */
NTSTATUS NTAPI RtlUTF8StringToUnicodeString(PUNICODE_STRING DestinationString, PCANSI_STRING SourceString,
                                            BOOLEAN AllocateDestinationString)
{
    return ansi_to_unicode(DestinationString, SourceString, AllocateDestinationString ? nt_caller() : NULL);
}

NTSTATUS NTAPI RtlUnicodeStringToUTF8String(PANSI_STRING DestinationString, PCUNICODE_STRING SourceString,
                                            BOOLEAN AllocateDestinationString)
{
    return unicode_to_ansi(DestinationString, SourceString, AllocateDestinationString ? nt_caller() : NULL);
}

/* -- numbers ----------------------------------------------------------------------------------- */

static NTSTATUS number_to_string(ULONG64 value, ULONG base, PUNICODE_STRING string)
{
    enum { DIGITS_MAX = 65 };
    WCHAR digits[DIGITS_MAX];
    unsigned at = DIGITS_MAX;
    if (base == 0)
        base = 10;
    if (base != 2 && base != 8 && base != 10 && base != 16)
        return STATUS_INVALID_PARAMETER;
    do {
        digits[--at] = (WCHAR)("0123456789ABCDEF"[value % base]);
        value /= base;
    } while (value != 0);
    USHORT bytes = (USHORT)((DIGITS_MAX - at) * sizeof(WCHAR));
    if (bytes > string->MaximumLength)
        return STATUS_BUFFER_OVERFLOW;
    memcpy(string->Buffer, digits + at, bytes);
    string->Length = bytes;
    if (bytes + sizeof(WCHAR) <= string->MaximumLength)
        string->Buffer[bytes / sizeof(WCHAR)] = 0;
    return STATUS_SUCCESS;
}

/* wdm: RtlIntegerToUnicodeString. PASSIVE_LEVEL. Bases 0 (10), 2, 8, 10, 16. */
NTSTATUS NTAPI RtlIntegerToUnicodeString(ULONG Value, ULONG Base, PUNICODE_STRING String)
{
    return number_to_string(Value, Base, String);
}

NTSTATUS NTAPI RtlInt64ToUnicodeString(ULONGLONG Value, ULONG Base, PUNICODE_STRING String)
{
    return number_to_string(Value, Base, String);
}

static unsigned digit_of(WCHAR c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'z' ? c - 'a' + 10u : 99;
}

static NTSTATUS parse_number(const WCHAR *at, const WCHAR *end, ULONG base, PULONG ret_value)
{
    while (at < end && *at <= ' ')
        at++;
    bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+'))
        at++;
    if (base == 0) {
        base = 10;
        if (end - at >= 2 && at[0] == '0') {
            WCHAR kind = at[1] | 0x20;
            base = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 10;
            if (base != 10)
                at += 2;
        }
    } else if (base != 2 && base != 8 && base != 10 && base != 16) {
        return STATUS_INVALID_PARAMETER;
    }
    ULONG value = 0;
    for (; at < end && digit_of(*at) < base; at++)
        value = value * base + digit_of(*at);
    *ret_value = negative ? 0 - value : value;
    return STATUS_SUCCESS;
}

/* wdm: RtlUnicodeStringToInteger. PASSIVE_LEVEL. Base 0 looks at the prefix 0x, 0o, 0b. */
NTSTATUS NTAPI RtlUnicodeStringToInteger(PCUNICODE_STRING String, ULONG Base, PULONG Value)
{
    return parse_number(String->Buffer, String->Buffer + String->Length / sizeof(WCHAR), Base, Value);
}

/* ntddk: RtlCharToInteger. Any IRQL. */
NTSTATUS NTAPI RtlCharToInteger(PCSZ String, ULONG Base, PULONG Value)
{
    enum { CHARS_MAX = 66 };
    WCHAR text[CHARS_MAX];
    unsigned length = 0;
    for (; length < CHARS_MAX && String[length] != 0; length++)
        text[length] = (UCHAR)String[length];
    return parse_number(text, text + length, Base, Value);
}

/* -- GUIDs: {xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx} ----------------------------------------------- */

enum { GUID_CHARS = 38 };

/* wdm: RtlStringFromGUID. PASSIVE_LEVEL. */
NTSTATUS NTAPI RtlStringFromGUID(REFGUID Guid, PUNICODE_STRING GuidString)
{
    char text[GUID_CHARS + 1];
    WCHAR *to = ex_alloc_for(nt_caller(), sizeof(text) * sizeof(WCHAR), TAG_STRING);
    if (to == NULL)
        return STATUS_NO_MEMORY;
    const UCHAR *d = Guid->Data4;
    rtl_format(text, sizeof(text), "{%08X-%04X-%04X-%02X%02X-%02X%02X%02X%02X%02X%02X}", (unsigned)Guid->Data1,
               Guid->Data2, Guid->Data3, d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]);
    for (unsigned i = 0; i < sizeof(text); i++)
        to[i] = (UCHAR)text[i];
    *GuidString = (UNICODE_STRING){
        .Buffer = to, .Length = GUID_CHARS * sizeof(WCHAR), .MaximumLength = sizeof(text) * sizeof(WCHAR)};
    return STATUS_SUCCESS;
}

/* wdm: RtlGUIDFromString. PASSIVE_LEVEL. */
NTSTATUS NTAPI RtlGUIDFromString(PUNICODE_STRING GuidString, GUID *Guid)
{
    static const char form[] = "{00112233-4455-6677-8899-AABBCCDDEEFF}";
    static const unsigned char place[] = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
    UCHAR bytes[sizeof(GUID)];
    unsigned digits = 0;
    if (GuidString->Length != GUID_CHARS * sizeof(WCHAR))
        return STATUS_INVALID_PARAMETER;
    for (unsigned i = 0; i < GUID_CHARS; i++) {
        WCHAR c = GuidString->Buffer[i];
        if (form[i] == '{' || form[i] == '}' || form[i] == '-') {
            if (c != (WCHAR)form[i])
                return STATUS_INVALID_PARAMETER;
            continue;
        }
        if (digit_of(c) >= 16)
            return STATUS_INVALID_PARAMETER;
        UCHAR *byte = &bytes[place[digits / 2]];
        *byte = (UCHAR)(digits % 2 == 0 ? digit_of(c) << 4 : *byte | digit_of(c));
        digits++;
    }
    memcpy(Guid, bytes, sizeof(*Guid));
    return STATUS_SUCCESS;
}
