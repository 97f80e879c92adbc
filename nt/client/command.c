/* SPDX-License-Identifier: MIT */
/* LINK_COMMAND: the operator's verbs (link/protocol.h lists them). Every failure says why in a sentence. */
#include "nt/client/client.h"
#include "nt/client/scenario.h"
#include "nt/client/status.h"
#include "nt/cm/cm.h"
#include "nt/ex/pool.h"
#include "nt/po/po.h"
#include "nt/rtl/format.h"

enum {
    ARGUMENTS_MAX = 4,
    ARGUMENT_MAX = 256,
    SENTENCE_MAX = 512,
    NODES_MAX = 1024, /* of "*" */
};

struct answer {
    char *to;
    SIZE_T room;
    SIZE_T length;
};

/* The command's words: the verb and its arguments, one per line. */
struct command {
    char word[ARGUMENTS_MAX][ARGUMENT_MAX];
    ULONG count;
    const char *rest; /* what follows the verb's line */
    SIZE_T rest_bytes;
};

__attribute__((format(gnu_printf, 2, 3))) static void print(void *to, const char *format, ...)
{
    struct answer *answer = to;
    va_list arguments;
    va_start(arguments, format);
    SIZE_T left = answer->room - answer->length;
    SIZE_T wanted = rtl_vformat(answer->to + answer->length, left, format, arguments);
    va_end(arguments);
    answer->length += wanted < left ? wanted : left - 1;
}

static void parse(struct command *command, const char *text, SIZE_T length)
{
    SIZE_T at = 0;
    memset(command, 0, sizeof *command);
    while (at < length && text[at] != 0 && command->count < ARGUMENTS_MAX) {
        char *word = command->word[command->count++];
        SIZE_T size = 0;
        for (; at < length && text[at] != '\n' && text[at] != 0; at++)
            if (text[at] != '\r' && size + 1 < ARGUMENT_MAX)
                word[size++] = text[at];
        if (at < length)
            at++; /* the line's end */
        if (command->count == 1) {
            command->rest = text + at;
            command->rest_bytes = length - at;
        }
    }
}

static NTSTATUS usage(struct answer *answer, const char *sentence)
{
    print(answer, "%s\n", sentence);
    return STATUS_INVALID_PARAMETER;
}

static void say(struct answer *answer, const char *sentence)
{
    if (sentence[0] != 0)
        print(answer, "%s\n", sentence);
}

/* -- verbs -- */

static NTSTATUS do_registry(struct command *command, struct answer *answer)
{
    ULONG line = 0;
    const char *why = "";
    NTSTATUS status = cm_load_text(command->rest, command->rest_bytes, &line, &why);
    if (!NT_SUCCESS(status))
        print(answer, "Line %u of the registry text: %s\n", (unsigned)line, why);
    return status;
}

static NTSTATUS do_load(struct command *command, struct answer *answer)
{
    char sentence[SENTENCE_MAX] = "";
    if (command->count != 2)
        return usage(answer, "load needs the name of a service.");
    NTSTATUS status = io_driver_load(command->word[1], sentence, sizeof sentence);
    say(answer, sentence);
    return status;
}

/* Every node is asked, in order of creation; those that come meanwhile are not. Returns the first failure. */
typedef NTSTATUS node_verb(struct pnp_node *node, ULONG argument, char *text, size_t text_bytes);

static NTSTATUS for_nodes(const char *instance, const char *service, node_verb *verb, ULONG argument,
                          struct answer *answer)
{
    char sentence[SENTENCE_MAX] = "";
    ULONG count = 0;
    NTSTATUS result = STATUS_SUCCESS;
    struct pnp_node **nodes = ex_alloc(NODES_MAX * sizeof *nodes, IO_TAG);
    if (nodes == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    for (PLIST_ENTRY entry = pnp_nodes.Flink; entry != &pnp_nodes && count < NODES_MAX; entry = entry->Flink) {
        struct pnp_node *node = CONTAINING_RECORD(entry, struct pnp_node, all);
        if ((instance != NULL && !pnp_same(instance, "*") && !pnp_same(instance, node->instance)) ||
            (service != NULL && !pnp_same(service, node->service)))
            continue;
        pnp_node_reference(node);
        nodes[count++] = node;
    }
    for (ULONG i = 0; i < count; i++) {
        sentence[0] = 0;
        NTSTATUS status = verb(nodes[i], argument, sentence, sizeof sentence);
        say(answer, sentence);
        if (!NT_SUCCESS(status) && NT_SUCCESS(result))
            result = status;
        pnp_node_dereference(nodes[i]);
    }
    ex_free(nodes);
    if (count == 0 && instance != NULL && !pnp_same(instance, "*")) {
        print(answer, "There is no device %s.\n", instance);
        result = STATUS_NO_SUCH_DEVICE;
    }
    return result;
}

/* A client that has just gone is no open file: it is let finish first. */
static NTSTATUS node_disable(struct pnp_node *node, ULONG goes, char *text, size_t text_bytes)
{
    if (!client_settle()) {
        rtl_format(text, text_bytes, "%s cannot go: a client that has gone has requests in its driver", node->instance);
        return STATUS_DEVICE_BUSY;
    }
    return pnp_disable(node, goes != 0, text, text_bytes);
}

static NTSTATUS node_enable(struct pnp_node *node, ULONG argument, char *text, size_t text_bytes)
{
    (void)argument;
    return pnp_start(node, text, text_bytes);
}

static NTSTATUS node_surprise(struct pnp_node *node, ULONG argument, char *text, size_t text_bytes)
{
    (void)argument;
    return pnp_surprise(node, text, text_bytes);
}

static NTSTATUS node_power(struct pnp_node *node, ULONG state, char *text, size_t text_bytes)
{
    return po_device_set(node, (DEVICE_POWER_STATE)state, text, text_bytes);
}

static NTSTATUS do_instance(struct command *command, node_verb *verb, ULONG argument, struct answer *answer)
{
    if (command->count < 2)
        return usage(answer, "The command needs a device's instance id, or *.");
    return for_nodes(command->word[1], NULL, verb, argument, answer);
}

static NTSTATUS do_power(struct command *command, struct answer *answer)
{
    if (command->count != 3)
        return usage(answer, "power needs a device's instance id and d0 or d3.");
    static const char *const names[] = {"", "d0", "d1", "d2", "d3"};
    for (ULONG state = PowerDeviceD0; state <= PowerDeviceD3; state++)
        if (pnp_same(command->word[2], names[state]))
            return do_instance(command, node_power, state, answer);
    return usage(answer, "A device's power state is d0, d1, d2 or d3.");
}

static NTSTATUS unload(const char *service, struct answer *answer)
{
    char sentence[SENTENCE_MAX] = "";
    NTSTATUS status = for_nodes(NULL, service, node_disable, 1, answer);
    if (!NT_SUCCESS(status))
        return status;
    status = io_driver_unload(service, sentence, sizeof sentence);
    say(answer, sentence);
    return status;
}

static NTSTATUS do_unload(struct command *command, struct answer *answer)
{
    if (command->count != 2)
        return usage(answer, "unload needs the name of a service.");
    return unload(command->word[1], answer);
}

static NTSTATUS do_device(struct command *command, struct answer *answer)
{
    char sentence[SENTENCE_MAX] = "";
    if (command->count != 4)
        return usage(answer, "device needs a hardware id, a service and a class.");
    struct pnp_node *node = pnp_node_create(command->word[1], command->word[2], command->word[3]);
    if (node == NULL)
        return usage(answer, "There is no room for another device.");
    pnp_node_reference(node);
    NTSTATUS status = pnp_start(node, sentence, sizeof sentence);
    if (NT_SUCCESS(status))
        print(answer, "%s\n", node->instance);
    else
        say(answer, sentence);
    pnp_node_dereference(node);
    return status;
}

static void send_shutdown(PDEVICE_OBJECT device)
{
    struct io_packet *packet = io_kernel_packet(io_device_top(device), IRP_MJ_SHUTDOWN, 0);
    if (packet != NULL)
        io_kernel_call(io_device_top(device), packet, NULL);
}

/* Registered devices hear of it first; then devices go, then drivers, the youngest first. */
static NTSTATUS do_shutdown(struct answer *answer)
{
    for (PLIST_ENTRY entry = io_drivers.Flink; entry != &io_drivers; entry = entry->Flink) {
        struct io_driver *driver = CONTAINING_RECORD(entry, struct io_driver, all);
        for (PDEVICE_OBJECT device = driver->driver.DeviceObject; device != NULL; device = device->NextDevice)
            if (device->Flags & DO_SHUTDOWN_REGISTERED)
                send_shutdown(device);
    }
    NTSTATUS result = for_nodes("*", NULL, node_disable, 1, answer);
    for (PLIST_ENTRY entry = io_drivers.Blink; entry != &io_drivers;) {
        struct io_driver *driver = CONTAINING_RECORD(entry, struct io_driver, all);
        PLIST_ENTRY before = entry->Blink;
        char name[MACHINE_NAME_MAX];
        rtl_format(name, sizeof name, "%s", driver->service);
        if (driver->image.base != NULL && !driver->unloading) {
            NTSTATUS status = unload(name, answer);
            if (!NT_SUCCESS(status) && NT_SUCCESS(result))
                result = status;
        }
        entry = before;
    }
    return result;
}

/* A REG_DWORD of a loaded driver's Parameters key, in decimal; nothing if there is none. */
static NTSTATUS do_parameter(struct command *command, struct answer *answer)
{
    WCHAR wide[ARGUMENT_MAX];
    UNICODE_STRING name;

    if (command->count < 2)
        return usage(answer, "parameter NAME");
    pnp_widen(wide, nt_countof(wide), command->word[1]);
    RtlInitUnicodeString(&name, wide);
    for (PLIST_ENTRY entry = io_drivers.Flink; entry != &io_drivers; entry = entry->Flink) {
        struct io_driver *driver = CONTAINING_RECORD(entry, struct io_driver, all);
        struct pnp_path path;
        struct cm_key *key;
        const void *data;
        ULONG type, bytes;

        pnp_path(&path, "Services\\%s\\Parameters", driver->service);
        if (driver->image.base == NULL || !NT_SUCCESS(cm_key_open(&path.name, false, &key)))
            continue;
        if (NT_SUCCESS(cm_value_get(key, &name, &type, &data, &bytes)) && type == REG_DWORD && bytes == sizeof(ULONG))
            print(answer, "%u", (unsigned)*(const ULONG *)data);
        cm_key_close(key);
    }
    return STATUS_SUCCESS;
}

static NTSTATUS dispatch(struct command *command, struct answer *answer)
{
    const char *verb = command->word[0];
    if (pnp_same(verb, "registry"))
        return do_registry(command, answer);
    if (pnp_same(verb, "load"))
        return do_load(command, answer);
    if (pnp_same(verb, "unload"))
        return do_unload(command, answer);
    if (pnp_same(verb, "device"))
        return do_device(command, answer);
    if (pnp_same(verb, "devices"))
        return status_devices(print, answer);
    if (pnp_same(verb, "status"))
        return status_all(print, answer);
    if (pnp_same(verb, "power"))
        return do_power(command, answer);
    if (pnp_same(verb, "disable"))
        return do_instance(command, node_disable, 0, answer);
    if (pnp_same(verb, "enable"))
        return do_instance(command, node_enable, 0, answer);
    if (pnp_same(verb, "remove"))
        return do_instance(command, node_disable, 1, answer);
    if (pnp_same(verb, "surprise"))
        return do_instance(command, node_surprise, 0, answer);
    if (pnp_same(verb, "shutdown"))
        return do_shutdown(answer);
    if (pnp_same(verb, "scenario"))
        return scenario_command(command->count > 1 ? command->word[1] : "", print, answer);
    if (pnp_same(verb, "parameter"))
        return do_parameter(command, answer);
    if (pnp_same(verb, "memory")) {
        print(answer, "%llu", (unsigned long long)pool_bytes_held());
        return STATUS_SUCCESS;
    }
    print(answer, "The machine knows no command \"%s\".\n", verb);
    return STATUS_INVALID_PARAMETER;
}

NTSTATUS client_command(const char *text, SIZE_T length, char *answer, SIZE_T answer_bytes, SIZE_T *ret_answer_length)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_assert(answer_bytes > 0, "an answer has room for its zero");
    struct answer text_answer = {.to = answer, .room = answer_bytes};
    struct command *command = ex_alloc(sizeof *command, IO_TAG);
    answer[0] = 0;
    *ret_answer_length = 0;
    if (command == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    parse(command, text, length);
    NTSTATUS status = dispatch(command, &text_answer);
    ex_free(command);
    *ret_answer_length = text_answer.length;
    return status;
}
