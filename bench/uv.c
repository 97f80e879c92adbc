/* SPDX-License-Identifier: MIT */
/* A peer: round trips of libuv's uv_queue_work, one after the other. Prints nanoseconds. */
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

static long left;
static uv_work_t request;

static void work(uv_work_t *ignored)
{
    (void)ignored;
}

static void done(uv_work_t *ignored, int status)
{
    (void)ignored;
    if (status)
        abort();
    if (--left > 0 && uv_queue_work(uv_default_loop(), &request, work, done))
        abort();
}

int main(int argc, char **argv)
{
    const long rounds = argc > 1 ? atol(argv[1]) : 20000;
    uint64_t began = uv_hrtime();

    left = rounds;
    if (uv_queue_work(uv_default_loop(), &request, work, done))
        return 1;
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    printf("%.1f\n", (double)(uv_hrtime() - began) / (double)rounds);
    return 0;
}
