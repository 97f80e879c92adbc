/* SPDX-License-Identifier: MIT */
/* Keys and values in memory. */
#include "nt/cm/key.h"
#include "nt/ex/ex.h"

enum { TAG_KEY = 'yeKC', TAG_VALUE = 'aVmC' };
struct cm_key *cm_root;

static void key_touch(struct cm_key *key)
{
    key->written.QuadPart = (LONGLONG)machine_system_time();
}

static struct cm_key *key_make(const UNICODE_STRING *name)
{
    struct cm_key *key = ex_alloc_zeroed(sizeof(*key) + name->Length, TAG_KEY);
    if (key == NULL)
        return NULL;
    key->name = (UNICODE_STRING){.Buffer = (WCHAR *)(key + 1), .Length = name->Length, .MaximumLength = name->Length};
    memcpy(key->name.Buffer, name->Buffer, name->Length);
    InitializeListHead(&key->keys);
    InitializeListHead(&key->values);
    key->references = 1;
    key_touch(key);
    return key;
}

struct cm_key *key_child(struct cm_key *parent, const UNICODE_STRING *name)
{
    for (LIST_ENTRY *entry = parent->keys.Flink; entry != &parent->keys; entry = entry->Flink) {
        struct cm_key *key = CONTAINING_RECORD(entry, struct cm_key, entry);
        LONG order = RtlCompareUnicodeString(&key->name, name, TRUE);
        if (order == 0)
            return key;
        if (order > 0)
            return NULL; /* they are sorted */
    }
    return NULL;
}

NTSTATUS key_create(struct cm_key *parent, const UNICODE_STRING *name, struct cm_key **ret_key)
{
    if (name->Length > CM_NAME_BYTES_MAX)
        return STATUS_OBJECT_NAME_INVALID;
    struct cm_key *key = key_make(name);
    if (key == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    LIST_ENTRY *before = parent->keys.Flink;
    while (before != &parent->keys &&
           RtlCompareUnicodeString(&CONTAINING_RECORD(before, struct cm_key, entry)->name, name, TRUE) < 0)
        before = before->Flink;
    InsertTailList(before, &key->entry);
    key->parent = parent;
    parent->key_count++;
    key_touch(parent);
    *ret_key = key;
    return STATUS_SUCCESS;
}

static void key_release(struct cm_key *key)
{
    nt_assert(key->references > 0, "a registry key is released as often as it was opened");
    if (--key->references == 0)
        ex_free(key);
}

void key_unlink(struct cm_key *key)
{
    nt_assert(key->key_count == 0 && key->parent != NULL, "a key that goes has no subkeys");
    while (!IsListEmpty(&key->values))
        value_remove(key, CONTAINING_RECORD(key->values.Flink, struct cm_value, entry));
    RemoveEntryList(&key->entry);
    key->parent->key_count--;
    key_touch(key->parent);
    key->parent = NULL;
    key->deleted = true;
    key_release(key);
}

void key_tree_unlink(struct cm_key *key)
{
    /* Down to a leaf, take it off, go on from its parent: no recursion on the kernel's stack. */
    struct cm_key *at = key;
    for (;;) {
        while (!IsListEmpty(&at->keys))
            at = CONTAINING_RECORD(at->keys.Flink, struct cm_key, entry);
        struct cm_key *parent = at->parent;
        bool last = at == key;
        key_unlink(at);
        if (last)
            return;
        at = parent;
    }
}

struct cm_value *value_find(struct cm_key *key, const UNICODE_STRING *name)
{
    for (LIST_ENTRY *entry = key->values.Flink; entry != &key->values; entry = entry->Flink) {
        struct cm_value *value = CONTAINING_RECORD(entry, struct cm_value, entry);
        if (RtlEqualUnicodeString(&value->name, name, TRUE))
            return value;
    }
    return NULL;
}

void value_remove(struct cm_key *key, struct cm_value *value)
{
    RemoveEntryList(&value->entry);
    key->value_count--;
    key_touch(key);
    if (value->data != NULL)
        ex_free(value->data);
    ex_free(value);
}

bool path_next(UNICODE_STRING *path, UNICODE_STRING *ret_component)
{
    unsigned count = path->Length / sizeof(WCHAR), from = 0;
    while (from < count && path->Buffer[from] == L'\\')
        from++;
    unsigned to = from;
    while (to < count && path->Buffer[to] != L'\\')
        to++;
    if (from == to)
        return false;
    ret_component->Buffer = path->Buffer + from;
    ret_component->Length = (USHORT)((to - from) * sizeof(WCHAR));
    ret_component->MaximumLength = ret_component->Length;
    path->Buffer += to;
    path->Length = (USHORT)((count - to) * sizeof(WCHAR));
    return true;
}

NTSTATUS cm_key_open_below(struct cm_key *parent, const UNICODE_STRING *relative, bool create, struct cm_key **ret_key)
{
    UNICODE_STRING rest = *relative, component;
    struct cm_key *key = parent;
    unsigned depth = 0;
    if (parent->deleted)
        return STATUS_KEY_DELETED;
    while (path_next(&rest, &component)) {
        struct cm_key *child = key_child(key, &component);
        if (child == NULL && !create)
            return STATUS_OBJECT_NAME_NOT_FOUND;
        if (++depth > CM_DEPTH_MAX)
            return STATUS_OBJECT_NAME_INVALID;
        NTSTATUS status = child == NULL ? key_create(key, &component, &child) : STATUS_SUCCESS;
        if (!NT_SUCCESS(status))
            return status;
        key = child;
    }
    key->references++;
    *ret_key = key;
    return STATUS_SUCCESS;
}

NTSTATUS cm_key_open(const UNICODE_STRING *path, bool create, struct cm_key **ret_key)
{
    UNICODE_STRING rest = *path, component;
    if (!path_next(&rest, &component) || !RtlEqualUnicodeString(&component, &cm_root->name, TRUE))
        return STATUS_OBJECT_PATH_SYNTAX_BAD;
    return cm_key_open_below(cm_root, &rest, create, ret_key);
}

void cm_key_close(struct cm_key *key)
{
    key_release(key);
}

NTSTATUS cm_value_set(struct cm_key *key, const UNICODE_STRING *name, ULONG type, const void *data, ULONG bytes)
{
    void *copy = NULL;
    if (key->deleted)
        return STATUS_KEY_DELETED;
    if (name->Length > CM_VALUE_NAME_BYTES_MAX || bytes > CM_DATA_BYTES_MAX)
        return STATUS_INVALID_PARAMETER;
    if (bytes != 0) {
        copy = ex_alloc(bytes, TAG_VALUE);
        if (copy == NULL)
            return STATUS_INSUFFICIENT_RESOURCES;
        memcpy(copy, data, bytes);
    }
    struct cm_value *value = value_find(key, name);
    if (value == NULL) {
        value = ex_alloc(sizeof(*value) + name->Length, TAG_VALUE);
        if (value == NULL) {
            if (copy != NULL)
                ex_free(copy);
            return STATUS_INSUFFICIENT_RESOURCES;
        }
        value->name =
            (UNICODE_STRING){.Buffer = (WCHAR *)(value + 1), .Length = name->Length, .MaximumLength = name->Length};
        memcpy(value->name.Buffer, name->Buffer, name->Length);
        InsertTailList(&key->values, &value->entry);
        key->value_count++;
    } else if (value->data != NULL) {
        ex_free(value->data);
    }
    value->type = type;
    value->bytes = bytes;
    value->data = copy;
    key_touch(key);
    return STATUS_SUCCESS;
}

NTSTATUS cm_value_get(struct cm_key *key, const UNICODE_STRING *name, ULONG *ret_type, const void **ret_data,
                      ULONG *ret_bytes)
{
    struct cm_value *value = key->deleted ? NULL : value_find(key, name);
    if (value == NULL)
        return key->deleted ? STATUS_KEY_DELETED : STATUS_OBJECT_NAME_NOT_FOUND;
    *ret_type = value->type;
    *ret_data = value->data;
    *ret_bytes = value->bytes;
    return STATUS_SUCCESS;
}

NTSTATUS cm_value_delete(struct cm_key *key, const UNICODE_STRING *name)
{
    struct cm_value *value = key->deleted ? NULL : value_find(key, name);
    if (value == NULL)
        return key->deleted ? STATUS_KEY_DELETED : STATUS_OBJECT_NAME_NOT_FOUND;
    value_remove(key, value);
    return STATUS_SUCCESS;
}

NTSTATUS cm_key_enumerate(struct cm_key *key, ULONG index, UNICODE_STRING *ret_name)
{
    LIST_ENTRY *entry = key->keys.Flink;
    while (entry != &key->keys && index-- != 0)
        entry = entry->Flink;
    if (entry == &key->keys)
        return STATUS_NO_MORE_ENTRIES;
    *ret_name = CONTAINING_RECORD(entry, struct cm_key, entry)->name;
    return STATUS_SUCCESS;
}

NTSTATUS cm_tree_delete(const UNICODE_STRING *path)
{
    struct cm_key *key;
    NTSTATUS status = cm_key_open(path, false, &key);
    if (!NT_SUCCESS(status))
        return status;
    if (key == cm_root)
        status = STATUS_ACCESS_DENIED;
    else
        key_tree_unlink(key);
    cm_key_close(key);
    return status;
}

void key_root_make(void)
{
    UNICODE_STRING name = RTL_CONSTANT_STRING(L"REGISTRY");
    cm_root = key_make(&name);
    nt_assert(cm_root != NULL, "there is memory for the registry's root");
}
