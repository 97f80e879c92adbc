/* SPDX-License-Identifier: MIT */
/* The lock, the threads' own state, handles and the objects behind them. */
#include "um.h"
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

pthread_mutex_t um_lock = PTHREAD_MUTEX_INITIALIZER;
__thread DWORD um_last_error;

static __thread struct um_thread *self;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t exit_key;

static struct um_object **table;
static uint32_t table_size;
static uint32_t table_used;
static uint32_t *free_handles;
static uint32_t free_count;

static uint64_t numbers[LINK_THREADS_MAX / 64 + 1];
static uint32_t exits[LINK_THREADS_MAX + 1]; /* LINK_THREAD_EXITs that are not answered yet */

void um_enter(void)
{
    pthread_mutex_lock(&um_lock);
}

void um_leave(void)
{
    pthread_mutex_unlock(&um_lock);
}

BOOL um_fail(DWORD error)
{
    um_leave();
    um_last_error = error;
    return FALSE;
}

HANDLE um_fail_handle(DWORD error)
{
    um_leave();
    um_last_error = error;
    return NULL;
}

/* The lowest free number, so that the host's table of threads stays small. */
void um_thread_number(struct um_thread *thread)
{
    for (uint32_t number = 1; number <= LINK_THREADS_MAX && !thread->number; number++) {
        if (numbers[number / 64] == ~0ull) {
            number |= 63;
            continue;
        }
        if (!(numbers[number / 64] >> number % 64 & 1)) {
            numbers[number / 64] |= 1ull << number % 64;
            thread->number = number;
        }
    }
}

void um_thread_exit_answered(uint32_t number)
{
    assert(number >= 1 && number <= LINK_THREADS_MAX && exits[number] > 0);
    if (--exits[number] == 0)
        numbers[number / 64] &= ~(1ull << number % 64);
}

/*
 * A thread ends: the hosts that know it cancel its requests. Nobody waits for the answers; the number is used again
 * only after the last host has answered.
 */
static void tell_hosts(struct um_thread *thread)
{
    uint32_t number = thread->number;
    if (!number)
        return;
    exits[number] = 1; /* ours, so that an answer in between does not free the number */
    for (struct um_conn *conn = um_conns; conn; conn = conn->next) {
        if (conn->dead || !(conn->threads_known[number / 64] >> number % 64 & 1))
            continue;
        struct link_header header = {.operation = LINK_THREAD_EXIT};
        exits[number]++;
        if (!um_request_start(NULL, conn, &header, NULL, NULL, NULL, NULL, false))
            exits[number]--;
    }
    um_thread_exit_answered(number);
}

static void thread_ends(void *value)
{
    struct um_thread *thread = value;
    self = thread;
    um_enter();
    tell_hosts(thread);
    while (thread->mutexes) {
        struct um_mutex *mutex = thread->mutexes;
        thread->mutexes = mutex->next;
        mutex->owner = NULL;
        mutex->depth = 0;
        mutex->abandoned = true;
        um_signal(&mutex->object);
    }
    thread->object.set = true;
    um_signal(&thread->object);
    um_object_drop(&thread->object);
    um_leave();
    self = NULL;
}

static void initialize(void)
{
    if (pthread_key_create(&exit_key, thread_ends))
        abort();
}

struct um_thread *um_self(void)
{
    if (self)
        return self;
    pthread_once(&once, initialize);
    self = pthread_getspecific(exit_key);
    if (self)
        return self;
    struct um_thread *thread = um_object_make(UM_THREAD, sizeof *thread);
    if (!thread)
        abort(); /* nothing can be said without memory for the thread's state */
    thread->exit_code = STILL_ACTIVE;
    um_thread_adopt(thread);
    return thread;
}

void um_thread_adopt(struct um_thread *thread)
{
    pthread_once(&once, initialize);
    thread->id = (DWORD)syscall(SYS_gettid);
    self = thread;
    if (pthread_setspecific(exit_key, thread))
        abort();
}

void *um_object_make(enum um_kind kind, size_t bytes)
{
    struct um_object *object = calloc(1, bytes);
    if (!object)
        return NULL;
    object->kind = (uint8_t)kind;
    object->references = 1;
    if (kind == UM_THREAD) {
        struct um_thread *thread = (struct um_thread *)object;
        thread->wake_fd = -1;
        pthread_condattr_t clock;
        pthread_condattr_init(&clock);
        pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
        pthread_cond_init(&thread->wake, &clock);
        pthread_condattr_destroy(&clock);
    }
    return object;
}

void um_object_keep(struct um_object *object)
{
    assert(object->references > 0);
    object->references++;
}

void um_object_drop(struct um_object *object)
{
    assert(object->references > 0);
    if (--object->references)
        return;
    if (object->kind == UM_FILE) {
        struct um_file *file = (struct um_file *)object;
        if (file->port)
            um_object_drop(&file->port->object);
    } else if (object->kind == UM_PORT) {
        free(((struct um_port *)object)->packets);
    } else if (object->kind == UM_THREAD) {
        struct um_thread *thread = (struct um_thread *)object;
        if (thread->wake_fd >= 0)
            close(thread->wake_fd);
        pthread_cond_destroy(&thread->wake);
    }
    free(object);
}

static bool table_grow(void)
{
    uint32_t size = table_size ? table_size * 2 : 64;
    if (size > UM_HANDLES_MAX)
        return false;
    struct um_object **objects = realloc(table, size * sizeof *objects);
    if (!objects)
        return false;
    table = objects;
    uint32_t *handles = realloc(free_handles, size * sizeof *handles);
    if (!handles)
        return false;
    free_handles = handles;
    table_size = size;
    return true;
}

HANDLE um_handle_make(struct um_object *object)
{
    if (!free_count && table_used == table_size && !table_grow()) {
        um_object_drop(object);
        return NULL;
    }
    uint32_t index = free_count ? free_handles[--free_count] : table_used++;
    table[index] = object;
    object->handles++;
    return (HANDLE)(ULONG_PTR)((index + 1) * 4);
}

static bool handle_index(HANDLE handle, uint32_t *ret_index)
{
    ULONG_PTR value = (ULONG_PTR)handle & ~(ULONG_PTR)3; /* as on Windows, the two low bits are the app's */
    *ret_index = (uint32_t)(value / 4 - 1);
    return value >= 4 && value / 4 <= table_used && table[*ret_index];
}

void *um_handle_object(HANDLE handle, int kind)
{
    uint32_t index;
    if (handle == GetCurrentThread() && (!kind || kind == UM_THREAD))
        return um_self();
    if (!handle_index(handle, &index) || (kind && table[index]->kind != kind))
        return NULL;
    return table[index];
}

bool um_handle_close(HANDLE handle)
{
    uint32_t index;
    if (!handle_index(handle, &index))
        return false;
    struct um_object *object = table[index];
    table[index] = NULL;
    free_handles[free_count++] = index;
    assert(object->handles > 0);
    object->handles--;
    um_object_drop(object);
    return true;
}

DWORD GetLastError(void)
{
    return um_last_error;
}

VOID SetLastError(DWORD error)
{
    um_last_error = error;
}
