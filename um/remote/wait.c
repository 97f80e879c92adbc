/* SPDX-License-Identifier: MIT */
/*
 * Waiting. A thread that has to wait becomes the reader of the connections that nobody reads, takes in answers for
 * everybody, and wakes whom they concern; the others sleep. When it leaves, and answers are still due, it wakes one
 * sleeper to read on.
 *
 * A thread that waits for one synchronous request blocks in recv itself: only that connection can end its wait. Every
 * other wait polls, with an eventfd through which another thread can end it.
 */
#include "um.h"
#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { CONNS_MAX = 64 };

static struct um_thread *waiters;

static int64_t now_ns(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000ll + time.tv_nsec;
}

int64_t um_deadline(DWORD timeout_ms)
{
    if (timeout_ms == INFINITE)
        return UM_FOREVER;
    return timeout_ms ? now_ns() + timeout_ms * 1000000ll : 0;
}

static void wake(struct um_thread *thread)
{
    if (thread->woken)
        return;
    thread->woken = true;
    if (thread->doing == UM_SLEEPING) {
        pthread_cond_signal(&thread->wake);
    } else if (thread->doing == UM_POLLING) {
        uint64_t one = 1;
        ssize_t written = write(thread->wake_fd, &one, sizeof one);
        assert(written == sizeof one);
        (void)written;
    }
}

static bool waits_for(const struct um_wait *wait, const struct um_object *object)
{
    for (unsigned i = 0; i < wait->count; i++)
        if (wait->objects[i] == object)
            return true;
    return false;
}

/* A completion port's packet needs one thread, and none if the thread that brings it in is about to take it. */
static void signal_port(struct um_port *port)
{
    struct um_thread *me = um_self();
    uint32_t takers = me->wait && waits_for(me->wait, &port->object);
    bool closed = !port->object.handles;
    for (struct um_thread *thread = waiters; thread && (closed || takers < port->count); thread = thread->next_waiter) {
        if (thread == me || !waits_for(thread->wait, &port->object))
            continue;
        takers++;
        wake(thread);
    }
}

void um_signal(struct um_object *object)
{
    if (object->kind == UM_PORT) {
        signal_port((struct um_port *)object);
        return;
    }
    for (struct um_thread *thread = waiters; thread; thread = thread->next_waiter)
        if (waits_for(thread->wait, object))
            wake(thread);
}

/* The address alone is compared: the app may have freed it already. */
void um_signal_request(const OVERLAPPED *overlapped)
{
    for (struct um_thread *thread = waiters; thread; thread = thread->next_waiter)
        if (thread->wait->overlapped == overlapped)
            wake(thread);
}

void um_wake_conn(struct um_conn *conn)
{
    for (struct um_thread *thread = waiters; thread; thread = thread->next_waiter)
        if (thread->wait->conn == conn || !thread->wait->conn)
            wake(thread);
}

static bool worth_reading(const struct um_conn *conn)
{
    return !conn->dead && !conn->reader && conn->outstanding;
}

/* Answers are due and nobody reads: somebody who waits shall. A thread about to wait finds out by itself. */
void um_relieve(struct um_conn *conn)
{
    if (!worth_reading(conn))
        return;
    for (struct um_thread *thread = waiters; thread; thread = thread->next_waiter) {
        if (thread->wait->conn == conn || !thread->wait->conn) {
            wake(thread);
            return;
        }
    }
}

static void link_waiter(struct um_thread *thread, struct um_wait *wait)
{
    assert(!thread->wait);
    thread->wait = wait;
    thread->previous_waiter = NULL;
    thread->next_waiter = waiters;
    if (waiters)
        waiters->previous_waiter = thread;
    waiters = thread;
}

static void unlink_waiter(struct um_thread *thread)
{
    if (thread->next_waiter)
        thread->next_waiter->previous_waiter = thread->previous_waiter;
    *(thread->previous_waiter ? &thread->previous_waiter->next_waiter : &waiters) = thread->next_waiter;
    thread->wait = NULL;
}

static void sleep_until(struct um_thread *thread, int64_t deadline)
{
    thread->doing = UM_SLEEPING;
    if (deadline == UM_FOREVER) {
        pthread_cond_wait(&thread->wake, &um_lock);
    } else {
        struct timespec until = {.tv_sec = deadline / 1000000000, .tv_nsec = deadline % 1000000000};
        pthread_cond_timedwait(&thread->wake, &um_lock, &until);
    }
    thread->doing = UM_RUNNING;
}

static void receive_until(struct um_thread *thread, struct um_conn *conn)
{
    conn->reader = thread;
    thread->doing = UM_RECEIVING;
    um_leave();
    ssize_t count = um_conn_receive(conn, 0);
    um_enter();
    thread->doing = UM_RUNNING;
    um_conn_received(conn, count);
    conn->reader = NULL;
}

static void poll_until(struct um_thread *thread, struct um_conn **conns, unsigned count, int64_t deadline)
{
    struct pollfd fds[CONNS_MAX + 1];
    struct timespec left, *timeout = NULL;
    for (unsigned i = 0; i < count; i++) {
        conns[i]->reader = thread;
        fds[i] = (struct pollfd){.fd = conns[i]->socket, .events = POLLIN};
    }
    fds[count] = (struct pollfd){.fd = thread->wake_fd, .events = POLLIN};
    if (deadline != UM_FOREVER) {
        int64_t ns = deadline - now_ns();
        ns = ns < 0 ? 0 : ns;
        left = (struct timespec){.tv_sec = ns / 1000000000, .tv_nsec = ns % 1000000000};
        timeout = &left;
    }
    thread->doing = UM_POLLING;
    um_leave();
    int ready = ppoll(fds, count + 1, timeout, NULL);
    um_enter();
    thread->doing = UM_RUNNING;
    for (unsigned i = 0; i < count; i++) {
        if (ready > 0 && fds[i].revents)
            um_conn_read_now(conns[i]);
        conns[i]->reader = NULL;
    }
    if (ready > 0 && fds[count].revents) {
        uint64_t ignored;
        ssize_t got = read(thread->wake_fd, &ignored, sizeof ignored);
        (void)got;
    }
}

/* One turn of waiting: reads what nobody reads, or sleeps. May return for no reason. */
static void wait_turn(struct um_thread *thread, struct um_wait *wait, int64_t deadline)
{
    struct um_conn *conns[CONNS_MAX];
    unsigned count = 0;
    if (wait->conn) {
        if (worth_reading(wait->conn))
            conns[count++] = wait->conn;
    } else {
        for (struct um_conn *conn = um_conns; conn && count < CONNS_MAX; conn = conn->next)
            if (worth_reading(conn))
                conns[count++] = conn;
    }
    if (!count) {
        sleep_until(thread, deadline);
        return;
    }
    if (wait->conn && deadline == UM_FOREVER) {
        receive_until(thread, wait->conn);
        return;
    }
    if (thread->wake_fd < 0)
        thread->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (thread->wake_fd < 0) { /* out of descriptors: look again every ten milliseconds */
        int64_t soon = now_ns() + 10000000;
        um_pump();
        sleep_until(thread, deadline == UM_FOREVER || soon < deadline ? soon : deadline);
        return;
    }
    poll_until(thread, conns, count, deadline);
}

void um_pump(void)
{
    for (struct um_conn *conn = um_conns; conn; conn = conn->next) {
        if (!worth_reading(conn))
            continue;
        conn->reader = um_self();
        um_conn_read_now(conn);
        conn->reader = NULL;
    }
}

bool um_wait(struct um_wait *wait, bool (*ready)(void *context), void *context, int64_t deadline)
{
    if (ready(context))
        return true;
    if (deadline == 0) {
        um_pump();
        return ready(context);
    }
    struct um_thread *thread = um_self();
    bool done = false;
    link_waiter(thread, wait);
    for (;;) {
        thread->woken = false;
        wait_turn(thread, wait, deadline);
        done = ready(context);
        if (done || (deadline != UM_FOREVER && now_ns() >= deadline))
            break;
    }
    unlink_waiter(thread);
    for (struct um_conn *conn = um_conns; conn; conn = conn->next)
        um_relieve(conn);
    return done;
}

bool um_object_ready(struct um_object *object, bool take, bool *ret_abandoned)
{
    if (object->kind == UM_MUTEX) {
        struct um_mutex *mutex = (struct um_mutex *)object;
        struct um_thread *me = um_self();
        if (mutex->owner && mutex->owner != me)
            return false;
        if (take) {
            if (!mutex->depth++) {
                mutex->owner = me;
                mutex->next = me->mutexes;
                me->mutexes = mutex;
            }
            *ret_abandoned = mutex->abandoned;
            mutex->abandoned = false;
        }
        return true;
    }
    if (object->kind == UM_SEMAPHORE) {
        struct um_semaphore *semaphore = (struct um_semaphore *)object;
        if (semaphore->count && take)
            return semaphore->count--;
        return semaphore->count > 0;
    }
    if (object->kind == UM_PORT)
        return ((struct um_port *)object)->count > 0;
    if (object->kind == UM_EVENT && take && object->set && !((struct um_event *)object)->manual) {
        object->set = false;
        return true;
    }
    return object->set || object->kind == UM_STREAM;
}

struct wait_objects {
    struct um_object **objects;
    unsigned count;
    bool all;
    unsigned index;
    bool abandoned;
};

static bool objects_ready(void *context)
{
    struct wait_objects *these = context;
    bool abandoned = false;
    for (unsigned i = 0; i < these->count; i++) {
        bool is_ready = um_object_ready(these->objects[i], !these->all, &these->abandoned);
        these->index = i;
        if (is_ready != these->all)
            return is_ready;
    }
    if (!these->all)
        return false;
    for (unsigned i = 0; i < these->count; i++) {
        um_object_ready(these->objects[i], true, &abandoned);
        these->abandoned |= abandoned;
    }
    these->index = 0;
    return true;
}

DWORD WaitForMultipleObjectsEx(DWORD count, const HANDLE *handles, BOOL all, DWORD timeout_ms, BOOL alertable)
{
    struct um_object *objects[MAXIMUM_WAIT_OBJECTS];
    (void)alertable; /* nothing queues a call to a thread here */
    um_enter();
    if (!count || count > MAXIMUM_WAIT_OBJECTS) {
        um_fail(ERROR_INVALID_PARAMETER);
        return WAIT_FAILED;
    }
    for (DWORD i = 0; i < count; i++) {
        objects[i] = um_handle_object(handles[i], 0);
        if (!objects[i]) {
            um_fail(ERROR_INVALID_HANDLE);
            return WAIT_FAILED;
        }
    }
    for (DWORD i = 0; i < count; i++)
        um_object_keep(objects[i]);
    struct wait_objects these = {.objects = objects, .count = count, .all = all};
    struct um_wait wait = {.objects = objects, .count = count};
    bool done = um_wait(&wait, objects_ready, &these, um_deadline(timeout_ms));
    for (DWORD i = 0; i < count; i++)
        um_object_drop(objects[i]);
    um_leave();
    if (!done)
        return WAIT_TIMEOUT;
    return (these.abandoned ? WAIT_ABANDONED_0 : WAIT_OBJECT_0) + these.index;
}

DWORD WaitForMultipleObjects(DWORD count, const HANDLE *handles, BOOL all, DWORD timeout_ms)
{
    return WaitForMultipleObjectsEx(count, handles, all, timeout_ms, FALSE);
}

DWORD WaitForSingleObjectEx(HANDLE handle, DWORD timeout_ms, BOOL alertable)
{
    return WaitForMultipleObjectsEx(1, &handle, FALSE, timeout_ms, alertable);
}

DWORD WaitForSingleObject(HANDLE handle, DWORD timeout_ms)
{
    return WaitForMultipleObjectsEx(1, &handle, FALSE, timeout_ms, FALSE);
}

static bool never(void *context)
{
    (void)context;
    return false;
}

/* Answers that arrive meanwhile are taken in: an app that sleeps and looks at its events gets on. */
VOID Sleep(DWORD ms)
{
    struct um_wait wait = {0};
    um_enter();
    um_wait(&wait, never, NULL, um_deadline(ms));
    um_leave();
    if (!ms)
        SwitchToThread();
}

DWORD SleepEx(DWORD ms, BOOL alertable)
{
    (void)alertable;
    Sleep(ms);
    return 0;
}
