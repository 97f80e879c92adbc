/* SPDX-License-Identifier: MIT */
/* What object_api.c must know of a work item. */
#ifndef KMDOCK_WDF_WORKITEM_H
#define KMDOCK_WDF_WORKITEM_H

#include "wdf/object.h"

/* The calling thread runs this work item's callback (N12: such a deletion must not wait for it). */
BOOLEAN workitem_mine(struct object *object);

#endif
