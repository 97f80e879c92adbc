/* SPDX-License-Identifier: MIT */
/* wdfstatus.h: status codes of the framework. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFSTATUS_H
#define KMDOCK_WDFSTATUS_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

#define STATUS_WDF_BUSY                              ((NTSTATUS)0xC0200204L)
#define STATUS_WDF_DEVICE_REMOVED_NOT_SENT           ((NTSTATUS)0xC0200206L)
#define STATUS_WDF_EXECUTION_LEVEL_INVALID           ((NTSTATUS)0xC0200211L)
#define STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL      ((NTSTATUS)0xC020020CL)
#define STATUS_WDF_INTERNAL_ERROR                    ((NTSTATUS)0xC0200201L)
#define STATUS_WDF_IO_TIMEOUT_NOT_SENT               ((NTSTATUS)0xC0200205L)
#define STATUS_WDF_NOT_ENOUGH_MAP_REGISTERS          ((NTSTATUS)0xC0200214L)
#define STATUS_WDF_NO_CALLBACK                       ((NTSTATUS)0xC020020BL)
#define STATUS_WDF_NO_PACKAGE                        ((NTSTATUS)0xC0200200L)
#define STATUS_WDF_OBJECT_ATTRIBUTES_INVALID         ((NTSTATUS)0xC0200209L)
#define STATUS_WDF_PARENT_ALREADY_ASSIGNED           ((NTSTATUS)0xC020020DL)
#define STATUS_WDF_PARENT_ASSIGNMENT_NOT_ALLOWED     ((NTSTATUS)0xC020020FL)
#define STATUS_WDF_PARENT_IS_SELF                    ((NTSTATUS)0xC020020EL)
#define STATUS_WDF_PARENT_NOT_SPECIFIED              ((NTSTATUS)0xC0200212L)
#define STATUS_WDF_PAUSED                            ((NTSTATUS)0xC0200203L)
#define STATUS_WDF_POSTED                            ((NTSTATUS)0x40200002L)
#define STATUS_WDF_QUEUED                            ((NTSTATUS)0x40200000L)
#define STATUS_WDF_REQUEST_ALREADY_PENDING           ((NTSTATUS)0xC0200207L)
#define STATUS_WDF_REQUEST_INVALID_STATE             ((NTSTATUS)0xC0200208L)
#define STATUS_WDF_SYNCHRONIZATION_SCOPE_INVALID     ((NTSTATUS)0xC0200210L)
#define STATUS_WDF_TOO_FRAGMENTED                    ((NTSTATUS)0xC020020AL)
#define STATUS_WDF_TOO_MANY_TRANSFERS                ((NTSTATUS)0xC0200213L)

#define FACILITY_DRIVER_FRAMEWORK 32

#ifdef __cplusplus
}
#endif

#endif
