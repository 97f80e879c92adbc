/* SPDX-License-Identifier: MIT */
/* Compilers as child processes, a few at a time. */
#include "toolchain/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

char *program_find(const char *name)
{
    if (strchr(name, '/'))
        return access(name, X_OK) ? NULL : string_copy(name);
    const char *path = getenv("PATH");
    for (const char *at = path ? path : "/usr/local/bin:/usr/bin:/bin"; *at;) {
        size_t length = strcspn(at, ":");
        char *file = length ? string_format("%.*s/%s", (int)length, at, name) : string_copy(name);
        if (!access(file, X_OK) && path_is_file(file))
            return file;
        free(file);
        at += length;
        at += *at == ':';
    }
    return NULL;
}

/* -- signals: Ctrl-C ends the compilers, their temporary files go, and only then do we ------------- */

static struct {
    bool held;
    sigset_t set;    /* what is waited for while compilers run */
    sigset_t before; /* the mask to go back to */
    int signal;      /* that came; 0: none */
} interrupt;

void processes_hold_signals(void)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    sigemptyset(&interrupt.set);
    sigaddset(&interrupt.set, SIGCHLD);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        struct sigaction action;
        if (!sigaction(signals[i], NULL, &action) && action.sa_handler != SIG_IGN)
            sigaddset(&interrupt.set, signals[i]);
    }
    sigprocmask(SIG_BLOCK, &interrupt.set, &interrupt.before);
    interrupt.held = true;
    interrupt.signal = 0;
}

bool processes_interrupted(void)
{
    return interrupt.signal != 0;
}

/* What came meanwhile takes its usual effect now: the end. */
void processes_release_signals(void)
{
    if (interrupt.signal)
        raise(interrupt.signal);
    interrupt.held = false;
    sigprocmask(SIG_SETMASK, &interrupt.before, NULL);
}

/* A compiler has children of its own; they are one group. */
static void stop_all(const struct process *processes, size_t count, int signal)
{
    interrupt.signal = signal;
    for (size_t i = 0; i < count; i++) {
        if (processes[i].id > 0)
            kill(-(pid_t)processes[i].id, SIGTERM);
    }
}

/* Waits for a child, or for a signal that stops them all. */
static pid_t wait_child(const struct process *processes, size_t count, int *ret_status)
{
    for (;;) {
        pid_t child = waitpid(-1, ret_status, interrupt.held ? WNOHANG : 0);
        if (child > 0 || (child < 0 && errno != EINTR))
            return child;
        int signal = interrupt.held ? sigwaitinfo(&interrupt.set, NULL) : 0;
        if (signal > 0 && signal != SIGCHLD)
            stop_all(processes, count, signal);
    }
}

static long process_start(const struct process *process)
{
    char **arguments = memory_get((process->arguments.count + 1) * sizeof arguments[0]);
    memcpy(arguments, process->arguments.items, process->arguments.count * sizeof arguments[0]);
    pid_t child = fork();
    if (child == 0) {
        setpgid(0, 0);
        if (interrupt.held)
            sigprocmask(SIG_SETMASK, &interrupt.before, NULL);
        int output = open(process->output, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
        if (output >= 0) {
            dup2(output, 1);
            dup2(output, 2);
        }
        if (process->directory && chdir(process->directory))
            _exit(127);
        execvp(arguments[0], arguments);
        _exit(127);
    }
    if (child > 0)
        setpgid(child, child); /* whoever of us is first */
    free(arguments);
    return child;
}

static void process_end(struct process *processes, size_t count, long id, int status)
{
    for (size_t i = 0; i < count; i++) {
        if (processes[i].id == id) {
            processes[i].status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            processes[i].id = 0;
        }
    }
}

void processes_run(struct process *processes, size_t count, unsigned jobs)
{
    unsigned running = 0;
    for (size_t next = 0; next < count || running;) {
        if (next < count && running < jobs) {
            processes[next].id = processes_interrupted() ? -1 : process_start(&processes[next]);
            processes[next].status = 127;
            running += processes[next].id > 0;
            next++;
            continue;
        }
        int status;
        pid_t child = wait_child(processes, next, &status);
        if (child < 0)
            return;
        process_end(processes, next, child, status);
        running--;
    }
}

void process_free(struct process *process)
{
    strings_free(&process->arguments);
    free(process->output);
    *process = (struct process){0};
}
