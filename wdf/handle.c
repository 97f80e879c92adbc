/* SPDX-License-Identifier: MIT */
/* What a handle that names no object, or another type of object, leads to. */
#include "wdf/object.h"

static const CHAR *const names[OBJECT_TYPES] = {
    [OBJECT_NONE] = "nothing",
    [OBJECT_DRIVER] = "WDFDRIVER",
    [OBJECT_DEVICE] = "WDFDEVICE",
    [OBJECT_QUEUE] = "WDFQUEUE",
    [OBJECT_REQUEST] = "WDFREQUEST",
    [OBJECT_FILE] = "WDFFILEOBJECT",
    [OBJECT_GENERAL] = "WDFOBJECT",
    [OBJECT_MEMORY] = "WDFMEMORY",
    [OBJECT_LOOKASIDE] = "WDFLOOKASIDE",
    [OBJECT_TIMER] = "WDFTIMER",
    [OBJECT_DPC] = "WDFDPC",
    [OBJECT_WORKITEM] = "WDFWORKITEM",
    [OBJECT_SPINLOCK] = "WDFSPINLOCK",
    [OBJECT_WAITLOCK] = "WDFWAITLOCK",
    [OBJECT_COLLECTION] = "WDFCOLLECTION",
    [OBJECT_STRING] = "WDFSTRING",
    [OBJECT_KEY] = "WDFKEY",
    [OBJECT_IOTARGET] = "WDFIOTARGET",
    [OBJECT_INTERRUPT] = "WDFINTERRUPT",
    [OBJECT_CHILDLIST] = "WDFCHILDLIST",
    [OBJECT_CMRESLIST] = "WDFCMRESLIST",
    [OBJECT_IORESLIST] = "WDFIORESLIST",
    [OBJECT_IORESREQLIST] = "WDFIORESREQLIST",
    [OBJECT_COMMONBUFFER] = "WDFCOMMONBUFFER",
    [OBJECT_DMAENABLER] = "WDFDMAENABLER",
    [OBJECT_DMATRANSACTION] = "WDFDMATRANSACTION",
    [OBJECT_WMIPROVIDER] = "WDFWMIPROVIDER",
    [OBJECT_WMIINSTANCE] = "WDFWMIINSTANCE",
    [OBJECT_USBDEVICE] = "WDFUSBDEVICE",
    [OBJECT_USBINTERFACE] = "WDFUSBINTERFACE",
    [OBJECT_USBPIPE] = "WDFUSBPIPE",
};

const CHAR *object_type_name(enum object_type type)
{
    return (ULONG)type < OBJECT_TYPES ? names[type] : "WDFOBJECT";
}

void object_bad_handle(const void *handle, enum object_type type, const CHAR *function, const void *caller)
{
    const struct object *object = object_decode(handle);
    const CHAR *wanted = object_type_name(type);

    if (!handle)
        fx_violation(WDF_REQUIRED_PARAMETER_IS_NULL, 0, (ULONG64)caller, "BadHandle",
                     "%s was called with NULL where it needs a %s handle.", function, wanted);
    if (((ULONG_PTR)object & 7) || !MmIsAddressValid((void *)object))
        fx_violation(WDF_INVALID_HANDLE, (ULONG64)handle, 0, "BadHandle",
                     "%s was called with %p, which is no handle; it needs a %s.", function, handle, wanted);
    if (object->self != (WDFOBJECT)handle)
        fx_violation(WDF_INVALID_HANDLE, (ULONG64)handle, 0, "BadHandle",
                     "%s was called with %p, which is no handle, or of an object that was deleted; it needs a %s.",
                     function, handle, wanted);
    if (object->flags & OBJECT_DESTROYING)
        fx_violation(WDF_INVALID_HANDLE, (ULONG64)handle, 0, "BadHandle",
                     "%s was called for a %s from its EvtDestroyCallback; only its context may be used there.",
                     function, object_type_name(object->type));
    fx_violation(WDF_INVALID_HANDLE, (ULONG64)handle, 0, "BadHandle", "%s was called with a %s where it needs a %s.",
                 function, object_type_name(object->type), wanted);
}
