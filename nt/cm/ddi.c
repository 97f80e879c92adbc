/* SPDX-License-Identifier: MIT */
/* The documented registry calls. All at PASSIVE_LEVEL. */
#include "nt/cm/key.h"
#include "nt/ob/object.h"
#include "nt/ps/process.h"

/* What a handle refers to. */
struct key_object {
    struct cm_key *key;
};

static void key_object_delete(void *object)
{
    struct key_object *body = object;
    cm_key_close(body->key);
}

static struct _OBJECT_TYPE key_type = {
    .name = "Key",
    .wait_offset = OB_WAIT_NOT,
    .valid_access = KEY_ALL_ACCESS,
    .delete = key_object_delete,
    .generic = {.GenericRead = KEY_READ,
                .GenericWrite = KEY_WRITE,
                .GenericExecute = KEY_EXECUTE,
                .GenericAll = KEY_ALL_ACCESS},
};
POBJECT_TYPE *CmKeyObjectType = &key_type.self;

void cm_init(void)
{
    static const WCHAR *const first[] = {
        L"\\Registry\\Machine\\System\\CurrentControlSet\\Services",
        L"\\Registry\\Machine\\System\\CurrentControlSet\\Enum",
        L"\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class",
        L"\\Registry\\Machine\\System\\CurrentControlSet\\Control\\DeviceClasses",
        L"\\Registry\\Machine\\Software",
        L"\\Registry\\Machine\\Hardware\\DeviceMap",
        L"\\Registry\\User\\.Default",
    };
    ob_type_init(&key_type);
    key_root_make();
    for (unsigned i = 0; i < nt_countof(first); i++) {
        UNICODE_STRING path;
        struct cm_key *key;
        RtlInitUnicodeString(&path, first[i]);
        NTSTATUS status = cm_key_open(&path, true, &key);
        nt_assert(NT_SUCCESS(status), "the registry's first keys can be made");
        cm_key_close(key);
    }
}

NTSTATUS cm_key_handle(struct cm_key *key, ACCESS_MASK access, ULONG attributes, HANDLE *ret_handle)
{
    void *object;
    NTSTATUS status = ob_create(&key_type, sizeof(struct key_object), &object);
    if (!NT_SUCCESS(status))
        return status;
    key->references++;
    ((struct key_object *)object)->key = key;
    status = ob_handle_open(ps_current_process(), object, access, attributes, ret_handle);
    ob_dereference(object);
    return status;
}

static NTSTATUS key_of_handle(HANDLE handle, ACCESS_MASK access, void **ret_object, struct cm_key **ret_key)
{
    NTSTATUS status = ob_handle_reference(ps_current_process(), handle, access, &key_type, ret_object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    *ret_key = ((struct key_object *)*ret_object)->key;
    if (!(*ret_key)->deleted)
        return STATUS_SUCCESS;
    ob_dereference(*ret_object);
    return STATUS_KEY_DELETED;
}

/* Where the search begins: the root directory's key or the registry's root. The key gets a reference. */
static NTSTATUS path_begin(POBJECT_ATTRIBUTES attributes, UNICODE_STRING *ret_rest, struct cm_key **ret_key)
{
    void *object;
    if (attributes == NULL || attributes->ObjectName == NULL)
        return STATUS_INVALID_PARAMETER;
    *ret_rest = *attributes->ObjectName;
    if (ret_rest->Length % sizeof(WCHAR) != 0)
        return STATUS_OBJECT_NAME_INVALID;
    if (attributes->RootDirectory != NULL) {
        if (ret_rest->Length != 0 && ret_rest->Buffer[0] == L'\\')
            return STATUS_OBJECT_PATH_SYNTAX_BAD;
        NTSTATUS status = key_of_handle(attributes->RootDirectory, 0, &object, ret_key);
        if (!NT_SUCCESS(status))
            return status;
        (*ret_key)->references++;
        ob_dereference(object);
        return STATUS_SUCCESS;
    }
    UNICODE_STRING first;
    if (ret_rest->Length == 0 || ret_rest->Buffer[0] != L'\\')
        return STATUS_OBJECT_PATH_SYNTAX_BAD;
    if (!path_next(ret_rest, &first) || !RtlEqualUnicodeString(&first, &cm_root->name, TRUE))
        return STATUS_OBJECT_NAME_NOT_FOUND;
    cm_root->references++;
    *ret_key = cm_root;
    return STATUS_SUCCESS;
}

/* wdm: ZwOpenKey. */
NTSTATUS NTAPI ZwOpenKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
    UNICODE_STRING rest;
    struct cm_key *from, *key;
    nt_argument(KeyHandle);
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = path_begin(ObjectAttributes, &rest, &from);
    if (!NT_SUCCESS(status))
        return status;
    status = cm_key_open_below(from, &rest, false, &key);
    cm_key_close(from);
    if (!NT_SUCCESS(status))
        return status;
    status = cm_key_handle(key, DesiredAccess, ObjectAttributes->Attributes, KeyHandle);
    cm_key_close(key);
    return status;
}

/* wdm: ZwOpenKeyEx. */
NTSTATUS NTAPI ZwOpenKeyEx(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                           ULONG OpenOptions)
{
    UNREFERENCED_PARAMETER(OpenOptions);
    return ZwOpenKey(KeyHandle, DesiredAccess, ObjectAttributes);
}

/* The last component is made if need be; those before it must exist. */
static NTSTATUS create_last(struct cm_key *from, UNICODE_STRING rest, struct cm_key **ret_key, ULONG *ret_disposition)
{
    UNICODE_STRING component, after;
    struct cm_key *key = from;
    *ret_disposition = REG_OPENED_EXISTING_KEY;
    while (path_next(&rest, &component)) {
        struct cm_key *child = key_child(key, &component);
        if (child == NULL) {
            UNICODE_STRING look = rest;
            if (path_next(&look, &after))
                return STATUS_OBJECT_NAME_NOT_FOUND;
            NTSTATUS status = key_create(key, &component, &child);
            if (!NT_SUCCESS(status))
                return status;
            *ret_disposition = REG_CREATED_NEW_KEY;
        }
        key = child;
    }
    key->references++;
    *ret_key = key;
    return STATUS_SUCCESS;
}

/* wdm: ZwCreateKey. */
NTSTATUS NTAPI ZwCreateKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                           ULONG TitleIndex, PUNICODE_STRING Class, ULONG CreateOptions, PULONG Disposition)
{
    UNICODE_STRING rest;
    struct cm_key *from, *key;
    ULONG disposition;
    UNREFERENCED_PARAMETER(TitleIndex);
    UNREFERENCED_PARAMETER(Class);
    UNREFERENCED_PARAMETER(CreateOptions);
    nt_argument(KeyHandle);
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = path_begin(ObjectAttributes, &rest, &from);
    if (!NT_SUCCESS(status))
        return status;
    status = create_last(from, rest, &key, &disposition);
    cm_key_close(from);
    if (!NT_SUCCESS(status))
        return status;
    status = cm_key_handle(key, DesiredAccess, ObjectAttributes->Attributes, KeyHandle);
    cm_key_close(key);
    if (NT_SUCCESS(status) && Disposition != NULL)
        *Disposition = disposition;
    return status;
}

/* wdm: ZwDeleteKey. STATUS_CANNOT_DELETE if it has subkeys. */
NTSTATUS NTAPI ZwDeleteKey(HANDLE KeyHandle)
{
    void *object;
    struct cm_key *key;
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = key_of_handle(KeyHandle, DELETE, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    if (key->key_count != 0 || key->parent == NULL || key->parent == cm_root)
        status = STATUS_CANNOT_DELETE;
    else
        key_unlink(key);
    ob_dereference(object);
    return status;
}

/* wdm: ZwSetValueKey. */
NTSTATUS NTAPI ZwSetValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName, ULONG TitleIndex, ULONG Type, PVOID Data,
                             ULONG DataSize)
{
    void *object;
    struct cm_key *key;
    UNREFERENCED_PARAMETER(TitleIndex);
    nt_argument(ValueName);
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = key_of_handle(KeyHandle, KEY_SET_VALUE, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    status = cm_value_set(key, ValueName, Type, Data, DataSize);
    ob_dereference(object);
    return status;
}

/* ntddk: ZwDeleteValueKey. */
NTSTATUS NTAPI ZwDeleteValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName)
{
    void *object;
    struct cm_key *key;
    nt_argument(ValueName);
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = key_of_handle(KeyHandle, KEY_SET_VALUE, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    status = cm_value_delete(key, ValueName);
    ob_dereference(object);
    return status;
}

/* wdm: ZwFlushKey. */
NTSTATUS NTAPI ZwFlushKey(HANDLE KeyHandle)
{
    void *object;
    struct cm_key *key;
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = key_of_handle(KeyHandle, 0, &object, &key);
    if (NT_SUCCESS(status))
        ob_dereference(object);
    return status;
}
