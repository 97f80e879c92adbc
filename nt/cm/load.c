/* SPDX-License-Identifier: MIT */
/* .reg text into the tree and out of it. */
#include "nt/cm/key.h"
#include "nt/cm/regtext.h"
#include "nt/ex/ex.h"
#include "nt/rtl/format.h"
#include "nt/rtl/utf.h"

enum { TAG_TEXT = 'tTmC', NAMES_MAX = 5, CALL_FAILED = 1 };

/* What .reg files call the trees, and where they lie. */
static const struct {
    const char *root;
    const WCHAR *path;
} roots[NAMES_MAX] = {
    {"HKEY_LOCAL_MACHINE", L"\\Registry\\Machine"},
    {"HKLM", L"\\Registry\\Machine"},
    {"HKEY_USERS", L"\\Registry\\User"},
    {"HKEY_CURRENT_USER", L"\\Registry\\User\\.Default"},
    {"HKEY_CLASSES_ROOT", L"\\Registry\\Machine\\Software\\Classes"},
};

struct load {
    struct cm_key *key; /* the one that values go to, or NULL */
    NTSTATUS status;
    const char *why;
};

static int load_failed(struct load *load, NTSTATUS status, const char *why)
{
    load->status = status;
    load->why = why;
    return CALL_FAILED;
}

static bool component_is(const UNICODE_STRING *component, const char *name)
{
    unsigned length = (unsigned)strlen(name);
    if (component->Length / sizeof(WCHAR) != length)
        return false;
    for (unsigned i = 0; i < length; i++) {
        if (RtlUpcaseUnicodeChar(component->Buffer[i]) != (WCHAR)(UCHAR)name[i])
            return false;
    }
    return true;
}

/* "HKEY_LOCAL_MACHINE\…" as a key that *ret_rest lies below. */
static NTSTATUS root_find(const UNICODE_STRING *path, struct cm_key **ret_root, UNICODE_STRING *ret_rest)
{
    UNICODE_STRING component, full;
    *ret_rest = *path;
    if (path_next(ret_rest, &component)) {
        for (unsigned i = 0; i < NAMES_MAX; i++) {
            if (component_is(&component, roots[i].root)) {
                RtlInitUnicodeString(&full, roots[i].path);
                return cm_key_open(&full, true, ret_root);
            }
        }
    }
    return STATUS_OBJECT_PATH_SYNTAX_BAD;
}

static void load_leave(struct load *load)
{
    if (load->key != NULL)
        cm_key_close(load->key);
    load->key = NULL;
}

static int load_key(void *to, const uint16_t *path, size_t length, int delete)
{
    struct load *load = to;
    struct cm_key *root, *key;
    UNICODE_STRING rest, whole = {.Buffer = (WCHAR *)(uintptr_t)path};
    load_leave(load);
    if (length * sizeof(WCHAR) > CM_VALUE_NAME_BYTES_MAX)
        return load_failed(load, STATUS_OBJECT_NAME_INVALID, "A key's path is too long.");
    whole.Length = whole.MaximumLength = (USHORT)(length * sizeof(WCHAR));
    NTSTATUS status = root_find(&whole, &root, &rest);
    if (!NT_SUCCESS(status))
        return load_failed(load, status, "A key's path begins with HKEY_LOCAL_MACHINE or another root.");
    status = cm_key_open_below(root, &rest, !delete, &key);
    cm_key_close(root);
    if (delete &&status == STATUS_OBJECT_NAME_NOT_FOUND)
        return 0;
    if (!NT_SUCCESS(status))
        return load_failed(load, status, "A key's name is too long, or no memory is left for the key.");
    if (!delete) {
        load->key = key;
        return 0;
    }
    bool is_root = key == root || key->parent == cm_root || key == cm_root;
    if (!is_root)
        key_tree_unlink(key);
    cm_key_close(key);
    return is_root ? load_failed(load, STATUS_CANNOT_DELETE, "A root of the registry cannot be deleted.") : 0;
}

static int load_value(void *to, const uint16_t *name, size_t length, int delete, uint32_t type, const void *data,
                      uint32_t bytes)
{
    struct load *load = to;
    UNICODE_STRING whole = {.Buffer = (WCHAR *)(uintptr_t)name};
    if (length * sizeof(WCHAR) > CM_VALUE_NAME_BYTES_MAX)
        return load_failed(load, STATUS_OBJECT_NAME_INVALID, "A value's name is too long.");
    whole.Length = whole.MaximumLength = (USHORT)(length * sizeof(WCHAR));
    if (delete) {
        cm_value_delete(load->key, &whole); /* that there was none is as well */
        return 0;
    }
    NTSTATUS status = cm_value_set(load->key, &whole, type, data, bytes);
    return NT_SUCCESS(status) ? 0 : load_failed(load, status, "A value is too large, or no memory is left for it.");
}

NTSTATUS cm_load_text(const char *text, size_t bytes, ULONG *ret_line, const char **ret_why)
{
    static const struct regtext_calls calls = {.key = load_key, .value = load_value};
    struct load load = {0};
    unsigned line = 0;
    void *scratch = ex_alloc(regtext_scratch(bytes), TAG_TEXT);
    if (scratch == NULL) {
        *ret_line = 0;
        *ret_why = "The text is too large.";
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    const char *why = NULL;
    int failed = regtext_parse(text, bytes, scratch, &calls, &load, &line, &why);
    load_leave(&load);
    ex_free(scratch);
    if (failed == 0)
        return STATUS_SUCCESS;
    *ret_line = line;
    *ret_why = failed == CALL_FAILED ? load.why : why;
    return failed == CALL_FAILED ? load.status : STATUS_REGISTRY_CORRUPT;
}

/* -- saving ------------------------------------------------------------------------------------ */

/* Text that grows. A failed growth is remembered and ends it. */
struct text {
    char *data;
    size_t length, room;
    bool failed;
};

static void text_put(struct text *text, const char *from, size_t bytes)
{
    if (text->failed)
        return;
    if (text->length + bytes + 1 > text->room) {
        size_t room = (text->length + bytes + 1) * 2;
        char *more = ex_alloc(room, TAG_TEXT);
        if (more == NULL) {
            text->failed = true;
            return;
        }
        if (text->data != NULL) {
            memcpy(more, text->data, text->length);
            ex_free(text->data);
        }
        text->data = more;
        text->room = room;
    }
    memcpy(text->data + text->length, from, bytes);
    text->length += bytes;
    text->data[text->length] = 0;
}

static void text_print(struct text *text, const char *format, ...)
{
    enum { PIECE_MAX = 64 };
    char piece[PIECE_MAX];
    va_list arguments;
    va_start(arguments, format);
    size_t length = rtl_vformat(piece, sizeof(piece), format, arguments);
    va_end(arguments);
    text_put(text, piece, length < sizeof(piece) ? length : sizeof(piece) - 1);
}

static void text_put_wide(struct text *text, const WCHAR *from, size_t count, bool escape)
{
    const WCHAR *end = from + count;
    while (from < end) {
        char bytes[UTF8_MAX];
        uint32_t c = utf16_get(&from, end);
        if (escape && (c == '"' || c == '\\'))
            text_put(text, "\\", 1);
        text_put(text, bytes, utf8_put(bytes, c));
    }
}

/* A key's path, root first, without recursion. */
static void text_put_path(struct text *text, const struct cm_key *key)
{
    const struct cm_key *chain[CM_DEPTH_MAX + 2];
    unsigned depth = 0;
    for (; key != NULL && depth < nt_countof(chain); key = key->parent)
        chain[depth++] = key;
    text_put(text, "[", 1);
    if (depth >= 2 && component_is(&chain[depth - 2]->name, "MACHINE"))
        text_print(text, "HKEY_LOCAL_MACHINE");
    else
        text_print(text, "HKEY_USERS");
    for (unsigned i = depth >= 2 ? depth - 2 : 0; i-- > 0;) {
        text_put(text, "\\", 1);
        text_put_wide(text, chain[i]->name.Buffer, chain[i]->name.Length / sizeof(WCHAR), false);
    }
    text_print(text, "]\r\n");
}

/* A string can stand between quotes if it is one: whole units, one zero, at the end, no line ends. */
static bool is_plain_string(const struct cm_value *value)
{
    const WCHAR *data = value->data;
    unsigned count = value->bytes / sizeof(WCHAR);
    if (value->type != REG_SZ || value->bytes % sizeof(WCHAR) != 0 || count == 0 || data[count - 1] != 0)
        return false;
    for (unsigned i = 0; i + 1 < count; i++) {
        if (data[i] < ' ' || (data[i] >= 0xd800 && data[i] < 0xe000))
            return false;
    }
    return true;
}

static void text_put_value(struct text *text, const struct cm_value *value)
{
    if (value->name.Length == 0) {
        text_print(text, "@=");
    } else {
        text_put(text, "\"", 1);
        text_put_wide(text, value->name.Buffer, value->name.Length / sizeof(WCHAR), true);
        text_put(text, "\"=", 2);
    }
    if (is_plain_string(value)) {
        text_put(text, "\"", 1);
        text_put_wide(text, value->data, value->bytes / sizeof(WCHAR) - 1, true);
        text_put(text, "\"\r\n", 3);
        return;
    }
    if (value->type == REG_DWORD && value->bytes == sizeof(ULONG)) {
        text_print(text, "dword:%08x\r\n", *(ULONG *)value->data);
        return;
    }
    if (value->type == REG_BINARY)
        text_print(text, "hex:");
    else
        text_print(text, "hex(%x):", value->type);
    for (ULONG i = 0; i < value->bytes; i++)
        text_print(text, i != 0 ? ",%02x" : "%02x", ((UCHAR *)value->data)[i]);
    text_print(text, "\r\n");
}

static void text_put_key(struct text *text, struct cm_key *key)
{
    text_print(text, "\r\n");
    text_put_path(text, key);
    for (LIST_ENTRY *entry = key->values.Flink; entry != &key->values; entry = entry->Flink)
        text_put_value(text, CONTAINING_RECORD(entry, struct cm_value, entry));
}

/* The key after `key` in the order of the text, below `top`; NULL at the end. */
static struct cm_key *key_after(struct cm_key *key, struct cm_key *top)
{
    if (!IsListEmpty(&key->keys))
        return CONTAINING_RECORD(key->keys.Flink, struct cm_key, entry);
    while (key != top) {
        if (key->entry.Flink != &key->parent->keys)
            return CONTAINING_RECORD(key->entry.Flink, struct cm_key, entry);
        key = key->parent;
    }
    return NULL;
}

NTSTATUS cm_save_text(const UNICODE_STRING *path, char **ret_text, size_t *ret_bytes)
{
    struct cm_key *top;
    struct text text = {0};
    NTSTATUS status = cm_key_open(path, false, &top);
    if (!NT_SUCCESS(status))
        return status;
    text_print(&text, "Windows Registry Editor Version 5.00\r\n");
    for (struct cm_key *key = top; key != NULL && !text.failed; key = key_after(key, top)) {
        if (key != cm_root && key->parent != cm_root)
            text_put_key(&text, key);
    }
    cm_key_close(top);
    if (text.failed) {
        if (text.data != NULL)
            ex_free(text.data);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    *ret_text = text.data;
    *ret_bytes = text.length;
    return STATUS_SUCCESS;
}
