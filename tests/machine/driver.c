/* SPDX-License-Identifier: MIT */
/* A driver in miniature. */
__declspec(dllimport) int helper_add(int a, int b);
__declspec(dllimport) int helper_forwarded(int a, int b);

static int (*volatile pointer)(int, int);
static int kept = 1;
static int *volatile kept_at = &kept; /* needs a relocation */

__attribute__((always_inline)) static inline int load(volatile int *where)
{
    int value = *where; /* LINE: load */
    *where = value + 1;
    return value;
}

__attribute__((noinline)) static int crash(int *where)
{
    return load(where) + kept; /* LINE: crash */
}

int DriverEntry(int value)
{
    pointer = helper_add;
    if (value < 0) {
        return crash((int *)8) + 1;
    }
    return pointer(value, *kept_at) + helper_forwarded(0, 1);
}
