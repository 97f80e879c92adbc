/* SPDX-License-Identifier: MIT */
/* Memory and text: the few C library calls that a scenario makes (stdlib.h, stdio.h), and Heap… */
#include "um.h"
#include <stdarg.h>

struct block {
    size_t bytes;
    size_t spare; /* keeps what follows 16-byte aligned */
};

void *um_alloc(size_t bytes)
{
    struct block *block;

    if (bytes > SIZE_MAX - sizeof(*block))
        return NULL;
    block = ExAllocatePoolWithTag(UM_NONPAGED_POOL, bytes + sizeof(*block), UM_POOL_TAG);
    if (!block)
        return NULL;
    block->bytes = bytes;
    return block + 1;
}

void um_free(void *memory)
{
    if (memory)
        ExFreePoolWithTag((struct block *)memory - 1, UM_POOL_TAG);
}

WCHAR *um_wide(const char *text)
{
    size_t length = strlen(text);
    WCHAR *wide = um_alloc((length + 1) * sizeof(WCHAR));

    if (wide)
        for (size_t i = 0; i <= length; i++)
            wide[i] = (unsigned char)text[i];
    return wide;
}

void *malloc(size_t bytes)
{
    return um_alloc(bytes ? bytes : 1);
}

void free(void *memory)
{
    um_free(memory);
}

void *calloc(size_t count, size_t bytes)
{
    void *memory;

    if (bytes && count > SIZE_MAX / bytes)
        return NULL;
    memory = malloc(count * bytes);
    if (memory)
        memset(memory, 0, count * bytes);
    return memory;
}

void *realloc(void *memory, size_t bytes)
{
    void *fresh = malloc(bytes);
    size_t old = memory ? ((struct block *)memory - 1)->bytes : 0;

    if (fresh && memory) {
        memcpy(fresh, memory, old < bytes ? old : bytes);
        free(memory);
    }
    return fresh;
}

HANDLE WINAPI GetProcessHeap(VOID)
{
    return (HANDLE)(ULONG_PTR)UM_POOL_TAG;
}

LPVOID WINAPI HeapAlloc(HANDLE heap, DWORD flags, SIZE_T bytes)
{
    (void)heap;
    return flags & HEAP_ZERO_MEMORY ? calloc(1, bytes) : malloc(bytes);
}

WINBOOL WINAPI HeapFree(HANDLE heap, DWORD flags, LPVOID memory)
{
    (void)heap;
    (void)flags;
    free(memory);
    return TRUE;
}

/* A scenario's output goes where DbgPrint's goes. */
int printf(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vDbgPrintEx(0, 0, format, arguments);
    va_end(arguments);
    return 0;
}

int puts(const char *text)
{
    return printf("%s\n", text);
}
