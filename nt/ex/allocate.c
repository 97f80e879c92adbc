/* SPDX-License-Identifier: MIT */
/* The documented pool calls over pool.c and check.c. */
#include "nt/ex/pool.h"

static uint64_t allocations, frees, live_blocks, live_bytes;
enum { TAG_NONE = 'enoN', PAGED_BIT = 1, CACHE_ALIGNED_BIT = 4, RAISE_BIT = POOL_RAISE_IF_ALLOCATION_FAILURE };

bool ex_allocation_fails(void)
{
    return nt_unlikely(nt_page->flags & MACHINE_EXPLORE) && machine_choose(2, MACHINE_CHOICE_ALLOCATION) != 0;
}

/* Neither filled nor guarded yet. */
static inline void *block_make_unfilled(size_t bytes, ULONG tag, uint8_t flags, uint8_t owner,
                                        struct pool_header **ret_header)
{
    struct pool_header *header;
    if (nt_unlikely(bytes > UINT32_MAX - PAGE_SIZE))
        return NULL;
    size_t prefix = pool_prefix();
    void *block = pool_block_take(bytes, prefix, &header);
    if (nt_unlikely(block == NULL))
        return NULL;
    header->tag = tag;
    header->bytes = (ULONG)bytes;
    header->state = POOL_LIVE;
    header->flags = flags | (prefix != 0 ? POOL_CHECKED : 0);
    header->owner = owner;
    header->cookie = pool_cookie(header);
    allocations++;
    live_blocks++;
    live_bytes += bytes;
    pool_owners[owner].live++;
    pool_owners[owner].live_bytes += bytes;
    *ret_header = header;
    return block;
}

static inline void *block_make(size_t bytes, ULONG tag, uint8_t flags, uint8_t owner, bool zero)
{
    struct pool_header *header;
    void *block = block_make_unfilled(bytes, tag, flags, owner, &header);
    if (nt_unlikely(block == NULL))
        return NULL;
    if (zero)
        memset(block, 0, bytes);
    if (nt_unlikely((header->flags & POOL_CHECKED) != 0))
        pool_check_new(header, zero);
    return block;
}

static inline void block_unmake(struct pool_header *header)
{
    frees++;
    live_blocks--;
    live_bytes -= header->bytes;
    pool_owners[header->owner].live--;
    pool_owners[header->owner].live_bytes -= header->bytes;
    if (nt_unlikely((header->flags & POOL_CHECKED) != 0) && pool_check_free(header))
        return;
    pool_block_give(header);
}

void *ex_alloc(size_t bytes, ULONG tag)
{
    return block_make(bytes, tag, POOL_OURS, 0, false);
}

void *ex_alloc_zeroed(size_t bytes, ULONG tag)
{
    return block_make(bytes, tag, POOL_OURS, 0, true);
}

void *ex_alloc_copy(const void *from, size_t bytes, ULONG tag)
{
    struct pool_header *header;
    void *block = block_make_unfilled(bytes, tag, POOL_OURS, 0, &header);
    if (nt_unlikely(block == NULL))
        return NULL;
    memcpy(block, from, bytes);
    if (nt_unlikely((header->flags & POOL_CHECKED) != 0))
        pool_check_new(header, true);
    return block;
}

void *ex_alloc_for(const void *caller, size_t bytes, ULONG tag)
{
    uint8_t owner = pool_owner_index(caller);
    if (nt_unlikely(nt_page->flags & MACHINE_EXPLORE) && pool_owners[owner].is_driver && ex_allocation_fails())
        return NULL;
    return block_make(bytes, tag, 0, owner, false);
}

void ex_free(void *block)
{
    struct pool_header *header = pool_header_of(block);
    pool_check_live(header, 0, __func__, nt_caller());
    block_unmake(header);
}

struct ex_pool_usage ex_pool_usage(void)
{
    return (struct ex_pool_usage){
        .blocks = live_blocks, .bytes = live_bytes, .allocations = allocations, .frees = frees};
}

/* Every documented allocation ends here. */
static inline void *pool_allocate(size_t bytes, ULONG tag, bool paged, bool zero, const char *function,
                                  const void *caller)
{
    KIRQL max = paged ? APC_LEVEL : DISPATCH_LEVEL;
    if (nt_unlikely(nt_irql() > max))
        nt_irql_wrong(function, max, caller);
    uint8_t owner = pool_owner_index(caller);
    if (nt_unlikely(nt_page->flags & MACHINE_EXPLORE) && pool_owners[owner].is_driver && ex_allocation_fails())
        return NULL;
    return block_make(bytes, tag, paged ? POOL_PAGED : 0, owner, zero);
}

static inline bool type_is_paged(POOL_TYPE type)
{
    return ((unsigned)type & PAGED_BIT) != 0;
}

__attribute__((noreturn)) static void raise_no_memory(const void *caller)
{
    nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(ULONG)STATUS_INSUFFICIENT_RESOURCES, (ULONG64)(uintptr_t)caller,
                0, 0, NULL, NULL, "An allocation of %s failed, and it asked for an exception in that case.",
                nt_image_name(caller));
}

/* wdm: ExAllocatePoolWithTag. IRQL <= DISPATCH_LEVEL, <= APC_LEVEL for paged pool. */
PVOID NTAPI ExAllocatePoolWithTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    PVOID block = pool_allocate(NumberOfBytes, Tag, type_is_paged(PoolType), false, __func__, nt_caller());
    if (nt_unlikely(block == NULL && ((unsigned)PoolType & RAISE_BIT) != 0))
        raise_no_memory(nt_caller());
    return block;
}

/* wdm: ExAllocatePool. As ExAllocatePoolWithTag, tag 'None'. */
PVOID NTAPI ExAllocatePool(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
    return pool_allocate(NumberOfBytes, TAG_NONE, type_is_paged(PoolType), false, __func__, nt_caller());
}

/* wdm: ExAllocatePoolWithQuotaTag. Raises on failure unless POOL_QUOTA_FAIL_INSTEAD_OF_RAISE is set. */
PVOID NTAPI ExAllocatePoolWithQuotaTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    PVOID block = pool_allocate(NumberOfBytes, Tag, type_is_paged(PoolType), false, __func__, nt_caller());
    if (nt_unlikely(block == NULL && ((unsigned)PoolType & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE) == 0))
        raise_no_memory(nt_caller());
    return block;
}

/* wdm: ExAllocatePoolWithQuota. */
PVOID NTAPI ExAllocatePoolWithQuota(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
    PVOID block = pool_allocate(NumberOfBytes, TAG_NONE, type_is_paged(PoolType), false, __func__, nt_caller());
    if (nt_unlikely(block == NULL && ((unsigned)PoolType & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE) == 0))
        raise_no_memory(nt_caller());
    return block;
}

/* wdm: ExAllocatePoolWithTagPriority. */
PVOID NTAPI ExAllocatePoolWithTagPriority(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag,
                                          EX_POOL_PRIORITY Priority)
{
    UNREFERENCED_PARAMETER(Priority);
    return pool_allocate(NumberOfBytes, Tag, type_is_paged(PoolType), false, __func__, nt_caller());
}

/* wdm: ExAllocatePoolZero. */
PVOID NTAPI ExAllocatePoolZero(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    return pool_allocate(NumberOfBytes, Tag, type_is_paged(PoolType), true, __func__, nt_caller());
}

/* wdm: ExAllocatePoolQuotaZero and kin. They raise on failure unless POOL_QUOTA_FAIL_INSTEAD_OF_RAISE is set. */
PVOID NTAPI ExAllocatePoolQuotaZero(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    PVOID block = pool_allocate(NumberOfBytes, Tag, type_is_paged(PoolType), true, __func__, nt_caller());
    if (nt_unlikely(block == NULL && ((unsigned)PoolType & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE) == 0))
        raise_no_memory(nt_caller());
    return block;
}

PVOID NTAPI ExAllocatePoolQuotaUninitialized(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    PVOID block = pool_allocate(NumberOfBytes, Tag, type_is_paged(PoolType), false, __func__, nt_caller());
    if (nt_unlikely(block == NULL && ((unsigned)PoolType & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE) == 0))
        raise_no_memory(nt_caller());
    return block;
}

PVOID NTAPI ExAllocatePoolPriorityZero(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag, EX_POOL_PRIORITY Priority)
{
    UNREFERENCED_PARAMETER(Priority);
    return pool_allocate(NumberOfBytes, Tag, type_is_paged(PoolType), true, __func__, nt_caller());
}

PVOID NTAPI ExAllocatePoolPriorityUninitialized(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag,
                                                EX_POOL_PRIORITY Priority)
{
    UNREFERENCED_PARAMETER(Priority);
    return pool_allocate(NumberOfBytes, Tag, type_is_paged(PoolType), false, __func__, nt_caller());
}

/* wdm: ExAllocatePoolUninitialized. */
PVOID NTAPI ExAllocatePoolUninitialized(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    return pool_allocate(NumberOfBytes, Tag, type_is_paged(PoolType), false, __func__, nt_caller());
}

static inline PVOID pool_allocate2(POOL_FLAGS flags, SIZE_T bytes, ULONG tag, const char *function, const void *caller)
{
    const POOL_FLAGS kinds = POOL_FLAG_NON_PAGED | POOL_FLAG_NON_PAGED_EXECUTE | POOL_FLAG_PAGED;
    const POOL_FLAGS known = kinds | POOL_FLAG_USE_QUOTA | POOL_FLAG_UNINITIALIZED | POOL_FLAG_SESSION |
                             POOL_FLAG_CACHE_ALIGNED | POOL_FLAG_RAISE_ON_FAILURE;
    POOL_FLAGS kind = flags & kinds;
    PVOID block = NULL;
    /* One kind exactly; a required flag that nobody knows fails the call. */
    bool valid = kind != 0 && (kind & (kind - 1)) == 0 && (flags & ~known & (POOL_FLAG_REQUIRED_END * 2 - 1)) == 0;
    if (nt_likely(valid && bytes != 0 && tag != 0))
        block = pool_allocate(bytes, tag, kind == POOL_FLAG_PAGED, (flags & POOL_FLAG_UNINITIALIZED) == 0, function,
                              caller);
    if (nt_unlikely(block == NULL && (flags & POOL_FLAG_RAISE_ON_FAILURE) != 0))
        raise_no_memory(caller);
    return block;
}

/* wdm: ExAllocatePool2. Zeroed unless POOL_FLAG_UNINITIALIZED. IRQL <= DISPATCH_LEVEL, <= APC_LEVEL for paged pool. */
PVOID NTAPI ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag)
{
    return pool_allocate2(Flags, NumberOfBytes, Tag, __func__, nt_caller());
}

/* wdm: ExAllocatePool3. Of its extended parameters none changes what the pool here gives. */
PVOID NTAPI ExAllocatePool3(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag,
                            const POOL_EXTENDED_PARAMETER *ExtendedParameters, ULONG ExtendedParametersCount)
{
    UNREFERENCED_PARAMETER(ExtendedParameters);
    UNREFERENCED_PARAMETER(ExtendedParametersCount);
    return pool_allocate2(Flags, NumberOfBytes, Tag, __func__, nt_caller());
}

static inline void pool_free(PVOID block, ULONG tag, const char *function, const void *caller)
{
    struct pool_header *header = pool_header_of(block);
    pool_check_live(header, tag, function, caller);
    KIRQL max = (header->flags & POOL_PAGED) != 0 ? APC_LEVEL : DISPATCH_LEVEL;
    if (nt_unlikely(nt_irql() > max))
        nt_irql_wrong(function, max, caller);
    block_unmake(header);
}

/* wdm: ExFreePoolWithTag. IRQL <= DISPATCH_LEVEL, <= APC_LEVEL for paged pool. Tag 0 matches any. */
VOID NTAPI ExFreePoolWithTag(PVOID P, ULONG Tag)
{
    pool_free(P, Tag, __func__, nt_caller());
}

/* wdm: ExFreePool. IRQL <= DISPATCH_LEVEL, <= APC_LEVEL for paged pool. */
VOID NTAPI ExFreePool(PVOID P)
{
    pool_free(P, 0, __func__, nt_caller());
}

/* wdm: ExFreePool2. */
VOID NTAPI ExFreePool2(PVOID Pool, ULONG Tag, const POOL_EXTENDED_PARAMETER *ExtendedParameters,
                       ULONG ExtendedParametersCount)
{
    UNREFERENCED_PARAMETER(ExtendedParameters);
    UNREFERENCED_PARAMETER(ExtendedParametersCount);
    pool_free(Pool, Tag, __func__, nt_caller());
}
