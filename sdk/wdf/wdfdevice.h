/* SPDX-License-Identifier: MIT */
/* wdfdevice.h: the device interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFDEVICE_H
#define KMDOCK_WDFDEVICE_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"
#include "wdfrequest.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_DEVICE_FAILED_ACTION {
    WdfDeviceFailedUndefined = 0,
    WdfDeviceFailedAttemptRestart = 1,
    WdfDeviceFailedNoRestart = 2,
} WDF_DEVICE_FAILED_ACTION, *PWDF_DEVICE_FAILED_ACTION;

typedef enum _WDF_DEVICE_IO_TYPE {
    WdfDeviceIoUndefined = 0,
    WdfDeviceIoNeither = 1,
    WdfDeviceIoBuffered = 2,
    WdfDeviceIoDirect = 3,
    WdfDeviceIoBufferedOrDirect = 4,
} WDF_DEVICE_IO_TYPE, *PWDF_DEVICE_IO_TYPE;

typedef enum _WDF_DEVICE_PNP_STATE {
    WdfDevStatePnpInvalid = 0,
    WdfDevStatePnpObjectCreated = 256,
    WdfDevStatePnpCheckForDevicePresence = 257,
    WdfDevStatePnpEjectFailed = 258,
    WdfDevStatePnpEjectHardware = 259,
    WdfDevStatePnpEjectedWaitingForRemove = 260,
    WdfDevStatePnpInit = 261,
    WdfDevStatePnpInitStarting = 262,
    WdfDevStatePnpInitSurpriseRemoved = 263,
    WdfDevStatePnpHardwareAvailable = 264,
    WdfDevStatePnpEnableInterfaces = 265,
    WdfDevStatePnpHardwareAvailablePowerPolicyFailed = 266,
    WdfDevStatePnpQueryRemoveAskDriver = 267,
    WdfDevStatePnpQueryRemovePending = 268,
    WdfDevStatePnpQueryRemoveStaticCheck = 269,
    WdfDevStatePnpQueriedRemoving = 270,
    WdfDevStatePnpQueryStopAskDriver = 271,
    WdfDevStatePnpQueryStopPending = 272,
    WdfDevStatePnpQueryStopStaticCheck = 273,
    WdfDevStatePnpQueryCanceled = 274,
    WdfDevStatePnpRemoved = 275,
    WdfDevStatePnpPdoRemoved = 276,
    WdfDevStatePnpRemovedPdoWait = 277,
    WdfDevStatePnpRemovedPdoSurpriseRemoved = 278,
    WdfDevStatePnpRemovingDisableInterfaces = 279,
    WdfDevStatePnpRestarting = 280,
    WdfDevStatePnpStarted = 281,
    WdfDevStatePnpStartedCancelStop = 282,
    WdfDevStatePnpStartedCancelRemove = 283,
    WdfDevStatePnpStartedRemoving = 284,
    WdfDevStatePnpStartingFromStopped = 285,
    WdfDevStatePnpStopped = 286,
    WdfDevStatePnpStoppedWaitForStartCompletion = 287,
    WdfDevStatePnpStartedStopping = 288,
    WdfDevStatePnpSurpriseRemove = 289,
    WdfDevStatePnpInitQueryRemove = 290,
    WdfDevStatePnpInitQueryRemoveCanceled = 291,
    WdfDevStatePnpFdoRemoved = 292,
    WdfDevStatePnpRemovedWaitForChildren = 293,
    WdfDevStatePnpQueriedSurpriseRemove = 294,
    WdfDevStatePnpSurpriseRemoveIoStarted = 295,
    WdfDevStatePnpFailedPowerDown = 296,
    WdfDevStatePnpFailedIoStarting = 297,
    WdfDevStatePnpFailedOwnHardware = 298,
    WdfDevStatePnpFailed = 299,
    WdfDevStatePnpFailedSurpriseRemoved = 300,
    WdfDevStatePnpFailedStarted = 301,
    WdfDevStatePnpFailedWaitForRemove = 302,
    WdfDevStatePnpFailedInit = 303,
    WdfDevStatePnpPdoInitFailed = 304,
    WdfDevStatePnpRestart = 305,
    WdfDevStatePnpRestartReleaseHardware = 306,
    WdfDevStatePnpRestartHardwareAvailable = 307,
    WdfDevStatePnpPdoRestart = 308,
    WdfDevStatePnpFinal = 309,
    WdfDevStatePnpRemovedChildrenRemoved = 310,
    WdfDevStatePnpQueryRemoveEnsureDeviceAwake = 311,
    WdfDevStatePnpQueryStopEnsureDeviceAwake = 312,
    WdfDevStatePnpFailedPowerPolicyRemoved = 313,
    WdfDevStatePnpNull = 314,
} WDF_DEVICE_PNP_STATE, *PWDF_DEVICE_PNP_STATE;

typedef enum _WDF_DEVICE_POWER_POLICY_STATE {
    WdfDevStatePwrPolInvalid = 0,
    WdfDevStatePwrPolObjectCreated = 1280,
    WdfDevStatePwrPolStarting = 1281,
    WdfDevStatePwrPolStartingSucceeded = 1282,
    WdfDevStatePwrPolStartingFailed = 1283,
    WdfDevStatePwrPolStartingDecideS0Wake = 1284,
    WdfDevStatePwrPolStartedIdleCapable = 1285,
    WdfDevStatePwrPolTimerExpiredNoWake = 1286,
    WdfDevStatePwrPolTimerExpiredNoWakeCompletePowerDown = 1287,
    WdfDevStatePwrPolWaitingUnarmed = 1288,
    WdfDevStatePwrPolWaitingUnarmedQueryIdle = 1289,
    WdfDevStatePwrPolS0NoWakePowerUp = 1290,
    WdfDevStatePwrPolS0NoWakeCompletePowerUp = 1291,
    WdfDevStatePwrPolSystemSleepFromDeviceWaitingUnarmed = 1292,
    WdfDevStatePwrPolSystemSleepNeedWake = 1293,
    WdfDevStatePwrPolSystemSleepNeedWakeCompletePowerUp = 1294,
    WdfDevStatePwrPolSystemSleepPowerRequestFailed = 1295,
    WdfDevStatePwrPolCheckPowerPageable = 1296,
    WdfDevStatePwrPolSleepingWakeWakeArrived = 1297,
    WdfDevStatePwrPolSleepingWakeRevertArmWake = 1298,
    WdfDevStatePwrPolSystemAsleepWakeArmed = 1299,
    WdfDevStatePwrPolSystemWakeDeviceWakeEnabled = 1300,
    WdfDevStatePwrPolSystemWakeDeviceWakeEnabledWakeCanceled = 1301,
    WdfDevStatePwrPolSystemWakeDeviceWakeDisarm = 1302,
    WdfDevStatePwrPolSystemWakeDeviceWakeTriggered = 1303,
    WdfDevStatePwrPolSystemWakeDeviceWakeTriggeredS0 = 1304,
    WdfDevStatePwrPolSystemWakeDeviceWokeDisarm = 1305,
    WdfDevStatePwrPolSleepingWakeWakeArrivedNP = 0x851a,
    WdfDevStatePwrPolSleepingWakeRevertArmWakeNP = 0x851b,
    WdfDevStatePwrPolSleepingWakePowerDownFailed = 1308,
    WdfDevStatePwrPolSleepingWakePowerDownFailedWakeCanceled = 1309,
    WdfDevStatePwrPolSystemAsleepWakeArmedNP = 0x851e,
    WdfDevStatePwrPolSystemWakeDeviceWakeEnabledNP = 0x851f,
    WdfDevStatePwrPolSystemWakeDeviceWakeEnabledWakeCanceledNP = 0x8520,
    WdfDevStatePwrPolSystemWakeDeviceWakeDisarmNP = 0x8521,
    WdfDevStatePwrPolSystemWakeDeviceWakeTriggeredNP = 0x8522,
    WdfDevStatePwrPolSystemWakeDeviceWakeTriggeredS0NP = 0x8523,
    WdfDevStatePwrPolSystemWakeDeviceWokeDisarmNP = 0x8524,
    WdfDevStatePwrPolSystemWakeDeviceWakeCompletePowerUp = 1317,
    WdfDevStatePwrPolSleeping = 1318,
    WdfDevStatePwrPolSleepingNoWakePowerDown = 1319,
    WdfDevStatePwrPolSleepingNoWakeCompletePowerDown = 1320,
    WdfDevStatePwrPolSleepingNoWakeDxRequestFailed = 1321,
    WdfDevStatePwrPolSleepingWakePowerDown = 1322,
    WdfDevStatePwrPolSleepingSendWake = 1323,
    WdfDevStatePwrPolSystemAsleepNoWake = 1324,
    WdfDevStatePwrPolSystemWakeDeviceWakeDisabled = 1325,
    WdfDevStatePwrPolSystemWakeDeviceToD0 = 1326,
    WdfDevStatePwrPolSystemWakeDeviceToD0CompletePowerUp = 1327,
    WdfDevStatePwrPolSystemWakeQueryIdle = 1328,
    WdfDevStatePwrPolStartedWakeCapable = 1329,
    WdfDevStatePwrPolTimerExpiredDecideUsbSS = 1330,
    WdfDevStatePwrPolTimerExpiredWakeCapablePowerDown = 1331,
    WdfDevStatePwrPolTimerExpiredWakeCapableSendWake = 1332,
    WdfDevStatePwrPolTimerExpiredWakeCapableUsbSS = 1333,
    WdfDevStatePwrPolTimerExpiredWakeCapableWakeArrived = 1334,
    WdfDevStatePwrPolTimerExpiredWakeCapableCancelWake = 1335,
    WdfDevStatePwrPolTimerExpiredWakeCapableWakeCanceled = 1336,
    WdfDevStatePwrPolTimerExpiredWakeCapableCleanup = 1337,
    WdfDevStatePwrPolTimerExpiredWakeCapableDxAllocFailed = 1338,
    WdfDevStatePwrPolTimerExpiredWakeCompletedPowerDown = 1339,
    WdfDevStatePwrPolTimerExpiredWakeCompletedPowerUp = 1340,
    WdfDevStatePwrPolWaitingArmedUsbSS = 1341,
    WdfDevStatePwrPolWaitingArmed = 1342,
    WdfDevStatePwrPolWaitingArmedQueryIdle = 1343,
    WdfDevStatePwrPolIoPresentArmed = 1344,
    WdfDevStatePwrPolIoPresentArmedWakeCanceled = 1345,
    WdfDevStatePwrPolS0WakeDisarm = 1346,
    WdfDevStatePwrPolS0WakeCompletePowerUp = 1347,
    WdfDevStatePwrPolTimerExpiredWakeSucceeded = 1348,
    WdfDevStatePwrPolTimerExpiredWakeCompletedDisarm = 1349,
    WdfDevStatePwrPolTimerExpiredWakeCapableWakeSucceeded = 1350,
    WdfDevStatePwrPolTimerExpiredWakeCapableWakeFailed = 1351,
    WdfDevStatePwrPolWakeFailedUsbSS = 1352,
    WdfDevStatePwrPolTimerExpiredWakeCapablePowerDownFailedCancelWake = 1353,
    WdfDevStatePwrPolTimerExpiredWakeCapablePowerDownFailedWakeCanceled = 1354,
    WdfDevStatePwrPolTimerExpiredWakeCapablePowerDownFailedUsbSS = 1355,
    WdfDevStatePwrPolCancelingWakeForSystemSleep = 1356,
    WdfDevStatePwrPolCancelingWakeForSystemSleepWakeCanceled = 1357,
    WdfDevStatePwrPolDisarmingWakeForSystemSleepCompletePowerUp = 1358,
    WdfDevStatePwrPolPowerUpForSystemSleepFailed = 1359,
    WdfDevStatePwrPolWokeFromS0UsbSS = 1360,
    WdfDevStatePwrPolWokeFromS0 = 1361,
    WdfDevStatePwrPolWokeFromS0NotifyDriver = 1362,
    WdfDevStatePwrPolStoppingResetDevice = 1363,
    WdfDevStatePwrPolStoppingResetDeviceCompletePowerUp = 1364,
    WdfDevStatePwrPolStoppingResetDeviceFailed = 1365,
    WdfDevStatePwrPolStoppingD0 = 1366,
    WdfDevStatePwrPolStoppingD0Failed = 1367,
    WdfDevStatePwrPolStoppingDisarmWake = 1368,
    WdfDevStatePwrPolStoppingDisarmWakeCancelWake = 1369,
    WdfDevStatePwrPolStoppingDisarmWakeWakeCanceled = 1370,
    WdfDevStatePwrPolStopping = 1371,
    WdfDevStatePwrPolStoppingFailed = 1372,
    WdfDevStatePwrPolStoppingSendStatus = 1373,
    WdfDevStatePwrPolStoppingCancelTimer = 1374,
    WdfDevStatePwrPolStoppingWaitForIdleTimeout = 1375,
    WdfDevStatePwrPolStoppingCancelUsbSS = 1376,
    WdfDevStatePwrPolStoppingWaitForUsbSSCompletion = 1377,
    WdfDevStatePwrPolStoppingCancelWake = 1378,
    WdfDevStatePwrPolStopped = 1379,
    WdfDevStatePwrPolCancelUsbSS = 1380,
    WdfDevStatePwrPolStarted = 1381,
    WdfDevStatePwrPolStartedCancelTimer = 1382,
    WdfDevStatePwrPolStartedWaitForIdleTimeout = 1383,
    WdfDevStatePwrPolStartedWakeCapableCancelTimerForSleep = 1384,
    WdfDevStatePwrPolStartedWakeCapableWaitForIdleTimeout = 1385,
    WdfDevStatePwrPolStartedWakeCapableSleepingUsbSS = 1386,
    WdfDevStatePwrPolStartedIdleCapableCancelTimerForSleep = 1387,
    WdfDevStatePwrPolStartedIdleCapableWaitForIdleTimeout = 1388,
    WdfDevStatePwrPolDeviceD0PowerRequestFailed = 1389,
    WdfDevStatePwrPolDevicePowerRequestFailed = 1390,
    WdfDevStatePwrPolGotoDx = 1391,
    WdfDevStatePwrPolGotoDxInDx = 1392,
    WdfDevStatePwrPolDx = 1393,
    WdfDevStatePwrPolGotoD0 = 1394,
    WdfDevStatePwrPolGotoD0InD0 = 1395,
    WdfDevStatePwrPolFinal = 1396,
    WdfDevStatePwrPolSleepingPowerDownNotProcessed = 1397,
    WdfDevStatePwrPolTimerExpiredWakeCapablePowerDownNotProcessed = 1398,
    WdfDevStatePwrPolTimerExpiredNoWakePowerDownNotProcessed = 1399,
    WdfDevStatePwrPolTimerExpiredNoWakePoweredDownDisableIdleTimer = 1400,
    WdfDevStatePwrPolStoppingWaitingForImplicitPowerDown = 1401,
    WdfDevStatePwrPolStoppingPoweringUp = 1402,
    WdfDevStatePwrPolStoppingPoweringDown = 1403,
    WdfDevStatePwrPolPowerUpForSystemSleepNotSeen = 1404,
    WdfDevStatePwrPolWaitingArmedStoppingCancelUsbSS = 1405,
    WdfDevStatePwrPolWaitingArmedWakeFailedCancelUsbSS = 1406,
    WdfDevStatePwrPolWaitingArmedIoPresentCancelUsbSS = 1407,
    WdfDevStatePwrPolWaitingArmedWakeSucceededCancelUsbSS = 1408,
    WdfDevStatePwrPolCancelingUsbSSForSystemSleep = 1409,
    WdfDevStatePwrPolStoppingD0CancelUsbSS = 1410,
    WdfDevStatePwrPolStartingPoweredUp = 1411,
    WdfDevStatePwrPolIdleCapableDeviceIdle = 1412,
    WdfDevStatePwrPolDeviceIdleReturnToActive = 1413,
    WdfDevStatePwrPolDeviceIdleSleeping = 1414,
    WdfDevStatePwrPolDeviceIdleStopping = 1415,
    WdfDevStatePwrPolTimerExpiredNoWakeUndoPowerDown = 1416,
    WdfDevStatePwrPolWakeCapableDeviceIdle = 1417,
    WdfDevStatePwrPolWakeCapableUsbSSCompleted = 1418,
    WdfDevStatePwrPolTimerExpiredWakeCapableUndoPowerDown = 1419,
    WdfDevStatePwrPolTimerExpiredWakeCompletedHardwareStarted = 1420,
    WdfDevStatePwrPolStoppedRemoving = 1421,
    WdfDevStatePwrPolRemoved = 1422,
    WdfDevStatePwrPolRestarting = 1423,
    WdfDevStatePwrPolRestartingFailed = 1424,
    WdfDevStatePwrPolStartingPoweredUpFailed = 1425,
    WdfDevStatePwrPolTimerExpiredNoWakeReturnToActive = 1426,
    WdfDevStatePwrPolWaitingArmedWakeInterruptFired = 1427,
    WdfDevStatePwrPolSystemWakeDeviceWakeInterruptFired = 1428,
    WdfDevStatePwrPolSystemWakeDeviceWakeInterruptFiredNP = 0x8595,
    WdfDevStatePwrPolTimerExpiredWakeCapableWakeInterruptArrived = 1430,
    WdfDevStatePwrPolTimerExpiredWakeCapablePowerDownFailedWakeInterruptArrived = 1431,
    WdfDevStatePwrPolWaitingArmedWakeInterruptFiredDuringPowerDown = 1432,
    WdfDevStatePwrPolNull = 1433,
} WDF_DEVICE_POWER_POLICY_STATE, *PWDF_DEVICE_POWER_POLICY_STATE;

typedef enum _WDF_DEVICE_POWER_STATE {
    WdfDevStatePowerInvalid = 0,
    WdfDevStatePowerObjectCreated = 768,
    WdfDevStatePowerCheckDeviceType = 769,
    WdfDevStatePowerCheckDeviceTypeNP = 0x8302,
    WdfDevStatePowerCheckParentState = 771,
    WdfDevStatePowerCheckParentStateNP = 0x8304,
    WdfDevStatePowerEnablingWakeAtBus = 773,
    WdfDevStatePowerEnablingWakeAtBusNP = 0x8306,
    WdfDevStatePowerD0 = 775,
    WdfDevStatePowerD0NP = 0x8308,
    WdfDevStatePowerD0BusWakeOwner = 777,
    WdfDevStatePowerD0BusWakeOwnerNP = 0x830a,
    WdfDevStatePowerD0ArmedForWake = 779,
    WdfDevStatePowerD0ArmedForWakeNP = 0x830c,
    WdfDevStatePowerD0DisarmingWakeAtBus = 781,
    WdfDevStatePowerD0DisarmingWakeAtBusNP = 0x830e,
    WdfDevStatePowerD0Starting = 783,
    WdfDevStatePowerD0StartingConnectInterrupt = 784,
    WdfDevStatePowerD0StartingDmaEnable = 785,
    WdfDevStatePowerD0StartingStartSelfManagedIo = 786,
    WdfDevStatePowerDecideD0State = 787,
    WdfDevStatePowerGotoD3Stopped = 788,
    WdfDevStatePowerStopped = 789,
    WdfDevStatePowerStartingCheckDeviceType = 790,
    WdfDevStatePowerStartingChild = 791,
    WdfDevStatePowerDxDisablingWakeAtBus = 792,
    WdfDevStatePowerDxDisablingWakeAtBusNP = 0x8319,
    WdfDevStatePowerGotoDx = 794,
    WdfDevStatePowerGotoDxNP = 0x831b,
    WdfDevStatePowerGotoDxIoStopped = 796,
    WdfDevStatePowerGotoDxIoStoppedNP = 0x831d,
    WdfDevStatePowerGotoDxNPFailed = 0x831e,
    WdfDevStatePowerDx = 799,
    WdfDevStatePowerDxNP = 0x8320,
    WdfDevStatePowerGotoDxArmedForWake = 801,
    WdfDevStatePowerGotoDxArmedForWakeNP = 0x8322,
    WdfDevStatePowerGotoDxIoStoppedArmedForWake = 803,
    WdfDevStatePowerGotoDxIoStoppedArmedForWakeNP = 0x8324,
    WdfDevStatePowerDxArmedForWake = 805,
    WdfDevStatePowerDxArmedForWakeNP = 0x8326,
    WdfDevStatePowerCheckParentStateArmedForWake = 807,
    WdfDevStatePowerCheckParentStateArmedForWakeNP = 0x8328,
    WdfDevStatePowerWaitForParentArmedForWake = 809,
    WdfDevStatePowerWaitForParentArmedForWakeNP = 0x832a,
    WdfDevStatePowerStartSelfManagedIo = 811,
    WdfDevStatePowerStartSelfManagedIoNP = 0x832c,
    WdfDevStatePowerStartSelfManagedIoFailed = 813,
    WdfDevStatePowerStartSelfManagedIoFailedNP = 0x832e,
    WdfDevStatePowerWaitForParent = 815,
    WdfDevStatePowerWaitForParentNP = 0x8330,
    WdfDevStatePowerWakePending = 817,
    WdfDevStatePowerWakePendingNP = 0x8332,
    WdfDevStatePowerWaking = 819,
    WdfDevStatePowerWakingNP = 0x8334,
    WdfDevStatePowerWakingConnectInterrupt = 821,
    WdfDevStatePowerWakingConnectInterruptNP = 0x8336,
    WdfDevStatePowerWakingConnectInterruptFailed = 823,
    WdfDevStatePowerWakingConnectInterruptFailedNP = 0x8338,
    WdfDevStatePowerWakingDmaEnable = 825,
    WdfDevStatePowerWakingDmaEnableNP = 0x833a,
    WdfDevStatePowerWakingDmaEnableFailed = 827,
    WdfDevStatePowerWakingDmaEnableFailedNP = 0x833c,
    WdfDevStatePowerReportPowerUpFailedDerefParent = 829,
    WdfDevStatePowerReportPowerUpFailed = 830,
    WdfDevStatePowerPowerFailedPowerDown = 831,
    WdfDevStatePowerReportPowerDownFailed = 832,
    WdfDevStatePowerInitialConnectInterruptFailed = 833,
    WdfDevStatePowerInitialDmaEnableFailed = 834,
    WdfDevStatePowerInitialSelfManagedIoFailed = 835,
    WdfDevStatePowerInitialPowerUpFailedDerefParent = 836,
    WdfDevStatePowerInitialPowerUpFailed = 837,
    WdfDevStatePowerDxStoppedDisarmWake = 838,
    WdfDevStatePowerDxStoppedDisarmWakeNP = 0x8347,
    WdfDevStatePowerGotoDxStoppedDisableInterruptNP = 0x8348,
    WdfDevStatePowerGotoDxStopped = 841,
    WdfDevStatePowerDxStopped = 842,
    WdfDevStatePowerGotoStopped = 843,
    WdfDevStatePowerStoppedCompleteDx = 844,
    WdfDevStatePowerDxStoppedDecideDxState = 845,
    WdfDevStatePowerDxStoppedArmForWake = 846,
    WdfDevStatePowerDxStoppedArmForWakeNP = 0x834f,
    WdfDevStatePowerFinalPowerDownFailed = 848,
    WdfDevStatePowerFinal = 849,
    WdfDevStatePowerGotoImplicitD3DisarmWakeAtBus = 850,
    WdfDevStatePowerUpFailed = 851,
    WdfDevStatePowerUpFailedDerefParent = 852,
    WdfDevStatePowerGotoDxFailed = 853,
    WdfDevStatePowerGotoDxStoppedDisableInterrupt = 854,
    WdfDevStatePowerUpFailedNP = 0x8357,
    WdfDevStatePowerUpFailedDerefParentNP = 0x8358,
    WdfDevStatePowerNotifyingD0ExitToWakeInterrupts = 857,
    WdfDevStatePowerNotifyingD0EntryToWakeInterrupts = 858,
    WdfDevStatePowerNotifyingD0ExitToWakeInterruptsNP = 0x835b,
    WdfDevStatePowerNotifyingD0EntryToWakeInterruptsNP = 0x835c,
    WdfDevStatePowerNull = 861,
} WDF_DEVICE_POWER_STATE, *PWDF_DEVICE_POWER_STATE;

typedef enum _WDF_DEVICE_STATE_FLAGS {
    WdfDevStateNP = 0x8000,
} WDF_DEVICE_STATE_FLAGS, *PWDF_DEVICE_STATE_FLAGS;

typedef enum _WDF_DISPATCH_IRP_TO_IO_QUEUE_FLAGS {
    WDF_DISPATCH_IRP_TO_IO_QUEUE_NO_FLAGS = 0,
    WDF_DISPATCH_IRP_TO_IO_QUEUE_INVOKE_INCALLERCTX_CALLBACK = 1,
    WDF_DISPATCH_IRP_TO_IO_QUEUE_PREPROCESSED_IRP = 2,
} WDF_DISPATCH_IRP_TO_IO_QUEUE_FLAGS, *PWDF_DISPATCH_IRP_TO_IO_QUEUE_FLAGS;

typedef enum _WDF_FILEOBJECT_CLASS {
    WdfFileObjectInvalid = 0,
    WdfFileObjectNotRequired = 1,
    WdfFileObjectWdfCanUseFsContext = 2,
    WdfFileObjectWdfCanUseFsContext2 = 3,
    WdfFileObjectWdfCannotUseFsContexts = 4,
    WdfFileObjectCanBeOptional = 0x80000000,
} WDF_FILEOBJECT_CLASS, *PWDF_FILEOBJECT_CLASS;

typedef enum _WDF_POWER_DEVICE_STATE {
    WdfPowerDeviceInvalid = 0,
    WdfPowerDeviceD0 = 1,
    WdfPowerDeviceD1 = 2,
    WdfPowerDeviceD2 = 3,
    WdfPowerDeviceD3 = 4,
    WdfPowerDeviceD3Final = 5,
    WdfPowerDevicePrepareForHibernation = 6,
    WdfPowerDeviceMaximum = 7,
} WDF_POWER_DEVICE_STATE, *PWDF_POWER_DEVICE_STATE;

typedef enum _WDF_POWER_POLICY_IDLE_TIMEOUT_CONSTANTS {
    IdleTimeoutDefaultConstant = 0,
} WDF_POWER_POLICY_IDLE_TIMEOUT_CONSTANTS, *PWDF_POWER_POLICY_IDLE_TIMEOUT_CONSTANTS;

typedef enum _WDF_POWER_POLICY_IDLE_TIMEOUT_TYPE {
    DriverManagedIdleTimeout = 0,
    SystemManagedIdleTimeout = 1,
    SystemManagedIdleTimeoutWithHint = 2,
} WDF_POWER_POLICY_IDLE_TIMEOUT_TYPE, *PWDF_POWER_POLICY_IDLE_TIMEOUT_TYPE;

typedef enum _WDF_POWER_POLICY_S0_IDLE_CAPABILITIES {
    IdleCapsInvalid = 0,
    IdleCannotWakeFromS0 = 1,
    IdleCanWakeFromS0 = 2,
    IdleUsbSelectiveSuspend = 3,
} WDF_POWER_POLICY_S0_IDLE_CAPABILITIES, *PWDF_POWER_POLICY_S0_IDLE_CAPABILITIES;

typedef enum _WDF_POWER_POLICY_S0_IDLE_USER_CONTROL {
    IdleUserControlInvalid = 0,
    IdleDoNotAllowUserControl = 1,
    IdleAllowUserControl = 2,
} WDF_POWER_POLICY_S0_IDLE_USER_CONTROL, *PWDF_POWER_POLICY_S0_IDLE_USER_CONTROL;

typedef enum _WDF_POWER_POLICY_SX_WAKE_USER_CONTROL {
    WakeUserControlInvalid = 0,
    WakeDoNotAllowUserControl = 1,
    WakeAllowUserControl = 2,
} WDF_POWER_POLICY_SX_WAKE_USER_CONTROL, *PWDF_POWER_POLICY_SX_WAKE_USER_CONTROL;

typedef enum _WDF_RELEASE_HARDWARE_ORDER_ON_FAILURE {
    WdfReleaseHardwareOrderOnFailureInvalid = 0,
    WdfReleaseHardwareOrderOnFailureEarly = 1,
    WdfReleaseHardwareOrderOnFailureAfterDescendants = 2,
} WDF_RELEASE_HARDWARE_ORDER_ON_FAILURE, *PWDF_RELEASE_HARDWARE_ORDER_ON_FAILURE;

typedef enum _WDF_REMOVE_LOCK_OPTIONS_FLAGS {
    WDF_REMOVE_LOCK_OPTION_ACQUIRE_FOR_IO = 1,
} WDF_REMOVE_LOCK_OPTIONS_FLAGS, *PWDF_REMOVE_LOCK_OPTIONS_FLAGS;

typedef enum _WDF_SPECIAL_FILE_TYPE {
    WdfSpecialFileUndefined = 0,
    WdfSpecialFilePaging = 1,
    WdfSpecialFileHibernation = 2,
    WdfSpecialFileDump = 3,
    WdfSpecialFileBoot = 4,
    WdfSpecialFileMax = 5,
} WDF_SPECIAL_FILE_TYPE, *PWDF_SPECIAL_FILE_TYPE;

typedef enum _WDF_STATE_NOTIFICATION_TYPE {
    StateNotificationInvalid = 0,
    StateNotificationEnterState = 1,
    StateNotificationPostProcessState = 2,
    StateNotificationLeaveState = 4,
    StateNotificationAllStates = 7,
} WDF_STATE_NOTIFICATION_TYPE, *PWDF_STATE_NOTIFICATION_TYPE;

#define IdleTimeoutDefaultValue 0
#define WDF_S0_IDLE_DEFAULT_VALUE_NAME L"WdfDefaultIdleInWorkingState"
#define WDF_S0_IDLE_ENABLED_VALUE_NAME L"IdleInWorkingState"
#define WDF_SX_WAKE_DEFAULT_VALUE_NAME L"WdfDefaultWakeFromSleepState"
#define WDF_SX_WAKE_ENABLED_VALUE_NAME L"WakeFromSleepState"

/* Called at IRQL <= DISPATCH_LEVEL. wdfdevice/nc-wdfdevice-evt_wdfdevice_wdm_irp_dispatch */
typedef NTSTATUS EVT_WDFDEVICE_WDM_IRP_DISPATCH(_In_ WDFDEVICE Device, _In_ UCHAR MajorFunction,
    _In_ UCHAR MinorFunction, _In_ ULONG Code, _In_ WDFCONTEXT DriverContext, _Inout_ PIRP Irp,
    _In_ WDFCONTEXT DispatchContext);
typedef EVT_WDFDEVICE_WDM_IRP_DISPATCH *PFN_WDFDEVICE_WDM_IRP_DISPATCH;

/* Called at IRQL <= DISPATCH_LEVEL. wdfdevice/nc-wdfdevice-evt_wdfdevice_wdm_irp_preprocess */
typedef NTSTATUS EVT_WDFDEVICE_WDM_IRP_PREPROCESS(_In_ WDFDEVICE Device, _Inout_ PIRP Irp);
typedef EVT_WDFDEVICE_WDM_IRP_PREPROCESS *PFN_WDFDEVICE_WDM_IRP_PREPROCESS;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdfdevice_wdm_post_po_fx_register_device */
typedef NTSTATUS EVT_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE(_In_ WDFDEVICE Device, _In_ POHANDLE PoHandle);
typedef EVT_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE *PFN_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdfdevice_wdm_pre_po_fx_unregister_device */
typedef VOID EVT_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE(_In_ WDFDEVICE Device, _In_ POHANDLE PoHandle);
typedef EVT_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE *PFN_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_arm_wake_from_s0 */
typedef NTSTATUS EVT_WDF_DEVICE_ARM_WAKE_FROM_S0(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_ARM_WAKE_FROM_S0 *PFN_WDF_DEVICE_ARM_WAKE_FROM_S0;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_arm_wake_from_sx */
typedef NTSTATUS EVT_WDF_DEVICE_ARM_WAKE_FROM_SX(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_ARM_WAKE_FROM_SX *PFN_WDF_DEVICE_ARM_WAKE_FROM_SX;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_arm_wake_from_sx_with_reason */
typedef NTSTATUS EVT_WDF_DEVICE_ARM_WAKE_FROM_SX_WITH_REASON(_In_ WDFDEVICE Device, _In_ BOOLEAN DeviceWakeEnabled,
    _In_ BOOLEAN ChildrenArmedForWake);
typedef EVT_WDF_DEVICE_ARM_WAKE_FROM_SX_WITH_REASON *PFN_WDF_DEVICE_ARM_WAKE_FROM_SX_WITH_REASON;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_d0_entry */
typedef NTSTATUS EVT_WDF_DEVICE_D0_ENTRY(_In_ WDFDEVICE Device, _In_ WDF_POWER_DEVICE_STATE PreviousState);
typedef EVT_WDF_DEVICE_D0_ENTRY *PFN_WDF_DEVICE_D0_ENTRY;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_d0_entry_post_interrupts_enabled */
typedef NTSTATUS EVT_WDF_DEVICE_D0_ENTRY_POST_INTERRUPTS_ENABLED(_In_ WDFDEVICE Device,
    _In_ WDF_POWER_DEVICE_STATE PreviousState);
typedef EVT_WDF_DEVICE_D0_ENTRY_POST_INTERRUPTS_ENABLED *PFN_WDF_DEVICE_D0_ENTRY_POST_INTERRUPTS_ENABLED;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_d0_exit */
typedef NTSTATUS EVT_WDF_DEVICE_D0_EXIT(_In_ WDFDEVICE Device, _In_ WDF_POWER_DEVICE_STATE TargetState);
typedef EVT_WDF_DEVICE_D0_EXIT *PFN_WDF_DEVICE_D0_EXIT;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_d0_exit_pre_interrupts_disabled */
typedef NTSTATUS EVT_WDF_DEVICE_D0_EXIT_PRE_INTERRUPTS_DISABLED(_In_ WDFDEVICE Device,
    _In_ WDF_POWER_DEVICE_STATE TargetState);
typedef EVT_WDF_DEVICE_D0_EXIT_PRE_INTERRUPTS_DISABLED *PFN_WDF_DEVICE_D0_EXIT_PRE_INTERRUPTS_DISABLED;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_disarm_wake_from_s0 */
typedef VOID EVT_WDF_DEVICE_DISARM_WAKE_FROM_S0(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_DISARM_WAKE_FROM_S0 *PFN_WDF_DEVICE_DISARM_WAKE_FROM_S0;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_disarm_wake_from_sx */
typedef VOID EVT_WDF_DEVICE_DISARM_WAKE_FROM_SX(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_DISARM_WAKE_FROM_SX *PFN_WDF_DEVICE_DISARM_WAKE_FROM_SX;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_file_create */
typedef VOID EVT_WDF_DEVICE_FILE_CREATE(_In_ WDFDEVICE Device, _In_ WDFREQUEST Request,
    _In_ WDFFILEOBJECT FileObject);
typedef EVT_WDF_DEVICE_FILE_CREATE *PFN_WDF_DEVICE_FILE_CREATE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_pnp_state_change_notification */
typedef VOID EVT_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION(_In_ WDFDEVICE Device,
    _In_ PCWDF_DEVICE_PNP_NOTIFICATION_DATA NotificationData);
typedef EVT_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION *PFN_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_power_policy_state_change_notification */
typedef VOID EVT_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION(_In_ WDFDEVICE Device,
    _In_ PCWDF_DEVICE_POWER_POLICY_NOTIFICATION_DATA NotificationData);
typedef EVT_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION *PFN_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_power_state_change_notification */
typedef VOID EVT_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION(_In_ WDFDEVICE Device,
    _In_ PCWDF_DEVICE_POWER_NOTIFICATION_DATA NotificationData);
typedef EVT_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION *PFN_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_prepare_hardware */
typedef NTSTATUS EVT_WDF_DEVICE_PREPARE_HARDWARE(_In_ WDFDEVICE Device, _In_ WDFCMRESLIST ResourcesRaw,
    _In_ WDFCMRESLIST ResourcesTranslated);
typedef EVT_WDF_DEVICE_PREPARE_HARDWARE *PFN_WDF_DEVICE_PREPARE_HARDWARE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_query_remove */
typedef NTSTATUS EVT_WDF_DEVICE_QUERY_REMOVE(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_QUERY_REMOVE *PFN_WDF_DEVICE_QUERY_REMOVE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_query_stop */
typedef NTSTATUS EVT_WDF_DEVICE_QUERY_STOP(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_QUERY_STOP *PFN_WDF_DEVICE_QUERY_STOP;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_relations_query */
typedef VOID EVT_WDF_DEVICE_RELATIONS_QUERY(_In_ WDFDEVICE Device, _In_ DEVICE_RELATION_TYPE RelationType);
typedef EVT_WDF_DEVICE_RELATIONS_QUERY *PFN_WDF_DEVICE_RELATIONS_QUERY;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_release_hardware */
typedef NTSTATUS EVT_WDF_DEVICE_RELEASE_HARDWARE(_In_ WDFDEVICE Device, _In_ WDFCMRESLIST ResourcesTranslated);
typedef EVT_WDF_DEVICE_RELEASE_HARDWARE *PFN_WDF_DEVICE_RELEASE_HARDWARE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_self_managed_io_cleanup */
typedef VOID EVT_WDF_DEVICE_SELF_MANAGED_IO_CLEANUP(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SELF_MANAGED_IO_CLEANUP *PFN_WDF_DEVICE_SELF_MANAGED_IO_CLEANUP;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_self_managed_io_flush */
typedef VOID EVT_WDF_DEVICE_SELF_MANAGED_IO_FLUSH(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SELF_MANAGED_IO_FLUSH *PFN_WDF_DEVICE_SELF_MANAGED_IO_FLUSH;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_self_managed_io_init */
typedef NTSTATUS EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT *PFN_WDF_DEVICE_SELF_MANAGED_IO_INIT;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_self_managed_io_restart */
typedef NTSTATUS EVT_WDF_DEVICE_SELF_MANAGED_IO_RESTART(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SELF_MANAGED_IO_RESTART *PFN_WDF_DEVICE_SELF_MANAGED_IO_RESTART;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_self_managed_io_suspend */
typedef NTSTATUS EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND *PFN_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_surprise_removal */
typedef VOID EVT_WDF_DEVICE_SURPRISE_REMOVAL(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SURPRISE_REMOVAL *PFN_WDF_DEVICE_SURPRISE_REMOVAL;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_usage_notification */
typedef VOID EVT_WDF_DEVICE_USAGE_NOTIFICATION(_In_ WDFDEVICE Device, _In_ WDF_SPECIAL_FILE_TYPE NotificationType,
    _In_ BOOLEAN IsInNotificationPath);
typedef EVT_WDF_DEVICE_USAGE_NOTIFICATION *PFN_WDF_DEVICE_USAGE_NOTIFICATION;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_usage_notification_ex */
typedef NTSTATUS EVT_WDF_DEVICE_USAGE_NOTIFICATION_EX(_In_ WDFDEVICE Device,
    _In_ WDF_SPECIAL_FILE_TYPE NotificationType, _In_ BOOLEAN IsInNotificationPath);
typedef EVT_WDF_DEVICE_USAGE_NOTIFICATION_EX *PFN_WDF_DEVICE_USAGE_NOTIFICATION_EX;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_wake_from_s0_triggered */
typedef VOID EVT_WDF_DEVICE_WAKE_FROM_S0_TRIGGERED(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_WAKE_FROM_S0_TRIGGERED *PFN_WDF_DEVICE_WAKE_FROM_S0_TRIGGERED;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_device_wake_from_sx_triggered */
typedef VOID EVT_WDF_DEVICE_WAKE_FROM_SX_TRIGGERED(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_WAKE_FROM_SX_TRIGGERED *PFN_WDF_DEVICE_WAKE_FROM_SX_TRIGGERED;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_file_cleanup */
typedef VOID EVT_WDF_FILE_CLEANUP(_In_ WDFFILEOBJECT FileObject);
typedef EVT_WDF_FILE_CLEANUP *PFN_WDF_FILE_CLEANUP;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_file_close */
typedef VOID EVT_WDF_FILE_CLOSE(_In_ WDFFILEOBJECT FileObject);
typedef EVT_WDF_FILE_CLOSE *PFN_WDF_FILE_CLOSE;

/* Called at IRQL <= DISPATCH_LEVEL. wdfdevice/nc-wdfdevice-evt_wdf_io_in_caller_context */
typedef VOID EVT_WDF_IO_IN_CALLER_CONTEXT(_In_ WDFDEVICE Device, _In_ WDFREQUEST Request);
typedef EVT_WDF_IO_IN_CALLER_CONTEXT *PFN_WDF_IO_IN_CALLER_CONTEXT;

struct _WDF_DEVICE_PNP_CAPABILITIES {
    ULONG Size;
    WDF_TRI_STATE LockSupported;
    WDF_TRI_STATE EjectSupported;
    WDF_TRI_STATE Removable;
    WDF_TRI_STATE DockDevice;
    WDF_TRI_STATE UniqueID;
    WDF_TRI_STATE SilentInstall;
    WDF_TRI_STATE SurpriseRemovalOK;
    WDF_TRI_STATE HardwareDisabled;
    WDF_TRI_STATE NoDisplayInUI;
    ULONG Address;
    ULONG UINumber;
};

struct _WDF_DEVICE_PNP_NOTIFICATION_DATA {
    WDF_STATE_NOTIFICATION_TYPE Type;
    union {
        struct {
            WDF_DEVICE_PNP_STATE CurrentState;
            WDF_DEVICE_PNP_STATE NewState;
        } EnterState;
        struct {
            WDF_DEVICE_PNP_STATE CurrentState;
        } PostProcessState;
        struct {
            WDF_DEVICE_PNP_STATE CurrentState;
            WDF_DEVICE_PNP_STATE NewState;
        } LeaveState;
    } Data;
};

struct _WDF_DEVICE_POWER_CAPABILITIES {
    ULONG Size;
    WDF_TRI_STATE DeviceD1;
    WDF_TRI_STATE DeviceD2;
    WDF_TRI_STATE WakeFromD0;
    WDF_TRI_STATE WakeFromD1;
    WDF_TRI_STATE WakeFromD2;
    WDF_TRI_STATE WakeFromD3;
    DEVICE_POWER_STATE DeviceState[7];
    DEVICE_POWER_STATE DeviceWake;
    SYSTEM_POWER_STATE SystemWake;
    ULONG D1Latency;
    ULONG D2Latency;
    ULONG D3Latency;
    DEVICE_POWER_STATE IdealDxStateForSx;
};

struct _WDF_DEVICE_POWER_NOTIFICATION_DATA {
    WDF_STATE_NOTIFICATION_TYPE Type;
    union {
        struct {
            WDF_DEVICE_POWER_STATE CurrentState;
            WDF_DEVICE_POWER_STATE NewState;
        } EnterState;
        struct {
            WDF_DEVICE_POWER_STATE CurrentState;
        } PostProcessState;
        struct {
            WDF_DEVICE_POWER_STATE CurrentState;
            WDF_DEVICE_POWER_STATE NewState;
        } LeaveState;
    } Data;
};

struct _WDF_DEVICE_POWER_POLICY_IDLE_SETTINGS {
    ULONG Size;
    WDF_POWER_POLICY_S0_IDLE_CAPABILITIES IdleCaps;
    DEVICE_POWER_STATE DxState;
    ULONG IdleTimeout;
    WDF_POWER_POLICY_S0_IDLE_USER_CONTROL UserControlOfIdleSettings;
    WDF_TRI_STATE Enabled;
    WDF_TRI_STATE PowerUpIdleDeviceOnSystemWake;
    WDF_POWER_POLICY_IDLE_TIMEOUT_TYPE IdleTimeoutType;
    WDF_TRI_STATE ExcludeD3Cold;
};

struct _WDF_DEVICE_POWER_POLICY_NOTIFICATION_DATA {
    WDF_STATE_NOTIFICATION_TYPE Type;
    union {
        struct {
            WDF_DEVICE_POWER_POLICY_STATE CurrentState;
            WDF_DEVICE_POWER_POLICY_STATE NewState;
        } EnterState;
        struct {
            WDF_DEVICE_POWER_POLICY_STATE CurrentState;
        } PostProcessState;
        struct {
            WDF_DEVICE_POWER_POLICY_STATE CurrentState;
            WDF_DEVICE_POWER_POLICY_STATE NewState;
        } LeaveState;
    } Data;
};

struct _WDF_DEVICE_POWER_POLICY_WAKE_SETTINGS {
    ULONG Size;
    DEVICE_POWER_STATE DxState;
    WDF_POWER_POLICY_SX_WAKE_USER_CONTROL UserControlOfWakeSettings;
    WDF_TRI_STATE Enabled;
    BOOLEAN ArmForWakeIfChildrenAreArmedForWake;
    BOOLEAN IndicateChildWakeOnParentWake;
};

struct _WDF_DEVICE_PROPERTY_DATA {
    ULONG Size;
    const DEVPROPKEY *PropertyKey;
    LCID Lcid;
    ULONG Flags;
};

struct _WDF_DEVICE_STATE {
    ULONG Size;
    WDF_TRI_STATE Disabled;
    WDF_TRI_STATE DontDisplayInUI;
    WDF_TRI_STATE Failed;
    WDF_TRI_STATE NotDisableable;
    WDF_TRI_STATE Removed;
    WDF_TRI_STATE ResourcesChanged;
};

struct _WDF_FILEOBJECT_CONFIG {
    ULONG Size;
    PFN_WDF_DEVICE_FILE_CREATE EvtDeviceFileCreate;
    PFN_WDF_FILE_CLOSE EvtFileClose;
    PFN_WDF_FILE_CLEANUP EvtFileCleanup;
    WDF_TRI_STATE AutoForwardCleanupClose;
    WDF_FILEOBJECT_CLASS FileObjectClass;
};

struct _WDF_IO_TYPE_CONFIG {
    ULONG Size;
    WDF_DEVICE_IO_TYPE ReadWriteIoType;
    WDF_DEVICE_IO_TYPE DeviceControlIoType;
    ULONG DirectTransferThreshold;
};

struct _WDF_PNPPOWER_EVENT_CALLBACKS {
    ULONG Size;
    PFN_WDF_DEVICE_D0_ENTRY EvtDeviceD0Entry;
    PFN_WDF_DEVICE_D0_ENTRY_POST_INTERRUPTS_ENABLED EvtDeviceD0EntryPostInterruptsEnabled;
    PFN_WDF_DEVICE_D0_EXIT EvtDeviceD0Exit;
    PFN_WDF_DEVICE_D0_EXIT_PRE_INTERRUPTS_DISABLED EvtDeviceD0ExitPreInterruptsDisabled;
    PFN_WDF_DEVICE_PREPARE_HARDWARE EvtDevicePrepareHardware;
    PFN_WDF_DEVICE_RELEASE_HARDWARE EvtDeviceReleaseHardware;
    PFN_WDF_DEVICE_SELF_MANAGED_IO_CLEANUP EvtDeviceSelfManagedIoCleanup;
    PFN_WDF_DEVICE_SELF_MANAGED_IO_FLUSH EvtDeviceSelfManagedIoFlush;
    PFN_WDF_DEVICE_SELF_MANAGED_IO_INIT EvtDeviceSelfManagedIoInit;
    PFN_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND EvtDeviceSelfManagedIoSuspend;
    PFN_WDF_DEVICE_SELF_MANAGED_IO_RESTART EvtDeviceSelfManagedIoRestart;
    PFN_WDF_DEVICE_SURPRISE_REMOVAL EvtDeviceSurpriseRemoval;
    PFN_WDF_DEVICE_QUERY_REMOVE EvtDeviceQueryRemove;
    PFN_WDF_DEVICE_QUERY_STOP EvtDeviceQueryStop;
    PFN_WDF_DEVICE_USAGE_NOTIFICATION EvtDeviceUsageNotification;
    PFN_WDF_DEVICE_RELATIONS_QUERY EvtDeviceRelationsQuery;
    PFN_WDF_DEVICE_USAGE_NOTIFICATION_EX EvtDeviceUsageNotificationEx;
};

struct _WDF_POWER_FRAMEWORK_SETTINGS {
    ULONG Size;
    PFN_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE EvtDeviceWdmPostPoFxRegisterDevice;
    PFN_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE EvtDeviceWdmPrePoFxUnregisterDevice;
    PPO_FX_COMPONENT Component;
    PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK ComponentActiveConditionCallback;
    PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK ComponentIdleConditionCallback;
    PPO_FX_COMPONENT_IDLE_STATE_CALLBACK ComponentIdleStateCallback;
    PPO_FX_POWER_CONTROL_CALLBACK PowerControlCallback;
    PVOID PoFxDeviceContext;
};

struct _WDF_POWER_POLICY_EVENT_CALLBACKS {
    ULONG Size;
    PFN_WDF_DEVICE_ARM_WAKE_FROM_S0 EvtDeviceArmWakeFromS0;
    PFN_WDF_DEVICE_DISARM_WAKE_FROM_S0 EvtDeviceDisarmWakeFromS0;
    PFN_WDF_DEVICE_WAKE_FROM_S0_TRIGGERED EvtDeviceWakeFromS0Triggered;
    PFN_WDF_DEVICE_ARM_WAKE_FROM_SX EvtDeviceArmWakeFromSx;
    PFN_WDF_DEVICE_DISARM_WAKE_FROM_SX EvtDeviceDisarmWakeFromSx;
    PFN_WDF_DEVICE_WAKE_FROM_SX_TRIGGERED EvtDeviceWakeFromSxTriggered;
    PFN_WDF_DEVICE_ARM_WAKE_FROM_SX_WITH_REASON EvtDeviceArmWakeFromSxWithReason;
};

struct _WDF_REMOVE_LOCK_OPTIONS {
    ULONG Size;
    ULONG Flags;
};

/* wdfdevice/nf-wdfdevice-wdf_device_pnp_capabilities_init */
WDF_INLINE VOID WDF_DEVICE_PNP_CAPABILITIES_INIT(PWDF_DEVICE_PNP_CAPABILITIES Caps)
{
    RtlZeroMemory(Caps, sizeof(WDF_DEVICE_PNP_CAPABILITIES));
    Caps->Size = (ULONG)sizeof(WDF_DEVICE_PNP_CAPABILITIES);
    Caps->LockSupported = WdfUseDefault;
    Caps->EjectSupported = WdfUseDefault;
    Caps->Removable = WdfUseDefault;
    Caps->DockDevice = WdfUseDefault;
    Caps->UniqueID = WdfUseDefault;
    Caps->SilentInstall = WdfUseDefault;
    Caps->SurpriseRemovalOK = WdfUseDefault;
    Caps->HardwareDisabled = WdfUseDefault;
    Caps->NoDisplayInUI = WdfUseDefault;
    Caps->Address = (ULONG)-1;
    Caps->UINumber = (ULONG)-1;
}

/* wdfdevice/nf-wdfdevice-wdf_device_power_capabilities_init */
WDF_INLINE VOID WDF_DEVICE_POWER_CAPABILITIES_INIT(PWDF_DEVICE_POWER_CAPABILITIES Caps)
{
    RtlZeroMemory(Caps, sizeof(WDF_DEVICE_POWER_CAPABILITIES));
    Caps->Size = (ULONG)sizeof(WDF_DEVICE_POWER_CAPABILITIES);
    Caps->DeviceD1 = WdfUseDefault;
    Caps->DeviceD2 = WdfUseDefault;
    Caps->WakeFromD0 = WdfUseDefault;
    Caps->WakeFromD1 = WdfUseDefault;
    Caps->WakeFromD2 = WdfUseDefault;
    Caps->WakeFromD3 = WdfUseDefault;
    Caps->DeviceState[0] = PowerDeviceMaximum;
    Caps->DeviceState[1] = PowerDeviceMaximum;
    Caps->DeviceState[2] = PowerDeviceMaximum;
    Caps->DeviceState[3] = PowerDeviceMaximum;
    Caps->DeviceState[4] = PowerDeviceMaximum;
    Caps->DeviceState[5] = PowerDeviceMaximum;
    Caps->DeviceState[6] = PowerDeviceMaximum;
    Caps->DeviceWake = PowerDeviceMaximum;
    Caps->SystemWake = PowerSystemMaximum;
    Caps->D1Latency = (ULONG)-1;
    Caps->D2Latency = (ULONG)-1;
    Caps->D3Latency = (ULONG)-1;
    Caps->IdealDxStateForSx = PowerDeviceMaximum;
}

/* wdfdevice/nf-wdfdevice-wdf_device_power_policy_idle_settings_init */
WDF_INLINE VOID WDF_DEVICE_POWER_POLICY_IDLE_SETTINGS_INIT(PWDF_DEVICE_POWER_POLICY_IDLE_SETTINGS Settings,
    WDF_POWER_POLICY_S0_IDLE_CAPABILITIES IdleCaps)
{
    RtlZeroMemory(Settings, sizeof(WDF_DEVICE_POWER_POLICY_IDLE_SETTINGS));
    Settings->Size = (ULONG)sizeof(WDF_DEVICE_POWER_POLICY_IDLE_SETTINGS);
    Settings->IdleCaps = IdleCaps;
    Settings->UserControlOfIdleSettings = IdleAllowUserControl;
    Settings->Enabled = WdfUseDefault;
    Settings->PowerUpIdleDeviceOnSystemWake = WdfUseDefault;
    Settings->ExcludeD3Cold = WdfUseDefault;
    if (IdleCaps == IdleCanWakeFromS0 || IdleCaps == IdleUsbSelectiveSuspend) {
        Settings->DxState = PowerDeviceMaximum;
    } else {
        Settings->DxState = PowerDeviceD3;
    }
}

/* wdfdevice/nf-wdfdevice-wdf_device_power_policy_wake_settings_init */
WDF_INLINE VOID WDF_DEVICE_POWER_POLICY_WAKE_SETTINGS_INIT(PWDF_DEVICE_POWER_POLICY_WAKE_SETTINGS Settings)
{
    RtlZeroMemory(Settings, sizeof(WDF_DEVICE_POWER_POLICY_WAKE_SETTINGS));
    Settings->Size = (ULONG)sizeof(WDF_DEVICE_POWER_POLICY_WAKE_SETTINGS);
    Settings->DxState = PowerDeviceMaximum;
    Settings->UserControlOfWakeSettings = WakeAllowUserControl;
    Settings->Enabled = WdfUseDefault;
}

/* wdfdevice/nf-wdfdevice-wdf_device_property_data_init */
WDF_INLINE VOID WDF_DEVICE_PROPERTY_DATA_INIT(PWDF_DEVICE_PROPERTY_DATA PropertyData, const DEVPROPKEY *PropertyKey)
{
    RtlZeroMemory(PropertyData, sizeof(WDF_DEVICE_PROPERTY_DATA));
    PropertyData->Size = (ULONG)sizeof(WDF_DEVICE_PROPERTY_DATA);
    PropertyData->PropertyKey = PropertyKey;
}

/* wdfdevice/nf-wdfdevice-wdf_device_state_init */
WDF_INLINE VOID WDF_DEVICE_STATE_INIT(PWDF_DEVICE_STATE PnpDeviceState)
{
    RtlZeroMemory(PnpDeviceState, sizeof(WDF_DEVICE_STATE));
    PnpDeviceState->Size = (ULONG)sizeof(WDF_DEVICE_STATE);
    PnpDeviceState->Disabled = WdfUseDefault;
    PnpDeviceState->DontDisplayInUI = WdfUseDefault;
    PnpDeviceState->Failed = WdfUseDefault;
    PnpDeviceState->NotDisableable = WdfUseDefault;
    PnpDeviceState->Removed = WdfUseDefault;
    PnpDeviceState->ResourcesChanged = WdfUseDefault;
}

/* wdfdevice/nf-wdfdevice-wdf_fileobject_config_init */
WDF_INLINE VOID WDF_FILEOBJECT_CONFIG_INIT(PWDF_FILEOBJECT_CONFIG FileEventCallbacks,
    PFN_WDF_DEVICE_FILE_CREATE EvtDeviceFileCreate, PFN_WDF_FILE_CLOSE EvtFileClose,
    PFN_WDF_FILE_CLEANUP EvtFileCleanup)
{
    RtlZeroMemory(FileEventCallbacks, sizeof(WDF_FILEOBJECT_CONFIG));
    FileEventCallbacks->Size = (ULONG)sizeof(WDF_FILEOBJECT_CONFIG);
    FileEventCallbacks->EvtDeviceFileCreate = EvtDeviceFileCreate;
    FileEventCallbacks->EvtFileClose = EvtFileClose;
    FileEventCallbacks->EvtFileCleanup = EvtFileCleanup;
    FileEventCallbacks->AutoForwardCleanupClose = WdfUseDefault;
    FileEventCallbacks->FileObjectClass = WdfFileObjectWdfCannotUseFsContexts;
}

/* wdfdevice/nf-wdfdevice-wdf_io_type_config_init */
WDF_INLINE VOID WDF_IO_TYPE_CONFIG_INIT(PWDF_IO_TYPE_CONFIG IoTypeConfig)
{
    RtlZeroMemory(IoTypeConfig, sizeof(WDF_IO_TYPE_CONFIG));
    IoTypeConfig->Size = (ULONG)sizeof(WDF_IO_TYPE_CONFIG);
    IoTypeConfig->ReadWriteIoType = WdfDeviceIoBuffered;
    IoTypeConfig->DeviceControlIoType = WdfDeviceIoBuffered;
}

/* wdfdevice/nf-wdfdevice-wdf_pnppower_event_callbacks_init */
WDF_INLINE VOID WDF_PNPPOWER_EVENT_CALLBACKS_INIT(PWDF_PNPPOWER_EVENT_CALLBACKS Callbacks)
{
    RtlZeroMemory(Callbacks, sizeof(WDF_PNPPOWER_EVENT_CALLBACKS));
    Callbacks->Size = (ULONG)sizeof(WDF_PNPPOWER_EVENT_CALLBACKS);
}

/* wdfdevice/nf-wdfdevice-wdf_power_framework_settings_init */
WDF_INLINE VOID WDF_POWER_FRAMEWORK_SETTINGS_INIT(PWDF_POWER_FRAMEWORK_SETTINGS PowerFrameworkSettings)
{
    RtlZeroMemory(PowerFrameworkSettings, sizeof(WDF_POWER_FRAMEWORK_SETTINGS));
    PowerFrameworkSettings->Size = (ULONG)sizeof(WDF_POWER_FRAMEWORK_SETTINGS);
}

/* wdfdevice/nf-wdfdevice-wdf_power_policy_event_callbacks_init */
WDF_INLINE VOID WDF_POWER_POLICY_EVENT_CALLBACKS_INIT(PWDF_POWER_POLICY_EVENT_CALLBACKS Callbacks)
{
    RtlZeroMemory(Callbacks, sizeof(WDF_POWER_POLICY_EVENT_CALLBACKS));
    Callbacks->Size = (ULONG)sizeof(WDF_POWER_POLICY_EVENT_CALLBACKS);
}

/* wdfdevice/nf-wdfdevice-wdf_remove_lock_options_init */
WDF_INLINE VOID WDF_REMOVE_LOCK_OPTIONS_INIT(PWDF_REMOVE_LOCK_OPTIONS RemoveLockOptions, ULONG Flags)
{
    RtlZeroMemory(RemoveLockOptions, sizeof(WDF_REMOVE_LOCK_OPTIONS));
    RemoveLockOptions->Size = (ULONG)sizeof(WDF_REMOVE_LOCK_OPTIONS);
    RemoveLockOptions->Flags = Flags;
}

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicegetdevicestate */
typedef VOID (*PFN_WDFDEVICEGETDEVICESTATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _Out_ PWDF_DEVICE_STATE DeviceState);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceGetDeviceState(_In_ WDFDEVICE Device, _Out_ PWDF_DEVICE_STATE DeviceState)
{
    WDF_CALL(PFN_WDFDEVICEGETDEVICESTATE, WdfDeviceGetDeviceState)(WdfDriverGlobals, Device, DeviceState);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicesetdevicestate */
typedef VOID (*PFN_WDFDEVICESETDEVICESTATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PWDF_DEVICE_STATE DeviceState);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceSetDeviceState(_In_ WDFDEVICE Device, _In_ PWDF_DEVICE_STATE DeviceState)
{
    WDF_CALL(PFN_WDFDEVICESETDEVICESTATE, WdfDeviceSetDeviceState)(WdfDriverGlobals, Device, DeviceState);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfwdmdevicegetwdfdevicehandle */
typedef WDFDEVICE (*PFN_WDFWDMDEVICEGETWDFDEVICEHANDLE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PDEVICE_OBJECT DeviceObject);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFDEVICE WdfWdmDeviceGetWdfDeviceHandle(_In_ PDEVICE_OBJECT DeviceObject)
{
    return WDF_CALL(PFN_WDFWDMDEVICEGETWDFDEVICEHANDLE, WdfWdmDeviceGetWdfDeviceHandle)(WdfDriverGlobals,
        DeviceObject);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicewdmgetdeviceobject */
typedef PDEVICE_OBJECT (*PFN_WDFDEVICEWDMGETDEVICEOBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PDEVICE_OBJECT WdfDeviceWdmGetDeviceObject(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFDEVICEWDMGETDEVICEOBJECT, WdfDeviceWdmGetDeviceObject)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicewdmgetattacheddevice */
typedef PDEVICE_OBJECT (*PFN_WDFDEVICEWDMGETATTACHEDDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PDEVICE_OBJECT WdfDeviceWdmGetAttachedDevice(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFDEVICEWDMGETATTACHEDDEVICE, WdfDeviceWdmGetAttachedDevice)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicewdmgetphysicaldevice */
typedef PDEVICE_OBJECT (*PFN_WDFDEVICEWDMGETPHYSICALDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PDEVICE_OBJECT WdfDeviceWdmGetPhysicalDevice(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFDEVICEWDMGETPHYSICALDEVICE, WdfDeviceWdmGetPhysicalDevice)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicewdmdispatchpreprocessedirp */
typedef NTSTATUS (*PFN_WDFDEVICEWDMDISPATCHPREPROCESSEDIRP)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ PIRP Irp);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceWdmDispatchPreprocessedIrp(_In_ WDFDEVICE Device, _In_ PIRP Irp)
{
    return WDF_CALL(PFN_WDFDEVICEWDMDISPATCHPREPROCESSEDIRP, WdfDeviceWdmDispatchPreprocessedIrp)(WdfDriverGlobals,
        Device, Irp);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceadddependentusagedeviceobject */
typedef NTSTATUS (*PFN_WDFDEVICEADDDEPENDENTUSAGEDEVICEOBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ PDEVICE_OBJECT DependentDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceAddDependentUsageDeviceObject(_In_ WDFDEVICE Device, _In_ PDEVICE_OBJECT DependentDevice)
{
    return WDF_CALL(PFN_WDFDEVICEADDDEPENDENTUSAGEDEVICEOBJECT, WdfDeviceAddDependentUsageDeviceObject)(
        WdfDriverGlobals, Device, DependentDevice);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceaddremovalrelationsphysicaldevice */
typedef NTSTATUS (*PFN_WDFDEVICEADDREMOVALRELATIONSPHYSICALDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ PDEVICE_OBJECT PhysicalDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceAddRemovalRelationsPhysicalDevice(_In_ WDFDEVICE Device,
    _In_ PDEVICE_OBJECT PhysicalDevice)
{
    return WDF_CALL(PFN_WDFDEVICEADDREMOVALRELATIONSPHYSICALDEVICE, WdfDeviceAddRemovalRelationsPhysicalDevice)(
        WdfDriverGlobals, Device, PhysicalDevice);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceremoveremovalrelationsphysicaldevice */
typedef VOID (*PFN_WDFDEVICEREMOVEREMOVALRELATIONSPHYSICALDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ PDEVICE_OBJECT PhysicalDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceRemoveRemovalRelationsPhysicalDevice(_In_ WDFDEVICE Device,
    _In_ PDEVICE_OBJECT PhysicalDevice)
{
    WDF_CALL(PFN_WDFDEVICEREMOVEREMOVALRELATIONSPHYSICALDEVICE, WdfDeviceRemoveRemovalRelationsPhysicalDevice)(
        WdfDriverGlobals, Device, PhysicalDevice);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceclearremovalrelationsdevices */
typedef VOID (*PFN_WDFDEVICECLEARREMOVALRELATIONSDEVICES)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceClearRemovalRelationsDevices(_In_ WDFDEVICE Device)
{
    WDF_CALL(PFN_WDFDEVICECLEARREMOVALRELATIONSDEVICES, WdfDeviceClearRemovalRelationsDevices)(WdfDriverGlobals,
        Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicegetdriver */
typedef WDFDRIVER (*PFN_WDFDEVICEGETDRIVER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFDRIVER WdfDeviceGetDriver(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFDEVICEGETDRIVER, WdfDeviceGetDriver)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceretrievedevicename */
typedef NTSTATUS (*PFN_WDFDEVICERETRIEVEDEVICENAME)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ WDFSTRING String);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceRetrieveDeviceName(_In_ WDFDEVICE Device, _In_ WDFSTRING String)
{
    return WDF_CALL(PFN_WDFDEVICERETRIEVEDEVICENAME, WdfDeviceRetrieveDeviceName)(WdfDriverGlobals, Device, String);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceassignmofresourcename */
typedef NTSTATUS (*PFN_WDFDEVICEASSIGNMOFRESOURCENAME)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PCUNICODE_STRING MofResourceName);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceAssignMofResourceName(_In_ WDFDEVICE Device, _In_ PCUNICODE_STRING MofResourceName)
{
    return WDF_CALL(PFN_WDFDEVICEASSIGNMOFRESOURCENAME, WdfDeviceAssignMofResourceName)(WdfDriverGlobals, Device,
        MofResourceName);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicegetiotarget */
typedef WDFIOTARGET (*PFN_WDFDEVICEGETIOTARGET)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFIOTARGET WdfDeviceGetIoTarget(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFDEVICEGETIOTARGET, WdfDeviceGetIoTarget)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicegetdevicepnpstate */
typedef WDF_DEVICE_PNP_STATE (*PFN_WDFDEVICEGETDEVICEPNPSTATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDF_DEVICE_PNP_STATE WdfDeviceGetDevicePnpState(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFDEVICEGETDEVICEPNPSTATE, WdfDeviceGetDevicePnpState)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicegetdevicepowerstate */
typedef WDF_DEVICE_POWER_STATE (*PFN_WDFDEVICEGETDEVICEPOWERSTATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDF_DEVICE_POWER_STATE WdfDeviceGetDevicePowerState(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFDEVICEGETDEVICEPOWERSTATE, WdfDeviceGetDevicePowerState)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicegetdevicepowerpolicystate */
typedef WDF_DEVICE_POWER_POLICY_STATE (*PFN_WDFDEVICEGETDEVICEPOWERPOLICYSTATE)(
    _In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDF_DEVICE_POWER_POLICY_STATE WdfDeviceGetDevicePowerPolicyState(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFDEVICEGETDEVICEPOWERPOLICYSTATE, WdfDeviceGetDevicePowerPolicyState)(WdfDriverGlobals,
        Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceassigns0idlesettings */
typedef NTSTATUS (*PFN_WDFDEVICEASSIGNS0IDLESETTINGS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PWDF_DEVICE_POWER_POLICY_IDLE_SETTINGS Settings);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceAssignS0IdleSettings(_In_ WDFDEVICE Device,
    _In_ PWDF_DEVICE_POWER_POLICY_IDLE_SETTINGS Settings)
{
    return WDF_CALL(PFN_WDFDEVICEASSIGNS0IDLESETTINGS, WdfDeviceAssignS0IdleSettings)(WdfDriverGlobals, Device,
        Settings);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceassignsxwakesettings */
typedef NTSTATUS (*PFN_WDFDEVICEASSIGNSXWAKESETTINGS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PWDF_DEVICE_POWER_POLICY_WAKE_SETTINGS Settings);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceAssignSxWakeSettings(_In_ WDFDEVICE Device,
    _In_ PWDF_DEVICE_POWER_POLICY_WAKE_SETTINGS Settings)
{
    return WDF_CALL(PFN_WDFDEVICEASSIGNSXWAKESETTINGS, WdfDeviceAssignSxWakeSettings)(WdfDriverGlobals, Device,
        Settings);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceopenregistrykey */
typedef NTSTATUS (*PFN_WDFDEVICEOPENREGISTRYKEY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ ULONG DeviceInstanceKeyType, _In_ ACCESS_MASK DesiredAccess, _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes,
    _Out_ WDFKEY *Key);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceOpenRegistryKey(_In_ WDFDEVICE Device, _In_ ULONG DeviceInstanceKeyType,
    _In_ ACCESS_MASK DesiredAccess, _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes, _Out_ WDFKEY *Key)
{
    return WDF_CALL(PFN_WDFDEVICEOPENREGISTRYKEY, WdfDeviceOpenRegistryKey)(WdfDriverGlobals, Device,
        DeviceInstanceKeyType, DesiredAccess, KeyAttributes, Key);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicesetspecialfilesupport */
typedef VOID (*PFN_WDFDEVICESETSPECIALFILESUPPORT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ WDF_SPECIAL_FILE_TYPE FileType, _In_ BOOLEAN FileTypeIsSupported);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceSetSpecialFileSupport(_In_ WDFDEVICE Device, _In_ WDF_SPECIAL_FILE_TYPE FileType,
    _In_ BOOLEAN FileTypeIsSupported)
{
    WDF_CALL(PFN_WDFDEVICESETSPECIALFILESUPPORT, WdfDeviceSetSpecialFileSupport)(WdfDriverGlobals, Device, FileType,
        FileTypeIsSupported);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicesetcharacteristics */
typedef VOID (*PFN_WDFDEVICESETCHARACTERISTICS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ ULONG DeviceCharacteristics);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceSetCharacteristics(_In_ WDFDEVICE Device, _In_ ULONG DeviceCharacteristics)
{
    WDF_CALL(PFN_WDFDEVICESETCHARACTERISTICS, WdfDeviceSetCharacteristics)(WdfDriverGlobals, Device,
        DeviceCharacteristics);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicegetcharacteristics */
typedef ULONG (*PFN_WDFDEVICEGETCHARACTERISTICS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE ULONG WdfDeviceGetCharacteristics(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFDEVICEGETCHARACTERISTICS, WdfDeviceGetCharacteristics)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicegetalignmentrequirement */
typedef ULONG (*PFN_WDFDEVICEGETALIGNMENTREQUIREMENT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE ULONG WdfDeviceGetAlignmentRequirement(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFDEVICEGETALIGNMENTREQUIREMENT, WdfDeviceGetAlignmentRequirement)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicesetalignmentrequirement */
typedef VOID (*PFN_WDFDEVICESETALIGNMENTREQUIREMENT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ ULONG AlignmentRequirement);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceSetAlignmentRequirement(_In_ WDFDEVICE Device, _In_ ULONG AlignmentRequirement)
{
    WDF_CALL(PFN_WDFDEVICESETALIGNMENTREQUIREMENT, WdfDeviceSetAlignmentRequirement)(WdfDriverGlobals, Device,
        AlignmentRequirement);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitfree */
typedef VOID (*PFN_WDFDEVICEINITFREE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ PWDFDEVICE_INIT DeviceInit);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitFree(_In_ PWDFDEVICE_INIT DeviceInit)
{
    WDF_CALL(PFN_WDFDEVICEINITFREE, WdfDeviceInitFree)(WdfDriverGlobals, DeviceInit);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetpnppowereventcallbacks */
typedef VOID (*PFN_WDFDEVICEINITSETPNPPOWEREVENTCALLBACKS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_PNPPOWER_EVENT_CALLBACKS PnpPowerEventCallbacks);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetPnpPowerEventCallbacks(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ PWDF_PNPPOWER_EVENT_CALLBACKS PnpPowerEventCallbacks)
{
    WDF_CALL(PFN_WDFDEVICEINITSETPNPPOWEREVENTCALLBACKS, WdfDeviceInitSetPnpPowerEventCallbacks)(WdfDriverGlobals,
        DeviceInit, PnpPowerEventCallbacks);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetpowerpolicyeventcallbacks */
typedef VOID (*PFN_WDFDEVICEINITSETPOWERPOLICYEVENTCALLBACKS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_POWER_POLICY_EVENT_CALLBACKS PowerPolicyEventCallbacks);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetPowerPolicyEventCallbacks(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ PWDF_POWER_POLICY_EVENT_CALLBACKS PowerPolicyEventCallbacks)
{
    WDF_CALL(PFN_WDFDEVICEINITSETPOWERPOLICYEVENTCALLBACKS, WdfDeviceInitSetPowerPolicyEventCallbacks)(
        WdfDriverGlobals, DeviceInit, PowerPolicyEventCallbacks);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetpowerpolicyownership */
typedef VOID (*PFN_WDFDEVICEINITSETPOWERPOLICYOWNERSHIP)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ BOOLEAN IsPowerPolicyOwner);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetPowerPolicyOwnership(_In_ PWDFDEVICE_INIT DeviceInit, _In_ BOOLEAN IsPowerPolicyOwner)
{
    WDF_CALL(PFN_WDFDEVICEINITSETPOWERPOLICYOWNERSHIP, WdfDeviceInitSetPowerPolicyOwnership)(WdfDriverGlobals,
        DeviceInit, IsPowerPolicyOwner);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitregisterpnpstatechangecallback */
typedef NTSTATUS (*PFN_WDFDEVICEINITREGISTERPNPSTATECHANGECALLBACK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ WDF_DEVICE_PNP_STATE PnpState,
    _In_ PFN_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION EvtDevicePnpStateChange, _In_ ULONG CallbackTypes);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceInitRegisterPnpStateChangeCallback(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ WDF_DEVICE_PNP_STATE PnpState, _In_ PFN_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION EvtDevicePnpStateChange,
    _In_ ULONG CallbackTypes)
{
    return WDF_CALL(PFN_WDFDEVICEINITREGISTERPNPSTATECHANGECALLBACK, WdfDeviceInitRegisterPnpStateChangeCallback)(
        WdfDriverGlobals, DeviceInit, PnpState, EvtDevicePnpStateChange, CallbackTypes);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitregisterpowerstatechangecallback */
typedef NTSTATUS (*PFN_WDFDEVICEINITREGISTERPOWERSTATECHANGECALLBACK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ WDF_DEVICE_POWER_STATE PowerState,
    _In_ PFN_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION EvtDevicePowerStateChange, _In_ ULONG CallbackTypes);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceInitRegisterPowerStateChangeCallback(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ WDF_DEVICE_POWER_STATE PowerState,
    _In_ PFN_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION EvtDevicePowerStateChange, _In_ ULONG CallbackTypes)
{
    return WDF_CALL(PFN_WDFDEVICEINITREGISTERPOWERSTATECHANGECALLBACK, WdfDeviceInitRegisterPowerStateChangeCallback)(
        WdfDriverGlobals, DeviceInit, PowerState, EvtDevicePowerStateChange, CallbackTypes);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitregisterpowerpolicystatechangecallback */
typedef NTSTATUS (*PFN_WDFDEVICEINITREGISTERPOWERPOLICYSTATECHANGECALLBACK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ WDF_DEVICE_POWER_POLICY_STATE PowerPolicyState,
    _In_ PFN_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION EvtDevicePowerPolicyStateChange,
    _In_ ULONG CallbackTypes);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceInitRegisterPowerPolicyStateChangeCallback(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ WDF_DEVICE_POWER_POLICY_STATE PowerPolicyState,
    _In_ PFN_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION EvtDevicePowerPolicyStateChange,
    _In_ ULONG CallbackTypes)
{
    return WDF_CALL(PFN_WDFDEVICEINITREGISTERPOWERPOLICYSTATECHANGECALLBACK, WdfDeviceInitRegisterPowerPolicyStateChangeCallback)(
        WdfDriverGlobals, DeviceInit, PowerPolicyState, EvtDevicePowerPolicyStateChange, CallbackTypes);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetiotype */
typedef VOID (*PFN_WDFDEVICEINITSETIOTYPE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ PWDFDEVICE_INIT DeviceInit,
    _In_ WDF_DEVICE_IO_TYPE IoType);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetIoType(_In_ PWDFDEVICE_INIT DeviceInit, _In_ WDF_DEVICE_IO_TYPE IoType)
{
    WDF_CALL(PFN_WDFDEVICEINITSETIOTYPE, WdfDeviceInitSetIoType)(WdfDriverGlobals, DeviceInit, IoType);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetexclusive */
typedef VOID (*PFN_WDFDEVICEINITSETEXCLUSIVE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ PWDFDEVICE_INIT DeviceInit,
    _In_ BOOLEAN IsExclusive);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetExclusive(_In_ PWDFDEVICE_INIT DeviceInit, _In_ BOOLEAN IsExclusive)
{
    WDF_CALL(PFN_WDFDEVICEINITSETEXCLUSIVE, WdfDeviceInitSetExclusive)(WdfDriverGlobals, DeviceInit, IsExclusive);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetpowernotpageable */
typedef VOID (*PFN_WDFDEVICEINITSETPOWERNOTPAGEABLE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetPowerNotPageable(_In_ PWDFDEVICE_INIT DeviceInit)
{
    WDF_CALL(PFN_WDFDEVICEINITSETPOWERNOTPAGEABLE, WdfDeviceInitSetPowerNotPageable)(WdfDriverGlobals, DeviceInit);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetpowerpageable */
typedef VOID (*PFN_WDFDEVICEINITSETPOWERPAGEABLE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetPowerPageable(_In_ PWDFDEVICE_INIT DeviceInit)
{
    WDF_CALL(PFN_WDFDEVICEINITSETPOWERPAGEABLE, WdfDeviceInitSetPowerPageable)(WdfDriverGlobals, DeviceInit);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetpowerinrush */
typedef VOID (*PFN_WDFDEVICEINITSETPOWERINRUSH)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetPowerInrush(_In_ PWDFDEVICE_INIT DeviceInit)
{
    WDF_CALL(PFN_WDFDEVICEINITSETPOWERINRUSH, WdfDeviceInitSetPowerInrush)(WdfDriverGlobals, DeviceInit);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetdevicetype */
typedef VOID (*PFN_WDFDEVICEINITSETDEVICETYPE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ ULONG DeviceType);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetDeviceType(_In_ PWDFDEVICE_INIT DeviceInit, _In_ ULONG DeviceType)
{
    WDF_CALL(PFN_WDFDEVICEINITSETDEVICETYPE, WdfDeviceInitSetDeviceType)(WdfDriverGlobals, DeviceInit, DeviceType);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitassignname */
typedef NTSTATUS (*PFN_WDFDEVICEINITASSIGNNAME)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_opt_ PCUNICODE_STRING DeviceName);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceInitAssignName(_In_ PWDFDEVICE_INIT DeviceInit, _In_opt_ PCUNICODE_STRING DeviceName)
{
    return WDF_CALL(PFN_WDFDEVICEINITASSIGNNAME, WdfDeviceInitAssignName)(WdfDriverGlobals, DeviceInit, DeviceName);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitassignsddlstring */
typedef NTSTATUS (*PFN_WDFDEVICEINITASSIGNSDDLSTRING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_opt_ PCUNICODE_STRING SDDLString);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceInitAssignSDDLString(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_opt_ PCUNICODE_STRING SDDLString)
{
    return WDF_CALL(PFN_WDFDEVICEINITASSIGNSDDLSTRING, WdfDeviceInitAssignSDDLString)(WdfDriverGlobals, DeviceInit,
        SDDLString);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetdeviceclass */
typedef VOID (*PFN_WDFDEVICEINITSETDEVICECLASS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ const GUID *DeviceClassGuid);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetDeviceClass(_In_ PWDFDEVICE_INIT DeviceInit, _In_ const GUID *DeviceClassGuid)
{
    WDF_CALL(PFN_WDFDEVICEINITSETDEVICECLASS, WdfDeviceInitSetDeviceClass)(WdfDriverGlobals, DeviceInit,
        DeviceClassGuid);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetcharacteristics */
typedef VOID (*PFN_WDFDEVICEINITSETCHARACTERISTICS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ ULONG DeviceCharacteristics, _In_ BOOLEAN OrInValues);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetCharacteristics(_In_ PWDFDEVICE_INIT DeviceInit, _In_ ULONG DeviceCharacteristics,
    _In_ BOOLEAN OrInValues)
{
    WDF_CALL(PFN_WDFDEVICEINITSETCHARACTERISTICS, WdfDeviceInitSetCharacteristics)(WdfDriverGlobals, DeviceInit,
        DeviceCharacteristics, OrInValues);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetfileobjectconfig */
typedef VOID (*PFN_WDFDEVICEINITSETFILEOBJECTCONFIG)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_FILEOBJECT_CONFIG FileObjectConfig,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES FileObjectAttributes);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetFileObjectConfig(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ PWDF_FILEOBJECT_CONFIG FileObjectConfig, _In_opt_ PWDF_OBJECT_ATTRIBUTES FileObjectAttributes)
{
    WDF_CALL(PFN_WDFDEVICEINITSETFILEOBJECTCONFIG, WdfDeviceInitSetFileObjectConfig)(WdfDriverGlobals, DeviceInit,
        FileObjectConfig, FileObjectAttributes);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetrequestattributes */
typedef VOID (*PFN_WDFDEVICEINITSETREQUESTATTRIBUTES)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_OBJECT_ATTRIBUTES RequestAttributes);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetRequestAttributes(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ PWDF_OBJECT_ATTRIBUTES RequestAttributes)
{
    WDF_CALL(PFN_WDFDEVICEINITSETREQUESTATTRIBUTES, WdfDeviceInitSetRequestAttributes)(WdfDriverGlobals, DeviceInit,
        RequestAttributes);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitassignwdmirppreprocesscallback */
typedef NTSTATUS (*PFN_WDFDEVICEINITASSIGNWDMIRPPREPROCESSCALLBACK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PFN_WDFDEVICE_WDM_IRP_PREPROCESS EvtDeviceWdmIrpPreprocess,
    _In_ UCHAR MajorFunction, _In_opt_ PUCHAR MinorFunctions, _In_ ULONG NumMinorFunctions);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceInitAssignWdmIrpPreprocessCallback(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ PFN_WDFDEVICE_WDM_IRP_PREPROCESS EvtDeviceWdmIrpPreprocess, _In_ UCHAR MajorFunction,
    _In_opt_ PUCHAR MinorFunctions, _In_ ULONG NumMinorFunctions)
{
    return WDF_CALL(PFN_WDFDEVICEINITASSIGNWDMIRPPREPROCESSCALLBACK, WdfDeviceInitAssignWdmIrpPreprocessCallback)(
        WdfDriverGlobals, DeviceInit, EvtDeviceWdmIrpPreprocess, MajorFunction, MinorFunctions, NumMinorFunctions);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetioincallercontextcallback */
typedef VOID (*PFN_WDFDEVICEINITSETIOINCALLERCONTEXTCALLBACK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PFN_WDF_IO_IN_CALLER_CONTEXT EvtIoInCallerContext);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetIoInCallerContextCallback(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ PFN_WDF_IO_IN_CALLER_CONTEXT EvtIoInCallerContext)
{
    WDF_CALL(PFN_WDFDEVICEINITSETIOINCALLERCONTEXTCALLBACK, WdfDeviceInitSetIoInCallerContextCallback)(
        WdfDriverGlobals, DeviceInit, EvtIoInCallerContext);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicecreate */
typedef NTSTATUS (*PFN_WDFDEVICECREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _Inout_ PWDFDEVICE_INIT *DeviceInit,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES DeviceAttributes, _Out_ WDFDEVICE *Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceCreate(_Inout_ PWDFDEVICE_INIT *DeviceInit,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES DeviceAttributes, _Out_ WDFDEVICE *Device)
{
    return WDF_CALL(PFN_WDFDEVICECREATE, WdfDeviceCreate)(WdfDriverGlobals, DeviceInit, DeviceAttributes, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicesetstaticstopremove */
typedef VOID (*PFN_WDFDEVICESETSTATICSTOPREMOVE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ BOOLEAN Stoppable);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceSetStaticStopRemove(_In_ WDFDEVICE Device, _In_ BOOLEAN Stoppable)
{
    WDF_CALL(PFN_WDFDEVICESETSTATICSTOPREMOVE, WdfDeviceSetStaticStopRemove)(WdfDriverGlobals, Device, Stoppable);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicecreatedeviceinterface */
typedef NTSTATUS (*PFN_WDFDEVICECREATEDEVICEINTERFACE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ const GUID *InterfaceClassGUID, _In_opt_ PCUNICODE_STRING ReferenceString);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceCreateDeviceInterface(_In_ WDFDEVICE Device, _In_ const GUID *InterfaceClassGUID,
    _In_opt_ PCUNICODE_STRING ReferenceString)
{
    return WDF_CALL(PFN_WDFDEVICECREATEDEVICEINTERFACE, WdfDeviceCreateDeviceInterface)(WdfDriverGlobals, Device,
        InterfaceClassGUID, ReferenceString);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicesetdeviceinterfacestate */
typedef VOID (*PFN_WDFDEVICESETDEVICEINTERFACESTATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ const GUID *InterfaceClassGUID, _In_opt_ PCUNICODE_STRING ReferenceString, _In_ BOOLEAN IsInterfaceEnabled);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceSetDeviceInterfaceState(_In_ WDFDEVICE Device, _In_ const GUID *InterfaceClassGUID,
    _In_opt_ PCUNICODE_STRING ReferenceString, _In_ BOOLEAN IsInterfaceEnabled)
{
    WDF_CALL(PFN_WDFDEVICESETDEVICEINTERFACESTATE, WdfDeviceSetDeviceInterfaceState)(WdfDriverGlobals, Device,
        InterfaceClassGUID, ReferenceString, IsInterfaceEnabled);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceretrievedeviceinterfacestring */
typedef NTSTATUS (*PFN_WDFDEVICERETRIEVEDEVICEINTERFACESTRING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ const GUID *InterfaceClassGUID, _In_opt_ PCUNICODE_STRING ReferenceString,
    _In_ WDFSTRING String);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceRetrieveDeviceInterfaceString(_In_ WDFDEVICE Device, _In_ const GUID *InterfaceClassGUID,
    _In_opt_ PCUNICODE_STRING ReferenceString, _In_ WDFSTRING String)
{
    return WDF_CALL(PFN_WDFDEVICERETRIEVEDEVICEINTERFACESTRING, WdfDeviceRetrieveDeviceInterfaceString)(
        WdfDriverGlobals, Device, InterfaceClassGUID, ReferenceString, String);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicecreatesymboliclink */
typedef NTSTATUS (*PFN_WDFDEVICECREATESYMBOLICLINK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PCUNICODE_STRING SymbolicLinkName);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceCreateSymbolicLink(_In_ WDFDEVICE Device, _In_ PCUNICODE_STRING SymbolicLinkName)
{
    return WDF_CALL(PFN_WDFDEVICECREATESYMBOLICLINK, WdfDeviceCreateSymbolicLink)(WdfDriverGlobals, Device,
        SymbolicLinkName);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicequeryproperty */
typedef NTSTATUS (*PFN_WDFDEVICEQUERYPROPERTY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ ULONG BufferLength, _Out_ PVOID PropertyBuffer,
    _Out_ PULONG ResultLength);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceQueryProperty(_In_ WDFDEVICE Device, _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty,
    _In_ ULONG BufferLength, _Out_ PVOID PropertyBuffer, _Out_ PULONG ResultLength)
{
    return WDF_CALL(PFN_WDFDEVICEQUERYPROPERTY, WdfDeviceQueryProperty)(WdfDriverGlobals, Device, DeviceProperty,
        BufferLength, PropertyBuffer, ResultLength);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceallocandqueryproperty */
typedef NTSTATUS (*PFN_WDFDEVICEALLOCANDQUERYPROPERTY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ POOL_TYPE PoolType,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, _Out_ WDFMEMORY *PropertyMemory);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceAllocAndQueryProperty(_In_ WDFDEVICE Device,
    _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ POOL_TYPE PoolType,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, _Out_ WDFMEMORY *PropertyMemory)
{
    return WDF_CALL(PFN_WDFDEVICEALLOCANDQUERYPROPERTY, WdfDeviceAllocAndQueryProperty)(WdfDriverGlobals, Device,
        DeviceProperty, PoolType, PropertyMemoryAttributes, PropertyMemory);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicesetpnpcapabilities */
typedef VOID (*PFN_WDFDEVICESETPNPCAPABILITIES)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PWDF_DEVICE_PNP_CAPABILITIES PnpCapabilities);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceSetPnpCapabilities(_In_ WDFDEVICE Device, _In_ PWDF_DEVICE_PNP_CAPABILITIES PnpCapabilities)
{
    WDF_CALL(PFN_WDFDEVICESETPNPCAPABILITIES, WdfDeviceSetPnpCapabilities)(WdfDriverGlobals, Device, PnpCapabilities);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicesetpowercapabilities */
typedef VOID (*PFN_WDFDEVICESETPOWERCAPABILITIES)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PWDF_DEVICE_POWER_CAPABILITIES PowerCapabilities);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceSetPowerCapabilities(_In_ WDFDEVICE Device,
    _In_ PWDF_DEVICE_POWER_CAPABILITIES PowerCapabilities)
{
    WDF_CALL(PFN_WDFDEVICESETPOWERCAPABILITIES, WdfDeviceSetPowerCapabilities)(WdfDriverGlobals, Device,
        PowerCapabilities);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicesetbusinformationforchildren */
typedef VOID (*PFN_WDFDEVICESETBUSINFORMATIONFORCHILDREN)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ PPNP_BUS_INFORMATION BusInformation);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceSetBusInformationForChildren(_In_ WDFDEVICE Device, _In_ PPNP_BUS_INFORMATION BusInformation)
{
    WDF_CALL(PFN_WDFDEVICESETBUSINFORMATIONFORCHILDREN, WdfDeviceSetBusInformationForChildren)(WdfDriverGlobals,
        Device, BusInformation);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceindicatewakestatus */
typedef NTSTATUS (*PFN_WDFDEVICEINDICATEWAKESTATUS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ NTSTATUS WaitWakeStatus);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceIndicateWakeStatus(_In_ WDFDEVICE Device, _In_ NTSTATUS WaitWakeStatus)
{
    return WDF_CALL(PFN_WDFDEVICEINDICATEWAKESTATUS, WdfDeviceIndicateWakeStatus)(WdfDriverGlobals, Device,
        WaitWakeStatus);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicesetfailed */
typedef VOID (*PFN_WDFDEVICESETFAILED)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ WDF_DEVICE_FAILED_ACTION FailedAction);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceSetFailed(_In_ WDFDEVICE Device, _In_ WDF_DEVICE_FAILED_ACTION FailedAction)
{
    WDF_CALL(PFN_WDFDEVICESETFAILED, WdfDeviceSetFailed)(WdfDriverGlobals, Device, FailedAction);
}
#endif

/* IRQL <= DISPATCH_LEVEL. */
typedef NTSTATUS (*PFN_WDFDEVICESTOPIDLENOTRACK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ BOOLEAN WaitForD0);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceStopIdleNoTrack(_In_ WDFDEVICE Device, _In_ BOOLEAN WaitForD0)
{
    return WDF_CALL(PFN_WDFDEVICESTOPIDLENOTRACK, WdfDeviceStopIdleNoTrack)(WdfDriverGlobals, Device, WaitForD0);
}
#endif

/* IRQL <= DISPATCH_LEVEL. */
typedef VOID (*PFN_WDFDEVICERESUMEIDLENOTRACK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceResumeIdleNoTrack(_In_ WDFDEVICE Device)
{
    WDF_CALL(PFN_WDFDEVICERESUMEIDLENOTRACK, WdfDeviceResumeIdleNoTrack)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicegetfileobject */
typedef WDFFILEOBJECT (*PFN_WDFDEVICEGETFILEOBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PFILE_OBJECT FileObject);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFFILEOBJECT WdfDeviceGetFileObject(_In_ WDFDEVICE Device, _In_ PFILE_OBJECT FileObject)
{
    return WDF_CALL(PFN_WDFDEVICEGETFILEOBJECT, WdfDeviceGetFileObject)(WdfDriverGlobals, Device, FileObject);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceenqueuerequest */
typedef NTSTATUS (*PFN_WDFDEVICEENQUEUEREQUEST)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceEnqueueRequest(_In_ WDFDEVICE Device, _In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFDEVICEENQUEUEREQUEST, WdfDeviceEnqueueRequest)(WdfDriverGlobals, Device, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicegetdefaultqueue */
typedef WDFQUEUE (*PFN_WDFDEVICEGETDEFAULTQUEUE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFQUEUE WdfDeviceGetDefaultQueue(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFDEVICEGETDEFAULTQUEUE, WdfDeviceGetDefaultQueue)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceconfigurerequestdispatching */
typedef NTSTATUS (*PFN_WDFDEVICECONFIGUREREQUESTDISPATCHING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ WDFQUEUE Queue, _In_ WDF_REQUEST_TYPE RequestType);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceConfigureRequestDispatching(_In_ WDFDEVICE Device, _In_ WDFQUEUE Queue,
    _In_ WDF_REQUEST_TYPE RequestType)
{
    return WDF_CALL(PFN_WDFDEVICECONFIGUREREQUESTDISPATCHING, WdfDeviceConfigureRequestDispatching)(WdfDriverGlobals,
        Device, Queue, RequestType);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceremovedependentusagedeviceobject */
typedef VOID (*PFN_WDFDEVICEREMOVEDEPENDENTUSAGEDEVICEOBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ PDEVICE_OBJECT DependentDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceRemoveDependentUsageDeviceObject(_In_ WDFDEVICE Device, _In_ PDEVICE_OBJECT DependentDevice)
{
    WDF_CALL(PFN_WDFDEVICEREMOVEDEPENDENTUSAGEDEVICEOBJECT, WdfDeviceRemoveDependentUsageDeviceObject)(
        WdfDriverGlobals, Device, DependentDevice);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicegetsystempoweraction */
typedef POWER_ACTION (*PFN_WDFDEVICEGETSYSTEMPOWERACTION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE POWER_ACTION WdfDeviceGetSystemPowerAction(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFDEVICEGETSYSTEMPOWERACTION, WdfDeviceGetSystemPowerAction)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicewdmdispatchirp */
typedef NTSTATUS (*PFN_WDFDEVICEWDMDISPATCHIRP)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PIRP Irp, _In_ WDFCONTEXT DispatchContext);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceWdmDispatchIrp(_In_ WDFDEVICE Device, _In_ PIRP Irp, _In_ WDFCONTEXT DispatchContext)
{
    return WDF_CALL(PFN_WDFDEVICEWDMDISPATCHIRP, WdfDeviceWdmDispatchIrp)(WdfDriverGlobals, Device, Irp,
        DispatchContext);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicewdmdispatchirptoioqueue */
typedef NTSTATUS (*PFN_WDFDEVICEWDMDISPATCHIRPTOIOQUEUE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ PIRP Irp, _In_ WDFQUEUE Queue, _In_ ULONG Flags);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceWdmDispatchIrpToIoQueue(_In_ WDFDEVICE Device, _In_ PIRP Irp, _In_ WDFQUEUE Queue,
    _In_ ULONG Flags)
{
    return WDF_CALL(PFN_WDFDEVICEWDMDISPATCHIRPTOIOQUEUE, WdfDeviceWdmDispatchIrpToIoQueue)(WdfDriverGlobals, Device,
        Irp, Queue, Flags);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetremovelockoptions */
typedef VOID (*PFN_WDFDEVICEINITSETREMOVELOCKOPTIONS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_REMOVE_LOCK_OPTIONS Options);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetRemoveLockOptions(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ PWDF_REMOVE_LOCK_OPTIONS Options)
{
    WDF_CALL(PFN_WDFDEVICEINITSETREMOVELOCKOPTIONS, WdfDeviceInitSetRemoveLockOptions)(WdfDriverGlobals, DeviceInit,
        Options);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceconfigurewdmirpdispatchcallback */
typedef NTSTATUS (*PFN_WDFDEVICECONFIGUREWDMIRPDISPATCHCALLBACK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_opt_ WDFDRIVER Driver, _In_ UCHAR MajorFunction,
    _In_ PFN_WDFDEVICE_WDM_IRP_DISPATCH EvtDeviceWdmIrpDisptach, _In_opt_ WDFCONTEXT DriverContext);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceConfigureWdmIrpDispatchCallback(_In_ WDFDEVICE Device, _In_opt_ WDFDRIVER Driver,
    _In_ UCHAR MajorFunction, _In_ PFN_WDFDEVICE_WDM_IRP_DISPATCH EvtDeviceWdmIrpDisptach,
    _In_opt_ WDFCONTEXT DriverContext)
{
    return WDF_CALL(PFN_WDFDEVICECONFIGUREWDMIRPDISPATCHCALLBACK, WdfDeviceConfigureWdmIrpDispatchCallback)(
        WdfDriverGlobals, Device, Driver, MajorFunction, EvtDeviceWdmIrpDisptach, DriverContext);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicewdmassignpowerframeworksettings */
typedef NTSTATUS (*PFN_WDFDEVICEWDMASSIGNPOWERFRAMEWORKSETTINGS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ PWDF_POWER_FRAMEWORK_SETTINGS PowerFrameworkSettings);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceWdmAssignPowerFrameworkSettings(_In_ WDFDEVICE Device,
    _In_ PWDF_POWER_FRAMEWORK_SETTINGS PowerFrameworkSettings)
{
    return WDF_CALL(PFN_WDFDEVICEWDMASSIGNPOWERFRAMEWORKSETTINGS, WdfDeviceWdmAssignPowerFrameworkSettings)(
        WdfDriverGlobals, Device, PowerFrameworkSettings);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetreleasehardwareorderonfailure */
typedef VOID (*PFN_WDFDEVICEINITSETRELEASEHARDWAREORDERONFAILURE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ WDF_RELEASE_HARDWARE_ORDER_ON_FAILURE ReleaseHardwareOrderOnFailure);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetReleaseHardwareOrderOnFailure(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ WDF_RELEASE_HARDWARE_ORDER_ON_FAILURE ReleaseHardwareOrderOnFailure)
{
    WDF_CALL(PFN_WDFDEVICEINITSETRELEASEHARDWAREORDERONFAILURE, WdfDeviceInitSetReleaseHardwareOrderOnFailure)(
        WdfDriverGlobals, DeviceInit, ReleaseHardwareOrderOnFailure);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceinitsetiotypeex */
typedef VOID (*PFN_WDFDEVICEINITSETIOTYPEEX)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ PWDFDEVICE_INIT DeviceInit,
    _In_ PWDF_IO_TYPE_CONFIG IoTypeConfig);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceInitSetIoTypeEx(_In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_IO_TYPE_CONFIG IoTypeConfig)
{
    WDF_CALL(PFN_WDFDEVICEINITSETIOTYPEEX, WdfDeviceInitSetIoTypeEx)(WdfDriverGlobals, DeviceInit, IoTypeConfig);
}
#endif

/* IRQL <= APC_LEVEL. wdfdevice/nf-wdfdevice-wdfdevicequerypropertyex */
typedef NTSTATUS (*PFN_WDFDEVICEQUERYPROPERTYEX)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PWDF_DEVICE_PROPERTY_DATA DeviceProperty, _In_ ULONG BufferLength, _Out_ PVOID PropertyBuffer,
    _Out_ PULONG RequiredSize, _Out_ PDEVPROPTYPE Type);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceQueryPropertyEx(_In_ WDFDEVICE Device, _In_ PWDF_DEVICE_PROPERTY_DATA DeviceProperty,
    _In_ ULONG BufferLength, _Out_ PVOID PropertyBuffer, _Out_ PULONG RequiredSize, _Out_ PDEVPROPTYPE Type)
{
    return WDF_CALL(PFN_WDFDEVICEQUERYPROPERTYEX, WdfDeviceQueryPropertyEx)(WdfDriverGlobals, Device, DeviceProperty,
        BufferLength, PropertyBuffer, RequiredSize, Type);
}
#endif

/* IRQL <= APC_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceallocandquerypropertyex */
typedef NTSTATUS (*PFN_WDFDEVICEALLOCANDQUERYPROPERTYEX)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ PWDF_DEVICE_PROPERTY_DATA DeviceProperty, _In_ POOL_TYPE PoolType,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, _Out_ WDFMEMORY *PropertyMemory,
    _Out_ PDEVPROPTYPE Type);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceAllocAndQueryPropertyEx(_In_ WDFDEVICE Device,
    _In_ PWDF_DEVICE_PROPERTY_DATA DeviceProperty, _In_ POOL_TYPE PoolType,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, _Out_ WDFMEMORY *PropertyMemory,
    _Out_ PDEVPROPTYPE Type)
{
    return WDF_CALL(PFN_WDFDEVICEALLOCANDQUERYPROPERTYEX, WdfDeviceAllocAndQueryPropertyEx)(WdfDriverGlobals, Device,
        DeviceProperty, PoolType, PropertyMemoryAttributes, PropertyMemory, Type);
}
#endif

/* IRQL <= APC_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceassignproperty */
typedef NTSTATUS (*PFN_WDFDEVICEASSIGNPROPERTY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PWDF_DEVICE_PROPERTY_DATA DeviceProperty, _In_ DEVPROPTYPE Type, _In_ ULONG Size, _In_opt_ PVOID Data);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceAssignProperty(_In_ WDFDEVICE Device, _In_ PWDF_DEVICE_PROPERTY_DATA DeviceProperty,
    _In_ DEVPROPTYPE Type, _In_ ULONG Size, _In_opt_ PVOID Data)
{
    return WDF_CALL(PFN_WDFDEVICEASSIGNPROPERTY, WdfDeviceAssignProperty)(WdfDriverGlobals, Device, DeviceProperty,
        Type, Size, Data);
}
#endif

/* IRQL <= DISPATCH_LEVEL. */
typedef NTSTATUS (*PFN_WDFDEVICESTOPIDLEACTUAL)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ BOOLEAN WaitForD0, _In_opt_ PVOID Tag, _In_ LONG Line, _In_ PCHAR File);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceStopIdleActual(_In_ WDFDEVICE Device, _In_ BOOLEAN WaitForD0, _In_opt_ PVOID Tag,
    _In_ LONG Line, _In_ PCHAR File)
{
    return WDF_CALL(PFN_WDFDEVICESTOPIDLEACTUAL, WdfDeviceStopIdleActual)(WdfDriverGlobals, Device, WaitForD0, Tag,
        Line, File);
}
#endif

/* IRQL <= DISPATCH_LEVEL. */
typedef VOID (*PFN_WDFDEVICERESUMEIDLEACTUAL)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_opt_ PVOID Tag, _In_ LONG Line, _In_ PCHAR File);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDeviceResumeIdleActual(_In_ WDFDEVICE Device, _In_opt_ PVOID Tag, _In_ LONG Line, _In_ PCHAR File)
{
    WDF_CALL(PFN_WDFDEVICERESUMEIDLEACTUAL, WdfDeviceResumeIdleActual)(WdfDriverGlobals, Device, Tag, Line, File);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdevice/nf-wdfdevice-wdfdeviceopendevicemapkey */
typedef NTSTATUS (*PFN_WDFDEVICEOPENDEVICEMAPKEY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PCUNICODE_STRING KeyName, _In_ ACCESS_MASK DesiredAccess, _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes,
    _Out_ WDFKEY *Key);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceOpenDevicemapKey(_In_ WDFDEVICE Device, _In_ PCUNICODE_STRING KeyName,
    _In_ ACCESS_MASK DesiredAccess, _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes, _Out_ WDFKEY *Key)
{
    return WDF_CALL(PFN_WDFDEVICEOPENDEVICEMAPKEY, WdfDeviceOpenDevicemapKey)(WdfDriverGlobals, Device, KeyName,
        DesiredAccess, KeyAttributes, Key);
}
#endif

/* The bit that says "not pageable" in a state; a state without it compares equal to its pageable twin. */
WDF_INLINE BOOLEAN WdfDevStateIsNP(ULONG State)
{
    return (State & WdfDevStateNP) != 0;
}

WDF_INLINE ULONG WdfDevStateNormalize(ULONG State)
{
    return State & ~(ULONG)WdfDevStateNP;
}

/* The framework remembers who holds a power reference: tag, line and file. wdfdevice/nf-wdfdevice-wdfdevicestopidle */
#define WdfDeviceStopIdle(Device, WaitForD0)                                                                           \
    WdfDeviceStopIdleActual((Device), (WaitForD0), NULL, __LINE__, (PCHAR)__FILE__)
#define WdfDeviceStopIdleWithTag(Device, WaitForD0, Tag)                                                               \
    WdfDeviceStopIdleActual((Device), (WaitForD0), (Tag), __LINE__, (PCHAR)__FILE__)
#define WdfDeviceResumeIdle(Device)             WdfDeviceResumeIdleActual((Device), NULL, __LINE__, (PCHAR)__FILE__)
#define WdfDeviceResumeIdleWithTag(Device, Tag) WdfDeviceResumeIdleActual((Device), (Tag), __LINE__, (PCHAR)__FILE__)

#ifdef __cplusplus
}
#endif

#endif
