/* SPDX-License-Identifier: MIT */
/* Checks of device interfaces. */
#include "puppet_driver.h"

static const GUID unknown_interface = {0x5d4e7ac6, 0x1f0b, 0x4a51, {0x9d, 0x4e, 0x33, 0x2a, 0x60, 0x6b, 0x0c, 0x14}};

/* nf-wdfdevice-wdfdeviceretrievedeviceinterfacestring.md */
CHECK(R5_the_interfaces_name)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING name = {0};
    WDFSTRING string = NULL;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = run->device;
    EXPECT_STATUS(WdfStringCreate(NULL, &attributes, &string), STATUS_SUCCESS);
    EXPECT_STATUS(WdfDeviceRetrieveDeviceInterfaceString(run->device, &unknown_interface, NULL, string),
                  STATUS_OBJECT_NAME_NOT_FOUND);
    EXPECT_STATUS(WdfDeviceRetrieveDeviceInterfaceString(run->device, &puppet_interface, NULL, string), STATUS_SUCCESS);
    WdfStringGetUnicodeString(string, &name);
    EXPECT(name.Length > 8 && name.Buffer && name.Buffer[0] == L'\\');
    WdfObjectDelete(string);
}

/* nf-wdfdevice-wdfdevicecreatedeviceinterface.md */
CHECK(R6_the_reference_string_is_in_the_file_name)
{
    DECLARE_CONST_UNICODE_STRING(expected, L"\\port1");
    WDFFILEOBJECT file = WdfRequestGetFileObject(run->request);
    PUNICODE_STRING name = file ? WdfFileObjectGetFileName(file) : NULL;

    EXPECT(name != NULL);
    EXPECT(name && RtlEqualUnicodeString(name, &expected, TRUE));
}

CHECK(R6_no_separators_in_a_reference_string)
{
    DECLARE_CONST_UNICODE_STRING(backslash, L"a\\b");
    DECLARE_CONST_UNICODE_STRING(slash, L"a/b");

    EXPECT(!NT_SUCCESS(WdfDeviceCreateDeviceInterface(run->device, &unknown_interface, &backslash)));
    EXPECT(!NT_SUCCESS(WdfDeviceCreateDeviceInterface(run->device, &unknown_interface, &slash)));
}
