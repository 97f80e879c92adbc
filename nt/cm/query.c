/* SPDX-License-Identifier: MIT */
/*
 * What is asked about keys and values. Every information class is a fixed head and a tail. Too small for the head:
 * STATUS_BUFFER_TOO_SMALL; too small for the rest: as much as fits and STATUS_BUFFER_OVERFLOW; *ResultLength is always
 * what the whole takes.
 */
#include "nt/cm/key.h"
#include "nt/ob/object.h"
#include "nt/ps/process.h"

struct answer {
    UCHAR *to;
    ULONG room, length;
    NTSTATUS status;
};

/* Bytes at an offset: what lies beyond the room is left out. */
static void answer_put(struct answer *answer, ULONG at, const void *from, ULONG bytes)
{
    if (at + bytes > answer->length)
        answer->length = at + bytes;
    if (at >= answer->room) {
        if (bytes != 0)
            answer->status = STATUS_BUFFER_OVERFLOW;
        return;
    }
    ULONG fit = bytes <= answer->room - at ? bytes : answer->room - at;
    if (fit < bytes)
        answer->status = STATUS_BUFFER_OVERFLOW;
    memcpy(answer->to + at, from, fit);
}

static bool answer_head(struct answer *answer, const void *head, ULONG bytes)
{
    if (answer->room < bytes) {
        answer->status = STATUS_BUFFER_TOO_SMALL;
        return false;
    }
    memcpy(answer->to, head, bytes);
    return true;
}

static void value_basic(struct answer *answer, const struct cm_value *value)
{
    KEY_VALUE_BASIC_INFORMATION head = {.Type = value->type, .NameLength = value->name.Length};
    ULONG fixed = FIELD_OFFSET(KEY_VALUE_BASIC_INFORMATION, Name);
    answer->length = fixed + value->name.Length;
    if (answer_head(answer, &head, fixed))
        answer_put(answer, fixed, value->name.Buffer, value->name.Length);
}

static void value_full(struct answer *answer, const struct cm_value *value)
{
    ULONG fixed = FIELD_OFFSET(KEY_VALUE_FULL_INFORMATION, Name);
    ULONG data_at = (fixed + value->name.Length + 7u) & ~7u;
    KEY_VALUE_FULL_INFORMATION head = {
        .Type = value->type, .DataOffset = data_at, .DataLength = value->bytes, .NameLength = value->name.Length};
    answer->length = data_at + value->bytes;
    if (!answer_head(answer, &head, fixed))
        return;
    answer_put(answer, fixed, value->name.Buffer, value->name.Length);
    answer_put(answer, data_at, value->data, value->bytes);
}

static void value_partial(struct answer *answer, const struct cm_value *value, bool align64)
{
    ULONG fixed = FIELD_OFFSET(KEY_VALUE_PARTIAL_INFORMATION, Data);
    KEY_VALUE_PARTIAL_INFORMATION head = {.Type = value->type, .DataLength = value->bytes};
    KEY_VALUE_PARTIAL_INFORMATION_ALIGN64 aligned = {.Type = value->type, .DataLength = value->bytes};
    if (align64)
        fixed = FIELD_OFFSET(KEY_VALUE_PARTIAL_INFORMATION_ALIGN64, Data);
    answer->length = fixed + value->bytes;
    if (answer_head(answer, align64 ? (void *)&aligned : (void *)&head, fixed))
        answer_put(answer, fixed, value->data, value->bytes);
}

static NTSTATUS value_answer(const struct cm_value *value, KEY_VALUE_INFORMATION_CLASS class, void *to, ULONG room,
                             ULONG *ret_length)
{
    struct answer answer = {.to = to, .room = to != NULL ? room : 0};
    switch (class) {
    case KeyValueBasicInformation:
        value_basic(&answer, value);
        break;
    case KeyValueFullInformation:
    case KeyValueFullInformationAlign64:
        value_full(&answer, value);
        break;
    case KeyValuePartialInformation:
        value_partial(&answer, value, false);
        break;
    case KeyValuePartialInformationAlign64:
        value_partial(&answer, value, true);
        break;
    default:
        return STATUS_INVALID_PARAMETER;
    }
    *ret_length = answer.length;
    return answer.status;
}

static struct cm_key *handle_key(void *object)
{
    return *(struct cm_key **)object; /* a key object's body begins with it */
}

static NTSTATUS handle_open(HANDLE handle, ACCESS_MASK access, void **ret_object, struct cm_key **ret_key)
{
    NTSTATUS status = ob_handle_reference(ps_current_process(), handle, access, *CmKeyObjectType, ret_object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    *ret_key = handle_key(*ret_object);
    if (!(*ret_key)->deleted)
        return STATUS_SUCCESS;
    ob_dereference(*ret_object);
    return STATUS_KEY_DELETED;
}

/* wdm: ZwQueryValueKey. PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwQueryValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName,
                               KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass, PVOID KeyValueInformation,
                               ULONG Length, PULONG ResultLength)
{
    void *object;
    struct cm_key *key;
    nt_argument(ValueName);
    nt_argument(ResultLength);
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = handle_open(KeyHandle, KEY_QUERY_VALUE, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    struct cm_value *value = value_find(key, ValueName);
    if (value == NULL)
        status = STATUS_OBJECT_NAME_NOT_FOUND;
    else
        status = value_answer(value, KeyValueInformationClass, KeyValueInformation, Length, ResultLength);
    ob_dereference(object);
    return status;
}

/* wdm: ZwEnumerateValueKey. PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwEnumerateValueKey(HANDLE KeyHandle, ULONG Index, KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass,
                                   PVOID KeyValueInformation, ULONG Length, PULONG ResultLength)
{
    void *object;
    struct cm_key *key;
    nt_argument(ResultLength);
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = handle_open(KeyHandle, KEY_QUERY_VALUE, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    LIST_ENTRY *entry = key->values.Flink;
    while (entry != &key->values && Index-- != 0)
        entry = entry->Flink;
    status = entry == &key->values ? STATUS_NO_MORE_ENTRIES
                                   : value_answer(CONTAINING_RECORD(entry, struct cm_value, entry),
                                                  KeyValueInformationClass, KeyValueInformation, Length, ResultLength);
    ob_dereference(object);
    return status;
}

/* ntddk: ZwQueryMultipleValueKey is not there; drivers use RtlQueryRegistryValues. */

static void key_basic(struct answer *answer, const struct cm_key *key)
{
    ULONG fixed = FIELD_OFFSET(KEY_BASIC_INFORMATION, Name);
    KEY_BASIC_INFORMATION head = {.LastWriteTime = key->written, .NameLength = key->name.Length};
    answer->length = fixed + key->name.Length;
    if (answer_head(answer, &head, fixed))
        answer_put(answer, fixed, key->name.Buffer, key->name.Length);
}

static void key_node(struct answer *answer, const struct cm_key *key)
{
    ULONG fixed = FIELD_OFFSET(KEY_NODE_INFORMATION, Name);
    KEY_NODE_INFORMATION head = {
        .LastWriteTime = key->written, .ClassOffset = 0xffffffff, .NameLength = key->name.Length};
    answer->length = fixed + key->name.Length;
    if (answer_head(answer, &head, fixed))
        answer_put(answer, fixed, key->name.Buffer, key->name.Length);
}

static void key_full(struct answer *answer, const struct cm_key *key)
{
    ULONG fixed = FIELD_OFFSET(KEY_FULL_INFORMATION, Class);
    KEY_FULL_INFORMATION head = {.LastWriteTime = key->written,
                                 .ClassOffset = 0xffffffff,
                                 .SubKeys = key->key_count,
                                 .Values = key->value_count};
    for (LIST_ENTRY *entry = key->keys.Flink; entry != &key->keys; entry = entry->Flink) {
        ULONG bytes = CONTAINING_RECORD(entry, struct cm_key, entry)->name.Length;
        head.MaxNameLen = bytes > head.MaxNameLen ? bytes : head.MaxNameLen;
    }
    for (LIST_ENTRY *entry = key->values.Flink; entry != &key->values; entry = entry->Flink) {
        const struct cm_value *value = CONTAINING_RECORD(entry, struct cm_value, entry);
        head.MaxValueNameLen = value->name.Length > head.MaxValueNameLen ? value->name.Length : head.MaxValueNameLen;
        head.MaxValueDataLen = value->bytes > head.MaxValueDataLen ? value->bytes : head.MaxValueDataLen;
    }
    answer->length = fixed;
    answer_head(answer, &head, fixed);
}

/* The full path, put together from its end. */
static void key_name(struct answer *answer, const struct cm_key *key)
{
    ULONG fixed = FIELD_OFFSET(KEY_NAME_INFORMATION, Name), bytes = 0;
    for (const struct cm_key *at = key; at != NULL; at = at->parent)
        bytes += at->name.Length + sizeof(WCHAR);
    KEY_NAME_INFORMATION head = {.NameLength = bytes};
    answer->length = fixed + bytes;
    if (!answer_head(answer, &head, fixed))
        return;
    ULONG end = fixed + bytes;
    for (const struct cm_key *at = key; at != NULL; at = at->parent) {
        end -= at->name.Length;
        answer_put(answer, end, at->name.Buffer, at->name.Length);
        end -= sizeof(WCHAR);
        answer_put(answer, end, L"\\", sizeof(WCHAR));
    }
}

static NTSTATUS key_answer(const struct cm_key *key, KEY_INFORMATION_CLASS class, void *to, ULONG room,
                           ULONG *ret_length)
{
    struct answer answer = {.to = to, .room = to != NULL ? room : 0};
    switch (class) {
    case KeyBasicInformation:
        key_basic(&answer, key);
        break;
    case KeyNodeInformation:
        key_node(&answer, key);
        break;
    case KeyFullInformation:
        key_full(&answer, key);
        break;
    case KeyNameInformation:
        key_name(&answer, key);
        break;
    default:
        return STATUS_INVALID_PARAMETER;
    }
    *ret_length = answer.length;
    return answer.status;
}

/* wdm: ZwQueryKey. PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwQueryKey(HANDLE KeyHandle, KEY_INFORMATION_CLASS KeyInformationClass, PVOID KeyInformation,
                          ULONG Length, PULONG ResultLength)
{
    void *object;
    struct cm_key *key;
    nt_argument(ResultLength);
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = handle_open(KeyHandle, 0, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    status = key_answer(key, KeyInformationClass, KeyInformation, Length, ResultLength);
    ob_dereference(object);
    return status;
}

/* wdm: ZwEnumerateKey. PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwEnumerateKey(HANDLE KeyHandle, ULONG Index, KEY_INFORMATION_CLASS KeyInformationClass,
                              PVOID KeyInformation, ULONG Length, PULONG ResultLength)
{
    void *object;
    struct cm_key *key;
    nt_argument(ResultLength);
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = handle_open(KeyHandle, KEY_ENUMERATE_SUB_KEYS, &object, &key);
    if (!NT_SUCCESS(status))
        return status;
    LIST_ENTRY *entry = key->keys.Flink;
    while (entry != &key->keys && Index-- != 0)
        entry = entry->Flink;
    status = entry == &key->keys ? STATUS_NO_MORE_ENTRIES
                                 : key_answer(CONTAINING_RECORD(entry, struct cm_key, entry), KeyInformationClass,
                                              KeyInformation, Length, ResultLength);
    ob_dereference(object);
    return status;
}
