/* SPDX-License-Identifier: MIT */
/* ERESOURCE: a lock for readers and writers, recursive both ways. */
#include "nt/ke/ke.h"
#include "nt/ex/ex.h"

/* What a resource keeps in pool: who reads, and where waiters wait. */
struct resource_owner {
    ERESOURCE_THREAD thread;
    ULONG count;
};
struct resource_private {
    KSEMAPHORE shared;
    KEVENT exclusive;
    ULONG room;
    struct resource_owner *owners; /* of shared access; count 0: free */
};
enum { OWNERS_FIRST = 4 };

static struct resource_private *private_of(PERESOURCE resource)
{
    return (struct resource_private *)resource->OwnerTable;
}

static ERESOURCE_THREAD self(void)
{
    return (ERESOURCE_THREAD)KeGetCurrentThread();
}

static struct resource_owner *owner_find(PERESOURCE resource, ERESOURCE_THREAD thread)
{
    struct resource_private *p = private_of(resource);
    for (ULONG i = 0; i < p->room; i++) {
        if (p->owners[i].count != 0 && p->owners[i].thread == thread)
            return &p->owners[i];
    }
    return NULL;
}

static struct resource_owner *owner_add(PERESOURCE resource, ERESOURCE_THREAD thread)
{
    struct resource_private *p = private_of(resource);
    for (ULONG i = 0; i < p->room; i++) {
        if (p->owners[i].count == 0) {
            p->owners[i].thread = thread;
            return &p->owners[i];
        }
    }
    struct resource_owner *more = ex_alloc_zeroed(2 * p->room * sizeof(*more), 'eRxE');
    nt_assert(more != NULL, "there is memory for the readers of a resource");
    memcpy(more, p->owners, p->room * sizeof(*more));
    ex_free(p->owners);
    p->owners = more;
    struct resource_owner *owner = &more[p->room];
    p->room *= 2;
    owner->thread = thread;
    return owner;
}

/* wdm: ExInitializeResourceLite. IRQL <= DISPATCH_LEVEL. */
NTSTATUS NTAPI ExInitializeResourceLite(PERESOURCE Resource)
{
    nt_argument(Resource);
    memset(Resource, 0, sizeof(*Resource));
    struct resource_private *p = ex_alloc_zeroed(sizeof(*p), 'eRxE');
    if (p == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    p->owners = ex_alloc_zeroed(OWNERS_FIRST * sizeof(*p->owners), 'eRxE');
    if (p->owners == NULL) {
        ex_free(p);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    p->room = OWNERS_FIRST;
    KeInitializeSemaphore(&p->shared, 0, MAXLONG);
    KeInitializeEvent(&p->exclusive, SynchronizationEvent, FALSE);
    Resource->OwnerTable = (POWNER_ENTRY)p;
    Resource->SharedWaiters = &p->shared;
    Resource->ExclusiveWaiters = &p->exclusive;
    return STATUS_SUCCESS;
}

/* wdm: ExDeleteResourceLite. IRQL <= DISPATCH_LEVEL. */
NTSTATUS NTAPI ExDeleteResourceLite(PERESOURCE Resource)
{
    nt_argument(Resource);
    nt_assert(Resource->ActiveCount == 0, "a resource that is deleted is free");
    struct resource_private *p = private_of(Resource);
    ex_free(p->owners);
    ex_free(p);
    Resource->OwnerTable = NULL;
    return STATUS_SUCCESS;
}

/* wdm: ExReinitializeResourceLite. IRQL <= DISPATCH_LEVEL. */
NTSTATUS NTAPI ExReinitializeResourceLite(PERESOURCE Resource)
{
    ExDeleteResourceLite(Resource);
    return ExInitializeResourceLite(Resource);
}

static bool owned_exclusive(PERESOURCE resource)
{
    return (resource->Flag & ResourceOwnedExclusive) != 0;
}

static bool owned_by_self(PERESOURCE resource)
{
    return owned_exclusive(resource) && resource->OwnerEntry.OwnerThread == self();
}

static bool exclusive_try(PERESOURCE resource)
{
    nt_point(MACHINE_POINT_LOCK, resource);
    if (owned_by_self(resource)) {
        resource->OwnerEntry.OwnerCount++;
        return true;
    }
    if (resource->ActiveCount != 0)
        return false;
    resource->ActiveCount = 1;
    resource->Flag |= ResourceOwnedExclusive;
    resource->OwnerEntry.OwnerThread = self();
    resource->OwnerEntry.OwnerCount = 1;
    return true;
}

/* wdm: ExAcquireResourceExclusiveLite. IRQL <= APC_LEVEL, in a critical region. */
BOOLEAN NTAPI ExAcquireResourceExclusiveLite(PERESOURCE Resource, BOOLEAN Wait)
{
    nt_irql_at_most(APC_LEVEL);
    if (exclusive_try(Resource))
        return TRUE;
    if (!Wait)
        return FALSE;
    do {
        Resource->ContentionCount++;
        Resource->NumberOfExclusiveWaiters++;
        ke_wait(&Resource->ExclusiveWaiters->Header, NULL);
        Resource->NumberOfExclusiveWaiters--;
    } while (!exclusive_try(Resource));
    return TRUE;
}

/* `starve`: goes before writers that wait. `before`: waits for them even if this thread reads already. */
static bool shared_try(PERESOURCE resource, bool starve, bool after_writers)
{
    nt_point(MACHINE_POINT_LOCK, resource);
    if (owned_by_self(resource)) {
        resource->OwnerEntry.OwnerCount++;
        return true;
    }
    if (owned_exclusive(resource))
        return false;
    struct resource_owner *owner = owner_find(resource, self());
    bool writers_wait = resource->NumberOfExclusiveWaiters != 0;
    if (writers_wait && !starve && (owner == NULL || after_writers))
        return false;
    if (owner == NULL) {
        owner = owner_add(resource, self());
        resource->ActiveCount++;
    }
    owner->count++;
    return true;
}

static BOOLEAN shared_acquire(PERESOURCE resource, BOOLEAN wait, bool starve, bool after_writers)
{
    while (!shared_try(resource, starve, after_writers)) {
        if (!wait)
            return FALSE;
        resource->ContentionCount++;
        resource->NumberOfSharedWaiters++;
        ke_wait(&resource->SharedWaiters->Header, NULL);
        resource->NumberOfSharedWaiters--;
    }
    return TRUE;
}

/* wdm: ExAcquireResourceSharedLite. IRQL <= APC_LEVEL, in a critical region. */
BOOLEAN NTAPI ExAcquireResourceSharedLite(PERESOURCE Resource, BOOLEAN Wait)
{
    nt_irql_at_most(APC_LEVEL);
    return shared_acquire(Resource, Wait, false, false);
}

/* wdm: ExAcquireSharedStarveExclusive. IRQL <= APC_LEVEL. */
BOOLEAN NTAPI ExAcquireSharedStarveExclusive(PERESOURCE Resource, BOOLEAN Wait)
{
    nt_irql_at_most(APC_LEVEL);
    return shared_acquire(Resource, Wait, true, false);
}

/* wdm: ExAcquireSharedWaitForExclusive. IRQL <= APC_LEVEL. */
BOOLEAN NTAPI ExAcquireSharedWaitForExclusive(PERESOURCE Resource, BOOLEAN Wait)
{
    nt_irql_at_most(APC_LEVEL);
    return shared_acquire(Resource, Wait, false, true);
}

static void readers_wake(PERESOURCE resource)
{
    if (resource->NumberOfSharedWaiters != 0 && resource->SharedWaiters->Header.SignalState == 0)
        KeReleaseSemaphore((PKSEMAPHORE)resource->SharedWaiters, 0, (LONG)resource->NumberOfSharedWaiters, FALSE);
}

static void resource_wake(PERESOURCE resource)
{
    if (resource->NumberOfExclusiveWaiters != 0 && resource->ActiveCount == 0)
        KeSetEvent((PKEVENT)resource->ExclusiveWaiters, 0, FALSE);
    else if (resource->NumberOfExclusiveWaiters == 0)
        readers_wake(resource);
}

/* wdm: ExReleaseResourceForThreadLite. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI ExReleaseResourceForThreadLite(PERESOURCE Resource, ERESOURCE_THREAD ResourceThreadId)
{
    struct resource_owner *owner;
    if (owned_exclusive(Resource) && Resource->OwnerEntry.OwnerThread == ResourceThreadId) {
        if (--Resource->OwnerEntry.OwnerCount != 0)
            return;
        Resource->OwnerEntry.OwnerThread = 0;
        Resource->Flag &= (USHORT)~ResourceOwnedExclusive;
        Resource->ActiveCount = 0;
    } else if (!owned_exclusive(Resource) && (owner = owner_find(Resource, ResourceThreadId)) != NULL) {
        if (--owner->count != 0)
            return;
        Resource->ActiveCount--;
    } else {
        nt_bugcheck(RESOURCE_NOT_OWNED, (ULONG64)(uintptr_t)Resource, ResourceThreadId, 0, 0, NULL, Resource,
                    "%s released the resource at %p for a thread that does not own it.", nt_image_name(nt_caller()),
                    (void *)Resource);
    }
    resource_wake(Resource);
    nt_point(MACHINE_POINT_LOCK, Resource);
}

/* wdm: ExReleaseResourceLite. IRQL <= DISPATCH_LEVEL. */
VOID FASTCALL ExReleaseResourceLite(PERESOURCE Resource)
{
    ExReleaseResourceForThreadLite(Resource, self());
}

/* wdm: ExConvertExclusiveToSharedLite. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI ExConvertExclusiveToSharedLite(PERESOURCE Resource)
{
    nt_assert(owned_by_self(Resource), "a resource is converted by its exclusive owner");
    struct resource_owner *owner = owner_add(Resource, self());
    owner->count = (ULONG)Resource->OwnerEntry.OwnerCount;
    Resource->OwnerEntry.OwnerThread = 0;
    Resource->OwnerEntry.OwnerCount = 0;
    Resource->Flag &= (USHORT)~ResourceOwnedExclusive;
    readers_wake(Resource);
}

/* wdm: ExIsResourceAcquiredExclusiveLite. IRQL <= DISPATCH_LEVEL. */
BOOLEAN NTAPI ExIsResourceAcquiredExclusiveLite(PERESOURCE Resource)
{
    return owned_by_self(Resource);
}

/* wdm: ExIsResourceAcquiredSharedLite. IRQL <= DISPATCH_LEVEL. How often this thread has it, either way. */
ULONG NTAPI ExIsResourceAcquiredSharedLite(PERESOURCE Resource)
{
    if (owned_by_self(Resource))
        return (ULONG)Resource->OwnerEntry.OwnerCount;
    struct resource_owner *owner = owner_find(Resource, self());
    return owner != NULL ? owner->count : 0;
}

/* wdm: ExGetExclusiveWaiterCount, ExGetSharedWaiterCount. IRQL <= DISPATCH_LEVEL. */
ULONG NTAPI ExGetExclusiveWaiterCount(PERESOURCE Resource)
{
    return Resource->NumberOfExclusiveWaiters;
}

ULONG NTAPI ExGetSharedWaiterCount(PERESOURCE Resource)
{
    return Resource->NumberOfSharedWaiters;
}

VOID NTAPI ExDisableResourceBoostLite(PERESOURCE Resource)
{
    UNREFERENCED_PARAMETER(Resource);
}

PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceExclusive(PERESOURCE Resource)
{
    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(Resource, TRUE);
    return NULL;
}

PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceShared(PERESOURCE Resource)
{
    KeEnterCriticalRegion();
    ExAcquireResourceSharedLite(Resource, TRUE);
    return NULL;
}

VOID FASTCALL ExReleaseResourceAndLeaveCriticalRegion(PERESOURCE Resource)
{
    ExReleaseResourceLite(Resource);
    KeLeaveCriticalRegion();
}
