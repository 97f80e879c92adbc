/* SPDX-License-Identifier: MIT */
/* WDFSTRING. */
#include "wdf/string_object.h"

struct string {
    struct object object;
    UNICODE_STRING value; /* Buffer in pool, with a terminator behind its Length; NULL if empty */
};

static struct string *string_of(struct object *object)
{
    FX_ASSERT(object->type == OBJECT_STRING);
    return CONTAINING_RECORD(object, struct string, object);
}

static void string_destroy(struct object *object)
{
    struct string *string = string_of(object);

    fx_free(string->value.Buffer);
    string->value.Buffer = NULL;
}

static const struct object_ops string_ops = {.destroy = string_destroy};

static NTSTATUS copy(struct fx_globals *globals, PCUNICODE_STRING value, UNICODE_STRING *ret_copy)
{
    SIZE_T bytes = (SIZE_T)value->Length + sizeof(WCHAR);
    WCHAR *buffer;

    if ((value->Length & 1) || bytes > MAXUSHORT || (value->Length && !value->Buffer))
        return STATUS_INVALID_PARAMETER;
    buffer = fx_alloc(globals, bytes);
    if (!buffer)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (value->Length)
        RtlCopyMemory(buffer, value->Buffer, value->Length);
    ret_copy->Buffer = buffer;
    ret_copy->Length = value->Length;
    ret_copy->MaximumLength = (USHORT)bytes;
    return STATUS_SUCCESS;
}

NTSTATUS string_assign(struct object *object, PCUNICODE_STRING value)
{
    struct string *string = string_of(object);
    UNICODE_STRING fresh;
    NTSTATUS status = copy(object->globals, value, &fresh);

    if (!NT_SUCCESS(status))
        return status;
    fx_free(string->value.Buffer);
    string->value = fresh;
    return STATUS_SUCCESS;
}

PCUNICODE_STRING string_value(struct object *object)
{
    return &string_of(object)->value;
}

/* wdfstring/nf-wdfstring-wdfstringcreate. IRQL = PASSIVE_LEVEL. */
NTSTATUS WdfStringCreate(PWDF_DRIVER_GLOBALS DriverGlobals, PCUNICODE_STRING UnicodeString,
                         PWDF_OBJECT_ATTRIBUTES StringAttributes, WDFSTRING *String)
{
    struct fx_globals *globals = fx_globals_of(DriverGlobals);
    UNICODE_STRING value = {0};
    struct object *object;
    NTSTATUS status = STATUS_SUCCESS;

    FX_IRQL_OF(WdfStringCreate);
    FX_REQUIRE(String);
    *String = NULL;
    if (UnicodeString)
        status = copy(globals, UnicodeString, &value);
    if (!NT_SUCCESS(status))
        return status;
    status = object_create(&(struct object_config){.globals = globals,
                                                   .type = OBJECT_STRING,
                                                   .bytes = sizeof(struct string),
                                                   .attributes = StringAttributes,
                                                   .default_parent = globals->driver,
                                                   .ops = &string_ops,
                                                   .flags = OBJECT_EXPLICIT},
                           &object);
    if (!NT_SUCCESS(status)) {
        fx_free(value.Buffer);
        return status;
    }
    string_of(object)->value = value;
    *String = (WDFSTRING)object->self;
    return STATUS_SUCCESS;
}

/* wdfstring/nf-wdfstring-wdfstringgetunicodestring. IRQL = PASSIVE_LEVEL. */
VOID WdfStringGetUnicodeString(PWDF_DRIVER_GLOBALS DriverGlobals, WDFSTRING String, PUNICODE_STRING UnicodeString)
{
    struct object *object = object_from_handle(String, OBJECT_STRING);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfStringGetUnicodeString);
    FX_REQUIRE(UnicodeString);
    *UnicodeString = string_of(object)->value;
}
