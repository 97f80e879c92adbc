/* SPDX-License-Identifier: MIT */
/*
 * The older annotation names. In C++ the two-underscore ones are left out: they are reserved to the C++ library, and
 * libstdc++ uses __in and __out as names. An app in C++ that wants them defines KMDOCK_SAL1 and includes windows.h
 * last.
 */
#ifndef KMDOCK_SAL1_H
#define KMDOCK_SAL1_H

#if !defined(__cplusplus) || defined(KMDOCK_SAL1)
#define __callback
#define __checkReturn
#define __deref_inout
#define __deref_inout_opt
#define __deref_opt_out
#define __deref_opt_out_opt
#define __deref_out
#define __deref_out_opt
#define __fallthrough
#define __field_nullterminated
#define __format_string
#define __in
#define __in_opt
#define __in_z
#define __in_z_opt
#define __inout
#define __inout_opt
#define __inout_z
#define __maybenull
#define __notnull
#define __nullnullterminated
#define __nullterminated
#define __out
#define __out_opt
#define __out_z
#define __readonly
#define __reserved
#define __control_entrypoint(...)
#define __deref_opt_out_bcount(...)
#define __deref_out_bcount(...)
#define __deref_out_ecount(...)
#define __field_bcount(...)
#define __field_bcount_opt(...)
#define __field_ecount(...)
#define __field_ecount_opt(...)
#define __field_range(...)
#define __in_bcount(...)
#define __in_bcount_opt(...)
#define __in_data_source(...)
#define __in_ecount(...)
#define __in_ecount_opt(...)
#define __in_range(...)
#define __in_xcount(...)
#define __inout_bcount(...)
#define __inout_bcount_full(...)
#define __inout_bcount_opt(...)
#define __inout_bcount_part(...)
#define __inout_ecount(...)
#define __inout_ecount_full(...)
#define __inout_ecount_opt(...)
#define __inout_ecount_part(...)
#define __out_bcount(...)
#define __out_bcount_full(...)
#define __out_bcount_opt(...)
#define __out_bcount_part(...)
#define __out_bcount_part_opt(...)
#define __out_data_source(...)
#define __out_ecount(...)
#define __out_ecount_full(...)
#define __out_ecount_opt(...)
#define __out_ecount_part(...)
#define __out_ecount_part_opt(...)
#define __out_range(...)
#define __out_xcount(...)
#define __range(...)
#define __success(...)
#define __typefix(...)
#endif

#endif
