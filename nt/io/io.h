/* SPDX-License-Identifier: MIT */
/*
 * The I/O manager: what its files, and pnp/, po/ and client/, share.
 *
 * Everything here runs on one operating-system thread and another context can only run at a machine
 * call that switches, so lists of our own need no locks: no function here waits or passes a point
 * between taking something from a list and having it consistent again.
 */
#ifndef KMDOCK_NT_IO_IO_H
#define KMDOCK_NT_IO_IO_H

#include "nt/nt.h"
#include "nt/ob/object.h"
#include "nt/ps/process.h"

/* Documented, and not in mingw's headers. */
#ifndef IO_COMPLETION_MODIFY_STATE
#define IO_COMPLETION_MODIFY_STATE 0x0002
#define IO_COMPLETION_ALL_ACCESS   (STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | 0x3)
#endif
#ifndef FILE_SKIP_COMPLETION_PORT_ON_SUCCESS
#define FILE_SKIP_COMPLETION_PORT_ON_SUCCESS 0x1
#define FILE_SKIP_SET_EVENT_ON_HANDLE        0x2
#endif

enum {
    IO_TYPE_DEVICE_ = 3, /* what Windows writes into the Type fields */
    IO_TYPE_DRIVER_ = 4,
    IO_TYPE_FILE_ = 5,
    IO_TYPE_IRP_ = 6,
    IO_TYPE_DEVOBJ_EXTENSION_ = 13,
};

enum {
    IO_STACK_CACHED_MAX = 16,  /* IRPs of up to so many stack locations are kept for reuse */
    IO_CACHED_MAX = 256,       /* of each size */
    IO_BUFFER_KEPT_MAX = 1024, /* system buffers up to this size stay with such an IRP */
    IO_STACK_MAX = 64,
    IO_TAG_IRP = 0x20707249,    /* "Irp " */
    IO_TAG_BUFFER = 0x42206f49, /* "Io B" */
    IO_TAG = 0x20206f49,        /* "Io  " */
};

/* Who made an IRP, hence who takes it back. */
enum io_origin {
    IO_ORIGIN_DRIVER,      /* IoAllocateIrp, IoBuildAsynchronousFsdRequest: its completion routine frees it */
    IO_ORIGIN_SYNCHRONOUS, /* IoBuildDeviceIoControlRequest, IoBuildSynchronousFsdRequest */
    IO_ORIGIN_SERVICE,     /* NtReadFile and kin, called inside the machine */
    IO_ORIGIN_CLIENT,      /* a client's message */
    IO_ORIGIN_KERNEL,      /* create, cleanup, close, PnP, power: `done` is called */
};

/* A dispatch routine that has not returned yet; lies on its caller's stack. */
struct io_call {
    struct io_call *outer;
    CHAR location;
    BOOLEAN completed;
    BOOLEAN marked;        /* SL_PENDING_RETURNED was set when the location was completed */
    BOOLEAN marked_before; /* and when the call was made: a pended IRP passed on with its sender's own location */
};

struct io_packet;
typedef void io_done(struct io_packet *packet, PVOID context);

/* What precedes every IRP that this kernel allocates. */
struct io_packet {
    PVOID buffer;          /* a small system buffer, which stays with the packet from one use to the next; or NULL */
    ULONG buffer_bytes;    /* its room */
    LIST_ENTRY file_link;  /* struct io_file.packets */
    LIST_ENTRY index_link; /* struct io_file.index */
    struct io_call *calls;
    UINT64 returned_pending; /* bit n: the dispatch routine of location n returned STATUS_PENDING */
    io_done *done;           /* IO_ORIGIN_KERNEL, IO_ORIGIN_CLIENT: called last, frees nothing */
    PVOID context;           /* of `done` */
    UINT64 request;          /* the client's number */
    PVOID block;             /* what holds the client's data */
    ULONG sweep;             /* number of the last sweep (io_cancel_...) that has seen it */
    UINT8 origin;            /* enum io_origin */
    UINT8 cached_locations;  /* room for so many stack locations */
    UINT8 operation;         /* IO_ORIGIN_CLIENT: LINK_... */
    UINT8 in_thread;         /* ThreadListEntry is linked */
    UINT8 in_file;           /* file_link is linked; the packet holds a reference to the file object */
    UINT8 lent;              /* the IRP's system buffer is `buffer` */
    UINT8 in_index;          /* index_link is linked */
    UINT8 holds_event;       /* UserEvent is an object that the packet holds a reference to */
    IRP irp;
};

#define IO_PACKET(IRP_) CONTAINING_RECORD((IRP_), struct io_packet, irp)

/* Bit of Irp->AllocationFlags: the IRP lies in a struct io_packet. Windows' bits end at 0x08. */
enum { IO_IRP_OURS = 0x40 };

/* The file object as drivers see it, and what they do not see. */
struct io_file {
    FILE_OBJECT file; /* first: the object's body */
    LIST_ENTRY packets;
    ULONG packet_count;
    struct io_index *index; /* of the packets by status block; NULL until CancelIoEx wants it */
    BOOLEAN opened;         /* IRP_MJ_CREATE succeeded: cleanup and close are owed */
    BOOLEAN counted;        /* holds the device's reference */
    PVOID port;             /* completion port, referenced */
    PVOID port_key;
};

#define IO_FILE(FILE_) CONTAINING_RECORD((FILE_), struct io_file, file)

struct pnp_node;

/* Behind every device object; DEVICE_OBJECT.DeviceObjectExtension points to it. */
struct io_device {
    DEVOBJ_EXTENSION header; /* first */
    ULONG flags;             /* IO_DEVICE_... */
    PDEVICE_OBJECT attached_to;
    struct pnp_node *node;      /* physical device objects only */
    UNICODE_STRING name;        /* NULL if the device has none; in the object name space while named */
    BOOLEAN deleted;            /* IoDeleteDevice was called */
    BOOLEAN named;              /* the name is in the name space */
    POWER_STATE power_state[2]; /* what PoSetPowerState said last: by POWER_STATE_TYPE */
    /* Of the stack's bottom: set-power and query-power IRPs, one at a time per POWER_STATE_TYPE (nt/po). */
    LIST_ENTRY power_waiting[2];
    BOOLEAN power_busy[2];
    ULONG idle_count; /* PoRegisterDeviceForIdleDetection */
};

#define IO_DEVICE(DEVICE_) ((struct io_device *)(DEVICE_)->DeviceObjectExtension)

enum {
    IO_DEVICE_ROOT_CHILD = 0x1,
    IO_DEVICE_REMOVED = 0x2, /* IRP_MN_REMOVE_DEVICE went through: no new opens */
    IO_DEVICE_AUTO_NAME = 0x4,
};

/* Behind every driver object. */
struct io_driver {
    DRIVER_OBJECT driver; /* first: the object's body */
    DRIVER_EXTENSION extension;
    LIST_ENTRY all;        /* io_drivers */
    LIST_ENTRY extensions; /* IoAllocateDriverObjectExtension */
    WCHAR service_key[MACHINE_NAME_MAX + 64];
    CHAR service[MACHINE_NAME_MAX]; /* name of its service, "echo" */
    struct machine_image image;     /* base NULL: a driver inside the kernel */
    BOOLEAN unloading;
    BOOLEAN entered; /* DriverEntry succeeded */
};

#define IO_DRIVER(DRIVER_) CONTAINING_RECORD((DRIVER_), struct io_driver, driver)

extern LIST_ENTRY io_drivers;
extern struct _OBJECT_TYPE io_device_type, io_driver_type, io_file_type, io_port_type;
extern UINT64 io_irps_outstanding;

/* boot.c */
void io_boot(void);

/* irp.c */
struct io_packet *io_packet_alloc(CCHAR locations, enum io_origin origin);
void io_packet_free(struct io_packet *packet);
void io_packet_to_thread(struct io_packet *packet);
void io_packet_to_file(struct io_packet *packet, PFILE_OBJECT file); /* takes over a reference of the caller's */

/* index.c: a file object's requests by status block */
void io_index_add(struct io_file *file, struct io_packet *packet);
void io_index_remove(struct io_file *file, struct io_packet *packet);
void io_index_prepare(struct io_file *file); /* before looking for one of many; passes no point */
PIRP io_index_find(struct io_file *file, PIO_STATUS_BLOCK iosb, PEPROCESS process);

/* call.c */
void io_call_completed(struct io_packet *packet, CHAR location, UCHAR control);

/* cancel.c */
typedef PIRP io_pick(void *context);                    /* called with the cancel spin lock held; passes no point */
BOOLEAN io_cancel_picked(io_pick *pick, void *context); /* FALSE: nothing was picked */
ULONG io_cancel_file(PFILE_OBJECT file, PEPROCESS process, PETHREAD thread); /* NULL: any; how many it asked to end */
void io_cancel_thread(PETHREAD thread);
ULONG io_cancel_thread_synchronous(PETHREAD thread);

/* boot.c: the last IRP of an ending thread is back */
void io_thread_drained(PETHREAD thread);
void io_thread_ends(PETHREAD thread); /* cancels its requests and waits until they are back */

/* transfer.c: a request's buffers by the device's or the control code's method */
struct io_transfer {
    PVOID in;  /* what the driver reads; for IRP_MJ_READ NULL */
    PVOID out; /* what the driver writes */
    ULONG in_bytes;
    ULONG out_bytes;
    BOOLEAN borrow; /* `in` and `out` are the kernel's own copies: they may serve as system buffer */
};
NTSTATUS io_transfer_prepare(struct io_packet *packet, PDEVICE_OBJECT device, const struct io_transfer *transfer);
NTSTATUS io_request_make(PFILE_OBJECT file, UCHAR major, ULONG code, UINT64 offset, const struct io_transfer *transfer,
                         enum io_origin origin, struct io_packet **ret_packet);
void io_buffer_free(struct io_packet *packet);    /* the system buffer, if the IRP says that it is the I/O manager's */
void io_request_unmake(struct io_packet *packet); /* one that was never sent */
void io_information_too_large(PIRP irp, ULONG room);

/* file.c */
struct io_open {
    ULONG access;
    ULONG share;
    ULONG options;
    ULONG disposition;
    ULONG attributes;
    ULONG ea_bytes;
    PVOID ea;
    LARGE_INTEGER allocation;
    KPROCESSOR_MODE mode;
};
NTSTATUS io_file_open(const UNICODE_STRING *name, const struct io_open *open, PEPROCESS process, ULONG attributes,
                      PHANDLE ret_handle, ULONG_PTR *ret_information);
ACCESS_MASK io_access_map(ACCESS_MASK access);
/* FO_SYNCHRONOUS_IO: one request at a time. Whoever ends the request unlocks, at any level <= DISPATCH. */
void io_file_lock(PFILE_OBJECT file);
void io_file_unlock(PFILE_OBJECT file);

/* build.c: a request of the kernel's own; waits for its end */
struct io_packet *io_kernel_packet(PDEVICE_OBJECT top, UCHAR major, UCHAR minor);
NTSTATUS io_kernel_call(PDEVICE_OBJECT top, struct io_packet *packet, ULONG_PTR *ret_information);

/* service.c */
BOOLEAN io_control_allowed(ULONG code, ACCESS_MASK granted);
struct io_packet *io_flush_packet(PFILE_OBJECT file, enum io_origin origin);

/* device.c */
PDEVICE_OBJECT io_device_top(PDEVICE_OBJECT device);
void io_device_reference(PDEVICE_OBJECT device);   /* an open file, a pointer from IoGetDeviceObjectPointer */
void io_device_dereference(PDEVICE_OBJECT device); /* finishes a delayed IoDeleteDevice */
PDEVICE_OBJECT io_device_bottom(PDEVICE_OBJECT device);
ULONG io_device_files(PDEVICE_OBJECT bottom); /* files open on any device of the stack */

/* timer.c */
void io_timer_delete(PDEVICE_OBJECT device);

/* driver.c */
NTSTATUS io_driver_create(const char *service, const struct machine_image *image, struct io_driver **ret_driver);
struct io_driver *io_driver_find(const char *service); /* no reference */
void io_driver_destroy(struct io_driver *driver);

/* load.c: the text says in a sentence what went wrong, or "" */
NTSTATUS io_driver_load(const char *service, char *text, size_t text_bytes);
NTSTATUS io_driver_unload(const char *service, char *text, size_t text_bytes);

/* port.c */
void io_port_keep(struct io_packet *packet, PFILE_OBJECT file); /* the IRP itself waits in the file's port */

#endif
