/* SPDX-License-Identifier: MIT */
/* What object.c and object_delete.c share. */
#ifndef KMDOCK_WDF_OBJECT_PRIVATE_H
#define KMDOCK_WDF_OBJECT_PRIVATE_H

#include "wdf/object.h"

/* Lies before every object that object_create made; its size keeps the object 16-byte aligned. */
struct object_track {
    LIST_ENTRY link; /* globals->objects */
    struct object *object;
    ULONG64 spare;
};

#endif
