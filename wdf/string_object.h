/* SPDX-License-Identifier: MIT */
/* WDFSTRING, as other files of the framework use it. */
#ifndef KMDOCK_WDF_STRING_OBJECT_H
#define KMDOCK_WDF_STRING_OBJECT_H

#include "wdf/object.h"

/* Copies `value`, which replaces what the string had. IRQL <= DISPATCH_LEVEL; nobody may use the old value meanwhile.
 */
NTSTATUS string_assign(struct object *string, PCUNICODE_STRING value);
PCUNICODE_STRING string_value(struct object *string);

#endif
