/* SPDX-License-Identifier: MIT */
/* The registry's tree, inside of cm/. */
#ifndef KMDOCK_NT_CM_KEY_H
#define KMDOCK_NT_CM_KEY_H

#include "nt/cm/cm.h"

struct cm_value {
    LIST_ENTRY entry;
    ULONG type, bytes;
    void *data;          /* pool, 8-byte aligned; NULL if there are none */
    UNICODE_STRING name; /* its characters follow */
};

struct cm_key {
    LIST_ENTRY entry; /* in the parent's keys */
    struct cm_key *parent;
    LIST_ENTRY keys;   /* by name */
    LIST_ENTRY values; /* in order of creation */
    ULONG key_count, value_count;
    LONG references; /* of handles and callers; one more while it is in the tree */
    bool deleted;
    LARGE_INTEGER written;
    UNICODE_STRING name; /* its characters follow */
};

enum { CM_NAME_BYTES_MAX = 512, CM_VALUE_NAME_BYTES_MAX = 32766, CM_DEPTH_MAX = 512, CM_DATA_BYTES_MAX = 16 << 20 };

extern struct cm_key *cm_root; /* "\Registry" */

struct cm_key *key_child(struct cm_key *parent, const UNICODE_STRING *name);
NTSTATUS key_create(struct cm_key *parent, const UNICODE_STRING *name, struct cm_key **ret_key);
struct cm_value *value_find(struct cm_key *key, const UNICODE_STRING *name);
void value_remove(struct cm_key *key, struct cm_value *value);
/* Takes it out of the tree; its children are gone already. */
void key_unlink(struct cm_key *key);
void key_tree_unlink(struct cm_key *key);
void key_root_make(void);
/* Takes the next component off the path; false at its end. */
bool path_next(UNICODE_STRING *path, UNICODE_STRING *ret_component);

#endif
