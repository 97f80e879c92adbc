/* SPDX-License-Identifier: MIT */
/* Objects and handles. */
#include "check.h"

void test_ob(void)
{
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\BaseNamedObjects\\nttest");
    HANDLE handle, second;
    PVOID object;
    InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE, NULL, NULL);
    CHECK_STATUS(ZwCreateEvent(&handle, EVENT_ALL_ACCESS, &attributes, NotificationEvent, FALSE), STATUS_SUCCESS);
    CHECK((LONG_PTR)handle < 0);
    CHECK_STATUS(ZwCreateEvent(&second, EVENT_ALL_ACCESS, &attributes, NotificationEvent, FALSE),
                 STATUS_OBJECT_NAME_COLLISION);
    CHECK_STATUS(ObReferenceObjectByHandle(handle, 0, *ExEventObjectType, KernelMode, &object, NULL), STATUS_SUCCESS);
    CHECK_STATUS(ObReferenceObjectByHandle(handle, 0, *PsThreadType, KernelMode, &second, NULL),
                 STATUS_OBJECT_TYPE_MISMATCH);
    CHECK(KeReadStateEvent(object) == 0);
    CHECK_STATUS(ZwSetEvent(handle, NULL), STATUS_SUCCESS);
    CHECK(KeReadStateEvent(object) == 1);
    CHECK_STATUS(ZwClose(handle), STATUS_SUCCESS);
    CHECK_STATUS(ZwOpenEvent(&handle, EVENT_ALL_ACCESS, &attributes),
                 STATUS_SUCCESS); /* the reference keeps the name */
    CHECK_STATUS(ZwClose(handle), STATUS_SUCCESS);
    ObDereferenceObject(object);
    CHECK_STATUS(ZwOpenEvent(&handle, EVENT_ALL_ACCESS, &attributes), STATUS_OBJECT_NAME_NOT_FOUND);
    CHECK_STATUS(ZwClose((HANDLE)(ULONG_PTR)4444), STATUS_INVALID_HANDLE);
    RtlInitUnicodeString(&name, L"\\NoSuch\\nttest");
    CHECK_STATUS(ZwCreateEvent(&handle, EVENT_ALL_ACCESS, &attributes, NotificationEvent, FALSE),
                 STATUS_OBJECT_PATH_NOT_FOUND);
    HANDLE many[100];
    InitializeObjectAttributes(&attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
    for (ULONG i = 0; i < RTL_NUMBER_OF(many); i++)
        CHECK_STATUS(ZwCreateEvent(&many[i], EVENT_ALL_ACCESS, &attributes, NotificationEvent, FALSE), STATUS_SUCCESS);
    for (ULONG i = 0; i < RTL_NUMBER_OF(many); i++)
        CHECK_STATUS(ZwClose(many[(i * 37) % RTL_NUMBER_OF(many)]), STATUS_SUCCESS);
}
