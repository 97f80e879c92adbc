/* SPDX-License-Identifier: MIT */
/*
 * AddReg sections, and what they write as .reg text (which nt/cm merges).
 * Page: install/inf-addreg-directive.
 */
#include "inf/inf.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    FLG_ADDREG_BINVALUETYPE = 0x1,
    FLG_ADDREG_DELVAL = 0x4,
    FLG_ADDREG_KEYONLY = 0x10,
    TYPE_MASK = (int)0xffff0001,
    TYPE_SZ = 0x0,
    TYPE_BINARY = 0x1,
    TYPE_MULTI_SZ = 0x10000,
    TYPE_EXPAND_SZ = 0x20000,
    TYPE_DWORD = 0x10001,
    TYPE_NONE = 0x20001,
    TYPE_QWORD = 0xb0001,
    ENTRIES_MAX = 65536,
};

#define SERVICES_KEY "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\"
#define CONTROL_KEY  "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Class\\"
#define ENUM_KEY     "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Enum\\ROOT\\"

static bool read_number(const struct inf_file *file, unsigned line, const char *text, uint32_t *ret_number,
                        struct inf_error *ret_error)
{
    char *end;
    unsigned long number = strtoul(text, &end, 0);
    if (*end || number > UINT32_MAX)
        return inf_fail(ret_error, file, line, "\"%s\" is no 32-bit number", text);
    *ret_number = (uint32_t)number;
    return true;
}

static bool read_entry(const struct inf_file *file, const struct inf_line *line, struct inf_registry *entry,
                       struct inf_error *ret_error)
{
    char *parts[4] = {NULL, NULL, NULL, NULL};
    bool good = true;
    for (unsigned i = 0; good && i < 4; i++) {
        parts[i] = i < line->value_count ? inf_expand(file, line->number, line->values[i], ret_error) : string_copy("");
        good = parts[i] != NULL;
    }
    good = good && read_number(file, line->number, parts[3], &entry->flags, ret_error);
    entry->root = parts[0];
    entry->subkey = parts[1];
    entry->name = parts[2];
    free(parts[3]);
    for (unsigned i = 4; good && i < line->value_count; i++) {
        char *value = inf_expand(file, line->number, line->values[i], ret_error);
        good = value != NULL;
        if (value)
            strings_take(&entry->values, value);
    }
    uint32_t number;
    if (good && (entry->flags & TYPE_MASK) == TYPE_DWORD && entry->values.count == 1)
        good = read_number(file, line->number, entry->values.items[0], &number, ret_error);
    static const char *const roots[] = {"HKR", "HKLM", "HKCR", "HKCU", "HKU"};
    bool known = false;
    for (unsigned i = 0; good && i < sizeof roots / sizeof roots[0]; i++)
        known = known || !strcasecmp(entry->root, roots[i]);
    if (good && !known)
        good = inf_fail(ret_error, file, line->number, "\"%s\" is no registry root (HKR, HKLM, HKCR, HKCU, HKU)",
                        entry->root);
    return good;
}

static bool read_section(const struct inf_file *file, const struct inf_section *section, struct inf_registry_list *list,
                         struct inf_error *ret_error)
{
    for (unsigned i = 0; i < section->line_count; i++) {
        if (list->count == ENTRIES_MAX)
            return inf_fail(ret_error, file, section->lines[i].number, "more than %d registry values", ENTRIES_MAX);
        if ((list->count & (list->count - 1)) == 0)
            list->items = memory_grow(list->items, (list->count ? list->count * 2 : 1) * sizeof list->items[0]);
        struct inf_registry *entry = &list->items[list->count++];
        memset(entry, 0, sizeof *entry);
        if (!read_entry(file, &section->lines[i], entry, ret_error))
            return false;
    }
    return true;
}

bool inf_registry_read(const struct inf_file *file, const struct inf_section *section, struct inf_registry_list *list,
                       struct inf_error *ret_error)
{
    for (unsigned i = 0; section && i < section->line_count; i++) {
        const struct inf_line *line = &section->lines[i];
        for (unsigned j = 0; line->key && !strcasecmp(line->key, "AddReg") && j < line->value_count; j++) {
            char *name = inf_expand(file, line->number, line->values[j], ret_error);
            if (!name)
                return false;
            const struct inf_section *target = inf_section(file, name);
            bool good = target ? read_section(file, target, list, ret_error)
                               : inf_fail(ret_error, file, line->number,
                                          "AddReg names the section [%s], which is not there", name);
            free(name);
            if (!good)
                return false;
        }
    }
    return true;
}

void inf_registry_free(struct inf_registry_list *list)
{
    for (unsigned i = 0; i < list->count; i++) {
        free(list->items[i].root);
        free(list->items[i].subkey);
        free(list->items[i].name);
        strings_free(&list->items[i].values);
    }
    free(list->items);
    *list = (struct inf_registry_list){0};
}

static void quoted(struct text *text, const char *string)
{
    text_char(text, '"');
    for (; *string; string++) {
        if (*string == '"' || *string == '\\')
            text_char(text, '\\');
        text_char(text, *string);
    }
    text_char(text, '"');
}

void inf_registry_key(struct text *text, const char *key)
{
    text_print(text, "[%s]\r\n", key);
}

static void value_name(struct text *text, const char *name)
{
    if (*name)
        quoted(text, name);
    else
        text_char(text, '@');
    text_char(text, '=');
}

void inf_registry_string(struct text *text, const char *name, const char *value)
{
    value_name(text, name);
    quoted(text, value);
    text_string(text, "\r\n");
}

void inf_registry_dword(struct text *text, const char *name, uint32_t value)
{
    value_name(text, name);
    text_print(text, "dword:%08x\r\n", value);
}

/* The strings as UTF-16LE with their terminators, a further one behind a list, as hex(type):. */
static void value_hex_strings(struct text *text, const struct strings *values, unsigned type)
{
    struct text bytes = {0};
    for (size_t i = 0; i < values->count; i++) {
        struct text marked = {0};
        text_encode(&marked, values->items[i], strlen(values->items[i]), TEXT_UTF16LE);
        text_add(&bytes, marked.data + 2, marked.size - 2); /* without the mark */
        text_add(&bytes, "\0", 2);
        text_free(&marked);
    }
    if (type == 7 || !values->count)
        text_add(&bytes, "\0", 2);
    text_print(text, "hex(%u):", type);
    for (size_t i = 0; i < bytes.size; i++)
        text_print(text, "%s%02x", i ? "," : "", (unsigned char)bytes.data[i]);
    text_string(text, "\r\n");
    text_free(&bytes);
}

/* Bytes are written "01,02" in an INF, each its own value, with or without 0x. */
static void value_hex(struct text *text, const struct strings *values, const char *type)
{
    text_string(text, type);
    for (size_t i = 0; i < values->count; i++)
        text_print(text, "%s%02lx", i ? "," : "", strtoul(values->items[i], NULL, 16) & 0xff);
    text_string(text, "\r\n");
}

static void value_add(struct text *text, const struct inf_registry *entry)
{
    uint32_t type = entry->flags & (uint32_t)TYPE_MASK;
    const struct strings *values = &entry->values;
    if (type == TYPE_SZ) {
        inf_registry_string(text, entry->name, values->count ? values->items[0] : "");
    } else if (type == TYPE_DWORD && values->count <= 1) {
        inf_registry_dword(text, entry->name, values->count ? (uint32_t)strtoul(values->items[0], NULL, 0) : 0);
    } else {
        value_name(text, entry->name);
        if (type == TYPE_MULTI_SZ || type == TYPE_EXPAND_SZ)
            value_hex_strings(text, values, type == TYPE_MULTI_SZ ? 7 : 2);
        else if (type == TYPE_DWORD)
            value_hex(text, values, "hex(4):");
        else if (type == TYPE_QWORD)
            value_hex(text, values, "hex(b):");
        else
            value_hex(text, values, type == TYPE_NONE ? "hex(0):" : "hex:");
    }
}

static const char *root_name(const char *root, const char *hkr)
{
    return !strcasecmp(root, "HKR")    ? hkr
           : !strcasecmp(root, "HKLM") ? "HKEY_LOCAL_MACHINE"
           : !strcasecmp(root, "HKCR") ? "HKEY_CLASSES_ROOT"
           : !strcasecmp(root, "HKCU") ? "HKEY_CURRENT_USER"
                                       : "HKEY_USERS";
}

void inf_registry_text(struct text *text, const struct inf_registry_list *list, const char *hkr)
{
    for (unsigned i = 0; i < list->count; i++) {
        const struct inf_registry *entry = &list->items[i];
        if (entry->flags & FLG_ADDREG_DELVAL)
            continue;
        text_print(text, "[%s%s%s]\r\n", root_name(entry->root, hkr), *entry->subkey ? "\\" : "", entry->subkey);
        if (!(entry->flags & FLG_ADDREG_KEYONLY) && (*entry->name || entry->values.count))
            value_add(text, entry);
        text_string(text, "\r\n");
    }
}

void inf_service_text(struct text *text, const struct inf_service *service)
{
    char *key = string_format(SERVICES_KEY "%s", service->name);
    char *image = string_format("\\SystemRoot\\System32\\drivers\\%s", service->binary);
    inf_registry_key(text, key);
    inf_registry_dword(text, "Type", service->type);
    inf_registry_dword(text, "Start", service->start);
    inf_registry_dword(text, "ErrorControl", service->error_control);
    inf_registry_string(text, "ImagePath", image);
    if (service->display)
        inf_registry_string(text, "DisplayName", service->display);
    text_string(text, "\r\n");
    inf_registry_text(text, &service->registry, key);
    free(image);
    free(key);
}

void inf_device_text(struct text *text, const struct inf_model *model, const struct inf_device *device, unsigned number)
{
    const char *class_name = model->class_name ? model->class_name : "System";
    char *node = string_format(ENUM_KEY "%s\\%04u", class_name, number);
    char *parameters = string_format("%s\\Device Parameters", node);
    char *driver = string_format(
        "%s\\%04u", model->class_guid ? model->class_guid : "{4d36e97d-e325-11ce-bfc1-08002be10318}", number);
    char *software = string_format(CONTROL_KEY "%s", driver);
    inf_registry_key(text, node);
    inf_registry_string(text, "DeviceDesc", device->description);
    inf_registry_string(text, "Class", class_name);
    if (model->class_guid)
        inf_registry_string(text, "ClassGUID", model->class_guid);
    if (model->provider)
        inf_registry_string(text, "Mfg", model->provider);
    inf_registry_string(text, "Driver", driver);
    text_string(text, "\r\n");
    inf_registry_text(text, &device->hardware, parameters);
    inf_registry_text(text, &device->software, software);
    free(node);
    free(parameters);
    free(driver);
    free(software);
}
