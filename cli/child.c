/* SPDX-License-Identifier: MIT */
/* The program that `run` runs. */
#include "cli/session.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { GRACE_SECONDS = 2 };

int64_t clock_now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* In the child. A name without a slash is looked for in $PATH, then here. */
static void child_run(const struct session *session, char **argv, const char *name, int report)
{
    link_signals_restore(session->link);
    setenv("KMDOCK_DIR", session->directory, 1);
    setenv("KMDOCK_HOST", name, 1); /* of several hosts with the same names it sees this one */
    execvp(argv[0], argv);
    if (errno == ENOENT && !strchr(argv[0], '/')) {
        char path[4096];
        snprintf(path, sizeof path, "./%s", argv[0]);
        execv(path, argv);
    }
    int error = errno;
    if (write(report, &error, sizeof error) != (ssize_t)sizeof error)
        _exit(126);
    _exit(127);
}

int child_start(struct session *session, char **argv)
{
    int report[2], error = 0;
    char name[32];
    snprintf(name, sizeof name, "host-%ld.sock", (long)getpid());
    if (pipe2(report, O_CLOEXEC))
        return complain(EXIT_HOST, "no pipe: %s", strerror(errno));
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        child_run(session, argv, name, report[1]);
    close(report[1]);
    ssize_t count = child > 0 ? read(report[0], &error, sizeof error) : -1;
    close(report[0]);
    if (child < 0)
        return complain(EXIT_HOST, "%s cannot be started: %s", argv[0], strerror(errno));
    if (count == (ssize_t)sizeof error) {
        waitpid(child, NULL, 0);
        return complain(EXIT_WRONG, "%s cannot be started: %s", argv[0], strerror(error));
    }
    session->child = child;
    return EXIT_WELL;
}

void child_signal(struct session *session, int signal, bool sent)
{
    /* The terminal's Ctrl-C reaches the program too; one that was sent to us alone must be passed on. */
    if (signal == SIGINT && !sent && session->interrupts <= 1)
        return;
    kill(session->child, session->interrupts > 2 ? SIGKILL : signal);
    if (signal != SIGINT && !session->deadline_ns)
        session->deadline_ns = clock_now_ns() + GRACE_SECONDS * 1000000000ll;
}

void child_reap(struct session *session)
{
    int status;
    if (!session->child || waitpid(session->child, &status, WNOHANG) != session->child)
        return;
    session->child = 0;
    session->deadline_ns = 0;
    session->child_status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (WIFSIGNALED(status) && !session->interrupts && !session->bugchecked)
        say("the program was ended by signal %d (%s)", WTERMSIG(status), strsignal(WTERMSIG(status)));
}

void child_expire(struct session *session)
{
    if (session->child)
        kill(session->child, SIGKILL);
    session->deadline_ns = 0;
}
