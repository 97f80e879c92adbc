/* SPDX-License-Identifier: MIT */
/*
 * A scenario: a few clients that do things to one device, written in C against the usual Windows headers plus this one.
 *
 *     #include <windows.h>
 *     #include <kmdock/scenario.h>
 *     SCENARIO(write_then_read)
 *     {
 *         HANDLE device = kmdock_open(0);
 *         ...
 *         kmdock_expect(bytes == 512);
 *     }
 *
 * It runs inside the machine, on virtual time, in a process of its own; when it returns, the process ends as any
 * process does: what is outstanding is cancelled, handles are closed.
 */
#ifndef KMDOCK_SCENARIO_H
#define KMDOCK_SCENARIO_H

#include <windows.h>

#ifdef __cplusplus
extern "C" {
#endif

struct kmdock_scenario {
    const char *name;
    void (*run)(void);
    const char *file;
    int line;
};

/* Each SCENARIO of a file is one test; its name is what --scenario FILE.c:NAME selects. */
#define SCENARIO(scenario_name)                                                                                        \
    static void scenario_name(void);                                                                                   \
    static const struct kmdock_scenario kmdock_scenario_##scenario_name = {#scenario_name, scenario_name, __FILE__,    \
                                                                           __LINE__};                                  \
    __attribute__((section(".kscn$m"),                                                                                 \
                   used)) static const struct kmdock_scenario *const kmdock_scenario_pointer_##scenario_name =         \
        &kmdock_scenario_##scenario_name;                                                                              \
    static void scenario_name(void)

enum kmdock_power { KMDOCK_D0, KMDOCK_D3 };

/* Opens the driver's first device interface, else its first symbolic link. `flags` is added to FILE_FLAG_OVERLAPPED.
 * INVALID_HANDLE_VALUE and GetLastError() if there is none or it refuses. */
HANDLE kmdock_open(DWORD flags);

/* These wait until the transition has ended and return its NTSTATUS (0: done). */
LONG kmdock_power(enum kmdock_power state);
LONG kmdock_remove(void);          /* query-remove, remove */
LONG kmdock_surprise_remove(void); /* the device is pulled */
LONG kmdock_disable(void);
LONG kmdock_enable(void);

/* An operator's command as link/protocol.h lists them ("status", "power\n*\nd3"); the answer's text if wanted. */
LONG kmdock_command(const char *text, char *ret_answer, size_t answer_bytes);

/* A REG_DWORD of the driver's Parameters key (kmdock run --set NAME=VALUE), or `otherwise`. */
unsigned long kmdock_parameter(const char *name, unsigned long otherwise);

/* Bytes of the machine's memory in use. */
unsigned long long kmdock_memory(void);

/* A claim about the driver; false is a defect of rule ScenarioExpectation, with file and line. */
#define kmdock_expect(claim) kmdock_expect_((claim) != 0, #claim, __FILE__, __LINE__)
void kmdock_expect_(int holds, const char *claim, const char *file, int line);

/* Starts `run` as a process of its own, as another program would; kmdock_kill ends it at whatever point it is. */
HANDLE kmdock_process(void (*run)(void *argument), void *argument);
void kmdock_kill(HANDLE process);

#ifdef __cplusplus
}
#endif
#endif
