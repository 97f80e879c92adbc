/* SPDX-License-Identifier: MIT */
/* The PnP manager: root-enumerated device nodes, their life, device interfaces. */
#ifndef KMDOCK_NT_PNP_PNP_H
#define KMDOCK_NT_PNP_PNP_H

#include "nt/io/io.h"

enum pnp_state {
    PNP_DISABLED, /* the node and its physical device object are there, the rest of the stack is not */
    PNP_ADDED,    /* AddDevice went well */
    PNP_STARTED,
    PNP_REMOVE_PENDING, /* IRP_MN_QUERY_REMOVE_DEVICE succeeded */
    PNP_SURPRISED,      /* IRP_MN_SURPRISE_REMOVAL sent; IRP_MN_REMOVE_DEVICE follows when the last file is closed */
    PNP_FAILED,         /* AddDevice or start failed; `problem` says why */
    PNP_REMOVED,        /* the node is off the list and goes with its last reference */
};

enum {
    PNP_ID_MAX = 200, /* characters of an instance id, terminator included: MAX_DEVICE_ID_LEN */
    PNP_CLASS_MAX = 64,
};

/* One device node: ROOT\SAMPLE\0000. */
struct pnp_node {
    LIST_ENTRY all; /* pnp_nodes, in order of creation */
    LONG references;
    char instance[PNP_ID_MAX];
    char hardware_id[PNP_ID_MAX];
    char class[PNP_CLASS_MAX];
    char service[MACHINE_NAME_MAX];
    enum pnp_state state;
    BOOLEAN node_goes;   /* after the stack is removed, the node goes too */
    BOOLEAN remove_owed; /* surprise-removed with files open */
    BOOLEAN busy;        /* a transition is under way */
    BOOLEAN powering;    /* it is one of power, which a surprise removal does not wait for */
    KEVENT *surprise;    /* a surprise removal that began meanwhile; it takes over from the transition under way */
    PDEVICE_OBJECT pdo;
    PNP_DEVICE_STATE device_state;
    DEVICE_CAPABILITIES capabilities;
    DEVICE_POWER_STATE power; /* of the stack */
    NTSTATUS problem;
    LIST_ENTRY interfaces;
    WORK_QUEUE_ITEM work;
    ULONG work_pending; /* PNP_WORK_... */
    BOOLEAN work_queued;
    KEVENT idle; /* set while not busy */
};

enum {
    PNP_WORK_FILES_CLOSED = 0x1,
    PNP_WORK_STATE = 0x2,     /* IoInvalidateDeviceState */
    PNP_WORK_RELATIONS = 0x4, /* IoInvalidateDeviceRelations */
};

extern LIST_ENTRY pnp_nodes;

/* node.c */
struct pnp_node *pnp_node_create(const char *hardware_id, const char *service, const char *class);
struct pnp_node *pnp_node_find(const char *instance);
void pnp_node_reference(struct pnp_node *node);
void pnp_node_dereference(struct pnp_node *node);
struct pnp_node *pnp_node_of(PDEVICE_OBJECT pdo); /* NULL if the object is no PDO */
const char *pnp_state_name(enum pnp_state state);
BOOLEAN pnp_may_open(struct pnp_node *node);
void pnp_files_closed(struct pnp_node *node); /* IRQL <= DISPATCH_LEVEL: the rest is a work item's */
BOOLEAN pnp_service_in_use(const char *service);

/* Transitions: PASSIVE_LEVEL, one at a time per node; `text` gets a sentence if something is to be said. */
NTSTATUS pnp_start(struct pnp_node *node, char *text, size_t text_bytes); /* AddDevice, start */
NTSTATUS pnp_disable(struct pnp_node *node, BOOLEAN node_goes, char *text, size_t text_bytes);
NTSTATUS pnp_surprise(struct pnp_node *node, char *text, size_t text_bytes);
void pnp_begin(struct pnp_node *node); /* a transition of another part's: po */
void pnp_end(struct pnp_node *node);

/* root.c: the bus */
void pnp_root_boot(void);
NTSTATUS pnp_root_child(struct pnp_node *node);

/* interface.c */
void pnp_interfaces_disable(struct pnp_node *node); /* all; they stay registered with the node */
void pnp_interfaces_forget(struct pnp_node *node);
struct pnp_interface {
    LIST_ENTRY link; /* pnp_node.interfaces */
    struct pnp_node *node;
    GUID guid;
    char guid_text[40];
    char reference[PNP_ID_MAX]; /* "" if there is none */
    WCHAR name[2 * PNP_ID_MAX]; /* \??\ROOT#SAMPLE#0000#{guid}\reference */
    BOOLEAN enabled;
};

/* registry.c */
NTSTATUS pnp_registry_write(struct pnp_node *node);
void pnp_registry_delete(struct pnp_node *node);
/* "\\Registry\\Machine\\System\\CurrentControlSet\\" and what the format says. */
enum { PNP_PATH_MAX = 512 };
struct pnp_path {
    UNICODE_STRING name;
    WCHAR text[PNP_PATH_MAX];
};
__attribute__((format(gnu_printf, 2, 3))) void pnp_path(struct pnp_path *path, const char *format, ...);
void pnp_widen(WCHAR *to, size_t count, const char *from);
void pnp_narrow(char *to, size_t count, const UNICODE_STRING *from);
BOOLEAN pnp_same(const char *a, const char *b); /* without regard to case */

#endif
