/* SPDX-License-Identifier: MIT */
/*
 * The floor under one request: an indirect call, one uncontended mutex, a queue push and pop, a completion
 * callback. Nothing that serialises requests can cost less. The median of many short stretches. A second thread exists
 * (it sleeps): without one glibc leaves the lock prefix out, and nobody would need the mutex. Prints nanoseconds per
 * round.
 */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { STRETCHES = 50 };

struct item {
    struct item *next;
    void (*done)(struct item *item);
    uint64_t count;
};

struct queue {
    pthread_mutex_t lock;
    struct item *first, **last;
};

static void complete(struct item *item)
{
    item->count++;
}

static void submit(struct queue *queue, struct item *item)
{
    struct item *next;

    pthread_mutex_lock(&queue->lock);
    item->next = NULL;
    *queue->last = item;
    queue->last = &item->next;
    next = queue->first;
    queue->first = next->next;
    if (!queue->first)
        queue->last = &queue->first;
    pthread_mutex_unlock(&queue->lock);
    next->done(next);
}

static void *sleep_for_good(void *nothing)
{
    pause();
    return nothing;
}

static double now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static int longer(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    const long rounds = argc > 1 ? atol(argv[1]) : 100000;
    struct queue queue = {.lock = PTHREAD_MUTEX_INITIALIZER, .last = &queue.first};
    struct item item = {.done = complete};
    void (*volatile call)(struct queue *, struct item *) = submit; /* volatile: the call must stay indirect */
    double stretch[STRETCHES];
    pthread_t sleeper;

    if (pthread_create(&sleeper, NULL, sleep_for_good, NULL))
        return 1;
    for (int i = 0; i < STRETCHES; i++) {
        double began = now_ns();

        for (long j = 0; j < rounds; j++)
            call(&queue, &item);
        stretch[i] = (now_ns() - began) / (double)rounds;
    }
    if (item.count != (uint64_t)rounds * STRETCHES)
        return 1;
    qsort(stretch, STRETCHES, sizeof(stretch[0]), longer);
    printf("%.1f\n", stretch[STRETCHES / 2]);
    return 0;
}
