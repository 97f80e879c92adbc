/* SPDX-License-Identifier: MIT */
/* WDFKEY. */
#ifndef KMDOCK_WDF_REGISTRY_H
#define KMDOCK_WDF_REGISTRY_H

#include "wdf/object.h"

struct key {
    struct object object;
    HANDLE handle; /* NULL once closed */
};

/* Makes a WDFKEY of a handle, which it owns from now on, whether it succeeds or not. PASSIVE_LEVEL. */
NTSTATUS key_create(struct fx_globals *globals, HANDLE handle, const WDF_OBJECT_ATTRIBUTES *attributes,
                    WDFKEY *ret_key);

/* A REG_DWORD below a driver's registry path, or `otherwise`. PASSIVE_LEVEL. */
ULONG registry_read_ulong(PCUNICODE_STRING path, const WCHAR *subkey, const WCHAR *value, ULONG otherwise);

#endif
