/* SPDX-License-Identifier: MIT */
/*
 * Ports: where clients' messages wait for the context that serves them. A port exists while a message
 * or a context waits at it.
 */
#include "machine/internal.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

static uint32_t *bucket_of(uint64_t key)
{
    uint64_t hash = key * 0x9E3779B97F4A7C15ull;
    return &STATE->port_buckets[hash >> 32 & (PORT_BUCKETS - 1)];
}

void port_init(void)
{
    _Static_assert((PORT_BUCKETS & (PORT_BUCKETS - 1)) == 0, "the hash is masked");
}

static struct port *port_find(uint64_t key)
{
    for (uint32_t index = *bucket_of(key); index; index = STATE->ports[index - 1].next) {
        if (STATE->ports[index - 1].key == key) {
            return &STATE->ports[index - 1];
        }
    }
    return NULL;
}

static struct port *port_make(uint64_t key)
{
    uint32_t index = STATE->port_free;
    if (index) {
        STATE->port_free = STATE->ports[index - 1].next;
    } else if (STATE->ports_used < PORTS_MAX) {
        index = ++STATE->ports_used;
    } else {
        return NULL;
    }
    struct port *port = &STATE->ports[index - 1];
    uint32_t *bucket = bucket_of(key);
    *port = (struct port){.key = key, .next = *bucket};
    *bucket = index;
    return port;
}

static void port_release(struct port *port)
{
    if (port->head || port->waiter) {
        return;
    }
    uint32_t index = (uint32_t)(port - STATE->ports) + 1;
    uint32_t *link = bucket_of(port->key);
    while (*link != index) {
        assert(*link != 0);
        link = &STATE->ports[*link - 1].next;
    }
    *link = port->next;
    port->next = STATE->port_free;
    STATE->port_free = index;
}

static struct message_node *node_make(const struct machine_message *message, const void *in_data)
{
    uint64_t in_bytes = (message->in_bytes + 15ull) & ~15ull;
    struct message_node *node = memory_user_alloc(sizeof(*node) + in_bytes + message->out_bytes);
    if (!node) {
        return NULL;
    }
    _Static_assert(sizeof(*node) % 16 == 0, "what follows the node is aligned");
    uint8_t *in = (uint8_t *)(node + 1);
    *node = (struct message_node){.message = *message};
    node->message.in = message->in_bytes ? in : NULL;
    node->message.out = message->out_bytes ? in + in_bytes : NULL;
    node->message.block = node;
    if (message->in_bytes) {
        memcpy(in, in_data, message->in_bytes);
    }
    return node;
}

int machine_port_post(uint64_t key, const struct machine_message *message, const void *in_data)
{
    struct message_node *node = node_make(message, in_data);
    if (!node) {
        return -ENOMEM;
    }
    struct port *port = port_find(key);
    port = port ? port : port_make(key);
    if (!port) {
        memory_user_free(node);
        return -ENOMEM;
    }
    if (port->waiter) {
        struct context *context = context_of(port->waiter);
        assert(!port->head && context->receive);
        *context->receive = node->message;
        context->receive = NULL;
        port->waiter = 0;
        port_release(port);
        scheduler_ready(context->id);
        return 0;
    }
    if (port->tail) {
        port->tail->next = node;
    } else {
        port->head = node;
    }
    port->tail = node;
    return 0;
}

void machine_port_drop(uint32_t client)
{
    for (uint32_t i = 0; client && i < STATE->ports_used; i++) {
        struct port *port = &STATE->ports[i];
        if (port->key >> 32 != client || !port->head) {
            continue; /* a free port has no messages */
        }
        for (struct message_node *node = port->head, *next; node; node = next) {
            next = node->next;
            memory_user_free(node);
        }
        port->head = port->tail = NULL;
        port_release(port);
    }
}

void port_cancel_wait(struct context *context)
{
    struct port *port = &STATE->ports[context->port - 1];
    assert(port->waiter == context->id);
    memset(context->receive, 0, sizeof(*context->receive));
    context->receive = NULL;
    port->waiter = 0;
    port_release(port);
}

SWITCH_HANDLER(port_receive)
{
    (void)c, (void)d;
    struct context *context = scheduler_leave(rsp);
    struct machine_message *message = (struct machine_message *)b;
    struct port *port = port_find(a);
    STATE->progress++;
    if (port && port->head) {
        struct message_node *node = port->head;
        port->head = node->next;
        port->tail = port->head ? port->tail : NULL;
        *message = node->message;
        port_release(port);
        return rsp;
    }
    if (context->permit) { /* woken before it waited: as if woken while it did */
        context->permit = false;
        memset(message, 0, sizeof(*message));
        return rsp;
    }
    port = port ? port : port_make(a);
    if (!port || port->waiter) {
        struct raise raise = {
            .bugcheck = {.code = 0x121,
                         .parameters = {a},
                         .sentence = !port ? "No port is left to wait at." : "Two contexts wait at one port."}};
        unwind_from_switch(&raise.stack, context);
        return raise_bugcheck(&raise);
    }
    port->waiter = context->id;
    context->port = (uint32_t)(port - STATE->ports) + 1;
    context->receive = message;
    context->state = CONTEXT_BLOCKED;
    context->object = NULL;
    STATE->current = 0;
    return scheduler_next();
}

SWITCH_HANDLER(port_reply)
{
    (void)b, (void)c, (void)d;
    const struct machine_reply *reply = (const struct machine_reply *)a;
    STATE->progress++;
    if (machine_host.options.reply) {
        machine_host.options.reply(machine_host.options.user, reply);
    }
    return rsp;
}
