/* SPDX-License-Identifier: MIT */
/* Peers from GLib: `push` GAsyncQueue push and pop on one thread, `task` a GTask round trip. Prints nanoseconds. */
#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void work(GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
    (void)source;
    (void)data;
    (void)cancellable;
    g_task_return_boolean(task, TRUE);
}

static void done(GObject *source, GAsyncResult *result, gpointer data)
{
    (void)source;
    (void)result;
    *(gboolean *)data = TRUE;
}

static void push_and_pop(long rounds)
{
    GAsyncQueue *queue = g_async_queue_new();
    int item;

    for (long i = 0; i < rounds; i++) {
        g_async_queue_push(queue, &item);
        if (g_async_queue_pop(queue) != &item)
            abort();
    }
    g_async_queue_unref(queue);
}

static void task_round_trips(long rounds)
{
    for (long i = 0; i < rounds; i++) {
        gboolean finished = FALSE;
        GTask *task = g_task_new(NULL, NULL, done, &finished);

        g_task_run_in_thread(task, work);
        while (!finished)
            g_main_context_iteration(NULL, TRUE);
        g_object_unref(task);
    }
}

int main(int argc, char **argv)
{
    const gboolean task = argc > 1 && strcmp(argv[1], "task") == 0;
    const long rounds = argc > 2 ? atol(argv[2]) : task ? 20000 : 2000000;
    gint64 began = g_get_monotonic_time();

    if (task)
        task_round_trips(rounds);
    else
        push_and_pop(rounds);
    printf("%.1f\n", (double)(g_get_monotonic_time() - began) * 1000.0 / (double)rounds);
    return 0;
}
