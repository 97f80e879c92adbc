/* SPDX-License-Identifier: MIT */
/* WDFCOLLECTION (P20): an ordered set of references to objects. */
#include "wdf/object.h"

struct item {
    LIST_ENTRY link;
    struct object *object; /* referenced */
};

struct collection {
    struct object object;
    KSPIN_LOCK lock;
    LIST_ENTRY items;
    ULONG count;
};

#define collection_from_handle(handle)                                                                                 \
    CONTAINING_RECORD(object_from_handle((handle), OBJECT_COLLECTION), struct collection, object)

static void drop(struct item *item)
{
    object_release(item->object);
    fx_free(item);
}

static void collection_destroy(struct object *object)
{
    struct collection *collection = CONTAINING_RECORD(object, struct collection, object);

    while (!IsListEmpty(&collection->items))
        drop(CONTAINING_RECORD(RemoveHeadList(&collection->items), struct item, link));
    collection->count = 0;
}

static const struct object_ops collection_ops = {.destroy = collection_destroy};

/* wdfcollection/nf-wdfcollection-wdfcollectioncreate. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfCollectionCreate(PWDF_DRIVER_GLOBALS DriverGlobals, PWDF_OBJECT_ATTRIBUTES CollectionAttributes,
                             WDFCOLLECTION *Collection)
{
    struct fx_globals *globals = fx_globals_of(DriverGlobals);
    struct object_config config = {.globals = globals,
                                   .type = OBJECT_COLLECTION,
                                   .bytes = sizeof(struct collection),
                                   .attributes = CollectionAttributes,
                                   .default_parent = globals->driver,
                                   .ops = &collection_ops,
                                   .flags = OBJECT_EXPLICIT};
    struct collection *collection;
    struct object *object, *parent;
    NTSTATUS status;

    FX_IRQL_OF(WdfCollectionCreate);
    FX_REQUIRE(Collection);
    *Collection = NULL;
    status = object_alloc(&config, &object, &parent);
    if (!NT_SUCCESS(status))
        return status;
    collection = CONTAINING_RECORD(object, struct collection, object);
    KeInitializeSpinLock(&collection->lock);
    InitializeListHead(&collection->items);
    status = object_join(object, parent);
    if (NT_SUCCESS(status))
        *Collection = (WDFCOLLECTION)object->self;
    return status;
}

/* wdfcollection/nf-wdfcollection-wdfcollectiongetcount. IRQL <= DISPATCH_LEVEL. */
ULONG WdfCollectionGetCount(PWDF_DRIVER_GLOBALS DriverGlobals, WDFCOLLECTION Collection)
{
    const struct collection *collection = collection_from_handle(Collection);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfCollectionGetCount);
    return collection->count;
}

/* wdfcollection/nf-wdfcollection-wdfcollectionadd. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfCollectionAdd(PWDF_DRIVER_GLOBALS DriverGlobals, WDFCOLLECTION Collection, WDFOBJECT Object)
{
    struct collection *collection = collection_from_handle(Collection);
    struct object *object = object_from_handle(Object, OBJECT_ANY);
    struct item *item;
    KIRQL irql;

    FX_IRQL_OF(WdfCollectionAdd);
    item = fx_alloc(fx_globals_of(DriverGlobals), sizeof *item);
    if (!item)
        return STATUS_INSUFFICIENT_RESOURCES;
    object_reference(object);
    item->object = object;
    KeAcquireSpinLock(&collection->lock, &irql);
    InsertTailList(&collection->items, &item->link);
    collection->count++;
    KeReleaseSpinLock(&collection->lock, irql);
    return STATUS_SUCCESS;
}

/* The item at `index`, or of `object` if that is not NULL; NULL if there is none. The lock is held. */
static struct item *find(struct collection *collection, ULONG index, const struct object *object)
{
    for (LIST_ENTRY *entry = collection->items.Flink; entry != &collection->items; entry = entry->Flink) {
        struct item *item = CONTAINING_RECORD(entry, struct item, link);

        if (object ? item->object == object : index-- == 0)
            return item;
    }
    return NULL;
}

static BOOLEAN remove(struct collection *collection, ULONG index, const struct object *object)
{
    struct item *item;
    KIRQL irql;

    KeAcquireSpinLock(&collection->lock, &irql);
    item = find(collection, index, object);
    if (item) {
        RemoveEntryList(&item->link);
        collection->count--;
    }
    KeReleaseSpinLock(&collection->lock, irql);
    if (item)
        drop(item);
    return item != NULL;
}

/* wdfcollection/nf-wdfcollection-wdfcollectionremove. IRQL <= DISPATCH_LEVEL. */
VOID WdfCollectionRemove(PWDF_DRIVER_GLOBALS DriverGlobals, WDFCOLLECTION Collection, WDFOBJECT Item)
{
    struct collection *collection = collection_from_handle(Collection);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfCollectionRemove);
    if (!remove(collection, 0, object_from_handle(Item, OBJECT_ANY)))
        fx_report("BadHandle", 0, "%s was called for an object that is not in the collection.", __func__);
}

/* wdfcollection/nf-wdfcollection-wdfcollectionremoveitem. IRQL <= DISPATCH_LEVEL. */
VOID WdfCollectionRemoveItem(PWDF_DRIVER_GLOBALS DriverGlobals, WDFCOLLECTION Collection, ULONG Index)
{
    struct collection *collection = collection_from_handle(Collection);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfCollectionRemoveItem);
    if (!remove(collection, Index, NULL))
        fx_report("BadHandle", 0, "%s was called with index %lu of a collection of %lu.", __func__, Index,
                  collection->count);
}

static WDFOBJECT item_at(struct collection *collection, ULONG index)
{
    const struct item *item;
    WDFOBJECT found;
    KIRQL irql;

    KeAcquireSpinLock(&collection->lock, &irql);
    item = find(collection, index, NULL);
    found = item ? item->object->self : NULL;
    KeReleaseSpinLock(&collection->lock, irql);
    return found;
}

/* wdfcollection/nf-wdfcollection-wdfcollectiongetitem. IRQL <= DISPATCH_LEVEL. */
WDFOBJECT WdfCollectionGetItem(PWDF_DRIVER_GLOBALS DriverGlobals, WDFCOLLECTION Collection, ULONG Index)
{
    struct collection *collection = collection_from_handle(Collection);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfCollectionGetItem);
    return item_at(collection, Index);
}

/* wdfcollection/nf-wdfcollection-wdfcollectiongetfirstitem. IRQL <= DISPATCH_LEVEL. */
WDFOBJECT WdfCollectionGetFirstItem(PWDF_DRIVER_GLOBALS DriverGlobals, WDFCOLLECTION Collection)
{
    struct collection *collection = collection_from_handle(Collection);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfCollectionGetFirstItem);
    return item_at(collection, 0);
}

/* wdfcollection/nf-wdfcollection-wdfcollectiongetlastitem. IRQL <= DISPATCH_LEVEL. */
WDFOBJECT WdfCollectionGetLastItem(PWDF_DRIVER_GLOBALS DriverGlobals, WDFCOLLECTION Collection)
{
    struct collection *collection = collection_from_handle(Collection);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfCollectionGetLastItem);
    return item_at(collection, collection->count - 1); /* of an empty one: an index that there is not */
}
