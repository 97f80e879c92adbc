/* SPDX-License-Identifier: MIT */
/* Bit maps. Any IRQL if the buffer is nonpaged. */
#include "nt/nt.h"

enum { BITS = 32 };
#define NOT_FOUND ((ULONG)-1)

VOID NTAPI RtlInitializeBitMap(PRTL_BITMAP BitMapHeader, PULONG BitMapBuffer, ULONG SizeOfBitMap)
{
    BitMapHeader->SizeOfBitMap = SizeOfBitMap;
    BitMapHeader->Buffer = BitMapBuffer;
}

static bool bit_get(PRTL_BITMAP map, ULONG bit)
{
    return (map->Buffer[bit / BITS] >> (bit % BITS) & 1) != 0;
}

static void bit_put(PRTL_BITMAP map, ULONG bit, bool value)
{
    ULONG mask = (ULONG)1 << (bit % BITS);
    if (value)
        map->Buffer[bit / BITS] |= mask;
    else
        map->Buffer[bit / BITS] &= ~mask;
}

static void bits_put(PRTL_BITMAP map, ULONG from, ULONG count, bool value)
{
    nt_assert(from <= map->SizeOfBitMap && count <= map->SizeOfBitMap - from, "a range of bits lies within its map");
    for (; count != 0; count--, from++)
        bit_put(map, from, value);
}

VOID NTAPI RtlSetBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber)
{
    bits_put(BitMapHeader, BitNumber, 1, true);
}

VOID NTAPI RtlClearBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber)
{
    bits_put(BitMapHeader, BitNumber, 1, false);
}

BOOLEAN NTAPI RtlTestBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber)
{
    return bit_get(BitMapHeader, BitNumber);
}

VOID NTAPI RtlSetBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToSet)
{
    bits_put(BitMapHeader, StartingIndex, NumberToSet, true);
}

VOID NTAPI RtlClearBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToClear)
{
    bits_put(BitMapHeader, StartingIndex, NumberToClear, false);
}

VOID NTAPI RtlSetAllBits(PRTL_BITMAP BitMapHeader)
{
    bits_put(BitMapHeader, 0, BitMapHeader->SizeOfBitMap, true);
}

VOID NTAPI RtlClearAllBits(PRTL_BITMAP BitMapHeader)
{
    bits_put(BitMapHeader, 0, BitMapHeader->SizeOfBitMap, false);
}

static bool bits_are(PRTL_BITMAP map, ULONG from, ULONG count, bool value)
{
    if (from > map->SizeOfBitMap || count > map->SizeOfBitMap - from || count == 0)
        return false;
    for (; count != 0; count--, from++) {
        if (bit_get(map, from) != value)
            return false;
    }
    return true;
}

BOOLEAN NTAPI RtlAreBitsSet(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length)
{
    return bits_are(BitMapHeader, StartingIndex, Length, true);
}

BOOLEAN NTAPI RtlAreBitsClear(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length)
{
    return bits_are(BitMapHeader, StartingIndex, Length, false);
}

/* The first run of `count` bits in [from, to). */
static ULONG run_find(PRTL_BITMAP map, ULONG count, ULONG from, ULONG to, bool value)
{
    ULONG length = 0;
    for (ULONG bit = from; bit < to; bit++) {
        length = bit_get(map, bit) == value ? length + 1 : 0;
        if (length == count)
            return bit + 1 - count;
    }
    return NOT_FOUND;
}

/* From the hint to the end, then from the begin, as documented. */
static ULONG find(PRTL_BITMAP map, ULONG count, ULONG hint, bool value)
{
    ULONG size = map->SizeOfBitMap;
    if (hint >= size)
        hint = 0;
    if (count == 0)
        return hint & ~7u;
    ULONG found = run_find(map, count, hint, size, value);
    if (found == NOT_FOUND && hint != 0)
        found = run_find(map, count, 0, size, value);
    return found;
}

ULONG NTAPI RtlFindClearBits(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    return find(BitMapHeader, NumberToFind, HintIndex, false);
}

ULONG NTAPI RtlFindSetBits(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    return find(BitMapHeader, NumberToFind, HintIndex, true);
}

ULONG NTAPI RtlFindClearBitsAndSet(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    ULONG found = find(BitMapHeader, NumberToFind, HintIndex, false);
    if (found != NOT_FOUND)
        bits_put(BitMapHeader, found, NumberToFind, true);
    return found;
}

ULONG NTAPI RtlFindSetBitsAndClear(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    ULONG found = find(BitMapHeader, NumberToFind, HintIndex, true);
    if (found != NOT_FOUND)
        bits_put(BitMapHeader, found, NumberToFind, false);
    return found;
}

ULONG NTAPI RtlNumberOfSetBits(PRTL_BITMAP BitMapHeader)
{
    ULONG count = 0;
    for (ULONG bit = 0; bit < BitMapHeader->SizeOfBitMap; bit++)
        count += bit_get(BitMapHeader, bit);
    return count;
}

ULONG NTAPI RtlNumberOfClearBits(PRTL_BITMAP BitMapHeader)
{
    return BitMapHeader->SizeOfBitMap - RtlNumberOfSetBits(BitMapHeader);
}

ULONG NTAPI RtlNumberOfSetBitsUlongPtr(ULONG_PTR Target)
{
    ULONG count = 0;
    for (; Target != 0; Target &= Target - 1)
        count++;
    return count;
}

ULONG NTAPI RtlFindNextForwardRunClear(PRTL_BITMAP BitMapHeader, ULONG FromIndex, PULONG StartingRunIndex)
{
    ULONG at = FromIndex, size = BitMapHeader->SizeOfBitMap;
    while (at < size && bit_get(BitMapHeader, at))
        at++;
    *StartingRunIndex = at;
    while (at < size && !bit_get(BitMapHeader, at))
        at++;
    return at - *StartingRunIndex;
}

ULONG NTAPI RtlFindFirstRunClear(PRTL_BITMAP BitMapHeader, PULONG StartingIndex)
{
    return RtlFindNextForwardRunClear(BitMapHeader, 0, StartingIndex);
}

ULONG NTAPI RtlFindLongestRunClear(PRTL_BITMAP BitMapHeader, PULONG StartingIndex)
{
    ULONG best = 0, at = 0, start;
    *StartingIndex = 0;
    while (at < BitMapHeader->SizeOfBitMap) {
        ULONG length = RtlFindNextForwardRunClear(BitMapHeader, at, &start);
        if (length > best) {
            best = length;
            *StartingIndex = start;
        }
        at = start + length;
        if (length == 0)
            break;
    }
    return best;
}

CCHAR NTAPI RtlFindLeastSignificantBit(ULONGLONG Set)
{
    return Set == 0 ? -1 : (CCHAR)__builtin_ctzll(Set);
}

CCHAR NTAPI RtlFindMostSignificantBit(ULONGLONG Set)
{
    return Set == 0 ? -1 : (CCHAR)(63 - __builtin_clzll(Set));
}
