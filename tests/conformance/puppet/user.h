/* SPDX-License-Identifier: MIT */
/*
 * The scenario's side of puppet.h. A scenario makes a device, sends it requests, tells the driver what to do with
 * them and compares what came of it:
 *
 *     static const struct puppet_config one = {.queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ}}};
 *     SCENARIO(B1_...)
 *     {
 *         struct io a, b;
 *         puppet_start(&one);
 *         io_read(&a, 1, 8);
 *         io_read(&b, 2, 8);
 *         EXPECT_LOG("read 1");
 *         EXPECT(DO(.code = OP_COMPLETE, .tag = 1) == 0);
 *         EXPECT_LOG("read 2");
 *         ...
 *
 * Everything is on virtual time; settle() lets what is due on other threads happen.
 */
#ifndef CONFORMANCE_USER_H
#define CONFORMANCE_USER_H

#define WIN32_NO_STATUS
#include <windows.h>
#undef WIN32_NO_STATUS
#include <ntstatus.h>
#include <kmdock/scenario.h>

#include "puppet.h"

typedef LONG NTSTATUS;

#ifndef STATUS_WDF_BUSY /* wdfstatus.h */
#define STATUS_WDF_PAUSED ((NTSTATUS)0xC0200203)
#define STATUS_WDF_BUSY   ((NTSTATUS)0xC0200204)
#endif

enum { LOG_TEXT_BYTES = 4096, SETTLE_MS = 50, IO_BYTES = 64, COMMAND_BYTES = 256 };

#define EXPECT(claim) kmdock_expect(claim)

static HANDLE control; /* the control device */
static HANDLE file;    /* the tested device */
static char instance[PUPPET_NAME_BYTES];
static struct puppet_result result; /* of the last DO */
static struct puppet_event events[PUPPET_EVENTS_MAX];
static unsigned event_count;

/* -- text ------------------------------------------------------------------------------------------------ */

struct text {
    char *to;
    unsigned used, room;
};

static inline void text_add(struct text *text, const char *what)
{
    for (; *what && text->used + 1 < text->room; what++)
        text->to[text->used++] = *what;
    text->to[text->used] = 0;
}

static inline void text_number(struct text *text, unsigned long long number, unsigned base)
{
    char digits[24], *at = digits + sizeof(digits) - 1;

    *at = 0;
    do
        *--at = "0123456789abcdef"[number % base];
    while ((number /= base) != 0);
    if (base == 16)
        text_add(text, "0x");
    text_add(text, at);
}

static inline int same_text(const char *a, const char *b)
{
    for (; *a && *a == *b; a++)
        b++;
    return *a == *b;
}

static inline void settle(void)
{
    Sleep(SETTLE_MS);
}

/* -- the control device ------------------------------------------------------------------------------------ */

/* Sends and waits; the Win32 error. */
static inline DWORD control_send(DWORD code, const void *in, DWORD in_bytes, void *out, DWORD out_bytes,
                                 DWORD *ret_bytes)
{
    OVERLAPPED overlapped = {.hEvent = CreateEventA(NULL, TRUE, FALSE, NULL)};
    DWORD error = 0;

    *ret_bytes = 0;
    if (!DeviceIoControl(control, code, (void *)in, in_bytes, out, out_bytes, ret_bytes, &overlapped)) {
        error = GetLastError();
        if (error == ERROR_IO_PENDING)
            error = GetOverlappedResult(control, &overlapped, ret_bytes, TRUE) ? 0 : GetLastError();
    }
    CloseHandle(overlapped.hEvent);
    return error;
}

static inline LONG puppet_do(const struct puppet_op *op)
{
    DWORD bytes;

    if (control_send(IOCTL_PUPPET_DO, op, sizeof(*op), &result, sizeof(result), &bytes) || bytes != sizeof(result))
        result.status = STATUS_UNSUCCESSFUL;
    return result.status;
}

/* Tells the driver to do something now; the NTSTATUS of what it did, `result` has the rest. */
#define DO(...) puppet_do(&(struct puppet_op){__VA_ARGS__})

/* The same where the operation may wait: the driver does it on a thread of its own. */
struct doing {
    OVERLAPPED overlapped;
    struct puppet_result result;
};

static inline void puppet_begin(struct doing *doing, struct puppet_op op)
{
    DWORD bytes;

    *doing = (struct doing){.overlapped.hEvent = CreateEventA(NULL, TRUE, FALSE, NULL)};
    op.flags |= OP_THREAD;
    DeviceIoControl(control, IOCTL_PUPPET_DO, &op, sizeof(op), &doing->result, sizeof(doing->result), &bytes,
                    &doing->overlapped);
    settle();
}

#define BEGIN(doing, ...) puppet_begin(doing, (struct puppet_op){__VA_ARGS__})

static inline int is_done(const struct doing *doing)
{
    return WaitForSingleObject(doing->overlapped.hEvent, 0) == WAIT_OBJECT_0;
}

static inline LONG finish(struct doing *doing)
{
    EXPECT(WaitForSingleObject(doing->overlapped.hEvent, 1000) == WAIT_OBJECT_0);
    CloseHandle(doing->overlapped.hEvent);
    result = doing->result;
    return result.status;
}

static inline void puppet_plan(const struct puppet_plan *plan)
{
    DWORD bytes;

    EXPECT(control_send(IOCTL_PUPPET_PLAN, plan, sizeof(*plan), NULL, 0, &bytes) == 0);
}

/* What a callback does with what it gets: PLAN(PLAN_CANCEL, 0, {.code = OP_NONE}) keeps. */
#define PLAN(whose, how_often, ...)                                                                                    \
    puppet_plan(&(struct puppet_plan){.of = (whose), .times = (how_often), .op = {__VA_ARGS__}})

/* Runs a check of the driver, on the request of that tag if it is not 0. */
static inline void check_at(const char *name, unsigned tag, const char *where, int line)
{
    struct puppet_op op = {.code = OP_CHECK, .tag = tag};

    for (unsigned i = 0; name[i] && i + 1 < PUPPET_NAME_BYTES; i++)
        op.name[i] = name[i];
    kmdock_expect_(puppet_do(&op) == 0, "the driver knows the check", where, line);
    kmdock_expect_(!result.text[0], result.text, where, line);
}

#define DRIVER_CHECK(name, tag) check_at(name, tag, __FILE__, __LINE__)

/* -- the log ------------------------------------------------------------------------------------------------ */

static inline void event_text(struct text *text, const struct puppet_event *event)
{
    static const struct {
        const char *text;
        int show;
    } kinds[] = {{"nothing", SHOW_NOTHING},
#define X(name, text, show) {text, show},
                 PUPPET_EVENTS(X)
#undef X
    };
    static const char *const operations[] = {"nothing",
#define X(name, text) #text,
                                             PUPPET_OPERATIONS(X)
#undef X
    };
    const int show = kinds[event->kind].show;

    text_add(text, kinds[event->kind].text);
    if (show == SHOW_OPERATION) {
        text_add(text, " ");
        text_add(text, operations[event->argument]);
    }
    if (show == SHOW_TAG || show == SHOW_BOTH || (show == SHOW_OPERATION && event->tag)) {
        text_add(text, " ");
        text_number(text, event->tag, 10);
    }
    if (show == SHOW_ARGUMENT || show == SHOW_BOTH) {
        text_add(text, " ");
        text_number(text, event->argument, event->argument > 9 ? 16 : 10);
    }
    if (show == SHOW_OPERATION && event->status) {
        text_add(text, " ");
        text_number(text, (unsigned)event->status, 16);
    }
}

/* Reads the events since the last time into `events`. */
static inline void read_log(void)
{
    DWORD bytes;

    settle();
    EXPECT(control_send(IOCTL_PUPPET_LOG, NULL, 0, events, sizeof(events), &bytes) == 0);
    event_count = bytes / sizeof(events[0]);
}

/* `otherwise` is the same in an order that the documentation leaves open, or NULL. */
static inline void expect_log(const char *expected, const char *otherwise, const char *where, int line)
{
    static char buffer[LOG_TEXT_BYTES], claim[LOG_TEXT_BYTES];
    struct text log = {buffer, 0, sizeof(buffer)}, sentence = {claim, 0, sizeof(claim)};

    read_log();
    buffer[0] = 0;
    for (unsigned i = 0; i < event_count; i++) {
        if (i)
            text_add(&log, ", ");
        event_text(&log, &events[i]);
    }
    if (same_text(buffer, expected) || (otherwise && same_text(buffer, otherwise)))
        return;
    text_add(&sentence, "the events \"");
    text_add(&sentence, expected);
    text_add(&sentence, "\" and got \"");
    text_add(&sentence, buffer);
    text_add(&sentence, "\"");
    kmdock_expect_(0, claim, where, line);
}

#define EXPECT_LOG(expected)               expect_log(expected, NULL, __FILE__, __LINE__)
#define EXPECT_LOG_OR(expected, otherwise) expect_log(expected, otherwise, __FILE__, __LINE__)

/* The last event of a kind among those that were read last, or NULL. */
static inline const struct puppet_event *find_event(enum puppet_event_kind kind)
{
    for (unsigned i = event_count; i > 0; i--)
        if (events[i - 1].kind == kind)
            return &events[i - 1];
    return NULL;
}

/* -- the tested device ---------------------------------------------------------------------------------------- */

static inline int starts_with(const char *text, const char *start)
{
    for (; *start; start++, text++)
        if (*text != *start)
            return 0;
    return 1;
}

/* The Win32 name of the tested device's interface; "" if it has none that is enabled. */
static inline void device_name(char *ret_name, unsigned bytes)
{
    static char answer[LOG_TEXT_BYTES];
    struct text name = {ret_name, 0, bytes};
    const char *line = answer;

    ret_name[0] = 0;
    if (kmdock_command("devices", answer, sizeof(answer)) != 0)
        return;
    while (*line && !starts_with(line, instance)) {
        while (*line && *line != '\n')
            line++;
        line += *line == '\n';
    }
    for (; *line && *line != '\n'; line++)
        if (line[0] == '\\' && line[1] == '\\')
            break;
    while (*line && *line != '\n' && *line != '\t')
        text_add(&name, (char[]){*line++, 0});
}

static inline HANDLE open_name(const char *name, DWORD flags)
{
    return CreateFileA(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING,
                       FILE_FLAG_OVERLAPPED | flags, NULL);
}

static inline HANDLE device_open(void)
{
    char name[COMMAND_BYTES];

    device_name(name, sizeof(name));
    SetLastError(ERROR_FILE_NOT_FOUND);
    return name[0] ? open_name(name, 0) : INVALID_HANDLE_VALUE;
}

/* An operator's command on the tested device; waits for its end. */
static inline LONG device_command(const char *verb, const char *argument)
{
    char buffer[COMMAND_BYTES];
    struct text text = {buffer, 0, sizeof(buffer)};

    text_add(&text, verb);
    text_add(&text, "\n");
    text_add(&text, instance);
    if (argument) {
        text_add(&text, "\n");
        text_add(&text, argument);
    }
    return kmdock_command(buffer, NULL, 0);
}

/* The same on a thread of its own. */
struct command {
    const char *verb, *argument;
    LONG status;
    HANDLE thread;
};

static inline DWORD WINAPI command_thread(void *argument)
{
    struct command *command = argument;

    command->status = device_command(command->verb, command->argument);
    return 0;
}

static inline void command_begin(struct command *command, const char *verb, const char *argument)
{
    *command = (struct command){verb, argument, STATUS_PENDING, NULL};
    command->thread = CreateThread(NULL, 0, command_thread, command, 0, NULL);
    settle();
}

static inline int command_is_done(const struct command *command)
{
    return WaitForSingleObject(command->thread, 0) == WAIT_OBJECT_0;
}

static inline LONG command_finish(struct command *command)
{
    EXPECT(WaitForSingleObject(command->thread, 10000) == WAIT_OBJECT_0);
    CloseHandle(command->thread);
    return command->status;
}

/* Makes the tested device; its NTSTATUS. The events of its creation stay in the log. */
static inline LONG device_make(const struct puppet_config *config)
{
    char answer[COMMAND_BYTES] = "";
    DWORD bytes;
    LONG status;

    if (!control)
        control = kmdock_open(0);
    EXPECT(control_send(IOCTL_PUPPET_CONFIGURE, config, sizeof(*config), NULL, 0, &bytes) == 0);
    status = kmdock_command("device\nroot\\driver\ndriver\nSAMPLE", answer, sizeof(answer));
    if (status == 0)
        for (unsigned i = 0; i < sizeof(instance); i++) {
            instance[i] = answer[i] == '\n' ? 0 : answer[i];
            if (!instance[i])
                break;
        }
    return status;
}

/* Makes the tested device and opens it; forgets the events so far. */
static inline void puppet_start(const struct puppet_config *config)
{
    EXPECT(device_make(config) == 0);
    file = device_open();
    EXPECT(file != INVALID_HANDLE_VALUE);
    read_log();
}

/* -- requests --------------------------------------------------------------------------------------------------- */

struct io {
    OVERLAPPED overlapped;
    DWORD error; /* at once; ERROR_IO_PENDING otherwise */
    DWORD bytes;
    HANDLE file;
    unsigned char data[IO_BYTES];
};

static inline void io_prepare(struct io *io, HANDLE handle, unsigned tag)
{
    *io = (struct io){.file = handle, .overlapped = {.Offset = tag}};
    io->overlapped.hEvent = CreateEventA(NULL, TRUE, FALSE, NULL);
}

static inline void io_sent(struct io *io, BOOL done)
{
    io->error = done ? 0 : GetLastError();
}

static inline void io_read_from(struct io *io, HANDLE handle, unsigned tag, unsigned bytes)
{
    io_prepare(io, handle, tag);
    io_sent(io, ReadFile(handle, io->data, bytes, &io->bytes, &io->overlapped));
}

static inline void io_read(struct io *io, unsigned tag, unsigned bytes)
{
    io_read_from(io, file, tag, bytes);
}

static inline void io_write(struct io *io, unsigned tag, unsigned bytes)
{
    io_prepare(io, file, tag);
    io_sent(io, WriteFile(file, io->data, bytes, &io->bytes, &io->overlapped));
}

/* A control code: data is input and output. */
static inline void io_control(struct io *io, unsigned tag, unsigned method, unsigned in_bytes, unsigned out_bytes)
{
    static const char text[] = "neither in";

    io_prepare(io, file, tag);
    for (unsigned i = 0; i < sizeof(text); i++)
        io->data[i] = (unsigned char)text[i];
    io_sent(io, DeviceIoControl(file, PUPPET_IOCTL_TAG(tag, method), io->data, in_bytes, io->data + IO_BYTES / 2,
                                out_bytes, &io->bytes, &io->overlapped));
}

/* A request from a thread of its own, which a handler may hold up. The thread lives until the request has ended. */
struct sender {
    struct io io;
    unsigned tag, bytes;
    int write;
    HANDLE thread;
};

static inline DWORD WINAPI sender_thread(void *argument)
{
    struct sender *sender = argument;

    if (sender->write)
        io_write(&sender->io, sender->tag, sender->bytes);
    else
        io_read(&sender->io, sender->tag, sender->bytes);
    if (sender->io.error == ERROR_IO_PENDING)
        WaitForSingleObject(sender->io.overlapped.hEvent, INFINITE);
    return 0;
}

static inline void send_begin(struct sender *sender, int write, unsigned tag, unsigned bytes)
{
    sender->tag = tag;
    sender->bytes = bytes;
    sender->write = write;
    sender->thread = CreateThread(NULL, 0, sender_thread, sender, 0, NULL);
    settle();
}

static inline void send_finish(struct sender *sender)
{
    EXPECT(WaitForSingleObject(sender->thread, 10000) == WAIT_OBJECT_0);
    CloseHandle(sender->thread);
}

/* Cancels a request on a thread of its own: its EvtRequestCancel may be held up. */
static inline DWORD WINAPI canceller_thread(void *argument)
{
    struct io *io = argument;

    CancelIoEx(io->file, &io->overlapped);
    return 0;
}

static inline HANDLE cancel_begin(struct io *io)
{
    HANDLE thread = CreateThread(NULL, 0, canceller_thread, io, 0, NULL);

    settle();
    return thread;
}

/* The request's Win32 error by now: ERROR_IO_PENDING, 0, or why it failed. */
static inline DWORD io_error(struct io *io)
{
    if (io->error != ERROR_IO_PENDING)
        return io->error;
    if (GetOverlappedResult(io->file, &io->overlapped, &io->bytes, FALSE))
        return 0;
    return GetLastError() == ERROR_IO_INCOMPLETE ? ERROR_IO_PENDING : GetLastError();
}

static inline int io_pending(struct io *io)
{
    return io_error(io) == ERROR_IO_PENDING;
}

/* Completes a request that the driver has; the error that its sender sees then. */
static inline DWORD complete(struct io *io, unsigned tag)
{
    EXPECT(DO(.code = OP_COMPLETE, .tag = tag) == 0);
    settle();
    return io_error(io);
}

static inline void cancel(struct io *io)
{
    EXPECT(CancelIoEx(io->file, &io->overlapped));
    settle();
}

/* The queue's state: the bits, how many wait, how many the driver has. */
enum { ACCEPT = 1, DISPATCH = 2, NO_REQUESTS = 4, NO_DRIVER_REQUESTS = 8, PNP_HELD = 16 };

static inline unsigned state_of(unsigned queue)
{
    EXPECT(DO(.code = OP_GET_STATE, .queue = queue) == 0);
    return (unsigned)result.value;
}

#define STATE(bits, queued, owned) ((unsigned)(bits) | (unsigned)(queued) << 8 | (unsigned)(owned) << 16)

#endif
