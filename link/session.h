/* SPDX-License-Identifier: MIT */
/*
 * What the wire protocol allows a client to send next: the parser of its bytes. Pure: no sockets, no
 * machine, so that a fuzzer can have it alone.
 */
#ifndef KMDOCK_LINK_SESSION_H
#define KMDOCK_LINK_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "link/protocol.h"

enum {
    LINK_PROGRAM_MAX = 256,        /* bytes of a program's name in LINK_HELLO */
    LINK_PATH_BYTES_MAX = 3 << 15, /* of a name in LINK_OPEN: 32767 UTF-16 units are at most that in UTF-8 */
};

enum link_thread_state {
    LINK_THREAD_FREE,
    LINK_THREAD_LIVE,
    LINK_THREAD_LEAVING, /* LINK_THREAD_EXIT was sent, and is not answered yet */
};

struct link_session {
    bool greeted;
    uint32_t slot_room;                    /* entries in `slots` */
    uint32_t outstanding;                  /* requests that wait for their answer */
    uint32_t handles;                      /* open ones, and opens under way */
    uint16_t *slots;                       /* per slot: the thread of its request, 0 if it is free */
    uint8_t threads[LINK_THREADS_MAX + 1]; /* enum link_thread_state, by number */
};

/* One frame, as it lies in the client's bytes. */
struct link_frame {
    struct link_header header;
    const uint8_t *data;   /* header.bytes of them */
    size_t size;           /* of the frame, header included */
    bool thread_starts;    /* the first frame of its thread */
    bool too_many_handles; /* a LINK_OPEN beyond the limit: answer STATUS_TOO_MANY_OPENED_FILES */
};

enum link_verdict {
    LINK_MORE, /* the bytes end before the frame does; ret_frame->size says how long it is, or 0 */
    LINK_FRAME,
    LINK_WRONG,  /* against the protocol; *ret_why says how */
    LINK_MEMORY, /* no memory for the slot table */
};

void link_session_free(struct link_session *session);
/* The next frame of `size` bytes at `data`. Takes note of the slot and the thread. */
enum link_verdict link_session_parse(struct link_session *session, const uint8_t *data, size_t size,
                                     struct link_frame *ret_frame, const char **ret_why);
/* The request is answered: its slot is free again. False if no such request was outstanding. */
bool link_session_answer(struct link_session *session, uint32_t operation, uint64_t request, int32_t status);

#endif
