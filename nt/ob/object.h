/* SPDX-License-Identifier: MIT */
/* Objects: a header with type, references and handles before every body; names; a handle table per process. */
#ifndef KMDOCK_NT_OB_OBJECT_H
#define KMDOCK_NT_OB_OBJECT_H

#include "nt/nt.h"

/* A type is a static object of the part that owns it; ob_type_init makes it known. NULL callbacks do nothing. */
struct _OBJECT_TYPE {
    /* Set by ob_type_init. What a driver finds at the export IoFileObjectType is a POBJECT_TYPE in Microsoft's manner
     * of importing and a POBJECT_TYPE * in mingw's: with this pointer to itself in front both read the type. */
    POBJECT_TYPE self;
    const char *name;        /* "File": for reports */
    GENERIC_MAPPING generic; /* what GENERIC_READ and kin mean; zeroes: nothing */
    ACCESS_MASK valid_access;
    LONG wait_offset; /* of the DISPATCHER_HEADER in the body, or OB_WAIT_NOT */
    /* A handle of `process` was closed; called for every closed handle after it is gone from the table. When
     * process_handles_left is 0 it was the process's last to this object, when handles_left is 0 anybody's.
     * PASSIVE_LEVEL. */
    void (*close)(PEPROCESS process, void *object, ULONG process_handles_left, ULONG handles_left);
    /* The last reference went; the memory goes after it returns. At the level of the dereference unless delete_passive.
     */
    void (*delete)(void *object);
    bool delete_passive; /* above PASSIVE_LEVEL, delete is put off to a system worker */
    ULONG live;          /* objects that exist */
    LIST_ENTRY objects;  /* all of them, in order of creation */
};
enum { OB_WAIT_NOT = -1 };

struct ob_header {
    LIST_ENTRY type_entry; /* in _OBJECT_TYPE.objects */
    POBJECT_TYPE type;
    LONG64 references;
    LONG handles;
    ULONG flags;
    struct ob_name *name; /* its entry in the name space, or NULL */
    uint64_t magic;       /* OB_MAGIC while it lives */
};
enum { OB_HEADER_BYTES = sizeof(struct ob_header) };
#define OB_MAGIC     0x6a626f6b636f646bULL
#define OB_PERMANENT 0x1 /* flags: the name keeps a reference until ob_name_remove */

static inline struct ob_header *ob_header_of(const void *object)
{
    return (struct ob_header *)((char *)object - sizeof(struct ob_header));
}
static inline POBJECT_TYPE ob_type_of(const void *object)
{
    return ob_header_of(object)->type;
}

void ob_init(void);
void ob_type_init(POBJECT_TYPE type);
/* A zeroed body of `bytes`, one reference. STATUS_INSUFFICIENT_RESOURCES. IRQL <= DISPATCH_LEVEL. */
NTSTATUS ob_create(POBJECT_TYPE type, size_t bytes, void **ret_object);
static inline void ob_reference(void *object)
{
    ObfReferenceObject(object);
}
static inline void ob_dereference(void *object)
{
    ObfDereferenceObject(object);
}

/* -- handles (IRQL PASSIVE_LEVEL) -- */

/* Kernel handles (OBJ_KERNEL_HANDLE in attributes) live in the system process's table, whatever `process` is.
 * The handle takes a reference of its own. */
NTSTATUS ob_handle_open(PEPROCESS process, void *object, ACCESS_MASK access, ULONG attributes, HANDLE *ret_handle);
/* STATUS_INVALID_HANDLE. Runs the type's close. */
NTSTATUS ob_handle_close(PEPROCESS process, HANDLE handle);
/* The object gets a reference. type NULL: any. STATUS_INVALID_HANDLE, STATUS_OBJECT_TYPE_MISMATCH,
 * STATUS_ACCESS_DENIED. */
NTSTATUS ob_handle_reference(PEPROCESS process, HANDLE handle, ACCESS_MASK access, POBJECT_TYPE type, void **ret_object,
                             ACCESS_MASK *ret_granted);
/* A process ends: closes every handle of its table. */
void ob_handles_close_all(PEPROCESS process);
ULONG ob_handles_count(PEPROCESS process);

/* -- names: "\\Device\\Echo0"; without regard to case; symbolic links are followed -- */

/* STATUS_OBJECT_NAME_COLLISION, STATUS_OBJECT_NAME_INVALID, STATUS_OBJECT_PATH_NOT_FOUND (no such directory). */
NTSTATUS ob_name_insert(const UNICODE_STRING *path, void *object);
void ob_name_remove(void *object); /* nothing if it has none */
/* The longest prefix of `path` that names an object which is no directory; *ret_rest is what follows it ("" or
 * "\\more"), and lives in *ret_text, pool of the caller's that it frees with ExFreePool. The object gets a reference.
 * STATUS_OBJECT_NAME_NOT_FOUND, STATUS_OBJECT_PATH_NOT_FOUND, STATUS_OBJECT_PATH_SYNTAX_BAD. type NULL: any. */
NTSTATUS ob_name_lookup(const UNICODE_STRING *path, POBJECT_TYPE type, void **ret_object, UNICODE_STRING *ret_rest,
                        void **ret_text);
/* The name of an object with a name; length 0 if it has none. Valid while the object is named. */
UNICODE_STRING ob_name_of(void *object);
NTSTATUS ob_directory_create(const UNICODE_STRING *path); /* \Device, \??, \Driver, \Callback … exist after ob_init */
NTSTATUS ob_symlink_create(const UNICODE_STRING *path, const UNICODE_STRING *target);
NTSTATUS ob_symlink_delete(const UNICODE_STRING *path); /* STATUS_OBJECT_NAME_NOT_FOUND, STATUS_OBJECT_TYPE_MISMATCH */

extern struct _OBJECT_TYPE ob_directory_type, ob_symlink_type;

#endif
