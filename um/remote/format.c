/* SPDX-License-Identifier: MIT */
/*
 * The formats of Microsoft's printf family:
 * https://learn.microsoft.com/cpp/c-runtime-library/format-specification-syntax-printf-and-wprintf-functions
 * `l` is 32 bits, `I` is pointer sized, %ws %ls %S are UTF-16, %hs is narrow, %p is sixteen digits. %n is left out: as
 * on Windows it writes nothing.
 */
#include "um.h"

/* The host's own, for floating point; its formats are the standard's. */
extern int kmdock_host_libc_snprintf(char *text, size_t size, const char *format, ...) __asm__("snprintf");

struct out {
    char *text;
    size_t length;
    size_t size;
    bool failed;
};

enum length { LENGTH_NONE, LENGTH_CHAR, LENGTH_SHORT, LENGTH_32, LENGTH_64, LENGTH_WIDE, LENGTH_LONG_DOUBLE };

struct spec {
    bool left, plus, space, alternate, zero;
    int width;
    int precision; /* -1: none */
    enum length length;
    bool h, l; /* as written: they choose between narrow and wide text */
};

static void put(struct out *out, const char *bytes, size_t count)
{
    if (out->failed)
        return;
    if (out->length + count + 1 > out->size) {
        size_t size = (out->size ? out->size * 2 : 256) + count;
        char *text = realloc(out->text, size);
        if (!text) {
            out->failed = true;
            return;
        }
        out->text = text;
        out->size = size;
    }
    assert(out->text);
    memcpy(out->text + out->length, bytes, count);
    out->length += count;
}

static void pad(struct out *out, char with, long count)
{
    for (; count > 0; count--)
        put(out, &with, 1);
}

static void put_padded(struct out *out, const struct spec *spec, const char *bytes, size_t count)
{
    long missing = (long)spec->width - (long)count;
    if (!spec->left)
        pad(out, spec->zero ? '0' : ' ', missing);
    put(out, bytes, count);
    if (spec->left)
        pad(out, ' ', missing);
}

static void put_wide(struct out *out, const struct spec *spec, const WCHAR *text)
{
    size_t count = 0;
    if (!text)
        text = L"(null)";
    while ((spec->precision < 0 || count < (size_t)spec->precision) && text[count])
        count++;
    char *narrow = malloc(count * 3 + 1);
    if (!narrow) {
        out->failed = true;
        return;
    }
    size_t length = um_utf16_to_utf8(text, count, narrow, count * 3, NULL);
    put_padded(out, spec, narrow, length);
    free(narrow);
}

static void put_narrow(struct out *out, const struct spec *spec, const char *text)
{
    if (!text)
        text = "(null)";
    size_t count = spec->precision < 0 ? strlen(text) : strnlen(text, (size_t)spec->precision);
    put_padded(out, spec, text, count);
}

/* %s and %c: narrow or wide by the function, turned round by S and C, overruled by h, l and w. */
static bool is_wide(const struct spec *spec, bool wide, bool opposite)
{
    if (spec->h)
        return false;
    if (spec->l || spec->length == LENGTH_WIDE)
        return true;
    return wide != opposite;
}

static void put_character(struct out *out, struct spec *spec, bool wide, int c)
{
    WCHAR unit = (WCHAR)c;
    char byte = (char)c;
    if (!wide) {
        put_padded(out, spec, &byte, 1);
        return;
    }
    char narrow[4];
    put_padded(out, spec, narrow, um_utf16_to_utf8(&unit, 1, narrow, sizeof narrow, NULL));
}

static uint64_t integer(const struct spec *spec, bool is_signed, va_list *arguments)
{
    switch (spec->length) {
    case LENGTH_64:
        return va_arg(*arguments, uint64_t);
    case LENGTH_CHAR:
        return is_signed ? (uint64_t)(signed char)va_arg(*arguments, int) : (unsigned char)va_arg(*arguments, int);
    case LENGTH_SHORT:
        return is_signed ? (uint64_t)(short)va_arg(*arguments, int) : (unsigned short)va_arg(*arguments, int);
    default:
        return is_signed ? (uint64_t)va_arg(*arguments, int) : va_arg(*arguments, unsigned);
    }
}

static void put_integer(struct out *out, struct spec *spec, char conversion, va_list *arguments)
{
    bool is_signed = conversion == 'd' || conversion == 'i';
    uint64_t value = integer(spec, is_signed, arguments);
    unsigned base = conversion == 'o' ? 8 : conversion == 'x' || conversion == 'X' ? 16 : 10;
    const char *digits = conversion == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    const char *sign = "";
    char text[24];
    size_t at = sizeof text;
    if (is_signed && (int64_t)value < 0) {
        sign = "-";
        value = 0 - value;
    } else if (is_signed) {
        sign = spec->plus ? "+" : spec->space ? " " : "";
    } else if (spec->alternate && base == 16 && value) {
        sign = conversion == 'X' ? "0X" : "0x";
    }
    for (; value; value /= base)
        text[--at] = digits[value % base];
    long count = (long)(sizeof text - at);
    long zeros = (spec->precision < 0 ? 1 : spec->precision) - count;
    if (spec->alternate && base == 8 && zeros <= 0)
        zeros = 1;
    zeros = zeros < 0 ? 0 : zeros;
    long blank = spec->width - (long)strlen(sign) - zeros - count;
    if (spec->zero && !spec->left && spec->precision < 0 && blank > 0) {
        zeros += blank;
        blank = 0;
    }
    if (!spec->left)
        pad(out, ' ', blank);
    put(out, sign, strlen(sign));
    pad(out, '0', zeros);
    put(out, text + at, (size_t)count);
    if (spec->left)
        pad(out, ' ', blank);
}

static void put_float(struct out *out, const struct spec *spec, char conversion, va_list *arguments)
{
    char format[16], small[64];
    char *at = format, *text = small;
    *at++ = '%';
    at += spec->left ? (*at = '-', 1) : 0;
    at += spec->plus ? (*at = '+', 1) : 0;
    at += spec->space ? (*at = ' ', 1) : 0;
    at += spec->alternate ? (*at = '#', 1) : 0;
    at += spec->zero ? (*at = '0', 1) : 0;
    memcpy(at, "*.*", 3);
    at[3] = conversion;
    at[4] = 0;
    double value = va_arg(*arguments, double); /* long double is double on Windows */
    int count = kmdock_host_libc_snprintf(small, sizeof small, format, spec->width, spec->precision, value);
    if (count >= (int)sizeof small) {
        text = malloc((size_t)count + 1);
        if (!text) {
            out->failed = true;
            return;
        }
        kmdock_host_libc_snprintf(text, (size_t)count + 1, format, spec->width, spec->precision, value);
    }
    put(out, text, count > 0 ? (size_t)count : 0);
    if (text != small)
        free(text);
}

static int number(const char **at, va_list *arguments)
{
    int value = 0;
    if (**at == '*') {
        (*at)++;
        return va_arg(*arguments, int);
    }
    while (**at >= '0' && **at <= '9' && value < 1000000)
        value = value * 10 + *(*at)++ - '0';
    return value;
}

static const char *parse_flags(const char *at, struct spec *spec)
{
    for (;; at++) {
        if (*at == '-')
            spec->left = true;
        else if (*at == '+')
            spec->plus = true;
        else if (*at == ' ')
            spec->space = true;
        else if (*at == '#')
            spec->alternate = true;
        else if (*at == '0')
            spec->zero = true;
        else
            return at;
    }
}

static const char *parse_length(const char *at, struct spec *spec)
{
    for (;; at++) {
        if (*at == 'h') {
            spec->length = spec->h ? LENGTH_CHAR : LENGTH_SHORT;
            spec->h = true;
        } else if (*at == 'l') {
            spec->length = spec->l ? LENGTH_64 : LENGTH_32;
            spec->l = true;
        } else if (*at == 'L') {
            spec->length = LENGTH_LONG_DOUBLE;
        } else if (*at == 'w') {
            spec->length = LENGTH_WIDE;
        } else if (*at == 'I' && at[1] == '3' && at[2] == '2') {
            spec->length = LENGTH_32;
            at += 2;
        } else if (*at == 'I' && at[1] == '6' && at[2] == '4') {
            spec->length = LENGTH_64;
            at += 2;
        } else if (*at == 'I' || *at == 'z' || *at == 't' || *at == 'j') {
            spec->length = LENGTH_64;
        } else if (*at != 'T') { /* T: as the function is */
            return at;
        }
    }
}

static const char *parse(const char *at, struct spec *spec, va_list *arguments)
{
    *spec = (struct spec){.precision = -1};
    at = parse_flags(at, spec);
    spec->width = number(&at, arguments);
    if (spec->width < 0) {
        spec->left = true;
        spec->width = -spec->width;
    }
    if (*at == '.') {
        at++;
        spec->precision = number(&at, arguments);
    }
    return parse_length(at, spec);
}

static void convert(struct out *out, struct spec *spec, bool wide, char conversion, va_list *arguments)
{
    bool opposite = conversion == 'S' || conversion == 'C';
    switch (conversion) {
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
        put_integer(out, spec, conversion, arguments);
        break;
    case 'p':
        spec->length = LENGTH_64;
        spec->precision = 16;
        put_integer(out, spec, 'X', arguments);
        break;
    case 's':
    case 'S':
        if (is_wide(spec, wide, opposite))
            put_wide(out, spec, va_arg(*arguments, const WCHAR *));
        else
            put_narrow(out, spec, va_arg(*arguments, const char *));
        break;
    case 'c':
    case 'C':
        put_character(out, spec, is_wide(spec, wide, opposite), va_arg(*arguments, int));
        break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
        put_float(out, spec, conversion, arguments);
        break;
    case 'n':
        (void)va_arg(*arguments, void *);
        break;
    default: /* %% and what is no conversion stand for themselves */
        put(out, &conversion, 1);
    }
}

char *um_format(const char *format, bool wide, va_list given, size_t *ret_length)
{
    struct out out = {0};
    va_list arguments;
    va_copy(arguments, given);
    while (*format) {
        size_t plain = strcspn(format, "%");
        put(&out, format, plain);
        format += plain;
        if (!*format)
            break;
        struct spec spec;
        format = parse(format + 1, &spec, &arguments);
        if (!*format)
            break;
        convert(&out, &spec, wide, *format++, &arguments);
    }
    va_end(arguments);
    put(&out, "", 0);
    if (out.failed) {
        free(out.text);
        return NULL;
    }
    out.text[out.length] = 0;
    *ret_length = out.length;
    return out.text;
}
