/* SPDX-License-Identifier: MIT */
/* For interfaces that need no counting: wdfqueryinterface/nf-wdfqueryinterface-wdfdeviceinterfacereferencenoop */
static __inline__ __attribute__((__unused__)) VOID WdfDeviceInterfaceReferenceNoOp(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
}

static __inline__ __attribute__((__unused__)) VOID WdfDeviceInterfaceDereferenceNoOp(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
}
