/* SPDX-License-Identifier: MIT */
/* printf for the kernel; format.h says what it knows. */
#include "nt/nt.h"
#include "nt/rtl/format.h"
#include "nt/rtl/utf.h"

/* Where characters go: bytes (UTF-8) or 16-bit units. `length` counts on beyond the room. */
struct sink {
    char *narrow;
    WCHAR *wide;
    size_t room, length;
    bool fill; /* the last unit of the room may be a character: a zero is written only if there is room for it */
};

struct spec {
    bool left, plus, blank, alternate, zero;
    int width, precision; /* precision -1: none */
    enum { SIZE_INT, SIZE_CHAR, SIZE_SHORT, SIZE_LONG, SIZE_64, SIZE_WIDE } size;
    unsigned conversion;
};

static void put_unit(struct sink *sink, unsigned unit)
{
    if (sink->length + !sink->fill < sink->room) {
        if (sink->narrow != NULL)
            sink->narrow[sink->length] = (char)unit;
        else
            sink->wide[sink->length] = (WCHAR)unit;
    }
    sink->length++;
}

static void put_code_point(struct sink *sink, uint32_t c)
{
    if (sink->narrow != NULL) {
        char bytes[UTF8_MAX];
        unsigned count = utf8_put(bytes, c);
        for (unsigned i = 0; i < count; i++)
            put_unit(sink, (unsigned char)bytes[i]);
    } else if (c >= 0x10000) {
        put_unit(sink, 0xd800 + ((c - 0x10000) >> 10));
        put_unit(sink, 0xdc00 + ((c - 0x10000) & 0x3ff));
    } else {
        put_unit(sink, c);
    }
}

static void put_repeated(struct sink *sink, unsigned unit, int count)
{
    for (int i = 0; i < count; i++)
        put_unit(sink, unit);
}

static void put_narrow(struct sink *sink, const struct spec *spec, const char *text, size_t length)
{
    int pad = spec->width - (int)length;
    if (!spec->left)
        put_repeated(sink, spec->zero ? '0' : ' ', pad);
    if (sink->narrow != NULL) {
        for (size_t i = 0; i < length; i++)
            put_unit(sink, (unsigned char)text[i]);
    } else {
        const char *end = text + length;
        while (text < end)
            put_code_point(sink, utf8_get(&text, end));
    }
    if (spec->left)
        put_repeated(sink, ' ', pad);
}

static void put_wide(struct sink *sink, const struct spec *spec, const WCHAR *text, size_t length)
{
    int pad = spec->width - (int)length;
    const WCHAR *end = text + length;
    if (!spec->left)
        put_repeated(sink, ' ', pad);
    while (text < end)
        put_code_point(sink, utf16_get(&text, end));
    if (spec->left)
        put_repeated(sink, ' ', pad);
}

static void put_number(struct sink *sink, const struct spec *spec, uint64_t value, bool negative, unsigned base,
                       bool upper)
{
    enum { DIGITS_MAX = 24 };
    char digits[DIGITS_MAX];
    int count = 0;
    const char *set = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    bool prefix = spec->alternate && base == 16 && value != 0;
    for (; value != 0; value /= base)
        digits[count++] = set[value % base];
    int precision = spec->precision >= 0 ? spec->precision : 1;
    if (spec->alternate && base == 8 && precision <= count)
        precision = count + 1;
    int zeroes = precision > count ? precision - count : 0;
    unsigned sign = negative ? '-' : spec->plus ? '+' : spec->blank ? ' ' : 0;
    int pad = spec->width - count - zeroes - (sign != 0) - 2 * prefix;
    bool zero_pad = spec->zero && !spec->left && spec->precision < 0;
    if (!spec->left && !zero_pad)
        put_repeated(sink, ' ', pad);
    if (sign != 0)
        put_unit(sink, sign);
    if (prefix) {
        put_unit(sink, '0');
        put_unit(sink, upper ? 'X' : 'x');
    }
    put_repeated(sink, '0', zero_pad ? zeroes + (pad > 0 ? pad : 0) : zeroes);
    while (count > 0)
        put_unit(sink, (unsigned char)digits[--count]);
    if (spec->left)
        put_repeated(sink, ' ', pad);
}

/* One unit of the format, either kind. */
struct cursor {
    const char *narrow;
    const WCHAR *wide;
};

static unsigned peek(const struct cursor *at, unsigned ahead)
{
    return at->narrow != NULL ? (unsigned char)at->narrow[ahead] : at->wide[ahead];
}

static void skip(struct cursor *at, unsigned count)
{
    if (at->narrow != NULL)
        at->narrow += count;
    else
        at->wide += count;
}

static unsigned next(struct cursor *at)
{
    unsigned c = peek(at, 0);
    skip(at, 1);
    return c;
}

static void parse_flags(struct cursor *at, struct spec *spec)
{
    for (;; skip(at, 1)) {
        switch (peek(at, 0)) {
        case '-':
            spec->left = true;
            break;
        case '+':
            spec->plus = true;
            break;
        case ' ':
            spec->blank = true;
            break;
        case '#':
            spec->alternate = true;
            break;
        case '0':
            spec->zero = true;
            break;
        default:
            return;
        }
    }
}

static int parse_digits(struct cursor *at)
{
    enum { FIELD_MAX = 1 << 20 };
    int value = 0;
    while (peek(at, 0) >= '0' && peek(at, 0) <= '9') {
        value = value * 10 + (int)(next(at) - '0');
        if (value > FIELD_MAX)
            value = FIELD_MAX;
    }
    return value;
}

static void parse_size(struct cursor *at, struct spec *spec)
{
    switch (peek(at, 0)) {
    case 'h':
        skip(at, 1);
        spec->size = SIZE_SHORT;
        if (peek(at, 0) == 'h') {
            skip(at, 1);
            spec->size = SIZE_CHAR;
        }
        return;
    case 'l':
        skip(at, 1);
        spec->size = SIZE_LONG;
        if (peek(at, 0) == 'l') {
            skip(at, 1);
            spec->size = SIZE_64;
        }
        return;
    case 'w':
        skip(at, 1);
        spec->size = SIZE_WIDE;
        return;
    case 'j':
    case 't':
    case 'z':
        skip(at, 1);
        spec->size = SIZE_64;
        return;
    case 'I':
        skip(at, 1);
        if (peek(at, 0) == '3' && peek(at, 1) == '2') {
            skip(at, 2);
        } else {
            spec->size = SIZE_64;
            if (peek(at, 0) == '6' && peek(at, 1) == '4')
                skip(at, 2);
        }
        return;
    default:
        return;
    }
}

/* va_list is passed by address, so that what is taken stays taken. */
struct arguments {
    va_list list;
};

static void parse_spec(struct cursor *at, struct spec *spec, struct arguments *arguments)
{
    *spec = (struct spec){.precision = -1};
    parse_flags(at, spec);
    if (peek(at, 0) == '*') {
        skip(at, 1);
        spec->width = va_arg(arguments->list, int);
        if (spec->width < 0) {
            spec->left = true;
            spec->width = -spec->width;
        }
    } else {
        spec->width = parse_digits(at);
    }
    if (peek(at, 0) == '.') {
        skip(at, 1);
        if (peek(at, 0) == '*') {
            skip(at, 1);
            spec->precision = va_arg(arguments->list, int);
        } else {
            spec->precision = parse_digits(at);
        }
    }
    parse_size(at, spec);
    spec->conversion = next(at);
}

static void put_string(struct sink *sink, const struct spec *spec, bool wide, const void *text)
{
    size_t max = spec->precision >= 0 ? (size_t)spec->precision : SIZE_MAX, length = 0;
    if (text == NULL) {
        put_narrow(sink, spec, "(null)", max < 6 ? max : 6);
    } else if (wide) {
        while (length < max && ((const WCHAR *)text)[length] != 0)
            length++;
        put_wide(sink, spec, text, length);
    } else {
        while (length < max && ((const char *)text)[length] != 0)
            length++;
        put_narrow(sink, spec, text, length);
    }
}

/* %Z: a counted string; %wZ: a counted Unicode string. */
static void put_counted(struct sink *sink, const struct spec *spec, const void *string)
{
    const UNICODE_STRING *unicode = string;
    const ANSI_STRING *ansi = string;
    size_t max = spec->precision >= 0 ? (size_t)spec->precision : SIZE_MAX;
    if (string == NULL || unicode->Buffer == NULL) {
        put_narrow(sink, spec, "(null)", max < 6 ? max : 6);
    } else if (spec->size == SIZE_WIDE || spec->size == SIZE_LONG) {
        size_t length = unicode->Length / sizeof(WCHAR);
        put_wide(sink, spec, unicode->Buffer, length < max ? length : max);
    } else {
        put_narrow(sink, spec, ansi->Buffer, ansi->Length < max ? ansi->Length : max);
    }
}

static int64_t take_signed(const struct spec *spec, struct arguments *arguments)
{
    switch (spec->size) {
    case SIZE_64:
        return va_arg(arguments->list, int64_t);
    case SIZE_CHAR:
        return (signed char)va_arg(arguments->list, int);
    case SIZE_SHORT:
        return (short)va_arg(arguments->list, int);
    default:
        return va_arg(arguments->list, int);
    }
}

static uint64_t take_unsigned(const struct spec *spec, struct arguments *arguments)
{
    switch (spec->size) {
    case SIZE_64:
        return va_arg(arguments->list, uint64_t);
    case SIZE_CHAR:
        return (unsigned char)va_arg(arguments->list, unsigned);
    case SIZE_SHORT:
        return (unsigned short)va_arg(arguments->list, unsigned);
    default:
        return va_arg(arguments->list, unsigned);
    }
}

static void put_character(struct sink *sink, struct spec *spec, bool wide, unsigned c)
{
    WCHAR unit = (WCHAR)c;
    char byte = (char)c;
    if (wide)
        put_wide(sink, spec, &unit, 1);
    else
        put_narrow(sink, spec, &byte, 1);
}

/* In a wide format %s and %c are wide and %S and %C narrow: Microsoft's meaning. */
static void convert(struct sink *sink, struct spec *spec, struct arguments *arguments, bool wide_format)
{
    bool wide = wide_format;
    switch (spec->conversion) {
    case 'd':
    case 'i': {
        int64_t value = take_signed(spec, arguments);
        put_number(sink, spec, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, value < 0, 10, false);
        return;
    }
    case 'u':
        put_number(sink, spec, take_unsigned(spec, arguments), false, 10, false);
        return;
    case 'o':
        put_number(sink, spec, take_unsigned(spec, arguments), false, 8, false);
        return;
    case 'x':
        put_number(sink, spec, take_unsigned(spec, arguments), false, 16, false);
        return;
    case 'X':
        put_number(sink, spec, take_unsigned(spec, arguments), false, 16, true);
        return;
    case 'p':
        spec->precision = 2 * (int)sizeof(void *);
        put_number(sink, spec, (uint64_t)(uintptr_t)va_arg(arguments->list, void *), false, 16, true);
        return;
    case 'S':
    case 'C':
        wide = !wide_format;
        break;
    default:
        break;
    }
    if (spec->size == SIZE_WIDE || spec->size == SIZE_LONG)
        wide = true;
    else if (spec->size == SIZE_SHORT)
        wide = false;
    switch (spec->conversion) {
    case 'c':
    case 'C':
        put_character(sink, spec, wide, va_arg(arguments->list, unsigned));
        return;
    case 's':
    case 'S':
        put_string(sink, spec, wide, va_arg(arguments->list, const void *));
        return;
    case 'Z':
        put_counted(sink, spec, va_arg(arguments->list, const void *));
        return;
    case 'e':
    case 'f':
    case 'g': /* drivers have no floating point to show; the argument is taken so that the rest stays right */
        (void)va_arg(arguments->list, double);
        put_unit(sink, '?');
        return;
    default:
        put_unit(sink, spec->conversion);
        return;
    }
}

static size_t format_run(struct sink *sink, struct cursor at, va_list list)
{
    struct arguments arguments;
    bool wide_format = at.wide != NULL;
    va_copy(arguments.list, list);
    while (peek(&at, 0) != 0) {
        unsigned c = next(&at);
        if (c != '%') {
            put_unit(sink, c);
            continue;
        }
        if (peek(&at, 0) == 0)
            break;
        struct spec spec;
        parse_spec(&at, &spec, &arguments);
        if (spec.conversion == 0)
            break;
        convert(sink, &spec, &arguments, wide_format);
    }
    va_end(arguments.list);
    if (sink->fill ? sink->length < sink->room : sink->room != 0) {
        size_t end = sink->length < sink->room ? sink->length : sink->room - 1;
        if (sink->narrow != NULL)
            sink->narrow[end] = 0;
        else
            sink->wide[end] = 0;
    }
    return sink->length;
}

size_t rtl_vformat(char *to, size_t room, const char *format, va_list arguments)
{
    char none;
    struct sink sink = {.narrow = room != 0 ? to : &none, .room = room};
    return format_run(&sink, (struct cursor){.narrow = format}, arguments);
}

size_t rtl_vformat_wide(unsigned short *to, size_t room, const unsigned short *format, va_list arguments)
{
    WCHAR none;
    struct sink sink = {.wide = room != 0 ? (WCHAR *)to : &none, .room = room};
    return format_run(&sink, (struct cursor){.wide = (const WCHAR *)format}, arguments);
}

size_t rtl_vformat_filling(char *to, size_t room, const char *format, va_list arguments)
{
    char none;
    struct sink sink = {.narrow = room != 0 ? to : &none, .room = room, .fill = true};
    return format_run(&sink, (struct cursor){.narrow = format}, arguments);
}

size_t rtl_vformat_wide_filling(unsigned short *to, size_t room, const unsigned short *format, va_list arguments)
{
    WCHAR none;
    struct sink sink = {.wide = room != 0 ? (WCHAR *)to : &none, .room = room, .fill = true};
    return format_run(&sink, (struct cursor){.wide = (const WCHAR *)format}, arguments);
}

size_t rtl_format(char *to, size_t room, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    size_t length = rtl_vformat(to, room, format, arguments);
    va_end(arguments);
    return length;
}
