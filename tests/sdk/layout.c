/* SPDX-License-Identifier: MIT */
/* layout.c: every structure, enumerator and status of our KMDF headers lies where Microsoft's ABI has it. */
#include <ntddk.h>
typedef int BOOL; /* the co-installer interface is a user-mode one */
#include <wdf.h>
#include <wdfusb.h>
#include <wdfminiport.h>
#include <wdfbugcodes.h>
#include <wdfinstaller.h>
#include <wdfldr.h>

/* The framework's list and the headers' enum are the same 444 entries in the same order, with the same types. */
#define WDF_FUNCTION(index, Name, ReturnType, parameters, irql, kmdf_min, doc_page)                                    \
    C_ASSERT(Name##TableIndex == (index));                                                                             \
    typedef ReturnType Name##_listed parameters;
#define WDF_FUNCTION_PRIVATE(index, Name) C_ASSERT(Name##TableIndex == (index));
#include "internal/wdf_table.inc"
C_ASSERT(WdfFunctionTableNumEntries == 444);

#define LISTED(pointer_type, Name) C_ASSERT(__builtin_types_compatible_p(pointer_type, Name##_listed *))
#include "internal/wdf_layout.inc"
