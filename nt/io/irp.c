/* SPDX-License-Identifier: MIT */
/* IRPs: where they come from and where they go. Pages: wdm/nf-wdm-ioallocateirp, -iofreeirp, -ioreuseirp. */
#include "nt/io/io.h"
#include "nt/ex/ex.h"

UINT64 io_irps_outstanding;

static struct io_packet *cached[IO_STACK_CACHED_MAX + 1]; /* linked by file_link.Flink */
static ULONG cached_count[IO_STACK_CACHED_MAX + 1];

static size_t packet_bytes(ULONG locations)
{
    return sizeof(struct io_packet) + locations * sizeof(IO_STACK_LOCATION);
}

static void irp_initialize(PIRP irp, USHORT bytes, CCHAR locations)
{
    memset(irp, 0, bytes);
    irp->Type = IO_TYPE_IRP_;
    irp->Size = bytes;
    irp->StackCount = locations;
    irp->CurrentLocation = (CHAR)(locations + 1);
    InitializeListHead(&irp->ThreadListEntry);
    irp->Tail.Overlay.CurrentStackLocation = (PIO_STACK_LOCATION)(irp + 1) + locations;
}

struct io_packet *io_packet_alloc(CCHAR locations, enum io_origin origin)
{
    nt_assert(locations > 0 && locations <= IO_STACK_MAX, "an IRP has at least one stack location");
    ULONG room = (ULONG)locations;
    struct io_packet *packet = room <= IO_STACK_CACHED_MAX ? cached[room] : NULL;
    if (packet != NULL) {
        cached[room] = (struct io_packet *)packet->file_link.Flink;
        cached_count[room]--;
    } else {
        packet = ex_alloc(packet_bytes(room), IO_TAG_IRP);
        if (packet == NULL)
            return NULL;
        packet->buffer = NULL;
        packet->buffer_bytes = 0;
    }
    memset(&packet->file_link, 0, offsetof(struct io_packet, irp) - offsetof(struct io_packet, file_link));
    packet->origin = (UINT8)origin;
    packet->cached_locations = (UINT8)room;
    irp_initialize(&packet->irp, (USHORT)(packet_bytes(room) - offsetof(struct io_packet, irp)), locations);
    packet->irp.AllocationFlags = IO_IRP_OURS;
    io_irps_outstanding++;
    return packet;
}

/* The type is cleared, so that a later use of the IRP is seen as what it is. In a checked machine nothing is kept
 * for reuse: the pool's quarantine finds who still writes to it. */
void io_packet_free(struct io_packet *packet)
{
    ULONG room = packet->cached_locations;
    nt_assert(!packet->in_thread && !packet->in_file, "a freed IRP is on no list");
    nt_assert(io_irps_outstanding > 0, "every IRP that is freed was allocated");
    packet->irp.Type = 0;
    io_irps_outstanding--;
    if (room > IO_STACK_CACHED_MAX || cached_count[room] >= IO_CACHED_MAX || (nt_page->flags & MACHINE_CHECKED)) {
        if (packet->buffer != NULL)
            ex_free(packet->buffer);
        ex_free(packet);
        return;
    }
    packet->file_link.Flink = (PLIST_ENTRY)cached[room];
    cached[room] = packet;
    cached_count[room]++;
}

/* The running thread becomes the one whose end cancels the IRP. */
void io_packet_to_thread(struct io_packet *packet)
{
    PETHREAD thread = ps_current_thread();
    nt_assert(!packet->in_thread, "an IRP belongs to one thread");
    packet->irp.Tail.Overlay.Thread = thread;
    InsertTailList(&thread->irp_list, &packet->irp.ThreadListEntry);
    packet->in_thread = TRUE;
}

/* The IRP holds the file object until it is back: with the reference that its maker had. */
void io_packet_to_file(struct io_packet *packet, PFILE_OBJECT file)
{
    struct io_file *io_file = IO_FILE(file);
    nt_assert(!packet->in_file, "an IRP belongs to one file object");
    packet->irp.Tail.Overlay.OriginalFileObject = file;
    InsertTailList(&io_file->packets, &packet->file_link);
    io_file->packet_count++;
    packet->in_file = TRUE;
    if (nt_unlikely(io_file->index != NULL))
        io_index_add(io_file, packet);
}

/* wdm/nf-wdm-ioallocateirp. IRQL <= DISPATCH_LEVEL. */
PIRP NTAPI IoAllocateIrp(CCHAR StackSize, BOOLEAN ChargeQuota)
{
    (void)ChargeQuota;
    nt_irql_at_most(DISPATCH_LEVEL);
    if (StackSize <= 0 || StackSize > IO_STACK_MAX || ex_allocation_fails())
        return NULL;
    struct io_packet *packet = io_packet_alloc(StackSize, IO_ORIGIN_DRIVER);
    return packet == NULL ? NULL : &packet->irp;
}

/* wdm/nf-wdm-ioallocateirpex. IRQL <= DISPATCH_LEVEL. */
PIRP NTAPI IoAllocateIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize, BOOLEAN ChargeQuota)
{
    (void)DeviceObject;
    return IoAllocateIrp(StackSize, ChargeQuota);
}

/* wdm/nf-wdm-iofreeirp. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoFreeIrp(PIRP Irp)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(Irp);
    if (Irp->Type != IO_TYPE_IRP_)
        nt_bugcheck(0xC9, 0x01, (ULONG_PTR)Irp, 0, 0, "IoFreeIrp", Irp,
                    "IoFreeIrp was given what is no IRP, or an IRP that was freed before.");
    if (!(Irp->AllocationFlags & IO_IRP_OURS))
        nt_bugcheck(0xC9, 0x01, (ULONG_PTR)Irp, 0, 0, "IoFreeIrp", Irp,
                    "IoFreeIrp was given an IRP that was set up by IoInitializeIrp: its memory is the driver's.");
    struct io_packet *packet = IO_PACKET(Irp);
    if (packet->in_thread)
        nt_bugcheck(0xC9, 0x02, (ULONG_PTR)Irp, 0, 0, "IoFreeIrp", Irp,
                    "IoFreeIrp was given an IRP that the I/O manager owns: complete it instead.");
    io_packet_free(packet);
}

/* wdm/nf-wdm-ioinitializeirp. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoInitializeIrp(PIRP Irp, USHORT PacketSize, CCHAR StackSize)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(Irp);
    nt_assert(PacketSize >= sizeof(IRP) + (size_t)StackSize * sizeof(IO_STACK_LOCATION),
              "the packet has room for its stack locations");
    if (Irp->Type == IO_TYPE_IRP_ && (Irp->AllocationFlags & IO_IRP_OURS) && Irp->Size == PacketSize &&
        Irp->StackCount == StackSize) {
        /* The page allows it for IRPs of IoAllocateIrp only through IoReuseIrp; the allocation must survive a slip. */
        IoReuseIrp(Irp, STATUS_SUCCESS);
        return;
    }
    irp_initialize(Irp, PacketSize, StackSize);
}

/* wdm/nf-wdm-ioreuseirp. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoReuseIrp(PIRP Irp, NTSTATUS Iostatus)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(Irp);
    UCHAR flags = Irp->AllocationFlags;
    if (flags & IO_IRP_OURS) {
        struct io_packet *packet = IO_PACKET(Irp);
        if (packet->in_thread || packet->origin != IO_ORIGIN_DRIVER)
            nt_bugcheck(0xC9, 0x02, (ULONG_PTR)Irp, 0, 0, "IoReuseIrp", Irp,
                        "IoReuseIrp was given an IRP that IoAllocateIrp did not make.");
        packet->calls = NULL;
        packet->returned_pending = 0;
    }
    irp_initialize(Irp, Irp->Size, Irp->StackCount);
    Irp->AllocationFlags = flags;
    Irp->IoStatus.Status = Iostatus;
}

/* wdm/nf-wdm-iosizeofirp is a macro; the rest of what drivers do to an IRP is inline in their headers. */

/* wdm/nf-wdm-iomakeassociatedirp. IRQL <= DISPATCH_LEVEL. */
PIRP NTAPI IoMakeAssociatedIrp(PIRP Irp, CCHAR StackSize)
{
    nt_argument(Irp);
    PIRP associated = IoAllocateIrp(StackSize, FALSE);
    if (associated == NULL)
        return NULL;
    associated->Flags |= IRP_ASSOCIATED_IRP;
    associated->AssociatedIrp.MasterIrp = Irp;
    associated->Tail.Overlay.Thread = Irp->Tail.Overlay.Thread;
    return associated;
}

/* ntifs/nf-ntifs-iosettoplevelirp and -iogettoplevelirp are file systems' business: exported as not there. */
