/* SPDX-License-Identifier: MIT */
/* Device nodes: made, found, counted. */
#include "nt/pnp/pnp.h"
#include "nt/ex/ex.h"
#include "nt/rtl/format.h"

LIST_ENTRY pnp_nodes = {&pnp_nodes, &pnp_nodes};

BOOLEAN pnp_same(const char *a, const char *b)
{
    for (; *a != 0 && *b != 0; a++, b++) {
        char x = *a >= 'a' && *a <= 'z' ? (char)(*a - 32) : *a;
        char y = *b >= 'a' && *b <= 'z' ? (char)(*b - 32) : *b;
        if (x != y)
            return FALSE;
    }
    return *a == *b;
}

static void upper(char *to, size_t room, const char *from)
{
    size_t at = 0;
    for (; from[at] != 0 && at + 1 < room; at++)
        to[at] = from[at] >= 'a' && from[at] <= 'z' ? (char)(from[at] - 32) : from[at];
    to[at] = 0;
}

struct pnp_node *pnp_node_find(const char *instance)
{
    for (PLIST_ENTRY entry = pnp_nodes.Flink; entry != &pnp_nodes; entry = entry->Flink) {
        struct pnp_node *node = CONTAINING_RECORD(entry, struct pnp_node, all);
        if (pnp_same(node->instance, instance))
            return node;
    }
    return NULL;
}

/* The first free number: ROOT\SAMPLE\0000, then 0001, … NULL without memory or a number. */
struct pnp_node *pnp_node_create(const char *hardware_id, const char *service, const char *class)
{
    struct pnp_node *node = ex_alloc_zeroed(sizeof *node, IO_TAG);
    if (node == NULL)
        return NULL;
    char name[PNP_CLASS_MAX];
    upper(name, sizeof name, class);
    unsigned number = 0;
    do {
        if (number > 9999) {
            ex_free(node);
            return NULL;
        }
        rtl_format(node->instance, sizeof node->instance, "ROOT\\%s\\%04u", name, number++);
    } while (pnp_node_find(node->instance) != NULL);
    rtl_format(node->hardware_id, sizeof node->hardware_id, "%s", hardware_id);
    rtl_format(node->service, sizeof node->service, "%s", service);
    rtl_format(node->class, sizeof node->class, "%s", class);
    node->references = 1;
    node->state = PNP_DISABLED;
    node->power = PowerDeviceUnspecified;
    InitializeListHead(&node->interfaces);
    KeInitializeEvent(&node->idle, NotificationEvent, TRUE);
    NTSTATUS status = pnp_root_child(node);
    if (!NT_SUCCESS(status)) {
        ex_free(node);
        return NULL;
    }
    InsertTailList(&pnp_nodes, &node->all);
    pnp_registry_write(node);
    return node;
}

void pnp_node_reference(struct pnp_node *node)
{
    nt_assert(node->references > 0, "a node that is referenced is there");
    node->references++;
}

void pnp_node_dereference(struct pnp_node *node)
{
    nt_assert(node->references > 0, "a node is given back as often as it was taken");
    if (--node->references == 0)
        ex_free(node);
}

struct pnp_node *pnp_node_of(PDEVICE_OBJECT pdo)
{
    return pdo == NULL || pdo->Type != IO_TYPE_DEVICE_ ? NULL : IO_DEVICE(pdo)->node;
}

const char *pnp_state_name(enum pnp_state state)
{
    static const char *const names[] = {"disabled",         "added",  "started", "remove-pending",
                                        "surprise-removed", "failed", "removed"};
    return (unsigned)state < nt_countof(names) ? names[state] : "?";
}

BOOLEAN pnp_may_open(struct pnp_node *node)
{
    return node->state == PNP_STARTED;
}

BOOLEAN pnp_service_in_use(const char *service)
{
    for (PLIST_ENTRY entry = pnp_nodes.Flink; entry != &pnp_nodes; entry = entry->Flink) {
        struct pnp_node *node = CONTAINING_RECORD(entry, struct pnp_node, all);
        if (node->state != PNP_DISABLED && node->state != PNP_FAILED && pnp_same(node->service, service))
            return TRUE;
    }
    return FALSE;
}
