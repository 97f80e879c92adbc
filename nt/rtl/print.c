/* SPDX-License-Identifier: MIT */
/* The sprintf family, as kernel images import it. Two manners: the old one, which leaves out the zero when the text
 * just fits and returns -1 when it does not, and the checked one (_s), which always writes it. */
#include "nt/nt.h"
#include "nt/rtl/format.h"

#undef sprintf
#undef vsprintf
#undef _snprintf
#undef _vsnprintf
#undef swprintf
#undef vswprintf
#undef _snwprintf
#undef _vsnwprintf
#define UNBOUNDED ((size_t)0x7fffffff)
#define TRUNCATE  ((size_t)-1)

static int old_manner(size_t length, size_t room)
{
    return length <= room ? (int)length : -1;
}

int _vsnprintf(char *to, size_t room, const char *format, va_list arguments)
{
    return old_manner(rtl_vformat_filling(to, room, format, arguments), room);
}

int _snprintf(char *to, size_t room, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = _vsnprintf(to, room, format, arguments);
    va_end(arguments);
    return length;
}

int vsprintf(char *to, const char *format, va_list arguments)
{
    return (int)rtl_vformat(to, UNBOUNDED, format, arguments);
}

int sprintf(char *to, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = (int)rtl_vformat(to, UNBOUNDED, format, arguments);
    va_end(arguments);
    return length;
}

int _vsnwprintf(WCHAR *to, size_t room, const WCHAR *format, va_list arguments)
{
    return old_manner(rtl_vformat_wide_filling(to, room, format, arguments), room);
}

int _snwprintf(WCHAR *to, size_t room, const WCHAR *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = _vsnwprintf(to, room, format, arguments);
    va_end(arguments);
    return length;
}

/* Microsoft's kernel library declares these without a size. */
int vswprintf(WCHAR *to, const WCHAR *format, va_list arguments)
{
    return (int)rtl_vformat_wide(to, UNBOUNDED, format, arguments);
}

int swprintf(WCHAR *to, const WCHAR *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = (int)rtl_vformat_wide(to, UNBOUNDED, format, arguments);
    va_end(arguments);
    return length;
}

int _swprintf(WCHAR *to, const WCHAR *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = (int)rtl_vformat_wide(to, UNBOUNDED, format, arguments);
    va_end(arguments);
    return length;
}

int _vswprintf(WCHAR *to, const WCHAR *format, va_list arguments)
{
    return (int)rtl_vformat_wide(to, UNBOUNDED, format, arguments);
}

/* -- the checked ones: what does not fit empties the string, except under _TRUNCATE ------------- */

int _vsnprintf_s(char *to, size_t room, size_t max, const char *format, va_list arguments)
{
    if (to == NULL || room == 0)
        return -1;
    size_t limit = max != TRUNCATE && max < room ? max + 1 : room;
    size_t length = rtl_vformat(to, limit, format, arguments);
    if (length < limit)
        return (int)length;
    if (max != TRUNCATE && limit == room)
        to[0] = 0;
    return -1;
}

int vsprintf_s(char *to, size_t room, const char *format, va_list arguments)
{
    return _vsnprintf_s(to, room, room, format, arguments);
}

int sprintf_s(char *to, size_t room, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = _vsnprintf_s(to, room, room, format, arguments);
    va_end(arguments);
    return length;
}

int _snprintf_s(char *to, size_t room, size_t max, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = _vsnprintf_s(to, room, max, format, arguments);
    va_end(arguments);
    return length;
}

int _vsnwprintf_s(WCHAR *to, size_t room, size_t max, const WCHAR *format, va_list arguments)
{
    if (to == NULL || room == 0)
        return -1;
    size_t limit = max != TRUNCATE && max < room ? max + 1 : room;
    size_t length = rtl_vformat_wide(to, limit, format, arguments);
    if (length < limit)
        return (int)length;
    if (max != TRUNCATE && limit == room)
        to[0] = 0;
    return -1;
}

int vswprintf_s(WCHAR *to, size_t room, const WCHAR *format, va_list arguments)
{
    return _vsnwprintf_s(to, room, room, format, arguments);
}

int swprintf_s(WCHAR *to, size_t room, const WCHAR *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = _vsnwprintf_s(to, room, room, format, arguments);
    va_end(arguments);
    return length;
}

int _snwprintf_s(WCHAR *to, size_t room, size_t max, const WCHAR *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = _vsnwprintf_s(to, room, max, format, arguments);
    va_end(arguments);
    return length;
}
