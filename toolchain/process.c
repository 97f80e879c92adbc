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

static long process_start(const struct process *process)
{
    char **arguments = memory_get((process->arguments.count + 1) * sizeof arguments[0]);
    memcpy(arguments, process->arguments.items, process->arguments.count * sizeof arguments[0]);
    pid_t child = fork();
    if (child == 0) {
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
            processes[next].id = process_start(&processes[next]);
            processes[next].status = 127;
            running += processes[next].id > 0;
            next++;
            continue;
        }
        int status;
        pid_t child = wait(&status);
        if (child < 0 && errno != EINTR)
            return;
        if (child > 0) {
            process_end(processes, next, child, status);
            running--;
        }
    }
}

void process_free(struct process *process)
{
    strings_free(&process->arguments);
    free(process->output);
    *process = (struct process){0};
}
