/* SPDX-License-Identifier: MIT */
/* The framework's function table, set when the driver binds (driverentry.c). An entry has its own type, PFN_NAME. */
typedef VOID (*WDFFUNC)(VOID);
extern const WDFFUNC *WdfFunctions;

/* C would have a cast between function types warned about; the table is what the ABI says it is. */
#define WDF_CALL(Type, Name) ((Type)(PVOID)WdfFunctions[Name##TableIndex])
