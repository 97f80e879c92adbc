/* SPDX-License-Identifier: MIT */
/*
 * PnP and power of one device. pnp.c takes the PnP IRPs, power.c the power IRPs; both run the sequences of
 * pnp_sequence.c, one at a time and at PASSIVE_LEVEL (rule M12).
 */
#ifndef KMDOCK_WDF_PNP_H
#define KMDOCK_WDF_PNP_H

#include "wdf/object.h"
#include "wdf/port.h"

struct device;

/* How far a device has come; everything that must be undone can be read from it. pnp.done */
enum pnp_done {
    PNP_ADDED = 0x1,             /* EvtDriverDeviceAdd returned success: queues may present */
    PNP_HARDWARE = 0x2,          /* PrepareHardware was called, ReleaseHardware was not (Q11, Q13) */
    PNP_D0 = 0x4,                /* D0Entry succeeded, D0Exit was not called (Q10) */
    PNP_QUEUES = 0x8,            /* power-managed queues run */
    PNP_SELF_INIT = 0x10,        /* SelfManagedIoInit was called (Q8) */
    PNP_SELF_RUNNING = 0x20,     /* Init or Restart was the last one, not Suspend (Q9) */
    PNP_SELF_FLUSHED = 0x40,
    PNP_STARTED = 0x80,          /* the last START_DEVICE succeeded and nothing took the device down since */
    PNP_SURPRISE = 0x100,        /* SURPRISE_REMOVAL was seen */
    PNP_REMOVED = 0x200,         /* the remove sequence ran */
    PNP_INTERFACES = 0x400,      /* interfaces are enabled: those made from now on stay disabled (R1) */
};

/* What is fixed before the device exists (deviceinit.c). */
struct pnp_config {
    WDF_PNPPOWER_EVENT_CALLBACKS callbacks;   /* Size 0: none were set */
    WDF_POWER_POLICY_EVENT_CALLBACKS policy;  /* Size 0: none were set */
    WDF_RELEASE_HARDWARE_ORDER_ON_FAILURE release_order;
};

struct pnp {
    struct pnp_config config;
    ULONG done;                         /* enum pnp_done; changed with the turn held */
    WDF_DEVICE_PNP_STATE state;         /* what WdfDeviceGetDevicePnpState says */
    WDF_DEVICE_POWER_STATE power_state;
    WDF_DEVICE_POWER_POLICY_STATE policy_state;
    WDF_POWER_DEVICE_STATE device_state;   /* D0, Dx, D3Final */
    SYSTEM_POWER_STATE system_state;
    POWER_ACTION system_action;
    BOOLEAN static_stop_remove;         /* WdfDeviceSetStaticStopRemove (Q17) */
    BOOLEAN transition;                 /* a sequence runs: queues can't be created (A5) */
    BOOLEAN powered;                    /* D0 as the queues see it: TRUE between the two queue steps */
    LONG special_files[WdfSpecialFileMax];
    BOOLEAN special_supported[WdfSpecialFileMax];
    WDF_DEVICE_FAILED_ACTION failed;    /* Undefined: it did not fail */
    LONG restarts;                      /* failed starts in a row (Q24) */
    WDF_DEVICE_STATE device_flags;      /* WdfDeviceSetDeviceState */
    WDF_DEVICE_PNP_CAPABILITIES capabilities;
    WDF_DEVICE_POWER_CAPABILITIES power_capabilities;
    struct object *resources_raw;       /* WDFCMRESLISTs, from PrepareHardware to ReleaseHardware */
    struct object *resources_translated;
    KEVENT turn;                        /* who may run a sequence: a lock that is also held across IRPs */
    PKTHREAD turn_owner;
    struct port_work power_work;        /* runs the power IRPs of power_irps */
    KSPIN_LOCK power_lock;              /* guards power_irps and power_busy */
    LIST_ENTRY power_irps;
    BOOLEAN power_busy;
    KEVENT power_idle;
};

#endif
