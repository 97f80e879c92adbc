/* SPDX-License-Identifier: MIT */
/*
 * The wire protocol between a client process and a host: a Unix stream socket, little endian, no
 * padding. Either side sends frames: a header of LINK_HEADER_BYTES, then `bytes` of data.
 * Used by um/remote (the client), link/ (the host) and nt/ (which carries the operations out).
 *
 * A client numbers its requests: the low 32 bits are a slot that it uses again only after the answer,
 * the high 32 bits a generation. Slots are handed out densely from 0, so both sides keep
 * arrays, not searches. Every request except LINK_HELLO is answered exactly once, in any order.
 */
#ifndef KMDOCK_LINK_PROTOCOL_H
#define KMDOCK_LINK_PROTOCOL_H

#include <stdint.h>

enum {
    LINK_MAGIC = 0x4b444d4b, /* "KMDK" */
    LINK_VERSION = 1,
    LINK_HEADER_BYTES = 64,
    LINK_DATA_MAX = 64 << 20,   /* bytes of in or out data of one request */
    LINK_SLOTS_MAX = 1 << 20,   /* requests outstanding per client */
    LINK_THREADS_MAX = 4096,    /* threads per client */
    LINK_HANDLES_MAX = 1 << 16, /* open handles per client */
};

enum link_operation {
    LINK_HELLO =
        1, /* first frame, both ways. code: LINK_VERSION, offset: LINK_MAGIC, request: process id; in: program's name */
    LINK_OPEN,  /* NtCreateFile. in: name (UTF-8), code: desired access, offset: low 32 bits share access, high 32 bits
                   create options (FILE_...); handle: 0. Answer: handle */
    LINK_CLOSE, /* NtClose. handle */
    LINK_READ,  /* NtReadFile. handle, offset, out_bytes. Answer: data */
    LINK_WRITE, /* NtWriteFile. handle, offset, in data */
    LINK_CONTROL,       /* NtDeviceIoControlFile. handle, code, in data, out_bytes. Answer: data */
    LINK_CANCEL,        /* NtCancelIoFileEx. handle, offset: the request to cancel. STATUS_NOT_FOUND if there is none */
    LINK_CANCEL_FILE,   /* handle; code 0: all requests of the handle, 1: those of the sending thread (CancelIo) */
    LINK_CANCEL_THREAD, /* CancelSynchronousIo. offset: low 32 bits the thread */
    LINK_THREAD_EXIT,   /* the sending thread ends: its requests are cancelled */
    LINK_FLUSH,         /* NtFlushBuffersFile. handle */
    LINK_COMMAND, /* a line for the machine's operator (kmdock status, power, …). in: text (below). Answer: text */
    LINK_THREAD_START, /* host to guest only, port 0: a thread sent its first request */
    LINK_CONNECT,      /* host to guest only, port 0: a client came; request: its process id, in: program's name */
    LINK_DISCONNECT, /* host to guest only, port 0: the client is gone or was thrown out: its threads exit, its handles
                        close */
};

/* A frame's header. Requests: status and information are 0. Answers: only operation, request, handle, bytes, status,
 * information count. */
struct link_header {
    uint32_t bytes;     /* of data after the header: in_bytes of a request, the data of an answer */
    uint32_t operation; /* enum link_operation */
    uint64_t request;
    uint64_t handle;
    uint64_t offset;
    uint32_t thread; /* of the client: its number, from 1 */
    uint32_t code;
    uint32_t out_bytes;   /* room for the answer's data */
    int32_t status;       /* answer: NTSTATUS */
    uint64_t information; /* answer: IoStatus.Information */
    uint64_t spare;       /* 0 */
};
_Static_assert(sizeof(struct link_header) == LINK_HEADER_BYTES, "the header is what the wire carries");

/*
 * LINK_COMMAND: UTF-8 lines, the first is the verb, the rest its arguments, one per line:
 *
 *   registry  TEXT…                    merges a .reg text (Windows Registry Editor Version 5.00), the rest of the
 * message load      SERVICE                  loads its image, runs DriverEntry (the answer's status) unload    SERVICE
 * removes its devices, runs DriverUnload; leaks are reported through machine_report device    HARDWARE-ID SERVICE CLASS
 * makes a root-enumerated device ROOT\CLASS\0000, …; AddDevice, start. Answer: instance id devices one line per device:
 * instance, service, PnP state, power state, interface… (tabs between) status                             drivers,
 * devices, queues, requests, timers, as text for people power     INSTANCE d0|d3           waits for the end of the
 * transition disable   INSTANCE                 query-remove, then remove; the device node stays enable    INSTANCE
 *   remove    INSTANCE                 query-remove, then remove, then the device node goes
 *   surprise  INSTANCE                 surprise removal
 *   parameter NAME                     a REG_DWORD of the only driver's Parameters key, in decimal; "" if there is none
 *   memory                             bytes of pool in use, in decimal
 *   scenario  [NAME]                   runs a scenario of the image registered as "scenario" in a process of its own;
 *                                      without a name: the names, a line each
 *   shutdown                           removes every device, unloads every driver; then the machine halts
 *
 * INSTANCE may be "*", all devices. A failing command's text says why in a sentence.
 */
#endif
