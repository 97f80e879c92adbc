/* SPDX-License-Identifier: MIT */
/* WDFMEMORY: a buffer and its length, of the framework, of the driver or of a request. */
#ifndef KMDOCK_WDF_MEMORY_H
#define KMDOCK_WDF_MEMORY_H

#include "wdf/object.h"

enum memory_kind {
    MEMORY_POOL,         /* WdfMemoryCreate: the buffer is freed with the object */
    MEMORY_PREALLOCATED, /* WdfMemoryCreatePreallocated: the driver's buffer */
    MEMORY_REQUEST,      /* a request's input or output buffer */
    MEMORY_LOOKASIDE,    /* WdfMemoryCreateFromLookaside: goes back to its list */
};

struct memory {
    struct object object;
    void *buffer;
    SIZE_T bytes;
    enum memory_kind kind;
    BOOLEAN read_only;    /* the input buffer of a write request */
    struct object *owner; /* the lookaside list or the request */
};

extern const struct object_ops memory_ops;

/* A buffer comes back to its WDFLOOKASIDE, and the reference that it held goes (lookaside.c). */
void lookaside_give(struct object *lookaside, void *buffer);

/* Makes `memory` (embedded, zeroed or stale) a request's memory object with one reference. */
void memory_init_for_request(struct memory *memory, struct object *request, void *buffer, SIZE_T bytes,
                             BOOLEAN read_only);

#endif
