/* SPDX-License-Identifier: MIT */
/* The loop: sockets, signals, the host's own commands. */
#include "link/host.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "link/directory.h"
#include "link/internal.h"

enum { COMMAND_ANSWER_BYTES = 1 << 20 };

/* What epoll gives back for the two files that are no clients; no client's id has an index in these. */
#define LISTENER_MARK UINT64_MAX
#define SIGNALS_MARK  (UINT64_MAX - 1)

void link_say(struct link_host *host, const char *format, ...)
{
    char sentence[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    if (host->options.say)
        host->options.say(host->options.user, sentence);
}

/* An ignored signal never arrives at a signalfd, and shells start background jobs with SIGINT ignored. */
static int signals_open(struct link_host *host)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGCHLD);
    sigprocmask(SIG_BLOCK, &set, &host->mask_before);
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigaction(SIGINT, &usual, NULL);
    sigaction(SIGCHLD, &usual, NULL);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

void link_signals_restore(const struct link_host *host)
{
    sigprocmask(SIG_SETMASK, &host->mask_before, NULL);
}

static int watch(struct link_host *host, int file, uint64_t mark)
{
    struct epoll_event event = {.events = EPOLLIN, .data.u64 = mark};
    return epoll_ctl(host->epoll, EPOLL_CTL_ADD, file, &event) ? -errno : 0;
}

static int host_open(struct link_host *host)
{
    struct rlimit files;
    if (!getrlimit(RLIMIT_NOFILE, &files) && files.rlim_cur < files.rlim_max) {
        files.rlim_cur = files.rlim_max < 2 * CLIENTS_MAX ? files.rlim_max : 2 * CLIENTS_MAX;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    prctl(PR_SET_TIMERSLACK, 1UL); /* the default, 50 us, would make every timer of every driver late */
    host->epoll = epoll_create1(EPOLL_CLOEXEC);
    host->signals = host->epoll < 0 ? -1 : signals_open(host);
    if (host->signals < 0)
        return -errno;
    host->listener = link_listen(host->directory, host->socket_name);
    if (host->listener < 0)
        return host->listener;
    host->accepting = true;
    int result = watch(host, host->listener, LISTENER_MARK);
    return result ? result : watch(host, host->signals, SIGNALS_MARK);
}

int link_host_create(const struct link_options *options, struct link_host **ret_host)
{
    assert(options->directory);
    struct link_host *host = calloc(1, sizeof *host);
    if (!host)
        return -ENOMEM;
    host->options = *options;
    host->epoll = host->listener = host->signals = -1;
    host->directory = strdup(options->directory);
    snprintf(host->socket_name, sizeof host->socket_name, "host-%ld.sock", (long)getpid());
    if (!host->directory || asprintf(&host->socket_path, "%s/%s", host->directory, host->socket_name) < 0) {
        free(host->directory);
        free(host);
        return -ENOMEM;
    }
    int result = host_open(host);
    if (result) {
        link_host_destroy(host);
        return result;
    }
    *ret_host = host;
    return 0;
}

static void close_all(struct link_host *host)
{
    for (uint32_t i = 0; i < CLIENTS_MAX; i++) {
        if (host->clients[i] && host->clients[i]->id)
            client_close(host, host->clients[i]);
    }
}

static void stop_accepting(struct link_host *host)
{
    if (host->listener < 0)
        return;
    unlink(host->socket_path);
    close(host->listener); /* epoll forgets it */
    host->listener = -1;
}

void link_host_dead(struct link_host *host)
{
    host->dead = true;
    stop_accepting(host);
    close_all(host);
    published_remove_all(host);
}

void link_host_hang_up(struct link_host *host)
{
    stop_accepting(host);
    close_all(host);
}

void link_host_destroy(struct link_host *host)
{
    if (!host)
        return;
    link_host_dead(host);
    for (uint32_t i = 0; i < CLIENTS_MAX; i++)
        client_free(host->clients[i]);
    int files[] = {host->epoll, host->signals};
    for (unsigned i = 0; i < 2; i++) {
        if (files[i] >= 0)
            close(files[i]);
    }
    free(host->answer);
    free(host->socket_path);
    free(host->directory);
    free(host);
}

unsigned link_host_clients(const struct link_host *host)
{
    return host->client_count;
}

const char *link_host_directory(const struct link_host *host)
{
    return host->directory;
}

/* Only the user's own processes, and root's, may use his drivers; the directory's mode says so already. */
static bool peer_allowed(int socket, uint32_t *ret_process)
{
    struct ucred peer;
    socklen_t size = sizeof peer;
    if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size))
        return false;
    *ret_process = (uint32_t)peer.pid;
    return peer.uid == geteuid() || peer.uid == 0;
}

static void accept_clients(struct link_host *host)
{
    for (unsigned i = 0; i < EVENTS_MAX; i++) {
        int socket = accept4(host->listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
        uint32_t process = 0;
        if (socket < 0 && (errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS)) {
            /* Out of files: the next client waits until one of ours has gone. */
            host->accepting = false;
            epoll_ctl(host->epoll, EPOLL_CTL_DEL, host->listener, NULL);
            link_say(host, "no more clients for now: %s", strerror(errno));
        }
        if (socket < 0)
            return;
        if (!peer_allowed(socket, &process)) {
            close(socket);
        } else if (!client_open(host, socket, process)) {
            close(socket);
            link_say(host, "process %u was turned away: there are %u clients", process, host->client_count);
        }
    }
}

static void read_signals(struct link_host *host)
{
    struct signalfd_siginfo info;
    while (read(host->signals, &info, sizeof info) == (ssize_t)sizeof info) {
        if (host->options.signal)
            host->options.signal(host->options.user, (int)info.ssi_signo, info.ssi_code <= 0);
    }
}

/* Output goes when the guest has nothing left to do (or every now and then): many answers, one call. */
static void flush(struct link_host *host)
{
    uint32_t count = host->dirty_count;
    uint32_t dirty[CLIENTS_MAX]; /* what is flushed may get dirty again */
    memcpy(dirty, host->dirty, count * sizeof dirty[0]);
    host->dirty_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct link_client *client = host->clients[dirty[i]];
        client->dirty = false;
        if (client->id)
            client_writable(host, client);
    }
}

static int wait_events(struct link_host *host, struct epoll_event *events, int64_t timeout_ns)
{
    static bool lacks_pwait2; /* Linux before 5.11 */
    if (timeout_ns <= 0 || lacks_pwait2)
        return epoll_wait(host->epoll, events, EVENTS_MAX,
                          timeout_ns < 0                      ? -1
                          : timeout_ns / 1000000 >= INT32_MAX ? INT32_MAX
                                                              : (int)((timeout_ns + 999999) / 1000000));
    struct timespec timeout = {.tv_sec = timeout_ns / 1000000000, .tv_nsec = timeout_ns % 1000000000};
    int count = epoll_pwait2(host->epoll, events, EVENTS_MAX, &timeout, NULL);
    if (count >= 0 || errno != ENOSYS)
        return count;
    lacks_pwait2 = true;
    return wait_events(host, events, timeout_ns);
}

void link_poll(struct link_host *host, int64_t timeout_ns)
{
    struct epoll_event events[EVENTS_MAX];
    /* What is read while flushing, after a pause, may be answered by the host itself: again, but not for ever. */
    for (unsigned i = 0; i < 4 && host->dirty_count; i++)
        flush(host);
    int count = wait_events(host, events, host->posted || host->dirty_count ? 0 : timeout_ns);
    host->posted = false;
    for (int i = 0; i < count; i++) {
        if (events[i].data.u64 == LISTENER_MARK) {
            accept_clients(host);
        } else if (events[i].data.u64 == SIGNALS_MARK) {
            read_signals(host);
        } else {
            uint32_t id = (uint32_t)events[i].data.u64;
            if ((events[i].events & EPOLLOUT) && client_of(host, id))
                client_writable(host, client_of(host, id));
            if ((events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) && client_of(host, id))
                client_readable(host, client_of(host, id));
        }
    }
    if (!host->accepting && host->client_left && host->listener >= 0 && !watch(host, host->listener, LISTENER_MARK))
        host->accepting = true;
    host->client_left = false;
    host->posted = false; /* the guest runs now */
}

static void command_reply(struct link_host *host, const struct machine_reply *reply)
{
    if (!host->waiting || reply->request != host->command)
        return;
    host->waiting = false;
    host->answered = true;
    host->status = reply->status;
    free(host->answer);
    host->answer = malloc((size_t)reply->bytes + 1);
    if (host->answer) {
        if (reply->bytes)
            memcpy(host->answer, reply->data, reply->bytes);
        host->answer[reply->bytes] = 0;
    }
    machine_halt();
}

void link_reply(struct link_host *host, const struct machine_reply *reply)
{
    if (reply->client == 0) {
        command_reply(host, reply);
        return;
    }
    struct link_client *client = client_of(host, reply->client);
    if (!client)
        return; /* it has gone; the guest will learn of that */
    bool known = link_session_answer(&client->session, reply->operation, reply->request, reply->status);
    assert(known && "the guest answered a request twice, or one that nobody sent");
    (void)known;
    struct link_header header = {.bytes = reply->bytes,
                                 .operation = reply->operation,
                                 .request = reply->request,
                                 .handle = reply->handle,
                                 .status = reply->status,
                                 .information = reply->information};
    client_answer(host, client, &header, reply->data);
}

enum machine_end link_command(struct link_host *host, const char *text, bool *ret_answered, int32_t *ret_status,
                              char **ret_answer)
{
    assert(!host->waiting);
    struct machine_message message = {.operation = LINK_COMMAND,
                                      .request = ++host->command,
                                      .in_bytes = (uint32_t)strlen(text),
                                      .out_bytes = COMMAND_ANSWER_BYTES};
    *ret_answered = false;
    if (machine_port_post(0, &message, text))
        return MACHINE_END_HALTED;
    host->waiting = true;
    host->answered = false;
    enum machine_end end = machine_run();
    host->waiting = false;
    if (!host->answered)
        return end;
    *ret_answered = true;
    *ret_status = host->status;
    *ret_answer = host->answer ? host->answer : strdup("");
    host->answer = NULL;
    return MACHINE_END_HALTED;
}
