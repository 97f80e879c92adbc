/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as what a client sends. The first byte of the input says how the rest is cut into pieces; the
 * requests are answered as a guest would, out of order. Whatever comes, the tables stay in step.
 */
#include <stdlib.h>
#include <string.h>

#include "link/session.h"

enum { PENDING_MAX = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(int good)
{
    if (!good)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct link_session session = {0};
    struct link_header pending[PENDING_MAX];
    unsigned count = 0;
    size_t step = size ? data[0] + 1u : 1, start = size ? 1 : 0, end = start;
    while (start < size) {
        struct link_frame frame = {.data = NULL};
        const char *why = NULL;
        enum link_verdict verdict = link_session_parse(&session, data + start, end - start, &frame, &why);
        if (verdict == LINK_MORE) {
            check(frame.size == 0 || frame.size > end - start);
            if (end == size)
                break;
            end = end + step < size ? end + step : size;
            continue;
        }
        if (verdict != LINK_FRAME) {
            check(verdict == LINK_WRONG && why);
            break;
        }
        check(frame.size <= end - start && frame.size == LINK_HEADER_BYTES + (size_t)frame.header.bytes);
        start += frame.size;
        if (frame.header.operation == LINK_HELLO)
            continue;
        if (count == PENDING_MAX) {
            unsigned victim = (unsigned)(frame.header.offset % PENDING_MAX);
            check(link_session_answer(&session, pending[victim].operation, pending[victim].request,
                                      (int32_t)frame.header.offset));
            pending[victim] = pending[--count];
        }
        pending[count++] = frame.header;
        check(session.outstanding == count);
    }
    while (count--)
        check(link_session_answer(&session, pending[count].operation, pending[count].request, 0));
    check(session.outstanding == 0);
    link_session_free(&session);
    return 0;
}
