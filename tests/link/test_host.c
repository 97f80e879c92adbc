/* SPDX-License-Identifier: MIT */
/*
 * The host's loop with a false machine behind it: clients on real sockets, and what the machine would be
 * told is written down here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "link/directory.h"
#include "link/host.h"
#include "link/protocol.h"

enum { POSTS_MAX = 4096 };

static struct link_host *host;
static char directory[64];
static struct {
    uint64_t port;
    struct machine_message message;
    char data[16];
} posts[POSTS_MAX];
static unsigned post_count;
static int post_result;
static unsigned said;
static int last_signal;

/* The machine, as far as link/ knows it. */
int machine_port_post(uint64_t port, const struct machine_message *message, const void *in_data)
{
    if (post_result && message->operation < LINK_COMMAND)
        return post_result;
    assert_true(post_count < POSTS_MAX);
    posts[post_count].port = port;
    posts[post_count].message = *message;
    if (in_data)
        memcpy(posts[post_count].data, in_data, message->in_bytes < 16 ? message->in_bytes : 16);
    post_count++;
    return 0;
}

enum machine_end machine_run(void)
{
    for (unsigned i = 0; i < post_count; i++) {
        if (posts[i].message.operation != LINK_COMMAND)
            continue;
        struct machine_reply reply = {
            .operation = LINK_COMMAND, .request = posts[i].message.request, .status = -1, .bytes = 4, .data = "well"};
        link_reply(host, &reply);
    }
    return MACHINE_END_HALTED;
}

void machine_halt(void)
{
}

static void on_say(void *user, const char *sentence)
{
    (void)user;
    (void)sentence;
    said++;
}

static void on_signal(void *user, int signal, bool sent)
{
    (void)user;
    assert_true(sent);
    last_signal = signal;
}

static int start(void **state)
{
    (void)state;
    snprintf(directory, sizeof directory, "/tmp/kmdock-test-XXXXXX");
    assert_non_null(mkdtemp(directory));
    struct link_options options = {.directory = directory, .signal = on_signal, .say = on_say};
    post_count = said = 0;
    post_result = 0;
    return link_host_create(&options, &host);
}

/* Nothing may be left of a host that ended. */
static int stop(void **state)
{
    (void)state;
    link_host_destroy(host);
    if (rmdir(directory)) {
        print_error("%s is not empty\n", directory);
        return -1;
    }
    return 0;
}

static int connect_client(void)
{
    char name[32];
    snprintf(name, sizeof name, "host-%ld.sock", (long)getpid());
    int socket = link_connect(directory, name);
    assert_true(socket >= 0);
    return socket;
}

static void put(int socket, const struct link_header *header, const void *data)
{
    assert_int_equal(send(socket, header, sizeof *header, MSG_NOSIGNAL), sizeof *header);
    if (header->bytes)
        assert_int_equal(send(socket, data, header->bytes, MSG_NOSIGNAL), header->bytes);
}

static void turn(void)
{
    for (unsigned i = 0; i < 4; i++)
        link_poll(host, 0);
}

static int greeted(void)
{
    struct link_header hello = {.operation = LINK_HELLO, .code = LINK_VERSION, .offset = LINK_MAGIC, .bytes = 3},
                       answer;
    int socket = connect_client();
    put(socket, &hello, "app");
    turn();
    assert_int_equal(recv(socket, &answer, sizeof answer, MSG_DONTWAIT), sizeof answer);
    assert_int_equal(answer.operation, LINK_HELLO);
    assert_int_equal(answer.request, getpid());
    return socket;
}

static void a_request_goes_in_and_its_answer_out(void **state)
{
    (void)state;
    int socket = greeted();
    assert_int_equal(post_count, 1);
    assert_int_equal(posts[0].message.operation, LINK_CONNECT);
    assert_memory_equal(posts[0].data, "app", 3);
    struct link_header write = {.operation = LINK_WRITE, .request = 7, .thread = 3, .handle = 4, .bytes = 5};
    put(socket, &write, "hello");
    turn();
    assert_int_equal(post_count, 3);
    uint32_t client = posts[0].message.client;
    assert_int_equal(posts[1].message.operation, LINK_THREAD_START);
    assert_int_equal(posts[1].port, 0);
    assert_int_equal(posts[2].port, MACHINE_PORT(client, 3));
    assert_memory_equal(posts[2].data, "hello", 5);
    struct machine_reply reply = {
        .operation = LINK_WRITE, .client = client, .request = 7, .status = 0, .information = 5};
    link_reply(host, &reply);
    turn();
    struct link_header answer;
    assert_int_equal(recv(socket, &answer, sizeof answer, MSG_DONTWAIT), sizeof answer);
    assert_int_equal(answer.request, 7);
    assert_int_equal(answer.information, 5);
    close(socket);
    turn();
    assert_int_equal(post_count, 5);
    assert_int_equal(posts[3].message.operation, LINK_DISCONNECT);
    assert_int_equal(posts[3].port, MACHINE_PORT(client, 3));
    assert_int_equal(posts[4].port, 0);
    link_reply(host, &reply); /* the guest does not know yet; nobody hears it */
}

static void garbage_is_thrown_out(void **state)
{
    (void)state;
    int first = connect_client(), second = greeted();
    char garbage[200];
    memset(garbage, 0xa5, sizeof garbage);
    assert_true(send(first, garbage, sizeof garbage, MSG_NOSIGNAL) > 0);
    assert_true(send(second, garbage, sizeof garbage, MSG_NOSIGNAL) > 0);
    turn();
    assert_int_equal(said, 2);
    assert_int_equal(link_host_clients(host), 0);
    assert_true(recv(first, garbage, 1, MSG_DONTWAIT) <= 0);
    close(first);
    close(second);
}

static void a_socket_closed_in_a_message_is_quiet(void **state)
{
    (void)state;
    struct link_header write = {.operation = LINK_WRITE, .thread = 1, .bytes = 1000};
    int socket = greeted();
    assert_int_equal(send(socket, &write, sizeof write, MSG_NOSIGNAL), sizeof write);
    assert_int_equal(send(socket, "half", 4, MSG_NOSIGNAL), 4);
    turn();
    close(socket);
    turn();
    assert_int_equal(link_host_clients(host), 0);
    assert_int_equal(said, 0);
    assert_int_equal(posts[post_count - 1].message.operation, LINK_DISCONNECT);
}

/* Its requests wait in its own socket until it takes its answers; the host never waits for it. */
static void a_client_that_stops_reading_is_not_read(void **state)
{
    (void)state;
    enum { DATA = 64 << 10 };
    static char data[DATA];
    int socket = greeted();
    uint32_t client = posts[0].message.client;
    struct link_header read = {.operation = LINK_READ, .thread = 1, .handle = 4, .out_bytes = DATA};
    unsigned sent = 0, answered = 0;
    for (bool moved = true; moved && sent < 3000;) {
        moved = false;
        read.request = sent;
        if (send(socket, &read, sizeof read, MSG_NOSIGNAL | MSG_DONTWAIT) == (ssize_t)sizeof read) {
            sent++;
            moved = true;
        }
        link_poll(host, 0);
        for (; post_count > answered + 2; answered++, moved = true) {
            struct machine_reply reply = {
                .operation = LINK_READ, .client = client, .request = answered, .bytes = DATA, .data = data};
            link_reply(host, &reply);
        }
        if (post_count >= POSTS_MAX - 8)
            break;
    }
    assert_true(answered < 100); /* about a mebibyte of answers, and what the socket holds */
    assert_true(sent > answered);
    unsigned taken = 0;
    for (unsigned i = 0; i < 200000 && taken < sent; i++) {
        struct link_header answer;
        if (recv(socket, &answer, sizeof answer, MSG_DONTWAIT | MSG_PEEK) == (ssize_t)sizeof answer) {
            for (size_t size = 0; size < sizeof answer + DATA;) {
                ssize_t count =
                    recv(socket, data, sizeof answer + DATA - size < DATA ? sizeof answer + DATA - size : DATA,
                         MSG_DONTWAIT);
                size += count > 0 ? (size_t)count : 0;
                if (count <= 0)
                    link_poll(host, 0);
            }
            taken++;
        }
        link_poll(host, 0);
        for (; post_count > answered + 2; answered++) {
            struct machine_reply reply = {
                .operation = LINK_READ, .client = client, .request = answered, .bytes = DATA, .data = data};
            link_reply(host, &reply);
        }
    }
    assert_int_equal(taken, sent);
    close(socket);
    turn();
}

static void out_of_memory_is_an_answer(void **state)
{
    (void)state;
    int socket = greeted();
    struct link_header read = {.operation = LINK_READ, .thread = 1, .handle = 4}, answer;
    post_result = -ENOMEM;
    put(socket, &read, NULL);
    turn();
    assert_int_equal(recv(socket, &answer, sizeof answer, MSG_DONTWAIT), sizeof answer);
    assert_int_equal(answer.status, (int32_t)0xc000009a);
    close(socket);
    turn();
}

static void the_host_has_commands_of_its_own(void **state)
{
    (void)state;
    bool answered;
    int32_t status;
    char *answer;
    link_command(host, "status", &answered, &status, &answer);
    assert_true(answered);
    assert_int_equal(status, -1);
    assert_string_equal(answer, "well");
    free(answer);
}

static void names_are_published_and_taken_back(void **state)
{
    (void)state;
    static const char name[] = "\\\\?\\ROOT#SAMPLE#0000#{cdc35b6e-0be4-4936-bf5f-5537380a7c1a}";
    struct link_list list;
    link_publish(host, name, "{cdc35b6e-0be4-4936-bf5f-5537380a7c1a}", "ROOT\\SAMPLE\\0000", 2);
    link_publish(host, "\\\\.\\Echo", NULL, "ROOT\\SAMPLE\\0000", 1);
    assert_int_equal(link_list_read(directory, &list), 0);
    turn(); /* the list looked whether we live */
    assert_int_equal(list.count, 2);
    assert_int_equal(list.host_count, 1);
    assert_string_equal(list.entries[1].name, name);
    assert_true(list.entries[1].enabled);
    assert_false(list.entries[0].enabled);
    assert_null(list.entries[0].guid);
    link_list_free(&list);
    link_publish(host, name, "{}", "", 0);
    assert_int_equal(link_list_read(directory, &list), 0);
    turn();
    assert_int_equal(list.count, 1);
    link_list_free(&list);
}

static void what_dead_hosts_left_is_swept_away(void **state)
{
    (void)state;
    char path[128];
    struct link_list list;
    int dead = link_connect(directory, "host-1.sock");
    assert_int_equal(dead, -ENOENT);
    link_publish(host, "\\\\.\\Ours", NULL, "", 2);
    snprintf(path, sizeof path, "%s/interfaces/other", directory);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("name=\\\\.\\Other\ninstance=\nsocket=host-1.sock\nenabled=1\n", file);
    fclose(file);
    assert_int_equal(link_list_read(directory, &list), 0);
    assert_int_equal(list.count, 1);
    assert_int_equal(access(path, F_OK), -1);
    link_list_free(&list);
    turn();
}

static void a_signal_comes_through_the_loop(void **state)
{
    (void)state;
    last_signal = 0;
    kill(getpid(), SIGTERM);
    turn();
    assert_int_equal(last_signal, SIGTERM);
}

static void a_dead_machine_is_told_nothing(void **state)
{
    (void)state;
    char byte;
    int socket = greeted();
    unsigned before = post_count;
    link_host_dead(host);
    assert_int_equal(post_count, before);
    assert_int_equal(recv(socket, &byte, 1, MSG_DONTWAIT), 0);
    close(socket);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_request_goes_in_and_its_answer_out, start, stop),
        cmocka_unit_test_setup_teardown(garbage_is_thrown_out, start, stop),
        cmocka_unit_test_setup_teardown(a_socket_closed_in_a_message_is_quiet, start, stop),
        cmocka_unit_test_setup_teardown(a_client_that_stops_reading_is_not_read, start, stop),
        cmocka_unit_test_setup_teardown(out_of_memory_is_an_answer, start, stop),
        cmocka_unit_test_setup_teardown(the_host_has_commands_of_its_own, start, stop),
        cmocka_unit_test_setup_teardown(names_are_published_and_taken_back, start, stop),
        cmocka_unit_test_setup_teardown(what_dead_hosts_left_is_swept_away, start, stop),
        cmocka_unit_test_setup_teardown(a_signal_comes_through_the_loop, start, stop),
        cmocka_unit_test_setup_teardown(a_dead_machine_is_told_nothing, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
