/* SPDX-License-Identifier: MIT */
/* The runtime library. */
#include "check.h"

static bool prints(const char *wanted, const char *format, ...)
{
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    int length = _vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    if (length == (int)strlen(wanted) && strcmp(text, wanted) == 0)
        return true;
    DbgPrint("got \"%s\" (%d), wanted \"%s\"\n", text, length, wanted);
    return false;
}

static void test_format(void)
{
    UNICODE_STRING unicode = RTL_CONSTANT_STRING(L"Wide\x00e4");
    ANSI_STRING ansi = RTL_CONSTANT_STRING("counted");
    unicode.Length = 5 * sizeof(WCHAR);
    CHECK(prints("1 -2 3", "%d %i %u", 1, -2, 3));
    CHECK(prints("   7|7   |007|+7| 7", "%4d|%-4d|%03d|%+d|% d", 7, 7, 7, 7, 7));
    CHECK(prints("ff FF 0xff 0XFF 0", "%x %X %#x %#X %#x", 255, 255, 255, 255, 0));
    CHECK(prints("17 017", "%o %#o", 15, 15));
    CHECK(prints("-9223372036854775808 18446744073709551615", "%I64d %I64u", MINLONG64, ~0ULL));
    CHECK(prints("-5 5000000000", "%ld %lld", (LONG)-5, 5000000000LL));
    CHECK(prints("123456789ABC", "%I64X", 0x123456789ABCULL));
    CHECK(prints("12345678", "%Ix", (SIZE_T)0x12345678));
    CHECK(prints("0000000012345678", "%p", (void *)(ULONG_PTR)0x12345678));
    CHECK(prints("abc|  abc|abc  |ab", "%s|%5s|%-5s|%.2s", "abc", "abc", "abc", "abc"));
    CHECK(prints("(null) (null)", "%s %ws", NULL, NULL));
    CHECK(prints("wide wide wide", "%ws %ls %S", L"wide", L"wide", L"wide"));
    CHECK(prints("narrow", "%hs", "narrow"));
    CHECK(prints("Wide\xc3\xa4 counted", "%wZ %Z", &unicode, &ansi));
    CHECK(prints("Wi", "%.2wZ", &unicode));
    CHECK(prints("c%C", "%c%%%C", 'c', L'C'));
    CHECK(prints("  12|12  |0012", "%*d|%-*d|%.*d", 4, 12, 4, 12, 4, 12));
    CHECK(prints("-1 255 65535", "%hhd %hhu %hu", 255, 255, 65535));
    CHECK(prints("00000042", "%08x", 0x42));
    CHECK(prints("-0042", "%05d", -42));
}

static void test_bounds(void)
{
    char text[4] = "zzz";
    CHECK(_snprintf(text, 4, "%s", "abcd") == 4 && memcmp(text, "abcd", 4) == 0);
    CHECK(_snprintf(text, 4, "%s", "abcde") == -1 && memcmp(text, "abcd", 4) == 0);
    CHECK(_snprintf(text, 4, "%s", "abc") == 3 && text[3] == 0);
    CHECK(_snprintf(NULL, 0, "%s", "") == 0);
    CHECK(_snprintf(NULL, 0, "%s", "a") == -1);
    WCHAR wide[8];
    CHECK(_snwprintf(wide, 8, L"%s-%d", L"ab", 12) == 5 && wcscmp(wide, L"ab-12") == 0);
    CHECK(_snwprintf(wide, 8, L"%S %hs", "a", "b") == 3 && wcscmp(wide, L"a b") == 0);
}

/* Every length and overlap up to a few words, and some larger ones, against a byte-by-byte model. */
static void test_memory(void)
{
    static UCHAR a[2048], model[2048];
    static const ULONG sizes[] = {0,  1,  2,  3,  4,  5,  7,  8,   9,   15,  16, 17,
                                  23, 31, 32, 33, 63, 64, 65, 511, 512, 513, 700};
    for (ULONG s = 0; s < RTL_NUMBER_OF(sizes); s++) {
        for (ULONG shift = 0; shift < 40; shift += shift < 18 ? 1 : 7) {
            ULONG n = sizes[s];
            for (ULONG way = 0; way < 2; way++) {
                for (ULONG i = 0; i < sizeof(a); i++)
                    a[i] = model[i] = (UCHAR)(i * 7 + 3);
                ULONG to = way ? 100 + shift : 100, from = way ? 100 : 100 + shift;
                UCHAR copy[1024];
                for (ULONG i = 0; i < n; i++)
                    copy[i] = model[from + i];
                for (ULONG i = 0; i < n; i++)
                    model[to + i] = copy[i];
                memmove(a + to, a + from, n);
                bool same = true;
                for (ULONG i = 0; i < sizeof(a); i++)
                    same &= a[i] == model[i];
                CHECK(same);
            }
            memset(a, 0x11, sizeof(a));
            memset(a + 100 + shift, 0x5a, n);
            bool set = a[99 + shift] == 0x11 && a[100 + shift + n] == 0x11;
            for (ULONG i = 0; i < n; i++)
                set &= a[100 + shift + i] == 0x5a;
            CHECK(set);
            memcpy(a + 1000, a + 100 + shift, n);
            CHECK(memcmp(a + 1000, a + 100 + shift, n) == 0);
            if (n != 0) {
                a[1000 + n - 1]++;
                CHECK(memcmp(a + 1000, a + 100 + shift, n) > 0);
                CHECK(RtlCompareMemory(a + 1000, a + 100 + shift, n) == n - 1);
            }
        }
    }
}

static void test_strings(void)
{
    UNICODE_STRING a, b;
    WCHAR room[16];
    RtlInitUnicodeString(&a, L"Hello");
    RtlInitUnicodeString(&b, L"hELLO");
    CHECK(a.Length == 10 && a.MaximumLength == 12);
    CHECK(RtlEqualUnicodeString(&a, &b, TRUE) && !RtlEqualUnicodeString(&a, &b, FALSE));
    CHECK(RtlCompareUnicodeString(&a, &b, TRUE) == 0 && RtlCompareUnicodeString(&a, &b, FALSE) < 0);
    RtlInitUnicodeString(&b, L"Hello, world");
    CHECK(RtlPrefixUnicodeString(&a, &b, FALSE) && !RtlPrefixUnicodeString(&b, &a, FALSE));
    CHECK(RtlCompareUnicodeString(&a, &b, FALSE) < 0);
    UNICODE_STRING c = {.Buffer = room, .MaximumLength = sizeof(room)};
    RtlCopyUnicodeString(&c, &a);
    CHECK(c.Length == 10 && room[5] == 0);
    CHECK_STATUS(RtlAppendUnicodeToString(&c, L" there"), STATUS_SUCCESS);
    CHECK(wcscmp(room, L"Hello there") == 0);
    CHECK_STATUS(RtlAppendUnicodeStringToString(&c, &b), STATUS_BUFFER_TOO_SMALL);
    CHECK(c.Length == 22);
    CHECK_STATUS(RtlIntegerToUnicodeString(3735928559u, 16, &c), STATUS_SUCCESS);
    CHECK(wcscmp(room, L"DEADBEEF") == 0);
    ULONG value;
    CHECK_STATUS(RtlUnicodeStringToInteger(&c, 16, &value), STATUS_SUCCESS);
    CHECK(value == 0xdeadbeef);
    RtlInitUnicodeString(&b, L"  -0x1F");
    CHECK_STATUS(RtlUnicodeStringToInteger(&b, 0, &value), STATUS_SUCCESS);
    CHECK(value == (ULONG)-31);
    CHECK_STATUS(RtlIntegerToUnicodeString(5, 7, &c), STATUS_INVALID_PARAMETER);
    c.MaximumLength = 2;
    CHECK_STATUS(RtlIntegerToUnicodeString(55, 10, &c), STATUS_BUFFER_OVERFLOW);
    ANSI_STRING narrow;
    CHECK_STATUS(RtlUnicodeStringToAnsiString(&narrow, &a, TRUE), STATUS_SUCCESS);
    CHECK(narrow.Length == 5 && strcmp(narrow.Buffer, "Hello") == 0);
    UNICODE_STRING back;
    CHECK_STATUS(RtlAnsiStringToUnicodeString(&back, &narrow, TRUE), STATUS_SUCCESS);
    CHECK(RtlEqualUnicodeString(&a, &back, FALSE));
    RtlFreeAnsiString(&narrow);
    RtlFreeUnicodeString(&back);
}

static void test_guid(void)
{
    static const GUID guid = {0xcdc35b6e, 0x0be4, 0x4936, {0xbf, 0x5f, 0x55, 0x37, 0x38, 0x0a, 0x7c, 0x1a}};
    UNICODE_STRING text;
    GUID read;
    CHECK_STATUS(RtlStringFromGUID(&guid, &text), STATUS_SUCCESS);
    CHECK(wcscmp(text.Buffer, L"{CDC35B6E-0BE4-4936-BF5F-5537380A7C1A}") == 0);
    CHECK_STATUS(RtlGUIDFromString(&text, &read), STATUS_SUCCESS);
    CHECK(memcmp(&guid, &read, sizeof(read)) == 0);
    text.Buffer[3] = L'x';
    CHECK_STATUS(RtlGUIDFromString(&text, &read), STATUS_INVALID_PARAMETER);
    RtlFreeUnicodeString(&text);
}

static void test_utf8(void)
{
    WCHAR wide[8];
    char narrow[16];
    ULONG bytes;
    CHECK_STATUS(RtlUTF8ToUnicodeN(wide, sizeof(wide), &bytes, "a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80", 10),
                 STATUS_SUCCESS);
    CHECK(bytes == 10 && wide[0] == 'a' && wide[1] == 0xe4 && wide[2] == 0x20ac && wide[3] == 0xd83d &&
          wide[4] == 0xde00);
    CHECK_STATUS(RtlUnicodeToUTF8N(narrow, sizeof(narrow), &bytes, wide, 10), STATUS_SUCCESS);
    CHECK(bytes == 10 && memcmp(narrow, "a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80", 10) == 0);
    CHECK_STATUS(RtlUTF8ToUnicodeN(wide, sizeof(wide), &bytes, "\xff", 1), STATUS_SOME_NOT_MAPPED);
    CHECK_STATUS(RtlUTF8ToUnicodeN(wide, 2, &bytes, "ab", 2), STATUS_BUFFER_TOO_SMALL);
}

static void test_times(void)
{
    LARGE_INTEGER time, back;
    TIME_FIELDS fields;
    RtlSecondsSince1970ToTime(951782399, &time); /* 2000-02-28 23:59:59 UTC */
    time.QuadPart += 10000000;
    RtlTimeToTimeFields(&time, &fields);
    CHECK(fields.Year == 2000 && fields.Month == 2 && fields.Day == 29 && fields.Hour == 0 && fields.Weekday == 2);
    CHECK(RtlTimeFieldsToTime(&fields, &back) && back.QuadPart == time.QuadPart);
    for (LONGLONG day = 0; day < 400000; day += 37) {
        time.QuadPart = day * 864000000000LL + 123450000;
        RtlTimeToTimeFields(&time, &fields);
        if (!RtlTimeFieldsToTime(&fields, &back) || back.QuadPart != time.QuadPart) {
            CHECK(!"a date comes back as it was");
            break;
        }
    }
    fields.Month = 13;
    CHECK(!RtlTimeFieldsToTime(&fields, &back));
}

static void test_bitmap(void)
{
    ULONG bits[3] = {0};
    RTL_BITMAP map;
    RtlInitializeBitMap(&map, bits, 70);
    CHECK(RtlFindClearBitsAndSet(&map, 40, 0) == 0);
    CHECK(RtlFindClearBitsAndSet(&map, 40, 0) == (ULONG)-1);
    CHECK(RtlFindClearBitsAndSet(&map, 30, 0) == 40);
    CHECK(RtlNumberOfClearBits(&map) == 0);
    RtlClearBits(&map, 10, 5);
    CHECK(RtlAreBitsClear(&map, 10, 5) && !RtlAreBitsClear(&map, 10, 6) && RtlFindClearBits(&map, 3, 60) == 10);
}

static void test_security(void)
{
    SID_IDENTIFIER_AUTHORITY authority = {{0, 0, 0, 0, 0, 5}};
    UCHAR sid[32], acl[128], relative[256];
    SECURITY_DESCRIPTOR sd;
    UNICODE_STRING text;
    ULONG bytes = 8;
    PACL dacl;
    BOOLEAN present, defaulted;
    PVOID ace;
    CHECK_STATUS(RtlInitializeSid((PSID)sid, &authority, 2), STATUS_SUCCESS);
    *RtlSubAuthoritySid((PSID)sid, 0) = 32;
    *RtlSubAuthoritySid((PSID)sid, 1) = 544;
    CHECK(RtlValidSid((PSID)sid) && RtlLengthSid((PSID)sid) == 16);
    CHECK_STATUS(RtlConvertSidToUnicodeString(&text, (PSID)sid, TRUE), STATUS_SUCCESS);
    CHECK(wcscmp(text.Buffer, L"S-1-5-32-544") == 0);
    RtlFreeUnicodeString(&text);
    CHECK_STATUS(RtlCreateAcl((PACL)acl, sizeof(acl), ACL_REVISION), STATUS_SUCCESS);
    for (ULONG i = 0; i < 4; i++)
        CHECK_STATUS(RtlAddAccessAllowedAce((PACL)acl, ACL_REVISION, GENERIC_READ << i, (PSID)sid), STATUS_SUCCESS);
    CHECK_STATUS(RtlAddAccessAllowedAce((PACL)acl, ACL_REVISION, 1, (PSID)sid), STATUS_SUCCESS);
    CHECK_STATUS(RtlAddAccessAllowedAce((PACL)acl, ACL_REVISION, 1, (PSID)sid), STATUS_ALLOTTED_SPACE_EXCEEDED);
    CHECK_STATUS(RtlGetAce((PACL)acl, 4, &ace), STATUS_SUCCESS);
    CHECK(((PACCESS_ALLOWED_ACE)ace)->Mask == 1);
    CHECK_STATUS(RtlGetAce((PACL)acl, 5, &ace), STATUS_INVALID_PARAMETER);
    CHECK_STATUS(RtlCreateSecurityDescriptor(&sd, SECURITY_DESCRIPTOR_REVISION), STATUS_SUCCESS);
    CHECK_STATUS(RtlSetDaclSecurityDescriptor(&sd, TRUE, (PACL)acl, FALSE), STATUS_SUCCESS);
    CHECK_STATUS(RtlAbsoluteToSelfRelativeSD(&sd, relative, &bytes), STATUS_BUFFER_TOO_SMALL);
    CHECK(bytes == 20 + 128);
    CHECK_STATUS(RtlAbsoluteToSelfRelativeSD(&sd, relative, &bytes), STATUS_SUCCESS);
    CHECK_STATUS(RtlGetDaclSecurityDescriptor(relative, &present, &dacl, &defaulted), STATUS_SUCCESS);
    CHECK(present && !defaulted && (PUCHAR)dacl == relative + 20 && memcmp(dacl, acl, sizeof(acl)) == 0);
    CHECK(RtlLengthSecurityDescriptor(relative) == bytes && RtlValidSecurityDescriptor(relative));
}

void test_rtl(void)
{
    test_security();
    test_format();
    test_bounds();
    test_memory();
    test_strings();
    test_guid();
    test_utf8();
    test_times();
    test_bitmap();
}
