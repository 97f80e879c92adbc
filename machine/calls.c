/* SPDX-License-Identifier: MIT */
/* What the names of machine.dll mean. Calls that may switch or need room go through switch.S. */
#include "machine/internal.h"

#include <stdio.h>
#include <string.h>

MACHINE_CALL void machine_event(uint32_t kind, const void *object, uint64_t a, uint64_t b)
{
    (void)kind, (void)object, (void)a, (void)b; /* a live run keeps no trace */
}

typedef void call_address(void);

#define SWITCHED(name)                                                                                                 \
    {                                                                                                                  \
        "machine_" #name, (call_address *)machine_thunk_##name                                                         \
    }
#define DIRECT(name)                                                                                                   \
    {                                                                                                                  \
        "machine_" #name, (call_address *)machine_##name                                                               \
    }

static const struct {
    const char *name;
    call_address *address;
} calls[] = {
    SWITCHED(context_create), SWITCHED(context_exit), SWITCHED(block),    DIRECT(ready),          SWITCHED(point),
    SWITCHED(spin),           SWITCHED(choose),       DIRECT(time),       DIRECT(system_time),    DIRECT(alarm),
    DIRECT(pages_alloc),      DIRECT(pages_free),     DIRECT(user_alloc), DIRECT(user_free),      SWITCHED(image_load),
    SWITCHED(image_unload),   DIRECT(image_of),       SWITCHED(export),   SWITCHED(bugcheck),     SWITCHED(report),
    SWITCHED(stack_save),     SWITCHED(log),          DIRECT(event),      SWITCHED(port_receive), SWITCHED(port_reply),
    SWITCHED(publish),
};

uint64_t calls_address(const char *name)
{
    for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
        if (strcmp(calls[i].name, name) == 0) {
            return (uint64_t)calls[i].address;
        }
    }
    return 0;
}

SWITCH_HANDLER(log)
{
    (void)c, (void)d;
    uint64_t length = b;
    if (!guest_readable(a, length)) {
        length = 0;
    }
    if (machine_host.options.log && length) {
        machine_host.options.log(machine_host.options.user, (const char *)a, length);
    }
    return rsp;
}

SWITCH_HANDLER(publish)
{
    (void)rsp;
    char name[MACHINE_PATH_MAX], guid[64], instance[MACHINE_PATH_MAX];
    guest_string((const char *)a, name, sizeof(name));
    guest_string((const char *)b, guid, sizeof(guid));
    guest_string((const char *)c, instance, sizeof(instance));
    STATE->progress++;
    if (machine_host.options.publish) {
        machine_host.options.publish(machine_host.options.user, name, b ? guid : NULL, instance, (uint32_t)d);
    }
    return rsp;
}
