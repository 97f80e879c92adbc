/* SPDX-License-Identifier: MIT */
/*
 * Handles. A process's table is an array; a handle is (index + 1) * 4. Kernel handles are those of the system process,
 * marked by the sign bit of 32 bits, sign-extended, as drivers see them on Windows.
 */
#include "nt/ob/object.h"
#include "nt/ex/ex.h"
#include "nt/ps/process.h"

enum { ROOM_FIRST = 16, ROOM_MAX = 1 << 20, TAG_HANDLES = 'lHbO', HANDLE_STEP = 4 };
#ifndef OBJ_PROTECT_CLOSE
#define OBJ_PROTECT_CLOSE 0x1
#endif
#define KERNEL_HANDLE_BIT ((LONG_PTR)(LONG)0x80000000)

struct ob_handle_entry {
    void *object; /* NULL: free */
    ACCESS_MASK access;
    ULONG attributes; /* OBJ_...; of a free entry the next free one's index + 1 */
};

/* Where a handle is looked up. NtCurrentProcess and NtCurrentThread are dealt with by the caller. */
static struct ob_handle_entry *entry_find(PEPROCESS process, HANDLE handle, PEPROCESS *ret_process)
{
    LONG_PTR value = (LONG_PTR)handle;
    if (value < 0 && (value & KERNEL_HANDLE_BIT) == KERNEL_HANDLE_BIT) {
        value &= 0x7fffffff;
        process = PsInitialSystemProcess;
    }
    ULONG_PTR index = (ULONG_PTR)value / HANDLE_STEP - 1;
    if (value <= 0 || index >= process->handles.room || process->handles.entries[index].object == NULL)
        return NULL;
    *ret_process = process;
    return &process->handles.entries[index];
}

static bool table_grow(struct ob_handle_table *table)
{
    ULONG room = table->room != 0 ? table->room * 2 : ROOM_FIRST;
    if (room > ROOM_MAX)
        return false;
    struct ob_handle_entry *more = ex_alloc_zeroed(room * sizeof(*more), TAG_HANDLES);
    if (more == NULL)
        return false;
    if (table->room != 0) {
        memcpy(more, table->entries, table->room * sizeof(*more));
        ex_free(table->entries);
    }
    for (ULONG i = room; i-- > table->room;) {
        more[i].attributes = table->first_free;
        table->first_free = i + 1;
    }
    table->entries = more;
    table->room = room;
    return true;
}

static ACCESS_MASK access_map(POBJECT_TYPE type, ACCESS_MASK access)
{
    if ((access & GENERIC_READ) != 0)
        access |= type->generic.GenericRead;
    if ((access & GENERIC_WRITE) != 0)
        access |= type->generic.GenericWrite;
    if ((access & GENERIC_EXECUTE) != 0)
        access |= type->generic.GenericExecute;
    if ((access & (GENERIC_ALL | MAXIMUM_ALLOWED)) != 0)
        access |= type->generic.GenericAll;
    return access & ~(ACCESS_MASK)(GENERIC_READ | GENERIC_WRITE | GENERIC_EXECUTE | GENERIC_ALL | MAXIMUM_ALLOWED);
}

NTSTATUS ob_handle_open(PEPROCESS process, void *object, ACCESS_MASK access, ULONG attributes, HANDLE *ret_handle)
{
    bool kernel = (attributes & OBJ_KERNEL_HANDLE) != 0;
    if (kernel)
        process = PsInitialSystemProcess;
    struct ob_handle_table *table = &process->handles;
    if (table->first_free == 0 && !table_grow(table))
        return STATUS_INSUFFICIENT_RESOURCES;
    ULONG index = table->first_free - 1;
    struct ob_handle_entry *entry = &table->entries[index];
    table->first_free = entry->attributes;
    table->count++;
    *entry = (struct ob_handle_entry){
        .object = object, .access = access_map(ob_type_of(object), access), .attributes = attributes};
    ob_reference(object);
    ob_header_of(object)->handles++;
    LONG_PTR value = ((LONG_PTR)index + 1) * HANDLE_STEP;
    *ret_handle = (HANDLE)(kernel ? value | KERNEL_HANDLE_BIT : value);
    return STATUS_SUCCESS;
}

/* How many handles to the object a process has. Only asked when the object has more than one. */
static ULONG handles_of(PEPROCESS process, const void *object)
{
    ULONG count = 0;
    for (ULONG i = 0; i < process->handles.room; i++)
        count += process->handles.entries[i].object == object;
    return count;
}

static void entry_close(PEPROCESS process, struct ob_handle_entry *entry)
{
    struct ob_handle_table *table = &process->handles;
    void *object = entry->object;
    struct ob_header *header = ob_header_of(object);
    entry->object = NULL;
    entry->attributes = table->first_free;
    table->first_free = (ULONG)(entry - table->entries) + 1;
    table->count--;
    nt_assert(header->handles > 0, "an object counts its handles");
    ULONG left = (ULONG)--header->handles;
    if (header->type->close != NULL)
        header->type->close(process, object, left != 0 ? handles_of(process, object) : 0, left);
    ob_dereference(object);
}

NTSTATUS ob_handle_close(PEPROCESS process, HANDLE handle)
{
    struct ob_handle_entry *entry = entry_find(process, handle, &process);
    if (entry == NULL)
        return STATUS_INVALID_HANDLE;
    if ((entry->attributes & OBJ_PROTECT_CLOSE) != 0)
        return STATUS_HANDLE_NOT_CLOSABLE;
    entry_close(process, entry);
    return STATUS_SUCCESS;
}

NTSTATUS ob_handle_reference(PEPROCESS process, HANDLE handle, ACCESS_MASK access, POBJECT_TYPE type, void **ret_object,
                             ACCESS_MASK *ret_granted)
{
    void *object;
    ACCESS_MASK granted;
    if (handle == NtCurrentProcess() || handle == NtCurrentThread()) {
        object = handle == NtCurrentProcess() ? (void *)ps_current_process() : (void *)ps_current_thread();
        granted = ob_type_of(object)->valid_access;
    } else {
        struct ob_handle_entry *entry = entry_find(process, handle, &process);
        if (entry == NULL)
            return STATUS_INVALID_HANDLE;
        object = entry->object;
        granted = entry->access;
    }
    if (type != NULL && ob_type_of(object) != type)
        return STATUS_OBJECT_TYPE_MISMATCH;
    if ((access_map(ob_type_of(object), access) & ~granted & ob_type_of(object)->valid_access) != 0)
        return STATUS_ACCESS_DENIED;
    ob_reference(object);
    *ret_object = object;
    if (ret_granted != NULL)
        *ret_granted = granted;
    return STATUS_SUCCESS;
}

void ob_handles_close_all(PEPROCESS process)
{
    /* Closing runs drivers' cleanup, which may wait: the table may move meanwhile, so it is read anew each time. */
    for (ULONG i = 0; i < process->handles.room; i++) {
        if (process->handles.entries[i].object != NULL)
            entry_close(process, &process->handles.entries[i]);
    }
    nt_assert(process->handles.count == 0, "a process that ends has closed all handles");
    if (process->handles.entries != NULL)
        ex_free(process->handles.entries);
    process->handles = (struct ob_handle_table){0};
}

ULONG ob_handles_count(PEPROCESS process)
{
    return process->handles.count;
}
