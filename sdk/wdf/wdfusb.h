/* SPDX-License-Identifier: MIT */
/* wdfusb.h: the usb interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFUSB_H
#define KMDOCK_WDFUSB_H

#include <usb.h>
#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The USB interface alone speaks of bytes by this name, which the kernel's headers do not declare. */
typedef UCHAR BYTE;

typedef enum _WDF_USB_BMREQUEST_DIRECTION {
    BmRequestHostToDevice = 0,
    BmRequestDeviceToHost = 1,
} WDF_USB_BMREQUEST_DIRECTION, *PWDF_USB_BMREQUEST_DIRECTION;

typedef enum _WDF_USB_BMREQUEST_RECIPIENT {
    BmRequestToDevice = 0,
    BmRequestToInterface = 1,
    BmRequestToEndpoint = 2,
    BmRequestToOther = 3,
} WDF_USB_BMREQUEST_RECIPIENT, *PWDF_USB_BMREQUEST_RECIPIENT;

typedef enum _WDF_USB_BMREQUEST_TYPE {
    BmRequestStandard = 0,
    BmRequestClass = 1,
    BmRequestVendor = 2,
} WDF_USB_BMREQUEST_TYPE, *PWDF_USB_BMREQUEST_TYPE;

typedef enum _WDF_USB_DEVICE_TRAITS {
    WDF_USB_DEVICE_TRAIT_SELF_POWERED = 1,
    WDF_USB_DEVICE_TRAIT_REMOTE_WAKE_CAPABLE = 2,
    WDF_USB_DEVICE_TRAIT_AT_HIGH_SPEED = 4,
} WDF_USB_DEVICE_TRAITS, *PWDF_USB_DEVICE_TRAITS;

typedef enum _WDF_USB_PIPE_TYPE {
    WdfUsbPipeTypeInvalid = 0,
    WdfUsbPipeTypeControl = 1,
    WdfUsbPipeTypeIsochronous = 2,
    WdfUsbPipeTypeBulk = 3,
    WdfUsbPipeTypeInterrupt = 4,
} WDF_USB_PIPE_TYPE, *PWDF_USB_PIPE_TYPE;

typedef enum _WDF_USB_REQUEST_TYPE {
    WdfUsbRequestTypeInvalid = 0,
    WdfUsbRequestTypeNoFormat = 1,
    WdfUsbRequestTypeDeviceString = 2,
    WdfUsbRequestTypeDeviceControlTransfer = 3,
    WdfUsbRequestTypeDeviceUrb = 4,
    WdfUsbRequestTypePipeWrite = 5,
    WdfUsbRequestTypePipeRead = 6,
    WdfUsbRequestTypePipeAbort = 7,
    WdfUsbRequestTypePipeReset = 8,
    WdfUsbRequestTypePipeUrb = 9,
} WDF_USB_REQUEST_TYPE, *PWDF_USB_REQUEST_TYPE;

typedef enum _WdfUsbTargetDeviceSelectConfigType {
    WdfUsbTargetDeviceSelectConfigTypeInvalid = 0,
    WdfUsbTargetDeviceSelectConfigTypeDeconfig = 1,
    WdfUsbTargetDeviceSelectConfigTypeSingleInterface = 2,
    WdfUsbTargetDeviceSelectConfigTypeMultiInterface = 3,
    WdfUsbTargetDeviceSelectConfigTypeInterfacesPairs = 4,
    WdfUsbTargetDeviceSelectConfigTypeInterfacesDescriptor = 5,
    WdfUsbTargetDeviceSelectConfigTypeUrb = 6,
} WdfUsbTargetDeviceSelectConfigType, *PWdfUsbTargetDeviceSelectConfigType;

typedef enum _WdfUsbTargetDeviceSelectSettingType {
    WdfUsbInterfaceSelectSettingTypeDescriptor = 16,
    WdfUsbInterfaceSelectSettingTypeSetting = 17,
    WdfUsbInterfaceSelectSettingTypeUrb = 18,
} WdfUsbTargetDeviceSelectSettingType, *PWdfUsbTargetDeviceSelectSettingType;

/* Called at IRQL <= PASSIVE_LEVEL. wdfusb/nc-wdfusb-evt_wdf_usb_readers_failed */
typedef BOOLEAN EVT_WDF_USB_READERS_FAILED(_In_ WDFUSBPIPE Pipe, _In_ NTSTATUS Status, _In_ USBD_STATUS UsbdStatus);
typedef EVT_WDF_USB_READERS_FAILED *PFN_WDF_USB_READERS_FAILED;

/* Called at IRQL <= DISPATCH_LEVEL. wdfusb/nc-wdfusb-evt_wdf_usb_reader_completion_routine */
typedef VOID EVT_WDF_USB_READER_COMPLETION_ROUTINE(_In_ WDFUSBPIPE Pipe, _In_ WDFMEMORY Buffer,
    _In_ size_t NumBytesTransferred, _In_ WDFCONTEXT Context);
typedef EVT_WDF_USB_READER_COMPLETION_ROUTINE *PFN_WDF_USB_READER_COMPLETION_ROUTINE;

struct _WDF_USB_CONTINUOUS_READER_CONFIG {
    ULONG Size;
    size_t TransferLength;
    size_t HeaderLength;
    size_t TrailerLength;
    UCHAR NumPendingReads;
    PWDF_OBJECT_ATTRIBUTES BufferAttributes;
    PFN_WDF_USB_READER_COMPLETION_ROUTINE EvtUsbTargetPipeReadComplete;
    WDFCONTEXT EvtUsbTargetPipeReadCompleteContext;
    PFN_WDF_USB_READERS_FAILED EvtUsbTargetPipeReadersFailed;
};

union _WDF_USB_CONTROL_SETUP_PACKET {
    struct {
        union {
            struct {
                BYTE Recipient : 2;
                BYTE Reserved : 3;
                BYTE Type : 2;
                BYTE Dir : 1;
            } Request;
            BYTE Byte;
        } bm;
        BYTE bRequest;
        union {
            struct {
                BYTE LowByte;
                BYTE HiByte;
            } Bytes;
            USHORT Value;
        } wValue;
        union {
            struct {
                BYTE LowByte;
                BYTE HiByte;
            } Bytes;
            USHORT Value;
        } wIndex;
        USHORT wLength;
    } Packet;
    struct {
        BYTE Bytes[8];
    } Generic;
};

struct _WDF_USB_DEVICE_CREATE_CONFIG {
    ULONG Size;
    ULONG USBDClientContractVersion;
};

struct _WDF_USB_DEVICE_INFORMATION {
    ULONG Size;
    USBD_VERSION_INFORMATION UsbdVersionInformation;
    ULONG HcdPortCapabilities;
    ULONG Traits;
};

struct _WDF_USB_DEVICE_SELECT_CONFIG_PARAMS {
    ULONG Size;
    WdfUsbTargetDeviceSelectConfigType Type;
    union {
        struct {
            PUSB_CONFIGURATION_DESCRIPTOR ConfigurationDescriptor;
            PUSB_INTERFACE_DESCRIPTOR *InterfaceDescriptors;
            ULONG NumInterfaceDescriptors;
        } Descriptor;
        struct {
            PURB Urb;
        } Urb;
        struct {
            UCHAR NumberConfiguredPipes;
            WDFUSBINTERFACE ConfiguredUsbInterface;
        } SingleInterface;
        struct {
            UCHAR NumberInterfaces;
            PWDF_USB_INTERFACE_SETTING_PAIR Pairs;
            UCHAR NumberOfConfiguredInterfaces;
        } MultiInterface;
    } Types;
};

struct _WDF_USB_INTERFACE_SELECT_SETTING_PARAMS {
    ULONG Size;
    WdfUsbTargetDeviceSelectSettingType Type;
    union {
        struct {
            PUSB_INTERFACE_DESCRIPTOR InterfaceDescriptor;
        } Descriptor;
        struct {
            UCHAR SettingIndex;
        } Interface;
        struct {
            PURB Urb;
        } Urb;
    } Types;
};

struct _WDF_USB_INTERFACE_SETTING_PAIR {
    WDFUSBINTERFACE UsbInterface;
    UCHAR SettingIndex;
};

struct _WDF_USB_PIPE_INFORMATION {
    ULONG Size;
    ULONG MaximumPacketSize;
    UCHAR EndpointAddress;
    UCHAR Interval;
    UCHAR SettingIndex;
    WDF_USB_PIPE_TYPE PipeType;
    ULONG MaximumTransferSize;
};

struct _WDF_USB_REQUEST_COMPLETION_PARAMS {
    USBD_STATUS UsbdStatus;
    WDF_USB_REQUEST_TYPE Type;
    union {
        struct {
            WDFMEMORY Buffer;
            USHORT LangID;
            UCHAR StringIndex;
            UCHAR RequiredSize;
        } DeviceString;
        struct {
            WDFMEMORY Buffer;
            WDF_USB_CONTROL_SETUP_PACKET SetupPacket;
            ULONG Length;
        } DeviceControlTransfer;
        struct {
            WDFMEMORY Buffer;
        } DeviceUrb;
        struct {
            WDFMEMORY Buffer;
            size_t Length;
            size_t Offset;
        } PipeWrite;
        struct {
            WDFMEMORY Buffer;
            size_t Length;
            size_t Offset;
        } PipeRead;
        struct {
            WDFMEMORY Buffer;
        } PipeUrb;
    } Parameters;
};

/* wdfusb/nf-wdfusb-wdf_usb_continuous_reader_config_init */
WDF_INLINE VOID WDF_USB_CONTINUOUS_READER_CONFIG_INIT(PWDF_USB_CONTINUOUS_READER_CONFIG Config,
    PFN_WDF_USB_READER_COMPLETION_ROUTINE EvtUsbTargetPipeReadComplete,
    WDFCONTEXT EvtUsbTargetPipeReadCompleteContext, size_t TransferLength)
{
    RtlZeroMemory(Config, sizeof(WDF_USB_CONTINUOUS_READER_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_USB_CONTINUOUS_READER_CONFIG);
    Config->TransferLength = TransferLength;
    Config->EvtUsbTargetPipeReadComplete = EvtUsbTargetPipeReadComplete;
    Config->EvtUsbTargetPipeReadCompleteContext = EvtUsbTargetPipeReadCompleteContext;
}

/* wdfusb/nf-wdfusb-wdf_usb_control_setup_packet_init */
WDF_INLINE VOID WDF_USB_CONTROL_SETUP_PACKET_INIT(PWDF_USB_CONTROL_SETUP_PACKET Packet,
    WDF_USB_BMREQUEST_DIRECTION Direction, WDF_USB_BMREQUEST_RECIPIENT Recipient, BYTE Request, USHORT Value,
    USHORT Index)
{
    RtlZeroMemory(Packet, sizeof(WDF_USB_CONTROL_SETUP_PACKET));
    Packet->Packet.bm.Request.Recipient = (BYTE)Recipient;
    Packet->Packet.bm.Request.Dir = (BYTE)Direction;
    Packet->Packet.bRequest = Request;
    Packet->Packet.wValue.Value = Value;
    Packet->Packet.wIndex.Value = Index;
}

/* wdfusb/nf-wdfusb-wdf_usb_control_setup_packet_init_class */
WDF_INLINE VOID WDF_USB_CONTROL_SETUP_PACKET_INIT_CLASS(PWDF_USB_CONTROL_SETUP_PACKET Packet,
    WDF_USB_BMREQUEST_DIRECTION Direction, WDF_USB_BMREQUEST_RECIPIENT Recipient, BYTE Request, USHORT Value,
    USHORT Index)
{
    RtlZeroMemory(Packet, sizeof(WDF_USB_CONTROL_SETUP_PACKET));
    Packet->Packet.bm.Request.Recipient = (BYTE)Recipient;
    Packet->Packet.bm.Request.Type = (BYTE)BmRequestClass;
    Packet->Packet.bm.Request.Dir = (BYTE)Direction;
    Packet->Packet.bRequest = Request;
    Packet->Packet.wValue.Value = Value;
    Packet->Packet.wIndex.Value = Index;
}

/* wdfusb/nf-wdfusb-wdf_usb_control_setup_packet_init_feature */
WDF_INLINE VOID WDF_USB_CONTROL_SETUP_PACKET_INIT_FEATURE(PWDF_USB_CONTROL_SETUP_PACKET Packet,
    WDF_USB_BMREQUEST_RECIPIENT BmRequestRecipient, USHORT FeatureSelector, USHORT Index, BOOLEAN SetFeature)
{
    RtlZeroMemory(Packet, sizeof(WDF_USB_CONTROL_SETUP_PACKET));
    Packet->Packet.bm.Request.Recipient = (BYTE)BmRequestRecipient;
    Packet->Packet.wValue.Value = FeatureSelector;
    Packet->Packet.wIndex.Value = Index;
    if (SetFeature == FALSE) {
        Packet->Packet.bRequest = USB_REQUEST_CLEAR_FEATURE;
    } else {
        Packet->Packet.bRequest = USB_REQUEST_SET_FEATURE;
    }
}

/* wdfusb/nf-wdfusb-wdf_usb_control_setup_packet_init_get_status */
WDF_INLINE VOID WDF_USB_CONTROL_SETUP_PACKET_INIT_GET_STATUS(PWDF_USB_CONTROL_SETUP_PACKET Packet,
    WDF_USB_BMREQUEST_RECIPIENT BmRequestRecipient, USHORT Index)
{
    RtlZeroMemory(Packet, sizeof(WDF_USB_CONTROL_SETUP_PACKET));
    Packet->Packet.bm.Request.Recipient = (BYTE)BmRequestRecipient;
    Packet->Packet.bm.Request.Dir = (BYTE)BmRequestDeviceToHost;
    Packet->Packet.wIndex.Value = Index;
}

/* wdfusb/nf-wdfusb-wdf_usb_control_setup_packet_init_vendor */
WDF_INLINE VOID WDF_USB_CONTROL_SETUP_PACKET_INIT_VENDOR(PWDF_USB_CONTROL_SETUP_PACKET Packet,
    WDF_USB_BMREQUEST_DIRECTION Direction, WDF_USB_BMREQUEST_RECIPIENT Recipient, BYTE Request, USHORT Value,
    USHORT Index)
{
    RtlZeroMemory(Packet, sizeof(WDF_USB_CONTROL_SETUP_PACKET));
    Packet->Packet.bm.Request.Recipient = (BYTE)Recipient;
    Packet->Packet.bm.Request.Type = (BYTE)BmRequestVendor;
    Packet->Packet.bm.Request.Dir = (BYTE)Direction;
    Packet->Packet.bRequest = Request;
    Packet->Packet.wValue.Value = Value;
    Packet->Packet.wIndex.Value = Index;
}

/* wdfusb/nf-wdfusb-wdf_usb_device_create_config_init */
WDF_INLINE VOID WDF_USB_DEVICE_CREATE_CONFIG_INIT(PWDF_USB_DEVICE_CREATE_CONFIG Config,
    ULONG USBDClientContractVersion)
{
    RtlZeroMemory(Config, sizeof(WDF_USB_DEVICE_CREATE_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_USB_DEVICE_CREATE_CONFIG);
    Config->USBDClientContractVersion = USBDClientContractVersion;
}

/* wdfusb/nf-wdfusb-wdf_usb_device_information_init */
WDF_INLINE VOID WDF_USB_DEVICE_INFORMATION_INIT(PWDF_USB_DEVICE_INFORMATION Udi)
{
    RtlZeroMemory(Udi, sizeof(WDF_USB_DEVICE_INFORMATION));
    Udi->Size = (ULONG)sizeof(WDF_USB_DEVICE_INFORMATION);
}

/* wdfusb/nf-wdfusb-wdf_usb_device_select_config_params_init_deconfig */
WDF_INLINE VOID WDF_USB_DEVICE_SELECT_CONFIG_PARAMS_INIT_DECONFIG(PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS Params)
{
    RtlZeroMemory(Params, sizeof(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS);
    Params->Type = WdfUsbTargetDeviceSelectConfigTypeDeconfig;
}

/* wdfusb/nf-wdfusb-wdf_usb_device_select_config_params_init_interfaces_descriptors */
WDF_INLINE VOID WDF_USB_DEVICE_SELECT_CONFIG_PARAMS_INIT_INTERFACES_DESCRIPTORS(
    PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS Params, PUSB_CONFIGURATION_DESCRIPTOR ConfigDescriptor,
    PUSB_INTERFACE_DESCRIPTOR *InterfaceDescriptors, ULONG NumInterfaceDescriptors)
{
    RtlZeroMemory(Params, sizeof(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS);
    Params->Type = WdfUsbTargetDeviceSelectConfigTypeInterfacesDescriptor;
    Params->Types.Descriptor.ConfigurationDescriptor = ConfigDescriptor;
    Params->Types.Descriptor.InterfaceDescriptors = InterfaceDescriptors;
    Params->Types.Descriptor.NumInterfaceDescriptors = NumInterfaceDescriptors;
}

/* wdfusb/nf-wdfusb-wdf_usb_device_select_config_params_init_multiple_interfaces */
WDF_INLINE VOID WDF_USB_DEVICE_SELECT_CONFIG_PARAMS_INIT_MULTIPLE_INTERFACES(
    PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS Params, UCHAR NumberInterfaces, PWDF_USB_INTERFACE_SETTING_PAIR SettingPairs)
{
    RtlZeroMemory(Params, sizeof(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS);
    if (SettingPairs != NULL && NumberInterfaces != 0) {
        Params->Type = WdfUsbTargetDeviceSelectConfigTypeInterfacesPairs;
        Params->Types.MultiInterface.NumberInterfaces = NumberInterfaces;
        Params->Types.MultiInterface.Pairs = SettingPairs;
    } else {
        Params->Type = WdfUsbTargetDeviceSelectConfigTypeMultiInterface;
    }
}

/* wdfusb/nf-wdfusb-wdf_usb_device_select_config_params_init_single_interface */
WDF_INLINE VOID WDF_USB_DEVICE_SELECT_CONFIG_PARAMS_INIT_SINGLE_INTERFACE(PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS Params)
{
    RtlZeroMemory(Params, sizeof(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS);
    Params->Type = WdfUsbTargetDeviceSelectConfigTypeSingleInterface;
}

/* wdfusb/nf-wdfusb-wdf_usb_device_select_config_params_init_urb */
WDF_INLINE VOID WDF_USB_DEVICE_SELECT_CONFIG_PARAMS_INIT_URB(PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS Params, PURB Urb)
{
    RtlZeroMemory(Params, sizeof(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_USB_DEVICE_SELECT_CONFIG_PARAMS);
    Params->Type = WdfUsbTargetDeviceSelectConfigTypeUrb;
    Params->Types.Urb.Urb = Urb;
}

/* wdfusb/nf-wdfusb-wdf_usb_interface_select_setting_params_init_descriptor */
WDF_INLINE VOID WDF_USB_INTERFACE_SELECT_SETTING_PARAMS_INIT_DESCRIPTOR(
    PWDF_USB_INTERFACE_SELECT_SETTING_PARAMS Params, PUSB_INTERFACE_DESCRIPTOR Interface)
{
    RtlZeroMemory(Params, sizeof(WDF_USB_INTERFACE_SELECT_SETTING_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_USB_INTERFACE_SELECT_SETTING_PARAMS);
    Params->Type = WdfUsbInterfaceSelectSettingTypeDescriptor;
    Params->Types.Descriptor.InterfaceDescriptor = Interface;
}

/* wdfusb/nf-wdfusb-wdf_usb_interface_select_setting_params_init_setting */
WDF_INLINE VOID WDF_USB_INTERFACE_SELECT_SETTING_PARAMS_INIT_SETTING(PWDF_USB_INTERFACE_SELECT_SETTING_PARAMS Params,
    UCHAR SettingIndex)
{
    RtlZeroMemory(Params, sizeof(WDF_USB_INTERFACE_SELECT_SETTING_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_USB_INTERFACE_SELECT_SETTING_PARAMS);
    Params->Type = WdfUsbInterfaceSelectSettingTypeSetting;
    Params->Types.Interface.SettingIndex = SettingIndex;
}

/* wdfusb/nf-wdfusb-wdf_usb_interface_select_setting_params_init_urb */
WDF_INLINE VOID WDF_USB_INTERFACE_SELECT_SETTING_PARAMS_INIT_URB(PWDF_USB_INTERFACE_SELECT_SETTING_PARAMS Params,
    PURB Urb)
{
    RtlZeroMemory(Params, sizeof(WDF_USB_INTERFACE_SELECT_SETTING_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_USB_INTERFACE_SELECT_SETTING_PARAMS);
    Params->Type = WdfUsbInterfaceSelectSettingTypeUrb;
    Params->Types.Urb.Urb = Urb;
}

/* wdfusb/nf-wdfusb-wdf_usb_pipe_information_init */
WDF_INLINE VOID WDF_USB_PIPE_INFORMATION_INIT(PWDF_USB_PIPE_INFORMATION Info)
{
    RtlZeroMemory(Info, sizeof(WDF_USB_PIPE_INFORMATION));
    Info->Size = (ULONG)sizeof(WDF_USB_PIPE_INFORMATION);
}

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdevicecreate */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICECREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFUSBDEVICE *UsbDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceCreate(_In_ WDFDEVICE Device, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFUSBDEVICE *UsbDevice)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICECREATE, WdfUsbTargetDeviceCreate)(WdfDriverGlobals, Device, Attributes,
        UsbDevice);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdeviceretrieveinformation */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICERETRIEVEINFORMATION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _Out_ PWDF_USB_DEVICE_INFORMATION Information);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceRetrieveInformation(_In_ WDFUSBDEVICE UsbDevice,
    _Out_ PWDF_USB_DEVICE_INFORMATION Information)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICERETRIEVEINFORMATION, WdfUsbTargetDeviceRetrieveInformation)(
        WdfDriverGlobals, UsbDevice, Information);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdevicegetdevicedescriptor */
typedef VOID (*PFN_WDFUSBTARGETDEVICEGETDEVICEDESCRIPTOR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _Out_ PUSB_DEVICE_DESCRIPTOR UsbDeviceDescriptor);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfUsbTargetDeviceGetDeviceDescriptor(_In_ WDFUSBDEVICE UsbDevice,
    _Out_ PUSB_DEVICE_DESCRIPTOR UsbDeviceDescriptor)
{
    WDF_CALL(PFN_WDFUSBTARGETDEVICEGETDEVICEDESCRIPTOR, WdfUsbTargetDeviceGetDeviceDescriptor)(WdfDriverGlobals,
        UsbDevice, UsbDeviceDescriptor);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdeviceretrieveconfigdescriptor */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICERETRIEVECONFIGDESCRIPTOR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _Out_opt_ PVOID ConfigDescriptor, _Inout_ PUSHORT ConfigDescriptorLength);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceRetrieveConfigDescriptor(_In_ WDFUSBDEVICE UsbDevice,
    _Out_opt_ PVOID ConfigDescriptor, _Inout_ PUSHORT ConfigDescriptorLength)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICERETRIEVECONFIGDESCRIPTOR, WdfUsbTargetDeviceRetrieveConfigDescriptor)(
        WdfDriverGlobals, UsbDevice, ConfigDescriptor, ConfigDescriptorLength);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdevicequerystring */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICEQUERYSTRING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _Out_opt_ PUSHORT String, _Inout_ PUSHORT NumCharacters, _In_ UCHAR StringIndex, _In_opt_ USHORT LangID);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceQueryString(_In_ WDFUSBDEVICE UsbDevice, _In_opt_ WDFREQUEST Request,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _Out_opt_ PUSHORT String, _Inout_ PUSHORT NumCharacters,
    _In_ UCHAR StringIndex, _In_opt_ USHORT LangID)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICEQUERYSTRING, WdfUsbTargetDeviceQueryString)(WdfDriverGlobals, UsbDevice,
        Request, RequestOptions, String, NumCharacters, StringIndex, LangID);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdeviceallocandquerystring */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICEALLOCANDQUERYSTRING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ PWDF_OBJECT_ATTRIBUTES StringMemoryAttributes,
    _Out_ WDFMEMORY *StringMemory, _Out_opt_ PUSHORT NumCharacters, _In_ UCHAR StringIndex, _In_opt_ USHORT LangID);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceAllocAndQueryString(_In_ WDFUSBDEVICE UsbDevice,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES StringMemoryAttributes, _Out_ WDFMEMORY *StringMemory,
    _Out_opt_ PUSHORT NumCharacters, _In_ UCHAR StringIndex, _In_opt_ USHORT LangID)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICEALLOCANDQUERYSTRING, WdfUsbTargetDeviceAllocAndQueryString)(
        WdfDriverGlobals, UsbDevice, StringMemoryAttributes, StringMemory, NumCharacters, StringIndex, LangID);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdeviceformatrequestforstring */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORSTRING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _In_ WDFREQUEST Request, _In_ WDFMEMORY Memory, _In_opt_ PWDFMEMORY_OFFSET Offset,
    _In_ UCHAR StringIndex, _In_opt_ USHORT LangID);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceFormatRequestForString(_In_ WDFUSBDEVICE UsbDevice, _In_ WDFREQUEST Request,
    _In_ WDFMEMORY Memory, _In_opt_ PWDFMEMORY_OFFSET Offset, _In_ UCHAR StringIndex, _In_opt_ USHORT LangID)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORSTRING, WdfUsbTargetDeviceFormatRequestForString)(
        WdfDriverGlobals, UsbDevice, Request, Memory, Offset, StringIndex, LangID);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdevicegetnuminterfaces */
typedef UCHAR (*PFN_WDFUSBTARGETDEVICEGETNUMINTERFACES)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE UCHAR WdfUsbTargetDeviceGetNumInterfaces(_In_ WDFUSBDEVICE UsbDevice)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICEGETNUMINTERFACES, WdfUsbTargetDeviceGetNumInterfaces)(WdfDriverGlobals,
        UsbDevice);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdeviceselectconfig */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICESELECTCONFIG)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ PWDF_OBJECT_ATTRIBUTES PipeAttributes,
    _Inout_ PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS Params);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceSelectConfig(_In_ WDFUSBDEVICE UsbDevice,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES PipeAttributes, _Inout_ PWDF_USB_DEVICE_SELECT_CONFIG_PARAMS Params)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICESELECTCONFIG, WdfUsbTargetDeviceSelectConfig)(WdfDriverGlobals, UsbDevice,
        PipeAttributes, Params);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdevicewdmgetconfigurationhandle */
typedef USBD_CONFIGURATION_HANDLE (*PFN_WDFUSBTARGETDEVICEWDMGETCONFIGURATIONHANDLE)(
    _In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFUSBDEVICE UsbDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE USBD_CONFIGURATION_HANDLE WdfUsbTargetDeviceWdmGetConfigurationHandle(_In_ WDFUSBDEVICE UsbDevice)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICEWDMGETCONFIGURATIONHANDLE, WdfUsbTargetDeviceWdmGetConfigurationHandle)(
        WdfDriverGlobals, UsbDevice);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdeviceretrievecurrentframenumber */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICERETRIEVECURRENTFRAMENUMBER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _Out_ PULONG CurrentFrameNumber);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceRetrieveCurrentFrameNumber(_In_ WDFUSBDEVICE UsbDevice,
    _Out_ PULONG CurrentFrameNumber)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICERETRIEVECURRENTFRAMENUMBER, WdfUsbTargetDeviceRetrieveCurrentFrameNumber)(
        WdfDriverGlobals, UsbDevice, CurrentFrameNumber);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdevicesendcontroltransfersynchronously */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICESENDCONTROLTRANSFERSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _In_ PWDF_USB_CONTROL_SETUP_PACKET SetupPacket, _In_opt_ PWDF_MEMORY_DESCRIPTOR MemoryDescriptor,
    _Out_opt_ PULONG BytesTransferred);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceSendControlTransferSynchronously(_In_ WDFUSBDEVICE UsbDevice,
    _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _In_ PWDF_USB_CONTROL_SETUP_PACKET SetupPacket, _In_opt_ PWDF_MEMORY_DESCRIPTOR MemoryDescriptor,
    _Out_opt_ PULONG BytesTransferred)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICESENDCONTROLTRANSFERSYNCHRONOUSLY, WdfUsbTargetDeviceSendControlTransferSynchronously)(
        WdfDriverGlobals, UsbDevice, Request, RequestOptions, SetupPacket, MemoryDescriptor, BytesTransferred);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdeviceformatrequestforcontroltransfer */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORCONTROLTRANSFER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _In_ WDFREQUEST Request, _In_ PWDF_USB_CONTROL_SETUP_PACKET SetupPacket,
    _In_opt_ WDFMEMORY TransferMemory, _In_opt_ PWDFMEMORY_OFFSET TransferOffset);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceFormatRequestForControlTransfer(_In_ WDFUSBDEVICE UsbDevice,
    _In_ WDFREQUEST Request, _In_ PWDF_USB_CONTROL_SETUP_PACKET SetupPacket, _In_opt_ WDFMEMORY TransferMemory,
    _In_opt_ PWDFMEMORY_OFFSET TransferOffset)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORCONTROLTRANSFER, WdfUsbTargetDeviceFormatRequestForControlTransfer)(
        WdfDriverGlobals, UsbDevice, Request, SetupPacket, TransferMemory, TransferOffset);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdeviceisconnectedsynchronous */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICEISCONNECTEDSYNCHRONOUS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceIsConnectedSynchronous(_In_ WDFUSBDEVICE UsbDevice)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICEISCONNECTEDSYNCHRONOUS, WdfUsbTargetDeviceIsConnectedSynchronous)(
        WdfDriverGlobals, UsbDevice);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdeviceresetportsynchronously */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICERESETPORTSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceResetPortSynchronously(_In_ WDFUSBDEVICE UsbDevice)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICERESETPORTSYNCHRONOUSLY, WdfUsbTargetDeviceResetPortSynchronously)(
        WdfDriverGlobals, UsbDevice);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdevicecycleportsynchronously */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICECYCLEPORTSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceCyclePortSynchronously(_In_ WDFUSBDEVICE UsbDevice)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICECYCLEPORTSYNCHRONOUSLY, WdfUsbTargetDeviceCyclePortSynchronously)(
        WdfDriverGlobals, UsbDevice);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdeviceformatrequestforcycleport */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORCYCLEPORT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceFormatRequestForCyclePort(_In_ WDFUSBDEVICE UsbDevice, _In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORCYCLEPORT, WdfUsbTargetDeviceFormatRequestForCyclePort)(
        WdfDriverGlobals, UsbDevice, Request);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdevicesendurbsynchronously */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICESENDURBSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _In_ PURB Urb);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceSendUrbSynchronously(_In_ WDFUSBDEVICE UsbDevice, _In_opt_ WDFREQUEST Request,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _In_ PURB Urb)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICESENDURBSYNCHRONOUSLY, WdfUsbTargetDeviceSendUrbSynchronously)(
        WdfDriverGlobals, UsbDevice, Request, RequestOptions, Urb);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdeviceformatrequestforurb */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORURB)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _In_ WDFREQUEST Request, _In_ WDFMEMORY UrbMemory,
    _In_opt_ PWDFMEMORY_OFFSET UrbMemoryOffset);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceFormatRequestForUrb(_In_ WDFUSBDEVICE UsbDevice, _In_ WDFREQUEST Request,
    _In_ WDFMEMORY UrbMemory, _In_opt_ PWDFMEMORY_OFFSET UrbMemoryOffset)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICEFORMATREQUESTFORURB, WdfUsbTargetDeviceFormatRequestForUrb)(
        WdfDriverGlobals, UsbDevice, Request, UrbMemory, UrbMemoryOffset);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipegetinformation */
typedef VOID (*PFN_WDFUSBTARGETPIPEGETINFORMATION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFUSBPIPE Pipe,
    _Out_ PWDF_USB_PIPE_INFORMATION PipeInformation);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfUsbTargetPipeGetInformation(_In_ WDFUSBPIPE Pipe, _Out_ PWDF_USB_PIPE_INFORMATION PipeInformation)
{
    WDF_CALL(PFN_WDFUSBTARGETPIPEGETINFORMATION, WdfUsbTargetPipeGetInformation)(WdfDriverGlobals, Pipe,
        PipeInformation);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipeisinendpoint */
typedef BOOLEAN (*PFN_WDFUSBTARGETPIPEISINENDPOINT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFUSBPIPE Pipe);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfUsbTargetPipeIsInEndpoint(_In_ WDFUSBPIPE Pipe)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEISINENDPOINT, WdfUsbTargetPipeIsInEndpoint)(WdfDriverGlobals, Pipe);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipeisoutendpoint */
typedef BOOLEAN (*PFN_WDFUSBTARGETPIPEISOUTENDPOINT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFUSBPIPE Pipe);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfUsbTargetPipeIsOutEndpoint(_In_ WDFUSBPIPE Pipe)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEISOUTENDPOINT, WdfUsbTargetPipeIsOutEndpoint)(WdfDriverGlobals, Pipe);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipegettype */
typedef WDF_USB_PIPE_TYPE (*PFN_WDFUSBTARGETPIPEGETTYPE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE Pipe);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDF_USB_PIPE_TYPE WdfUsbTargetPipeGetType(_In_ WDFUSBPIPE Pipe)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEGETTYPE, WdfUsbTargetPipeGetType)(WdfDriverGlobals, Pipe);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipesetnomaximumpacketsizecheck */
typedef VOID (*PFN_WDFUSBTARGETPIPESETNOMAXIMUMPACKETSIZECHECK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE Pipe);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfUsbTargetPipeSetNoMaximumPacketSizeCheck(_In_ WDFUSBPIPE Pipe)
{
    WDF_CALL(PFN_WDFUSBTARGETPIPESETNOMAXIMUMPACKETSIZECHECK, WdfUsbTargetPipeSetNoMaximumPacketSizeCheck)(
        WdfDriverGlobals, Pipe);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipewritesynchronously */
typedef NTSTATUS (*PFN_WDFUSBTARGETPIPEWRITESYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR MemoryDescriptor, _Out_opt_ PULONG BytesWritten);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetPipeWriteSynchronously(_In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _In_opt_ PWDF_MEMORY_DESCRIPTOR MemoryDescriptor,
    _Out_opt_ PULONG BytesWritten)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEWRITESYNCHRONOUSLY, WdfUsbTargetPipeWriteSynchronously)(WdfDriverGlobals,
        Pipe, Request, RequestOptions, MemoryDescriptor, BytesWritten);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipeformatrequestforwrite */
typedef NTSTATUS (*PFN_WDFUSBTARGETPIPEFORMATREQUESTFORWRITE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE Pipe, _In_ WDFREQUEST Request, _In_opt_ WDFMEMORY WriteMemory,
    _In_opt_ PWDFMEMORY_OFFSET WriteOffset);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetPipeFormatRequestForWrite(_In_ WDFUSBPIPE Pipe, _In_ WDFREQUEST Request,
    _In_opt_ WDFMEMORY WriteMemory, _In_opt_ PWDFMEMORY_OFFSET WriteOffset)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEFORMATREQUESTFORWRITE, WdfUsbTargetPipeFormatRequestForWrite)(
        WdfDriverGlobals, Pipe, Request, WriteMemory, WriteOffset);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipereadsynchronously */
typedef NTSTATUS (*PFN_WDFUSBTARGETPIPEREADSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR MemoryDescriptor, _Out_opt_ PULONG BytesRead);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetPipeReadSynchronously(_In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _In_opt_ PWDF_MEMORY_DESCRIPTOR MemoryDescriptor,
    _Out_opt_ PULONG BytesRead)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEREADSYNCHRONOUSLY, WdfUsbTargetPipeReadSynchronously)(WdfDriverGlobals, Pipe,
        Request, RequestOptions, MemoryDescriptor, BytesRead);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipeformatrequestforread */
typedef NTSTATUS (*PFN_WDFUSBTARGETPIPEFORMATREQUESTFORREAD)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE Pipe, _In_ WDFREQUEST Request, _In_opt_ WDFMEMORY ReadMemory,
    _In_opt_ PWDFMEMORY_OFFSET ReadOffset);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetPipeFormatRequestForRead(_In_ WDFUSBPIPE Pipe, _In_ WDFREQUEST Request,
    _In_opt_ WDFMEMORY ReadMemory, _In_opt_ PWDFMEMORY_OFFSET ReadOffset)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEFORMATREQUESTFORREAD, WdfUsbTargetPipeFormatRequestForRead)(WdfDriverGlobals,
        Pipe, Request, ReadMemory, ReadOffset);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipeconfigcontinuousreader */
typedef NTSTATUS (*PFN_WDFUSBTARGETPIPECONFIGCONTINUOUSREADER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE Pipe, _In_ PWDF_USB_CONTINUOUS_READER_CONFIG Config);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetPipeConfigContinuousReader(_In_ WDFUSBPIPE Pipe,
    _In_ PWDF_USB_CONTINUOUS_READER_CONFIG Config)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPECONFIGCONTINUOUSREADER, WdfUsbTargetPipeConfigContinuousReader)(
        WdfDriverGlobals, Pipe, Config);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipeabortsynchronously */
typedef NTSTATUS (*PFN_WDFUSBTARGETPIPEABORTSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetPipeAbortSynchronously(_In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEABORTSYNCHRONOUSLY, WdfUsbTargetPipeAbortSynchronously)(WdfDriverGlobals,
        Pipe, Request, RequestOptions);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipeformatrequestforabort */
typedef NTSTATUS (*PFN_WDFUSBTARGETPIPEFORMATREQUESTFORABORT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE Pipe, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetPipeFormatRequestForAbort(_In_ WDFUSBPIPE Pipe, _In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEFORMATREQUESTFORABORT, WdfUsbTargetPipeFormatRequestForAbort)(
        WdfDriverGlobals, Pipe, Request);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpiperesetsynchronously */
typedef NTSTATUS (*PFN_WDFUSBTARGETPIPERESETSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetPipeResetSynchronously(_In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPERESETSYNCHRONOUSLY, WdfUsbTargetPipeResetSynchronously)(WdfDriverGlobals,
        Pipe, Request, RequestOptions);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipeformatrequestforreset */
typedef NTSTATUS (*PFN_WDFUSBTARGETPIPEFORMATREQUESTFORRESET)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE Pipe, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetPipeFormatRequestForReset(_In_ WDFUSBPIPE Pipe, _In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEFORMATREQUESTFORRESET, WdfUsbTargetPipeFormatRequestForReset)(
        WdfDriverGlobals, Pipe, Request);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipesendurbsynchronously */
typedef NTSTATUS (*PFN_WDFUSBTARGETPIPESENDURBSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _In_ PURB Urb);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetPipeSendUrbSynchronously(_In_ WDFUSBPIPE Pipe, _In_opt_ WDFREQUEST Request,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _In_ PURB Urb)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPESENDURBSYNCHRONOUSLY, WdfUsbTargetPipeSendUrbSynchronously)(WdfDriverGlobals,
        Pipe, Request, RequestOptions, Urb);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipeformatrequestforurb */
typedef NTSTATUS (*PFN_WDFUSBTARGETPIPEFORMATREQUESTFORURB)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE PIPE, _In_ WDFREQUEST Request, _In_ WDFMEMORY UrbMemory,
    _In_opt_ PWDFMEMORY_OFFSET UrbMemoryOffset);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetPipeFormatRequestForUrb(_In_ WDFUSBPIPE PIPE, _In_ WDFREQUEST Request,
    _In_ WDFMEMORY UrbMemory, _In_opt_ PWDFMEMORY_OFFSET UrbMemoryOffset)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEFORMATREQUESTFORURB, WdfUsbTargetPipeFormatRequestForUrb)(WdfDriverGlobals,
        PIPE, Request, UrbMemory, UrbMemoryOffset);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbinterfacegetinterfacenumber */
typedef BYTE (*PFN_WDFUSBINTERFACEGETINTERFACENUMBER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBINTERFACE UsbInterface);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BYTE WdfUsbInterfaceGetInterfaceNumber(_In_ WDFUSBINTERFACE UsbInterface)
{
    return WDF_CALL(PFN_WDFUSBINTERFACEGETINTERFACENUMBER, WdfUsbInterfaceGetInterfaceNumber)(WdfDriverGlobals,
        UsbInterface);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbinterfacegetnumendpoints */
typedef BYTE (*PFN_WDFUSBINTERFACEGETNUMENDPOINTS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBINTERFACE UsbInterface, _In_ UCHAR SettingIndex);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BYTE WdfUsbInterfaceGetNumEndpoints(_In_ WDFUSBINTERFACE UsbInterface, _In_ UCHAR SettingIndex)
{
    return WDF_CALL(PFN_WDFUSBINTERFACEGETNUMENDPOINTS, WdfUsbInterfaceGetNumEndpoints)(WdfDriverGlobals,
        UsbInterface, SettingIndex);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbinterfacegetdescriptor */
typedef VOID (*PFN_WDFUSBINTERFACEGETDESCRIPTOR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBINTERFACE UsbInterface, _In_ UCHAR SettingIndex, _Out_ PUSB_INTERFACE_DESCRIPTOR InterfaceDescriptor);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfUsbInterfaceGetDescriptor(_In_ WDFUSBINTERFACE UsbInterface, _In_ UCHAR SettingIndex,
    _Out_ PUSB_INTERFACE_DESCRIPTOR InterfaceDescriptor)
{
    WDF_CALL(PFN_WDFUSBINTERFACEGETDESCRIPTOR, WdfUsbInterfaceGetDescriptor)(WdfDriverGlobals, UsbInterface,
        SettingIndex, InterfaceDescriptor);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbinterfaceselectsetting */
typedef NTSTATUS (*PFN_WDFUSBINTERFACESELECTSETTING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBINTERFACE UsbInterface, _In_opt_ PWDF_OBJECT_ATTRIBUTES PipesAttributes,
    _In_ PWDF_USB_INTERFACE_SELECT_SETTING_PARAMS Params);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbInterfaceSelectSetting(_In_ WDFUSBINTERFACE UsbInterface,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES PipesAttributes, _In_ PWDF_USB_INTERFACE_SELECT_SETTING_PARAMS Params)
{
    return WDF_CALL(PFN_WDFUSBINTERFACESELECTSETTING, WdfUsbInterfaceSelectSetting)(WdfDriverGlobals, UsbInterface,
        PipesAttributes, Params);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbinterfacegetendpointinformation */
typedef VOID (*PFN_WDFUSBINTERFACEGETENDPOINTINFORMATION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBINTERFACE UsbInterface, _In_ UCHAR SettingIndex, _In_ UCHAR EndpointIndex,
    _Out_ PWDF_USB_PIPE_INFORMATION EndpointInfo);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfUsbInterfaceGetEndpointInformation(_In_ WDFUSBINTERFACE UsbInterface, _In_ UCHAR SettingIndex,
    _In_ UCHAR EndpointIndex, _Out_ PWDF_USB_PIPE_INFORMATION EndpointInfo)
{
    WDF_CALL(PFN_WDFUSBINTERFACEGETENDPOINTINFORMATION, WdfUsbInterfaceGetEndpointInformation)(WdfDriverGlobals,
        UsbInterface, SettingIndex, EndpointIndex, EndpointInfo);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdevicegetinterface */
typedef WDFUSBINTERFACE (*PFN_WDFUSBTARGETDEVICEGETINTERFACE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _In_ UCHAR InterfaceIndex);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFUSBINTERFACE WdfUsbTargetDeviceGetInterface(_In_ WDFUSBDEVICE UsbDevice, _In_ UCHAR InterfaceIndex)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICEGETINTERFACE, WdfUsbTargetDeviceGetInterface)(WdfDriverGlobals, UsbDevice,
        InterfaceIndex);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbinterfacegetconfiguredsettingindex */
typedef BYTE (*PFN_WDFUSBINTERFACEGETCONFIGUREDSETTINGINDEX)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBINTERFACE Interface);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BYTE WdfUsbInterfaceGetConfiguredSettingIndex(_In_ WDFUSBINTERFACE Interface)
{
    return WDF_CALL(PFN_WDFUSBINTERFACEGETCONFIGUREDSETTINGINDEX, WdfUsbInterfaceGetConfiguredSettingIndex)(
        WdfDriverGlobals, Interface);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbinterfacegetnumconfiguredpipes */
typedef BYTE (*PFN_WDFUSBINTERFACEGETNUMCONFIGUREDPIPES)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBINTERFACE UsbInterface);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BYTE WdfUsbInterfaceGetNumConfiguredPipes(_In_ WDFUSBINTERFACE UsbInterface)
{
    return WDF_CALL(PFN_WDFUSBINTERFACEGETNUMCONFIGUREDPIPES, WdfUsbInterfaceGetNumConfiguredPipes)(WdfDriverGlobals,
        UsbInterface);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbinterfacegetconfiguredpipe */
typedef WDFUSBPIPE (*PFN_WDFUSBINTERFACEGETCONFIGUREDPIPE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBINTERFACE UsbInterface, _In_ UCHAR PipeIndex, _Out_opt_ PWDF_USB_PIPE_INFORMATION PipeInfo);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFUSBPIPE WdfUsbInterfaceGetConfiguredPipe(_In_ WDFUSBINTERFACE UsbInterface, _In_ UCHAR PipeIndex,
    _Out_opt_ PWDF_USB_PIPE_INFORMATION PipeInfo)
{
    return WDF_CALL(PFN_WDFUSBINTERFACEGETCONFIGUREDPIPE, WdfUsbInterfaceGetConfiguredPipe)(WdfDriverGlobals,
        UsbInterface, PipeIndex, PipeInfo);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetpipewdmgetpipehandle */
typedef USBD_PIPE_HANDLE (*PFN_WDFUSBTARGETPIPEWDMGETPIPEHANDLE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBPIPE UsbPipe);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE USBD_PIPE_HANDLE WdfUsbTargetPipeWdmGetPipeHandle(_In_ WDFUSBPIPE UsbPipe)
{
    return WDF_CALL(PFN_WDFUSBTARGETPIPEWDMGETPIPEHANDLE, WdfUsbTargetPipeWdmGetPipeHandle)(WdfDriverGlobals,
        UsbPipe);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbinterfacegetnumsettings */
typedef BYTE (*PFN_WDFUSBINTERFACEGETNUMSETTINGS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBINTERFACE UsbInterface);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BYTE WdfUsbInterfaceGetNumSettings(_In_ WDFUSBINTERFACE UsbInterface)
{
    return WDF_CALL(PFN_WDFUSBINTERFACEGETNUMSETTINGS, WdfUsbInterfaceGetNumSettings)(WdfDriverGlobals, UsbInterface);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdevicecreatewithparameters */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICECREATEWITHPARAMETERS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ PWDF_USB_DEVICE_CREATE_CONFIG Config, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFUSBDEVICE *UsbDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceCreateWithParameters(_In_ WDFDEVICE Device,
    _In_ PWDF_USB_DEVICE_CREATE_CONFIG Config, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFUSBDEVICE *UsbDevice)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICECREATEWITHPARAMETERS, WdfUsbTargetDeviceCreateWithParameters)(
        WdfDriverGlobals, Device, Config, Attributes, UsbDevice);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdevicequeryusbcapability */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICEQUERYUSBCAPABILITY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _In_ const GUID *CapabilityType, _In_ ULONG CapabilityBufferLength,
    _Out_opt_ PVOID CapabilityBuffer, _Out_opt_ PULONG ResultLength);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceQueryUsbCapability(_In_ WDFUSBDEVICE UsbDevice, _In_ const GUID *CapabilityType,
    _In_ ULONG CapabilityBufferLength, _Out_opt_ PVOID CapabilityBuffer, _Out_opt_ PULONG ResultLength)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICEQUERYUSBCAPABILITY, WdfUsbTargetDeviceQueryUsbCapability)(WdfDriverGlobals,
        UsbDevice, CapabilityType, CapabilityBufferLength, CapabilityBuffer, ResultLength);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdevicecreateurb */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICECREATEURB)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFMEMORY *UrbMemory,
    _Out_opt_ PURB *Urb);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceCreateUrb(_In_ WDFUSBDEVICE UsbDevice,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFMEMORY *UrbMemory, _Out_opt_ PURB *Urb)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICECREATEURB, WdfUsbTargetDeviceCreateUrb)(WdfDriverGlobals, UsbDevice,
        Attributes, UrbMemory, Urb);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfusb/nf-wdfusb-wdfusbtargetdevicecreateisochurb */
typedef NTSTATUS (*PFN_WDFUSBTARGETDEVICECREATEISOCHURB)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFUSBDEVICE UsbDevice, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ ULONG NumberOfIsochPackets,
    _Out_ WDFMEMORY *UrbMemory, _Out_opt_ PURB *Urb);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfUsbTargetDeviceCreateIsochUrb(_In_ WDFUSBDEVICE UsbDevice,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ ULONG NumberOfIsochPackets, _Out_ WDFMEMORY *UrbMemory,
    _Out_opt_ PURB *Urb)
{
    return WDF_CALL(PFN_WDFUSBTARGETDEVICECREATEISOCHURB, WdfUsbTargetDeviceCreateIsochUrb)(WdfDriverGlobals,
        UsbDevice, Attributes, NumberOfIsochPackets, UrbMemory, Urb);
}
#endif

WDF_INLINE BOOLEAN WDF_USB_PIPE_DIRECTION_IN(UCHAR EndpointAddress)
{
    return (EndpointAddress & 0x80) != 0;
}

WDF_INLINE BOOLEAN WDF_USB_PIPE_DIRECTION_OUT(UCHAR EndpointAddress)
{
    return (EndpointAddress & 0x80) == 0;
}

/* A USB device and a USB pipe are I/O targets: the handle is the same. */
WDF_INLINE WDFIOTARGET WdfUsbTargetDeviceGetIoTarget(WDFUSBDEVICE UsbDevice)
{
    return (WDFIOTARGET)(PVOID)UsbDevice;
}

WDF_INLINE WDFIOTARGET WdfUsbTargetPipeGetIoTarget(WDFUSBPIPE Pipe)
{
    return (WDFIOTARGET)(PVOID)Pipe;
}

#ifdef __cplusplus
}
#endif

#endif
