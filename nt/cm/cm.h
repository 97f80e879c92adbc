/* SPDX-License-Identifier: MIT */
/* The registry: keys and values in memory, filled from .reg text. PASSIVE_LEVEL throughout. */
#ifndef KMDOCK_NT_CM_CM_H
#define KMDOCK_NT_CM_CM_H

#include "nt/nt.h"

struct cm_key;

void cm_init(void); /* after ob_init: \Registry\Machine\System\CurrentControlSet and kin exist */

/* Merges "Windows Registry Editor Version 5.00" text in UTF-8. On failure *ret_line is the line that is wrong and
 * *ret_why a sentence about it (static text); what came before that line is merged. */
NTSTATUS cm_load_text(const char *text, size_t bytes, ULONG *ret_line, const char **ret_why);
/* The tree below `path` as .reg text, zero-terminated pool that the caller frees with ex_free. */
NTSTATUS cm_save_text(const UNICODE_STRING *path, char **ret_text, size_t *ret_bytes);

/* By full path, "\\Registry\\Machine\\…". No handles: for nt's own use. create: makes what is missing on the way. */
NTSTATUS cm_key_open(const UNICODE_STRING *path, bool create, struct cm_key **ret_key);
NTSTATUS cm_key_open_below(struct cm_key *parent, const UNICODE_STRING *relative, bool create, struct cm_key **ret_key);
void cm_key_close(struct cm_key *key); /* gives the reference back */
NTSTATUS cm_value_set(struct cm_key *key, const UNICODE_STRING *name, ULONG type, const void *data, ULONG bytes);
/* *ret_data points into the registry and lives until the value is set again. STATUS_OBJECT_NAME_NOT_FOUND. */
NTSTATUS cm_value_get(struct cm_key *key, const UNICODE_STRING *name, ULONG *ret_type, const void **ret_data,
                      ULONG *ret_bytes);
NTSTATUS cm_value_delete(struct cm_key *key, const UNICODE_STRING *name);
/* The index-th subkey's name, valid until the key goes; STATUS_NO_MORE_ENTRIES. */
NTSTATUS cm_key_enumerate(struct cm_key *key, ULONG index, UNICODE_STRING *ret_name);
/* Deletes the key and all below it. */
NTSTATUS cm_tree_delete(const UNICODE_STRING *path);
/* A kernel handle to the key for a driver (IoOpenDeviceRegistryKey and kin). */
NTSTATUS cm_key_handle(struct cm_key *key, ACCESS_MASK access, ULONG attributes, HANDLE *ret_handle);

#endif
