/* SPDX-License-Identifier: MIT */
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
