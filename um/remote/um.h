/* SPDX-License-Identifier: MIT */
/*
 * The inside of libkmdock-um: the Win32 calls of a native app, over the wire protocol.
 *
 * One lock guards everything (handles, objects, requests, connections); it is never held while a thread sleeps or reads
 * a socket. No thread of the library's own reads answers: whoever waits reads, on behalf of everybody (wait.c), so that
 * one synchronous request of a single thread is one send and one receive.
 */
#ifndef KMDOCK_UM_H
#define KMDOCK_UM_H

#include <windows.h>
#include <assert.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include "link/protocol.h"

enum {
    UM_HANDLES_MAX = 1 << 20,
    UM_FOREVER = -1,
    UM_OK = 0,
    UM_STATUS_PENDING = 0x103,
    UM_STATUS_END_OF_FILE = (int)0xC0000011,
    UM_STATUS_INSUFFICIENT_RESOURCES = (int)0xC000009A,
    UM_STATUS_DEVICE_DOES_NOT_EXIST = (int)0xC00000C0, /* the host is gone; Win32: ERROR_DEV_NOT_EXIST */
    UM_STATUS_NOT_FOUND = (int)0xC0000225,
};

enum um_kind { UM_FILE = 1, UM_EVENT, UM_MUTEX, UM_SEMAPHORE, UM_THREAD, UM_PORT, UM_STREAM };

/* What a handle names. `set` is the signalled state of events, threads and files. */
struct um_object {
    uint8_t kind;
    bool set;
    uint32_t references; /* one for all handles together, one for each use */
    uint32_t handles;
};

struct um_event {
    struct um_object object;
    bool manual;
};

struct um_mutex {
    struct um_object object;
    bool abandoned;
    uint32_t depth;
    struct um_thread *owner;
    struct um_mutex *next; /* of the same owner */
};

struct um_semaphore {
    struct um_object object;
    LONG count;
    LONG limit;
};

/* One of the three standard streams. */
struct um_stream {
    struct um_object object;
    int descriptor;
};

struct um_packet {
    ULONG_PTR key;
    OVERLAPPED *overlapped;
    ULONG_PTR status;
    DWORD bytes;
};

struct um_port {
    struct um_object object;
    struct um_packet *packets; /* a ring, its size a power of two */
    uint32_t size;
    uint32_t first;
    uint32_t count;
};

struct um_file {
    struct um_object object;
    struct um_conn *conn;
    uint64_t handle; /* the host's */
    bool overlapped;
    bool busy;         /* a synchronous handle carries out one call at a time */
    bool silent_event; /* FILE_SKIP_SET_EVENT_ON_HANDLE */
    struct um_port *port;
    ULONG_PTR key;
};

/* A request on the wire. Kept in arrays, found by its slot. */
struct um_request {
    OVERLAPPED *overlapped; /* where the result goes; of a synchronous call, the call's own */
    void *buffer;
    struct um_file *file;
    struct um_event *event;
    uint32_t generation;
    uint32_t out_bytes;
    uint32_t thread;
    uint8_t operation; /* 0: the slot is free, and out_bytes is the next free one */
    bool users;        /* overlapped is the app's: completion ports hear of it */
};

/* A synchronous call: the OVERLAPPED that its answer is put into. */
struct um_call {
    OVERLAPPED result;
    uint64_t handle; /* of the answer to LINK_OPEN */
};

enum { UM_RECEIVE_BYTES = 64 << 10 };

struct um_conn {
    struct um_conn *next;
    char *path;
    int socket;
    bool dead;
    struct um_thread *reader; /* who alone may touch the received_ and body_ fields, and reads the socket */
    struct um_thread *sender; /* who is in the middle of a frame */
    uint32_t senders_waiting;
    pthread_cond_t sent;
    struct um_request *requests;
    uint32_t requests_size;
    uint32_t requests_used; /* slots that were ever handed out */
    uint32_t free_slot;     /* the first of a list, or UINT32_MAX */
    uint32_t outstanding;
    uint64_t threads_known[LINK_THREADS_MAX / 64 + 1]; /* threads that the host has heard of */
    struct link_header body;                           /* the answer whose data is still arriving */
    uint32_t body_left;
    char *body_at;
    uint32_t received_first;
    uint32_t received_end;
    char received[UM_RECEIVE_BYTES];
};

/* What a thread waits for. */
struct um_wait {
    struct um_object **objects;
    unsigned count;
    const OVERLAPPED *overlapped;
    struct um_conn *conn; /* only what arrives here can end the wait; NULL: anything */
};

enum um_doing { UM_RUNNING, UM_SLEEPING, UM_POLLING, UM_RECEIVING };

struct um_thread {
    struct um_object object;
    uint32_t number; /* on the wire; 0 until the first request */
    DWORD id;
    DWORD exit_code;
    int priority;
    bool suspended;
    bool id_known;
    LPTHREAD_START_ROUTINE start;
    void *parameter;
    struct um_mutex *mutexes;
    struct um_conn *sync_conn; /* where its synchronous request is, for CancelSynchronousIo */
    /* waiting */
    struct um_thread *next_waiter;
    struct um_thread *previous_waiter;
    struct um_wait *wait;
    enum um_doing doing;
    bool woken;
    int wake_fd; /* an eventfd, made when it first polls */
    pthread_cond_t wake;
};

/* core.c: the lock, threads, handles, objects. Everything below is called with the lock held unless it says otherwise.
 */
extern pthread_mutex_t um_lock;
extern __thread DWORD um_last_error;
void um_enter(void); /* takes the lock */
void um_leave(void);
struct um_thread *um_self(void);
BOOL um_fail(DWORD error);                             /* sets the error, leaves, returns FALSE */
HANDLE um_fail_handle(DWORD error);                    /* the same, returns NULL */
DWORD um_error_of_status(LONG status);                 /* error.c; needs no lock */
const char *um_message_of(DWORD error);                /* error.c; needs no lock; NULL if there is none */
void *um_object_make(enum um_kind kind, size_t bytes); /* one reference, no handle; NULL without memory */
void um_object_keep(struct um_object *object);
void um_object_drop(struct um_object *object);
HANDLE um_handle_make(struct um_object *object); /* takes the caller's reference over; NULL (and dropped) if full */
void *um_handle_object(HANDLE handle, int kind); /* kind 0: any; NULL: no such handle */
bool um_handle_close(HANDLE handle);
void um_thread_adopt(struct um_thread *thread);  /* the calling thread is this one from now on; needs no lock */
void um_thread_number(struct um_thread *thread); /* gives it one, or leaves 0 if there are too many */
void um_thread_exit_answered(uint32_t number);

/* wait.c */
int64_t um_deadline(DWORD timeout_ms); /* needs no lock */
bool um_wait(struct um_wait *wait, bool (*ready)(void *context), void *context, int64_t deadline);
void um_signal(struct um_object *object);
void um_signal_request(const OVERLAPPED *overlapped);
void um_wake_conn(struct um_conn *conn);
void um_relieve(struct um_conn *conn);
void um_pump(void); /* reads what has already arrived */
bool um_object_ready(struct um_object *object, bool take, bool *ret_abandoned);

/* conn.c, receive.c */
extern struct um_conn *um_conns;
struct um_conn *um_conn_get(const char *socket_path);
void um_conn_fail(struct um_conn *conn, const char *why); /* why: a sentence for stderr, or NULL */
bool um_conn_send(struct um_conn *conn, struct link_header *header, const void *data);
ssize_t um_conn_receive(struct um_conn *conn, int flags); /* by the reader; no lock needed */
void um_conn_received(struct um_conn *conn, ssize_t count);
void um_conn_read_now(struct um_conn *conn);

/* request.c */
struct um_request *um_request_make(struct um_conn *conn, uint32_t operation, uint64_t *ret_number);
void um_request_complete(struct um_conn *conn, struct um_request *request, LONG status, uint64_t information);
bool um_request_start(struct um_file *file, struct um_conn *conn, struct link_header *header, const void *data,
                      void *buffer, OVERLAPPED *overlapped, struct um_event *event, bool users);
LONG um_request_finish(struct um_conn *conn, OVERLAPPED *overlapped);
LONG um_call(struct um_conn *conn, struct link_header *header, const void *data, struct um_call *ret_call);

/* port.c */
bool um_port_post(struct um_port *port, const struct um_packet *packet);

/* names.c; no lock needed. */
struct um_name {
    char *name;     /* \\?\ROOT#… */
    char *guid;     /* {…}, or NULL */
    char *instance; /* or NULL */
    char *socket;   /* the socket's path */
    bool enabled;
};
struct um_names {
    struct um_name *names;
    size_t count;
    DWORD error; /* when nothing could be read */
};
struct um_names um_names_read(void); /* sorted by name */
void um_names_free(struct um_names *names);
struct um_name *um_names_find(const struct um_names *names, const char *name, const char **ret_nt_rest);

/* text.c; no lock needed. */
size_t um_utf16_to_utf8(const WCHAR *wide, size_t count, char *text, size_t size, bool *ret_bad);
size_t um_utf8_to_utf16(const char *text, size_t bytes, WCHAR *wide, size_t size, bool *ret_bad);
char *um_narrow(const WCHAR *wide); /* malloc'd */
WCHAR *um_widen(const char *text);

/* format.c; no lock needed. Returns a malloc'd UTF-8 text and its length, or NULL. */
char *um_format(const char *format, bool wide, va_list arguments, size_t *ret_length);

#endif
