/* SPDX-License-Identifier: MIT */
/*
 * printf for the kernel: %d %i %u %x %X %o %c %s %p %% with flags, width and precision, the prefixes h l ll I64 I32 I z
 * w, %ws %ls %S (UTF-16), %C, %Z (ANSI_STRING), %wZ (UNICODE_STRING); no floating point, no %n. Output is UTF-8 for the
 * narrow form. No allocation; any IRQL for narrow text (Windows allows wide only at PASSIVE).
 */
#ifndef KMDOCK_NT_RTL_FORMAT_H
#define KMDOCK_NT_RTL_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

/* Writes at most room - 1 characters and a zero (nothing at all if room is 0); returns the length it would have had. */
size_t rtl_vformat(char *to, size_t room, const char *format, va_list arguments);
size_t rtl_format(char *to, size_t room, const char *format, ...);
size_t rtl_vformat_wide(unsigned short *to, size_t room, const unsigned short *format, va_list arguments);
/* The same, but a zero is written only if there is room for it behind the text: _snprintf's manner. */
size_t rtl_vformat_filling(char *to, size_t room, const char *format, va_list arguments);
size_t rtl_vformat_wide_filling(unsigned short *to, size_t room, const unsigned short *format, va_list arguments);

#endif
