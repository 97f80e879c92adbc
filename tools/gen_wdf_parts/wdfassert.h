/* SPDX-License-Identifier: MIT */
/*
 * Breaks into the debugger if the expression is false and the driver's registry value VerifyOn is set, in every build.
 * wdf/wdfverify
 */
#define WDFVERIFY(Exp) ((VOID)((Exp) ? (VOID)0 : wdf_verify_failed("WDFVERIFY(" #Exp ")", __FILE__, __LINE__)))

/* wdf/verify-is-irql-passive-level */
#define VERIFY_IS_IRQL_PASSIVE_LEVEL()                                                                                 \
    ((VOID)(KeGetCurrentIrql() == PASSIVE_LEVEL                                                                        \
                ? (VOID)0                                                                                              \
                : wdf_verify_failed("VERIFY_IS_IRQL_PASSIVE_LEVEL", __FILE__, __LINE__)))

#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID wdf_verify_failed(const CHAR *what, const CHAR *file, ULONG line)
{
    DbgPrint("%s failed, %s line %lu\n", what, file, line);
    WdfVerifierDbgBreakPoint();
}
#endif
