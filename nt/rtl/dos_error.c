/* SPDX-License-Identifier: MIT */
/* NTSTATUS to Win32 error codes, by the table that facts/ntstatus.tsv gives. */
#include "nt/nt.h"

struct dos_error {
    ULONG status;
    ULONG error;
};

static const struct dos_error table[] = {
#include "nt/rtl/dos_error.inc"
};
enum { NO_MAPPING = 317 /* ERROR_MR_MID_NOT_FOUND */ };

/* ntifs: RtlNtStatusToDosError. Any IRQL. */
ULONG NTAPI RtlNtStatusToDosError(NTSTATUS Status)
{
    unsigned low = 0, high = nt_countof(table);

    while (low < high) {
        unsigned middle = (low + high) / 2;

        if (table[middle].status < (ULONG)Status)
            low = middle + 1;
        else
            high = middle;
    }
    return low < nt_countof(table) && table[low].status == (ULONG)Status ? table[low].error : NO_MAPPING;
}

ULONG NTAPI RtlNtStatusToDosErrorNoTeb(NTSTATUS Status)
{
    return RtlNtStatusToDosError(Status);
}
