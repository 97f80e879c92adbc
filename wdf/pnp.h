/* SPDX-License-Identifier: MIT */
/*
 * PnP and power of one device. pnp.c takes the PnP IRPs, power.c the power IRPs; both run the sequences of
 * pnp_sequence.c, one at a time and at PASSIVE_LEVEL (rule M12): who runs one has the device's turn.
 */
#ifndef KMDOCK_WDF_PNP_H
#define KMDOCK_WDF_PNP_H

#include "wdf/object.h"
#include "wdf/port.h"

struct device;

/* How far a device has come: what must be undone can be read from it. pnp.done, changed with the turn held. */
enum pnp_done {
    PNP_ADDED = 0x1,         /* EvtDriverDeviceAdd returned success */
    PNP_HARDWARE = 0x2,      /* PrepareHardware was called, ReleaseHardware was not (Q11, Q13) */
    PNP_D0 = 0x4,            /* D0Entry succeeded, D0Exit was not called (Q10) */
    PNP_QUEUES = 0x8,        /* power-managed queues run */
    PNP_SELF_INIT = 0x10,    /* SelfManagedIoInit was called, SelfManagedIoCleanup was not (Q8) */
    PNP_SELF_RUNNING = 0x20, /* Init or Restart came last, not Suspend (Q9) */
    PNP_SELF_FLUSHED = 0x40, /* SelfManagedIoFlush was called */
    PNP_STARTED = 0x80,      /* START_DEVICE succeeded, and neither stop nor removal came since */
    PNP_SURPRISE = 0x100,    /* SURPRISE_REMOVAL was seen */
    PNP_INTERFACES = 0x200,  /* interfaces were enabled at a start: those made later stay disabled (R1) */
    PNP_ONCE_IN_D0 = 0x400,  /* it was in D0 before: the next D0Entry is no first one */
};

/* What is fixed before the device exists (deviceinit.c). */
struct pnp_config {
    WDF_PNPPOWER_EVENT_CALLBACKS callbacks; /* all NULL: none were set */
    WDF_POWER_POLICY_EVENT_CALLBACKS policy;
    WDF_RELEASE_HARDWARE_ORDER_ON_FAILURE release_order;
};

struct pnp {
    struct pnp_config config;
    ULONG done; /* enum pnp_done */
    WDF_DEVICE_PNP_STATE state;
    WDF_DEVICE_POWER_STATE power_state;
    WDF_DEVICE_POWER_POLICY_STATE policy_state;
    WDF_POWER_DEVICE_STATE device_state; /* where the device is: D0, D1 … D3, D3Final */
    POWER_ACTION system_action;          /* of the system power IRP under way */
    BOOLEAN static_stop_remove;          /* WdfDeviceSetStaticStopRemove (Q17) */
    WDF_DEVICE_FAILED_ACTION failed;     /* Undefined: it did not fail */
    ULONG special_files;                 /* how many paging, hibernation and dump files lie on it */
    BOOLEAN special_supported[WdfSpecialFileMax + 1];
    WDF_DEVICE_STATE device_flags; /* WdfDeviceSetDeviceState */
    WDF_DEVICE_PNP_CAPABILITIES capabilities;
    WDF_DEVICE_POWER_CAPABILITIES power_capabilities;
    struct object *resources_raw; /* WDFCMRESLISTs, from PrepareHardware to ReleaseHardware */
    struct object *resources_translated;
    KEVENT in_d0;         /* set while power-managed queues run, and for ever once the device is gone */
    LONG idle_references; /* WdfDeviceStopIdle without WdfDeviceResumeIdle */
    KEVENT turn;          /* a lock that is also held across waits for other drivers */
    PKTHREAD turn_owner;
    struct port_work power_work; /* starts the thread that serves power_irps */
    KSPIN_LOCK power_lock;       /* guards the two below */
    LIST_ENTRY power_irps;       /* by Tail.Overlay.ListEntry */
    BOOLEAN power_busy;
};

void pnp_init(struct device *device, const struct pnp_config *config);

/* EvtDriverDeviceAdd returned success: the device may be opened and its queues may run (A10). PASSIVE_LEVEL. */
void pnp_added(struct device *device);
/* EvtDriverDeviceAdd failed after it had created the device (Q14). PASSIVE_LEVEL. */
void pnp_undo_add(struct device *device);

/* IRP_MJ_PNP. PASSIVE_LEVEL. */
NTSTATUS pnp_irp(struct device *device, PIRP irp);

/* -- sequences (pnp_sequence.c): the caller has the turn, PASSIVE_LEVEL ------------------------- */

void pnp_turn_take(struct device *device);
void pnp_turn_give(struct device *device);

/* PrepareHardware, then up to D0. On failure everything that was done is undone (Q1, Q4, Q10 to Q12). */
NTSTATUS pnp_sequence_start(struct device *device, PCM_RESOURCE_LIST raw, PCM_RESOURCE_LIST translated);
/* A rebalance or a failed start: down to D3Final, ReleaseHardware (Q4). */
void pnp_sequence_stop(struct device *device);
/* From D0 to a lower state, as a power IRP asks (Q2). A callback that fails makes the device fail. */
void pnp_sequence_down(struct device *device, WDF_POWER_DEVICE_STATE target);
/* Back to D0 (Q3). */
NTSTATUS pnp_sequence_up(struct device *device);
/* Q5, Q6: what SURPRISE_REMOVAL does, and what is left for REMOVE_DEVICE. */
void pnp_sequence_surprise(struct device *device);
void pnp_sequence_remove(struct device *device);

#endif
