/* SPDX-License-Identifier: MIT */
/* The parser of a client's bytes: what it takes, and every way to break the protocol. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "link/session.h"

static struct link_session session;

static int start(void **state)
{
    (void)state;
    link_session_free(&session);
    struct link_header hello = {.operation = LINK_HELLO, .code = LINK_VERSION, .offset = LINK_MAGIC, .request = 1};
    struct link_frame frame;
    const char *why;
    return link_session_parse(&session, (uint8_t *)&hello, sizeof hello, &frame, &why) != LINK_FRAME;
}

static int stop(void **state)
{
    (void)state;
    link_session_free(&session);
    return 0;
}

static enum link_verdict feed(const struct link_header *header, const void *data, size_t size,
                              struct link_frame *ret_frame)
{
    uint8_t bytes[4096];
    const char *why = NULL;
    memcpy(bytes, header, sizeof *header);
    if (size)
        memcpy(bytes + sizeof *header, data, size);
    enum link_verdict verdict = link_session_parse(&session, bytes, sizeof *header + size, ret_frame, &why);
    assert_true(verdict != LINK_WRONG || why);
    return verdict;
}

static struct link_header usual(uint32_t operation, uint64_t request)
{
    return (struct link_header){.operation = operation, .request = request, .thread = 1, .handle = 4};
}

static void a_hello_comes_first(void **state)
{
    (void)state;
    struct link_frame frame;
    link_session_free(&session);
    struct link_header read = usual(LINK_READ, 0);
    assert_int_equal(feed(&read, NULL, 0, &frame), LINK_WRONG);
    struct link_header hello = {.operation = LINK_HELLO, .offset = LINK_MAGIC + 1};
    assert_int_equal(feed(&hello, NULL, 0, &frame), LINK_WRONG);
    hello.offset = LINK_MAGIC;
    hello.bytes = LINK_PROGRAM_MAX + 1;
    assert_int_equal(feed(&hello, NULL, 0, &frame), LINK_WRONG);
    hello.bytes = 3;
    assert_int_equal(feed(&hello, "app", 3, &frame), LINK_FRAME);
    assert_memory_equal(frame.data, "app", 3);
    assert_int_equal(feed(&hello, "app", 3, &frame), LINK_WRONG);
}

static void a_frame_may_come_in_pieces(void **state)
{
    (void)state;
    struct link_frame frame;
    const char *why;
    struct link_header write = usual(LINK_WRITE, 0);
    write.bytes = 5;
    uint8_t bytes[sizeof write + 5];
    memcpy(bytes, &write, sizeof write);
    memcpy(bytes + sizeof write, "hello", 5);
    for (size_t size = 0; size < sizeof bytes; size++) {
        assert_int_equal(link_session_parse(&session, bytes, size, &frame, &why), LINK_MORE);
        assert_int_equal(frame.size, size < sizeof write ? 0 : sizeof bytes);
    }
    assert_int_equal(session.outstanding, 0);
    assert_int_equal(link_session_parse(&session, bytes, sizeof bytes, &frame, &why), LINK_FRAME);
    assert_memory_equal(frame.data, "hello", 5);
    assert_int_equal(session.outstanding, 1);
}

static void a_slot_is_free_again_after_its_answer(void **state)
{
    (void)state;
    struct link_frame frame;
    struct link_header read = usual(LINK_READ, 1ull << 32 | 700);
    assert_int_equal(feed(&read, NULL, 0, &frame), LINK_FRAME);
    read.request = 2ull << 32 | 700;
    assert_int_equal(feed(&read, NULL, 0, &frame), LINK_WRONG);
    assert_true(link_session_answer(&session, LINK_READ, 1ull << 32 | 700, 0));
    assert_false(link_session_answer(&session, LINK_READ, 1ull << 32 | 700, 0));
    assert_false(link_session_answer(&session, LINK_READ, LINK_SLOTS_MAX + 5, 0));
    assert_int_equal(feed(&read, NULL, 0, &frame), LINK_FRAME);
    read.request = LINK_SLOTS_MAX;
    assert_int_equal(feed(&read, NULL, 0, &frame), LINK_WRONG);
    read.request = LINK_SLOTS_MAX - 1;
    assert_int_equal(feed(&read, NULL, 0, &frame), LINK_FRAME);
}

static void a_thread_starts_once(void **state)
{
    (void)state;
    struct link_frame frame;
    struct link_header read = usual(LINK_READ, 0);
    assert_int_equal(feed(&read, NULL, 0, &frame), LINK_FRAME);
    assert_true(frame.thread_starts);
    read.request = 1;
    assert_int_equal(feed(&read, NULL, 0, &frame), LINK_FRAME);
    assert_false(frame.thread_starts);
    struct link_header leave = usual(LINK_THREAD_EXIT, 2);
    assert_int_equal(feed(&leave, NULL, 0, &frame), LINK_FRAME);
    read.request = 3;
    assert_int_equal(feed(&read, NULL, 0, &frame), LINK_WRONG);
    assert_true(link_session_answer(&session, LINK_THREAD_EXIT, 2, 0));
    assert_int_equal(feed(&read, NULL, 0, &frame), LINK_FRAME);
    assert_true(frame.thread_starts);
}

static void refuses_what_the_protocol_does_not_have(void **state)
{
    (void)state;
    struct link_frame frame;
    static const struct link_header wrong[] = {
        {.operation = 0, .thread = 1},
        {.operation = LINK_HELLO, .thread = 1},
        {.operation = LINK_THREAD_START, .thread = 1},
        {.operation = LINK_CONNECT, .thread = 1},
        {.operation = LINK_DISCONNECT, .thread = 1},
        {.operation = 0xffffffff, .thread = 1},
        {.operation = LINK_READ, .thread = 0},
        {.operation = LINK_READ, .thread = LINK_THREADS_MAX + 1},
        {.operation = LINK_READ, .thread = 1, .out_bytes = LINK_DATA_MAX + 1},
        {.operation = LINK_WRITE, .thread = 1, .bytes = LINK_DATA_MAX + 1},
        {.operation = LINK_WRITE, .thread = 1, .bytes = 0xffffffff},
        {.operation = LINK_READ, .thread = 1, .bytes = 1},
        {.operation = LINK_READ, .thread = 1, .status = 1},
        {.operation = LINK_READ, .thread = 1, .information = 1},
        {.operation = LINK_READ, .thread = 1, .spare = 1},
        {.operation = LINK_OPEN, .thread = 1, .bytes = 0},
        {.operation = LINK_OPEN, .thread = 1, .bytes = LINK_PATH_BYTES_MAX + 1},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_int_equal(feed(&wrong[i], NULL, 0, &frame), LINK_WRONG);
    assert_int_equal(session.outstanding, 0);
}

static void handles_are_counted(void **state)
{
    (void)state;
    struct link_frame frame;
    struct link_header open = usual(LINK_OPEN, 0);
    open.bytes = 1;
    for (uint32_t i = 0; i < LINK_HANDLES_MAX; i++) {
        assert_int_equal(feed(&open, "x", 1, &frame), LINK_FRAME);
        assert_false(frame.too_many_handles);
        assert_true(link_session_answer(&session, LINK_OPEN, 0, 0));
    }
    assert_int_equal(feed(&open, "x", 1, &frame), LINK_FRAME);
    assert_true(frame.too_many_handles);
    assert_true(link_session_answer(&session, LINK_OPEN, 0, (int32_t)0xc000011f));
    struct link_header close = usual(LINK_CLOSE, 0);
    assert_int_equal(feed(&close, NULL, 0, &frame), LINK_FRAME);
    assert_true(link_session_answer(&session, LINK_CLOSE, 0, 0));
    assert_int_equal(feed(&open, "x", 1, &frame), LINK_FRAME);
    assert_false(frame.too_many_handles);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_hello_comes_first, start, stop),
        cmocka_unit_test_setup_teardown(a_frame_may_come_in_pieces, start, stop),
        cmocka_unit_test_setup_teardown(a_slot_is_free_again_after_its_answer, start, stop),
        cmocka_unit_test_setup_teardown(a_thread_starts_once, start, stop),
        cmocka_unit_test_setup_teardown(refuses_what_the_protocol_does_not_have, start, stop),
        cmocka_unit_test_setup_teardown(handles_are_counted, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
