/* SPDX-License-Identifier: MIT */
/*
 * Requests of a file object by their status block, for CancelIoEx: cancelling one of 100,000 costs what cancelling one
 * of ten does. A file object gets its table when CancelIoEx is first called for one of many; one for which that never
 * happens pays nothing.
 */
#include "nt/io/io.h"
#include "nt/ex/ex.h"

enum { BUCKETS_MIN = 64, PACKETS_MIN = 32 };

/* Buckets keep the order in which requests came, so that which one is found does not depend on the table. */
struct io_index {
    ULONG buckets; /* a power of two */
    ULONG count;
    LIST_ENTRY bucket[];
};

static PLIST_ENTRY bucket_of(struct io_index *index, PIO_STATUS_BLOCK iosb)
{
    UINT64 hash = (UINT64)(ULONG_PTR)iosb * 0x9E3779B97F4A7C15ULL;
    return &index->bucket[(hash >> 32) & (index->buckets - 1)];
}

static struct io_index *index_alloc(ULONG buckets)
{
    nt_assert((buckets & (buckets - 1)) == 0, "the number of buckets is a power of two");
    struct io_index *index = ex_alloc(sizeof(*index) + buckets * sizeof(LIST_ENTRY), IO_TAG);
    if (index == NULL)
        return NULL;
    index->buckets = buckets;
    index->count = 0;
    for (ULONG i = 0; i < buckets; i++)
        InitializeListHead(&index->bucket[i]);
    return index;
}

static void put(struct io_index *index, struct io_packet *packet)
{
    InsertTailList(bucket_of(index, packet->irp.UserIosb), &packet->index_link);
    packet->in_index = TRUE;
    index->count++;
}

/* Without memory for a larger table the one that is there serves on, slower. */
static void grow(struct io_file *file)
{
    struct io_index *old = file->index, *index = index_alloc(old->buckets * 2);
    if (index == NULL)
        return;
    for (ULONG i = 0; i < old->buckets; i++)
        while (!IsListEmpty(&old->bucket[i]))
            put(index, CONTAINING_RECORD(RemoveHeadList(&old->bucket[i]), struct io_packet, index_link));
    nt_assert(index->count == old->count, "a larger table holds the same requests");
    file->index = index;
    ex_free(old);
}

void io_index_add(struct io_file *file, struct io_packet *packet)
{
    nt_assert(file->index != NULL && !packet->in_index, "a request is indexed once");
    if (packet->irp.UserIosb == NULL)
        return;
    if (file->index->count >= file->index->buckets)
        grow(file);
    put(file->index, packet);
}

void io_index_remove(struct io_file *file, struct io_packet *packet)
{
    nt_assert(file->index != NULL && file->index->count > 0, "an indexed request's file object has a table");
    RemoveEntryList(&packet->index_link);
    packet->in_index = FALSE;
    file->index->count--;
}

void io_index_prepare(struct io_file *file)
{
    if (file->index != NULL || file->packet_count < PACKETS_MIN)
        return;
    ULONG buckets = BUCKETS_MIN;
    while (buckets < file->packet_count)
        buckets *= 2;
    file->index = index_alloc(buckets);
    if (file->index == NULL)
        return; /* the list is walked */
    for (PLIST_ENTRY entry = file->packets.Flink; entry != &file->packets; entry = entry->Flink)
        io_index_add(file, CONTAINING_RECORD(entry, struct io_packet, file_link));
}

static PIRP irp_if(struct io_packet *packet, PIO_STATUS_BLOCK iosb, PEPROCESS process)
{
    PIRP irp = &packet->irp;
    return irp->UserIosb == iosb && irp->Tail.Overlay.Thread->process == process ? irp : NULL;
}

PIRP io_index_find(struct io_file *file, PIO_STATUS_BLOCK iosb, PEPROCESS process)
{
    PIRP irp = NULL;
    PLIST_ENTRY head = file->index != NULL ? bucket_of(file->index, iosb) : &file->packets;
    for (PLIST_ENTRY entry = head->Flink; entry != head && irp == NULL; entry = entry->Flink)
        irp = irp_if(file->index != NULL ? CONTAINING_RECORD(entry, struct io_packet, index_link)
                                         : CONTAINING_RECORD(entry, struct io_packet, file_link),
                     iosb, process);
    return irp;
}
