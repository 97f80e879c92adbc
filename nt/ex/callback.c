/* SPDX-License-Identifier: MIT */
/* Callback objects: named lists of routines that somebody notifies. */
#include "nt/ex/ex.h"
#include "nt/ke/ke.h"
#include "nt/ob/object.h"

enum { TAG_CALLBACK = 'bCxE' };

struct _CALLBACK_OBJECT {
    LIST_ENTRY registrations;
    KEVENT idle; /* set while nobody is being notified */
    ULONG notifying;
    BOOLEAN many;
};

struct registration {
    LIST_ENTRY entry;
    PCALLBACK_OBJECT callback;
    PCALLBACK_FUNCTION function;
    PVOID context;
    bool gone; /* unregistered by its own routine, or while others are notified */
};

static struct _OBJECT_TYPE callback_type = {.name = "Callback", .wait_offset = OB_WAIT_NOT};

void ex_callbacks_init(void)
{
    ob_type_init(&callback_type);
}

static NTSTATUS callback_make(POBJECT_ATTRIBUTES attributes, BOOLEAN many, PCALLBACK_OBJECT *ret_callback)
{
    void *object;
    NTSTATUS status = ob_create(&callback_type, sizeof(struct _CALLBACK_OBJECT), &object);
    if (!NT_SUCCESS(status))
        return status;
    PCALLBACK_OBJECT callback = object;
    InitializeListHead(&callback->registrations);
    KeInitializeEvent(&callback->idle, NotificationEvent, TRUE);
    callback->many = many;
    if (attributes->ObjectName != NULL)
        status = ob_name_insert(attributes->ObjectName, callback);
    if (!NT_SUCCESS(status)) {
        ob_dereference(callback);
        return status;
    }
    *ret_callback = callback;
    return STATUS_SUCCESS;
}

/* wdm: ExCreateCallback. PASSIVE_LEVEL. */
NTSTATUS NTAPI ExCreateCallback(PCALLBACK_OBJECT *CallbackObject, POBJECT_ATTRIBUTES ObjectAttributes, BOOLEAN Create,
                                BOOLEAN AllowMultipleCallbacks)
{
    nt_argument(CallbackObject);
    nt_argument(ObjectAttributes);
    nt_irql_at_most(APC_LEVEL);
    if (ObjectAttributes->ObjectName != NULL) {
        NTSTATUS status =
            ob_name_lookup(ObjectAttributes->ObjectName, &callback_type, (void **)CallbackObject, NULL, NULL);
        if (NT_SUCCESS(status) || !Create)
            return status;
    } else if (!Create) {
        return STATUS_UNSUCCESSFUL;
    }
    return callback_make(ObjectAttributes, AllowMultipleCallbacks, CallbackObject);
}

/* wdm: ExRegisterCallback. IRQL <= APC_LEVEL. NULL if it may have one only and has it, or no memory is left. */
PVOID NTAPI ExRegisterCallback(PCALLBACK_OBJECT CallbackObject, PCALLBACK_FUNCTION CallbackFunction,
                               PVOID CallbackContext)
{
    nt_argument(CallbackObject);
    nt_argument(CallbackFunction);
    if (!CallbackObject->many && !IsListEmpty(&CallbackObject->registrations))
        return NULL;
    struct registration *registration = ex_alloc_zeroed(sizeof(*registration), TAG_CALLBACK);
    if (registration == NULL)
        return NULL;
    registration->callback = CallbackObject;
    registration->function = CallbackFunction;
    registration->context = CallbackContext;
    InsertTailList(&CallbackObject->registrations, &registration->entry);
    ob_reference(CallbackObject);
    return registration;
}

static void registration_free(struct registration *registration)
{
    PCALLBACK_OBJECT callback = registration->callback;
    RemoveEntryList(&registration->entry);
    ex_free(registration);
    ob_dereference(callback);
}

/* wdm: ExUnregisterCallback. IRQL <= APC_LEVEL. Waits until no routine runs. */
VOID NTAPI ExUnregisterCallback(PVOID CbRegistration)
{
    struct registration *registration = CbRegistration;
    nt_argument(CbRegistration);
    nt_irql_at_most(APC_LEVEL);
    registration->gone = true;
    while (registration->callback->notifying != 0)
        ke_wait(&registration->callback->idle.Header, NULL);
    registration_free(registration);
}

/* wdm: ExNotifyCallback. IRQL <= DISPATCH_LEVEL. In the order of registration, at the caller's level. */
VOID NTAPI ExNotifyCallback(PCALLBACK_OBJECT CallbackObject, PVOID Argument1, PVOID Argument2)
{
    struct _CALLBACK_OBJECT *callback = CallbackObject;
    nt_argument(CallbackObject);
    nt_irql_at_most(DISPATCH_LEVEL);
    callback->notifying++;
    callback->idle.Header.SignalState = 0;
    for (LIST_ENTRY *entry = callback->registrations.Flink; entry != &callback->registrations; entry = entry->Flink) {
        struct registration *registration = CONTAINING_RECORD(entry, struct registration, entry);
        if (!registration->gone)
            registration->function(registration->context, Argument1, Argument2);
    }
    if (--callback->notifying == 0)
        KeSetEvent(&callback->idle, 0, FALSE);
}
