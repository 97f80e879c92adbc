/* SPDX-License-Identifier: MIT */
/* What the machine's own files know of each other. */
#ifndef KMDOCK_MACHINE_INTERNAL_H
#define KMDOCK_MACHINE_INTERNAL_H

#include "machine/arena.h"
#include "machine/machine.h"
#include "machine/policy.h"

enum {
    IRQL_PASSIVE = 0,
    IRQL_DISPATCH = 2,
};

/* What the host keeps; arena.h says why none of it is guest state. */
struct machine_host {
    bool booted;
    bool running; /* machine_run is active */
    struct machine_options options;
    const struct machine_policy *policy;
    void *policy_user;
    enum machine_end end;
    bool ended;         /* `end` holds */
    volatile bool halt; /* machine_halt was called; also from signal handlers */
};
extern struct machine_host machine_host;

/* -- switch.S -------------------------------------------------------------------------------- */

/* How a context's registers lie on its stack when it does not run. */
struct switch_frame {
    uint64_t result; /* rax */
    uint32_t mxcsr;
    uint32_t x87_control;
    uint8_t xmm[10][16]; /* xmm6 to xmm15 */
    uint64_t padding;
    uint64_t r15, r14, r13, r12, rdi, rsi, rbp, rbx, rip;
};
_Static_assert(sizeof(struct switch_frame) == 256, "switch.S and this agree");

enum {
    SWITCH_MXCSR = 0x1F80,
    SWITCH_X87_CONTROL = 0x37F,
};

extern uint64_t machine_host_rsp; /* 0 while no guest code can run */
void machine_enter(uint64_t rsp); /* runs the guest from this switch frame until a handler answers 0 */
void machine_context_start(void);
void machine_fault_landing(void);
void machine_injected_point(void);

/* Handlers of calls that leave the guest's stack. They answer the stack pointer to go on with, 0: leave machine_run. */
#define SWITCH_HANDLER(name)                                                                                           \
    uint64_t machine_handle_##name(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t rsp)
/* clang-format off */
#define SWITCH_CALLS(X)                                                                                                \
    X(context_create)                                                                                                  \
    X(context_exit)                                                                                                    \
    X(block)                                                                                                           \
    X(point)                                                                                                           \
    X(spin)                                                                                                            \
    X(choose)                                                                                                          \
    X(image_load) X(image_unload) X(export) X(bugcheck) X(report) X(stack_save) X(log) X(port_receive) X(port_reply)   \
        X(publish) X(guest_error)
/* clang-format on */
#define DECLARE_SWITCH_CALL(name)                                                                                      \
    SWITCH_HANDLER(name);                                                                                              \
    MACHINE_CALL void machine_thunk_##name(uint64_t a, uint64_t b);
SWITCH_CALLS(DECLARE_SWITCH_CALL)
uint64_t machine_handle_fault(void);

/* Sets what the call returns in the guest. */
static inline uint64_t switch_return(uint64_t rsp, uint64_t value)
{
    ((struct switch_frame *)rsp)->result = value;
    return rsp;
}

/*
 * Host functions that the guest calls directly have Microsoft's convention, in which xmm6 to xmm15 belong to
 * the caller: calling a native function from one costs twenty moves. So their slow paths are HOST_SLOW.
 */
#define HOST_SLOW __attribute__((ms_abi, noinline, cold))

/* -- context.c, scheduler.c ------------------------------------------------------------------ */

void context_init(void);
uint32_t context_create(const struct machine_context_config *config);
void context_free(struct context *context);
/* Does the address lie in the guard page below the context's stack? */
bool context_is_guard(const struct context *context, uint64_t address);

void scheduler_enqueue(struct context *context, enum run_queue queue, bool first);
void scheduler_dequeue(struct context *context);
void scheduler_ready(uint32_t id);
/* The next context's stack pointer; 0 if the machine stops. The one that ran must have been put away. */
uint64_t scheduler_next(void);
/* Saves the running context's registers and level; it is still the current one. */
static inline struct context *scheduler_leave(uint64_t rsp)
{
    struct context *context = context_of(STATE->current);
    context->rsp = rsp;
    context->irql = PAGE->irql;
    return context;
}
uint64_t scheduler_stop(enum machine_end end);
void scheduler_watchdog_arm(void);

/* -- time.c ---------------------------------------------------------------------------------- */

void time_init(void);
uint64_t time_now(void); /* 100 ns since boot */
uint64_t time_system(void);
uint64_t time_monotonic_ns(void);

/* -- port.c ---------------------------------------------------------------------------------- */

void port_init(void);
/* A context that waits for a message is woken without one. */
void port_cancel_wait(struct context *context);

/* -- image.c --------------------------------------------------------------------------------- */

enum {
    SERVICES_MAX = 256,
};
struct image *image_find(uint64_t address);
struct image *image_by_name(const char *name);
uint64_t image_core_entry(void); /* ntoskrnl.exe's, 0 if it is not loaded */
void image_forget_all(void);
/* The address that a call of machine.dll is bound to, 0 if there is none of this name. */
uint64_t calls_address(const char *name);

/* -- unwind.c -------------------------------------------------------------------------------- */

struct unwind_state {
    uint64_t rip;
    uint64_t registers[16]; /* rax rcx rdx rbx rsp rbp rsi rdi r8 … r15 */
    uint64_t low, high;     /* the stack: reads stay within */
};
void unwind_from_switch(struct unwind_state *state, const struct context *context);
/* One frame up. False at the end. */
bool unwind_step(struct unwind_state *state);
uint32_t unwind_stack(struct unwind_state *state, uint64_t *ret_ips, uint64_t *ret_sps, uint32_t frames_max);

/* -- symbol.c, gdb.c ------------------------------------------------------------------------- */

/* `call`: the address is a return address, so the line is that of the byte before. */
bool symbol_frame(uint64_t address, bool call, struct machine_frame *ret_frame);
/* The same with a frame for each function that was inlined there, the innermost first; how many, at least 1. */
uint32_t symbol_frames(uint64_t address, bool call, struct machine_frame *ret_frames, uint32_t frames_max);
void symbol_forget_all(void);
void gdb_image_loaded(const struct image *image);
void gdb_image_unloaded(const struct image *image);
void gdb_forget_all(void);

/* -- fault.c, raise.c ------------------------------------------------------------------------ */

int fault_install(void);
void fault_remove(void);
void watchdog_start(uint32_t seconds);
void watchdog_stop(void);

struct raise {
    struct machine_bugcheck bugcheck;
    struct unwind_state stack;
    bool has_registers;
};
/* Reports a bug check and stops the machine; answers 0 for a handler to return. */
uint64_t raise_bugcheck(const struct raise *raise);
/* For calls on the guest's stack whose arguments make no sense: a bug check in the caller's name. */
#define guest_error(sentence) machine_thunk_guest_error((uint64_t)(sentence), (uint64_t)__builtin_frame_address(0))

/* Copies a guest string; stops at what is not readable guest memory. */
void guest_string(const char *from, char *ret_text, size_t text_bytes);
/* Is [address, address + bytes) readable guest memory? (Images, stacks, pages, user blocks.) */
bool guest_readable(uint64_t address, uint64_t bytes);

#endif
